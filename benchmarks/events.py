"""Compare every event of the data and report speed and memory: ``python -m benchmarks.events --data ../shared/data``.

Counts crashes and articles that are neither in the report nor among its skips; both must be 0.
"""

from __future__ import annotations

import argparse
import io
import lzma
import resource
import time
import traceback
from pathlib import Path

from compare.errors import InputError
from compare.pipeline import compare
from compare.read import read_articles
from compare.render import render
from compare.settings import Settings
from compare.types import Article
from training.common import default_data


def main() -> None:
    """Run all events, print one line of figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--first", type=int, help="only this many events")
    options = parser.parse_args()
    with lzma.open(options.data / "events.jsonl.xz") as lines:
        articles, skipped = read_articles(["-"], stdin=io.BytesIO(lines.read()))
    events = _by_event(articles)
    names = list(events)[: options.first]
    started, crashes, lost, done = time.perf_counter(), 0, 0, 0
    for name in names:
        try:
            lost += _lost(events[name])
        except Exception:  # a crash is what is counted here
            crashes += 1
            traceback.print_exc()
        done += len(events[name])
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(names)} events, {done} articles ({len(skipped)} skipped on reading)")
    print(f"{crashes} crashes, {lost} articles lost, {done / seconds:.1f} articles a second, peak {peak:.0f} MB")


def _lost(articles: list[Article]) -> int:
    """Articles of one event that its Markdown report neither holds nor lists as skipped."""
    try:
        comparison = compare(articles, Settings())
    except InputError as error:
        return sum(article.id not in str(error) and article.path not in str(error) for article in articles)
    render(comparison, "markdown")
    told = {article.id for article in comparison.articles} | {skip.what for skip in comparison.skipped}
    return sum(article.id not in told and article.path not in told for article in articles)


def _by_event(articles: tuple[Article, ...]) -> dict[str, list[Article]]:
    events: dict[str, list[Article]] = {}
    for article in articles:
        events.setdefault(article.event, []).append(article)
    return events


if __name__ == "__main__":
    main()
