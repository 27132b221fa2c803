"""Telling names by their letters: capitals, foreign words, and names that the lexicon knows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from compare.claims.words import PhraseTable, Words, match_at, phrase_table, phrases, split_words, word_set
from compare.lexicon import lexicon
from compare.types import NameKind

_ARTICLE_PREFIX = re.compile(r"(?:al|el|ad|as|ash|an|ar|at|az|bin|ul)-\w")
_STARTS_SENTENCE = re.compile(r"[.!?:;…\"“”«»•*|\n]|(?:^|\s)[-–—]\s*$")
_NO_TONES = {ord(char): None for char in "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"}
_SYLLABLE = re.compile(r"(?:ngh?|nh|[ckgt]h|ph|tr|gi|qu|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
LOWER_STARTS = frozenset(("châu", "biển", "vịnh", "al-qaeda", "thành", "tp"))


@dataclass(frozen=True, slots=True)
class Found:
    """A name as a range of word numbers; ``title`` is the word at which its title begins, -1 without one."""

    first: int
    after: int
    kind: NameKind
    title: int = -1


def is_capital(words: Words, index: int) -> bool:
    """Whether a word is written as a name is: "Sudani", "al-Sudani"."""
    word = words.text[index]
    if word[0].isupper():
        return True
    return "-" in word and bool(_ARTICLE_PREFIX.match(word)) and word.split("-")[1][:1].isupper()


def capital_at(words: Words, index: int) -> bool:
    """The same for any number, also one past the end."""
    return index < len(words) and is_capital(words, index)


def starts_sentence(words: Words, index: int) -> bool:
    """Whether a capital at ``index`` may be due to a beginning sentence, quotation, heading or bullet."""
    return index == 0 or bool(_STARTS_SENTENCE.search(words.gaps[index]))


@cache
def is_foreign(word: str) -> bool:
    """Whether a word cannot be one Vietnamese syllable, so that a capital makes it a name ("Putin", not "Canh")."""
    bare = unicodedata.normalize("NFD", word.lower()).translate(_NO_TONES)
    return not _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare))


def known_size(words: Words, index: int, language: str) -> int:
    """Length of a name of the lexicon here; short capital ones (IS, AP, US) must be written so."""
    table, exact = _known_table(language)
    if words.lower[index] not in table:
        return 0
    size = match_at(words, index, table)
    if not size or (size == 1 and words.lower[index] in exact and not words.text[index].isupper()):
        return 0
    if words.text[index][0].islower() and words.lower[index] not in LOWER_STARTS:
        return 0
    return size if any(word[0].isupper() for word in words.text[index : index + size]) else 0


def known_kind(words: Words, index: int, size: int, language: str) -> NameKind:
    """Place or organisation, for a name that ``known_size`` has found."""
    return "place" if words.lower[index : index + size] in _known_places(language) else "organisation"


def is_known_place(name: str, language: str) -> bool:
    """Whether the lexicon has just this name as a place."""
    return split_words(name.lower()).lower in _known_places(language)


def country_ends(words: Words, index: int, language: str) -> bool:
    """Whether a country's name ends just before ``index``."""
    table = phrases(language, "names", "countries")
    return any(index >= size and match_at(words, index - size, table) == size for size in (3, 2, 1))


def place_ends(words: Words, index: int, language: str) -> bool:
    """Whether any known place ends just before ``index``."""
    return any(
        index >= size
        and known_size(words, index - size, language) == size
        and known_kind(words, index - size, size, language) == "place"
        for size in (3, 2, 1)
    )


def person_begins(words: Words, index: int, language: str) -> bool:
    """Whether a person's full name seems to begin: a family name with another capital, or a foreign word after
    a country.
    """
    if not capital_at(words, index):
        return False
    if words.lower[index] in word_set(language, "names", "families") and capital_at(words, index + 1):
        return True
    tail = words.lower[index] in word_set(language, "names", "tails") or words.text[index].isupper()
    foreign = is_foreign(words.text[index]) or (capital_at(words, index + 1) and is_foreign(words.text[index + 1]))
    return not tail and foreign and (country_ends(words, index, language) or _acronym_ends(words, index, language))


def _acronym_ends(words: Words, index: int, language: str) -> bool:
    """Whether a known body's acronym (LHQ, FBI) stands just before ``index``."""
    return index > 0 and words.text[index - 1].isupper() and known_size(words, index - 1, language) == 1


def glued(words: Words, index: int, language: str) -> bool:
    """Whether a word ends a compound with the one before it ("khủng bố", "thị trường"), so that it is no cue."""
    before = words.lower[index - 1] if index else ""
    return f"{before} {words.lower[index]}" in word_set(language, "names", "compounds")


@cache
def _known_table(language: str) -> tuple[PhraseTable, frozenset[str]]:
    table = lexicon(language, "names")
    names = [*table["countries"], *table["places"], *table["organisations"]]
    return phrase_table(names), frozenset(one.lower() for one in names if one.isupper())


@cache
def _known_places(language: str) -> frozenset[tuple[str, ...]]:
    table = lexicon(language, "names")
    found = phrase_table([*table["countries"], *table["places"]])
    return frozenset(phrase for some in found.values() for phrase in some)
