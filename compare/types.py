"""Every record that flows between the stages: frozen, slotted, tuples inside.

``start``/``end`` offsets count characters in ``Article.text`` (as read, NFC); ``text`` beside them is that very slice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

Relation = Literal["agree", "conflict", "update", "unclear"]
Verdict = Literal["agree", "conflict", "update", "unclear", "one-sided"]
Kind = Literal["number", "date", "place", "actor", "polarity", "outcome", "cause", "quote", "certainty"]
Certainty = Literal["asserted", "reported", "possible", "denied"]
Status = Literal["done", "ongoing", "planned", "unknown"]
QuantityKind = Literal["count", "measure", "money", "percent", "age", "birth-year", "ordinal", "score", "identifier"]
NameKind = Literal["person", "organisation", "place", "unknown"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
VERDICTS: tuple[Verdict, ...] = ("conflict", "update", "unclear", "agree", "one-sided")
KINDS: tuple[Kind, ...] = get_args(Kind)
PAPERS = ("báo điện tử ", "báo ", "tạp chí ")  # before the names of papers


@dataclass(frozen=True, slots=True)
class Skip:
    """Something that a stage could not or did not do; it reaches every output format."""

    stage: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Span:
    """A located piece of one article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Page furniture that a named rule took out of the story; the text itself keeps it, so it can be restored."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``paragraph`` counts from 0, ``id`` is ``ARTICLE.sN`` with N from 1."""

    id: str
    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One page as read, then enriched: ``clean`` fills credits and ``removed``, ``segment`` fills ``sentences``.

    ``published`` is naive local time; ``published_inferred`` says that it was read out of the text rather than given.
    ``credits`` are the agencies or outlets that the page names as its origin ("Theo RT"), ``cited`` those it merely
    quotes on the way. ``language`` is "vi", "en" or another ISO 639-1 code.
    """

    id: str
    text: str
    source: str = ""
    publisher: str = ""
    credits: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    title: str = ""
    title_span: Span | None = None
    url: str = ""
    published: datetime | None = None
    published_inferred: bool = False
    language: str = ""
    path: str = ""
    sha256: str = ""
    event: str = ""
    sentences: tuple[Sentence, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def outlets(self) -> dict[str, str]:
        """The outlets and agencies that it is from, by their names as they are compared: "Báo Tuổi Trẻ" is "tuổi trẻ",
        the second page of an outlet, labelled "VOV (2)", "vov".
        """
        names = (*self.credits, re.sub(r" \(\d+\)$", "", self.source), self.publisher)
        return {key: name for name in names if (key := outlet_key(name))}


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared: in lower case, without the kind of paper that it is."""
    words = " ".join(re.findall(r"\w+", name.casefold()))
    return next((words.removeprefix(kind) for kind in PAPERS if words.startswith(kind)), words)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. It stands for any value from ``low`` to ``high`` (equal when exact).

    ``value`` is the figure as written (None for vague ones such as "hàng chục"); hedges widen the range: "hơn 150" is
    150 to about 180, "khoảng 2.500" about 2,250 to 2,750. ``unit`` is canonical: "%", "USD", "VND", "m", "m2", "kg",
    "year", "degree", or "" for plain counts. ``noun`` is the counted thing, lower case ("cuộc tấn công"), "" when there
    is none. Values are in the base of the unit (2,5 triệu -> 2500000; 1 thập kỷ -> 10 year; 3 ha -> 30000 m2).
    """

    span: Span
    value: float | None
    low: float
    high: float
    unit: str = ""
    noun: str = ""
    hedge: str = ""
    kind: QuantityKind = "count"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as the interval of days ``first`` to ``last`` (both inclusive).

    Years or months that the text leaves out are resolved against the publication date; where that is unknown,
    ``resolved`` is False, and ``month``/``day`` still hold what the text says. ``clock`` is minutes after midnight,
    ``moment`` says how fine the expression is.
    """

    span: Span
    first: date | None
    last: date | None
    resolved: bool
    moment: Literal["clock", "part-of-day", "day", "week", "month", "quarter", "season", "year", "decade", "vague"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: int | None = None
    kind: Literal["absolute", "partial", "relative"] = "absolute"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, organisation or place. Variants within an event share ``canonical``."""

    span: Span
    canonical: str
    kind: NameKind = "unknown"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says the claim: ``name`` is the canonical speaker ("" for nameless ones), ``cue`` the verb of saying."""

    name: str
    span: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable proposition of a sentence; ``id`` is ``ARTICLE.sN.cM``.

    ``quote`` is the quoted words inside the claim, ``polarity`` is False when the claim is negated (``negation``
    shows the cue), ``status`` tells a plan from a deed, ``certainty`` how firmly the source says it.
    """

    id: str
    sentence: str
    start: int
    end: int
    text: str
    speaker: Speaker | None = None
    quote: Span | None = None
    certainty: Certainty = "asserted"
    certainty_cue: Span | None = None
    polarity: bool = True
    negation: Span | None = None
    status: Status = "unknown"
    status_cue: Span | None = None
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One typed disagreement inside a link: the clashing words of both sides, and why in one sentence."""

    kind: Kind
    left: Span
    right: Span
    note: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of different articles judged to report a common proposition; ``probability`` is calibrated."""

    left: str
    right: str
    relation: Relation
    probability: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The links of one fact across all sources.

    ``links`` are indices into ``Comparison.links``, ``sources`` the labels of the articles, ``salience`` is in [0, 1].
    """

    id: str
    verdict: Verdict
    sources: tuple[str, ...]
    sentences: tuple[str, ...]
    links: tuple[int, ...]
    salience: float
    summary: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A loaded, hedged or attributing expression in a sentence of one article."""

    sentence: str
    span: Span
    category: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose words an article carries: sentences that do so, and how many characters of direct quotation."""

    name: str
    sentences: tuple[str, ...]
    quoted_characters: int


@dataclass(frozen=True, slots=True)
class SourceFraming:
    """How one article (its id) tells the story; ``leads`` and ``left_out`` are finding ids by prominence."""

    article: str
    headline: str
    lead: str
    published_inferred: bool = False
    cited: tuple[str, ...] = ()
    loaded: tuple[Wording, ...] = ()
    hedged: tuple[Wording, ...] = ()
    voices: tuple[Voice, ...] = ()
    quoted_share: float = 0.0
    leads: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """One thing and how each article names it: ``variants`` pairs article ids with names and their counts."""

    thing: str
    variants: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """The same claim side by side: words that one source adds, drops or swaps where both carry the finding."""

    finding: str
    left: Span
    right: Span
    left_sentence: str
    right_sentence: str
    category: str
    note: str


@dataclass(frozen=True, slots=True)
class Framing:
    """How the same matter is told, source by source and side by side."""

    sources: tuple[SourceFraming, ...] = ()
    naming: tuple[Naming, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    same_origin: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a comparison: versions and the settings that differ between runs; no clock, so bytes repeat."""

    version: str
    encoder: str
    scorer: str
    settings: tuple[tuple[str, str | int | float | bool | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that a report says: the record behind every output format (the JSON contract, schema 1.0)."""

    title: str
    created_with: Provenance
    articles: tuple[Article, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    framing: Framing = field(default_factory=Framing)
    skipped: tuple[Skip, ...] = ()
