"""Labelled events for training: the gold files, and our own labels joined with the texts of the data folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from compare.evaluate.gold import GoldEvent, parse_event, read_gold
from training.common import GOLD_FILES, read_lines

LABELS = Path(__file__).parent / "labels" / "events.jsonl"
SECOND = LABELS.with_name("second.jsonl")


def gold_events(data: Path) -> list[GoldEvent]:
    """The gold events, in the order that the set-aside split counts in."""
    return list(read_gold([data / name for name in GOLD_FILES]))


def more_events(data: Path) -> list[GoldEvent]:
    """Events with our own labels (``training/labels``), never measured on."""
    return [parse_event(record) for record in more_records(data)]


def more_records(data: Path, labels: Sequence[Path] = (LABELS,)) -> list[dict[str, Any]]:
    """The same as records of a gold file; the clashing words of a pair stand in its ``notes`` ("left / right")."""
    texts = {
        (event["event"], str(article["id"])): article
        for event in read_lines(data / "events.jsonl.xz")
        for article in event["articles"]
    }
    found = []
    for line in [line for path in labels for line in path.read_text(encoding="utf-8").splitlines()]:
        record = json.loads(line)
        articles = {one["id"]: texts[record["event"], one["id"]] | one for one in record["articles"]}
        pairs = [pair | {"notes": _notes(pair, articles)} for pair in record["pairs"]]
        found.append(record | {"articles": list(articles.values()), "pairs": pairs})
    return found


def _notes(pair: dict[str, Any], articles: dict[str, Any]) -> list[str]:
    """The words at the pair's ``spans``: labels keep offsets only, never the words of the news."""
    ends = [articles[pair[side].rpartition("#")[0]]["text"] for side in ("left", "right")]
    return [
        " / ".join(text[start:end] for text, (start, end) in zip(ends, both, strict=True))
        for both in pair.get("spans", ())
    ]
