"""Files of decisions read into a store, and written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from compare.errors import ReviewError
from compare.review.desk import now
from compare.review.exchange import checklist, lines, table
from compare.review.exchange.wanted import entries_for
from compare.review.state import review
from compare.review.store import Store, open_store
from compare.types import Comparison


@dataclass(frozen=True, slots=True)
class Taken:
    """How many entries were added, and the names of a checklist's findings that the report does not have."""

    added: int
    strangers: tuple[str, ...] = ()


def take(file: Path, target: Path, comparison: Comparison | None = None, editor: str = "") -> Taken:
    """Add the decisions in a file to a store, all or none; its suffix says what it is.

    A checklist needs the ``comparison`` it was made for and the ``editor`` who ticked it. ``ReviewError`` where the
    file cannot be read or does not follow its format.
    """
    text = _read(file)
    suffix = file.suffix.lower()
    if suffix == ".jsonl":
        return _logged(text, target)
    if suffix == ".csv":
        rows = table.loads(text)
        store = open_store(target)
        return Taken(len(store.append(entries_for(rows, store.entries(), now()))))
    if suffix in (".md", ".markdown"):
        return _listed(text, target, comparison, editor.strip())
    raise ReviewError(f"{file}: decisions are read from .jsonl, .csv and .md")


def write(path: Path, text: str) -> None:
    """Write a text file; ``ReviewError`` where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise ReviewError(f"{path}: cannot be written ({error.strerror or error})") from error


def _logged(text: str, target: Path) -> Taken:
    entries = lines.loads(text)
    store = open_store(target)
    return Taken(len(store.append(entries, imported=True)))


def _listed(text: str, target: Path, comparison: Comparison | None, editor: str) -> Taken:
    if comparison is None or not editor:
        raise ReviewError("a checklist needs --report, the report it was made for, and --editor, who ticked it")
    ticked = checklist.loads(text)
    if not ticked:
        raise ReviewError("no checklist: it has no finding with its comment")
    store: Store = open_store(target)
    known = store.entries()
    changes, strangers = checklist.wanted(ticked, review(comparison, known), editor)
    added = store.append(entries_for(changes, known, now()))
    return Taken(len(added), tuple(f"line {one.line} ({', '.join(one.codes) or 'note'})" for one in strangers))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"{file}: cannot be read ({error})") from error
