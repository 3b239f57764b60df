"""The shipped sample catalogue as the evaluation reads it: items, pictures, queries and judgments."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from .reference import Encoder
from . import text

QUALITY_KINDS = ("brand", "attribute", "semantic", "visual", "find-all")


@dataclass(frozen=True)
class Query:
    id: str
    text: str
    kind: str
    split: str


class SampleCatalog:
    """A catalogue folder with `products.jsonl`, `queries.tsv` and `judgments/truth.qrels`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        lines = (folder / "products.jsonl").read_text(encoding="utf-8").splitlines()
        self.products = sorted((json.loads(line) for line in lines), key=lambda product: product["id"])
        self.queries = [Query(*row[:4]) for row in self._rows("queries.tsv")]
        row_of = {query.id: row for row, query in enumerate(self.queries)}
        column_of = {product["id"]: column for column, product in enumerate(self.products)}
        self.grades = np.zeros((len(self.queries), len(self.products)), np.uint8)
        for line in (folder / "judgments/truth.qrels").read_text().splitlines():
            query, _, item, grade = line.split()
            self.grades[row_of[query], column_of[item]] = max(0, int(grade))

    def _rows(self, name: str) -> list[list[str]]:
        lines = (self.folder / name).read_text(encoding="utf-8").splitlines()
        if lines and (lines[0].startswith("id\t") or lines[0].startswith("#")):
            lines = lines[1:]
        return [(line.split("\t") + ["", ""])[:4] for line in lines if line]

    def query_vectors(self, encoder: Encoder) -> np.ndarray:
        return np.stack([encoder.query_vector(query.text) for query in self.queries])

    def text_vectors(self, encoder: Encoder) -> np.ndarray:
        fields = [
            {"title": p["title"], "brand": p["brand"], "category": p["category"], "text": p["description"]}
            for p in self.products
        ]
        return np.stack([encoder.text_vector(text.item_bag(item)) for item in fields])

    def image_vectors(self, encoder: Encoder) -> np.ndarray:
        pictures = (np.asarray(Image.open(self.folder / p["image"]).convert("RGB")) for p in self.products)
        return np.stack([encoder.image_trace(picture).vector for picture in pictures])
