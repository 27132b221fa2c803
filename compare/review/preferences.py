"""What an editor likes: keys, colours, language. Kept with the person (``review.json`` in the application's folder)."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from compare.errors import ReviewError

KEYS: dict[str, str] = {
    "confirm": "c",
    "conflict": "1",
    "update": "2",
    "unclear": "3",
    "agree": "4",
    "one-sided": "5",
    "dismiss": "d",
    "undecided": "u",
    "note": "n",
    "undo": "z",
    "redo": "y",
    "next": "j",
    "previous": "k",
    "open": "o",
    "jump": "g",
    "find": "f",
    "batch": "b",
    "context": "t",
    "join": "l",
    "split": "x",
    "help": "?",
}
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    """Action to key (a single character or a name such as "Enter"), whether keys work at all, and the colours."""

    keys: dict[str, str] = field(default_factory=lambda: dict(KEYS))
    keys_on: bool = True
    theme: str = "system"
    language: str = ""


def folder() -> Path:
    """Where this person's settings live."""
    return Path(click.get_app_dir("claim-compare"))


def load(home: Path | None = None) -> Preferences:
    """The saved preferences; what is missing or makes no sense is as at first."""
    try:
        record = json.loads(((home or folder()) / "review.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    with suppress(ReviewError):
        return changed(Preferences(), record)
    return Preferences()


def changed(preferences: Preferences, record: Any) -> Preferences:
    """Preferences with what a record says; ``ReviewError`` for unknown actions, doubled keys or unknown colours."""
    if not isinstance(record, dict):
        raise ReviewError("preferences must be an object")
    keys = preferences.keys | _keys(record.get("keys", {}))
    doubled = sorted({one for one in keys.values() if list(keys.values()).count(one) > 1})
    if doubled:
        raise ReviewError(f"the key {doubled[0]!r} is given twice")
    theme, language = record.get("theme", preferences.theme), record.get("language", preferences.language)
    if theme not in THEMES or language not in ("", "en", "vi"):
        raise ReviewError("no such colours or language")
    keys_on = bool(record.get("keys_on", preferences.keys_on))
    return replace(preferences, keys=keys, keys_on=keys_on, theme=theme, language=language)


def save(preferences: Preferences, home: Path | None = None) -> None:
    """Write the preferences, whole or not at all; ``ReviewError`` where the folder cannot be written to."""
    place = home or folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=place, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(preferences), stream, ensure_ascii=False, indent=1)
        os.replace(scratch, place / "review.json")
    except OSError as error:
        raise ReviewError(f"{place}: the preferences cannot be saved ({error.strerror or error})") from error


def _keys(record: Any) -> dict[str, str]:
    if not isinstance(record, dict) or not all(name in KEYS for name in record):
        raise ReviewError("no such action to give a key to")
    if not all(isinstance(one, str) and 0 < len(one) <= 12 and one.strip() for one in record.values()):
        raise ReviewError("a key is one character, or a name such as Enter")
    return dict(record)
