"""Distances are told from some place, and lists give a figure for each place: those of two places do not clash."""

from __future__ import annotations

import re
from functools import cache

from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.words import Word, around
from compare.types import Name, Quantity, Span

LANDMARK_REACH, NEXT = 8, 3
CITY = ("", "TP ", "TP. ", "TP.", "thành phố ")
BESIDE = re.compile(r"[\s(),:]*")


def from_other_places(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two distances ("cách Kabul 160 km", "44 km from Khost") are from places with other names."""
    if left.unit != "m" or right.unit != "m":
        return False
    first, second = (
        landmark_of(pair.left, pair.left_words, left.span),
        landmark_of(pair.right, pair.right_words, right.span),
    )
    return bool(first and second) and not {*first.split()} & {*second.split()}


def landmark_of(side: Side, words: tuple[Word, ...], span: Span) -> str:
    """The name nearest to a distance with "cách" before it or "from" right after it, folded; "" where none is."""
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - LANDMARK_REACH) : last + LANDMARK_REACH]
    tables = [section_of(language, "landmarks") for language in ("vi", "en")]
    before = any(word.form in one["before"] for word in near if word.end <= span.start for one in tables)
    if not before and not any(word.form in one["after"] for word in words[last : last + NEXT] for one in tables):
        return ""
    start, end = near[0].start, near[-1].end
    names = [one.span for one in side.names if start <= one.span.start < end]
    found = min(names, key=lambda one: max(one.start - span.end, span.start - one.end), default=None)
    return fold(found.text) if found else ""


def listed_for_other_places(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two measures stand right behind names of places, of which none is the same or part of another's ("Hòa Lâm
    143mm").
    """
    if left.kind != "measure" or right.kind != "measure":
        return False
    first, second = _places_before(pair.left, left.span), _places_before(pair.right, right.span)
    return bool(first and second) and not any(one in two or two in one for one in first for two in second)


def of_other_provinces(pair: Pair, left: Span, right: Span) -> bool:
    """Whether the last place named before each figure is a province or city of that rank, another one in each sentence,
    and neither sentence names the other's: "Hà Nội có 6,9 triệu xe", "TP.HCM có 8,5 triệu xe".
    """
    own = _province_before(pair.left, left), _province_before(pair.right, right)
    if not all(own) or own[0] == own[1]:
        return False
    named = [{_province(one.span.text) for one in side.names if one.kind == "place"} for side in pair.sides]
    return own[0] not in named[1] and own[1] not in named[0]


def in_other_provinces(pair: Pair) -> bool:
    """Whether both sentences name provinces or cities of that rank, also as those of a body ("Sở Y tế Lâm Đồng"), and
    none of one is one of the other: of ten clashes of days between such sentences of our own labels none was a
    conflict.
    """
    left, right = ({*map(_province_of, side.names)} - {""} for side in pair.sides)
    return bool(left and right) and not left & right


def _province_of(name: Name) -> str:
    """The province that a place is, or that the name of a body ends with, "" where there is none."""
    words = fold(name.span.text).split() if name.kind in ("place", "organisation") else []
    return next((found for at in range(len(words)) if (found := _provinces().get(" ".join(words[at:]), ""))), "")


def _province_before(side: Side, span: Span) -> str:
    before = [one for one in side.names if one.kind == "place" and one.span.end <= span.start]
    return _province(before[-1].span.text) if before else ""


def _province(name: str) -> str:
    return _provinces().get(fold(name), "")


@cache
def _provinces() -> dict[str, str]:
    """The province of today by any name, folded, that it or a part of it goes by."""
    told = section_of("vi", "addresses")
    known = {
        fold(before + name): now
        for now, parts in told["provinces"].items()
        for name in (now, *parts)
        for before in ("", "tỉnh ")
    }
    cities = {fold(before + name): names[0] for names in told["great_cities"] for name in names for before in CITY}
    return known | cities


def _places_before(side: Side, span: Span) -> set[str]:
    """The names, folded, that end right before a span, one in brackets behind another: "Vân Hà (Hòa Lâm) 143mm"."""
    found: set[str] = set()
    end = span.start
    for name in sorted(side.names, key=lambda one: -one.span.start):
        if name.span.end <= end and name.kind in ("place", "unknown"):
            if not BESIDE.fullmatch(side.article.text[name.span.end : end]):
                break
            found.add(fold(name.span.text))
            end = name.span.start
    return set() if found & _great_cities() else found


@cache
def _great_cities() -> frozenset[str]:
    """Cities that go by several names ("TP HCM", "Sài Gòn")."""
    cities = section_of("vi", "addresses")["great_cities"]
    return frozenset(fold(before + name) for names in cities for name in names for before in CITY)
