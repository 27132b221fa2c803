"""An editor at work: every action of the page as a function over the comparison and the store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from compare.errors import ReviewError
from compare.review.history import Stacks, cell_of, gesture, in_order, stacks, standing
from compare.review.records import Entry, Gesture, Subject, Value, checked
from compare.review.state import Review, Shape, reviewed_in, shaped
from compare.review.store import Cell, StaleError, Store
from compare.review.subjects import furniture_subject, link_subject
from compare.types import Comparison, Link


@dataclass(frozen=True, slots=True)
class Choice:
    """What an editor chose for a finding; ``seen`` is the place of their own last word that the page showed."""

    finding: str
    value: Value | None
    seen: int | None = None


def now() -> str:
    """The moment as the log writes it: UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@dataclass
class Desk:
    """A comparison under review by one editor. Safe to use from several threads; ``kept`` is the page's own memory."""

    comparison: Comparison
    store: Store
    editor: str
    clock: Callable[[], str] = now
    kept: dict[str, tuple[Comparison, dict[str, Any]]] = field(default_factory=dict)
    _entries: list[Entry] = field(default_factory=list)
    _state: Review | None = None
    _shape: Shape | None = None
    _last: dict[Cell, Entry] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def state(self) -> Review:
        """The review as it stands, with what other editors have saved in the meantime."""
        with self._lock:
            fresh = self.store.entries(self.place())
            if fresh or self._state is None:
                self._entries.extend(fresh)
                self._last = standing(self._entries)
                self._shape = shaped(self.comparison, self._last, self._shape)
                self._state = reviewed_in(self._shape, self._last)
            return self._state

    def place(self) -> int:
        """The place of the last entry that ``state`` took in."""
        return self._entries[-1].seq if self._entries else 0

    def last(self, cell: Cell) -> int:
        """The place of the last entry of a cell, 0 where there is none."""
        return self._last[cell].seq if cell in self._last else 0

    def entries(self) -> tuple[Entry, ...]:
        """The whole log, up to date."""
        with self._lock:
            self.state()
            return tuple(self._entries)

    def stacks(self) -> Stacks:
        """What this editor can undo and redo."""
        return stacks(self._entries, self.editor)

    def decide(self, name: str, choices: Sequence[Choice]) -> tuple[Entry, ...]:
        """Save the editor's word on findings, as one gesture that one undo takes back."""
        with self._lock:
            subjects = self.state().subjects
            changes: list[tuple[Subject, Value | None]] = []
            expect: dict[Cell, int] = {}
            for one in choices:
                if one.finding not in subjects:
                    raise StaleError(f"finding {one.finding[:40]!r} is no longer there; look again, then decide")
                subject = subjects[one.finding]
                if not subject.passages:
                    raise ReviewError("this finding quotes nothing that a decision could hang on")
                changes.append((subject, checked("finding", one.value) if one.value else None))
                if one.seen is not None:
                    expect[(self.editor, subject.key)] = one.seen
            return self._save(name, "do", changes, expect)

    def join(self, name: str, left: str, right: str, relation: str, finding: str = "") -> tuple[Entry, ...]:
        """Link two sentences that the tool missed; ``finding`` is the one that ``left`` was seen in."""
        with self._lock:
            state = self.state()
            _apart(state.comparison, left, right)
            if any({one.left, one.right} == {left, right} for one in _linked(state.comparison)):
                raise ReviewError("these two sentences are linked already")
            beside = state.subjects[finding].key if finding in state.subjects else ""
            value = checked("link", Value("joined", relation, "", beside))
            return self._save(name, "do", [(link_subject(state.comparison, left, right), value)])

    def split(self, name: str, finding: str, sentence: str) -> tuple[Entry, ...]:
        """Take a sentence out of a finding by cutting its links there."""
        with self._lock:
            state = self.state()
            found = next((one for one in state.comparison.findings if one.id == finding), None)
            links = [state.comparison.links[one] for one in found.links] if found else []
            pairs = [(one.left, one.right) for one in links if sentence in (one.left, one.right)]
            if not pairs:
                raise ReviewError("this passage is not linked in this finding")
            subjects = [link_subject(state.comparison, *pair) for pair in pairs]
            return self._save(name, "do", [(one, Value("split")) for one in subjects])

    def restore(self, name: str, article: str, start: int, end: int) -> tuple[Entry, ...]:
        """Put a removed piece of a page back into the story."""
        with self._lock:
            found = next((one for one in self.state().comparison.articles if one.id == article), None)
            pieces = [one for one in found.removed if (one.start, one.end) == (start, end)] if found else []
            if found is None or not pieces:
                raise ReviewError("no such piece was removed")
            return self._save(name, "do", [(furniture_subject(found, pieces[0]), Value("restored"))])

    def undo(self, name: str) -> tuple[Entry, ...]:
        """Take the editor's last gesture back."""
        return self._revert(name, "undo")

    def redo(self, name: str) -> tuple[Entry, ...]:
        """Do again what was undone last."""
        return self._revert(name, "redo")

    def _revert(self, name: str, kind: Gesture) -> tuple[Entry, ...]:
        with self._lock:
            self.state()
            if gesture(self._entries, name, self.editor):
                return ()
            own = self.stacks()
            names = own.undo if kind == "undo" else own.redo
            if not names:
                raise ReviewError(f"nothing to {kind}")
            then = gesture(self._entries, names[-1], self.editor)
            back = _turned_round(self._entries, then) if kind == "undo" else list(then)
            expect = _unmoved(self._entries, back)
            return self._write([self._entry(name, kind, one.subject, one, reverts=names[-1]) for one in back], expect)

    def _save(
        self,
        name: str,
        kind: Gesture,
        changes: Iterable[tuple[Subject, Value | None]],
        expect: dict[Cell, int] | None = None,
    ) -> tuple[Entry, ...]:
        if gesture(self._entries, name, self.editor):  # the page asks again because it never saw our answer
            return ()
        last = self._last
        entries = []
        for subject, value in changes:
            cell = (self.editor if subject.topic == "finding" else "", subject.key)
            before = last[cell].after if cell in last else None
            if before != value or (value and last[cell].subject != subject):
                entries.append(self._entry(name, kind, subject, Entry("", "", kind, "", "", subject, before, value)))
        return self._write(entries, expect or {})

    def _write(self, entries: Sequence[Entry], expect: dict[Cell, int]) -> tuple[Entry, ...]:
        saved = self.store.append(entries, expect) if entries else ()
        self.state()
        return saved

    def _entry(self, name: str, kind: Gesture, subject: Subject, like: Entry, reverts: str = "") -> Entry:
        return Entry(
            uuid4().hex, name, kind, self.clock(), self.editor, subject, like.before, like.after, reverts=reverts
        )


