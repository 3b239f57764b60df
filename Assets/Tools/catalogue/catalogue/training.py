"""Queries to train an encoder on, each with the spec that says which products answer it.

Their strings never equal a shipped query, and their frames (see `queries.lexicon`) never equal the frame of a shipped
test query: a draw that does is drawn again. What can be learned is the shop's vocabulary, not the test questions.
"""

from __future__ import annotations

import numpy as np

from . import vocabulary
from .categories import JEANS_STYLES, STRIPES
from .product import Product
from .queries import reserved_frames, reserved_texts, reserved_words
from .queries.details import GROUP_NOUNS, LEADS, OCCASIONS, ONLY_IN, TAILS
from .queries.grading import Spec
from .queries.lexicon import frame, frame_words, normalised
from .streams import Stream
from .text import material_words

#: How facts are put together. A template is used only when every fact it names was drawn.
TEMPLATES: dict[frozenset[str], tuple[str, ...]] = {
    frozenset(facts.split()): templates
    for facts, templates in {
        "": ("{noun}",),
        "colour": ("{colour} {noun}", "{colour} {noun}", "{noun} {colour}", "{noun} in {colour}"),
        "pattern": ("{pattern} {noun}", "{pattern} {noun}", "{noun} {pattern}", "{noun} with {pattern_noun}"),
        "material": ("{material} {noun}", "{material} {noun}", "{noun} {material}", "{noun} made of {material}"),
        "lead": ("{lead} {noun}", "{lead} {noun}", "{noun} {lead}"),
        "tail": ("{noun} {tail}",),
        "colour pattern": ("{colour} {pattern} {noun}", "{pattern} {colour} {noun}", "{pattern} {noun} {colour}"),
        "colour material": ("{material} {colour} {noun}", "{colour} {noun} {material}", "{material} {noun} {colour}"),
        "pattern material": ("{material} {pattern} {noun}", "{pattern} {noun} {material}"),
        "colour lead": ("{colour} {lead} {noun}", "{lead} {noun} {colour}"),
        "colour tail": ("{colour} {noun} {tail}",),
        "pattern lead": ("{pattern} {lead} {noun}", "{lead} {noun} {pattern}"),
        "pattern tail": ("{pattern} {noun} {tail}",),
        "material lead": ("{material} {lead} {noun}",),
        "material tail": ("{material} {noun} {tail}",),
        "colour pattern material": ("{colour} {material} {pattern} {noun}", "{colour} {noun} {pattern} {material}"),
    }.items()
}

_SHARES = {"colour": 0.45, "pattern": 0.5, "material": 0.28, "lead": 0.22, "tail": 0.2}


def training_query(rng: Stream | np.random.Generator, product: Product) -> tuple[str, Spec]:
    """A query that the product answers fully, and its spec; the same state of ``rng`` gives the same query."""
    stream = Stream.of(rng)
    while True:
        text, spec = _draw(stream, product)
        if allowed(text):
            return text, spec


def allowed(text: str) -> bool:
    """Whether a query string keeps clear of the shipped set: its texts, its test frames and their words."""
    return (
        normalised(text) not in reserved_texts()
        and frame(text) not in reserved_frames()
        and not frame_words(text) & reserved_words()
    )


def _draw(stream: Stream, product: Product) -> tuple[str, Spec]:
    kind = stream.unit()
    if kind < 0.07:
        return _occasion(stream, product)
    if kind < 0.10:
        return _department(stream, product)
    if kind < 0.17:
        return _brand(stream, product)
    if kind < 0.20 and product.attributes["pattern"] == "solid":
        noun, spec = _noun(stream, product)
        return f"plain {noun}", {**spec, "pattern": ("solid",)}
    return _facts(stream, product)


def _occasion(stream: Stream, product: Product) -> tuple[str, Spec]:
    tag = stream.choice(product.tags)
    occasion = stream.choice(OCCASIONS[tag])
    if stream.chance(0.6):
        noun, spec = _noun(stream, product)
        template = stream.choice(("{noun} for {occasion}", "{occasion} {noun}"))
        return template.format(noun=noun, occasion=occasion).lower(), {**spec, "tag": (tag,)}
    group = stream.choice(GROUP_NOUNS[product.department])
    template = stream.choice(("{occasion} {group}", "{group} for {occasion}"))
    return template.format(group=group, occasion=occasion), {"department": (product.department,), "tag": (tag,)}


