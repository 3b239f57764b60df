"""Draws the attributes of a product and keeps them consistent with what the renderer shows."""

from __future__ import annotations

import numpy as np

from .categories import (
    ACCENT_COLOURS,
    CATEGORIES,
    COLOURS,
    JACKET_NECKS,
    MATERIAL_COLOURS,
    PATTERNED_ANYWAY,
    PLAIN_MATERIALS,
    materials,
)
from .streams import Stream

Attributes = dict[str, object]

_WOOD_COLOURS = {"oak": "tan", "walnut": "brown", "pine": "beige"}
_METAL_COLOURS = {"steel": "grey", "brass": "mustard", "black steel": "black", "copper": "orange"}
_BASIC_TROUSER_COLOURS = ("beige", "navy", "black", "charcoal", "olive", "grey", "brown")
_DARK = {"navy", "black", "charcoal"}
_PALE = {"white", "beige"}


def sample_attributes(rng: Stream | np.random.Generator, category: str | None = None) -> Attributes:
    """Draws one product's attributes, of the given category or of any.

    The same state of ``rng`` gives the same attributes. The result is already settled (see `settle`).
    """
    stream = Stream.of(rng)
    category = category or stream.choice(list(CATEGORIES))
    kind = CATEGORIES[category]
    attributes: Attributes = {"category": category, "style": stream.choice(kind.styles)}
    attributes["material"] = stream.choice(materials(category, attributes["style"]))
    attributes["pattern"] = stream.choice(kind.patterns)
    attributes["color"] = stream.choice(MATERIAL_COLOURS.get(attributes["material"], COLOURS))
    if category == "pants" and attributes["material"] != "denim" and stream.chance(0.5):
        attributes["color"] = stream.choice(_BASIC_TROUSER_COLOURS)
    for detail, values in kind.details.items():
        attributes[detail] = stream.choice(values)
    if category == "tshirt":
        attributes["sleeve"] = stream.choice(("short", "short", "short", "long", "three"))
    if category == "dress":
        attributes["sleeve"] = stream.choice(("short", "long", "three"))
    settle(attributes)
    choose_accents(attributes, stream)
    return attributes


def choose_accents(attributes: Attributes, stream: Stream) -> None:
    """Gives the product a second and a third colour that can be told from its main one."""
    main = attributes["color"]
    while True:
        second = stream.choice(ACCENT_COLOURS)
        alike = {main, second}
        if second != main and not alike <= _PALE and not alike <= _DARK:
            break
    attributes["color2"] = second
    attributes["color3"] = stream.choice([colour for colour in ACCENT_COLOURS if colour not in (main, second)])


def settle(attributes: Attributes) -> Attributes:
    """Makes dependent attributes agree with the ones they follow from, in place; returns the same object.

    A detail the picture cannot show is switched off, and a colour hidden by bare metal, wood or marble is replaced by
    the colour seen, so that judgments made from attributes hold for what a person looks at.
    """
    _settle_pattern(attributes)
    rule = _RULES.get(attributes["category"])
    if rule:
        rule(attributes)
    return attributes


def _settle_pattern(a: Attributes) -> None:
    category, style = a["category"], a["style"]
    plain = a["material"] in PLAIN_MATERIALS and category not in PATTERNED_ANYWAY
    plain |= category == "jacket" and style not in ("blazer", "coat")
    plain |= (category, style) in {("kettle", "gooseneck"), ("lamp", "desk"), ("sandal", "flip-flop")}
    if plain:
        a["pattern"] = "solid"


def _tshirt(a: Attributes) -> None:
    a["neck"] = a["style"]
    if a["pattern"] != "solid":
        a["graphic"] = None
    if a["graphic"]:
        a["pocket"] = 0


def _sweater(a: Attributes) -> None:
    a["neck"] = a["style"]
    if a["pattern"] != "solid":
        a["cable"] = 0


def _jacket(a: Attributes) -> None:
    a["neck"] = JACKET_NECKS[a["style"]]


def _dress(a: Attributes) -> None:
    if a["style"] == "sleeveless":
        a["sleeve"] = "none"
    elif a["sleeve"] == "none":
        a["sleeve"] = "short"


def _hat(a: Attributes) -> None:
    if a["style"] != "beanie":
        a["pom"] = 0
    if a["style"] == "bucket hat":
        a["duo"] = 0


def _sneaker(a: Attributes) -> None:
    if a["style"] == "slip-on":
        a["darklace"] = 0


def _boot(a: Attributes) -> None:
    if a["style"] in ("rain", "winter", "hiking"):
        a["heel"] = 0


def _sandal(a: Attributes) -> None:
    if a["style"] in ("heeled", "flip-flop"):
        a["platform"] = 0


def _watch(a: Attributes) -> None:
    if a["dial"] == "digital":
        a["chrono"] = 0
    if a["material"] == "steel":
        a["color"] = _METAL_COLOURS[a["metal"]]


def _headphones(a: Attributes) -> None:
    if a["style"] == "earbuds":
        a["material"] = "plastic"


def _kettle(a: Attributes) -> None:
    if a["material"] == "steel":
        a["color"] = "grey"
    elif a["material"] == "brass":  # drawn as copper
        a["color"] = "orange"
    if a["style"] != "gooseneck":
        a["woodh"] = 0


def _chair(a: Attributes) -> None:
    if a["style"] != "armchair":
        a["tuft"] = 0
    if a["style"] != "dining":
        a["uph"] = 1
    elif not a["uph"]:  # drawn as painted wood
        a["material"], a["pattern"] = "wood", "solid"
    if a["style"] == "rocking" and a["material"] == "leather":
        a["material"] = "linen"
    if a["style"] in ("armchair", "rocking"):
        a["legs"] = "wood"
    elif a["style"] == "office":
        a["legs"] = "metal"


def _table(a: Attributes) -> None:
    if a["material"] == "wood":
        a["color"] = _WOOD_COLOURS[a["wood"]]
    elif a["material"] == "ceramic":  # drawn as a marble top
        a["color"] = "white"
    if a["style"] != "side":
        a["shelf"] = 1 if a["style"] == "coffee" else 0


def _lamp(a: Attributes) -> None:
    style = a["style"]
    if style == "table" and a["sh"] == "globe":
        a["sh"] = "drum"
    if style == "pendant" and a["sh"] == "drum":
        a["sh"] = "cone"
    if style in ("floor", "desk"):
        a["sh"] = "cone"
    if style in ("pendant", "desk") or (style == "floor" and a["base"] == "vase"):
        a["base"] = "rod"
    if style != "pendant" or a["sh"] == "globe":
        a["metalsh"] = 0


def _cushion(a: Attributes) -> None:
    if a["style"] == "round":
        a["tassel"] = 0


_RULES = {
    "tshirt": _tshirt, "sweater": _sweater, "jacket": _jacket, "dress": _dress, "hat": _hat, "sneaker": _sneaker,
    "boot": _boot, "sandal": _sandal, "watch": _watch, "headphones": _headphones, "kettle": _kettle, "chair": _chair,
    "table": _table, "lamp": _lamp, "cushion": _cushion,
}
