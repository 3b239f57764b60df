"""Records what scipy computes for the statistics that Assay makes itself.

Run with: python record.py > scipy.json   (scipy 1.17.1, numpy 2.4.6)
"""
import itertools, json
import numpy as np
from scipy import special, stats

rng = np.random.default_rng(20240517)
samples = {
    "hand": [0.1, -0.2, 0.3, 0.05, 0.15],
    "ties": [0.0, 0.0, 0.25, -0.25, 0.5, 0.5, 0.0, 0.125],
    "gains": [round(float(x), 4) for x in rng.normal(0.05, 0.1, 12)],
    "twenty": [round(float(x), 4) for x in rng.normal(0.02, 0.2, 20)],
    "many": [round(float(x), 4) for x in rng.normal(0.03, 0.15, 60)],
}

def exact_bootstrap(values, level=0.95):
    "Every resample there is, each once: what drawing at random approaches."
    n = len(values)
    means = np.sort([np.mean(c) for c in itertools.product(values, repeat=n)])
    return [float(np.quantile(means, (1 - level) / 2)), float(np.quantile(means, (1 + level) / 2))]

out = {"scipy": __import__("scipy").__version__, "numpy": np.__version__, "samples": []}
for name, values in samples.items():
    d = np.array(values)
    t = stats.ttest_rel(d, np.zeros(len(d)))
    n_resamples = np.inf if len(d) <= 20 else 1_000_000
    r = stats.permutation_test((d, np.zeros(len(d))), lambda x, y, axis: np.mean(x - y, axis=axis),
                               permutation_type="samples", vectorized=True, n_resamples=n_resamples,
                               batch=50_000, alternative="two-sided", rng=np.random.default_rng(1))
    b = stats.bootstrap((d,), np.mean, n_resamples=1_000_000, batch=20_000, method="percentile", rng=np.random.default_rng(2))
    out["samples"].append({
        "name": name, "deltas": values, "t": float(t.statistic), "df": int(t.df), "tP": float(t.pvalue),
        "randomisationP": float(r.pvalue), "isExact": len(d) <= 20,
        "bootstrap": [float(b.confidence_interval.low), float(b.confidence_interval.high)],
        "bootstrapExact": exact_bootstrap(values) if len(d) <= 6 else None,
    })
out["studentT"] = [
    {"t": t, "df": df, "p": float(2 * stats.t.sf(t, df))}
    for df in [1, 2, 3, 5, 10, 24, 49, 99, 149, 1000, 100000] for t in [0, 1e-6, 0.1, 0.5, 1, 2, 3.3, 8, 20, 60]
]
out["incompleteBeta"] = [
    {"a": a, "b": b, "x": x, "value": float(special.betainc(a, b, x))}
    for a in [0.5, 1, 2.5, 10, 74.5, 500] for b in [0.5, 1, 3, 40, 500] for x in [0.001, 0.1, 0.37, 0.5, 0.8, 0.99, 0.999]
]
def holm(p):
    order = sorted(range(len(p)), key=lambda i: p[i]); out = [0] * len(p); top = 0
    for k, i in enumerate(order):
        top = max(top, min(1, (len(p) - k) * p[i])); out[i] = top
    return out
out["holm"] = [{"p": p, "adjusted": holm(p)} for p in ([0.01, 0.04, 0.03, 0.005], [0.5], [0.02, 0.02, 0.9], [1.0, 0.0001, 0.3, 0.3, 0.04])]
out["kendall"] = []
for n in (2, 3, 8, 40):
    a = list(range(n)); b = [int(x) for x in rng.permutation(n)]
    tau = stats.kendalltau(a, [b.index(i) for i in a]).statistic
    out["kendall"].append({"first": a, "second": b, "tau": float(tau)})
def lines(value):
    "An array with one element a line, so that a difference can be read."
    return "[\n" + ",\n".join("  " + json.dumps(x) for x in value) + "\n ]" if isinstance(value, list) else json.dumps(value)
print("{\n" + ",\n".join(f' "{key}": {lines(value)}' for key, value in out.items()) + "\n}")
