"""Labelled events for training: the gold files, and our own labels joined with the texts of the data folder."""

from __future__ import annotations

import json
from pathlib import Path

from compare.evaluate.gold import GoldEvent, parse_event, read_gold
from training.common import GOLD_FILES, read_lines

LABELS = Path(__file__).parent / "labels" / "events.jsonl"


def gold_events(data: Path) -> list[GoldEvent]:
    """The gold events, in the order that the set-aside split counts in."""
    return list(read_gold([data / name for name in GOLD_FILES]))


def more_events(data: Path) -> list[GoldEvent]:
    """Events with our own labels (``training/labels``), never measured on."""
    texts = {
        (event["event"], str(article["id"])): article
        for event in read_lines(data / "events.jsonl.xz")
        for article in event["articles"]
    }
    found = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        articles = [texts[record["event"], one["id"]] | one for one in record["articles"]]
        found.append(parse_event(record | {"articles": articles}))
    return found
