"""Backpacks and handbags."""

from ..palette import INK, darker, seam
from ..paths import box, curve, ellipse, frame, mirrored, polygon, reflect, ring, sided, stroke, subtract
from ..shading import Fold
from ..surface import Surface, metal
from .garment import SIDES, drape
from .registry import shape

_STRAP_LEATHER = (0.50, 0.33, 0.20)


def _buckle(scene, x, y, half_width, half_height):
    outline = frame(x - half_width, y - half_height, x + half_width, y + half_height, 0.8, 1.3)
    scene.add(outline, metal("brass"), bevel=0.5)


def _buckled_strap(scene, x, top, bottom, buckle):
    strap = box(x - 1.8, top, x + 1.8, bottom, 0.8)
    scene.add(strap, Surface.plain("leather", _STRAP_LEATHER), bevel=0.8, occlusion=0.4)
    _buckle(scene, x, buckle, 3.1, 3)


@shape("backpack")
def draw_backpack(scene, product):
    """A backpack with a zipped, rolled or flapped top and a front pocket, perhaps in a second colour."""
    surface = product.surface()
    scene.frame(17, 4, 83, 92, fill=88)
    scene.stand((50, 89.5, 27, 2.4))
    loop = subtract(ellipse(50, 13, 7), ellipse(50, 13.6, 4.6, 4.8))
    scene.add(loop, surface.shaded(0.7), bevel=1.2)
    for side in SIDES:
        strap = sided([(74, 34), (81, 50), (79, 76), (73, 84), (72, 50)], side)
        scene.add(strap, surface.shaded(0.6), bevel=2)
    outline = mirrored([(50, 13), (64, 15), (74, 26), (76, 50), (76.5, 80), (72, 88.5), (50, 89.5)])
    scene.add(outline, surface, bevel=8, folds=drape(product.rng, 34, 66, 24, 44, 3, 0.7))
    _front_pocket(scene, product, surface)
    {"zip": _zip_top, "rolltop": _roll_top, "flap": _flap_top}[product.style](scene, product, surface)


def _front_pocket(scene, product, surface):
    pocket = surface.dyed(product.second) if product.get("duo") else surface
    outline = mirrored([(50, 59), (66, 59.6), (70, 64), (70.5, 80), (67, 86), (50, 87)])
    scene.add(outline, pocket, bevel=4)
    scene.line([(32, 65), (50, 64), (68, 65)], 0.9, INK, opacity=0.8, softness=0.1)
    scene.add(box(66.4, 64, 68.4, 70, 0.6), metal("steel"), bevel=0.5)
    patch = Surface.plain("leather", product.main if product.get("duo") else darker(product.main, 0.5))
    scene.add(box(43, 68.4, 57, 75, 1), patch, bevel=0.7, occlusion=0.25)
    scene.stitches([(44, 69.4), (56, 69.4)], seam(patch.color), width=0.3, opacity=0.5)


def _zip_top(scene, product, surface):
    track = [(29, 52), (29, 28), (38, 18), (50, 16.6), (62, 18), (71, 28), (71, 52)]
    scene.line(track, 2.0, opacity=0.22, softness=0.3)
    scene.line(track, 0.9, INK, opacity=0.85, softness=0.1)
    scene.add(box(70, 50, 72, 56, 0.6), metal("steel"), bevel=0.5)


def _roll_top(scene, product, surface):
    roll = curve([(28, 14, 1), (72, 14, 1), (74, 22), (74, 32, 1), (50, 33), (26, 32, 1), (26, 22)])
    scene.add(roll, surface.shaded(0.9), bevel=3)
    scene.line([(26.6, 21), (50, 22), (73.4, 21)], 0.6, opacity=0.35, softness=0.2)
    for side in SIDES:
        _buckled_strap(scene, 50 + side * 13, 14, 60, 47)


def _flap_top(scene, product, surface):
    flap = mirrored([(50, 12.4), (64, 14), (75, 26), (76, 46), (74, 55, 1), (50, 57)])
    scene.add(flap, surface, bevel=4, occlusion=0.45)
    scene.stitches([(27.6, 52.6), (50, 54.4), (72.4, 52.6)], seam(surface.color), width=0.4, opacity=0.6)
    for side in SIDES:
        _buckled_strap(scene, 50 + side * 14, 42, 68, 61)


@shape("handbag")
def draw_handbag(scene, product):
    """A handbag of style tote, crossbody, bucket or satchel."""
    _HANDBAGS[product.style](scene, product, product.surface())


