"""A review to test with: three sources on a warehouse fire, a file of decisions."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from compare.review.desk import Choice, Desk
from compare.review.records import Value
from compare.review.store import open_store
from compare.types import Article, Comparison, Difference, Finding, Link, Sentence, Span
from tests.helpers_render import article, comparison, fire


def desk(folder: Path, editor: str = "Lan", of: Comparison | None = None) -> Desk:
    """An editor at the fire, or at another comparison; editors of one folder share one file."""
    store = open_store(folder / "fire.review.db", wait=0.2)
    start = len(store.entries())
    clock = count(start)
    return Desk(of or fire(), store, editor, lambda: f"2026-03-05T08:00:00.{next(clock):06}Z")


def confirm(finding: str, note: str = "") -> Choice:
    """The choice to confirm a finding."""
    return Choice(finding, Value("confirmed", "", note))


def overrule(finding: str, verdict: str) -> Choice:
    """The choice to overrule a finding."""
    return Choice(finding, Value("overruled", verdict))


def states(of: Desk) -> dict[str, str]:
    """Finding id to this editor's state, and the verdict where overruled."""
    words = {name: of.state().word(name, of.editor) for name in of.state().subjects}
    return {name: f"{one.value.state} {one.value.verdict}".strip() for name, one in words.items() if one}


def rewritten(of: Comparison, name: str, old: str, new: str) -> Comparison:
    """The comparison made again after the words of one article were changed, sentence boundaries moving along."""
    return replace(of, articles=tuple(_rewritten(one, old, new) if one.id == name else one for one in of.articles))


def _rewritten(one: Article, old: str, new: str) -> Article:
    at, shift = one.text.index(old), len(new) - len(old)
    text = one.text.replace(old, new, 1)

    def moved(place: int) -> int:
        return place + shift if place > at else place

    sentences = tuple(
        replace(s, start=moved(s.start), end=moved(s.end), text=text[moved(s.start) : moved(s.end)])
        for s in one.sentences
    )
    removed = tuple(replace(r, start=moved(r.start), end=moved(r.end)) for r in one.removed)
    return replace(one, text=text, sentences=sentences, removed=removed, sha256="cd" * 32)


def wide(findings: int, articles: int = 4) -> Comparison:
    """As many findings, each on words of its own; every fifth has one source."""
    rows = range(1, findings + 1)
    made = [
        article(
            f"a{n}", [_trains(rows[k : k + 3], n) for k in range(0, findings, 3)], source=f"Báo {n}", sha256=f"{n:064}"
        )
        for n in range(1, articles + 1)
    ]
    links: list[Link] = []
    found: list[Finding] = []
    for row in range(findings):
        left, right = made[row % articles], made[(row + 1) % articles]
        verdict = ("conflict", "update", "unclear", "agree", "one-sided")[row % 5]
        own: tuple[int, ...] = ()
        names = [left.sentences[row].id]
        if verdict != "one-sided":
            difference = Difference("number", _figure(left, row), _figure(right, row), "hai con số khác nhau")
            own = (len(links),)
            names.append(right.sentences[row].id)
            links.append(Link(names[0], names[1], verdict, 0.9, () if verdict == "agree" else (difference,)))
        found.append(Finding(f"f{row + 1}", verdict, (left.source,), tuple(names), own, (row % 97) / 97, ""))
    return comparison(made, links=tuple(links), findings=tuple(found))


def _trains(rows: range, n: int) -> list[str]:
    return [f"Chuyến tàu số {m} chở {m * 7 + n} khách tới ga {n}." for m in rows]


def _figure(one: Article, row: int) -> Span:
    sentence: Sentence = one.sentences[row]
    start = sentence.text.index("chở ") + 4
    end = sentence.text.index(" khách")
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])
