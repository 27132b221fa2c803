"""Figures that only their holder or beginning makes comparable: elapsed times, minutes of play, ranks, "times"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from compare.judge.figures import noun_likeness
from compare.judge.owners import owners
from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.words import Word, around
from compare.types import Quantity, Span

DURATIONS = frozenset(("minute", "hour", "day", "week", "month", "year", "second"))
ANCHOR, SAID = 6, 3.0
POINTING = ("đó", "đấy", "ấy", "này", "that", "this")
VERB, BEFORE = 3, 2
NEXT_MINUTE = 1
SAME_HEAD = 0.5
PLAYER, RATE_REACH = 30, 12
RATE = re.compile(r"\s*(?:lần|times)?\s*(?:/|mỗi\s|một\s|a\s|per\s)")


def of_two_in_a_series(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two figures may each be true of their own holder or beginning."""
    return (
        _of_other_beginnings(pair, left, right)
        or _of_other_players(pair, left, right)
        or _of_other_holders(pair, left, right)
        or _of_other_deeds(pair, left, right)
        or _at_other_frequencies(pair, left, right)
    )


def of_other_minutes(pair: Pair) -> bool:
    """Whether both sentences tell minutes of play and none of one is a minute of the other: two scenes of a match."""
    left, right = ([one.low for one in side.quantities if _is_minute(one)] for side in pair.sides)
    return bool(left and right) and not any(abs(one - other) <= NEXT_MINUTE for one in left for other in right)


def _is_minute(one: Quantity) -> bool:
    """Whether a figure is a minute of a match: "phút 23", "23'"."""
    return one.kind == "ordinal" and one.noun == "phút"


def _of_other_players(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Minutes of play: one apart they fit, farther apart they have to be of one named player."""
    if not (_is_minute(left) or _is_minute(right)):
        return False
    if abs(left.low - right.low) <= NEXT_MINUTE:
        return True
    players = _player(pair.left, left.span), _player(pair.right, right.span)
    return not players[0] or players[0] != players[1]


def _player(side: Side, span: Span) -> str:
    """The last word of the name nearest before a minute, else of the first after it; "" where none is near."""
    before = [name for name in side.names if span.start - PLAYER <= name.span.end <= span.start]
    after = [name for name in side.names if span.end <= name.span.start <= span.end + PLAYER]
    chosen = before[-1:] or after[:1]
    return fold(chosen[0].span.text).split()[-1] if chosen else ""


def _of_other_beginnings(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Elapsed times ("10 phút sau khi nhận tin") are comparable only from one event on, which both have to name."""
    first, second = _beginning(pair.left_words, left), _beginning(pair.right_words, right)
    if first is None and second is None:
        return False
    if first is None or second is None:
        return True
    return sum(map(pair.weights.of, first & second)) < SAID


def _beginning(words: Sequence[Word], one: Quantity) -> set[str] | None:
    """The words of the event that an elapsed time counts from; None where the figure is no elapsed time.

    Empty where the event stands in another sentence ("5 phút sau đó, ...").
    """
    first, last = around(words, one.span.start, one.span.end)
    if one.unit not in DURATIONS or last >= len(words) or words[last].start - words[last - 1].end > 1:
        return None
    if not any(words[last].form in section_of(language, "elapsed")["cues"] for language in ("vi", "en")):
        return None
    event = [both[1] for both in takewhile(_adjoin, pairwise(words[last : last + 1 + ANCHOR]))]
    return set() if first == 0 or (event and event[0].form in POINTING) else {word.form for word in event}


def _adjoin(both: tuple[Word, Word]) -> bool:
    return both[1].start - both[0].end <= 1


def _of_other_holders(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Ordinals need a like head noun, and a named holder that is the same."""
    if "ordinal" not in (left.kind, right.kind) or (_is_minute(left) and _is_minute(right)):
        return False
    alike = noun_likeness(left.noun, right.noun, pair.weights) >= SAME_HEAD
    return not alike or not owners(pair, left.span, right.span)["owner_same"]


def _of_other_deeds(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """ "3 lần vô địch" and "5 lần đoạt giải": what is done so many times has to be the same."""
    if not all(one.noun.split(" ")[0] in ("lần", "times") for one in (left, right)):
        return False
    first, second = _deed(pair.left_words, left.span), _deed(pair.right_words, right.span)
    return sum(map(pair.weights.of, first & second)) < SAID or owners(pair, left.span, right.span)["owner_other"] > 0


def _deed(words: Sequence[Word], span: Span) -> set[str]:
    """The words after "so many times", those before where a sentence ends there; without "times" itself."""
    first, last = around(words, span.start, span.end)
    after = {word.form for word in words[last : last + 1 + VERB]} - {"lần", "times"}
    return after or {word.form for word in words[max(0, first - BEFORE) : first]}


def _at_other_frequencies(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two totals stand beside "so many times a month" that differ."""
    times = [_frequencies(side) for side in pair.sides]
    if "lần" in (left.noun, right.noun):
        return False
    return all(times) and not times[0] & times[1]


def _frequencies(side: Side) -> set[float | None]:
    text = side.article.text
    return {
        one.value
        for one in side.quantities
        if one.noun in ("lần", "times") and RATE.match(text[one.span.end : one.span.end + RATE_REACH])
    }
