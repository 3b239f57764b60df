"""Patterns, evaluated analytically in design space so that they are crisp at every size."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

LEAF_GREEN = (60, 110, 62)
POLLEN_YELLOW = (246, 206, 84)


@dataclass
class Canvas:
    """Where a pattern is painted: pattern coordinates, an antialiasing width, and the surface itself."""

    surface: object
    region: object
    noise: object
    u: np.ndarray
    v: np.ndarray
    pixel: float

    def cover(self, distance):
        """Turns a signed distance in pattern units, positive inside, into antialiased coverage."""
        return np.clip(distance / self.pixel + 0.5, 0, 1)

    def stripes(self, coordinate, period, half_width):
        """Covers bands of `half_width` repeating every `period` units along a coordinate."""
        return self.cover(half_width - np.abs(coordinate % period - period / 2))

    def ground(self):
        """Fills the region with the first colour."""
        return np.broadcast_to(self.surface.color_at(0), (*self.u.shape, 3)).astype(np.float32)

    def mix(self, cover, index=1, under=None):
        """Lays colour `index` over the ground, or over `under`, by coverage."""
        base = self.surface.color_at(0) if under is None else under
        return base * (1 - cover[..., None]) + self.surface.color_at(index) * cover[..., None]


def paint(surface, region, noise):
    """Returns the colours of a surface over a region, as (height, width, 3) float32.

    `noise(scale)` is smooth random texture, as for `materials.grain`.
    """
    if surface.pattern == "solid":
        return surface.color_at(0)
    x, y = region.u - surface.origin[0], region.v - surface.origin[1]
    cos, sin = math.cos(surface.angle), math.sin(surface.angle)
    u, v = (x * cos + y * sin) / surface.scale, (y * cos - x * sin) / surface.scale
    pixel = 1.2 / region.scale / surface.scale
    return _PATTERNS[surface.pattern](Canvas(surface, region, noise, u, v, pixel))


def _striped(canvas):
    return canvas.mix(canvas.stripes(canvas.v, canvas.surface.stripe, canvas.surface.stripe / 4))


def _vertical_stripe(canvas):
    return canvas.mix(canvas.stripes(canvas.u, canvas.surface.stripe, canvas.surface.stripe / 4))


def _pinstriped(canvas):
    return canvas.mix(canvas.stripes(canvas.u, 4.5, 0.38))


def _polka_dot(canvas, pitch=7.0, radius=1.85):
    row = np.floor(canvas.v / pitch)
    x = (canvas.u + (row % 2) * pitch / 2) % pitch - pitch / 2
    y = canvas.v % pitch - pitch / 2
    return canvas.mix(canvas.cover(radius - np.hypot(x, y)))


def _gingham(canvas, pitch=7.0):
    warp, weft = (canvas.stripes(axis, pitch, pitch / 4) for axis in (canvas.u, canvas.v))
    return canvas.mix((warp + weft) * 0.5)


def _plaid(canvas, pitch=15.0):
    warp, weft = (canvas.stripes(axis, pitch, 3.3) for axis in (canvas.u, canvas.v))
    blocks = canvas.mix((warp + weft) * 0.44)
    lines = np.maximum(*(canvas.stripes(axis + 3, pitch, 0.5) for axis in (canvas.u, canvas.v)))
    return canvas.mix(lines * 0.8, 2, blocks)


def _chevron(canvas, period=6.0):
    zigzag = canvas.v + np.abs(canvas.u % 8 - 4)
    return canvas.mix(canvas.stripes(zigzag, period, period / 4))


def _camo(canvas):
    image = canvas.ground()
    for index, threshold in ((1, 0.25), (2, 0.5)):
        image = canvas.mix(np.clip((canvas.noise(9) - threshold) * 4 / canvas.pixel * 0.4 + 0.5, 0, 1), index, image)
    return image


def _marble(canvas):
    vein = (canvas.u + canvas.v) * 0.09 + (canvas.noise(20) * 2 + canvas.noise(8)) * 0.7
    return canvas.mix(np.exp(-np.abs(np.sin(vein)) * 9) * 0.7)


def _colour_block(canvas):
    return canvas.mix(canvas.cover(canvas.v - 46 / canvas.surface.scale))


def _floral(canvas):
    """Scatters five-petalled flowers with two leaves each; the same meadow for every part of a product."""
    surface, region = canvas.surface, canvas.region
    height, width = canvas.u.shape
    pixels = np.empty((height, width, 4), np.uint8)
    info = skia.ImageInfo.MakeN32(width, height, skia.AlphaType.kPremul_AlphaType)
    board = skia.Canvas.MakeRasterDirect(info, pixels, width * 4)
    board.clear(_ink(surface.color_at(0) * 255))
    board.setMatrix(region.matrix)
    petals = [_paint(surface.color_at(index) * 255) for index in (1, 2)]
    for x, y, radius, angle, pick in _meadow(surface.scale):
        if region.contains(x, y, 4 * radius):
            _draw_flower(board, x, y, radius, angle, petals[pick])
    return pixels[..., [2, 1, 0]].astype(np.float32) / 255


@lru_cache(maxsize=16)
def _meadow(scale):
    """Lists flowers over a little more than the design square: x, y, radius, angle, colour."""
    rng = np.random.default_rng(31)
    flowers = []
    for row in range(-2, int(15 / scale)):
        for column in range(-2, int(14 / scale)):
            x = (column * 9 + (row % 2) * 4.5) * scale + rng.uniform(-1.6, 1.6)
            y = row * 8 * scale + rng.uniform(-1.6, 1.6)
            radius, angle = rng.uniform(1.8, 2.9) * scale, rng.uniform(0, 2 * math.pi)
            flowers.append((x, y, radius, angle, int(rng.integers(2))))
    return flowers


def _draw_flower(board, x, y, radius, angle, petal):
    leaf, pollen = _paint(LEAF_GREEN), _paint(POLLEN_YELLOW)
    for k in range(2):
        direction = angle + 1 + k * 2.6
        board.save()
        board.translate(x + math.cos(direction) * radius * 1.5, y + math.sin(direction) * radius * 1.5)
        board.rotate(math.degrees(direction))
        board.drawOval(skia.Rect.MakeLTRB(-radius * 0.8, -radius * 0.3, radius * 0.8, radius * 0.3), leaf)
        board.restore()
    for k in range(5):
        direction = angle + k * 2 * math.pi / 5
        board.drawCircle(
            x + math.cos(direction) * radius * 0.75, y + math.sin(direction) * radius * 0.75, radius * 0.62, petal
        )
    board.drawCircle(x, y, radius * 0.42, pollen)


def _ink(components):
    return skia.Color(*(int(np.clip(component, 0, 255)) for component in components))


def _paint(components):
    return skia.Paint(AntiAlias=True, Color=_ink(components))


_PATTERNS = {
    "striped": _striped,
    "vertical stripe": _vertical_stripe,
    "pinstriped": _pinstriped,
    "polka dot": _polka_dot,
    "gingham": _gingham,
    "plaid": _plaid,
    "chevron": _chevron,
    "camo": _camo,
    "marble": _marble,
    "colour block": _colour_block,
    "floral": _floral,
}
