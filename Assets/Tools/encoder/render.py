"""Draws the throw-away training pictures. Runs in the catalogue tool's virtual environment.

    python render.py DATA_FOLDER --count 18000 [--seed 11]

Writes `renders/attributes.jsonl` and `renders/images.npy` (count × 96 × 96 × 3 bytes) in the data folder. An interrupted
run continues where it stopped; pictures already drawn are kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "catalogue"))

from catalogue import sample_product  # noqa: E402
from catalogue.render import render_product  # noqa: E402

SIZE = 96


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=18000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    folder = options.data / "renders"
    folder.mkdir(parents=True, exist_ok=True)
    progress = folder / "done.txt"
    done = int(progress.read_text()) if progress.exists() else 0
    mode = "r+" if done else "w+"
    shape = None if done else (options.count, SIZE, SIZE, 3)
    images = np.lib.format.open_memmap(folder / "images.npy", mode=mode, dtype=np.uint8, shape=shape)
    start = time.time()
    with (folder / "attributes.jsonl").open("a") as lines:
        for index in range(done, len(images)):
            product = sample_product(index, options.seed)
            images[index] = render_product(product.attributes, product.seed, SIZE)
            lines.write(json.dumps({"index": index, "seed": options.seed, "attributes": product.attributes}) + "\n")
            if (index + 1) % 500 == 0 or index + 1 == len(images):
                images.flush()
                lines.flush()
                progress.write_text(str(index + 1))
                print(f"{index + 1} pictures, {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
