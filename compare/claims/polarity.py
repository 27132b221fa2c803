"""Whether a claim says that something is, or that it is not."""

from __future__ import annotations

from compare.claims.cues import cue_span, find_cues
from compare.claims.words import Words, phrases, word_set
from compare.types import Span

_NEAR = 3
_FAR = 12


def find_negation(words: Words, first: int, after: int, source: str, language: str) -> Span | None:
    """The words that negate the claim made of the words ``first`` to ``after - 1``; None when it is affirmed.

    "hàng không", "không chỉ", "hay không", "chưa đầy 10" negate nothing, a question says nothing, and two negations of
    one verb ("không thể không", "không phủ nhận") cancel out.
    """
    innocent = phrases(language, "polarity", "innocent")
    hits = [
        *find_cues(words, phrases(language, "polarity", "negations"), innocent, first, after),
        *find_cues(words, phrases(language, "polarity", "denials"), innocent, first, after),
        *find_cues(words, phrases(language, "polarity", "refusals"), innocent, first, after),
    ]
    hits = _drop_contained(sorted(hits))
    hits = [one for one in hits if not _asks(words, one, after, language)]
    if len(hits) >= 2 and hits[1][0] - hits[0][1] < _NEAR:
        hits = hits[2:]
    return cue_span(words, hits[0], source) if hits else None


def _drop_contained(hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for one in hits:
        if kept and one[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], one[1]))
        else:
            kept.append(one)
    return kept


def _asks(words: Words, hit: tuple[int, int], after: int, language: str) -> bool:
    """ "... không?" and "có ... không" at the end of a clause ask rather than deny."""
    if words.lower[hit[0]] not in word_set(language, "polarity", "question_ends") or hit[1] - hit[0] > 1:
        return False
    gap = words.gaps[hit[1]]
    if "?" in gap:
        return True
    ends = hit[1] >= after or any(sign in gap for sign in ",.;")
    return ends and "có" in words.lower[max(0, hit[0] - _FAR) : hit[0]]
