"""Reasons to take two sentences for ones of two happenings: vehicles, meetings, the accused, episodes, journeys."""

from __future__ import annotations

import re
from itertools import pairwise, product

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from compare.judge.figures import AGES, leading_number
from compare.judge.phrases import find_phrases, phrase_index, section_of
from compare.judge.sides import Pair, Side
from compare.judge.speaking import speaks
from compare.judge.spelling import fold, toned
from compare.judge.words import Word, around
from compare.types import Quantity, Time

HEADING = 40
MET = 8
OCCASION = 4  # words of the longest
ONE_PLATE, SEVERAL = 60.0, 3


def of_two_events(pair: Pair) -> bool:
    """Whether two sentences name other vehicles, are of meetings with other people or captions of pictures of two days,
    or name several people and places of which none is the same.
    """
    plates = [{_digits(one) for one in side.quantities if one.unit == "plate"} for side in pair.sides]
    if all(plates) and not any(ratio(one, other) >= ONE_PLATE for one in plates[0] for other in plates[1]):
        return True
    if _of_other_meetings(pair) or of_other_accused(pair) or _of_other_parts(pair) or _of_other_documents(pair):
        return True
    if _on_other_days(pair) and all(map(_captions, pair.sides, (pair.left_words, pair.right_words))):
        return True
    left, right = ({fold(name.span.text) for name in side.names} for side in pair.sides)
    words = [{word for name in names for word in name.split()} for names in (left, right)]
    return min(len(left), len(right)) >= SEVERAL and not words[0] & words[1]


def _captions(side: Side, words: tuple[Word, ...]) -> bool:
    """Whether a sentence only says at which occasion somebody is to be seen, its time last: "Tổng thống Lê Na tại cuộc
    họp ngày 5/3".
    """
    first = min(side.names, key=lambda name: name.span.start, default=None)
    end = max((time.span.end for time in side.times), default=0)
    if first is None or first.kind != "person" or any(one.start >= end for one in words):
        return False
    _, last = around(words, first.span.start, first.span.end)
    return any(place == 0 for place, *_ in find_phrases(words[last : last + OCCASION], phrase_index("captions")))


def _of_other_parts(pair: Pair) -> bool:
    """Whether both sentences tell of parts by number and share neither a part nor a day: "tập 3" and "tập 4"."""
    if not _on_other_days(pair):
        return False
    parts = [_numbered_parts(words) for words in (pair.left_words, pair.right_words)]
    named = {name for name, _ in parts[0]} & {name for name, _ in parts[1]}
    return bool(named) and not parts[0] & parts[1]


def _numbered_parts(words: tuple[Word, ...]) -> set[tuple[str, str]]:
    """(word, number) of each part told by its number."""
    sections = [section_of(language, "numbered") for language in ("vi", "en")]
    known = {label for section in sections for label in section["parts"]}
    within, years = ({word for section in sections for word in section[key]} for key in ("within", "years"))
    spelled = {word: str(n) for section in sections for n, word in enumerate(section["spelled"], start=1)}
    found = set()
    for place, (one, other) in enumerate(pairwise(words)):
        lead = words[place - 1].form if place else ""
        behind = words[place + 2] if place + 2 < len(words) else None
        counts = behind is not None and (behind.figure or behind.form in years)
        number = other.form if other.figure else spelled.get(other.form)
        if one.form in known and number and lead not in within and not counts:
            found.add((one.form, number))
    return found


def _of_other_documents(pair: Pair) -> bool:
    """Whether both sentences name documents of one sort by their numbers, and none of one is one of the other, ill
    copied or not.
    """
    left, right = ([one for one in side.quantities if one.unit == "document"] for side in pair.sides)
    alike = [both for both in product(left, right) if _sort_of_document(both[0]) == _sort_of_document(both[1])]
    return bool(alike) and all(OSA.distance(*map(leading_number, both)) > 1 for both in alike)


def _sort_of_document(one: Quantity) -> str:
    """The letters right behind the number of a document: "QĐ" of "3897/QĐ-UBND"."""
    found = re.search(r"[^\W\d_]+", one.span.text.upper().partition("/")[2])
    return found.group() if found else ""


def _of_other_meetings(pair: Pair) -> bool:
    """Whether both sentences tell of a meeting, and neither names whom the other's was with."""
    both = zip(pair.sides, (pair.left_words, pair.right_words), strict=True)
    met = [_people_met(side, words) for side, words in both]
    named = [{word for name in side.names for word in fold(name.span.text).split()} for side in pair.sides]
    return all(met) and not met[0] & named[1] and not met[1] & named[0]


def _people_met(side: Side, words: tuple[Word, ...]) -> set[str]:
    """The words of the name of the person soon behind a verb of meeting."""
    for _, last, _ in find_phrases(words, phrase_index("meetings")):
        reach = words[min(len(words), last + MET) - 1].end
        for name in side.names:
            if name.kind == "person" and words[last - 1].end <= name.span.start < reach:
                return {*fold(name.span.text).split()}
    return set()


