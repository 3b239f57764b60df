"""From decoded RGB pixels to the image tower's input: FORMAT.md section 2.1."""

from __future__ import annotations

import numpy as np

SIZE = 96
MEAN = (0.76, 0.74, 0.72)
STD = (0.25, 0.26, 0.27)


def coverage(source: int, target: int) -> np.ndarray:
    """`target × source` weights of area averaging; each row sums to one."""
    weights = np.zeros((target, source))
    ratio = source / target
    for index in range(target):
        start, end = index * source / target, (index + 1) * source / target
        for column in range(int(start), min(source, int(np.ceil(end)))):
            overlap = min(column + 1, end) - max(column, start)
            weights[index, column] = max(0.0, overlap) / ratio
    return weights.astype(np.float32)


def fitted(side: int, longer: int) -> int:
    """The length of a side after the longer one became `SIZE`, rounded half up, at least one."""
    return max(1, (2 * SIZE * side + longer) // (2 * longer))


def resized(pixels: np.ndarray) -> tuple[np.ndarray, int, int]:
    """`H × W × 3` bytes averaged to at most `SIZE` a side (float32, 0…255), with the left and top margins."""
    height, width = pixels.shape[:2]
    longer = max(width, height)
    w, h = fitted(width, longer), fitted(height, longer)
    columns, rows = coverage(width, w), coverage(height, h)
    horizontal = np.einsum("xs,hsc->hxc", columns, pixels.astype(np.float32), dtype=np.float32, optimize=True)
    both = np.einsum("ys,sxc->yxc", rows, horizontal, dtype=np.float32, optimize=True)
    return both, (SIZE - w) // 2, (SIZE - h) // 2


def normalised(values: np.ndarray) -> np.ndarray:
    """0…255 channel values (last axis RGB) in the tower's units."""
    return (values.astype(np.float32) / 255 - np.float32(MEAN)) / np.float32(STD)


def tower_input(pixels: np.ndarray) -> np.ndarray:
    """The `3 × 96 × 96` float32 input of an RGB picture."""
    values, left, top = resized(pixels)
    tensor = np.zeros((3, SIZE, SIZE), np.float32)
    h, w = values.shape[:2]
    tensor[:, top : top + h, left : left + w] = normalised(values).transpose(2, 0, 1)
    return tensor
