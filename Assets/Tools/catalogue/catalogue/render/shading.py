"""Light: silhouettes inflated into height fields, their normals, and what a material makes of them.

The height field is not geometry. A silhouette's blurred coverage rises steeply at the rim and levels off
inside, which is enough for a soft studio light from the upper left to read it as a rounded body.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np


def _unit(x, y, z):
    """Returns a direction as plain floats, which leave float32 pictures float32."""
    length = math.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


LIGHT = _unit(-0.5, -0.62, 0.72)
HALFWAY = _unit(LIGHT[0], LIGHT[1], LIGHT[2] + 1)

# What a polished cylinder mirrors in a studio, from its left rim to its right: a softbox on the left, the
# dark camera side, a fill card on the right. And a lying one, from top to bottom: sky, horizon, floor.
_UPRIGHT = np.array(
    [
        (-1.0, 0.32), (-0.84, 0.62), (-0.70, 1.10), (-0.50, 1.16), (-0.34, 0.80), (-0.05, 0.66),
        (0.20, 0.78), (0.42, 1.02), (0.52, 0.92), (0.66, 0.46), (0.82, 0.38), (0.92, 0.66), (1.0, 0.42),
    ]
)  # fmt: skip
_LEVEL = np.array([(-1.0, 0.75), (-0.55, 1.16), (-0.15, 1.0), (0.12, 0.5), (0.35, 0.46), (0.7, 0.86), (1.0, 0.4)])


@dataclass(frozen=True)
class Fold:
    """A crease pressed along a line: a ridge for a positive `depth`, a valley for a negative one."""

    points: tuple
    width: float
    depth: float


def soften(image, sigma):
    """Blurs with a Gaussian of `sigma` pixels; wide ones on a reduced copy, which looks the same."""
    if sigma <= 0.25:
        return image
    if sigma < 6:
        return cv2.GaussianBlur(image, (0, 0), sigma)
    height, width = image.shape[:2]
    step = sigma / 3
    small_size = (max(2, round(width / step)), max(2, round(height / step)))
    small = cv2.GaussianBlur(cv2.resize(image, small_size, interpolation=cv2.INTER_AREA), (0, 0), 2.7)
    enlarged = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    # Two box filters of a cell's width turn the bilinear patches into a spline: facets would show as a grid.
    cell = (round(step), round(step))
    return cv2.blur(cv2.blur(enlarged, cell), cell)


def inflate(mask, bevel):
    """Returns a height field in pixels: `mask` rounded over a rim of about `bevel` pixels."""
    return (soften(mask, bevel * 0.45) * 0.45 + soften(mask, bevel) * 0.55) * mask * bevel * 1.7


def normals(height):
    """Returns the unit normals (x, y, z) of a height field in pixels."""
    slope_y, slope_x = np.gradient(height)
    nz = 1 / np.sqrt(slope_x * slope_x + slope_y * slope_y + 1)
    return -slope_x * nz, -slope_y * nz, nz


def specular(normal, shininess):
    """Returns the Blinn highlight of the studio light."""
    nx, ny, nz = normal
    return np.clip(nx * HALFWAY[0] + ny * HALFWAY[1] + nz * HALFWAY[2], 0, 1) ** shininess


def lit(albedo, normal, material, brightness):
    """Shades a matte or glossy material."""
    nx, ny, nz = normal
    facing = np.clip(nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2], 0, 1)
    shade = (material.ambient + material.diffuse * 1.05 * facing) * brightness
    color = albedo * shade[..., None]
    color += (specular(normal, material.shininess) * material.specular)[..., None]
    color += ((1 - nz) * material.ambient * 0.05)[..., None]  # the room, faintly: it draws the folds of black cloth
    if material.sheen:
        color += ((1 - nz) ** 1.5 * material.sheen)[..., None] * albedo
    return color


def polished(albedo, normal, material, brightness, across, is_upright):
    """Shades a metal by what it would mirror; `across` runs from -1 to 1 over the part's rounded axis."""
    nx, ny, _ = normal
    if is_upright:
        mirrored = np.interp(across * 0.86 + nx * 0.5 + ny * 0.12, _UPRIGHT[:, 0], _UPRIGHT[:, 1])
    else:
        mirrored = np.interp(across * 0.7 + ny * 0.6 + nx * 0.2, _LEVEL[:, 0], _LEVEL[:, 1])
    mirrored = mirrored.astype(np.float32) * brightness
    color = albedo * mirrored[..., None]
    glint = np.maximum(0, mirrored - 0.85) * 0.45 + specular(normal, material.shininess) * material.specular * 0.5
    return color + glint[..., None]
