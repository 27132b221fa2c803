"""Cue words, units, number words and abbreviations: data in ``vi/`` and ``en/``, one TOML file per topic.

A topic that a language lacks falls back to English, so that other languages are treated sensibly.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("vi", "en")


@cache
def lexicon(language: str, topic: str) -> dict[str, Any]:
    """The table of one topic ("quantities", "times", "segment", ...) in a language; shared, so do not change it.

    Raises ``KeyError`` when no language has such a topic.
    """
    root = files("compare.lexicon")
    for candidate in (language, "en"):
        resource = root.joinpath(candidate, f"{topic}.toml")
        if resource.is_file():
            return tomllib.loads(resource.read_text(encoding="utf-8"))
    raise KeyError(f"no lexicon for topic {topic!r}")
