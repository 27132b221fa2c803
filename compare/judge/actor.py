"""Actors: another person or body in the same role, another rank or kinship of the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.judge.contrasts import contrast_index, contrasts
from compare.judge.evidence import Evidence
from compare.judge.happenings import of_other_accused
from compare.judge.naming import (
    Rival,
    exclusive,
    of_two_sexes,
    other_offices,
    rival_features,
    rival_names,
    title_before,
)
from compare.judge.phrases import find_phrases, section_of
from compare.judge.series import of_other_minutes
from compare.judge.sides import Pair, Side
from compare.judge.speaking import joins, speaks
from compare.judge.spelling import fold
from compare.judge.words import Word, around
from compare.types import Name

TICKER = 4
SEVERAL, BEHIND = 3, 3
RENAMED = 50
STEM = 7
KINDS = ("person", "organisation", "unknown")


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield role words that exclude each other and names that replace each other, but not in two scenes of a match or
    of two people arrested.
    """
    yield from contrasts(pair, "actor", "role")
    if of_other_minutes(pair) or of_other_accused(pair):
        return
    for rival in rival_names(pair, KINDS):
        if exclusive(pair, rival) and _in_one_role(pair, rival) and not _said_and_denied(pair, rival):
            yield _evidence(pair, rival)


def _in_one_role(pair: Pair, rival: Rival) -> bool:
    """Whether two names may fill one role.

    Quoted outlets, two speakers, stock symbols, units, examples out of many, glosses of two names, holders of two
    offices, bodies that share a word, a man and a woman do not; nobody can tell whose a name is that was changed for
    the paper.
    """
    first, second = (
        title_before(words, name.span)
        for words, name in ((pair.left_words, rival.left), (pair.right_words, rival.right))
    )
    roles = [section_of(language, "roles") for language in ("vi", "en")]
    if all(any(title in role["outlets"] for role in roles) for title in (first, second)):
        return False
    if all(speaks(side, name) for side, name in _both(pair, rival)):
        return False
    if all(name.span.text.isupper() and len(name.span.text) <= TICKER for name in (rival.left, rival.right)):
        return False
    if _of_examples_given(pair, rival):
        return False
    if (
        _glosses_of_two(pair, rival)
        or other_offices(rival.left, rival.right)
        or any(renamed(side, name) for side, name in _both(pair, rival))
    ):
        return False
    measures = any(_measures(side, name) for side, name in _both(pair, rival))
    if rival.left.kind != "person" and (measures or _share_a_word(rival)):
        return False
    if of_two_sexes(first, second):
        return False
    return rival.slot is not None or _same_title(pair, rival)


def _said_and_denied(pair: Pair, rival: Rival) -> bool:
    """Whether one name did it and the other did not, or one is for it and the other against."""
    stances = [
        {name for *_, name in find_phrases(words, contrast_index("polarity")) if name.startswith("stance#")}
        for words in (pair.left_words, pair.right_words)
    ]
    if all(stances) and not stances[0] & stances[1]:
        return True
    first, second = pair.left.claim_at(rival.left.span.start), pair.right.claim_at(rival.right.span.start)
    return first is not None and second is not None and first.polarity != second.polarity


def _share_a_word(rival: Rival) -> bool:
    """Whether two bodies share a word ("Sở Y tế", "Bộ Y tế") or the stem of a long one ("Democrats", "Democratic")."""
    first, second = ({*fold(name.span.text).split()} for name in (rival.left, rival.right))
    stems = [{word[:STEM] for word in words if len(word) >= STEM} for words in (first - second, second - first)]
    return bool(stems[0] & stems[1]) or (rival.left.kind == "organisation" and bool(first & second))


def _measures(side: Side, name: Name) -> bool:
    """Whether a name stands right behind a figure, as a unit does: "458.000 INR"."""
    return side.article.text[side.sentence.start : name.span.start].rstrip()[-1:].isdigit()


def _of_examples_given(pair: Pair, rival: Rival) -> bool:
    """Whether both names stand in lists that share members, one of them given as examples ("như Apple, Google")."""
    lists = [_list_with(side, name) for side, name in _both(pair, rival)]
    first, second = ({fold(one.span.text) for one in names} for names in lists)
    if min(len(first), len(second)) < SEVERAL or not first & second:
        return False
    words = pair.left_words, pair.right_words
    return any(_of_examples(own, names) for own, names in zip(words, lists, strict=True))


def _of_examples(words: Sequence[Word], names: Sequence[Name]) -> bool:
    """Whether a list is led by "như" or goes on into "cùng hàng loạt ...", "and dozens of others"."""
    first, last = around(words, names[0].span.start, names[-1].span.end)
    near = {word.form for word in (*words[max(0, first - 1) : first], *words[last : last + BEHIND])}
    cues = {cue for language in ("vi", "en") for cue in section_of(language, "roles")["examples"]}
    return bool(near & cues)


def _glosses_of_two(pair: Pair, rival: Rival) -> bool:
    """Whether both names stand in brackets behind other names: "Erem (Kyrgyzstan)", "Al Dhafra (UAE)"."""
    bearers = [_glossed(side, name) for side, name in _both(pair, rival)]
    return all(bearers) and bearers[0] != bearers[1]


def _glossed(side: Side, name: Name) -> str:
    """The last word, folded, of the name right before the brackets that a name stands in, "" where there is none."""
    text = side.article.text
    opened = text.rfind("(", side.sentence.start, name.span.start)
    if opened < 0 or text.rfind(")", opened, name.span.start) >= 0:
        return ""
    before = text[side.sentence.start : opened].split()
    return fold(before[-1]) if before and before[-1][0].isupper() else ""


def _list_with(side: Side, name: Name) -> list[Name]:
    """The list that a name stands in, parted by commas or an "and", in order; empty where it stands in none."""
    found: list[Name] = []
    for one in sorted(side.names, key=lambda one: one.span.start):
        gap = side.article.text[found[-1].span.end : one.span.start].strip().lower() if found else ""
        joined = gap == "," or gap.removeprefix(",").strip() in joins()
        if name in found and not joined:
            break
        found = [*found, one] if joined else [one]
    return found if name in found else []


def _both(pair: Pair, rival: Rival) -> tuple[tuple[Side, Name], tuple[Side, Name]]:
    return (pair.left, rival.left), (pair.right, rival.right)


def renamed(side: Side, name: Name) -> bool:
    """Whether the article says of a name that it is not the real one ("Hạnh (tên đã thay đổi)")."""
    text, last = side.article.text, name.span.text.split()[-1]
    cues = (cue for language in ("vi", "en") for cue in section_of(language, "roles")["renamed"])
    places = [found.start() for cue in cues for found in re.finditer(re.escape(cue), text, re.IGNORECASE)]
    return any(last in re.findall(r"\w+", text[max(0, place - RENAMED) : place]) for place in places)


def _same_title(pair: Pair, rival: Rival) -> bool:
    titles = {
        title_before(pair.left_words, rival.left.span),
        title_before(pair.right_words, rival.right.span),
    }
    return len(titles) == 1 and "" not in titles


def _evidence(pair: Pair, rival: Rival) -> Evidence:
    features = {
        **rival_features(pair, rival),
        "same_title": float(_same_title(pair, rival)),
        "person": float(rival.left.kind == "person"),
    }
    words = {"left": rival.left.span.text, "right": rival.right.span.text}
    return Evidence("actor", rival.left.span, rival.right.span, "conflict", "actor", words, features)
