"""What the heads are trained on: products, queries, grades, and the batches drawn from them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from . import augment, text, towers

BATCH = 256
EXTRA = 128
"""Negatives of a batch beside the other queries' items: of the same shelf, and mined ones once there are any."""
class Pool:
    """Products with their texts and image embeddings, queries, and the grade of every pair."""

    def __init__(self, data: Path, name: str, trunk: towers.ImageTrunk, views: int, random: np.random.Generator) -> None:
        products = [json.loads(line) for line in (data / name / "products.jsonl").open()]
        queries = [json.loads(line) for line in (data / name / "queries.jsonl").open()]
        self.grades = np.load(data / name / "grades.npy")
        self.items = [
            [text.item_bag({"title": t, "brand": p["brand"], "category": p["category"], "text": d}) for t, d in p["texts"]]
            for p in products
        ]
        self.queries = [[text.query_bag(phrasing) for phrasing in q["texts"]] for q in queries]
        self.positives = np.array([q["product"] for q in queries])
        shelves = np.array([p["category"] for p in products])
        self.by_shelf = {shelf: np.flatnonzero(shelves == shelf) for shelf in set(shelves)}
        self.shelves = shelves
        images = np.load(data / "renders/images.npy", mmap_mode="r")
        self.embeddings = embeddings(trunk, images, np.array([p["index"] for p in products]), views, random)


@torch.no_grad()
def embeddings(
    trunk: towers.ImageTrunk, images: np.ndarray, rows: np.ndarray, views: int, random: np.random.Generator
) -> torch.Tensor:
    """The trunk's output for every picture: as it is, then `views − 1` times augmented (views × count × 256)."""
    trunk.eval()
    result = []
    for view in range(views):
        parts = []
        for start in range(0, len(rows), 256):
            batch = images[rows[start : start + 256]]
            parts.append(trunk(augment.tower_units(batch) if view == 0 else augment.augmented(batch, random)))
        result.append(torch.cat(parts))
    return torch.stack(result)


def batch(pool: Pool, hard: np.ndarray | None, random: np.random.Generator):
    """Queries, items and grades of one step."""
    rows = random.integers(0, len(pool.queries), BATCH)
    items = pool.positives[rows].copy()
    near = EXTRA // 2 if hard is not None else EXTRA
    others = [random.choice(pool.by_shelf[pool.shelves[item]]) for item in items[:near]]
    if hard is not None:
        others += [hard[row, random.integers(hard.shape[1])] for row in rows[near:EXTRA]]
    items = np.concatenate([items, np.array(others)])
    pick = lambda variants, plain: variants[0] if random.random() < plain else variants[random.integers(len(variants))]
    queries = [pick(pool.queries[row], 0.5) for row in rows]
    texts = [pick(pool.items[item], 0.0) for item in items]
    views = random.integers(0, len(pool.embeddings), len(items))
    return queries, texts, pool.embeddings[views, items], torch.from_numpy(pool.grades[np.ix_(rows, items)])
