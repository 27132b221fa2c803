"""The findings: conflicts with both passages and the clashing words first, then all others by verdict."""

from __future__ import annotations

from compare.render.document import Block, Bullets, Card, Details, Heading, Paragraph, Quotes, Run, Runs, join, text
from compare.render.excerpt import LIMIT, shared_place
from compare.render.labels import Words
from compare.render.report.parts import brief, folded_list, heading, labels, number, quote, quotes, shorten
from compare.render.versions import Slot, Version
from compare.render.view import DISMISSED, FindingView, Passage, Source, View

_SHOWN = {"conflict": 40, "update": 20, "unclear": 15, "agree": 12}
_ONE_SIDED = 6


def section(seen: View, say: Words, verdict: str) -> list[Block]:
    """One verdict's findings; those beyond the most prominent are folded."""
    found = seen.of(verdict)
    blocks: list[Block] = [heading(say, verdict)]
    if not found:
        return [*blocks, Paragraph(text(say.say(f"empty.{verdict}")))]
    blocks.append(Paragraph(text(say.say(f"about.{verdict}")), quiet=True))
    return [*blocks, *_folded([_full(one, say) for one in found], _SHOWN[verdict], say)]


def agreements(seen: View, say: Words) -> list[Block]:
    """What the sources report alike, in brief; what is only perhaps the same matter stands apart, folded."""
    blocks: list[Block] = [heading(say, "agree")]
    standing = _standing(seen)
    if seen.agreements:
        blocks.append(Paragraph(text(say.say("about.agree")), quiet=True))
        blocks += _folded([_agreement(one, say, standing) for one in seen.agreements], _SHOWN["agree"], say)
    else:
        blocks.append(Paragraph(text(say.say("empty.agree"))))
    if seen.less_sure:
        blocks.append(Heading(3, (Run(say.say("less_sure"), anchor="less-sure"),)))
        known = _shown_above(seen)
        again = [one for one in seen.less_sure if all(passage.sentence.id in known for passage in one.passages)]
        fresh = [one for one in seen.less_sure if one not in again]
        if fresh:
            summary = text(say.count(f"count.less_sure{'_fresh' if again else ''}", len(fresh)))
            blocks.append(Details(summary, tuple(_agreement(one, say, standing) for one in fresh)))
        if again:
            summary = text(say.count("count.less_sure_again", len(again)))
            blocks.append(Details(summary, (Bullets(tuple(_places(one, say) for one in again)),)))
    return blocks


def _standing(seen: View) -> set[str]:
    """The sentences whose words stand somewhere in the report in any case: all of a dispute, of an agreement the
    best-linked of each source.
    """
    found = [one for one in seen.findings if one.verdict != DISMISSED]
    shown = (one.standing if one.verdict == "agree" else one.passages for one in found)
    return {passage.sentence.id for some in shown for passage in some}


def _shown_above(seen: View) -> set[str]:
    """The sentences that a surer finding has already."""
    surer = [one for one in seen.findings if one.verdict not in ("one-sided", DISMISSED) and not one.less_sure]
    return {passage.sentence.id for one in surer for passage in one.passages}


def _places(found: FindingView, say: Words) -> Runs:
    """Where a finding's sentences stand, without their words: "f12 · RT 3, VOV 9. Same matter: low, 41%."."""
    runs: Runs = (Run(found.finding.id, strong=True, anchor=found.anchor), Run(" · "))
    for place, passage in enumerate(found.passages):
        runs += (Run(f"{', ' if place else ''}{passage.source.label} "), number(passage))
    decided = [
        run for block in _decision(found, say) if isinstance(block, Paragraph) for run in (Run(" "), *block.runs)
    ]
    return (*runs, Run(f". {say.confidence(found.probability)}.", quiet=True), *decided)


def _folded(cards: list[Card], shown: int, say: Words) -> list[Block]:
    if len(cards) <= shown + 2:
        return list(cards)
    rest = Details(text(say.say("and_more", n=len(cards) - shown)), tuple(cards[shown:]))
    return [*cards[:shown], rest]


