"""The whole order of the work: articles in, one :class:`Comparison` out. No input or output here."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import combinations, count
from pathlib import PurePath

from compare import __version__
from compare.align import Scored, load_scorer, read_in_context, score
from compare.claims import extract_all
from compare.claims.times import infer_published
from compare.clean import clean
from compare.encode import Encoder, load, opening
from compare.errors import InputError
from compare.framing import frame
from compare.group import group
from compare.judge import EventContext, Side, doubted, event_context, judge, without_borne_out
from compare.judge.nli import load_nli
from compare.lexicon import LANGUAGES
from compare.prominence import prominence
from compare.segment import segment
from compare.settings import Settings
from compare.types import Article, Claim, Comparison, Link, Provenance, Skip

Progress = Callable[[str, int, int], None]
ROW = re.compile(r"#[\d.]+$")  # of a table, behind its path
FEW_DAYS = 4  # of an article, named in a doubt


@dataclass(frozen=True, slots=True)
class Analysis:
    """An event up to its links: prepared articles, their claims, every scored sentence pair and the judged links."""

    articles: tuple[Article, ...]
    claims: tuple[tuple[Claim, ...], ...]
    scored: tuple[Scored, ...]
    links: tuple[Link, ...]
    encoder: str
    scorer: str
    skipped: tuple[Skip, ...]


def compare(
    articles: Iterable[Article],
    settings: Settings | None = None,
    *,
    skipped: Sequence[Skip] = (),
    progress: Progress | None = None,
    encoder: Future[Encoder] | None = None,
) -> Comparison:
    """Compare two or more articles on one event.

    ``skipped`` are reading's own skips, to be listed in the report; ``progress`` is told (stage, done, total);
    ``encoder`` is the one of the settings where it is being opened already. Raises ``InputError`` when fewer than two
    articles have anything to compare.
    """
    settings, articles = settings or Settings(), tuple(articles)
    ids = [article.id for article in articles]
    if not all(ids) or len(set(ids)) < len(ids):
        raise InputError("every article needs an id of its own")
    try:
        event = analyse(articles, settings, progress=progress, encoder=encoder)
    except InputError as error:
        reasons = "".join(f"\n  skipped {skip.what}: {skip.reason}" for skip in skipped)
        raise InputError(f"{error}{reasons}") from error
    salience: dict[str, float] = {}
    for article, own in zip(event.articles, event.claims, strict=True):
        salience |= prominence(article, own)
    probability = probability_of(event.scored)
    findings = group(event.articles, event.links, probability, salience)
    claims = [claim for own in event.claims for claim in own]
    return Comparison(
        title=settings.title or _title(event.articles),
        created_with=Provenance(__version__, event.encoder, event.scorer, settings.public()),
        articles=event.articles,
        links=event.links,
        findings=findings,
        framing=frame(event.articles, claims, event.links, findings, probability, settings.report_language),
        skipped=(*skipped, *event.skipped),
    )


def analyse(
    articles: Sequence[Article],
    settings: Settings,
    *,
    progress: Progress | None = None,
    encoder: Future[Encoder] | None = None,
) -> Analysis:
    """Everything up to judged links; what ``evaluate`` measures."""
    tell = progress or (lambda stage, done, total: None)
    # Our own encoders open while the articles are cleaned, and read them while claims are found.
    begun = encoder or opening(settings.model)
    instants = {one.id: one.published for one in articles if one.published and one.published.tzinfo}
    ready, skipped = prepare(articles, settings)
    if len(ready) < 2:
        reasons = "".join(f"\n  skipped {skip.what}: {skip.reason}" for skip in skipped)
        raise InputError(f"two articles with sentences are needed, {len(ready)} found{reasons}")
    begun = begun or opened(settings)
    with ThreadPoolExecutor(1) as beside:
        readings = beside.submit(lambda: read_in_context(ready, begun.result()))
        claims = extract_all(ready)
        ours = begun.result()
        scorer = load_scorer(ours)
        scored = tuple(score(ready, claims, ours, scorer, readings, lambda done, total: tell("align", done, total)))
    threshold = scorer.threshold if settings.threshold is None else settings.threshold
    context = event_context(ready, claims, instants)
    likely = [one for one in scored if one.probability >= threshold]
    links = _judged(ready, claims, likely, context, settings, tell)
    doubts = (*_unknown_languages(ready), *_other_days(ready, context))
    return Analysis(ready, claims, scored, links, ours.name, scorer.name, (*skipped, *doubts))


def opened(settings: Settings) -> Future[Encoder]:
    """The encoder of the settings, opened here and now: what is fetched can be broken off."""
    done: Future[Encoder] = Future()
    done.set_result(load(settings.model, offline=settings.offline))
    return done


def prepare(articles: Sequence[Article], settings: Settings) -> tuple[tuple[Article, ...], tuple[Skip, ...]]:
    """Clean, segment and date articles, give each its own source label, and set aside those without a sentence."""
    ready: list[Article] = []
    skipped: list[Skip] = []
    for article in map(_local, articles):
        known = replace(article, language=settings.language) if settings.language else article
        cleaned = clean(known)
        done = segment(replace(cleaned, removed=()) if settings.keep_furniture else cleaned)
        if done.sentences:
            ready.append(_dated(done))
        else:
            skipped.append(Skip("segment", article.path or article.id, "no sentence of a story is left in it"))
    return _labelled(ready), tuple(skipped)


def probability_of(scored: Sequence[Scored]) -> Callable[[str, str], float]:
    """Look the link probability of two sentences up, in either order; 0 for pairs that were not scored."""
    known = {(one.left, one.right): one.probability for one in scored}
    return lambda left, right: known.get((left, right), known.get((right, left), 0.0))


def _judged(
    articles: Sequence[Article],
    claims: Sequence[Sequence[Claim]],
    candidates: Sequence[Scored],
    context: EventContext,
    settings: Settings,
    tell: Progress,
) -> tuple[Link, ...]:
    sides = {
        sentence.id: Side(article, sentence, tuple(claim for claim in own if claim.sentence == sentence.id))
        for article, own in zip(articles, claims, strict=True)
        for sentence in article.sentences
    }
    nli = load_nli(settings.nli, offline=settings.offline) if settings.nli else None
    links = []
    for done, one in enumerate(candidates, start=1):
        relation, differences = judge(
            sides[one.left],
            sides[one.right],
            one.probability,
            language=settings.report_language,
            nli=nli,
            context=context,
        )
        links.append(Link(one.left, one.right, relation, one.probability, differences))
        tell("judge", done, len(candidates))
    article_of = {key: side.article.id for key, side in sides.items()}
    return doubted(without_borne_out(links, sides), article_of, context, settings.report_language)


def _unknown_languages(articles: Sequence[Article]) -> Iterator[Skip]:
    """A word for every article in a language that nothing here has learned."""
    for article in articles:
        if article.language not in LANGUAGES:
            reason = f"links and verdicts are not made for its language, rely on neither: {article.language}"
            yield Skip("align", article.source or article.id, reason)


def _other_days(articles: Sequence[Article], context: EventContext) -> Iterator[Skip]:
    """A word for every two articles whose days are not set against each other."""
    for left, right in combinations(articles, 2):
        if context.of_other_days(left.id, right.id):
            reason = "they name no day near one of the other's: days not compared, maybe two happenings"
            days = " / ".join(_some_days(context.days[one.id]) for one in (left, right))
            yield Skip("judge", f"{left.source or left.id} / {right.source or right.id}", f"{reason} ({days})")


def _some_days(days: Collection[tuple[int, int]]) -> str:
    """The first few days, day before month: "23/5, 24/5, …"."""
    shown = [f"{day}/{month}" for month, day in sorted(days)[:FEW_DAYS]]
    return ", ".join([*shown, "…"] if len(days) > FEW_DAYS else shown)


def _local(article: Article) -> Article:
    """The article with its time as its own clock showed it: what it calls today is that day."""
    aware = article.published is not None and article.published.tzinfo is not None
    return (
        replace(article, published=article.published.replace(tzinfo=None)) if aware and article.published else article
    )


def _dated(article: Article) -> Article:
    if article.published is not None:
        return article
    found = infer_published(article)
    return article if found is None else replace(article, published=found, published_inferred=True)


def _labelled(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Make source labels unique, since each is a column of the report: "VOV", "VOV (2)"."""
    wanted = [article.source or article.publisher or _file_name(article.path) or article.id for article in articles]
    taken: set[str] = set()
    labelled = []
    for place, (article, label) in enumerate(zip(articles, wanted, strict=True)):
        free = (name for number in count(2) if (name := f"{label} ({number})") not in taken.union(wanted))
        own = label if label not in taken and label not in wanted[:place] else next(free)
        taken.add(own)
        labelled.append(replace(article, source=own))
    return tuple(labelled)


def _file_name(path: str) -> str:
    """The name of an article's own file; rows of tables and lines of stdin have none."""
    return "" if ROW.search(path) or path.startswith("-") else PurePath(path).stem


def _title(articles: Sequence[Article]) -> str:
    """The first headline there is, else the event's name, else the sources."""
    titles = [article.title for article in articles if article.title]
    events = [article.event for article in articles if article.event]
    return (titles or events or [" / ".join(article.source for article in articles)])[0]
