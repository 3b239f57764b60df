"""The tensors of each family, by the names and shapes that Hugging Face's checkpoints have."""


def linear(prefix, outputs, inputs, bias=True):
    shapes = {prefix + ".weight": (outputs, inputs)}
    return shapes | ({prefix + ".bias": (outputs,)} if bias else {})


def norm(prefix, width):
    return {prefix + ".weight": (width,), prefix + ".bias": (width,)}


def bert(config, prefix=""):
    width, hidden = config["hidden_size"], config["intermediate_size"]
    e = prefix + "embeddings."
    shapes = {
        e + "word_embeddings.weight": (config["vocab_size"], width),
        e + "position_embeddings.weight": (config["max_position_embeddings"], width),
        e + "token_type_embeddings.weight": (config["type_vocab_size"], width),
    } | norm(e + "LayerNorm", width)
    for layer in range(config["num_hidden_layers"]):
        p = f"{prefix}encoder.layer.{layer}."
        for name in ("query", "key", "value"):
            shapes |= linear(f"{p}attention.self.{name}", width, width)
        shapes |= linear(p + "attention.output.dense", width, width) | norm(p + "attention.output.LayerNorm", width)
        shapes |= linear(p + "intermediate.dense", hidden, width)
        shapes |= linear(p + "output.dense", width, hidden) | norm(p + "output.LayerNorm", width)
    return shapes


def blocks(config, prefix):
    width, hidden = config["hidden_size"], config["intermediate_size"]
    shapes = {}
    for layer in range(config["num_hidden_layers"]):
        p = f"{prefix}.encoder.layers.{layer}."
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            shapes |= linear(p + "self_attn." + name, width, width)
        shapes |= norm(p + "layer_norm1", width) | norm(p + "layer_norm2", width)
        shapes |= linear(p + "mlp.fc1", hidden, width) | linear(p + "mlp.fc2", width, hidden)
    return shapes


def text_embeddings(config):
    e, width = "text_model.embeddings.", config["hidden_size"]
    return {
        e + "token_embedding.weight": (config["vocab_size"], width),
        e + "position_embedding.weight": (config["max_position_embeddings"], width),
    }


def clip(config):
    text, vision, projection = config["text_config"], config["vision_config"], config["projection_dim"]
    width, size = vision["hidden_size"], vision["patch_size"]
    e = "vision_model.embeddings."
    shapes = text_embeddings(text) | blocks(text, "text_model") | norm("text_model.final_layer_norm", text["hidden_size"])
    shapes |= linear("text_projection", projection, text["hidden_size"], bias=False)
    shapes |= {
        e + "class_embedding": (width,),
        e + "patch_embedding.weight": (width, 3, size, size),
        e + "position_embedding.weight": ((vision["image_size"] // size) ** 2 + 1, width),
    }
    shapes |= norm("vision_model.pre_layrnorm", width) | norm("vision_model.post_layernorm", width)
    shapes |= blocks(vision, "vision_model") | linear("visual_projection", projection, width, bias=False)
    return shapes | {"logit_scale": ()}


def siglip(config):
    text, vision = config["text_config"], config["vision_config"]
    width, size = vision["hidden_size"], vision["patch_size"]
    e, p = "vision_model.embeddings.", "vision_model.head."
    shapes = text_embeddings(text) | blocks(text, "text_model") | norm("text_model.final_layer_norm", text["hidden_size"])
    shapes |= linear("text_model.head", width, text["hidden_size"])
    shapes |= {
        e + "patch_embedding.weight": (width, 3, size, size),
        e + "patch_embedding.bias": (width,),
        e + "position_embedding.weight": ((vision["image_size"] // size) ** 2, width),
        p + "probe": (1, 1, width),
        p + "attention.in_proj_weight": (3 * width, width),
        p + "attention.in_proj_bias": (3 * width,),
    }
    shapes |= linear(p + "attention.out_proj", width, width) | norm(p + "layernorm", width)
    shapes |= linear(p + "mlp.fc1", vision["intermediate_size"], width)
    shapes |= linear(p + "mlp.fc2", width, vision["intermediate_size"])
    return shapes | norm("vision_model.post_layernorm", width) | blocks(vision, "vision_model")


def qwen3(config, prefix=""):
    width, hidden, size = config["hidden_size"], config["intermediate_size"], config["head_dim"]
    queries, keys = config["num_attention_heads"] * size, config["num_key_value_heads"] * size
    shapes = {prefix + "embed_tokens.weight": (config["vocab_size"], width), prefix + "norm.weight": (width,)}
    for layer in range(config["num_hidden_layers"]):
        p = f"{prefix}layers.{layer}."
        for name, outputs, inputs in (
            ("self_attn.q_proj", queries, width),
            ("self_attn.k_proj", keys, width),
            ("self_attn.v_proj", keys, width),
            ("self_attn.o_proj", width, queries),
            ("mlp.gate_proj", hidden, width),
            ("mlp.up_proj", hidden, width),
            ("mlp.down_proj", width, hidden),
        ):
            shapes |= linear(p + name, outputs, inputs, bias=False)
        for name, extent in (("input_layernorm", width), ("post_attention_layernorm", width)):
            shapes[p + name + ".weight"] = (extent,)
        shapes |= {p + "self_attn.q_norm.weight": (size,), p + "self_attn.k_norm.weight": (size,)}
    return shapes
