"""Every source as token sequences in reading order, flat arrays kept on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.common import gold_sentences, read_gold
from training.encoder import corpus as texts
from training.encoder.stages import nli_rows

SOURCES = ("vietnews", "baomoi", "nli")
WHOLE = 10_000
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Sequences:
    """Sentence i is `tokens[starts[i]:starts[i + 1]]`; article j holds sentences `articles[j]` to `articles[j + 1]`.

    In news an article's first sentence is its title, its second the abstract or lead; a pair of sentences
    (translations, inferences) is an article of two.
    """

    tokens: np.ndarray
    starts: np.ndarray
    articles: np.ndarray

    def sentence(self, number: int, longest: int) -> np.ndarray:
        """Tokens (t,) of one sentence, the first `longest` of them."""
        start = self.starts[number]
        return self.tokens[start : min(self.starts[number + 1], start + longest)]


def read_source(name: str, data: Path, most: int) -> Iterator[list[str]]:
    """Articles of one source as lists of sentences, `most` at most."""
    readers: dict[str, Iterable[list[str]]] = {
        "vietnews": texts.vietnews(data),
        "baomoi": texts.baomoi(data),
        "gold": ([one for part in gold_sentences(event) for one in part] for event in read_gold(data)),
        "nli": ([row["premise"], row["hypothesis"]] for row in (nli_rows(data) if name == "nli" else ())),
    }
    for number, article in enumerate(readers[name]):
        if number == most:
            return
        yield article


def tokenise(tokenizer: Any, articles: Iterable[list[str]]) -> Sequences:
    """Token sequences of all sentences, tokenised some thousands at a time."""
    tokens: list[np.ndarray] = []
    sizes: list[int] = []
    waiting: list[str] = []

    def flush() -> None:
        codes = tokenizer.encode_batch_fast(waiting, add_special_tokens=False)
        tokens.extend(np.asarray(one.ids, np.uint16) for one in codes)
        waiting.clear()

    for article in articles:
        sizes.append(len(article))
        waiting.extend(article)
        if len(waiting) >= BATCH:
            flush()
    flush()
    lengths = np.fromiter((len(one) for one in tokens), np.int64, len(tokens))
    return Sequences(
        np.concatenate(tokens), np.concatenate([[0], np.cumsum(lengths)]), np.concatenate([[0], np.cumsum(sizes)])
    )


def load(path: Path) -> Sequences:
    """Read what `save` wrote."""
    with np.load(path) as arrays:
        return Sequences(arrays["tokens"], arrays["starts"], arrays["articles"])


def save(sequences: Sequences, path: Path) -> None:
    """Write the sequences as one `.npz`."""
    np.savez(path, **{name: getattr(sequences, name) for name in Sequences.__slots__})


def sequences_of(name: str, data: Path, folder: Path, tokenizer: Any, most: int) -> Sequences:
    """The sequences of one source, made on the first run."""
    path = folder / f"{name}.npz"
    if not path.is_file():
        save(tokenise(tokenizer, read_source(name, data, most)), path)
    return load(path)


def join(parts: list[Sequences]) -> tuple[Sequences, list[int]]:
    """All sources as one, with the number of each source's first sentence in it."""
    first, sentences, tokens, articles = [], 0, 0, [np.zeros(1, np.int64)]
    starts = [np.zeros(1, np.int64)]
    for one in parts:
        first.append(sentences)
        starts.append(one.starts[1:] + tokens)
        articles.append(one.articles[1:] + sentences)
        sentences, tokens = sentences + len(one.starts) - 1, tokens + len(one.tokens)
    return Sequences(
        np.concatenate([one.tokens for one in parts]), np.concatenate(starts), np.concatenate(articles)
    ), first
