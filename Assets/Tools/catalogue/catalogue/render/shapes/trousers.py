"""Trousers, jeans, joggers and shorts."""

from ..palette import IVORY, THREAD, darker, seam
from ..paths import box, curve, ellipse, mirrored, reflect, sided, stroke
from ..surface import Surface, metal
from .garment import SIDES, creases, drape
from .registry import shape

_LEG_FLARE = {"skinny": -3.5, "straight": 0, "wide": 7, "shorts": 3, "jogger": 1.5}


@shape("pants")
def draw_trousers(scene, product):
    """Trousers of style skinny, straight, wide, shorts or jogger."""
    surface = product.surface()
    if product.style == "shorts":
        _draw_shorts(scene, product, surface)
    else:
        _draw_long(scene, product, surface)


def _draw_long(scene, product, surface):
    flare = _LEG_FLARE[product.style]
    scene.frame(22, 8, 78, 96, fill=88)
    hem = 90 if product.style == "jogger" else 93
    _back_waist(scene, surface, 10, 64)
    outline = [
        (50, 10.5, 1), (64, 10, 1), (67, 20), (68.3 + flare * 0.3, 40), (67.2 + flare * 0.8, 66), (66 + flare, hem, 1),
        (52.6 + flare * 0.6, hem + 0.8, 1), (52.8 + flare * 0.1, 66), (51.6, 46), (50, 35, 1),
    ]  # fmt: skip
    folds = _hip_creases() + _knee_creases(flare) + _hem_creases(flare, hem)
    folds += drape(product.rng, 34, 66, 42, hem - 26, 5, 0.5)
    scene.add(mirrored(outline), surface, bevel=5.5, height=1.15, folds=folds)
    _shade_inner_legs(scene, flare, hem)
    if product.style != "jogger" and surface.material != "denim":
        _pressed_crease(scene, flare, hem)
    _side_seams(scene, surface, flare, hem)
    if product.style == "jogger":
        _waistband(scene, surface, 10, 64, is_elastic=True)
        _ankle_cuffs(scene, surface, flare, hem)
        _slant_pockets(scene, surface, 10, 64)
    else:
        _hem_stitching(scene, surface, [(54 + flare * 0.6, hem - 2.4), (65.4 + flare, hem - 3)])
        _fly(scene, surface, 10, 34)
        (_jeans_pockets if surface.material == "denim" else _slant_pockets)(scene, surface, 10, 64)
        _waistband(scene, surface, 10, 64)


def _draw_shorts(scene, product, surface):
    scene.frame(22, 11, 78, 64, fill=76)
    hem = 58
    _back_waist(scene, surface, 13.5, 66)
    outline = [
        (50, 14, 1),
        (66, 13.5, 1),
        (69.5, 26),
        (76, hem + 2, 1),
        (64, hem + 4),
        (53.4, hem + 4.4, 1),
        (50, 38.5, 1),
    ]
    flares = [([(56, 40), (58, hem)], 2.6, 0.7), ([(63, 36), (67, hem)], 2.6, -0.6), ([(70, 34), (73, hem)], 2.4, 0.5)]
    folds = _hip_creases() + creases(*flares) + drape(product.rng, 34, 66, 34, 44, 4, 0.5)
    scene.add(mirrored(outline), surface, bevel=5.5, height=1.15, folds=folds)
    for side in SIDES:
        inner = sided([(50, 38, 1), (53.6, hem + 4.4, 1), (57, hem + 4.2, 1), (53, 44)], side)
        scene.ink(inner, (0, 0, 0), opacity=0.16, softness=1.4)
    _hem_stitching(scene, surface, [(54.4, hem + 1.6), (64, hem + 1.4), (75, hem - 0.4)])
    _fly(scene, surface, 13.5, 37)
    (_jeans_pockets if surface.material == "denim" else _slant_pockets)(scene, surface, 13.5, 66)
    _waistband(scene, surface, 13.5, 66)


def _hip_creases():
    """Whiskers from the crotch outward, the first thing that says trousers."""
    return creases(
        ([(51.5, 35), (56, 34.4), (63, 31.6)], 2.0, -0.8),
        ([(52, 38), (57, 38.4), (64, 37)], 2.0, 0.8),
        ([(53, 42), (58, 43), (64, 42.6)], 2.0, -0.7),
        ([(66, 27), (62, 30)], 2.2, 0.6),
    )


def _knee_creases(flare):
    out = 50 + 15 + flare * 0.6
    return creases(
        ([(out, 60), (out - 6, 62.5)], 2.0, -0.8),
        ([(54, 63), (59, 65.4), (out - 1, 64.4)], 2.2, 0.8),
        ([(54.4, 67.4), (59, 69.6), (out - 2, 69)], 2.0, -0.8),
    )


def _hem_creases(flare, hem):
    middle = 59 + flare * 0.8
    return creases(
        ([(middle - 4, hem - 10), (middle + 1, hem - 8.4), (middle + 6, hem - 10)], 1.8, 0.7),
        ([(middle - 4, hem - 6), (middle + 2, hem - 4.6), (middle + 6, hem - 6)], 1.8, -0.7),
    )


def _shade_inner_legs(scene, flare, hem):
    """Darkens the inner side of each leg: the legs are round and shade one another."""
    for side in SIDES:
        edge = 52.8 + flare * 0.5
        inner = sided([(50, 33, 1), (edge, hem, 1), (edge + 5, hem, 1), (55.4, 60), (53, 40)], side)
        scene.ink(inner, (0, 0, 0), opacity=0.17, softness=1.6)


