"""The report's own words in English and Vietnamese, read from ``labels.toml`` and ``reasons.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from compare.errors import SettingsError
from compare.summary import SURE

HIGH = 0.85  # of a link's probability: from here on its word is "high", below SURE "low"


@dataclass(frozen=True, slots=True)
class Words:
    """One language of ``labels.toml``; ``table`` is shared, so do not change it."""

    language: str
    table: dict[str, Any]

    def say(self, key: str, **values: object) -> str:
        """The phrase under a dotted key, its ``{names}`` filled in."""
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def count(self, key: str, n: int) -> str:
        """A counted thing, "1 conflict" or "2 conflicts"; ``key`` names a pair."""
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        return str(found[0 if n == 1 else 1]).format(n=n)

    def name(self, family: str, key: str) -> str:
        """The name of a kind, rule, stage or category; a name nobody foresaw stands for itself, without dashes."""
        return str(self.table.get(family, {}).get(key, key.replace("-", " ").replace("_", " ")))

    def reason(self, given: str) -> str:
        """Why something was skipped, in this language as far as its beginning is known; what follows stays."""
        known = [one for one in _reasons().get(self.language, {}) if given.startswith(one)]
        begins = max(known, key=len, default="")
        return _reasons()[self.language][begins] + given[len(begins) :] if begins else given

    def date(self, when: datetime) -> str:
        """A date, with the time of day where it is not midnight."""
        month = self.table["months"][when.month - 1]
        day = self.say("date", day=when.day, month=month, year=when.year)
        return f"{when:%H:%M}, {day}" if (when.hour or when.minute) else day

    def listing(self, items: tuple[str, ...]) -> str:
        """Names in a row: "A", "A and B", "A, B and C"."""
        if len(items) < 2:
            return "".join(items)
        return ", ".join(items[:-1]) + self.say("list_and") + items[-1]

    def share(self, value: float) -> str:
        """A share or probability as whole per cent; only a certain one is called 100%."""
        return f"{min(round(value * 100), 99) if value < 1 else 100}%"

    def confidence(self, probability: float | None, key: str = "line") -> str:
        """How sure it is that passages tell of one matter; per cent are cut, never rounded up. Empty without links."""
        if probability is None:
            return ""
        word = "high" if probability >= HIGH else "fair" if probability >= SURE else "low"
        percent = f"{min(int(probability * 100 + 1e-9), 99) if probability < 1 else 100}%"
        return self.say(f"confidence.{key}", word=self.say(f"confidence.{word}"), percent=percent)


@cache
def tables() -> dict[str, Any]:
    """The whole of ``labels.toml``: language to its table."""
    return _read("labels.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("compare.render").joinpath(name).read_text(encoding="utf-8"))


@cache
def _reasons() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = _read("reasons.toml")
    return found


def words(language: str) -> Words:
    """The words of one report language; ``SettingsError`` for one that has no table."""
    if language not in tables():
        raise SettingsError(f"report language {language!r}: choose one of {', '.join(tables())}")
    return Words(language, tables()[language])
