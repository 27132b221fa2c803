"""What a check is given: the two sides of a link, their words, and what the whole event says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from compare.judge.likeness import NONE, alike, share_of_fewer, telling
from compare.judge.meanings import LANGUAGES, meanings
from compare.judge.spelling import fold
from compare.judge.words import Weights, Word, words_of
from compare.types import Article, Claim, Name, Quantity, Sentence, Time

FIRST_YEAR = 1990
LEAP_YEAR, DAYS_OF_YEAR = 2000, 366
MONTHS, LONGEST_MONTH = 12, 31
HEADLINE = re.compile(r"(?i:hôm nay|ngày|sáng|trưa|chiều|tối|đêm)\s+(\d{1,2})[./-](\d{1,2})(?![./-]?\d)")
OTHER_HAPPENING, SEVERAL_DAYS = 3, 2
FIGURES_OF_A_TABLE = 12
Located = TypeVar("Located", Quantity, Time, Name)


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
    """Event-wide knowledge by article id: its figures (each once), its days and the words of its names.

    ``years`` are those in which the articles may be telling: of publication, else those in which ages fit birth years.
    ``alike`` says by the ids of two articles how alike they are as wholes, ``instants`` when those were published whose
    times name a zone, ``headlines`` the day that a headline names ("Giá vàng hôm nay 7/2"), month first.
    """

    figures: Mapping[str, tuple[Quantity, ...]] = field(default_factory=dict)
    days: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    alike: Mapping[tuple[str, str], float] = field(default_factory=dict)
    instants: Mapping[str, datetime] = field(default_factory=dict)
    headlines: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def shared(self, left: str, right: str) -> dict[str, float]:
        """What two articles have in common, as features of a clash; -1 each where that cannot be told."""
        names = ("alike", "names", "days", "figures")
        if (left, right) not in self.alike:
            return {f"articles_{name}": NONE for name in names}
        told = {one: frozenset(telling(self.figures.get(one, ()))) for one in (left, right)}
        parts: tuple[Mapping[str, frozenset[Any]], ...] = (self.names, self.days, told)
        shares = (share_of_fewer(of.get(left, frozenset()), of.get(right, frozenset())) for of in parts)
        values = (self.alike[left, right], *shares)
        return {f"articles_{name}": value for name, value in zip(names, values, strict=True)}

    def of_other_days(self, left: str, right: str) -> bool:
        """Whether two articles name several days each, none of which is near one of the other's: each tells of a
        happening of its own, as weather reports of two weeks do. Days that are all as far from the other's are told
        wrongly by one.

        Of twelve clashes between such articles none was a conflict by our own labels, nor did the two sentences share
        anything; of 703 others 271 were conflicts.
        """
        told = [sorted(_day_of_year(*one) for one in self.days.get(name, ())) for name in (left, right)]
        if min(map(len, told)) < SEVERAL_DAYS or self.days_apart(left, right) < OTHER_HAPPENING:
            return False
        return len(told[0]) != len(told[1]) or len({one - other for one, other in zip(*told, strict=True)}) > 1

    def of_other_editions(self, left: str, right: str) -> bool:
        """Whether the headlines of two articles name two days ("Giá vàng hôm nay 3/6", "... 10/6"): of 15 clashes
        between such articles of our own labels none was a conflict.
        """
        days = self.headlines.get(left), self.headlines.get(right)
        return all(days) and days[0] != days[1]

    def days_apart(self, left: str, right: str) -> int:
        """Days, of any year, between the nearest days that two articles name; 0 where either names none."""
        told = [[_day_of_year(*one) for one in self.days.get(name, ())] for name in (left, right)]
        apart = [abs(one - other) for one in told[0] for other in told[1]]
        return min((min(one, DAYS_OF_YEAR - one) for one in apart), default=0)


def _day_of_year(month: int, day: int) -> int:
    """Its number in a leap year, in which there is every day; one past the month's end counts on."""
    return (date(LEAP_YEAR, month, 1) - date(LEAP_YEAR, 1, 1)).days + day


