"""Renders every category, style and material once: `python -m catalogue.render.check`.

Each picture must have the right shape, show something, and come out the same twice; each value of each detail
must be drawn without error; every detail that the catalogue's grammar declares must be one it can draw.
"""

import itertools
import sys
import time

import numpy as np

from ..attributes import sample_attributes, settle
from ..categories import CATEGORIES, COLOURS, materials
from ..streams import Stream
from . import render_product
from .palette import COLORS
from .shapes import categories

SIZE = 64


def main():
    failures = _vocabulary_failures()
    started, count = time.perf_counter(), 0
    for seed, attributes in enumerate(_cases()):
        failures += _picture_failures(attributes, seed)
        count += 1
    for failure in failures:
        print(failure, file=sys.stderr)
    seconds = time.perf_counter() - started
    print(f"{count} products drawn twice at {SIZE} px in {seconds:.1f} s: {len(failures)} failures")
    return 1 if failures else 0


def _vocabulary_failures():
    missing = [f"no shape for category {category}" for category in CATEGORIES if category not in categories()]
    return missing + [f"no colour named {colour}" for colour in COLOURS if colour not in COLORS]


def _cases():
    """Yields every style in every material, then every value of every detail and every pattern."""
    for category, kind in CATEGORIES.items():
        for style in kind.styles:
            for material in materials(category, style):
                yield _sample(category, style=style, material=material)
        details = {**kind.details, "pattern": kind.patterns}
        for name, value in itertools.chain.from_iterable(
            ((name, value) for value in dict.fromkeys(values)) for name, values in details.items()
        ):
            yield _sample(category, **{name: value})


def _sample(category, **fixed):
    attributes = sample_attributes(Stream.of(np.random.default_rng(len(category))), category)
    attributes.update(fixed)
    return settle(attributes)


def _picture_failures(attributes, seed):
    label = " ".join(f"{name}={value}" for name, value in attributes.items())
    try:
        picture = render_product(attributes, seed, SIZE)
        again = render_product(attributes, seed, SIZE)
    except Exception as error:  # every failing case is to be reported, not only the first
        return [f"{label}: {type(error).__name__}: {error}"]
    failures = []
    if picture.shape != (SIZE, SIZE, 3) or picture.dtype != np.uint8:
        failures.append(f"{label}: shape {picture.shape} of {picture.dtype}")
    if picture.std() < 4:
        failures.append(f"{label}: nearly blank (standard deviation {picture.std():.1f})")
    if not np.array_equal(picture, again):
        failures.append(f"{label}: not the same twice")
    return failures


if __name__ == "__main__":
    sys.exit(main())
