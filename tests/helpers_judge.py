"""Two one-sentence articles through the real claims, judged as a link."""

from __future__ import annotations

from datetime import datetime

from compare.claims import extract_all
from compare.judge import EventContext, Side, event_context
from compare.judge.sides import Pair, make_pair
from compare.judge.verdict import judge
from compare.judge.weighing import load_weighing
from compare.types import Article, Difference, Relation, Sentence


def article(name: str, text: str, published: datetime | None = None, language: str = "") -> Article:
    """An article of one sentence, in English where it has no letter of another script and no language is given."""
    language = language or ("en" if text.isascii() else "vi")
    sentence = Sentence(f"{name}.s1", 0, len(text), text)
    return Article(
        name, text, source=f"Báo {name.upper()}", published=published, language=language, sentences=(sentence,)
    )


def sides(left: Article, right: Article) -> tuple[Side, Side, EventContext]:
    """Both articles as sides of a link, with what the event says."""
    claims = extract_all((left, right))
    first, second = (Side(one, one.sentences[0], own) for one, own in zip((left, right), claims, strict=True))
    return first, second, event_context((left, right), claims)


def link(left: Article, right: Article) -> Pair:
    """The pair that a check works on."""
    first, second, context = sides(left, right)
    return make_pair(first, second, 0.95, context, load_weighing().words)


def judged(
    left: str | Article, right: str | Article, language: str = "en", probability: float = 0.95
) -> tuple[Relation, tuple[Difference, ...]]:
    """Relation and differences of two sentences (or one-sentence articles)."""
    first = left if isinstance(left, Article) else article("a", left)
    second = right if isinstance(right, Article) else article("b", right)
    one, other, context = sides(first, second)
    return judge(one, other, probability, language=language, context=context)
