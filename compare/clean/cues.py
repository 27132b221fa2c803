"""The words of ``clean.toml`` in the shapes that rules need; both languages at once, since pages mix them."""

from __future__ import annotations

import re
from functools import cache

from compare.clean.page import folded
from compare.lexicon import LANGUAGES, lexicon

# Capital letters of Latin scripts for a character class; ranges would let small Vietnamese letters in.
CAPITAL = "A-Z" + "".join(filter(str.isupper, map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))))


def cues(table: str, key: str) -> tuple[str, ...]:
    """The words of one list in every language."""
    return tuple(word for language in LANGUAGES for word in lexicon(language, "clean").get(table, {}).get(key, ()))


@cache
def label_set(*keys: str) -> frozenset[str]:
    """Folded labels of these lists."""
    return frozenset(folded(word) for key in keys for word in cues("labels", key))


@cache
def outlets() -> dict[str, str]:
    """How pages write an outlet, in small letters -> the name that a report shows."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for name, aliases in lexicon(language, "clean").get("outlets", {}).items():
            found.update({alias.casefold(): name for alias in (name, *aliases)})
    return found


@cache
def _spellings() -> frozenset[str]:
    tables = [lexicon(language, "clean").get("outlets", {}) for language in LANGUAGES]
    return frozenset(alias for table in tables for name, aliases in table.items() for alias in (name, *aliases))


@cache
def outlet_pattern() -> re.Pattern[str]:
    """A known outlet as written in running text (case counts), the longest spelling first, as a word of its own."""
    return re.compile(rf"(?<![\w&]){alternatives(*_spellings())}(?![\w&+])(?!-\w)")


def outlet_name(written: str) -> str:
    """The name that a report shows for an outlet as written; "" when it is not known."""
    return outlets().get(" ".join(written.split()).strip(" .").casefold(), "")


def alternatives(*words: str) -> str:
    """A group that matches any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda one: (-len(one), one))) + ")"
