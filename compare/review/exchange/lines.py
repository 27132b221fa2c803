"""The log as JSON lines, complete: what is exported here and imported elsewhere gives the same state."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from compare.errors import ReviewError
from compare.review.records import (
    TOPICS,
    Entry,
    checked,
    subject_from,
    subject_record,
    value_from,
    value_record,
)


def dumps(entries: Iterable[Entry]) -> str:
    """One line an entry, in the order of saving."""
    return "".join(_line(one) for one in entries)


def loads(text: str) -> tuple[Entry, ...]:
    """The entries of ``dumps``; ``ReviewError`` names the line that is none."""
    found = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(_entry(json.loads(line)))
        except (ReviewError, KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise ReviewError(f"line {number} is no entry of a log of decisions ({error})") from error
    return tuple(found)


def unknown(entries: Sequence[Entry], known: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries whose ids are not among the known ones."""
    ids = {one.id for one in known}
    return tuple(one for one in entries if one.id not in ids)


def _line(entry: Entry) -> str:
    record = {
        "id": entry.id,
        "gesture": entry.gesture,
        "kind": entry.kind,
        "reverts": entry.reverts,
        "at": entry.at,
        "editor": entry.editor,
        "from": value_record(entry.before),
        "to": value_record(entry.after),
        "on": subject_record(entry.subject),
    }
    written = json.dumps(record, ensure_ascii=False)
    # these three end a line for some readers, and a lone surrogate has no encoding: only escapes can carry them
    plain = not any(one in written for one in "\u0085\u2028\u2029") and written.isprintable()
    return (written if plain else json.dumps(record)) + "\n"


def _entry(record: Any) -> Entry:
    subject = subject_from(record["on"])
    before, after = value_from(record["from"]), value_from(record["to"])
    texts = [record[name] for name in ("id", "gesture", "kind", "reverts", "at", "editor")]
    if not all(isinstance(one, str) for one in texts) or subject.topic not in TOPICS:
        raise ReviewError("a field is not text")
    if record["kind"] not in ("do", "undo", "redo") or not record["id"] or not _is_moment(record["at"]):
        raise ReviewError("it is no kind of entry")
    return Entry(
        id=record["id"],
        gesture=record["gesture"],
        kind=record["kind"],
        reverts=record["reverts"],
        at=record["at"],
        editor=record["editor"],
        subject=subject,
        before=checked(subject.topic, before) if before else None,
        after=checked(subject.topic, after) if after else None,
    )


def _is_moment(at: str) -> bool:
    """Whether a time is written as the log does, so that times sort as text, and is one that there is."""
    try:
        return len(at) == 27 and at[10] == "T" and at.endswith("Z") and bool(datetime.fromisoformat(at))
    except ValueError:
        return False
