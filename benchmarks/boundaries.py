"""Sentence boundaries measured against annotated ones: ours, a plain regular expression, underthesea, pySBD.

    python benchmarks/boundaries.py --data ../shared/data

The headline figure is F1 over end offsets (every sentence end counts, the last of an article too); F1 over whole
(start, end) spans stands beside it. White space and the marks of a line of mere punctuation count for nothing.
Events whose place in the file leaves a remainder of 2 by 3 were kept aside while the rules were written. For English
the paragraphs of ``basil.jsonl.xz``, which come as lists of sentences, are joined and cut again. underthesea and
pySBD are measured where they are installed.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from compare.segment import boundaries

Spans = list[tuple[int, int]]
Cutter = Callable[[str], Spans]
PLAIN = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[^\Wa-zà-ỹ]|[\"“(])")


def main() -> None:
    """Print one table for Vietnamese gold files and one for English paragraphs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    default = os.environ.get("CLAIM_COMPARE_DATA", "../shared/data")
    parser.add_argument("--data", type=Path, default=Path(default), help="folder with the gold files")
    folder = parser.parse_args().data
    print(f"{'text':<34}{'cutter':<14}{'sentences':>10}{'F1 ends':>9}{'F1 spans':>10}{'per second':>12}")
    for name in ("gold_dev.jsonl", "gold_dev_more.jsonl"):
        for part, keep in (("all", None), ("tuned on", False), ("kept aside", True)):
            table(f"{name} {part}", list(gold(folder / name, keep)), cutters("vi"))
    table("basil.jsonl.xz (en)", list(paragraphs(folder / "basil.jsonl.xz")), cutters("en"))


def gold(path: Path, kept_aside: bool | None) -> Iterator[tuple[str, Spans]]:
    """Text and annotated spans of every article of a gold file, or of one part of its events."""
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if kept_aside is None or kept_aside == (place % 3 == 2):
            for article in json.loads(line)["articles"]:
                yield article["text"], [(start, end) for start, end in article["sentences"]]


def paragraphs(path: Path) -> Iterator[tuple[str, Spans]]:
    """The paragraphs of the English articles, their sentences joined by single spaces."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["article"]["body-paragraphs"]:
                sentences = [" ".join(one.split()) for one in paragraph if one.strip()]
                spans, position = [], 0
                for sentence in sentences:
                    spans.append((position, position + len(sentence)))
                    position += len(sentence) + 1
                yield " ".join(sentences), spans


def cutters(language: str) -> dict[str, Cutter]:
    """What is measured: ours, the plain expression, and the libraries that are installed."""
    found: dict[str, Cutter] = {"ours": lambda text: boundaries(text, language), "plain regex": plain}
    if language == "vi" and (underthesea := optional("underthesea")):
        found["underthesea"] = lambda text: locate(text, underthesea.sent_tokenize(text))
    if language == "en" and (pysbd := optional("pysbd")):
        segmenter = pysbd.Segmenter(language="en", clean=False)
        found["pysbd"] = lambda text: locate(text, segmenter.segment(text))
    return found


def optional(name: str) -> Any:
    """A library, or None where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        return None


def plain(text: str) -> Spans:
    """The baseline: cut after a mark (and closing quotes) before white space and no lower case, and at line breaks."""
    pieces = [piece for line in text.split("\n") for piece in PLAIN.split(line)]
    return locate(text, pieces)


def locate(text: str, pieces: list[str]) -> Spans:
    """Offsets of pieces found one after the other; a piece that a library altered is left out."""
    spans, position = [], 0
    for piece in pieces:
        wanted = piece.strip()
        start = text.find(wanted, position) if wanted else -1
        if start >= 0:
            spans.append((start, start + len(wanted)))
            position = start + len(wanted)
    return spans


def table(title: str, texts: list[tuple[str, Spans]], measured: dict[str, Cutter]) -> None:
    """Print one line for each cutter over the same texts."""
    count = sum(len(spans) for _, spans in texts)
    for name, cutter in measured.items():
        began = time.perf_counter()
        cut = [cutter(text) for text, _ in texts]
        seconds = time.perf_counter() - began
        ends = score(
            [({end for _, end in one}, {end for _, end in spans}) for one, (_, spans) in zip(cut, texts, strict=True)]
        )
        whole = score([(set(one), set(spans)) for one, (_, spans) in zip(cut, texts, strict=True)])
        print(f"{title:<34}{name:<14}{count:>10}{ends:>9.4f}{whole:>10.4f}{count / seconds:>12,.0f}")


def score(pairs: list[tuple[set[Any], set[Any]]]) -> float:
    """F1 of found against wanted, summed over all texts."""
    hits = sum(len(found & wanted) for found, wanted in pairs)
    total = sum(len(found) + len(wanted) for found, wanted in pairs)
    return 2 * hits / total if total else 0.0


if __name__ == "__main__":
    main()
