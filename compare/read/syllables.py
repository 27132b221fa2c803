"""How much of a text are well-formed Vietnamese syllables: tells a right decoding from a wrong one."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:uyê|uya|iêu|yêu|ươu|ươi|uôi|oai|oay|oeo|uây|uyu|oao|iê|yê|uô|ươ|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oa|oă|oe|oi|"
    r"ôi|ơi|ui|ưi|ưu|uâ|uê|uơ|uy|oo|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether a word is one Vietnamese syllable by its spelling: onset, vowels, coda and at most one tone mark."""
    apart = unicodedata.normalize("NFD", word.lower())
    if len(_TONES.findall(apart)) > 1:
        return False
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", apart))))


def vietnamese_share(text: str) -> float:
    """Share in [0, 1] of words with non-ASCII letters that are Vietnamese syllables; 0 below three such words."""
    words = [word for word in _WORD.findall(text[:50_000]) if not word.isascii()]
    if len(words) < 3:
        return 0.0
    return sum(map(is_syllable, words)) / len(words)
