"""Words, hashed features and their coefficients: FORMAT.md section 1."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np

BUCKETS = 32768
MAX_WORDS = 512
MAX_SCALARS = 32
GRAM_SIZES = (3, 4)
KINDS = ("word", "gram", "bigram")
WORD, GRAM, BIGRAM = range(3)
ROLES = ("title", "brand", "category", "text")
QUERY_ROLE = len(ROLES)
"""Role index of a query's only text; its weight is always one."""

_NUMBERS = {"Nd", "Nl", "No"}
_WORD_CATEGORIES = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mc"} | _NUMBERS


def words(text: str) -> list[str]:
    """The normalised words of `text`, at most `MAX_WORDS`."""
    found: list[str] = []
    current: list[str] = []
    for scalar in unicodedata.normalize("NFD", text):
        if unicodedata.category(scalar) == "Mn":
            continue
        lowered = scalar.lower()
        if unicodedata.category(lowered[0]) in _WORD_CATEGORIES:
            current.append(lowered)
        elif current:
            found.append("".join(current)[:MAX_SCALARS])
            current = []
    if current:
        found.append("".join(current)[:MAX_SCALARS])
    return found[:MAX_WORDS]


def bucket(kind: int, feature: str) -> int:
    """The table row of a feature: folded 64-bit FNV-1a over a type byte and the feature's UTF-8."""
    value = 0xCBF29CE484222325
    for byte in (b"w", b"g", b"b")[kind] + feature.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (value ^ (value >> 32)) & (BUCKETS - 1)


def grams(word: str) -> list[str]:
    """Substrings of three and four scalars of `<word>`; none for a word that contains a number."""
    if any(unicodedata.category(scalar) in _NUMBERS for scalar in word):
        return []
    marked = f"<{word}>"
    return [marked[i : i + n] for n in GRAM_SIZES for i in range(len(marked) - n + 1)]


@lru_cache(maxsize=200_000)
def _word_buckets(word: str) -> tuple[int, tuple[int, ...]]:
    return bucket(WORD, word), tuple(bucket(GRAM, gram) for gram in grams(word))


@lru_cache(maxsize=500_000)
def _bigram_bucket(first: str, second: str) -> int:
    return bucket(BIGRAM, f"{first} {second}")


@dataclass(frozen=True)
class Bag:
    """The features of one query or item: table rows, coefficients, and `role · 3 + kind` of each."""

    rows: np.ndarray
    coefficients: np.ndarray
    codes: np.ndarray


def bag(parts: list[tuple[int, str]]) -> Bag:
    """The features of `(role, text)` parts, each text scaled by one over the root of its word count."""
    rows: list[int] = []
    coefficients: list[float] = []
    codes: list[int] = []
    for role, text in parts:
        found = words(text)
        if not found:
            continue
        scale = 1.0 / sqrt(len(found))
        for word in found:
            row, gram_rows = _word_buckets(word)
            rows.append(row)
            coefficients.append(scale)
            codes.append(role * 3 + WORD)
            if gram_rows:
                rows.extend(gram_rows)
                coefficients.extend([scale / sqrt(len(gram_rows))] * len(gram_rows))
                codes.extend([role * 3 + GRAM] * len(gram_rows))
        for first, second in zip(found, found[1:]):
            rows.append(_bigram_bucket(first, second))
            coefficients.append(scale)
            codes.append(role * 3 + BIGRAM)
    return Bag(np.array(rows, np.int32), np.array(coefficients, np.float32), np.array(codes, np.int8))


def query_bag(text: str) -> Bag:
    """The features of a query string."""
    return bag([(QUERY_ROLE, text)])


def item_bag(fields: dict[str, str]) -> Bag:
    """The features of an item given one joined text per role of `ROLES`; absent roles may be missing."""
    return bag([(index, fields[role]) for index, role in enumerate(ROLES) if fields.get(role)])


def pack(bags: list[Bag]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Rows, coefficients, codes and start offsets of many bags laid end to end."""
    offsets = np.zeros(len(bags), np.int64)
    np.cumsum([len(b.rows) for b in bags[:-1]], out=offsets[1:])
    return (
        np.concatenate([b.rows for b in bags]).astype(np.int64),
        np.concatenate([b.coefficients for b in bags]),
        np.concatenate([b.codes for b in bags]).astype(np.int64),
        offsets,
    )
