"""Bodysuits, sleepsuits and bibs."""

import numpy as np

from ..palette import seam
from ..paths import curve, ellipse, mirrored, reflect, sided, stroke, subtract
from ..surface import Surface
from .garment import SIDES, creases, drape
from .registry import shape

_SNAP = Surface.plain("plastic", (0.96, 0.95, 0.92))


@shape("baby")
def draw_babywear(scene, product):
    """Baby clothing of style onesie, sleepsuit or bib."""
    surface = product.surface(scale=0.8)
    trim = surface.dyed(product.second)
    {"onesie": _draw_onesie, "sleepsuit": _draw_sleepsuit, "bib": _draw_bib}[product.style](
        scene, product, surface, trim
    )


def _snap(scene, x, y):
    scene.add(ellipse(x, y, 0.95), _SNAP, bevel=0.5, occlusion=0.45)


def _neck(scene, surface, trim, top):
    inside = mirrored([(50, top), (56.5, top + 0.2), (58, top + 2, 1), (55, top + 6.4), (50, top + 8)])
    scene.add(inside, surface.shaded(0.6), bevel=1, occlusion=0)
    band = [(42, top + 1.4), (45, top + 7.4), (50, top + 9.6), (55, top + 7.4), (58, top + 1.4)]
    scene.add(stroke(band, 1.9), trim, bevel=0.8)


def _draw_onesie(scene, product, surface, trim):
    scene.frame(15, 20, 85, 84, fill=84)
    for side in SIDES:
        arm = [(64, 27, 1), (72, 28), (83, 41, 1), (74, 48, 1), (67, 42, 1)]
        scene.add(sided(arm, side), surface.laid(angle=0.3 * side), bevel=4)
        scene.add(stroke(reflect([(83, 41), (74, 48)], side), 1.6, butt=True), trim, bevel=0.7, occlusion=0.2)
    outline = [(50, 27, 1), (57, 24.5, 1), (67, 28), (68, 45), (70, 66), (69, 70, 1), (60, 74), (56, 80, 1), (50, 81)]
    folds = drape(product.rng, 38, 62, 35, 60, 5) + creases(([(60, 74), (55, 68)], 2, 0.6))
    scene.add(mirrored(outline), surface, bevel=6, folds=folds)
    _neck(scene, surface, trim, 23.6)
    for side in SIDES:
        scene.add(stroke(reflect([(69, 70.5), (60, 74.6), (56.2, 80.4)], side), 1.5), trim, bevel=0.7, occlusion=0.2)
    scene.add(stroke([(44, 80.4), (50, 81.4), (56, 80.4)], 1.4), trim, bevel=0.7, occlusion=0.2)
    for x in (46.6, 50, 53.4):
        _snap(scene, x, 78)


def _draw_sleepsuit(scene, product, surface, trim):
    scene.frame(14, 16, 86, 94, fill=88)
    for side in SIDES:
        arm = [(64, 22, 1), (71, 25), (84, 46), (80, 51), (76, 50), (67, 40, 1)]
        scene.add(sided(arm, side), surface.laid(angle=0.3 * side), bevel=4)
        leg = [(67, 60, 1), (70, 76), (71, 88), (64, 92), (57, 88), (51, 68, 1), (50, 60, 1)]
        scene.add(sided(leg, side), surface, bevel=5)
        foot = [(58.6, 85.4, 1), (64, 84), (70.6, 85, 1), (71, 89), (64, 92.4), (57.6, 89.6)]
        scene.add(sided(foot, side), trim, bevel=2.6, occlusion=0.2)
    outline = mirrored([(50, 21, 1), (57, 19.5, 1), (66, 22), (67, 42), (67.5, 64), (60, 69), (50, 71)])
    scene.add(outline, surface, bevel=6, folds=drape(product.rng, 38, 62, 30, 50, 5))
    _neck(scene, surface, trim, 18.6)
    scene.line([(50 + 6 * t * t, 27.6 + t * 48) for t in np.linspace(0, 1, 9)], 0.5, opacity=0.3)
    for t in np.linspace(0.06, 1, 7):
        _snap(scene, 50 + 6 * t * t, 28 + t * 46)


def _draw_bib(scene, product, surface, trim):
    scene.frame(27, 14, 73, 80, fill=80)
    outline = [(50, 17), (62, 20), (72, 36), (70, 60), (60, 74), (50, 77)]
    neck = ellipse(50, 28, 9.6, 10.2)
    whole = subtract(mirrored(outline), neck)
    scene.add(whole, trim, bevel=2)
    inset = mirrored([(50, 19), (61, 22), (69.8, 36.6), (67.8, 59), (58.8, 71.6), (50, 74.6)])
    scene.add(subtract(inset, ellipse(50, 28, 11.6, 12.2)), surface, bevel=4, occlusion=0.2)
    edge = [(61, 23.4), (68.6, 37), (66.6, 58.4), (58.2, 70.4), (50, 73.2)]
    scene.stitches([*edge, *reflect(edge[:-1], -1)[::-1]], seam(trim.color), width=0.35, opacity=0.5)
    strap = curve([(47, 16.4, 1), (56, 17.4), (58, 20.6), (47, 20.4, 1)])
    scene.add(strap, trim, bevel=0.9, occlusion=0.4)
    _snap(scene, 50.5, 18.6)
