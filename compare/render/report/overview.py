"""The top of the report: title, counts, sources."""

from __future__ import annotations

from compare.render.document import Block, Heading, Paragraph, Run, Runs, Table, join, text
from compare.render.labels import Words
from compare.render.report.parts import heading, shorten
from compare.render.view import DISMISSED, Source, View
from compare.types import VERDICTS, Skip

DOUBTS = ("judge", "align")  # stages whose skips are no lost input but a doubt
_ORDER = ("conflict", "update", "unclear", "agree", "one-sided")


def title(seen: View, say: Words) -> str:
    """The comparison's title, else a plain one."""
    given = " ".join(seen.comparison.title.split())
    return given or say.say("default_title", n=len(seen.sources))


def overview(seen: View, say: Words) -> list[Block]:
    """Title, counts line, how far the review is, and the table of sources."""
    blocks: list[Block] = [Heading(1, text(title(seen, say))), Paragraph(_counts(seen, say))]
    decided = [one for one in seen.findings if one.decision and one.decision.state != "undecided"]
    if any(one.decision for one in seen.findings):
        progress = say.say("decision.progress", done=len(decided), all=len(seen.findings))
        blocks.append(Paragraph(text(progress)))
    else:
        blocks.append(Paragraph(text(say.say("guide")), quiet=True))
    blocks += [Paragraph(_careful(one, say)) for one in seen.comparison.skipped if one.stage in DOUBTS]
    return [*blocks, heading(say, "sources"), *_sources(seen, say)]


def _careful(skip: Skip, say: Words) -> Runs:
    """A doubt about the comparison itself, which is to be read before any finding."""
    return (Run(say.say("careful"), strong=True), Run(f" {skip.what}: {say.reason(skip.reason)}."))


def _counts(seen: View, say: Words) -> Runs:
    parts: list[Runs] = [(Run(say.count("count.source", len(seen.sources)), strong=True),)]
    for verdict in _ORDER:
        n = len(seen.agreements if verdict == "agree" else seen.of(verdict))
        parts.append((Run(say.count(f"count.{verdict}", n), href=f"#{verdict}" if n else ""),))
        if verdict == "agree" and seen.less_sure:
            parts.append((Run(say.count("count.less_sure", len(seen.less_sure)), href="#less-sure"),))
    if seen.of(DISMISSED):
        parts.append((Run(say.count("count.dismissed", len(seen.of(DISMISSED))), href=f"#{DISMISSED}"),))
    return join(parts)


def _sources(seen: View, say: Words) -> list[Block]:
    """The table of sources, without columns that are empty for all of them."""
    if not seen.sources:
        return [Paragraph(text(say.say("empty.sources")))]
    columns = [
        (name, cells)
        for name, cells in _columns(seen.sources, say)
        if name in ("source", "sentences") or any(any(run.text for run in cell) for cell in cells)
    ]
    head = tuple(text(say.say(f"sources.{name}")) for name, _ in columns)
    rows = tuple(tuple(cells[place] for _, cells in columns) for place in range(len(seen.sources)))
    return [Table(head, rows)]


def _columns(sources: tuple[Source, ...], say: Words) -> list[tuple[str, list[Runs]]]:
    articles = [one.article for one in sources]
    return [
        ("source", [(Run(one.label, strong=True),) for one in sources]),
        ("publisher", [text(one.publisher if one.publisher != one.source else "") for one in articles]),
        ("credits", [text(", ".join(one.credits)) for one in articles]),
        ("cited", [text(", ".join(one.cited)) for one in articles]),
        ("headline", [(Run(shorten(one.title, 160), href=one.url),) for one in articles]),
        ("published", [text(_published(one, say)) for one in sources]),
        (
            "sentences",
            [(Run(str(len(one.article.sentences)), href=f"#{one.anchor}"),) for one in sources],
        ),
    ]


def _published(source: Source, say: Words) -> str:
    when = source.article.published
    if when is None:
        return ""
    return say.say("inferred", date=say.date(when)) if source.article.published_inferred else say.date(when)


assert set(_ORDER) == set(VERDICTS)