def _turned_round(entries: Sequence[Entry], then: Sequence[Entry]) -> list[Entry]:
    """These entries turned round, each on the words that the word before it was said of."""
    wanted = {cell_of(one) for one in then}
    of_cell: dict[Cell, list[Entry]] = {}
    for one in in_order(entries):
        if (cell := cell_of(one)) in wanted:
            of_cell.setdefault(cell, []).append(one)
    back = []
    for one in then:
        earlier = next((other for other in reversed(of_cell[cell_of(one)]) if other.seq < one.seq), None)
        subject = earlier.subject if earlier and earlier.after is not None else one.subject
        back.append(replace(one, subject=subject, before=one.after, after=one.before))
    return back


def _unmoved(entries: Sequence[Entry], back: Sequence[Entry]) -> dict[Cell, int]:
    """The places that must still be the last of their cells; ``ReviewError`` where another editor moved on."""
    last = standing(entries)
    for one in back:
        if last[cell_of(one)].after != one.before:
            raise ReviewError(f"{last[cell_of(one)].editor} changed this since, so it cannot be taken back")
    return {cell_of(one): last[cell_of(one)].seq for one in back}


def _linked(comparison: Comparison) -> list[Link]:
    return [comparison.links[number] for finding in comparison.findings for number in finding.links]


def _apart(comparison: Comparison, left: str, right: str) -> None:
    """Raise ``ReviewError`` unless the sentences are there and of different articles."""
    homes = {one.id: article.id for article in comparison.articles for one in article.sentences}
    if left not in homes or right not in homes:
        raise ReviewError("no such sentence")
    if homes[left] == homes[right]:
        raise ReviewError("a link joins sentences of two different articles")
