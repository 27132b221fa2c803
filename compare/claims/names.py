"""Names of people, organisations and places in one sentence: capital runs, read with the words around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from compare.claims.words import PhraseTable, Words, joined, match_at, phrase_table, phrases, word_set
from compare.lexicon import lexicon
from compare.types import Name, NameKind, Span

_ARTICLE_PREFIX = re.compile(r"(?:al|el|ad|as|ash|an|ar|at|az|bin|ul)-\w")
_STARTS_SENTENCE = re.compile(r"[.!?:;…\"“”«»•*\n]|(?:^|\s)[-–—]\s*$")
_NO_TONES = {ord(char): None for char in "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"}
_ROMAN = re.compile(r"[IVXLC]+")
_SYLLABLE = re.compile(r"(?:ngh?|nh|[ckgt]h|ph|tr|gi|qu|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_PERSON_BRIDGES = frozenset(("tại", "ở", "của", "nước", "kiêm", "at", "of"))
_ALL_CAPITALS_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole article tells about its words: seen in lower case, capitalised in a sentence, last in a capital run."""

    lower: frozenset[str]
    capital: frozenset[str]
    last: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    after: int
    kind: NameKind
    title: int = -1


def gather_evidence(sentences: Iterable[Words]) -> Evidence:
    """Which words an article writes in lower case, which with a capital inside a sentence, and which end a run of capitals."""
    lower: set[str] = set()
    capital: set[str] = set()
    last: set[str] = set()
    for words in sentences:
        former = False
        for index, word in enumerate(words.text):
            now = word[0].isupper()
            if now and not _starts_sentence(words, index):
                capital.add(words.lower[index])
                if former and words.gaps[index] == " " and not _capital_at(words, index + 1):
                    last.add(words.lower[index])
            elif word[0].islower():
                lower.add(words.lower[index])
            former = now
    return Evidence(frozenset(lower), frozenset(capital), frozenset(last))


def find_names(words: Words, source: str, language: str, evidence: Evidence) -> tuple[Name, ...]:
    """The names in the words of one sentence, left to right and disjoint; ``source`` is the article's text."""
    if not words:
        return ()
    found = _heading(words, language) if _all_capitals(words) else _scan(words, language, evidence)
    return tuple(_name(one, words, source) for one in found)


def _name(found: _Found, words: Words, source: str) -> Name:
    start, end = words.starts[found.first], words.ends[found.after - 1]
    text = source[start:end]
    title = ""
    if 0 <= found.title < found.first:
        title = " ".join(source[words.starts[found.title] : words.ends[found.first - 1]].split())
    return Name(Span(start, end, text), " ".join(text.split()), found.kind, title)


def _scan(words: Words, language: str, evidence: Evidence) -> list[_Found]:
    found: list[_Found] = []
    index = 0
    title = -1
    while index < len(words):
        if title >= 0 and not _carries_title(words, index):
            title = -1
        one = _at(words, index, language, evidence, title)
        if one is not None:
            found.append(one)
            title = -1 if one.kind in ("person", "unknown") or title < 0 else title
            index = one.after
            continue
        size = match_at(words, index, phrases(language, "names", "titles"))
        if size:
            size = _with_portfolio(words, index, size, language)
            leads = _leads_name(words, index + size, language)
            title = (index if title < 0 else title) if leads and not _glued(words, index, language) else -1
            index += size
            continue
        if words.lower[index] not in _PERSON_BRIDGES:
            title = -1
        index += 1
    return found


def _carries_title(words: Words, index: int) -> bool:
    return not words.gaps[index].strip(" .\u00a0")


def _at(words: Words, index: int, language: str, evidence: Evidence, title: int) -> _Found | None:
    """The name that begins at one word, if any: a place after its type, an organisation, a known name, a capital run."""
    place = _typed_place(words, index, language)
    if place is not None:
        return place
    called = title >= 0 and words.lower[index - 1] in _personal(language)
    if not called:
        if _known_size(words, index, language) > 1 and (known := _known(words, index, language, title, evidence)):
            return known
        organisation = _organisation(words, index, language, title, evidence)
        if organisation is not None:
            return organisation
        known = _known(words, index, language, title, evidence)
        if known is not None:
            return known
    if not _is_capital(words, index) or _title_size(words, index, language):
        return None
    return _run(words, index, language, evidence, title)


