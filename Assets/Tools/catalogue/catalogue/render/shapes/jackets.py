"""Jackets: each cut has its own silhouette, so that they tell apart at thumbnail size."""

import numpy as np

from ..palette import THREAD, darker, lighter, luminance, seam
from ..paths import box, curve, ellipse, frame, mirrored, polygon, reflect, sided, stroke
from ..shading import Fold
from ..surface import Surface, metal
from .garment import COLLAR_ORIGIN, SIDES, body, drape, sleeve, zipper
from .registry import shape

ZIP = (0.80, 0.80, 0.83)


@shape("jacket")
def draw_jacket(scene, product):
    """A jacket of style puffer, denim, biker, bomber, blazer, coat or rain."""
    _STYLES[product.style](scene, product, product.surface(origin=COLLAR_ORIGIN))


def _inside(scene, surface, outline):
    scene.add(mirrored(outline), surface.shaded(0.45), bevel=1, occlusion=0)


def _draw_puffer(scene, product, surface):
    """Fat quilted tubes, a stand-up collar, a bulging outline."""
    scene.frame(3, 7, 97, 88, fill=92)
    plain = surface.unpatterned()
    for side in SIDES:
        _quilted_sleeve(scene, plain, side)
    scene.add(mirrored([(50, 18, 1), (58, 16, 1), (69, 20), (72, 50), (71, 84, 1), (50, 85)]), plain, bevel=5)
    tubes = np.linspace(20, 85, 8)
    for top, bottom in zip(tubes, tubes[1:]):
        bulge = 72.6 if top > 22 else 70.0
        tube = mirrored(
            [(50, top, 1), (70, top, 1), (bulge + 1, (top + bottom) / 2), (70, bottom + 0.4, 1), (50, bottom + 0.4)]
        )
        puckers = drape(product.rng, 31, 69, top - 2, top + 1, 5, 0.5)
        scene.add(tube, plain, bevel=3.8, height=1.15, folds=puckers, occlusion=0.4)
    collar = mirrored([(50, 9.4), (57.4, 10), (60, 12), (61.4, 19.6), (50, 24)])
    scene.add(collar, plain.shaded(0.92), bevel=3)
    scene.line([(50, 12), (50, 85)], 2.8, opacity=0.3, softness=0.4)
    scene.line([(50, 12), (50, 85)], 1.2, darker(surface.color, 0.4), opacity=1, softness=0.05)


def _quilted_sleeve(scene, surface, side):
    """Stacks tubes down the arm, each square to it."""
    shoulder, wrist = np.array((67.0, 20.5)), np.array((89.0, 81.0))
    along = (wrist - shoulder) / np.linalg.norm(wrist - shoulder)
    across = np.array((along[1], -along[0]))
    for t in np.linspace(0, 1, 8)[:-1]:
        start = shoulder + (wrist - shoulder) * t
        end = start + (wrist - shoulder) / 7 * 1.06
        width = 7.6 - 1.6 * t
        middle, half = (start + end) / 2, across * width
        outer = [(*(start + half), 1), tuple(middle + across * (width + 1.6)), (*(end + half), 1)]
        inner = [(*(end - half), 1), tuple(middle - across * (width + 1.2)), (*(start - half), 1)]
        scene.add(sided([*outer, *inner], side), surface, bevel=3.2, height=1.15, occlusion=0.35)


def _draw_denim(scene, product, surface):
    """A cropped trucker: pointed yoke, flap pockets, V seams, orange thread, copper buttons."""
    scene.frame(5, 9, 95, 84, fill=90)
    hem, thread = 76, THREAD if luminance(surface.color) < 0.7 else darker(THREAD, 0.8)
    for side in SIDES:
        sleeve(scene, surface, "long", side)
        scene.stitches(reflect([(82.4, 77.6), (92, 75.4)], side), thread, width=0.5)
    body(scene, surface, product.rng, hem, fullness=-1.5)
    for side in SIDES:
        scene.stitches(reflect([(52.6, 33), (61, 35.5), (70.4, 33)], side), thread, width=0.55)
        scene.line(reflect([(52.6, 32.2), (61, 34.6), (70.6, 32.2)], side), 0.5, opacity=0.35)
        for inner, outer in ((54.5, 56.2), (65.5, 61.6)):
            seam_line = reflect([(inner, 49), (outer, hem - 6)], side)
            scene.line([(x + 0.5, y) for x, y in seam_line], 0.4, opacity=0.3)
            scene.stitches(seam_line, thread, width=0.5)
        _flap_pocket(scene, surface, thread, side)
    waistband = polygon([(30, hem - 5.5), (70, hem - 5.5), (69.6, hem + 1.8), (30.4, hem + 1.8)])
    scene.add(waistband, surface.shaded(0.92), bevel=1.1, occlusion=0.3)
    scene.stitches([(31, hem - 4.4), (69, hem - 4.4)], thread, width=0.5)
    placket = polygon([(47.4, 25), (52.6, 25), (52.6, hem + 1.8), (47.4, hem + 1.8)])
    scene.add(placket, surface, bevel=0.8, occlusion=0.3)
    for x in (48.2, 51.8):
        scene.stitches([(x, 27), (x, hem + 1)], thread, width=0.45)
    _inside(scene, surface, [(50, 14.6), (56.6, 15.2, 1), (57.2, 18, 1), (50, 26, 1)])
    for side in SIDES:
        wing = sided([(57.4, 12.6, 1), (63, 16.6), (61, 28, 1), (50, 24, 1), (54, 18)], side)
        scene.add(wing, surface.shaded(0.95), bevel=1.2, occlusion=0.4)
        scene.stitches(reflect([(62, 17.4), (60, 26.4), (51.6, 23.6)], side), thread, width=0.45)
    for y in np.arange(30, hem, 8.8):
        scene.add(ellipse(50, y, 1.3), metal("copper"), bevel=0.6, occlusion=0.5)


