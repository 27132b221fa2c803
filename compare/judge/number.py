"""Numbers: figures of the same thing that cannot both be true.

Silent where the other sentence holds a figure that fits, where the parts add up to the total, and where units differ.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from compare.judge.evidence import Evidence
from compare.judge.figures import AGES, fits, noun_likeness, same_measure
from compare.judge.happenings import of_two_events, under_other_headings
from compare.judge.identifiers import slip, written_in
from compare.judge.owners import of_one_bearer, of_two_bearers, owners, part_of, states
from compare.judge.phrases import find_phrases, phrase_index
from compare.judge.proposals import decided, of_two_askers, proposed_apart
from compare.judge.series import of_two_in_a_series
from compare.judge.sides import Pair, Side
from compare.judge.since import of_two_states
from compare.judge.spelling import fold
from compare.judge.sums import is_part_of, is_sum, of_another_fate
from compare.judge.surroundings import surroundings
from compare.judge.timing import moved_on, read_at_some_hour
from compare.judge.unlike import of_two_things
from compare.judge.words import Word, around
from compare.types import Quantity, Span

KINDS = ("count", "measure", "money", "percent", "age", "score", "identifier")
SMALL = 10
SOME_NOUN, LESS = 0.3, 0.3
MANY = 14
MINUTES, GOAL = 3, 5
ONE_SERIES = 0.3
NAMELESS = 0.2
MISPLACED, TINY = 0.2, 1e-6
SAY_ENOUGH = ("identifier", "money", "percent", *AGES)
PEOPLE = frozenset(("người", "people", "persons"))
OUT_OF = re.compile(r"/| trong | trên | out of | of ")
NEARLY = 0.2
SO_MANY = re.compile(r"(?<![\d.,])([1-8]),\s?([2-9])(?![\d.,%])")
ANOTHER = re.compile(r"(?:\s+[^\W\d_]+){1,5}?\s+khác(?!\w)")
DAY_AND_MONTH = re.compile(r"[0-3]?\d\.[01]?\d")


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield figures that stand alone in their own sentence and clash with one of the same measure in the other.

    Silent on tables that read as one long sentence, and under headings that differ.
    """
    left, right = (_told_figures(side) for side in pair.sides)
    if under_other_headings(pair) or of_two_events(pair) or max(len(left), len(right)) > MANY:
        return
    free_left, free_right = _unmatched(pair, left, right), _unmatched(pair.mirrored(), right, left)
    for one in free_left:
        for other in free_right:
            if _clashes(pair, one, other) and not _of_two(pair, one, other):
                found = _evidence(pair, one, other, len(free_left) * len(free_right))
                if of_two_askers(pair, one, other):
                    continue
                if proposed_apart(pair, one, other):
                    note = decided(pair, one, other)
                    if note:
                        yield replace(found, relation="update", note=note)
                    continue
                moved = moved_on(found, pair)
                stands = moved or not (_told_there(pair, one, other) or read_at_some_hour(pair, one, other))
                if stands and (moved or left_to_tell(pair, one, other, found.features)):
                    yield found


def _of_two(pair: Pair, left: Quantity, right: Quantity) -> bool:
    if {left.noun, right.noun} == {"phút"} and _of_one_goal(pair):
        return False
    if left.kind == "measure" and of_two_states(pair):
        return True  # what has burnt for half an hour and was put out after two
    if left.kind in AGES and of_two_bearers(pair, left.span, right.span):
        return True
    return of_two_things(pair, left, right) or of_two_in_a_series(pair, left, right)


