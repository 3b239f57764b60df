"""Writes the words of a product: title and description.

A text mentions each attribute only sometimes, in one of several words, and never the small things only a picture
shows (a print, a dial's colour, a belt, tufting, a pom-pom, …). Around the facts stands what real catalogues are full
of: sizes, series names, marketing, and sentences about other products.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import sentences, vocabulary
from .attributes import Attributes
from .categories import CATEGORIES
from .streams import Stream

#: How often a title mentions an attribute.
TITLE_SHARES = {"color": 0.5, "pattern": 0.3, "material": 0.5, "style": 0.72, "length": 0.5, "wood": 0.5}


@dataclass(frozen=True)
class Text:
    """The words of one product."""

    title: str
    description: str


def write_text(attributes: Attributes, brand: str, stream: Stream) -> Text:
    """Writes a title and a description; what they mention is drawn from the stream."""
    series = stream.choice(vocabulary.SERIES)
    noun = _noun(attributes, stream)
    return Text(_title(attributes, brand, series, noun, stream), _description(attributes, series, noun, stream))


def hides(text: Text, attributes: Attributes, field: str) -> bool:
    """Whether neither title nor description says the attribute's value in any of its words."""
    words = {"pattern": (vocabulary.PATTERN_WORDS, vocabulary.PATTERN_NOUNS), "color": (vocabulary.COLOUR_WORDS,)}
    value = attributes[field]
    said = f"{text.title} {text.description}".lower()
    return not any(word.lower() in said for table in words.get(field, ()) for word in table.get(value, ()))


def material_words(attributes: Attributes) -> tuple[str, ...]:
    """The adjectives for a product's material."""
    category, material = attributes["category"], attributes["material"]
    return vocabulary.MATERIAL_WORDS_OF.get((category, material), vocabulary.MATERIAL_WORDS[material])


def _noun(a: Attributes, stream: Stream) -> str:
    category, style = a["category"], a["style"]
    if category == "pants" and a["material"] == "denim":
        return stream.choice(vocabulary.JEANS[style])
    styled = stream.chance(TITLE_SHARES["style"]) or (category, style) in vocabulary.ALWAYS_STYLED
    return stream.choice(vocabulary.STYLED_NOUNS[category, style] if styled else vocabulary.NOUNS[category])


def _title(a: Attributes, brand: str, series: str, noun: str, stream: Stream) -> str:
    phrase = _noun_phrase(a, noun, stream)
    title = stream.choice((
        f"{brand} {series} {phrase}", f"{brand} {series} {phrase}", f"{brand} {phrase}", f"{brand} {phrase}",
        f"{_capitalised(phrase)} by {brand}", f"{series} {phrase}",
    ))
    if vocabulary.BRANDS.index(brand) % 3 == 0:
        title = _headline(title)
    sizes = _sizes(a)
    if sizes and stream.chance(0.2):
        title += ", " + stream.choice(sizes)
    if stream.chance(0.1):
        title = stream.choice(sentences.TITLE_PREFIXES) + title
    elif stream.chance(0.12):
        title += stream.choice(sentences.TITLE_SUFFIXES)
    return title


def _noun_phrase(a: Attributes, noun: str, stream: Stream) -> str:
    shown = {fact: stream.chance(share) for fact, share in TITLE_SHARES.items()}
    adjectives, tail = [], ""
    colour = stream.choice(vocabulary.COLOUR_WORDS[a["color"]])
    if shown["color"] and stream.chance(0.25):
        tail = f" in {colour}"
    elif shown["color"]:
        adjectives.append(colour)
    if shown["pattern"] and a["pattern"] != "solid":
        adjectives.append(stream.choice(vocabulary.PATTERN_WORDS[a["pattern"]]))
    if shown["material"]:
        words = vocabulary.WOOD_WORDS[a["wood"]] if _is_wooden(a) and shown["wood"] else material_words(a)
        adjectives.append(stream.choice(words))
    if shown["length"] and "length" in a:
        adjectives.append(stream.choice(vocabulary.LENGTH_WORDS[a["length"]]))
    return " ".join([*_without_echo(adjectives, noun), noun]) + tail


def _is_wooden(a: Attributes) -> bool:
    return a["category"] == "table" and a["material"] == "wood"


