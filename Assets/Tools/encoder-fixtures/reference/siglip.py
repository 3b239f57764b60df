"""SigLIP (Zhai et al. 2023) and SigLIP 2 (Tschannen et al. 2025), in the layout of Hugging Face's SiglipModel."""

from .clip import blocks, patches
from .layers import ACTIVATIONS, attention, heads, layer_norm, linear


def text(ids, weights, config):
    """The vector of one text that was padded to the full length; nothing is masked, the last column counts."""
    e = "text_model.embeddings."
    x = weights[e + "token_embedding.weight"][ids] + weights[e + "position_embedding.weight"][: len(ids)]
    x = blocks(x, weights, config, "text_model", causal=False)
    x = layer_norm(x, weights, "text_model.final_layer_norm", config["layer_norm_eps"])
    return linear(x[-1], weights, "text_model.head")


def picture(pixels, weights, config):
    """The vector of one picture, pooled by attention with a learnt query."""
    e = "vision_model.embeddings."
    x = patches(pixels, weights, e + "patch_embedding", config["patch_size"])
    x = blocks(x + weights[e + "position_embedding.weight"], weights, config, "vision_model", causal=False)
    x = layer_norm(x, weights, "vision_model.post_layernorm", config["layer_norm_eps"])
    p, width = "vision_model.head.", x.shape[-1]
    kernel, bias = weights[p + "attention.in_proj_weight"], weights[p + "attention.in_proj_bias"]
    sources = (weights[p + "probe"][0], x, x)
    q, k, v = (
        heads(source @ kernel[i * width : (i + 1) * width].T + bias[i * width : (i + 1) * width], config["num_attention_heads"])
        for i, source in enumerate(sources)
    )
    h = linear(attention(q, k, v), weights, p + "attention.out_proj")
    inner = linear(layer_norm(h, weights, p + "layernorm", config["layer_norm_eps"]), weights, p + "mlp.fc1")
    return (h + linear(ACTIVATIONS[config["hidden_act"]](inner), weights, p + "mlp.fc2"))[0]