def _full(found: FindingView, say: Words) -> Card:
    """A finding with everything a person needs to decide it."""
    telling = [one for one in found.passages if one.clashes] or list(found.passages)
    others = [one for one in found.passages if one not in telling]
    blocks: list[Block] = [
        Heading(3, (Run(_title(found, say), anchor=found.anchor),)),
        *_versions(found, say),
        quotes(telling, say),
        Paragraph(_reason(found, say)),
        *_decision(found, say),
    ]
    if others:
        folded = quotes(others, say)
        blocks.append(Details(text(say.count("other_passages", len(folded.items))), (folded,)))
    return Card(found.verdict, tuple(blocks))


def _title(found: FindingView, say: Words) -> str:
    """The clash itself where there is one ("number: “22” (A) / “15” (B)"), else the summary."""
    if not found.slots:
        return say.say("finding.title", id=found.finding.id, summary=brief(found))
    slot = found.slots[0]
    parts = [_version(one, say) for one in slot.versions[:4]]
    kind = say.name("kind", slot.kind)
    versions = say.say("finding.against").join(parts) + (" …" if len(slot.versions) > 4 else "")
    return say.say("finding.heading", id=found.finding.id, kind=kind, versions=versions)


def _version(version: Version, say: Words) -> str:
    who = ", ".join(version.holders[:2]) + (" …" if len(version.holders) > 2 else "")
    return say.say("finding.version", text=shorten(version.shown, 60), who=who)


def _versions(found: FindingView, say: Words) -> list[Block]:
    """Every version and who holds it, where the heading cannot say it all."""
    items: list[Runs] = []
    if len(found.slots) > 1:
        items = [
            (Run(f"{say.name('kind', one.kind)}: "), *join([_held(v, say) for v in one.versions], "; "))
            for one in found.slots
        ]
    elif found.slots and not _fits(found.slots[0]):
        items = [_held(one, say) for one in found.slots[0].versions]
    return [Paragraph(text(say.say("finding.versions"))), Bullets(tuple(items))] if items else []


def _fits(slot: Slot) -> bool:
    """Whether a heading can carry the whole detail."""
    return len(slot.versions) <= 3 and all(len(one.holders) <= 2 for one in slot.versions)


def _held(version: Version, say: Words) -> Runs:
    return text(say.say("finding.holders", text=shorten(version.shown, 80), who=", ".join(version.holders)))


def _reason(found: FindingView, say: Words) -> Runs:
    """Why, in a sentence, and how sure."""
    reason = " ".join(_sentence(one) for one in found.reasons[:3])
    runs = (Run(reason + " "),) if reason else ()
    sure = say.confidence(found.probability, "whole")
    return (*runs, Run(f"{sure}{'.' if sure else ''} {_origin(found, say)}", quiet=True))


def _sentence(note: str) -> str:
    note = " ".join(note.split())
    return note if note.endswith((".", "!", "?", "…")) else note + "."


def _origin(found: FindingView, say: Words) -> str:
    """A word where sources share an origin, or the very words: agreement among them is not independent."""
    lines = []
    for group in found.origins:
        whole = len(group) == len(found.sources) and found.verdict == "agree"
        key = "finding.one_origin" if whole else "finding.shared_origin"
        lines.append(say.say(key, sources=say.listing(group)))
    lines += [say.say("finding.same_words", sources=say.listing(group)) for group in found.copied]
    return " ".join(lines)


def _decision(found: FindingView, say: Words) -> list[Block]:
    """What the editor decided, by whom, and the note."""
    decision = found.decision
    if decision is None:
        return []
    old = say.name("verdict", found.finding.verdict)
    new = say.name("verdict", decision.verdict or found.finding.verdict)
    state = say.say(f"decision.{decision.state}", old=old, new=new)
    by = say.say("decision.by", editor=decision.editor) if decision.editor else ""
    who = ", ".join(one for one in (by, decision.when) if one)
    parts = [f" ({who})." if who else "."]
    if decision.note.strip():
        parts.append(_sentence(say.say("decision.note", note=decision.note)))
    if decision.changed:
        parts.append(say.say("decision.changed"))
    return [Paragraph((Run(say.say("decision.line", state=state), strong=True), Run(" ".join(parts))))]


