"""Trains the image tower's trunk to read attributes off throw-away renders.

    python3 train_images.py DATA_FOLDER [--epochs 14] [--seed 1] [--held-out 6000]

Reads `renders/attributes.jsonl` and `renders/images.npy` of the data folder (see render.py), writes `trunk.pt` and prints
one line per epoch and the accuracies on held-out renders.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from assay_encoder import augment, labels, towers

BATCH = 128
SMALL = 64
"""Side of the pictures in the first epochs, where coarse features are learned at less than half the cost."""
SMALL_SHARE = 0.4
DETAIL_WEIGHT = 0.7
MAIN_TASKS = ("category", "style", "color", "color2", "pattern", "material")


class Reader(nn.Module):
    """The trunk with one linear classifier per attribute."""

    def __init__(self, vocabulary: labels.Vocabulary) -> None:
        super().__init__()
        self.trunk = towers.ImageTrunk()
        self.classifiers = nn.ModuleDict(
            {task: nn.Linear(towers.EMBEDDING, len(values)) for task, values in vocabulary.values.items()}
        )

    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        embedding = F.relu(self.trunk(x))
        return {task: classifier(embedding) for task, classifier in self.classifiers.items()}


def task_loss(outputs: dict[str, torch.Tensor], targets: dict[str, torch.Tensor]) -> torch.Tensor:
    """Cross-entropies summed over tasks, each over the products it applies to, per product of the batch."""
    total = torch.zeros(())
    for task, logits in outputs.items():
        target = targets[task]
        if (target >= 0).any():
            weight = 1.0 if task in MAIN_TASKS else DETAIL_WEIGHT
            loss = F.cross_entropy(logits, target, ignore_index=labels.IGNORED, reduction="sum", label_smoothing=0.05)
            total = total + weight * loss / len(target)
    return total


@torch.no_grad()
def accuracies(reader: Reader, images: np.ndarray, targets: dict[str, np.ndarray]) -> dict[str, float]:
    reader.eval()
    hits: dict[str, list[np.ndarray]] = {task: [] for task in targets}
    for start in range(0, len(images), 256):
        x = augment.tower_units(images[start : start + 256])
        for task, logits in reader(x).items():
            truth = targets[task][start : start + 256]
            hits[task].append((logits.argmax(1).numpy() == truth)[truth >= 0])
    return {task: round(float(np.concatenate(h).mean()), 3) for task, h in hits.items() if sum(map(len, h))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--held-out", type=int, default=6000)
    parser.add_argument("--limit", type=int, help="use only the first renders")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)

    images = np.load(options.data / "renders/images.npy", mmap_mode="r")[: options.limit]
    lines = (options.data / "renders/attributes.jsonl").read_text().splitlines()[: len(images)]
    seen = [labels.visible_attributes(json.loads(line)["attributes"]) for line in lines]
    vocabulary = labels.Vocabulary(seen)
    targets = vocabulary.labels(seen)
    count = len(images) - options.held_out
    reader = Reader(vocabulary).to(memory_format=torch.channels_last)
    steps = options.epochs * (count // BATCH)
    optimizer = torch.optim.AdamW(reader.parameters(), options.rate, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps, pct_start=0.15)
    print(f"{count} renders, {steps} steps, {sum(p.numel() for p in reader.trunk.parameters())} parameters", flush=True)
    start = time.time()
    for epoch in range(options.epochs):
        reader.train()
        small = epoch < SMALL_SHARE * options.epochs
        order, total = random.permutation(count), 0.0
        for step in range(count // BATCH):
            pick = np.sort(order[step * BATCH : (step + 1) * BATCH])
            x = augment.augmented(images[pick], random)
            if small:
                x = F.interpolate(x, size=(SMALL, SMALL), mode="area")
            loss = task_loss(reader(x), {task: torch.from_numpy(truth[pick]) for task, truth in targets.items()})
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / (count // BATCH):.3f}, {time.time() - start:.0f} s", flush=True)
        torch.save({"reader": reader.state_dict(), "trunk": reader.trunk.state_dict()}, options.data / "trunk.pt")
    for name, part in (("training", slice(0, options.held_out)), ("held-out", slice(count, None))):
        print(name, accuracies(reader, images[part], {t: v[part] for t, v in targets.items()}), flush=True)


if __name__ == "__main__":
    main()
