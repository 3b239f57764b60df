"""What chairs, tables and sofas share: tapering legs and the material they are made of."""

from ..palette import METALS
from ..paths import polygon
from ..surface import Surface


def leg(scene, surface, top, bottom, width):
    """Adds a leg that tapers from point `top` to point `bottom`."""
    (x0, y0), (x1, y1) = top, bottom
    half, foot = width / 2, width * 0.18
    outline = polygon([(x0 - half, y0), (x0 + half, y0), (x1 + foot, y1), (x1 - foot, y1)])
    scene.add(outline, surface, bevel=width * 0.5, occlusion=0.25)


def frame_surface(product):
    """The frame's material: its wood, or black steel where `legs` says metal."""
    if product.get("legs", "wood") == "wood":
        return product.wood()
    return Surface.plain("steel", METALS["black steel"])
