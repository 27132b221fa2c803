"""Links joined into findings: one fact across all sources, without chaining unrelated facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from compare.summary import PRECEDENCE, SURE, summary_of
from compare.types import Article, Finding, Link

COHESION = 0.35
LEAST_LIKELY = 0.1
MOST = 0.67

Probability = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence stands: its article's number and source, its own offset and words."""

    article: int
    start: int
    source: str
    text: str


@dataclass(slots=True)
class _Group:
    """A finding being built: its sentences and links, in the order in which they joined."""

    sentences: list[str] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    relations: set[str] = field(default_factory=set)
    disputed: set[tuple[str, str]] = field(default_factory=set)

    def add(self, link: Link, index: int) -> None:
        """Take a link in with both its ends."""
        for end in (link.left, link.right):
            if end not in self.sentences:
                self.sentences.append(end)
        self.links.append(index)
        self.relations.add(link.relation)
        self.disputed |= _disputed(link)


def group(
    articles: Sequence[Article],
    links: Sequence[Link],
    probability: Probability,
    salience: Mapping[str, float],
) -> tuple[Finding, ...]:
    """Findings of an event: linked facts by verdict and salience, then what only one source reports.

    ``probability`` gives the link probability of any two sentences of different articles; ``salience`` is each
    sentence's prominence in [0, 1]. Every link is in exactly one finding and every sentence in at least one; what an
    article says twice in the same words counts once, and both places are in the findings of either.
    """
    places = _places(articles)
    told = _told_first(articles)
    groups = _gather([replace(one, left=told[one.left], right=told[one.right]) for one in links], places, probability)
    twins: dict[str, list[str]] = {}
    for one, first in told.items():
        twins.setdefault(first, []).append(one)
    drafts = [_linked(one, links, places, salience, twins) for one in groups]
    linked = {sentence for one in groups for sentence in one.sentences}
    drafts += [
        Finding("", "one-sided", (places[first].source,), tuple(same), (), max(map(salience.__getitem__, same)), text)
        for first, same in twins.items()
        if first not in linked and (text := places[first].text)
    ]
    order = {verdict: place for place, verdict in enumerate((*PRECEDENCE, "one-sided"))}
    drafts.sort(key=lambda one: (order[one.verdict], _unsure(one, links), -one.salience, _stands(one, places)))
    return tuple(_numbered(one, number) for number, one in enumerate(drafts, start=1))


def _told_first(articles: Sequence[Article]) -> dict[str, str]:
    """Each sentence with the first one of its article that has the same words, itself where none has."""
    first: dict[tuple[str, str], str] = {}
    return {
        sentence.id: first.setdefault((article.id, " ".join(sentence.text.casefold().split())), sentence.id)
        for article in articles
        for sentence in article.sentences
    }


def _stands(one: Finding, places: Mapping[str, _Place]) -> list[tuple[int, int]]:
    """Where a finding's sentences stand, as the numbers of articles and offsets."""
    return [(places[end].article, places[end].start) for end in one.sentences]


def _disputed(link: Link) -> set[tuple[str, str]]:
    """The clashing words of a link, each with its sentence."""
    if link.relation == "agree":
        return set()
    left = {(link.left, one.left.text) for one in link.differences}
    return left | {(link.right, one.right.text) for one in link.differences}


def _unsure(one: Finding, links: Sequence[Link]) -> bool:
    """Whether none of a finding's links is sure: such findings come last among their verdict."""
    return bool(one.links) and max(links[i].probability for i in one.links) < SURE


