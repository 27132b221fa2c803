"""Names of people, organisations and places in one sentence: capital runs, read with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from compare.claims.capitals import (
    Found,
    capital_at,
    glued,
    is_capital,
    is_foreign,
    is_known_place,
    known_kind,
    known_size,
    person_begins,
    starts_sentence,
)
from compare.claims.organisations import find_organisation
from compare.claims.words import Words, joined, match_at, phrases, word_set
from compare.lexicon import lexicon
from compare.types import Name, NameKind, Span

_ROMAN = re.compile(r"[IVXLC]+")
_BRIDGES = frozenset(("tại", "ở", "của", "nước", "kiêm", "at", "of"))
_ALL_CAPITALS_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole article tells about its words: seen in lower case, capitalised in a sentence, last in a person's name.

    ``pairs`` are the last two words of such names, so that "Sinh Vinh" is known where "Nguyễn Ngô Sinh Vinh" was met.
    """

    lower: frozenset[str]
    capital: frozenset[str]
    last: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def gather_evidence(sentences: Iterable[Words], language: str) -> Evidence:
    """Which words an article writes in lower case, with a capital inside a sentence, and at the end of a person's name."""
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
    before = first if words.lower[first] in _personal(language) else first - 1
    titles = phrases(language, "names", "titles")
    return any(
        (size := match_at(words, start, titles)) and start + size in (first, before + 1)
        for start in range(max(0, first - 3), first + 1)
        if start + 1 <= index
    )


def find_names(words: Words, source: str, language: str, evidence: Evidence) -> tuple[Name, ...]:
    """The names in the words of one sentence, left to right and disjoint; ``source`` is the article's text."""
    if not len(words):
        return ()
    found = _heading(words, language) if _all_capitals(words) else _scan(words, language, evidence)
    return tuple(_name(one, words, source, language) for one in found)


def _name(found: Found, words: Words, source: str, language: str) -> Name:
    start, end = words.starts[found.first], words.ends[found.after - 1]
    text = source[start:end]
    title = ""
    if 0 <= found.title < found.first:
        title = " ".join(source[words.starts[found.title] : words.ends[found.first - 1]].split())
    return Name(
        Span(start, end, text), _canonical(title, " ".join(text.split()), found.kind, language), found.kind, title
    )


def _canonical(title: str, text: str, kind: NameKind, language: str) -> str:
    """The words that stand for a name: a bridge or hotel named after a city is not that city, "TP" belongs to "Hồ Chí Minh"."""
    if not title or kind not in ("place", "organisation"):
        return text
    feature = title.lower() in word_set(language, "names", "feature_types")
    if (
        feature
        or is_known_place(f"{title} {text}", language)
        or (kind == "organisation" and is_known_place(text, language))
    ):
        return f"{title.lower() if feature else title} {text}"
    return text


def _scan(words: Words, language: str, evidence: Evidence) -> list[Found]:
    found: list[Found] = []
    index = 0
    title = -1
    while index < len(words):
        if title >= 0 and words.gaps[index].strip(" .\u00a0"):
            title = -1
        one = _at(words, index, language, evidence, title)
        if one is not None:
            found.append(one)
            title = title if one.kind in ("place", "organisation") else -1
            index = one.after
            continue
        size = match_at(words, index, phrases(language, "names", "titles"))
        if size:
            size = _with_portfolio(words, index, size, language)
            title = _title_start(words, index, size, language, title)
            index += size
            continue
        title = title if words.lower[index] in _BRIDGES else -1
        index += 1
    return found


def _title_start(words: Words, index: int, size: int, language: str, title: int) -> int:
    """Where the title in force begins after a title word: it goes on only from a title right before."""
    if not _leads_name(words, index + size, language) or glued(words, index, language):
        return -1
    if size == 1 and words.text[index] == "Anh" and not starts_sentence(words, index):
        return -1
    return title if title >= 0 and words.lower[index - 1] not in _BRIDGES else index


