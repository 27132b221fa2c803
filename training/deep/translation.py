"""Which English word pieces translate a piece of ours: alignment by IBM Model 1 (Brown et al. 1993), both ways.

A piece of ours may stand for a compound of two or three syllables ("quân đội"), so that word for word goes far.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

ROUNDS = 6
LONGEST = 120
FAINT = 0.02
MOST = 5
SMOOTHING = 0.2
SHARPNESS = 1.5


@dataclass(frozen=True, slots=True)
class Meetings:
    """Every piece of ours beside every piece of theirs in a pair of translations, an entry (c,) each.

    `kinds` (c,) numbers the distinct pairs of pieces, whose pieces are `ours` and `theirs` (k,). `our_slots` and
    `their_slots` (c,) number the places in the texts: a place is translated by one of the entries that share it.
    """

    kinds: np.ndarray
    ours: np.ndarray
    theirs: np.ndarray
    our_slots: np.ndarray
    their_slots: np.ndarray


def meetings_of(ours: list[np.ndarray], theirs: list[np.ndarray], nothing: int, width: int) -> Meetings:
    """Entries of the texts `ours`, translated by `theirs`; `nothing` is the piece that stands for no word of ours.

    `width` is above every piece number of theirs.
    """
    columns: list[tuple[np.ndarray, ...]] = []
    our_first = their_first = 0
    for one, other in zip(ours, theirs, strict=True):
        left, right = np.append(np.unique(one[:LONGEST]), nothing), np.unique(other[:LONGEST])
        mine, yours = np.tile(np.arange(len(left)), len(right)), np.repeat(np.arange(len(right)), len(left))
        columns.append((left[mine] * width + right[yours], our_first + mine, their_first + yours))
        our_first, their_first = our_first + len(left), their_first + len(right)
    keys, our_slots, their_slots = (np.concatenate(column) for column in zip(*columns, strict=True))
    distinct, kinds = np.unique(keys, return_inverse=True)
    return Meetings(kinds.astype(np.int32), distinct // width, distinct % width, our_slots, their_slots)


def chances(meetings: Meetings, given: np.ndarray, slots: np.ndarray, rounds: int) -> np.ndarray:
    """(k,) chance of the other piece of each pair of pieces by its piece `given` (k,), by expectation maximisation.

    `slots` (c,) are the places that choose one entry each.
    """
    count = len(given)
    expected = np.bincount(meetings.kinds, minlength=count).astype(np.float32)
    found = expected / np.bincount(given, expected)[given]
    for _ in range(rounds):
        share = found[meetings.kinds]
        share /= np.bincount(slots, share)[slots]
        expected = np.bincount(meetings.kinds, share, minlength=count).astype(np.float32)
        found = (expected / (np.bincount(given, expected) + SMOOTHING)[given]).astype(np.float32)
    return np.asarray(found)


def translation_table(ours: list[np.ndarray], theirs: list[np.ndarray], sizes: tuple[int, int]) -> Any:
    """Sparse (sizes) weights of the pieces that translate each piece of ours, five at most, summing to one.

    `sizes` are the numbers of pieces. A pair counts by the geometric mean of its chances in both directions; a piece
    of ours that was never seen, or has no steady translation, has an empty row.
    """
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    nothing = sizes[0]
    meetings = meetings_of(ours, theirs, nothing, sizes[1])
    forward = chances(meetings, meetings.ours, meetings.their_slots, ROUNDS)
    backward = chances(meetings, meetings.theirs, meetings.our_slots, ROUNDS)
    mutual = np.sqrt(forward * backward)
    kept = np.flatnonzero((mutual > FAINT) & (meetings.ours != nothing))
    order = kept[np.lexsort((-mutual[kept], meetings.ours[kept]))]
    rows = meetings.ours[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    order = order[rank < MOST]
    rows, weights = meetings.ours[order], mutual[order].astype(np.float64) ** SHARPNESS
    weights /= np.bincount(rows, weights)[rows]
    return csr_matrix((weights, (rows, meetings.theirs[order])), shape=sizes)
