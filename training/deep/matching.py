"""Which words of two sentences meet: what the pair head is told of every token besides the token itself."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from compare.encode import builtin

NEAR = 0.45
KINDS = 3  # none, near, same: a token's type is its side plus twice its kind

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]


@cache
def directions() -> Vectors:
    """Unit vectors (v, d) of the built-in encoder's tokens, without their weights."""
    rows = builtin.load().codes.astype(np.float32)
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), np.float32)


def match_types(ids: Numbers, sides: Numbers, words: Vectors) -> Numbers:
    """Types (n, t) of the tokens of n pairs: the side (0, 1), plus 2 where the other sentence has a near word, plus 4
    where it has the same word.

    `ids` and `sides` are (n, t); `words` (v, d) are the words' directions: tokens from number v on, the special ones,
    meet nothing.
    """
    plain = ids < len(words)
    found = np.where(plain[:, :, None], words[np.where(plain, ids, 0)], 0.0)
    across = (sides[:, :, None] != sides[:, None, :]) & plain[:, :, None] & plain[:, None, :]
    same = ((ids[:, :, None] == ids[:, None, :]) & across).any(2)
    near = ((found @ found.transpose(0, 2, 1) >= NEAR) & across).any(2)
    return np.asarray(sides + 2 * np.where(same, 2, near.astype(np.int64)), np.int64)
