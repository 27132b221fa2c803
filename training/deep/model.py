"""The small transformer: its shape, its start from the built-in encoder's vectors, and sentences as its input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from compare.encode.builtin import Builtin
from training.deep.corpus import Sequences

LONGEST = 256


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the transformer; `pieces` is the built-in tokenizer's vocabulary, four special tokens come after it."""

    pieces: int
    layers: int = 4
    width: int = 256
    heads: int = 4

    @property
    def padding(self) -> int:
        """Number of the padding token; CLS, SEP and MASK follow it."""
        return self.pieces

    @property
    def begin(self) -> int:
        """Number of the token that opens a text."""
        return self.pieces + 1

    @property
    def end(self) -> int:
        """Number of the token that closes each sentence."""
        return self.pieces + 2

    @property
    def mask(self) -> int:
        """Number of the token that hides another."""
        return self.pieces + 3


@dataclass(frozen=True, slots=True)
class Padded:
    """One batch: `ids`, `mask` (1 for a real token) and `types` (1 in the second sentence), all (n, t) int64."""

    ids: np.ndarray
    mask: np.ndarray
    types: np.ndarray


def configuration(shape: Shape, device: str = "cpu") -> Any:
    """The transformers configuration of a shape; no dropout: the data is larger than the training."""
    from transformers import BertConfig

    # on a CPU its backward pass is twice as fast as the fused kernel's
    attention: dict[str, Any] = {"attn_implementation": "eager" if device == "cpu" else "sdpa"}
    return BertConfig(
        vocab_size=shape.pieces + 4, hidden_size=shape.width, num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads, intermediate_size=4 * shape.width, max_position_embeddings=LONGEST,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, pad_token_id=shape.padding,
        **attention,
    )  # fmt: skip


def token_start(encoder: Builtin, width: int, seed: int) -> np.ndarray:
    """(pieces + 4, width) float32: the built-in vectors' directions on their main axes, special tokens at random."""
    rows = encoder.codes.astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    size = min(width, rows.shape[1])
    _, axes = np.linalg.eigh(rows.T @ rows)
    found = np.random.default_rng(seed).normal(0, 0.02, (len(rows) + 4, width)).astype(np.float32)
    found[: len(rows), :size] = rows @ axes[:, -size:]
    return found


def fresh(shape: Shape, encoder: Builtin, seed: int, device: str = "cpu") -> Any:
    """A BertModel on `device` whose token vectors start from the built-in encoder's; its start is the same on each."""
    import torch
    from transformers import BertModel

    torch.manual_seed(seed)
    model: Any = BertModel(configuration(shape, device), add_pooling_layer=False)
    with torch.no_grad():
        model.embeddings.word_embeddings.weight.copy_(torch.from_numpy(token_start(encoder, shape.width, seed)))
    return model.to(device)


def freeze_words(model: Any) -> None:
    """Leave the words' vectors as pretraining left them: encoder and pair head then ship one table between them."""
    model.embeddings.word_embeddings.weight.requires_grad_(False)


def padded(shape: Shape, firsts: list[np.ndarray], seconds: list[np.ndarray] | None = None) -> Padded:
    """`[CLS] a [SEP]` or `[CLS] a [SEP] b [SEP]` for every sentence or pair, padded to the longest."""
    others = seconds or [np.zeros(0, np.int64)] * len(firsts)
    extra = 3 if seconds else 2
    sizes = [len(one) + len(other) + extra for one, other in zip(firsts, others, strict=True)]
    ids = np.full((len(firsts), max(sizes)), shape.padding, np.int64)
    types = np.zeros_like(ids)
    for row, (one, other) in enumerate(zip(firsts, others, strict=True)):
        ids[row, 0] = shape.begin
        ids[row, 1 : len(one) + 1] = one
        ids[row, len(one) + 1] = shape.end
        if seconds:
            ids[row, len(one) + 2 : sizes[row] - 1] = other
            ids[row, sizes[row] - 1] = shape.end
            types[row, len(one) + 2 : sizes[row]] = 1
    return Padded(ids, (ids != shape.padding).astype(np.int64), types)


def inputs(model: Any, batch: Padded, types: np.ndarray) -> dict[str, Any]:
    """What a transformer takes, as tensors on the device that it is on."""
    import torch

    given = {"input_ids": batch.ids, "attention_mask": batch.mask, "token_type_ids": types}
    return {name: torch.from_numpy(value).to(model.device) for name, value in given.items()}


def states(model: Any, batch: Padded) -> Any:
    """Token states (n, t, width) of a batch."""
    return model(**inputs(model, batch, batch.types)).last_hidden_state


def pooled(model: Any, batch: Padded) -> Any:
    """Unit sentence vectors (n, width) float32: the mean of the token states."""
    import torch
    from torch.nn.functional import normalize

    mask = torch.from_numpy(batch.mask).to(model.device)[:, :, None]
    return normalize((states(model, batch).float() * mask).sum(1) / mask.sum(1), dim=1)


def embed(model: Any, shape: Shape, sequences: Sequences, rows: np.ndarray, longest: int = 126) -> np.ndarray:
    """Unit vectors (n, width) of the sentences `rows`, without gradients."""
    import torch

    found = np.zeros((len(rows), shape.width), np.float32)
    order = np.argsort(sequences.starts[rows + 1] - sequences.starts[rows], kind="stable")
    with torch.no_grad():
        for start in range(0, len(rows), 256):
            part = order[start : start + 256]
            batch = padded(shape, [sequences.sentence(row, longest) for row in rows[part]])
            found[part] = pooled(model, batch).cpu().numpy()
    return found
