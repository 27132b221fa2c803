"""The same thing, person or organisation under different names: only differences that tell an editor something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from compare.framing.cues import Thing, cues, find, plain
from compare.framing.story import Story
from compare.types import Name, Naming

MOST = 12
SHOWN = 4
# A word is an article's own choice against another's when it makes up at most this share of the other's mentions.
RARE = 1 / 3
TOKEN = re.compile(r"\w+")
CAPITAL = r"[^\W\d_a-zà-ỹ][\w-]*"
FOLLOWING_NAME = re.compile(rf"\s+({CAPITAL}(?:\s{CAPITAL}){{0,2}})")

Mentions = Mapping[str, Counter[str]]


def naming(stories: Sequence[Story]) -> tuple[Naming, ...]:
    """Things that the articles call by different words, then people and organisations they spell or style differently.

    ``variants`` holds a row for each article that names the thing at all. At most a dozen, the most mentioned first.
    """
    found = [*_things(stories), *_names(stories)]
    found.sort(key=lambda one: -_mentions(one))
    return tuple(found[:MOST])


def _things(stories: Sequence[Story]) -> Iterator[Naming]:
    for language in sorted({told.article.language for told in stories}):
        same = [told for told in stories if told.article.language == language]
        for thing in cues(language).things:
            counts: dict[str, dict[str, Counter[str]]] = {}
            for told in same:
                for name, word in _called(told, thing):
                    counts.setdefault(name, {}).setdefault(told.article.id, Counter())[word] += 1
            for name, articles in counts.items():
                if _differ(articles, thing.telling):
                    yield _row(f"{thing.name} {name}".strip(), articles)


def _called(told: Story, thing: Thing) -> Iterator[tuple[str, str]]:
    """The article's own words for a thing, outside quotation, each with the name that follows where one is wanted."""
    text = told.article.text
    for sentence in told.article.sentences:
        for span in find(thing.pattern, thing.innocent, text, sentence.start, sentence.end):
            follows = FOLLOWING_NAME.match(text, span.end, sentence.end) if thing.before_name else None
            if not told.quoted(span.start, span.end) and bool(follows) == thing.before_name:
                yield (follows.group(1) if follows else ""), plain(span.text)


def _differ(counts: Mapping[str, Counter[str]], telling: frozenset[str]) -> bool:
    """Whether two articles prefer different words, each rare with the other, and one of them tells."""
    mains = {article: one.most_common(1)[0][0] for article, one in counts.items()}
    for left, left_main in mains.items():
        for right, right_main in mains.items():
            strangers = _rare(counts[right], left_main) and _rare(counts[left], right_main)
            apart = left_main not in right_main and right_main not in left_main
            if apart and strangers and {left_main, right_main} & telling:
                return True
    return False


def _rare(counts: Counter[str], word: str) -> bool:
    return counts[word] <= RARE * counts.total()


def _names(stories: Sequence[Story]) -> Iterator[Naming]:
    """People and organisations, by the canonical name that extraction gave them."""
    mentions: dict[str, dict[str, list[Name]]] = {}
    for told in stories:
        for name in _mentioned(told):
            mentions.setdefault(name.canonical, {}).setdefault(told.article.id, []).append(name)
    languages = {told.article.id: told.article.language for told in stories}
    for canonical, articles in mentions.items():
        spelled = {article: Counter(_surface(name) for name in names) for article, names in articles.items()}
        if len(articles) > 1 and _spelled_differently([_fullest(one) for one in spelled.values()]):
            yield _row(canonical, spelled)
        elif len(articles) > 1 and _styled_differently(articles, languages):
            yield _row(canonical, {key: Counter(_styled(name) for name in names) for key, names in articles.items()})


def _mentioned(told: Story) -> list[Name]:
    """Each mention of a person or organisation once, in order, outside quotation."""
    found = {
        (name.span.start, name.span.end): name
        for claim in told.claims
        for name in claim.names
        if name.kind in {"person", "organisation"} and not told.quoted(name.span.start, name.span.end)
    }
    return [found[place] for place in sorted(found)]


def _fullest(counts: Counter[str]) -> str:
    return max(counts, key=lambda one: (len(TOKEN.findall(one)), counts[one], one))


def _spelled_differently(fullest: Sequence[str]) -> bool:
    """Whether two full forms share a word yet neither is contained in the other: "Mohammed Ali", "Mohamed Ali"."""
    sets = [frozenset(TOKEN.findall(one.casefold())) for one in fullest]
    return any(
        left & right and len(left) == len(right) and len(left - right) == 1 and _alike(left, right)
        for place, left in enumerate(sets)
        for right in sets[place + 1 :]
    )


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the one word in which two names differ begins alike, so that it is a spelling and not another name."""
    (one,), (other,) = left - right, right - left
    return one[:2] == other[:2] and min(len(one), len(other)) > 2


def _styled_differently(articles: Mapping[str, list[Name]], languages: Mapping[str, str]) -> bool:
    """Whether one article sets a coloured title before the name and another, with a title, does not."""
    coloured = {
        article: any(plain(name.title) in cues(languages[article]).coloured_titles for name in names)
        for article, names in articles.items()
        if any(name.title for name in names)
    }
    return len(set(coloured.values())) == 2


def _surface(name: Name) -> str:
    return " ".join(name.span.text.split())


def _styled(name: Name) -> str:
    surface = _surface(name)
    title = " ".join(name.title.split())
    return surface if not title or surface.casefold().startswith(title.casefold()) else f"{title} {surface}"


def _row(thing: str, counts: Mentions) -> Naming:
    return Naming(thing, tuple((article, tuple(one.most_common(SHOWN))) for article, one in counts.items()))


def _mentions(one: Naming) -> int:
    return sum(count for _, variants in one.variants for _, count in variants)
