"""Invented brand names, and misspellings."""

from __future__ import annotations

_ONSETS = "b br c ch cl d dr f fl fr g gl gr h j k kl l m n p pl qu r s sh sk sl sn st str t th tr v w y z".split()
_VOWELS = "a e i o u a e i o ai au ea ee ei ia ie oa oo ou y".split()
_CODAS = ["", "", "", *"l m n r s t x nd nt rk ld lm ck sk st th ss ll ne re".split()]
_ENDINGS = ["", "", "", "", "", " & Co", " Studio", " House", " Works", " Supply", " Atelier", " Goods", " Home", " Lab"]


def brand_name(stream) -> str:
    """A pronounceable name of one or two words; `stream` has `choice`, `below` and `chance`."""
    name = _word(stream, 2 + stream.below(2))
    if stream.chance(0.2):
        name += (" & " if stream.chance(0.5) else " ") + _word(stream, 1 + stream.below(2))
    elif stream.chance(0.3):
        name += stream.choice(_ENDINGS)
    return name


def _word(stream, syllables: int) -> str:
    parts = [stream.choice(_ONSETS) + stream.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + stream.choice(_CODAS)).capitalize()


def misspelt(text: str, random) -> str:
    """The text with one letter of one longer word dropped, doubled, replaced or swapped with the next."""
    words = text.split(" ")
    longer = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not longer:
        return text
    at = longer[int(random.integers(len(longer)))]
    word = words[at]
    place = int(random.integers(1, len(word) - 1))
    kind = int(random.integers(4))
    if kind == 0:
        word = word[:place] + word[place + 1 :]
    elif kind == 1:
        word = word[:place] + word[place] + word[place:]
    elif kind == 2:
        word = word[:place] + "abcdefghijklmnopqrstuvwxyz"[int(random.integers(26))] + word[place + 1 :]
    else:
        word = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    words[at] = word
    return " ".join(words)
