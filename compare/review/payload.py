"""What the page is told: the review as plain JSON values. Every word of an article is text here, never markup."""

from __future__ import annotations

from typing import Any

from compare.render.document import clean
from compare.render.labels import Words, words
from compare.render.links import address
from compare.render.report.parts import brief, shorten
from compare.render.view import FindingView, Passage, Source, view
from compare.review.desk import Desk
from compare.review.state import Agreement, Orphan, Review, Word, agreement, at_odds, progress
from compare.review.text import paragraphs
from compare.review.verdicts import moment

Record = dict[str, Any]


def whole(desk: Desk, language: str) -> Record:
    """Everything that the page shows."""
    state = desk.state()
    told = {name: standings(state, name, desk) for name in state.subjects}
    return {**_lasting(desk, state, language), "words": told, **summary(desk, state)}


def _lasting(desk: Desk, state: Review, language: str) -> Record:
    """What no decision changes, kept at the desk until the findings themselves change."""
    kept = desk.kept.get(language)
    if kept is not None and kept[0] is state.comparison:
        return kept[1]
    say = words(language)
    seen = view(state.comparison)
    record = {
        "title": clean(state.comparison.title) or say.say("default_title", n=len(seen.sources)),
        "editor": clean(desk.editor),
        "sources": [_source(one, say) for one in seen.sources],
        "texts": [paragraphs(one.article, say) for one in seen.sources],
        "findings": [_finding(one, state, say) for one in seen.findings],
    }
    desk.kept[language] = (state.comparison, record)
    return record


def summary(desk: Desk, state: Review) -> Record:
    """What changes with every decision: progress, what can be undone, agreement, orphans."""
    done, total = progress(state, desk.editor)
    stacks = desk.stacks()
    return {
        "place": desk.place(),
        "done": done,
        "total": total,
        "undo": len(stacks.undo),
        "redo": len(stacks.redo),
        "agreement": [_agreement(one) for one in agreement(state)],
        "orphans": [_orphan(one) for one in state.orphans],
    }


def changed(desk: Desk, since: int) -> Record:
    """What the log gained beyond a place: the findings ``touched``, or ``reload`` where more than words changed."""
    state = desk.state()
    record = summary(desk, state)
    fresh = [one for one in desk.entries() if one.seq > since]
    names = {subject.key: name for name, subject in state.subjects.items()}
    if any(one.subject.key not in names for one in fresh):
        return {**record, "reload": True}
    touched = list(dict.fromkeys(names[one.subject.key] for one in fresh))
    return {**record, "touched": touched, "words": {name: standings(state, name, desk) for name in touched}}


def standings(state: Review, finding: str, desk: Desk) -> Record:
    """What this editor and the others say of a finding; ``seen`` is the place of this editor's last entry on it."""
    own = state.words.get(finding, ())
    mine = next((one for one in own if one.editor == desk.editor), None)
    return {
        "mine": _word(mine) if mine else None,
        "others": [_word(one) for one in own if one is not mine],
        "odds": at_odds(own),
        "seen": desk.last((desk.editor, state.subjects[finding].key)),
    }


def _word(word: Word) -> Record:
    return {
        "editor": clean(word.editor),
        "state": word.value.state,
        "verdict": word.value.verdict,
        "note": word.value.note,
        "outcome": word.outcome,
        "when": moment(word.entry.at),
        "changes": list(word.changes),
        "was": word.entry.after.state if word.entry.after else "",
        "then": word.entry.subject.verdict,
        "edited": word.edited,
        "done": word.done,
    }


def _source(source: Source, say: Words) -> Record:
    article = source.article
    return {
        "id": article.id,
        "label": clean(source.label),
        "title": clean(article.title),
        "url": _web(article.url),
        "publisher": clean(article.publisher),
        "published": say.date(article.published) if article.published else "",
        "language": article.language if article.language.isascii() and article.language.isalpha() else "",
    }


def _web(url: str) -> str:
    found = address(url)
    return found if found and not found.startswith("#") else ""


def _finding(found: FindingView, state: Review, say: Words) -> Record:
    return {
        "id": found.finding.id,
        "name": clean(found.finding.id),
        "verdict": found.finding.verdict,
        "title": title(found, say),
        "kinds": list(found.kinds),
        "sources": sorted({one.source.index - 1 for one in found.passages}),
        "confidence": say.confidence(found.probability, "whole"),
        "reasons": [clean(one) for one in found.reasons],
        "origins": [
            clean(say.say(f"finding.{key}", sources=say.listing(one)))
            for key, groups in (("shared_origin", found.origins), ("same_words", found.copied))
            for one in groups
        ],
        "hand": clean(state.by_hand.get(found.finding.id, "")),
        "linked": bool(found.finding.links),
        "passages": [_passage(one) for one in found.passages],
    }


def title(found: FindingView, say: Words) -> str:
    """A finding in one line: its kind and versions, else a few words of it."""
    if not found.slots:
        return clean(brief(found))
    slot = found.slots[0]
    versions = say.say("finding.against").join(
        say.say("finding.version", text=shorten(one.text, 60), who=", ".join(one.holders[:2]))
        for one in slot.versions[:4]
    )
    return clean(f"{say.name('kind', slot.kind)}: {versions}")


def _passage(passage: Passage) -> Record:
    return {
        "sentence": passage.sentence.id,
        "source": passage.source.index - 1,
        "number": passage.number,
        "pieces": _pieces(passage),
    }


def _pieces(passage: Passage) -> list[list[Any]]:
    """The passage's words in a row, each with whether it clashes."""
    start, text = passage.sentence.start, passage.sentence.text
    place = 0
    pieces: list[list[Any]] = []
    for one in passage.clashes:
        first, last = max(one.start - start, place), one.end - start
        pieces += [[clean(text[place:first]), False], [clean(text[first:last]), True]]
        place = max(place, last)
    pieces.append([clean(text[place:]), False])
    return [one for one in pieces if one[0]]


def _agreement(one: Agreement) -> Record:
    return {"editors": list(one.editors), "both": one.both, "alike": one.alike, "apart": list(one.apart)}


def _orphan(one: Orphan) -> Record:
    after = one.entry.after
    return {
        "editor": clean(one.entry.editor),
        "topic": one.entry.subject.topic,
        "state": after.state if after else "",
        "verdict": (after.verdict if after else "") or one.entry.subject.verdict,
        "note": after.note if after else "",
        "when": moment(one.entry.at),
        "reason": one.reason,
        "passages": [[clean(p.source or p.article), clean(p.words)] for p in one.entry.subject.passages],
    }
