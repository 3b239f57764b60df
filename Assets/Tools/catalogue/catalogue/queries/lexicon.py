"""Reduces a query to its frame: what is left when the words of the shop are taken out.

The frame of "black leather jacket" is ``<colour> <material> <noun>``; that of "jacket in black" is ``<noun> in
<colour>``. Two queries are built alike when their frames are equal, whatever words fill them. The words taken out are
those that occur in product texts or name details and occasions; they may be learned. Frames of the test queries may
not.
"""

from __future__ import annotations

import functools
import re

from .. import vocabulary
from .details import DETAIL_WORDS, GROUP_NOUNS, OCCASIONS

#: Words that carry no meaning of their own in a query.
FUNCTION_WORDS = frozenset(
    "a an and any are as at be but by can for from has have i in is it its made me my no not of off on one or our out "
    "some something that the their them these they thing things this to under up want wear we what which with without "
    "you your all".split()
)


def normalised(text: str) -> str:
    """Lower case, hyphens as spaces, punctuation dropped, single spaces."""
    return " ".join(re.sub(r"[^\w&€]+", " ", text.lower().replace("-", " ")).split())


def frame(text: str) -> tuple[str, ...]:
    """The tokens of a query with every known word replaced by its slot; the longest match wins."""
    words, result, position = normalised(text).split(), [], 0
    slots, longest = _slots()
    while position < len(words):
        for length in range(min(longest, len(words) - position), 0, -1):
            slot = slots.get(" ".join(words[position : position + length]))
            if slot:
                result.append(slot)
                position += length
                break
        else:
            result.append(words[position])
            position += 1
    return tuple(result)


def frame_words(text: str) -> set[str]:
    """The words of a query's frame that mean something: neither slots nor function words nor numbers."""
    return {
        word for word in frame(text) if not word.startswith("<") and word not in FUNCTION_WORDS and not word.isdigit()
    }


@functools.cache
def _slots() -> tuple[dict[str, str], int]:
    slots: dict[str, str] = {}

    def add(slot: str, *tables: dict | tuple) -> None:
        for table in tables:
            for words in table.values() if isinstance(table, dict) else (table,):
                for word in words:
                    slots.setdefault(normalised(word), slot)

    add("<brand>", vocabulary.BRANDS)
    add("<colour>", vocabulary.COLOUR_WORDS)
    add("<pattern>", vocabulary.PATTERN_WORDS, vocabulary.PATTERN_NOUNS)
    add("<noun>", vocabulary.NOUNS, vocabulary.STYLED_NOUNS, vocabulary.JEANS, GROUP_NOUNS)
    add("<material>", vocabulary.MATERIAL_WORDS, vocabulary.MATERIAL_WORDS_OF, vocabulary.MATERIAL_NOUNS)
    add("<material>", vocabulary.WOOD_WORDS, vocabulary.METAL_WORDS)
    add("<detail>", vocabulary.LENGTH_WORDS, vocabulary.SLEEVE_WORDS, DETAIL_WORDS)
    add("<occasion>", OCCASIONS)
    return slots, max(len(words.split()) for words in slots)
