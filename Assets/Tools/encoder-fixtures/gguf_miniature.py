"""Writes a BERT of random weights as GGUF, a few hundred kilobytes, for trying a real embedding server.

Its vectors mean nothing; they are as stable, as long and as normalised as those of a real model, and they come through
a real server's tokenizer, batches and HTTP. Needs `gguf` and `numpy` (requirements-server.txt).

    python gguf_miniature.py miniature.gguf
    python -m llama_cpp.server --model miniature.gguf --embedding true --port 8642 --n_ubatch 512 --n_batch 512
"""

import argparse

import gguf
import numpy

SEED = 20261121
WIDTH, LAYERS, HEADS, INNER, CONTEXT = 64, 2, 4, 128, 512
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = "red blue green mug cup bowl jug shoe shirt wool cotton leather small large with and for of the".split()
SIGNS = list("abcdefghijklmnopqrstuvwxyz0123456789-.,:;!?()'\"&/+")


def vocabulary() -> list[str]:
    """WordPiece as llama.cpp keeps it: the beginning of a word is marked, not its continuation."""
    starts = ["\u2581" + piece for piece in WORDS + SIGNS]
    return SPECIAL + starts + SIGNS[:36]


def tensors(tokens: int) -> dict[str, numpy.ndarray]:
    random = numpy.random.default_rng(SEED)

    def matrix(rows: int, columns: int) -> numpy.ndarray:
        return (random.standard_normal((rows, columns)) * 0.2).astype(numpy.float32)

    def norm(name: str) -> dict[str, numpy.ndarray]:
        return {
            f"{name}.weight": (1 + 0.1 * random.standard_normal(WIDTH)).astype(numpy.float32),
            f"{name}.bias": (0.1 * random.standard_normal(WIDTH)).astype(numpy.float32),
        }

    def linear(name: str, outputs: int, inputs: int) -> dict[str, numpy.ndarray]:
        return {f"{name}.weight": matrix(outputs, inputs), f"{name}.bias": matrix(1, outputs)[0]}

    result = {
        "token_embd.weight": matrix(tokens, WIDTH),
        "token_types.weight": matrix(2, WIDTH),
        "position_embd.weight": matrix(CONTEXT, WIDTH),
        **norm("token_embd_norm"),
    }
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        for part in ["attn_q", "attn_k", "attn_v", "attn_output"]:
            result |= linear(f"{block}.{part}", WIDTH, WIDTH)
        result |= norm(f"{block}.attn_output_norm")
        result |= linear(f"{block}.ffn_up", INNER, WIDTH)
        result |= linear(f"{block}.ffn_down", WIDTH, INNER)
        result |= norm(f"{block}.layer_output_norm")
    return result


def write(path: str) -> None:
    tokens = vocabulary()
    kinds = [gguf.TokenType.CONTROL if token in SPECIAL else gguf.TokenType.NORMAL for token in tokens]
    writer = gguf.GGUFWriter(path, "bert")
    writer.add_name("miniature of random weights")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(INNER)
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_layer_norm_eps(1e-12)
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("bert")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_type_count(2)
    writer.add_pad_token_id(0)
    writer.add_unk_token_id(1)
    writer.add_bos_token_id(2)
    writer.add_eos_token_id(3)
    writer.add_sep_token_id(3)
    writer.add_mask_token_id(4)
    for name, values in tensors(len(tokens)).items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", help="the file to write, such as miniature.gguf")
    write(parser.parse_args().path)
