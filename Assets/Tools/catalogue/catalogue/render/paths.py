"""Silhouettes in design space: a 100 × 100 square, origin top left, y down.

A point is `(x, y)` where the outline runs smoothly and `(x, y, 1)` where it turns a corner.
"""

import math

import skia

CENTRE = 50.0
_HANDLE = 0.36  # Bézier handle per tangent length; larger values make round outlines look faceted.


def curve(points, closed=True):
    """Draws a Catmull-Rom spline through `points`, straight into and out of corner points."""
    count = len(points)
    is_corner = [len(point) > 2 for point in points]
    path = skia.Path()
    path.moveTo(points[0][0], points[0][1])
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        ax, ay = points[i][:2]
        bx, by = points[j][:2]
        before = points[i - 1] if closed or i > 0 else points[i]
        after = points[(i + 2) % count] if closed or i + 2 < count else points[j]
        chord = (bx - ax, by - ay)
        leaving = chord if is_corner[i] else (bx - before[0], by - before[1])
        arriving = chord if is_corner[j] else (after[0] - ax, after[1] - ay)
        ux, uy = _handle(leaving, chord)
        vx, vy = _handle(arriving, chord)
        path.cubicTo(ax + ux, ay + uy, bx - vx, by - vy, bx, by)
    if closed:
        path.close()
    return path


def _handle(tangent, chord):
    """Halves a tangent, caps it at the chord's length so that tight turns do not loop, and scales it."""
    x, y = tangent[0] * 0.5, tangent[1] * 0.5
    length, limit = math.hypot(x, y), math.hypot(*chord)
    scale = _HANDLE * (limit / length if length > limit else 1.0)
    return x * scale, y * scale


def polygon(points, closed=True):
    """Joins `points` with straight lines."""
    return curve([(x, y, 1) for x, y, *_ in points], closed)


def reflect(points, side):
    """Returns `points` as they are for `side` 1 and mirrored about the centre line for `side` -1."""
    if side > 0:
        return list(points)
    return [(2 * CENTRE - x, *rest) for x, *rest in points]


def sided(points, side):
    """Draws a closed curve given for the right-hand side on either side of the centre line."""
    return curve(reflect(points, side))


def mirrored(right_half):
    """Draws the symmetric outline whose right half runs from top centre to bottom centre."""
    outline = list(right_half)
    for point in reflect(right_half[::-1], -1):
        if not _touching(point, outline[-1]):
            outline.append(point)
    if _touching(outline[0], outline[-1]):
        outline.pop()
    return curve(outline)


def _touching(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1]) < 0.01


def ellipse(cx, cy, rx, ry=None):
    """Draws an ellipse, or a circle when `ry` is missing."""
    ry = rx if ry is None else ry
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))
    return path


def ring(cx, cy, rx, ry, width):
    """Draws the band of `width` inside an ellipse."""
    return subtract(ellipse(cx, cy, rx, ry), ellipse(cx, cy, rx - width, ry - width))


def box(left, top, right, bottom, radius=3.0):
    """Draws a rectangle with rounded corners."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), radius, radius)
    return path


def frame(left, top, right, bottom, radius, width):
    """Draws the band of `width` inside a rounded rectangle."""
    inner = box(left + width, top + width, right - width, bottom - width, max(0.1, radius - width))
    return subtract(box(left, top, right, bottom, radius), inner)


def star(cx, cy, outer, inner, tips=5):
    """Draws a star whose first tip points up."""
    points = []
    for k in range(2 * tips):
        radius, angle = (inner if k % 2 else outer), k * math.pi / tips
        points.append((cx + radius * math.sin(angle), cy - radius * math.cos(angle)))
    return polygon(points)


def around(cx, cy, rx, ry, count, start=0.0):
    """Lists `count` points evenly round an ellipse, the first at `start` radians from the right."""
    angles = [start + k * 2 * math.pi / count for k in range(count)]
    return [(cx + rx * math.cos(angle), cy + ry * math.sin(angle)) for angle in angles]


def stroke(points, width, closed=False, butt=False):
    """Outlines the line of `width` along a curve through `points`, with round ends unless `butt`."""
    cap = skia.Paint.kButt_Cap if butt else skia.Paint.kRound_Cap
    return _filled(
        curve(points, closed),
        skia.Paint(
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=width,
            StrokeCap=cap,
            StrokeJoin=skia.Paint.kRound_Join,
        ),
    )


def dashes(points, width, dash, gap, closed=False):
    """Outlines a dashed line along a curve through `points`, as a seam's stitches."""
    effect = skia.DashPathEffect.Make([dash, gap], 0)
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, PathEffect=effect)
    return _filled(curve(points, closed), paint)


def thickened(path, width):
    """Grows a path outward by half of `width`."""
    style = skia.Paint.kStrokeAndFill_Style
    return _filled(path, skia.Paint(Style=style, StrokeWidth=width, StrokeJoin=skia.Paint.kRound_Join))


def _filled(path, paint):
    outline = skia.Path()
    paint.getFillPath(path, outline)
    return outline


def union(first, *others):
    """Joins paths into one."""
    for path in others:
        first = skia.Op(first, path, skia.PathOp.kUnion_PathOp)
    return first


def subtract(path, *holes):
    """Cuts `holes` out of a path."""
    for hole in holes:
        path = skia.Op(path, hole, skia.PathOp.kDifference_PathOp)
    return path


def intersect(first, second):
    """Keeps what two paths share."""
    return skia.Op(first, second, skia.PathOp.kIntersect_PathOp)


def between(a, b, t):
    """Returns the point `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
