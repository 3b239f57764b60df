"""Measures a weights file on the shipped sample catalogue.

    python3 evaluate.py WEIGHTS.safetensors SAMPLE_CATALOG [--splits dev,test] [--write]

Prints `ndcg_cut_10` (gain = grade) by query kind, part, dimensions and precision, with 95 % bootstrap intervals over queries for the
five kinds a dense model is asked to answer. `--write` stores the summary in the file's metadata.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from assay_encoder import measures, sample, towers, weights
from assay_encoder.reference import Encoder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("catalog", type=Path)
    parser.add_argument("--splits", default="dev")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    encoder = Encoder(options.weights)
    catalog = sample.SampleCatalog(options.catalog)
    queries, texts, images = catalog.query_vectors(encoder), catalog.text_vectors(encoder), catalog.image_vectors(encoder)
    parts = {"fused": measures.fused(texts, images), "text": texts, "image": images}
    kinds = np.array([query.kind for query in catalog.queries])
    splits = np.array([query.split for query in catalog.queries])
    summary = {}
    for split in options.splits.split(","):
        summary[split] = report(split, queries, parts, catalog.grades, kinds, splits == split)
    if options.write:
        tensors, metadata = weights.read(options.weights)
        metadata["evaluation"] = json.dumps(summary, separators=(",", ":"), sort_keys=True)
        weights.write(options.weights, tensors, metadata)


def report(split, queries, parts, grades, kinds, rows) -> dict:
    """Prints one split's tables; returns the figures kept in the metadata."""
    values = {}
    for part, items in parts.items():
        for precision in measures.PRECISIONS:
            for dimensions in towers.MATRYOSHKA:
                ranked = measures.scores(queries[rows], items, dimensions, precision)
                values[part, precision, dimensions] = measures.ndcg_cut_10(ranked, grades[rows])
    kinds = kinds[rows]
    asked = np.isin(kinds, sample.QUALITY_KINDS)
    print(f"\n## {split}: {rows.sum()} queries, {asked.sum()} of the five kinds")
    print("\nfive kinds | " + " | ".join(str(d) for d in towers.MATRYOSHKA))
    summary = {}
    for part in parts:
        for precision in measures.PRECISIONS:
            cells = []
            for dimensions in towers.MATRYOSHKA:
                sample_values = values[part, precision, dimensions][asked]
                low, high = measures.bootstrap_interval(sample_values)
                cells.append(f"{np.nanmean(sample_values):.3f} [{low:.3f}, {high:.3f}]")
                summary[f"{part}/{precision}/{dimensions}"] = round(float(np.nanmean(sample_values)), 4)
            print(f"{part} {precision} | " + " | ".join(cells))
    print("\nfloat32 | n | " + " | ".join(f"{part} {d}" for part in parts for d in (256, 64, 32)))
    for kind in sorted(set(kinds)):
        cells = [f"{np.nanmean(values[part, 'float32', d][kinds == kind]):.3f}" for part in parts for d in (256, 64, 32)]
        print(f"{kind} | {(kinds == kind).sum()} | " + " | ".join(cells))
    for name, chosen in (("five kinds", asked), ("visual", kinds == "visual")):
        gain = (values["fused", "float32", 256] - values["text", "float32", 256])[chosen]
        low, high = measures.bootstrap_interval(gain)
        print(f"fused − text, {name}: {np.nanmean(gain):+.3f} [{low:+.3f}, {high:+.3f}]")
    return summary


if __name__ == "__main__":
    main()
