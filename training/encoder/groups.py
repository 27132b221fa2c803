"""Groups of articles on one event, mined from unlabelled news, and the teacher's judgement of their sentence pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.common import gold_pairs
from training.encoder.corpus import Corpus
from training.encoder.features import Words, features
from training.encoder.model import Store, embed

HEAD = 10
NEIGHBOURS = 6
SAME_EVENT = (0.52, 0.90)
MOST_ARTICLES = 4
MOST_SENTENCES = 16
TUNED_OUT = 3


@dataclass(frozen=True, slots=True)
class Groups:
    """Judged groups, flat. Group g has the sentences `sentences[bounds[g]:bounds[g + 1]]`; its pairs are
    `left`, `right` (places in the group) and `judged` (log odds) from `pairs[g]` to `pairs[g + 1]`."""

    sentences: np.ndarray
    bounds: np.ndarray
    left: np.ndarray
    right: np.ndarray
    judged: np.ndarray
    pairs: np.ndarray


def article_vectors(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """Unit vectors (articles, d) of each article's first sentences, the mean of all articles taken out."""
    store = Store(corpus.tokens, corpus.starts)
    count = len(corpus.articles) - 1
    vectors = np.zeros((count, rows.shape[1]), np.float32)
    for article in range(count):
        first, last = corpus.articles[article], min(corpus.articles[article] + HEAD, corpus.articles[article + 1])
        vectors[article] = embed(rows, store, np.arange(first, last)).sum(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors -= vectors.mean(0)
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9))


def near_articles(vectors: np.ndarray, block: int = 1024) -> Iterator[tuple[int, list[int]]]:
    """(article, its nearest that may tell the same event without being a copy), for every article that has any."""
    import torch

    low, high = SAME_EVENT
    table = torch.from_numpy(vectors).to(torch.bfloat16)
    for start in range(0, len(vectors), block):
        similar = (table[start : start + block] @ table.T).float()
        own = torch.arange(len(similar))
        similar[own, own + start] = -1
        values, nearest = similar.topk(min(NEIGHBOURS, len(vectors)), dim=1)
        for row in range(len(similar)):
            chosen = [int(one) for one, value in zip(nearest[row], values[row], strict=True) if low < value < high]
            if chosen:
                yield start + row, chosen


def disjoint_groups(near: dict[int, list[int]], most: int, rng: Any) -> list[list[int]]:
    """Groups of 2 to MOST_ARTICLES articles, each article in one group at most, in random order."""
    keys = list(near)
    rng.shuffle(keys)
    used: set[int] = set()
    groups: list[list[int]] = []
    for key in keys:
        free = [other for other in near[key] if other not in used][: MOST_ARTICLES - 1]
        if key not in used and free:
            groups.append([key, *free])
            used.update(groups[-1])
        if len(groups) == most:
            break
    return groups


def group_sentences(corpus: Corpus, articles: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """(sentences (n,), their article's place in the group (n,)): leads and bodies, neither crumbs nor monsters."""
    rows: list[np.ndarray] = []
    owners: list[np.ndarray] = []
    for article in articles:
        first, last = corpus.articles[article] + 1, corpus.articles[article + 1]
        own = np.arange(first, min(first + MOST_SENTENCES, last))
        lengths = corpus.starts[own + 1] - corpus.starts[own]
        own = own[(lengths >= 4) & (lengths <= 90)]
        if len(own):
            owners.append(np.full(len(own), len(rows)))
            rows.append(own)
    return (np.concatenate(rows), np.concatenate(owners)) if rows else (np.zeros(0, np.int64), np.zeros(0, np.int64))


def sentence_tokens(corpus: Corpus, rows: np.ndarray) -> list[np.ndarray]:
    """Tokens of each sentence."""
    return [corpus.tokens[corpus.starts[row] : corpus.starts[row + 1]] for row in rows]


def fit_teacher(
    gold: Corpus, events: list[dict[str, Any]], rows: np.ndarray, words: Words, threads: int, rounds: int = 250
) -> Any:
    """Boosted trees on the gold events that tuning may use: two of three, counted as `split_gold` counts."""
    import lightgbm

    vectors = embed(rows, Store(gold.tokens, gold.starts), np.arange(len(gold.starts) - 1))
    table, truths = [], []
    for number, event in enumerate(events):
        if number % TUNED_OUT == TUNED_OUT - 1:
            continue
        first, last = int(gold.articles[number]), int(gold.articles[number + 1])
        owners = np.repeat(np.arange(len(event["articles"])), [len(one["sentences"]) for one in event["articles"]])
        left, right, found = features(sentence_tokens(gold, np.arange(first, last)), owners, vectors[first:last], words)
        scored, truth = gold_pairs(event)
        place = {both: row for row, both in enumerate(zip(left.tolist(), right.tolist(), strict=True))}
        table.append(found[[place[int(one), int(other)] for one, other in scored]])
        truths.append(truth)
    options = {
        "objective": "binary", "learning_rate": 0.04, "num_leaves": 15, "min_data_in_leaf": 60, "lambda_l2": 5,
        "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "verbose": -1, "seed": 0,
        "deterministic": True, "num_threads": threads,
    }  # fmt: skip
    return lightgbm.train(options, lightgbm.Dataset(np.concatenate(table), np.concatenate(truths)), rounds)


def judge_groups(corpus: Corpus, groups: list[list[int]], teacher: Any, rows: np.ndarray, words: Words) -> Groups:
    """The teacher's log odds for every cross-article sentence pair of every group."""
    store = Store(corpus.tokens, corpus.starts)
    parts: list[tuple[np.ndarray, ...]] = []
    for articles in groups:
        sentences, owners = group_sentences(corpus, articles)
        if len(np.unique(owners)) < 2:
            continue
        left, right, found = features(sentence_tokens(corpus, sentences), owners, embed(rows, store, sentences), words)
        judged = teacher.predict(found, raw_score=True)
        parts.append((sentences, left.astype(np.uint8), right.astype(np.uint8), judged.astype(np.float16)))
    sentences, left, right, judged = (np.concatenate(column) for column in zip(*parts, strict=True))
    bounds = np.concatenate([[0], np.cumsum([len(part[0]) for part in parts])])
    pairs = np.concatenate([[0], np.cumsum([len(part[1]) for part in parts])])
    return Groups(sentences, bounds, left, right, judged, pairs)


def save(groups: Groups, path: Path) -> None:
    """Write judged groups as one `.npz`."""
    np.savez(path, **{name: getattr(groups, name) for name in Groups.__slots__})


def load(path: Path) -> Groups:
    """Read what `save` wrote."""
    with np.load(path) as arrays:
        return Groups(**{name: arrays[name] for name in Groups.__slots__})