def _title_size(words: Words, index: int, language: str) -> int:
    """Length of a title that stands before a name; a capital "Anh" inside a sentence is a country."""
    size = match_at(words, index, phrases(language, "names", "titles"))
    if not size or index + size >= len(words) or words.gaps[index + size].strip(" .\u00a0"):
        return 0
    if size == 1 and (words.text[index] == "Anh" and not _starts_sentence(words, index) or _glued(words, index, language)):
        return 0
    return size if _leads_name(words, index + size, language) else 0


def _leads_name(words: Words, index: int, language: str) -> bool:
    """Whether a name, another title or "tại", "của" follows at ``index`` without a comma."""
    if index >= len(words) or words.gaps[index].strip(" .\u00a0"):
        return False
    if _is_capital(words, index) or words.lower[index] in _PERSON_BRIDGES:
        return True
    return bool(match_at(words, index, phrases(language, "names", "titles")))


def _with_portfolio(words: Words, index: int, size: int, language: str) -> int:
    """A minister's field belongs to the title: "Bộ trưởng Tài chính", "Bộ trưởng Thương mại"."""
    parts = phrases(language, "names", "parts")
    while size >= 2 and index + size < len(words) and joined(words, index, index + size + 1):
        more = match_at(words, index + size, parts)
        if more < 2:
            break
        size += more
    return size


def _typed_place(words: Words, index: int, language: str) -> _Found | None:
    """"huyện Hớn Quản", "quốc lộ 1A", "TP. Phủ Lý": the type becomes the title, unless only a number follows."""
    size = match_at(words, index, phrases(language, "names", "place_types"))
    after = index + size
    if not size or after >= len(words) or words.gaps[after].strip(" .\u00a0"):
        return None
    if len(words.text[index]) > 1 and words.text[index].istitle() and not _starts_sentence(words, index) and words.lower[index] in _short_types(language):
        return None
    if len(words.text[index]) == 1 and not (words.text[index].isupper() and words.gaps[after].startswith(".")):
        return None
    if words.text[after][0].isdigit():
        numbered = words.lower[after - 1] in word_set(language, "names", "numbered_types") and words.text[after][:3].isalnum()
        return _Found(index, after + 1, "place") if numbered and len(words.text[after]) <= 4 else None
    if _glued(words, index, language):
        return None
    if not _is_capital(words, after) or match_at(words, after, _heads(language)):
        return None
    end = _run_end(words, after, language)
    known = _known_size(words, after, language)
    return _Found(after, after + known if known and after + known < end else end, "place", index)


def _organisation(words: Words, index: int, language: str, title: int, evidence: Evidence) -> _Found | None:
    """A head such as "Bộ", "Công ty", "UBND" and the parts that follow it."""
    size = match_at(words, index, _heads(language))
    if not size:
        return None
    word = words.text[index]
    if not word[0].isupper():
        if match_at(words, index, phrases(language, "names", "part_heads")) and _glued(words, index, language) is False:
            end = _organisation_end(words, index + size, language, title >= 0)
            if _capital_at(words, index + size) and match_at(words, index + size, phrases(language, "names", "parts")):
                return _Found(index, end, "organisation")
        lower = match_at(words, index, phrases(language, "names", "lower_heads"))
        after = index + lower
        if not lower or not joined(words, index, after + 1) or not _capital_at(words, after) or _glued(words, index, language):
            return None
        end = after + _known_size(words, after, language)
        return _Found(after, max(end, _organisation_end(words, after, language, False)), "organisation", index)
    if size == 1 and words.lower[index] in word_set(language, "names", "families") and _person_follows(words, index, language):
        return None
    if size == 1 and words.lower[index] in word_set(language, "names", "weak_heads") and not _firm(words, index + 1, language):
        return None
    end = _organisation_end(words, index + size, language, title >= 0)
    return _Found(index, end, "organisation") if end > index + size else None


