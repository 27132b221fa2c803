"""What a person wrote in a table or checklist, as entries for the log; what stands already makes none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from compare.review.history import standing
from compare.review.records import Entry, Subject, Value


@dataclass(frozen=True, slots=True)
class Wanted:
    """The word that an editor wants to stand on a subject; ``when`` is the moment from which it stood where it was
    taken out, "" if that is not known.
    """

    editor: str
    subject: Subject
    value: Value
    when: str = ""


def entries_for(wanted: Sequence[Wanted], known: Iterable[Entry], at: str) -> tuple[Entry, ...]:
    """Entries that make the wanted words stand, each editor's in one gesture, so that one undo takes them back.

    A word that comes back as it was taken out does not undo what has been decided since.
    """
    log = tuple(known)
    last = standing(log)
    former = {(*_cell(one.editor, one.subject), one.at): one.after for one in log}
    gestures: dict[str, str] = {}
    made = []
    for one in wanted:
        cell = _cell(one.editor, one.subject)
        before = last[cell].after if cell in last else None
        if one.value in (before, former.get((*cell, one.when))):
            continue
        name = gestures.setdefault(one.editor, uuid4().hex)
        made.append(Entry(uuid4().hex, name, "do", at, one.editor, one.subject, before, one.value))
    return tuple(made)


def _cell(editor: str, subject: Subject) -> tuple[str, str]:
    """Where a word stands: each editor has their own on a finding, all share those on links and furniture."""
    return (editor if subject.topic == "finding" else "", subject.key)
