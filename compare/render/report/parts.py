"""Pieces that several parts of the report are made of."""

from __future__ import annotations

from compare.render.document import Block, Bullets, Details, Heading, Quote, Quotes, Run, Runs, Table, text
from compare.render.excerpt import LIMIT, excerpt, marks_in
from compare.render.labels import Words
from compare.render.view import FindingView, Passage, Source

COUNT = 8  # items shown before the rest is folded


def heading(say: Words, name: str, level: int = 2) -> Heading:
    """A section's heading with its anchor."""
    return Heading(level, (Run(say.say(f"section.{name}"), anchor=name),))


def where(passage: Passage, say: Words) -> Run:
    """A link to a sentence in the full text: "sentence 3"."""
    return Run(say.say("sentence", n=passage.number), href=f"#{passage.anchor}")


def number(passage: Passage) -> Run:
    """The same as a bare number."""
    return Run(str(passage.number), href=f"#{passage.anchor}")


def quote(
    passage: Passage, say: Words, also: tuple[Passage, ...] = (), limit: int = LIMIT, around: int | None = None
) -> Quote:
    """A passage with its source and place; ``also`` are further sentences of that source, as links.

    A long sentence without clashing words is cut around the offset ``around``, from its beginning where there is none.
    """
    who: tuple[Run, ...] = (Run(passage.source.label, strong=True), Run(", "), where(passage, say))
    for one in also:
        who += (Run(", "), number(one))
    marks = marks_in(passage.clashes, passage.sentence.start)
    if not marks and around is not None:
        marks = ((around, around),)
    return Quote(who, excerpt(passage.sentence.text, marks, limit), passage.source.article.language)


def quotes(passages: list[Passage], say: Words) -> Quotes:
    """Passages one under the other; a sentence that its article repeats stands once, with both places."""
    groups: dict[tuple[int, str], list[Passage]] = {}
    for one in passages:
        groups.setdefault((one.source.index, " ".join(one.sentence.text.split())), []).append(one)
    return Quotes(tuple(quote(first, say, tuple(again)) for first, *again in groups.values()))


def labels(sources: tuple[Source, ...], say: Words) -> str:
    """Names of sources in a row."""
    return say.listing(tuple(one.label for one in sources))


def brief(found: FindingView, limit: int = 110) -> str:
    """A finding in a few words: its summary, unless that only says what clashes; then its shortest passage."""
    words = found.finding.summary
    if not words.strip() or words in {one.note for one in found.differences}:
        words = min((one.sentence.text for one in found.passages), key=len, default=words)
    return shorten(words, limit)


def shorten(words: str, limit: int) -> str:
    """Words cut at a word's end, with "…" where something is missing."""
    return "".join(one.text for one in excerpt(" ".join(words.split()), (), limit))


def folded_table(head: tuple[Runs, ...], rows: list[tuple[Runs, ...]], say: Words, shown: int) -> list[Block]:
    """A table whose rows beyond ``shown`` are folded away."""
    if len(rows) <= shown + 2:
        return [Table(head, tuple(rows))] if rows else []
    rest = Details(text(say.say("and_more", n=len(rows) - shown)), (Table(head, tuple(rows[shown:])),))
    return [Table(head, tuple(rows[:shown])), rest]


def folded_list(items: list[Runs], say: Words, shown: int = COUNT) -> list[Block]:
    """A list whose items beyond ``shown`` are folded away."""
    if len(items) <= shown + 2:
        return [Bullets(tuple(items))] if items else []
    rest = Details(text(say.say("and_more", n=len(items) - shown)), (Bullets(tuple(items[shown:])),))
    return [Bullets(tuple(items[:shown])), rest]