def of_other_accused(pair: Pair) -> bool:
    """Whether both sentences tell on other days what the law did to somebody, and these are people of other names and
    ages.

    People go by their given names, the last word of a Vietnamese name: most families are called alike.
    """
    if not _on_other_days(pair) or not _of_other_ages(pair):
        return False
    both = zip(pair.sides, (pair.left_words, pair.right_words), strict=True)
    accused = [_accused(side, words) for side, words in both]
    people = [[name for name in side.names if name.kind not in ("place", "organisation")] for side in pair.sides]
    named = [{word for name in names for word in fold(name.span.text).split()} for names in people]
    return all(accused) and not accused[0] & named[1] and not accused[1] & named[0]


def _on_other_days(pair: Pair) -> bool:
    days = [{(time.month, time.day) for time in side.times if time.day} for side in pair.sides]
    return all(days) and not days[0] & days[1]


def _of_other_ages(pair: Pair) -> bool:
    """Whether both sentences tell ages, or years of birth, and none is the same."""
    ages = [{(one.kind, one.value) for one in side.quantities if one.kind in AGES} for side in pair.sides]
    kinds = [{kind for kind, _ in own} for own in ages]
    return bool(kinds[0] & kinds[1]) and not ages[0] & ages[1]


def _accused(side: Side, words: tuple[Word, ...]) -> set[str]:
    """The given names of the people right behind verbs of arrest or trial; nothing where one is only an initial."""
    between = {word for language in ("vi", "en") for word in section_of(language, "charges")["between"]}
    found = set()
    for _, last, name in find_phrases(words, phrase_index("charges")):
        behind = last if name == "verbs" else len(words)
        while behind < len(words) and words[behind].form in between:
            behind += 1
        start = words[behind].start if behind < len(words) else -1
        found |= {
            fold(one.span.text).split()[-1] for one in side.names if one.kind == "person" and one.span.start == start
        }
    return found if all(len(one) > 1 for one in found) else set()


def _digits(one: Quantity) -> str:
    return "".join(filter(str.isalnum, one.span.text.lower()))


def of_other_journeys(pair: Pair, left: Time, right: Time) -> bool:
    """Whether both times are those of journeys, one of setting out, say, and the other of arriving."""
    first, second = _journey(pair.left, pair.left_words, left), _journey(pair.right, pair.right_words, right)
    return bool(first and second) and first != second


def _journey(side: Side, words: tuple[Word, ...], time: Time) -> str:
    """The part of a journey told behind a time in its own clause, "" where none is: "rời", "quá cảnh", "đã tới"."""
    first, last = around(words, time.span.start, time.span.end)
    behind = side.article.text[time.span.end : side.sentence.end]
    opening = behind.removeprefix(",") if first <= 1 else behind
    end = side.sentence.end - len(opening) + len(opening.partition(",")[0])
    clause = [word for word in words[last:] if word.end <= end]
    cuts = {cut for language in ("vi", "en") for cut in section_of(language, "subordinate")["cues"]}
    cut = next((place for place, word in enumerate(clause) if word.form in cuts), len(clause))
    return next((name for *_, name in find_phrases(clause[:cut], phrase_index("journeys"))), "")


def under_other_headings(pair: Pair) -> bool:
    """Whether both sentences begin with headings that differ ("Phía đông Bắc Bộ: ...", "Phía tây Bắc Bộ: ...")."""
    first, second = _heading(pair.left), _heading(pair.right)
    return bool(first and second) and first != second


def _heading(side: Side) -> str:
    """What stands before a colon near the start of a sentence, folded; "" where there is none."""
    before, colon, after = side.sentence.text.partition(":")
    return fold(before).strip() if colon and len(before) <= HEADING and after[:1].isspace() else ""


def nobody_in_common(pair: Pair) -> bool:
    """Whether both sentences name people, those apart who only tell of it, and no last word of a name is in common."""
    named = [[one for one in side.names if one.kind == "person" and not speaks(side, one)] for side in pair.sides]
    people = [{fold(one.span.text).split()[-1] for one in some} for some in named]
    return all(people) and not people[0] & people[1]


def of_other_people(pair: Pair) -> bool:
    """Whether both sentences name people in full, those apart who only tell of it, and nobody in common: of 11 pairs of
    our own labels with a clash of days none was a conflict.
    """
    names = [[one for one in side.names if one.kind == "person" and not speaks(side, one)] for side in pair.sides]
    people = [{word for one in some for word in toned(one.canonical).replace("-", " ").split()} for some in names]
    initials = any("." in word or len(word) == 1 for words in people for word in words)
    return all(people) and not people[0] & people[1] and not initials
