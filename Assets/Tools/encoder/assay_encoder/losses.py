"""The objective of the heads: contrastive over every Matryoshka prefix, in float and in straight-through binary."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F

from .towers import MATRYOSHKA

TEMPERATURE = 0.05
BINARY_TEMPERATURE = 0.08
BINARY_FROM = 32
"""Smallest prefix trained in binary; below it a sign vector has too few values to rank with."""
GAIN_SHARES = (0.0, 0.08, 0.35, 1.0)
"""How much of the listwise target an item of grade 0, 1, 2, 3 takes, before normalisation."""


class Sign(torch.autograd.Function):
    """±1 forward; backward the gradient passes where the input is at most 3 standard deviations from zero."""

    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return torch.where(x >= 0, 1.0, -1.0)

    @staticmethod
    def backward(context, gradient):
        (x,) = context.saved_tensors
        return gradient * (x.abs() <= 3).float()


@dataclass(frozen=True)
class Weights:
    """How much each part of the objective counts, relative to query → fused item."""

    reverse: float = 0.3
    text: float = 0.6
    image: float = 0.6
    listwise: float = 1.0
    binary: float = 0.7
    half_binary: float = 0.3


def objective(
    queries: torch.Tensor, texts: torch.Tensor, images: torch.Tensor, grades: torch.Tensor, weights: Weights
) -> torch.Tensor:
    """The loss of a batch of B queries and M ≥ B items, item `b` being the positive of query `b`.

    `queries`, `texts`, `images` are unit vectors (B × D, M × D, M × D); `grades` are B × M in 0…3. Items of grade 2 or 3
    other than the positive are never used as negatives; the listwise term ranks all of them by grade instead.
    """
    count = len(queries)
    target = torch.arange(count)
    mask = grades >= 2
    mask[target, target] = False
    shares = torch.tensor(GAIN_SHARES)[grades.long()]
    shares[target, target] = 1.0
    shares = shares / shares.sum(1, keepdim=True)

    def contrast(logits: torch.Tensor) -> torch.Tensor:
        return F.cross_entropy(logits.masked_fill(mask, -1e4), target)

    def listwise(logits: torch.Tensor) -> torch.Tensor:
        return -(shares * F.log_softmax(logits, 1)).sum(1).mean()

    fused = texts + images
    total = torch.zeros(())
    for d in MATRYOSHKA:
        q, f, t, i = (F.normalize(v[:, :d], dim=1) for v in (queries, fused, texts, images))
        logits = q @ f.T / TEMPERATURE
        total = total + contrast(logits) + weights.listwise * listwise(logits)
        square = logits[:, :count].masked_fill(mask[:, :count], -1e4)
        total = total + weights.reverse * F.cross_entropy(square.T, target)
        for part, weight in ((t, weights.text), (i, weights.image)):
            total = total + weight * listwise(q @ part.T / TEMPERATURE)
        if d >= BINARY_FROM:
            signs_q, signs_f = Sign.apply(q * d**0.5), Sign.apply(f * d**0.5)
            both = signs_q @ signs_f.T / d / BINARY_TEMPERATURE
            total = total + weights.binary * listwise(both)
            half = q @ signs_f.T / d**0.5 / TEMPERATURE
            total = total + weights.half_binary * listwise(half)
    return total
