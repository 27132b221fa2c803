"""What a person wrote in a table or checklist, as entries for the log; what stands already makes none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from compare.review.history import standing
from compare.review.records import Entry, Subject, Value


@dataclass(frozen=True, slots=True)
class Wanted:
    """The word that an editor wants to stand on a subject."""

    editor: str
    subject: Subject
    value: Value


def entries_for(wanted: Sequence[Wanted], known: Iterable[Entry], at: str) -> tuple[Entry, ...]:
    """Entries that make the wanted words stand, each editor's in one gesture, so that one undo takes them back."""
    last = standing(known)
    gestures: dict[str, str] = {}
    made = []
    for one in wanted:
        cell = (one.editor if one.subject.topic == "finding" else "", one.subject.key)
        before = last[cell].after if cell in last else None
        if before == one.value:
            continue
        name = gestures.setdefault(one.editor, uuid4().hex)
        made.append(Entry(uuid4().hex, name, "do", at, one.editor, one.subject, before, one.value))
    return tuple(made)
