"""Runs of capitalised words: where a name of several words begins and ends, and which lone capitals are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from compare.claims.capitals import (
    Found,
    capital_at,
    is_capital,
    is_foreign,
    known_kind,
    known_size,
    person_begins,
    place_ends,
    starts_sentence,
)
from compare.claims.words import Words, joined, match_at, phrases, word_set
from compare.lexicon import lexicon
from compare.types import NameKind

BRIDGES = frozenset(("tại", "ở", "của", "nước", "kiêm", "at", "of"))
_BEFORE_PLACE = frozenset(("St", "Ft", "Mt"))
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole article tells about its words: seen in lower case, capitalised in a sentence, last in a
    person's name.

    ``pairs`` are the last two words of such names, so that "Sinh Vinh" is known where "Nguyễn Ngô Sinh Vinh" was met.
    """

    lower: frozenset[str]
    capital: frozenset[str]
    last: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def gather_evidence(sentences: Iterable[Words], language: str) -> Evidence:
    """Which words an article writes in lower case, with a capital inside a sentence, and at the end of a
    person's name.
    """
    lower: set[str] = set()
    capital: set[str] = set()
    last: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for words in sentences:
        for index, word in enumerate(words.text):
            if word[0].islower():
                lower.add(words.lower[index])
            elif word[0].isupper() and not starts_sentence(words, index):
                capital.add(words.lower[index])
                if (
                    words.gaps[index] == " "
                    and not capital_at(words, index + 1)
                    and _ends_person(words, index, language)
                ):
                    last.add(words.lower[index])
                    pairs.add((words.lower[index - 1], words.lower[index]))
    return Evidence(frozenset(lower), frozenset(capital), frozenset(last), frozenset(pairs))


def _ends_person(words: Words, index: int, language: str) -> bool:
    """Whether a run of capitals that ends here begins with a family name or follows a person's title."""
    first = index
    while first > 0 and words.gaps[first] == " " and words.text[first - 1][0].isupper():
        first -= 1
    if first < index and words.lower[first] in word_set(language, "names", "families"):
        return True
    personal = personal_titles(language)
    if first < index and words.lower[first] in personal:
        return True
    return first > 0 and words.gaps[first] == " " and words.lower[first - 1] in personal


def capital_run(words: Words, index: int, language: str, evidence: Evidence, title: int) -> Found | None:
    """A run of capitalised words; a common word that merely begins the sentence is left out."""
    end = run_end(words, index, language)
    first = index
    title = -1 if title >= 0 and words.lower[index - 1] in BRIDGES else title
    opener = words.lower[index] in word_set(language, "names", "openers")
    if title < 0 and (
        opener or (starts_sentence(words, index) and _merely_first(words, index, end, language, evidence))
    ):
        first = index + 1
        if first >= end:
            return None
        known = known_size(words, first, language)
        if known and first + known == end:
            return Found(first, end, known_kind(words, first, known, language))
    if first == end - 1 and title < 0 and _no_name(words, first, language, evidence):
        return None
    if title >= 0 and end - first == 1 and words.lower[first - 1] not in personal_titles(language):
        if _is_acronym(words.text[first]):
            return Found(first, end, "organisation")
        if (head := match_at(words, first, phrases(language, "names", "heads"))) > 1:
            return Found(first, first + head, "organisation")
        office = match_at(words, title, phrases(language, "names", "offices"))
        if office and _no_bearer(words, first, language, evidence):
            return None
    if title >= 0 and words.lower[first - 1] not in personal_titles(language):
        body = _body_after_title(words, first, end, language)
        if body is not None:
            return body
    return Found(first, end, _run_kind(words, first, end, language, title), title)


def _body_after_title(words: Words, first: int, end: int, language: str) -> Found | None:
    """The body that a title's holder works for: "(Chủ tịch) FED | Jerome Powell", "(Viện trưởng) Viện Lúa"."""
    if end - first >= 3 and _is_acronym(words.text[first]) and not any(map(_is_acronym, words.text[first + 1 : end])):
        club = first + 1 + known_size(words, first + 1, language) == end  # "SHB Đà Nẵng"
        return Found(first, end if club else first + 1, "organisation")
    head = match_at(words, first, phrases(language, "names", "heads"))
    family = words.lower[first] in word_set(language, "names", "families")
    return Found(first, end, "organisation") if 0 < head < end - first and not family else None


def _no_bearer(words: Words, index: int, language: str, evidence: Evidence) -> bool:
    """Whether a lone syllable after "Chủ tịch", "Chỉ huy" begins a body's name or a common word rather than a
    person's.
    """
    word = words.lower[index]
    if language != "vi" or is_foreign(word) or word in evidence.last or index + 1 >= len(words):
        return False
    follows = words.gaps[index + 1] == " " and words.text[index + 1][0].islower()
    return follows and (word in evidence.lower or word in word_set(language, "names", "initial"))


def _no_name(words: Words, index: int, language: str, evidence: Evidence) -> bool:
    """Whether a lone capital word is a unit, a weekday, a letter, or a syllable that ends nobody's name in the
    article.
    """
    word, text = words.lower[index], words.text[index]
    if word in word_set(language, "names", "not_names") or len(word) == 1 or _ROMAN.fullmatch(text):
        return True
    if text.isupper() or is_foreign(text):
        return False
    return language == "vi" and word not in evidence.last


