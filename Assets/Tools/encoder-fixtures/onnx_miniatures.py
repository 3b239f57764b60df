"""Makes tiny ONNX models as exporters write them, right and wrong, and records what the right ones must answer.

    onnx_miniatures.py Tests/OpenVINOBackendTests/Fixtures/onnx
"""

import json
import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from miniatures import SEED, numbers, pixels, record, texts

WIDTH, VOCABULARY, OPSET = 12, 50, 17
INT, FLOAT = TensorProto.INT64, TensorProto.FLOAT


def tensor(name, shape, seed, scale=1.0):
    values = np.random.default_rng([SEED, seed]).standard_normal(shape) * scale
    return numpy_helper.from_array(values.astype(np.float32), name)


def whole(name, values):
    return numpy_helper.from_array(np.array(values, np.int64), name)


def model(nodes, inputs, outputs, constants):
    graph = helper.make_graph(nodes, "miniature", inputs, outputs, constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(made)
    return made


def port(name, shape, kind=FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


TEXT_INPUTS = [port(name, ["batch", "length"], INT) for name in ("input_ids", "attention_mask", "token_type_ids")]
TEXT_CONSTANTS = [
    tensor("embeddings", (VOCABULARY, WIDTH), 1),
    tensor("types", (2, WIDTH), 2),
    tensor("kernel", (WIDTH, WIDTH), 3, 0.4),
    whole("axis1", [1]),
    whole("axis2", [2]),
]


def text_nodes():
    """Each token's vector depends on all that the mask shows, so that a wrong mask changes everything."""
    node = helper.make_node
    return [
        node("Gather", ["embeddings", "input_ids"], ["words"]),
        node("Gather", ["types", "token_type_ids"], ["kinds"]),
        node("Add", ["words", "kinds"], ["tokens"]),
        node("Cast", ["attention_mask"], ["shown"], to=FLOAT),
        node("Unsqueeze", ["shown", "axis2"], ["column"]),
        node("Mul", ["tokens", "column"], ["visible"]),
        node("ReduceSum", ["visible", "axis1"], ["sum"], keepdims=1),
        node("ReduceSum", ["column", "axis1"], ["count"], keepdims=1),
        node("Div", ["sum", "count"], ["context"]),
        node("Add", ["tokens", "context"], ["mixed"]),
        node("MatMul", ["mixed", "kernel"], ["inner"]),
        node("Tanh", ["inner"], ["last_hidden_state"]),
        node("ReduceMax", ["last_hidden_state"], ["pooler_output"], axes=[1], keepdims=0),
    ]


def text_reference(ids):
    constants = {c.name: numpy_helper.to_array(c).astype(np.float64) for c in TEXT_CONSTANTS}
    tokens = constants["embeddings"][ids] + constants["types"][0]
    return np.tanh((tokens + tokens.mean(axis=0)) @ constants["kernel"])


STATES = port("last_hidden_state", ["batch", "length", WIDTH])
POOLED = port("pooler_output", ["batch", WIDTH])


def picture_model(size):
    node = helper.make_node
    constants = [tensor("filters", (WIDTH, 3, 4, 4), 4, 0.3)]
    nodes = [
        node("Conv", ["pixel_values", "filters"], ["squares"], strides=[4, 4]),
        node("Tanh", ["squares"], ["bent"]),
        node("GlobalAveragePool", ["bent"], ["mean"]),
        node("Flatten", ["mean"], ["image_embeds"]),
    ]
    outputs = [port("squares", ["batch", WIDTH, "rows", "columns"]), port("image_embeds", ["batch", WIDTH])]
    return model(nodes, [port("pixel_values", ["batch", 3, size, size])], outputs, constants), constants[0]


def picture_reference(picture, filters):
    kernel = numpy_helper.to_array(filters).astype(np.float64)
    side = picture.shape[1] // 4
    squares = picture.reshape(3, side, 4, side, 4).transpose(1, 3, 0, 2, 4).reshape(-1, 48)
    return np.tanh(squares @ kernel.reshape(WIDTH, -1).T).mean(axis=0)


def pair_model(size):
    """Both towers in one graph, with what contrastive exports have besides: how alike each text and picture are."""
    node = helper.make_node
    picture, _ = picture_model(size)
    nodes = text_nodes()[:-1] + [
        node("Mul", ["last_hidden_state", "column"], ["shown_states"]),
        node("ReduceSum", ["shown_states", "axis1"], ["states_sum"], keepdims=0),
        node("Squeeze", ["count", "axis1"], ["states_count"]),
        node("Div", ["states_sum", "states_count"], ["text_embeds"]),
    ]
    nodes += list(picture.graph.node)
    nodes += [
        node("Transpose", ["image_embeds"], ["turned"], perm=[1, 0]),
        node("MatMul", ["text_embeds", "turned"], ["logits_per_text"]),
    ]
    outputs = [
        port("logits_per_text", ["texts", "pictures"]), port("text_embeds", ["texts", WIDTH]),
        port("image_embeds", ["pictures", WIDTH]),
    ]  # fmt: skip
    sides = ["rows", "columns"]
    inputs = TEXT_INPUTS[:1] + [port("pixel_values", ["pictures", 3, *sides])] + TEXT_INPUTS[1:]
    return model(nodes, inputs, outputs, TEXT_CONSTANTS + list(picture.graph.initializer))


def main(root):
    root.mkdir(parents=True, exist_ok=True)
    states = [(ids, text_reference(ids)) for ids in texts(VOCABULARY, 30, 6)]
    expected = {
        "mean": [record(ids, s.mean(axis=0)) for ids, s in states],
        "first": [record(ids, s[0]) for ids, s in states],
        "last": [record(ids, s[-1]) for ids, s in states],
        "largest": [record(ids, s.max(axis=0)) for ids, s in states],
    }
    plain = model(text_nodes(), TEXT_INPUTS, [STATES, POOLED], TEXT_CONSTANTS)
    onnx.save(plain, root / "text.onnx")

    onnx.save_model(
        plain, root / "external.onnx", save_as_external_data=True, location="external.onnx_data", size_threshold=64
    )

    nodes = text_nodes()[:-1] + [helper.make_node("ReduceMax", ["last_hidden_state"], ["sentence_embedding"], axes=[1], keepdims=0)]
    sentence = port("sentence_embedding", ["batch", WIDTH])
    onnx.save(model(nodes, TEXT_INPUTS, [STATES, sentence], TEXT_CONSTANTS), root / "sentence.onnx")

    unclear = text_nodes() + [helper.make_node("Neg", ["pooler_output"], ["opposite"])]
    onnx.save(
        model(unclear, TEXT_INPUTS, [port("opposite", ["batch", WIDTH]), POOLED], TEXT_CONSTANTS), root / "unclear.onnx"
    )

    cached = text_nodes() + [helper.make_node("Identity", ["past_key_values.0.key"], ["present.0.key"])]
    past, present = port("past_key_values.0.key", ["batch", 2, "past", 4]), port("present.0.key", ["batch", 2, "past", 4])
    onnx.save(model(cached, TEXT_INPUTS + [past], [STATES, present], TEXT_CONSTANTS), root / "cached.onnx")

    size = 16
    picture, filters = picture_model(size)
    onnx.save(picture, root / "picture.onnx")
    onnx.save(pair_model(size), root / "pair.onnx")
    expected["pictures"] = [numbers(picture_reference(pixels(size, n), filters)) for n in range(5)]
    (root / "expected.json").write_text(json.dumps({"onnx": onnx.__version__, "numpy": np.__version__} | expected) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
