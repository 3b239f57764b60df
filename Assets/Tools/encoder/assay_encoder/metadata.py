"""The metadata of a weights file: FORMAT.md section 4."""

from __future__ import annotations

import json

import numpy as np

from . import pixels, text, towers, weights

ENCODER_ID = "assay-default-1"


def shipped_metadata(
    tensors: dict[str, np.ndarray], version: str, training: dict[str, str], evaluation: dict[str, object]
) -> dict[str, str]:
    """Every key of the format, given how the weights came about and what they measure."""
    joined = lambda values: ",".join(str(value) for value in values)
    return {
        "format": "assay-encoder/1",
        "encoder.id": ENCODER_ID,
        "encoder.version": version,
        "encoder.dimensions": str(towers.DIMENSIONS),
        "encoder.matryoshka": joined(towers.MATRYOSHKA),
        "encoder.text_share": "0.5",
        "text.normalisation": "nfd-strip_mn-lower/1",
        "text.features": "word,gram3-4,bigram/1",
        "text.hash": "fnv1a64-fold32",
        "text.buckets": str(text.BUCKETS),
        "text.width": str(towers.TEXT_WIDTH),
        "text.max_words": str(text.MAX_WORDS),
        "text.max_scalars": str(text.MAX_SCALARS),
        "text.roles": joined(text.ROLES),
        "image.size": str(pixels.SIZE),
        "image.resample": "area-letterbox/1",
        "image.mean": joined(pixels.MEAN),
        "image.std": joined(pixels.STD),
        "text.sha256": weights.tower_hash(tensors, "text."),
        "image.sha256": weights.tower_hash(tensors, "image."),
        **{f"training.{key}": value for key, value in sorted(training.items())},
        "evaluation": json.dumps(evaluation, separators=(",", ":"), sort_keys=True),
    }
