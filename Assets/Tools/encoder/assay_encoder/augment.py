"""Distortions of training pictures."""

from __future__ import annotations

import numpy as np
import torch

from . import pixels

NOISE = torch.from_numpy(np.random.default_rng(5).standard_normal(12_000_000, dtype=np.float32)) * 0.04
"""Drawn once; a batch takes a random stretch of it."""


def tower_units(images: np.ndarray) -> torch.Tensor:
    """`N × 96 × 96 × 3` byte pictures as the image tower reads them."""
    return torch.from_numpy(pixels.normalised(images).transpose(0, 3, 1, 2).copy())


def augmented(images: np.ndarray, random: np.random.Generator) -> torch.Tensor:
    """A batch in tower units: shifted, sometimes mirrored, with a little light, tint and noise."""
    out = np.empty_like(images)
    for row, image in enumerate(images):
        dy, dx = random.integers(-5, 6, 2)
        shifted = np.pad(image, ((5, 5), (5, 5), (0, 0)), mode="edge")[5 + dy : 101 + dy, 5 + dx : 101 + dx]
        out[row] = shifted[:, ::-1] if random.random() < 0.5 else shifted
    x = tower_units(out)
    n = len(x)
    gain = torch.from_numpy(random.normal(1, 0.06, (n, 1, 1, 1)).astype(np.float32))
    tint = torch.from_numpy(random.normal(0, 0.06, (n, 3, 1, 1)).astype(np.float32))
    at = int(random.integers(len(NOISE) - x.numel()))
    return (x * gain + tint + NOISE[at : at + x.numel()].view(x.shape)).contiguous(memory_format=torch.channels_last)
