"""Whose figure it is: the name it follows, and the state (dead, hurt, missing) that it counts."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from compare.judge.phrases import PhraseIndex, find_phrases, phrase_index, section_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.words import Word, around
from compare.types import Span

REACH = 60
STATE_REACH = 7
PART_REACH = 6
AGENCY_REACH = 3
HEADING = 40
RATE_REACH = 24
APART = frozenset(("dead", "hurt", "missing", "rescued", "arrested", "aboard", "lowest", "highest"))
ALIKE = 80
WORD = re.compile(r"\w+")


def owners(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether the capitalised names right before two figures are the same or others."""
    first, second = _owner(pair.left, left), _owner(pair.right, right)
    if not first or not second:
        return {"owner_same": 0.0, "owner_other": 0.0}
    same = (
        fuzz.partial_ratio(first.split()[-1], second.split()[-1]) >= ALIKE
        or fuzz.token_set_ratio(first, second) >= ALIKE
    )
    return {"owner_same": float(same), "owner_other": float(not same)}


def states(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether the nearest words of state around two figures are of one group or of others."""
    first, second = states_near(pair.left_words, left), states_near(pair.right_words, right)
    if not first or not second:
        return {"state_same": 0.0, "state_other": 0.0}
    return {"state_same": float(bool(first & second)), "state_other": float(not first & second)}


def of_other_states(pair: Pair, left: Span, right: Span) -> bool:
    """Whether two figures count what cannot be one: the dead and the hurt, the lowest and the highest."""
    first, second = states_near(pair.left_words, left) & APART, states_near(pair.right_words, right) & APART
    return bool(first and second) and not first & second


def at_other_rates(pair: Pair, left: Span, right: Span) -> bool:
    """Whether one figure is told by the year, the day or the head and the other is not."""
    return _is_rate(pair.left, left) != _is_rate(pair.right, right)


def _is_rate(side: Side, span: Span) -> bool:
    after = side.article.text[span.start : min(side.sentence.end, span.end + RATE_REACH)].lower()
    return any(cue in after for language in ("vi", "en") for cue in section_of(language, "rates")["cues"])


def part_of(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether one figure, but not the other, is told as a part of something greater ("trong đó có 3 người")."""
    first, second = _is_part(pair.left_words, left), _is_part(pair.right_words, right)
    return {"part_one": float(first != second), "part_both": float(first and second)}


def opposite_ends(pair: Pair, left: Span, right: Span) -> bool:
    """Whether one figure counts what somebody does and the other what is done to somebody."""
    first, second = _agency(pair.left_words, left), _agency(pair.right_words, right)
    return bool(first and second) and first != second


def _agency(words: tuple[Word, ...], span: Span) -> str:
    """The nearest word of doing or suffering shortly before a span, else soon after it, "" where there is none."""
    first, last = around(words, span.start, span.end)
    before = list(find_phrases(words[max(0, first - AGENCY_REACH) : first], phrase_index("agency")))
    after = list(find_phrases(words[last : last + 2 * AGENCY_REACH], phrase_index("agency")))
    return next((name for *_, name in (*reversed(before), *after)), "")


def under_other_headings(pair: Pair) -> bool:
    """Whether both sentences begin with headings that differ ("Phía đông Bắc Bộ: ...", "Phía tây Bắc Bộ: ...")."""
    first, second = _heading(pair.left), _heading(pair.right)
    return bool(first and second) and first != second


def _heading(side: Side) -> str:
    """What stands before a colon near the start of a sentence, folded; "" where there is none."""
    before, colon, after = side.sentence.text.partition(":")
    return fold(before).strip() if colon and len(before) <= HEADING and after[:1].isspace() else ""


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
        first_of_sentence = word.start() == side.sentence.start
        cut_off = word.start() == begin and begin > 0 and text[begin - 1].isalnum()
        if word.group()[0].isupper() and not cut_off:
            run = [*run, word.group()] if run and text[end : word.start()] == " " else [word.group()]
            latest = run if len(run) > 1 or not first_of_sentence else latest
        else:
            run = []
        end = word.end()
    return fold(" ".join(latest))


def states_near(words: tuple[Word, ...], span: Span) -> frozenset[str]:
    """The groups of words of state ("dead", "hurt") that stand near a span."""
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - STATE_REACH) : last + STATE_REACH]
    return frozenset(name for _, _, name in find_phrases(near, _index()))


@cache
def _index() -> PhraseIndex:
    return phrase_index("states")
