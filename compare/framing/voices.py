"""Whose words an article carries, and how much of it is direct quotation."""

from __future__ import annotations

from compare.framing.cues import cues, plain
from compare.framing.story import Story, direct_speech
from compare.types import Speaker, Voice

# More words than this are a clause, not somebody's name.
LONGEST = 12


def voices(told: Story) -> tuple[Voice, ...]:
    """Speakers of the article by how much they are quoted, then by how often, then by first appearance.

    A nameless speaker goes by the words the article uses ("các quan chức giấu tên"), but one told by an office alone by
    the name of its holder where the article has one ("Phó Thủ tướng").
    """
    sentences: dict[str, dict[str, None]] = {}
    quotes: dict[str, set[tuple[int, int]]] = {}
    holders = _holders(told)
    for claim in told.claims:
        if claim.speaker is None or not (name := _name(claim.speaker)) or _is_nobody(name, told.article.language):
            continue
        if not claim.speaker.name and len(known := holders.get(plain(name), set())) == 1:
            (name,) = known
        sentences.setdefault(name, {})[claim.sentence] = None
        if claim.quote is not None:
            quotes.setdefault(name, set()).add((claim.quote.start, claim.quote.end))
    found = [Voice(name, tuple(places), _union(quotes.get(name, set()))) for name, places in sentences.items()]
    return tuple(sorted(found, key=lambda one: (-one.quoted_characters, -len(one.sentences))))


def quoted_share(told: Story) -> float:
    """The share of the story's characters that stand in quotations of three words or more, 0 to 1."""
    total = sum(one.end - one.start for one in told.article.sentences)
    if not total:
        return 0.0
    spans = direct_speech(told.article.text, told.quotations)
    quoted = sum(
        max(0, min(end, one.end) - max(start, one.start)) for start, end in spans for one in told.article.sentences
    )
    return round(quoted / total, 4)


def _holders(told: Story) -> dict[str, set[str]]:
    """The people who hold each office in the article, by the words for it."""
    holders: dict[str, set[str]] = {}
    for claim in told.claims:
        for name in claim.names:
            if name.kind == "person" and " " in name.title:
                holders.setdefault(plain(name.title), set()).add(name.canonical)
    return holders


def _name(speaker: Speaker) -> str:
    name = speaker.name or (speaker.span.text if speaker.span else "")
    return " ".join(name.split()).removesuffix("’s").removesuffix("'s")


def _is_nobody(name: str, language: str) -> bool:
    """Whether extraction took something for a speaker that cannot be one: a pronoun, "thống kê", a clause."""
    lists = cues(language)
    return plain(name) in lists.no_voice or plain(name).startswith(lists.no_voice_start) or len(name.split()) > LONGEST


def _union(spans: set[tuple[int, int]]) -> int:
    """Characters covered by spans that may overlap."""
    covered = position = 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, position))
        position = max(position, end)
    return covered
