"""Chairs and sofas."""

import numpy as np

from ..palette import INK
from ..paths import box, curve, ellipse, mirrored, reflect, sided, stroke
from ..shading import Fold
from ..surface import Surface, metal
from .furniture import frame_surface, leg
from .garment import SIDES
from .registry import shape

_PLASTIC = Surface.plain("plastic", INK)


@shape("chair")
def draw_chair(scene, product):
    """A chair of style dining, armchair, stool, office or rocking."""
    _CHAIRS[product.style](scene, product, product.surface(), frame_surface(product))


def _seat_surface(product, surface):
    """Upholstery, or painted wood on a chair without it."""
    return surface if product.get("uph", 1) else Surface.plain("wood", product.main)


def _draw_dining(scene, product, surface, legs):
    scene.frame(22, 7, 78, 93, fill=88)
    scene.stand((50, 90, 26, 3))
    cover = _seat_surface(product, surface)
    for top, bottom in ((34, 32), (62, 64)):
        leg(scene, legs.shaded(0.75), (top, 56), (bottom, 84), 3.4)
    back = curve([(30, 12), (50, 9.6), (70, 12), (69, 40), (68, 56, 1), (32, 56, 1), (31, 40)])
    if product.get("uph", 1):
        scene.add(back, cover, bevel=4, folds=[Fold(((33, 44), (50, 46), (67, 44)), 3, -0.6)])
        scene.line([(34, 15), (50, 13), (66, 15)], 0.4, opacity=0.25)
    else:
        _spindle_back(scene, cover)
    seat = curve([(30, 54), (70, 54), (77, 63), (76, 67), (24, 67), (23, 63)])
    scene.add(seat, cover, bevel=3.4, occlusion=0.5)
    for top, bottom in ((27, 24.6), (73, 75.4)):
        leg(scene, legs, (top, 66), (bottom, 91), 4.2)


def _spindle_back(scene, wood):
    for x in (36, 43, 50, 57, 64):
        scene.add(box(x - 1.1, 14, x + 1.1, 56, 1), wood.shaded(0.9), bevel=1)
    for side in SIDES:
        scene.add(sided([(68, 12, 1), (71.6, 11), (70.6, 56, 1), (67, 56, 1)], side), wood, bevel=1.6)
    scene.add(curve([(28, 11), (50, 8.6), (72, 11), (72, 18), (50, 16), (28, 18)]), wood, bevel=2)


def _draw_armchair(scene, product, surface, legs):
    scene.frame(13, 11, 87, 93, fill=88)
    scene.stand((50, 90, 32, 3))
    for top, bottom in ((26, 23), (74, 77)):
        leg(scene, product.wood(), (top, 80), (bottom, 91), 4.2)
    back = mirrored([(50, 14), (66, 15), (76, 24), (78, 60), (76, 74, 1), (50, 74)])
    buttons = (
        [(40, 28), (50, 28), (60, 28), (45, 37), (55, 37), (40, 46), (50, 46), (60, 46)] if product.get("tuft") else []
    )
    scene.add(
        back, surface, bevel=8, height=0.9, folds=[Fold(((x - 0.1, y), (x + 0.1, y)), 5, -1.4) for x, y in buttons]
    )
    for x, y in buttons:
        scene.add(ellipse(x, y, 1.3), surface.shaded(0.6), bevel=0.7, occlusion=0.8)
    cushion = curve([(28, 58), (50, 55.6), (72, 58), (73, 72), (50, 74), (27, 72)])
    scene.add(cushion, surface, bevel=5, occlusion=0.5)
    for side in SIDES:
        arm = [(71, 48), (78, 44), (85, 48), (84.6, 80), (83, 83, 1), (72, 83, 1)]
        scene.add(sided(arm, side), surface, bevel=5, occlusion=0.45)
    scene.add(box(27, 72, 73, 82.6, 0.5), surface.shaded(0.93), bevel=2.6)


def _draw_stool(scene, product, surface, legs):
    scene.frame(20, 26, 80, 94, fill=84)
    scene.stand((50, 90.6, 27, 3))
    for top, bottom in ((40, 34), (60, 66)):
        leg(scene, legs.shaded(0.75), (top, 38), (bottom, 84), 3.2)
    scene.add(stroke([(30, 70), (70, 70)], 2.4), legs, bevel=1.1)
    for top, bottom in ((34, 24.6), (66, 75.4)):
        leg(scene, legs, (top, 38), (bottom, 91), 3.8)
    seat = curve([(28, 32), (50, 29), (72, 32), (73, 37), (50, 41), (27, 37)])
    scene.add(seat, _seat_surface(product, surface), bevel=4)


