"""Dresses and skirts."""

import numpy as np

from ..palette import darker, seam
from ..paths import frame, mirrored, polygon
from ..shading import Fold
from ..surface import Surface, metal
from .garment import COLLAR_ORIGIN, SIDES, drape, neckline, sleeve
from .registry import shape

_DRESS_LENGTH = {"mini": 81, "midi": 92, "maxi": 106}
_SKIRT_LENGTH = {"mini": 56, "midi": 78, "maxi": 97}
_SKIRT_FLARE = {"pencil": -6, "a-line": 8, "pleated": 12}


@shape("dress")
def draw_dress(scene, product):
    """A waisted dress: sleeves, neck, length mini to maxi, flare 0 to 2, perhaps a belt."""
    surface = product.surface(origin=COLLAR_ORIGIN)
    hem = _DRESS_LENGTH[product.get("length", "midi")]
    flare = product.get("flare", 1)
    sleeves = product.get("sleeve", "none")
    scene.frame(14 if sleeves == "none" else 6, 13, 86 if sleeves == "none" else 94, hem + 3, fill=88)
    if sleeves != "none":
        for side in SIDES:
            sleeve(scene, surface, sleeves, side)
    scene.add(_dress_outline(hem, flare, sleeves), surface, bevel=5, folds=_dress_folds(product.rng, hem, flare))
    neckline(scene, surface, product.get("neck", "crew"))
    if product.get("belt"):
        _belt(scene, product)
    else:
        scene.line([(37.4, 50), (50, 51.2), (62.6, 50)], 0.5, opacity=0.35, softness=0.25)
    edge = 70 + 9.5 * flare
    scene.stitches(
        [(102 - edge, hem - 1.4), (50, hem + 1), (edge - 2, hem - 1.4)], seam(surface.color), width=0.3, opacity=0.45
    )


def _dress_outline(hem, flare, sleeves):
    edge = 73 + 9.5 * flare
    if sleeves == "none":
        shoulder = [(63, 18.5, 1), (66, 28), (67, 34, 1)]
    else:
        shoulder = [(67, 18.5, 1), (70, 34, 1)]
    bodice = [(50, 20, 1), (57, 18, 1), *shoulder, (63.5, 47), (62.5, 50, 1)]
    skirt = [(66 + 3 * flare, 62), (edge - 4, hem - 4), (edge - 3, hem, 1), (64, hem + 1.8), (50, hem + 2.4)]
    return mirrored([*bodice, *skirt])


def _dress_folds(rng, hem, flare):
    folds = drape(rng, 33, 67, 55, hem - 18, 7, 0.8)
    for k in range(-4, 5):
        line = ((50 + k * 3.2, 53), (50 + k * (4.5 + flare * 1.4), hem - 2))
        folds.append(Fold(line, 1.6, -0.9 if k % 2 else 0.9))
    return folds


def _belt(scene, product):
    color = darker(product.second, 0.8) if product.pattern != "solid" else darker(product.main, 0.5)
    strap = polygon([(36.8, 47.8), (63.2, 47.8), (63.4, 51.8), (36.6, 51.8)])
    scene.add(strap, Surface.plain("leather", color), bevel=1, occlusion=0.3)
    scene.add(frame(47.2, 47.2, 52.8, 52.4, 0.8, 1), metal("brass"), bevel=0.5)


@shape("skirt")
def draw_skirt(scene, product):
    """A skirt: pencil, A-line or pleated; mini, midi or maxi."""
    surface = product.surface()
    hem = _SKIRT_LENGTH[product.get("length", "midi")]
    flare = _SKIRT_FLARE[product.style] * (0.6 if product.get("length") == "mini" else 1)
    scene.frame(26 - max(0, flare), 13, 74 + max(0, flare), hem + 3, fill=86 if hem > 60 else 76)
    hip = 30 if hem > 60 else 27
    edge = 68 + flare
    outline = [(50, 16, 1), (62, 15.4, 1), (66, hip), (edge, hem, 1), ((50 + edge) / 2, hem + 2), (50, hem + 2.4)]
    scene.add(mirrored(outline), surface, bevel=5, folds=_skirt_folds(product, hem, flare))
    if product.style == "pleated":
        for k in np.linspace(-1, 1, 13):
            scene.line([(50 + k * 11.4, 20), (50 + k * (17.5 + flare), hem + 1.5)], 0.4, opacity=0.4, softness=0.12)
    elif product.style == "pencil":
        scene.line([(53, hem - 12), (53.2, hem + 2)], 0.5, opacity=0.45, softness=0.12)
        for side in SIDES:
            scene.line([(50 + side * 6, 20), (50 + side * 7.4, 29)], 0.4, opacity=0.3)
    waistband = polygon([(37.6, 14), (62.4, 14), (63.2, 19.4), (36.8, 19.4)])
    scene.add(waistband, surface.shaded(0.85), bevel=1.2, occlusion=0.25)


def _skirt_folds(product, hem, flare):
    if product.style == "pencil":
        return drape(product.rng, 40, 60, 30, hem - 14, 4, 0.6)
    folds = []
    for index, k in enumerate(np.linspace(-1, 1, 11)):
        line = ((50 + k * 11, 20), (50 + k * (16 + flare), hem))
        width = 1.7 if product.style == "a-line" else 1.2
        folds.append(Fold(line, width, -0.8 if index % 2 else 0.9))
    return folds
