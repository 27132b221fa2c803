"""What an article puts first and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, pairwise

from compare.framing.passage import WORD
from compare.types import Article, Finding, Link, Sentence

FIRST_SENTENCES = 3
MOST_LEFT_OUT = 5
# A fragment of fewer words (a caption, a name) leads no story and is not missed in one.
FEWEST_WORDS = 6
# With more commas to a word than this it is a list (a line-up, a table row), neither a lead nor missed.
LISTED = 1 / 3
# An article that has this share of a sentence's pairs of neighbouring words tells it too likely to be called silent.
TOLD = 0.4
# From this probability of a link on an article may tell a sentence, and is not called silent.
MAYBE = 0.1

Probability = Callable[[str, str], float]


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


def left_out(
    article: Article,
    articles: Sequence[Article],
    findings: Sequence[Finding],
    links: Sequence[Link],
    probability: Probability,
) -> tuple[str, ...]:
    """Ids of the weightiest findings that other articles carry and this one does not, at most five.

    A finding is not missing when one of its sentences is linked to the article, shares a finding with it, stands there
    or in its headline in much the same words, or may well be told by one of its sentences.
    """
    told, pairs = _told(article, findings, links), _pairs(f"{article.title}\n{article.text}")
    words = {one.id: one.text for other in articles for one in other.sentences}
    untold = [
        one
        for one in findings
        if not told & set(one.sentences)
        and _full(one.summary)
        and not any(_worded(words.get(name, ""), pairs) for name in one.sentences)
    ]
    untold.sort(key=lambda one: -one.salience)
    missing = (
        one
        for one in untold
        if not any(probability(own.id, name) >= MAYBE for own in article.sentences for name in one.sentences)
    )
    return tuple(one.id for one in islice(missing, MOST_LEFT_OUT))


def _told(article: Article, findings: Sequence[Finding], links: Sequence[Link]) -> set[str]:
    """The article's sentences, and those of others that a link or a finding ties to one of them."""
    own = {sentence.id for sentence in article.sentences}
    ties = [{one.left, one.right} for one in links] + [set(one.sentences) for one in findings]
    return own.union(*(tie for tie in ties if own & tie))


def _worded(text: str, pairs: set[tuple[str, str]]) -> bool:
    """Whether most of a sentence's words stand in an article; pairs, since a syllable alone is hardly a word."""
    wanted = _pairs(text)
    return bool(wanted) and len(wanted & pairs) >= TOLD * len(wanted)


def _pairs(text: str) -> set[tuple[str, str]]:
    """Neighbouring words, each pair once."""
    return set(pairwise(WORD.findall(text.casefold())))


def _full_sentences(article: Article) -> list[Sentence]:
    return [one for one in article.sentences if _full(one.text)]


def _full(text: str) -> bool:
    """Whether words are more than a fragment or a list of names or figures."""
    size = len(text.split())
    return size >= FEWEST_WORDS and text.count(",") + text.count(";") < LISTED * size
