"""Miniature tokenizers, each put together like those of a family of models."""

import os
import tempfile

import sentencepiece
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

from strings import corpus, phrases

QWEN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
CLIP = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
BYTES = [f"<0x{byte:02X}>" for byte in range(256)]


def train(tokenizer, trainer):
    tokenizer.train_from_iterator(corpus(), trainer)
    return tokenizer


def frame(tokenizer, before, after):
    """A template with some special tokens around the text."""
    tokens = before + after
    tokenizer.post_processor = processors.TemplateProcessing(
        single=" ".join(before + ["$A"] + after),
        pair=" ".join(before + ["$A", "$B"] + after),
        special_tokens=[(token, tokenizer.token_to_id(token)) for token in dict.fromkeys(tokens)],
    )
    return tokenizer


def bert():
    """WordPiece with everything BERT's normalizer does, a token that must stand alone, and misleading padding."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    train(tokenizer, trainers.WordPieceTrainer(vocab_size=1000, limit_alphabet=250, special_tokens=special, show_progress=False))
    tokenizer.add_tokens([AddedToken("Brand", single_word=True)])
    tokenizer.enable_padding(length=128, pad_id=0, pad_token="[PAD]")
    tokenizer.enable_truncation(128)
    return frame(tokenizer, ["[CLS]"], ["[SEP]"])


def clip():
    """Byte-level BPE with `</w>` at the ends of words."""
    tokenizer = Tokenizer(models.BPE(unk_token="<|endoftext|>", continuing_subword_prefix="", end_of_word_suffix="</w>"))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(CLIP), "removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=1100, end_of_word_suffix="</w>", initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    train(tokenizer, trainer)
    tokenizer.add_special_tokens(
        [AddedToken("<|startoftext|>", normalized=True, special=True), AddedToken("<|endoftext|>", special=True)]
    )
    ids = {token: tokenizer.token_to_id(token) for token in ["<|startoftext|>", "<|endoftext|>"]}
    tokenizer.post_processor = processors.RobertaProcessing(
        ("<|endoftext|>", ids["<|endoftext|>"]), ("<|startoftext|>", ids["<|startoftext|>"]), add_prefix_space=False
    )
    # As in CLIP, the unknown token is part of the model itself.
    return with_vocabulary(tokenizer, ids)


def qwen():
    """Byte-level BPE behind Qwen's expression, which takes a whole piece where it is a token."""
    tokenizer = Tokenizer(models.BPE(ignore_merges=True))
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(QWEN), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    train(tokenizer, trainers.BpeTrainer(vocab_size=900, initial_alphabet=alphabet, show_progress=False))
    tokenizer.add_special_tokens(["<|endoftext|>", "<|im_start|>"])
    # Pieces that no rule makes.
    tokenizer = with_vocabulary(tokenizer, {"waterproof": 902, "Ġwaterproof": 903})
    return frame(tokenizer, [], ["<|endoftext|>"])


