"""Dates and hours of the same event that cannot both be right.

Silent where any time of the other sentence covers this one, and where one of the two cannot be placed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from compare.judge.days import beside_a_range, days_meet, other_periods
from compare.judge.evidence import Evidence
from compare.judge.happenings import of_other_journeys, of_other_people, of_two_events
from compare.judge.hours import PARTS, at_one_midnight, hours_meet, part_named
from compare.judge.landmarks import in_other_provinces
from compare.judge.phrases import find_phrases, phrase_index, section_of
from compare.judge.readings import are_quoted, are_read, of_a_centre, of_a_market, of_weather
from compare.judge.sides import Pair, Side
from compare.judge.since import of_two_states
from compare.judge.stages import of_other_stages
from compare.judge.surroundings import deed_shared, surroundings, verb_shared
from compare.judge.telling import as_of, compared, elapsed, in_brackets, serial, stamped, told_of, verbs_of_saying
from compare.judge.words import Word, around
from compare.types import Time

FINE = {
    "clock": 0,
    "part-of-day": 1,
    "day": 2,
    "week": 3,
    "month": 4,
    "quarter": 5,
    "season": 5,
    "year": 6,
    "decade": 7,
}
COARSER = 2
ONE_ACT, ONE_CLAUSE, DEED = 0.1, 0.6, 2.0
TELLING = 12
RETOLD = 0.8
APART_FROM = re.compile(
    r",?\s+(?:[^\W\d_]+\s+){0,2}(?:\w+\s+(?:phút|giờ|ngày|tuần|tháng|năm)\s+(?:sau|trước)\s+khi"
    r"|\w+\s+(?:minutes|hours|days|weeks|months|years)\s+(?:after|before))(?!\w)"
)
WEEK, FORTNIGHT = 7, 14
EARLY = {0, 1}  # by our own labels "sáng" against "trưa" is twice as often a clash, other neighbours seldom are


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield times that nothing in the other sentence bears out, with each time there that they contradict.

    Two quotations of prices are of two hours without contradicting each other, and so are two events, two states of one
    affair and what other people do; the clauses around both times have to be of one act: each has a day of its own.
    """
    quoted = are_quoted(pair) or all(any("/" in one.unit for one in side.quantities) for side in pair.sides)
    if quoted or of_two_events(pair) or in_other_provinces(pair) or of_other_people(pair) or of_two_states(pair):
        return
    left, right = (
        _dating(side, words) for side, words in zip(pair.sides, (pair.left_words, pair.right_words), strict=True)
    )
    if any(compared(pair.left_words, one) for one in left) != any(compared(pair.right_words, one) for one in right):
        left = [one for one in left if not compared(pair.left_words, one)]
        right = [one for one in right if not compared(pair.right_words, one)]
    zones = [_zones(side, words) for side, words in zip(pair.sides, (pair.left_words, pair.right_words), strict=True)]
    zoned = zones[0] != zones[1]
    other_days = pair.context.of_other_days(pair.left.article.id, pair.right.article.id)
    alike = _retold(pair)
    free_left = [one for one in left if not (_covered(one, left, right, alike) or _ends_range(pair.right, one))]
    free_right = [one for one in right if not (_covered(one, right, left, alike) or _ends_range(pair.left, one))]
    for one in free_left:
        for other in free_right:
            if not comparable(one, other) or beside_a_range(one, other) or _copied(one, other):
                continue
            if _read_at(pair, one, other):
                continue
            if of_weather(pair) and _gap(one, other) > FORTNIGHT:
                continue  # floods and cold spells come again
            if other_days and one.day != other.day:
                continue  # the same day of another month is a slip of the pen
            by_clocks = zoned or bool(pair.weights.meanings)  # a Vietnamese paper tells a foreign hour by its own clock
            if other_periods(one, other) or (by_clocks and _near(one, other)) or _roughly_early(pair, one, other):
                continue
            found = _evidence(pair, one, other, len(free_left) * len(free_right))
            apart = of_other_stages(pair, one, other, found.features["clause"]) or of_other_journeys(pair, one, other)
            if _of_one_act(pair, found) and not apart:
                yield found