def _flap_pocket(scene, surface, thread, side):
    bag = sided([(54.6, 37, 1), (66, 37, 1), (66, 47.4, 1), (60.3, 50.4, 1), (54.6, 47.4, 1)], side)
    scene.add(bag, surface, bevel=0.8, occlusion=0.25)
    flap = sided([(54, 35.6, 1), (66.6, 35.6, 1), (66.6, 39.4, 1), (60.3, 43, 1), (54, 39.4, 1)], side)
    scene.add(flap, surface.shaded(0.95), bevel=0.8, occlusion=0.35)
    scene.stitches(reflect([(54.8, 39), (60.3, 42), (65.8, 39)], side), thread, width=0.45)
    scene.add(ellipse(50 + side * 10.3, 40, 1.1), metal("copper"), bevel=0.5)


def _draw_biker(scene, product, surface):
    """A short leather jacket: wide lapels, a slanting zip, zip pockets, a buckled belt."""
    scene.frame(5, 10, 95, 84, fill=90)
    hem = 77
    for side in SIDES:
        sleeve(scene, surface, "long", side)
        zipper(scene, reflect([(90.4, 66), (89.4, 77)], side), ZIP, 0.8)
        scene.stitches(reflect([(66, 21), (74, 22.4)], side), darker(surface.color, 0.5), width=0.4)
    body(scene, surface, product.rng, hem, fullness=-2)
    _inside(scene, surface, [(50, 15), (57, 15.4, 1), (57, 20, 1), (50, 38, 1)])
    zipper(scene, [(55, 40), (43, hem - 4)], ZIP, 1.3)
    for side, drop in ((-1, 0), (1, 0)):
        lapel = sided([(55.6, 14.6, 1), (63, 17), (68, 26, 1), (62.4, 29, 1), (66, 34, 1), (51, 45 + drop, 1)], side)
        scene.add(lapel, surface.shaded(1.05), bevel=1.8, occlusion=0.5)
        scene.line(reflect([(62.4, 29), (58, 25.4)], side), 0.6, opacity=0.45)
        scene.add(ellipse(50 + side * 15.2, 26, 0.9), metal("steel"), bevel=0.5)
        zipper(scene, reflect([(60, 63), (67, 53)], side), ZIP, 1.0)
        scene.add(ellipse(50 + side * 10, 63.4, 1), metal("steel"), bevel=0.5)
    belt = polygon([(30.4, hem - 6), (69.6, hem - 6), (69.6, hem + 1.4), (30.4, hem + 1.4)])
    scene.add(belt, surface.shaded(0.85), bevel=1.4, occlusion=0.35)
    scene.add(frame(38, hem - 6.4, 45.6, hem + 1.8, 1, 1.3), metal("steel"), bevel=0.6)
    for x in (55, 64):
        scene.add(box(x - 1.3, hem - 7, x + 1.3, hem + 2.2, 0.4), surface.shaded(0.95), bevel=0.7)


