"""What the pair head learns from: judged groups, labelled events, inferences, contradictions of true sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.contradictions import contradict, rephrase
from training.deep.corpus import Sequences, load, read_source, save, tokenise
from training.deep.pairs import Examples
from training.encoder.groups import Groups
from training.encoder.stages import nli_rows

UNLIKELY = 0.03
HARD, EASY = 4, 2
NEUTRAL = 0.0
RETOLD = 0.5
LOCATED = ("number", "date", "name", "place")
WORDS = r"[^\w.,%/:-]+|[.,:;](?=\s|$)"


def judged_examples(groups: Groups, shares: tuple[float, float], seed: int) -> Examples:
    """Pairs of mined groups with the teacher's probability: all likely ones, and as many of the others."""
    numbers = np.repeat(np.arange(len(groups.bounds) - 1), np.diff(groups.pairs))
    sentences = groups.sentences
    pairs = np.stack(
        [sentences[groups.bounds[numbers] + groups.left], sentences[groups.bounds[numbers] + groups.right]], 1
    )
    chance = 1 / (1 + np.exp(-groups.judged.astype(np.float32)))
    likely = np.flatnonzero(chance > UNLIKELY)
    unlikely = np.flatnonzero(chance <= UNLIKELY)
    other = np.random.default_rng(seed).choice(unlikely, min(len(likely), len(unlikely)), replace=False)
    kept = np.concatenate([likely, other])
    wanted = np.stack([chance[kept], np.full(len(kept), np.nan)], 1)
    return Examples(pairs[kept], wanted, shares, np.ones(len(kept)))


def labelled_sentences(records: list[dict[str, Any]]) -> Iterator[list[str]]:
    """The sentences of every labelled article, event after event."""
    for record in records:
        for article in record["articles"]:
            yield [article["text"][start:end] for start, end in article["sentences"]]


def event_examples(record: dict[str, Any], first: int, vectors: np.ndarray, rng: Any) -> tuple[np.ndarray, np.ndarray]:
    """(pairs (n, 2), wanted (n, 2)) of one labelled event whose first sentence is `first`.

    Every linked pair, for each of them HARD unlinked pairs that look most alike and EASY ones at random.
    """
    place: dict[str, int] = {}
    owners: list[int] = []
    for number, article in enumerate(record["articles"]):
        for sentence in range(len(article["sentences"])):
            place[f"{article['id']}#{sentence + 1}"] = len(owners)
            owners.append(number)
    wanted = {
        tuple(sorted((place[one["left"]], place[one["right"]]))): float(one["labels"][0] == "conflict")
        for one in record["pairs"]
    }
    owner = np.asarray(owners)
    left, right = np.nonzero(owner[:, None] < owner[None, :])
    free = np.array([pair not in wanted for pair in zip(left.tolist(), right.tolist(), strict=True)])
    left, right = left[free], right[free]
    alike = np.argsort(-(vectors[left].astype(np.float32) * vectors[right].astype(np.float32)).sum(1))
    most = max(len(wanted), 5)
    chosen = np.unique(np.concatenate([alike[: HARD * most], rng.integers(0, len(left), EASY * most)]))
    pairs = [*wanted, *zip(left[chosen].tolist(), right[chosen].tolist(), strict=True)]
    targets = [(1.0, conflict) for conflict in wanted.values()] + [(0.0, np.nan)] * len(chosen)
    return np.array(pairs) + first, np.array(targets)


def labelled_examples(
    records: list[dict[str, Any]], first: int, vectors: np.ndarray, shares: tuple[float, float], seed: int
) -> Examples:
    """Examples of all labelled events; `vectors` are their sentences' by the built-in encoder."""
    rng = np.random.default_rng(seed)
    found, before = [], 0
    for record in records:
        size = sum(len(article["sentences"]) for article in record["articles"])
        found.append(event_examples(record, first + before, vectors[before : before + size], rng))
        before += size
    pairs, wanted = (np.concatenate(column) for column in zip(*found, strict=True))
    return Examples(pairs, wanted, shares, np.ones(len(pairs)))


def inference_examples(data: Path, most: int, first: int, shares: tuple[float, float]) -> Examples:
    """Entailment shares a claim, contradiction shares one that cannot hold twice; neutral says nothing of conflict."""
    outcome = {"entailment": (1.0, 0.0), "contradiction": (1.0, 1.0)}
    rows = nli_rows(data)[:most]
    wanted = np.array([outcome.get(row["label"], (NEUTRAL, 0.0)) for row in rows])
    return Examples(first + np.arange(2 * len(rows)).reshape(-1, 2), wanted, shares, np.ones(len(rows)))


def told(other: str, sentence: str, changed: str, kind: str) -> float:
    """Whether `other` tells the detail that `changed` alters in `sentence`: 1, 0, or NaN where that cannot be seen."""
    before, after = sentence.split(), changed.split()
    start = next((place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = next((place for place, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=False)) if a != b), 0)
    words = " ".join(before[start : len(before) - end]).strip(".,;:\"'“”()").lower()
    if not words or kind not in LOCATED:
        return float("nan")
    return float(f" {words} " in f" {re.sub(WORDS, ' ', other.lower())} ")


def made_texts(data: Path, most: int, across: np.ndarray, count: int, seed: int) -> Iterator[tuple[float, list[str]]]:
    """(told, [a, b, b with one detail changed, b told otherwise or b]) for sentence pairs of baomoi2017.

    `across` (n, 2) numbers that source's sentences; `told` says whether `a` tells the changed detail too.
    """
    sentences = [one for article in read_source("baomoi", data, most) for one in article]
    rng = random.Random(seed)
    for left, right in rng.sample(across.tolist(), min(count, len(across))):
        one, other = sentences[left], sentences[right]
        near = [
            sentences[place] for place in range(max(0, right - 4), min(len(sentences), right + 5)) if place != right
        ]
        again = rephrase(other, rng) or other
        base = again if rng.random() < RETOLD else other  # or length alone would tell a retelling from a contradiction
        made = contradict(base, near, rng)
        if made is not None:
            yield told(one, base, made.text, made.kind), [one, other, made.text, again]


def made_sequences(
    path: Path, tokenizer: Any, texts: Iterator[tuple[float, list[str]]]
) -> tuple[Sequences, np.ndarray]:
    """The made texts as articles of four sentences, made on the first run, and `told` (n,) of each."""
    beside = path.with_suffix(".told.npy")
    if not path.is_file():
        seen, articles = zip(*texts, strict=True)
        np.save(beside, np.array(seen))
        save(tokenise(tokenizer, articles), path)
    return load(path), np.load(beside)


def made_examples(first: int, seen: np.ndarray, shares: tuple[float, float]) -> Examples:
    """The changed sentence contradicts the true one, and the other telling where that has the detail; the rest fit."""
    start = first + 4 * np.arange(len(seen))
    nothing, yes = np.zeros(len(seen)), np.ones(len(seen))
    places = ((0, 2, seen), (1, 2, yes), (0, 1, nothing), (1, 3, nothing), (3, 2, yes), (0, 3, nothing))
    pairs = np.concatenate([np.stack([start + left, start + right], 1) for left, right, _ in places])
    conflict = np.concatenate([one for _, _, one in places])
    link = np.concatenate([yes if left else yes * np.nan for left, _, _ in places])  # mined pairs may share nothing
    kept = ~np.isnan(conflict)
    return Examples(pairs[kept], np.stack([link, conflict], 1)[kept], shares, np.ones(int(kept.sum())))
