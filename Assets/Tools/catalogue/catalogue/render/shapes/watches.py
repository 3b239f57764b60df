"""Wristwatches, seen from above."""

import math

import numpy as np

from ..palette import lighter, rgb
from ..paths import box, ellipse, polygon, ring, stroke, subtract
from ..surface import Surface
from .garment import SIDES
from .registry import shape

_DIALS = {
    "white": (0.95, 0.95, 0.93),
    "black": (0.10, 0.10, 0.12),
    "blue": (0.10, 0.22, 0.48),
    "green": (0.08, 0.32, 0.23),
    "champagne": (0.90, 0.82, 0.65),
    "digital": (0.06, 0.07, 0.08),
}
_LCD = (0.45, 0.95, 0.85)
_BANDS = ((4, 36, 8.4, 11), (64, 97, 11, 8.4))  # top, bottom, half width there

# Lit segments of a seven-segment digit: top, left and right above, middle, left and right below, bottom.
_SEGMENTS = {0: "1110111", 1: "0010010", 8: "1111111"}


@shape("watch")
def draw_watch(scene, product):
    """A round or square watch on a strap or bracelet, with hands, sub-dials or digits."""
    scene.frame(22, 3, 80, 98, fill=92)
    case_metal = product.metal("steel")
    if product.material == "steel":
        _bracelet(scene, case_metal)
    else:
        _strap(scene, product)
    scene.add(box(72, 48, 78, 52, 1), case_metal, bevel=1)
    if product.get("chrono"):
        for y in (41, 59):
            scene.add(box(70, y - 1.6, 76, y + 1.6, 1), case_metal, bevel=1)
    is_square = product.style == "square"
    scene.add(box(27, 30, 73, 70, 9) if is_square else ellipse(50, 50, 24), case_metal, bevel=2.6)
    if product.material == "steel":
        _bezel(scene, product, is_square)
    dial = box(31, 34, 69, 66, 6) if is_square else ellipse(50, 50, 20)
    face = _DIALS[product.get("dial", "white")]
    scene.add(dial, Surface.plain("plastic", face), bevel=0.6, occlusion=0.5)
    if product.get("dial") == "digital":
        _digits(scene)
    else:
        ink = (0.94, 0.93, 0.90) if sum(face) < 1.2 else (0.14, 0.14, 0.16)
        _hour_marks(scene, ink, is_square)
        if product.get("chrono"):
            _sub_dials(scene, ink)
        _hands(scene, ink, case_metal)
    scene.gleam(dial, (1, 1, 1), lambda u, v: np.clip((60 - (u + v * 0.7)) / 60, 0, 1) * 0.5)


def _bracelet(scene, case_metal):
    for top, bottom, upper, lower in _BANDS:
        band = polygon([(50 - upper, top), (50 + upper, top), (50 + lower, bottom), (50 - lower, bottom)])
        scene.add(band, case_metal, bevel=1.6)
        for y in np.arange(top + 3, bottom, 4.2):
            scene.line([(50 - upper - 2, y), (50 + upper + 2, y)], 0.6, opacity=0.55, softness=0.08)
        for x in (45.4, 54.6):
            scene.line([(x, top), (x, bottom)], 0.5, opacity=0.4, softness=0.08)


def _strap(scene, product):
    surface = product.surface(scale=0.6)
    for top, bottom, upper, lower in _BANDS:
        band = polygon([(50 - upper, top), (50 + upper, top), (50 + lower, bottom), (50 - lower, bottom)])
        scene.add(band, surface, bevel=2.4)
        if product.material == "leather":
            for side in SIDES:
                rim = [(50 + side * (upper - 1.7), top + 0.5), (50 + side * (lower - 1.7), bottom)]
                scene.stitches(rim, lighter(surface.color, 0.5), width=0.5)
        elif product.material == "canvas":
            for shift in (-1.9, 1.9):
                scene.line(
                    [(50 + shift, top + 0.5), (50 + shift, bottom)], 1.2, product.second, opacity=0.8, softness=0.1
                )
    for y in (78, 83, 88):
        scene.ink(ellipse(50, y, 0.9, 1.1), (0, 0, 0), opacity=0.8, softness=0.1)


def _bezel(scene, product, is_square):
    """The coloured insert that carries the product's colour on an all-metal watch."""
    insert = Surface.plain("ceramic", product.main)
    if is_square:
        scene.add(subtract(box(28.4, 31.4, 71.6, 68.6, 8), box(31, 34, 69, 66, 6)), insert, bevel=0.8, occlusion=0.2)
    else:
        scene.add(ring(50, 50, 23, 23, 3.2), insert, bevel=0.9, occlusion=0.2)


def _hour_marks(scene, ink, is_square):
    reach = 15.4 if is_square else 17.6
    for hour in range(12):
        angle = hour * math.pi / 6
        x, y = math.sin(angle), -math.cos(angle)
        start = reach - (4.0 if hour % 3 == 0 else 2.4)
        width = 1.4 if hour % 3 == 0 else 0.8
        mark = stroke([(50 + reach * x, 50 + reach * y), (50 + start * x, 50 + start * y)], width, butt=True)
        scene.ink(mark, ink, opacity=0.95, softness=0.05)


def _sub_dials(scene, ink):
    for x, y in ((42.6, 50), (57.4, 50), (50, 57.6)):
        scene.ink(ellipse(x, y, 4.2), ink, opacity=0.14, softness=0.05)
        scene.ink(ring(x, y, 4.2, 4.2, 0.6), ink, opacity=0.85, softness=0.05)
        scene.line([(x, y), (x + 1.6, y - 2.2)], 0.6, ink, opacity=0.9, softness=0.05)


def _hands(scene, ink, case_metal):
    for angle, length, width in ((-1.05, 9, 1.5), (1.05, 13.4, 1.1)):
        tip = (50 + length * math.sin(angle), 50 - length * math.cos(angle))
        scene.add(stroke([(50, 50), tip], width), Surface.plain("plastic", ink), bevel=0.5, occlusion=0.5)
    scene.line([(51.6, 47.4), (42, 63)], 0.5, (0.82, 0.15, 0.12), opacity=0.95, softness=0.05)
    scene.add(ellipse(50, 50, 1.3), case_metal, bevel=0.6)


def _digits(scene):
    for place, digit in enumerate((1, 0, 0, 8)):
        _digit(scene, 34.6 + place * 8 + (1.6 if place > 1 else 0), 42, digit)
    for y in (45.6, 50.2):
        scene.ink(ellipse(50.2, y, 0.7), _LCD, opacity=1, softness=0.08)
    scene.line([(38, 58), (62, 58)], 1.0, (0.95, 0.50, 0.20), opacity=0.9, softness=0.1)


def _digit(scene, x, y, digit):
    right, middle, low = x + 5, y + 5.4, y + 10.8
    strokes = [
        [(x, y), (right, y)], [(x, y), (x, middle)], [(right, y), (right, middle)], [(x, middle), (right, middle)],
        [(x, middle), (x, low)], [(right, middle), (right, low)], [(x, low), (right, low)],
    ]  # fmt: skip
    for points, lit in zip(strokes, _SEGMENTS[digit]):
        if lit == "1":
            scene.ink(stroke(points, 1.3, butt=True), rgb(_LCD), opacity=1, softness=0.1)
