"""Which language a text is in: its script, Vietnamese letters, else the little words it uses most."""

from __future__ import annotations

import re
from collections import Counter

from compare.lexicon import LANGUAGES, lexicon

_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĩũ]", re.IGNORECASE)
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
SAMPLE = 20_000
UNKNOWN = "und"


def known_languages() -> tuple[str, ...]:
    """Every code that `detect_language` can give, those with word lists of their own first."""
    others = {code for code, _ in _SCRIPTS} | set(lexicon("en", "clean")["languages"])
    return (*LANGUAGES, *sorted(others - set(LANGUAGES)))


def detect_language(text: str) -> str:
    """An ISO 639-1 code, or "und" when the text is too short or of a language without a word list."""
    sample = text[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > 0.25 * max(letters, 4):
            return code
    found = [word.casefold() for word in _WORD.findall(sample)]
    if sum(bool(_VIETNAMESE.search(word)) for word in found) > 0.15 * max(len(found), 4):
        return "vi"
    return _by_little_words(found)


def _by_little_words(found: list[str]) -> str:
    """The language whose little words make up the largest share, at least one word in eight."""
    counts = Counter(found)
    tables: dict[str, list[str]] = lexicon("en", "clean")["languages"]
    shares = {code: sum(counts[word] for word in words) / max(1, len(found)) for code, words in tables.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= 0.125 else UNKNOWN
