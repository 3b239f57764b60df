"""Single normalizers and pre-tokenizers and what they make of strings."""

import json

from tokenizers import Regex, normalizers, pre_tokenizers

from strings import strings

NORMALIZERS = [
    normalizers.BertNormalizer(),
    normalizers.BertNormalizer(clean_text=False, handle_chinese_chars=False, strip_accents=True, lowercase=False),
    normalizers.BertNormalizer(strip_accents=False, lowercase=True),
    normalizers.ByteLevel(),
    normalizers.Lowercase(),
    normalizers.NFC(),
    normalizers.NFD(),
    normalizers.NFKC(),
    normalizers.NFKD(),
    normalizers.Prepend("▁"),
    normalizers.Replace("s", "ss"),
    normalizers.Replace("  ", "_"),
    normalizers.Replace(Regex(r"\s+"), " "),
    normalizers.Replace(Regex(" {2,}"), "▁"),
    normalizers.Replace(Regex(" {2,3}"), "-"),
    normalizers.Replace(Regex(r"[^a-z\s\-]"), ""),
    normalizers.Replace(Regex(r"\p{N}{2}"), "#"),
    normalizers.Replace(Regex(r"[\n\r\t]"), " "),
    normalizers.Replace(Regex(r"[!\"\#\$%\&'\(\)\*\+,\-\./:;<=>\?@\[\\\]\^_`\{\|\}\~]"), ""),
    normalizers.Strip(left=True, right=False),
    normalizers.Strip(left=False, right=True),
    normalizers.StripAccents(),
    normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents(), normalizers.Lowercase()]),
]

LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
MARKED_CLIP = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
BEHAVIORS = ["removed", "isolated", "merged_with_previous", "merged_with_next", "contiguous"]

PRE_TOKENIZERS = [
    pre_tokenizers.BertPreTokenizer(),
    pre_tokenizers.ByteLevel(add_prefix_space=True),
    pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
    pre_tokenizers.CharDelimiterSplit("s"),
    pre_tokenizers.Digits(individual_digits=True),
    pre_tokenizers.Digits(individual_digits=False),
    pre_tokenizers.Metaspace(prepend_scheme="always"),
    pre_tokenizers.Metaspace(prepend_scheme="first", split=False),
    pre_tokenizers.Metaspace(replacement="_", prepend_scheme="never"),
    pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="first")]),
    pre_tokenizers.Sequence([pre_tokenizers.Whitespace(), pre_tokenizers.Punctuation("merged_with_previous")]),
    pre_tokenizers.Split(Regex(LLAMA3), "isolated"),
    pre_tokenizers.Split(Regex(MARKED_CLIP), "removed", invert=True),
    pre_tokenizers.Whitespace(),
    pre_tokenizers.WhitespaceSplit(),
]
PRE_TOKENIZERS += [pre_tokenizers.Punctuation(behavior) for behavior in BEHAVIORS]
PRE_TOKENIZERS += [pre_tokenizers.Split(Regex(r"\s+"), behavior) for behavior in BEHAVIORS]
PRE_TOKENIZERS += [pre_tokenizers.Split(" ", behavior, invert=True) for behavior in BEHAVIORS]


def settings(component):
    """What a tokenizer.json says of a component."""
    return json.loads(component.__getstate__())


def components(count=80):
    """For every component its settings and the results for the first strings."""
    texts = strings()[:count]
    return {
        "normalizers": [
            {"settings": settings(one), "results": [one.normalize_str(text) for text in texts]} for one in NORMALIZERS
        ],
        "pre_tokenizers": [
            {"settings": settings(one), "results": [[piece for piece, _ in one.pre_tokenize_str(text)] for text in texts]}
            for one in PRE_TOKENIZERS
        ],
    }
