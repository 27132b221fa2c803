"""Progress: a plan that has been carried out, a report that had not come in. Only the moment differs."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair, Side
from compare.judge.surroundings import sentence_overlap, surroundings
from compare.judge.words import Word, words_of
from compare.types import Claim, Span


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield plans against deeds, and "not yet" against what came later."""
    yield from _plans(pair)
    yield from _not_yet(pair)


def hours_between(pair: Pair) -> float:
    """Hours from the left article's publication to the right one's; 0 where either is unknown."""
    first, second = pair.left.article.published, pair.right.article.published
    if first is None or second is None:
        return 0.0
    return (second - first).total_seconds() / 3600.0


def _plans(pair: Pair) -> Iterator[Evidence]:
    for left in pair.left.claims:
        for right in pair.right.claims:
            statuses = (left.status, right.status)
            if set(statuses) in ({"planned", "done"}, {"planned", "ongoing"}):
                later = 1.0 if statuses[0] == "planned" else -1.0
                note = "later_done" if later > 0 else "earlier_done"
                yield _evidence(pair, _cue(left), _cue(right), note, later, {"plan": 1.0, **_alike(pair, left, right)})


def _alike(pair: Pair, left: Claim, right: Claim) -> dict[str, float]:
    first, second = ({word.form for word in words_of(claim.text)} for claim in (left, right))
    totals = sorted((sum(map(pair.weights.of, first)), sum(map(pair.weights.of, second))))
    shared = sum(map(pair.weights.of, first & second))
    return {"claim_contained": shared / max(totals[0], 1.0), "claim_alike": shared / max(totals[1], 1.0)}


def _not_yet(pair: Pair) -> Iterator[Evidence]:
    left, right = _unknown(pair.left, pair.left_words), _unknown(pair.right, pair.right_words)
    if bool(left) == bool(right):
        return
    if left:
        yield _evidence(pair, left, _whole(pair.right), "later_known", 1.0, {"not_yet": 1.0})
    elif right:
        yield _evidence(pair, _whole(pair.left), right, "earlier_known", -1.0, {"not_yet": 1.0})


def _unknown(side: Side, words: tuple[Word, ...]) -> Span | None:
    for first, last, name in find_phrases(words, phrase_index("denial")):
        if name == "not_yet":
            return span_of(side, words, first, min(len(words), last + 4))
    return None


def _evidence(pair: Pair, left: Span, right: Span, note: str, later: float, extra: dict[str, float]) -> Evidence:
    contained, alike = sentence_overlap(pair)
    hours = max(-72.0, min(72.0, hours_between(pair) * later))
    features = {
        **surroundings(pair, left, right),
        **extra,
        "hours_in_step": hours / 24.0,
        "dated": float(hours != 0),
        "sentence_contained": contained,
        "sentence_alike": alike,
    }
    return Evidence("outcome", left, right, "update", note, {"left": left.text, "right": right.text}, features)


def _cue(claim: Claim) -> Span:
    return claim.status_cue or _clipped(claim)


def _clipped(claim: Claim) -> Span:
    return Span(claim.start, claim.end, claim.text)


def _whole(side: Side) -> Span:
    return Span(side.sentence.start, side.sentence.end, side.sentence.text)
