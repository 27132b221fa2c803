"""Cue words of ``lexicon/*/framing.toml`` found in a text: whole words, the longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from compare.lexicon import lexicon
from compare.types import Span


class Phrases:
    """Phrases to find as whole words, the longest that fits; compiled when a text has one, since most have none."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(sorted({plain(one) for one in phrases}))

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Every match in ``text[start:end]``."""
        low = plain(text[start:end])
        return self._pattern.finditer(text, start, end) if any(one in low for one in self._phrases) else iter(())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        tree: dict[str, Any] = {}
        for phrase in self._phrases:
            branch = tree
            for character in phrase:
                branch = branch.setdefault(character, {})
            branch[""] = {}
        return re.compile(rf"(?<![\w-]){_shared(tree)}(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One matter with its plain and its coloured wordings."""

    matter: str
    plain: frozenset[str]
    coloured: frozenset[str]
    pattern: Phrases


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that outlets name differently; a difference tells only where a ``telling`` word takes part.

    With ``before_name`` only mentions before a name count, each name by itself.
    """

    name: str
    pattern: Phrases
    innocent: frozenset[str]
    telling: frozenset[str]
    before_name: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of one language, ready to search; ``innocent`` phrases hide the words inside them."""

    loaded: Phrases
    hedges: Phrases
    innocent: frozenset[str]
    coloured_titles: frozenset[str]
    saying_coloured: frozenset[str]
    saying_plain: frozenset[str]
    choices: tuple[Choice, ...]
    things: tuple[Thing, ...]
    no_hedge: frozenset[str]
    no_voice: frozenset[str]
    no_voice_start: tuple[str, ...]
    headline: str


@cache
def cues(language: str) -> Cues:
    """The lists of a language; one without its own has the English ones."""
    table = lexicon(language, "framing")
    innocent = frozenset(table["innocent"])
    return Cues(
        loaded=Phrases([*table["loaded"], *innocent]),
        hedges=Phrases([*table["hedges"], *innocent]),
        innocent=innocent,
        coloured_titles=frozenset(table["coloured_titles"]),
        saying_coloured=frozenset(table["saying_coloured"]),
        saying_plain=frozenset(table["saying_plain"]),
        choices=tuple(
            Choice(
                one["matter"],
                frozenset(one["plain"]),
                frozenset(one["coloured"]),
                Phrases([*one["plain"], *one["coloured"]]),
            )
            for one in table["choice"]
        ),
        things=tuple(
            Thing(
                one["name"],
                Phrases([*one["variants"], *one.get("innocent", ())]),
                frozenset(one.get("innocent", ())),
                frozenset(one.get("telling", one["variants"])),
                one.get("before_name", False),
            )
            for one in table["thing"]
        ),
        no_hedge=frozenset(table["no_hedge"]),
        no_voice=frozenset(table["no_voice"]),
        no_voice_start=tuple(f"{one} " for one in table["no_voice_start"]),
        headline=table["headline"],
    )


def find(phrases: Phrases, innocent: Iterable[str], text: str, start: int, end: int) -> Iterator[Span]:
    """Every match in ``text[start:end]`` that is no innocent phrase and no part of a name, in order."""
    hidden = frozenset(innocent)
    for match in phrases.finditer(text, start, end):
        if plain(match.group()) not in hidden and not _in_name(text, start, match):
            yield Span(match.start(), match.end(), match.group())


def _in_name(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a match is capitalised inside the sentence or throughout ("Lực lượng Tự vệ", "Anh Dũng")."""
    words = match.group().split()
    if not words[0][0].isupper() or match.group().isupper():
        return False
    return text[start : match.start()].rstrip()[-1:].isalnum() or any(one[0].isupper() for one in words[1:])


def plain(words: str) -> str:
    """Lower case with single spaces, as the lists are written."""
    return " ".join(words.casefold().split())


def _shared(tree: dict[str, Any]) -> str:
    """A tree of characters as an expression that tries each shared beginning once, which long lists need."""
    paths = [(r"\s+" if one == " " else re.escape(one)) + _shared(rest) for one, rest in tree.items() if one]
    if not paths:
        return ""
    return f"(?:{'|'.join(paths)}){'?' if '' in tree else ''}"
