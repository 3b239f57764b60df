"""Named colours of the catalogue; computed colours are float32 arrays of sRGB components in 0…1."""

import numpy as np

COLORS = {
    "red": (200, 32, 40),
    "burgundy": (110, 22, 44),
    "pink": (240, 150, 175),
    "orange": (236, 120, 34),
    "mustard": (216, 166, 40),
    "yellow": (250, 215, 70),
    "green": (44, 140, 70),
    "olive": (110, 112, 56),
    "teal": (20, 128, 128),
    "mint": (168, 220, 196),
    "blue": (38, 88, 190),
    "navy": (26, 36, 84),
    "sky blue": (140, 190, 232),
    "purple": (112, 58, 150),
    "lavender": (190, 170, 226),
    "brown": (110, 68, 40),
    "tan": (200, 162, 114),
    "beige": (226, 208, 180),
    "white": (244, 243, 239),
    "grey": (140, 142, 146),
    "charcoal": (70, 72, 78),
    "black": (34, 34, 38),
}

METALS = {
    "steel": (0.80, 0.82, 0.86),
    "brass": (0.86, 0.68, 0.36),
    "black steel": (0.24, 0.24, 0.26),
    "copper": (0.84, 0.50, 0.36),
}

WOODS = {"oak": (0.78, 0.60, 0.38), "walnut": (0.42, 0.27, 0.18), "pine": (0.88, 0.73, 0.50)}

INK = (0.14, 0.14, 0.15)  # near-black plastic and rubber
IVORY = (0.95, 0.94, 0.90)  # laces, buttons, soles
THREAD = (0.86, 0.60, 0.30)  # the orange seam of denim


def rgb(color):
    """Returns a colour given by name or as components in 0…1 as a float32 array."""
    if isinstance(color, str):
        color = np.array(COLORS[color]) / 255
    return np.asarray(color, np.float32)


def dye_lot(name, rng):
    """Returns a named colour with the small variation of a dye lot; greys stay grey."""
    base = np.array(COLORS[name], np.float32)
    spread = 10 if base.max() - base.min() > 20 else 3
    varied = base * (1 + rng.uniform(-0.07, 0.07)) + rng.uniform(-spread, spread, 3)
    return (np.clip(varied, 0, 255) / 255).astype(np.float32)


def darker(color, factor=0.72):
    """Scales a colour towards black: 1 keeps it."""
    return np.clip(rgb(color) * factor, 0, 1)


def lighter(color, amount=0.35):
    """Mixes a colour with white: 0 keeps it."""
    return rgb(color) * (1 - amount) + amount


def luminance(color):
    """Returns the perceived lightness of a colour in 0…1 (Rec. 709 weights on sRGB values)."""
    return float(np.dot(rgb(color), (0.2126, 0.7152, 0.0722)))


def seam(color):
    """Returns a line colour visible on `color`: a shade of it, or a tint where it is nearly black."""
    return lighter(color, 0.22) if luminance(color) < 0.2 else darker(color, 0.55)
