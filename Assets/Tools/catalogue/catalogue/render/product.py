"""A product as its shape reads it, and the public way to draw one."""

import numpy as np

from .palette import WOODS, dye_lot, luminance
from .scene import Pose, Scene
from .shapes import shape_of
from .surface import Surface, metal

_TINTS = (
    (0.96, 0.93, 0.89),
    (0.90, 0.94, 0.95),
    (0.95, 0.91, 0.92),
    (0.93, 0.95, 0.90),
    (0.86, 0.88, 0.91),
    (0.97, 0.95, 0.86),
)
_DEEP_TINTS = ((0.78, 0.84, 0.89), (0.90, 0.82, 0.79), (0.80, 0.86, 0.81), (0.85, 0.82, 0.89), (0.88, 0.84, 0.76))
_LAID_FLAT = {
    "tshirt", "shirt", "sweater", "hoodie", "jacket", "dress", "baby", "pants", "skirt", "scarf", "cushion",
    "sunglasses", "watch", "headphones",
}  # fmt: skip
_EITHER_WAY_ROUND = {"sneaker", "boot", "sandal", "mug", "kettle", "hat", "chair", "lamp", "sofa"}


class Product:
    """Attributes, the random choices that vary products of the same attributes, and dyed colours."""

    def __init__(self, attributes, rng):
        self.attributes, self.rng = attributes, rng
        self.category, self.style = attributes["category"], attributes["style"]
        self.material, self.pattern = attributes["material"], attributes.get("pattern") or "solid"
        self.main = dye_lot(attributes["color"], rng)
        self.second = dye_lot(attributes.get("color2") or "white", rng)
        self.third = dye_lot(attributes.get("color3") or "white", rng)
        self._stripe = float(rng.choice([5.0, 7.5]))

    def get(self, name, default=None):
        """Returns an attribute, or `default` where it is missing or None."""
        value = self.attributes.get(name)
        return default if value is None else value

    def surface(self, **layout):
        """Returns the product's own material, colours and pattern."""
        colors = (self.main, self.second, self.third)
        return Surface(self.material, colors, self.pattern, **{"stripe": self._stripe, **layout})

    def wood(self, default="oak"):
        """Returns the wood of its frame."""
        return Surface.plain("wood", WOODS[self.get("wood", default)])

    def metal(self, default="brass"):
        """Returns the metal of its fittings."""
        return metal(self.get("metal", default))


def render_product(attributes, seed, size):
    """Draws a product.

    `attributes` holds category, style, material, pattern, color, color2 and color3 and the category's own
    extras; `seed` varies pose, backdrop, dye and folds. Returns (size, size, 3) uint8 RGB, drawn at twice the
    size and area-averaged. The same arguments give the same bytes under the pinned library versions.
    Raises KeyError for an unknown category, style, material, pattern or colour.
    """
    rng = np.random.default_rng(seed)
    product = Product(attributes, rng)
    scene = Scene(seed, 2 * size, _pose(product), _backdrop(product))
    shape_of(product.category)(scene, product)
    return scene.finish(size)


def _pose(product):
    rng = product.rng
    tilt = 4.0 if product.category in _LAID_FLAT else 1.2
    return Pose(
        rotation=rng.uniform(-tilt, tilt),
        scale=rng.uniform(0.90, 1.0),
        flip=bool(rng.random() < 0.5) and product.category in _EITHER_WAY_ROUND,
        stretch=rng.uniform(0.95, 1.03),
        dx=rng.uniform(-2, 2),
        dy=rng.uniform(-1.5, 1.5),
    )


def _backdrop(product):
    """Picks white or a pale tint; never white behind steel, and a deeper tint where the product is nearly white
    or a lit lamp."""
    pick = int(product.rng.integers(2 * len(_TINTS)))
    if luminance(product.main) >= 0.8 or (product.category == "lamp" and product.get("on")):
        return _DEEP_TINTS[pick % len(_DEEP_TINTS)]
    is_white = pick < len(_TINTS) and product.material != "steel"
    return None if is_white else _TINTS[pick - len(_TINTS)]
