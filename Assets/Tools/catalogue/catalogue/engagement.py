"""A synthetic engagement log: what shoppers of a shop that never existed saw, clicked and put into their carts.

Each week the shop ranks products for each query by words, a little relevance and chance. Shoppers look at high
positions more often than at low ones (position bias), are drawn to relevant products and to popular looks, and
sometimes click by accident. Popularity depends on attributes alone, never on the query, so there is something beyond
relevance to learn.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from .pool import LexicalRanking, whole_text_of
from .product import Product
from .queries import GradeTable, Query
from .streams import Stream

HEADER = "query_id,product_id,date,impressions,position,clicks,add_to_carts"

_FIRST_WEEK = datetime.date(2026, 9, 7)
WEEKS = 6
_PAGE = 14
_WEEKLY_TRAFFIC = (30, 240)

_ATTRACTION = (0.015, 0.07, 0.22, 0.45)  # chance that a look becomes a click, by grade
_PURCHASE = (0.02, 0.06, 0.2, 0.36)  # chance that a click becomes an add-to-cart, by grade
_ACCIDENT = 0.012  # chance that a look becomes a click on anything at all

#: How liked a look is, against 1 for everything not listed.
TASTE: dict[str, dict[str, float]] = {
    "color": {
        "black": 1.35, "navy": 1.3, "beige": 1.2, "white": 1.2, "mint": 0.85, "mustard": 0.7, "orange": 0.7,
        "purple": 0.7,
    },
    "material": {"leather": 1.25, "linen": 1.2, "velvet": 1.2, "plastic": 0.7, "rubber": 0.75, "satin": 0.85},
    "pattern": {"camo": 0.6, "colour block": 0.7, "striped": 1.2, "floral": 1.15, "chevron": 0.8},
}


def taste(product: Product) -> float:
    """How liked the product's looks are."""
    liking = 1.0
    for field, values in TASTE.items():
        liking *= values.get(product.attributes[field], 1.0)
    return liking


def examination(position: int) -> float:
    """The chance that a shopper looks at a position at all; 1 at the top."""
    return position**-0.7


def engagement_log(queries: Sequence[Query], products: Sequence[Product]) -> str:
    """The log as CSV, a header line first; by query, week and position."""
    table, ranking = GradeTable(products), LexicalRanking(products, whole_text_of)
    lines = [HEADER]
    for query in queries:
        lines += _weeks(query, products, table, ranking)
    return "\n".join(lines) + "\n"


def _weeks(query: Query, products, table: GradeTable, ranking: LexicalRanking) -> Iterator[str]:
    stream = Stream("shipped", "engagement", query.id)
    grades = table.grades(query.spec).tolist()
    lexical = ranking.scores(query.text)
    best = max(lexical.values(), default=1.0)
    traffic = stream.log_uniform(*_WEEKLY_TRAFFIC)
    for week in range(WEEKS):
        date = _FIRST_WEEK + datetime.timedelta(weeks=week)
        visits = int(traffic * stream.uniform(0.75, 1.3))
        scores = [
            0.55 * lexical.get(ordinal, 0.0) / best + 0.12 * grade * stream.unit() + 0.25 * stream.unit()
            for ordinal, grade in enumerate(grades)
        ]
        page = sorted(range(len(products)), key=lambda ordinal: (-scores[ordinal], ordinal))[:_PAGE]
        for position, ordinal in enumerate(page, 1):
            yield _line(query, products[ordinal], grades[ordinal], date, position, visits, stream)


def _line(query, product: Product, grade: int, date, position: int, visits: int, stream: Stream) -> str:
    liking = taste(product)
    look = examination(position)
    clicks = stream.binomial(visits, min(look * (_ATTRACTION[grade] * liking + _ACCIDENT), 0.9))
    carts = stream.binomial(clicks, min(_PURCHASE[grade] * liking, 0.9)) if product.in_stock else 0
    return f"{query.id},{product.id},{date.isoformat()},{visits},{position},{clicks},{carts}"
