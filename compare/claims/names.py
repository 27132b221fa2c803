"""Names of people, organisations and places in one sentence: capital runs, read with the words around them."""

from __future__ import annotations

from functools import cache

from compare.claims.capitals import (
    LOWER_STARTS,
    Found,
    capital_at,
    glued,
    is_capital,
    is_known_place,
    known_kind,
    known_size,
    person_begins,
    starts_sentence,
)
from compare.claims.organisations import find_organisation
from compare.claims.runs import BRIDGES, Evidence, capital_run, gather_evidence, personal_titles, run_end
from compare.claims.words import Words, joined, match_at, phrases, word_set
from compare.lexicon import lexicon
from compare.types import Name, NameKind, Span

__all__ = ["Evidence", "find_names", "gather_evidence"]

_ALL_CAPITALS_SHARE = 0.7


def find_names(words: Words, source: str, language: str, evidence: Evidence) -> tuple[Name, ...]:
    """The names in the words of one sentence, left to right and disjoint; ``source`` is the article's text."""
    if not len(words):
        return ()
    heading = _all_capitals(words) or (language != "vi" and _title_case(words))
    found = _heading(words, language) if heading else _scan(words, language, evidence)
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
    """The words that stand for a name: a bridge or hotel named after a city is not that city, "TP" belongs to
    "Hồ Chí Minh".
    """
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
    triggers = _triggers(language)
    while index < len(words):
        if words.text[index].islower() and words.lower[index] not in triggers and "-" not in words.text[index]:
            title = -1
            index += 1
            continue
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
        title = title if words.lower[index] in BRIDGES else -1
        index += 1
    return found


@cache
def _triggers(language: str) -> frozenset[str]:
    """Lower-case words at which a name or title may begin, or over which a title reaches."""
    keys = ("titles", "place_types", "heads", "lower_heads", "part_heads")
    return frozenset(word for key in keys for word in phrases(language, "names", key)) | BRIDGES | LOWER_STARTS


def _title_start(words: Words, index: int, size: int, language: str, title: int) -> int:
    """Where the title in force begins after a title word: it goes on only from a title right before."""
    if not _leads_name(words, index + size, language) or glued(words, index, language):
        return -1
    if size == 1 and words.text[index] == "Anh" and not starts_sentence(words, index):
        return -1
    return title if title >= 0 and words.lower[index - 1] not in BRIDGES else index


def _leads_name(words: Words, index: int, language: str) -> bool:
    """Whether a name, another title or "tại", "của" follows at ``index`` without a comma."""
    if index >= len(words) or words.gaps[index].strip(" .\u00a0"):
        return False
    if is_capital(words, index) or words.lower[index] in BRIDGES:
        return True
    following = match_at(words, index, phrases(language, "names", "titles"))
    return bool(following or match_at(words, index, phrases(language, "names", "part_heads")))


def _with_portfolio(words: Words, index: int, size: int, language: str) -> int:
    """A minister's field belongs to the title: "Bộ trưởng Tài chính", "Bộ trưởng Thương mại"."""
    parts = phrases(language, "names", "parts")
    if match_at(words, index, phrases(language, "names", "portfolios")) != size:
        return size
    while index + size < len(words) and joined(words, index, index + size + 1):
        link = int(words.lower[index + size] == "và" and index + size + 1 < len(words))
        more = match_at(words, index + size + link, parts)
        if more < 2:
            break
        size += link + more
    return size


def _at(words: Words, index: int, language: str, evidence: Evidence, title: int) -> Found | None:
    """The name that begins at one word, if any: known, a place after its type, an organisation, a capital run."""
    called = title >= 0 and words.lower[index - 1] in personal_titles(language)
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
    return capital_run(words, index, language, evidence, title)


def _is_title(words: Words, index: int, language: str) -> bool:
    """Whether a title begins here: any of several words, or one word before a name ("Anh" inside a sentence is
    a country).
    """
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
    end = run_end(words, after, language)
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
    common = word in evidence.lower or word in word_set(language, "names", "initial")
    if size == 1 and common and starts_sentence(words, index) and not words.text[index].isupper():
        return None
    after = index + size
    of_state = title >= 0 and (size > 1 or match_at(words, title, phrases(language, "names", "leaders")))
    if not of_state and capital_at(words, after) and joined(words, index, after + 1):
        ends = person_begins(words, after, language) or _is_title(words, after, language)
        if not ends and words.lower[after] not in word_set(language, "names", "openers"):
            return None
    return Found(index, after, known_kind(words, index, size, language))


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


def _title_case(words: Words) -> bool:
    """Whether nearly every longer word has a capital, as in an English headline, so that capitals tell nothing."""
    longer = [word for word in words.text if len(word) >= 4 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) >= 5 and capital > _ALL_CAPITALS_SHARE * len(longer) and "." not in words.gaps[-1]


@cache
def _short_types(language: str) -> frozenset[str]:
    """Types of places that are also syllables of names ("Hồ", "Cầu"): they count in lower case only."""
    keep = word_set(language, "names", "capital_types")
    return frozenset(one for one in lexicon(language, "names")["place_types"] if len(one) <= 5 and one not in keep)
