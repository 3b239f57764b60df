"""Materials: how a surface reflects light, and the grain that gives it away."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Material:
    """Reflectance and surface structure of a material.

    `grain_tone` is how strongly the grain darkens and lightens the colour, `grain_relief` how far it stands
    out of the surface in design units, `wrinkle` the strength of broad random undulation.
    """

    ambient: float
    diffuse: float
    specular: float
    shininess: float
    grain: str = "none"
    grain_tone: float = 0.0
    grain_relief: float = 0.0
    wrinkle: float = 0.0
    sheen: float = 0.0
    is_metal: bool = False


MATERIALS = {
    "cotton": Material(0.62, 0.46, 0.03, 6, "fine", 0.025, 0.0, 0.5),
    "knit": Material(0.60, 0.46, 0.02, 4, "knit", 0.085, 0.16, 0.35),
    "denim": Material(0.60, 0.46, 0.03, 6, "twill", 0.075, 0.0, 0.45),
    "linen": Material(0.64, 0.44, 0.02, 5, "weave", 0.06, 0.0, 0.7),
    "leather": Material(0.50, 0.48, 0.35, 22, "leather", 0.05, 0.0, 0.35),
    "suede": Material(0.60, 0.44, 0.02, 4, "nap", 0.07, 0.0, 0.3),
    "canvas": Material(0.62, 0.44, 0.03, 6, "weave", 0.06, 0.0, 0.25),
    "nylon": Material(0.54, 0.46, 0.18, 14, "fine", 0.015, 0.0, 0.6),
    "velvet": Material(0.50, 0.50, 0.10, 3, "nap", 0.04, 0.0, 0.4, sheen=0.35),
    "fleece": Material(0.66, 0.40, 0.00, 3, "fluff", 0.10, 0.0, 0.5),
    "satin": Material(0.48, 0.50, 0.32, 9, "fine", 0.01, 0.0, 0.8, sheen=0.35),
    "ceramic": Material(0.60, 0.42, 0.55, 50, "fine", 0.008),
    "stoneware": Material(0.60, 0.44, 0.18, 18, "speck", 0.06),
    "plastic": Material(0.56, 0.44, 0.40, 36),
    "rubber": Material(0.56, 0.42, 0.10, 10, "fine", 0.02),
    "wood": Material(0.62, 0.42, 0.12, 16, "wood", 0.16),
    "steel": Material(0.30, 0.80, 0.55, 40, "brushed", 0.035, is_metal=True),
    "brass": Material(0.30, 0.80, 0.55, 40, "brushed", 0.03, is_metal=True),
    "glass": Material(0.60, 0.30, 0.90, 60),
    "wicker": Material(0.55, 0.48, 0.06, 8, "wicker", 0.26, 0.44),
    "straw": Material(0.60, 0.44, 0.06, 8, "wicker", 0.15, 0.25, 0.1),
}


def grain(kind, region, noise):
    """Returns the grain of a surface over a region: zero-mean texture, or None where there is none.

    `noise(scale, stretch_x, stretch_y)` gives smooth random texture whose features measure `scale` units,
    finer by the stretch along an axis. Fine periodic weaves fade out where the picture is too small to carry
    them, so that small renders stay faithful to reduced large ones.
    """
    return _GRAINS[kind](region, noise) if kind in _GRAINS else None


def _resolved(region, period):
    """Fades a periodic texture out as its period nears two pixels."""
    return float(np.clip((period * region.scale - 2.0) / 2.0, 0.0, 1.0))


def _fine(region, noise):
    return noise(0.9) * 0.5


def _nap(region, noise):
    return noise(1.1) * 0.35 + noise(5) * 0.45


def _twill(region, noise):
    diagonal = np.sin((region.u + region.v) * 4.6) * 0.55 * _resolved(region, 0.97)
    return diagonal + noise(0.7, 0.6, 1.4) * 0.3 + noise(7) * 0.22


def _weave(region, noise):
    lattice = np.sin(region.u * 5.5) * np.sin(region.v * 5.5) * 0.6 * _resolved(region, 1.14)
    return lattice + noise(1.2, 0.3, 1.0) * 0.35 + noise(1.2, 1.0, 0.3) * 0.35


def _knit(region, noise):
    width = 2.2
    column = (region.u / width) % 1
    row = (region.v / (width * 0.9) + np.abs(column - 0.5) * 1.1) % 1
    return np.sin(row * 2 * np.pi) * 0.5 - np.cos(column * 2 * np.pi) * 0.5


def _leather(region, noise):
    return 0.3 - np.abs(noise(1.6)) * 0.6 + noise(8) * 0.3


def _fluff(region, noise):
    return noise(1.8) * 0.5 + noise(0.9) * 0.4


def _speck(region, noise):
    return np.minimum(0, 1.9 - noise(0.55)) * 3.2 + noise(10) * 0.2


def _wood(region, noise):
    """Grain along the longer side of the part, as a joiner cuts it."""
    width, height = region.units
    if height > 1.6 * width:
        drift = noise(14, 1.0, 0.4) * 1.6
        return np.sin((region.u + drift * 1.3) * 2.1) * 0.5 + noise(2, 1.0, 0.12) * 0.5
    drift = noise(14, 0.4, 1.0) * 1.6
    return np.sin((region.v + drift * 1.3) * 2.1) * 0.5 + noise(2, 0.12, 1.0) * 0.5


def _brushed(region, noise):
    return noise(0.8, 0.05, 1.0) * 0.6


def _wicker(region, noise):
    pitch = 2.6
    strand = region.u / pitch
    phase = (np.floor(strand) % 2) * 0.5
    return np.sin((region.v / pitch + phase) * 2 * np.pi) * np.abs(np.sin(strand * np.pi)) * 0.9 - 0.1


_GRAINS = {
    "fine": _fine,
    "nap": _nap,
    "twill": _twill,
    "weave": _weave,
    "knit": _knit,
    "leather": _leather,
    "fluff": _fluff,
    "speck": _speck,
    "wood": _wood,
    "brushed": _brushed,
    "wicker": _wicker,
}
