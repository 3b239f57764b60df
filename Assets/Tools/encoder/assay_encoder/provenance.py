"""How a set of weights came about, for its metadata."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import torch


def data_hash(data: Path, names: list[str]) -> str:
    """SHA-256 over the names and contents of the training files, in the order given."""
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode("utf-8") + b"\0")
        with (data / name).open("rb") as file:
            while block := file.read(1 << 22):
                digest.update(block)
    return digest.hexdigest()


def training_record(data: Path, pool: str, products: int, queries: int, renders: int, seed: int) -> dict[str, str]:
    """The `training.*` entries of the metadata, without their prefix."""
    files = ["renders/attributes.jsonl", "renders/images.npy"]
    files += [f"{pool}/{name}" for name in ("products.jsonl", "queries.jsonl", "grades.npy")]
    return {
        "data.sha256": data_hash(data, files),
        "products": str(products),
        "queries": str(queries),
        "renders": str(renders),
        "seed": str(seed),
        "tool": f"Assets/Tools/encoder, PyTorch {torch.__version__}, NumPy {np.__version__}",
    }
