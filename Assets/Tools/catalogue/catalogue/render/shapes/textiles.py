"""Cushions and rugs."""

import math

import numpy as np

from ..palette import seam
from ..paths import box, curve, ellipse, stroke, subtract
from ..shading import Fold
from ..surface import Surface
from .registry import shape

_SQUARE = [
    (16, 18, 1), (34, 22), (50, 22.6), (66, 22), (84, 18, 1), (79.6, 34), (79, 50), (79.6, 66),
    (84, 84, 1), (66, 79.6), (50, 79), (34, 79.6), (16, 84, 1), (20.4, 66), (21, 50), (20.4, 34),
]  # fmt: skip
_LUMBAR = [
    (8, 32, 1), (30, 35), (50, 35.4), (70, 35), (92, 32, 1), (89, 50),
    (92, 68, 1), (70, 65), (50, 64.6), (30, 65), (8, 68, 1), (11, 50),
]  # fmt: skip
_CORNERS = {
    "square": ((16, 18), (84, 18), (16, 84), (84, 84)),
    "lumbar": ((8, 32), (92, 32), (8, 68), (92, 68)),
    "round": (),
}


@shape("cushion")
def draw_cushion(scene, product):
    """A cushion of style square, round or lumbar, perhaps with tassels."""
    scene.frame(
        *{"square": (12, 14, 88, 88), "lumbar": (4, 28, 96, 72), "round": (17, 17, 83, 83)}[product.style], fill=86
    )
    surface = product.surface(scale=1.2)
    corners = _CORNERS[product.style]
    if product.get("tassel"):
        for x, y in corners:
            _tassel(scene, product, x, y)
    outline = {"square": curve(_SQUARE), "lumbar": curve(_LUMBAR), "round": ellipse(50, 50, 33)}[product.style]
    scene.add(outline, surface, bevel=15, height=0.85, folds=_puckers(product.style, corners))
    if product.style == "round":
        scene.add(ellipse(50, 50, 2.8), surface.shaded(0.8), bevel=1.4, occlusion=0.7)


def _puckers(style, corners):
    """Creases that run in from the corners, or from the rim of a round cushion to its button."""
    if style != "round":
        return [
            Fold(((x + (50 - x) * 0.16, y + (50 - y) * 0.16), (x + (50 - x) * 0.45, y + (50 - y) * 0.4)), 2.4, 0.8)
            for x, y in corners
        ]
    folds = []
    for angle in np.linspace(0, 2 * math.pi, 14, endpoint=False):
        x, y = math.cos(angle), math.sin(angle)
        folds.append(Fold(((50 + 30 * x, 50 + 30 * y), (50 + 10 * x, 50 + 10 * y)), 1.6, 0.6))
    return folds


def _tassel(scene, product, x, y):
    dx, dy = (1 if x > 50 else -1), (1 if y > 50 else -1)
    yarn = Surface.plain("fleece", product.second)
    for spread in (-0.5, 0, 0.5):
        end = (x + dx * (3.6 - spread * 2), y + dy * (3.6 + spread * 2))
        scene.add(stroke([(x, y), end], 1.7), yarn, bevel=0.8, occlusion=0.2)


@shape("rug")
def draw_rug(scene, product):
    """A rug of style rect, round or runner, fringed unless round, perhaps with a border."""
    outline, outer, inner, bounds = _RUGS[product.style]
    scene.frame(*bounds, fill=90)
    if product.style != "round":
        _fringe(scene, product)
    scale = 1.0 if product.pattern == "solid" else 1.7
    scene.add(outline, product.surface(scale=scale, origin=(50, 50)), bevel=1.6)
    if product.get("border"):
        scene.add(subtract(outer, inner), product.surface().dyed(product.second), bevel=0.5, occlusion=0.1)
    elif product.pattern == "solid":
        scene.ink(subtract(outer, inner), seam(product.main), opacity=0.25, softness=0.1)


_RUGS = {
    "rect": (box(12, 20, 88, 80, 1.2), box(15, 23, 85, 77, 0.6), box(18.4, 26.4, 81.6, 73.6, 0.5), (10, 15, 90, 85)),
    "round": (ellipse(50, 50, 37), ellipse(50, 50, 34), ellipse(50, 50, 30.6), (12, 12, 88, 88)),
    "runner": (box(33, 6, 67, 94, 1), box(35.4, 9, 64.6, 91, 0.6), box(38, 11.6, 62, 88.4, 0.5), (20, 1, 80, 99)),
}


def _fringe(scene, product):
    left, right, top, bottom = (12, 88, 20, 80) if product.style == "rect" else (33, 67, 6, 94)
    cord = Surface.plain("cotton", (0.90, 0.86, 0.78))
    threads = None
    for x in np.arange(left + 1, right, 1.7):
        for y, length in ((top + 1, -4.4), (bottom - 1, 4.4)):
            thread = stroke([(x, y), (x + product.rng.uniform(-0.5, 0.5), y + length)], 0.8)
            if threads is None:
                threads = thread
            else:
                threads.addPath(thread)
    scene.add(threads, cord, bevel=0.4, occlusion=0)
