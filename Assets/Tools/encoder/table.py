"""Writes the default encoder's quality tables into Assets/README.md and README.md, from run files of the program itself.

For every text share (text only, pictures only, fused), precision and prefix length it lets `assay run` write a TREC run,
scores it here with its own ndcg_cut_10 (trec_eval's definition: gain = grade, discount log2(rank + 1)), and prints the mean
for each kind of query with a 95 % bootstrap interval over queries. Python's standard library only; the measure shares no
code with the program.
"""

import argparse
import collections
import math
import pathlib
import random
import subprocess
import tempfile

DIMENSIONS = (16, 32, 64, 128, 256)
PRECISIONS = ("float32", "int8", "binary")
SHARES = (("fused", 0.5), ("text", 1.0), ("image", 0.0))
QUALITY_KINDS = ("brand", "attribute", "semantic", "visual", "find-all")
CUT = 10
RESAMPLES = 2000


def read_qrels(path):
    grades = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) == 4:
            grades[fields[0]][fields[2]] = int(fields[3])
    return grades


def read_queries(path):
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line or (number == 0 and (line.startswith("id\t") or line.startswith("#"))):
            continue
        columns = (line.split("\t") + [""] * 5)[:5]
        rows.append({"id": columns[0], "kind": columns[2], "split": columns[3]})
    return rows


def read_run(path):
    """Documents by query, in trec_eval's order: score descending, ties by document id descending."""
    scored = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, document, _, score, _ = line.split()
        scored[query].append((float(score), document.encode()))
    return {query: [d.decode() for _, d in sorted(pairs, reverse=True)] for query, pairs in scored.items()}


def ndcg_cut(ranking, grades):
    def dcg(gains):
        return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains[:CUT]))

    ideal = dcg(sorted((g for g in grades.values() if g > 0), reverse=True))
    return dcg([max(0, grades.get(document, 0)) for document in ranking]) / ideal if ideal else 0.0


def interval(values, seed):
    generator = random.Random(seed)
    means = sorted(sum(generator.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES))
    return means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1]


def cell(values, seed):
    if not values:
        return "–"
    low, high = interval(values, seed)
    return f"{sum(values) / len(values):.3f} [{low:.2f}, {high:.2f}]"


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, pathlib.Path(folder)

    def index(self, catalogue, name):
        index = self.folder / f"{name}.index"
        subprocess.run([self.path, "index", "-q", str(catalogue), "-o", str(index)], check=True)
        return index

    def run(self, index, queries, *options):
        output = self.folder / "run.trec"
        subprocess.run(
            [self.path, "run", str(index), "--queries", str(queries), "--depth", "1000", "--tag", "table", "-o", str(output)]
            + list(options),
            check=True,
        )
        return read_run(output)


def score(runs, qrels, queries):
    return {query["id"]: ndcg_cut(runs.get(query["id"], []), qrels.get(query["id"], {})) for query in queries}


def dense(dimensions, precision, share):
    return ("--mode", "dense", "--dimensions", str(dimensions), "--precision", precision, "--text-share", str(share))


class Sample:
    """The sample catalogue's queries of one split, its truth, and its index."""

    def __init__(self, program, folder, split):
        self.program, self.split, self.query_file = program, split, folder / "queries.tsv"
        self.queries = [q for q in read_queries(self.query_file) if q["split"] == split]
        self.kinds = list(dict.fromkeys(q["kind"] for q in self.queries))
        self.qrels = read_qrels(folder / "judgments" / "truth.qrels")
        self.index = program.index(folder, "sample")

    def by_kind(self, *options):
        """The measure of every query, by kind, under the ranking options of `assay run`."""
        values = score(self.program.run(self.index, self.query_file, *options), self.qrels, self.queries)
        return {k: [values[q["id"]] for q in self.queries if q["kind"] == k] for k in self.kinds}


