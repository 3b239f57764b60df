"""`python -m peers ASSAY CATALOGUE`: the side-by-side table."""

import argparse
import os
import pathlib
import sys

# Before any library that brings OpenMP along.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from . import dense, lexical  # noqa: E402
from .engine import Engine  # noqa: E402
from .export import Export  # noqa: E402
from .report import Report  # noqa: E402
from .timing import interleave, recall, stopwatch  # noqa: E402

_DEPTH = 100


def main():
    arguments = _arguments()
    catalogue = pathlib.Path(arguments.catalogue)
    queries = arguments.queries or str(catalogue / "queries.tsv")
    index = arguments.index or str(catalogue / ".assay" / "index")
    export = Export(arguments.assay, index, index, queries, arguments.folder or str(catalogue / ".assay" / "peers"))
    report = Report()
    for dimensions in arguments.dimensions:
        _say(f"reading vectors of {dimensions} dimensions")
        peers = dense.DensePeers(*export.vectors(dimensions))
        results = {}
        for threads in arguments.threads:
            _say(f"{dimensions} dimensions on {threads} threads")
            results[threads] = _measure_dense(arguments, index, queries, peers, dimensions, threads, report)
        ours = results[max(results)][0]
        fastest = min(timing.median for _, theirs in results.values() for timing in theirs)
        report.require(f"top {_DEPTH} at {dimensions} against the fastest peer, median", fastest / ours.median, 2)
        del peers
    if not arguments.no_lexical:
        _say("reading terms")
        _measure_lexical(arguments, index, queries, export, report)
    _say(f"{dense.version()}, {lexical.version()}, {os.cpu_count()} processors")
    print(report.json_lines() if arguments.format == "json" else report.table())
    sys.exit(1 if report.missed else 0)


def _measure_dense(arguments, index, queries, peers, dimensions, threads, report):
    engine = Engine(arguments.assay, index, queries, threads)
    count = min(arguments.count, engine.queries)
    systems = {name: stopwatch(find) for name, find in peers.systems(threads, _DEPTH).items()}
    systems["assay"] = lambda number: engine.dense(number, dimensions, _DEPTH)
    timings = interleave(systems, count, arguments.block)
    engine.close()
    ours = timings.pop("assay")
    for name, timing in timings.items():
        work = f"top {_DEPTH} at {dimensions}, certified"
        report.add(work, threads, ours, name, timing, recall(timing.found, ours.found))
    return ours, list(timings.values())


def _measure_lexical(arguments, index, queries, export, report):
    peers = {}
    for name, has_one_field in (("tantivy, a field each", False), ("tantivy, one field", True)):
        folder = export.folder / ("tantivy-one" if has_one_field else "tantivy-each")
        peers[name] = lexical.TantivyPeer(*export.terms(), folder, has_one_field)
    for threads in arguments.threads:
        engine = Engine(arguments.assay, index, queries, threads)
        count = min(arguments.count, engine.queries)
        systems = {name: stopwatch(lambda number, peer=peer: peer.search(number, _DEPTH)) for name, peer in peers.items()}
        systems["assay"] = lambda number: engine.lexical(number, _DEPTH)
        timings = interleave(systems, count, arguments.block)
        engine.close()
        ours = timings.pop("assay")
        for name, timing in timings.items():
            found = {query: peers[name].ordinals(hits) for query, hits in timing.found.items()}
            report.add(f"BM25F top {_DEPTH}", threads, ours, name, timing, recall(found, ours.found))
    best = min(timings.values(), key=lambda timing: timing.median)
    report.require("BM25F against tantivy, median", best.median / ours.median, 1)
    report.require("BM25F against tantivy, p99", min(timing.p99 for timing in timings.values()) / ours.p99, 2)


def _arguments():
    parser = argparse.ArgumentParser(prog="peers", description="Measures Assay against FAISS, USearch and tantivy.")
    parser.add_argument("assay", help="the program, built for release")
    parser.add_argument("catalogue", help="a catalogue's folder with queries.tsv, indexed")
    parser.add_argument("--index", help="its index; CATALOGUE/.assay/index when left out")
    parser.add_argument("--queries", help="the query set; CATALOGUE/queries.tsv when left out")
    parser.add_argument("--folder", help="where exports are kept; CATALOGUE/.assay/peers when left out")
    parser.add_argument("--dimensions", type=int, nargs="*", default=[256], help="the lengths to compare at")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2], help="the thread counts to compare at")
    parser.add_argument("--count", type=int, default=200, help="how many queries")
    parser.add_argument("--block", type=int, default=20, help="how many queries an engine answers in a row")
    parser.add_argument("--no-lexical", action="store_true", help="leave BM25F out")
    parser.add_argument("--format", choices=["table", "json"], default="table", help="table, or a JSON object a row")
    return parser.parse_args()


def _say(message):
    print(message, file=sys.stderr)


main()
