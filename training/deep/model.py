"""The transformer: an English one's layers over our own pieces' vectors, and sentences as its input.

A piece begins as the mean of the English word pieces that translate it, as in WECHSEL (Minixhofer et al. 2022), but by
alignment of translations instead of aligned word vectors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.deep.corpus import Sequences

LONGEST = 256
SELDOM = 3
SPECIALS = ("[PAD]", "[CLS]", "[SEP]")
WORDS = "embeddings.word_embeddings.weight"
UNLIKE = ("architectures", "_name_or_path", "dtype", "transformers_version", "gradient_checkpointing")


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the transformer; `pieces` is the built-in tokenizer's vocabulary, three special tokens come after it.

    `borrowed` are the English tokenizer's numbers of the tokens that open and close a text.
    """

    pieces: int
    width: int
    borrowed: tuple[int, int]

    @property
    def padding(self) -> int:
        """Number of the padding token; CLS and SEP follow it."""
        return self.pieces

    @property
    def begin(self) -> int:
        """Number of the token that opens a text."""
        return self.pieces + 1

    @property
    def end(self) -> int:
        """Number of the token that closes each sentence."""
        return self.pieces + 2


@dataclass(frozen=True, slots=True)
class Padded:
    """One batch: `ids`, `mask` (1 for a real token) and `types` (1 in the second sentence), all (n, t) int64."""

    ids: np.ndarray
    mask: np.ndarray
    types: np.ndarray


def configuration(english: Any, shape: Shape, device: str = "cpu") -> Any:
    """The transformers configuration of a shape, else the English one's; no dropout: the data outlasts the training."""
    from transformers import BertConfig

    options = english.to_dict() | {
        "vocab_size": shape.pieces + len(SPECIALS), "max_position_embeddings": LONGEST, "pad_token_id": shape.padding,
        "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0,
    }  # fmt: skip
    config = BertConfig(**{name: value for name, value in options.items() if name not in UNLIKE})
    # on a CPU its backward pass is twice as fast as the fused kernel's
    config._attn_implementation = "eager" if device == "cpu" else "sdpa"
    return config


def word_start(own: np.ndarray, words: np.ndarray, table: Any, counts: np.ndarray) -> np.ndarray:
    """(v, d) vectors that our pieces begin with: what translates a piece, the more the oftener it was seen translated.

    `own` (v, d) are the vectors of the pieces' spelling, `words` (w, d) those of the English pieces, `table` (v, w) is
    `translation_table`'s, `counts` (v,) tells in how many texts a piece was.
    """
    known = np.asarray(table.sum(1)).ravel() > 0
    trust = (known * counts / (counts + SELDOM))[:, None]
    return np.asarray(trust * (table @ words) + (1 - trust) * own, np.float32)


def begun(english: Any, shape: Shape, start: np.ndarray, device: str = "cpu") -> Any:
    """A BertModel on `device`: the layers of the English transformer `english` over our pieces' vectors `start`."""
    import torch
    from transformers import BertModel

    model: Any = BertModel(configuration(english.config, shape, device), add_pooling_layer=False)
    weights = english.state_dict()
    words = weights[WORDS]
    places = "embeddings.position_embeddings.weight"
    special = [words[english.config.pad_token_id], *(words[number] for number in shape.borrowed)]
    weights[WORDS] = torch.cat([torch.from_numpy(start), torch.stack(special)])
    weights[places] = weights[places][:LONGEST]
    model.load_state_dict(weights)
    return model.to(device)


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


def inputs(model: Any, batch: Padded) -> dict[str, Any]:
    """What a transformer takes, as tensors on the device that it is on."""
    import torch

    given = {"input_ids": batch.ids, "attention_mask": batch.mask}
    return {name: torch.from_numpy(value).to(model.device) for name, value in given.items()}


def states(model: Any, batch: Padded) -> Any:
    """Token states (n, t, width) of a batch of single sentences."""
    return model(**inputs(model, batch)).last_hidden_state


def pooled(model: Any, batch: Padded) -> Any:
    """Unit sentence vectors (n, width) float32: the mean of the token states."""
    return mean_of(states(model, batch), batch)


def mean_of(found: Any, batch: Padded) -> Any:
    """The same from the token states (n, t, width) found."""
    import torch
    from torch.nn.functional import normalize

    mask = torch.from_numpy(batch.mask).to(found.device)[:, :, None]
    return normalize((found.float() * mask).sum(1) / mask.sum(1), dim=1)


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
