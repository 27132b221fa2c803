"""Gold files: one event a line, with articles, their sentence boundaries and labelled sentence pairs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import GoldError
from compare.read.record import parse_date
from compare.types import Article

LABELS = ("agree", "conflict", "update")
OPTIONAL = ("source", "title", "url", "published")  # of an article


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two gold sentences, numbered from 1 within their articles, and each annotator's label (None: not listed)."""

    left: tuple[str, int]
    right: tuple[str, int]
    labels: tuple[str | None, ...]
    kinds: tuple[str, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether every annotator lists the pair."""
        return all(label is not None for label in self.labels)

    def is_all(self, label: str) -> bool:
        """Whether every annotator gives this label."""
        return all(one == label for one in self.labels)


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One labelled event; ``boundaries`` holds (start, end) of each gold sentence by article id."""

    name: str
    articles: tuple[Article, ...]
    boundaries: dict[str, tuple[tuple[int, int], ...]]
    pairs: tuple[GoldPair, ...]


def read_gold(paths: Iterable[str | Path]) -> Iterator[GoldEvent]:
    """Read gold files in order; a line that does not follow the format raises ``GoldError`` naming file and line."""
    for path in paths:
        try:
            lines = Path(path).read_text(encoding="utf-8-sig").split("\n")  # a text may hold other ends of lines
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise GoldError(f"{path}: cannot be read ({reason})") from error
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _event(line, f"{path}:{number}")


def parse_event(record: dict[str, Any]) -> GoldEvent:
    """One event from its record; raises KeyError, TypeError or ValueError where it does not follow the format."""
    boundaries: dict[str, tuple[tuple[int, int], ...]] = {}
    for article in record["articles"]:
        name = str(article["id"])
        if name in boundaries:
            raise ValueError(f"article {name} is there twice")
        boundaries[name] = tuple((_offset(start), _offset(end)) for start, end in article["sentences"])
        _check(boundaries[name], article)
    pairs = tuple(_pair(pair, boundaries) for pair in record["pairs"])
    twice = [both for both, times in Counter(frozenset((one.left, one.right)) for one in pairs).items() if times > 1]
    if twice:
        raise ValueError(f"a pair is listed twice: {' and '.join('#'.join(map(str, end)) for end in sorted(twice[0]))}")
    return GoldEvent(str(record["event"]), tuple(map(_article, record["articles"])), boundaries, pairs)


def _event(line: str, where: str) -> GoldEvent:
    try:
        return parse_event(json.loads(line))
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not a gold event (one event in JSON on each line is wanted)") from error
    except KeyError as error:
        raise GoldError(f"{where}: not a gold event ({error} is missing)") from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise GoldError(f"{where}: not a gold event ({error})") from error


def _check(sentences: tuple[tuple[int, int], ...], record: dict[str, Any]) -> None:
    for name in ("text", *OPTIONAL):
        if not isinstance(record.get(name) or "", str):
            raise TypeError(f"the {name} of article {record['id']} is not text")
    text = record["text"]
    outside = [one for one in sentences if not 0 <= one[0] < one[1] <= len(text)]
    if outside:
        raise ValueError(f"sentence {list(outside[0])} does not lie in the text of article {record['id']}")


def _offset(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no offset")
    return value


def _article(record: dict[str, Any]) -> Article:
    """The article as given: its text is not touched, since the gold offsets count in it."""
    return Article(
        id=str(record["id"]),
        text=record["text"],
        source=record.get("source") or "",
        title=record.get("title") or "",
        url=record.get("url") or "",
        published=parse_date(record.get("published") or ""),
    )


def _pair(record: dict[str, Any], boundaries: dict[str, tuple[tuple[int, int], ...]]) -> GoldPair:
    left, right = _end(record["left"], boundaries), _end(record["right"], boundaries)
    labels = record["labels"]
    if not isinstance(labels, list) or not labels:
        raise ValueError("a pair without a list of labels")
    strange = [one for one in labels if one is not None and one not in LABELS]
    if strange:
        raise ValueError(f"{strange[0]!r} is no label; known: {', '.join(LABELS)}, null")
    if left[0] == right[0]:
        raise ValueError(f"{record['left']} and {record['right']} are of one article")
    return GoldPair(left, right, tuple(labels), tuple(record.get("kinds", ())))


def _end(reference: str, boundaries: dict[str, tuple[tuple[int, int], ...]]) -> tuple[str, int]:
    article, _, number = reference.rpartition("#")
    if not 1 <= int(number) <= len(boundaries[article]):
        raise ValueError(f"{reference} names a sentence that is not there")
    return article, int(number)
