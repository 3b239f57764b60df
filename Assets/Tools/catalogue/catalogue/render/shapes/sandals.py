"""Sandals: a pair seen from above, so that footbed and straps read at once; heels from the side."""

from ..palette import darker, lighter, luminance
from ..paths import curve, ellipse, frame, reflect, stroke
from ..shading import Fold
from ..surface import Surface, metal
from .garment import SIDES
from .registry import shape

_CORK = (0.76, 0.60, 0.42)
_FOOTBED = (0.70, 0.54, 0.38)

# The right foot of a pair, toes up; the left one is its mirror image.
_SOLE = [
    (68, 8), (78, 12), (84, 24), (83, 40), (78, 54), (79.5, 72), (76, 87),
    (68, 92), (60, 87), (57, 72), (57.5, 54), (54.6, 38), (55.4, 20), (60, 11),
]  # fmt: skip


@shape("sandal")
def draw_sandal(scene, product):
    """Sandals of style strappy, slide, flip-flop or heeled; a cork footbed or not, a platform or not."""
    if product.style == "heeled":
        _draw_heeled(scene, product)
        return
    scene.frame(13, 4, 87, 96, fill=86)
    straps = {"strappy": _strappy, "slide": _slide, "flip-flop": _flip_flop}[product.style]
    for side in SIDES:
        _footbed(scene, product, side)
        straps(scene, product, product.surface(scale=0.8), side)


def _inset(points, amount):
    """Pulls an outline towards its centre by about `amount` units."""
    cx = sum(x for x, y in points) / len(points)
    cy = sum(y for x, y in points) / len(points)
    width, height = 15.0, 42.0
    return [(cx + (x - cx) * (1 - amount / width), cy + (y - cy) * (1 - amount / height)) for x, y in points]


def _footbed(scene, product, side):
    """Adds the sole, its visible edge, and the shaped bed with its stitched rim."""
    edge = Surface.plain("rubber", _CORK if product.get("cork") else darker(product.main, 0.5))
    thickness = 5.5 if product.get("platform") else 2.2
    drop = [(x, y + thickness) for x, y in _SOLE]
    scene.add(curve(reflect(drop, side)), edge.shaded(0.72), bevel=1.6)
    if product.get("platform"):
        for rise in (3.6, 1.8):
            scene.ink(
                stroke(reflect([(x, y + rise) for x, y in _SOLE], side), 0.5, closed=True), (0, 0, 0), opacity=0.25
            )
    scene.add(curve(reflect(_SOLE, side)), edge, bevel=1.6, occlusion=0.3)
    bed_color = _FOOTBED if product.get("cork") else _lining(product)
    bed = _inset(_SOLE, 2.0)
    hollows = [
        Fold(tuple(reflect([(67, 80), (68, 74)], side)), 9, -0.8),
        Fold(tuple(reflect([(64, 30), (74, 27)], side)), 9, -0.7),
    ]
    scene.add(curve(reflect(bed, side)), Surface.plain("suede", bed_color), bevel=2.2, folds=hollows, occlusion=0.15)
    rim = reflect(_inset(_SOLE, 3.2), side)
    scene.stitches([*rim, rim[0]], lighter(bed_color, 0.4), width=0.4, opacity=0.55)


def _lining(product):
    """A footbed colour that sets the straps off."""
    return lighter(product.main, 0.55) if luminance(product.main) < 0.42 else darker(product.main, 0.62)


def _strap(scene, surface, points, width, side, angle=0.0):
    """Adds a strap over the footbed, arched towards the viewer."""
    laid = surface.laid(angle=angle * side)
    scene.add(stroke(reflect(points, side), width, butt=True), laid, bevel=2.4, height=1.2, occlusion=0.6)


def _edge_stitches(scene, surface, points, width, side):
    color = lighter(surface.color, 0.45) if luminance(surface.color) < 0.5 else darker(surface.color, 0.6)
    for shift in (-width / 2 + 0.9, width / 2 - 0.9):
        scene.stitches(reflect([(x, y + shift) for x, y in points], side), color, width=0.4, opacity=0.6)


def _buckle(scene, x, y, side):
    cx = 50 + side * (x - 50)
    scene.add(frame(cx - 2.8, y - 3, cx + 2.8, y + 3, 0.9, 1.1), metal("brass"), bevel=0.6, occlusion=0.5)
    scene.add(stroke([(cx - 2.4, y), (cx + 2.4, y)], 0.8), metal("brass"), bevel=0.4)


def _strappy(scene, product, surface, side):
    toe, instep = [(54, 29.5), (69, 22.5), (84.6, 29.5)], [(55, 46), (68, 39.5), (82.4, 44)]
    heel = [(57, 68), (58.6, 59), (68, 55.6), (77.6, 59.5), (79.6, 68)]
    for points, width in ((toe, 7.6), (instep, 7.0), (heel, 4.2)):
        _strap(scene, surface, points, width, side)
    _edge_stitches(scene, surface, toe, 7.6, side)
    _edge_stitches(scene, surface, instep, 7.0, side)
    back = [(57.4, 74), (60, 86), (68, 90.4), (76, 86), (79, 74)]
    scene.add(stroke(reflect(back, side), 3.0), surface, bevel=1.4, occlusion=0.5)
    _buckle(scene, 77.6, 26.4, side)
    _buckle(scene, 77.0, 41.6, side)
    _buckle(scene, 76.6, 58.6, side)


