"""The end of the report: what was left out, the numbered full texts, how it was made."""

from __future__ import annotations

from itertools import groupby

from compare.render.document import Block, Bullets, Details, Heading, Paragraph, Run, Runs, Table, join, text
from compare.render.labels import Words
from compare.render.report.parts import heading, shorten
from compare.render.view import Passage, Source, View
from compare.types import Article, Removed


def removed(seen: View, say: Words) -> list[Block]:
    """Page furniture by rule with its words, and what a stage skipped."""
    blocks: list[Block] = [heading(say, "removed")]
    taken = [one for one in seen.sources if one.article.removed]
    blocks += [_furniture(one, say) for one in taken]
    if not taken:
        blocks.append(Paragraph(text(say.say("empty.removed"))))
    if not seen.comparison.skipped:
        return [*blocks, Paragraph(text(say.say("empty.skipped")))]
    head = tuple(text(say.say(f"removed.{one}")) for one in ("stage", "what", "reason"))
    rows = tuple(
        (text(say.name("stage", one.stage)), text(shorten(one.what, 200)), text(shorten(say.reason(one.reason), 300)))
        for one in seen.comparison.skipped
    )
    return [*blocks, Heading(3, text(say.say("removed.skipped"))), Table(head, rows)]


def _furniture(source: Source, say: Words) -> Details:
    groups: dict[str, list[Removed]] = {}
    for one in source.article.removed:
        groups.setdefault(one.rule, []).append(one)
    items = tuple(
        (Run(f"{say.name('rule', rule)}: "), *join([_words(source.article, one, say) for one in group], "; "))
        for rule, group in groups.items()
    )
    count = say.count("count.removed", len(source.article.removed))
    summary = f"{say.say('removed.heading', source=source.label)}: {count}"
    return Details(text(summary), (Bullets(items),))


def _words(article: Article, one: Removed, say: Words) -> Runs:
    return text(say.say("quote", text=shorten(article.text[one.start : one.end], 160)))


def texts(seen: View, say: Words) -> list[Block]:
    """Every article in full, sentence by sentence with numbers; findings link here and their links lead back."""
    back: dict[str, Runs] = {}
    for found in seen.findings:
        if found.verdict != "one-sided":
            for passage in found.passages:
                link = (Run(" "), Run(found.finding.id, href=f"#{found.anchor}", quiet=True))
                back[passage.anchor] = back.get(passage.anchor, ()) + link
    blocks: list[Block] = [heading(say, "texts")] if seen.sources else []
    for source in seen.sources:
        blocks += _text(source, seen, back, say)
    return blocks


def _text(source: Source, seen: View, back: dict[str, Runs], say: Words) -> list[Block]:
    article = source.article
    own = [seen.places[one.id] for one in article.sentences]
    inside: list[Block] = []
    if article.title and not _title_is_a_sentence(article):
        inside.append(Heading(4, text(" ".join(article.title.split()))))
    for _, group in groupby(own, key=lambda one: one.sentence.paragraph):
        inside.append(Paragraph(join([_numbered(one, back) for one in group], " ")))
    if not own:
        inside.append(Paragraph(text(say.say("empty.sentences"))))
    summary = say.say("texts.summary", source=source.label, sentences=say.count("count.sentence", len(own)))
    return [
        Heading(3, (Run(source.label, anchor=source.anchor),)),
        Details(text(summary), tuple(inside), article.language),
    ]


def _title_is_a_sentence(article: Article) -> bool:
    span = article.title_span
    return any(
        (span is not None and one.start <= span.start < one.end) or one.text.strip() == article.title.strip()
        for one in article.sentences[:2]
    )


def _numbered(passage: Passage, back: dict[str, Runs]) -> Runs:
    return (
        Run(str(passage.number), strong=True, anchor=passage.anchor),
        Run(f" {passage.sentence.text}"),
        *back.get(passage.anchor, ()),
    )


def made(seen: View, say: Words) -> list[Block]:
    """Versions, encoder, scorer, settings, and the hashes of the inputs."""
    by = seen.comparison.created_with
    missing = say.say("empty.made")
    settings = ", ".join(f"{name} = {_value(value)}" for name, value in by.settings if value not in (None, ""))
    items = (
        text(say.say("made.version", version=by.version or missing)),
        text(say.say("made.encoder", name=by.encoder or missing)),
        text(say.say("made.scorer", name=by.scorer or missing)),
        text(say.say("made.settings", settings=settings or missing)),
    )
    blocks: list[Block] = [heading(say, "made"), Bullets(items)]
    if seen.sources:
        head = tuple(text(say.say(one)) for one in ("sources.source", "made.file", "made.sha256"))
        rows = tuple((text(one.label), text(one.article.path), text(one.article.sha256)) for one in seen.sources)
        blocks.append(Table(head, rows))
    return blocks


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
