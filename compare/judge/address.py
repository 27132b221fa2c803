"""Addresses that cannot both be right: one person living in two districts, one commune lying in two.

Of the linked pairs of our own labels in which it sees a clash nearly all are labelled a conflict; it sees few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from compare.judge.addresses import COMMUNE, DISTRICT, PROVINCE, Unit, addresses, provinces, residences, words_for
from compare.judge.evidence import Evidence
from compare.judge.phrases import section_of
from compare.judge.sides import Pair
from compare.judge.spelling import fold, toned

GREATEST_FIRST = (PROVINCE, DISTRICT, COMMUNE)
ONE_NAME = 80  # of 100: "Buôn Ma Thuột" and "Buôn Mê Thuột", "Krông Pắk" and "Krông Pắc"


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield the largest units that differ in one person's addresses, and the two in which one named unit is to lie."""
    told: set[tuple[int, int]] = set()
    for one, other in (*_homes(pair), *_surrounding(pair)):
        if (one.span.start, other.span.start) not in told:
            told.add((one.span.start, other.span.start))
            words = {"left": one.span.text, "right": other.span.text}
            yield Evidence("place", one.span, other.span, "conflict", "place", words, {})


def _homes(pair: Pair) -> Iterator[tuple[Unit, Unit]]:
    """The units that tell one person's addresses apart; a sentence that names the other's too may tell of two homes."""
    texts = [toned(side.sentence.text) for side in pair.sides]
    left, right = list(residences(pair.left)), list(residences(pair.right))
    for one in left:
        for other in right:
            if (one.person, one.cue) == (other.person, other.cue):
                both = [(one.address.units.get(rank), other.address.units.get(rank)) for rank in GREATEST_FIRST]
                apart = [(a, b) for a, b in both if a and b and _of_two(pair, a, b)]
                yield from ((a, b) for a, b in apart[:1] if not (_named(texts[1], a) or _named(texts[0], b)))


def _surrounding(pair: Pair) -> Iterator[tuple[Unit, Unit]]:
    """The units in which one named unit is told to lie; an article that names the other's may tell of two places."""
    left, right = addresses(pair.left), addresses(pair.right)
    for first in left:
        for second in right:
            for rank in (COMMUNE, DISTRICT):
                lesser = first.units.get(rank), second.units.get(rank)
                one, other = first.units.get(rank + 1), second.units.get(rank + 1)
                if _same(*lesser) and one and other and _of_two(pair, one, other) and not _told(pair, one, other):
                    yield one, other


def _same(left: Unit | None, right: Unit | None) -> bool:
    """Whether two units are one by level and name; by a number they are not, and a ward is no commune."""
    if left is None or right is None or left.key != right.key or left.numbered:
        return False
    return left.level == right.level


def _of_two(pair: Pair, left: Unit, right: Unit) -> bool:
    """Whether two names are of two units: no spellings of one, none part of the other ("Từ Liêm", "Nam Từ Liêm"), no
    provinces that are one by then, and none said to be a former or a new one.
    """
    one, other = fold(left.span.text), fold(right.span.text)
    if left.key == right.key:
        return False
    if left.numbered or right.numbered:
        return left.numbered and right.numbered and one != other
    if min(len(one), len(other)) <= 2 or f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}"):
        return False
    if left.rank == right.rank == PROVINCE and province_of(left.key, pair) == province_of(right.key, pair):
        return False
    if _changed(pair.left.article.text, left) or _changed(pair.right.article.text, right):
        return False
    return fuzz.ratio(one, other) < ONE_NAME


def province_of(name: str, pair: Pair) -> str:
    """The province of a folded name: of articles since July 2025 as they are now."""
    told = section_of("vi", "addresses")
    days = [side.article.published for side in pair.sides]
    late = any(day is not None and day.date() >= told["joined"] for day in days)
    return provinces(late).get(name, name)


def one_province(pair: Pair, left: str, right: str) -> bool:
    """Whether two names are of provinces that are one by now."""
    keys = [toned(name.removeprefix("tỉnh ")) for name in (left, right)]
    return all(key in provinces() for key in keys) and province_of(keys[0], pair) == province_of(keys[1], pair)


def _changed(text: str, unit: Unit) -> bool:
    """Whether the words behind a name say that the unit has changed ("huyện Vĩnh Lợi cũ", "nay là")."""
    behind = " ".join(re.findall(r"\w+", text[unit.span.end : unit.span.end + 12].lower()))
    return any(f"{behind} ".startswith(f"{word} ") for word in section_of("vi", "addresses")["changed"])


def _told(pair: Pair, left: Unit, right: Unit) -> bool:
    """Whether an article names the other's unit anywhere."""
    texts = [toned(side.article.text) for side in pair.sides]
    return _holds(texts[1], left) or _holds(texts[0], right)


def _named(sentence: str, unit: Unit) -> bool:
    """Whether a sentence has the name of a unit, a number only with a word for its rank before it."""
    return _holds(sentence, unit) if unit.numbered else unit.key in sentence


def _holds(text: str, unit: Unit) -> bool:
    """Whether a text names a unit with a word for its rank before it, or in brackets: a town may be called as its
    province.
    """
    if unit.key not in text:
        return False
    words = "|".join(re.escape(toned(word)) for word in words_for(unit.rank))
    before = rf"(?:(?<!\w)(?:{words})\.?\s*|\()"
    return re.search(rf"{before}{re.escape(unit.key)}(?![\w\u0300-\u036f])", text) is not None
