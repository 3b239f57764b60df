"""Grades a product for a query from its attributes: the truth behind the judgments.

A *spec* says what a query asks for. It maps a field to the values accepted:

- ``category`` and ``department`` are gates: a product outside is irrelevant;
- any attribute (``color``, ``pattern``, ``material``, ``style``, ``length``, …), ``brand`` and ``tag`` are wishes;
- ``not`` maps fields to values that rule a product out; ``max_price`` and ``min_price`` bound the price in euros;
- ``sku`` and ``model`` name single products.

The grade:

- **3**: every wish is met;
- **2**: every wish is met but one, whose value is close (navy for blue, suede for leather);
- **1**: the category is right, and at most one of two or more wishes is missed; or a price bound is missed by at most a
  tenth;
- **0**: anything else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..product import Product

Spec = Mapping[str, object]

GATES = ("category", "department")
_CONTROLS = (*GATES, "not", "max_price", "min_price", "sku", "model")
_PRODUCT_FIELDS = ("brand", "department", "sku", "model")
_CLOSE_CREDIT = 0.6

CLOSE_COLOURS: dict[str, tuple[str, ...]] = {
    "red": ("burgundy",), "burgundy": ("red", "purple"), "pink": ("lavender",), "orange": ("mustard",),
    "mustard": ("yellow", "orange"), "yellow": ("mustard",), "green": ("olive", "mint"), "olive": ("green",),
    "teal": ("green", "blue"), "mint": ("green",), "blue": ("navy", "sky blue"), "navy": ("blue",),
    "sky blue": ("blue",), "purple": ("lavender",), "lavender": ("purple", "pink"), "brown": ("tan",),
    "tan": ("beige", "brown"), "beige": ("tan", "white"), "white": ("beige",), "grey": ("charcoal",),
    "charcoal": ("grey", "black"), "black": ("charcoal",),
}
CLOSE_PATTERNS: dict[str, tuple[str, ...]] = {
    "striped": ("vertical stripe", "pinstriped"), "vertical stripe": ("striped", "pinstriped"),
    "plaid": ("gingham",), "gingham": ("plaid",),
}
CLOSE_MATERIALS: dict[str, tuple[str, ...]] = {
    "leather": ("suede",), "suede": ("leather",), "ceramic": ("stoneware",), "stoneware": ("ceramic",),
}
CLOSE_STYLES: dict[str, tuple[str, ...]] = {
    "puffer": ("coat",), "coat": ("puffer",), "ankle": ("chelsea",), "chelsea": ("ankle",), "over-ear": ("studio",),
    "studio": ("over-ear",), "low-top": ("slip-on",), "slip-on": ("low-top",),
}
_CLOSE = {
    "color": CLOSE_COLOURS, "pattern": CLOSE_PATTERNS, "material": CLOSE_MATERIALS, "style": CLOSE_STYLES,
}


def grade(spec: Spec, product: Product) -> int:
    """The grade, 0 to 3, of a product for a query."""
    for name in ("sku", "model"):
        if name in spec:
            return 3 if _value(product, name) in spec[name] else 0
    if any(_accepts(product, field, values) for field, values in spec.get("not", {}).items()):
        return 0
    if any(_value(product, gate) not in spec[gate] for gate in GATES if gate in spec):
        return 0
    wishes = {field: values for field, values in spec.items() if field not in _CONTROLS}
    met = sum(_credit(product, field, values) for field, values in wishes.items())
    by_wishes = _grade_of(met, len(wishes), gated="category" in spec)
    return min(by_wishes, _grade_of_price(spec, product.price))


def _grade_of(met: float, wishes: int, gated: bool) -> int:
    missed = wishes - met
    if missed < 1e-6:
        return 3
    if missed < 0.5:
        return 2
    return 1 if gated and wishes >= 2 and missed < 1 + 1e-6 else 0


def _grade_of_price(spec: Spec, price: float) -> int:
    low, high = spec.get("min_price", 0), spec.get("max_price", float("inf"))
    if low <= price <= high:
        return 3
    return 1 if low * 0.9 <= price <= high * 1.1 else 0


def _credit(product: Product, field: str, values: Sequence) -> float:
    if _accepts(product, field, values):
        return 1.0
    close = _CLOSE.get(field, {})
    return _CLOSE_CREDIT if any(_value(product, field) in close.get(value, ()) for value in values) else 0.0


def _accepts(product: Product, field: str, values: Sequence) -> bool:
    if field == "tag":
        return any(tag in values for tag in product.tags)
    return _value(product, field) in values


def _value(product: Product, field: str) -> object:
    return getattr(product, field) if field in _PRODUCT_FIELDS else product.attributes.get(field)


class GradeTable:
    """Grades all products of a list for a query at once; same answers as `grade`, much faster for many queries.

    Building costs one pass over the products; a query costs one vector operation per field and accepted value.
    """

    def __init__(self, products: Sequence[Product]) -> None:
        self._products = products
        self._masks: dict[str, dict[object, np.ndarray]] = {}
        self._prices = np.array([product.price for product in products])

    def grades(self, spec: Spec) -> np.ndarray:
        """The grade of every product, as ``uint8`` in list order."""
        for name in ("sku", "model"):
            if name in spec:
                return np.where(self._any(name, spec[name]), 3, 0).astype(np.uint8)
        count = len(self._products)
        possible = np.ones(count, bool)
        for gate in GATES:
            if gate in spec:
                possible &= self._any(gate, spec[gate])
        for field, values in spec.get("not", {}).items():
            possible &= ~self._any(field, values)
        wishes = [field for field in spec if field not in _CONTROLS]
        met = np.zeros(count)
        for field in wishes:
            met += self._credits(field, spec[field])
        missed = len(wishes) - met
        result = np.where(missed < 1e-6, 3, np.where(missed < 0.5, 2, 0))
        if "category" in spec and len(wishes) >= 2:
            result = np.where((result == 0) & (missed < 1 + 1e-6), 1, result)
        low, high = spec.get("min_price", 0), spec.get("max_price", float("inf"))
        within = (low <= self._prices) & (self._prices <= high)
        almost = (low * 0.9 <= self._prices) & (self._prices <= high * 1.1)
        result = np.minimum(result, np.where(within, 3, np.where(almost, 1, 0)))
        return np.where(possible, result, 0).astype(np.uint8)

    def _credits(self, field: str, values: Sequence) -> np.ndarray:
        close = _CLOSE.get(field, {})
        near = self._any(field, [other for value in values for other in close.get(value, ())])
        return np.where(self._any(field, values), 1.0, np.where(near, _CLOSE_CREDIT, 0.0))

    def _any(self, field: str, values: Sequence) -> np.ndarray:
        masks = self._masks.get(field)
        if masks is None:
            masks = self._masks[field] = self._build(field)
        result = np.zeros(len(self._products), bool)
        for value in values:
            if value in masks:
                result |= masks[value]
        return result

    def _build(self, field: str) -> dict[object, np.ndarray]:
        masks: dict[object, np.ndarray] = {}
        for position, product in enumerate(self._products):
            for value in product.tags if field == "tag" else (_value(product, field),):
                if value not in masks:
                    masks[value] = np.zeros(len(self._products), bool)
                masks[value][position] = True
        return masks
