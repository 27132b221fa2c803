"""The trained table as a sentence-transformers model folder: int8 linear layer, scales in the token weights."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np

NAMESPACE = "sentence_transformers"
MODULES = (
    ("", f"{NAMESPACE}.sparse_encoder.modules.sparse_static_embedding.SparseStaticEmbedding"),
    ("1_Dense", f"{NAMESPACE}.base.modules.dense.Dense"),
    ("2_Normalize", f"{NAMESPACE}.base.modules.normalize.Normalize"),
)
FEATURE = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}


def quantise(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(codes (v, d) int8, scales (v,) float32) with `codes * scales` closest to `rows`."""
    scales = np.abs(rows).max(axis=1) / 127
    codes = np.rint(rows / np.where(scales > 0, scales, 1)[:, None])
    return codes.astype(np.int8), scales.astype(np.float32)


def write(path: Path, content: object) -> None:
    """Write JSON with a final newline."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def export(rows: np.ndarray, tokenizer: str, folder: Path) -> str:
    """Write the model folder from weighted token vectors (v, d) and the tokenizer's JSON; returns its fingerprint.

    Row 0, the unknown piece that also pads, must have no weight: padding would otherwise count as a word.
    """
    from safetensors.numpy import save_file

    codes, scales = quantise(rows)
    scales[0] = 0.0
    fingerprint = hashlib.sha256(codes.tobytes() + scales.tobytes() + tokenizer.encode()).hexdigest()[:8]
    write(
        folder / "modules.json",
        [{"idx": place, "name": str(place), "path": path, "type": kind} for place, (path, kind) in enumerate(MODULES)],
    )
    write(
        folder / "config_sentence_transformers.json",
        {
            "model_type": "SentenceTransformer",
            "prompts": {},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    write(folder / "config.json", {"frozen": False})
    write(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "unk_token": "<unk>",
            "pad_token": "<unk>",
            "model_max_length": 1_000_000,
        },
    )
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    save_file({"weight": scales}, folder / "model.safetensors", {"fingerprint": fingerprint, "format": "pt"})
    layer = {
        "in_features": rows.shape[0],
        "out_features": rows.shape[1],
        "bias": False,
        "activation_function": "torch.nn.modules.linear.Identity",
        **FEATURE,
    }
    write(folder / "1_Dense" / "config.json", layer)
    turned = {"linear.weight": np.ascontiguousarray(codes.T)}
    save_file(turned, folder / "1_Dense" / "model.safetensors", {"format": "pt"})
    write(folder / "2_Normalize" / "config.json", FEATURE)
    for path in (folder / "model.safetensors", folder / "1_Dense" / "model.safetensors"):
        path.chmod(0o644)  # safetensors writes files that only their owner may read
    return fingerprint
