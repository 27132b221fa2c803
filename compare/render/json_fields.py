"""Typed looks into a JSON object; each raises ``InputError`` where the value is not of the kind that is wanted."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from compare.errors import InputError

Made = TypeVar("Made")


def get(record: Any, key: str, kind: type[Made], default: Made | None = None) -> Made:
    """The value under a key, which must be of that kind; a missing one is an error unless there is a default."""
    if not isinstance(record, dict):
        raise InputError(f"report JSON: an object with {key!r} is wanted, not {type(record).__name__}")
    if key not in record and default is not None:
        return default
    value = record.get(key)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value) if abs(value) < 2**53 else math.inf
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise InputError(f"report JSON: {key!r} must be {kind.__name__}, not {type(value).__name__}")
    return value


def words(record: Any, key: str) -> str:
    """A text, "" where there is none."""
    return get(record, key, str, "")


def whole(record: Any, key: str) -> int:
    """A whole number."""
    return get(record, key, int)


def items(record: Any, key: str) -> list[Any]:
    """A list, empty where there is none."""
    return get(record, key, list, [])


def each(record: Any, key: str, make: Callable[[Any], Made]) -> tuple[Made, ...]:
    """A list with something made of each item."""
    return tuple(make(one) for one in items(record, key))


def strings(record: Any, key: str) -> tuple[str, ...]:
    """A list of texts."""
    values = items(record, key)
    if not all(isinstance(one, str) for one in values):
        raise InputError(f"report JSON: {key!r} must be a list of texts")
    return tuple(values)


def choice(record: Any, key: str, known: tuple[Made, ...]) -> Made:
    """One of the known values."""
    value = record.get(key) if isinstance(record, dict) else None
    for one in known:
        if value == one:
            return one
    raise InputError(f"report JSON: {key!r} {str(value)[:40]!r} is none of {', '.join(map(str, known))}")
