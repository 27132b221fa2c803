"""Places: near-identical names, opposite directions, another ward or street in the same slot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from compare.judge.address import one_province
from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.figures import fits
from compare.judge.landmarks import from_other_places, landmark_of
from compare.judge.naming import Rival, exclusive, rival_features, rival_names, title_before
from compare.judge.owners import owners
from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import alike_names, comparable_names, fold
from compare.judge.surroundings import surroundings
from compare.lexicon import lexicon
from compare.types import Name, Span

SEVERAL = 3
ONE_ROAD = {("quốc lộ", "1a"): "1"}  # the old name of one road
COUNTED = r"(?:\(\s*[\d.,]+[^()]*\)\s*)"
AND = r"(?:,\s*)?(?:và|cùng|hay|hoặc|and|or|&)(?:\s+(?:với|ở|tại|in|at))?(?!\w)"


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield directions that exclude each other, places in one slot, and numbered places (hamlet 7, hamlet 13).

    Silent on members of a list of places: another list may tell of others, and a single place of one more.
    """
    left, right = map(_listed, pair.sides)
    for found in _found(pair):
        if found.left not in left and found.right not in right:
            yield found


def _found(pair: Pair) -> Iterator[Evidence]:
    yield from contrasts(pair, "place", "place")
    for rival in rival_names(pair, ("place",)):
        if _landmarks(pair, rival):
            continue
        if _may_clash(pair, rival) and not owners(pair, rival.left.span, rival.right.span)["owner_other"]:
            yield _named(pair, rival)
    yield from _numbered(pair)
    yield from _greater_places(pair)


def _landmarks(pair: Pair, rival: Rival) -> bool:
    """Whether distances are told from both places, and not the same ones: two ways to say where something lies."""
    return any(
        from_other_places(pair, one, other) and not fits(one, other)
        for one in pair.left.quantities
        for other in pair.right.quantities
        if landmark_of(pair.left, pair.left_words, one.span) == fold(rival.left.span.text)
        and landmark_of(pair.right, pair.right_words, other.span) == fold(rival.right.span.text)
    )


def _may_clash(pair: Pair, rival: Rival) -> bool:
    """Whether two names fill one slot or stand at one level; Vietnam and a town may well be one inside the other."""
    if _is_vietnam(rival.left) or _is_vietnam(rival.right):
        return False
    if one_province(pair, rival.left.span.text, rival.right.span.text):
        return False
    return rival.permuted or (exclusive(pair, rival) and (rival.slot is not None or _same_level(pair, rival)))


def _named(pair: Pair, rival: Rival) -> Evidence:
    features = {
        **rival_features(pair, rival),
        "same_title": float(_same_level(pair, rival)),
    }
    return _clash(rival.left.span, rival.right.span, features)


def _same_level(pair: Pair, rival: Rival) -> bool:
    """Whether both names follow the same word for a level of place ("phường")."""
    first = title_before(pair.left_words, rival.left.span)
    return first in _levels() and first == title_before(pair.right_words, rival.right.span)


def _numbered(pair: Pair) -> Iterator[Evidence]:
    """Numbered places of one level, where neither sentence holds the other's."""
    left, right = _numbers(pair.left), _numbers(pair.right)
    for level in sorted(left.keys() & right.keys()):
        if left[level].keys() & right[level].keys():
            continue
        own, others = dict.fromkeys(left[level].values()), dict.fromkeys(right[level].values())
        for one in own:
            for other in others:
                if owners(pair, one, other)["owner_other"]:
                    continue
                features = {
                    **surroundings(pair, one, other),
                    "rivals": float(len(own) * len(others)),
                }
                yield _clash(one, other, features)


def _greater_places(pair: Pair) -> Iterator[Evidence]:
    """One place that lies in two greater ones: "Cao Sơn, Tam Giang" against "Cao Sơn (Nam Hải)"."""
    left, right = _lying_in(pair.left), _lying_in(pair.right)
    for name in sorted(left.keys() & right.keys()):
        first, second = left[name], right[name]
        one, other = first.span, second.span
        known = fold(pair.left.sentence.text), fold(pair.right.sentence.text)
        apart = fold(one.text) not in known[1] and fold(other.text) not in known[0]
        apart = apart and first.canonical != second.canonical
        if apart and not alike_names(one.text, other.text) and comparable_names(one.text, other.text):
            features = surroundings(pair, one, other)
            yield _clash(one, other, features)


