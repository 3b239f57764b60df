"""Tables and desks."""

from ..palette import darker
from ..paths import box, curve, ellipse, polygon
from ..surface import Surface, metal
from .furniture import frame_surface, leg
from .registry import shape

_MARBLE = ((0.93, 0.92, 0.91), (0.50, 0.50, 0.53))


@shape("table")
def draw_table(scene, product):
    """A table of style round, side, dining, coffee or desk.

    The top is wood, marble (material ceramic) or coloured lacquer (material plastic).
    """
    _STYLES[product.style](scene, product, _top_surface(product), frame_surface(product))


def _top_surface(product):
    if product.material == "wood":
        return product.wood()
    if product.material == "ceramic":
        return Surface("ceramic", _MARBLE, "marble")
    return Surface.plain(product.material, product.main)


def _edge(top):
    """The shaded rim under a table top."""
    return Surface(top.material, (darker(top.color, 0.75), *top.colors[1:]), top.pattern)


def _draw_round(scene, product, top, legs):
    scene.frame(11, 33, 89, 88, fill=86)
    scene.stand((50, 85, 22, 2.8))
    pedestal = curve([(46, 48, 1), (54, 48, 1), (53, 78), (66, 85, 1), (34, 85, 1), (47, 78)])
    scene.add(pedestal, legs, bevel=3)
    scene.add(ellipse(50, 46, 36, 8.4), _edge(top), bevel=1.4)
    scene.add(ellipse(50, 43.6, 36, 8.2), top, bevel=1.2)


def _draw_side(scene, product, top, legs):
    scene.frame(22, 27, 78, 90, fill=80)
    scene.stand((50, 86, 26, 3))
    for x0, x1 in ((38, 36), (62, 64)):
        leg(scene, legs.shaded(0.75), (x0, 40), (x1, 80), 3)
    if product.get("shelf"):
        scene.add(ellipse(50, 68, 19, 4.6), _edge(top), bevel=1.2)
        scene.add(ellipse(50, 66.8, 19, 4.4), top, bevel=1)
    for x0, x1 in ((32, 27), (68, 73)):
        leg(scene, legs, (x0, 42), (x1, 87), 3.6)
    scene.add(ellipse(50, 39, 24, 6.6), _edge(top), bevel=1.2)
    scene.add(ellipse(50, 36.8, 24, 6.4), top, bevel=1)


def _draw_rectangular(scene, product, top, legs):
    is_coffee, is_desk = product.style == "coffee", product.style == "desk"
    height = {"dining": 46, "coffee": 56, "desk": 44}[product.style]
    floor = 84 if is_coffee else 88
    scene.frame(7, height - 12, 93, floor + 3, fill=90)
    scene.stand((50, floor - 1.6, 40, 3.2))
    for x in (24, 76):
        leg(scene, legs.shaded(0.7), (x, height), (x + (x - 50) * 0.02, floor - 8), 3.4)
    if is_coffee and product.get("shelf"):
        scene.add(polygon([(20, 74), (80, 74), (85, 78.6), (15, 78.6)]), top, bevel=1.2)
        scene.add(polygon([(15, 78.6), (85, 78.6), (84.6, 80.4), (15.4, 80.4)]), _edge(top), bevel=0.6)
    for x in (16, 84):
        leg(scene, legs, (x, height + 4), (x + (x - 50) * 0.04, floor), 4.4)
    if is_desk:
        _drawers(scene, product, top, height)
    scene.add(polygon([(22, height - 8), (78, height - 8), (92, height + 2), (8, height + 2)]), top, bevel=0.8)
    front = polygon([(8, height + 2), (92, height + 2), (91.6, height + 6), (8.4, height + 6)])
    scene.add(front, _edge(top), bevel=1, occlusion=0)


def _drawers(scene, product, top, height):
    front = (
        Surface.plain("wood", darker(top.color, 0.92))
        if top.material == "wood"
        else Surface.plain("plastic", product.main)
    )
    for drop in (1, 13):
        scene.add(box(58, height + drop, 82, height + drop + 12.4, 0.8), front, bevel=1.2)
        scene.add(box(67, height + drop + 6.4, 73, height + drop + 8.2, 0.6), metal("brass"), bevel=0.5)


_STYLES = {
    "round": _draw_round,
    "side": _draw_side,
    "dining": _draw_rectangular,
    "coffee": _draw_rectangular,
    "desk": _draw_rectangular,
}