def _pressed_crease(scene, flare, hem):
    for side in SIDES:
        crease = reflect([(58.6, 24), (59.2, 50), (59.4 + flare * 0.75, hem)], side)
        scene.line([(x + 0.5, y) for x, y in crease], 0.6, opacity=0.24, softness=0.3)
        scene.line([(x - 0.4, y) for x, y in crease], 0.7, (1, 1, 1), opacity=0.09, softness=0.3)


def _side_seams(scene, surface, flare, hem):
    for side in SIDES:
        line = reflect([(65.4, 24), (66.6 + flare * 0.3, 42), (65.6 + flare * 0.8, 66), (64.4 + flare, hem)], side)
        scene.line(line, 0.4, opacity=0.26, softness=0.12)
        if surface.material == "denim":
            scene.stitches([(x - side * 0.9, y) for x, y in line], _thread(surface), width=0.4)


def _thread(surface):
    return THREAD if surface.material == "denim" else seam(surface.color)


def _hem_stitching(scene, surface, points):
    for side in SIDES:
        scene.stitches(reflect(points, side), _thread(surface), width=0.4, opacity=0.7)


def _fly(scene, surface, waist, crotch):
    scene.line([(50, waist + 4), (50, crotch)], 0.6, opacity=0.5, softness=0.2)
    scene.stitches([(53.6, waist + 4.6), (53.6, waist + 14), (50.2, waist + 19.4)], _thread(surface), width=0.5)


def _jeans_pockets(scene, surface, waist, hip):
    for side in SIDES:
        scoop = [(50 + 7, waist + 4.6), (50 + 8.6, waist + 10), (hip + 1.6, waist + 12.4)]
        mouth = sided([*scoop, (hip + 1, waist + 4.6, 1)], side)
        scene.ink(mouth, darker(surface.color, 0.62), opacity=0.4, softness=0.1)
        scene.line(reflect(scoop, side), 0.5, opacity=0.45, softness=0.15)
        scene.stitches(reflect([(x - 0.5, y + 0.9) for x, y in scoop], side), THREAD, width=0.45)
        for x, y in reflect([(57.4, waist + 6), (hip + 0.2, waist + 12.2)], side):
            scene.add(ellipse(x, y, 0.75), metal("copper"), bevel=0.4)


def _slant_pockets(scene, surface, waist, hip):
    for side in SIDES:
        mouth = reflect([(hip - 4, waist + 5), (hip + 1.4, waist + 17)], side)
        scene.line(mouth, 0.9, opacity=0.45, softness=0.22)
        scene.stitches([(x - side * 1.1, y) for x, y in mouth], _thread(surface), width=0.35, opacity=0.6)


def _back_waist(scene, surface, waist, hip):
    """The inside of the back waistband, seen over the front one."""
    left, right = 100 - hip, hip
    back = curve(
        [
            (left, waist - 0.6, 1),
            (50, waist - 2.4),
            (right, waist - 0.6, 1),
            (right, waist + 3, 1),
            (left, waist + 3, 1),
        ]
    )
    scene.add(back, surface.shaded(0.6), bevel=0.8)


def _waistband(scene, surface, waist, hip, is_elastic=False):
    left, right = 100 - hip, hip
    upper = [(left - 0.3, waist, 1), (50, waist + 1.6), (right + 0.3, waist, 1)]
    lower = [(right + 0.6, waist + 4.8, 1), (50, waist + 6.2), (left - 0.6, waist + 4.8, 1)]
    scene.add(curve([*upper, *lower]), surface.shaded(0.93), bevel=1.2, occlusion=0.3)
    if is_elastic:
        for k in range(-6, 7):
            scene.line([(50 + k * 2.2, waist + 1.6), (50 + k * 2.24, waist + 5.2)], 0.6, opacity=0.25, softness=0.2)
        for side in SIDES:
            cord = stroke(reflect([(51, waist + 3.6), (53.4, waist + 9), (52.6, waist + 16)], side), 1)
            scene.add(cord, Surface.plain("cotton", IVORY), bevel=0.5, occlusion=0.4)
        return
    for side in SIDES:
        for x in (5.6, 11.4):
            loop = box(50 + side * x - 0.8, waist + 0.1, 50 + side * x + 0.8, waist + 6.6, 0.3)
            scene.add(loop, surface.shaded(0.86), bevel=0.4)
    button = metal("copper") if surface.material == "denim" else Surface.plain("plastic", darker(surface.color, 0.5))
    scene.add(ellipse(50.6, waist + 3.9, 1.3), button, bevel=0.6)


def _ankle_cuffs(scene, surface, flare, hem):
    for side in SIDES:
        cuff = [
            (52.8 + flare * 0.6, hem - 2.6, 1),
            (66 + flare, hem - 2.6, 1),
            (63.6 + flare, hem + 4.6, 1),
            (54.6 + flare * 0.6, hem + 4.6, 1),
        ]
        scene.add(sided(cuff, side), surface.shaded(0.85), bevel=1.6)
        for k in range(5):
            x = 55 + flare * 0.7 + k * 2.1
            scene.line(reflect([(x, hem - 1.6), (x, hem + 4)], side), 0.4, opacity=0.2)
