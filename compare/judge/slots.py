"""Slots: align two sentences word by word and look at what replaces what between words that both hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from compare.judge.sides import Pair
from compare.judge.words import Word

LONGEST = 8


@dataclass(frozen=True, slots=True)
class Slot:
    """Word indices that replace each other, with the weight of the equal words right before and after."""

    left: tuple[int, int]
    right: tuple[int, int]
    before: float
    after: float


def slots(pair: Pair) -> Iterator[Slot]:
    """Yield the places where a few words of one sentence stand for a few of the other, in order."""
    left, right = pair.left_words, pair.right_words
    blocks = _equal_blocks([word.form for word in left], [word.form for word in right])
    for (a, b, before), (c, d, after) in pairwise(blocks):
        gap_left, gap_right = (a + before, c), (b + before, d)
        if 0 < gap_left[1] - gap_left[0] <= LONGEST and 0 < gap_right[1] - gap_right[0] <= LONGEST:
            yield Slot(gap_left, gap_right, _weight(pair, left[a : a + before]), _weight(pair, left[c : c + after]))


def _equal_blocks(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """(left, right, length) of the runs of words in the longest common subsequence, with an empty one at each end.

    Of several such subsequences the choice does not depend on which sentence comes first.
    """
    if list(left) > list(right):
        return [(a, b, length) for b, a, length in _equal_blocks(right, left)]
    found = [(0, 0, 0)]
    for block in Indel.opcodes(left, right):
        if block.tag == "equal":
            found.append((block.src_start, block.dest_start, block.src_end - block.src_start))
    found.append((len(left), len(right), 0))
    return found


def _weight(pair: Pair, words: Sequence[Word]) -> float:
    return sum(pair.weights.of(word.form) for word in words)
