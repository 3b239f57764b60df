"""A product shot: parts laid over one another, their shadows, and the studio behind them."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import skia

from . import paths, patterns, shading
from .materials import MATERIALS, grain
from .palette import rgb

_MARGIN = 4.5  # design units round a part that its shadow may reach
_WHITE = skia.Color(255, 255, 255)


@dataclass(frozen=True)
class Pose:
    """How the product lies in the picture: degrees, factors, and offsets in design units."""

    rotation: float = 0.0
    scale: float = 1.0
    stretch: float = 1.0
    flip: bool = False
    dx: float = 0.0
    dy: float = 0.0


class Region:
    """A rectangle of the picture with its pixels' design coordinates `u` and `v`.

    `scale` is pixels per design unit, `units` the rectangle's width and height in design units, and `matrix`
    maps design space to the rectangle's own pixels.
    """

    def __init__(self, scene, left, top, right, bottom, units):
        self.rows, self.columns = slice(top, bottom), slice(left, right)
        self.width, self.height = right - left, bottom - top
        self.units, self.scale = units, scene.scale
        self.matrix = skia.Matrix.Translate(-left, -top)
        self.matrix.preConcat(scene.matrix)
        inverse = skia.Matrix()
        self.matrix.invert(inverse)
        a, b, c, d, e, f = (inverse.get(i) for i in range(6))
        x = np.arange(self.width, dtype=np.float32)[None, :] + 0.5
        y = np.arange(self.height, dtype=np.float32)[:, None] + 0.5
        self.u, self.v = a * x + b * y + c, d * x + e * y + f

    def of(self, image):
        """Returns the view of a picture-sized array on this rectangle."""
        return image[self.rows, self.columns]

    def contains(self, x, y, margin):
        """Tells whether a design point lies within `margin` design units of the rectangle."""
        point = self.matrix.mapXY(x, y)
        reach = margin * self.scale
        return -reach <= point.x() <= self.width + reach and -reach <= point.y() <= self.height + reach

    def coverage(self, path):
        """Rasterises a path as antialiased coverage in 0…1."""
        pixels, board = self._board()
        board.drawPath(path, skia.Paint(AntiAlias=True, Color=_WHITE))
        return pixels.astype(np.float32) * (1 / 255)

    def creases(self, folds):
        """Returns the relief of folds in design units."""
        relief = np.zeros((self.height, self.width), np.float32)
        for sign in (1, -1):
            chosen = [fold for fold in folds if fold.depth * sign > 0]
            if not chosen:
                continue
            pixels, board = self._board()
            for fold in chosen:
                paint = skia.Paint(
                    AntiAlias=True,
                    Color=skia.Color(255, 255, 255, min(255, int(abs(fold.depth) * 127))),
                    Style=skia.Paint.kStroke_Style,
                    StrokeWidth=fold.width,
                    StrokeCap=skia.Paint.kRound_Cap,
                    BlendMode=skia.BlendMode.kPlus,
                    MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, fold.width * 0.45),
                )
                board.drawPath(paths.curve(fold.points, closed=False), paint)
            relief += pixels.astype(np.float32) * (sign * 1.5 / 127)
        return relief

    def _board(self):
        pixels = np.zeros((self.height, self.width), np.uint8)
        info = skia.ImageInfo.MakeA8(self.width, self.height)
        board = skia.Canvas.MakeRasterDirect(info, pixels, self.width)
        board.setMatrix(self.matrix)
        return pixels, board


class Scene:
    """Composes one picture of `pixels` × `pixels` from parts given in design space.

    Parts added later lie over earlier ones. A scene lies flat, seen from above, unless `stand` puts it on a
    floor.
    """

    def __init__(self, seed, pixels, pose=None, backdrop=None):
        self.pixels = pixels
        self.unit = pixels / 100
        self.backdrop = backdrop
        self._seed, self._parts = seed, 0
        self._pose = pose or Pose()
        self._color = np.zeros((pixels, pixels, 3), np.float32)  # premultiplied by _cover
        self._cover = np.zeros((pixels, pixels), np.float32)
        self._floor, self._is_standing, self._glow = [], False, None
        self._place(50, 50, 1.0)

    def _place(self, cx, cy, zoom):
        pose, unit = self._pose, self.unit
        self.scale = unit * pose.scale * zoom
        mirror = -1 if pose.flip else 1
        self.matrix = skia.Matrix()
        self.matrix.preTranslate(self.pixels / 2 + pose.dx * unit, self.pixels / 2 + pose.dy * unit)
        self.matrix.preRotate(pose.rotation)
        self.matrix.preScale(self.scale * mirror * pose.stretch, self.scale)
        self.matrix.preTranslate(-cx, -cy)

    def frame(self, left, top, right, bottom, fill=84.0):
        """Zooms so that a rectangle of design space is centred and its longer side measures `fill` units.

        To be called before the first part.
        """
        longer = max(right - left, bottom - top)
        self._place((left + right) / 2, (top + bottom) / 2, fill / longer)

    def stand(self, *shadows):
        """Puts the product on a floor, with a soft shadow for each ellipse `(cx, cy, rx, ry)`; none: it hangs."""
        self._is_standing = True
        self._floor = list(shadows)

    def add(self, path, surface, *, bevel=3.0, height=1.0, folds=(), occlusion=0.35, opacity=1.0, brightness=1.0):
        """Lays a part over what is there.

        `bevel` is the width of its rounded rim in design units and `height` a factor on how far it bulges;
        `folds` crease it; `occlusion` is how dark its contact shadow falls on what lies beneath.
        """
        region = self._region(path)
        if region is None:
            return
        mask = region.coverage(path)
        material = MATERIALS[surface.material]
        noise = self._noise(region)
        texture = grain(material.grain, region, noise)
        normal = shading.normals(self._relief(region, mask, material, texture, noise, bevel, height, folds))
        albedo = patterns.paint(surface, region, noise)
        if texture is not None:
            albedo = albedo * (1 + material.grain_tone * texture[..., None])
        if material.is_metal:
            across, is_upright = self._across(path, region)
            shaded = shading.polished(albedo, normal, material, brightness, across, is_upright)
        else:
            shaded = shading.lit(albedo, normal, material, brightness)
        rim = np.clip(shading.soften(mask, 0.5 * self.scale) * 2 - 1, 0, 1)
        shaded *= (0.72 + 0.28 * rim)[..., None]
        self._lay(region, mask, shaded, occlusion, opacity)

    def _relief(self, region, mask, material, texture, noise, bevel, height, folds):
        relief = shading.inflate(mask, bevel * self.scale) * height
        if folds:
            relief += region.creases(folds) * self.scale
        relief = shading.soften(relief, 0.35 * self.scale)
        if material.wrinkle:
            relief = relief + shading.soften(noise(9), 1.2 * self.scale) * (material.wrinkle * 0.33 * self.scale)
        if material.grain_relief:
            relief = relief + texture * (material.grain_relief * self.scale)
        return relief

    def _lay(self, region, mask, shaded, occlusion, opacity):
        color, cover = region.of(self._color), region.of(self._cover)
        if occlusion:
            shift = (int(0.9 * self.scale), int(0.7 * self.scale))
            shadow = shading.soften(np.roll(mask, shift, (0, 1)), 1.3 * self.scale) * occlusion
            color *= (1 - shadow * (1 - mask))[..., None]
        alpha = mask * opacity
        color += (shaded - color) * alpha[..., None]
        cover += (1 - cover) * alpha

    def ink(self, path, color, *, opacity=0.4, softness=0.15, within=None):
        """Prints a path flat on the parts beneath it, blurred by `softness` units, kept `within` a path."""
        region = self._region(path)
        if region is None:
            return
        alpha = shading.soften(region.coverage(path), softness * self.scale) * opacity
        if within is not None:
            alpha *= region.coverage(within)
        alpha *= region.of(self._cover)
        target = region.of(self._color)
        target += (rgb(color) - target) * alpha[..., None]

    def line(self, points, width, color=(0, 0, 0), *, opacity=0.4, softness=0.15, within=None):
        """Prints a line of `width` units through points on the parts beneath it."""
        self.ink(paths.stroke(points, width), color, opacity=opacity, softness=softness, within=within)

    def stitches(self, points, color, *, width=0.45, opacity=0.85, dash=1.4, gap=1.0):
        """Sews a dashed seam through points."""
        self.ink(paths.dashes(points, width, dash, gap), color, opacity=opacity, softness=0.08)

    def round_off(self, path, cx, radius, gloss=0.28):
        """Shades what lies under a path as an upright cylinder about `cx`, with a highlight of `gloss`."""
        region = self._region(path)
        mask = region.coverage(path)
        x = (region.u - cx) / radius * (-1 if self._pose.flip else 1)
        shade = 1 - 0.42 * np.clip(x, 0, 1.2) ** 2 - 0.16 * np.clip(-x, 0, 1.2) ** 3
        highlight = np.exp(-(((x + 0.55) / 0.10) ** 2)) * gloss * mask
        target = region.of(self._color)
        target *= (1 - mask * (1 - np.clip(shade, 0, 1)))[..., None]
        target += (1 - target) * (highlight * region.of(self._cover))[..., None]

    def gleam(self, path, color, weight):
        """Lightens what lies under a path towards a colour, by `weight(u, v)` in design coordinates."""
        region = self._region(path)
        alpha = region.coverage(path) * weight(region.u, region.v) * region.of(self._cover)
        target = region.of(self._color)
        target += (rgb(color) - target) * alpha[..., None]

    def glow(self, cx, cy, radius, color=(0.35, 0.28, 0.10)):
        """Lights up the backdrop round a point, as a lamp does."""
        self._glow = (cx, cy, radius, rgb(color))

    def finish(self, size):
        """Sets the product before its backdrop and returns the picture, `size` pixels square, as RGB bytes."""
        backdrop = self._studio() * (1 - self._shadow())[..., None]
        image = np.clip(self._color + backdrop * (1 - self._cover)[..., None], 0, 1)
        image += 0.18 * (image * image * (3 - 2 * image) - image)  # a touch of contrast
        image = (image * 255 + 0.5).astype(np.uint8)
        return image if size == self.pixels else cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA)

    def _studio(self):
        axis = (np.arange(self.pixels, dtype=np.float32) + 0.5) / self.pixels
        x, y = axis[None, :], axis[:, None]
        falloff = (x - 0.5) ** 2 + (y - 0.42) ** 2
        if self.backdrop is None:
            image = np.repeat((0.985 - 0.05 * y - 0.05 * falloff)[..., None], 3, axis=2)
        else:
            image = rgb(self.backdrop) * (1.03 - 0.07 * y - 0.10 * falloff)[..., None]
            if self._floor:
                horizon = np.clip((axis - 0.74) * 20, 0, 1)
                image = image * (1 - 0.06 * horizon)[:, None, None]
        if self._glow:
            cx, cy, radius, color = self._glow
            point = self.matrix.mapXY(cx, cy)
            reach = radius * self.scale
            distance = (x * self.pixels - point.x()) ** 2 + (y * self.pixels - point.y()) ** 2
            image = image + (np.exp(-distance / reach**2) * 0.35)[..., None] * color
        return image

    def _shadow(self):
        unit = self.unit
        if not self._is_standing:
            near = np.roll(self._cover, (int(1.6 * unit), int(1.2 * unit)), (0, 1))
            far = np.roll(self._cover, (int(3 * unit), int(2 * unit)), (0, 1))
            return shading.soften(near, 2 * unit) * 0.30 + shading.soften(far, 5 * unit) * 0.16
        shadow = np.zeros_like(self._cover)
        whole = Region(self, 0, 0, self.pixels, self.pixels, (100, 100))
        for cx, cy, rx, ry in self._floor:
            core = shading.soften(whole.coverage(paths.ellipse(cx, cy, rx, ry)), 2.4 * unit) * 0.42
            spill = paths.ellipse(cx + 3, cy + 0.6, rx * 1.25, ry * 1.5)
            shadow = np.maximum(shadow, np.maximum(core, shading.soften(whole.coverage(spill), 6 * unit) * 0.25))
            contact = shading.soften(whole.coverage(paths.ellipse(cx, cy + 0.3, rx * 0.98, ry * 0.6)), 0.9 * unit)
            shadow = np.maximum(shadow, contact * 0.55)
        return shadow

    def _region(self, path):
        """Returns the part of the picture a path and its shadow can touch; None where it lies outside."""
        bounds = self.matrix.mapRect(path.computeTightBounds())
        margin = _MARGIN * self.scale + 2
        left, right = max(0, int(bounds.left() - margin)), min(self.pixels, math.ceil(bounds.right() + margin))
        top, bottom = max(0, int(bounds.top() - margin)), min(self.pixels, math.ceil(bounds.bottom() + margin))
        if right - left < 2 or bottom - top < 2:
            return None
        units = (bounds.width() / self.scale + 2 * _MARGIN, bounds.height() / self.scale + 2 * _MARGIN)
        return Region(self, left, top, right, bottom, units)

    def _across(self, path, region):
        """Returns -1…1 across the shorter side of a part, and whether that side is its width."""
        bounds = region.matrix.mapRect(path.computeTightBounds())
        if bounds.height() >= 0.6 * bounds.width():
            x = np.arange(region.width, dtype=np.float32)[None, :]
            return (x - bounds.centerX()) / max(1.0, bounds.width() / 2) + np.zeros_like(region.u), True
        y = np.arange(region.height, dtype=np.float32)[:, None]
        return (y - bounds.centerY()) / max(1.0, bounds.height() / 2) + np.zeros_like(region.u), False

    def _noise(self, region):
        """Returns a source of smooth random texture that is the same at every picture size."""
        self._parts += 1
        rng = np.random.default_rng((self._seed, self._parts))
        width, height = region.units

        def noise(scale, stretch_x=1.0, stretch_y=1.0):
            columns = max(2, int(width / scale * stretch_x) + 2)
            rows = max(2, int(height / scale * stretch_y) + 2)
            lattice = rng.standard_normal((rows, columns), dtype=np.float32)
            return cv2.resize(lattice, (region.width, region.height), interpolation=cv2.INTER_CUBIC)

        return noise
