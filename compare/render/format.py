"""What a format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.render.decisions import Decisions
from compare.types import Comparison


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a comparison: ``render(comparison, language, decisions)`` returns the whole text."""

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Comparison, str, Decisions], str]
    encoding: str = "utf-8"