def precision_table(sample):
    kinds, queries = sample.kinds, sample.queries
    counts = collections.Counter(q["kind"] for q in queries)
    quality = sum(counts[k] for k in QUALITY_KINDS)
    lines = [
        f"| vectors | dims | precision | five kinds ({quality}) | " + " | ".join(f"{k} ({counts[k]})" for k in kinds) + " |",
        "|---|---|---|---|" + "---|" * len(kinds),
    ]
    for label, share in SHARES:
        for precision in PRECISIONS:
            for dimensions in DIMENSIONS:
                by_kind = sample.by_kind(*dense(dimensions, precision, share))
                five = [value for k in QUALITY_KINDS for value in by_kind.get(k, [])]
                cells = [cell(five, 1)] + [cell(by_kind[k], 1) for k in kinds]
                lines.append(f"| {label} | {dimensions} | {precision} | " + " | ".join(cells) + " |")
    return lines


def mode_values(sample):
    modes = (
        ("dense", ("--mode", "dense")),
        ("lexical", ("--mode", "lexical")),
        ("hybrid, weighted .10", ("--mode", "hybrid")),
        ("hybrid, rrf k 60", ("--mode", "hybrid", "--fusion", "rrf")),
    )
    return [(label, sample.by_kind(*options)) for label, options in modes]


def mode_table(sample, modes, show):
    lines = ["| mode | all | " + " | ".join(sample.kinds) + " |", "|---|---|" + "---|" * len(sample.kinds)]
    for label, by_kind in modes:
        groups = [[value for values in by_kind.values() for value in values], *by_kind.values()]
        lines.append(f"| {label} | " + " | ".join(show(group) for group in groups) + " |")
    return lines


def other_table(program, name, folder):
    queries = read_queries(folder / "queries.tsv")
    qrels = read_qrels(folder / "qrels.txt")
    index = program.index(folder / "docs.jsonl", name)
    lines = [f"| {name} ({len(queries)} queries) | ndcg_cut_10 |", "|---|---|"]
    # Without pictures every vector is the text's.
    shares = SHARES if (folder / "images").is_dir() else [s for s in SHARES if s[0] == "text"]
    settings = [(f"{label}, {d} dims", dense(d, "float32", share)) for label, share in shares for d in (64, 256)]
    settings += [("lexical", ("--mode", "lexical")), ("hybrid, weighted .10", ("--mode", "hybrid"))]
    for label, options in settings:
        values = score(program.run(index, folder / "queries.tsv", *options), qrels, queries)
        lines.append(f"| {label} | {cell(list(values.values()), 1)} |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="the assay executable")
    parser.add_argument("--sample", type=pathlib.Path, default=pathlib.Path("sample-catalog"))
    parser.add_argument(
        "--other", type=pathlib.Path, action="append", default=[], help="a folder with docs.jsonl, queries.tsv, qrels.txt"
    )
    parser.add_argument("--into", type=pathlib.Path, default=pathlib.Path("Assets/README.md"))
    parser.add_argument("--readme", type=pathlib.Path, default=pathlib.Path("README.md"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        program = Program(options.program, scratch)
        sample = Sample(program, options.sample, "test")
        modes = mode_values(sample)
        lines = precision_table(sample)
        lines += ["", "The ranking modes on the same queries, 256 dims, float32, fused vectors:", ""]
        lines += mode_table(sample, modes, lambda values: cell(values, 1))
        for folder in options.other:
            lines += ["", *other_table(program, folder.name, folder)]
    replace(options.into, "encoder-table", lines)
    replace(options.readme, "modes", mode_table(sample, modes, lambda values: f"{sum(values) / len(values):.3f}"))
    print("\n".join(lines))


def replace(path, name, lines):
    """Puts lines between the marks `<!-- NAME:begin -->` and `<!-- NAME:end -->` of a Markdown file."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, rest = path.read_text(encoding="utf-8").split(begin)
    text = before + "\n".join([begin, *lines, end]) + rest.split(end)[1]
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