def _without_echo(adjectives: list[str], noun: str) -> list[str]:
    """Drops adjectives that the noun, or an adjective before them, already says ("denim denim jacket")."""
    said = {_stem(word) for word in noun.split()}
    if "jean" in said:
        said.add("denim"[:4])
    kept = []
    for adjective in adjectives:
        stems = {_stem(word) for word in adjective.split()}
        if not stems & said:
            kept.append(adjective)
            said |= stems
    return kept


def _stem(word: str) -> str:
    return word.lower()[:4]


def _description(a: Attributes, series: str, noun: str, stream: Stream) -> str:
    plural = vocabulary.is_plural(noun)
    department = CATEGORIES[a["category"]].department
    parts = []
    if stream.chance(0.65):
        tag = stream.choice(vocabulary.tags(a["category"], a["style"]))
        parts.append(_agreeing(stream.choice(sentences.USES[tag]), plural))
    parts += _facts(a, stream)
    if stream.chance(0.12):
        parts.append(stream.choice(sentences.SERIES).format(series=series))
    parts += _distractions(a, department, stream)
    if stream.chance(0.3):
        parts.append(stream.choice(sentences.CARE_OF.get(a["category"], sentences.CARE[department])))
    if not parts or stream.chance(0.35):
        parts.append(stream.choice(sentences.MARKETING))
    return " ".join(parts)


def _facts(a: Attributes, stream: Stream) -> list[str]:
    """Sentences that say something true and searchable."""
    facts = []
    nouns = vocabulary.MATERIAL_NOUNS_OF.get((a["category"], a["material"]), vocabulary.MATERIAL_NOUNS[a["material"]])
    if nouns and stream.chance(0.32):
        material = stream.choice(nouns)
        facts.append(stream.choice(sentences.MATERIAL).format(material=material, Material=_capitalised(material)))
    if stream.chance(0.1):
        facts.append(stream.choice(sentences.COLOUR).format(colour=stream.choice(vocabulary.COLOUR_WORDS[a["color"]])))
    if a["pattern"] != "solid" and stream.chance(0.08):
        pattern = stream.choice(vocabulary.PATTERN_NOUNS[a["pattern"]])
        facts.append(stream.choice(sentences.PATTERN).format(pattern=pattern))
    if a.get("wood") in vocabulary.WOOD_WORDS and a.get("legs", "wood") == "wood" and stream.chance(0.3):
        wood = stream.choice(vocabulary.WOOD_WORDS[a["wood"]])
        facts.append(stream.choice(sentences.WOOD).format(wood=wood, Wood=_capitalised(wood)))
    if a["category"] in ("tshirt", "shirt", "dress") and stream.chance(0.35):
        sleeve = stream.choice(vocabulary.SLEEVE_WORDS[a["sleeve"]])
        facts.append(stream.choice(sentences.SLEEVE).format(Sleeve=_capitalised(sleeve)))
    for (detail, value), sentence in sentences.FEATURES.items():
        if detail in a and a[detail] == value and stream.chance(0.4):
            facts.append(sentence)
    return facts


def _distractions(a: Attributes, department: str, stream: Stream) -> list[str]:
    """Sentences whose words belong to other products or to nothing a shopper asks for."""
    parts = []
    if stream.chance(0.09):
        others = [colour for colour in vocabulary.COLOUR_WORDS if colour != a["color"]]
        other, another = stream.sample(others, 2)
        parts.append(stream.choice(sentences.OTHER_COLOURS).format(other=other, another=another))
    if stream.chance(0.11):
        companion = stream.choice(sentences.COMPANION_NOUNS[department])
        parts.append(stream.choice(sentences.COMPANIONS).format(companion=companion))
    return parts


def _sizes(a: Attributes) -> tuple[str, ...]:
    category, style = a["category"], a["style"]
    by_category = sentences.SIZES_OF.get(category, sentences.SIZES.get(CATEGORIES[category].department, ()))
    return sentences.SIZE_OF_STYLE.get((category, style), by_category)


def _agreeing(sentence: str, plural: bool) -> str:
    """Fills the pronouns and picks the verb forms of a sentence."""
    filled = sentence.replace("{It}", "They" if plural else "It").replace("{it}", "them" if plural else "it")
    pieces = filled.split("{")
    result = pieces[0]
    for piece in pieces[1:]:
        forms, rest = piece.split("}", 1)
        singular_form, plural_form = forms.split("|")
        result += (plural_form if plural else singular_form) + rest
    return result


def _capitalised(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _headline(title: str) -> str:
    """Title case, as some shops write."""
    return " ".join(word if word in ("in", "by", "with") else _capitalised(word) for word in title.split(" "))
