"""Names folded for comparing, and what the lexicon says about names that mean the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from compare.lexicon import LANGUAGES, lexicon

Key = tuple[str, ...]

_SEPARATORS = re.compile(r"[\s\-'’.·–]+")
_SPELLED = {"q": "quận", "p": "phường", "ql": "quốc lộ"}


@cache
def fold(name: str) -> Key:
    """A name's words for comparing: lower case, hyphens, dots and apostrophes gone, one way to place a tone mark."""
    text = unicodedata.normalize("NFC", name).casefold()
    words = tuple(_even_tone(word) for word in _SEPARATORS.split(text) if word)
    if len(words) == 2 and words[1][0].isdigit():
        return _SPELLED.get(words[0], words[0]), words[1]
    return words


def _even_tone(word: str) -> str:
    """ "hoà" and "hòa", "thuỷ" and "thủy", "quý" and "quí" are spelt in either way."""
    parts = unicodedata.normalize("NFD", word)
    # Two tones on one syllable are no Vietnamese, but the order that NFD gives them keeps a folded name stable.
    tones = sorted((char for char in parts if char in "\u0300\u0301\u0303\u0309\u0323"), key=unicodedata.combining)
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in "\u0300\u0301\u0303\u0309\u0323"))
    if len(bare) > 1 and bare.endswith("i") and bare[-2] not in "aeouâêôơưă":
        bare = bare[:-1] + "y"
    return bare + "".join(tones)


@cache
def alias_table() -> dict[Key, str]:
    """Folded alias -> thing, of any language."""
    return {fold(name): thing for thing, names in lexicon("vi", "aliases").items() for name in names}


@cache
def _generic_heads() -> tuple[Key, ...]:
    heads = {fold(head) for language in LANGUAGES for head in lexicon(language, "names").get("generic", ())}
    return tuple(sorted(heads, key=lambda one: (-len(one), one)))


def without_generic(key: Key) -> Key:
    """A body's name without a generic head ("Tập đoàn", "công ty")."""
    for head in _generic_heads():
        if key[: len(head)] == head and len(key) > len(head):
            return key[len(head) :]
    return key


@cache
def known_outlets() -> frozenset[Key]:
    """Folded names of news outlets of every language."""
    return frozenset(fold(name) for language in LANGUAGES for name in lexicon(language, "names")["outlets"])
