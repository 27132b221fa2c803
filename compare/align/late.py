"""Late interaction: the words of two sentences matched one by one, each read in its own sentence.

As in ColBERT (Khattab and Zaharia, 2020): a sentence is borne out by another as far as each of its words finds a like
one there. Words count by their rarity in the event, which no model needs to learn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.align.matching import Tokens, best_matches, summed
from compare.align.matrices import Matrix, both_ways, ratio
from compare.align.semantic import Read, pack

# Squares of cosines: from SURE on a word is told in the other sentence, below FAINT it is not.
SURE, FAINT = 0.56, 0.2


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
    """Shares (n, m) of a sentence's weight that find a like word in the other: the lower, the higher, their mean.

    ``tokens_`` signals ask of each word where in the other article it is told best: in this sentence or around it, in
    this one before all others, or elsewhere.
    """
    to_right, to_left = best_matches(left, right)
    forward, backward = _places(to_right, left), _places(to_left, right)
    signals: dict[str, Matrix] = {}
    for name, there in forward.items():
        back = backward[name].T
        signals |= both_ways(name, there, back) | {name: np.sqrt(there * back)}
    return signals


def _places(best: Matrix, own: Tokens) -> dict[str, Matrix]:
    """How far the sentences of one article are told by each sentence of the other (n, m), word by word.

    ``best`` (t, m) is each word's likeness to its best match there.
    """
    totals = own.totals()[:, None]
    first, second = _two_best(best)
    around = np.pad(best, ((0, 0), (1, 1)))
    near = np.maximum(np.maximum(around[:, :-2], around[:, 2:]), best)
    here, anywhere = summed(best, own) / totals, summed(first, own) / totals
    return {
        "words": here,
        "tokens_near": summed(near, own) / totals,
        "tokens_anywhere": np.broadcast_to(anywhere, here.shape),
        "tokens_share": ratio(here, np.broadcast_to(anywhere, here.shape)),
        "tokens_won": summed(np.where(best >= first, best, 0.0), own) / totals,
        "tokens_alone": summed(np.maximum(best - second, 0.0), own) / totals,
        "tokens_sure": summed((best > SURE).astype(float), own),
        "tokens_missing": summed((best < FAINT).astype(float), own),
    }


def _two_best(best: Matrix) -> tuple[Matrix, Matrix]:
    """Each word's best and second best match over all sentences, (t, 1) each; with one sentence the second is 0."""
    if best.shape[1] == 1:
        return best, np.zeros_like(best)
    ordered = np.partition(best, best.shape[1] - 2, axis=1)
    return ordered[:, -1:], ordered[:, -2:-1]
