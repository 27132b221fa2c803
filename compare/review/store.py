"""The decisions on disk: one SQLite file beside the report, holding a log that only grows.

A rollback journal with ``synchronous=EXTRA`` is used: when ``append`` returns, the entries are on the disk, whatever
happens to the process afterwards, and at rest there is just the one file to copy or send.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from compare.errors import ReviewError
from compare.review.records import Entry, subject_from, subject_record, value_from, value_record

APPLICATION = 0x434C4D43  # "CLMC" in the file's header
DAMAGED = "the file is damaged; keep a copy of it and start a new one"
VERSION = 1
WAIT = 5.0  # seconds for another program to let go of the file
_COLUMNS = 'id, gesture, kind, reverts, at, editor, topic, subject, "from", "to", words'

Cell = tuple[str, str]  # editor ("" where all editors share one state) and subject key


class StaleError(ReviewError):
    """Somebody changed the same thing in the meantime; nothing was saved."""


@dataclass(frozen=True, slots=True)
class Store:
    """A file of decisions, from ``open_store``. Every call opens it anew, so threads and programs may share it."""

    path: Path
    wait: float = WAIT

    def append(
        self, entries: Sequence[Entry], expect: Mapping[Cell, int] | None = None, *, imported: bool = False
    ) -> tuple[Entry, ...]:
        """Save entries, all or none, and return them with their places; on return they are on the disk.

        ``expect`` gives for a cell the place of the last entry that the editor saw; ``StaleError`` where it moved on.
        An entry whose id is in the log already is not added again, and ``imported`` ones keep their time, whereas new
        ones are never older than what is there. ``ReviewError`` where the file cannot be written.
        """
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                for cell, seen in (expect or {}).items():
                    _expect(database, cell, seen)
                latest = "" if imported else database.execute("SELECT max(at) FROM log").fetchone()[0] or ""
                saved = [_insert(database, replace(one, at=max(one.at, latest))) for one in entries]
                database.execute("COMMIT")
            except BaseException:
                if database.in_transaction:  # a full disk may have rolled back by itself
                    database.execute("ROLLBACK")
                raise
        return tuple(one for one in saved if one is not None)

    def entries(self, after: int = 0) -> tuple[Entry, ...]:
        """The log beyond a place, in the order of saving."""
        with self._open() as database:
            rows = database.execute(f"SELECT seq, {_COLUMNS} FROM log WHERE seq > ? ORDER BY seq", (after,))
            try:
                return tuple(_entry(row) for row in rows)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                raise ReviewError(f"{self.path}: {DAMAGED}") from error

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        if not self.path.is_file():
            raise ReviewError(f"{self.path}: the file of decisions is gone; put it back before deciding on")
        with _spoken(self.path), _connection(self.path, self.wait) as database:
            yield database


def open_store(path: Path, *, create: bool = True, wait: float = WAIT) -> Store:
    """The store in a file, made where it is missing (unless told not to).

    ``ReviewError`` for a file that is none of ours, is of a newer version, or cannot be opened.
    """
    if not path.is_file() and not create:
        raise ReviewError(f"{path}: no such file of decisions")
    if not create and path.stat().st_size == 0:
        raise ReviewError(f"{path}: an empty file, there are no decisions in it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReviewError(f"{path}: the folder cannot be made ({error.strerror})") from error
    with _spoken(path), _connection(path, wait, "rwc" if create else "rw") as database:
        _prepare(database, path)
    return Store(path, wait)


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    application = database.execute("PRAGMA application_id").fetchone()[0]
    version = database.execute("PRAGMA user_version").fetchone()[0]
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION:
        raise ReviewError(f"{path}: a database, but not one of decisions; choose another name with --decisions")
    if version > VERSION:
        raise ReviewError(f"{path}: made by a newer claim-compare (version {version}): update claim-compare")
    if tables:
        return
    database.executescript(
        f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
        + files("compare.review").joinpath("schema.sql").read_text(encoding="utf-8")
        + "COMMIT;"
    )


@contextmanager
def _connection(path: Path, wait: float, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None)
    try:
        database.execute("PRAGMA synchronous = EXTRA")
        yield database
    finally:
        database.close()


@contextmanager
def _spoken(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into sentences that say what to do, and that nothing was half saved."""
    try:
        yield
    except sqlite3.Error as error:
        raise ReviewError(f"{path}: {_reason(error)}") from error


def _reason(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    known = {
        sqlite3.SQLITE_BUSY: "another program holds the file; not saved, try again in a moment",
        sqlite3.SQLITE_LOCKED: "another program holds the file; not saved, try again in a moment",
        sqlite3.SQLITE_FULL: "the disk is full; not saved, free some space and decide again",
        sqlite3.SQLITE_IOERR: "the disk could not be written; not saved (is it full?)",
        sqlite3.SQLITE_READONLY: "the file or its folder cannot be written to; not saved",
        sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
        sqlite3.SQLITE_NOTADB: "not a file of decisions",
        sqlite3.SQLITE_CORRUPT: DAMAGED,
    }
    return known.get(code, f"not saved ({error})")


def _expect(database: sqlite3.Connection, cell: Cell, seen: int) -> None:
    editor, subject = cell
    row = database.execute(
        "SELECT seq, editor FROM log WHERE subject = ? AND (? = '' OR editor = ?) ORDER BY at DESC, seq DESC LIMIT 1",
        (subject, editor, editor),
    ).fetchone()
    if row is not None and row[0] != seen:
        raise StaleError(f"{row[1]} decided this in the meantime, perhaps in another window; look again, then decide")


def _insert(database: sqlite3.Connection, entry: Entry) -> Entry | None:
    values = (
        *(entry.id, entry.gesture, entry.kind, entry.reverts, entry.at, entry.editor),
        *(entry.subject.topic, entry.subject.key),
        *(_json(value_record(entry.before)), _json(value_record(entry.after)), _json(subject_record(entry.subject))),
    )
    marks = ", ".join("?" * len(values))
    made = database.execute(f"INSERT INTO log ({_COLUMNS}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING", values)
    return replace(entry, seq=made.lastrowid or 0) if made.rowcount else None


def _json(record: object) -> str | None:
    return None if record is None else json.dumps(record, ensure_ascii=True, sort_keys=True)


def _entry(row: tuple[object, ...]) -> Entry:
    seq, name, gesture, kind, reverts, at, editor, _, _, before, after, words = row
    return Entry(
        id=str(name),
        gesture=str(gesture),
        kind=kind,  # type: ignore[arg-type]  # the table's own check holds it
        at=str(at),
        editor=str(editor),
        subject=subject_from(json.loads(str(words))),
        before=value_from(json.loads(str(before))) if before else None,
        after=value_from(json.loads(str(after))) if after else None,
        reverts=str(reverts),
        seq=int(str(seq)),
    )
