"""Ranking quality as trec_eval measures it, and the precisions of FORMAT.md section 3."""

from __future__ import annotations

import numpy as np

from .reference import unit

PRECISIONS = ("float32", "int8", "binary")


def fused(text: np.ndarray, image: np.ndarray, share: float = 0.5) -> np.ndarray:
    """Item vectors from unit text and image vectors; a missing (zero) part leaves the other."""
    has_text = np.any(text != 0, axis=1, keepdims=True)
    has_image = np.any(image != 0, axis=1, keepdims=True)
    both = share * text + (1 - share) * image
    return np.where(has_text & has_image, both, np.where(has_text, text, image))


def scores(queries: np.ndarray, items: np.ndarray, dimensions: int, precision: str = "float32") -> np.ndarray:
    """Scores of every item for every query, over the first `dimensions` components at a precision."""
    q, d = unit(queries[:, :dimensions]), unit(items[:, :dimensions])
    if precision == "binary":
        q, d = np.where(q >= 0, 1.0, -1.0), np.where(d >= 0, 1.0, -1.0)
    elif precision == "int8":
        q, d = _int8(q), _int8(d)
    return q @ d.T


def _int8(vectors: np.ndarray) -> np.ndarray:
    step = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-12) / 127
    return np.round(vectors / step) * step


def ndcg_cut_10(ranking_scores: np.ndarray, grades: np.ndarray) -> np.ndarray:
    """`ndcg_cut_10` of every query with gain = grade; ties go to the later item (the larger identifier, as in trec_eval).

    Queries without a relevant item give NaN.
    """
    discounts = 1 / np.log2(np.arange(2, 12))
    values = np.full(len(grades), np.nan)
    for row, (score, grade) in enumerate(zip(ranking_scores, grades.astype(np.float64))):
        ideal = np.sort(grade)[::-1][:10]
        if ideal[0] <= 0:
            continue
        order = np.lexsort((-np.arange(len(score)), -score))[:10]
        values[row] = grade[order] @ discounts[: len(order)] / (ideal @ discounts[: len(ideal)])
    return values


def bootstrap_interval(values: np.ndarray, seed: int = 1, rounds: int = 4000) -> tuple[float, float]:
    """The 95 % percentile interval of the mean over resampled queries."""
    values = values[~np.isnan(values)]
    picks = np.random.default_rng(seed).integers(0, len(values), (rounds, len(values)))
    low, high = np.percentile(values[picks].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)
