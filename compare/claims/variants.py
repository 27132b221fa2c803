"""Joining the variants of a name over the articles of one event, so that they share one canonical form.

People are joined when their names are spelt alike (foreign names may differ in a letter or two, Vietnamese ones may
not), or when a short form fits one full name only. Organisations and places are joined by the lexicon's aliases, by an
expansion with its acronym in brackets, and without their generic heads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from compare.claims.capitals import is_foreign
from compare.claims.folding import Key, alias_table, fold, known_outlets, without_generic
from compare.claims.speakers import title_gender
from compare.types import Article, Claim, Name, NameKind, Speaker

_ALIKE = 80.0
_LEAST_FUZZY = 5
_LONGEST_NAME = 6
_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "unknown")


@dataclass(frozen=True, slots=True)
class _Census:
    """Every name of an event by its folded words: how often each spelling occurs, in which articles, of what kind, and
    by name and article whether titles tell a man or a woman.
    """

    spellings: dict[Key, Counter[str]]
    kinds: dict[Key, Counter[str]]
    articles: dict[Key, frozenset[int]]
    pairs: frozenset[tuple[Key, Key]]
    genders: dict[tuple[Key, int], frozenset[str]]


def join_names(claims: Sequence[tuple[Claim, ...]], articles: Sequence[Article]) -> tuple[tuple[Claim, ...], ...]:
    """The claims with canonical names and speakers; the result does not depend on the order of the articles."""
    census = _take_census(claims, articles)
    groups = _groups(census)
    canonical = {key: _spell(census, members) for members in groups for key in members}
    kinds = {key: _kind(census, members) for members in groups for key in members}
    full = _full_names(census)
    shorts = [_short_forms(census, groups, full, number) for number in range(len(claims))]
    called = {full for short in shorts for key, full in short.items() if census.kinds[key]["person"]}
    kinds.update({key: "person" for members in groups if members & called for key in members})
    return tuple(
        tuple(_rename(claim, canonical, kinds, short) for claim in some)
        for some, short in zip(claims, shorts, strict=True)
    )


def _rename(claim: Claim, canonical: dict[Key, str], kinds: dict[Key, NameKind], short: dict[Key, Key]) -> Claim:
    names = tuple(_renamed(name, canonical, kinds, short) for name in claim.names)
    speaker = claim.speaker
    if speaker is not None and speaker.name:
        key = short.get(fold(speaker.name), fold(speaker.name))
        speaker = Speaker(canonical.get(key, speaker.name), speaker.span, speaker.cue)
    return replace(claim, names=names, speaker=speaker)


def _renamed(name: Name, canonical: dict[Key, str], kinds: dict[Key, NameKind], short: dict[Key, Key]) -> Name:
    key = fold(name.canonical)
    key = short.get(key, key) if name.kind in ("person", "unknown") else key
    kind = name.kind if name.kind == "person" else kinds.get(key, name.kind)
    return replace(name, canonical=canonical.get(key, name.canonical), kind=kind)


def _take_census(claims: Sequence[tuple[Claim, ...]], articles: Sequence[Article]) -> _Census:
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    kinds: dict[Key, Counter[str]] = defaultdict(Counter)
    places: dict[Key, set[int]] = defaultdict(set)
    pairs: set[tuple[Key, Key]] = set()
    genders: dict[tuple[Key, int], set[str]] = defaultdict(set)
    for number, (some, article) in enumerate(zip(claims, articles, strict=True)):
        names = [name for claim in some for name in claim.names]
        for name in names:
            key = fold(name.canonical)
            spellings[key][name.canonical] += 1
            kinds[key][name.kind] += 1
            places[key].add(number)
            genders[key, number] |= {gender for gender in [title_gender(name.title, article.language)] if gender}
        pairs.update(_bracketed(names, article.text))
    return _Census(
        dict(spellings),
        dict(kinds),
        {key: frozenset(some) for key, some in places.items()},
        frozenset(pairs),
        {place: frozenset(told) for place, told in genders.items()},
    )


def _bracketed(names: Sequence[Name], text: str) -> Iterable[tuple[Key, Key]]:
    """An expansion and its acronym: "Nhà nước Hồi giáo tự xưng (IS)"."""
    for left, right in pairwise(names):
        if "place" in (left.kind, right.kind) or text[left.span.end : right.span.start].strip() not in ("(", "["):
            continue
        for short, long in ((right, left), (left, right)):
            if _may_abbreviate(short.canonical, long):
                yield fold(long.canonical), fold(short.canonical)


def _may_abbreviate(short: str, long: Name) -> bool:
    """Whether capitals may stand for a body; foreign ones share no initials with Vietnamese names, so length
    decides.
    """
    if not (short.isalpha() and short.isupper() and 2 <= len(short) <= 8) or fold(short) in known_outlets():
        return False
    words = long.canonical.split()
    return (
        not long.canonical.isupper()
        and (long.kind == "organisation" or (long.kind == "unknown" and len(words) >= 3))
        and len(words) >= 2
    )


def _groups(census: _Census) -> list[frozenset[Key]]:
    """The keys of the census in classes of one thing each."""
    parent = {key: key for key in census.spellings}

    def root(key: Key) -> Key:
        """The key that stands for its group (union-find)."""
        while parent[key] != key:
            key = parent[key]
        return key

    for left, right in sorted(_same(census)):
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    members: dict[Key, set[Key]] = defaultdict(set)
    for key in parent:
        members[root(key)].add(key)
    return [frozenset(members[key]) for key in sorted(members)]


def _same(census: _Census) -> Iterable[tuple[Key, Key]]:
    """Pairs of keys that name one thing."""
    keys = sorted(census.spellings)
    aliases: dict[str, Key] = {}
    bare: dict[Key, Key] = {}
    for key in keys:
        thing = alias_table().get(key)
        if thing:
            yield aliases.setdefault(thing, key), key
        stripped = without_generic(key) if census.kinds[key]["organisation"] else key
        if stripped in alias_table() or census.kinds.get(stripped, Counter())["place"]:
            continue
        if stripped != key and stripped in census.spellings:
            yield stripped, key
        elif stripped != key:
            yield bare.setdefault(stripped, key), key
    yield from (pair for pair in census.pairs if pair[0] in census.spellings and pair[1] in census.spellings)
    yield from _alike_people([key for key in keys if _may_be_person(census, key)])


def _may_be_person(census: _Census, key: Key) -> bool:
    kinds = census.kinds[key]
    return 2 <= len(key) <= _LONGEST_NAME and kinds["person"] + kinds["unknown"] > 0 and key not in alias_table()


def _alike_people(keys: Sequence[Key]) -> Iterable[tuple[Key, Key]]:
    blocks: dict[tuple[int, str], list[Key]] = defaultdict(list)
    for key in keys:
        blocks[(len(key), key[-1][:1])].append(key)
    for block in blocks.values():
        for number, left in enumerate(block):
            for right in block[number + 1 :]:
                if _alike(left, right):
                    yield left, right


def _alike(left: Key, right: Key) -> bool:
    """Whether two names of as many words are spellings of one: every word alike, and no Vietnamese word differs."""
    return all(a == b or _alike_words(a, b) for a, b in zip(left, right, strict=True))


def _alike_words(left: str, right: str) -> bool:
    from rapidfuzz import fuzz

    if min(len(left), len(right)) < _LEAST_FUZZY or not (left.isascii() or right.isascii()):
        return False
    return fuzz.ratio(left, right) >= _ALIKE


def _short_forms(
    census: _Census, groups: Sequence[frozenset[Key]], full: Sequence[Key], article: int
) -> dict[Key, Key]:
    """Short forms of people in one article and the full name that each stands for, where only one fits."""
    of = {key: number for number, members in enumerate(groups) for key in members}
    chosen: dict[Key, Key] = {}
    for key in sorted(census.spellings):
        if article not in census.articles[key] or not _calls_somebody(census.kinds[key]):
            continue
        fitting = [one for one in full if _shortens(key, one, census.kinds[one]["person"] > 0)]
        if not fitting and len(key) == 1 and census.kinds[key]["person"]:
            fitting = [one for one in full if one[0] == key[0] and census.kinds[one]["person"]]
        fitting = [one for one in fitting if not _of_two_sexes(census, key, one, article)]
        some = [one for one in fitting if article in census.articles[one]] or fitting
        if len({of[one] for one in some}) == 1:
            chosen[key] = max(some, key=lambda one: (len(one), one))
    return chosen


@cache
def _middle_names() -> tuple[tuple[str, str], ...]:
    """Middle names that only women or only men have, folded, each with the gender."""
    told = (("female", ("Thị",)), ("male", ("Văn", "Đình", "Đức", "Hữu")))
    return tuple((word, gender) for gender, names in told for name in names for word in fold(name))


def _of_two_sexes(census: _Census, short: Key, full: Key, article: int) -> bool:
    """Whether titles or a middle name tell that one is a man and the other a woman: "chị Quỳnh", "Phan Đình Quỳnh"."""
    told = census.genders.get((short, article), frozenset())
    known = frozenset().union(*(census.genders.get((full, number), frozenset()) for number in census.articles[full]))
    middle = frozenset(gender for word, gender in _middle_names() if word in full[1:-1])
    return len(told) == 1 and bool(known or middle) and not told & (middle or known)


def _full_names(census: _Census) -> list[Key]:
    """Names that a short form may stand for; not two names in a row ("Atlassian Scott Farquhar")."""
    named = set(census.spellings) | {without_generic(key) for key in census.spellings}
    return [
        key
        for key in census.spellings
        if _may_be_person(census, key)
        and not any(
            key[:cut] in named
            and key[cut:] in named
            and (cut > 1 or not census.kinds.get(key[:1], Counter())["person"])
            for cut in range(1, len(key) - 1)
        )
    ]


def _calls_somebody(kinds: Counter[str]) -> bool:
    """Whether a name mostly stands for a person or something untold, not for a place or body."""
    return kinds["person"] + kinds["unknown"] > kinds["place"] + kinds["organisation"]


def _shortens(short: Key, full: Key, person: bool) -> bool:
    """Whether a name is the tail of a fuller one ("Vinh", "Sinh Vinh", "al-Sudani"), or its first and last word.

    A first name alone will do for those who are called a ``person`` somewhere, since "Honda" is not "Honda Winner".
    """
    if len(short) >= len(full) or short in alias_table():
        return False
    foreign = all(word.isascii() for word in full)
    if full[-len(short) :] == short:
        return person or (foreign and any(is_foreign(word) for word in short))
    if foreign and len(short) >= 2 and full[: len(short)] == short:
        return True
    if foreign and len(short) == 1:
        return person and short[0] == full[0] and len(short[0]) >= _LEAST_FUZZY
    return foreign and len(short) >= 2 and short[0] == full[0] and short[-1] == full[-1]


def _spell(census: _Census, members: frozenset[Key]) -> str:
    """The spelling to show: for people the fullest, else the most frequent; ties go to the longest, then the
    alphabet.
    """
    counts: Counter[str] = Counter()
    for key in members:
        counts.update(census.spellings[key])
    person = _kind(census, members) == "person"
    return max(
        counts,
        key=lambda one: (len(fold(one)) if person else 0, counts[one], len(one), [-ord(char) for char in one]),
    )


def _kind(census: _Census, members: frozenset[Key]) -> NameKind:
    counts: Counter[str] = Counter()
    for key in members:
        counts.update(census.kinds[key])
    counts["unknown"] = min(counts["unknown"], 0)
    best = max(_KINDS, key=lambda one: (counts[one], -_KINDS.index(one)))
    return best if counts[best] else "unknown"
