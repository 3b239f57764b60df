"""The two towers as PyTorch modules, and the tensors they are shipped as: FORMAT.md sections 1.3 to 2.3."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import text

DIMENSIONS = 256
MATRYOSHKA = (16, 32, 64, 128, 256)
TEXT_WIDTH = 96
LAYERS = ((3, 24, 2), (24, 40, 2), (40, 40, 1), (40, 80, 2), (80, 80, 1), (80, 128, 2), (128, 128, 1))
"""Input channels, output channels and stride of the 3×3 convolutions; equal shapes add their input."""
MEAN_LAYERS = (2, 4, 6)
"""Convolutions (from zero) whose spatial means are pooled; the last one's maxima follow."""
FEATURES = sum(LAYERS[i][1] for i in MEAN_LAYERS) + LAYERS[-1][1]
EMBEDDING = 256


class Head(nn.Module):
    """A linear map plus a small residual network of one hidden layer."""

    def __init__(self, inputs: int, outputs: int = DIMENSIONS, hidden: int = 256) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, outputs)
        self.hidden = nn.Linear(inputs, hidden)
        self.output = nn.Linear(hidden, outputs, bias=False)
        nn.init.zeros_(self.output.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(x) + self.output(F.relu(self.hidden(x)))


class TextTower(nn.Module):
    """A weighted bag of hashed features, scaled to constant length, and a head."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.randn(text.BUCKETS, TEXT_WIDTH) * 0.05)
        self.kind_weights = nn.Parameter(torch.tensor([1.0, 0.7, 0.5]))
        self.role_weights = nn.Parameter(torch.tensor([1.0, 0.5, 0.5, 0.6]))
        self.head = Head(TEXT_WIDTH)

    def pooled(self, bags: list[text.Bag]) -> torch.Tensor:
        rows, coefficients, codes, offsets = (torch.from_numpy(a) for a in text.pack(bags))
        roles = torch.cat([self.role_weights, torch.ones(1)])
        scale = (roles[:, None] * self.kind_weights[None, :]).reshape(-1)
        return F.embedding_bag(
            rows, self.table, offsets, mode="sum", per_sample_weights=coefficients * scale[codes]
        )

    def forward(self, bags: list[text.Bag]) -> torch.Tensor:
        """Unit vectors of the bags; a bag without features yields zeros."""
        pooled = self.pooled(bags)
        norm = pooled.norm(dim=1, keepdim=True)
        scaled = pooled * (TEXT_WIDTH**0.5) / norm.clamp_min(1e-12)
        return F.normalize(self.head(scaled), dim=1) * (norm > 1e-12)


class ConvBlock(nn.Module):
    """3×3 convolution, batch normalisation, ReLU, and the input added where the shapes agree."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.adds = inputs == outputs and stride == 1

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = F.relu(self.norm(self.convolution(x)))
        return y + x if self.adds else y

    def folded(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Weight and bias of the one convolution that does the same at inference (folded in float64)."""
        norm = self.norm
        scale = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
        weight = self.convolution.weight.double() * scale[:, None, None, None]
        bias = norm.bias.double() - norm.running_mean.double() * scale
        return weight.float(), bias.float()


class ImageTrunk(nn.Module):
    """The convolutions, pooled and projected to the embedding the image head starts from."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(ConvBlock(*layer) for layer in LAYERS)
        self.embed = nn.Linear(FEATURES, EMBEDDING, bias=False)
        self.norm = nn.BatchNorm1d(EMBEDDING)

    def pooled(self, x: torch.Tensor) -> torch.Tensor:
        means = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in MEAN_LAYERS:
                means.append(x.mean((2, 3)))
        return torch.cat(means + [x.amax((2, 3))], 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(self.embed(self.pooled(x)))

    def folded_embedding(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Weight and bias of the projection with its normalisation folded in."""
        scale = 1 / (self.norm.running_var.double() + self.norm.eps).sqrt()
        scale = scale * self.norm.weight.double()
        weight = self.embed.weight.double() * scale[:, None]
        bias = self.norm.bias.double() - self.norm.running_mean.double() * scale
        return weight.float(), bias.float()


def shipped_tensors(text_tower: TextTower, trunk: ImageTrunk, image_head: Head) -> dict[str, np.ndarray]:
    """The tensors of the safetensors file, by name."""
    tensors = {
        "text.table": text_tower.table.detach().half(),
        "text.kind_weights": text_tower.kind_weights,
        "text.role_weights": text_tower.role_weights,
    }
    tensors.update({f"text.head.{k}": v for k, v in text_tower.head.state_dict().items()})
    for index, block in enumerate(trunk.blocks, 1):
        tensors[f"image.conv{index}.weight"], tensors[f"image.conv{index}.bias"] = block.folded()
    tensors["image.embed.weight"], tensors["image.embed.bias"] = trunk.folded_embedding()
    tensors.update({f"image.head.{k}": v for k, v in image_head.state_dict().items()})
    return {name: value.detach().contiguous().numpy() for name, value in tensors.items()}
