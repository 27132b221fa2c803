"""English words by the Vietnamese syllable that they mean: what lets a check set an English sentence against a
Vietnamese one. Counted by ``training/judge/meanings.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = {"vi", "en"}


@cache
def meanings() -> Mapping[str, str]:
    """The surest syllable of each English word that is no Vietnamese one as well ("hospital": "viện")."""
    found: dict[str, str] = json.loads(files("compare.data").joinpath("meanings.json").read_text(encoding="utf-8"))
    return found
