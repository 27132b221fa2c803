"""How each source tells it: headline, lead, wording, names, voices, order, contrasts; words shown, not judged."""

from __future__ import annotations

from collections.abc import Sequence

from compare.render.document import Block, Bullets, Details, Heading, Paragraph, Run, Runs, Table, join, text
from compare.render.excerpt import excerpt, marks_in
from compare.render.labels import Words
from compare.render.origins import common_origin
from compare.render.report.parts import folded_list, folded_table, heading, number, shorten
from compare.render.view import FindingView, Source, View
from compare.types import Contrast, SourceFraming, Span, Voice, Wording

_WORDS = 14
_VOICES = 10
_FINDINGS = 3
_WHOLE = 6  # words; a shorter line ("Thẻ đỏ:") says nothing by itself
_QUOTED = 90  # characters of a sentence that leads or is missing
_BESIDE = 110  # characters of each side of a contrast
_Pairs = list[tuple[Source, SourceFraming]]


def framing(seen: View, say: Words) -> list[Block]:
    """The whole framing section, without the parts that have nothing to show."""
    pairs = [
        (source, one) for one in seen.comparison.framing.sources if (source := seen.source(one.article)) is not None
    ]
    blocks: list[Block] = [
        *_same_origin(seen, say),
        *_openings(pairs, say),
        *_contrasts(seen, say),
        *_naming(seen, say),
        *_wording(seen, pairs, say),
        *_voices(seen, pairs, say),
        *_order(seen, pairs, say),
    ]
    return [heading(say, "framing"), *(blocks or [Paragraph(text(say.say("framing.nothing")))])]


def _head(say: Words, name: str) -> Heading:
    return Heading(3, text(say.say(f"framing.{name}")))


def _table(say: Words, name: str, columns: tuple[str, ...], rows: Sequence[tuple[Runs, ...]]) -> list[Block]:
    """A part with a table by source; left out when no row has a word beyond the source's name."""
    if not any(run.text for row in rows for cell in row[1:] for run in cell):
        return []
    head = (text(say.say("sources.source")), *(text(say.say(f"framing.{one}")) for one in columns))
    return [_head(say, name), Table(head, tuple(rows))]


def _label(source: Source) -> Runs:
    return (Run(source.label, strong=True),)


def _same_origin(seen: View, say: Words) -> list[Block]:
    lines = []
    for group in seen.comparison.framing.same_origin:
        members = [one for one in seen.sources if one.article.id in group]
        kind, name = common_origin([one.article for one in members])
        lines.append(
            say.say(f"framing.origin_{kind}", sources=say.listing(tuple(one.label for one in members)), name=name)
        )
    return [Paragraph(text(" ".join(lines)))] if lines else []


def _openings(pairs: _Pairs, say: Words) -> list[Block]:
    rows = [
        (_label(source), text(shorten(one.headline, 200) or "–"), text(shorten(one.lead, 320))) for source, one in pairs
    ]
    return _table(say, "openings", ("headline", "lead"), rows)


def _wording(seen: View, pairs: _Pairs, say: Words) -> list[Block]:
    rows = [
        (_label(source), _expressions(seen, one.loaded, say), _expressions(seen, one.hedged, say))
        for source, one in pairs
    ]
    return _table(say, "wording", ("loaded", "hedged"), rows)


def _expressions(seen: View, found: tuple[Wording, ...], say: Words) -> Runs:
    """Each expression once, with the numbers of its sentences; the most frequent first."""
    groups: dict[str, list[Wording]] = {}
    for one in found:
        groups.setdefault(" ".join(one.span.text.casefold().split()), []).append(one)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].span.start))
    parts: list[Runs] = []
    for group in ordered[:_WORDS]:
        quoted = Run(say.say("quote", text=shorten(group[0].span.text, 80)))
        parts.append((quoted, Run(" ("), *join(_places(seen, group, say)), Run(")")))
    if len(ordered) > _WORDS:
        parts.append(text(say.say("and_more", n=len(ordered) - _WORDS)))
    return join(parts)


def _places(seen: View, group: list[Wording], say: Words) -> list[Runs]:
    """Each sentence of some wordings once; a wording that stands in none is the headline's."""
    known = dict.fromkeys(seen.places.get(one.sentence) for one in group)
    return [(number(one),) if one else text(say.say("framing.in_headline")) for one in known]


def _naming(seen: View, say: Words) -> list[Block]:
    head = (text(say.say("framing.thing")), *(_label(one) for one in seen.sources))
    rows: list[tuple[Runs, ...]] = []
    for naming in seen.comparison.framing.naming:
        variants = dict(naming.variants)
        cells = [_names(variants.get(one.article.id, ()), say) for one in seen.sources]
        rows.append((text(shorten(naming.thing, 80)), *cells))
    return [_head(say, "naming"), *folded_table(head, rows, say, 12)] if rows else []


def _names(names: tuple[tuple[str, int], ...], say: Words) -> Runs:
    shown = sorted(names, key=lambda one: -one[1])
    return text(
        ", ".join(say.say("times", text=shorten(name, 60), n=n) if n > 1 else shorten(name, 60) for name, n in shown)
    )


def _voices(seen: View, pairs: _Pairs, say: Words) -> list[Block]:
    rows = [
        (_label(source), _speakers(seen, one.voices, say), text(say.share(one.quoted_share) if one.voices else ""))
        for source, one in pairs
    ]
    return _table(say, "voices", ("voices_heard", "quoted_share"), rows)