def context_of(
    articles: Sequence[Article], claims: Sequence[Sequence[Claim]], weights: Weights | None = None
) -> EventContext:
    """What the checks may know of the whole event; ``claims`` are those of each article, in the same order.

    Without ``weights`` of words it cannot be told how alike the articles are.
    """
    figures, days, names = {}, {}, {}
    for article, own in zip(articles, claims, strict=True):
        told = {(one.value, one.unit, one.noun, one.hedge): one for claim in own for one in claim.quantities}
        figures[article.id] = tuple(told.values())
        days[article.id] = frozenset(
            (one.month, one.day) for claim in own for one in claim.times if one.month and one.day
        )
        names[article.id] = frozenset(
            fold(word) for claim in own for one in claim.names for word in one.span.text.split()
        )
    known = alike(articles, weights) if weights else {}
    headlines = {one.id: day for one in articles if (day := _headline_day(one.title))}
    return EventContext(figures, days, names, _years(articles, claims), known, headlines=headlines)


def _headline_day(title: str) -> tuple[int, int] | None:
    """The one day, month first, that a headline is of: "Chứng khoán hôm nay 7.2"."""
    days = {(int(month), int(day)) for day, month in HEADLINE.findall(title)}
    known = [(month, day) for month, day in days if 1 <= month <= MONTHS and 1 <= day <= LONGEST_MONTH]
    return known[0] if len(days) == len(known) == 1 else None


def _years(articles: Sequence[Article], claims: Sequence[Sequence[Claim]]) -> tuple[int, ...]:
    """Years of publication that were given; where none was, the year that most ages and birth years of the event agree
    on: a year read out of the text may be that of a licence that expires.
    """
    published = {one.published.year for one in articles if one.published and not one.published_inferred}
    if published:
        return tuple(sorted(published))
    told = [one for own in claims for claim in own for one in claim.quantities if one.value is not None]
    ages = {int(one.value or 0) for one in told if one.kind == "age"}
    born = {int(one.value or 0) for one in told if one.kind == "birth-year"}
    votes = Counter(year + age for year in born for age in ages if year + age >= FIRST_YEAR)
    best = votes.most_common(2)
    clear = bool(best) and best[0][1] >= 2 and (len(best) == 1 or best[1][1] < best[0][1])
    return (best[0][0],) if clear else ()


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

    def mirrored(self) -> Pair:
        """The same pair with its sides changed."""
        return Pair(
            self.right,
            self.left,
            self.right_words,
            self.left_words,
            self.probability,
            self.context,
            self.weights,
        )


def is_table(side: Side) -> bool:
    """Whether a sentence is a table told in one line: a third of its many words are figures."""
    words = side.sentence.text.split()
    figures = sum(any(letter.isdigit() for letter in word) for word in words)
    return figures >= FIGURES_OF_A_TABLE and figures * 3 >= len(words)


def make_pair(left: Side, right: Side, probability: float, context: EventContext | None, weights: Weights) -> Pair:
    """Cut both sentences into words; without a context the two sentences are all that is known of the event."""
    return Pair(
        left,
        right,
        words_of(left.sentence.text, left.sentence.start),
        words_of(right.sentence.text, right.sentence.start),
        probability,
        context or context_of((left.article, right.article), (left.claims, right.claims)),
        replace(weights, meanings=meanings()) if _of_two_languages(left, right) else weights,
    )


def _of_two_languages(left: Side, right: Side) -> bool:
    return {left.article.language, right.article.language} == LANGUAGES


def _once(found: Iterable[Located]) -> Iterator[Located]:
    """Each record once by its place."""
    seen: set[tuple[int, int]] = set()
    for one in found:
        place = (one.span.start, one.span.end)
        if place not in seen:
            seen.add(place)
            yield one
