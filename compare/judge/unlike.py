"""Reasons to take two figures of one measure for figures of two things: the number check is then silent."""

from __future__ import annotations

import math
import re

from compare.judge.figures import AGES, BOUNDS_ABOVE, noun_likeness
from compare.judge.hedges import MORE, hedges
from compare.judge.landmarks import from_other_places, listed_for_other_places, of_other_provinces
from compare.judge.owners import fate_of, owners, states, states_near
from compare.judge.phrases import find_phrases, phrase_index, section_of
from compare.judge.readings import are_traded, is_quoted, is_reading
from compare.judge.scopes import of_other_scopes
from compare.judge.sides import Pair, Side
from compare.judge.timing import hours_apart
from compare.judge.words import Word, around
from compare.types import Quantity, Span

AGENCY_REACH, LEAD_REACH = 3, 4
RATE_REACH = 24
TURN_REACH = 4
GENERATION, SCOPE, ZEROS, TINY = 1.5, 1.3, 6.5, 1e-9
UNLIKE = 0.1
HARMS = {"dead", "hurt", "missing"}
WEEK = 7 * 24.0
NAMED = ("ordinal", *AGES)
APART = frozenset(
    (
        *("dead", "hurt", "missing", "rescued", "arrested", "taken", "marching", "aboard"),
        *("lowest", "highest", "forecast", "average", "revenue", "profit", "loss", "tax"),
    )
)


