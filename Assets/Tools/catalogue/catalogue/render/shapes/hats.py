"""Beanies, caps, sun hats, fedoras and bucket hats."""

import math

import numpy as np

from ..palette import darker, seam
from ..paths import curve, ellipse, mirrored
from ..shading import Fold
from ..surface import Surface
from .registry import shape


@shape("hat")
def draw_hat(scene, product):
    """A hat of style beanie, cap, sun hat, fedora or bucket hat."""
    _STYLES[product.style](scene, product, product.surface())


def _trim(product, surface, factor):
    """The contrasting part of a two-tone hat, or a shade of the hat."""
    return surface.dyed(product.second) if product.get("duo") else surface.shaded(factor)


def _draw_beanie(scene, product, surface):
    top = 10 if product.get("pom") else 22
    scene.frame(22, top, 78, 78, fill=76)
    scene.stand((50, 75, 28, 2.2))
    crown = mirrored([(50, 24), (62, 27), (73, 42), (75.6, 64, 1), (50, 67)])
    scene.add(crown, surface.laid(scale=0.9), bevel=9)
    brim = mirrored([(50, 59), (66, 58.4), (76.4, 57, 1), (77.6, 71), (76, 73.4, 1), (50, 75.4)])
    scene.add(brim, _trim(product, surface, 0.92), bevel=3.2)
    for x in np.linspace(25, 75, 22):
        top_y = 60 - abs(x - 50) * 0.05
        scene.line([(x, top_y), (x + (x - 50) * 0.01, 73.4)], 0.5, opacity=0.18)
    if product.get("pom"):
        wobble = product.rng.uniform(-1, 1, (22, 2))
        tufts = []
        for k, (dx, dy) in enumerate(wobble):
            angle = k * 2 * math.pi / 22
            tufts.append((50 + (9.5 + dx) * math.cos(angle), 19 + (9 + dy) * math.sin(angle)))
        scene.add(curve(tufts), Surface.plain("fleece", product.second), bevel=6, height=1.1)


def _draw_cap(scene, product, surface):
    scene.frame(20, 22, 96, 70, fill=80)
    scene.stand((52, 66, 34, 2))
    crown = curve([(22, 60, 1), (23, 42), (36, 28), (52, 27), (66, 36), (71, 52), (70, 60, 1), (46, 63)])
    scene.add(crown, surface, bevel=8)
    for panel in ([(48, 28), (53, 44), (52, 61)], [(46, 28), (33, 42), (30, 60)]):
        scene.line(panel, 0.45, opacity=0.3)
        scene.stitches([(x + 1, y) for x, y in panel], seam(surface.color), width=0.3, opacity=0.5)
    peak = curve([(46, 60, 1), (60, 55), (76, 54), (94, 61), (93, 65), (76, 64.4), (60, 65), (50, 65.4, 1)])
    trim = _trim(product, surface, 0.92)
    scene.add(peak, trim, bevel=2.6)
    for drop in (0, 1.8):
        scene.stitches(
            [(58, 58 + drop), (76, 56.4 + drop), (91, 61.4 + drop * 0.6)], seam(trim.color), width=0.3, opacity=0.5
        )
    scene.add(ellipse(47, 27, 2.4, 1.5), trim, bevel=0.9)
    for x, y in ((39, 40), (60, 39)):
        scene.ink(ellipse(x, y, 1), (0, 0, 0), opacity=0.6, softness=0.1)


def _draw_sun_hat(scene, product, surface):
    _brimmed(scene, product, surface, brim=43, crown=[(50, 33), (58, 34), (67, 42), (69, 62, 1), (50, 65.4)], folds=())


def _draw_fedora(scene, product, surface):
    pinch = (
        Fold(((50, 35), (50, 48)), 3, -1.4),
        Fold(((59, 40), (56, 50)), 3, -0.8),
        Fold(((41, 40), (44, 50)), 3, -0.8),
    )
    _brimmed(
        scene, product, surface, brim=32, crown=[(50, 36), (58, 33), (66, 40), (69, 62, 1), (50, 65.4)], folds=pinch
    )


def _brimmed(scene, product, surface, brim, crown, folds):
    scene.frame(50 - brim, 28, 50 + brim, 76, fill=84)
    scene.stand((50, 71.5, brim * 0.86, 2.2))
    half = [(50 + brim, 61), (50 + brim * 0.7, 69), (50, 72)]
    left = [(50 - brim * 0.7, 69), (50 - brim, 61), (50 - brim * 0.6, 56.6)]
    scene.add(curve([*half, *left, (50, 59), (50 + brim * 0.6, 56.6)]), surface, bevel=3.2)
    scene.add(mirrored(crown), surface, bevel=7, folds=folds)
    band = Surface.plain("satin", product.second if product.get("duo") else darker(product.main, 0.4))
    ribbon = curve([(31.4, 54.4, 1), (50, 57.4), (68.6, 54.4, 1), (69.2, 61.4, 1), (50, 64.8), (30.8, 61.4, 1)])
    scene.add(ribbon, band, bevel=1.4)
    if product.style == "fedora":
        bow = curve([(31.6, 54, 1), (36, 55), (36.4, 62), (31.4, 62, 1), (33, 58)])
        scene.add(bow, band, bevel=1.2)


def _draw_bucket_hat(scene, product, surface):
    scene.frame(16, 26, 84, 79, fill=80)
    scene.stand((50, 74, 31, 2.2))
    brim = curve([(30, 50, 1), (50, 53), (70, 50, 1), (83, 68), (72, 73), (50, 75.4), (28, 73), (17, 68)])
    scene.add(brim, _trim(product, surface, 0.97) if product.get("duo") else surface, bevel=4)
    scene.add(mirrored([(50, 30.6), (62, 31), (66.4, 34), (70.4, 51, 1), (50, 54)]), surface, bevel=6)
    for k in (3, 6, 9, 12):
        ring = [(28 - k * 0.9, 54 + k * 1.3), (50, 57 + k * 1.4), (72 + k * 0.9, 54 + k * 1.3)]
        scene.line(ring, 0.4, opacity=0.28, softness=0.1)
    for x in (59, 62.4):
        scene.ink(ellipse(x, 45, 0.8), (0, 0, 0), opacity=0.55, softness=0.1)


_STYLES = {
    "beanie": _draw_beanie,
    "cap": _draw_cap,
    "sun hat": _draw_sun_hat,
    "fedora": _draw_fedora,
    "bucket hat": _draw_bucket_hat,
}