def _firm(words: Words, index: int, language: str) -> bool:
    """Whether what follows a short head ("Hội", "Ban") is a part, an acronym or a known place, not a mere syllable."""
    if index >= len(words):
        return False
    acronym = words.text[index].isupper() and len(words.text[index]) > 1
    return acronym or bool(match_at(words, index, phrases(language, "names", "parts")) or _known_size(words, index, language))


def _person_follows(words: Words, index: int, language: str) -> bool:
    """Whether a family name that is also a head ("Đoàn") is followed by given names rather than parts."""
    after = index + 1
    if after >= len(words) or not joined(words, index, after + 1) or not _is_capital(words, after):
        return False
    return not match_at(words, after, phrases(language, "names", "parts"))


def _organisation_end(words: Words, index: int, language: str, titled: bool) -> int:
    parts, types = phrases(language, "names", "parts"), phrases(language, "names", "place_types")
    while index < len(words):
        gap = words.gaps[index].strip()
        step = 0
        if gap in ("", ".") and not (gap and len(words.text[index - 1]) > 3):
            step = _organisation_step(words, index, parts, types, language, titled)
        elif gap in ("-", "–", "&", ",") and _is_capital(words, index):
            step = match_at(words, index, parts)
            if gap == "," and not (step and _list_goes_on(words, index + step)):
                step = 0
        if not step:
            break
        index += step
    return index


def _organisation_step(
    words: Words, index: int, parts: PhraseTable, types: PhraseTable, language: str, titled: bool
) -> int:
    """How many words the next piece of an organisation's name takes."""
    capital = _is_capital(words, index)
    if capital:
        if words.lower[index] in word_set(language, "names", "families") and _capital_at(words, index + 1):
            if titled or _known_ends(words, index, language):
                return 0
        if titled and _known_ends(words, index, language):
            return 0
        if _title_size(words, index, language) >= 2:
            return 0
        return max(1, match_at(words, index, parts), _known_size(words, index, language))
    size = match_at(words, index, types)
    if size and _capital_at(words, index + size) and joined(words, index, index + size + 1):
        return size + 1
    size = match_at(words, index, parts)
    if size >= 2 and joined(words, index, index + size) and _lower_part(words, index, index + size, language):
        return size
    if words.lower[index] in ("và", "and", "of", "for") and _capital_at(words, index + 1):
        following = match_at(words, index + 1, parts)
        if following and not match_at(words, index + 1, _main_heads(language)):
            return 1 + following
    return 0


def _lower_part(words: Words, index: int, after: int, language: str) -> bool:
    """Whether lower-case words such as "quốc gia" belong to the name: a capital follows, or one of few heads went before."""
    if _capital_at(words, after) and words.gaps[after] == " ":
        return True
    more = match_at(words, after, phrases(language, "names", "parts")) if after < len(words) else 0
    if more >= 2 and joined(words, index, after + more) and _lower_part(words, after, after + more, language):
        return True
    return words.lower[index - 1] in word_set(language, "names", "open_heads") and words.text[index - 1][0].isupper()


def _glued(words: Words, index: int, language: str) -> bool:
    """Whether a word ends a compound with the one before it ("khủng bố", "thị trường"), so that it is no cue."""
    before = words.lower[index - 1] if index else ""
    return f"{before} {words.lower[index]}" in word_set(language, "names", "compounds")


def _list_goes_on(words: Words, index: int) -> bool:
    return index < len(words) and (words.gaps[index].strip() == "," or words.lower[index] in ("và", "and"))


def _known_ends(words: Words, index: int, language: str) -> int:
    """Size of a known place that ends just before ``index``."""
    for size in (3, 2, 1):
        if index - size >= 0 and _known_size(words, index - size, language) == size:
            return size
    return 0


