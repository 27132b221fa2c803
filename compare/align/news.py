"""How rare words and word pairs are in the news at large; counted by ``training/scorer/rarity.py``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

COUNTED = ("vi", "en")


class Rarity(dict[str, float]):
    """Inverse document frequency by term; a term that was not counted is as rare as the rarest one of its length."""

    def __init__(self, known: dict[str, float]) -> None:
        super().__init__(known)
        self.rarest_word = max((weight for term, weight in known.items() if " " not in term), default=1.0)
        self.rarest_pair = max((weight for term, weight in known.items() if " " in term), default=1.0)

    def __missing__(self, term: str) -> float:
        return self.rarest_pair if " " in term else self.rarest_word


def news_rarity(languages: Iterable[str]) -> Rarity:
    """The table for articles in these languages; a term of several languages counts as in its commonest one."""
    return _merged(tuple(sorted({language for language in languages if language in COUNTED} or {"en"})))


@cache
def _merged(languages: tuple[str, ...]) -> Rarity:
    merged = dict(_table(languages[0]))
    for language in languages[1:]:
        for term, weight in _table(language).items():
            merged[term] = min(weight, merged.get(term, weight))
    return Rarity(merged)


@cache
def _table(language: str) -> dict[str, float]:
    text = files("compare.data").joinpath("rarity", f"{language}.tsv").read_text(encoding="utf-8")
    table = {}
    for line in text.splitlines():
        tenths, *terms = line.split("\t")
        table.update(dict.fromkeys(terms, int(tenths) / 10))
    return table
