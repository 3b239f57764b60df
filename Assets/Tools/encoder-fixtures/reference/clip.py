"""CLIP (Radford et al. 2021), in the layout of Hugging Face's CLIPModel."""

import numpy as np

from .layers import ACTIVATIONS, attention, heads, layer_norm, linear


def blocks(x, weights, config, prefix, causal):
    """The layers that CLIP's and SigLIP's towers share: normalise, attend, add; normalise, think, add."""
    epsilon, count = config["layer_norm_eps"], config["num_attention_heads"]
    for layer in range(config["num_hidden_layers"]):
        p = f"{prefix}.encoder.layers.{layer}."
        h = layer_norm(x, weights, p + "layer_norm1", epsilon)
        q, k, v = (heads(linear(h, weights, f"{p}self_attn.{n}_proj"), count) for n in "qkv")
        x = x + linear(attention(q, k, v, causal), weights, p + "self_attn.out_proj")
        h = linear(layer_norm(x, weights, p + "layer_norm2", epsilon), weights, p + "mlp.fc1")
        x = x + linear(ACTIVATIONS[config["hidden_act"]](h), weights, p + "mlp.fc2")
    return x


def patches(pixels, weights, prefix, size):
    """A picture [3, height, width] cut into squares, each by the same linear layer: [squares, width]."""
    channels, height, width = pixels.shape
    grid = pixels.reshape(channels, height // size, size, width // size, size)
    flat = grid.transpose(1, 3, 0, 2, 4).reshape(-1, channels * size * size)
    kernel = weights[prefix + ".weight"]
    bias = weights.get(prefix + ".bias", 0)
    return flat @ kernel.reshape(kernel.shape[0], -1).T + bias


def text(ids, weights, config, end):
    """The projected vector of one text; `end` is the id that ends it."""
    e = "text_model.embeddings."
    x = weights[e + "token_embedding.weight"][ids] + weights[e + "position_embedding.weight"][: len(ids)]
    x = blocks(x, weights, config, "text_model", causal=True)
    x = layer_norm(x, weights, "text_model.final_layer_norm", config["layer_norm_eps"])
    return x[list(ids).index(end)] @ weights["text_projection.weight"].T


def picture(pixels, weights, config):
    """The projected vector of one picture."""
    e = "vision_model.embeddings."
    x = patches(pixels, weights, e + "patch_embedding", config["patch_size"])
    x = np.concatenate([weights[e + "class_embedding"][None], x]) + weights[e + "position_embedding.weight"]
    x = layer_norm(x, weights, "vision_model.pre_layrnorm", config["layer_norm_eps"])
    x = blocks(x, weights, config, "vision_model", causal=False)
    x = layer_norm(x[0], weights, "vision_model.post_layernorm", config["layer_norm_eps"])
    return x @ weights["visual_projection.weight"].T
