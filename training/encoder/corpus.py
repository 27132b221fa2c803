"""Articles of every source as sentences, and their tokens as flat arrays kept on disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.common import read_gold, read_lines

BOUNDARY = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(\-–]*[A-ZÀ-ỸĐ\d])|\n+")
MOST_SENTENCES = 60


@dataclass(frozen=True, slots=True)
class Corpus:
    """Distinct tokens of many sentences, flat: sentence i is `tokens[starts[i]:starts[i + 1]]`.

    Article j holds the sentences `articles[j]` to `articles[j + 1]`, the first its title, the second its abstract.
    """

    tokens: np.ndarray
    starts: np.ndarray
    articles: np.ndarray


def split_sentences(text: str) -> list[str]:
    """A plain regular-expression splitter, good enough for raw training text."""
    return [part.strip() for part in BOUNDARY.split(text) if len(part.strip()) > 10]


def clean(text: str) -> str:
    """NFC on one line, the underscores of word-segmented sources and detached punctuation undone."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("_", " ")).strip()


def vietnews(data: Path) -> Iterator[list[str]]:
    """Articles of vietnews as [title, abstract, sentences...]."""
    for title, abstract, sentences in read_lines(data / "vietnews.jsonl.xz"):
        yield [clean(one) for one in (title, abstract, *sentences[:MOST_SENTENCES])]


def baomoi(data: Path) -> Iterator[list[str]]:
    """Articles of baomoi2017 as [title, lead, sentences...]."""
    for record in read_lines(data / "baomoi2017.jsonl.xz"):
        lines = [clean(line) for line in record["text"].split("\n") if line.strip()]
        if len(lines) >= 3:
            body = split_sentences("\n".join(lines[2:]))
            yield [lines[0], lines[1], *body[:MOST_SENTENCES]]


def event_articles(data: Path) -> list[tuple[str, list[str]]]:
    """(event, [title, summary, sentences...]) of every event that shares no event and no article with the gold."""
    gold = read_gold(data)
    names = {event["event"] for event in gold}
    ids = {str(article["id"]) for event in gold for article in event["articles"]}
    texts = {article["text"][:200] for event in gold for article in event["articles"]}
    found = []
    for event in read_lines(data / "events.jsonl.xz"):
        own = event["articles"]
        known = any(str(article["id"]) in ids or article["text"][:200] in texts for article in own)
        if event["event"] in names or known:
            continue
        for article in own:
            first = [clean(article.get(part) or "") for part in ("title", "summary")]
            found.append((event["event"], first + [clean(one) for one in split_sentences(article["text"])]))
    return found


def tokenise(tokenizer: Any, ties: np.ndarray, articles: Iterable[list[str]], batch: int = 500) -> Corpus:
    """Distinct tokens of every sentence, in the order of their numbers, some hundreds of articles at a time.

    `ties` (v,) gives each token the one that stands for it: spellings of one word count as one token.
    """
    tokens: list[np.ndarray] = []
    lengths: list[np.ndarray] = []
    sizes: list[int] = []
    waiting: list[str] = []

    def flush() -> None:
        codes = [one.ids for one in tokenizer.encode_batch_fast(waiting, add_special_tokens=False)]
        owners = np.repeat(np.arange(len(codes)), [len(row) for row in codes])
        flat = ties[np.fromiter((code for row in codes for code in row), np.int64, len(owners))]
        keys = np.unique(owners * len(ties) + flat)
        lengths.append(np.bincount(keys // len(ties), minlength=len(codes)))
        tokens.append((keys % len(ties)).astype(np.uint16))
        waiting.clear()

    for article in articles:
        sizes.append(len(article))
        waiting.extend(article)
        if len(sizes) % batch == 0:
            flush()
    flush()
    starts = np.concatenate([[0], np.cumsum(np.concatenate(lengths), dtype=np.int64)])
    bounds = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
    return Corpus(np.concatenate(tokens), starts, bounds)


def save(corpus: Corpus, path: Path) -> None:
    """Write a corpus as one `.npz`."""
    np.savez(path, tokens=corpus.tokens, starts=corpus.starts, articles=corpus.articles)


def load(path: Path) -> Corpus:
    """Read what `save` wrote."""
    with np.load(path) as arrays:
        return Corpus(arrays["tokens"], arrays["starts"], arrays["articles"])