def _draw_office(scene, product, surface, legs):
    scene.frame(19, 6, 81, 95, fill=90)
    scene.stand((50, 91, 29, 3))
    for x, y in ((24, 88), (38, 91), (62, 91), (76, 88)):
        scene.add(stroke([(50, 80), (x, y - 2)], 3.2), _PLASTIC, bevel=1.4)
        scene.add(ellipse(x, y, 2.6), Surface.plain("rubber", (0.1, 0.1, 0.1)), bevel=1.2)
    scene.add(box(47.6, 64, 52.4, 81, 1), metal("steel"), bevel=1.8)
    back = mirrored([(50, 8), (62, 10), (68, 22), (68, 44), (62, 50), (50, 51)])
    scene.add(back, surface, bevel=6, folds=[Fold(((34, 36), (50, 38), (66, 36)), 3, -0.9)])
    scene.add(box(48, 48, 52, 58, 1), _PLASTIC, bevel=1.4)
    scene.add(curve([(28, 56), (50, 53.6), (72, 56), (74, 63), (50, 68), (26, 63)]), surface, bevel=5)
    for side in SIDES:
        scene.add(stroke(reflect([(70, 60), (77, 56), (77, 44)], side), 2.4), _PLASTIC, bevel=1.1)
        scene.add(box(50 + side * 27 - 3, 40, 50 + side * 27 + 3, 44.6, 2), Surface.plain("rubber", INK), bevel=1.6)


def _draw_rocking(scene, product, surface, legs):
    scene.frame(16, 8, 84, 94, fill=88)
    scene.stand((50, 91, 24, 2.4))
    wood = product.wood()
    for side in SIDES:
        scene.add(stroke(reflect([(64, 62), (70, 88)], side), 2.6), wood, bevel=1.2)
    scene.add(stroke([(20, 84), (34, 90), (50, 91.4), (66, 90), (80, 84)], 3), wood, bevel=1.4)
    shell = [
        (30, 16),
        (50, 11),
        (70, 16),
        (76, 44),
        (80, 50),
        (76, 62),
        (64, 70),
        (36, 70),
        (24, 62),
        (20, 50),
        (24, 44),
    ]
    scene.add(curve(shell), surface.of("plastic") if product.material == "leather" else surface, bevel=7)
    seat = curve([(32, 50), (50, 47), (68, 50), (70, 60), (50, 65), (30, 60)])
    scene.add(seat, surface.shaded(0.88), bevel=4, occlusion=0.3)


_CHAIRS = {
    "dining": _draw_dining,
    "armchair": _draw_armchair,
    "stool": _draw_stool,
    "office": _draw_office,
    "rocking": _draw_rocking,
}


@shape("sofa")
def draw_sofa(scene, product):
    """A sofa of style loveseat, three-seater or chesterfield, perhaps with scatter cushions."""
    surface = product.surface()
    seats = 2 if product.style == "loveseat" else 3
    is_tufted = product.style == "chesterfield"
    left = 17 if seats == 2 else 7
    right = 100 - left
    scene.frame(left - 6, 24, right + 6, 84, fill=92 if seats == 3 else 84)
    scene.stand((50, 79.5, right - 50 + 2, 2.6))
    for x in (left + 5, right - 5):
        leg(scene, product.wood(), (x, 72), (x + (x - 50) * 0.02, 80), 3.4)
    top = 33 if is_tufted else 29
    back = [
        (left + 2, 36),
        (left + 7, top + 1),
        (50, top),
        (right - 7, top + 1),
        (right - 2, 36),
        (right - 2, 66, 1),
        (left + 2, 66, 1),
    ]
    scene.add(curve(back), surface, bevel=4)
    inner_left, inner_right = left + 7, right - 7
    _back_cushions(scene, surface, inner_left, inner_right, seats, is_tufted)
    width = (inner_right - inner_left) / seats
    for index in range(seats):
        x = inner_left + index * width
        scene.add(box(x, 53, x + width - 0.5, 64.4, 3.4), surface, bevel=4, occlusion=0.5)
    scene.add(box(left + 3, 63, right - 3, 73, 1.6), surface.shaded(0.94), bevel=2.6)
    for side in SIDES:
        x = 50 + side * (right - 50)
        arm_top = 38 if is_tufted else 42
        scene.add(box(x - 6, arm_top, x + 6, 74, 6 if is_tufted else 5.4), surface, bevel=4.6, occlusion=0.45)
        if is_tufted:
            scene.add(ellipse(x, arm_top + 5, 4.6), surface.shaded(0.95), bevel=2.4)
    if product.get("pillows"):
        _pillow(scene, product.second, left + 16)
        _pillow(scene, product.third, right - 16)


def _back_cushions(scene, surface, left, right, seats, is_tufted):
    width = (right - left) / seats
    if not is_tufted:
        for index in range(seats):
            x = left + index * width
            scene.add(box(x, 30.5, x + width - 0.5, 56, 4), surface, bevel=5, occlusion=0.3)
        return
    buttons = []
    for row, y in enumerate((39, 45.5, 52)):
        shift = 3.2 if row % 2 else 0.0
        buttons += [(x, y) for x in np.arange(left + 3 + shift, right - 1, 6.6)]
    dimples = [Fold(((x - 0.1, y), (x + 0.1, y)), 3.6, -1.4) for x, y in buttons]
    scene.add(box(left - 1, 34, right + 1, 57, 3), surface, bevel=4, folds=dimples, occlusion=0.2)
    for x, y in buttons:
        scene.ink(ellipse(x, y, 0.9), surface.shaded(0.45).color, opacity=0.9, softness=0.15)


def _pillow(scene, color, x):
    outline = [
        (x - 8, 41, 1),
        (x, 42),
        (x + 8, 40, 1),
        (x + 7.4, 48),
        (x + 8.4, 56, 1),
        (x, 55),
        (x - 8, 57, 1),
        (x - 7, 48),
    ]
    scene.add(curve(outline), Surface.plain("linen", color), bevel=5, occlusion=0.5)
