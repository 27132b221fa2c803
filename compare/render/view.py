"""What a reader is shown, resolved once for every format (and for the review page): labels, passages, clashing words.

Findings come in reading order: by verdict, then as the comparison has them. A decision that overrules a finding moves
it.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.render.copied import told_alike
from compare.render.decisions import Decision, Decisions
from compare.render.versions import Slot, slots
from compare.summary import SURE
from compare.types import VERDICTS, Article, Comparison, Difference, Finding, Link, Sentence, Span

DISMISSED = "dismissed"
_LABEL_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a column of the report; ``label`` is unique, ``anchor`` safe in any format."""

    index: int
    article: Article
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a finding; ``number`` counts from 1 in its article, ``clashes`` are the words at odds in it."""

    source: Source
    sentence: Sentence
    number: int
    anchor: str
    clashes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with all that is shown of it.

    ``verdict`` is the standing one (or "dismissed") after any decision; ``probability`` the highest of the links that
    made it, None without links; ``links`` those links, the likeliest first; ``slots`` the details at odds with every
    version; ``origins`` groups the sources that share an origin.
    """

    finding: Finding
    anchor: str
    verdict: str
    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    slots: tuple[Slot, ...]
    probability: float | None
    links: tuple[Link, ...]
    origins: tuple[tuple[str, ...], ...]
    decision: Decision | None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that carry it, in report order."""
        return tuple({one.source.index: one.source for one in self.passages}.values())

    @property
    def less_sure(self) -> bool:
        """Whether it is called an agreement though no link of it is likelier than not, and no editor says so."""
        decided = self.decision is not None and self.decision.state in ("confirmed", "overruled")
        return self.verdict == "agree" and not decided and (self.probability or 0.0) < SURE

    @property
    def standing(self) -> tuple[Passage, ...]:
        """One passage for each source, in report order: its sentence with the likeliest link, else its first."""
        likeliest = dict.fromkeys(name for one in self.links for name in (one.left, one.right))
        rank = {name: place for place, name in enumerate(likeliest)}
        chosen: dict[int, Passage] = {}
        for one in sorted(self.passages, key=lambda passage: rank.get(passage.sentence.id, len(rank))):
            chosen.setdefault(one.source.index, one)
        return tuple(chosen[one.index] for one in self.sources)

    @property
    def copied(self) -> tuple[tuple[str, ...], ...]:
        """Groups of labels that agree in the same words, but for those that are known to share an origin."""
        if self.verdict != "agree":
            return ()
        groups = told_alike({one.source.label: one.sentence.text for one in self.standing})
        return tuple(one for one in groups if not any({*one} <= {*known} for known in self.origins))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why: one reason for each detail at odds, else the notes of its differences."""
        noted = (one.note for one in (self.slots or self.differences))
        return tuple(dict.fromkeys(note for note in noted if note.strip()))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its differences, each once."""
        return tuple(dict.fromkeys(one.kind for one in self.differences))


@dataclass(frozen=True, slots=True)
class View:
    """A comparison made ready for showing; ``places`` maps sentence ids to where they stand."""

    comparison: Comparison
    sources: tuple[Source, ...]
    findings: tuple[FindingView, ...]
    places: dict[str, Passage]

    def of(self, verdict: str) -> tuple[FindingView, ...]:
        """The findings with a standing verdict, in the comparison's order."""
        return tuple(one for one in self.findings if one.verdict == verdict)

    @property
    def agreements(self) -> tuple[FindingView, ...]:
        """What the sources surely report alike."""
        return tuple(one for one in self.of("agree") if not one.less_sure)

    @property
    def less_sure(self) -> tuple[FindingView, ...]:
        """What is perhaps the same matter: no agreement until somebody confirms it."""
        return tuple(one for one in self.of("agree") if one.less_sure)

    def source(self, article: str) -> Source | None:
        """The source of an article id."""
        return next((one for one in self.sources if one.article.id == article), None)

    def found(self, finding: str) -> FindingView | None:
        """The finding of an id."""
        return next((one for one in self.findings if one.finding.id == finding), None)


