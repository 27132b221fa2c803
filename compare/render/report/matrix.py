"""Which source reports which claim, from three sources on."""

from __future__ import annotations

from compare.render.document import Block, Paragraph, Run, Runs, join, text
from compare.render.labels import Words
from compare.render.report.parts import brief, folded_table, heading, number, shorten
from compare.render.view import FindingView, Source, View

_SHOWN = 20
_VERDICTS = ("conflict", "update", "unclear", "agree")


def matrix(seen: View, say: Words) -> list[Block]:
    """The table of shared claims and sources; nothing for fewer than three sources."""
    shared = [one for one in seen.findings if one.verdict in _VERDICTS and not one.less_sure]
    if len(seen.sources) < 3 or not shared:
        return []
    head = (
        text(say.say("matrix.claim")),
        text(say.say("matrix.verdict")),
        *(text(one.label) for one in seen.sources),
    )
    rows = [_row(one, seen.sources, say) for one in shared]
    about = Paragraph(text(say.say("about.matrix")), quiet=True)
    return [heading(say, "matrix"), about, *folded_table(head, rows, say, _SHOWN)]


def _row(found: FindingView, sources: tuple[Source, ...], say: Words) -> tuple[Runs, ...]:
    claim = (Run(found.finding.id, href=f"#{found.anchor}"), Run(f" {brief(found, 70)}"))
    verdict = text(say.name("verdict", found.verdict))
    return (claim, verdict, *(_cell(found, one) for one in sources))


def _cell(found: FindingView, source: Source) -> Runs:
    """The sentences that carry the claim, and the words that clash."""
    own = [one for one in found.passages if one.source == source]
    places = join([(number(one),) for one in own])
    clashes = dict.fromkeys(span.text for one in own for span in one.clashes)
    if not clashes:
        return places
    return (*places, Run(" "), Run(shorten("; ".join(clashes), 60), mark=True))