def _slide(scene, product, surface, side):
    band = [(52.6, 26, 1), (62, 20.6), (76, 20.6), (86.4, 27, 1), (84.2, 47, 1), (76, 42.6), (63, 42.6), (53.6, 48, 1)]
    puckers = [
        Fold(tuple(reflect([(56, 30), (57, 42)], side)), 2, 0.5),
        Fold(tuple(reflect([(82.6, 30), (81.6, 42)], side)), 2, 0.5),
    ]
    scene.add(curve(reflect(band, side)), surface, bevel=4.5, height=1.2, folds=puckers, occlusion=0.65)
    for shift in (0, 18.4):
        _edge_stitches(
            scene, surface, [(55, 27.6 + shift), (62.6, 23.4 + shift), (76, 23.4 + shift), (84, 28 + shift)], 1.8, side
        )
    if product.material != "rubber":
        _buckle(scene, 79.4, 34, side)


def _flip_flop(scene, product, surface, side):
    post = (67.4, 25)
    for anchor, bulge in (((56.4, 56), (57.0, 37)), ((79.4, 56), (81.0, 37))):
        thong = stroke(reflect([anchor, bulge, post], side), 4.4)
        scene.add(thong, surface, bevel=2.1, height=1.2, occlusion=0.6)
    x, y = reflect([post], side)[0]
    scene.add(ellipse(x, y, 2.5), surface.unpatterned(), bevel=1.3, occlusion=0.6)


def _draw_heeled(scene, product):
    """A stiletto sandal: arched sole, toe straps, heel counter and buckled ankle strap."""
    scene.frame(8, 16, 94, 76, fill=88)
    scene.stand((78, 73.6, 13, 1.6), (17, 73.6, 4, 1.2))
    surface = product.surface(scale=0.7)
    leather = Surface.plain("leather", _CORK if product.get("cork") else darker(product.main, 0.6))
    lift = 3 if product.get("platform") else 0
    heel = curve([(11.6, 43, 1), (21.6, 47, 1), (18.2, 60), (17.2, 73.6, 1), (14.4, 73.6, 1), (14.0, 60)])
    scene.add(heel, leather.shaded(0.85), bevel=1.4)
    # the far side of the ankle strap shows behind the foot's opening
    scene.add(stroke([(14, 31), (20, 27.4), (28, 29)], 2.4), surface.shaded(0.6), bevel=1)
    sole = [
        (11, 41, 1),
        (20, 43.4),
        (40, 59.4),
        (60, 68 - lift),
        (88, 68 - lift),
        (91, 71),
        (87, 73.6, 1),
        (60, 73.2),
        (36, 65),
        (14, 47.6, 1),
    ]
    scene.add(curve(sole), leather, bevel=1.6)
    lining = [
        (11.6, 40.4, 1),
        (20, 42),
        (40, 58),
        (61, 66.4 - lift),
        (88, 66.8 - lift),
        (88, 68.6 - lift),
        (60, 68.6 - lift),
        (39, 60.4),
        (19, 44.6),
    ]
    scene.add(curve(lining), Surface.plain("leather", lighter(_lining(product), 0.1)), bevel=0.8, occlusion=0.1)
    _peep_toe(scene, surface, lift)
    counter = curve([(11.4, 43, 1), (10.6, 32), (12.6, 26.4, 1), (17, 27.4, 1), (18, 36), (24, 46, 1)])
    scene.add(counter, surface, bevel=2.2, height=1.2)
    scene.add(stroke([(13.4, 29), (20, 32.6), (29, 30.4)], 2.8), surface, bevel=1.3, occlusion=0.45)
    scene.add(frame(20.4, 29.8, 25.6, 35, 1, 1.1), metal("brass"), bevel=0.6)


def _peep_toe(scene, surface, lift):
    """Adds the strap over the toes: its inside seen from behind, two crossing bands, the open toe."""

    def raised(points):
        return [(x, y - lift * 0.8, *corner) for x, y, *corner in points]

    inside = [(58.4, 68.4, 1), (61.6, 60), (69, 54.8), (75, 56.6), (66, 61), (62.4, 68.4, 1)]
    scene.add(curve(raised(inside)), surface.shaded(0.45), bevel=0.8, occlusion=0.2)
    front = [
        (64, 67.6, 1),
        (70, 60.6),
        (78, 57.6),
        (83.6, 61),
        (87.6, 68.6, 1),
        (81, 69.2),
        (77, 64.4),
        (71.6, 68.8, 1),
    ]
    scene.add(curve(raised(front)), surface, bevel=2, height=1.1, occlusion=0.4)
    across = [
        (60.4, 68.2, 1),
        (63.4, 60.6),
        (70, 55.6),
        (75.4, 58.4),
        (83.6, 68.8, 1),
        (76.4, 69, 1),
        (71, 62.6),
        (66.6, 68.6, 1),
    ]
    scene.add(curve(raised(across)), surface, bevel=2.2, height=1.15, occlusion=0.55)
