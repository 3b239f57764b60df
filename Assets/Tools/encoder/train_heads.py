"""Trains the text tower and both heads against each other, on renders the trunk has not seen, and writes the weights.

    python3 train_heads.py DATA_FOLDER [--pool heads] [--check check] [--steps 2400] [--seed 1] [--output FILE]

Reads `trunk.pt`, `renders/images.npy` and the folders written by generate.py; prints the quality on the generated check set as
it goes and writes `heads.pt` and a safetensors file.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from assay_encoder import losses, measures, metadata, provenance, text, towers, weights
from assay_encoder.pool import Pool, batch

MINED_LEVEL = 1
"""Items of at most this grade may be hard negatives."""


class Model(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.text = towers.TextTower()
        self.image = towers.Head(towers.EMBEDDING)

    def encode(self, pool: Pool, chunk: int = 2048) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Query, text and image vectors of a whole pool, first phrasings and plain pictures."""
        chunks = lambda bags: torch.cat([self.text(bags[i : i + chunk]) for i in range(0, len(bags), chunk)])
        with torch.no_grad():
            queries = chunks([variants[0] for variants in pool.queries])
            items = chunks([variants[0] for variants in pool.items])
            return queries, items, torch.nn.functional.normalize(self.image(pool.embeddings[0]), dim=1)


def quality(model: Model, pool: Pool, limit: int = 1000) -> dict[str, float]:
    """Mean `ndcg_cut_10` of the first queries, fused at several prefixes and precisions, and of each part alone."""
    q, t, i = (v.numpy() for v in model.encode(pool))
    q, grades = q[:limit], pool.grades[:limit]
    mean = lambda items, d, p="float32": round(float(np.nanmean(measures.ndcg_cut_10(measures.scores(q, items, d, p), grades))), 3)
    f = measures.fused(t, i)
    return {
        "256": mean(f, 256), "64": mean(f, 64), "32": mean(f, 32), "16": mean(f, 16), "text": mean(t, 256),
        "image": mean(i, 256), "binary256": mean(f, 256, "binary"), "binary64": mean(f, 64, "binary"),
    }  # fmt: skip


def mined(model: Model, pool: Pool, count: int = 24) -> np.ndarray:
    """For every query the items ranked highest among those of grade `MINED_LEVEL` or less."""
    q, t, i = model.encode(pool)
    f = torch.nn.functional.normalize(t + i, dim=1)
    result = np.zeros((len(q), count), np.int32)
    for start in range(0, len(q), 1024):
        s = q[start : start + 1024] @ f.T
        s[torch.from_numpy(pool.grades[start : start + 1024] > MINED_LEVEL)] = -2
        result[start : start + 1024] = s.topk(count, 1).indices.numpy()
    return result


def without_some_bigrams(bags: list[text.Bag], random: np.random.Generator, share: float = 0.4) -> list[text.Bag]:
    """Drops all bigrams of a share of the bags, so that unseen word pairs are never relied on."""
    result = []
    for bag in bags:
        if random.random() < share:
            keep = bag.codes % 3 != text.BIGRAM
            bag = text.Bag(bag.rows[keep], bag.coefficients[keep], bag.codes[keep])
        result.append(bag)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--pool", default="heads")
    parser.add_argument("--check", default="check")
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--mine-every", type=int, default=400)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, help="weights file to write")
    parser.add_argument("--version", default="0-draft", help="version of the weights, for their metadata")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    start = time.time()
    trunk = towers.ImageTrunk()
    trunk.load_state_dict(torch.load(options.data / "trunk.pt")["trunk"])
    pool = Pool(options.data, options.pool, trunk, 4, random)
    check = Pool(options.data, options.check, trunk, 1, random)
    print(f"{len(pool.items)} products, {len(pool.queries)} queries, {time.time() - start:.0f} s", flush=True)

    model = Model()
    optimizer = torch.optim.Adam(model.parameters(), options.rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=options.steps, pct_start=0.1)
    hard, total = None, 0.0
    for step in range(1, options.steps + 1):
        queries, texts, images, grades = batch(pool, hard, random)
        queries, texts = without_some_bigrams(queries, random), without_some_bigrams(texts, random)
        q, t = model.text(queries), model.text(texts)
        i = torch.nn.functional.normalize(model.image(images), dim=1)
        loss = losses.objective(q, t, i, grades, losses.Weights())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        total += loss.item()
        if step % options.mine_every == 0 or step == options.steps:
            print(f"step {step}: loss {total / options.mine_every:.3f}, {time.time() - start:.0f} s, {quality(model, check)}", flush=True)
            total = 0.0
            save(model, trunk, options, pool)
            hard = mined(model, pool) if step < options.steps else hard
    print("roles", model.text.role_weights.tolist(), "kinds", model.text.kind_weights.tolist())


def save(model: Model, trunk: towers.ImageTrunk, options: argparse.Namespace, pool: Pool) -> None:
    """Writes the state to continue from and, where asked for, the weights file."""
    torch.save(model.state_dict(), options.data / "heads.pt")
    if options.output:
        tensors = towers.shipped_tensors(model.text, trunk, model.image)
        renders = len(np.load(options.data / "renders/images.npy", mmap_mode="r"))
        record = provenance.training_record(
            options.data, options.pool, len(pool.items), len(pool.queries), renders, options.seed
        )
        weights.write(options.output, tensors, metadata.shipped_metadata(tensors, options.version, record, {}))


if __name__ == "__main__":
    main()
