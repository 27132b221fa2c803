"""What `python -m training.deep` makes, one stage after another, each kept in the work folder and made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.encode.builtin import Builtin
from training.common import average_precision, gold_pairs, read_gold, split_gold
from training.deep import corpus, mine
from training.deep.corpus import Sequences
from training.deep.model import Shape, embed
from training.deep.pretrain import Stream

NEWS = ("vietnews", "baomoi")
FOLLOWING = 400_000
Say = Callable[[str], None]
Report = Callable[[int, dict[str, float], Any], None]


@dataclass(frozen=True, slots=True)
class Work:
    """The run: `data` to read, `folder` to keep stages in, `articles` of a source at most, where the log goes."""

    data: Path
    folder: Path
    articles: int
    say: Say
    encoder: Builtin
    shape: Shape


@dataclass(frozen=True, slots=True)
class Material:
    """All sources as one, each source's first sentence in it, and the news pairs by kind ("within", "across")."""

    sequences: Sequences
    first: dict[str, int]
    news: dict[str, np.ndarray]

    def records(self, name: str, count: int) -> np.ndarray:
        """(n, 2) both sentences of each record of a source of pairs."""
        start = self.first[name]
        return start + np.arange(2 * count).reshape(-1, 2)


def sources_of(work: Work) -> dict[str, Sequences]:
    """Every source for training, tokenised."""
    return {
        name: corpus.sequences_of(name, work.data, work.folder, work.encoder.tokenizer, work.articles)
        for name in corpus.SOURCES
    }


def material_of(work: Work) -> Material:
    """Sources and mined pairs."""
    sources = sources_of(work)
    sequences, first = corpus.join(list(sources.values()))
    places = dict(zip(sources, first, strict=True))
    news: dict[str, list[np.ndarray]] = {"within": [], "across": []}
    for name in NEWS:
        for kind, pairs in mine.pairs_of(name, work.encoder, sources[name], work.folder).items():
            news[kind].append(pairs + places[name])
            work.say(f"{name}: {len(pairs)} pairs {kind}")
    return Material(sequences, places, {kind: np.concatenate(pairs) for kind, pairs in news.items()})


def following(material: Material, seed: int) -> np.ndarray:
    """(n, 2) sentences that follow each other in a news article."""
    last = material.first["events"]
    starts = np.random.default_rng(seed).integers(0, max(last - 1, 1), FOLLOWING)
    new = np.isin(starts + 1, material.sequences.articles)
    return np.stack([starts, starts + 1], 1)[~new]


def guessing_streams(material: Material, seed: int) -> list[Stream]:
    """What pretraining draws from."""
    translated = (material.first["nli"] - material.first["parallel"]) // 2
    inferred = (material.first["claimdiff"] - material.first["nli"]) // 2
    return [
        Stream(material.news["across"], 0.4),
        Stream(material.news["within"], 0.25),
        Stream(following(material, seed), 0.15),
        Stream(material.records("parallel", translated), 0.12),
        Stream(material.records("nli", inferred), 0.08),
    ]


def gold_report(work: Work, stage: str) -> Report:
    """A report of losses and of bare-cosine average precision on the tuned and the set-aside gold events."""
    events = read_gold(work.data)
    gold = corpus.sequences_of("gold", work.data, work.folder, work.encoder.tokenizer, len(events))
    scored = [gold_pairs(event) for event in events]
    aside = {event["event"] for event in split_gold(events)[1]}

    def report(step: int, losses: dict[str, float], model: Any) -> None:
        vectors = embed(model, work.shape, gold, np.arange(len(gold.starts) - 1))
        found: dict[bool, list[tuple[np.ndarray, np.ndarray]]] = {True: [], False: []}
        for number, (event, (rows, truth)) in enumerate(zip(events, scored, strict=True)):
            own = vectors[gold.articles[number] : gold.articles[number + 1]]
            found[event["event"] in aside].append((truth, (own[rows[:, 0]] * own[rows[:, 1]]).sum(1)))
        precision = [average_precision(*map(np.concatenate, zip(*found[part], strict=True))) for part in (False, True)]
        told = " ".join(f"{name} {value:.3f}" for name, value in losses.items())
        work.say(f"{stage} {step}: {told}; gold AP tuned {precision[0]:.4f} set aside {precision[1]:.4f}")

    return report