def _leads_name(words: Words, index: int, language: str) -> bool:
    """Whether a name, another title or "tại", "của" follows at ``index`` without a comma."""
    if index >= len(words) or words.gaps[index].strip(" .\u00a0"):
        return False
    if is_capital(words, index) or words.lower[index] in _BRIDGES:
        return True
    following = match_at(words, index, phrases(language, "names", "titles"))
    return bool(following or match_at(words, index, phrases(language, "names", "part_heads")))


def _with_portfolio(words: Words, index: int, size: int, language: str) -> int:
    """A minister's field belongs to the title: "Bộ trưởng Tài chính", "Bộ trưởng Thương mại"."""
    parts = phrases(language, "names", "parts")
    if match_at(words, index, phrases(language, "names", "portfolios")) != size:
        return size
    while index + size < len(words) and joined(words, index, index + size + 1):
        more = match_at(words, index + size, parts)
        if more < 2:
            break
        size += more
    return size


def _at(words: Words, index: int, language: str, evidence: Evidence, title: int) -> Found | None:
    """The name that begins at one word, if any: known, a place after its type, an organisation, a capital run."""
    called = title >= 0 and words.lower[index - 1] in _personal(language)
    if not called and known_size(words, index, language) > 1:
        known = _known(words, index, language, title, evidence)
        if known is not None:
            return known
    place = _typed_place(words, index, language)
    if place is not None:
        return place
    if not called:
        other = find_organisation(words, index, language, title >= 0) or _known(words, index, language, title, evidence)
        if other is not None:
            return other
    if not is_capital(words, index) or _is_title(words, index, language):
        return None
    return _run(words, index, language, evidence, title)


def _is_title(words: Words, index: int, language: str) -> bool:
    """Whether a title begins here: any of several words, or one word before a name ("Anh" inside a sentence is a country)."""
    size = match_at(words, index, phrases(language, "names", "titles"))
    if size == 1 and words.text[index] == "Anh" and not starts_sentence(words, index):
        return False
    return size >= 2 or (size == 1 and _leads_name(words, index + size, language))


def _typed_place(words: Words, index: int, language: str) -> Found | None:
    """ "huyện Hớn Quản", "quốc lộ 1A", "TP. Phủ Lý": the type becomes the title, unless only a number follows."""
    size = match_at(words, index, phrases(language, "names", "place_types"))
    after = index + size
    if not size or after >= len(words) or words.gaps[after].strip(" .\u00a0") or glued(words, index, language):
        return None
    word = words.text[index]
    if len(word) == 1 and not (word.isupper() and words.gaps[after].startswith(".")):
        return None
    if words.text[after][0].isdigit():
        numbered = words.lower[after - 1] in word_set(language, "names", "numbered_types")
        return Found(index, after + 1, "place") if numbered and _is_number_of_place(words.text[after]) else None
    if (
        len(word) > 1
        and word.istitle()
        and not starts_sentence(words, index)
        and words.lower[index] in _short_types(language)
    ):
        return None
    if not is_capital(words, after) or match_at(words, after, phrases(language, "names", "heads")):
        return None
    end = _run_end(words, after, language)
    if len(word) == 1 and end - after < 2:
        return None
    known = known_size(words, after, language)
    return Found(after, after + known if 1 < known < end - after else end, "place", index)


def _is_number_of_place(word: str) -> bool:
    return len(word) <= 4 and word.isalnum()


def _known(words: Words, index: int, language: str, title: int, evidence: Evidence) -> Found | None:
    """A name of the lexicon, unless it is only the beginning of a longer one ("Mỹ Linh", "Hà Nội T&T")."""
    size = known_size(words, index, language)
    if not size:
        return None
    word = words.lower[index]
    if size == 1 and starts_sentence(words, index) and not words.text[index].isupper():
        if word in evidence.lower or word in word_set(language, "names", "initial"):
            return None
    after = index + size
    of_state = title >= 0 and (size > 1 or match_at(words, title, phrases(language, "names", "leaders")))
    if not of_state and capital_at(words, after) and joined(words, index, after + 1):
        ends = person_begins(words, after, language) or _is_title(words, after, language)
        if not ends and words.lower[after] not in word_set(language, "names", "openers"):
            return None
    return Found(index, after, known_kind(words, index, size, language))