def _retold(pair: Pair) -> bool:
    """Whether the sentences tell much the same in the same words: a year that both have is then no edition's alone."""
    forms = [{word.form for word in words if not word.figure} for words in (pair.left_words, pair.right_words)]
    shared, *told = (sum(map(pair.weights.of, some)) for some in (forms[0] & forms[1], *forms))
    return shared >= RETOLD * max(told)


def _covered(one: Time, own: Sequence[Time], others: Sequence[Time], alike: bool) -> bool:
    """Whether a time may be one that the other sentence tells. In sentences much ``alike`` a year that both tell covers
    no day beside it.
    """
    fitting = [other for other in others if fits(one, other)]
    return any(
        not alike or FINE.get(other.moment, 5) - FINE.get(one.moment, 5) <= COARSER or not _told_by(own, other)
        for other in fitting
    )


def _told_by(times: Sequence[Time], other: Time) -> bool:
    return any(_equal(one, other) for one in times)


def _ends_range(side: Side, time: Time) -> bool:
    """Whether a day without its year is the last of a range that a sentence writes: "từ 19/6 - 30/8"."""
    if time.moment != "day" or not time.day or not time.month or time.kind != "partial":
        return False
    until = rf"(?:[-–]|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?0?{time.day}[/.-]0?{time.month}(?![\d/.-]*\d)"
    return re.search(until, side.sentence.text) is not None


def _of_one_act(pair: Pair, found: Evidence) -> bool:
    """Whether the clauses around two times share some of their words, in English a verb unless they share much."""
    clause = found.features["clause"]
    shared = clause > ONE_ACT and deed_shared(pair, found.left, found.right) >= DEED
    return shared and (not _any_english(pair) or clause >= ONE_CLAUSE or verb_shared(pair, found.left, found.right))


def _any_english(pair: Pair) -> bool:
    """Whether an article is English, where a time stands beside its verb and most sentences have one."""
    return any(side.article.language == "en" for side in pair.sides)


def _zones(side: Side, words: Sequence[Word]) -> set[str]:
    """By whose clocks a sentence tells hours: "local", and places behind "theo", a bracket or a comma ("(giờ Hà Nội)"),
    those of Vietnam as "home".
    """
    found = set()
    for first, last, name in find_phrases(words, phrase_index("zones")):
        before = side.article.text[side.sentence.start : words[first].start].rstrip().lower()
        if name == "local" or before.endswith(("theo", "(", ",")):
            found.add(name if name in ("local", "home") else " ".join(word.form for word in words[first:last]))
    return found


def _roughly_early(pair: Pair, left: Time, right: Time) -> bool:
    """Whether a morning and a noon run into each other: "gần trưa", "đến trưa", "sáng và trưa"."""
    if {part_named(left), part_named(right)} != EARLY or not days_meet(left, right):
        return False
    told = zip(pair.sides, (left, right), strict=True)
    before = [side.article.text[side.sentence.start : time.span.start].lower().split()[-1:] for side, time in told]
    sections = [section_of(language, "times") for language in ("vi", "en")]
    rough, plain = ({word for section in sections for word in section[key]} for key in ("rough", "plain"))
    bare = all(len(one.span.text.split()) <= 3 and one.span.text.split()[0].lower() in plain for one in (left, right))
    return not bare or any(word in rough for words in before for word in words)


def _near(left: Time, right: Time) -> bool:
    """Whether two times are less than two days apart, as one moment is by the clocks of two places; months are not."""
    return _gap(left, right) <= 1 and max(FINE.get(one.moment, 5) for one in (left, right)) <= FINE["day"]


