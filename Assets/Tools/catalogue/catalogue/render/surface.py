"""What covers a part: a material, its colours and the pattern printed or woven into it."""

from dataclasses import dataclass, replace

import numpy as np

from .palette import IVORY, METALS, darker, lighter, luminance, rgb


@dataclass(frozen=True)
class Surface:
    """A material in one to three colours under a pattern.

    The pattern is laid out in design space: scaled by `scale`, turned by `angle` radians, from `origin`.
    """

    material: str
    colors: tuple
    pattern: str = "solid"
    scale: float = 1.0
    angle: float = 0.0
    origin: tuple = (0.0, 0.0)
    stripe: float = 6.0

    @classmethod
    def plain(cls, material, color):
        """Returns a surface of one colour."""
        return cls(material, (rgb(color),))

    @property
    def color(self):
        """The ground colour."""
        return self.colors[0]

    def dyed(self, color):
        """Returns the same material in one plain colour."""
        return Surface.plain(self.material, color)

    def shaded(self, factor):
        """Returns the same material plain, in a darker shade of its ground colour."""
        return self.dyed(darker(self.color, factor))

    def tinted(self, amount):
        """Returns this surface with its ground colour mixed with white."""
        return replace(self, colors=(lighter(self.color, amount), *self.colors[1:]))

    def unpatterned(self):
        """Returns this surface without its pattern."""
        return replace(self, pattern="solid")

    def laid(self, **layout):
        """Returns this surface with another pattern layout: `scale`, `angle`, `origin` or `stripe`."""
        return replace(self, **layout)

    def of(self, material):
        """Returns this surface in another material."""
        return replace(self, material=material)

    def color_at(self, index):
        """Returns a colour by position; missing ones repeat the last."""
        return np.asarray(self.colors[min(index, len(self.colors) - 1)], np.float32)


def metal(name):
    """Returns a metal surface by name."""
    return Surface.plain("brass" if name in ("brass", "copper") else "steel", METALS[name])


def buttons_for(color):
    """Returns a button surface that stands out from a cloth."""
    return Surface.plain("plastic", IVORY if luminance(color) < 0.75 else (0.55, 0.50, 0.45))