def _known(words: Words, index: int, language: str, title: int, evidence: Evidence) -> _Found | None:
    """A name of the lexicon, unless it is only the beginning of a longer one ("Mỹ Linh", "Hà Nội T&T")."""
    size = _known_size(words, index, language)
    if not size:
        return None
    word = words.lower[index]
    if size == 1 and _starts_sentence(words, index) and (word in evidence.lower or word in word_set(language, "names", "initial")):
        if not words.text[index].isupper():
            return None
    after = index + size
    if _capital_at(words, after) and joined(words, index, after + 1) and title < 0:
        follows_person = words.lower[after] in word_set(language, "names", "families") and _capital_at(words, after + 1)
        follows_person = follows_person or (size == 1 and is_foreign(words.text[after]) and words.lower[index] in _short_countries(language))
        if not follows_person and not _title_size(words, after, language):
            return None
    return _Found(index, after, _known_kind(words, index, size, language), -1)


def _run(words: Words, index: int, language: str, evidence: Evidence, title: int) -> _Found | None:
    """A run of capitalised words; a common word that merely begins the sentence is left out."""
    end = _run_end(words, index, language)
    first = index
    if title < 0 and _starts_sentence(words, index) and _merely_first(words, index, end, language, evidence):
        first = index + 1
        if first >= end:
            return None
        known = _known_size(words, first, language)
        if known and first + known == end:
            return _Found(first, end, _known_kind(words, first, known, language))
    if first == end - 1 and title < 0 and _no_name(words, first, language, evidence):
        return None
    return _Found(first, end, _run_kind(words, first, end, language, title), title)


def _no_name(words: Words, index: int, language: str, evidence: Evidence) -> bool:
    """Whether a lone capital word is a unit, a weekday, a letter, or a common word that somebody capitalised."""
    word = words.lower[index]
    if word in word_set(language, "names", "not_names") or len(word) == 1 or _ROMAN.fullmatch(words.text[index]):
        return True
    if words.text[index].isupper() or word in evidence.last:
        return False
    common = word in word_set(language, "names", "initial") or word in evidence.lower
    return common and index + 1 < len(words) and words.gaps[index + 1] == " "


def _merely_first(words: Words, index: int, end: int, language: str, evidence: Evidence) -> bool:
    word = words.lower[index]
    if words.text[index].isupper() and len(word) > 1:
        return False
    family = word in word_set(language, "names", "families") and end - index >= 2
    if family and (end - index >= 3 or word not in evidence.lower):
        return bool(_known_size(words, index + 1, language)) and word in evidence.lower
    if word in word_set(language, "names", "initial") or word in evidence.lower:
        return True
    return end - index == 1 and word not in evidence.capital and not is_foreign(word)


def _run_end(words: Words, index: int, language: str) -> int:
    links = word_set(language, "names", "links")
    after = index + 1
    while after < len(words) and _continues(words, after):
        if _is_capital(words, after):
            if _new_sentence(words, after, language):
                break
            if match_at(words, after, _main_heads(language)) or _title_size(words, after, language) >= 2:
                break
            after += 1
        elif words.lower[after] in links and _capital_at(words, after + 1) and words.gaps[after + 1] == " ":
            after += 2
        else:
            break
    return after


def _continues(words: Words, index: int) -> bool:
    """Whether a run may go on over the gap before ``index``: a blank, or the dot of an initial ("Leroy B. Black")."""
    if words.gaps[index] in (" ", "\u00a0"):
        return True
    return words.gaps[index] == ". " and len(words.text[index - 1]) == 1 and _is_capital(words, index - 1)


def _new_sentence(words: Words, index: int, language: str) -> bool:
    """Whether a common word with a capital after an acronym or credit ("Ảnh: AFP Tuy nhiên") begins a sentence of its own."""
    if words.lower[index] in word_set(language, "names", "openers"):
        return True
    if words.lower[index] not in word_set(language, "names", "initial") or words.lower[index] in word_set(language, "names", "families"):
        return False
    follower = words.text[index + 1] if index + 1 < len(words) else ""
    return words.text[index - 1].isupper() and len(words.text[index - 1]) > 1 and not words.text[index].isupper() and follower[:1].islower()


