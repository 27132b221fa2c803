"""Addresses as Vietnamese news gives them: "(47 tuổi, ngụ xã Mường Lựm, huyện Yên Châu)", and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from compare.judge.phrases import section_of
from compare.judge.sides import Side
from compare.judge.spelling import toned
from compare.types import Name, Span

TOKEN = re.compile(r"\d+[A-Za-z]?\b|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
COMMUNE, DISTRICT, PROVINCE = 1, 2, 3
HOME = "home"
FARTHEST = 70  # characters between a person and the address that is the person's
MOST = 30  # addresses read of one sentence; lists of hundreds are no one's home


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of an address: ``rank`` 0 for a hamlet to 3 for a province, ``level`` as the lexicon calls it
    ("commune"), the name's place and its folded form.
    """

    rank: int
    level: str
    span: Span
    key: str

    @property
    def numbered(self) -> bool:
        """Whether it has a number for a name, as another district's may have ("phường 5")."""
        return self.key[0].isdigit()


@dataclass(frozen=True, slots=True)
class Address:
    """Units that stand one behind the other, by rank."""

    units: Mapping[int, Unit]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Residence:
    """Where a sentence says that a person lives (``cue`` "home"), comes from or stays for a while."""

    person: str
    cue: str
    address: Address


def addresses(side: Side) -> list[Address]:
    """The addresses of a sentence in order, each from the smaller unit to the greater; offsets count in the article."""
    chains: list[list[Unit]] = []
    for unit in _units(side.sentence.text, side.sentence.start):
        last = chains[-1][-1] if chains else None
        if last and unit.rank > last.rank and _joins(side.article.text[last.span.end : unit.span.start]):
            chains[-1].append(unit)
        else:
            chains.append([unit])
    found = [Address({one.rank: one for one in chain}, chain[0].span.start, chain[-1].span.end) for chain in chains]
    return found[:MOST]


def residences(side: Side) -> Iterator[Residence]:
    """Whose address it is: that of the person named right before, in brackets behind the age or with a cue ("ngụ")."""
    if any(word in side.sentence.text.lower() for word in section_of("vi", "addresses")["respectively"]):
        return
    people = sorted((name for name in side.names if name.kind == "person"), key=lambda name: name.span.start)
    for address in addresses(side):
        before = [name for name in people if name.span.end <= address.start]
        if before and address.start - before[-1].span.end <= FARTHEST and len(before[-1].span.text.split()) > 1:
            cue = _cue(side.article.text[before[-1].span.end : address.start])
            if cue:
                yield Residence(_person(before[-1]), cue, address)


def _person(name: Name) -> str:
    return toned(name.span.text)


@lru_cache(maxsize=1 << 12)
def _units(text: str, base: int) -> tuple[Unit, ...]:
    """Every unit with the word for its level: "xã Mường Lựm", "P.12", "TP Sơn La"; the text begins at ``base``."""
    tokens, place = list(TOKEN.finditer(text)), 0
    found: list[Unit] = []
    while place < len(tokens):
        level, after = _level(tokens, place)
        last = _name_end(text, tokens, after) if level else after
        if not level and _stands_bare(tokens, place, found, base):
            level, after, last = "province", place, _province_end(text, tokens, place)
        if last > after and (place == 0 or tokens[place - 1].group().lower() not in _several()):
            start, end = tokens[after].start(), tokens[last - 1].end()
            key = toned(text[start:end])
            rank = PROVINCE if level == "city" and key in _great_cities() else _ranks()[level]
            found.append(
                Unit(rank, level, Span(base + start, base + end, text[start:end]), _great_cities().get(key, key))
            )
        place = max(last, place + 1)
    return tuple(found)


def _stands_bare(tokens: Sequence[re.Match[str]], place: int, found: Sequence[Unit], base: int) -> bool:
    """Whether a province may stand at a token without a word for its level: behind a cue ("quê Nghệ An") or a smaller
    unit ("huyện Đô Lương, Nghệ An").
    """
    before = tokens[place - 1].group().lower() if place else ""
    behind = bool(found) and place > 0 and found[-1].span.end - base == tokens[place - 1].start()
    return before in _homely() or (behind and before in (",", "(", "-", "–"))


def _province_end(text: str, tokens: Sequence[re.Match[str]], place: int) -> int:
    """The token behind the province whose name begins at a token; that token where none does, or where the name goes
    on ("Đồng Nai Thượng").
    """
    for size in (4, 3, 2, 1):
        own, behind = tokens[place : place + size], tokens[place + size : place + size + 1]
        if len(own) < size or not own[0].group()[0].isupper():
            continue
        goes_on = bool(behind) and behind[0].group()[0].isupper() and text[own[-1].end() : behind[0].start()] == " "
        if not goes_on and toned(text[own[0].start() : own[-1].end()]) in provinces():
            return place + size
    return place


def _level(tokens: list[re.Match[str]], place: int) -> tuple[str, int]:
    """The level that stands at a token and the token behind it; "" where none does."""
    for size in (3, 2, 1):
        words = [one.group() for one in tokens[place : place + size]]
        level = _levels().get(" ".join(words).lower(), "")
        after = place + size
        stop = after < len(tokens) and tokens[after].group() == "."
        short = len(words[-1]) <= 2 and words[-1].lower() not in _whole()
        number = (
            after < len(tokens)
            and tokens[after].group()[0].isdigit()
            and tokens[after].start() == tokens[after - 1].end()
        )
        if level and (not short or (words[-1][0].isupper() and (stop or number or words[-1].upper() == "TP"))):
            return level, after + stop
    return "", place


