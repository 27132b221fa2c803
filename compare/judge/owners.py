"""Whose figure it is: the name it follows, and the state (dead, hurt, missing) that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from compare.judge.phrases import find_phrases, phrase_index
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold, toned
from compare.judge.words import Word, around
from compare.types import Span

REACH = 60
STATE_REACH = 7
FATE_REACH, BOTH_REACH = 4, 8
AND_OR = frozenset(("và", "hoặc", "hay", "and", "or"))
PART_REACH = 6
ALIKE = 80
EQUAL = 95
TELLING = 4
APPOSED = re.compile(r"[\s,(–-]*")
WORD = re.compile(r"\w+")
NO_STATE = "no_state"


def owners(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether the capitalised names right before two figures are the same or others."""
    first, second = _owner(pair.left, left), _owner(pair.right, right)
    if not first or not second:
        return {"owner_same": 0.0, "owner_other": 0.0, "owner_unequal": 0.0}
    last = first.split()[-1], second.split()[-1]
    partly = min(map(len, last)) >= TELLING and fuzz.partial_ratio(*last) >= ALIKE
    same = last[0] == last[1] or partly or fuzz.token_set_ratio(first, second) >= ALIKE
    unequal = same and fuzz.ratio(first, second) < EQUAL and not (first in second or second in first)
    return {"owner_same": float(same), "owner_other": float(not same), "owner_unequal": float(unequal)}


def of_one_bearer(pair: Pair, left: Span, right: Span) -> bool:
    """Whether two ages stand right behind the same name, with no one else between: "Lê Văn Tám (30 tuổi)"."""
    first, second = _bearer(pair.left, left), _bearer(pair.right, right)
    return bool(first and second) and (first == second or first.split()[-1] == second.split()[-1])


def of_two_bearers(pair: Pair, left: Span, right: Span) -> bool:
    """Whether two ages stand right behind the names of two people: of other first words and, since foreign names end
    with the family's, other last ones where either is Vietnamese.
    """
    first, second = (_bearer(side, span).split() for side, span in ((pair.left, left), (pair.right, right)))
    if min(len(first), len(second)) < 2 or first[0] == second[0]:
        return False
    foreign = all(word.isascii() for word in (*first, *second))
    return foreign or first[-1] != second[-1]


def _bearer(side: Side, span: Span) -> str:
    """The name of the person that an age is told of, tones and all ("Hòa" is not "Hoa"); "" where it stands apart."""
    named = [one for one in side.names if one.kind == "person" and one.span.end <= span.start]
    if not named or not APPOSED.fullmatch(side.article.text[named[-1].span.end : span.start]):
        return ""
    return toned(named[-1].span.text)


def states(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether the nearest words of state around two figures are of one group or of others."""
    first, second = states_near(pair.left_words, left), states_near(pair.right_words, right)
    if not first or not second:
        return {"state_same": 0.0, "state_other": 0.0}
    return {"state_same": float(bool(first & second)), "state_other": float(not first & second)}


def part_of(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether one figure, but not the other, is told as a part of something greater ("trong đó có 3 người")."""
    first, second = _is_part(pair.left_words, left), _is_part(pair.right_words, right)
    return {"part_one": float(first != second), "part_both": float(first and second)}


def _is_part(words: tuple[Word, ...], span: Span) -> bool:
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - PART_REACH) : last + 2]
    return any(True for _ in find_phrases(near, phrase_index("parts")))


def _owner(side: Side, span: Span) -> str:
    """The last run of capitalised words shortly before a span, folded; "" where none is near."""
    text, begin = side.article.text, max(side.sentence.start, span.start - REACH)
    run: list[str] = []
    latest: list[str] = []
    end = begin
    for word in WORD.finditer(text, begin, span.start):
        after_colon = text[max(0, word.start() - 2) : word.start()] == ": "
        first_of_sentence = word.start() == side.sentence.start or after_colon
        cut_off = word.start() == begin and begin > 0 and text[begin - 1].isalnum()
        if word.group()[0].isupper() and len(word.group()) > 1 and not cut_off:
            run = [*run, word.group()] if run and text[end : word.start()] == " " else [word.group()]
            latest = run if len(run) > 1 or not first_of_sentence else latest
        else:
            run = []
        end = word.end()
    return fold(" ".join(latest))


def states_near(words: tuple[Word, ...], span: Span) -> frozenset[str]:
    """The groups of words of state ("dead", "hurt") that stand near a span."""
    first, last = around(words, span.start, span.end)
    return states_in(words[max(0, first - STATE_REACH) : last + STATE_REACH])


def fate_of(words: Sequence[Word], span: Span) -> str:
    """The group of the word of state right behind a figure and what it counts ("13 người | chết"), "" where none is, or
    where two are told of it at once ("8 người chết và mất tích").
    """
    _, last = around(words, span.start, span.end)
    told = [*find_states(words[last : last + BOTH_REACH])]
    near = [one for one in told if one[0] < FATE_REACH]
    if not near:
        return ""
    _, end, fate = near[0]
    for begin, _, other in told[1:2]:
        between = [word.form for word in words[last + end : last + begin]]
        if other != fate and len(between) == 1 and between[0] in AND_OR:
            return ""
    return fate


def states_in(words: Sequence[Word]) -> frozenset[str]:
    """The groups of words of state among some words."""
    return frozenset(name for *_, name in find_states(words))


def find_states(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """(first word, last word + 1, group) of each word of state; "xác nhận" is no "xác"."""
    return (one for one in find_phrases(words, phrase_index("states")) if one[2] != NO_STATE)