def roberta():
    """GPT-2's words with a space before the first, and a mask that swallows the white space before it."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    trainer = trainers.BpeTrainer(
        vocab_size=700,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    train(tokenizer, trainer)
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
    tokenizer.add_tokens([AddedToken("brand", rstrip=True, single_word=True, normalized=False)])
    tokenizer.post_processor = processors.RobertaProcessing(
        ("</s>", tokenizer.token_to_id("</s>")), ("<s>", tokenizer.token_to_id("<s>"))
    )
    return tokenizer


def sentences(vocabulary, folder, **options):
    """A SentencePiece unigram model with a small character map of its own; the whole one has 300 kB."""
    text, rules, prefix = (os.path.join(folder, name) for name in ("corpus.txt", "rules.tsv", "model"))
    with open(text, "w") as file:
        file.write("\n".join(" ".join(string.split()) for string in phrases() if string.strip()))
    pairs = {"ﬁ": "fi", "ﬂ": "fl", "①": "1", "②": "2", "㎏": "kg", "\u00a0": " ", "\u3000": " ", "\u2028": " ", "\t": " "}
    pairs |= {"\n": " ", "\r": " ", "\u00ad": "", "\u200b": " ", "\x07": "", "e\u0301": "é", "a\u0300": "à", "½": "1/2"}
    pairs |= {chr(0xFEE0 + code): chr(code) for code in range(33, 127)}
    pairs |= {"a\u0301": "á", "\u212b": "Å", "\u0323": "", "हि": "ह", "👍🏽": "👍", "\r\n": " "}
    with open(rules, "w") as file:
        for source, target in sorted(pairs.items()):
            hexes = [" ".join(f"{ord(character):X}" for character in side) for side in (source, target)]
            file.write("\t".join(hexes) + "\n")
    sentencepiece.SentencePieceTrainer.train(
        input=text, model_prefix=prefix, vocab_size=vocabulary, model_type="unigram", character_coverage=0.98,
        normalization_rule_tsv=rules, minloglevel=2, num_threads=1, hard_vocab_limit=False, **options,
    )  # fmt: skip
    with open(prefix + ".model", "rb") as file:
        charsmap = field(field(file.read(), 3), 2)
    processor = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
    scores = [(processor.id_to_piece(id), processor.get_score(id)) for id in range(processor.get_piece_size())]
    return scores, processor.unk_id(), normalizers.Precompiled(charsmap)


def field(message, number):
    """The last length-delimited field of that number in a protocol buffer."""
    position, found = 0, None

    def varint():
        nonlocal position
        value = shift = 0
        while True:
            byte = message[position]
            position += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while position < len(message):
        key = varint()
        if key & 7 == 0:
            varint()
            continue
        length = {1: 8, 5: 4}.get(key & 7) or varint()
        if key >> 3 == number:
            found = message[position : position + length]
        position += length
    return found


def xlmr():
    """Unigram behind a compiled character map, as XLM-R, multilingual E5 and BGE-M3 have it."""
    with tempfile.TemporaryDirectory() as folder:
        scores, unknown, charsmap = sentences(600, folder)
    tokenizer = Tokenizer(models.Unigram(scores, unk_id=unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([charsmap, normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    tokenizer.add_special_tokens(["<s>", "</s>", AddedToken("<mask>", lstrip=True, special=True)])
    return frame(tokenizer, ["<s>"], ["</s>"])


def t5():
    """Unigram that spells unknown characters in bytes, behind the normalizers of ALBERT and SigLIP."""
    with tempfile.TemporaryDirectory() as folder:
        scores, unknown, charsmap = sentences(700, folder, byte_fallback=True)
    tokenizer = Tokenizer(models.Unigram(scores, unk_id=unknown, byte_fallback=True))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace("``", '"'),
            normalizers.Replace(Regex("[!#%@?]"), ""),
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            charsmap,
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first")
    tokenizer.add_special_tokens(["</s>"])
    tokenizer.add_tokens([AddedToken("Brand", normalized=True)])
    return frame(tokenizer, [], ["</s>"])


def gemma():
    """BPE over whole texts whose unknown characters are spelled in bytes, as SigLIP 2 has it."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    special = ["<pad>", "<eos>", "<bos>", "<unk>", "\n\n", "▁▁", "▁▁▁"] + BYTES
    trainer = trainers.BpeTrainer(
        vocab_size=1000, special_tokens=special, limit_alphabet=120, show_progress=False, max_token_length=12
    )
    train(tokenizer, trainer)
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    tokenizer = without_added(tokenizer, BYTES)
    return frame(tokenizer, ["<bos>"], ["<eos>"])


def llama():
    """The same kind of BPE with a mark before every text, as the first tokenizers of Llama and Mistral have it."""
    tokenizer = gemma()
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.pre_tokenizer = None
    return frame(tokenizer, ["<bos>"], [])


def llama_first():
    """The same with a mark before the text's first word only."""
    tokenizer = gemma()
    tokenizer.normalizer = None
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=False)
    return frame(tokenizer, ["<bos>"], [])


def changed(tokenizer, change):
    """The tokenizer whose file is changed by a function."""
    import json

    file = json.loads(tokenizer.to_str())
    change(file)
    return Tokenizer.from_str(json.dumps(file))


def with_vocabulary(tokenizer, tokens):
    """The tokenizer with more tokens in its model."""
    return changed(tokenizer, lambda file: file["model"]["vocab"].update(tokens))


def without_added(tokenizer, tokens):
    """The tokenizer that no longer looks for some tokens in the text itself."""
    kept = lambda file: [token for token in file["added_tokens"] if token["content"] not in tokens]
    return changed(tokenizer, lambda file: file.update(added_tokens=kept(file)))


ALL = {
    "bert": bert,
    "clip": clip,
    "gemma": gemma,
    "llama": llama,
    "llama-first": llama_first,
    "qwen": qwen,
    "roberta": roberta,
    "t5": t5,
    "xlmr": xlmr,
}