def _draw_bomber(scene, product, surface):
    """A blouson: striped ribbed collar, cuffs and waist, a full body, a pocket on the sleeve."""
    scene.frame(4, 10, 96, 86, fill=90)
    hem = 80
    contrast = product.second
    rib = Surface.plain("knit", darker(surface.color, 0.7))
    for side in SIDES:
        sleeve(scene, surface, "long", side, cuff=rib)
        for shift in (-1.6, 1.0):
            scene.line(
                reflect([(81.6, 81.4 + shift), (92.4, 79.6 + shift)], side), 0.9, contrast, opacity=0.95, softness=0.08
            )
    outline = [(50, 18, 1), (57, 16.5, 1), (68, 20), (72.5, 38), (74.5, 62), (71, hem - 4, 1), (50, hem - 2)]
    scene.add(mirrored(outline), surface, bevel=7, height=1.1, folds=drape(product.rng, 33, 67, 52, 64, 9, 1.1))
    waist = curve([(29.6, hem - 7, 1), (70.4, hem - 7, 1), (68.4, hem + 2.6, 1), (50, hem + 3.6), (31.6, hem + 2.6, 1)])
    scene.add(waist, rib, bevel=2, occlusion=0.4)
    for shift in (-2.6, 0.4):
        scene.line(
            [(30.4, hem + shift), (50, hem + shift + 0.7), (69.6, hem + shift)],
            1.0,
            contrast,
            opacity=0.95,
            softness=0.08,
        )
    _inside(scene, surface, [(50, 14), (56.4, 14.4), (58, 17, 1), (55, 22), (50, 24)])
    collar = stroke([(41.6, 15.6), (43.6, 22.6), (50, 26.2), (56.4, 22.6), (58.4, 15.6)], 4.4, butt=True)
    scene.add(collar, rib, bevel=1.7, occlusion=0.4)
    for inset in (-0.8, 0.9):
        rise = [(41.6 + inset, 15.6), (44 + inset * 0.8, 22.2 - inset), (50, 25.8 - inset)]
        scene.line([*rise, *reflect(rise[:2], -1)[::-1]], 0.7, contrast, opacity=0.95, softness=0.08)
    zipper(scene, [(50, 28), (50, hem + 3)], ZIP, 1.2)
    for side in SIDES:
        scene.line(reflect([(61, 57), (67, 68)], side), 1.6, darker(surface.color, 0.35), opacity=0.85, softness=0.1)
    scene.line([(85.5, 42), (80, 44.5)], 0.9, ZIP, opacity=0.95, softness=0.05)


def _draw_blazer(scene, product, surface):
    """A tailored single-breasted jacket: waist, peaked lapels over a shirt, two buttons, flap pockets."""
    scene.frame(5, 10, 95, 91, fill=90)
    hem = 86
    _tailored_body(scene, product, surface, hem)
    shirt = Surface.plain("cotton", (0.95, 0.95, 0.94) if luminance(surface.color) < 0.7 else (0.62, 0.68, 0.78))
    scene.add(mirrored([(50, 14.6, 1), (57, 15, 1), (58, 20, 1), (50, 55, 1)]), shirt, bevel=1.4, occlusion=0.1)
    for side in SIDES:
        scene.add(sided([(56.4, 13.4, 1), (58, 17, 1), (55, 25, 1), (50, 19.6, 1)], side), shirt, bevel=0.8)
        _notched_lapel(scene, surface, side, roll=57)
        _welt(scene, surface, 50 + side * 13, 67)
    scene.add(polygon([(57.6, 41.6), (64.6, 40.4), (64.8, 42.6), (57.8, 43.8)]), surface.shaded(0.88), bevel=0.6)
    scene.add(polygon([(59, 41.4), (60.4, 37.6), (62, 40), (63, 37.4), (63.8, 40.6)]), shirt, bevel=0.5)
    _cutaway(scene, surface, 57, hem)
    _buttons(scene, surface, [(50.6, 59), (50.6, 68)])


def _draw_coat(scene, product, surface):
    """A long double-breasted overcoat: hem at the knee, wide lapels, six buttons."""
    scene.frame(2, 9, 98, 104, fill=94)
    hem = 102
    _tailored_body(scene, product, surface, hem)
    scarf = Surface.plain("cotton", darker(surface.color, 0.4))
    scene.add(mirrored([(50, 14.6, 1), (57, 15, 1), (58, 20, 1), (50, 43, 1)]), scarf, bevel=1.4, occlusion=0.1)
    for side in SIDES:
        _notched_lapel(scene, surface, side, roll=46, spread=2.5)
        _welt(scene, surface, 50 + side * 13, 70, depth=3.6)
    scene.line([(50.5, 45), (55.5, 50), (56, hem)], 0.6, opacity=0.5, softness=0.15)
    scene.stitches([(54.6, 50), (55, hem - 1)], seam(surface.color), width=0.35, opacity=0.5)
    _buttons(scene, surface, [(x, y) for y in (53, 63, 73) for x in (43.5, 53)], 1.8)