def _name_end(text: str, tokens: list[re.Match[str]], place: int) -> int:
    """The token behind the name that begins at a token: a number, or capitalised words with a space between."""
    if place < len(tokens) and tokens[place].group()[0].isdigit():
        return place + 1
    end = place
    while end < len(tokens) and tokens[end].group()[0].isupper() and (end == place or not _level(tokens, end)[0]):
        if end > place and text[tokens[end - 1].end() : tokens[end].start()] != " ":
            break
        end += 1
    return end


def _joins(between: str) -> bool:
    """Whether what stands between two units binds them: commas, a bracket, "thuộc", with the word for the level."""
    words = [one.group().lower() for one in TOKEN.finditer(between)]
    marks = [word for word in words if not word[0].isalpha()]
    plain = " ".join(word for word in words if word[0].isalpha() and word not in _binding())
    return len(marks) <= 3 and set(marks) <= {",", "(", "-", "–", "."} and (not plain or plain in _levels())


def _cue(between: str) -> str:
    """What makes an address the person's who is named before these words: a cue of some kind, or the age in brackets.

    "" where other words stand there: they tell of a workplace, an arrest or somebody else.
    """
    words = list(TOKEN.finditer(between))
    while words and words[-1].group().lower() in _fillers():
        words.pop()
    text = between[: words[-1].end()] if words else ""
    for cue, kind in _cues():
        before = text[: -len(cue)]
        if text.lower().endswith(cue) and not before[-1:].isalpha() and _plain().fullmatch(before):
            return kind
    return HOME if text and _bracketed().fullmatch(text) else ""


@cache
def words_for(rank: int) -> tuple[str, ...]:
    """The words for the levels of a rank, the longest first."""
    words = [
        word for word, level in _levels().items() if rank == _ranks()[level] or (rank > COMMUNE and level == "city")
    ]
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _levels() -> Mapping[str, str]:
    """Levels by the words for them."""
    return {word: level for level, words in section_of("vi", "addresses")["levels"].items() for word in words}


@cache
def _ranks() -> Mapping[str, int]:
    ranks = {"hamlet": 0, "commune": COMMUNE, "ward": COMMUNE, "township": COMMUNE, "district": DISTRICT}
    return ranks | {"city": DISTRICT, "province": PROVINCE}


@cache
def _fillers() -> frozenset[str]:
    """What may stand between a cue and a name: words for levels, one by one, and "ở", "tại"."""
    at = section_of("vi", "addresses")["at"]
    return frozenset((".", *at, *(word for words in _levels() for word in words.split())))


@cache
def provinces(late: bool = True) -> Mapping[str, str]:
    """Provinces by all their names; those that joined another in 2025 are it if it is ``late`` enough for that."""
    told = section_of("vi", "addresses")
    found: dict[str, str] = {}
    for name, olds in told["provinces"].items():
        for old in (name, *olds):
            is_one = late or old in (name, *told["one"])
            found[toned(old)] = toned(name if is_one else old)
    return {**found, **_great_cities()}


@cache
def _homely() -> frozenset[str]:
    """The words right before a place where somebody lives or comes from."""
    told = section_of("vi", "addresses")
    return frozenset(cue.split()[-1] for own in told["cues"].values() for cue in own) | {*told["at"]}


@cache
def _binding() -> frozenset[str]:
    return frozenset(section_of("vi", "addresses")["binding"])


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _aged() -> str:
    """An age or a year of birth."""
    told = section_of("vi", "addresses")
    return rf"(?:\d{{1,3}}\s*(?:{_any_of(told['years_old'])})|(?:{_any_of(told['born'])})\s*:?\s*[\d/.-]+)"


@cache
def _plain() -> re.Pattern[str]:
    """What may stand between a person and a cue: the age, the year of birth, where the person comes from."""
    told = section_of("vi", "addresses")
    origin = rf"(?:{_any_of(told['cues']['origin'])})\s+[^();]{{1,40}}[,;]\s*"
    also = _any_of(told["also"])
    return re.compile(rf"[\s,(–-]*(?:{_aged()}[\s,;–-]*)?(?:(?:{also})?\s*{origin})?(?:{also})?\s*", re.IGNORECASE)


@cache
def _bracketed() -> re.Pattern[str]:
    """An age that opens a bracket."""
    return re.compile(rf"\s*\(\s*{_aged()}[\s,;–-]*", re.IGNORECASE)


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    """Cues with their kinds, the longest first."""
    cues = section_of("vi", "addresses")["cues"]
    return tuple(sorted(((cue, kind) for kind, own in cues.items() for cue in own), key=lambda one: -len(one[0])))


@cache
def _several() -> frozenset[str]:
    """Words for several of a kind, behind which names stand in a list: "các quận Gò Vấp, Tân Bình"."""
    return frozenset(section_of("vi", "addresses")["several"])


@cache
def _whole() -> frozenset[str]:
    """Short words that are no abbreviations."""
    return frozenset(word for word in _levels() if len(word) == 2 and not word.isascii())


@cache
def _great_cities() -> Mapping[str, str]:
    """Cities of a province's rank by all their names, each with its first."""
    return {toned(name): toned(names[0]) for names in section_of("vi", "addresses")["great_cities"] for name in names}
