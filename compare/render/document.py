"""The report as blocks of runs, before any format: what Markdown and HTML share, so that content and order are one.

A format writes these blocks and nothing else. Article words reach it only as ``Run.text``, so escaping has one place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SPACE = re.compile(r"[\s\u0085\u2028\u2029]+")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. ``href`` is "#anchor" or an http(s) address; ``anchor`` is a target that stands before them.

    ``mark`` is for clashing words, ``quiet`` for secondary ones.
    """

    text: str = ""
    strong: bool = False
    mark: bool = False
    quiet: bool = False
    href: str = ""
    anchor: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``quiet`` for explanations."""

    runs: Runs
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as ``head``."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of an article: who (with the link to its place), then the words, in the article's language."""

    who: Runs
    words: Runs
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Passages that belong together, one under the other."""

    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """A part folded behind its summary."""

    summary: Runs
    blocks: tuple[Block, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks of one finding; ``tone`` is its verdict."""

    tone: str
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Bullets | Table | Quotes | Details | Card


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report in reading order."""

    title: str
    language: str
    blocks: tuple[Block, ...]


def clean(text: str) -> str:
    """Words fit to show on one line: white space becomes one space; control and bidi characters go, as do surrogates.

    Bidi controls go because they can make a passage read differently from what it says (CVE-2021-42574).
    """
    flat = _SPACE.sub(" ", text)
    return flat if flat.isprintable() else "".join(_shown(one) for one in flat)  # none of these is printable


def _shown(character: str) -> str:
    if character in _BIDI or "\U000e0000" <= character <= "\U000e007f":
        return ""
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" else character


def plain(runs: Runs) -> str:
    """The bare words of runs."""
    return "".join(clean(one.text) for one in runs)


def text(words: str) -> Runs:
    """Words as a single plain run."""
    return (Run(words),)


def join(parts: list[Runs], between: str = ", ") -> Runs:
    """Parts in a row with something between them."""
    joined: list[Run] = []
    for part in parts:
        if joined:
            joined.append(Run(between))
        joined.extend(part)
    return tuple(joined)
