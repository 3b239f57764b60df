"""Mugs and bottles."""

from ..palette import INK, darker, lighter
from ..paths import box, curve, ellipse, intersect, mirrored, polygon, subtract
from ..surface import Surface, metal
from .glassware import add_glass
from .registry import shape

_COFFEE = (0.24, 0.14, 0.09)
_MUGS = {  # rim height, foot height, half widths there
    "straight": (27, 78, 22, 22),
    "tapered": (27, 78, 24, 17),
    "rounded": (30, 78, 21, 18),
    "espresso": (40, 78, 19, 14),
}


@shape("mug")
def draw_mug(scene, product):
    """A mug of style straight, tapered, rounded or espresso; empty or full, perhaps with a dipped glaze."""
    surface = product.surface(scale=0.9)
    top, foot, rim, base = _MUGS[product.style]
    cx, bulge = 46, 2.4 if product.style == "rounded" else 0
    is_small = product.style == "espresso"
    scene.frame(20, top - 5, 84, 82, fill=68 if is_small else 78)
    if is_small:
        scene.stand((cx, foot + 4, 34, 3))
        _saucer(scene, surface, cx, foot)
    else:
        scene.stand((cx + 2, 79.4, 25, 2.6))
    _mug_handle(scene, surface, cx + rim, (top + foot) / 2 - 1, is_small)
    middle = (top + foot) / 2
    left = [(cx - rim, top, 1), (cx - rim - bulge, middle), (cx - base, foot - 3), (cx - base + 4, foot, 1)]
    right = [(2 * cx - x, *rest) for x, *rest in left[::-1]]
    body = curve([*left, (cx, foot + 2.2), *right])
    scene.add(body, surface.laid(origin=(cx, top)), bevel=9)
    if product.get("dip"):
        waist = middle + 6
        glaze = curve([(0, waist, 1), (46, waist + 4), (100, waist, 1), (100, 100, 1), (0, 100, 1)])
        scene.add(intersect(body, glaze), surface.dyed(product.second), bevel=0.4, occlusion=0)
    scene.round_off(body, cx, rim)
    scene.add(ellipse(cx, top, rim, 4.6), surface.dyed(lighter(surface.color, 0.25)), bevel=1, occlusion=0)
    inside = _COFFEE if product.get("full") else darker(lighter(surface.color, 0.6), 0.72)
    scene.add(ellipse(cx, top + 0.5, rim - 1.8, 3.5), surface.dyed(inside), bevel=1.2, occlusion=0)


def _mug_handle(scene, surface, edge, cy, is_small):
    height, hole = (11, 6.6) if is_small else (15.5, 10.6)
    handle = subtract(ellipse(edge + 2, cy, 13, height), ellipse(edge + 1.4, cy, 8.4, hole))
    scene.add(handle, surface.dyed(surface.color), bevel=2.6)


def _saucer(scene, surface, cx, foot):
    scene.add(ellipse(cx, foot + 1.6, 34, 5), surface.shaded(0.9), bevel=2)
    scene.add(ellipse(cx, foot + 0.6, 32, 4), surface.unpatterned(), bevel=1.4, occlusion=0.1)
    scene.ink(ellipse(cx, foot + 1, 18, 2.2), (0, 0, 0), opacity=0.3, softness=1)


_BOTTLES = {
    "sport": [(50, 26, 1), (60, 27), (63, 33), (62, 48), (60.4, 54), (62.4, 62), (63, 86), (60, 91, 1), (50, 92.4)],
    "flask": [(50, 22, 1), (56, 22, 1), (57, 29), (64, 38), (64, 86), (61, 91, 1), (50, 92.4)],
    "tumbler": [(50, 22, 1), (62, 22.4, 1), (60.6, 60), (59, 88), (57, 91, 1), (50, 92)],
}


@shape("bottle")
def draw_bottle(scene, product):
    """A drinks bottle of style sport, flask or tumbler in plastic, glass or coated steel."""
    scene.frame(30, 3, 70, 94, fill=88)
    scene.stand((50, 91.5, 15, 1.8))
    body = mirrored(_BOTTLES[product.style])
    surface = product.surface(scale=0.8)
    if product.material == "glass":
        add_glass(scene, surface, body, 50, 14, waterline=46)
    else:
        scene.add(body, surface, bevel=8)
        if product.material != "steel":
            scene.round_off(body, 50, 14, gloss=0.45)
    if product.material == "steel":
        _steel_trim(scene, body, product.style)
    if product.get("band"):
        scene.add(
            intersect(body, box(0, 58, 100, 70, 0)), Surface.plain("rubber", product.second), bevel=0.8, occlusion=0.1
        )
        scene.round_off(intersect(body, box(0, 58, 100, 70, 0)), 50, 14, gloss=0.2)
    _CAPS[product.style](scene, product)


def _steel_trim(scene, body, style):
    """Bare steel at foot and neck, which tells a coated steel bottle from a plastic one."""
    neck = 30 if style == "sport" else 28 if style == "flask" else 26
    for band in (box(0, 87, 100, 100, 0), box(0, 0, 100, neck, 0)):
        scene.add(intersect(body, band), metal("steel"), bevel=1.2, occlusion=0.1)


def _cap_color(product):
    return INK if product.get("darkcap", 1) else (0.80, 0.62, 0.40)


def _sport_cap(scene, product):
    scene.add(box(41, 17, 59, 27, 2), Surface.plain("plastic", _cap_color(product)), bevel=2.4)
    scene.add(box(45.6, 9, 54.4, 18, 2), Surface.plain("plastic", product.second), bevel=2)


def _flask_cap(scene, product):
    cap = Surface.plain("plastic" if product.get("darkcap", 1) else "wood", _cap_color(product))
    scene.add(box(43, 11, 57, 22.6, 1.6), cap, bevel=2.6)
    loop = subtract(box(45, 4, 55, 13, 4), box(47, 6.4, 53, 13, 2.4))
    scene.add(loop, Surface.plain("plastic", _cap_color(product)), bevel=1.2)


def _tumbler_lid(scene, product):
    color = _cap_color(product)
    scene.add(polygon([(37, 15), (63, 15), (64.4, 22.6), (35.6, 22.6)]), Surface.plain("plastic", color), bevel=2)
    scene.add(ellipse(56, 14.6, 3, 1), Surface.plain("plastic", darker(color, 0.5)), bevel=0.5)


_CAPS = {"sport": _sport_cap, "flask": _flask_cap, "tumbler": _tumbler_lid}