def _read_at(pair: Pair, left: Time, right: Time) -> bool:
    """Whether both times are the hours at which a market's figures, a storm or a flood were read; of a storm's centre
    one may be a part of the day.
    """
    hours = [one.clock is not None for one in (left, right)]
    if all(hours):
        return of_a_market(pair) or are_read(pair)
    parts = all(hour or part_named(one) is not None for hour, one in zip(hours, (left, right), strict=True))
    return any(hours) and parts and of_a_centre(pair)


def _copied(left: Time, right: Time) -> bool:
    """Whether both speak from their own day ("hôm nay", "sáng nay 22/8"): a text of a later day keeps the words."""
    if left.kind == right.kind == "relative" and left.span.text.lower() == right.span.text.lower():
        return True
    if _gap(left, right) == WEEK and left.span.text.split()[-1].lower() == right.span.text.split()[-1].lower():
        return True  # "on Tuesday", "this Tuesday": one day, read as past here and as to come there
    first, second = (one.span.text.lower().split()[:2] for one in (left, right))
    today = {word for language in ("vi", "en") for word in section_of(language, "everyday")["today"]}
    return first == second and bool(today & {*first})


def _dating(side: Side, words: Sequence[Word]) -> list[Time]:
    """The times that date what a sentence tells: not those of the telling, of a figure in brackets or of a count."""
    return [one for one in _placed(side.times) if not (_of_telling(side, words, one) or in_brackets(side, one.span))]


def _of_telling(side: Side, words: Sequence[Word], time: Time) -> bool:
    """Whether a time dates the telling or the page, or is a count's moment, so many hours or part of a name."""
    by_words = as_of(words, time) or elapsed(words, time) or serial(words, time)
    return by_words or told_of(side, words, time) or stamped(time) or _apart_from(side, time)


def _apart_from(side: Side, time: Time) -> bool:
    """Whether a time is so long after or before what its sentence goes on to tell: "Ngày 6/7, vài ngày sau khi ..."."""
    behind = side.article.text[time.span.end : side.sentence.end]
    return APART_FROM.match(behind.lower()) is not None


def matched(pair: Pair) -> Iterator[tuple[Evidence, bool]]:
    """Yield equal times (True), and unequal ones of which one has its equal elsewhere in the other sentence (False)."""
    left, right = _placed(pair.left.times), _placed(pair.right.times)
    equal = [(one, other) for one in left for other in right if one.moment == other.moment and _equal(one, other)]
    yield from ((_evidence(pair, one, other, 1), True) for one, other in equal)
    taken = {id(one) for both in equal for one in both}
    for one in left:
        for other in right:
            if (id(one) in taken or id(other) in taken) and comparable(one, other) and not fits(one, other):
                yield _evidence(pair, one, other, 1), False


def _equal(left: Time, right: Time) -> bool:
    return fits(left, right) and (left.clock, left.day, left.month) == (right.clock, right.day, right.month)


def comparable(left: Time, right: Time) -> bool:
    """Whether two times say the same sort of thing: hours with hours, days with days, years with years or months."""
    if abs(FINE.get(left.moment, 5) - FINE.get(right.moment, 5)) > COARSER:
        return False
    fine = (left.moment == "clock", right.moment == "clock")
    return all(fine) or not any(fine) or _days_known(left, right)


def fits(left: Time, right: Time) -> bool:
    """Whether both times may be of one moment: days that meet and, where both tell it, the same hour or part of day."""
    if not days_meet(left, right):
        return at_one_midnight(left, right) or at_one_midnight(right, left)
    if left.clock is not None and right.clock is not None and left.moment == right.moment == "clock":
        return hours_meet(left, right)
    parts = part_of_day(left), part_of_day(right)
    if {part_named(left), part_named(right)} == EARLY and "clock" not in (left.moment, right.moment):
        return False
    return None in parts or _parts_meet(*parts)


