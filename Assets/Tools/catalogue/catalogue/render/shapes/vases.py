"""Vases and planters, with what grows in them."""

import math

from ..palette import dye_lot, lighter
from ..paths import around, curve, ellipse, mirrored, stroke
from ..surface import Surface
from .glassware import add_glass
from .registry import shape

_OUTLINES = {
    "tall": [(50, 42, 1), (55, 41.6, 1), (54.6, 48), (62, 62), (61, 80), (57, 91, 1), (50, 92)],
    "round": [(50, 50, 1), (56, 49.6, 1), (57, 54), (69, 68), (66, 84), (58, 91, 1), (50, 92)],
    "pot": [(50, 52, 1), (68, 51.6, 1), (66.6, 70), (61, 91, 1), (50, 92)],
}
_STEM = Surface.plain("cotton", (0.25, 0.42, 0.20))
_LEAF = (0.18, 0.42, 0.22)
_POLLEN = Surface.plain("fleece", (0.93, 0.75, 0.25))


@shape("vase")
def draw_vase(scene, product):
    """A vase of style tall, round or pot; empty, or with leaves or flowers."""
    outline = _OUTLINES[product.style]
    mouth, half_width = outline[0][1], outline[1][0] - 50
    plant = product.get("plant", "leaf")
    scene.frame(20, mouth - 4 if plant == "none" else mouth - 48, 80, 94, fill=74 if plant == "none" else 92)
    scene.stand((50, 91, 14, 1.9))
    surface = product.surface(scale=0.9)
    inside = ellipse(50, mouth, half_width, 4 if product.style == "pot" else 2.2)
    scene.add(inside, surface.of("ceramic").shaded(0.45), bevel=0.6, occlusion=0)
    if plant == "leaf":
        _foliage(scene, product.rng, mouth)
    elif plant == "flower":
        _bouquet(scene, product, mouth)
    body = mirrored(outline)
    radius = 17 if product.style == "pot" else 14
    if product.material == "glass":
        add_glass(scene, surface, body, 50, radius, waterline=(mouth + 92) / 2 - 4)
    else:
        scene.add(body, surface, bevel=8)
        scene.round_off(body, 50, radius, gloss=0.3)
    lip = [(50 - half_width, mouth), (50, mouth + (4 if product.style == "pot" else 2)), (50 + half_width, mouth)]
    scene.line(lip, 0.9, lighter(product.main, 0.4), opacity=0.7, softness=0.15)


def _stem(scene, mouth, angle, length):
    tip = (50 + math.sin(angle) * length * 0.8, mouth - math.cos(angle) * length)
    middle = (50 + math.sin(angle) * length * 0.3, mouth - length * 0.5)
    scene.add(stroke([(50, mouth + 26), (50, mouth + 2), middle, tip], 1.0), _STEM, bevel=0.5)
    return tip


def _foliage(scene, rng, mouth):
    for k in range(9):
        angle = (k - 4) * 0.27 + rng.uniform(-0.08, 0.08)
        tip = _stem(scene, mouth, angle, rng.uniform(26, 40))
        for t in (0.55, 0.8, 1.0):
            base = (50 + (tip[0] - 50) * t, mouth + (tip[1] - mouth) * t)
            _leaf(scene, base, angle + rng.uniform(-0.9, 0.9), rng.uniform(8, 12), rng.uniform(0.8, 1.25))


def _leaf(scene, base, direction, length, brightness):
    x, y = base
    tip = (x + math.sin(direction) * length, y - math.cos(direction) * length, 1)
    sides = [
        (x + math.sin(direction + turn) * length * 0.6, y - math.cos(direction + turn) * length * 0.6)
        for turn in (-0.45, 0.45)
    ]
    green = Surface.plain("satin", [component * brightness for component in _LEAF])
    scene.add(curve([(x, y, 1), sides[0], tip, sides[1]]), green, bevel=1.6)


def _bouquet(scene, product, mouth):
    rng = product.rng
    petal = Surface.plain("satin", dye_lot(product.get("flower", "pink"), rng))
    for k in range(6):
        x, y = _stem(scene, mouth, (k - 2.5) * 0.2 + rng.uniform(-0.08, 0.08), rng.uniform(26, 40))
        for px, py in around(x, y, 4, 4, 7):
            scene.add(ellipse(px, py, 3.2), petal, bevel=1.6, occlusion=0.2)
        scene.add(ellipse(x, y, 2.5), _POLLEN, bevel=1.3)
