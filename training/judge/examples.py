"""Every clash that the checks find in labelled sentence pairs, with its features and whether it is the labelled one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from compare.claims import extract_all
from compare.judge import date as dates
from compare.judge import event_context
from compare.judge import number as numbers
from compare.judge.evidence import Evidence
from compare.judge.sides import EventContext, Side, make_pair
from compare.judge.verdict import checks
from compare.judge.weighing import all_features
from compare.judge.words import Weights, words_of
from compare.read.record import from_record
from compare.types import Article, Claim, Sentence
from training.common import read_gold
from training.labelled import LABELS, LATER, MINED, MORE, SECOND, more_records

UNLINKED = "unlinked"
FALSE_LINKS = 0.4
MOST_ARTICLES = 6
FIGURES = re.compile(r"\d+")
MATCHED = {"number": numbers.matched, "date": dates.matched}
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A gold pair that all annotators list, or one that none does (``UNLINKED``): a false link of a scorer that had not
    seen the event, where the labels hold such, else a pair that shares many words.

    ``notes`` show the clashing words of each conflict ("left / right").
    """

    event: int
    left: Side
    right: Side
    context: EventContext
    labels: tuple[str, ...]
    kinds: tuple[str, ...]
    notes: tuple[str, ...]

    def is_all(self, label: str) -> bool:
        """Whether every annotator gives this label."""
        return all(one == label for one in self.labels)


@dataclass(frozen=True, slots=True)
class Clash:
    """One piece of evidence found in the labelled pair number ``pair``; ``shown`` when the notes show its words."""

    pair: int
    check: str
    evidence: Evidence
    features: dict[str, float]
    shown: bool


def labelled_pairs(data: Path) -> list[Labelled]:
    """All linked gold pairs and the unlinked ones most like them, on the gold's own sentences."""
    return [pair for number, event in enumerate(read_gold(data)) for pair in _event_pairs(number, event)]


def more_pairs(data: Path) -> list[Labelled]:
    """The same of the events with our own labels, numbered from ``MORE``; huge events, mostly lists, are left out."""
    records = [
        one for one in more_records(data, (LABELS, SECOND, MINED, LATER)) if len(one["articles"]) <= MOST_ARTICLES
    ]
    return [pair for number, event in enumerate(records, start=MORE) for pair in _event_pairs(number, event)]


def clashes(pairs: Sequence[Labelled], words: Weights) -> Iterator[Clash]:
    """Every clash of every check in every pair."""
    for number, one in enumerate(pairs):
        pair = make_pair(one.left, one.right, 1.0, one.context, words)
        for name, check in checks().items():
            for evidence in check(pair):
                yield Clash(number, name, evidence, all_features(name, evidence, pair), shows(one.notes, evidence))


def agreeing(pairs: Sequence[Labelled], words: Weights) -> Iterator[Clash]:
    """Figures and times whose places tell of one thing (``shown``) or of two (the checks' ``matched``)."""
    for number, one in enumerate(pairs):
        pair = make_pair(one.left, one.right, 1.0, one.context, words)
        for name, check in MATCHED.items():
            for evidence, same in check(pair):
                yield Clash(number, name, evidence, all_features(name, evidence, pair), same)


def shows(notes: Sequence[str], evidence: Evidence) -> bool:
    """Whether a note holds the clashing words (or figures) of both sides, each on its own side."""
    for note in notes:
        left, _, right = note.partition(" / ")
        if _shares(evidence.left.text, left) and _shares(evidence.right.text, right or left):
            return True
    return False


def _shares(text: str, note: str) -> bool:
    pattern = FIGURES if FIGURES.search(text) else WORDS
    return bool(set(pattern.findall(text.lower())) & set(pattern.findall(note.lower())))


def _event_pairs(number: int, event: dict[str, Any]) -> Iterator[Labelled]:
    articles = [_article(record) for record in event["articles"]]
    claims = extract_all(articles)
    context = event_context(articles, claims)
    sides = _sides(articles, claims)
    for pair in event["pairs"]:
        if None not in pair["labels"]:
            labels, kinds, notes = (tuple(pair.get(key) or ()) for key in ("labels", "kinds", "notes"))
            yield Labelled(number, sides[pair["left"]], sides[pair["right"]], context, labels, kinds, notes)
    known = {frozenset((pair["left"], pair["right"])) for pair in event["pairs"]}
    unlinked = event["unlinked"] if "unlinked" in event else _near_misses(sides, known, len(event["pairs"]))
    for left, right in unlinked:
        yield Labelled(number, sides[left], sides[right], context, (UNLINKED,), (), ())


def _near_misses(sides: Mapping[str, Side], known: Collection[frozenset[str]], linked: int) -> list[tuple[str, str]]:
    """The unlinked pairs of most shared words, as many as false links are to be expected among the linked ones."""
    forms = {key: {word.form for word in words_of(side.sentence.text)} for key, side in sides.items()}
    found = [
        (len(forms[left] & forms[right]) / (1 + min(len(forms[left]), len(forms[right]))), left, right)
        for left, right in combinations(sides, 2)
        if sides[left].article.id != sides[right].article.id and frozenset((left, right)) not in known
    ]
    chosen = sorted(found, key=lambda one: (-one[0], one[1], one[2]))[: round(FALSE_LINKS * linked)]
    return [(left, right) for _, left, right in chosen]


def _article(record: dict[str, Any]) -> Article:
    """A gold article with the gold's own sentence boundaries."""
    article = next(one for one in from_record(record, record["id"]) if isinstance(one, Article))
    sentences = tuple(
        Sentence(f"{article.id}.s{number}", start, end, article.text[start:end])
        for number, (start, end) in enumerate(record["sentences"], start=1)
    )
    return replace(article, language="vi", sentences=sentences)


def _sides(articles: Sequence[Article], claims: Sequence[Sequence[Claim]]) -> dict[str, Side]:
    return {
        f"{article.id}#{number}": Side(
            article, sentence, tuple(claim for claim in own if claim.sentence == sentence.id)
        )
        for article, own in zip(articles, claims, strict=True)
        for number, sentence in enumerate(article.sentences, start=1)
    }