def part_of_day(time: Time) -> int | None:
    """0 (morning) to 4 (night) by the hour or by the words of the time, None where it tells neither."""
    if time.clock is not None and time.moment == "clock":
        hour = time.clock // 60
        return 0 if hour < 11 else 1 if hour < 13 else 2 if hour < 18 else 3 if hour < 22 else 4
    return part_named(time)


def _parts_meet(left: int | None, right: int | None) -> bool:
    """Neighbouring parts of a day run into each other: 17h is afternoon and evening, 1h is night and morning."""
    return left is None or right is None or min(abs(left - right), len(PARTS) - abs(left - right)) <= 1


def _placed(times: Sequence[Time]) -> list[Time]:
    return [
        time
        for time in times
        if time.moment != "vague" and (time.first or time.month or time.year or time.clock is not None)
    ]


def _days_known(left: Time, right: Time) -> bool:
    return bool((left.first and right.first) or (left.month and right.month and left.day and right.day))


def _evidence(pair: Pair, left: Time, right: Time, rivals: int) -> Evidence:
    fine = FINE.get(left.moment, 5), FINE.get(right.moment, 5)
    days = _gap(left, right)
    said = told(pair.left, pair.left_words, left), told(pair.right, pair.right_words, right)
    features = {
        **surroundings(pair, left.span, right.span),
        "coarse": float(max(fine)),
        "grain": float(abs(fine[0] - fine[1])),
        "gap": min(days, 4000.0) ** 0.25,
        "same_day": float(days_meet(left, right)),
        "clocks": float(left.moment == right.moment == "clock"),
        "unresolved": float((not left.resolved) + (not right.resolved)),
        "rivals": float(rivals),
        "told_one": float(said[0] != said[1]),
        "told_both": float(all(said)),
        "same_role": float(_role(pair.left_words, left) == _role(pair.right_words, right)),
        "position": abs(_position(pair, left, 0) - _position(pair, right, 1)),
        "known_elsewhere": _known_elsewhere(pair, left, right),
    }
    words = {"left": left.span.text, "right": right.span.text}
    return Evidence("date", left.span, right.span, "conflict", "date", words, features)


def told(side: Side, words: Sequence[Word], time: Time) -> bool:
    """Whether a verb of saying follows the time soon: it then dates the telling, not what is told."""
    _, last = around(words, time.span.start, time.span.end)
    return any(verbs_of_saying(side.article.text, words[last : last + TELLING]))


def _role(words: Sequence[Word], time: Time) -> str:
    """ "until", "since" or "" by the word before the time."""
    first, _ = around(words, time.span.start, time.span.end)
    before = words[first - 1].form if first else ""
    for role in ("until", "since"):
        if any(before in section_of(language, "times")[role] for language in ("vi", "en")):
            return role
    return ""


def _gap(left: Time, right: Time) -> float:
    """Days between two times; parts of a day for two hours of one day."""
    if left.first and right.first and left.last and right.last and not days_meet(left, right):
        return float(max((right.first - left.last).days, (left.first - right.last).days))
    if left.month and right.month and left.day and right.day:
        return float(abs(_ordinal(left) - _ordinal(right)))
    if left.clock is not None and right.clock is not None:
        return abs(left.clock - right.clock) / 1440.0
    return 0.5


def _ordinal(time: Time) -> int:
    month, day = time.month or 1, time.day or 1
    return (date(2000, month, 1).toordinal() + day) if month <= 12 else day


def _position(pair: Pair, time: Time, side: int) -> float:
    sentence = pair.sides[side].sentence
    return (time.span.start - sentence.start) / max(1, sentence.end - sentence.start)


def _known_elsewhere(pair: Pair, left: Time, right: Time) -> float:
    days = pair.context.days
    return float(
        ((left.month or 0, left.day or 0) in days.get(pair.right.article.id, ()))
        + ((right.month or 0, right.day or 0) in days.get(pair.left.article.id, ()))
    )
