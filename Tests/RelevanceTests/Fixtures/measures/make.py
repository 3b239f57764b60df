"""Makes odd.qrels and odd.run from a seed and records what pytrec_eval and ir_measures say about them."""

import random

import ir_measures
import pytrec_eval

FAMILIES = """num_ret num_rel num_rel_ret map Rprec bpref recip_rank iprec_at_recall P recall infAP ndcg ndcg_cut
map_cut success set_P set_recall set_map set_F""".split()
STANDARD = ["nDCG(dcg='exp-log2')@5", "nDCG(dcg='exp-log2')@20", "ERR@5", "ERR@20", "Judged@5", "Judged@20", "RR@3",
            "AP(rel=2)@5", "P(rel=2)@5", "R(rel=3)@10"]
# The evaluators behind these order ties differently, and gdeval computes with grades below 0 as they are.
TIE_FREE = {"RR@3", "ERR@5", "ERR@20", "Judged@5", "Judged@20", "nDCG(dcg='exp-log2')@5",
            "nDCG(dcg='exp-log2')@20"}
KEPT = {"5", "10", "1000", "0.00", "0.30", "1.00"}


def topic(generator, number):
    documents = [f"d{number}{mark}{index}" for index in range(30) for mark in ("-", "é", "/.")][:40]
    generator.shuffle(documents)
    grades = {}
    shape = number % 5
    for document in documents:
        if generator.random() < 0.6:
            if shape == 0:
                grades[document] = generator.choice([0, 1])
            elif shape == 1:
                grades[document] = generator.choice([-1, 0, 0, 1, 2, 3])
            elif shape == 2:
                grades[document] = generator.choice([0, 0, 0, 0, 1, 3])
            elif shape == 3:
                grades[document] = generator.choice([0, 1, 2, 3, 4])
            else:
                grades[document] = generator.choice([-2, -1, 0]) if number % 2 else generator.choice([0, 2])
    ranked = generator.sample(documents, generator.choice([1, 2, 7, 25, 40]))
    # Multiples of a half are exact in float32, which pytrec_eval reads scores as.
    if number % 3 == 0:
        scores = [generator.choice([1.0, 1.5, 2.0, -3.0]) for _ in ranked]
    else:
        scores = [float(2 * len(ranked) - rank) / 2 for rank in range(len(ranked))]
    lines = list(zip(ranked, scores))
    generator.shuffle(lines)
    return grades or {documents[0]: 0}, lines


def main():
    generator = random.Random(20)
    qrels, run = {}, {}
    for number in range(1, 41):
        qrels[str(number)], lines = topic(generator, number)
        # Query 7 is missing from the run; 41 is in the run alone.
        if number != 7:
            run[str(number)] = dict(lines)
    run["41"] = {"d41-0": 1.0}
    with open("odd.qrels", "w") as file:
        for query, grades in qrels.items():
            for document, grade in grades.items():
                file.write(f"{query} 0 {document} {grade}\n")
    with open("odd.run", "w") as file:
        for query, scores in run.items():
            for document, score in scores.items():
                file.write(f"{query} Q0 {document} 0 {score} odd\n")
    with open("expected.tsv", "w") as file:
        for level in (1, 2):
            evaluator = pytrec_eval.RelevanceEvaluator(qrels, set(FAMILIES), relevance_level=level)
            for query, values in evaluator.evaluate(run).items():
                for name, value in sorted(values.items()):
                    cutoff = name.rpartition("_")[2]
                    if cutoff[0].isdigit() and cutoff not in KEPT:
                        continue
                    file.write(f"{level}\t{name}\t{query}\t{value:.9f}\n")
        for name in STANDARD:
            for metric in ir_measures.iter_calc([ir_measures.parse_measure(name)], qrels, run):
                has_negative = min(qrels[metric.query_id].values()) < 0
                if name in TIE_FREE and (int(metric.query_id) % 3 == 0 or has_negative):
                    continue
                if metric.query_id in run:
                    file.write(f"1\t{name}\t{metric.query_id}\t{metric.value:.9f}\n")


main()
