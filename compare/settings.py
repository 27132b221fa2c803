"""One frozen ``Settings`` with every default; options, environment and configuration files are read in ``cli``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from compare.errors import SettingsError

REPORT_LANGUAGES = ("en", "vi")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told.

    ``model`` names an encoder ("deep", "builtin", a sentence-transformers id or a folder), ``nli`` a cross-encoder
    judge ("" for none); ``threshold`` is the probability from which two sentences count as linked (None: the
    scorer's own); ``report_language`` is the language of the report's own words; ``language`` forces the articles'
    language ("" detects it).
    """

    model: str = "deep"
    nli: str = ""
    threshold: float | None = None
    report_language: str = "en"
    language: str = ""
    title: str = ""
    keep_furniture: bool = False
    offline: bool = False

    def __post_init__(self) -> None:
        if self.report_language not in REPORT_LANGUAGES:
            known = ", ".join(REPORT_LANGUAGES)
            raise SettingsError(f"report language {self.report_language!r}: choose one of {known}")
        if self.threshold is not None and not 0.0 <= self.threshold <= 1.0:
            raise SettingsError(f"threshold {self.threshold}: a probability from 0 to 1 is wanted")

    def public(self) -> tuple[tuple[str, Any], ...]:
        """Name and value of every setting, in order, as they are recorded in a report."""
        return tuple((one.name, getattr(self, one.name)) for one in fields(self))
