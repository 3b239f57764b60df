"""Draws a contact sheet of sample products: `python -m catalogue.render.sheet --out sheet.png`."""

import argparse
import sys

import cv2
import numpy as np

from ..attributes import sample_attributes
from ..categories import CATEGORIES
from ..streams import Stream
from . import render_product


def contact_sheet(count, size, columns, seed, category=None):
    """Renders `count` products, category after category or styles of one, as one RGB picture."""
    rows = -(-count // columns)
    sheet = np.full((rows * size, columns * size, 3), 255, np.uint8)
    for index in range(count):
        top, left = index // columns * size, index % columns * size
        attributes = _example(index, seed, category)
        sheet[top : top + size, left : left + size] = render_product(attributes, seed * 100_003 + index, size)
    return sheet


def _example(index, seed, category):
    """Samples the attributes of cell `index`, so that categories, or one category's styles, take turns."""
    stream = Stream.of(np.random.default_rng((seed, index)))
    chosen = category or list(CATEGORIES)[index % len(CATEGORIES)]
    attributes = sample_attributes(stream, chosen)
    styles = CATEGORIES[chosen].styles
    while category and attributes["style"] != styles[index % len(styles)]:
        attributes = sample_attributes(stream, chosen)
    return attributes


def main():
    parser = argparse.ArgumentParser(prog="catalogue.render.sheet", description=__doc__)
    parser.add_argument("--out", required=True, help="the picture to write; its suffix chooses the format")
    parser.add_argument("--category", choices=list(CATEGORIES), help="only this category, its styles in turn")
    parser.add_argument("--count", type=int, default=120, help="how many products (default %(default)s)")
    parser.add_argument("--size", type=int, default=128, help="pixels per product (default %(default)s)")
    parser.add_argument("--columns", type=int, default=12, help="products per row (default %(default)s)")
    parser.add_argument("--seed", type=int, default=7, help="which products (default %(default)s)")
    options = parser.parse_args()
    sheet = contact_sheet(options.count, options.size, options.columns, options.seed, options.category)
    if not cv2.imwrite(options.out, sheet[..., ::-1]):
        print(f"sheet: cannot write {options.out}: check that the folder exists and is writable", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
