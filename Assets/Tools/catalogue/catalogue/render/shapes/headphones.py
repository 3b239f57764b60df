"""Headphones and earbuds."""

from ..palette import INK, WOODS, darker, luminance
from ..paths import box, curve, ellipse, reflect, stroke, subtract
from ..surface import Surface
from .garment import SIDES
from .registry import shape

_CABLE = Surface.plain("rubber", INK)


@shape("headphones")
def draw_headphones(scene, product):
    """Headphones of style over-ear, studio or gaming, or earbuds with their case."""
    if product.style == "earbuds":
        _draw_earbuds(scene, product)
        return
    scene.frame(10, 8, 90, 97 if product.style != "over-ear" else 87, fill=86)
    _headband(scene, product)
    for side in SIDES:
        _ear_cup(scene, product, side)
    if product.style == "gaming":
        _microphone(scene, product)
    elif product.style == "studio":
        scene.add(stroke([(20, 84), (22, 92), (30, 96), (40, 93)], 1.4), _CABLE, bevel=0.7)


def _headband(scene, product):
    outer = curve([(17, 56, 1), (17, 34), (32, 15), (50, 11), (68, 15), (83, 34), (83, 56, 1)])
    inner = curve([(22, 56, 1), (22.6, 36), (35, 20), (50, 17), (65, 20), (77.4, 36), (78, 56, 1)])
    band = Surface.plain("leather" if product.style == "studio" else "plastic", darker(product.main, 0.9))
    scene.add(subtract(outer, inner), band, bevel=2.4)
    pad_outer = curve([(27, 28, 1), (36, 17), (50, 12.6), (64, 17), (73, 28, 1)])
    pad_inner = curve([(31, 30, 1), (38, 22), (50, 18.6), (62, 22), (69, 30, 1)])
    scene.add(subtract(pad_outer, pad_inner), Surface.plain("leather", product.second), bevel=2)


def _ear_cup(scene, product, side):
    fitting = product.metal("black steel")
    scene.add(box(50 + side * 31 - 1.8, 46, 50 + side * 31 + 1.8, 62, 0.8), fitting, bevel=1.2)
    pad = darker(product.second, 0.75) if luminance(product.second) > 0.8 else INK
    cushion = box(50 + side * 24 - 5, 49, 50 + side * 24 + 5, 82, 5)
    scene.add(cushion, Surface.plain("leather", pad), bevel=4)
    if product.material == "wood":
        shell = Surface.plain("wood", WOODS["walnut"])
    elif product.material in ("plastic", "steel", "leather"):
        shell = product.surface()
    else:
        shell = product.surface().of("plastic")
    scene.add(box(50 + side * 31 - 5.6, 47, 50 + side * 31 + 5.6, 84, 6), shell, bevel=5)
    scene.add(ellipse(50 + side * 32, 65.5, 3.6, 8), fitting, bevel=2)


def _microphone(scene, product):
    scene.add(stroke([(17, 76), (20, 90), (38, 92)], 1.8), _CABLE, bevel=0.9)
    scene.add(box(36, 88.6, 46, 95.4, 3.2), _CABLE, bevel=2)
    for side in SIDES:
        scene.ink(ellipse(50 + side * 32, 65.5, 1.8, 6), product.second, opacity=0.9, softness=0.5)


def _draw_earbuds(scene, product):
    scene.frame(22, 12, 78, 88, fill=80)
    plastic = product.surface().of("plastic").unpatterned()
    scene.add(box(26, 52, 74, 86, 14), plastic, bevel=8)
    scene.line([(26, 62), (74, 62)], 0.6, opacity=0.5)
    scene.add(box(45, 59.8, 55, 64.2, 1.4), plastic.shaded(0.9), bevel=1)
    scene.add(ellipse(50, 72, 1.3), Surface.plain("plastic", (0.3, 0.9, 0.5)), bevel=0.5)
    for side in SIDES:
        scene.add(box(50 + side * 17 - 3.4, 24, 50 + side * 17 + 3.4, 46, 3.2), plastic, bevel=2.8)
        scene.add(ellipse(50 + side * 15, 22, 8.6, 8), plastic, bevel=5)
        scene.add(ellipse(50 + side * 10, 23, 4, 4.6), plastic.shaded(0.45).of("rubber"), bevel=2.2)
        tip = reflect([(67, 44)], side)[0]
        scene.ink(ellipse(tip[0], tip[1], 1.6, 0.6), INK, opacity=0.6, softness=0.1)