def _speakers(seen: View, voices: tuple[Voice, ...], say: Words) -> Runs:
    ordered = sorted(voices, key=lambda one: (-one.quoted_characters, -len(one.sentences)))
    parts = [_voice(seen, one, say) for one in ordered[:_VOICES]]
    if len(ordered) > _VOICES:
        parts.append(text(say.say("and_more", n=len(ordered) - _VOICES)))
    return join(parts)


def _voice(seen: View, voice: Voice, say: Words) -> Runs:
    """A name, the sentences that carry its words, and how much of them is quoted."""
    name = Run(shorten(voice.name, 80) or say.say("framing.nameless"))
    places = join([(number(seen.places[one]),) for one in voice.sentences])
    quoted = say.say("framing.quoted", n=voice.quoted_characters) if voice.quoted_characters else ""
    return (name, Run(" ("), *places, Run(f"; {quoted})" if places and quoted else f"{quoted})"))


def _order(seen: View, pairs: _Pairs, say: Words) -> list[Block]:
    items: list[Runs] = []
    for source, one in pairs:
        for name, shown in (("leads", _leading(seen, source, one.leads)), ("left_out", _missing(seen, one.left_out))):
            if shown:
                items.append((*_label(source), Run(f" {say.say(f'framing.{name}')}: "), *shown))
    listed: list[Block] = [Bullets(tuple(items))] if items else []
    if len(pairs) > 3 and items:
        listed = [Details(text(say.say("framing.by_source")), (Bullets(tuple(items)),))]
    return [_head(say, "order"), *listed] if items else []


def _leading(seen: View, source: Source, ids: tuple[str, ...]) -> Runs:
    """The source's own first sentences, each with the findings that it carries."""
    carried: dict[str, list[FindingView]] = {}
    for found in _found(seen, ids):
        own = [one.sentence for one in found.passages if one.source.index == source.index]
        if own:
            whole = next((one for one in own if len(one.text.split()) >= _WHOLE), own[0])
            carried.setdefault(whole.id, []).append(found)
    parts = [
        (*_links(found), Run(f" {shorten(seen.places[own].sentence.text, _QUOTED)}"))
        for own, found in list(carried.items())[:_FINDINGS]
    ]
    return join(parts, "; ")


def _links(found: list[FindingView]) -> Runs:
    """Links to the first few findings, the surer ones before the others."""
    first = sorted(found, key=lambda one: one.less_sure)[:_FINDINGS]
    return (*join([_link(one) for one in first]), *((Run(", …"),) if len(found) > len(first) else ()))


def _missing(seen: View, ids: tuple[str, ...]) -> Runs:
    """Findings by their shortest whole sentence, with the source whose words these are."""
    parts: list[Runs] = []
    for found in _found(seen, ids)[:_FINDINGS]:
        whole = [one for one in found.passages if len(one.sentence.text.split()) >= _WHOLE] or list(found.passages)
        if whole:
            shown = min(whole, key=lambda one: len(one.sentence.text))
            words = shorten(shown.sentence.text, _QUOTED).rstrip(".")
            parts.append((*_link(found), Run(f" {words} ("), *_label(shown.source), Run(")")))
    return join(parts, "; ")


def _found(seen: View, ids: tuple[str, ...]) -> list[FindingView]:
    return [one for name in ids if (one := seen.found(name)) is not None]


def _link(found: FindingView) -> Runs:
    return (Run(found.finding.id, href=f"#{found.anchor}"),)


def _contrasts(seen: View, say: Words) -> list[Block]:
    items = [_contrast(seen, one, say) for one in seen.comparison.framing.contrasts]
    return [_head(say, "contrasts"), *folded_list(items, say)] if items else []


def _contrast(seen: View, one: Contrast, say: Words) -> Runs:
    """Both wordings inside their sentences or headlines, then what sort of wording it is."""
    sides = [_side(seen, one.left_sentence, one.left, say), _side(seen, one.right_sentence, one.right, say)]
    known = all(any(run.mark or run.href for run in side) for side in sides)
    note = "" if known else " ".join(one.note.split())
    found = seen.found(one.finding)
    link: Runs = (Run(" "), Run(one.finding, href=f"#{found.anchor}")) if found else ()
    kind = Run(f" ({note.rstrip('.') or say.name('wording', one.category)})")
    return (*join(sides, say.say("finding.against")), kind, *link)


def _side(seen: View, name: str, span: Span, say: Words) -> Runs:
    """One wording. A headline has no sentence id: it is known by its words, or by its article's id."""
    place = seen.places.get(name)
    if place is not None:
        marks = marks_in((span,), place.sentence.start)
        return (*_label(place.source), Run(" "), number(place), Run(": "), *_beside(place.sentence.text, marks))
    holders = [
        one for one in seen.sources if name in ("", one.article.id) and span.text and span.text in one.article.title
    ]
    if not holders:
        return text(say.say("quote", text=shorten(span.text, 120)))
    title = holders[0].article.title
    start = title.index(span.text)
    labels = join([_label(one) for one in holders])
    head = Run(f" {say.say('framing.in_headline')}: ")
    return (*labels, head, *_beside(title, ((start, start + len(span.text)),)))


def _beside(words: str, marks: tuple[tuple[int, int], ...]) -> Runs:
    return excerpt(words, marks, _BESIDE)
