"""Where the words of a decision stand in a comparison that may have been made again from changed articles.

Nothing is matched by likeness: the very words must stand, in an article with the same text or the same source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from compare.review.records import Quoted, Subject
from compare.review.subjects import finding_subjects, fingerprint
from compare.types import Article, Comparison, Finding

GONE, APART, SEVERAL = "gone", "apart", "several"  # why a decision has no finding any more


@dataclass(frozen=True, slots=True)
class Place:
    """Where quoted words stand now: ``exact`` when they are one whole sentence, ``edited`` when the article changed."""

    sentences: tuple[str, ...]
    exact: bool
    edited: bool


@dataclass(frozen=True, slots=True)
class Match:
    """The finding that a decision belongs to now, and what changed since; or, without a finding, ``lost``: why."""

    finding: str = ""
    changes: tuple[str, ...] = ()
    edited: bool = False
    lost: str = ""


@dataclass(frozen=True)
class Places:
    """A comparison indexed for finding words and findings again."""

    comparison: Comparison

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """Finding id to its subject."""
        return finding_subjects(self.comparison)

    @cached_property
    def keys(self) -> dict[str, str]:
        """Subject key to finding id."""
        return {subject.key: name for name, subject in self.subjects.items()}

    @cached_property
    def carriers(self) -> dict[str, list[Finding]]:
        """Sentence id to the findings that hold it."""
        found: dict[str, list[Finding]] = {}
        for finding in self.comparison.findings:
            for name in dict.fromkeys(finding.sentences):
                found.setdefault(name, []).append(finding)
        return found

    @cached_property
    def _sentences(self) -> dict[str, dict[str, list[tuple[int, str]]]]:
        table: dict[str, dict[str, list[tuple[int, str]]]] = {}
        for article in self.comparison.articles:
            own = table.setdefault(article.id, {})
            for one in article.sentences:
                own.setdefault(flat(one.text), []).append((one.start, one.id))
        return table

    @cached_property
    def _prints(self) -> dict[str, str]:
        return {one.id: fingerprint(one) for one in self.comparison.articles}

    def locate(self, quoted: Quoted) -> Place | None:
        """Where the words stand now, None where they do not."""
        article = self.article(quoted)
        if article is None:
            return None
        edited = self._prints[article.id] != quoted.sha256
        same = self._sentences[article.id].get(flat(quoted.words))
        if same:
            nearest = min(same, key=lambda one: abs(one[0] - quoted.start))
            return Place((nearest[1],), exact=True, edited=edited)
        inside = _covering(article, quoted.words)
        return Place(inside, exact=False, edited=edited) if inside else None

    def article(self, quoted: Quoted) -> Article | None:
        """The article that words were quoted from: that of the same source, else the one with the same text."""
        articles = self.comparison.articles
        same = [one for one in articles if quoted.sha256 and self._prints[one.id] == quoted.sha256]
        by_source = [
            one for one in articles if (one.source == quoted.source if quoted.source else one.id == quoted.article)
        ]
        pool = [one for one in same if one in by_source] or by_source or (same if len(same) == 1 else [])
        return next((one for one in pool if one.id == quoted.article), pool[0] if pool else None)


def match(subject: Subject, places: Places) -> Match:
    """The finding that a decision on ``subject`` belongs to in the comparison as it is now."""
    name = places.keys.get(subject.key)
    if name is not None:
        return Match(name, _changes(subject, places.subjects[name]))
    found = [places.locate(one) for one in subject.passages]
    if any(one is None for one in found):
        return Match(lost=GONE)
    stand = [one for one in found if one is not None]
    wanted = {name for one in stand for name in one.sentences}
    finding = _holding(wanted, subject, places)
    if isinstance(finding, str):
        return Match(lost=finding)
    changes = list(_changes(subject, places.subjects[finding.id]))
    if wanted != set(finding.sentences):
        changes.append("passages")
    elif not all(one.exact for one in stand):
        changes.append("boundaries")
    return Match(finding.id, tuple(changes), edited=any(one.edited for one in stand))


def flat(words: str) -> str:
    """Words with every run of white space as one space."""
    return " ".join(words.split())


def _holding(wanted: set[str], subject: Subject, places: Places) -> Finding | str:
    """The one finding that holds all the sentences, or why there is none."""
    first = min(wanted)
    holding = [one for one in places.carriers.get(first, []) if wanted <= set(one.sentences)]
    for closer in (lambda one: set(one.sentences) == wanted, lambda one: one.verdict == subject.verdict):
        holding = [one for one in holding if closer(one)] or holding
    if not holding:
        return APART
    return holding[0] if len(holding) == 1 else SEVERAL


def _changes(then: Subject, now: Subject) -> tuple[str, ...]:
    parts = (("verdict", then.verdict != now.verdict), ("clashes", then.clashes != now.clashes))
    return tuple(name for name, changed in parts if changed)


def _covering(article: Article, words: str) -> tuple[str, ...]:
    """The sentences that hold the words, where sentences are cut elsewhere than they were."""
    parts = words.split()
    if not parts:
        return ()
    found = re.search(r"\s+".join(map(re.escape, parts)), article.text)
    if found is None:
        return ()
    return tuple(one.id for one in article.sentences if one.start < found.end() and found.start() < one.end)
