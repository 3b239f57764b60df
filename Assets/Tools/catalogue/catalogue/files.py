"""The files of `sample-catalog` as text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from .product import Product
from .queries import KINDS, Query

CATALOG_TOML = """\
# How Assay reads this folder. All of it is synthetic: see README.md.
name = "Assay sample catalogue (synthetic)"
items = "products.jsonl"
queries = "queries.tsv"
qrels = "judgments/truth.qrels"

# Which field of an item plays which role.
[fields]
id = "id"
title = "title"
text = ["title", "description", "brand", "category"] # searched, in this order
identifiers = ["sku"]                                # matched whole, never as words
brand = "brand"
category = "category"
price = "price"
currency = "currency"
image = "image"
display = ["sku", "in_stock", "added", "attributes"] # shown, not searched

# The attributes are the ground truth the judgments were made from. They are displayed and never searched: a search that
# read them would be marking its own homework.

# How much a field counts in lexical search.
[weights]
title = 3.0
description = 1.0
brand = 2.0
category = 1.0
"""


def products_jsonl(products: Sequence[Product]) -> str:
    """One JSON object per line, keys in a fixed order."""
    return "".join(json.dumps(_record(product), ensure_ascii=False) + "\n" for product in products)


def _record(product: Product) -> dict[str, object]:
    return {
        "id": product.id,
        "sku": product.sku,
        "title": product.title,
        "description": product.description,
        "brand": product.brand,
        "category": product.shelf,
        "price": product.price,
        "currency": product.currency,
        "in_stock": product.in_stock,
        "added": product.added.isoformat(),
        "image": image_path(product),
        "attributes": {**product.attributes, "tags": list(product.tags)},
    }


def image_path(product: Product) -> str:
    """Where the product's picture lies, relative to the catalogue."""
    return f"images/{product.id}.jpg"


def queries_tsv(queries: Sequence[Query]) -> str:
    """``id<TAB>text<TAB>kind<TAB>split<TAB>image`` per line; no query of this set has an image."""
    return "".join(f"{query.id}\t{query.text}\t{query.kind}\t{query.split}\t\n" for query in queries)


def specs_jsonl(queries: Sequence[Query]) -> str:
    """What each query asks for, as graded."""
    return "".join(
        json.dumps({"id": query.id, "text": query.text, "spec": query.spec}, ensure_ascii=False) + "\n"
        for query in queries
    )


def readme(products: Sequence[Product], queries: Sequence[Query], judged: int, weeks: int) -> str:
    """The catalogue's README."""
    counts = Counter((query.kind, query.split) for query in queries)
    rows = "".join(f"| {kind} | {counts[kind, 'dev']} | {counts[kind, 'test']} |\n" for kind in KINDS)
    dev, test = (sum(counts[kind, split] for kind in KINDS) for split in ("dev", "test"))
    return _README.format(
        products=f"{len(products):,}", queries=len(queries), rows=rows, dev=dev, test=test, judged=f"{judged:,}",
        weeks=weeks,
    )


_README = """\
# The sample catalogue: synthetic, all of it

{products} products of a shop that does not exist. Pictures are drawn, texts are generated, brands are invented,
judgments are computed, and nobody ever clicked anything. It exists so that Assay has something to open on a bare
machine, and so that every claim about search on it can be checked against a known truth. What holds here need not
hold for real photographs, real texts or real shoppers.

| File | What it is |
|---|---|
| `products.jsonl` | one product per line: what a shop says about it, and the attributes that are true of it |
| `images/` | a 256-pixel JPEG per product, drawn from the attributes |
| `catalog.toml` | which field plays which role in Assay |
| `queries.tsv` | {queries} synthetic queries: `id<TAB>text<TAB>kind<TAB>split<TAB>image`, no header |
| `judgments/truth.qrels` | synthetic judgments, 0 to 3, in TREC form: {judged} lines |
| `judgments/specs.jsonl` | what each query asks for, the basis of its judgments |
| `engagement.csv` | a synthetic log of {weeks} weeks: impressions, clicks and add-to-carts by position |
| `MANIFEST.sha256` | the SHA-256 of every file; `sha256sum -c MANIFEST.sha256` checks them |

## What makes it a search problem

A product's attributes are true; its text says each of them only sometimes, in one of several words (sneakers,
trainers, kicks), among sizes, series names, marketing, and sentences about other products and colours. Prints, dials,
belts, tufting and other trimmings are never said: only the picture shows them. The stock number stands in its own
field; some descriptions give a manufacturer's number.

## Queries

| Kind | dev | test |
|---|---|---|
{rows}| all | {dev} | {test} |

Tune on `dev`, report on `test`. The test queries are phrased in ways that the queries an encoder is trained on never
are. `negation`, `price` and `out-of-vocabulary` are there to be failed: no embedding trained on this catalogue alone
answers them. Each query but those for single products has at least four full answers.

## Judgments

Computed from the attributes, not by people: **3** every wish is met; **2** all but one, and that one closely (navy
for blue, suede for leather); **1** the right category with one of several wishes missed, or a price at most a tenth
beyond its bound; **0** anything else. Every grade above 0 is listed. Zeros hold for all pairs that are not listed; the
listed ones are a pool of where searches look: the categories that hold the answers, the best of two lexical rankings,
and a sample of the rest.

## Engagement

Simulated: a shop that ranks by words, relevance and chance; shoppers who look at position *p* with a chance of
*p*^−0.7, prefer relevant products and popular looks, and sometimes click by accident. Popularity depends on colour,
material and pattern, never on the query.

## Making it again

`make catalogue` regenerates the folder. Texts, queries, judgments and the log come out byte for byte the same; pictures
may differ in a few pixels with other versions of Skia or OpenCV, which is why they are committed and pinned.
"""
