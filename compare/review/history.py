"""The log read as a state: what stands now for each editor, and what can be undone and redone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.review.records import Entry
from compare.review.store import Cell


@dataclass(frozen=True, slots=True)
class Stacks:
    """Gestures of one editor that can be undone and redone, the next one last."""

    undo: tuple[str, ...]
    redo: tuple[str, ...]


def cell_of(entry: Entry) -> Cell:
    """Whose word it is on what: each editor has an own word on a finding; links and furniture are changed for all."""
    return (entry.editor if entry.subject.topic == "finding" else "", entry.subject.key)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by time, then by place in the store: imported ones fall where they belong."""
    return sorted(entries, key=lambda one: (one.at, one.seq))


def standing(entries: Iterable[Entry]) -> dict[Cell, Entry]:
    """For each cell the entry that set it last; its ``after`` is None where that was an undo of the first."""
    state: dict[Cell, Entry] = {}
    for one in in_order(entries):
        cell = cell_of(one)
        state.pop(cell, None)  # so that the order of the dict is that of the last change
        state[cell] = one
    return state


def stacks(entries: Iterable[Entry], editor: str) -> Stacks:
    """What the editor's next undo and redo would revert."""
    undo: dict[str, None] = {}
    redo: dict[str, None] = {}
    for one in in_order(entries):
        if one.editor != editor:
            continue
        if one.kind == "do":
            undo[one.gesture] = None
            redo = {}
        elif one.kind == "undo" and one.reverts in undo:
            redo[one.reverts] = undo.pop(one.reverts)
        elif one.kind == "redo" and one.reverts in redo:
            undo[one.reverts] = redo.pop(one.reverts)
    return Stacks(tuple(undo), tuple(redo))


def gesture(entries: Sequence[Entry], name: str, editor: str) -> tuple[Entry, ...]:
    """The entries of one gesture of an editor."""
    return tuple(one for one in entries if one.gesture == name and one.editor == editor)
