"""All signals of an event: for every pair of articles a (n, m, f) array whose last axis is ``names``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from compare.align.context import likeness_signals, neighbour_signals, position_signals, rival_signals
from compare.align.facts import Facts, fact_signals, facts_of
from compare.align.late import token_signals, weighed_tokens
from compare.align.lexical import Terms, lexical_signals, rarity, terms
from compare.align.matching import Tokens
from compare.align.matrices import Matrix, both_ways
from compare.align.news import Rarity, news_rarity
from compare.align.semantic import (
    ContextualEncoder,
    Meaning,
    Read,
    TextEncoder,
    pack,
    semantic_signals,
    sentence_signals,
)
from compare.types import Article, Claim

CONTEXT = "context_"
IN_CONTEXT = ("cosine", "centred_cosine", "words")
RIVALS = ("words_cosine", "plain_pairs_cosine", "cosine", "centred_clause_cosine", "soft_high")
# What a pair of articles in two languages can be judged by: names, figures and times, and likeness of meaning
# relative to the rest of both articles, since cosines across languages are lower than within one.
ANY_LANGUAGE = (
    "capital_", "figures_", "names_", "times_", "place", "article_length", "both_quote", "speaker_shared",
    "cosine_margin", "cosine_rank", "cosine_standard", "centred_clause_cosine_", "soft_high_",
    "context_cosine_", "context_centred_cosine_", "context_words_",
)  # fmt: skip
NEIGHBOURS = ("words_cosine", "soft_low", "cosine_standard_low")


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Two articles of an event and the signals of all their sentence pairs: ``values`` is (n, m, f)."""

    left: Article
    right: Article
    names: tuple[str, ...]
    values: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What an article brings to every pair it is in."""

    article: Article
    terms: tuple[Terms, ...]
    facts: tuple[Facts, ...]
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _InContext:
    """One article as a contextual encoder reads it: unit rows (n, d) of its sentences, and their tokens."""

    vectors: npt.NDArray[np.float32]
    tokens: Tokens


def read_in_context(articles: Sequence[Article], encoder: TextEncoder) -> list[Read]:
    """What a contextual encoder reads in each article that has sentences; nothing for other encoders.

    It is arithmetic that leaves Python's own thread free, so that it can run beside the search for claims.
    """
    read = getattr(encoder, "read", None)
    if read is None:
        return []
    return [read([sentence.text for sentence in article.sentences]) for article in articles if article.sentences]


def article_pairs(
    articles: Sequence[Article],
    claims: Sequence[Sequence[Claim]],
    encoder: TextEncoder,
    readings: Future[list[Read]] | None = None,
) -> Iterator[ArticlePair]:
    """Signals of every two articles that have sentences; ``claims`` runs parallel to ``articles``.

    ``readings`` is ``read_in_context`` of the same articles where that runs already.
    """
    told = [(article, own) for article, own in zip(articles, claims, strict=True) if article.sentences]
    if len(told) < 2:
        return
    words = encoder.words if isinstance(encoder, ContextualEncoder) else encoder
    prepared = [_prepare(article, own, words) for article, own in told]
    in_context = _in_context(readings.result() if readings else read_in_context(articles, encoder))
    event_weights = rarity((*terms.words, *terms.pairs) for one in prepared for terms in one.terms)
    news_weights = news_rarity(one.article.language for one in prepared)
    name_weights = rarity(sorted(facts.names) for one in prepared for facts in one.facts)
    centre = _centre([one.meaning.sentences for one in prepared])
    context = _centre([one.vectors for one in in_context]) if in_context else centre
    for (i, left), (j, right) in combinations(enumerate(prepared), 2):
        signals = _signals(left, right, event_weights, news_weights, name_weights, centre)
        if in_context:
            signals |= _context_signals(in_context[i], in_context[j], context)
        yield ArticlePair(left.article, right.article, tuple(signals), np.stack(list(signals.values()), axis=-1))


def _centre(vectors: Sequence[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
    return np.asarray(np.concatenate(vectors).mean(axis=0))


def _in_context(readings: Sequence[Read]) -> list[_InContext]:
    tokens = weighed_tokens(readings) if readings else []
    return [_InContext(reading.vectors, own) for reading, own in zip(readings, tokens, strict=True)]


def _context_signals(left: _InContext, right: _InContext, centre: npt.NDArray[np.float32]) -> dict[str, Matrix]:
    """Likeness of sentences and of their words by a contextual encoder; its clauses bring nothing more."""
    found = sentence_signals(left.vectors, right.vectors, centre) | token_signals(left.tokens, right.tokens)
    signals = {CONTEXT + name: matrix for name, matrix in found.items()}
    for name in IN_CONTEXT:
        signals |= rival_signals(CONTEXT + name, found[name])
    return signals


def _signals(
    left: _Prepared,
    right: _Prepared,
    event_weights: dict[str, float],
    news_weights: Rarity,
    name_weights: dict[str, float],
    centre: npt.NDArray[np.float32],
) -> dict[str, Matrix]:
    signals = lexical_signals(left.terms, right.terms, event_weights, news_weights)
    signals |= semantic_signals(left.meaning, right.meaning, centre)
    signals |= fact_signals(left.facts, right.facts, name_weights)
    signals |= _length_signals(left.terms, right.terms)
    signals |= position_signals(len(left.terms), len(right.terms))
    for name in RIVALS:
        if name in signals:
            signals |= rival_signals(name, signals[name])
    for name in NEIGHBOURS:
        if name in signals:
            signals |= neighbour_signals(name, signals[name])
    signals |= likeness_signals("words_cosine", signals["words_cosine"])
    return signals


def _length_signals(left: Sequence[Terms], right: Sequence[Terms]) -> dict[str, Matrix]:
    shape = (len(left), len(right))
    left_lengths = np.log1p([[len(one.words)] for one in left])
    right_lengths = np.log1p([[len(one.words) for one in right]])
    return both_ways("length", np.broadcast_to(left_lengths, shape), np.broadcast_to(right_lengths, shape))


def _prepare(article: Article, claims: Sequence[Claim], encoder: TextEncoder) -> _Prepared:
    by_sentence: dict[str, list[Claim]] = {sentence.id: [] for sentence in article.sentences}
    for claim in claims:
        by_sentence[claim.sentence].append(claim)
    return _Prepared(
        article=article,
        terms=tuple(terms(sentence.text) for sentence in article.sentences),
        facts=tuple(facts_of(by_sentence[sentence.id]) for sentence in article.sentences),
        meaning=_meaning(article, by_sentence, encoder),
    )


def _meaning(article: Article, claims: dict[str, list[Claim]], encoder: TextEncoder) -> Meaning:
    texts = [sentence.text for sentence in article.sentences]
    clauses = [[claim.text for claim in claims[s.id]] or [s.text] for s in article.sentences]
    flat = encoder.encode([clause for one in clauses for clause in one])
    starts = np.concatenate([[0], np.cumsum([len(one) for one in clauses])[:-1]]).astype(int)
    meaning = Meaning(encoder.encode(texts), flat, tuple(int(start) for start in starts))
    tokens = getattr(encoder, "tokens", None)
    return meaning if tokens is None else _with_words(meaning, texts, tokens)


def _with_words(meaning: Meaning, texts: Sequence[str], tokens: object) -> Meaning:
    """Add word vectors: unit rows, with the length that the encoder gave them as the word's weight."""
    assert callable(tokens)
    rows = [np.asarray(tokens(text)[1], dtype=np.float32) for text in texts]
    width = max((row.shape[1] for row in rows if row.ndim == 2), default=1)
    # A sentence without a known token still needs a row, or reduceat would read its neighbour's.
    rows = [row if len(row) else np.zeros((1, width), np.float32) for row in rows]
    stacked, starts = pack(rows)
    weights = np.linalg.norm(stacked, axis=1)
    unit = stacked / np.where(weights > 1e-9, weights, 1.0)[:, None]
    words = Tokens(unit.astype(np.float32), np.maximum(weights, 1e-6).astype(float), starts)
    return replace(meaning, words=words)
