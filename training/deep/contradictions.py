"""Training pairs out of one true news sentence: a twin that contradicts it, or (`rephrase`) a telling that agrees.

Plain expressions and tables, so that some thousands of sentences a second go through. Both can be chained: a
contradiction of a rephrased sentence keeps a reader from taking "much was changed" for agreement, or any edit for
a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from training.deep import patterns
from training.deep.contrasts import KNOWN, OUTCOMES_RULE, PERSONS_RULE, PLACES_RULE, POLARITY_RULE, is_actor
from training.deep.figures import is_rounding, other_day, other_figure, other_item, other_score, shifted
from training.deep.retelling import rephrase

__all__ = ["KINDS", "Made", "contradict", "is_rounding", "rephrase"]

SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A contradicting sentence: `text[start:end]` is what stands in place of the true detail of this `kind`."""

    text: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """What to put in place of `sentence[start:end]`."""

    start: int
    end: int
    new: str


def contradict(sentence: str, others: Sequence[str], rng: Random) -> Made | None:
    """The sentence with one detail changed so that both cannot be true of one fact; None where nothing fits.

    `others` are sentences of the same article or batch, from which names are borrowed. Kinds are tried in a random
    order in which the rarer ones tend to come first.
    """
    if len(sentence.split()) < SHORTEST:
        return None
    for kind in sorted(KINDS, key=lambda name: rng.random() ** (1 / KINDS[name][1]), reverse=True):
        edit = KINDS[kind][0](sentence, others, rng)
        if edit is not None and edit.new != sentence[edit.start : edit.end]:
            new = edit.new
            if not edit.start and sentence[0].isupper():
                new = new[0].upper() + new[1:]
            return Made(sentence[: edit.start] + new + sentence[edit.end :], kind, edit.start, edit.start + len(new))
    return None


def _number(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    if patterns.SCORE_CUES.search(sentence):
        edit = _first(patterns.SCORE, sentence, rng, lambda match: other_score(match, rng), group=0)
        if edit is not None:
            return edit
    return _first(patterns.NUMBER, sentence, rng, lambda match: _other_count(match, rng), group=0) or _first(
        patterns.COUNTED, sentence, rng, lambda match: other_item(match[1], patterns.WORD_NUMBERS, rng)
    )


def _other_count(match: re.Match[str], rng: Random) -> str | None:
    """Another figure of plausible size; None for years, days, and numbers that belong to names (Boeing 777)."""
    before = match.string[: match.start()].split()
    last = before[-1].strip("“\"'") if before else ""
    named = len(before) > 1 and last[:1].isupper()
    if named or last.lower() in patterns.NOT_A_COUNT or re.fullmatch(r"(?:19|20)\d\d|0\d*|\d{9,}", match[0]):
        return None
    most = 100.0 if match.string[match.end() : match.end() + 1] == "%" else float("inf")
    return other_figure(match[0], last.lower() in patterns.HEDGES, 12.0 if last.lower() == "lớp" else most, rng)


def _date(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    ways: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]] = [
        (patterns.DAY, lambda match: other_day(match[1], rng)),
        (patterns.ONE_DAY, lambda match: shifted(match[1] or match[2], 28 if match[1] else 12, rng)),
        (patterns.YEAR, lambda match: str(int(match[1]) + rng.choice([-4, -3, -2, -1, 1]))),
        (patterns.WEEKDAY, lambda match: other_item(match[1], patterns.WEEKDAYS, rng)),
        (patterns.HOUR, lambda match: shifted(match[1] or match[2], 23, rng)),
        (patterns.PART, lambda match: rng.choice(patterns.DAY_PARTS[match[1].lower()].split("|"))),
    ]
    rng.shuffle(ways)
    found = (_first(pattern, sentence, rng, change) for pattern, change in ways)
    return next((edit for edit in found if edit is not None), None)


