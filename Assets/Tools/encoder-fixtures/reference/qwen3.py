"""Qwen3 as an encoder (Zhang et al. 2025): the last token's state."""

import numpy as np

from .layers import ACTIVATIONS, attention, heads, linear, rms_norm


def rotated(x, theta):
    """Rotary position embedding (Su et al. 2021) of [heads, length, size], halves paired as Hugging Face does."""
    length, size = x.shape[1:]
    frequencies = theta ** (-np.arange(0, size, 2) / size)
    angles = np.concatenate([np.outer(np.arange(length), frequencies)] * 2, axis=-1)
    halves = np.concatenate([-x[..., size // 2 :], x[..., : size // 2]], axis=-1)
    return (x * np.cos(angles) + halves * np.sin(angles)).astype(x.dtype)


def text(ids, weights, config, prefix=""):
    epsilon, theta = config["rms_norm_eps"], config["rope_theta"]
    count, groups = config["num_attention_heads"], config["num_key_value_heads"]
    x = weights[prefix + "embed_tokens.weight"][ids]
    for layer in range(config["num_hidden_layers"]):
        p = f"{prefix}layers.{layer}."
        h = rms_norm(x, weights[p + "input_layernorm.weight"], epsilon)
        q = rms_norm(heads(linear(h, weights, p + "self_attn.q_proj"), count), weights[p + "self_attn.q_norm.weight"], epsilon)
        k = rms_norm(heads(linear(h, weights, p + "self_attn.k_proj"), groups), weights[p + "self_attn.k_norm.weight"], epsilon)
        v = heads(linear(h, weights, p + "self_attn.v_proj"), groups)
        k, v = (np.repeat(a, count // groups, axis=0) for a in (rotated(k, theta), v))
        x = x + linear(attention(rotated(q, theta), k, v, causal=True), weights, p + "self_attn.o_proj")
        h = rms_norm(x, weights[p + "post_attention_layernorm.weight"], epsilon)
        gate = ACTIVATIONS[config["hidden_act"]](linear(h, weights, p + "mlp.gate_proj"))
        x = x + linear(gate * linear(h, weights, p + "mlp.up_proj"), weights, p + "mlp.down_proj")
    return rms_norm(x, weights[prefix + "norm.weight"], epsilon)[-1]
