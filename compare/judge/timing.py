"""Which clashes time alone explains: tolls that rise with the clock, prices of different hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from compare.judge.evidence import Evidence
from compare.judge.hours import part_named
from compare.judge.owners import states_in, states_near
from compare.judge.phrases import find_phrases, phrase_index, section_of
from compare.judge.readings import are_read, is_quoted, is_reading, is_traded
from compare.judge.sides import Pair, Side
from compare.judge.words import Word, around
from compare.types import Quantity, Span, Time

CUMULATIVE = frozenset(("dead", "hurt", "missing", "rescued", "arrested", "burnt", "found"))
HOURS_APART = 3.0
STATING = ("clock", "part-of-day", "day", "month")
ANY_YEAR = 2000
HOURS = (9, 12, 15, 19, 23)  # of a morning, noon, afternoon, evening, night
SEASON = 100 * 24.0  # hours between two days of one year, told without it
RAISING, NEAR_TOLL = 16, 10
MOMENT = 3  # words of the longest cue of a count's moment


def moved_on(evidence: Evidence, pair: Pair) -> str:
    """The note of an update when only the moment differs, "" when the clash stands.

    A toll has to rise with the clock (one that falls is a conflict); a price, or where a storm is, may move either way
    between two hours, and statistics are taken anew ("tại thời điểm 1/1", "tại thời điểm 1/5").
    """
    if evidence.relation == "conflict" and _of_a_course(evidence) and are_read(pair) and hours_apart(pair):
        return "later_reading" if hours_apart(pair) > 0 else "earlier_reading"
    counted = bool(hours_apart(pair)) and all(map(_counted_on, pair.sides, (pair.left_words, pair.right_words)))
    if evidence.kind == "date" and evidence.relation == "conflict" and counted:
        return "later_reading" if hours_apart(pair) > 0 else "earlier_reading"
    if evidence.kind != "number" or evidence.relation != "conflict":
        return ""
    left, right = _quantity(pair.left, evidence.left), _quantity(pair.right, evidence.right)
    if left is None or right is None or left.kind in ("age", "birth-year", "identifier", "ordinal"):
        return ""
    hours = hours_apart(pair)
    raised = 0.0 if hours else _raised(pair, left, right)
    hours = hours or raised
    if not hours or not (
        (not raised and (counted or _is_price(left, right) or is_reading(pair, left, right)))
        or (_rises(left, right, hours) and (raised or _is_toll(pair, left, right)))
    ):
        return ""
    kind = "reading" if all(map(_stated, pair.sides)) else "number"
    return f"{'later' if hours > 0 else 'earlier'}_{kind}"


def _counted_on(side: Side, words: Sequence[Word]) -> bool:
    """Whether a sentence tells the day on which something was counted ("tại thời điểm 1/5"); an hour is of an event."""
    cues = tuple(f" {cue}" for language in ("vi", "en") for cue in section_of(language, "as_of")["points"])
    days = (around(words, one.span.start, one.span.end)[0] for one in side.times if one.day and one.clock is None)
    before = (words[max(0, first - MOMENT) : first] for first in days)
    return any(" ".join(("", *(word.form for word in one))).endswith(cues) for one in before)


def hours_apart(pair: Pair) -> float:
    """Hours from the moment the left sentence speaks of to that of the right one, 0 when they are one or unknown.

    Times that the sentences themselves state come before the times of publication.
    """
    first, second = _stated(pair.left), _stated(pair.right)
    if first and second:
        return _hours(*_in_one_year(first, second))
    hours = published_apart(pair)
    return hours if abs(hours) >= HOURS_APART else 0.0


def read_at_some_hour(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two figures are a storm's or a flood's readings and one sentence does not say of which moment."""
    return is_reading(pair, left, right) and not all(map(_stated, pair.sides))


def _of_a_course(evidence: Evidence) -> bool:
    """Whether a clash is of two points of the compass, in which a storm lies or moves."""
    points = {point for language in ("vi", "en") for point in section_of(language, "readings")["points"]}
    sides = ({*one.text.lower().split()} for one in (evidence.left, evidence.right))
    return evidence.kind in ("place", "actor") and all(words & points for words in sides)


def published_apart(pair: Pair) -> float:
    """Hours from the left article's publication to the right one's, by their zones where both name one, else by the
    clock of each page, else by the days that both headlines name; 0 where all that is unknown.
    """
    known = [pair.context.instants.get(side.article.id) for side in pair.sides]
    first, second = known if all(known) else (side.article.published for side in pair.sides)
    if first and second:
        return _hours(first, second)
    days = [pair.context.headlines.get(side.article.id) for side in pair.sides]
    hours = _hours(*(_noon(*day) for day in days if day)) if all(days) else 0.0
    return hours if abs(hours) <= SEASON else 0.0