def _tailored_body(scene, product, surface, hem):
    for side in SIDES:
        sleeve(scene, surface, "long", side, cuff=surface)
        for y in (76, 78.6):
            scene.add(
                ellipse(50 + side * 33.4, y, 0.8), Surface.plain("plastic", darker(surface.color, 0.45)), bevel=0.4
            )
    outline = [(50, 18, 1), (57, 15.6, 1), (69, 19.4, 1), (70.6, 38, 1), (67.6, 56), (71.5, hem, 1), (50, hem + 1, 1)]
    scene.add(mirrored(outline), surface, bevel=5, folds=drape(product.rng, 34, 66, 58, hem - 18, 4, 0.6))


def _notched_lapel(scene, surface, side, roll, spread=0.0):
    lapel = [
        (55.6, 15.4, 1), (63 + spread, 24, 1), (67 + spread, 27.4, 1), (64 + spread, 38), (50.4, roll, 1), (52, 44),
    ]  # fmt: skip
    scene.add(sided(lapel, side), surface.laid(angle=0.35 * side), bevel=1.3, occlusion=0.5)
    collar = [(55.4, 13, 1), (60, 14.6), (64 + spread, 24.6, 1), (59.6 + spread * 0.6, 26.6, 1), (55, 18, 1)]
    scene.add(sided(collar, side), surface.laid(angle=0.7 * side), bevel=1.2, occlusion=0.45)


def _welt(scene, surface, x, y, depth=2.8):
    scene.add(box(x - 5, y, x + 5, y + depth, 0.5), surface.shaded(0.92), bevel=0.7, occlusion=0.45)


def _cutaway(scene, surface, roll, hem):
    scene.line([(50, roll), (50.5, 70), (54, hem + 1)], 0.7, opacity=0.55, softness=0.12)


def _buttons(scene, surface, places, radius=1.6):
    color = darker(surface.color, 0.45) if luminance(surface.color) > 0.15 else lighter(surface.color, 0.25)
    for x, y in places:
        scene.add(ellipse(x, y, radius), Surface.plain("plastic", color), bevel=0.8, occlusion=0.45)


def _draw_rain(scene, product, surface):
    """A hooded raincoat: A-line, peaked hood, storm flap with snaps, slanted flap pockets, glossy."""
    scene.frame(4, 2, 96, 98, fill=92)
    hem = 96
    shell = surface.unpatterned()
    for side in SIDES:
        sleeve(scene, shell, "long", side)
    outline = [
        (50, 18, 1),
        (57, 17, 1),
        (68, 20),
        (71.5, 38, 1),
        (74, 66),
        (78, hem, 1),
        (64, hem + 1.6),
        (50, hem + 2),
    ]
    scene.add(
        mirrored(outline),
        shell,
        bevel=6,
        height=1.1,
        folds=[*drape(product.rng, 32, 68, 34, 70, 9, 1.2), *_flares(hem)],
    )
    hood = mirrored([(50, 2), (59, 5), (67, 15), (66, 26), (58, 31), (50, 33)])
    scene.add(hood, shell, bevel=5, occlusion=0.45)
    scene.add(mirrored([(50, 8), (57, 11), (60, 19), (56.4, 26), (50, 29)]), shell.shaded(0.42), bevel=2, occlusion=0)
    scene.line([(50, 8), (57, 11), (60, 19), (56.4, 26), (50, 29)], 0.5, opacity=0.3)
    flap = polygon([(46, 31), (54, 31), (54.4, hem + 2), (45.6, hem + 2)])
    scene.add(flap, shell.tinted(0.06), bevel=1.1, occlusion=0.4)
    for y in np.linspace(37, hem - 7, 6):
        scene.add(
            ellipse(50, y, 1.35), Surface.plain("plastic", lighter(surface.color, 0.55)), bevel=0.7, occlusion=0.5
        )
    for side in SIDES:
        pocket = sided([(57.6, 64, 1), (69, 61.4, 1), (70, 67.6, 1), (58.6, 70.4, 1)], side)
        scene.add(pocket, shell.shaded(0.9), bevel=1, occlusion=0.4)
        scene.add(
            stroke(reflect([(53, 31), (53.6, 40)], side), 0.9), Surface.plain("cotton", (0.93, 0.92, 0.88)), bevel=0.5
        )


def _flares(hem):
    folds = []
    for k in (-3, -2, -1, 1, 2, 3):
        depth = 0.7 if k % 2 else -0.7
        folds.append(Fold(((50 + 5 * k, 66), (50 + 7 * k, hem)), 2.4, depth))
    return folds


_STYLES = {
    "puffer": _draw_puffer,
    "denim": _draw_denim,
    "biker": _draw_biker,
    "bomber": _draw_bomber,
    "blazer": _draw_blazer,
    "coat": _draw_coat,
    "rain": _draw_rain,
}