def _lying_in(side: Side) -> dict[str, Name]:
    """Each place with the place named right after it, behind a comma or in brackets."""
    found: dict[str, Name] = {}
    for one, other in pairwise(side.names):
        between = side.article.text[one.span.end : other.span.start]
        if one.kind == other.kind == "place" and between.strip() in (",", "("):
            found.setdefault(fold(one.span.text).split()[-1], other)
    return found


def _listed(side: Side) -> set[Span]:
    """The members of lists of three places or more: "Sơn La, Cà Mau và Vinh", "quận 1, quận 3, quận 5 và quận 7".

    Bare commas may part a place from the greater ones that it lies in, so a list wants an "and", counts in brackets
    or "các tỉnh" before it.
    """
    numbered = [span for level in _numbers(side).values() for span in level.values()]
    places = sorted((*numbered, *(name.span for name in side.names)), key=lambda span: (span.start, -span.end))
    found: set[Span] = set()
    run: list[Span] = []
    for place in places:
        if run and place.start < run[-1].end:
            continue
        gap = _between_members().fullmatch(side.article.text, run[-1].end, place.start) if run else None
        run = [*run, place] if gap else [place]
        if gap and len(run) >= SEVERAL and (gap["sure"] or _announced().search(side.article.text, 0, run[0].start)):
            found.update(run)
    return found


def _numbers(side: Side) -> dict[str, dict[str, Span]]:
    """Numbered places by level and number; of "quận 10, 11 và 12" all three."""
    found: dict[str, dict[str, Span]] = {}
    for match in _numbered_place().finditer(side.sentence.text):
        start = side.sentence.start + match.start()
        span = Span(start, start + len(match["first"]), match["first"])
        level = match["level"].lower()
        own = found.setdefault(level, {})
        own.setdefault(ONE_ROAD.get((level, match["number"].lower()), match["number"]), span)
        for number in re.findall(r"\w+", match["more"]):
            own.setdefault(number, span)
    return found


def _is_vietnam(name: Name) -> bool:
    return name.span.text in lexicon("vi", "aliases")["vietnam"]


@cache
def _levels() -> frozenset[str]:
    both = (section_of(language, "roles")["units_of_place"] for language in ("vi", "en"))
    return frozenset(level for levels in both for level in levels)


@cache
def _any_level() -> str:
    return "|".join(sorted(map(re.escape, _levels()), key=len, reverse=True))


@cache
def _between_members() -> re.Pattern[str]:
    """What stands between two members of a list; the group "sure" holds what no address has there."""
    level = rf"(?:(?:{_any_level()})\.?\s+)?"
    return re.compile(rf"\s*(?:(?P<sure>{COUNTED}?{AND}|{COUNTED}[,;])|[,;])\s*{level}", re.IGNORECASE)


@cache
def _announced() -> re.Pattern[str]:
    """What announces several places right before them: "các tỉnh", "các quận, huyện gồm", "20 nước như"."""
    several = rf"\b(?:các|những|nhiều)\s+(?:{_any_level()})\b(?:,?\s+[^\W\d_]+){{0,3}}:?"
    return re.compile(rf"(?:{several}|\b(?:như|gồm|gồm có|such as|including):?)\s*$", re.IGNORECASE)


@cache
def _numbered_place() -> re.Pattern[str]:
    first = rf"(?P<first>(?P<level>{_any_level()})\s+(?P<number>\d+[A-Za-z]?))\b"
    return re.compile(
        rf"\b{first}(?P<more>(?:(?:,\s*|\s+(?:và|and)\s+)\d{{1,2}}\b(?!\s*[-–/:.,]?\s*\d|\s+(?!(?:và|and)\b)\w))*)",
        re.IGNORECASE,
    )


def _clash(left: Span, right: Span, features: dict[str, float]) -> Evidence:
    return Evidence("place", left, right, "conflict", "place", {"left": left.text, "right": right.text}, features)
