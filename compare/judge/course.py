"""A trial in its course: one source tells of its opening, the other of its sentence, each on a day of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.judge.evidence import Evidence
from compare.judge.happenings import nobody_in_common
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair, Side
from compare.judge.stages import PLACES, trial_stages
from compare.judge.timing import hours_from
from compare.judge.words import Word, around
from compare.types import Claim, Span, Time

TO = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a trial: its place in the course, its words, the day it is told of, the claim it stands in."""

    place: int
    words: Span
    day: Time
    claim: Claim


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield two stages of one trial of which the later stage, which has come to pass, has the later day."""
    left, right = _stage(pair.left, pair.left_words), _stage(pair.right, pair.right_words)
    if left is None or right is None or left.place == right.place or nobody_in_common(pair):
        return
    hours = hours_from(left.day, right.day)
    forward = left.place < right.place
    later, words = (right, pair.right_words) if forward else (left, pair.left_words)
    arranged = any(name == "plans" for *_, name in find_phrases(words, phrase_index("scheduled")))
    if hours and (hours > 0) == forward and later.claim.status != "planned" and not arranged:
        note = "later_stage" if forward else "earlier_stage"
        days = {"day": left.day.span.text, "other_day": right.day.span.text}
        told = {"left": left.words.text, "right": right.words.text, **days}
        yield Evidence("outcome", left.words, right.words, "update", note, told, {"stage": 1.0})


def _stage(side: Side, words: tuple[Word, ...]) -> Stage | None:
    """The one stage of a sentence that names one day and makes no condition; None where it has none or denies it."""
    days = [one for one in side.times if one.month and one.day]
    if len({(one.month, one.day) for one in days}) != 1 or any(find_phrases(words, phrase_index("conditions"))):
        return None
    first, _ = around(words, days[0].span.start, days[0].span.end)
    if any(name == "to" for *_, name in find_phrases(words[max(0, first - TO) : first], phrase_index("scheduled"))):
        return None  # "hoãn đến ngày 15/3"
    found = trial_stages(words, days[0].span)
    if len({PLACES.get(name) for *_, name in found}) != 1 or found[0][2] not in PLACES:
        return None
    first, last, name = found[0]
    claim = side.claim_at(words[first].start)
    if claim is None or not claim.polarity:
        return None
    return Stage(PLACES[name], span_of(side, words, first, last), days[0], claim)
