"""Subjects of a verb of saying that give no name: pronouns, and people, bodies and papers told by common words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.claims.subjects import Ground, Who, before_predicate
from compare.claims.words import PhraseTable, match_at, phrases, word_set

_PERSONS = (
    ("speakers", "people"),
    ("speakers", "bodies"),
    ("names", "titles"),
    ("names", "lower_heads"),
    ("names", "full_heads"),
)
_SPEAKING = (*_PERSONS, ("speakers", "papers"), ("names", "heads"))
_PRONOUNS: tuple[tuple[Who, str], ...] = (
    ("male", "pronouns_male"),
    ("female", "pronouns_female"),
    ("leader", "pronouns_leader"),
    ("any", "pronouns_any"),
)
_GROUPS: tuple[Who, str] = ("group", "groups")


def find_pronoun(ground: Ground, start: int, after: int) -> tuple[Who | None, int]:
    """The kind of pronoun that ends at ``after``, with its first word."""
    if any(one[1] == after for one in ground.names if one[2].kind != "place"):
        return None, 0
    for who, key in (_GROUPS, *_PRONOUNS):
        for first in range(max(start, after - 4), after):
            size = match_at(ground.words, first, phrases(ground.language, "speakers", key))
            if size and (first + size == after or (who == "leader" and after - first - size <= 2)):
                former = who == "leader" and first > start and ground.words.lower[first - 1] in _former(ground)
                return who, first - former
    return None, 0


def _former(ground: Ground) -> frozenset[str]:
    """Words that put an office behind its holder: "cựu (tổng thống)"."""
    return word_set(ground.language, "speakers", "former")


def leading_pronoun(ground: Ground, start: int, after: int) -> tuple[Who | None, int]:
    """The kind of pronoun that opens a subject whose predicate follows ("ông | giải thích và (nói)"), with the word
    after it; none where it is part of a noun ("cô gái", "anh lái xe").
    """
    tables = _tables(ground, _SPEAKING)
    for who, key in _PRONOUNS:
        size = match_at(ground.words, start, phrases(ground.language, "speakers", key))
        end = start + size
        if size and end < after and not any(one[0] == end for one in ground.names):
            noun = any(match_at(ground.words, end, one) or match_at(ground.words, start, one) > size for one in tables)
            return (None, 0) if noun else (who, end)
    return None, 0


def can_speak(ground: Ground, start: int, after: int) -> bool:
    """Whether a person or body is among the words of a subject; true where the lexicon lists no such words."""
    tables = _tables(ground, _PERSONS)
    return not tables or any(match_at(ground.words, place, one) for place in range(start, after) for one in tables)


def names_speaker(ground: Ground, place: int) -> bool:
    """Whether a word for a person or body, or a pronoun, begins at ``place``."""
    lists = (*_PERSONS, *(("speakers", key) for _, key in _PRONOUNS))
    return any(match_at(ground.words, place, one) for one in _tables(ground, lists))


def speaker_phrase(ground: Ground, start: int, after: int) -> tuple[int, int] | None:
    """A noun phrase as far as it can be a speaker without a name: a person, body or paper heads it, after words that
    only count ("một số"), or it is written with capitals inside the sentence; None where nobody speaks ("những con số
    biết"). Whole where the lexicon lists no such heads.
    """
    tables = _tables(ground, _SPEAKING)
    if not tables:
        return start, after
    after = before_predicate(ground, start, after)
    loose = word_set(ground.language, "speakers", "loose_ends")
    while after > start and ground.words.lower[after - 1] in loose:
        after -= 1
    counting = phrases(ground.language, "speakers", "counting")
    head = start
    while head < after and (size := _counted(ground, head, counting)):
        head += size
    if head >= after or match_at(ground.words, head, phrases(ground.language, "speakers", "things")):
        return None
    written = head > 0 and all(word[0].isupper() for word in ground.words.text[head:after])
    return (start, after) if written or any(match_at(ground.words, head, one) for one in tables) else None


def _counted(ground: Ground, place: int, counting: PhraseTable) -> int:
    return 1 if ground.words.text[place].isdigit() else match_at(ground.words, place, counting)


def _tables(ground: Ground, lists: Sequence[tuple[str, str]]) -> list[PhraseTable]:
    """These lists of the lexicon; none where it lists no people who speak."""
    known = phrases(ground.language, "speakers", "people")
    return [phrases(ground.language, *key) for key in lists] if known else []
