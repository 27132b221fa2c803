"""Full names of one person that differ by one word: "Lê Anh Hảo" in one article, "Lê Đình Hảo" in the other.

The check of actors takes people with one given name for one person. Where all words of two full names but one are the
same, the given name among them but for a letter or its marks, and neither article has the other's form, one of the two
is wrong. Among the linked pairs of our own labels (`training/labels`) none of the 76 found so was an agreement, nor, as
a trial, any that a letter or the marks of the given name add.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from compare.judge.actor import renamed
from compare.judge.evidence import Evidence
from compare.judge.naming import of_two_sexes, other_offices, title_before
from compare.judge.sides import Pair, Side
from compare.judge.spelling import LATE_Y, alike_names, fold, is_vietnamese, toned
from compare.types import Name

FULL, SHORT = 3, 2  # words of a full Vietnamese name, and of one that only an office told with it makes somebody's
VOWEL = re.compile("[aeiouy]")
OFFICE = re.compile(r"\s?[,–-]\s?([A-ZĐÁÂÔ]\w+ \w+)")  # told behind a name: ", Chủ tịch xã"
POST = re.compile(r"\s?[,–-]\s?([A-ZĐÁÂÔ][^,;:()]+)")  # the same with the body or place that it is of
FEWEST, ONE_POST = 5, 0.75
SEXES = {"Văn", "Thị"}  # the middle names of a man and a woman
SONS = {"bin", "bint", "ibn"}  # brothers have all but the first name in common


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield full names that one wrong word tells apart."""
    others = _full_names(pair.right)
    for one in _full_names(pair.left):
        for other in others:
            if (
                _one_person(one.span.text, other.span.text)
                and _in_one_role(pair, one, other)
                and _apart(pair, one, other)
            ):
                words = {"left": one.span.text, "right": other.span.text}
                yield Evidence("actor", one.span, other.span, "conflict", "actor", words, {})


def _full_names(side: Side) -> list[Name]:
    """The full names of people, each once; of two words they are full where a post is told behind them."""
    found = {name.span.text: name for name in reversed(side.names) if name.kind == "person"}
    return [name for text, name in found.items() if len(text.split()) >= (SHORT if _post(side, name) else FULL)]


def _post(side: Side, name: Name) -> set[str]:
    """The words, folded, of the post told behind a name ("Chủ tịch UBND thị xã Sông Cầu"); none where it is short."""
    told = POST.match(side.article.text, name.span.end, side.sentence.end)
    words = re.findall(r"\w+", fold(told[1])) if told else []
    return {*words} if len(words) >= FEWEST else set()


def _one_person(left: str, right: str) -> bool:
    """Whether all words are the same but one, which is neither cut short nor another spelling; the last, by which
    people are called, is so but for a letter or its marks ("Thuận", "Thuần").
    """
    first, second = left.split(), right.split()
    if len(first) != len(second) or {*first, *second} & SONS:
        return False
    apart = [both for both in zip(first, second, strict=True) if toned(both[0]) != toned(both[1])]
    if len(apart) != 1 or {*apart[0]} >= SEXES or any(len(word) < 2 or "." in word for word in apart[0]):
        return False
    if not all(VOWEL.search(fold(word)) for word in apart[0]):
        return False  # "Ng." for "Nga"
    one, other = map(_plain, apart[0])
    if apart[0] == (first[-1], second[-1]) and Levenshtein.distance(one, other) > 1:
        return False
    return is_vietnamese(left) and is_vietnamese(right) if one == other else not alike_names(left, right)


def _in_one_role(pair: Pair, left: Name, right: Name) -> bool:
    """Whether two people may be one: a man and a woman, holders of two offices are not."""
    titles = title_before(pair.left_words, left.span), title_before(pair.right_words, right.span)
    behind = [OFFICE.match(side.article.text, name.span.end) for side, name in ((pair.left, left), (pair.right, right))]
    ranks = {fold(one[1]) for one in behind if one}
    if min(len(name.span.text.split()) for name in (left, right)) < FULL:
        posts = _post(pair.left, left), _post(pair.right, right)
        if len(posts[0] & posts[1]) < ONE_POST * max(1, min(map(len, posts))):
            return False
    return not (len(ranks) > 1 or other_offices(left, right) or of_two_sexes(*titles))


def _plain(word: str) -> str:
    """Letters without marks, "y" as "i": "Sỹ" and "Sĩ", "Hoà" and "Hòa" are one."""
    return LATE_Y.sub("i", fold(word))


def _apart(pair: Pair, left: Name, right: Name) -> bool:
    """Whether neither article holds the form of the other anywhere, nor says of its own that it is a changed one."""
    if renamed(pair.left, left) or renamed(pair.right, right):
        return False
    plain = fold(left.span.text) != fold(right.span.text)  # names that differ by their marks alone keep them
    own, other = (fold(side.article.text) if plain else toned(side.article.text) for side in pair.sides)
    first, second = (fold(name.span.text) if plain else toned(name.span.text) for name in (left, right))
    return not (_holds(other, first) or _holds(own, second))


def _holds(text: str, name: str) -> bool:
    """Whether a text has a name, not as the beginning of a longer one: "Hai" is not told by "Hải"."""
    return re.search(rf"(?<!\w){re.escape(name)}(?![\w\u0300-\u036f])", text) is not None
