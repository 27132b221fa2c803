"""What the page asks for, as records of JSON, carried out at the desk. One small function an action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compare.errors import ReviewError
from compare.review.desk import Choice, Desk
from compare.review.records import Value

Record = dict[str, Any]


def perform(desk: Desk, action: str, record: Record) -> None:
    """Carry out an action; ``ReviewError`` where it is unknown, makes no sense, or cannot be saved."""
    if action not in ACTIONS:
        raise ReviewError(f"no such action: {action[:40]!r}")
    name = _text(record, "request")
    if not 8 <= len(name) <= 80:
        raise ReviewError("a request needs a name of its own")
    ACTIONS[action](desk, name, record)


def _decide(desk: Desk, name: str, record: Record) -> None:
    choices = record.get("choices")
    if not isinstance(choices, list) or not choices:
        raise ReviewError("nothing is decided on")
    desk.decide(name, [_choice(one) for one in choices])


def _choice(record: Any) -> Choice:
    if not isinstance(record, dict):
        raise ReviewError("a choice must be an object")
    seen = record.get("seen")
    state = _text(record, "state")
    value = Value(state, _text(record, "verdict"), _text(record, "note")) if state else None
    return Choice(_text(record, "finding"), value, seen if isinstance(seen, int) else None)


def _join(desk: Desk, name: str, record: Record) -> None:
    left, right = _text(record, "left"), _text(record, "right")
    desk.join(name, left, right, _text(record, "relation"), _text(record, "finding"))


def _split(desk: Desk, name: str, record: Record) -> None:
    desk.split(name, _text(record, "finding"), _text(record, "sentence"))


def _restore(desk: Desk, name: str, record: Record) -> None:
    start, end = record.get("start"), record.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise ReviewError("a piece has a start and an end")
    desk.restore(name, _text(record, "article"), start, end)


def _undo(desk: Desk, name: str, record: Record) -> None:
    del record
    desk.undo(name)


def _redo(desk: Desk, name: str, record: Record) -> None:
    del record
    desk.redo(name)


def _text(record: Record, key: str) -> str:
    value = record.get(key, "")
    if not isinstance(value, str):
        raise ReviewError(f"{key!r} must be text")
    return value


ACTIONS: dict[str, Callable[[Desk, str, Record], None]] = {
    "decide": _decide,
    "join": _join,
    "split": _split,
    "restore": _restore,
    "undo": _undo,
    "redo": _redo,
}