def _gather(links: Sequence[Link], places: Mapping[str, _Place], probability: Probability) -> list[_Group]:
    """Greedy, likeliest link first: a link joins the group that it coheres with best, or founds its own."""
    groups: list[_Group] = []
    holding: dict[str, set[int]] = {}  # the groups of each sentence: a link without an end in a group does not fit it
    ranked = sorted(range(len(links)), key=lambda i: (-links[i].probability, *_ends(links[i], places)))
    for index in ranked:
        link = links[index]
        near = holding.get(link.left, set()) | holding.get(link.right, set())
        fits = [(_cohesion(groups[n], link, places, probability), -n) for n in near]
        best = max(fits, default=(0.0, 0))
        if best[0] < COHESION:
            best = (1.0, -len(groups))
            groups.append(_Group())
        groups[-best[1]].add(link, index)
        for end in (link.left, link.right):
            holding.setdefault(end, set()).add(-best[1])
    return _absorbed(groups, links)


def _absorbed(groups: Sequence[_Group], links: Sequence[Link]) -> list[_Group]:
    """The groups without those whose sentences all came to be in a larger one: their links join it.

    What is at odds stays apart from a larger agreement, so that this one does not turn into a dispute.
    """
    kept: list[_Group] = []
    for one in sorted(groups, key=lambda group: -len(group.sentences)):
        wider = (other for other in kept if set(one.sentences) <= set(other.sentences))
        home = next((other for other in wider if one.relations <= {"agree", *other.relations}), None)
        if home is None:
            kept.append(one)
        else:
            for index in one.links:
                home.add(links[index], index)
    return kept


def _ends(link: Link, places: Mapping[str, _Place]) -> list[tuple[int, int]]:
    return [(places[end].article, places[end].start) for end in (link.left, link.right)]


def _cohesion(one: _Group, link: Link, places: Mapping[str, _Place], probability: Probability) -> float:
    """How well a link fits a group: 1 when both ends are in it, else the mean probability of its new end.

    An end that is unlikely to go with more than a third of the group would chain another fact to it: no fit.

    A link that disputes the very words that the group disputes belongs to it: a source that repeats its version, or
    another source's version. An unsure link brings no new end to a group. A link of another relation may join only
    through a new article: a third source's version of the same fact belongs here, another clause of a long sentence
    does not.
    """
    inside = [end for end in (link.left, link.right) if end in one.sentences]
    if len(inside) == 2:
        return 1.0
    if not inside:
        return 0.0
    if one.disputed & _disputed(link):
        return 1.0
    if link.probability < SURE:
        return 0.0
    new = link.right if link.left in inside else link.left
    others = [end for end in one.sentences if places[end].article != places[new].article]
    known_article = any(places[end].article == places[new].article for end in one.sentences)
    if known_article and link.relation not in one.relations:
        return 0.0
    likely = [probability(new, end) for end in others]
    fitting = sum(one >= LEAST_LIKELY for one in likely)
    return sum(likely) / len(likely) if likely and fitting >= MOST * len(likely) else 0.0


def _linked(
    one: _Group,
    links: Sequence[Link],
    places: Mapping[str, _Place],
    salience: Mapping[str, float],
    twins: Mapping[str, Sequence[str]],
) -> Finding:
    verdict = next(verdict for verdict in PRECEDENCE if verdict in one.relations)
    told = (same for end in one.sentences for same in twins[end])
    sentences = tuple(sorted(told, key=lambda end: (places[end].article, places[end].start)))
    texts = {end: places[end].text for end in sentences}
    return Finding(
        id="",
        verdict=verdict,
        sources=tuple(dict.fromkeys(places[end].source for end in sentences)),
        sentences=sentences,
        links=tuple(sorted(one.links)),
        salience=max(salience[end] for end in sentences),
        summary=summary_of(verdict, [links[i] for i in one.links], texts),
    )


def _places(articles: Sequence[Article]) -> dict[str, _Place]:
    return {
        sentence.id: _Place(number, sentence.start, article.source, sentence.text)
        for number, article in enumerate(articles)
        for sentence in article.sentences
    }


def _numbered(one: Finding, number: int) -> Finding:
    return Finding(f"f{number}", one.verdict, one.sources, one.sentences, one.links, one.salience, one.summary)
