"""The built-in encoder: the sum of learned vectors of a sentence's distinct tokens, scaled to unit length.

The model folder is a standard sentence-transformers one (token presence, weight per token, one linear layer,
normalisation); this file reads it with numpy, tokenizers and safetensors alone. The linear layer is kept on disk
as int8, its scale per token in the token weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
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
            encodings = self.tokenizer.encode_batch_fast(part, add_special_tokens=False)
            for row, encoding in enumerate(encodings, start):
                vectors[row] = self._sum(encoding.ids)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 1e-12)
        return vectors

    def _sum(self, ids: list[int]) -> Vectors:
        """Sum (d,) of the vectors of the distinct tokens, in the order of their numbers: the same bytes everywhere."""
        summed: Vectors = self.rows(np.asarray(sorted(set(ids)), np.int64)).sum(axis=0)
        return summed

    def tokens(self, text: str) -> tuple[list[tuple[int, int]], Vectors]:
        """Character offsets of each token of `text` and its weighted vector (t, d), repeats included.

        A vector's length is the token's learned weight; the sum over distinct tokens, scaled, is `encode`.
        """
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        offsets = [trimmed(text, start, end) for start, end in encoding.offsets]
        return offsets, self.rows(np.asarray(encoding.ids, np.int64))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without the space that a token took in before its first word."""
    while start < end and text[start].isspace():
        start += 1
    return start, end


@cache
def load(folder: Path = FOLDER) -> Builtin:
    """Read the model folder, once in a process. Raises EncoderError where a file is missing or damaged."""
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
    return Builtin(name, tokenizer, np.ascontiguousarray(codes.T), scales)
