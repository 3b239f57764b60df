"""A product, and the two namespaces products come from.

`shipped` products are those of `sample-catalog`; `training` products are thrown away after an encoder has learned
from them. The two can never coincide: a title or an SKU belongs to exactly one namespace, decided by its SHA-256, and
a product is rewritten until both belong to its own.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, replace

from . import sentences, vocabulary
from .attributes import Attributes, sample_attributes
from .categories import CATEGORIES
from .streams import Stream
from .text import Text, write_text

SHIPPED = "shipped"
TRAINING = "training"

_SHIPPED_SHARE = 8  # one title in this many belongs to the shipped namespace
_SKU_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_SKU_CHARACTERS = "0123456789" + _SKU_LETTERS
_EARLIEST = datetime.date(2024, 9, 1)
_LATEST = datetime.date(2026, 8, 31)


@dataclass(frozen=True, slots=True)
class Product:
    """One product: the attributes that are true of it, and everything a shop says about it."""

    id: str
    attributes: Attributes
    title: str
    description: str
    brand: str
    sku: str
    model: str | None  #: the manufacturer's number, when the description gives one
    price: float
    in_stock: bool
    added: datetime.date
    seed: int  #: for the renderer
    currency: str = "EUR"

    @property
    def category(self) -> str:
        return self.attributes["category"]

    @property
    def department(self) -> str:
        return CATEGORIES[self.category].department

    @property
    def shelf(self) -> str:
        """The coarse category the shop shows."""
        return CATEGORIES[self.category].shelf

    @property
    def tags(self) -> tuple[str, ...]:
        """What the product is good for."""
        return vocabulary.tags(self.category, self.attributes["style"])

    @property
    def text(self) -> Text:
        return Text(self.title, self.description)


def sample_product(index: int, seed: int) -> Product:
    """The training product with this index and seed; categories take turns, everything else is drawn."""
    stream = Stream(TRAINING, seed, index)
    category = list(CATEGORIES)[index % len(CATEGORIES)]
    return make_product(f"t{seed}-{index}", sample_attributes(stream, category), stream, TRAINING)


def make_product(
    identifier: str, attributes: Attributes, stream: Stream, namespace: str, brand: str | None = None,
    price: float | None = None,
) -> Product:
    """Dresses attributes as a product of a namespace; brand and price are drawn unless given."""
    brand = brand or _brand(CATEGORIES[attributes["category"]].department, stream)
    model = f"{stream.choice(_SKU_LETTERS)}{stream.choice(_SKU_LETTERS)}{100 + stream.below(900)}"
    text = _until(namespace, lambda: write_text(attributes, brand, stream), lambda text: text.title)
    shows_model = stream.chance(0.1)
    if shows_model:
        sentence = stream.choice(sentences.MODEL).format(model=model)
        text = replace(text, description=f"{text.description} {sentence}")
    return Product(
        id=identifier,
        attributes=attributes,
        title=text.title,
        description=text.description,
        brand=brand,
        sku=_until(namespace, lambda: _sku(brand, attributes, stream), lambda sku: sku),
        model=model if shows_model else None,
        price=price if price is not None else _price(attributes["category"], brand, stream),
        in_stock=stream.chance(0.92),
        added=_EARLIEST + datetime.timedelta(days=stream.below((_LATEST - _EARLIEST).days)),
        seed=stream.below(1 << 31),
    )


def namespace_of(text: str) -> str:
    """The namespace a title or SKU belongs to."""
    first = hashlib.sha256(text.encode()).digest()[0]
    return SHIPPED if first % _SHIPPED_SHARE == 0 else TRAINING


def _until(namespace, draw, key):
    while True:
        drawn = draw()
        if namespace_of(key(drawn)) == namespace:
            return drawn


def _brand(department: str, stream: Stream) -> str:
    sellers = [
        brand for brand in vocabulary.BRANDS if department in vocabulary.BRAND_DEPARTMENTS.get(brand, (department,))
    ]
    if department == "baby" and stream.chance(0.45):
        return "Little Acorn"
    return stream.choice(sellers)


def _sku(brand: str, attributes: Attributes, stream: Stream) -> str:
    """A stock number in one of three formats; each brand keeps to its own."""
    letters = "".join(letter for letter in brand.upper() if letter.isascii() and letter.isalpha())
    house = vocabulary.BRANDS.index(brand) % 3
    if house == 0:
        tail = "".join(stream.choice(_SKU_CHARACTERS) for _ in range(5))
        return f"{letters[:2]}-{stream.below(10)}{tail}"
    if house == 1:
        colour = attributes["color"].replace(" ", "")[:3].upper()
        return f"{letters[:3]}{10000 + stream.below(90000)}-{colour}"
    return f"{1000 + stream.below(9000)}-{100000 + stream.below(900000)}"


def _price(category: str, brand: str, stream: Stream) -> float:
    low, high = CATEGORIES[category].price
    tier = 0.8 + 0.1 * (vocabulary.BRANDS.index(brand) * 7 % 6)
    euros = min(max(stream.log_uniform(low, high) * tier, low), high)
    return round(int(euros) + stream.choice((0.95, 0.95, 0.9, 0.99, 0.5, 0.0)), 2)
