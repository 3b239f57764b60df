"""Records vectors of all-MiniLM-L6-v2, from a float32 forward pass in numpy.

    minilm.py MODEL-FOLDER > Tests/OpenVINOBackendTests/Fixtures/minilm/vectors.json

Token ids are recorded beside the vectors (by the tokenizer of the folder), so that the test of the model does not
depend on Assay's own tokenizer.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np
from tokenizers import Tokenizer

from reference import bert, safetensors
from reference.layers import unit

TEXTS = [
    "red running shoes",
    "lamp",
    "Women's waterproof hiking boots, size 7.5",
    "USB-C to HDMI adapter 4K@60Hz (2-pack)",
    "a warm coat for a cold morning, not too heavy, with a hood that stays up in the wind",
    "café crème mug, 350 ml",
    "Ærøskøbing 32\" smart TV",
    "¿dónde está la biblioteca?",
    "防水ハイキングブーツ",
    "SKU 00417-B/7",
    "    ",
    "The kettle boils a litre of water in under three minutes, switches itself off, and keeps its lid closed when it "
    "is tilted; its handle stays cool, its base turns freely, and the window on its side shows how much is left. " * 3,
]


def main(folder):
    folder = pathlib.Path(folder)
    config = json.loads((folder / "config.json").read_text())
    weights = safetensors.read(folder / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    cases = []
    for text in TEXTS:
        ids = tokenizer.encode(text).ids
        vector = unit(bert.pooled(bert.states(np.array(ids), weights, config), "mean"))
        cases.append({"text": text, "ids": ids, "vector": [float(f"{v:.8g}") for v in vector]})
    json.dump(
        {
            "model": "all-MiniLM-L6-v2",
            "sha256": hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest(),
            "numpy": np.__version__,
            "arithmetic": str(np.float32.__name__),
            "cases": cases,
        },
        sys.stdout,
        ensure_ascii=False,
    )


if __name__ == "__main__":
    main(sys.argv[1])