def _merely_first(words: Words, index: int, end: int, language: str, evidence: Evidence) -> bool:
    word = words.lower[index]
    if words.text[index].isupper() and len(word) > 1:
        return False
    family = word in word_set(language, "names", "families") and end - index >= 2
    family = family and not _is_acronym(words.text[index + 1])
    if family and (end - index >= 3 or word not in evidence.lower):
        return bool(known_size(words, index + 1, language)) and word in evidence.lower
    if end - index == 2 and (word, words.lower[index + 1]) in evidence.pairs:
        return False
    if end - index == 2 and not known_size(words, index + 1, language) and _acts(words, end, language):
        return False
    if end - index == 1 and word in evidence.last and _acts(words, index + 1, language):
        return False
    if word in word_set(language, "names", "initial") or word in evidence.lower:
        return True
    return end - index == 1 and word not in evidence.capital and (language != "vi" or not is_foreign(word))


def _acts(words: Words, index: int, language: str) -> bool:
    """Whether a mark of a predicate or a verb of saying follows, so that what stands before it is a subject."""
    tables = (("clauses", "strong_markers"), ("speakers", "strong"), ("speakers", "weak"))
    return index < len(words) and any(match_at(words, index, phrases(language, *table)) for table in tables)


def run_end(words: Words, index: int, language: str) -> int:
    """The word after the run of capitals that begins at ``index``, links such as "bin" and "von der" included."""
    links = word_set(language, "names", "links")
    after = index + 1
    while after < len(words) and _continues(words, index, after):
        if is_capital(words, after):
            if _breaks_run(words, after, language):
                break
            after += 1
        elif words.lower[after] in links and (size := _link(words, after, links)):
            if words.lower[after] in ("of", "for") and not _has_tail(words, index, after, language):
                break
            after += size
        else:
            break
    return after


def _link(words: Words, index: int, links: frozenset[str]) -> int:
    """Length of one or two links and the capital after them ("bin Sultan", "von der Leyen"); 0 when none follows."""
    for size in (1, 2):
        if capital_at(words, index + size) and joined(words, index - 1, index + size + 1):
            return size + 1
        if index + size >= len(words) or words.lower[index + size] not in links:
            return 0
    return 0


def _continues(words: Words, first: int, index: int) -> bool:
    """Whether the run from ``first`` may go on over the gap before ``index``: a blank, or the dot of an initial
    ("Leroy B. Black", "V.Putin") or of a saint's or fort's name ("St. Louis").
    """
    if words.gaps[index] in (" ", "\u00a0"):
        return True
    before = words.text[index - 1]
    numbered = first > 0 and words.text[first - 1][0].isdigit()  # "on 5th St." is a street
    leads = index - 1 == first and before in _BEFORE_PLACE and not numbered
    dotted = leads or (len(before) == 1 and is_capital(words, index - 1))
    glued = words.gaps[index] == "." and is_foreign(words.text[index])  # "A.Tkachyov", but not "P.Hương An"
    return (words.gaps[index] == ". " or glued) and dotted


def _breaks_run(words: Words, index: int, language: str) -> bool:
    """Whether another name, a title or a new sentence begins inside a run of capitals."""
    if words.lower[index] in word_set(language, "names", "openers"):
        return True
    if match_at(words, index, phrases(language, "names", "main_heads")):
        return True
    if match_at(words, index, phrases(language, "names", "titles")) >= 2:
        return True
    if place_ends(words, index, language) and person_begins(words, index, language):
        return True
    foreign_before = is_foreign(words.text[index - 1])
    native = capital_at(words, index + 1) and not is_foreign(words.text[index + 1])
    if foreign_before and native and person_begins(words, index, language):
        return True
    acronym = words.text[index - 1].isupper() and len(words.text[index - 1]) > 1
    follower = words.text[index + 1] if index + 1 < len(words) else ""
    return (
        acronym
        and not words.text[index].isupper()
        and follower[:1].islower()
        and _is_common(words.lower[index], language)
    )


def _is_common(word: str, language: str) -> bool:
    return word in word_set(language, "names", "initial") and word not in word_set(language, "names", "families")


def _run_kind(words: Words, first: int, after: int, language: str, title: int) -> NameKind:
    if title >= 0:
        return "person"
    if _after_house_number(words, first, language):
        return "place"
    family = words.lower[first] in word_set(language, "names", "families") and 2 <= after - first <= 5
    if family and not any(is_foreign(word) or _is_acronym(word) for word in words.text[first:after]):
        return "person"
    return "organisation" if _has_tail(words, first, after, language) else "unknown"


def _after_house_number(words: Words, first: int, language: str) -> bool:
    """Whether a house number stands before a name, which then is a street's: "tại số 318 Nguyễn Hữu Cầu"."""
    before = words.lower[max(0, first - 3) : first]
    if len(before) < 3 or not before[-1][0].isdigit() or words.gaps[first].strip():
        return False
    numbered, at = word_set(language, "names", "house_numbers"), word_set(language, "names", "at_house")
    return before[1] in numbered and before[0] in at | numbered


def _has_tail(words: Words, first: int, after: int, language: str) -> bool:
    """Whether a word such as "Ministry" or "Airlines" is among the words of a name: last in Vietnamese,
    anywhere in English.
    """
    tails = word_set(language, "names", "tails")
    return words.lower[after - 1] in tails or (language != "vi" and not tails.isdisjoint(words.lower[first:after]))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


@cache
def personal_titles(language: str) -> frozenset[str]:
    """Titles of one word that only people carry, whatever the name after them looks like."""
    table = lexicon(language, "names")
    return frozenset(one for one in (*table["male"], *table["female"], *table["young"]) if " " not in one)
