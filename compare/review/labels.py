"""The page's own words, English and Vietnamese, beside the report's (``compare.render.labels``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from compare.render.labels import words


@cache
def tables() -> dict[str, Any]:
    """The whole of ``labels.toml``: language to its table."""
    return tomllib.loads(files("compare.review").joinpath("labels.toml").read_text(encoding="utf-8"))


def page_words(language: str) -> dict[str, Any]:
    """All words of the page in one language, with the report's names of verdicts and kinds."""
    report = words(language).table
    return {**tables()[language], "verdict": report["verdict"], "kind": report["kind"]}
