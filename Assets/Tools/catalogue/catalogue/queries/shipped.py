"""The shipped query set, and what training must keep away from because of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from ..product import Product
from ..streams import Stream
from .lexicon import frame, frame_words, normalised
from .query import Query, Question
from .sets import attribute, brand, find_all, negation, out_of_vocabulary, price, semantic, visual

_SETS = {
    "brand": brand, "attribute": attribute, "semantic": semantic, "visual": visual, "find-all": find_all,
    "negation": negation, "price": price, "out-of-vocabulary": out_of_vocabulary,
}

#: The form in which an identifier is typed, and the split the query goes into.
_IDENTIFIERS = (
    ("dev", "as written"), ("dev", "digits"), ("dev", "lower case"), ("dev", "as written"), ("dev", "model"),
    ("dev", "as written"),
    ("test", "as written"), ("test", "digits"), ("test", "lower case"), ("test", "as written"), ("test", "model"),
    ("test", "digits"), ("test", "lower case"), ("test", "as written"),
)


def written_queries() -> list[Query]:
    """Every shipped query but the identifiers, which follow from the products."""
    queries = []
    for kind, bank in _SETS.items():
        questions = [("dev", question) for question in bank.DEV] + [("test", question) for question in bank.TEST]
        queries += [
            Query(f"{kind}-{number:02}", question, kind, split) for number, (split, question) in enumerate(questions, 1)
        ]
    return queries


def identifier_queries(products: Sequence[Product], stream: Stream) -> list[Query]:
    """Queries for single products by stock number, typed in upper or lower case, or by manufacturer's number."""
    queries = []
    plain = [product for product in stream.shuffled(products) if product.model is None]
    lettered = iter([product for product in plain if product.sku != product.sku.lower()])
    numeric = iter([product for product in plain if product.sku == product.sku.lower()])
    models = [product.model for product in products]
    with_model = iter(stream.shuffled([p for p in products if p.model is not None and models.count(p.model) == 1]))
    for number, (split, form) in enumerate(_IDENTIFIERS, 1):
        if form == "model":
            product = next(with_model)
            question = Question(product.model, {"model": (product.model,)})
        else:
            product = next(numeric if form == "digits" else lettered)
            typed = product.sku.lower() if form == "lower case" else product.sku
            question = Question(typed, {"sku": (product.sku,)})
        queries.append(Query(f"sku-{number:02}", question, "sku", split))
    return queries


@functools.cache
def reserved_texts() -> frozenset[str]:
    """The normalised strings of every shipped query."""
    return frozenset(normalised(query.text) for query in written_queries())


@functools.cache
def reserved_frames() -> frozenset[tuple[str, ...]]:
    """The frames of the shipped test queries."""
    return frozenset(frame(query.text) for query in written_queries() if query.split == "test")


@functools.cache
def reserved_words() -> frozenset[str]:
    """The meaningful words of those frames."""
    words = (frame_words(query.text) for query in written_queries() if query.split == "test")
    return frozenset().union(*words)