def _name(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    if rng.random() < 0.4:
        edit = _exchange(PERSONS_RULE, sentence, rng)
        if edit is not None:
            return edit
    return (
        _first(patterns.TITLED, sentence, rng, lambda match: _borrowed(match, patterns.TITLED, others, rng), group=2)
        or _first(patterns.FULL, sentence, rng, lambda match: _borrowed(match, patterns.FULL, others, rng), group=0)
        or _first(patterns.AREA, sentence, rng, lambda match: _borrowed(match, patterns.AREA, others, rng), group=2)
        or _exchange(PERSONS_RULE, sentence, rng)
    )


def _borrowed(match: re.Match[str], pattern: re.Pattern[str], others: Sequence[str], rng: Random) -> str | None:
    """A name of the same sort from another sentence, else a near-identical one; None for a source after "theo"."""
    whole = pattern is patterns.FULL
    source = patterns.SOURCE.search(match.string[: match.start()])
    if "Hồ Chí" in match[0] or (source and (whole or source[0].lower().startswith("theo"))):
        return None
    name = match[0] if whole else match[2]
    here = set(re.findall(r"\w+", match.string.lower()))
    for other in rng.sample(others, min(8, len(others))):
        for found in pattern.finditer(other):
            new = found[0] if whole else found[2]
            same = whole or _sort(found[1]) == _sort(match[1])
            alike = (len(new) == 1) == (len(name) == 1) and len(new.split()) <= len(name.split()) + 2
            if same and alike and not here & set(re.findall(r"\w+", new.lower())):
                return new
    return _near(name, "" if whole else match[1], rng)


def _sort(title: str) -> str:
    """Titles that go before the names of one another's bearers."""
    return next(
        (group for group in (patterns.MALE, patterns.FEMALE) if title.lower() in group.split("|")), title.lower()
    )


def _near(name: str, title: str, rng: Random) -> str | None:
    """A name one letter or so away: of the given names that are mixed up most; only of full Vietnamese names."""
    words = name.split()
    for given in patterns.NEAR_NAMES.values():
        if words[-1] in given and (len(words) > 1 or title):
            place = given.index(words[-1])
            return " ".join([*words[:-1], given[place ^ 1 if place ^ 1 < len(given) else place - 1]])
    if len(words) > 1 and re.fullmatch(patterns.FAMILIES, words[0]):
        woman = _sort(title) == patterns.FEMALE or bool(patterns.WOMANLY & set(words))
        group = patterns.FEMALE if woman else patterns.MALE
        return " ".join([*words[:-1], rng.choice([one for one in patterns.NEAR_NAMES[group] if one not in words])])
    return None


def _role(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    """Who did it and to whom, turned round."""
    for pattern in (patterns.SUFFERED, patterns.DEED, patterns.ROUTE, patterns.APART):
        for match in pattern.finditer(sentence):
            one, other = match[1], match[3]
            starts = not sentence[: match.start()].rstrip("“\"' ") or sentence[: match.start()].endswith(
                (". ", "“", '"')
            )
            unlike = pattern is patterns.APART and (one in KNOWN) != (other in KNOWN)
            if (
                unlike
                or {*one.lower().split()} & {*other.lower().split()} - patterns.TITLES
                or not (is_actor(one, starts) and is_actor(other, False))
            ):
                continue
            if patterns.COMMON.match(one):
                one = one[0].lower() + one[1:]
            return Edit(match.start(1), match.end(3), other + match[2] + one)
    return None


def _exchange(rule: tuple[re.Pattern[str], dict[str, list[str]]], sentence: str, rng: Random) -> Edit | None:
    """A word or phrase of a table exchanged for another of its line."""
    pattern, table = rule
    return _first(
        pattern, sentence, rng, lambda match: None if _is_part(match) else rng.choice(table[match[0]]), group=0
    )


def _is_part(match: re.Match[str]) -> bool:
    """Whether a name stands in a longer one: the "Trump" of "Ivanka Trump"."""
    before, after = match.string[: match.start()].split(), match.string[match.end() :].lstrip(" ")
    return match[0][0].isupper() and (after[:1].isupper() or (len(before) > 1 and before[-1][0].isupper()))


def _place(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    pattern, table = PLACES_RULE
    return _first(pattern, sentence, rng, lambda match: _other_place(match, table, rng), group=0)


def _other_place(match: re.Match[str], table: dict[str, list[str]], rng: Random) -> str | None:
    """Another place of its line, unless the name is part of a longer one, or the place that all the news is from."""
    last = ["", *match.string[: match.start()].split()][-1]
    if _is_part(match) or re.fullmatch(f"{patterns.MALE}|{patterns.FEMALE}", last.lower()):
        return None
    if match[0] == "Việt Nam" and last not in ("tại", "ở", "sang", "đến", "Tại", "Ở"):
        return None
    return rng.choice([one for one in table[match[0]] if one not in match.string] or [match[0]])


def _polarity(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    if patterns.NO_POLARITY.search(sentence):
        return None
    pattern, table = POLARITY_RULE

    def change(match: re.Match[str]) -> str | None:
        return None if patterns.OPEN_NOT.match(sentence, match.end()) else rng.choice(table[match[0]])

    return _first(pattern, sentence, rng, change, group=0)


def _outcome(sentence: str, others: Sequence[str], rng: Random) -> Edit | None:
    return _exchange(OUTCOMES_RULE, sentence, rng)


def _first(
    pattern: re.Pattern[str], sentence: str, rng: Random, change: Callable[[re.Match[str]], str | None], group: int = -1
) -> Edit | None:
    """The first match, in random order, that can be changed and stands only once; `group` -1: its last group filled."""
    matches = list(pattern.finditer(sentence))
    rng.shuffle(matches)
    for match in matches:
        chosen = group if group >= 0 else match.lastindex or 0
        alone = (
            sentence.count(match[chosen]) == 1 or match[chosen].isdigit() or group < 0 or pattern is POLARITY_RULE[0]
        )
        new = change(match) if alone else None
        if new and new != match[chosen]:
            return Edit(match.start(chosen), match.end(chosen), new)
    return None


Kind = Callable[[str, Sequence[str], Random], Edit | None]
# How each kind is made, and how early it tends to be tried.
KINDS: dict[str, tuple[Kind, float]] = {
    "number": (_number, 1.0),
    "date": (_date, 1.0),
    "name": (_name, 1.0),
    "place": (_place, 0.8),
    "polarity": (_polarity, 1.0),
    "role": (_role, 4.0),
    "outcome": (_outcome, 1.2),
}
