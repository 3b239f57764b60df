"""Writes the texts, queries and grades the heads learn from. Runs in the catalogue tool's virtual environment.

    python generate.py DATA_FOLDER NAME --first 12000 --count 5000 --queries 5 [--seed 11]

Products are those render.py draws with the same seed, `first … first + count`. Into the folder NAME go `products.jsonl` (the item
texts, several wordings of each product), `queries.jsonl` (wordings of each query and the product it was written for) and `grades.npy`
(queries × products, 0 to 3). Some products carry an invented brand, so that brand names are learned as spelling rather than as a
closed list. Only products and titles of the catalogue's training namespace occur.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "catalogue"))

from catalogue import Product, Stream, sample_product  # noqa: E402
from catalogue.product import TRAINING, namespace_of  # noqa: E402
from catalogue.queries import GradeTable, reserved_frames, reserved_texts, reserved_words  # noqa: E402
from catalogue.queries.lexicon import FUNCTION_WORDS, frame, frame_words, normalised  # noqa: E402
from catalogue.text import write_text  # noqa: E402
from catalogue.training import training_query  # noqa: E402

from assay_encoder.invention import brand_name, misspelt  # noqa: E402

INVENTED_BRANDS = 500
INVENTED_SHARE = 0.35
FILLERS = tuple(sorted(FUNCTION_WORDS - {"no", "not", "without"}))


def wordings(product: Product, brand: str, count: int, name: tuple) -> list[tuple[str, str]]:
    """The product's own title and description and up to `count − 1` rewrites, with its brand replaced by `brand`."""
    texts = [(product.title, product.description)]
    stream = Stream("encoder-wordings", *name)
    for _ in range(count - 1):
        text = write_text(product.attributes, product.brand, stream)
        if namespace_of(text.title) == TRAINING:
            texts.append((text.title, text.description))
    if brand != product.brand:
        texts = [tuple(part.replace(product.brand, brand) for part in text) for text in texts]
    return texts


def allowed(text: str) -> bool:
    """Whether a query string may be trained on: no shipped text, no frame and no word kept for the test queries."""
    return (
        normalised(text) not in reserved_texts()
        and frame(text) not in reserved_frames()
        and not frame_words(text) & reserved_words()
    )


def phrasings(query: str, random: np.random.Generator) -> list[str]:
    """The query and up to three distortions a shopper might type: reordered, with filler words, misspelt."""
    words = query.split(" ")
    reordered = " ".join(random.permutation(words))
    filled = list(words)
    for _ in range(1 + int(random.integers(2))):
        filled.insert(int(random.integers(len(filled) + 1)), FILLERS[int(random.integers(len(FILLERS)))])
    distorted = (reordered, " ".join(filled), misspelt(query, random))
    return [query, *(text for text in distorted if text != query and allowed(text))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("name")
    parser.add_argument("--first", type=int, default=12000)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--queries", type=int, default=5, help="queries per product")
    parser.add_argument("--wordings", type=int, default=4)
    parser.add_argument("--invented", type=float, default=INVENTED_SHARE, help="share of products with an invented brand")
    options = parser.parse_args()
    folder = options.data / options.name
    folder.mkdir(parents=True, exist_ok=True)

    invention = Stream("encoder-brands", options.seed)
    brands = [brand_name(invention) for _ in range(INVENTED_BRANDS)]
    products = []
    with (folder / "products.jsonl").open("w") as lines:
        for index in range(options.first, options.first + options.count):
            product = sample_product(index, options.seed)
            invented = invention.choice(brands) if invention.chance(options.invented) else product.brand
            texts = wordings(product, invented, options.wordings, (options.seed, index))
            product = dataclasses.replace(product, brand=invented, title=texts[0][0], description=texts[0][1])
            products.append(product)
            lines.write(json.dumps({"index": index, "brand": invented, "category": product.shelf, "texts": texts}) + "\n")

    table = GradeTable(products)
    random = np.random.default_rng([options.seed, options.first, 77])
    grades = []
    with (folder / "queries.jsonl").open("w") as lines:
        for row, product in enumerate(products):
            seen = set()
            for _ in range(options.queries):
                text, spec = training_query(random, product)
                if text in seen:
                    continue
                seen.add(text)
                lines.write(json.dumps({"texts": phrasings(text, random), "product": row}) + "\n")
                grades.append(table.grades(spec))
    np.save(folder / "grades.npy", np.stack(grades))
    print(f"{len(products)} products, {len(grades)} queries")


if __name__ == "__main__":
    main()
