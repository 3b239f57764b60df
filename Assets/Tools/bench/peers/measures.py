"""`python -m peers.measures ASSAY [ROUNDS]`: the same run measured by Assay and by pytrec_eval, turn by turn."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import pytrec_eval

# What both compute, at the reference's cutoffs.
_FAMILIES = """num_ret num_rel num_rel_ret map gm_map Rprec bpref recip_rank iprec_at_recall P recall infAP ndcg ndcg_cut
map_cut success set_P set_recall set_map set_F""".split()


def main():
    assay, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        _assay(assay, "--export", folder)
        with open(f"{folder}/synthetic.qrels") as file:
            qrels = pytrec_eval.parse_qrel(file)
        with open(f"{folder}/synthetic.run") as file:
            run = pytrec_eval.parse_run(file)
    evaluator = pytrec_eval.RelevanceEvaluator(qrels, set(_FAMILIES))
    ours, theirs = [], []
    for _ in range(rounds):
        report = _assay(assay)
        ours.append(report["median"])
        start = time.perf_counter()
        values = evaluator.evaluate(run)
        theirs.append((time.perf_counter() - start) * 1000)
    compared = _check(report["means"], values)
    mine, peer = statistics.median(ours), statistics.median(theirs)
    print(f"{len(run)} queries × {len(next(iter(run.values())))} results, medians of {rounds} turns")
    print(f"assay        {mine:8.1f} ms  {report['measures']} measures")
    print(f"pytrec_eval  {peer:8.1f} ms  {len(next(iter(values.values())))} measures")
    print(f"{compared} means agree; load {os.getloadavg()[0]:.2f}")
    sys.exit(0 if mine < peer else 1)


def _assay(path, *options):
    command = [path, "bench", "measures", "--rounds", "3", "--format", "json", *options]
    return json.loads(subprocess.run(command, check=False, capture_output=True, text=True).stdout)


def _check(means, values):
    """How many means are the same to nine decimals; an error when one is not."""
    compared = 0
    for name in next(iter(values.values())):
        if name.startswith("num_") or name == "gm_map":
            continue
        theirs = sum(value[name] for value in values.values()) / len(values)
        if abs(theirs - means[name]) > 1e-9:
            raise SystemExit(f"{name}: assay {means[name]}, pytrec_eval {theirs}")
        compared += 1
    return compared


main()