def view(comparison: Comparison, decisions: Decisions | None = None) -> View:
    """The comparison with everything resolved that a report or a page shows."""
    sources = _sources(comparison.articles)
    places = _places(sources)
    origins = _origins(comparison, sources)
    found = [
        _finding(one, number, comparison.links, places, origins, (decisions or {}).get(one.id))
        for number, one in enumerate(comparison.findings, 1)
    ]
    order = {verdict: rank for rank, verdict in enumerate((*VERDICTS, DISMISSED))}
    found.sort(key=lambda one: order[one.verdict])  # stable: the comparison orders by prominence
    return View(comparison, sources, tuple(found), places)


def _sources(articles: tuple[Article, ...]) -> tuple[Source, ...]:
    used: set[str] = set()
    made = []
    for index, article in enumerate(articles, 1):
        name = _short(article.source or article.publisher or article.id or str(index))
        label, number = name, 1
        while label.casefold() in used:
            number += 1
            label = f"{name} ({number})"
        used.add(label.casefold())
        made.append(Source(index, article, label, f"t{index}"))
    return tuple(made)


def _short(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= _LABEL_LENGTH else flat[: _LABEL_LENGTH - 1].rstrip() + "…"


def _places(sources: tuple[Source, ...]) -> dict[str, Passage]:
    return {
        sentence.id: Passage(source, sentence, number, f"{source.anchor}-{number}")
        for source in sources
        for number, sentence in enumerate(source.article.sentences, 1)
    }


def _origins(comparison: Comparison, sources: tuple[Source, ...]) -> tuple[tuple[str, ...], ...]:
    """Groups of labels that share an origin."""
    label = {one.article.id: one.label for one in sources}
    return tuple(tuple(label[name] for name in group) for group in comparison.framing.same_origin)


def _finding(
    finding: Finding,
    number: int,
    links: tuple[Link, ...],
    places: dict[str, Passage],
    origins: tuple[tuple[str, ...], ...],
    decision: Decision | None,
) -> FindingView:
    own = [links[one] for one in finding.links]
    telling = [one for one in own if one.relation == finding.verdict] or own
    telling.sort(key=lambda one: -one.probability)
    differences = tuple(dict.fromkeys(one for link in telling for one in link.differences))
    clashes = _clashes(telling, places) if finding.verdict != "agree" else {}
    passages = _passages(finding, places, clashes)
    carried = {one.source.label for one in passages}
    return FindingView(
        finding=finding,
        anchor=f"f{number}",
        verdict=_standing(finding, decision),
        passages=passages,
        differences=differences,
        slots=slots(telling, places, finding.sentences) if finding.verdict != "agree" else (),
        probability=max((one.probability for one in telling), default=None),
        links=tuple(telling),
        origins=tuple(both for group in origins if len(both := tuple(one for one in group if one in carried)) > 1),
        decision=decision,
    )


def _standing(finding: Finding, decision: Decision | None) -> str:
    if decision and decision.state == "dismissed":
        return DISMISSED
    if decision and decision.state == "overruled" and decision.verdict:
        return decision.verdict
    return finding.verdict


def _clashes(links: list[Link], places: dict[str, Passage]) -> dict[str, tuple[Span, ...]]:
    """Sentence id to the clashing words inside it, in text order, each once."""
    found: dict[str, set[Span]] = {}
    for link in links:
        for one in link.differences:
            for sentence, span in ((link.left, one.left), (link.right, one.right)):
                inside = places[sentence].sentence
                if inside.start <= span.start < span.end <= inside.end:
                    found.setdefault(sentence, set()).add(span)
    return {name: tuple(sorted(spans, key=lambda one: (one.start, one.end))) for name, spans in found.items()}


def _passages(
    finding: Finding, places: dict[str, Passage], clashes: dict[str, tuple[Span, ...]]
) -> tuple[Passage, ...]:
    passages = [places[one] for one in dict.fromkeys(finding.sentences)]
    passages.sort(key=lambda one: (one.source.index, one.number))
    return tuple(
        Passage(one.source, one.sentence, one.number, one.anchor, clashes.get(one.sentence.id, ())) for one in passages
    )
