"""How a review stands, in a few lines of text."""

from __future__ import annotations

from compare.review.state import Agreement, Review, agreement, progress
from compare.review.verdicts import skips


def summary(state: Review) -> str:
    """Progress of each editor, agreement of every two, their disagreements, and decisions without a place."""
    lines = [_progress(state, one) for one in _everybody(state)] or ["nothing is decided yet"]
    for pair in agreement(state):
        lines += _pair(state, pair)
    moved = [(name, one) for name, own in state.words.items() for one in own if one.changes]
    lines += [f"changed since {one.editor} decided: {name} ({', '.join(one.changes)})" for name, one in moved]
    lines += [f"orphaned: {one.what}: {one.reason}" for one in skips(state.orphans)]
    return "\n".join(lines) + "\n"


def _everybody(state: Review) -> list[str]:
    return sorted({one.editor for own in state.words.values() for one in own})


def _progress(state: Review, editor: str) -> str:
    done, total = progress(state, editor)
    return f"{editor}: {done} of {total} done"


def _pair(state: Review, pair: Agreement) -> list[str]:
    first, second = pair.editors
    if pair.rate is None:
        return [f"{first} and {second}: no finding decided by both"]
    lines = [f"{first} and {second}: {pair.alike} of {pair.both} alike ({pair.rate:.0%})"]
    for name in pair.apart:
        held = ", ".join(f"{one.editor}: {one.outcome}" for one in state.words[name] if one.editor in pair.editors)
        lines.append(f"  {name}: {held}")
    return lines