def _agreement(found: FindingView, say: Words, standing: set[str]) -> Card:
    """An agreement in brief: the best-linked passage of each source around what they share; further ones as links, but
    with their words where these stand nowhere else.
    """
    passages = []
    for best in found.standing:
        rest = [one for one in found.passages if one.source is best.source and one is not best]
        also = tuple(one for one in rest if one.sentence.id in standing)
        others = tuple(one.sentence.text for one in found.standing if one is not best)
        for one, links in ((best, also), *((one, ()) for one in rest if one not in also)):
            passages.append(quote(one, say, links, around=shared_place(one.sentence.text, others, LIMIT)))
    head = (
        Run(found.finding.id, strong=True, anchor=found.anchor),
        Run(f" · {labels(found.sources, say)}. "),
        Run(f"{say.confidence(found.probability)}. {_origin(found, say)}", quiet=True),
    )
    return Card("agree", (Paragraph(head), Quotes(tuple(passages)), *_decision(found, say)))


def one_sided(seen: View, say: Words) -> list[Block]:
    """What a single source reports, source by source, by prominence; long lists are folded, and so is what a less sure
    agreement alone gives to another source too.
    """
    found, shown = seen.of("one-sided"), _shown_above(seen)
    blocks: list[Block] = [heading(say, "one-sided")]
    about: Block = Paragraph(text(say.say("about.one-sided")), quiet=True)
    listed: list[Block] = []
    for source in seen.sources:
        own = [one for one in found if one.sources[:1] == (source,)]
        perhaps = _perhaps_alone(seen, source, shown, say)
        if own or perhaps:
            listed.append(Heading(3, text(say.say("only_in", source=source.label, n=len(own)))))
            listed += folded_list([_alone(one, say) for one in own], say, _ONE_SIDED)
        if perhaps:
            listed.append(Details(text(say.count("count.perhaps_alone", len(perhaps))), (Bullets(tuple(perhaps)),)))
    return [*blocks, about, *listed] if listed else [*blocks, Paragraph(text(say.say("empty.one-sided")))]


def _perhaps_alone(seen: View, source: Source, shown: set[str], say: Words) -> list[Runs]:
    """The sentences of a source that only less sure agreements have, each with the likeliest: they may well stand in
    this source alone.
    """
    likeliest: dict[str, tuple[Passage, FindingView]] = {}
    for found in sorted(seen.less_sure, key=lambda one: -(one.probability or 0.0)):
        for passage in found.passages:
            if passage.source is source and passage.sentence.id not in shown:
                likeliest.setdefault(passage.sentence.id, (passage, found))
    return [
        (
            *_line(passage),
            Run(" ("),
            Run(found.finding.id, href=f"#{found.anchor}"),
            Run(f", {say.confidence(found.probability)})", quiet=True),
        )
        for passage, found in sorted(likeliest.values(), key=lambda both: both[0].number)
    ]


def _alone(found: FindingView, say: Words) -> Runs:
    """Its passages on one line, equal words once; those of another source, which an editor may have called one-sided
    with it, say whose they are.
    """
    runs: Runs = (Run(anchor=found.anchor),)
    told: dict[tuple[int, str], list[Passage]] = {}
    for passage in found.passages:
        told.setdefault((passage.source.index, " ".join(passage.sentence.text.split())), []).append(passage)
    for place, same in enumerate(told.values()):
        other = same[0].source is not found.passages[0].source
        runs += (*((Run(" "),) if place else ()), *((Run(f"{same[0].source.label} ", strong=True),) if other else ()))
        runs += _line(*same)
    if found.decision:
        for block in _decision(found, say):
            runs += (Run(" "), *block.runs) if isinstance(block, Paragraph) else ()
    return runs


def _line(passage: Passage, *again: Passage) -> Runs:
    """The number of a passage, those of others in the same words, and the words."""
    return (*join([(number(one),) for one in (passage, *again)]), Run(". "), *quote_words(passage))


def quote_words(passage: Passage) -> Runs:
    """The words of a passage alone, at one line's length."""
    return text(shorten(passage.sentence.text, 220))


def dismissed(seen: View, say: Words) -> list[Block]:
    """Findings that an editor set aside, folded."""
    found = seen.of(DISMISSED)
    if not found:
        return []
    cards = tuple(_full(one, say) for one in found)
    summary = text(say.count("count.dismissed", len(found)))
    return [heading(say, DISMISSED), Details(summary, cards)]
