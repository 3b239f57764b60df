"""Proves what the catalogue promises about its queries: `python -m catalogue check`.

Each check is a function that yields the violations it finds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from . import training
from .attributes import sample_attributes, settle
from .build import manifest, shipped_queries
from .categories import materials
from .plant import ENOUGH, shipped_products
from .product import SHIPPED, TRAINING, make_product, namespace_of, sample_product
from .queries import (
    KINDS,
    GradeTable,
    grade,
    reserved_frames,
    reserved_texts,
    reserved_words,
    written_queries,
)
from .queries.lexicon import frame, frame_words, normalised
from .streams import Stream

_PRODUCTS = 12_000
_QUERIES = 40_000
_MOST_BYTES = 14_000_000


def check_grammar() -> list[str]:
    """Runs every check over freshly drawn training products and queries; returns the violations."""
    products = [sample_product(index, seed=20_000) for index in range(_PRODUCTS)]
    stream = Stream("check", "queries")
    drawn = [training.training_query(stream, stream.choice(products)) for _ in range(_QUERIES)]
    texts = Counter(text for text, _ in drawn)
    violations: list[str] = []
    for check in (
        _composition(),
        _training_avoids_shipped_queries(texts),
        _unknown_words_are_unknown(products, texts),
        _namespaces_are_apart(products),
        _grading_agrees(products, [spec for _, spec in drawn]),
        _training_specs_hold(stream, products),
    ):
        violations += check
    return violations


def _composition() -> Iterator[str]:
    queries = written_queries()
    counts = Counter((query.kind, query.split) for query in queries)
    for kind in KINDS:
        if kind != "sku" and counts[kind, "dev"] + counts[kind, "test"] < 12:
            yield f"kind {kind} has fewer than 12 queries"
        if kind != "sku" and counts[kind, "test"] < counts[kind, "dev"]:
            yield f"kind {kind} has fewer test than dev queries"
    for text, count in Counter(normalised(query.text) for query in queries).items():
        if count > 1:
            yield f"query {text!r} occurs {count} times"
    frames = {frame(query.text) for query in queries if query.split == "dev"}
    for shared in frames & reserved_frames():
        yield f"frame {' '.join(shared)!r} is in both the dev and the test bank"


def _training_avoids_shipped_queries(texts: Counter[str]) -> Iterator[str]:
    for text in texts:
        if normalised(text) in reserved_texts():
            yield f"training query {text!r} is a shipped query"
        if frame(text) in reserved_frames():
            yield f"training query {text!r} has the frame of a test query"
        for word in frame_words(text) & reserved_words():
            yield f"training query {text!r} uses the test word {word!r}"


def _unknown_words_are_unknown(products, texts: Counter[str]) -> Iterator[str]:
    known = {word for text in texts for word in normalised(text).split()}
    for product in products:
        known.update(normalised(f"{product.title} {product.description} {product.brand} {product.shelf}").split())
    for query in written_queries():
        for word in query.question.unknown:
            if word in known:
                yield f"the out-of-vocabulary word {word!r} of {query.id} occurs in a text"
        if query.kind == "out-of-vocabulary" and not query.question.unknown:
            yield f"{query.id} names no unknown word"


def _namespaces_are_apart(products) -> Iterator[str]:
    stream = Stream("check", "namespaces")
    shipped = [make_product(f"c{n}", sample_attributes(stream), stream, SHIPPED) for n in range(500)]
    for namespace, members in ((TRAINING, products), (SHIPPED, shipped)):
        for product in members:
            if {namespace_of(product.title), namespace_of(product.sku)} != {namespace}:
                yield f"{product.id} has a title or SKU outside the {namespace} namespace"


def _grading_agrees(products, specs) -> Iterator[str]:
    some = products[:400]
    table = GradeTable(some)
    for spec in [*specs[:400], *(query.spec for query in written_queries())]:
        if table.grades(spec).tolist() != [grade(spec, product) for product in some]:
            yield f"the fast and the plain grading disagree on {spec}"


def _training_specs_hold(stream: Stream, products) -> Iterator[str]:
    for product in products[:3000]:
        text, spec = training.training_query(stream, product)
        if grade(spec, product) != 3:
            yield f"training query {text!r} does not accept the product it was drawn from"


def check_catalogue(folder: Path) -> list[str]:
    """Checks the files of a built catalogue; returns the violations."""
    products, violations = shipped_products(), []
    queries = shipped_queries(products)
    for check in (
        _products_are_as_promised(products),
        _queries_are_answered(queries, products),
        _hard_kinds_weigh_enough(queries),
        _unknown_words_are_unknown(products, Counter()),
        _files_are_whole(folder, products),
    ):
        violations += check
    return violations


def _products_are_as_promised(products) -> Iterator[str]:
    if len(products) < 1000:
        yield f"only {len(products)} products"
    if len({product.category for product in products}) < 30:
        yield "fewer than 30 categories"
    for field in ("id", "sku", "title"):
        for value, count in Counter(getattr(product, field) for product in products).items():
            if count > 1:
                yield f"{count} products have the {field} {value!r}"
    for product in products:
        if {namespace_of(product.title), namespace_of(product.sku)} != {SHIPPED}:
            yield f"{product.id} is not in the shipped namespace"
        attributes = product.attributes
        painted = ("wood",) if attributes.get("uph") == 0 else ()
        if attributes["material"] not in materials(product.category, attributes["style"]) + painted:
            yield f"{product.id}: a {attributes['style']} {product.category} of {attributes['material']}"
        if settle(dict(attributes)) != attributes:
            yield f"{product.id} has attributes its picture cannot show"


def _queries_are_answered(queries, products) -> Iterator[str]:
    table = GradeTable(products)
    for query in queries:
        answers = int((table.grades(query.spec) == 3).sum())
        if answers < (1 if query.kind == "sku" else ENOUGH):
            yield f"{query.id} {query.text!r} has only {answers} full answers"


def _hard_kinds_weigh_enough(queries) -> Iterator[str]:
    if len(queries) < 150:
        yield f"only {len(queries)} queries"
    kinds = Counter(query.kind for query in queries)
    if sum(kinds[kind] for kind in ("sku", "negation", "price", "out-of-vocabulary")) * 4 < len(queries):
        yield "sku, negation, price and out-of-vocabulary are less than a quarter of the queries"
    if 2 * sum(query.split == "test" for query in queries) < len(queries):
        yield "fewer than half of the queries are test queries"
    for kind in KINDS:
        if kinds[kind] < 12 or {query.split for query in queries if query.kind == kind} != {"dev", "test"}:
            yield f"kind {kind} has fewer than 12 queries or lacks a split"


def _files_are_whole(folder: Path, products) -> Iterator[str]:
    written = [json.loads(line) for line in (folder / "products.jsonl").read_text(encoding="utf-8").splitlines()]
    if [record["id"] for record in written] != [product.id for product in products]:
        yield f"{folder}/products.jsonl does not hold the products this version of the tool makes"
    for record in written:
        if not (folder / record["image"]).is_file():
            yield f"{record['image']} is missing"
    if (folder / "MANIFEST.sha256").read_text(encoding="utf-8") != manifest(folder):
        yield f"{folder}/MANIFEST.sha256 does not match the files beside it"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and ".assay" not in path.parts)
    if size > _MOST_BYTES:
        yield f"{folder} takes {size:,} bytes, more than {_MOST_BYTES:,}"