def _run(words: Words, index: int, language: str, evidence: Evidence, title: int) -> Found | None:
    """A run of capitalised words; a common word that merely begins the sentence is left out."""
    end = _run_end(words, index, language)
    first = index
    title = -1 if title >= 0 and words.lower[index - 1] in _BRIDGES else title
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
    if (
        title >= 0
        and end - first == 1
        and _is_acronym(words.text[first])
        and words.lower[first - 1] not in _personal(language)
    ):
        return Found(first, end, "organisation")
    return Found(first, end, _run_kind(words, first, end, language, title), title)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _no_name(words: Words, index: int, language: str, evidence: Evidence) -> bool:
    """Whether a lone capital word is a unit, a weekday, a letter, or a syllable that ends nobody's name in the article."""
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
    if family and (end - index >= 3 or word not in evidence.lower):
        return bool(known_size(words, index + 1, language)) and word in evidence.lower
    if end - index == 2 and (word, words.lower[index + 1]) in evidence.pairs:
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


def _run_end(words: Words, index: int, language: str) -> int:
    links = word_set(language, "names", "links")
    after = index + 1
    while after < len(words) and _continues(words, after):
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


def _continues(words: Words, index: int) -> bool:
    """Whether a run may go on over the gap before ``index``: a blank, or the dot of an initial ("Leroy B. Black")."""
    if words.gaps[index] in (" ", "\u00a0"):
        return True
    return words.gaps[index] == ". " and len(words.text[index - 1]) == 1 and is_capital(words, index - 1)


def _breaks_run(words: Words, index: int, language: str) -> bool:
    """Whether another name, a title or a new sentence begins inside a run of capitals."""
    if words.lower[index] in word_set(language, "names", "openers"):
        return True
    if match_at(words, index, phrases(language, "names", "main_heads")):
        return True
    if match_at(words, index, phrases(language, "names", "titles")) >= 2:
        return True
    foreign_before = is_foreign(words.text[index - 1])
    if foreign_before and person_begins(words, index, language) and not is_foreign(words.text[index + 1]):
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
    if words.lower[first] in word_set(language, "names", "families") and 2 <= after - first <= 5:
        return "person"
    return "organisation" if _has_tail(words, first, after, language) else "unknown"


def _has_tail(words: Words, first: int, after: int, language: str) -> bool:
    """Whether a word such as "Ministry" or "Airlines" is among the words of a name: last in Vietnamese, anywhere in English."""
    tails = word_set(language, "names", "tails")
    return words.lower[after - 1] in tails or (language != "vi" and not tails.isdisjoint(words.lower[first:after]))


def _heading(words: Words, language: str) -> list[Found]:
    """In a line of capitals only names of the lexicon can be told."""
    found = []
    index = 0
    while index < len(words):
        size = known_size(words, index, language)
        if size > 1 or (size and len(words.lower[index]) > 3):
            found.append(Found(index, index + size, known_kind(words, index, size, language)))
        index += size or 1
    return found


def _all_capitals(words: Words) -> bool:
    letters = [word for word in words.text if word[0].isalpha()]
    return len(letters) >= 4 and sum(word.isupper() for word in letters) > _ALL_CAPITALS_SHARE * len(letters)


@cache
def _personal(language: str) -> frozenset[str]:
    """Titles of one word that only people carry, whatever the name after them looks like."""
    table = lexicon(language, "names")
    return frozenset(one for one in (*table["male"], *table["female"], *table["young"]) if " " not in one)


@cache
def _short_types(language: str) -> frozenset[str]:
    """Types of places that are also syllables of names ("Hồ", "Cầu"): they count in lower case only."""
    keep = word_set(language, "names", "capital_types")
    return frozenset(one for one in lexicon(language, "names")["place_types"] if len(one) <= 5 and one not in keep)
