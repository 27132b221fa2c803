"""Likeness of meaning: sentence vectors, clause vectors and word-by-word matching of vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from compare.align.matching import Tokens, matched
from compare.align.matrices import Matrix, block_maximum, both_ways

Vectors = npt.NDArray[np.float32]


class TextEncoder(Protocol):
    """What alignment needs of an encoder; one with a ``tokens`` method is also matched word by word."""

    def encode(self, texts: list[str], /) -> Vectors:
        """Unit rows (n, d)."""
        ...


class Read(Protocol):
    """Texts read in context."""

    @property
    def vectors(self) -> Vectors:
        """Unit rows (n, d)."""

    @property
    def tokens(self) -> Sequence[npt.NDArray[np.int64]]:
        """Numbers (t,) of each text's tokens, one at least."""

    @property
    def states(self) -> Sequence[Vectors]:
        """Unit rows (t, d) of each text's tokens."""


@runtime_checkable
class ContextualEncoder(Protocol):
    """An encoder that reads words in their order; ``words`` is the one that all other signals come from."""

    @property
    def words(self) -> TextEncoder:
        """An encoder of words and clauses."""

    def encode(self, texts: list[str], /) -> Vectors:
        """Unit rows (n, d)."""
        ...

    def read(self, texts: list[str], /) -> Read:
        """The same rows with the words' own."""
        ...


@dataclass(frozen=True, slots=True)
class Meaning:
    """The vectors of one article.

    ``sentences`` (n, d) and ``clauses`` (c, d) are unit rows; ``first_clause`` (n,) is each sentence's first row in
    ``clauses``. ``words`` are the sentences' words, None for encoders without word vectors.
    """

    sentences: Vectors
    clauses: Vectors
    first_clause: tuple[int, ...]
    words: Tokens | None = None


def semantic_signals(left: Meaning, right: Meaning, centre: Vectors) -> dict[str, Matrix]:
    """Named (n, m) signals; ``centre`` (d,) is the mean vector of the event's sentences.

    Every sentence of an event resembles every other by its topic; cosines after the event's mean has been taken out
    show what is particular to a sentence.
    """
    clause_cosines = _cosines(left.clauses, right.clauses)
    signals = sentence_signals(left.sentences, right.sentences, centre) | {
        "clause_cosine": block_maximum(clause_cosines, left.first_clause, right.first_clause),
        "centred_clause_cosine": block_maximum(
            _cosines(_centred(left.clauses, centre), _centred(right.clauses, centre)),
            left.first_clause,
            right.first_clause,
        ),
    }
    clause_to_right = np.maximum.reduceat(_cosines(left.clauses, right.sentences), left.first_clause, axis=0)
    left_to_clause = np.maximum.reduceat(_cosines(left.sentences, right.clauses), right.first_clause, axis=1)
    signals |= both_ways("clause_in_sentence", clause_to_right, left_to_clause)
    if left.words is not None and right.words is not None:
        signals |= _soft_overlap(left.words, right.words)
    return signals


def sentence_signals(left: Vectors, right: Vectors, centre: Vectors) -> dict[str, Matrix]:
    """Cosines (n, m) of sentence vectors, as they are and after the event's mean has been taken out."""
    return {
        "cosine": _cosines(left, right),
        "centred_cosine": _cosines(_centred(left, centre), _centred(right, centre)),
    }


def _cosines(left: Vectors, right: Vectors) -> Matrix:
    return np.asarray(left @ right.T, dtype=float)


def _centred(vectors: Vectors, centre: Vectors) -> Vectors:
    moved = vectors - centre
    norm = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.where(norm > 1e-6, norm, 1.0), dtype=np.float32)


def _soft_overlap(left: Tokens, right: Tokens) -> dict[str, Matrix]:
    """How much of a sentence's word weight finds a like word in the other."""
    to_right, to_left = matched(left, right)
    return both_ways("soft", to_right / left.totals()[:, None], to_left / right.totals()[None, :]) | {
        "soft_mass": np.sqrt(np.maximum(to_right, 0) * np.maximum(to_left, 0))
    }


def pack(rows: Sequence[Vectors]) -> tuple[Vectors, tuple[int, ...]]:
    """Stack the rows of each sentence; returns (total, d) and the first row of each sentence."""
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])[:-1]]).astype(int)
    return np.concatenate(rows), tuple(int(start) for start in starts)
