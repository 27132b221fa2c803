"""The English sentence encoder that the training starts from and learns from: a BERT in a sentence-transformers folder.

Its transformer is taken over; its vectors of English sentences are what the translations of these have to give
(multilingual distillation, Reimers and Gurevych 2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.model import Shape

BATCH = 64
LONGEST = 128


@dataclass(frozen=True, slots=True)
class English:
    """A model `folder`, its transformer's configuration and its word pieces' `tokenizer` (no padding, no cutting)."""

    folder: Path
    config: Any
    tokenizer: Any


def open_english(folder: Path) -> English:
    """Read a folder without its weights. Raises ValueError where its transformer is no BERT."""
    from tokenizers import Tokenizer
    from transformers import AutoConfig

    config = AutoConfig.from_pretrained(folder, local_files_only=True)
    if config.model_type != "bert":
        raise ValueError(f"{folder} holds a {config.model_type} model: the training takes over a BERT")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return English(folder, config, tokenizer)


def shape_of(english: English, pieces: int) -> Shape:
    """The shape of a model with this many pieces of ours."""
    opening, closing = (english.tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
    return Shape(pieces, english.config.hidden_size, (opening, closing))


def transformer_of(english: English) -> Any:
    """A fresh copy of the BertModel, float32."""
    from transformers import BertModel

    return BertModel.from_pretrained(english.folder, add_pooling_layer=False, local_files_only=True)


def pieces_of(english: English, texts: list[str]) -> list[np.ndarray]:
    """Word pieces (t,) of each text, without the special ones."""
    codes = english.tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    return [np.asarray(one.ids, np.int64) for one in codes]


def vectors_of(english: English, texts: list[str]) -> np.ndarray:
    """Unit vectors (n, d) float16 of English texts."""
    import torch
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(english.folder), device="cpu", local_files_only=True)
    model.max_seq_length = LONGEST
    model = model.to(torch.bfloat16)
    found = model.encode(texts, batch_size=BATCH, convert_to_tensor=True, normalize_embeddings=True)
    return np.asarray(found.float().numpy().astype(np.float16))


def own_start(english: English, words: Any, pieces: list[str]) -> np.ndarray:
    """(n, d) the mean of the word pieces' vectors that spell each piece of ours; `words` (w, d) are those vectors.

    Piece names are the built-in tokenizer's: ▁ for a space before or inside a piece.
    """
    found = np.zeros((len(pieces), words.shape[1]), np.float32)
    spelled = pieces_of(english, [piece.replace("▁", " ").strip() for piece in pieces])
    for row, (piece, parts) in enumerate(zip(pieces, spelled, strict=True)):
        inner = None if piece.startswith("▁") else english.tokenizer.token_to_id("##" + piece)
        chosen = parts if inner is None else [inner]
        if len(chosen):
            found[row] = words[chosen].mean(0)
    return found
