"""The judgments: every grade above 0, and a pool of zeros.

Grading all pairs would be exact but large, so zeros are written only where a search is likely to look: the products
of the categories that hold an answer, the best of two lexical rankings, and a seeded sample of the rest. A pair that
is not listed has grade 0 as well; the listed ones make `judged@k` meaningful.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .pool import LexicalRanking, title_of, whole_text_of
from .product import Product
from .queries import GradeTable, Query
from .streams import Stream

_LEXICAL_DEPTH = 100
_SAMPLE = 60


@dataclass(frozen=True)
class Judgment:
    query: Query
    product: Product
    grade: int


def judge(queries: Sequence[Query], products: Sequence[Product]) -> list[Judgment]:
    """The judgments of all queries: by query, then by falling grade, then in catalogue order."""
    table = GradeTable(products)
    rankings = [LexicalRanking(products, reading) for reading in (title_of, whole_text_of)]
    stream = Stream("shipped", "judgments")
    judgments = []
    for query in queries:
        grades = table.grades(query.spec).tolist()
        judged = set(_pool(query, products, grades, rankings, stream))
        judged.update(ordinal for ordinal, grade in enumerate(grades) if grade > 0)
        judgments += [
            Judgment(query, products[ordinal], grades[ordinal])
            for ordinal in sorted(judged, key=lambda ordinal: (-grades[ordinal], ordinal))
        ]
    return judgments


def _pool(query, products, grades, rankings, stream) -> list[int]:
    answering = {product.category for product, grade in zip(products, grades, strict=True) if grade == 3}
    pool = stream.sample(range(len(products)), _SAMPLE)
    for ranking in rankings:
        pool += ranking.best(query.text, _LEXICAL_DEPTH)
    if len(answering) <= 3:
        pool += [ordinal for ordinal, product in enumerate(products) if product.category in answering]
    return pool


def qrels(judgments: Sequence[Judgment]) -> str:
    """TREC qrels: ``query 0 product grade`` per line."""
    return "".join(f"{each.query.id} 0 {each.product.id} {each.grade}\n" for each in judgments)
