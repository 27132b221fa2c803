"""The built-in encoder: the sum of learned vectors of a sentence's distinct tokens, scaled to unit length.

The model folder is a standard sentence-transformers one (token presence, weight per token, one linear layer,
normalisation); this file reads it with numpy, tokenizers and safetensors alone. The linear layer is kept on disk
as int8, its scale per token in the token weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from compare.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NAME = "builtin"
FOLDER = Path(__file__).resolve().parent.parent / "data" / "encoder"
WEIGHTS, LAYER = "model.safetensors", "1_Dense/model.safetensors"
TEXTS_AT_ONCE = 512
SUMS_AT_ONCE = 64

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Builtin:
    """Static token vectors: `codes` (v, d) int8 times `scales` (v,) is each token's weighted vector."""

    name: str
    tokenizer: Tokenizer
    codes: NDArray[np.int8]
    scales: Vectors

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        return int(self.codes.shape[1])

    def rows(self, tokens: NDArray[np.int64]) -> Vectors:
        """Weighted vectors (t, d) of token numbers (t,)."""
        found: Vectors = self.codes[tokens].astype(np.float32)
        found *= self.scales[tokens, None]
        return found

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, d) float32; a text without a single known token gives a row of zeros."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), TEXTS_AT_ONCE):
            part = list(texts[start : start + TEXTS_AT_ONCE])
            vectors[start : start + len(part)] = self._sums(part)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 1e-12)
        return vectors

    def _sums(self, texts: list[str]) -> Vectors:
        """Sum (n, d) of the vectors of each text's distinct tokens."""
        encodings = self.tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        owners, tokens = distinct([encoding.ids for encoding in encodings], len(self.scales))
        sums = np.zeros((len(texts), self.dimension), np.float32)
        for first in range(0, len(texts), SUMS_AT_ONCE):
            low, high = np.searchsorted(owners, (first, first + SUMS_AT_ONCE))
            if low < high:
                own, starts = np.unique(owners[low:high], return_index=True)
                sums[own] = np.add.reduceat(self.rows(tokens[low:high]), starts, axis=0)
        return sums

    def tokens(self, text: str) -> tuple[list[tuple[int, int]], Vectors]:
        """Character offsets of each token of `text` and its weighted vector (t, d), repeats included.

        A vector's length is the token's learned weight; the sum over distinct tokens, scaled, is `encode`.
        """
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        offsets = [trimmed(text, start, end) for start, end in encoding.offsets]
        return offsets, self.rows(np.asarray(encoding.ids, np.int64))


def distinct(ids: list[list[int]], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(text number, token) of every distinct token of each text, in that order; `size` tokens are known."""
    lengths = [len(row) for row in ids]
    flat = np.fromiter((token for row in ids for token in row), np.int64, sum(lengths))
    keys = np.unique(np.repeat(np.arange(len(ids)), lengths) * size + flat)
    return keys // size, keys % size


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without the space that a token took in before its first word."""
    while start < end and text[start].isspace():
        start += 1
    return start, end


def load(folder: Path = FOLDER) -> Builtin:
    """Read the model folder. Raises EncoderError where a file is missing or damaged."""
    from safetensors import safe_open
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        with safe_open(folder / WEIGHTS, "np") as file:
            scales = file.get_tensor("weight")
            name = f"{NAME}-{(file.metadata() or {}).get('fingerprint', 'unnamed')}"
        with safe_open(folder / LAYER, "np") as file:
            codes = file.get_tensor("linear.weight")
    except Exception as error:  # the readers raise OSError, KeyError and bare Exception alike
        raise EncoderError(
            f"the built-in encoder in {folder} cannot be read ({error}): install the package again"
        ) from error
    return Builtin(name, tokenizer, transposed(codes), scales)


def transposed(codes: NDArray[np.int8], block: int = 64) -> NDArray[np.int8]:
    """Rows and columns swapped, copied block by block: several times faster than one strided copy."""
    turned = np.empty(codes.shape[::-1], np.int8)
    for start in range(0, codes.shape[0], block):
        turned[:, start : start + block] = codes[start : start + block].T
    return turned
