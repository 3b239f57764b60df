"""Scarves, sunglasses and umbrellas."""

import numpy as np

from ..palette import METALS, WOODS, darker, dye_lot
from ..paths import box, curve, ellipse, intersect, polygon, reflect, stroke, subtract, thickened
from ..shading import Fold
from ..surface import Surface, metal
from .garment import SIDES, creases, drape
from .registry import shape

_LENS_DYE = {"black": "black", "brown": "brown", "blue": "blue", "green": "olive", "rose": "pink"}
_GOLDEN = {"mustard", "tan", "beige", "brown"}


@shape("scarf")
def draw_scarf(scene, product):
    """A knotted scarf with two fringed ends."""
    surface, rng = product.surface(), product.rng
    scene.frame(22, 8, 78, 96, fill=88)
    long_end = curve([(54, 46, 1), (66, 46, 1), (70, 70), (68, 88, 1), (55, 88.6, 1), (56, 70)])
    scene.add(long_end, surface, bevel=4, folds=drape(rng, 57, 66, 52, 70, 3))
    short_end = curve([(36, 44, 1), (50, 46, 1), (48, 66), (44, 82, 1), (30, 80.6, 1), (34, 64)])
    scene.add(short_end, surface.laid(angle=0.12), bevel=4, folds=drape(rng, 36, 46, 50, 66, 3))
    _fringe(scene, surface, rng, np.linspace(56, 67.4, 10), lambda x: 88)
    _fringe(scene, surface, rng, np.linspace(30.6, 43.6, 10), lambda x: 80.6 + (x - 30) * 0.1)
    outer = curve([(50, 10), (66, 14), (76, 28), (72, 44), (60, 53), (50, 55), (40, 53), (28, 44), (24, 28), (34, 14)])
    inner = curve([(50, 22), (58, 23), (61, 29), (57, 35), (50, 37), (43, 35), (39, 29), (42, 23)])
    swirl = creases(
        ([(70, 22), (66, 40), (54, 48)], 2.4, 1.0), ([(73, 32), (64, 47)], 2, -0.8), ([(60, 15), (69, 24)], 2, -0.8)
    )
    scene.add(subtract(outer, inner), surface.laid(angle=0.5), bevel=6, folds=swirl)
    knot = curve([(40, 40, 1), (60, 40, 1), (64, 52), (58, 58), (44, 57), (37, 50)])
    pinches = [Fold(((42, 46), (58, 43)), 2, -0.8), Fold(((42, 52), (60, 50)), 2, 0.7)]
    scene.add(knot, surface.laid(angle=-0.3), bevel=4, folds=pinches)


def _fringe(scene, surface, rng, places, edge):
    for x in places:
        y = edge(x)
        strand = stroke([(x, y), (x + rng.uniform(-0.8, 0.4), y + 6)], 0.85)
        scene.add(strand, surface.shaded(0.9), bevel=0.4, occlusion=0.2)


def _lens(style, side):
    if style == "round":
        return ellipse(50 + side * 20, 50, 15)
    outlines = {
        "aviator": [(55, 40), (72, 38), (87, 42), (85, 56), (74, 65), (61, 60), (55, 48)],
        "wayfarer": [(55, 40, 1), (72, 37), (90, 37, 1), (87, 54), (78, 62), (62, 61), (56, 50)],
        "cat-eye": [(55, 43, 1), (70, 38), (93, 31, 1), (88, 52), (76, 62), (61, 59), (56, 51)],
    }
    return curve(reflect(outlines[style], side))


@shape("sunglasses")
def draw_sunglasses(scene, product):
    """Sunglasses, the arms folded behind: round and aviator in metal, wayfarer and cat-eye in plastic."""
    scene.frame(3, 26, 97, 78, fill=88)
    is_metal = product.style in ("round", "aviator")
    rim = 2.6 if is_metal else 5.0
    if is_metal:
        color = METALS["brass"] if product.attributes["color"] in _GOLDEN else product.main
        frame = Surface.plain("steel", color)
    else:
        frame = product.surface()
    for side in SIDES:
        arm = stroke(reflect([(86, 42), (94, 46), (95, 66), (90, 74)], side), 2.2 if is_metal else 3.2)
        scene.add(arm, frame.shaded(0.85), bevel=1.3)
    scene.add(stroke([(40, 45), (50, 41.6), (60, 45)], rim * 0.8), frame, bevel=1.2)
    if product.style == "aviator":
        scene.add(stroke([(38, 38.6), (50, 37.4), (62, 38.6)], 1.6), frame, bevel=0.8)
    glass = Surface.plain("glass", darker(dye_lot(_LENS_DYE[product.get("lens", "black")], product.rng), 0.66))
    for side in SIDES:
        _add_lens(scene, _lens(product.style, side), frame, glass, rim, 50 + side * 20)
    if not is_metal:
        for side in SIDES:
            scene.add(ellipse(50 + side * 38, 41.4, 0.9), metal("steel"), bevel=0.5)


def _add_lens(scene, lens, frame, glass, rim, cx):
    scene.add(thickened(lens, rim), frame, bevel=1.6)
    scene.add(lens, glass, bevel=1, occlusion=0.4)
    scene.gleam(lens, (0.95, 0.97, 1.0), lambda u, v: np.clip((56 - v) / 30, 0, 1) ** 1.5 * 0.34)
    glare = polygon([(cx - 8, 30), (cx - 2, 30), (cx - 10, 70), (cx - 16, 70)])
    scene.ink(intersect(lens, glare), (1, 1, 1), opacity=0.18, softness=0.3)


@shape("umbrella")
def draw_umbrella(scene, product):
    """An open umbrella with a crook handle; a wooden or a metal shaft."""
    scene.frame(6, 5, 94, 95, fill=90)
    scene.stand()
    walnut = Surface.plain("wood", WOODS["walnut"])
    scene.add(box(49.2, 10, 50.8, 82, 0.6), walnut if product.get("wood") else metal("steel"), bevel=0.8)
    scene.add(stroke([(50, 80), (50, 88), (54, 92), (59, 90), (60, 85)], 2.8), walnut, bevel=1.3)
    underside = curve([(8, 54, 1), (22, 51), (50, 49), (78, 51), (92, 54, 1), (78, 46), (50, 43), (22, 46)])
    scene.add(underside, product.surface().shaded(0.4), bevel=1, occlusion=0.2)
    scallops = [(84, 49.6), (78, 54, 1), (64, 49), (50, 54, 1), (36, 49), (22, 54, 1), (16, 49.6)]
    canopy = curve([(8, 54, 1), (12, 36), (26, 20), (50, 13), (74, 20), (88, 36), (92, 54, 1), *scallops])
    scene.add(canopy, product.surface(), bevel=7)
    for x, y in ((22, 54), (50, 54), (78, 54)):
        rib = [(50, 14), (50 + (x - 50) * 0.8, 27), (x, y - 0.6)]
        scene.line(rib, 0.5, opacity=0.34, softness=0.2)
        scene.line([(px - 0.7, py) for px, py in rib], 0.5, (1, 1, 1), opacity=0.18, softness=0.2)
    shadow_side = curve([(50, 14, 1), (67, 28), (78, 54, 1), (84, 49.6), (92, 54, 1), (88, 36), (74, 20)])
    scene.ink(shadow_side, (0, 0, 0), opacity=0.16, softness=0.8)
    scene.add(box(49, 7, 51, 14, 0.8), metal("steel"), bevel=0.8)
