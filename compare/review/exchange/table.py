"""What stands as CSV for spreadsheets: state, verdict and note may be changed there and imported again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from compare.errors import ReviewError
from compare.render.csv import cell
from compare.review.exchange.wanted import Wanted
from compare.review.history import standing
from compare.review.records import Entry, Value, checked, subject_from, subject_record

COLUMNS = ("editor", "when", "topic", "tool_verdict", "state", "verdict", "note", "words", "on")


def dumps(entries: Iterable[Entry]) -> str:
    """One row for each word that stands; ``on`` holds the exact words and must be left as it is."""
    stream = io.StringIO()
    rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for one in standing(entries).values():
        if one.after is not None:
            rows.writerow(_row(one, one.after))
    return stream.getvalue()


def loads(text: str) -> tuple[Wanted, ...]:
    """The words of ``dumps``, changed or not; ``ReviewError`` names the row that makes no sense."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not set(COLUMNS) - {"when", "words"} <= set(rows.fieldnames or ()):
        raise ReviewError("not a table of decisions: its columns are " + ", ".join(COLUMNS))
    found = []
    try:
        for number, row in enumerate(rows, 2):
            try:
                found.append(_wanted(row))
            except (ReviewError, ValueError, TypeError, RecursionError) as error:
                raise ReviewError(f"row {number} is no decision ({error})") from error
    except csv.Error as error:
        raise ReviewError(f"not a table that can be read ({error})") from error
    return tuple(found)


def _row(entry: Entry, value: Value) -> dict[str, str]:
    words = " / ".join(f"{one.source or one.article}: {one.words}" for one in entry.subject.passages)
    return {
        "editor": _safe(entry.editor),
        "when": entry.at,
        "topic": entry.subject.topic,
        "tool_verdict": entry.subject.verdict,
        "state": value.state,
        "verdict": value.verdict,
        "note": _safe(value.note),
        "words": cell(words),
        "on": json.dumps({**subject_record(entry.subject), "beside": value.beside}),
    }


def _wanted(row: dict[str, str]) -> Wanted:
    on = json.loads(row["on"])
    subject = subject_from(on)
    beside = on.get("beside", "")
    value = Value(row["state"].strip(), row["verdict"].strip(), _bare(row["note"]), beside)
    editor = _bare(row["editor"]).strip()
    if not editor:
        raise ReviewError("it names no editor")
    return Wanted(editor, subject, checked(subject.topic, value), (row.get("when") or "").strip())


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula. One apostrophe more where it begins with one, so none is lost."""
    return f"'{text}" if text[:1] == "'" or cell(text)[:1] == "'" else text


def _bare(text: str) -> str:
    return text[1:] if text[:1] == "'" else text
