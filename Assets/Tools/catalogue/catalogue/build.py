"""Writes `sample-catalog`."""

from __future__ import annotations

import hashlib
import multiprocessing
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from . import engagement, files, judgments
from .plant import shipped_products
from .product import Product
from .queries import Query, identifier_queries, written_queries
from .streams import Stream

IMAGE_SIZE = 256
_JPEG_QUALITY = 85
_MANIFEST = "MANIFEST.sha256"


def shipped_queries(products: Sequence[Product]) -> list[Query]:
    """The whole shipped query set: identifiers first, then the kinds in their order."""
    return identifier_queries(products, Stream("shipped", "identifiers")) + written_queries()


def build(out: Path, *, images: bool = True, jobs: int = 1, report: Callable[[str], None] = print) -> None:
    """Writes the catalogue into a folder, replacing what it wrote there before and nothing else.

    Without ``images`` the pictures already there stay. The manifest covers every file it finds.
    """
    products = shipped_products()
    queries = shipped_queries(products)
    judged = judgments.judge(queries, products)
    _write(out / "products.jsonl", files.products_jsonl(products))
    _write(out / "queries.tsv", files.queries_tsv(queries))
    _write(out / "judgments" / "truth.qrels", judgments.qrels(judged))
    _write(out / "judgments" / "specs.jsonl", files.specs_jsonl(queries))
    _write(out / "engagement.csv", engagement.engagement_log(queries, products))
    _write(out / "catalog.toml", files.CATALOG_TOML)
    _write(out / "README.md", files.readme(products, queries, len(judged), engagement.WEEKS))
    report(f"{len(products)} products, {len(queries)} queries, {len(judged)} judgments")
    if images:
        _draw_all(products, out, jobs, report)
    _write(out / _MANIFEST, manifest(out))


def manifest(out: Path) -> str:
    """``digest  path`` for every file of the catalogue, by path; index folders and the manifest itself are left out."""
    paths = sorted(
        path.relative_to(out).as_posix() for path in out.rglob("*")
        if path.is_file() and path.name != _MANIFEST and ".assay" not in path.parts
    )
    return "".join(f"{hashlib.sha256((out / path).read_bytes()).hexdigest()}  {path}\n" for path in paths)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _draw_all(products: Sequence[Product], out: Path, jobs: int, report: Callable[[str], None]) -> None:
    shutil.rmtree(out / "images", ignore_errors=True)
    (out / "images").mkdir(parents=True)
    work = [(product.attributes, product.seed, out / files.image_path(product)) for product in products]
    with multiprocessing.Pool(jobs) as pool:
        for done, _ in enumerate(pool.imap_unordered(_draw, work, chunksize=4), 1):
            if done % 100 == 0 or done == len(work):
                report(f"{done} of {len(work)} pictures")


def _draw(task: tuple[dict, int, Path]) -> None:
    import cv2

    from .render import render_product

    attributes, seed, path = task
    picture = render_product(attributes, seed, IMAGE_SIZE)
    encoded, data = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    if not encoded:
        raise RuntimeError(f"OpenCV could not encode {path}")
    path.write_bytes(data.tobytes())
