"""Difficult strings, the same ones every time."""

import random

WORDS = (
    "red running shoes women's waterproof hiking boots size 8½ USB-C charger 65W crème brûlée torch Ødegaard façade "
    "naïve 50% off!! 手机壳 防摔 ワイヤレスイヤホン кроссовки мужские ΣΊΣΥΦΟΣ İstanbul straße ﬁne ﬂuffy ①② ㎏ ｆｕｌｌ ａｂｃ "
    "한국어 가방 हिन्दी किताब عربى ไทย 👩‍👩‍👧 👍🏽 e\u0301 \u212b \u00ad soft\u200bzero a\u0300\u0323 \x07 \ufffd don't I'LL we've "
    "12345 3.14 C++ C# #tag @user http://x.y/z?q=1 \u2028 \u00a0nbsp \u3000wide tab\there new\nline\r\n  lots   of    space"
).split(" ")

BLOCKS = [(32, 126)] * 6 + [
    (0, 31), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F),
    (0x1100, 0x11FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2100, 0x214F), (0x2460, 0x24FF), (0x3040, 0x30FF),
    (0x4E00, 0x4FFF), (0xAC00, 0xACFF), (0xFB00, 0xFB06), (0xFF00, 0xFF5E), (0x1F300, 0x1F64F),
]  # fmt: skip

SPECIAL = [
    "", " ", "   ", "\n", "\n\n shoes", "</w>", "a" * 120, "ſ", "ǅ", "İ", "ΑΣ", " leading", "trailing ", "'ſ 'S 'LL 'x",
    "<|endoftext|> shoes", "red<|endoftext|>shoes", "<|startoftext|>", "<|STARTOFTEXT|> x", "[CLS] shoes [SEP]",
    "[cls]", "a [MASK] b", "a[MASK]b", "x  <mask>  y", "x<mask>", "<mask> <mask>", "<s>a</s>", "<bos>red<eos>", "<unk>", "▁a ▁▁b",
    "<0x41>", "brand", "brand new", "Brand-new", "BRANDS", "subbrand brand", "\u061d \u166d", "𞤀𞤁 𐐀𐐨", "\U0001fae8 \U000e0041",
    "shoes" * 40, "ab cd " * 30, "  ".join("shoes") * 12, "क्ष्म्य" * 9, "é" * 70, "手" * 90, "\u0301 a\u0301\u0327b", "\r\n\r\n x \r",
]  # fmt: skip


def strings(count=220, seed=5):
    """Product words, characters of many blocks, and what tokenizers have stumbled over."""
    generator = random.Random(seed)
    result = list(SPECIAL)
    while len(result) < count:
        if generator.random() < 0.5:
            result.append(" ".join(generator.choices(WORDS, k=generator.randint(1, 9))))
        else:
            length = generator.randint(1, 24)
            result.append("".join(chr(generator.randint(*generator.choice(BLOCKS))) for _ in range(length)))
    return result


def corpus():
    """What the miniatures are trained on: the strings among thousands like them."""
    return strings(2500, seed=6)


def phrases():
    """Product words alone: few enough characters for a small SentencePiece model."""
    generator = random.Random(7)
    halves = [word[: len(word) // 2] for word in WORDS]
    words = WORDS + [first + second for first in halves for second in generator.sample(halves, 4)]
    return [" ".join(generator.choices(words, k=generator.randint(1, 9))) for _ in range(2500)]
