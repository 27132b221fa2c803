"""Which Vietnamese syllable an English word means: ``python -m training.judge.meanings``.

Counted over the translated sentence pairs of ``parallel_vi_en.jsonl.xz`` but news-dev, by IBM Model 1 both ways
(``training/deep/translation.py``). Writes ``compare/data/meanings.json``, which the judge reads where one article is
English and the other Vietnamese: a word of two syllables ("hospital", "bệnh viện") is known by its surer one.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from compare.judge.words import words_of
from training.common import default_data, read_lines
from training.deep.translation import translation_table

DATA = Path(__file__).parents[2] / "compare" / "data" / "meanings.json"
SEEN, SYLLABLE_SEEN, SURE = 12, 20, 0.3
# Words whose syllable means another word beside it ("bắt đầu" is to begin, "bắt giữ" to arrest), or its contrary.
MISLEADING = frozenset(
    {
        "able",
        "anyone",
        "began",
        "begin",
        "beginning",
        "begins",
        "begun",
        "can't",
        "cannot",
        "everyone",
        "impossible",
        "likely",
        "nobody",
        "none",
        "possible",
        "receive",
        "received",
        "receives",
        "someone",
        "start",
        "started",
        "starting",
        "starts",
        "today",
        "tomorrow",
        "tonight",
        "unable",
        "unlikely",
        "yesterday",
    }
)
HOMOGRAPH = 30  # an English word that is as often a Vietnamese syllable ("con", "ban") has no one meaning


def main() -> None:
    """Align, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    pairs = [pair for pair in read_lines(options.data / "parallel_vi_en.jsonl.xz") if pair["set"] != "news-dev"]
    found = meanings([_forms(pair["en"]) for pair in pairs], [_forms(pair["vi"]) for pair in pairs])
    options.out.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs, {len(found)} words, {options.out.stat().st_size} bytes")


def meanings(english: Sequence[Sequence[str]], vietnamese: Sequence[Sequence[str]]) -> dict[str, str]:
    """The surest Vietnamese syllable of each English word seen often enough, in alphabetical order."""
    counts, syllables = Counter(w for one in english for w in one), Counter(w for one in vietnamese for w in one)
    ours, theirs = sorted(counts), sorted(syllables)
    table = translation_table(_numbers(english, ours), _numbers(vietnamese, theirs), (len(ours), len(theirs)))
    found: dict[str, str] = {}
    for row, word in enumerate(ours):
        start, end = table.indptr[row], table.indptr[row + 1]
        if counts[word] < SEEN or start == end or syllables[word] >= HOMOGRAPH or word in MISLEADING:
            continue
        best = start + int(np.argmax(table.data[start:end]))
        syllable = theirs[table.indices[best]]
        if table.data[best] >= SURE and syllables[syllable] >= SYLLABLE_SEEN and syllable != word:
            found[word] = syllable
    return found


def _forms(text: str) -> list[str]:
    return [word.form for word in words_of(text) if not word.figure]


def _numbers(texts: Sequence[Sequence[str]], known: Sequence[str]) -> list[np.ndarray]:
    place = {word: number for number, word in enumerate(known)}
    return [np.array([place[word] for word in text], np.int64) for text in texts]


if __name__ == "__main__":
    main()
