"""Makes whole folders of tiny CLIP, SigLIP and SigLIP 2 models, and records what they must answer to texts and pictures.

    pairs.py Tests/AssayTests/Fixtures/models

Tokenizers are trained here; their numbers are those of transformers' own tokenizers and pictures are prepared by its own
image processors. Weights are random (see `miniatures.py`); vectors come from the forward passes in `reference`, in float64.
"""

import json
import os
import pathlib
import shutil
import sys
import tempfile

import numpy as np
import transformers
from PIL import Image

HERE = pathlib.Path(__file__).parent
sys.path += [str(HERE / "tokenizers"), str(HERE / "pictures")]

import sentencepiece  # noqa: E402
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers  # noqa: E402

import shapes  # noqa: E402
from pattern import pattern  # noqa: E402
from reference import clip, safetensors, siglip  # noqa: E402

# Both folders have a module of that name; this one has the weights, the other the tokenizers.
import importlib.util  # noqa: E402


def module(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


weighing = module("weighing", HERE / "miniatures.py")
training = module("training", HERE / "tokenizers" / "miniatures.py")
strings = module("strings", HERE / "tokenizers" / "strings.py").strings

TEXTS = [
    "red enamel mug", "Women's Waterproof HIKING boots, size 8", "USB-C charger 65W!!", "crème brûlée torch", "café",
    "a", "50% off: 3 for 2 (today)", "line one\nline two\nline three", "  two  spaces  ", "ＦＵＬＬ width",
    "garden hose, 25 m, with a reel and three nozzles for roses, lawns and cars, frost-proof, dark green, by Example",
]  # fmt: skip
PICTURES = [(60, 40), (37, 90), (24, 24), (300, 7)]
MEAN, STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]


def clip_tokenizer():
    return training.clip(), None


