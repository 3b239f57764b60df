"""Chooses the shipped products: a random assortment, and what the questions need beside it.

A random catalogue starves conjunctions: nine hundred products hold no green velvet sofa. So for every question
products are planted until enough of them answer it fully.
"""

from __future__ import annotations

from dataclasses import replace

from .attributes import Attributes, choose_accents, sample_attributes, settle
from .categories import CATEGORIES, COLOURS, MATERIAL_COLOURS, materials
from .product import SHIPPED, Product, make_product
from .queries import Query, Spec, grade, written_queries
from .streams import Stream
from .text import hides

#: Random products per category.
PER_CATEGORY = 26
#: Every question has at least this many full answers; a question that lacks them gets up to `_SPREAD` more.
ENOUGH = 4
_SPREAD = 3
_VISUAL_FIELDS = ("pattern", "color")
_HIDDEN_SHARE = 0.75  # of the products planted for visual questions, how many hide the fact from their text
_PLAIN_SHARE = 0.75  # of the products planted for a colour, how many show it undisturbed by a pattern


class _Assortment:
    """The products chosen so far; no two share a title or a stock number."""

    def __init__(self, stream: Stream) -> None:
        self.products: list[Product] = []
        self._stream = stream
        self._taken: set[str] = set()

    def candidate(self, attributes: Attributes, brand: str | None = None, price: float | None = None) -> Product:
        """A product that could be added; drawing another may give other words."""
        while True:
            product = make_product("", attributes, self._stream, SHIPPED, brand, price)
            if not self._taken & {product.title, product.sku}:
                return product

    def add(self, product: Product) -> None:
        self.products.append(product)
        self._taken.update((product.title, product.sku))


def shipped_products() -> list[Product]:
    """The products of `sample-catalog`, in their shuffled final order, with ids ``p0001``, ``p0002``, …"""
    stream = Stream(SHIPPED, "products")
    assortment = _Assortment(stream)
    for category in CATEGORIES:
        for _ in range(PER_CATEGORY):
            assortment.add(assortment.candidate(sample_attributes(stream, category)))
    for query in written_queries():
        _plant(query, assortment, stream)
    return [
        replace(product, id=f"p{number:04}") for number, product in enumerate(stream.shuffled(assortment.products), 1)
    ]


def _plant(query: Query, assortment: _Assortment, stream: Stream) -> None:
    answers = sum(grade(query.spec, product) == 3 for product in assortment.products)
    if answers >= ENOUGH:
        return
    wanted = ENOUGH + stream.below(_SPREAD + 1)
    for _ in range(2000):
        if answers >= wanted:
            return
        product = _answer(query, assortment, stream)
        if product and grade(query.spec, product) == 3:
            assortment.add(product)
            answers += 1
    raise ValueError(f"cannot plant products for {query.id}: {query.text!r}")


def _answer(query: Query, assortment: _Assortment, stream: Stream) -> Product | None:
    """A product meant to answer the query, or None when the draw contradicts itself."""
    attributes = _answering(query.spec, stream)
    if attributes is None:
        return None
    brand, price = _brand(query.spec, stream), _price(query.spec, stream)
    to_hide = [field for field in _VISUAL_FIELDS if query.kind == "visual" and field in query.spec]
    hiding = stream.chance(_HIDDEN_SHARE)
    while True:
        product = assortment.candidate(attributes, brand, price)
        if not hiding or all(hides(product.text, attributes, field) for field in to_hide):
            return product


def _answering(spec: Spec, stream: Stream) -> Attributes | None:
    """Attributes that the spec accepts, or None when the draw contradicts itself."""
    categories = [
        name for name, category in CATEGORIES.items()
        if name in spec.get("category", (name,))
        and category.department in spec.get("department", (category.department,))
    ]
    attributes = sample_attributes(stream, stream.choice(categories))
    wishes = {field: values for field, values in spec.items() if field in attributes and field != "category"}
    for field, values in wishes.items():
        attributes[field] = stream.choice(values)
    if "color" in spec and "pattern" not in spec and stream.chance(_PLAIN_SHARE):
        attributes["pattern"] = "solid"
    makings = materials(attributes["category"], attributes["style"])
    if attributes["material"] not in makings:
        attributes["material"] = stream.choice(makings)
    colours = MATERIAL_COLOURS.get(attributes["material"], COLOURS)
    if attributes["color"] not in colours:
        attributes["color"] = stream.choice(colours)
    settle(attributes)
    choose_accents(attributes, stream)
    return attributes if all(attributes[field] in values for field, values in wishes.items()) else None


def _brand(spec: Spec, stream: Stream) -> str | None:
    return stream.choice(spec["brand"]) if "brand" in spec else None


def _price(spec: Spec, stream: Stream) -> float | None:
    """A price within the spec's bounds, or None to draw any."""
    if "min_price" not in spec and "max_price" not in spec:
        return None
    low = spec.get("min_price", spec.get("max_price", 0) * 0.4)
    high = spec.get("max_price", spec.get("min_price", 0) * 2.5)
    return round(int(stream.uniform(low + 1, high - 1)) + 0.95, 2)
