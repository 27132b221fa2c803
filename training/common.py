"""Readers of the data files and the split of the gold events, shared by every training and benchmark."""

from __future__ import annotations

import json
import lzma
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

GOLD_FILES = ("gold_dev.jsonl", "gold_dev_more.jsonl")


def default_data() -> Path:
    """Folder of the data files: CLAIM_COMPARE_DATA, or `../shared/data` beside the repository."""
    given = os.environ.get("CLAIM_COMPARE_DATA")
    return Path(given) if given else Path(__file__).resolve().parents[2] / "shared" / "data"


def read_lines(path: Path) -> Iterator[Any]:
    """Every JSON line of a plain or `.xz` file, in order."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_gold(data: Path, names: Sequence[str] = GOLD_FILES) -> list[dict[str, Any]]:
    """Gold events of the named files, concatenated in the order given."""
    return [event for name in names for event in read_lines(data / name)]


def split_gold(events: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(tuned, set aside) of all gold events in the order of GOLD_FILES: every third event is set aside.

    Give it the whole concatenation, never one file alone: the third is counted over both.
    """
    tuned = [event for number, event in enumerate(events) if number % 3 != 2]
    aside = [event for number, event in enumerate(events) if number % 3 == 2]
    return tuned, aside


def gold_sentences(event: dict[str, Any]) -> list[list[str]]:
    """Sentence texts of each article of a gold event, in the order of the file."""
    return [[article["text"][start:end] for start, end in article["sentences"]] for article in event["articles"]]


def gold_pairs(event: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Every scored cross-article sentence pair of an event: (n, 2) sentence rows, (n,) 1 linked, 0 not.

    Rows number the event's sentences through all its articles. A pair that only one of two annotators
    lists is left out (DESIGN.md section 4).
    """
    row: dict[str, int] = {}
    owner: list[int] = []
    for number, article in enumerate(event["articles"]):
        for place in range(len(article["sentences"])):
            row[f"{article['id']}#{place + 1}"] = len(owner)
            owner.append(number)
    size = len(owner)
    owners = np.asarray(owner)
    truth = np.where(owners[:, None] < owners[None, :], 0, -1)
    for pair in event["pairs"]:
        first, second = sorted((row[pair["left"]], row[pair["right"]]))
        truth[first, second] = 1 if all(label is not None for label in pair["labels"]) else -1
    rows = np.argwhere(truth >= 0)
    assert size == truth.shape[0]
    return rows, truth[rows[:, 0], rows[:, 1]]


def cosine_precision(events: Sequence[dict[str, Any]], bounds: np.ndarray, vectors: np.ndarray) -> tuple[float, float]:
    """Average precision of bare cosines on the (tuned, set-aside) gold events.

    Event number e has the unit rows `bounds[e]` to `bounds[e + 1]` of `vectors` (sentences, d).
    """
    aside = {event["event"] for event in split_gold(events)[1]}
    found: dict[bool, list[tuple[np.ndarray, np.ndarray]]] = {True: [], False: []}
    for number, event in enumerate(events):
        rows, truth = gold_pairs(event)
        own = vectors[bounds[number] : bounds[number + 1]]
        found[event["event"] in aside].append((truth, (own[rows[:, 0]] * own[rows[:, 1]]).sum(1)))
    tuned, kept = (average_precision(*map(np.concatenate, zip(*found[part], strict=True))) for part in (False, True))
    return tuned, kept


def average_precision(truth: np.ndarray, score: np.ndarray) -> float:
    """Area under the precision-recall steps, ties broken pessimistically by shared rank (as scikit-learn)."""
    order = np.argsort(-score, kind="stable")
    truth, score = truth[order], score[order]
    last = np.append(np.flatnonzero(np.diff(score)), len(score) - 1)
    hits = np.cumsum(truth)[last]
    precision = hits / (last + 1)
    recall = hits / max(int(truth.sum()), 1)
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def best_f1(truth: np.ndarray, score: np.ndarray) -> float:
    """Highest F1 over all thresholds on `score`."""
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(truth[order])
    return float(np.max(2 * hits / (np.arange(1, len(hits) + 1) + max(int(truth.sum()), 1))))
