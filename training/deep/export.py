"""The trained encoder as a sentence-transformers folder, with ONNX graphs that use the same weights file.

`model.safetensors` holds the encoder in fp16; `model.onnx` names offsets in it, so that the weights are there once.
The pair head comes as `pair.onnx` only: a second folder of its own would double the token vectors and pass 40 MB.
Neither training moves those (`freeze_words`), so its graph takes them from the encoder's `model.safetensors`.
"""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.graph import Graph, Place, classify, pool, trunk
from training.encoder.export import FEATURE, write

SPECIALS = ("[PAD]", "[CLS]", "[SEP]", "[MASK]")
LONGEST = 128
MOST_BYTES = 40_000_000
WEIGHTS, WORDS = "model.safetensors", "embeddings.word_embeddings.weight"
MODULES = (
    ("", "sentence_transformers.base.modules.transformer.Transformer"),
    ("1_Pooling", "sentence_transformers.sentence_transformer.modules.pooling.Pooling"),
    ("2_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
)


def special_tokenizer(builtin_json: str) -> str:
    """The built-in tokenizer's JSON with PAD, CLS, SEP and MASK after its last piece and `[CLS] a [SEP] b [SEP]`."""
    from tokenizers import Tokenizer
    from tokenizers.processors import TemplateProcessing

    tokenizer = Tokenizer.from_str(builtin_json)
    tokenizer.add_special_tokens(list(SPECIALS))
    named = [(name, tokenizer.token_to_id(name)) for name in SPECIALS[1:3]]
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=named
    )
    return json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":"))


def halves(model: Any) -> dict[str, np.ndarray]:
    """Every weight of a torch model as float16."""
    return {
        name: np.ascontiguousarray(value.detach().float().cpu().numpy().astype(np.float16))
        for name, value in model.state_dict().items()
        if not name.startswith("pooler.") and not name.endswith("position_ids")
    }


def fingerprint_of(weights: dict[str, np.ndarray], tokenizer: str) -> str:
    """Eight hex digits of the weights and the tokenizer."""
    summed = hashlib.sha256(tokenizer.encode())
    for name in sorted(weights):
        summed.update(name.encode() + weights[name].tobytes())
    return summed.hexdigest()[:8]


def places_in(path: Path) -> dict[str, Place]:
    """Where in a safetensors file each tensor lies."""
    with path.open("rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        header: dict[str, Any] = json.loads(file.read(size))
    start = 8 + size
    return {
        name: Place(path.name, start + entry["data_offsets"][0], entry["data_offsets"][1] - entry["data_offsets"][0])
        for name, entry in header.items()
        if name != "__metadata__"
    }


def write_settings(config: Any, folder: Path) -> None:
    """The JSON files around the weights, in the forms that sentence-transformers 6 reads."""
    shape = {**json.loads(config.to_json_string(use_diff=False)), "architectures": ["BertModel"], "dtype": "float32"}
    transformer = {
        "transformer_task": "feature-extraction",
        "modality_config": {"text": {"method": "forward", "method_output_name": "last_hidden_state"}},
        "module_output_name": "token_embeddings",
        "model_kwargs": {"add_pooling_layer": False},
    }
    pooling = {"embedding_dimension": config.hidden_size, "pooling_mode": "mean", "include_prompt": True}
    special = dict(zip(("pad_token", "cls_token", "sep_token", "mask_token"), SPECIALS, strict=True))
    modules = [{"idx": at, "name": str(at), "path": path, "type": kind} for at, (path, kind) in enumerate(MODULES)]
    general: dict[str, object] = {"model_type": "SentenceTransformer", "prompts": {}, "default_prompt_name": None}
    write(folder / "config.json", shape)
    write(folder / "sentence_bert_config.json", transformer)
    write(folder / "1_Pooling" / "config.json", pooling)
    write(folder / "2_Normalize" / "config.json", FEATURE)
    write(folder / "modules.json", modules)
    write(folder / "config_sentence_transformers.json", {**general, "similarity_fn_name": "cosine"})
    write(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": LONGEST,
            "unk_token": "<unk>",
            **special,
            "split_special_tokens": True,  # "[SEP]" in an article is a word, not a command
        },
    )


def export(encoder: Any, pair: Any, tokenizer: str, folder: Path, card: str) -> str:
    """Write the model folder; returns the encoder's fingerprint, eight hex digits.

    `encoder` is a BertModel, `pair` a BertForSequenceClassification of the same width and vocabulary or None,
    `tokenizer` the JSON of `special_tokenizer`, `card` the README. Raises ValueError where the two differ in their
    token vectors, before anything is written, and where 40 MB are too few.
    """
    from safetensors.numpy import save_file

    weights, paired = halves(encoder), {} if pair is None else halves(pair)
    if paired and not np.array_equal(paired["bert." + WORDS], weights[WORDS]):
        raise ValueError("the pair head's token vectors are not the encoder's: both are trained with theirs frozen")
    fingerprint = fingerprint_of(weights, tokenizer)
    folder.mkdir(parents=True, exist_ok=True)
    write_settings(encoder.config, folder)
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    (folder / "README.md").write_text(card, encoding="utf-8")
    save_file(weights, folder / WEIGHTS, {"format": "pt"})  # one entry: several would come in any order
    (folder / WEIGHTS).chmod(0o644)  # safetensors writes files that only their owner may read
    graph = Graph(weights, places_in(folder / WEIGHTS), ("input_ids", "attention_mask"))
    pool(graph, trunk(graph, encoder.config, ""))
    graph.save(folder / "model.onnx", "sentence_embedding", encoder.config.hidden_size, f"deep-{fingerprint}")
    (folder / "pair.onnx").unlink(missing_ok=True)
    if pair is not None:
        export_pair(pair.config, paired, tokenizer, folder)
    if (size := folder_size(folder)) > MOST_BYTES:
        raise ValueError(f"{folder.name} has {size} bytes, more than {MOST_BYTES}: train a smaller model")
    return fingerprint


def folder_size(folder: Path) -> int:
    """Bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def export_pair(config: Any, weights: dict[str, np.ndarray], tokenizer: str, folder: Path) -> None:
    """Write `pair.onnx` beside an encoder that has the same token vectors."""
    shared = {"bert." + WORDS: places_in(folder / WEIGHTS)[WORDS]}
    graph = Graph(weights, shared, ("input_ids", "attention_mask", "token_type_ids"))
    classify(graph, trunk(graph, config, "bert."))
    graph.save(folder / "pair.onnx", "logits", config.num_labels, f"pair-{fingerprint_of(weights, tokenizer)}")
