"""Late interaction: the words of two sentences matched one by one, each read in its own sentence.

As in ColBERT (Khattab and Zaharia, 2020): a sentence is borne out by another as far as each of its words finds a like
one there. Words count by their rarity in the event, which no model needs to learn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compare.align.matrices import Matrix, both_ways
from compare.align.semantic import Read, Vectors, pack

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one article: unit `states` (t, d), `weights` (t,) and each sentence's `first` token (n,)."""

    states: Vectors
    weights: npt.NDArray[np.float64]
    first: tuple[int, ...]


def weighed_tokens(readings: Sequence[Read]) -> list[Tokens]:
    """The tokens of each article, weighed by how few of the event's sentences have them (robust inverse frequency)."""
    sentences = [tokens for reading in readings for tokens in reading.tokens]
    numbers, counts = np.unique(np.concatenate([np.unique(one) for one in sentences]), return_counts=True)
    rarity = np.log((len(sentences) + 1.0) / (counts + 0.5))
    found = []
    for reading in readings:
        states, first = pack(reading.states)
        weights = rarity[np.searchsorted(numbers, np.concatenate(reading.tokens))]
        found.append(Tokens(states, weights, first))
    return found


def token_signals(left: Tokens, right: Tokens) -> dict[str, Matrix]:
    """Shares (n, m) of a sentence's weight that find a like word in the other: the lower, the higher, their mean."""
    alike = np.clip(left.states @ right.states.T, 0.0, 1.0) ** 2
    best_right = np.maximum.reduceat(alike, right.first, axis=1)
    best_left = np.maximum.reduceat(alike, left.first, axis=0)
    to_right = np.add.reduceat(best_right * left.weights[:, None], left.first, axis=0)
    to_left = np.add.reduceat(best_left * right.weights[None, :], right.first, axis=1)
    to_right /= np.add.reduceat(left.weights, left.first)[:, None]
    to_left /= np.add.reduceat(right.weights, right.first)[None, :]
    return both_ways("words", to_right, to_left) | {"words": np.sqrt(to_right * to_left)}
