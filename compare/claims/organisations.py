"""Organisations: a head such as "Bộ", "Công ty", "UBND", and the parts that follow it."""

from __future__ import annotations

from compare.claims.capitals import (
    Found,
    capital_at,
    glued,
    is_capital,
    is_foreign,
    known_size,
    person_begins,
    place_ends,
)
from compare.claims.runs import run_end
from compare.claims.words import Words, joined, match_at, phrases, word_set


def find_organisation(words: Words, index: int, language: str, titled: bool) -> Found | None:
    """The organisation that begins at a head word; ``titled`` says that a person's title leads to it."""
    size = match_at(words, index, phrases(language, "names", "heads"))
    if not size:
        return None
    if not words.text[index][0].isupper():
        return _lower(words, index, size, language, titled)
    head = words.lower[index]
    if size == 1 and head in word_set(language, "names", "families") and _person_follows(words, index, language):
        return None
    if size == 1 and head in word_set(language, "names", "weak_heads") and not _firm(words, index + 1, language):
        return None
    end = _end(words, index + size, language, titled, head in word_set(language, "names", "list_heads"))
    if end > index + size or match_at(words, index, phrases(language, "names", "full_heads")) == size:
        return Found(index, end, "organisation")
    return None


def _lower(words: Words, index: int, size: int, language: str, titled: bool) -> Found | None:
    """A head in lower case: part of the name before a capital part ("bộ Ngoại giao"), else a title ("công ty
    Samsung").
    """
    if glued(words, index, language):
        return None
    after = index + size
    has_parts = match_at(words, index, phrases(language, "names", "part_heads")) == size and capital_at(words, after)
    has_parts = has_parts and bool(match_at(words, after, phrases(language, "names", "parts")))
    if has_parts and joined(words, index, after + 1):
        return Found(index, _end(words, after, language, titled), "organisation")
    lower = match_at(words, index, phrases(language, "names", "lower_heads"))
    after = index + lower
    if not lower or not capital_at(words, after) or not joined(words, index, after + 1):
        return None
    end = max(after + known_size(words, after, language), _end(words, after, language, False))
    if end == after + 1 and not is_foreign(words.text[after]) and not words.text[after].isupper():
        return None
    return Found(after, end, "organisation", index) if end > after else None


def _firm(words: Words, index: int, language: str) -> bool:
    """Whether what follows a short head ("Hội", "Ban") is a part, an acronym or a known place, not a mere syllable."""
    if index >= len(words):
        return False
    acronym = words.text[index].isupper() and len(words.text[index]) > 1
    return acronym or bool(
        match_at(words, index, phrases(language, "names", "parts")) or known_size(words, index, language)
    )


def _person_follows(words: Words, index: int, language: str) -> bool:
    """Whether a family name that is also a head ("Đoàn") is followed by given names rather than parts."""
    after = index + 1
    if not capital_at(words, after) or not joined(words, index, after + 1):
        return False
    return not match_at(words, after, phrases(language, "names", "parts"))


def _end(words: Words, index: int, language: str, titled: bool, lists: bool = False) -> int:
    """The word after the last part; ``lists`` says that commas may join parts, as in a ministry's name."""
    parts = phrases(language, "names", "parts")
    while index < len(words):
        gap = words.gaps[index].strip()
        step = 0
        if gap == "" or (gap == "." and len(words.text[index - 1]) <= 2):
            step = _step(words, index, language, titled)
        elif gap in ("-", "–", "&", ",") and is_capital(words, index):
            step = match_at(words, index, parts)
            if gap == "," and not (lists and step and _list_goes_on(words, index + step)):
                step = 0
        if not step:
            break
        index += step
    return index


def _step(words: Words, index: int, language: str, titled: bool) -> int:
    """How many words the next piece takes."""
    if is_capital(words, index):
        return _capital_step(words, index, language, titled)
    parts, types = phrases(language, "names", "parts"), phrases(language, "names", "place_types")
    size = match_at(words, index, types)
    after = index + size
    if size and capital_at(words, after) and joined(words, index, after + 1):
        named_after = titled and person_begins(words, after, language) and capital_at(words, after + 2)
        return size if named_after else run_end(words, after, language) - index
    size = match_at(words, index, parts)
    if size >= 2 and _lower_part(words, index, size, language):
        return size
    if words.lower[index] in ("và", "and", "of", "for") and capital_at(words, index + 1):
        following = match_at(words, index + 1, parts)
        if following and not match_at(words, index + 1, phrases(language, "names", "main_heads")):
            return 1 + following
    return 0


def _capital_step(words: Words, index: int, language: str, titled: bool) -> int:
    if person_begins(words, index, language) and (titled or place_ends(words, index, language)):
        return 0
    if titled and place_ends(words, index, language):
        return 0
    if words.lower[index] in word_set(language, "names", "openers"):
        return 0
    if match_at(words, index, phrases(language, "names", "titles")) >= 2:
        return 0
    size = max(match_at(words, index, phrases(language, "names", "parts")), known_size(words, index, language))
    return size or (2 if _second_syllable(words, index, language) else 1)


def _second_syllable(words: Words, index: int, language: str) -> bool:
    """Whether the lower-case word after a lone capital belongs to it: "Lực lượng Phòng vệ", "TNHH Hải sản Bền Vững"."""
    after = index + 1
    if is_foreign(words.text[index]) or after >= len(words) or words.gaps[after] != " " or capital_at(words, after):
        return False
    if not words.lower[after][0].isalpha() or words.lower[after] in word_set(language, "names", "function"):
        return False
    if capital_at(words, after + 1) and words.gaps[after + 1] == " ":
        return True
    return words.lower[index - 1] in word_set(language, "names", "compound_ends")


def _lower_part(words: Words, index: int, size: int, language: str) -> bool:
    """Whether lower-case words such as "quốc gia", "hình sự" belong to the name rather than begin a verb."""
    after = index + size
    if not joined(words, index, after):
        return False
    if capital_at(words, after) and words.gaps[after] == " ":
        return True
    if match_at(words, index, phrases(language, "names", "verb_parts")) == size:
        more = match_at(words, after, phrases(language, "names", "parts")) if after < len(words) else 0
        return more >= 2 and _lower_part(words, after, more, language)
    return True


def _list_goes_on(words: Words, index: int) -> bool:
    return index < len(words) and (words.gaps[index].strip() == "," or words.lower[index] in ("và", "and"))
