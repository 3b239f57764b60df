"""Pictures that a few lines make anew in any language."""

import numpy


def pattern(width, height):
    """Smooth waves in red, a fine chequer with a ramp in green, noise in blue."""
    y, x = numpy.mgrid[0:height, 0:width].astype(numpy.uint64)
    red = (x * x * 3 + y * 7) // 11 % 256
    green = ((x // 2 + y // 3) % 2) * 200 + x % 56
    blue = ((x * 2654435761 + y * 40503 + x * y * 97) >> numpy.uint64(7)) % 256
    return numpy.stack([red, green, blue], axis=-1).astype(numpy.uint8)
