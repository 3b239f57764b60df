"""Sneakers, seen from the side."""

import numpy as np

from ..palette import IVORY, darker, luminance
from ..paths import curve, ellipse, intersect, polygon, star, stroke
from ..shading import Fold
from ..surface import Surface
from .registry import shape

_RUNNING_MIDSOLE = [
    (8, 66), (12, 63.5), (40, 66), (70, 65.5), (93, 60.5), (95, 64), (90, 72), (80, 75), (50, 73.5), (20, 75.5),
    (9, 74),
]  # fmt: skip
_RUNNING_OUTSOLE = [
    (8, 67),
    (14, 66),
    (40, 68.4),
    (70, 68),
    (94, 63.5),
    (93, 69),
    (86, 74),
    (50, 74.2),
    (18, 75.5),
    (9, 73.5),
]
_CUP_SOLE = [
    (10.5, 65.5, 1),
    (50, 68.4),
    (91.5, 65.4, 1),
    (93, 70),
    (89, 74.6, 1),
    (50, 75.6),
    (12, 74.8, 1),
    (9.6, 70),
]


@shape("sneaker")
def draw_sneaker(scene, product):
    """A sneaker of style low-top, high-top, running or slip-on, with an optional emblem on its side."""
    surface = product.surface(scale=0.8)
    is_high, is_running = product.style == "high-top", product.style == "running"
    top = 28 if is_high else 43
    scene.frame(6, top - 4, 96, 77, fill=90)
    scene.stand((50, 74.5, 39, 2.2))
    rubber = Surface.plain("rubber", (0.20, 0.20, 0.22) if product.get("darksole") else (0.95, 0.94, 0.91))
    if is_running:
        scene.add(curve(_RUNNING_MIDSOLE), rubber, bevel=1.8, occlusion=0.2)
    tongue = curve([(15, top + 2, 1), (24, top - 2.6), (32, top + 0.5, 1), (30, top + 8), (18, top + 9)])
    scene.add(tongue, Surface.plain("cotton", darker(product.main, 0.4)), bevel=1.5, occlusion=0)
    upper = _upper(top, is_high)
    scene.add(
        upper, surface, bevel=5, folds=[Fold(((74, 59), (70, 68)), 1.6, 0.6), Fold(((70, 58), (66, 66)), 1.6, -0.4)]
    )
    if product.style == "slip-on":
        _elastic_gores(scene, product)
    else:
        _laces(scene, product, surface, top, is_high)
    _heel_and_toe(scene, product, surface, rubber, upper, top)
    _emblem(scene, product, surface, upper, is_high)
    if is_running:
        _running_sole(scene, product, rubber)
    else:
        scene.add(curve(_CUP_SOLE), rubber, bevel=1.8, occlusion=0.2)
        foxing = product.second if luminance(product.second) < 0.8 else product.main
        scene.line([(11, 71.6), (50, 73), (91, 71.4)], 0.6, foxing, opacity=0.85, softness=0.1)


def _upper(top, is_high):
    throat = [(20, top), (31, top + (1 if is_high else 3), 1), (39, top + (8 if is_high else 5))]
    return curve(
        [
            (13, 66, 1), (11.5, 56), (12.5, 46), (14, top + 1, 1), *throat,
            (50, 53), (66, 57), (80, 58), (89, 63), (90, 68, 1), (50, 70),
        ]
    )  # fmt: skip


def _elastic_gores(scene, product):
    for k in (0, 1):
        gore = polygon([(33 + k * 8, 46 + k * 3), (37 + k * 8, 47.5 + k * 2.8), (35 + k * 8, 58), (31 + k * 8, 57)])
        scene.add(gore, Surface.plain("knit", darker(product.main, 0.6)), bevel=0.8)


def _laces(scene, product, surface, top, is_high):
    start, rise = (3, 6) if is_high else (4, 6)
    facing = curve(
        [
            (33, top + start, 1), (40, top + (9 if is_high else rise)), (52, 53.6), (60, 55.4, 1),
            (57, 60), (47, 58), (36, top + (15 if is_high else 11), 1),
        ]
    )  # fmt: skip
    scene.add(facing, surface.shaded(0.8), bevel=1.2, occlusion=0.25)
    lace = Surface.plain("cotton", (0.16, 0.16, 0.18) if product.get("darklace") else IVORY)
    first = top + (5 if is_high else 6.5)
    for t in np.linspace(0, 1, 7 if is_high else 5):
        x, y = 34 + t * 21, first + (50.6 - top) * t**0.9
        scene.add(
            stroke([(x + 2.6, y - 2.4), (x + 0.2, y + 1.4), (x - 0.6, y + 4.6)], 1.4), lace, bevel=0.7, occlusion=0.45
        )


def _heel_and_toe(scene, product, surface, rubber, upper, top):
    if product.style in ("low-top", "high-top"):
        cap = curve([(78, 54, 1), (94, 58), (94, 72, 1), (77, 72, 1), (75.5, 62)])
        scene.add(intersect(cap, upper), rubber, bevel=2.2, occlusion=0.25)
    heel = curve([(12, 54), (14.4, top + 1.5, 1), (19, top + 0.6, 1), (19.5, 52), (17, 66, 1), (12, 66, 1)])
    scene.add(heel, surface.dyed(product.second), bevel=1.4, occlusion=0.25)


def _emblem(scene, product, surface, upper, is_high):
    side = product.get("side")
    mark = surface.dyed(product.second)
    if side == "stripes":
        for k in range(3):
            bar = polygon([(33 + k * 6, 70), (42 + k * 6, 54), (45 + k * 6, 54.5), (36.4 + k * 6, 70)])
            scene.add(intersect(bar, upper), mark, bevel=0.6, occlusion=0.2)
    elif side == "swoop":
        swoop = curve([(24, 57, 1), (34, 64), (52, 61.4), (70, 56.4, 1), (50, 66.8), (33, 69.8)])
        scene.add(intersect(swoop, upper), mark, bevel=0.8, occlusion=0.2)
    elif side == "star":
        x, y = (27, 42) if is_high else (27, 58)
        scene.add(ellipse(x, y, 5), Surface.plain("rubber", IVORY), bevel=0.6)
        ink = product.second if luminance(product.second) < 0.77 else product.main
        scene.ink(star(x, y, 4, 1.7), ink, opacity=0.95, softness=0.04)


def _running_sole(scene, product, rubber):
    scene.add(curve(_RUNNING_OUTSOLE), rubber, bevel=1.8, occlusion=0.2)
    wedge = curve([(9, 71, 1), (30, 72.6), (24, 75.6), (12, 75.4, 1)])
    scene.add(wedge, Surface.plain("rubber", product.second), bevel=1, occlusion=0.1)
    scene.line([(12, 70.4), (40, 71.8), (70, 71), (90, 67.4)], 0.7, product.main, opacity=0.8, softness=0.12)
