"""Files that the page hands out: the reviewed report, the decisions, the checklist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from compare.errors import ReviewError
from compare.render import render
from compare.review.desk import Desk
from compare.review.exchange import checklist, lines, table
from compare.review.verdicts import decisions, skips


@dataclass(frozen=True, slots=True)
class Download:
    """A file to save."""

    name: str
    media_type: str
    content: bytes


def make(desk: Desk, name: str, language: str) -> Download:
    """The file of a name in ``NAMES``; ``ReviewError`` for another."""
    if name not in NAMES:
        raise ReviewError(f"no such file: {name[:40]!r}")
    content = NAMES[name](desk, language)
    kind = {"md": "text/markdown", "html": "text/html", "csv": "text/csv", "jsonl": "application/jsonl"}
    return Download(name, kind[name.rsplit(".", 1)[1]] + "; charset=utf-8", content.encode("utf-8", "replace"))


def _report(format_name: str) -> Callable[[Desk, str], str]:
    def made(desk: Desk, language: str) -> str:
        """The reviewed report, orphaned decisions among its skips."""
        state = desk.state()
        listed = replace(state.comparison, skipped=(*state.comparison.skipped, *skips(state.orphans)))
        return render(listed, format_name, language=language, decisions=decisions(state, language=language))

    return made


def _lines(desk: Desk, language: str) -> str:
    del language
    return lines.dumps(desk.entries())


def _table(desk: Desk, language: str) -> str:
    del language
    return "\ufeff" + table.dumps(desk.entries())


def _checklist(desk: Desk, language: str) -> str:
    return checklist.dumps(desk.state(), desk.editor, language)


NAMES: dict[str, Callable[[Desk, str], str]] = {
    "report.md": _report("markdown"),
    "report.html": _report("html"),
    "decisions.jsonl": _lines,
    "decisions.csv": _table,
    "checklist.md": _checklist,
}
