"""Scores of predicted links and relations against gold pairs.

A pair that all annotators list is positive; one that only some list is left out; all other cross-article pairs of gold
sentences are negative. A predicted sentence counts as the gold sentence that covers most of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.evaluate.gold import GoldEvent
from compare.types import Article, Link, Relation

Key = tuple[tuple[str, int], tuple[str, int]]
CALIBRATION_BINS = 10
CANDIDATE = 0.1


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was predicted for one event: every scored sentence pair, and the links among them."""

    articles: tuple[Article, ...]
    scores: tuple[tuple[str, str, float], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold pair with the prediction for it; ``kinds`` are the gold kinds of its conflict."""

    event: str
    key: Key
    texts: tuple[str, str]
    linked: bool
    labels: tuple[str | None, ...]
    probability: float
    relation: Relation | None
    kinds: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 with their counts; each ratio is 0 where its denominator is."""

    true_positives: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return self.true_positives / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.true_positives / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.true_positives / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """All figures over some gold events; ``judged`` keeps every pair for showing misses and false alarms."""

    events: int
    links: Score
    average_precision: float
    calibration_error: float
    candidate_calibration_error: float
    conflicts: Score
    updates: Score
    conflict_recall_by_kind: tuple[tuple[str, Score], ...]
    judged: tuple[Judged, ...]


def judged_pairs(event: GoldEvent, prediction: Prediction) -> list[Judged]:
    """Every scored gold pair of an event, with its probability and predicted relation."""
    place = placement(event, prediction.articles)
    probability: dict[Key, float] = {}
    for left, right, score in prediction.scores:
        key = pair_key(place.get(left), place.get(right))
        if key:
            probability[key] = max(score, probability.get(key, 0.0))
    relation = _relations(prediction.links, place)
    labelled = {pair_key(pair.left, pair.right): pair for pair in event.pairs}
    texts = {
        (article.id, number): article.text[start:end]
        for article in event.articles
        for number, (start, end) in enumerate(event.boundaries[article.id], start=1)
    }
    result = []
    for key in all_keys(event):
        pair = labelled.get(key)
        if pair and not pair.linked:
            continue
        result.append(
            Judged(
                event.name,
                key,
                (texts[key[0]], texts[key[1]]),
                pair is not None,
                pair.labels if pair else (),
                probability.get(key, 0.0),
                relation.get(key),
                pair.kinds if pair else (),
            )
        )
    return result


def summarise(events: int, judged: Sequence[Judged]) -> Report:
    """Turn judged pairs into figures."""
    conflicts = [one for one in judged if _gold_is(one, "conflict")]
    kinds = sorted({kind for one in conflicts for kind in one.kinds})
    return Report(
        events=events,
        links=_score(judged, lambda one: one.relation is not None, lambda one: one.linked),
        average_precision=average_precision([(one.probability, one.linked) for one in judged]),
        calibration_error=calibration_error([(one.probability, one.linked) for one in judged]),
        candidate_calibration_error=calibration_error(
            [(one.probability, one.linked) for one in judged if one.probability >= CANDIDATE]
        ),
        conflicts=_score(judged, lambda one: one.relation == "conflict", lambda one: _gold_is(one, "conflict")),
        updates=_score(judged, lambda one: one.relation == "update", lambda one: _gold_is(one, "update")),
        conflict_recall_by_kind=tuple(
            (kind, _score([one for one in conflicts if kind in one.kinds], _called_conflict, lambda _: True))
            for kind in kinds
        ),
        judged=tuple(judged),
    )


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """Mean of the precision at each positive, tied scores taken together (as scikit-learn computes it)."""
    ranked = sorted(scored, key=lambda one: -one[0])
    positives = sum(positive for _, positive in ranked)
    found, total, seen, position = 0, 0.0, 0, 0
    while position < len(ranked):
        tie = position
        while tie < len(ranked) and ranked[tie][0] == ranked[position][0]:
            tie += 1
        new = sum(positive for _, positive in ranked[position:tie])
        found, seen, position = found + new, tie, tie
        total += new * found / seen
    return total / positives if positives else 0.0


def calibration_error(scored: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015)."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(CALIBRATION_BINS)]
    for probability, positive in scored:
        bins[min(int(probability * CALIBRATION_BINS), CALIBRATION_BINS - 1)].append((probability, positive))
    gaps = (abs(sum(p for p, _ in one) - sum(y for _, y in one)) for one in bins)
    return sum(gaps) / len(scored) if scored else 0.0


def _called_conflict(one: Judged) -> bool:
    return one.relation == "conflict"


def _gold_is(one: Judged, label: str) -> bool:
    return bool(one.labels) and all(given == label for given in one.labels)


def _score(judged: Iterable[Judged], predicted: object, gold: object) -> Score:
    assert callable(predicted)
    assert callable(gold)
    flags = [(bool(predicted(one)), bool(gold(one))) for one in judged]
    return Score(sum(p and g for p, g in flags), sum(p for p, _ in flags), sum(g for _, g in flags))


def placement(event: GoldEvent, articles: Sequence[Article]) -> dict[str, tuple[str, int]]:
    """The gold sentence that covers most of each predicted sentence; those that touch none are missing."""
    place = {}
    for article in articles:
        boundaries = event.boundaries[article.id]
        for sentence in article.sentences:
            shared = [min(sentence.end, end) - max(sentence.start, start) for start, end in boundaries]
            best = max(range(len(shared)), key=shared.__getitem__, default=-1)
            if best >= 0 and shared[best] > 0:
                place[sentence.id] = (article.id, best + 1)
    return place


def _relations(links: Sequence[Link], place: dict[str, tuple[str, int]]) -> dict[Key, Relation]:
    """The relation predicted for each gold pair; where several links fall on one pair, the likeliest link's."""
    best: dict[Key, Link] = {}
    for link in links:
        key = pair_key(place.get(link.left), place.get(link.right))
        if key and (key not in best or link.probability > best[key].probability):
            best[key] = link
    return {key: link.relation for key, link in best.items()}


def pair_key(left: tuple[str, int] | None, right: tuple[str, int] | None) -> Key | None:
    """Two gold sentences in a fixed order; None where one of them is missing."""
    if left is None or right is None:
        return None
    return (left, right) if left <= right else (right, left)


def all_keys(event: GoldEvent) -> Iterable[Key]:
    """Every pair of sentences of different articles."""
    ids = sorted(event.boundaries)
    for position, left in enumerate(ids):
        for right in ids[position + 1 :]:
            for i in range(1, len(event.boundaries[left]) + 1):
                for j in range(1, len(event.boundaries[right]) + 1):
                    yield (left, i), (right, j)
