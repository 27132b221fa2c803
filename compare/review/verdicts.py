"""The decisions that a report shows: one word on each finding out of what all editors said."""

from __future__ import annotations

from collections.abc import Sequence

from compare.errors import ReviewError
from compare.render import Decision
from compare.render.labels import Words, words
from compare.review.labels import tables
from compare.review.records import DECIDED
from compare.review.state import Orphan, Review, Word, at_odds
from compare.types import Skip, Verdict


def decisions(state: Review, *, editor: str | None = None, language: str = "en") -> dict[str, Decision]:
    """Finding id to the decision shown in the report.

    Editors who agree are named together; where they do not, the finding is undecided and the note says who holds what,
    unless one ``editor`` is asked for. ``ReviewError`` for an editor who has said nothing.
    """
    known = {one.editor for own in state.words.values() for one in own} | set(state.by_hand.values())
    if editor is not None and editor not in known:
        raise ReviewError(f"no decisions by {editor!r}; there are: {', '.join(sorted(known)) or 'none'}")
    say = words(language)
    found = {}
    for name, own in state.words.items():
        chosen = [one for one in own if editor in (None, one.editor)]
        if chosen:
            found[name] = _decision(chosen, say)
    for name, who in state.by_hand.items():
        if name not in found and editor in (None, who):
            found[name] = Decision("undecided", who, note=tables()[language]["hand_note"])
    return found


def _decision(own: Sequence[Word], say: Words) -> Decision:
    decided = [one for one in own if one.value.state in DECIDED]
    if not decided:
        return _shown(own, "undecided", "")
    if at_odds(decided):
        held = "; ".join(f"{one.editor}: {outcome(one, say)}" for one in decided)
        return _shown(own, "undecided", "", held)
    last = decided[-1]
    return _shown([one for one in own if one in decided or one.value.note], last.value.state, last.value.verdict)


def _shown(own: Sequence[Word], state: str, verdict: str, held: str = "") -> Decision:
    notes = [one for one in own if one.value.note.strip()]
    written = [one.value.note.strip() if len(own) == 1 else f"{one.editor}: {one.value.note.strip()}" for one in notes]
    new: Verdict | None = verdict or None  # type: ignore[assignment]  # checked when it was saved
    return Decision(
        state=state,  # type: ignore[arg-type]  # one of DECIDED or "undecided"
        editor=", ".join(sorted({one.editor for one in own})),
        verdict=new,
        note=". ".join(part for part in (held, *written) if part),
        when=moment(max(one.entry.at for one in own)),
        changed=any(one.changes or one.edited for one in own),
    )


def outcome(word: Word, say: Words) -> str:
    """The verdict that a word comes to, in the report's language."""
    if word.outcome == "dismissed":
        return say.say("decision.dismissed")
    return say.name("verdict", word.outcome) if word.outcome else say.say("decision.undecided")


def moment(at: str) -> str:
    """A time of the log for people: "2026-11-21 19:30 UTC"."""
    return f"{at[:10]} {at[11:16]} UTC"


def skips(orphans: Sequence[Orphan]) -> tuple[Skip, ...]:
    """Orphaned decisions as lines of the report's list of what was skipped."""
    return tuple(Skip("review", _named(one), _WHY[one.reason]) for one in orphans)


_WHY = {
    "gone": "its words no longer stand in the articles, so the decision was not carried over",
    "apart": "its passages are no longer in one finding, so the decision was not carried over",
    "several": "its passages are in several findings now, so the decision was not carried over",
}


def _named(orphan: Orphan) -> str:
    entry = orphan.entry
    quotes = " / ".join(f"“{_brief(one.words)}” ({one.source or one.article})" for one in entry.subject.passages)
    state = entry.after.state if entry.after else ""
    return f"{state} by {entry.editor}: {quotes}"


def _brief(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:79].rstrip() + "…"
