"""Boots, seen from the side."""

import numpy as np

from ..palette import darker
from ..paths import curve, frame, polygon, stroke
from ..shading import Fold
from ..surface import Surface, metal
from .registry import shape

_SHAFT_TOP = {"ankle": 36, "chelsea": 34, "hiking": 32, "knee": 8, "rain": 14, "winter": 24}
_BLACK_SOLE = (0.16, 0.15, 0.15)


@shape("boot")
def draw_boot(scene, product):
    """A boot of style ankle, chelsea, hiking, knee, rain or winter; flat or with a block heel."""
    surface, style = product.surface(), product.style
    top = _SHAFT_TOP[style]
    scene.frame(20, top - (8 if style == "winter" else 4), 88, 88, fill=84)
    scene.stand((54, 85, 32, 2.2))
    lining = Surface.plain("fleece" if style == "winter" else "leather", darker(product.main, 0.4))
    scene.add(
        curve([(26, top + 1), (36, top - 3), (48, top + 1), (46, top + 6), (28, top + 6)]),
        lining,
        bevel=1.5,
        occlusion=0,
    )
    outline = curve(
        [
            (25.6, 80, 1), (24.6, 70), (27.4, 56), (26.6, 44), (25.4, top, 1), (36, top - 1.2), (48.5, top, 1),
            (47.4, 44), (49.6, 54.6), (60, 61.6), (74, 65.4), (83.4, 71.6), (84.6, 80, 1),
        ]
    )  # fmt: skip
    scene.add(outline, surface, bevel=6, folds=_ankle_folds())
    if style in _DETAILS:
        _DETAILS[style](scene, product, surface, top)
    _sole(scene, product)


def _ankle_folds():
    return [
        Fold(((50, 56), (38, 60)), 2.2, 0.9),
        Fold(((51, 60), (36, 66)), 2.2, -0.7),
        Fold(((68, 66), (62, 74)), 2.0, 0.6),
    ]


def _chelsea_gore(scene, product, surface, top):
    gore = curve([(33, top + 0.5, 1), (43, top + 0.5, 1), (42, 58), (38, 62), (34, 58)])
    scene.add(gore, Surface.plain("knit", darker(product.main, 0.5)), bevel=1, occlusion=0.2)
    scene.add(stroke([(26, top + 4), (25, top - 2.4), (28.6, top + 1)], 1.4), surface.shaded(0.7), bevel=0.7)


def _lace_up(scene, product, surface, top, lace=(0.86, 0.76, 0.56)):
    facing = curve([(43, top + 2, 1), (48, top + 2, 1), (48.6, 48), (52, 58), (63, 63), (59, 67), (47, 62), (43, 52)])
    scene.add(facing, surface.shaded(0.75), bevel=1.2)
    for t in np.linspace(0, 1, 6):
        x, y = 44 + max(0, t - 0.45) * 26, top + 5 + t * 26
        bar = [(x - 1.4, y + 1.4), (x + 5.6, y - 1.2 + max(0, t - 0.4) * 2)]
        scene.add(stroke(bar, 1.4), Surface.plain("cotton", lace), bevel=0.6, occlusion=0.4)


def _hiking_details(scene, product, surface, top):
    _lace_up(scene, product, surface, top, lace=(0.85, 0.30, 0.15))
    counter = curve([(24.4, 54, 1), (36, 54, 1), (40, 70), (36, 80, 1), (25.6, 80, 1)])
    scene.add(counter, Surface.plain("suede", darker(product.main, 0.7)), bevel=1.4)
    toe = curve([(71, 66, 1), (80, 68.4), (84.4, 76), (83.6, 80, 1), (70, 80, 1), (68.6, 73)])
    scene.add(toe, Surface.plain("rubber", darker(product.main, 0.5)), bevel=1.6)
    collar = stroke([(25, top + 1.4), (36, top + 0.4), (48.4, top + 1.4)], 3.4)
    scene.add(collar, Surface.plain("nylon", darker(product.main, 0.6)), bevel=1.6)


def _knee_strap(scene, product, surface, top):
    scene.add(stroke([(25.5, 22), (37, 23.4), (48.6, 22)], 2.8, butt=True), surface.shaded(0.8), bevel=1)
    scene.add(frame(40.6, 19.6, 46.6, 25.6, 1, 1.3), metal("brass"), bevel=0.5)
    scene.line([(30.4, 12), (30.6, 50), (31, 78)], 0.4, opacity=0.3)


def _rain_band(scene, product, surface, top):
    scene.add(
        stroke([(25, top + 4), (36, top + 5), (48.5, top + 4)], 2.2, butt=True), surface.dyed(product.second), bevel=1
    )
    scene.gleam(curve([(28, top + 8), (30.6, top + 8), (30.4, 56), (28, 60)]), (1, 1, 1), lambda u, v: 0.35 + 0 * u)


def _fur_cuff(scene, product, surface, top):
    cuff = curve(
        [(23, top - 3), (30, top - 6), (44, top - 6), (51, top - 2), (50, top + 5), (36, top + 7), (24, top + 5)]
    )
    scene.add(cuff, Surface.plain("fleece", (0.93, 0.90, 0.84)), bevel=3.2)
    for y in (42, 52):
        scene.line([(25.6, y), (37, y + 1.6), (48.6, y)], 0.6, opacity=0.35, softness=0.2)


_DETAILS = {
    "ankle": _lace_up,
    "chelsea": _chelsea_gore,
    "hiking": _hiking_details,
    "knee": _knee_strap,
    "rain": _rain_band,
    "winter": _fur_cuff,
}


def _sole(scene, product):
    """Adds a lugged or rubber sole to rugged boots, a welt with a stacked or block heel to the others."""
    is_rain, is_rugged = product.style == "rain", product.style in ("hiking", "winter")
    rubber = Surface.plain("rubber", darker(product.second, 0.9) if is_rain else _BLACK_SOLE)
    if is_rain or is_rugged:
        slab = [(24.4, 78.4, 1), (60, 79.6), (80, 78.4), (86, 76.6), (87, 80.6), (83.4, 85.6, 1), (25.4, 85.6, 1)]
        scene.add(curve(slab), rubber, bevel=1.6)
        lugs = np.arange(28, 82, 5.4) if is_rugged else ()
        for x in lugs:
            lug = polygon([(x, 82.6), (x + 2.4, 82.6), (x + 2.8, 86.4), (x - 0.4, 86.4)])
            scene.ink(lug, (0.03, 0.03, 0.03), opacity=0.7, softness=0.1)
        return
    is_high = product.get("heel")
    drop = 4.0 if is_high else 0.0
    block = [(24.8, 80), (41, 80), (38.6 if is_high else 40.4, 86.4), (26.6 if is_high else 25.6, 86.4)]
    scene.add(polygon(block), rubber, bevel=1.2)
    if not is_high:
        scene.line([(25.4, 83.4), (40.6, 83.4)], 0.4, (0.45, 0.36, 0.28), opacity=0.8, softness=0.1)
    welt = [
        (24.2, 78.6, 1), (60, 79.8), (80, 78.8), (86.2, 77.4), (86.6, 81), (80, 83.2 + drop * 0.3),
        (60, 83.6 + drop * 0.3), (46, 81.8), (24.4, 81.4, 1),
    ]  # fmt: skip
    scene.add(curve(welt), rubber, bevel=1)
    scene.stitches([(25, 79.6), (60, 80.8), (80, 79.8), (85.4, 78.6)], (0.75, 0.62, 0.42), width=0.4, opacity=0.7)
