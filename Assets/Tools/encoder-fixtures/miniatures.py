"""Makes a tiny model of each family with random weights, and records what it must answer.

    miniatures.py Tests/OpenVINOBackendTests/Fixtures/miniatures

The weights come from numpy's PCG64 and the seed below; the answers from the forward passes in `reference`, in float64,
over the weights as they are stored (float32, float16 or bfloat16).
"""

import json
import pathlib
import sys
import zlib

import numpy as np

import shapes
from reference import bert, clip, qwen3, safetensors, siglip
from reference.layers import unit

SEED = 20261121

BERT = {
    "model_type": "bert", "architectures": ["BertModel"], "hidden_act": "gelu", "hidden_size": 32,
    "intermediate_size": 48, "layer_norm_eps": 1e-12, "max_position_embeddings": 40, "num_attention_heads": 4,
    "num_hidden_layers": 2, "pad_token_id": 0, "type_vocab_size": 2, "vocab_size": 90,
}  # fmt: skip
XLMR = BERT | {
    "model_type": "xlm-roberta", "architectures": ["XLMRobertaModel"], "layer_norm_eps": 1e-05,
    "max_position_embeddings": 42, "pad_token_id": 1, "type_vocab_size": 1,
}  # fmt: skip
TOWER = {
    "hidden_size": 32, "intermediate_size": 48, "num_attention_heads": 4, "num_hidden_layers": 2,
}  # fmt: skip
CLIP = {
    "model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": 24,
    "text_config": TOWER | {
        "hidden_act": "quick_gelu", "layer_norm_eps": 1e-05, "max_position_embeddings": 21, "vocab_size": 80,
        "eos_token_id": 2,
    },
    "vision_config": TOWER | {
        "hidden_act": "quick_gelu", "layer_norm_eps": 1e-05, "image_size": 32, "patch_size": 8, "hidden_size": 40,
    },
}  # fmt: skip
SIGLIP = {
    "model_type": "siglip", "architectures": ["SiglipModel"],
    "text_config": TOWER | {
        "hidden_act": "gelu_pytorch_tanh", "layer_norm_eps": 1e-06, "max_position_embeddings": 16, "vocab_size": 80,
        "projection_size": 40,
    },
    "vision_config": TOWER | {
        "hidden_act": "gelu_pytorch_tanh", "layer_norm_eps": 1e-06, "image_size": 24, "patch_size": 8,
        "hidden_size": 40,
    },
}  # fmt: skip
QWEN3 = {
    "model_type": "qwen3", "architectures": ["Qwen3ForCausalLM"], "attention_bias": False, "head_dim": 16,
    "hidden_act": "silu", "hidden_size": 32, "intermediate_size": 48, "max_position_embeddings": 128,
    "num_attention_heads": 4, "num_hidden_layers": 2, "num_key_value_heads": 2, "rms_norm_eps": 1e-06,
    "rope_scaling": None, "rope_theta": 1000000, "use_sliding_window": False, "vocab_size": 90,
}  # fmt: skip


def weights(shapes, dtype):
    """Random tensors as they are read back from a file of some type, by name."""
    tensors = {}
    for name, shape in sorted(shapes.items()):
        random = np.random.default_rng([SEED, zlib.crc32(name.encode())])
        values = random.standard_normal(shape)
        if len(shape) <= 1:
            values = values * 0.1 + (0 if name.endswith("bias") or "class" in name else 1)
        elif "embed" not in name:
            values = values * 1.5 / np.sqrt(shape[-1])
        tensors[name] = safetensors.widened(np.asarray(values, np.float32), dtype)
    return tensors


