"""Table, floor, pendant and desk lamps."""

import numpy as np

from ..palette import INK, WOODS, lighter
from ..paths import box, curve, ellipse, mirrored, stroke
from ..surface import Surface
from .furniture import leg
from .registry import shape

_BULB = Surface.plain("linen", (1.0, 0.93, 0.70))


@shape("lamp")
def draw_lamp(scene, product):
    """A lamp of style table, floor, pendant or desk, lit or not."""
    _STYLES[product.style](scene, product)


def _is_on(product):
    return bool(product.get("on", 1))


def _shade(scene, product, outline, cy):
    """Adds a fabric shade that glows from within about `cy` when the lamp is on."""
    fabric = product.surface(scale=0.8).of("linen").tinted(0.18)
    scene.add(outline, fabric, bevel=5, brightness=1.26 if _is_on(product) else 1.0)
    if _is_on(product):
        warm = (1.0, 0.90, 0.62)
        scene.gleam(outline, warm, lambda u, v: np.exp(-(((u - 50) / 16) ** 2) - ((v - cy) / 14) ** 2) * 0.38)


def _glow(scene, product, cx, cy, radius):
    if _is_on(product):
        scene.glow(cx, cy, radius)


def _draw_table_lamp(scene, product):
    scene.frame(26, 13, 74, 93, fill=86)
    scene.stand((50, 90, 15, 2))
    base = product.get("base", "vase")
    if base == "vase":
        body = mirrored([(50, 50, 1), (53, 52), (60, 64), (61, 76), (56, 86), (58, 90, 1), (50, 90.6)])
        scene.add(body, Surface.plain("ceramic", product.second), bevel=7)
        scene.round_off(body, 50, 11, gloss=0.3)
    elif base == "rod":
        scene.add(box(48.4, 46, 51.6, 88, 1), product.metal(), bevel=1.2)
        scene.add(ellipse(50, 89, 14, 2.6), product.metal(), bevel=1.4)
    else:
        for side in (-1, 0, 1):
            leg(scene, Surface.plain("wood", WOODS["oak"]), (50, 50), (50 + side * 14, 90), 3)
    _shade(scene, product, _table_shade(product.get("sh", "cone")), 36)
    _glow(scene, product, 50, 36, 30)


def _table_shade(kind):
    if kind == "globe":
        return ellipse(50, 35, 19, 18)
    if kind == "drum":
        return curve([(30, 18, 1), (50, 19), (70, 18, 1), (70, 49, 1), (50, 51), (30, 49, 1)])
    return curve([(38, 16, 1), (50, 16.6), (62, 16, 1), (73, 50, 1), (50, 52.4), (27, 50, 1)])


def _draw_floor_lamp(scene, product):
    scene.frame(27, 3, 73, 97, fill=92)
    scene.stand((50, 94.4, 13, 1.6))
    if product.get("base") == "tripod":
        for side in (-1, 0, 1):
            leg(scene, Surface.plain("wood", WOODS["walnut"]), (50, 26), (50 + side * 17, 94), 2.6)
    else:
        scene.add(box(48.8, 24, 51.2, 92, 0.8), product.metal(), bevel=0.9)
        scene.add(ellipse(50, 93.4, 12, 2), product.metal(), bevel=1.2)
    kind = product.get("sh", "cone")
    if kind == "globe":
        shade = ellipse(50, 17, 13.5)
    elif kind == "drum":
        shade = curve([(34, 6, 1), (50, 6.8), (66, 6, 1), (66, 29, 1), (50, 30.6), (34, 29, 1)])
    else:
        shade = curve([(40, 5, 1), (50, 5.6), (60, 5, 1), (68, 30, 1), (50, 31.6), (32, 30, 1)])
    _shade(scene, product, shade, 18)
    _glow(scene, product, 50, 18, 26)


def _draw_pendant(scene, product):
    scene.frame(18, 6, 82, 86, fill=86)
    scene.stand()
    scene.add(box(49.5, -40, 50.5, 40, 0.2), Surface.plain("rubber", INK), bevel=0.4)
    kind = product.get("sh", "cone")
    fitting = product.metal()
    if kind == "globe":
        scene.add(box(46, 34, 54, 41, 1), fitting, bevel=1.4)
        _shade(scene, product, ellipse(50, 60, 22), 62)
    else:
        scene.add(box(46.6, 35, 53.4, 42, 1.4), fitting, bevel=1.4)
        if kind == "drum":
            outline = curve([(28, 43, 1), (50, 41), (72, 43, 1), (72, 70, 1), (50, 73), (28, 70, 1)])
            rim = ellipse(50, 70.4, 21.4, 2.6)
        else:
            outline = curve([(44, 41, 1), (56, 41, 1), (66, 50), (80, 70, 1), (50, 73), (20, 70, 1), (34, 50)])
            rim = ellipse(50, 70.6, 29.4, 2.8)
        surface = product.surface(scale=0.8)
        if product.get("metalsh"):
            scene.add(outline, surface.of("plastic"), bevel=6)
        else:
            scene.add(outline, surface.of("linen"), bevel=6)
        inside = _BULB if _is_on(product) else Surface.plain("linen", lighter(product.main, 0.3) * 0.5)
        scene.add(rim, inside, bevel=1, occlusion=0, brightness=1.2 if _is_on(product) else 1.0)
    _glow(scene, product, 50, 70, 28)


def _draw_desk_lamp(scene, product):
    scene.frame(22, 13, 84, 92, fill=82)
    scene.stand((44, 89, 17, 2))
    enamel, arm = Surface.plain("plastic", product.main), product.metal()
    scene.add(ellipse(42, 88, 16, 3), enamel.shaded(0.7), bevel=1.4)
    scene.add(ellipse(42, 86.8, 16, 2.8), enamel, bevel=1.4)
    scene.add(stroke([(42, 86), (30, 54)], 2.4), arm, bevel=1.1)
    scene.add(stroke([(30, 54), (56, 27)], 2.4), arm, bevel=1.1)
    scene.add(ellipse(30, 54, 3), enamel, bevel=1.4)
    inside = _BULB if _is_on(product) else Surface.plain("linen", (0.55, 0.54, 0.50))
    head = curve([(50, 21, 1), (59, 17, 1), (62, 23), (80, 34, 1), (54, 46, 1), (53, 29)])
    scene.add(head, enamel, bevel=5)
    opening = curve([(80, 34, 1), (73, 43), (54, 46, 1), (62, 37)])
    scene.add(opening, inside, bevel=1, brightness=1.2 if _is_on(product) else 1.0, occlusion=0)
    _glow(scene, product, 70, 44, 26)


_STYLES = {
    "table": _draw_table_lamp,
    "floor": _draw_floor_lamp,
    "pendant": _draw_pendant,
    "desk": _draw_desk_lamp,
}
