"""How much a word says: counted once over public news text, Vietnamese syllables and English words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from compare.judge.words import DEFAULT_WEIGHT, words_of
from training.common import read_lines

ARTICLES, PAIRS = 6000, 20000
LISTED = 1200
COMMONEST = 1.2
NEARLY_UNLISTED = 4.5


def rarities(data: Path) -> dict[str, float]:
    """Weight by word: the logarithm of its rarity less ``COMMONEST``; the smaller where two languages share it."""
    vietnamese, english = _weights(_vietnamese(data)), _weights(_english(data))
    both = vietnamese.keys() | english.keys()
    return {word: min(vietnamese.get(word, DEFAULT_WEIGHT), english.get(word, DEFAULT_WEIGHT)) for word in sorted(both)}


def _weights(sentences: Iterable[str]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        counts.update({word.form for word in words_of(sentence) if not word.figure})
        total += 1
    weights = {
        word: round(max(0.0, math.log(total / count) - COMMONEST), 1) for word, count in counts.most_common(LISTED)
    }
    return {word: weight for word, weight in weights.items() if weight < NEARLY_UNLISTED}


def _vietnamese(data: Path) -> Iterator[str]:
    """Sentences of the first articles of ``vietnews.jsonl.xz`` ([title, abstract, [sentences]])."""
    for _, _, sentences in islice(read_lines(data / "vietnews.jsonl.xz"), ARTICLES):
        yield from (sentence.replace("_", " ") for sentence in sentences)


def _english(data: Path) -> Iterator[str]:
    """English sides of the news pairs of ``parallel_vi_en.jsonl.xz``."""
    news = (pair for pair in read_lines(data / "parallel_vi_en.jsonl.xz") if pair["set"] == "news-train")
    yield from (pair["en"] for pair in islice(news, PAIRS))