def texts(vocabulary, limit, seed):
    """Token ids of different lengths, none of them special."""
    random = np.random.default_rng([SEED, seed])
    counts = [1, 2, 5, 7, 8, 9, limit // 2, limit - 1, limit]
    return [[int(i) for i in random.integers(3, vocabulary - 1, count)] for count in counts]


def pixels(size, number):
    """A picture that the tests make by the same formula: channels first, values in −1…1."""
    index = np.arange(3 * size * size, dtype=np.int64)
    return ((index * 7919 + number * 104729 + index * index % 977) % 2001 / 1000 - 1).reshape(3, size, size)


def record(ids, vector):
    return {"ids": ids, "vector": numbers(vector)}


def numbers(vector):
    return [float(f"{v:.9g}") for v in unit(vector)]


def wide(tensors):
    return {name: values.astype(np.float64) for name, values in tensors.items()}


def write(folder, config, tensors, dtype, expected, pooling=None, shards=1):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    (folder / "expected.json").write_text(json.dumps({"numpy": np.__version__, "seed": SEED} | expected) + "\n")
    if pooling:
        (folder / "1_Pooling").mkdir(exist_ok=True)
        modes = {f"pooling_mode_{m}": m == pooling for m in ("cls_token", "mean_tokens", "max_tokens", "lasttoken")}
        (folder / "1_Pooling" / "config.json").write_text(json.dumps(modes, indent=2) + "\n")
    if shards == 1:
        safetensors.write(folder / "model.safetensors", tensors, dtype)
        return
    names, places = sorted(tensors), {}
    for shard in range(shards):
        file = f"model-{shard + 1:05}-of-{shards:05}.safetensors"
        part = {name: tensors[name] for name in names[shard::shards]}
        safetensors.write(folder / file, part, dtype)
        places |= dict.fromkeys(part, file)
    index = {"metadata": {}, "weight_map": dict(sorted(places.items()))}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=1) + "\n")


def make_bert(root):
    w = weights(shapes.bert(BERT), "F32")
    hidden = [(ids, bert.states(np.array(ids), wide(w), BERT)) for ids in texts(BERT["vocab_size"], 40, 1)]
    cases = {p: [record(ids, bert.pooled(h, p)) for ids, h in hidden] for p in ("first", "mean", "last")}
    write(root / "bert", BERT, w, "F32", {"cases": cases["first"]} | cases, pooling="cls_token")


def make_xlmr(root):
    w = weights(shapes.bert(XLMR, "roberta."), "F16")
    cases = [
        record(ids, bert.pooled(bert.states(np.array(ids), wide(w), XLMR, "roberta."), "mean"))
        for ids in texts(XLMR["vocab_size"], 40, 2)
    ]
    write(root / "xlm-roberta", XLMR, w, "F16", {"cases": cases}, pooling="mean_tokens", shards=3)


def make_clip(root):
    w, text = weights(shapes.clip(CLIP), "F16"), CLIP["text_config"]
    end = text["vocab_size"] - 1
    cases = []
    for ids in texts(text["vocab_size"], text["max_position_embeddings"] - 1, 3):
        cases.append(record(ids + [end], clip.text(ids + [end], wide(w), text, end)))
    size = CLIP["vision_config"]["image_size"]
    pictures = [numbers(clip.picture(pixels(size, n), wide(w), CLIP["vision_config"])) for n in range(5)]
    write(root / "clip", CLIP, w, "F16", {"cases": cases, "pictures": pictures})


def make_siglip(root):
    w, text = weights(shapes.siglip(SIGLIP), "F32"), SIGLIP["text_config"]
    length, recorded = text["max_position_embeddings"], {}
    for padding in (0, 1):
        recorded[f"padded with {padding}"] = [
            record(ids, siglip.text(ids + [padding] * (length - len(ids)), wide(w), text))
            for ids in texts(text["vocab_size"], length, 4)
        ]
    size = SIGLIP["vision_config"]["image_size"]
    pictures = [numbers(siglip.picture(pixels(size, n), wide(w), SIGLIP["vision_config"])) for n in range(5)]
    write(root / "siglip", SIGLIP, w, "F32", recorded | {"pictures": pictures})


def make_qwen3(root):
    w = weights(shapes.qwen3(QWEN3), "BF16")
    cases = [record(ids, qwen3.text(np.array(ids), wide(w), QWEN3)) for ids in texts(QWEN3["vocab_size"], 100, 5)]
    write(root / "qwen3", QWEN3, w, "BF16", {"cases": cases}, pooling="lasttoken")


if __name__ == "__main__":
    for make in (make_bert, make_xlmr, make_clip, make_siglip, make_qwen3):
        make(pathlib.Path(sys.argv[1]))
