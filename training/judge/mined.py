"""Places of one thing and of two from unlabelled events, in sentences that share most of their words."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path

from compare.claims import extract_all
from compare.judge.sides import Side, event_context, make_pair
from compare.judge.surroundings import sentence_overlap
from compare.judge.weighing import all_features
from compare.judge.words import Weights
from compare.pipeline import prepare
from compare.read.record import from_record
from compare.settings import Settings
from compare.types import Article, Claim
from training.common import read_gold
from training.judge.examples import MATCHED, Clash

ALIKE = 0.45
SAME = 0.9
MINED = -1


def mined(data: Path, words: Weights, events: int) -> Iterator[Clash]:
    """Figures and times that agree (``shown``) or not in the likeliest pairs of the first unlabelled events.

    Events of which the gold holds an article are left out; copied sentences (``SAME``) teach nothing and are too.
    """
    known = {article["id"] for event in read_gold(data) for article in event["articles"]}
    for articles in _events(data, known, events):
        claims = extract_all(articles)
        context = event_context(articles, claims)
        sides = [_sides(article, own) for article, own in zip(articles, claims, strict=True)]
        for number, lefts in enumerate(sides):
            for rights in sides[number + 1 :]:
                for left in lefts:
                    for right in rights:
                        pair = make_pair(left, right, 1.0, context, words)
                        if ALIKE <= sentence_overlap(pair)[1] < SAME:
                            for name, check in MATCHED.items():
                                for evidence, same in check(pair):
                                    yield Clash(MINED, name, evidence, all_features(name, evidence, pair), same)


def _events(data: Path, known: set[str], wanted: int) -> Iterator[Sequence[Article]]:
    found = 0
    with lzma.open(data / "events.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            records = json.loads(line)["articles"]
            if found >= wanted:
                return
            if any(record["id"] in known for record in records):
                continue
            found += 1
            drafts = [one for record in records for one in from_record(record, record["id"])]
            yield prepare([one for one in drafts if isinstance(one, Article)], Settings())[0]


def _sides(article: Article, claims: Sequence[Claim]) -> list[Side]:
    return [
        Side(article, sentence, tuple(claim for claim in claims if claim.sentence == sentence.id))
        for sentence in article.sentences
    ]