def _department(stream: Stream, product: Product) -> tuple[str, Spec]:
    group = stream.choice(GROUP_NOUNS[product.department])
    spec: dict[str, object] = {"department": (product.department,)}
    attributes = product.attributes
    if attributes["pattern"] != "solid" and stream.chance(0.3):
        words = stream.choice(vocabulary.PATTERN_WORDS[attributes["pattern"]])
        return f"{words} {group}".lower(), {**spec, "pattern": _patterns(attributes["pattern"])}
    if stream.chance(0.3):
        words = stream.choice(vocabulary.COLOUR_WORDS[attributes["color"]])
        return f"{words} {group}".lower(), {**spec, "color": (attributes["color"],)}
    return stream.choice((group, f"all {group}", f"{group} items")), spec


def _brand(stream: Stream, product: Product) -> tuple[str, Spec]:
    noun, spec = _noun(stream, product)
    options = ((f"{product.brand} {noun}", spec), (f"{noun} {product.brand}", spec), (product.brand, {}))
    text, rest = stream.choice(options)
    return text.lower(), {"brand": (product.brand,), **rest}


def _facts(stream: Stream, product: Product) -> tuple[str, Spec]:
    attributes = product.attributes
    noun, spec = _noun(stream, product)
    lead, tail = _detail(stream, attributes, LEADS), _detail(stream, attributes, TAILS)
    possible = {
        "colour": True, "pattern": attributes["pattern"] != "solid", "material": attributes["material"] != "plastic",
        "lead": lead is not None, "tail": tail is not None,
    }
    drawn = frozenset(fact for fact, can in possible.items() if can and stream.chance(_SHARES[fact]))
    while drawn not in TEMPLATES:
        drawn -= {stream.choice(sorted(drawn))}
    words = {"noun": noun}
    if "colour" in drawn:
        words["colour"] = stream.choice(vocabulary.COLOUR_WORDS[attributes["color"]])
        spec["color"] = (attributes["color"],)
    if "pattern" in drawn:
        words["pattern"] = stream.choice(vocabulary.PATTERN_WORDS[attributes["pattern"]])
        words["pattern_noun"] = stream.choice(vocabulary.PATTERN_NOUNS[attributes["pattern"]])
        spec["pattern"] = _patterns(attributes["pattern"])
    if "material" in drawn:
        words["material"] = stream.choice(material_words(attributes))
        spec["material"] = (attributes["material"],)
    for place, detail in (("lead", lead), ("tail", tail)):
        if place in drawn:
            field, value, words[place] = detail
            spec[field] = (value,)
    return stream.choice(TEMPLATES[drawn]).format(**words).lower(), spec


def _noun(stream: Stream, product: Product) -> tuple[str, dict[str, object]]:
    """A noun for the product, and what it asks for: its style or only its category."""
    category, style = product.category, product.attributes["style"]
    spec: dict[str, object] = {"category": (category,)}
    if style in JEANS_STYLES and product.attributes["material"] == "denim" and stream.chance(0.5):
        return "jeans", {**spec, "style": JEANS_STYLES, "material": ("denim",)}
    plain = vocabulary.NOUNS[category]
    styled = [noun for noun in vocabulary.STYLED_NOUNS[category, style] if noun not in plain]
    if styled and stream.chance(0.45):
        return stream.choice(styled).lower(), {**spec, "style": (style,)}
    return stream.choice(plain).lower(), spec


def _detail(stream: Stream, attributes, phrases) -> tuple[str, object, str] | None:
    category = attributes["category"]
    known = [
        (field, value) for field, value in attributes.items()
        if (field, value) in phrases and category in ONLY_IN.get(field, (category,))
        and not (field == "flower" and attributes["plant"] != "flower")
    ]
    if not known:
        return None
    field, value = stream.choice(known)
    return field, value, stream.choice(phrases[field, value])


def _patterns(pattern: str) -> tuple[str, ...]:
    return STRIPES if pattern in STRIPES else (pattern,)