def _told_there(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether the article of one figure tells the other too, of the same noun or unit: a conflict it is not. Of one's
    age another's says nothing.
    """
    if left.kind in AGES and of_one_bearer(pair, left.span, right.span):
        return False
    if left.unit == right.unit == "flight":
        return written_in(pair.right, left) or written_in(pair.left, right)
    named = all(one.noun or one.unit for one in (left, right))
    return named and _known_elsewhere(pair, left, right)["known_elsewhere"] > 0


def _told_figures(side: Side) -> list[Quantity]:
    """The figures of a sentence but those that are likelier a day and a month ("22.5") or "another" than a count."""
    return [
        one
        for one in side.quantities
        if (one.noun or one.unit or not DAY_AND_MONTH.fullmatch(one.span.text)) and not _another(side, one)
    ]


def _another(side: Side, one: Quantity) -> bool:
    """Whether a one only says that there are others: "một người bạn thân khác"."""
    behind = side.article.text[one.span.end : side.sentence.end]
    return one.kind == "count" and one.span.text.lower() == "một" and ANOTHER.match(behind) is not None


def left_to_tell(pair: Pair, left: Quantity, right: Quantity, features: Mapping[str, float]) -> bool:
    """Whether two figures may be of one thing: nameless counts, ordinals and minutes of play want close surroundings.

    Ordinals and minutes tell the members of a series apart, unless both are of one scorer's goal to one score.
    """
    if "count" in (left.kind, right.kind) and not (left.noun and right.noun) and features["near"] < NAMELESS:
        return False
    if "ordinal" not in (left.kind, right.kind) and "phút" not in (left.noun, right.noun):
        return True
    if "phút" in (left.noun, right.noun) and abs(left.low - right.low) > MINUTES:
        return _of_one_goal(pair)
    return features["near"] >= ONE_SERIES


def _of_one_goal(pair: Pair) -> bool:
    """Whether both sentences tell of one minute and one score each, the same one that a goal makes, and of the same
    people.
    """
    told = [[one for one in side.quantities if one.kind == "score"] for side in pair.sides]
    minutes = [sum(one.noun == "phút" for one in side.quantities) for side in pair.sides]
    people = [{fold(one.span.text).split()[-1] for one in side.names if one.kind != "place"} for side in pair.sides]
    alone = [*map(len, told), *minutes] == [1] * 4
    if not alone or told[0][0].span.text != told[1][0].span.text or not people[0] & people[1]:
        return False
    both = zip((pair.left_words, pair.right_words), (one[0].span for one in told), strict=True)
    return all(_scored(words, span) for words, span in both)


def _scored(words: Sequence[Word], score: Span) -> bool:
    """Whether a score is one that a goal has just made: "nâng tỷ số lên | 2-1"."""
    first, _ = around(words, score.start, score.end)
    return any(True for _ in find_phrases(words[max(0, first - GOAL) : first], phrase_index("goals")))


def matched(pair: Pair) -> Iterator[tuple[Evidence, bool]]:
    """Yield equal figures (True), and unequal ones of which one has its equal elsewhere in the other sentence (False).

    They show what one thing in one slot looks like and what two things look like, for the training of the weights.
    """
    equal = [
        (one, other)
        for one in pair.left.quantities
        for other in pair.right.quantities
        if one.kind == other.kind and same_measure(one, other) and one.value == other.value and one.value
    ]
    yield from ((_evidence(pair, one, other, 1), True) for one, other in equal)
    taken = {id(one) for both in equal for one in both}
    for one in pair.left.quantities:
        for other in pair.right.quantities:
            if (id(one) in taken or id(other) in taken) and _clashes(pair, one, other):
                yield _evidence(pair, one, other, 1), False


def _clashes(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Two plates or documents have to be near-identical: otherwise they are simply two."""
    if (
        not same_measure(left, right)
        or fits(left, right, pair.context.years)
        or {left.value, right.value} <= _one_or_two(pair.left, left) | _one_or_two(pair.right, right)
        or _out_of(left, right)
        or _out_of(right, left)
    ):
        return False
    return left.kind != "identifier" or slip(left, right) > 0


def _one_or_two(side: Side, one: Quantity) -> set[float | None]:
    """The values that "1, 2 cái" and "1,2 cái", which mean one or two, may be read as; none for other figures."""
    found = SO_MANY.search(side.article.text, max(0, one.span.start - 3), one.span.end + 3)
    if one.unit or found is None or int(found[2]) != int(found[1]) + 1:
        return set()
    values: set[float | None] = {float(found[1]), float(found[2]), float(f"{found[1]}.{found[2]}")}
    return values if one.value in values else set()


def _out_of(one: Quantity, whole: Quantity) -> bool:
    """Whether a figure is told out of the other: "8/10 người" and "8 trong số 10 người"."""
    parts = re.findall(r"\d+", one.span.text) if OUT_OF.search(one.span.text.lower()) else []
    return len(parts) == 2 and whole.value is not None and whole.value in map(float, parts)


def _unmatched(pair: Pair, own: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Figures of the pair's left sentence that nothing in the right one bears out, alone or as a sum."""
    free = []
    for one in own:
        same = _of_one_owner(pair, one, [other for other in others if same_measure(one, other)])
        mates = [mate for mate in own if mate is not one and same_measure(one, mate)]
        nearest = max((noun_likeness(one.noun, other.noun, pair.weights) for other in same), default=0.0)
        parts = [other for other in same if not of_another_fate(pair, one, other)]
        borne_out = any(_bears_out(pair, one, other, nearest) for other in same) or is_sum(one, parts)
        if not borne_out and not any(is_part_of(pair, one, mates, other, same) for other in same):
            free.append(one)
    return free


def _of_one_owner(pair: Pair, one: Quantity, others: list[Quantity]) -> list[Quantity]:
    """Of ages those of whom the age is, where there are any: that somebody else is as old bears nothing out."""
    own = [other for other in others if one.kind in AGES and of_one_bearer(pair, one.span, other.span)]
    return own or others


def _bears_out(pair: Pair, one: Quantity, other: Quantity, nearest: float) -> bool:
    """Whether a figure of the other sentence fits.

    Small counts come up by chance, so theirs has to be a like noun, about as like as the ``nearest`` there; in two
    languages "người" is like any other.
    """
    if not fits(one, other, pair.context.years):
        return False
    chance = one.kind == "count" and one.value is not None and one.value < SMALL
    if chance and pair.weights.meanings and any(PEOPLE & {*told.noun.split()} for told in (one, other)):
        return True
    return not chance or noun_likeness(one.noun, other.noun, pair.weights) >= max(SOME_NOUN, nearest - LESS)


def _evidence(pair: Pair, left: Quantity, right: Quantity, rivals: int) -> Evidence:
    features = {
        **surroundings(pair, left.span, right.span),
        **owners(pair, left.span, right.span),
        **states(pair, left.span, right.span),
        **part_of(pair, left.span, right.span),
        "noun": noun_likeness(left.noun, right.noun, pair.weights),
        "noun_missing": float(not left.noun or not right.noun),
        "unit": float(bool(left.unit) and left.unit == right.unit),
        "hedged": float(bool(left.hedge or right.hedge)),
        "vague": float(left.value is None or right.value is None),
        "apart": _apart(pair, left, right),
        "size": math.log10(1.0 + min(abs(left.high), abs(right.high))),
        "rivals": math.log1p(rivals),
        **_known_elsewhere(pair, left, right),
        "slip": slip(left, right),
        **{f"is_{kind}": float(kind in (left.kind, right.kind)) for kind in KINDS},
    }
    words = {"left": _shown(pair.left, left), "right": _shown(pair.right, right)}
    note = "age" if left.kind in AGES else "identifier" if left.kind == "identifier" else "number"
    return Evidence("number", left.span, right.span, "conflict", note, words, features)


def _shown(side: Side, one: Quantity) -> str:
    """The figure with what it counts, where the article has it: "32 người", "phút 32"; sums and shares say enough."""
    if not one.noun or one.kind in SAY_ENOUGH or one.noun in one.span.text.lower():
        return one.span.text
    before = side.article.text[: one.span.start].rstrip()
    if one.kind == "ordinal" and before.lower().endswith(one.noun):
        return f"{before[-len(one.noun) :].lower()} {one.span.text}"
    return f"{one.span.text} {one.noun}"


def _apart(pair: Pair, left: Quantity, right: Quantity) -> float:
    """Logarithm of the ratio between the nearest ends of the two ranges, at most 3; of the ages for a birth year."""
    if "birth-year" in (left.kind, right.kind) and pair.context.years:
        ages = sorted(max(1.0, _age(one, max(pair.context.years))) for one in (left, right))
        return math.log10(ages[1] / ages[0])
    if _misplaced(left, right):
        return MISPLACED
    low, high = sorted((left, right), key=lambda one: (one.low, one.high))
    small, large = max(abs(low.high), 1e-6), max(abs(high.low), 1e-6)
    return min(abs(math.log10(large / small)), 3.0)


def _misplaced(left: Quantity, right: Quantity) -> bool:
    """Whether two figures of two digits or more differ in the power of ten alone: 1,43 tỉ against 1,43 triệu."""
    if not left.value or not right.value:
        return False
    first, second = (f"{abs(one):.9e}".split("e") for one in (left.value, right.value))
    return first[0] == second[0] and len(first[0].replace(".", "").rstrip("0")) > 1 and first[1] != second[1]


def _age(one: Quantity, year: int) -> float:
    value = one.value or one.low
    return year - value if one.kind == "birth-year" else value


def _known_elsewhere(pair: Pair, left: Quantity, right: Quantity) -> dict[str, float]:
    """How many of the two figures the other article has too, which then tells of both: of the same noun, at all."""
    context = pair.context.figures
    others = context.get(pair.right.article.id, ()), context.get(pair.left.article.id, ())
    if left.value == right.value:
        return {"known_elsewhere": 0.0, "known_at_all": 0.0}
    return {
        "known_elsewhere": float(_told_in(pair, left, others[0]) + _told_in(pair, right, others[1])),
        "known_at_all": float(_stands_in(left, others[0]) + _stands_in(right, others[1])),
    }


def _told_in(pair: Pair, one: Quantity, figures: Iterable[Quantity]) -> bool:
    """Whether a figure is told there of the same noun, in these digits or in others that fit ("2 giờ", "2 giờ 16")."""
    alike = (other for other in figures if (one.unit, one.noun) == (other.unit, other.noun))
    return any(one.value == other.value or _about(one, other, pair.context.years) for other in alike)


def _about(one: Quantity, other: Quantity, years: Sequence[int]) -> bool:
    """Whether two figures fit and are nearly the same; what is told in words alone ("nhiều") fits too much."""
    if not one.value or not other.value or abs(one.value - other.value) > NEARLY * abs(one.value):
        return False
    return same_measure(one, other) and fits(one, other, years)


def _stands_in(one: Quantity, figures: Iterable[Quantity]) -> bool:
    return one.value is not None and any((one.value, one.unit) == (other.value, other.unit) for other in figures)
