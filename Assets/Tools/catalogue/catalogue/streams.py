"""Named, reproducible random streams.

Every random decision of the catalogue comes from a stream whose name says what it decides, so that adding a decision
in one place never moves the numbers drawn in another. A stream uses only the raw 64-bit output of PCG64, which NumPy
guarantees never to change; the higher-level methods of ``numpy.random.Generator`` carry no such promise.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Stream:
    """A deterministic source of random decisions, named by the parts given to it."""

    def __init__(self, *name: object) -> None:
        digest = hashlib.sha256("\x1f".join(str(part) for part in name).encode()).digest()
        self._bits = np.random.PCG64(int.from_bytes(digest[:16], "big"))

    @classmethod
    def of(cls, source: Stream | np.random.Generator) -> Stream:
        """Returns ``source`` itself, or a stream that reads the bits of a NumPy generator."""
        if isinstance(source, Stream):
            return source
        stream = cls.__new__(cls)
        stream._bits = source.bit_generator
        return stream

    def unit(self) -> float:
        """A number in [0, 1) with 53 random bits."""
        return (int(self._bits.random_raw()) >> 11) * 2.0**-53

    def below(self, count: int) -> int:
        """A whole number in [0, count)."""
        return int(self.unit() * count)

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self.unit() < probability

    def choice(self, options: Sequence[T]) -> T:
        """One of the options, each equally likely; repeat an option to make it likelier."""
        return options[self.below(len(options))]

    def uniform(self, low: float, high: float) -> float:
        """A number in [low, high)."""
        return low + (high - low) * self.unit()

    def log_uniform(self, low: float, high: float) -> float:
        """A number in [low, high) whose logarithm is uniform, as prices roughly are."""
        return math.exp(self.uniform(math.log(low), math.log(high)))

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in random order."""
        result = list(items)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """``count`` different items (all of them when there are fewer), in random order."""
        return self.shuffled(items)[:count]

    def binomial(self, trials: int, probability: float) -> int:
        """How many of ``trials`` independent attempts succeed."""
        return sum(self.unit() < probability for _ in range(trials))
