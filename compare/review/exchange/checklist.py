"""A Markdown checklist for people who never open the page: tick a box, write a note, import it again.

A box is read by its code in backticks and a finding by the key in its comment, so either language and any edit around
them will do. No tick says nothing; a decision is withdrawn by ticking "undecided". A tick that cannot be read, or that
stands under a heading without its key, is an error: no decision may be lost, or hang on another finding.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from compare.errors import ReviewError
from compare.render.document import clean
from compare.render.labels import words
from compare.render.markdown import escape
from compare.render.view import FindingView, view
from compare.review.exchange.wanted import Wanted
from compare.review.labels import tables
from compare.review.payload import title
from compare.review.records import Value, checked
from compare.review.state import Review, Word
from compare.types import VERDICTS

CODES = {"confirm": "confirmed", "dismiss": "dismissed", "undecided": "undecided"}
_FINDING = re.compile(r"^\s*<!--\s*finding:\s*([0-9a-f]{24}(?:-\d+)?)\s*-->\s*$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_BOX = re.compile(r"^\s*[-*+]\s*\[\s*([^\]\s]?)\s*\](.*)$")
_CODE = re.compile(r"`([a-z-]+)`\s*$")
_TICKS = frozenset("xXvV✓✔☑√")
_NOTE = re.compile(r"^(?:[-*+]\s*)?([^:`\[\]]{1,20}): ?(.*)$")
_MARKUP = re.compile(r"([\\`*_\[\]<>&#~|!])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>&#~|!])")


@dataclass(frozen=True, slots=True)
class Ticked:
    """What stands under one finding of a list: the codes of its ticked boxes and the note; ``line`` counts from 1."""

    key: str
    line: int
    codes: tuple[str, ...]
    note: str


def dumps(state: Review, editor: str, language: str = "en") -> str:
    """The list for one editor, their decisions ticked; those that the text has moved under are open again."""
    say = tables()[language]["checklist"]
    seen = view(state.comparison)
    head = f"# {say['title']}: {escape(state.comparison.title)}\n\n{say['guide']}\n"
    parts = [_part(one, state, editor, language) for one in seen.findings]
    return "\n".join([head, *parts])


def loads(text: str) -> tuple[Ticked, ...]:
    """What a list says, finding by finding; what stands behind the boxes is the note.

    ``ReviewError`` where a ticked box cannot be read or belongs to no finding.
    """
    found: list[Ticked] = []
    open_one = boxes = False
    labels = {table["checklist"]["note"].casefold() for table in tables().values()}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        key, box = _FINDING.match(line), _BOX.match(line)
        if key:
            found.append(Ticked(key[1], number, (), ""))
            open_one, boxes = True, False
        elif _HEADING.match(line):
            open_one = boxes = False
        elif box:
            code = _ticked(box, number)
            if code and not open_one:
                raise ReviewError(f"line {number}: a box is ticked, but the comment that names its finding is gone")
            boxes = open_one
            if code:
                found[-1] = replace(found[-1], codes=(*found[-1].codes, code))
        elif boxes:
            found[-1] = replace(found[-1], note=f"{found[-1].note}\n{_note_of(line, labels)}")
    return tuple(replace(one, note=_ESCAPED.sub(r"\1", one.note).strip()) for one in found)


def _ticked(box: re.Match[str], number: int) -> str:
    """The code of a ticked box, "" where it is not ticked."""
    if not box[1]:
        return ""
    code = _CODE.search(box[2])
    if box[1] not in _TICKS or code is None:
        raise ReviewError(f"line {number}: this tick cannot be read: {box[0].strip()[:60]!r}")
    return code[1]


def _note_of(line: str, labels: Collection[str]) -> str:
    """A line of a note without the label that it may begin with, and without its indent."""
    note = _NOTE.match(line)
    return note[2] if note and note[1].strip().casefold() in labels else line.removeprefix("  ")


def wanted(ticked: tuple[Ticked, ...], state: Review, editor: str) -> tuple[tuple[Wanted, ...], tuple[Ticked, ...]]:
    """What the list wants to change, and its findings that the report does not have (any more).

    ``ReviewError`` where two boxes of one finding are ticked, or a code is unknown.
    """
    named = {subject.key: name for name, subject in state.subjects.items()}
    changes, strangers = [], []
    for one in ticked:
        value = _value(one)
        if value is None:
            continue
        if one.key not in named:
            strangers.append(one)
            continue
        name = named[one.key]
        word = state.word(name, editor)
        value = _settled(value, word, state.subjects[name].verdict)
        if word is None or not _stands(value, word):
            changes.append(Wanted(editor, state.subjects[name], value))
    return tuple(changes), tuple(strangers)


def _value(one: Ticked) -> Value | None:
    if len(one.codes) > 1:
        raise ReviewError(f"line {one.line}: two boxes of one finding are ticked ({', '.join(one.codes)})")
    if not one.codes:
        return Value("noted", "", one.note) if one.note else None
    code = one.codes[0]
    if code in CODES:
        return checked("finding", Value(CODES[code], "", one.note))
    return checked("finding", Value("overruled", code, one.note))


def _settled(value: Value, word: Word | None, verdict: str) -> Value:
    """The value in the log's terms: overruling to the tool's own verdict confirms; a bare note keeps the decision."""
    if value.state == "overruled" and value.verdict == verdict:
        return Value("confirmed", "", value.note)
    if value.state == "noted" and word is not None and not word.changes:
        return Value(word.value.state, word.value.verdict, value.note)
    return value


def _stands(value: Value, word: Word) -> bool:
    same = (value.state, value.verdict) == (word.value.state, word.value.verdict)
    return same and value.note in ("", word.value.note.strip()) and not (word.changes and value.state != "noted")


def _part(found: FindingView, state: Review, editor: str, language: str) -> str:
    say, report = tables()[language], words(language)
    word = state.word(found.finding.id, editor)
    key = state.subjects[found.finding.id].key
    verdict = report.name("verdict", found.finding.verdict)
    lines = [f"## {escape(found.finding.id)} · {escape(title(found, report))}", "", f"<!-- finding: {key} -->", ""]
    for one in found.passages:
        lines += [f"> **{escape(one.source.label)}**: {escape(one.sentence.text)}", ">"]
    lines[-1] = ""
    lines += [escape(" ".join(found.reasons)), ""] if found.reasons else []
    lines += [say["checklist"]["changed"], ""] if word and word.changes else []
    lines += _boxes(found.finding.verdict, verdict, _code(word), say, report.table["verdict"])
    note = _MARKUP.sub(r"\\\1", _tidy(word.value.note)) if word else ""
    lines.append(f"- {say['checklist']['note']}: " + "\n  ".join(note.splitlines()))
    return "\n".join(lines).rstrip(" ") + "\n"


def _boxes(own: str, verdict: str, ticked: str, say: dict[str, Any], names: dict[str, str]) -> list[str]:
    labels = {"confirm": f"{say['action']['confirm']}: {verdict}"}
    labels |= {one: f"{say['checklist']['instead']}: {names[one]}" for one in VERDICTS if one != own}
    labels |= {"dismiss": say["action"]["dismiss"], "undecided": say["action"]["undecided"]}
    return [f"- [{'x' if code == ticked else ' '}] {label} `{code}`" for code, label in labels.items()]


def _code(word: Word | None) -> str:
    if word is None or word.changes:
        return ""
    codes = {state: code for code, state in CODES.items()}
    return codes.get(word.value.state, word.value.verdict)


def _tidy(note: str) -> str:
    return "\n".join(clean(line) for line in note.strip().splitlines())