def _noon(month: int, day: int) -> datetime:
    """Noon of a day of ``ANY_YEAR``; a month's days beyond its last go on in the next."""
    return datetime(ANY_YEAR, month, 1, 12) + timedelta(days=day - 1)


def hours_from(left: Time, right: Time) -> float:
    """Hours from one time to another, whose days are both known; a day without its year is one of the other's year."""
    return _hours(*_in_one_year(_moment(left), _moment(right)))


def _in_one_year(first: datetime, second: datetime) -> tuple[datetime, datetime]:
    """Both moments as they are, or as of any year where one has no year of its own."""
    if ANY_YEAR in (first.year, second.year):
        return first.replace(year=ANY_YEAR), second.replace(year=ANY_YEAR)
    return first, second


def _hours(first: datetime, second: datetime) -> float:
    return (second - first).total_seconds() / 3600.0


def _stated(side: Side) -> datetime | None:
    """The last moment that a sentence states, at noon where neither hour nor part of the day is told, in ``ANY_YEAR``
    where no year is.
    """
    moments = [_moment(one) for one in side.times if one.moment in STATING and (one.last or (one.month and one.day))]
    return max(moments, default=None)


def _moment(one: Time) -> datetime:
    month, day = (one.last.month, one.last.day) if one.last else (one.month or 1, one.day or 1)
    year = one.last.year if one.last and one.resolved else ANY_YEAR
    part = part_named(one)
    at = timedelta(minutes=one.clock) if one.clock is not None else timedelta(hours=12 if part is None else HOURS[part])
    return datetime.combine(date(year, month, day), time.min) + at


def _is_price(left: Quantity, right: Quantity) -> bool:
    """Whether both figures are of a market: prices by weight or currency, points of an index, units traded."""
    if is_traded(left.noun) and left.noun == right.noun:
        return True
    return is_quoted(left) and left.unit == right.unit


def _rises(left: Quantity, right: Quantity, hours: float) -> bool:
    first, second = (left, right) if hours > 0 else (right, left)
    return second.high > first.high


def _raised(pair: Pair, left: Quantity, right: Quantity) -> float:
    """1 where only the right sentence says that its toll has risen to what it is ("nâng số người chết lên 4"), -1 where
    only the left one does, else 0: the one that says so is the later.
    """
    told = [_toll_raised(words, one.span) for words, one in ((pair.left_words, left), (pair.right_words, right))]
    if all(told) or not any(told):
        return 0.0
    other = states_near(*((pair.left_words, left.span) if told[1] else (pair.right_words, right.span)))
    return (1.0 if told[1] else -1.0) if (told[0] | told[1]) & other else 0.0


def _toll_raised(words: Sequence[Word], span: Span) -> frozenset[str]:
    """What the toll counts ("dead") that is told before a figure to have risen to it."""
    first, last = around(words, span.start, span.end)
    begin = max(0, first - RAISING)
    raising = [begin + start for start, *_ in find_phrases(words[begin:first], phrase_index("raised"))]
    near = words[max(0, raising[-1] - NEAR_TOLL) : last + NEAR_TOLL] if raising else ()
    return states_in(near) & CUMULATIVE


def _is_toll(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether both figures count what can only grow (the dead, what has burnt) or what is told as of a moment. A sum or
    a share beside the dead counts neither.
    """
    if _until(pair.left_words, pair.left) and _until(pair.right_words, pair.right):
        return True
    counted = {left.kind, right.kind} <= {"count", "measure"}
    first, second = states_near(pair.left_words, left.span), states_near(pair.right_words, right.span)
    return counted and bool(first & second & CUMULATIVE)


def _until(words: Sequence[Word], side: Side) -> bool:
    """Whether a sentence tells a state as of a moment: "until" or "as of" right before one of its times."""
    cues = [cue for language in ("vi", "en") for cue in section_of(language, "times")["until"]]
    for one in side.times:
        first, _ = around(words, one.span.start, one.span.end)
        before = " ".join(word.form for word in words[max(0, first - 3) : first])
        if any(f" {cue} " in f" {before} {one.span.text.lower()} " for cue in cues):
            return True
    return False


def _quantity(side: Side, span: Span) -> Quantity | None:
    return next((one for one in side.quantities if (one.span.start, one.span.end) == (span.start, span.end)), None)
