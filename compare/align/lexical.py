"""Word overlap between sentences, weighted by how rare a word is within the event."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz, process

from compare.align.matrices import Matrix, both_ways, incidence, outer, ratio

END = ""  # no word: it stands behind every sentence
WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one sentence, lower case, in order.

    ``words`` are all words (Vietnamese: syllables) and figures; ``plain`` those written small, ``capital`` those
    written
    with a capital inside the sentence, ``figures`` the numbers; ``pairs`` are neighbouring words, ``plain_pairs`` those
    of two plain words: what is said, apart from who and how much.
    """

    words: tuple[str, ...]
    plain: tuple[str, ...]
    capital: tuple[str, ...]
    figures: tuple[str, ...]
    pairs: tuple[str, ...]
    plain_pairs: tuple[str, ...]


def words(text: str) -> list[str]:
    """Lower-case words (Vietnamese: syllables) and figures of a text, in order."""
    return [word.lower() for word in WORD.findall(text)]


def terms(text: str) -> Terms:
    """The terms of a sentence; its first word counts as plain, since every sentence starts with a capital."""
    found = [(match.group().lower(), _sort(match.group(), first=not number)) for number, match in _numbered(text)]
    neighbours = list(pairwise(found))
    return Terms(
        words=tuple(word for word, _ in found),
        plain=tuple(word for word, sort in found if sort == "plain"),
        capital=tuple(word for word, sort in found if sort == "capital"),
        figures=tuple(word for word, sort in found if sort == "figure"),
        pairs=tuple(f"{a} {b}" for (a, _), (b, _) in neighbours),
        plain_pairs=tuple(f"{a} {b}" for (a, x), (b, y) in neighbours if x == y == "plain"),
    )


def _numbered(text: str) -> Iterable[tuple[int, re.Match[str]]]:
    return enumerate(WORD.finditer(text))


def _sort(word: str, *, first: bool) -> str:
    if word[0].isdigit():
        return "figure"
    return "capital" if word[0].isupper() and not first else "plain"


def rarity(sentences: Iterable[Sequence[str]]) -> dict[str, float]:
    """Inverse document frequency of each term over all sentences of an event."""
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        counts.update(set(sentence))
        total += 1
    return {word: math.log((total + 1) / (count + 0.5)) for word, count in counts.items()}


def lexical_signals(
    left: Sequence[Terms], right: Sequence[Terms], event: Mapping[str, float], news: Mapping[str, float]
) -> dict[str, Matrix]:
    """Named (n, m) signals of shared words, word pairs and fuzzy word sets.

    ``event`` is the rarity of each word and pair within the event, ``news`` that in the news at large: a word that is
    rare in both says most about which sentences belong together.
    """
    signals = _overlap([one.words for one in left], [one.words for one in right], event, "event_word")
    for name in ("words", "plain", "capital", "figures", "pairs", "plain_pairs"):
        rows, columns = [getattr(one, name) for one in left], [getattr(one, name) for one in right]
        both = {term: event[term] * news[term] for row in (*rows, *columns) for term in row}
        signals |= _overlap(rows, columns, news, f"news_{name}")
        signals |= _overlap(rows, columns, both, name)
    left_words, right_words = [one.words for one in left], [one.words for one in right]
    signals["fuzzy_words"] = _fuzzy(left_words, right_words)
    signals["shared_run"] = _longest_shared_run(left_words, right_words, event)
    return signals


def _overlap(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], weights: Mapping[str, float], name: str
) -> dict[str, Matrix]:
    """Cosine, shared weight and containment of weighted term sets."""
    vocabulary = {term: number for number, term in enumerate(sorted({t for row in (*left, *right) for t in row}))}
    weight = np.array([weights[term] for term in vocabulary], dtype=float)
    rows, columns = incidence(left, vocabulary), incidence(right, vocabulary)
    shared = (rows * weight) @ columns.T
    left_total, right_total = rows @ weight, columns @ weight
    norm = np.sqrt(outer(np.multiply, rows @ weight**2, columns @ weight**2))
    cosine = ratio((rows * weight**2) @ columns.T, norm)
    return {
        f"{name}_cosine": cosine,
        f"{name}_shared": shared,
        **both_ways(
            f"{name}_contained",
            ratio(shared, np.broadcast_to(left_total[:, None], shared.shape)),
            ratio(shared, np.broadcast_to(right_total[None, :], shared.shape)),
        ),
    }


def _fuzzy(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> Matrix:
    """Rapidfuzz's token-set ratio, from 0 to 1."""
    scores = process.cdist(
        [" ".join(one) for one in left], [" ".join(one) for one in right], scorer=fuzz.token_set_ratio
    )
    return np.asarray(scores, dtype=float) / 100.0


def _longest_shared_run(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> Matrix:
    """Weight of the heaviest run of consecutive words that both sentences hold.

    One dynamic programme over both articles, row by row: a cell is the weight of the run that ends on its two words.
    Each sentence is followed by a word that occurs nowhere else, so no run crosses a boundary.
    """
    columns = 0
    owners: list[int] = []
    found: dict[str, list[int]] = {}
    for number, sentence in enumerate(right):
        for column, word in enumerate(sentence, start=columns):
            found.setdefault(word, []).append(column)
        columns += len(sentence) + 1
        owners += [number] * (len(sentence) + 1)
    places = {word: np.array(own) for word, own in found.items()}
    home = np.array(owners, dtype=np.int64)
    heaviest = np.zeros((len(left), len(right)))
    runs, nowhere = np.zeros(columns + 1), np.zeros(0, np.int64)
    former = nowhere
    for number, sentence in enumerate(left):
        for word in (*sentence, END):
            same = places.get(word, nowhere)
            ending = runs[same] + weights.get(word, 0.0)
            runs[former + 1] = 0.0
            runs[same + 1] = ending
            np.maximum.at(heaviest[number], home[same], ending)
            former = same
    return heaviest
