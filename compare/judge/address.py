"""Addresses that cannot both be right: one person living in two districts, one commune lying in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.judge.addresses import COMMUNE, DISTRICT, PROVINCE, Unit, addresses, residences, words_for
from compare.judge.evidence import Evidence
from compare.judge.sides import Pair
from compare.judge.spelling import alike_names, comparable_names, fold, toned


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield the largest units that differ in one person's addresses, and the two in which one named unit is to lie."""
    told: set[tuple[int, int]] = set()
    for one, other in (*_homes(pair), *_surrounding(pair)):
        if (one.span.start, other.span.start) not in told and _of_two(one, other):
            told.add((one.span.start, other.span.start))
            words = {"left": one.span.text, "right": other.span.text}
            yield Evidence("place", one.span, other.span, "conflict", "place", words, {})


def _homes(pair: Pair) -> Iterator[tuple[Unit, Unit]]:
    """The units that tell one person's addresses apart; a sentence that names the other's too may tell of two homes."""
    texts = [toned(side.sentence.text) for side in pair.sides]
    for one in residences(pair.left):
        for other in residences(pair.right):
            if (one.person, one.cue) == (other.person, other.cue):
                left, right = one.address.units, other.address.units
                both = [rank for rank in (PROVINCE, DISTRICT, COMMUNE) if rank in left and rank in right]
                first = next((rank for rank in both if left[rank].key != right[rank].key), None)
                if first and not (_holds(texts[1], left[first]) or _holds(texts[0], right[first])):
                    yield left[first], right[first]


def _surrounding(pair: Pair) -> Iterator[tuple[Unit, Unit]]:
    """The units in which one named unit is told to lie; an article that names the other's may tell of two places."""
    texts = [toned(side.article.text) for side in pair.sides]
    for first in addresses(pair.left):
        for second in addresses(pair.right):
            for rank in (COMMUNE, DISTRICT):
                lesser = first.units.get(rank), second.units.get(rank)
                one, other = first.units.get(rank + 1), second.units.get(rank + 1)
                if _same(*lesser) and one and other and not (_holds(texts[1], one) or _holds(texts[0], other)):
                    yield one, other


def _same(left: Unit | None, right: Unit | None) -> bool:
    """Whether two units are one by their name; by a number they are not."""
    return left is not None and right is not None and left.key == right.key and not left.numbered


def _of_two(left: Unit, right: Unit) -> bool:
    """Whether two names are of two units: written in one way, and not two spellings or slips of one ("Liện Chiểu")."""
    one, other = left.span.text, right.span.text
    if left.numbered != right.numbered or fold(one) == fold(other) or not comparable_names(one, other):
        return False
    return left.numbered or not alike_names(one, other)


def _holds(text: str, unit: Unit) -> bool:
    """Whether a text names a unit anywhere with a word for its rank before it: a town may be called as its province."""
    words = "|".join(re.escape(toned(word)) for word in words_for(unit.rank))
    return re.search(rf"(?<!\w)(?:{words})\.?\s*{re.escape(unit.key)}(?![\w\u0300-\u036f])", text) is not None
