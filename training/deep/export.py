"""The trained encoder as a sentence-transformers folder, with ONNX graphs that use the same weights file.

`model.safetensors` holds the encoder, words in int8 and the rest in fp16; `model.onnx` names offsets in it, so that the
weights are there once, and so does `pair.onnx`, which adds the pair head to them.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.graph import Graph, Place, classify, pool, trunk
from training.deep.model import SPECIALS, WORDS
from training.encoder.export import FEATURE, write

LONGEST = 128
MOST_BYTES = 40_000_000
WEIGHTS = "model.safetensors"
BESIDE_WORDS = ("embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight")
FARTHEST = 6.0
MODULES = (
    ("", "sentence_transformers.base.modules.transformer.Transformer"),
    ("1_Pooling", "sentence_transformers.sentence_transformer.modules.pooling.Pooling"),
    ("2_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
)


def special_tokenizer(builtin_json: str) -> str:
    """The built-in tokenizer's JSON with PAD, CLS and SEP after its last piece and `[CLS] a [SEP] b [SEP]`."""
    from tokenizers import Tokenizer
    from tokenizers.processors import TemplateProcessing

    tokenizer = Tokenizer.from_str(builtin_json)
    tokenizer.add_special_tokens(list(SPECIALS))
    named = [(name, tokenizer.token_to_id(name)) for name in SPECIALS[1:]]
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=named
    )
    return json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":"))


def stored(encoder: Any, head: Any) -> dict[str, np.ndarray]:
    """Weights as they are kept; those of the pair head, if there is one, have names that begin with `head.`.

    Words are int8 multiples of one step, places and types are divided by that step: the sum of the three is normalised
    at once, which takes the step out again, so that any reader of BERT weights needs to know nothing of it. The step
    reaches to six standard deviations; what is beyond is cut.
    """
    given = dict(encoder.state_dict()) | {f"head.{name}": value for name, value in _state(head).items()}
    weights = {
        name: value.detach().float().cpu().numpy()
        for name, value in given.items()
        if not name.startswith("pooler.") and not name.endswith("position_ids")
    }
    words = weights.pop(WORDS)
    step = np.float32(FARTHEST * words.std() / 127)
    for name in (*BESIDE_WORDS, "head.types.weight"):
        if name in weights:
            weights[name] = weights[name] / step
    halves = {name: np.ascontiguousarray(value.astype(np.float16)) for name, value in weights.items()}
    return {**halves, WORDS: np.clip(np.rint(words / step), -127, 127).astype(np.int8)}


def _state(head: Any) -> dict[str, Any]:
    return {} if head is None else dict(head.state_dict())


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
    special = dict(zip(("pad_token", "cls_token", "sep_token"), SPECIALS, strict=True))
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


def export(encoder: Any, head: Any, tokenizer: str, folder: Path, texts: Mapping[str, str]) -> str:
    """Write the model folder; returns the encoder's fingerprint, eight hex digits.

    `encoder` is a BertModel, `head` its pair head or None, `tokenizer` the JSON of `special_tokenizer`,
    `texts` what stands beside the weights (card, licence), by file name. Figures of other weights are removed. Raises
    ValueError where 40 MB are too few.
    """
    from safetensors.numpy import save_file

    weights = stored(encoder, head)
    own = {name: value for name, value in weights.items() if not name.startswith("head.")}
    fingerprint = fingerprint_of(own, tokenizer)
    folder.mkdir(parents=True, exist_ok=True)
    write_settings(encoder.config, folder)
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "figures.json").unlink(missing_ok=True)
    save_file(own, folder / WEIGHTS, {"format": "pt"})  # one entry: several would come in any order
    (folder / WEIGHTS).chmod(0o644)  # safetensors writes files that only their owner may read
    places = places_in(folder / WEIGHTS)
    graph = Graph(own, places, ("input_ids", "attention_mask"))
    states = trunk(graph, encoder.config)
    width = encoder.config.hidden_size
    results = {
        "sentence_embedding": (pool(graph, states), ("n", width)),
        "token_embeddings": (states, ("n", "t", width)),
    }
    graph.save(folder / "model.onnx", results, f"deep-{fingerprint}")
    (folder / "pair.onnx").unlink(missing_ok=True)
    if head is not None:
        graph = Graph(weights, places, ("input_ids", "attention_mask", "token_type_ids"))
        logits = classify(graph, trunk(graph, encoder.config, "head.types.weight"))
        name = f"pair-{fingerprint_of(weights, tokenizer)}"
        graph.save(folder / "pair.onnx", {"logits": (logits, ("n", head["out"].out_features))}, name)
    if (size := folder_size(folder)) > MOST_BYTES:
        raise ValueError(f"{folder.name} has {size} bytes, more than {MOST_BYTES}: train a smaller model")
    return fingerprint


def folder_size(folder: Path) -> int:
    """Bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
