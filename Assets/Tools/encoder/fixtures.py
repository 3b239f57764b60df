"""Records the reference outputs the Swift encoder is tested against.

    python3 fixtures.py WEIGHTS.safetensors OUTPUT_FOLDER
"""

from __future__ import annotations

import json
import platform
import sys
import unicodedata
from pathlib import Path

import numpy as np
import torch

from assay_encoder import pixels, text
from assay_encoder.reference import Encoder

STRINGS = [
    "", " ", "\n\t", "!?…—", "red", "Red", "RED SHOES", "red shoes", "shoes red", "a", "I", "xy", "red red red",
    "V-neck t-shirt", "men's 10-inch shorts", "T恤", "红色连衣裙", "日本語のセーター", "ワンピース", "ﾜﾝﾋﾟｰｽ", "빨간 드레스",
    "пальто ЗИМНЕЕ", "ΚΑΛΣΕΣ Σίσυφος ς", "İstanbul ılık", "straße STRASSE ẞ", "café", "cafe\u0301", "ＣＡＦＥ full width",
    "naïve façade Ångström Å", "o\u0323\u0307 \u1ee3", "हिन्दी कपड़े", "ผ้าพันคอ", "قميص أزرق", "שמלה כחולה", "👟 sneakers 👟",
    "👩‍👩‍👧 family", "🇫🇷", "e\u200dmail zero\u200bwidth", "soft\u00adhyphen", "tab\tseparated\u00a0nbsp\u3000wide", "FJ-6BCFF", "fj6bcff",
    "4711", "٣٤٥ ارقام", "Ⅷ ½ ² ①", "50% off, 3 for £9.99!", "100cm 1,000", "mp3player a1", "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𝟙𝟚", "ǅungla ǆ",
    "ﬁne ligature ﬂ", "snake_case under_score", "C++ & c#", "e=mc²", "\u0000control\u0007", "\ufeffbom \ufffdreplacement",
    "\u0301leading mark", "Pneumonoultramicroscopicsilicovolcanoconiosis", "x" * 31 + "yz", "ab" * 40 + " tail",
    "midnight gingham frock with a little belt", " ".join(f"word{i} alpha" for i in range(300)),
    "the quick brown fox jumps over the lazy dog " * 70,
]

ITEMS = [
    {},
    {"title": "Norrvik red canvas trainers"},
    {"brand": "Norrvik"},
    {"title": "Café mug", "brand": "Maison Belle", "category": "mug", "text": "For your morning coffee.\nWipe clean only."},
    {"title": "…", "text": "Only the description has words."},
    {"category": "Home > Lighting > Lamps", "text": "brass lamp 40W"},
    {"title": "Rucksack", "brand": "", "category": " ", "text": "travel " * 600},
]


def pictures() -> dict[str, np.ndarray]:
    """Small synthetic pictures, wide, tall, exact, tiny and larger than the tower's input."""
    random = np.random.default_rng(20240607)

    def scene(width: int, height: int) -> np.ndarray:
        y, x = np.mgrid[0:height, 0:width].astype(np.float64)
        waves = [128 + 90 * np.sin(x / (3 + c) + c) * np.cos(y / (5 - c)) + 30 * (((x // 7 + y // 5) % 2) - 0.5) for c in range(3)]
        noisy = np.stack(waves, -1) + random.normal(0, 9, (height, width, 3))
        return np.clip(noisy, 0, 255).round().astype(np.uint8)

    return {
        "one-pixel": np.array([[[200, 30, 60]]], np.uint8),
        "exact-96x96": scene(96, 96),
        "wide-150x70": scene(150, 70),
        "tall-41x131": scene(41, 131),
        "small-33x20": scene(33, 20),
        "line-120x1": scene(120, 1),
        "square-192x192": scene(192, 192),
    }


def numbers(array: np.ndarray) -> list[float]:
    """Float32 values with the nine digits that identify them."""
    return [float(f"{value:.9g}") for value in array.reshape(-1)]


def text_fixtures(encoder: Encoder) -> dict:
    def features(bag: text.Bag) -> dict:
        kinds = bag.codes % 3
        return {name + "s": bag.rows[kinds == kind].tolist() for kind, name in enumerate(text.KINDS)}

    queries = []
    for string in STRINGS:
        entry = {"text": string, "words": text.words(string), "vector": numbers(encoder.query_vector(string))}
        if len(entry["words"]) <= 64:
            entry["buckets"] = features(text.query_bag(string))
        queries.append(entry)
    items = [{"fields": fields, "vector": numbers(encoder.text_vector(text.item_bag(fields)))} for fields in ITEMS]
    return {"queries": queries, "items": items}


def image_fixtures(encoder: Encoder, output: Path) -> list[dict]:
    random = np.random.default_rng(7)
    entries = []
    for name, picture in pictures().items():
        (output / f"{name}.rgb").write_bytes(picture.tobytes())
        trace = encoder.image_trace(picture)
        at = np.sort(random.choice(trace.input.size, 200, replace=False))
        entries.append(
            {
                "name": name,
                "width": picture.shape[1],
                "height": picture.shape[0],
                "input_sums": numbers(trace.input.astype(np.float64).sum((1, 2))),
                "input_samples": {"at": at.tolist(), "values": numbers(trace.input.reshape(-1)[at])},
                "vector": numbers(trace.vector),
            }
        )
        if name == "wide-150x70":
            write_trace(output / "trace", trace)
    return entries


def write_trace(folder: Path, trace) -> None:
    folder.mkdir(exist_ok=True)
    parts = {"input": trace.input, "conv1-first-8-channels": trace.layers[0][:8]}
    parts.update({f"conv{i}": layer for i, layer in enumerate(trace.layers[1:], 2)})
    parts.update({"pooled": trace.pooled, "embedding": trace.embedding, "vector": trace.vector})
    for name, array in parts.items():
        (folder / f"{name}.f32").write_bytes(np.ascontiguousarray(array, "<f4").tobytes())


README = """# Recorded outputs of the default encoder

Written by `Assets/Tools/encoder/fixtures.py`; `Assets/Tools/encoder/FORMAT.md` says what every value means. Tests read these files and never run
the tool. Recorded with the weights of version `{version}` (text tower {text}, image tower {image}), Python {python}, numpy {numpy},
PyTorch {torch}, Unicode {unicode}.

- `text.json`: `queries` (text, words, table rows by kind in order of occurrence unless there are more than 64 words, vector) and `items` (fields by
  role, vector).
- `images.json`: per picture its name and size, the sums of the three channels of the preprocessed input, 200 samples of it (flat index into
  3 × 96 × 96), and the vector. `NAME.rgb` holds its pixels, 3 bytes each, row by row.
- `trace/`: picture `wide-150x70` layer by layer, float32 little-endian, channels first: `input` (3 × 96 × 96), `conv1-first-8-channels`
  (8 × 48 × 48), `conv2` … `conv7`, `pooled`, `embedding`, `vector`.
"""


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    encoder, output = Encoder(Path(sys.argv[1])), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    dump = lambda name, value: (output / name).write_text(json.dumps(value, ensure_ascii=True, indent=None) + "\n")
    dump("text.json", text_fixtures(encoder))
    dump("images.json", image_fixtures(encoder, output))
    (output / "README.md").write_text(
        README.format(
            version=encoder.metadata["encoder.version"],
            text=encoder.metadata["text.sha256"][:12],
            image=encoder.metadata["image.sha256"][:12],
            python=platform.python_version(),
            numpy=np.__version__,
            torch=torch.__version__,
            unicode=unicodedata.unidata_version,
        )
    )


if __name__ == "__main__":
    main()
