"""How rare words and word pairs are in the news at large: ``python -m training.scorer.rarity --data ../shared/data``.

Counts sentences of Vietnamese and English news that hold a word or a pair of neighbouring words and writes
``compare/data/rarity/{vi,en}.tsv``: one line per inverse document frequency in tenths, then the words that have it.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from compare.align.lexical import words
from training.common import default_data, read_lines

TARGET = Path(__file__).parents[2] / "compare" / "data" / "rarity"
KEPT_WORDS, KEPT_PAIRS = 20_000, 60_000
FEWEST = 5


def main() -> None:
    """Count both languages and write their tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--every", type=int, default=3, help="use every Nth article of vietnews")
    options = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    _write("vi", _vietnamese(options.data, options.every))
    _write("en", _english(options.data))


def _vietnamese(data: Path, every: int) -> Iterator[str]:
    for number, (_title, _abstract, sentences) in enumerate(read_lines(data / "vietnews.jsonl.xz")):
        if number % every == 0:
            yield from sentences


def _english(data: Path) -> Iterator[str]:
    for pair in read_lines(data / "parallel_vi_en.jsonl.xz"):
        if pair["set"] != "news-dev":
            yield pair["en"]


def _write(language: str, sentences: Iterable[str]) -> None:
    total, word_counts, pair_counts = _counts(sentences)
    kept = dict(word_counts.most_common(KEPT_WORDS)) | dict(pair_counts.most_common(KEPT_PAIRS))
    by_tenth: dict[int, list[str]] = {}
    for term, count in kept.items():
        if count >= FEWEST:
            by_tenth.setdefault(round(10 * math.log(total / count)), []).append(term)
    lines = ["\t".join([str(tenth), *sorted(terms)]) for tenth, terms in sorted(by_tenth.items())]
    (TARGET / f"{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{language}: {total} sentences, {sum(map(len, by_tenth.values()))} terms")


def _counts(sentences: Iterable[str]) -> tuple[int, Counter[str], Counter[str]]:
    total, word_counts, pair_counts = 0, Counter[str](), Counter[str]()
    for sentence in sentences:
        row = words(sentence)
        total += 1
        word_counts.update({word for word in row if not word[0].isdigit()})
        pair_counts.update({f"{a} {b}" for a, b in pairwise(row)})
    return total, word_counts, pair_counts


if __name__ == "__main__":
    main()
