"""What upper-body garments share: bodies, sleeves, necklines and the way cloth falls."""

import math

import numpy as np

from ..palette import darker, seam
from ..paths import curve, mirrored, polygon, reflect, sided, stroke, subtract
from ..shading import Fold

SIDES = (-1, 1)
COLLAR_ORIGIN = (50, 20)

_SHORT_SLEEVE = [(66, 19, 1), (73, 22), (90, 39, 1), (79, 47, 1), (69, 37, 1)]
_THREE_QUARTER_SLEEVE = [(66, 19, 1), (74, 23), (92, 57, 1), (82, 61, 1), (70, 38, 1)]
_LONG_SLEEVE = [(66, 19, 1), (75, 23), (88, 50), (92, 80, 1), (82, 82, 1), (77, 56), (70, 38, 1)]
_CUFF = [(92.4, 76, 1), (92.6, 82.5, 1), (81.6, 84, 1), (81.4, 78, 1)]


def drape(rng, left, right, top, bottom, count, depth=0.8):
    """Scatters the long soft folds of hanging cloth over a rectangle."""
    folds = []
    for _ in range(count):
        x, y = rng.uniform(left, right), rng.uniform(top, bottom)
        length, slant = rng.uniform(9, 24), rng.uniform(-0.5, 0.5) + math.pi / 2
        dx, dy = math.cos(slant) * length, math.sin(slant) * length
        points = ((x, y), (x + dx / 2 + rng.uniform(-2, 2), y + dy / 2), (x + dx, y + dy))
        folds.append(Fold(points, rng.uniform(1.6, 3.4), rng.uniform(-depth, depth)))
    return folds


def creases(*lines):
    """Presses symmetric creases: `(points, width, depth)` given on the right are repeated on the left."""
    return [Fold(tuple(reflect(points, side)), width, depth) for points, width, depth in lines for side in SIDES]


def sleeve(scene, surface, kind, side, cuff=None):
    """Adds one sleeve of kind short, three or long, with a hem, or a cuff on a long one."""
    outline = {"short": _SHORT_SLEEVE, "three": _THREE_QUARTER_SLEEVE, "long": _LONG_SLEEVE}[kind]
    if kind == "short":
        lines = [([(80, 38), (72, 32)], 2, 0.6)]
    else:
        lines = [([(84, 48), (78, 52)], 2, 0.7), ([(86, 60), (79, 58)], 2, -0.6), ([(88, 68), (81, 70)], 2, 0.6)]
    folds = [Fold(tuple(reflect(points, side)), width, depth) for points, width, depth in lines]
    slant = 0.0 if kind == "short" else -0.22 * side
    layout = {"angle": surface.angle + slant, "origin": COLLAR_ORIGIN}
    scene.add(sided(outline, side), surface.laid(**layout), bevel=4, folds=folds)
    if kind == "long":
        scene.add(sided(_CUFF, side), cuff or surface.shaded(0.84), bevel=1.5, occlusion=0.2)
    else:
        _hem_sleeve(scene, surface, reflect(outline, side))


def _hem_sleeve(scene, surface, outline):
    shoulder, outer, inner, armpit = outline[1], outline[2], outline[3], outline[4]
    start = (outer[0] * 0.97 + shoulder[0] * 0.03, outer[1] - 1.6)
    end = (inner[0] * 0.99 + armpit[0] * 0.01, inner[1] - 1.6)
    scene.stitches([start, end], seam(surface.color), width=0.3, opacity=0.5)


def body(scene, surface, rng, hem=86, fullness=0.0, bevel=5):
    """Adds the body of a top that ends at `hem`; returns its outline."""
    outline = mirrored(
        [
            (50, 18, 1), (57, 16.5, 1), (68, 20), (71.5, 38, 1), (70.5 + fullness, 60),
            (71 + fullness, hem, 1), (60, hem + 1), (50, hem + 1.2),
        ]
    )  # fmt: skip
    folds = drape(rng, 34, 66, 30, hem - 20, 7, 0.9)
    scene.add(outline, surface.laid(origin=COLLAR_ORIGIN), bevel=bevel, folds=folds)
    return outline


def neckline(scene, surface, kind):
    """Adds a neckline of kind crew, v, scoop, collar, turtle or hood, and the inside seen through it."""
    _NECKLINES[kind](scene, surface, surface.shaded(0.55))


def _crew(scene, surface, inside):
    scene.add(mirrored([(50, 15.2), (56, 15.4), (58.4, 17.4, 1), (56, 22), (50, 24.6)]), inside, bevel=1, occlusion=0)
    outer = mirrored([(50, 16.8), (57, 15.4, 1), (59.8, 17, 1), (57.4, 23.4), (50, 26.8)])
    inner = mirrored([(50, 15), (56.2, 14.2, 1), (57.3, 16.9, 1), (55.6, 21.8), (50, 24.4)])
    scene.add(subtract(outer, inner), surface.shaded(0.88), bevel=0.9, occlusion=0.3)


