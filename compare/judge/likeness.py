"""How much two articles of an event have in common as wholes: two accidents on two days share hardly a name or figure.

Articles on one event mostly tell of one happening, and then a clash of days is a conflict; where they tell of two, a
false link between sentences of one pattern ("khoảng 8 giờ ngày 12/6 ...") clashes as easily.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from compare.judge.words import Weights, words_of
from compare.types import Article, Quantity

NONE = -1.0
VIETNAMESE = "vi"
LEAST_SENTENCES = 3
MOST_SENTENCES = 4000  # of an event; the matrix of all their words would take a gigabyte


def share_of_fewer(left: frozenset[Any], right: frozenset[Any]) -> float:
    """Share of the fewer that the other holds too; -1 where there are none."""
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else NONE


def telling(figures: Iterable[Quantity]) -> Iterator[tuple[float, str]]:
    """Figures that two happenings hardly share by chance, with their units: of two digits or more."""
    for one in figures:
        if one.value is not None and (abs(one.value) >= 10 or one.value % 1):
            yield float(one.value), one.unit


def alike(articles: Sequence[Article], weights: Weights) -> Mapping[tuple[str, str], float]:
    """How alike the sentences of two articles are, by the ids of both in either order; very short ones do not tell.

    For each sentence of the article with fewer of them (of both, where they have as many) the cosine with the most
    alike one of the other, by its words and their rarity; the mean of these. The rarity is that of Vietnamese words.
    """
    articles = [one for one in articles if one.language == VIETNAMESE and len(one.sentences) >= LEAST_SENTENCES]
    if sum(len(article.sentences) for article in articles) > MOST_SENTENCES:
        return {}
    rows = [_row(sentence.text, weights) for article in articles for sentence in article.sentences]
    place = {form: number for number, form in enumerate(sorted({form for row in rows for form in row}))}
    matrix = np.zeros((len(rows), len(place)), dtype=np.float32)
    for number, row in enumerate(rows):
        for form, weight in row.items():
            matrix[number, place[form]] = weight**0.5
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(norms > 0, norms, 1.0)
    bounds = np.cumsum([0, *(len(article.sentences) for article in articles)])
    found: dict[tuple[str, str], float] = {}
    for i, left in enumerate(articles):
        for j, right in enumerate(articles[:i]):
            cosines = matrix[bounds[i] : bounds[i + 1]] @ matrix[bounds[j] : bounds[j + 1]].T
            rows_best, columns_best = float(cosines.max(axis=1).mean()), float(cosines.max(axis=0).mean())
            likeness = (rows_best + columns_best) / 2
            if len(left.sentences) != len(right.sentences):
                likeness = rows_best if len(left.sentences) < len(right.sentences) else columns_best
            found[left.id, right.id] = found[right.id, left.id] = round(likeness, 4)
    return found


def _row(text: str, weights: Weights) -> dict[str, float]:
    """The words of a sentence that are no figures, each once, with their weights."""
    return {word.form: weight for word in words_of(text) if (weight := weights.of(word.form)) > 0}
