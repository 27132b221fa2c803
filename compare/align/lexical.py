"""Word overlap between sentences, weighted by how rare a word is within the event."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz, process

from compare.align.matrices import Matrix, both_ways, incidence, outer, ratio

WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")


def words(text: str) -> list[str]:
    """Lower-case words (Vietnamese: syllables) and figures of a text, in order."""
    return [word.lower() for word in WORD.findall(text)]


def rarity(sentences: Iterable[Sequence[str]]) -> dict[str, float]:
    """Inverse document frequency of each word over all sentences of an event."""
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        counts.update(set(sentence))
        total += 1
    return {word: math.log((total + 1) / (count + 0.5)) for word, count in counts.items()}


def lexical_signals(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], weights: dict[str, float]
) -> dict[str, Matrix]:
    """Named (n, m) signals of shared words, word pairs and fuzzy word sets.

    ``left`` and ``right`` are the words of each sentence; ``weights`` the rarity of each word.
    """
    signals = _overlap(left, right, weights, "word")
    pairs_left, pairs_right = [_word_pairs(one) for one in left], [_word_pairs(one) for one in right]
    pair_weights = {
        pair: weights[pair.split(" ")[0]] + weights[pair.split(" ")[1]]
        for row in (*pairs_left, *pairs_right)
        for pair in row
    }
    signals |= _overlap(pairs_left, pairs_right, pair_weights, "word_pair")
    signals["fuzzy_words"] = _fuzzy(left, right)
    signals["shared_run"] = _longest_shared_run(left, right, weights)
    return signals


def _word_pairs(sentence: Sequence[str]) -> list[str]:
    return [f"{first} {second}" for first, second in pairwise(sentence)]


def _overlap(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], weights: dict[str, float], name: str
) -> dict[str, Matrix]:
    """Cosine, shared weight and containment of weighted term sets."""
    vocabulary = {
        term: number for number, term in enumerate(sorted({t for row in (*left, *right) for t in row}))
    }
    weight = np.array([weights[term] for term in vocabulary], dtype=float)
    rows, columns = incidence(left, vocabulary), incidence(right, vocabulary)
    shared = (rows * weight) @ columns.T
    left_total, right_total = rows @ weight, columns @ weight
    norm = np.sqrt(outer(np.multiply, rows @ weight**2, columns @ weight**2))
    cosine = ratio((rows * weight**2) @ columns.T, norm)
    return {
        f"{name}_cosine": cosine,
        f"{name}_shared": shared,
        **both_ways(
            f"{name}_contained",
            ratio(shared, np.broadcast_to(left_total[:, None], shared.shape)),
            ratio(shared, np.broadcast_to(right_total[None, :], shared.shape)),
        ),
    }


def _fuzzy(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> Matrix:
    """Rapidfuzz's token-set ratio, from 0 to 1."""
    scores = process.cdist(
        [" ".join(one) for one in left], [" ".join(one) for one in right], scorer=fuzz.token_set_ratio
    )
    return np.asarray(scores, dtype=float) / 100.0


def _longest_shared_run(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], weights: dict[str, float]
) -> Matrix:
    """Weight of the heaviest run of consecutive words that both sentences hold."""
    codes = {word: number for number, word in enumerate(weights)}
    coded_right = [np.array([codes[word] for word in row], dtype=int) for row in right]
    result = np.zeros((len(left), len(right)))
    for i, row in enumerate(left):
        coded = np.array([codes[word] for word in row], dtype=int)
        weight = np.array([weights[word] for word in row], dtype=float)
        for j, other in enumerate(coded_right):
            result[i, j] = _heaviest_run(coded, other, weight)
    return result


def _heaviest_run(left: np.ndarray, right: np.ndarray, weight: np.ndarray) -> float:
    """Dynamic programme over the equality matrix, a row at a time."""
    if not len(left) or not len(right):
        return 0.0
    best, previous = 0.0, np.zeros(len(right) + 1)
    for code, gain in zip(left, weight, strict=True):
        current = np.zeros(len(right) + 1)
        same = np.flatnonzero(right == code)
        current[same + 1] = previous[same] + gain
        if len(same):
            best = max(best, float(current.max()))
        previous = current
    return best
