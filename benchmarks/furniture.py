"""What cleaning takes from real pages: how often each rule fires, a sample to read, and what it takes from gold pairs.

python benchmarks/furniture.py --data ../shared/data --sample 20
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compare.clean import clean
from compare.types import Article, Removed

DATA = Path(os.environ.get("CLAIM_COMPARE_DATA", "../shared/data"))


def main() -> None:
    """Read the options, clean the articles, print counts and samples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the data sets")
    parser.add_argument("--more", type=int, default=3000, help="articles of baomoi2017 beside the events")
    parser.add_argument("--sample", type=int, default=0, help="takings to print for each rule")
    parser.add_argument("--rule", default="", help="print takings of this rule only")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--credits", action="store_true", help="print the most frequent credits and cited agencies")
    options = parser.parse_args()
    cleaned = [clean(article) for article in _articles(options.data, options.more)]
    _counts(cleaned)
    _samples(cleaned, options.sample, options.rule, random.Random(options.seed))
    if options.credits:
        _credits(cleaned)
    _gold(options.data)


def _articles(data: Path, more: int) -> Iterator[Article]:
    with lzma.open(data / "events.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from map(_article, json.loads(line)["articles"])
    with lzma.open(data / "baomoi2017.jsonl.xz", "rt", encoding="utf-8") as lines:
        for _, line in zip(range(more), lines, strict=False):
            yield _article(json.loads(line))


def _article(row: dict[str, Any]) -> Article:
    given = {name: str(row.get(name) or "") for name in ("title", "source", "url")}
    return Article(id=str(row["id"]), text=row["text"], **given)  # type: ignore[arg-type]


def _counts(cleaned: list[Article]) -> None:
    articles = Counter(rule for one in cleaned for rule in {span.rule for span in one.removed})
    spans = Counter(span.rule for one in cleaned for span in one.removed)
    characters = Counter[str]()
    for one in cleaned:
        for span in one.removed:
            characters[span.rule] += span.end - span.start
    whole = sum(len(one.text) for one in cleaned)
    print(f"{len(cleaned)} articles, {whole} characters")
    print(f"{'rule':20} {'articles':>8} {'spans':>8} {'characters':>10} {'share':>8}")
    for rule, number in articles.most_common():
        print(f"{rule:20} {number:8} {spans[rule]:8} {characters[rule]:10} {characters[rule] / whole:8.3%}")
    print(f"languages: {dict(Counter(one.language for one in cleaned))}")
    print(f"titles found: {sum(one.title_span is not None for one in cleaned)}")


def _samples(cleaned: list[Article], number: int, rule: str, chance: random.Random) -> None:
    taken: defaultdict[str, list[tuple[Article, Removed]]] = defaultdict(list)
    for one in cleaned:
        for span in one.removed:
            taken[span.rule].append((one, span))
    for name in sorted(taken):
        if number and rule in ("", name):
            print(f"\n== {name}")
            for one, span in chance.sample(taken[name], min(number, len(taken[name]))):
                before, after = one.text[max(0, span.start - 70) : span.start], one.text[span.end : span.end + 50]
                print(f"  {one.id}: {before!r} [[{one.text[span.start : span.end]}]] {after!r}")


def _credits(cleaned: list[Article]) -> None:
    for name, field in (("credits", "credits"), ("cited", "cited")):
        counted = Counter(outlet for one in cleaned for outlet in getattr(one, field))
        print(f"\n{name}: {counted.most_common(150)}")
    print(f"\nlabels: {Counter(one.source for one in cleaned).most_common(80)}")


def _gold(data: Path) -> None:
    """How many sentences of gold pairs lose more than half of their characters."""
    lost = seen = 0
    for path in sorted(data.glob("gold_dev*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            articles = {str(row["id"]): (clean(_article(row)), row["sentences"]) for row in event["articles"]}
            pairs = [pair for pair in event["pairs"] if all(label is not None for label in pair["labels"])]
            for name in sorted({pair[side] for pair in pairs for side in ("left", "right")}):
                article, number = name.rsplit("#", 1)
                cleaned, sentences = articles[article]
                start, end = sentences[int(number) - 1]
                seen += 1
                gone = [span for span in cleaned.removed if span.start < end and span.end > start]
                if sum(min(end, span.end) - max(start, span.start) for span in gone) > 0.5 * (end - start):
                    lost += 1
                    print(f"lost from gold {name}: {[span.rule for span in gone]} {cleaned.text[start:end]!r}")
    print(f"gold sentences in pairs: {seen}, more than half removed: {lost}")


if __name__ == "__main__":
    main()