def siglip_tokenizer(folder):
    """A SentencePiece model as SigLIP's, and the `tokenizer.json` that transformers' converter would make of it."""
    training.sentences(600, folder, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    path = os.path.join(folder, "model.model")
    with open(path, "rb") as file:
        charsmap = normalizers.Precompiled(training.field(training.field(file.read(), 3), 2))
    processor = sentencepiece.SentencePieceProcessor(model_file=path)
    pieces = range(processor.get_piece_size())
    scores = [(processor.id_to_piece(piece), processor.get_score(piece)) for piece in pieces]
    tokenizer = Tokenizer(models.Unigram(scores, unk_id=2, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [charsmap, normalizers.Strip(left=False, right=True), normalizers.Replace(Regex(" {2,}"), "▁")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.add_special_tokens(["</s>", "<unk>"])
    reference = transformers.SiglipTokenizer(vocab_file=path)
    return training.frame(tokenizer, [], ["</s>"]), reference


def siglip2_tokenizer(folder):
    """Gemma's tokenizer without a beginning, and transformers' own class over it."""
    tokenizer = training.frame(training.gemma(), [], ["<eos>"])
    tokenizer.save(os.path.join(folder, "tokenizer.json"))
    write(folder, "tokenizer_config.json", SIGLIP2_TOKENIZER | {"tokenizer_class": "Siglip2Tokenizer"})
    return tokenizer, transformers.Siglip2Tokenizer.from_pretrained(folder)


CLIP_TOKENIZER = {"tokenizer_class": "CLIPTokenizer", "model_max_length": 21, "pad_token": "<|endoftext|>"}
SIGLIP_TOKENIZER = {
    "tokenizer_class": "SiglipTokenizer", "do_lower_case": True, "model_max_length": 16, "pad_token": "</s>",
    "eos_token": "</s>", "unk_token": "<unk>",
}  # fmt: skip
SIGLIP2_TOKENIZER = {
    "tokenizer_class": "GemmaTokenizer", "model_max_length": 16, "padding_side": "right", "bos_token": "<bos>",
    "pad_token": "<pad>", "eos_token": "<eos>", "unk_token": "<unk>", "add_bos_token": False, "add_eos_token": True,
}  # fmt: skip
CLIP_PICTURES = {
    "image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 32},
    "crop_size": {"height": 32, "width": 32}, "do_center_crop": True, "resample": 3, "image_mean": MEAN,
    "image_std": STD, "do_resize": True, "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True,
}  # fmt: skip
SIGLIP_PICTURES = {
    "image_processor_type": "SiglipImageProcessor", "size": {"height": 24, "width": 24}, "resample": 3,
    "image_mean": [0.5] * 3, "image_std": [0.5] * 3, "do_resize": True, "do_rescale": True,
    "rescale_factor": 1 / 255, "do_normalize": True,
}  # fmt: skip


def write(folder, name, value):
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file, indent=1)
        file.write("\n")


def sized(config, vocabulary):
    """A model's configuration with another vocabulary."""
    return config | {"text_config": config["text_config"] | {"vocab_size": vocabulary}}


def prepared(config, folder):
    """What the image processor makes of each picture."""
    name = config["image_processor_type"] + "Pil"
    processor = getattr(transformers, name).from_dict({k: v for k, v in config.items() if not k.endswith("_type")})
    images = [Image.fromarray(pattern(*size)) for size in PICTURES]
    return [np.asarray(processor(image, return_tensors="np")["pixel_values"][0], np.float64) for image in images]


def record(folder, config, tokenizer, tokenizer_config, pictures, ids, text_vector, picture_vector, tensors, extra=None):
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, "config.json", config)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    write(folder, "tokenizer_config.json", tokenizer_config)
    write(folder, "preprocessor_config.json", pictures)
    safetensors.write(folder / "model.safetensors", tensors, "F16")
    wide = weighing.wide(tensors)
    values = {
        "transformers": transformers.__version__, "numpy": np.__version__, "seed": weighing.SEED,
        "texts": [
            {"text": text, "ids": row, "vector": weighing.numbers(text_vector(row, wide))}
            for text, row in zip(TEXTS, ids)
        ],
        "pictures": [
            {"width": size[0], "height": size[1], "vector": weighing.numbers(picture_vector(pixels, wide))}
            for size, pixels in zip(PICTURES, prepared(pictures, folder))
        ],
    }  # fmt: skip
    (folder / "expected.json").write_text(json.dumps(values | (extra or {})) + "\n")
    print(folder.name, sum(file.stat().st_size for file in folder.iterdir()), "bytes")


def make_clip(root):
    tokenizer = training.clip()
    tokenizer.no_padding()
    config = sized(weighing.CLIP, tokenizer.get_vocab_size())
    end, limit = tokenizer.token_to_id("<|endoftext|>"), config["text_config"]["max_position_embeddings"]
    assert end == config["text_config"]["vocab_size"] - 1, "the end has to be the largest number"
    tokenizer.enable_truncation(limit)
    ids = [tokenizer.encode(text).ids for text in TEXTS]
    tokenizer.no_truncation()
    record(
        root / "clip", config, tokenizer, CLIP_TOKENIZER, CLIP_PICTURES, ids,
        lambda row, w: clip.text(row, w, config["text_config"], end),
        lambda pixels, w: clip.picture(pixels, w, config["vision_config"]),
        weighing.weights(shapes.clip(config), "F16"),
    )  # fmt: skip


def make_siglip(root, name, make, tokenizer_config, padding):
    with tempfile.TemporaryDirectory() as folder:
        tokenizer, reference = make(folder)
        config = sized(weighing.SIGLIP, tokenizer.get_vocab_size())
        length = config["text_config"]["max_position_embeddings"]
        assert reference.pad_token_id == padding
        call = {"padding": "max_length", "truncation": True, "max_length": length}
        ids = [reference(text, padding_side="right", **call)["input_ids"] for text in TEXTS]
        difficult = [reference(text)["input_ids"] for text in strings()]
        record(
            root / name, config, tokenizer, tokenizer_config, SIGLIP_PICTURES, ids,
            lambda row, w: siglip.text(row, w, config["text_config"]),
            lambda pixels, w: siglip.picture(pixels, w, config["vision_config"]),
            weighing.weights(shapes.siglip(config), "F16"), {"difficult": difficult},
        )  # fmt: skip


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    make_clip(root)
    make_siglip(root, "siglip", siglip_tokenizer, SIGLIP_TOKENIZER, 1)
    make_siglip(root, "siglip2", siglip2_tokenizer, SIGLIP2_TOKENIZER, 0)