def _v_neck(scene, surface, inside):
    opening = mirrored([(50, 15.4), (57.5, 15.6, 1), (58, 17, 1), (50, 34, 1)])
    scene.add(opening, inside, bevel=1, occlusion=0)
    for side in SIDES:
        band = stroke(reflect([(58.4, 16.6), (56, 24), (50, 35)], side), 2.6, butt=True)
        scene.add(band, surface.shaded(0.86), bevel=0.8, occlusion=0.25)


def _scoop(scene, surface, inside):
    opening = mirrored([(50, 15), (57, 16, 1), (60, 19, 1), (56, 27), (50, 28.6)])
    scene.add(opening, inside, bevel=1, occlusion=0)
    rim = [(60.4, 18.6), (56.4, 27.4), (50, 29.2), (43.6, 27.4), (39.6, 18.6)]
    scene.add(stroke(rim, 1.3, butt=True), surface.shaded(0.86), bevel=0.6, occlusion=0.25)


def _collar(scene, surface, inside):
    opening = mirrored([(50, 14.6), (56.6, 15.2, 1), (57.2, 18, 1), (50, 26, 1)])
    scene.add(opening, inside, bevel=1, occlusion=0)
    for side in SIDES:
        wing = [(57.4, 13.6, 1), (61.6, 17.6), (58.4, 27, 1), (50, 23.4, 1), (54, 18)]
        scene.add(sided(wing, side), surface.laid(angle=0.6 * side, origin=COLLAR_ORIGIN), bevel=1.1)


def _turtle(scene, surface, inside):
    roll = mirrored([(50, 10.2), (56.8, 10.6), (57.6, 12, 1), (58.6, 19.4), (50, 22.6)])
    scene.add(roll, surface.shaded(0.94), bevel=2.4)
    for x in np.linspace(43.5, 56.5, 9):
        scene.line([(x, 11.5), (x, 20)], 0.35, opacity=0.16)


def _hood(scene, surface, inside):
    scene.add(mirrored([(50, 6), (60, 8), (65, 17), (61, 24), (50, 29)]), surface, bevel=4.5)
    scene.add(mirrored([(50, 10.4), (56.4, 12), (58.4, 18), (55, 24), (50, 26.5)]), inside, bevel=2, occlusion=0)


_NECKLINES = {
    "crew": _crew,
    "v": _v_neck,
    "scoop": _scoop,
    "collar": _collar,
    "turtle": _turtle,
    "hood": _hood,
}


def ribbed_hem(scene, surface, hem, factor=0.9):
    """Adds the ribbed band round the bottom of a knit or sweatshirt."""
    band = curve([(29.4, hem - 5, 1), (70.6, hem - 5, 1), (70, hem + 2.4, 1), (50, hem + 3.4), (30, hem + 2.4, 1)])
    scene.add(band, surface.shaded(factor), bevel=1.6, occlusion=0.2)
    for x in np.linspace(31, 69, 24):
        scene.line([(x, hem - 4.4), (x, hem + 2)], 0.4, opacity=0.16)


def placket(scene, surface, top, hem):
    """Adds the vertical strip that carries a shirt's buttons."""
    strip = polygon([(47.6, top), (52.4, top), (52.6, hem + 0.6), (47.4, hem + 0.6)])
    scene.add(strip, surface.laid(origin=COLLAR_ORIGIN), bevel=0.7, occlusion=0.25)


def zipper(scene, points, color, width=1.0):
    """Draws a zip fastener with the shadow of its tape."""
    scene.line(points, 2.6, opacity=0.22, softness=0.35)
    scene.line(points, width, color, opacity=0.95, softness=0.05)
    scene.stitches(points, darker(color, 0.45), width=width, dash=0.5, gap=0.5, opacity=0.7)


def patch_pocket(scene, surface, x=60.5, top=33, width=9, depth=12):
    """Adds a breast pocket with a pointed bottom about `x`."""
    left, right = x - width / 2, x + width / 2
    outline = polygon([(left, top), (right, top), (right, top + depth - 3), (x, top + depth), (left, top + depth - 3)])
    scene.add(outline, surface.laid(origin=COLLAR_ORIGIN), bevel=0.8, occlusion=0.25)
    scene.stitches([(left + 0.8, top + 1.6), (right - 0.8, top + 1.6)], seam(surface.color), width=0.3, opacity=0.6)
