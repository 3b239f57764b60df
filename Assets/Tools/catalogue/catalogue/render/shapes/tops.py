"""T-shirts, shirts, sweaters and hoodies."""

import math

import numpy as np

from ..palette import IVORY, seam
from ..paths import curve, ellipse, polygon, reflect, star, stroke, union
from ..surface import Surface, buttons_for
from .garment import (
    SIDES,
    body,
    neckline,
    patch_pocket,
    placket,
    ribbed_hem,
    sleeve,
    zipper,
)
from .registry import shape

HEM = 86


def _top(scene, product, neck="crew", sleeves="short", fullness=None):
    """Adds sleeves, body and neckline; returns the garment's surface."""
    surface = product.surface()
    scene.frame(6, 6, 94, 90, fill=90)
    kind = product.get("sleeve", sleeves)
    if kind != "none":
        for side in SIDES:
            sleeve(scene, surface, kind, side)
    body(scene, surface, product.rng, HEM, product.rng.uniform(-1.5, 1.5) if fullness is None else fullness)
    neckline(scene, surface, product.get("neck", neck))
    return surface


@shape("tshirt")
def draw_tshirt(scene, product):
    """A T-shirt, perhaps with a breast pocket or a printed picture."""
    surface = _top(scene, product)
    scene.stitches([(31, HEM - 2.2), (50, HEM - 1.2), (69, HEM - 2.2)], seam(surface.color), width=0.35, opacity=0.55)
    graphic = product.get("graphic")
    if product.get("pocket") and not graphic:
        patch_pocket(scene, surface)
    if graphic:
        _GRAPHICS[graphic](scene, product.second, surface.color)


def _print(scene, path, color):
    scene.ink(path, color, opacity=0.97, softness=0.04)


def _star_print(scene, color, ground):
    _print(scene, star(50, 48, 16, 6.6), color)


def _heart_print(scene, color, ground):
    right = [(50, 62, 1), (66.5, 45), (59, 33.5), (50, 40.5, 1)]
    left = [(100 - x, y, *corner) for x, y, *corner in right[1:3][::-1]]
    _print(scene, curve([*right, *left]), color)


def _mountain_print(scene, color, ground):
    _print(scene, polygon([(32, 61), (44, 36.5), (51, 49.5), (56.6, 42), (68, 61)]), color)
    _print(scene, ellipse(61.6, 35, 4.2), color)
    snow_line = [(40.4, 43.6, 1), (42.2, 41.6, 1), (44, 45, 1), (45.8, 41.6, 1), (47.8, 43.6, 1)]
    scene.line(snow_line, 1.2, ground, opacity=0.95, softness=0.05)


def _cat_print(scene, color, ground):
    ears = [polygon(reflect([(63, 46), (62.6, 31), (52, 39)], side)) for side in SIDES]
    _print(scene, union(ellipse(50, 48, 14, 12), *ears), color)
    for side in SIDES:
        _print(scene, ellipse(50 + side * 5.4, 46.5, 1.8, 2.5), ground)
        for drop in (-1.4, 1.4):
            whisker = reflect([(57, 52 + drop * 0.4), (67.5, 51.5 + drop * 1.6)], side)
            scene.line(whisker, 0.7, ground if drop > 3 else seam(ground), opacity=0.75, softness=0.05)
    _print(scene, polygon([(48, 51), (52, 51), (50, 53.6)]), ground)


def _sun_print(scene, color, ground):
    rays = []
    for k in range(10):
        x, y = math.cos(k * math.pi / 5), math.sin(k * math.pi / 5)
        rays.append(stroke([(50 + 11 * x, 47 + 11 * y), (50 + 16 * x, 47 + 16 * y)], 2.4))
    _print(scene, union(ellipse(50, 47, 8), *rays), color)


_GRAPHICS = {
    "star": _star_print,
    "heart": _heart_print,
    "mountain": _mountain_print,
    "cat": _cat_print,
    "sun": _sun_print,
}


@shape("shirt")
def draw_shirt(scene, product):
    """A button-up shirt; a casual one has a breast pocket, a formal one none."""
    surface = _top(scene, product, neck="collar", sleeves="long")
    placket(scene, surface, 25, HEM)
    buttons = buttons_for(surface.color)
    for y in np.arange(31, HEM - 3, 9.2):
        scene.add(ellipse(50, y, 1), buttons, bevel=0.5, occlusion=0.5)
    if product.style == "casual":
        patch_pocket(scene, surface, top=34, depth=11.5)


@shape("sweater")
def draw_sweater(scene, product):
    """A knitted pullover, plain or cabled."""
    surface = _top(scene, product, sleeves="long")
    ribbed_hem(scene, surface, HEM)
    if product.get("cable"):
        for x in (38.5, 50, 61.5):
            _cable(scene, surface, x, 29 if x != 50 else 36)


def _cable(scene, surface, x, top, pitch=6.0, width=3.0):
    """Adds a column of crossing strands between two purl gutters."""
    plain = surface.unpatterned()
    for side in SIDES:
        scene.line([(x + side * 4.6, top), (x + side * 4.6, HEM - 7)], 1.3, opacity=0.30, softness=0.3)
    for y in np.arange(top, HEM - 11, pitch):
        for lean in SIDES:
            strand = [(x - lean * width, y), (x - lean * width * 0.4, y + pitch * 0.35), (x + lean * width, y + pitch)]
            scene.add(stroke(strand, 2.5), plain.tinted(0.10), bevel=1.3, height=1.2, occlusion=0.5)


@shape("hoodie")
def draw_hoodie(scene, product):
    """A hooded sweatshirt with a pouch, zipped or not."""
    surface = _top(scene, product, neck="hood", sleeves="long")
    pouch = polygon([(38, 60), (62, 60), (67, 76), (67, HEM - 6), (33, HEM - 6), (33, 76)])
    scene.add(pouch, surface.unpatterned(), bevel=1.6, occlusion=0.28)
    ribbed_hem(scene, surface, HEM, 0.88)
    if product.get("zip"):
        zipper(scene, [(50, 28), (50, HEM + 2.5)], (0.75, 0.75, 0.78))
    for side in SIDES:
        cord = stroke(reflect([(54.5, 25), (55.4, 34), (55, 42)], side), 1.2)
        scene.add(cord, Surface.plain("cotton", IVORY), bevel=0.6, occlusion=0.4)
