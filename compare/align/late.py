"""Late interaction: the words of two sentences matched one by one, each read in its own sentence.

As in ColBERT (Khattab and Zaharia, 2020): a sentence is borne out by another as far as each of its words finds a like
one there. Words count by their rarity in the event, which no model needs to learn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.align.matching import Tokens, matched
from compare.align.matrices import Matrix, both_ways
from compare.align.semantic import Read, pack


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
    to_right, to_left = matched(left, right)
    to_right, to_left = to_right / left.totals()[:, None], to_left / right.totals()[None, :]
    return both_ways("words", to_right, to_left) | {"words": np.sqrt(to_right * to_left)}
