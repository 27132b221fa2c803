"""From a link's weighed evidence to its relation and differences."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import import_module

import compare.judge as package
from compare.judge.evidence import Evidence
from compare.judge.nli import NliJudge
from compare.judge.nli_evidence import contradiction
from compare.judge.notes import note_for
from compare.judge.proposals import decided_since
from compare.judge.sides import EventContext, Pair, Side, context_of, is_table, make_pair
from compare.judge.timing import moved_on
from compare.judge.weighing import load_weighing
from compare.types import Article, Claim, Difference, Relation, Span

MENTIONED = 0.6
ARGUED: tuple[Relation, ...] = ("conflict", "update")
OF_A_DRAFT = ("number", "date")
GIVING_WAY = {"stage", "dated", "same_deed", "state"}
Check = Callable[[Pair], Iterator[Evidence]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of evidence with the probability that it is real."""

    evidence: Evidence
    probability: float


def event_context(
    articles: Sequence[Article],
    claims: Sequence[Sequence[Claim]],
    instants: Mapping[str, datetime] | None = None,
) -> EventContext:
    """What the checks may know of the whole event; ``claims`` are those of each article, in the same order.

    ``instants`` are the times of publication, by article id, that name a zone.
    """
    return replace(context_of(articles, claims, load_weighing().words), instants=dict(instants or {}))


def judge(
    left: Side,
    right: Side,
    probability: float,
    *,
    language: str = "en",
    nli: NliJudge | None = None,
    context: EventContext | None = None,
) -> tuple[Relation, tuple[Difference, ...]]:
    """Relation of a link and its differences, likeliest first.

    ``probability`` is that of the link, ``language`` that of the notes, ``context`` what the whole event says. Anything
    but ``agree`` comes with at least one difference.
    """
    pair = make_pair(left, right, probability, context, load_weighing().words)
    weighed = weigh_all(pair)
    if nli is not None:
        weighed = contradiction(nli, pair, weighed)
    relation, reasons = decide(weighed, probability, load_weighing().thresholds)
    noted = [(one, note_for(one, pair, relation, language)) for one in reasons]
    return relation, tuple(Difference(one.kind, one.left, one.right, note) for one, note in noted)


def weigh_all(pair: Pair) -> list[Weighed]:
    """All evidence of all checks, weighed, likeliest first; clashes that only time explains argue for ``update``. The
    figures of a table say of what they are in its head: nothing is set against them.
    """
    if any(map(is_table, pair.sides)):
        return []
    weighing = load_weighing()
    found = []
    for name, check in checks().items():
        for evidence in check(pair):
            timed = _timed(evidence, pair)
            found.append(Weighed(timed, weighing.weigh(name, timed, pair)))
    return sorted(found, key=lambda one: (-one.probability, one.evidence.left.start, one.evidence.right.start))


def decide(
    weighed: Sequence[Weighed], probability: float, thresholds: Mapping[str, float]
) -> tuple[Relation, tuple[Evidence, ...]]:
    """The relation that the strongest evidence argues for, with the evidence to show for it.

    A clash has to be the likelier the less sure the link is, since a falsely linked pair clashes easily; where the link
    itself is less likely than ``thresholds["link"]``, a clash or a change is unclear at most. That an affair has moved
    on explains no clash of anything else.
    """
    if _best(weighed, "conflict") * probability >= thresholds["conflict"]:
        weighed = [one for one in weighed if not one.evidence.features.keys() & GIVING_WAY]
    weighed = _without_other_changes(weighed, probability, thresholds)
    best = {relation: _best(weighed, relation) for relation in ARGUED}
    ranked = sorted(ARGUED, key=lambda relation: -best[relation])
    for relation in ranked:
        if best[relation] * probability >= thresholds[relation]:
            sure = probability >= thresholds["link"]
            return relation if sure else "unclear", _shown(weighed, relation, best[relation])
    if best["conflict"] * probability >= thresholds["unclear"]:
        return "unclear", _shown(weighed, "conflict", best["conflict"])
    denied = [one for one in weighed if one.evidence.note == "negated"]
    if denied and denied[0].probability * probability >= thresholds["denied"]:
        return "unclear", (denied[0].evidence,)
    return "agree", tuple(one.evidence for one in weighed if one.evidence.relation == "agree")[:1]


def _without_other_changes(
    weighed: Sequence[Weighed], probability: float, thresholds: Mapping[str, float]
) -> Sequence[Weighed]:
    """The evidence without that for an update where the likeliest conflict is of other words: that a toll has risen
    explains no clash of places.
    """
    clash = next((one.evidence for one in weighed if one.evidence.relation == "conflict"), None)
    if clash is None or _best(weighed, "conflict") * probability < thresholds["conflict"]:
        return weighed
    return [one for one in weighed if one.evidence.relation != "update" or _shares_a_place(one.evidence, clash)]


@cache
def checks() -> dict[str, Check]:
    """Every check of this folder by the name of its file: a module with a function ``check``."""
    modules = {
        info.name: import_module(f"{package.__name__}.{info.name}") for info in pkgutil.iter_modules(package.__path__)
    }
    return {name: module.check for name, module in sorted(modules.items()) if hasattr(module, "check")}


def _timed(evidence: Evidence, pair: Pair) -> Evidence:
    note = moved_on(evidence, pair)
    if not note and evidence.relation == "conflict" and evidence.kind in OF_A_DRAFT:
        note = decided_since(pair)
    return replace(evidence, relation="update", note=note) if note else evidence


def _best(weighed: Sequence[Weighed], relation: Relation) -> float:
    """The probability of the strongest evidence for a relation."""
    return max((one.probability for one in weighed if one.evidence.relation == relation), default=0.0)


def _shown(weighed: Sequence[Weighed], relation: Relation, best: float) -> tuple[Evidence, ...]:
    """The evidence for a relation that comes near the best, each place shown once."""
    shown: list[Evidence] = []
    for one in weighed:
        near = one.evidence.relation == relation and one.probability >= MENTIONED * best
        if near and not any(_shares_a_place(one.evidence, kept) for kept in shown):
            shown.append(one.evidence)
    return tuple(shown)


def _shares_a_place(one: Evidence, other: Evidence) -> bool:
    return _overlap(one.left, other.left) or _overlap(one.right, other.right)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