def _run_kind(words: Words, first: int, after: int, language: str, title: int) -> NameKind:
    if title >= 0:
        return "person"
    if words.lower[first] in word_set(language, "names", "families") and 2 <= after - first <= 5:
        return "person"
    if words.lower[after - 1] in word_set(language, "names", "tails"):
        return "organisation"
    return "unknown"


def is_foreign(word: str) -> bool:
    """Whether a word cannot be one Vietnamese syllable, so that a capital makes it a name ("Putin", not "Canh")."""
    return not _SYLLABLE.fullmatch(unicodedata.normalize("NFD", word.lower()).translate(_NO_TONES))


def _heading(words: Words, language: str) -> list[_Found]:
    """In a line of capitals only names of the lexicon can be told."""
    found = []
    index = 0
    while index < len(words):
        size = _known_size(words, index, language)
        if size > 1 or (size and len(words.lower[index]) > 3):
            found.append(_Found(index, index + size, _known_kind(words, index, size, language)))
        index += size or 1
    return found


def _all_capitals(words: Words) -> bool:
    letters = [word for word in words.text if word[0].isalpha()]
    return len(letters) >= 4 and sum(word.isupper() for word in letters) > _ALL_CAPITALS_SHARE * len(letters)


def _starts_sentence(words: Words, index: int) -> bool:
    return index == 0 or bool(_STARTS_SENTENCE.search(words.gaps[index]))


def _is_capital(words: Words, index: int) -> bool:
    word = words.text[index]
    if word[0].isupper():
        return True
    return "-" in word and word[0].islower() and bool(_ARTICLE_PREFIX.match(word)) and word.split("-")[1][:1].isupper()


def _capital_at(words: Words, index: int) -> bool:
    return index < len(words) and _is_capital(words, index)


def _known_size(words: Words, index: int, language: str) -> int:
    """Length of a name of the lexicon here; short capital ones (IS, AP, US) must be written so."""
    table, exact = _known_table(language)
    size = match_at(words, index, table)
    if not size or not any(word[0].isupper() for word in words.text[index : index + size]):
        return 0
    if size == 1 and words.lower[index] in exact and not words.text[index].isupper():
        return 0
    if words.text[index][0].islower() and words.lower[index] not in ("châu", "biển", "vịnh", "al-qaeda"):
        return 0
    return size


def _known_kind(words: Words, index: int, size: int, language: str) -> NameKind:
    return "place" if words.lower[index : index + size] in _known_places(language) else "organisation"


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


@cache
def _personal(language: str) -> frozenset[str]:
    """Titles of one word that only people carry, whatever the name after them looks like."""
    table = lexicon(language, "names")
    return frozenset(one for one in (*table["male"], *table["female"]) if " " not in one) | {"em", "cháu", "cụ", "bé"}


def _heads(language: str) -> PhraseTable:
    return phrases(language, "names", "heads")


@cache
def _short_countries(language: str) -> frozenset[str]:
    return frozenset(one.lower() for one in lexicon(language, "names")["countries"] if " " not in one)


@cache
def _main_heads(language: str) -> PhraseTable:
    """Heads that end another name when they come up inside a capital run."""
    heads = lexicon(language, "names")["heads"]
    families = word_set(language, "names", "families")
    return phrase_table(one for one in heads if (" " in one or one in ("bộ", "ubnd", "sở", "cục", "clb", "csgt")) and one not in families)


@cache
def _short_types(language: str) -> frozenset[str]:
    """Types of places that are also syllables of names ("Hồ", "Cầu"): they count in lower case only."""
    return frozenset(one for one in lexicon(language, "names")["place_types"] if len(one) <= 5 and one not in ("tp", "tỉnh", "huyện", "quận"))
