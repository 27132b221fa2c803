"""The same claim side by side: the words that one source adds, drops or chooses where both carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.framing.choices import chosen_differently, headline_choices, said_differently
from compare.framing.difference import added
from compare.framing.passage import Passage
from compare.framing.story import Story
from compare.types import Contrast, Finding, Link

MOST = 20
MOST_OF_ONE_FINDING = 3


def contrasts(
    stories: Sequence[Story], links: Sequence[Link], findings: Sequence[Finding], language: str
) -> tuple[Contrast, ...]:
    """Contrasts of headlines, then of the sentences that agree or are an update, in the order of the findings.

    Only loaded, hedged and attributing words count, and only sentences of one language. A headline has no sentence and
    no finding; its note, in ``language``, says whose it is. Each pair of wordings is shown once.
    """
    passages = {
        sentence.id: Passage(told, sentence.id, sentence.start, sentence.end, sentence.text)
        for told in stories
        for sentence in told.article.sentences
    }
    found = list(headline_choices(stories, language))
    for finding in findings:
        if finding.verdict in {"agree", "update"}:
            found.extend(list(_of_finding(finding, links, passages))[:MOST_OF_ONE_FINDING])
    return _once(found)[:MOST]


def _of_finding(finding: Finding, links: Sequence[Link], passages: Mapping[str, Passage]) -> Iterator[Contrast]:
    for index in finding.links:
        left, right = passages.get(links[index].left), passages.get(links[index].right)
        if left is None or right is None or left.language != right.language:
            continue
        if links[index].relation in {"agree", "update"}:
            shown = [*said_differently(finding.id, left, right), *chosen_differently(finding.id, left, right)]
            yield from shown
            yield from (
                one for one in added(finding.id, left, right) if not any(_overlap(one, other) for other in shown)
            )


def _overlap(one: Contrast, other: Contrast) -> bool:
    return any(a.start < b.end and b.start < a.end for a, b in ((one.left, other.left), (one.right, other.right)))


def _once(found: Sequence[Contrast]) -> tuple[Contrast, ...]:
    """The contrasts without those that show the same two wordings again."""
    kept: dict[frozenset[str], Contrast] = {}
    for one in found:
        kept.setdefault(frozenset({one.left.text.casefold(), one.right.text.casefold()}), one)
    return tuple(kept.values())
