"""What an article puts first and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from compare.types import Article, Finding, Sentence

FIRST_SENTENCES = 3
MOST_LEFT_OUT = 5
# A fragment of fewer words (a caption, a name) leads no story and is not missed in one.
FEWEST_WORDS = 6


def lead(article: Article) -> str:
    """The first full sentence of the story; any first sentence where there is none."""
    opening = _full_sentences(article)
    first = next((one for one in opening if one.text.rstrip('"”’») ')[-1:] in ".!?…。"), None)
    chosen = first or (article.sentences[0] if article.sentences else None)
    return " ".join(chosen.text.split()) if chosen else ""


def leads(article: Article, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Ids of the findings that the first three full sentences carry, in the order of the story."""
    carried: dict[str, None] = {}
    for sentence in _full_sentences(article)[:FIRST_SENTENCES]:
        carried.update((one.id, None) for one in findings if sentence.id in one.sentences)
    return tuple(carried)


def left_out(article: Article, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Ids of the weightiest findings that other articles carry and this one does not, at most five."""
    own = {sentence.id for sentence in article.sentences}
    missing = [one for one in findings if not own & set(one.sentences) and len(one.summary.split()) >= FEWEST_WORDS]
    missing.sort(key=lambda one: -one.salience)
    return tuple(one.id for one in missing[:MOST_LEFT_OUT])


def _full_sentences(article: Article) -> list[Sentence]:
    return [one for one in article.sentences if len(one.text.split()) >= FEWEST_WORDS]
