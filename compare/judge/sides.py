"""What a check is given: the two sides of a link, their words, and what the whole event says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from compare.judge.words import Weights, Word, words_of
from compare.types import Article, Claim, Name, Quantity, Sentence, Time


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of a link with its article and the claims inside it."""

    article: Article
    sentence: Sentence
    claims: tuple[Claim, ...]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the sentence, each once, in order."""
        return tuple(_once(one for claim in self.claims for one in claim.quantities))

    @property
    def times(self) -> tuple[Time, ...]:
        """The times of the sentence, each once, in order."""
        return tuple(_once(one for claim in self.claims for one in claim.times))

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, each once, in order."""
        return tuple(_once(one for claim in self.claims for one in claim.names))

    def claim_at(self, start: int) -> Claim | None:
        """The smallest claim that holds a place in the text."""
        holding = [claim for claim in self.claims if claim.start <= start < claim.end]
        return min(holding, key=lambda claim: claim.end - claim.start, default=None)


@dataclass(frozen=True, slots=True)
class EventContext:
    """Event-wide knowledge: figures, days and words of each article, by article id; ``years`` of publication."""

    figures: Mapping[str, frozenset[float]] = field(default_factory=dict)
    days: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def event_context(articles: Sequence[Article], claims: Sequence[Sequence[Claim]]) -> EventContext:
    """What the checks may know of the whole event; ``claims`` are those of each article, in the same order."""
    figures, days, words, texts = {}, {}, {}, {}
    for article, own in zip(articles, claims, strict=True):
        figures[article.id] = frozenset(one.value for claim in own for one in claim.quantities if one.value is not None)
        days[article.id] = frozenset(
            (one.month, one.day) for claim in own for one in claim.times if one.month and one.day
        )
        words[article.id] = frozenset(word.form for word in words_of(article.text))
        texts[article.id] = article.text.lower()
    return EventContext(figures, days, words, texts)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides of one link with their words; what every check works on."""

    left: Side
    right: Side
    left_words: tuple[Word, ...]
    right_words: tuple[Word, ...]
    probability: float
    context: EventContext
    weights: Weights

    @property
    def sides(self) -> tuple[Side, Side]:
        """Left and right."""
        return self.left, self.right


def make_pair(left: Side, right: Side, probability: float, context: EventContext | None, weights: Weights) -> Pair:
    """Cut both sentences into words; without a context the two sentences are all that is known of the event."""
    return Pair(
        left,
        right,
        words_of(left.sentence.text, left.sentence.start),
        words_of(right.sentence.text, right.sentence.start),
        probability,
        context or event_context((left.article, right.article), (left.claims, right.claims)),
        weights,
    )


def _once(found: Iterable[Quantity] | Iterable[Time] | Iterable[Name]) -> Iterator:  # type: ignore[type-arg]
    seen: set[tuple[int, int]] = set()
    for one in chain(found):
        place = (one.span.start, one.span.end)
        if place not in seen:
            seen.add(place)
            yield one
