"""Inputs of every kind -> ``Article``: one module per kind, found by walking this folder.

A module that names ``SUFFIXES`` and has ``articles(content, path)`` reads files with these endings; a new kind of
input is one new module and nothing else edited.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TextIO

from compare.errors import InputError
from compare.read import lines, web
from compare.read.record import Draft
from compare.read.registry import known_suffixes, reader_for
from compare.read.reports import is_report
from compare.types import Article, Skip

STDIN = "-"


def read_articles(
    inputs: Sequence[str | Path], *, stdin: TextIO | BinaryIO | None = None, offline: bool = True
) -> tuple[tuple[Article, ...], tuple[Skip, ...]]:
    """Every article of files, folders, addresses and standard input, in input order, and what was skipped and why.

    ``inputs`` are paths, ``http(s)`` addresses (skipped when ``offline``) or ``-`` for JSON lines on ``stdin``.
    An empty, binary, unreadable or repeated article becomes a ``Skip`` and the run goes on. Articles without an id
    are named a1, a2, ... by their place; a given id that is taken already gets ``-2``, ``-3``, ... Raises
    ``InputError`` for a path that does not exist and for ``-`` without a standard input.
    """
    drafts: list[Draft] = []
    for given in [inputs] if isinstance(inputs, str | Path) else inputs:
        drafts.extend(_drafts(str(given), stdin, offline))
    skipped = [one for one in drafts if isinstance(one, Skip)]
    articles = list(_without_repeats(drafts, skipped))
    return tuple(_named(articles)), tuple(skipped)


def _drafts(given: str, stdin: TextIO | BinaryIO | None, offline: bool) -> Iterator[Draft]:
    if given == STDIN:
        if stdin is None:
            raise InputError("'-' stands for standard input, and there is none")
        content = stdin.read()
        read = list(
            lines.articles(content if isinstance(content, bytes) else content.encode("utf-8", "replace"), STDIN)
        )
        yield from read or [_empty(STDIN)]
        return
    if given.startswith(("http://", "https://")):
        yield from web.articles(given, offline)
        return
    path = _existing(given)
    if path.is_dir():
        barred: list[Skip] = []
        for inner in _files_below(path, barred):
            yield from _file(inner, str(inner))
        yield from barred
    else:
        yield from _file(path, given)


def _existing(given: str) -> Path:
    """The path as given. Raises ``InputError`` when nothing is there."""
    path = Path(given)
    try:
        found = bool(given) and path.exists()
    except (OSError, ValueError):
        found = False
    if not found:
        raise InputError(f"{given!r}: no such file or folder")
    return path


def _files_below(folder: Path, barred: list[Skip]) -> list[Path]:
    """All files of a folder and its folders, sorted, hidden ones left out; links to folders are not followed.

    What cannot be looked into, and links to nothing, go to ``barred``.
    """

    def refused(error: OSError) -> None:
        """A folder that may not be read."""
        barred.append(Skip("read", str(error.filename or folder), f"cannot be read: {error.strerror or error}"))

    found = []
    for inner, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [Path(inner, name) for name in folders if Path(inner, name).is_symlink()]
        barred += [Skip("read", str(one), "a link to a folder: not followed") for one in links]
        for path in (Path(inner, name) for name in names if not name.startswith(".")):
            try:
                if stat.S_ISREG(path.stat().st_mode):
                    found.append(path)
            except OSError as error:
                refused(error)
    return sorted(found)


def _file(path: Path, shown: str) -> Iterator[Draft]:
    reader = reader_for(path.suffix)
    if reader is None:
        known = " ".join(known_suffixes())
        yield Skip("read", shown, f"unknown kind of file {path.suffix or '(no ending)'!r}; known: {known}")
        return
    try:
        content = path.read_bytes()
    except OSError as error:
        yield Skip("read", shown, f"cannot be read: {error.strerror or error}")
        return
    if is_report(content):
        yield Skip("read", shown, "a report of claim-compare, not an article")
        return
    drafts = list(reader(content, shown))
    yield from drafts or [_empty(shown)]


def _empty(shown: str) -> Skip:
    return Skip("read", shown, "empty: no text")


def _without_repeats(drafts: Iterable[Draft], skipped: list[Skip]) -> Iterator[Article]:
    """Articles with some text that no earlier one of their event has; what is left out goes to ``skipped``."""
    seen: dict[tuple[str, str], str] = {}
    for one in drafts:
        if isinstance(one, Skip):
            continue
        folded = " ".join(one.text.split())
        what = one.path + (f" ({one.id})" if one.id else "")
        if not folded:
            skipped.append(Skip("read", what, "empty: no text"))
        elif (one.event, folded) in seen:
            skipped.append(Skip("read", what, f"same text as {seen[one.event, folded]}"))
        else:
            seen[one.event, folded] = what
            yield one


def _named(articles: Sequence[Article]) -> Iterator[Article]:
    """Articles with a unique id and the fingerprint of their text."""
    taken = {one.id for one in articles if one.id}
    used: set[str] = set()
    for place, one in enumerate(articles, start=1):
        name = one.id if one.id and one.id not in used else _free(one.id or f"a{place}", taken, bool(one.id))
        taken.add(name)
        used.add(name)
        yield replace(one, id=name, sha256=sha256(one.text.encode("utf-8")).hexdigest())


def _free(wanted: str, taken: Collection[str], is_repeat: bool) -> str:
    """``wanted``, or ``wanted-2``, ``wanted-3``, ... if that is taken."""
    if not is_repeat and wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
