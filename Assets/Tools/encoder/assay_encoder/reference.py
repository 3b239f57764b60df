"""Inference from the shipped tensors alone, as FORMAT.md describes it: the oracle the fixtures are recorded from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from . import pixels, text, towers, weights


def unit(vectors: np.ndarray) -> np.ndarray:
    """Rows scaled to length one; zero rows stay zero."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.where(norms > 1e-12, vectors / np.maximum(norms, 1e-12), 0).astype(np.float32)


@dataclass(frozen=True)
class ImageTrace:
    """Every intermediate result of one picture."""

    input: np.ndarray
    layers: list[np.ndarray]
    pooled: np.ndarray
    embedding: np.ndarray
    vector: np.ndarray


class Encoder:
    """The encoder of one safetensors file."""

    def __init__(self, path: Path) -> None:
        self.tensors, self.metadata = weights.read(path)
        self.table = self.tensors["text.table"].astype(np.float32)

    def text_vector(self, bag: text.Bag) -> np.ndarray:
        """The unit vector of one bag of features, or zeros."""
        if len(bag.rows) == 0:
            return np.zeros(towers.DIMENSIONS, np.float32)
        kinds = self.tensors["text.kind_weights"]
        roles = np.append(self.tensors["text.role_weights"], np.float32(1))
        factors = bag.coefficients * kinds[bag.codes % 3] * roles[bag.codes // 3]
        pooled = factors @ self.table[bag.rows]
        norm = np.linalg.norm(pooled)
        if norm < 1e-12:
            return np.zeros(towers.DIMENSIONS, np.float32)
        return unit(self._head("text", pooled * np.float32(towers.TEXT_WIDTH**0.5) / norm))

    def query_vector(self, query: str) -> np.ndarray:
        """The unit vector of a query string."""
        return self.text_vector(text.query_bag(query))

    def image_trace(self, picture: np.ndarray) -> ImageTrace:
        """The unit vector of an `H × W × 3` byte picture, with all that led to it."""
        tensor = pixels.tower_input(picture)
        x = torch.from_numpy(tensor)[None]
        layers, means = [], []
        for index, (inputs, outputs, stride) in enumerate(towers.LAYERS):
            weight, bias = (torch.from_numpy(self.tensors[f"image.conv{index + 1}.{part}"]) for part in ("weight", "bias"))
            y = F.relu(F.conv2d(x, weight, bias, stride, 1))
            x = y + x if inputs == outputs and stride == 1 else y
            layers.append(x[0].numpy())
            if index in towers.MEAN_LAYERS:
                means.append(x.mean((2, 3)))
        pooled = torch.cat(means + [x.amax((2, 3))], 1)[0].numpy()
        embedding = self.tensors["image.embed.weight"] @ pooled + self.tensors["image.embed.bias"]
        return ImageTrace(tensor, layers, pooled, embedding, unit(self._head("image", embedding)))

    def _head(self, tower: str, x: np.ndarray) -> np.ndarray:
        part = lambda name: self.tensors[f"{tower}.head.{name}"]
        hidden = np.maximum(part("hidden.weight") @ x + part("hidden.bias"), 0)
        return part("linear.weight") @ x + part("linear.bias") + part("output.weight") @ hidden
