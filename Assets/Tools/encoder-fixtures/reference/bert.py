"""BERT (Devlin et al. 2019) and RoBERTa's variant of it (Liu et al. 2019; XLM-R: Conneau et al. 2020)."""

import numpy as np

from .layers import ACTIVATIONS, attention, heads, layer_norm, linear


def states(ids, weights, config, prefix=""):
    """The last hidden states [length, width] of one text without padding."""
    epsilon, count = config["layer_norm_eps"], config["num_attention_heads"]
    start = config["pad_token_id"] + 1 if "roberta" in config["model_type"] else 0
    e = prefix + "embeddings."
    x = weights[e + "word_embeddings.weight"][ids]
    x = x + weights[e + "position_embeddings.weight"][start : start + len(ids)]
    x = layer_norm(x + weights[e + "token_type_embeddings.weight"][0], weights, e + "LayerNorm", epsilon)
    for layer in range(config["num_hidden_layers"]):
        p = f"{prefix}encoder.layer.{layer}."
        q, k, v = (heads(linear(x, weights, f"{p}attention.self.{n}"), count) for n in ("query", "key", "value"))
        a = linear(attention(q, k, v), weights, p + "attention.output.dense")
        x = layer_norm(x + a, weights, p + "attention.output.LayerNorm", epsilon)
        h = ACTIVATIONS[config["hidden_act"]](linear(x, weights, p + "intermediate.dense"))
        x = layer_norm(x + linear(h, weights, p + "output.dense"), weights, p + "output.LayerNorm", epsilon)
    return x


def pooled(hidden, pooling):
    return {"mean": lambda: hidden.mean(axis=0), "first": lambda: hidden[0], "last": lambda: hidden[-1]}[pooling]()