def of_two_things(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether anything beside two figures says that they do not tell of one thing."""
    spans = left.span, right.span
    return (
        _opposite_ends(pair, *spans)
        or _of_other_states(pair, *spans)
        or _at_other_rates(pair, left, right)
        or _of_other_nouns(pair, left, right)
        or _is_label(pair.left_words, left) != _is_label(pair.right_words, right)
        or _of_other_owners(pair, left, right)
        or _of_other_years(pair, left, right)
        or _of_other_ages(pair, left, right)
        or _of_other_scope(left, right)
        or _is_threshold(pair.left_words, left) != _is_threshold(pair.right_words, right)
        or from_other_places(pair, left, right)
        or listed_for_other_places(pair, left, right)
        or of_other_provinces(pair, left.span, right.span)
        or _of_other_dimensions(pair, left, right)
        or _of_other_sessions(pair, left, right)
        or _of_other_storms(pair, left, right)
        or of_other_scopes(pair, left, right)
        or (
            left.kind == right.kind == "score"
            and (_in_the_lead(pair.left_words, left) or _in_the_lead(pair.right_words, right))
        )
    )


def _is_label(words: tuple[Word, ...], one: Quantity) -> bool:
    """Whether a figure only numbers something ("bão số 11", "tuần 42")."""
    first, _ = around(words, one.span.start, one.span.end)
    before = words[first - 1].form if first and one.kind == "count" and not one.noun else ""
    return any(before in section_of(language, "markets")["labels"] for language in ("vi", "en"))


def _is_threshold(words: tuple[Word, ...], one: Quantity) -> bool:
    """Whether a figure is a mark that others come near to or pass ("dưới ngưỡng 20.000 USD"), not where they stand."""
    first, last = around(words, one.span.start, one.span.end)
    near = [word.form for word in (*words[max(0, first - 1) : first], *words[last : last + 1])]
    return any(form in section_of(language, "markets")["thresholds"] for form in near for language in ("vi", "en"))


def _of_other_sessions(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether market figures, on pages without dates, share no day that both sides name: each session has its own."""
    days = [
        {(time.month, time.day) for claim in side.claims for time in claim.times if time.day} for side in pair.sides
    ]
    if left.kind == right.kind == "money" and not (is_quoted(left) and is_quoted(right)):
        quoted = all(any(map(is_quoted, side.quantities)) for side in pair.sides)
        return quoted and all(days) and not days[0] & days[1]  # what a price has risen by, on two days
    if not (are_traded(pair, left, right) or (is_quoted(left) and is_quoted(right))):
        return False
    pages = [side.article.published for side in pair.sides]
    if all(pages) or all(side.article.id in pair.context.headlines for side in pair.sides):
        return False  # the clock tells: see timing.py
    return not days[0] & days[1]


def _of_other_storms(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two readings of a storm or a flood are of moments a week apart or more, by which it is another one."""
    return is_reading(pair, left, right) and abs(hours_apart(pair)) >= WEEK


def _in_the_lead(words: tuple[Word, ...], one: Quantity) -> bool:
    """Whether a score is that of a moment in play ("vươn lên dẫn 2-0"), not the result."""
    first, _ = around(words, one.span.start, one.span.end)
    return any(find_phrases(words[max(0, first - LEAD_REACH) : first], phrase_index("leads")))


def _of_other_dimensions(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two lengths measure other sides of things: a height is no distance, a width no length."""
    if left.kind != "measure" or right.kind != "measure":
        return False
    upright = {word for language in ("vi", "en") for word in section_of(language, "dimensions")["upright"]}
    first, second = _dimensions(pair.left_words, left.span), _dimensions(pair.right_words, right.span)
    return first & upright != second & upright or bool(first and second and not first & second)


def _dimensions(words: tuple[Word, ...], span: Span) -> set[str]:
    """The words of dimension right before or after a figure ("độ cao hơn 11.000 m", "250 metres long")."""
    known = {word for language in ("vi", "en") for one in section_of(language, "dimensions").values() for word in one}
    start, end = around(words, span.start, span.end)
    return {word.form for word in (*words[max(0, start - 2) : start], *words[end : end + 1])} & known


def _of_other_owners(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether ages and ranks are of differently named people; market figures have to be of the same name."""
    whose = owners(pair, left.span, right.span)
    if are_traded(pair, left, right):
        return not whose["owner_same"] or bool(whose["owner_unequal"])
    return left.kind in NAMED and whose["owner_other"] > 0


def _of_other_years(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one age is told of then ("khi mới 15 tuổi") and the other of now, or one is about to be reached."""
    if left.kind != "age" or right.kind != "age":
        return False
    turning = _about_to_be(pair.left_words, left.span), _about_to_be(pair.right_words, right.span)
    if turning[0] != turning[1] and abs(left.low - right.low) <= 1:
        return True
    return _of_then(pair.left_words, left.span) != _of_then(pair.right_words, right.span)


def _of_other_ages(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two ages are a generation apart, and not of one name, or one is an age by law ("dưới 16 tuổi")."""
    if left.kind not in AGES or right.kind not in AGES:
        return False
    if any(one.hedge in hedges(*BOUNDS_ABOVE, *MORE) for one in (left, right)):
        return True
    if left.kind != right.kind or left.value is None or right.value is None:
        return False
    ages = sorted((left.value, right.value))
    far = left.kind == "age" and ages[1] > GENERATION * ages[0]
    return far and not _slip_of_unit(*ages) and not owners(pair, left.span, right.span)["owner_same"]


def _of_other_scope(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts are so far apart that one is of far more than the other: a week's dead and a war's, 45 years
    and three months. A factor up to a million may be a slip of the unit ("đồng", "triệu", "tỷ").
    """
    if left.kind not in ("count", "money", "measure") or not left.value or not right.value:
        return False
    if left.kind == "measure" and _digits(left) == _digits(right):
        return False  # "30 phút", "30 giây": a slip of the unit
    small, large = sorted((abs(left.value), abs(right.value)))
    power = math.log10(large / small)
    return power > SCOPE and (abs(power - round(power)) > TINY or power > ZEROS)


def _digits(one: Quantity) -> str:
    return re.sub(r"\D", "", one.span.text)


def _slip_of_unit(low: float, high: float) -> bool:
    """Whether one age counts months and the other the same number of years (18 months told as 18 years)."""
    return abs(low * 12 - high) < TINY


def _about_to_be(words: tuple[Word, ...], span: Span) -> bool:
    """Whether an age is one that somebody turns ("sắp bước sang tuổi 36")."""
    first, _ = around(words, span.start, span.end)
    return any(True for _ in find_phrases(words[max(0, first - TURN_REACH) : first + 2], phrase_index("turning")))


def _of_then(words: tuple[Word, ...], span: Span) -> bool:
    first, _ = around(words, span.start, span.end)
    return any(True for _ in find_phrases(words[max(0, first - 2) : first], phrase_index("then")))


def _of_other_nouns(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two counts name things that have nothing to do with each other and no state in common."""
    if "count" not in (left.kind, right.kind) or not left.noun or not right.noun:
        return False
    unlike = noun_likeness(left.noun, right.noun, pair.weights) < UNLIKE
    return unlike and not states(pair, left.span, right.span)["state_same"]


def _opposite_ends(pair: Pair, left: Span, right: Span) -> bool:
    """Whether one figure counts what somebody does and the other what is done to somebody."""
    first, second = _agency(pair.left_words, left), _agency(pair.right_words, right)
    return bool(first and second) and first != second


def _agency(words: tuple[Word, ...], span: Span) -> str:
    """The nearest word of doing or suffering shortly before a span, else soon after it, "" where there is none."""
    first, last = around(words, span.start, span.end)
    before = list(find_phrases(words[max(0, first - AGENCY_REACH) : first], phrase_index("agency")))
    after = list(find_phrases(words[last : last + 2 * AGENCY_REACH], phrase_index("agency")))
    return next((name for *_, name in (*reversed(before), *after)), "")


def _of_other_states(pair: Pair, left: Span, right: Span) -> bool:
    """Whether two figures count what cannot be one: the dead and the hurt, the lowest and the highest."""
    fates = fate_of(pair.left_words, left), fate_of(pair.right_words, right)
    if {*fates} <= HARMS:
        return fates[0] != fates[1]
    first, second = states_near(pair.left_words, left) & APART, states_near(pair.right_words, right) & APART
    return bool(first and second) and not first & second


def _at_other_rates(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one figure is told by the year, the day or the head and the other is not; a speed is by its unit."""
    if left.unit == right.unit and "/" in left.unit:
        return False
    return _is_rate(pair.left, left.span) != _is_rate(pair.right, right.span)


def _is_rate(side: Side, span: Span) -> bool:
    after = side.article.text[span.start : min(side.sentence.end, span.end + RATE_REACH)].lower()
    return any(cue in after for language in ("vi", "en") for cue in section_of(language, "rates")["cues"])
