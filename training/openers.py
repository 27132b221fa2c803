"""Word pairs that open Vietnamese sentences and hardly ever stand inside one: ``python -m training.openers``.

Prints the list ``openers`` of ``compare/lexicon/vi/segment.toml``: pairs of a capitalised and a lower-case word that
open at least ``OFTEN`` sentences of vietnews, and stand behind another word inside one in less than one of ``SELDOM``
cases.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from training.common import default_data, read_lines

OFTEN, SELDOM = 400, 2000
WORD = re.compile(r"[^\W\d_]+")


def main() -> None:
    """Count and print, in alphabetical order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    opens: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for _, _, sentences in read_lines(parser.parse_args().data / "vietnews.jsonl.xz"):
        for sentence in sentences:
            count(sentence.replace("_", " "), opens, inside)
    for pair in sorted(one for one, times in opens.items() if times >= OFTEN and inside[one] * SELDOM <= times):
        print(pair)


def count(sentence: str, opens: Counter[str], inside: Counter[str]) -> None:
    """Add the pair that opens a sentence, and those inside it that only a blank parts from the word before."""
    words = list(WORD.finditer(sentence))
    for place, (one, other) in enumerate(pairwise(words)):
        first, second = one.group(), other.group()
        if not (first[0].isupper() and first[1:] == first[1:].lower() and second.islower()):
            continue
        if other.start() - one.end() != 1:
            continue
        if place == 0 and one.start() <= 1:
            opens[f"{first} {second}"] += 1
        elif place and sentence[words[place - 1].end() : one.start()] == " ":
            inside[f"{first} {second}"] += 1


if __name__ == "__main__":
    main()
