"""What tells the teacher whether two sentences of an event share a proposition: the event itself.

The event's own word statistics say which words tell its sentences apart, and each sentence's best partners say how much
a similarity is worth. A static encoder sees none of this at run time; it learns it from the teacher's judgements.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Words:
    """What the features need to know of each token: `parts` (v, v) sparse, its syllables; `rarity`, `numeric` (v,)."""

    parts: Any
    rarity: np.ndarray
    numeric: np.ndarray


def build_words(pieces: list[str], parts: dict[int, list[int]], counts: np.ndarray) -> Words:
    """Tables over the vocabulary from its pieces, what compounds are made of, and token counts."""
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    pairs = [(whole, part) for whole in range(len(pieces)) for part in parts.get(whole, [whole])]
    own, made = np.array(pairs).T
    matrix = csr_matrix((np.ones(len(own), np.float32), (own, made)), shape=(len(pieces), len(pieces)))
    seen = counts @ matrix
    rarity = np.minimum(-np.log(np.maximum(seen, 20) / max(seen.sum(), 1)), 9.0) ** 0.75
    numeric = np.array([any(letter.isdigit() for letter in piece) for piece in pieces])
    return Words(matrix, rarity.astype(np.float32), numeric)


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows scaled to length one."""
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9))


def presence(tokens: list[np.ndarray], words: Words) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(syllables present (n, s), which tokens those s are, tokens present (n, t)), each 0 or 1."""
    from scipy.sparse import csr_matrix

    flat = np.concatenate(tokens).astype(np.int64)
    bounds = np.concatenate([[0], np.cumsum([len(one) for one in tokens])])
    size = words.parts.shape[0]
    whole = csr_matrix((np.ones(len(flat), np.float32), flat, bounds), shape=(len(tokens), size))
    syllables = whole @ words.parts
    columns, units = np.unique(syllables.indices), np.unique(whole.indices)
    present = np.minimum(np.asarray(syllables[:, columns].todense()), 1)
    return present, columns, np.minimum(np.asarray(whole[:, units].todense()), 1)


def telling(present: np.ndarray) -> np.ndarray:
    """Weight of each word within the event: rare in the event is telling."""
    return np.asarray(np.log((len(present) + 1) / (present.sum(0) + 1)) + 0.5)


def similarities(tokens: list[np.ndarray], vectors: np.ndarray, words: Words) -> list[np.ndarray]:
    """Matrices (n, n) that compare two sentences: words, words by the event, containment, vectors, numbers, lengths."""
    present, columns, units = presence(tokens, words)
    rarity = words.rarity[columns]
    weighted = present * (telling(present) * rarity**0.5)
    general, local, whole = unit(present * rarity), unit(weighted), unit(units * telling(units))
    shared, mass = weighted @ weighted.T, (weighted**2).sum(1)
    smaller, larger = np.minimum.outer(mass, mass).clip(1e-6), np.maximum.outer(mass, mass).clip(1e-6)
    centred = unit(vectors - vectors.mean(0))
    numbers = present[:, words.numeric[columns]]
    common, count, length = numbers @ numbers.T, numbers.sum(1), present.sum(1)
    either = np.add.outer(count, count) - common
    return [
        local @ local.T, centred @ centred.T, general @ general.T, whole @ whole.T, shared / smaller, shared / larger,
        vectors @ vectors.T, common, common / np.maximum(either, 1), np.minimum.outer(count, count),
        np.minimum.outer(length, length), np.maximum.outer(length, length),
    ]  # fmt: skip


def standing(score: np.ndarray, owners: np.ndarray) -> list[np.ndarray]:
    """Matrices (n, n) that say what a similarity is worth among the rivals of both sentences."""
    cross = owners[:, None] != owners[None]
    rivals = np.where(cross, score, -1.0)
    best = np.full(score.shape, -1.0)
    for owner in np.unique(owners):
        best[:, owners == owner] = score[:, owners == owner].max(1)[:, None]
    left, right = score / np.maximum(best, 1e-3), score / np.maximum(best.T, 1e-3)
    rank, top = (-rivals).argsort(1).argsort(1), rivals.max(1)
    around = np.pad(score, 1)
    return [
        np.minimum(left, right), np.maximum(left, right), np.minimum(rank, rank.T), np.maximum(rank, rank.T),
        np.minimum.outer(top, top), (around[:-2, :-2] + around[2:, 2:]) / 2,
    ]  # fmt: skip


def places(owners: np.ndarray) -> list[np.ndarray]:
    """Matrices (n, n) of where the two sentences stand in their articles."""
    starts = np.searchsorted(owners, owners)
    sizes = np.bincount(owners)[owners]
    place, first = (np.arange(len(owners)) - starts) / sizes, np.arange(len(owners)) == starts
    size = np.full((len(owners), len(owners)), float(len(owners)))
    return [
        np.abs(np.subtract.outer(place, place)),
        np.minimum.outer(place, place),
        np.logical_and.outer(first, first),
        size,
    ]


def features(
    tokens: list[np.ndarray], owners: np.ndarray, vectors: np.ndarray, words: Words
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(left (p,), right (p,), features (p, f)) of every cross-article pair of an event's n sentences.

    `owners` (n,) numbers each sentence's article from 0, in order; `vectors` (n, d) are unit rows.
    """
    alike = similarities(tokens, vectors, words)
    score = (alike[0] + alike[1]) / 2
    layers = [*alike, score, *standing(score, owners), *places(owners)]
    left, right = np.nonzero(np.triu(owners[:, None] != owners[None]))
    return left, right, np.stack([layer[left, right] for layer in layers], 1).astype(np.float32)