def _draw_tote(scene, product, surface):
    scene.frame(24, 8, 76, 88, fill=86)
    scene.stand((50, 83.5, 24, 2.2))
    if product.material == "canvas":
        strap = Surface.plain("canvas", product.second)
    else:
        strap = Surface.plain("leather", darker(product.main, 0.72))
    for dx in (-2, 2):
        handle = [(34 + dx, 42), (36 + dx, 20 - dx), (50, 11 - dx), (64 - dx, 20 - dx), (66 - dx, 42)]
        scene.add(stroke(handle, 2.6), strap, bevel=1.2)
    body = mirrored([(50, 36, 1), (75, 35, 1), (73, 60), (70.6, 83, 1), (50, 84.4)])
    scene.add(body, surface, bevel=6, folds=drape(product.rng, 32, 68, 44, 66, 5, 0.8))
    scene.stitches([(26.5, 39), (50, 40), (73.5, 39)], seam(surface.color), width=0.45, opacity=0.7)
    for side in SIDES:
        scene.add(box(50 + side * 15 - 2.6, 38, 50 + side * 15 + 2.6, 47, 1), strap, bevel=1, occlusion=0.4)


def _draw_crossbody(scene, product, surface):
    scene.frame(17, 4, 83, 86, fill=84)
    scene.stand((50, 81.8, 26, 2.2))
    scene.add(stroke([(26, 48), (20, 20), (50, 6), (80, 20), (74, 48)], 1.7), surface.shaded(0.75), bevel=0.8)
    scene.add(box(24, 42, 76, 82, 9), surface, bevel=6)
    flap = mirrored([(50, 40.6), (70, 41), (77, 48), (75, 60), (60, 67), (50, 68)])
    scene.add(flap, surface, bevel=4, occlusion=0.5)
    rim = [(75.4, 49), (73.4, 58.8), (59.4, 65.4), (50, 66.4)]
    scene.stitches([*rim, *reflect(rim[:-1], -1)[::-1]], seam(surface.color), width=0.4, opacity=0.6)
    for side in SIDES:
        scene.add(ring(50 + side * 25, 46.5, 2.4, 2.4, 0.9), metal("brass"), bevel=0.5)
    scene.add(ellipse(50, 65.2, 3), metal("brass"), bevel=1.2)


def _draw_bucket(scene, product, surface):
    scene.frame(24, 4, 76, 88, fill=86)
    scene.stand((50, 84.6, 22, 2.2))
    scene.add(stroke([(32, 34), (30, 14), (50, 6), (70, 14), (68, 34)], 2.2), surface.shaded(0.72), bevel=1)
    scene.add(ellipse(50, 35, 20.5, 4.6), surface.shaded(0.4), bevel=1)
    gathers = [Fold(((50 + k * 5, 39), (50 + k * 5.4, 52)), 1.8, -0.7 if k % 2 else 0.6) for k in range(-4, 5)]
    body = mirrored([(50, 39, 1), (62, 38), (70.6, 35, 1), (73, 60), (72, 80), (66, 84.4), (50, 85.4)])
    scene.add(body, surface, bevel=8, folds=gathers)
    scene.line([(30, 44), (50, 48), (70, 44)], 1.2, darker(product.main, 0.4), opacity=0.9, softness=0.1)
    for side in SIDES:
        scene.add(stroke(reflect([(51, 47.6), (54, 58), (53, 66)], side), 1.2), surface.shaded(0.55), bevel=0.6)
        scene.add(ellipse(50 + side * 3, 67, 1.5, 2), surface.shaded(0.5), bevel=0.9)
    scene.line([(27.6, 76), (50, 78.6), (72.4, 76)], 0.5, opacity=0.35, softness=0.15)


def _draw_satchel(scene, product, surface):
    scene.frame(20, 14, 80, 87, fill=84)
    scene.stand((50, 83.6, 28, 2.2))
    outer = curve([(36, 46, 1), (37, 24), (50, 17), (63, 24), (64, 46, 1)])
    inner = curve([(39.6, 46, 1), (40.4, 27), (50, 21.4), (59.6, 27), (60.4, 46, 1)])
    scene.add(subtract(outer, inner), surface.shaded(0.8), bevel=1.6)
    scene.add(mirrored([(50, 41, 1), (68, 41, 1), (74, 62), (78, 80), (75, 83.6, 1), (50, 84.4)]), surface, bevel=6)
    flap = polygon([(31.6, 41), (68.4, 41), (70.6, 51), (29.4, 51)])
    scene.add(flap, surface.shaded(0.88), bevel=1.4, occlusion=0.45)
    scene.stitches([(30.6, 49.6), (69.4, 49.6)], seam(surface.color), width=0.4, opacity=0.6)
    scene.add(box(45.6, 46, 54.4, 57, 1.2), metal("brass"), bevel=1)
    scene.add(box(48.6, 50, 51.4, 54, 0.6), Surface.plain("brass", (0.5, 0.38, 0.18)), bevel=0.5)
    for side in SIDES:
        scene.add(ellipse(50 + side * 12.2, 45.6, 1.6), metal("brass"), bevel=0.7)
        scene.line(reflect([(70, 52), (75.6, 82)], side), 0.4, opacity=0.3)


_HANDBAGS = {"tote": _draw_tote, "crossbody": _draw_crossbody, "bucket": _draw_bucket, "satchel": _draw_satchel}
