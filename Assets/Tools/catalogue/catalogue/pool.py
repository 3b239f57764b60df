"""Lexical rankings of the shipped products: the pool that judged zeros and the simulated shop's results come from."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from .product import Product
from .queries.lexicon import normalised


class LexicalRanking:
    """BM25 (k1 1.2, b 0.75) over one reading of the products; plural endings are cut, nothing else is stemmed."""

    def __init__(self, products: Sequence[Product], reading: Callable[[Product], str]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._count = len(products)
        documents = [Counter(_terms(reading(product))) for product in products]
        mean_length = sum(document.total() for document in documents) / max(self._count, 1)
        for ordinal, document in enumerate(documents):
            norm = 1.2 * (0.25 + 0.75 * document.total() / mean_length)
            for term, frequency in document.items():
                self._postings[term].append((ordinal, frequency * 2.2 / (frequency + norm)))

    def scores(self, query: str) -> dict[int, float]:
        """The score of every product that shares a term with the query, by ordinal."""
        scores: dict[int, float] = defaultdict(float)
        for term in _terms(query):
            postings = self._postings.get(term, ())
            rarity = math.log(1 + (self._count - len(postings) + 0.5) / (len(postings) + 0.5))
            for ordinal, weight in postings:
                scores[ordinal] += rarity * weight
        return scores

    def best(self, query: str, count: int) -> list[int]:
        """The ordinals of the best products, best first; ties in catalogue order."""
        scores = self.scores(query)
        return sorted(scores, key=lambda ordinal: (-scores[ordinal], ordinal))[:count]


def title_of(product: Product) -> str:
    return product.title


def whole_text_of(product: Product) -> str:
    return f"{product.title} {product.description} {product.brand} {product.shelf} {product.sku}"


def _terms(text: str) -> list[str]:
    return [word[:-1] if word.endswith("s") and len(word) > 3 else word for word in normalised(text).split()]
