"""Character classes and mappings of the reference implementation over all of Unicode."""

from tokenizers import Regex, normalizers, pre_tokenizers

SCALARS = [code for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
BLOCK = 4096


def ranges(holds):
    """First and last code of each run of scalars of which something holds, one after another."""
    result = []
    for code in SCALARS:
        if not holds(chr(code)):
            continue
        if result and result[-1] == code - 1:
            result[-1] = code
        else:
            result += [code, code]
    return result


def removed(normalizer):
    return ranges(lambda character: normalizer.normalize_str("a" + character + "b") == "ab")


def pieces(pre_tokenizer, count):
    return ranges(lambda character: len(pre_tokenizer.pre_tokenize_str("a" + character + "b")) == count)


def matched(expression):
    split = pre_tokenizers.Split(Regex(expression), "removed")
    return ranges(lambda character: split.pre_tokenize_str(character) == [])


def classes():
    """The ranges of every class."""
    clean = normalizers.BertNormalizer(True, False, False, False)
    accents = normalizers.BertNormalizer(False, False, True, False)
    ideographs = normalizers.BertNormalizer(False, True, False, False)
    return {
        "space": matched(r"\s"),
        "letter": matched(r"\p{L}"),
        "number": matched(r"\p{N}"),
        "digit": matched(r"\d"),
        "word": pieces(pre_tokenizers.Whitespace(), 1),
        "numeric": pieces(pre_tokenizers.Digits(True), 3),
        "punctuation": pieces(pre_tokenizers.BertPreTokenizer(), 3),
        "dropped": removed(clean),
        "nonspacing": removed(accents),
        "combining": removed(normalizers.StripAccents()),
        "ideograph": ranges(lambda character: ideographs.normalize_str(character) != character),
    }


def digest(texts):
    """FNV-1a of 64 bits over UTF-8, a zero byte after each text, in hexadecimal."""
    value = 0xCBF29CE484222325
    for text in texts:
        for byte in text.encode() + b"\0":
            value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def mappings():
    """For every mapping the digest of each block of 4,096 codes that it changes anything in, by the block's number."""
    kinds = {
        "Lowercase": normalizers.Lowercase(),
        "NFC": normalizers.NFC(),
        "NFD": normalizers.NFD(),
        "NFKC": normalizers.NFKC(),
        "NFKD": normalizers.NFKD(),
    }
    result = {}
    for name, normalizer in kinds.items():
        blocks = {}
        for code in SCALARS:
            blocks.setdefault(code // BLOCK, []).append((chr(code), normalizer.normalize_str(chr(code))))
        result[name] = {
            block: digest([image for _, image in pairs]) if any(a != b for a, b in pairs) else ""
            for block, pairs in blocks.items()
        }
    return result
