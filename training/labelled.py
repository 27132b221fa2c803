"""Labelled events for training: the gold files, and our own labels joined with the texts of the data folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from compare.evaluate.gold import GoldEvent, parse_event, read_gold
from training.common import GOLD_FILES, read_lines

LABELS = Path(__file__).parent / "labels" / "events.jsonl"
SECOND = LABELS.with_name("second.jsonl")
MINED = LABELS.with_name("mined.jsonl")
LATER = LABELS.with_name("later.jsonl")
UNSEEN = LABELS.with_name("unseen.jsonl")
OUTLETS = LABELS.with_name("outlets.jsonl")
ENGLISH = LABELS.with_name("english.jsonl")
MIXED = LABELS.with_name("mixed.jsonl")
# Events with our own labels are numbered from MORE, apart from the gold; those that are not of the collections that
# the gold comes from, but mined, from MINED_FROM.
MORE, MINED_FROM = 1000, 2000
ROW, ENGLISH_ROW = "vietnews-", "basil-"  # and the number of its line


def gold_events(data: Path) -> list[GoldEvent]:
    """The gold events, in the order that the set-aside split counts in."""
    return list(read_gold([data / name for name in GOLD_FILES]))


def more_events(data: Path) -> list[tuple[int, GoldEvent]]:
    """Numbered events with our own labels that the scorer may learn from, never measured on.

    Of what the encoder has read there is none: the scorer would trust it too much on what both saw.
    """
    return [
        (number, parse_event(record))
        for path, first in ((LABELS, MORE), (LATER, MINED_FROM))
        for number, record in enumerate(more_records(data, (path,)), start=first)
    ]


def more_records(data: Path, labels: Sequence[Path] = (LABELS,)) -> list[dict[str, Any]]:
    """The same as records of a gold file; the clashing words of a pair stand in its ``notes`` ("left / right")."""
    found = []
    lines = [json.loads(line) for path in labels for line in path.read_text(encoding="utf-8").splitlines()]
    texts = _event_texts(data)
    wanted = {one["id"] for record in lines for one in record["articles"] if "text" not in one} - texts.keys()
    rows = {int(name.removeprefix(ROW)): name for name in wanted if name.startswith(ROW)}
    if any(name.startswith(ENGLISH_ROW) for name in wanted):
        texts |= _english_texts(data)
    texts |= _mined_texts(data, wanted - texts.keys() - {*rows.values()}) | _numbered_texts(data, rows)
    for record in lines:  # the articles of MIXED are our own and bring their text
        articles = {one["id"]: texts.get(one["id"], {}) | one for one in record["articles"]}
        pairs = [pair | {"notes": pair.get("notes") or _notes(pair, articles)} for pair in record["pairs"]]
        found.append(record | {"articles": list(articles.values()), "pairs": pairs})
    return found


def _event_texts(data: Path) -> dict[str, dict[str, Any]]:
    """The articles of events.jsonl.xz by id."""
    return {
        str(article["id"]): article for event in read_lines(data / "events.jsonl.xz") for article in event["articles"]
    }


def _mined_texts(data: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """The wanted articles of baomoi2017 by id: the first line is the title, what follows it the text."""
    found: dict[str, dict[str, Any]] = {}
    for record in read_lines(data / "baomoi2017.jsonl.xz") if wanted else ():
        name = record["id"].removesuffix(".txt")
        if name in wanted:
            title, _, text = record["text"].partition("\n")
            found[name] = {"id": name, "title": title, "text": text}
    return found


def _numbered_texts(data: Path, rows: Mapping[int, str]) -> dict[str, dict[str, Any]]:
    """Articles of vietnews by the name of their line: the abstract, and below it the sentences, one after the other."""
    found: dict[str, dict[str, Any]] = {}
    for number, (title, abstract, sentences) in enumerate(read_lines(data / "vietnews.jsonl.xz") if rows else ()):
        if number in rows:
            text = f"{abstract}\n\n{' '.join(sentences)}"
            found[rows[number]] = {"id": rows[number], "title": title, "text": text}
        if len(found) == len(rows):
            break
    return found


def _english_texts(data: Path) -> dict[str, dict[str, Any]]:
    """The articles of basil by the name of their line, their paragraphs set apart."""
    found = {}
    for number, row in enumerate(read_lines(data / "basil.jsonl.xz")):
        told, name = row["article"], f"{ENGLISH_ROW}{number}"
        text = "\n\n".join(" ".join(paragraph) for paragraph in told["body-paragraphs"])
        found[name] = {"id": name, "title": told["title"].strip(), "source": told["source"], "text": text}
        found[name]["published"] = told["date"]
    return found


def _notes(pair: dict[str, Any], articles: dict[str, Any]) -> list[str]:
    """The words at the pair's ``spans``: labels keep offsets only, never the words of the news."""
    ends = [articles[pair[side].rpartition("#")[0]]["text"] for side in ("left", "right")]
    return [
        " / ".join(text[start:end] for text, (start, end) in zip(ends, both, strict=True))
        for both in pair.get("spans", ())
    ]
