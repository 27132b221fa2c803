"""The state of a review: the comparison with changes by hand, every editor's words, and those that lost their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.review.history import standing
from compare.review.matching import GONE, Match, Places, match
from compare.review.records import DECIDED, Entry, Subject, Value
from compare.review.restructure import Restructured, restructure
from compare.review.store import Cell
from compare.types import Comparison, Finding


@dataclass(frozen=True, slots=True)
class Word:
    """One editor's standing word on one finding.

    ``value`` is said of the finding as it is now (a confirmed conflict that the tool now calls agreement reads as
    overruled); ``changes`` says what is no longer as it was then, ``edited`` that only the article around the words is.
    ``outcome`` is the verdict that follows, "dismissed", or "" where nothing was decided.
    """

    editor: str
    value: Value
    outcome: str
    entry: Entry
    changes: tuple[str, ...] = ()
    edited: bool = False

    @property
    def done(self) -> bool:
        """Whether it decides the finding as it stands now."""
        return bool(self.outcome) and not self.changes


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision whose words no longer stand, and why ("gone", "apart" or "several")."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """A comparison under review. ``words`` maps finding ids to the editors' standing words, the latest last."""

    comparison: Comparison
    subjects: dict[str, Subject]
    words: dict[str, tuple[Word, ...]]
    orphans: tuple[Orphan, ...]
    by_hand: dict[str, str]

    def word(self, finding: str, editor: str) -> Word | None:
        """What an editor says of a finding."""
        return next((one for one in self.words.get(finding, ()) if one.editor == editor), None)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two editors agree: findings that both decided, on how many alike, and the ids where not."""

    editors: tuple[str, str]
    both: int
    alike: int
    apart: tuple[str, ...]

    @property
    def rate(self) -> float | None:
        """Share of the findings decided by both on which they agree, None where there are none."""
        return self.alike / self.both if self.both else None


@dataclass(frozen=True, slots=True)
class Shape:
    """A comparison after changes by hand, indexed; worth keeping while no such change is made."""

    changes: tuple[Entry, ...]
    result: Restructured
    places: Places


def review(comparison: Comparison, entries: Iterable[Entry]) -> Review:
    """The state that a log of decisions gives to a comparison."""
    last = standing(entries)
    return reviewed_in(shaped(comparison, last), last)


def shaped(comparison: Comparison, last: Mapping[Cell, Entry], known: Shape | None = None) -> Shape:
    """The comparison with its standing changes by hand, or the one ``known`` where those are the same."""
    changes = tuple(one for one in last.values() if one.subject.topic != "finding")
    if known is not None and known.changes == changes:
        return known
    result = restructure(comparison, changes)
    return Shape(changes, result, Places(result.comparison))


def reviewed_in(shape: Shape, last: Mapping[Cell, Entry]) -> Review:
    """The state that the standing entries give to a comparison already shaped."""
    changed, places = shape.result, shape.places
    orphans = [Orphan(one, GONE) for one in changed.lost]
    found: dict[str, dict[str, Word]] = {}
    verdicts = {one.id: one for one in changed.comparison.findings}
    for one in last.values():
        if one.subject.topic != "finding" or one.after is None:
            continue
        matched = match(one.subject, places)
        if matched.lost:
            orphans.append(Orphan(one, matched.lost))
            continue
        _settle(found.setdefault(matched.finding, {}), _word(one, one.after, matched, verdicts[matched.finding]))
    words = {name: tuple(own.values()) for name, own in found.items()}
    return Review(changed.comparison, places.subjects, words, tuple(orphans), dict(changed.by_hand))


def _settle(own: dict[str, Word], word: Word) -> None:
    """The later word of an editor on a finding stands, whichever words it was said on."""
    own.pop(word.editor, None)
    own[word.editor] = word


def _word(entry: Entry, value: Value, matched: Match, finding: Finding) -> Word:
    outcome = _outcome(entry.subject, value)
    if value.state in ("confirmed", "overruled"):
        state = "confirmed" if outcome == finding.verdict else "overruled"
        value = replace(value, state=state, verdict=outcome if state == "overruled" else "")
    return Word(entry.editor, value, outcome, entry, matched.changes, matched.edited)


def _outcome(subject: Subject, value: Value) -> str:
    if value.state == "confirmed":
        return subject.verdict
    if value.state == "overruled":
        return value.verdict
    return "dismissed" if value.state == "dismissed" else ""


def progress(state: Review, editor: str) -> tuple[int, int]:
    """How many findings the editor has decided as they stand now, of how many."""
    done = sum(1 for own in state.words.values() for one in own if one.editor == editor and one.done)
    return done, len(state.comparison.findings)


def editors(state: Review) -> tuple[str, ...]:
    """Everybody who has decided something, in alphabetical order."""
    return tuple(sorted({one.editor for own in state.words.values() for one in own if one.value.state in DECIDED}))


def agreement(state: Review) -> tuple[Agreement, ...]:
    """How far every two editors agree, over the findings that both decided."""
    names = editors(state)
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    return tuple(_agreement(state, pair) for pair in pairs)


def _agreement(state: Review, pair: tuple[str, str]) -> Agreement:
    both, apart = 0, []
    for finding in state.comparison.findings:
        outcomes = [one.outcome for one in state.words.get(finding.id, ()) if one.editor in pair and one.done]
        if len(outcomes) == 2:
            both += 1
            if outcomes[0] != outcomes[1]:
                apart.append(finding.id)
    return Agreement(pair, both, both - len(apart), tuple(apart))


def at_odds(words: Sequence[Word]) -> bool:
    """Whether editors decided differently."""
    return len({one.outcome for one in words if one.outcome}) > 1
