"""Kettles and teapots."""

from ..palette import INK, METALS, WOODS
from ..paths import box, curve, ellipse, mirrored, polygon, stroke, subtract
from ..surface import Surface
from .registry import shape

_BARE = {"steel": Surface.plain("steel", METALS["steel"]), "brass": Surface.plain("brass", METALS["copper"])}
_BLACK = Surface.plain("plastic", INK)


@shape("kettle")
def draw_kettle(scene, product):
    """A teapot, or a kettle of style gooseneck, electric or stovetop; steel and brass (drawn as copper) stay bare."""
    body = _BARE.get(product.material) or product.surface(scale=0.9)
    _STYLES[product.style](scene, product, body, body.unpatterned())


def _add_body(scene, path, surface, cx, radius, bevel, gloss=0.4):
    scene.add(path, surface, bevel=bevel)
    if surface.material not in _BARE:
        scene.round_off(path, cx, radius, gloss)


def _draw_teapot(scene, product, body, trim):
    scene.frame(6, 20, 90, 85, fill=86)
    scene.stand((50, 81.4, 22, 2.4))
    scene.add(subtract(ellipse(76, 54, 12, 14), ellipse(75, 54, 7.4, 9.6)), trim, bevel=2.4)
    spout = curve([(26, 62, 1), (14, 53), (8, 38, 1), (13, 36.6, 1), (20, 46), (30, 48, 1)])
    scene.add(spout, trim, bevel=3)
    belly = mirrored([(50, 33, 1), (62, 34), (76, 48), (76, 64), (66, 78), (60, 81, 1), (50, 82)])
    _add_body(scene, belly, body, 50, 29, bevel=12, gloss=0.3)
    scene.add(mirrored([(50, 28), (60, 30), (64, 35.6), (50, 37.4)]), body, bevel=3)
    scene.line([(36, 35.8), (50, 37.6), (64, 35.8)], 0.5, opacity=0.4)
    scene.add(ellipse(50, 26, 3.4), trim, bevel=1.8)


def _draw_gooseneck(scene, product, body, trim):
    scene.frame(3, 28, 92, 86, fill=88)
    scene.stand((49, 82.6, 25, 2.4))
    scene.add(stroke([(30, 72), (16, 68), (18, 50), (14, 38), (6, 34)], 3.6), trim, bevel=1.8)
    handle = Surface.plain("wood", WOODS["walnut"]) if product.get("woodh") else _BLACK
    scene.add(stroke([(64, 44), (80, 42), (86, 54), (84, 70)], 4.6), handle, bevel=2)
    vessel = polygon([(34, 42), (64, 42), (74, 80), (70, 82.4), (28, 82.4), (25, 80)])
    _add_body(scene, vessel, body, 49, 25, bevel=7)
    scene.add(box(27.4, 80.4, 70.6, 83, 1), _BLACK, bevel=0.8, occlusion=0.2)
    scene.add(curve([(33, 42, 1), (36, 38), (49, 36.4), (62, 38), (65, 42, 1), (49, 43.4)]), trim, bevel=2)
    scene.add(ellipse(49, 34, 3), handle if product.get("woodh") else _BLACK, bevel=1.4)


def _draw_electric(scene, product, body, trim):
    _upright(scene, product, body, trim, lid=_BLACK)
    scene.add(box(23, 79.6, 75, 84.4, 1.6), _BLACK, bevel=1.2)
    window = box(55, 46, 58.4, 68, 1.6)
    scene.add(window, Surface.plain("plastic", (0.62, 0.74, 0.82)), bevel=0.7, occlusion=0.3)
    scene.add(ellipse(49, 82, 1.1), Surface.plain("plastic", (0.35, 0.75, 0.95)), bevel=0.7)


def _draw_stovetop(scene, product, body, trim):
    _upright(scene, product, body, trim, lid=trim)
    scene.add(box(25, 77.6, 73, 81.6, 1.2), trim, bevel=1.2, occlusion=0.2)


def _upright(scene, product, body, trim, lid):
    scene.frame(11, 18, 90, 86, fill=84)
    scene.stand((49, 83, 26, 2.4))
    outer = curve([(62, 30, 1), (78, 28), (88, 38), (84, 62), (72, 72, 1)])
    inner = curve([(66, 35, 1), (77, 33), (82.6, 40), (79, 59), (70, 66, 1)])
    handle = Surface.plain("wood", WOODS["walnut"]) if product.get("woodh") else _BLACK
    scene.add(subtract(outer, inner), handle, bevel=2.2)
    scene.add(curve([(32, 36, 1), (20, 30), (14, 32), (28, 52, 1)]), trim, bevel=2)
    vessel = curve([(34, 30, 1), (64, 30, 1), (70, 52), (74, 78), (72, 80.6, 1), (26, 80.6, 1), (24, 78), (28, 52)])
    _add_body(scene, vessel, body, 49, 25, bevel=8)
    scene.add(curve([(34, 30, 1), (38, 26), (49, 24.4), (60, 26), (64, 30, 1), (49, 31.4)]), lid, bevel=2)
    scene.add(box(45.6, 20.4, 52.4, 25, 1.6), handle, bevel=1)


_STYLES = {
    "teapot": _draw_teapot,
    "gooseneck": _draw_gooseneck,
    "electric": _draw_electric,
    "stovetop": _draw_stovetop,
}
