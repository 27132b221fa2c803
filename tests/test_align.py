"""Signals of sentence pairs and the trees that weigh them."""

from concurrent.futures import Future
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align import matching
from compare.align.between import between_signals
from compare.align.context import neighbour_signals, rival_signals
from compare.align.facts import same_figure
from compare.align.forest import forest_from
from compare.align.late import token_signals, weighed_tokens
from compare.align.lexical import lexical_signals, rarity, terms
from compare.align.matching import Tokens, best_matches
from compare.align.news import news_rarity
from compare.align.scorer import load_scorer, score
from compare.align.semantic import Read
from compare.align.signals import article_pairs, read_in_context
from compare.claims import extract_all
from compare.encode import load
from compare.segment import segment
from compare.types import Article, Quantity, Span

LEFT = "Bão số 3 đổ bộ vào Quảng Ninh sáng 5/9. Ít nhất 12 người bị thương. Điện bị cắt ở nhiều phường."
RIGHT = "Sáng 5/9, bão số 3 vào Quảng Ninh. Trường học đóng cửa. Mười hai người bị thương do cây đổ."


class Letters:
    """A tiny encoder: how often each letter occurs, as a unit row."""

    def encode(self, texts: list[str]) -> np.ndarray:
        """Unit rows (n, 64)."""
        rows = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text.lower():
                row[ord(letter) % 64] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(lengths > 0, lengths, 1)


def articles(*texts: str) -> list[Article]:
    """Segmented Vietnamese articles a, b, ..."""
    return [segment(Article(id=name, text=text, language="vi")) for name, text in zip("abcd", texts, strict=False)]


def shared(left: str, right: str, name: str = "event_word_shared") -> float:
    """One lexical signal of one pair of sentences."""
    rows, columns = [terms(left)], [terms(right)]
    event = rarity((*one.words, *one.pairs) for one in (*rows, *columns))
    return float(lexical_signals(rows, columns, event, news_rarity(["vi"]))[name][0, 0])


def test_sentences_without_a_common_word_share_nothing() -> None:
    """No overlap signal is above 0 where no word is common."""
    assert shared("Trời mưa to.", "Giá vàng tăng.") == 0.0
    assert shared("Trời mưa to.", "Giá vàng tăng.", "shared_run") == 0.0


def test_the_longest_run_does_not_cross_a_sentence() -> None:
    """Words that only follow each other across two sentences are no run."""
    whole = shared("lũ cuốn trôi cầu", "nước lũ cuốn trôi nhà", "shared_run")
    assert whole > shared("cuốn trôi", "trôi cuốn", "shared_run") > 0


def test_an_empty_sentence_has_a_row_of_its_own() -> None:
    """A sentence of punctuation alone neither crashes nor borrows its neighbour's signals."""
    left, right = [terms("..."), terms("Lũ về")], [terms("Lũ về"), terms("!")]
    event = rarity((*one.words, *one.pairs) for one in (*left, *right))
    run = lexical_signals(left, right, event, news_rarity(["vi"]))["shared_run"]
    assert run[0].tolist() == [0.0, 0.0]
    assert run[1, 0] > 0


def test_a_rarer_word_weighs_more() -> None:
    """Within an event the word that few sentences hold says more than the topic's own."""
    weights = rarity([["bão", "quảng"], ["bão", "điện"], ["bão"]])
    assert weights["điện"] > weights["bão"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [((2500, 2500), (2500, 2500), True), ((150, 180), (31, 31), False), ((31000, 37000), (31015, 31015), True)],
)
def test_figures_fit_when_their_ranges_meet(left: tuple, right: tuple, same: bool) -> None:
    """ "hơn 31.000" fits 31.015; 31 does not fit "hơn 150"."""
    one, other = (Quantity(Span(0, 1, "x"), low, low, high) for low, high in (left, right))
    assert same_figure(one, other) is same


MATRIX = st.integers(1, 5).flatmap(
    lambda n: st.integers(1, 5).flatmap(
        lambda m: st.lists(st.lists(st.floats(0, 1), min_size=m, max_size=m), min_size=n, max_size=n)
    )
)


@given(MATRIX)
def test_context_signals_do_not_depend_on_which_article_comes_first(rows: list[list[float]]) -> None:
    """Swapping the two articles transposes every signal."""
    matrix = np.array(rows)
    for signals in (rival_signals, neighbour_signals):
        here, swapped = signals("x", matrix), signals("x", matrix.T)
        for name, values in here.items():
            assert np.allclose(values, swapped[name].T), name


def test_every_pair_of_articles_gets_finite_signals() -> None:
    """Three articles make three pairs; no signal is missing or infinite, and their names never change."""
    given_articles = articles(LEFT, RIGHT, "Giá vàng giảm.")
    pairs = list(article_pairs(given_articles, extract_all(given_articles), Letters()))
    assert [(one.left.id, one.right.id) for one in pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert len({one.names for one in pairs}) == 1
    assert all(np.isfinite(one.values).all() for one in pairs)


@dataclass
class Reading:
    """What a contextual encoder makes of some texts."""

    vectors: np.ndarray
    tokens: list[np.ndarray]
    states: list[np.ndarray]


class Contextual(Letters):
    """Letters once more, beside letters for the words; its tokens are words by their number of letters."""

    words = Letters()

    def read(self, texts: list[str]) -> Reading:
        """The rows of ``encode`` for each text and for each of its words."""
        tokens = [np.array([len(word) for word in text.split()]) for text in texts]
        return Reading(self.encode(texts), tokens, [self.encode(text.split()) for text in texts])


def test_an_encoder_of_words_alone_gives_no_signals_in_context() -> None:
    """Only a contextual encoder adds signals; the others stay as they were without it."""
    given_articles = articles(LEFT, RIGHT)
    claims = extract_all(given_articles)
    (plain,), (more,) = (list(article_pairs(given_articles, claims, one)) for one in (Letters(), Contextual()))
    assert not any(name.startswith("context_") for name in plain.names)
    assert more.names[: len(plain.names)] == plain.names
    assert np.array_equal(more.values[:, :, : len(plain.names)], plain.values)
    assert {"context_cosine", "context_centred_cosine_margin_high", "context_words_low"} <= set(more.names)


def test_signals_in_context_are_the_contextual_encoders() -> None:
    """The cosine in context is that of the encoder's own vectors of the two sentences."""
    given_articles = articles(LEFT, RIGHT)
    (pair,) = article_pairs(given_articles, extract_all(given_articles), Contextual())
    vectors = [Letters().encode([s.text for s in article.sentences]) for article in given_articles]
    found = pair.values[:, :, pair.names.index("context_cosine")]
    assert np.allclose(found, vectors[0] @ vectors[1].T, atol=1e-6)


def test_readings_may_have_been_made_before() -> None:
    """Articles that are read already give the same signals as ones that have to be read."""
    given_articles = articles(LEFT, RIGHT, "")
    claims, encoder = extract_all(given_articles), Contextual()
    readings: Future[list[Read]] = Future()
    readings.set_result(read_in_context(given_articles, encoder))
    (before,) = article_pairs(given_articles, claims, encoder, readings)
    (now,) = article_pairs(given_articles, claims, encoder)
    assert before.names == now.names
    assert np.array_equal(before.values, now.values)


def words_in_context(*sentences: str) -> dict[str, float]:
    """Late interaction of the first two sentences, in an event of all."""
    tokens = weighed_tokens([Contextual().read([one]) for one in sentences])
    return {name: float(matrix[0, 0]) for name, matrix in token_signals(tokens[0], tokens[1]).items()}


def test_words_of_an_equal_sentence_are_borne_out_in_full() -> None:
    """Every word of a sentence finds itself in its copy."""
    found = words_in_context("Mưa lớn.", "Mưa lớn.", "Nắng.")
    assert {name: found[name] for name in ("words", "words_low", "words_high")} == pytest.approx(
        {"words": 1.0, "words_low": 1.0, "words_high": 1.0}
    )


def test_a_sentence_within_another_is_borne_out_one_way_only() -> None:
    """The shorter sentence finds all its words in the longer one, which does not find all of its own."""
    found = words_in_context("Mưa lớn", "Mưa lớn cuốn trôi nhiều nhà", "Nắng to")
    assert found["words_low"] < found["words"] < found["words_high"] == pytest.approx(1.0)


def places_in_context(left: str, *right: str) -> dict[str, list[float]]:
    """Late interaction of one sentence with each sentence of another article."""
    tokens = weighed_tokens([Contextual().read([left]), Contextual().read(list(right))])
    return {name: [round(float(one), 6) for one in matrix[0]] for name, matrix in token_signals(*tokens).items()}


def test_words_are_won_by_the_sentence_that_tells_them_best() -> None:
    """A sentence whose copy stands in the other article leaves nothing to the others, though they share words."""
    found = places_in_context("Mưa lớn cuốn trôi nhà", "Nắng to", "Mưa lớn cuốn trôi nhà", "Mưa to")
    assert found["tokens_won_high"][1] == pytest.approx(1.0)
    assert max(found["tokens_won_high"][::2]) < 1
    assert found["tokens_share_high"][1] == pytest.approx(1.0)
    assert found["tokens_alone_high"][1] > 0 == max(found["tokens_alone_low"][::2])


def test_a_claim_told_in_two_sentences_is_near_both() -> None:
    """What a sentence says and the other article spreads over two neighbours is told around each of them in full."""
    found = places_in_context("Mưa lớn cuốn trôi nhà", "Mưa lớn", "cuốn trôi nhà")
    assert found["words_high"] == pytest.approx([1.0, 1.0])
    assert max(found["words_low"]) < min(found["tokens_near_low"])
    assert found["tokens_near_high"] == found["tokens_anywhere_high"] == pytest.approx([1.0, 1.0])


def test_one_sentence_alone_wins_and_is_alone() -> None:
    """In an article of one sentence every word is told best there, and nowhere else."""
    found = places_in_context("Mưa lớn", "Mưa lớn")
    assert [found[name] for name in ("tokens_won", "tokens_alone", "tokens_share")] == [[1.0], [1.0], [1.0]]


def test_rare_words_of_an_event_weigh_more() -> None:
    """A word that every sentence of the event has bears out less than one that two have."""
    tokens = weighed_tokens([Contextual().read(["ba bốn năm", "ba sáu", "ba một haimươi"])])[0]
    common, rare = tokens.weights[tokens.first[1]], tokens.weights[-1]
    assert 0 < common < rare


@pytest.mark.parametrize("model", ["builtin", "deep"])
def test_scores_do_not_depend_on_the_order_of_the_articles(model: str) -> None:
    """The same pair of sentences gets the same probability whichever article is given first."""

    encoder = load(model)

    def scores(texts: dict[str, str]) -> dict[frozenset[str], float]:
        given_articles = [segment(Article(id=name, text=text, language="vi")) for name, text in texts.items()]
        found = score(given_articles, extract_all(given_articles), encoder, load_scorer(encoder))
        return {frozenset((one.left, one.right)): one.probability for one in found}

    texts = {
        "a": f"{LEFT} Có 12 người bị thương và 12 người mất nhà, sáng 5/9 và chiều 5/9.",
        "b": f"{RIGHT} Theo xã, 12 người bị thương ngày 5/9.",
        "c": "Bão số 3 làm 12 người bị thương ở Quảng Ninh sáng 5/9. Nhiều cây đổ.",
    }
    forward, backward = scores(texts), scores(dict(reversed(texts.items())))
    assert forward.keys() == backward.keys()
    assert all(abs(forward[key] - backward[key]) <= 0.0001 for key in forward)


def test_a_forest_walks_its_trees() -> None:
    """Of a tree's two splits the second is above the first, a negative number a leaf; a tree may be one leaf alone.
    Probabilities are the logistic of the calibrated sum.
    """
    trees = {
        "leaves": [1, 3, 2],
        "feature": [0, 0, 0],
        "threshold": [0.5, 0.8, 0.3],
        "below": [-1, -2, -1],
        "above": [1, -3, -2],
        "value": [1.0, -2.0, 0.0, 2.0, 10.0, 20.0],
    }
    forest = forest_from({"signals": ["x"], "base": 0.0, "slope": 1.0, "offset": 0.0, **trees})
    raw = forest.raw(np.array([[0.2], [0.5], [0.6], [0.9]]))
    assert raw.tolist() == [9.0, 19.0, 21.0, 23.0]
    assert forest.probability(np.array([[0.2]]))[0] == pytest.approx(1 / (1 + np.exp(-9)))
    assert forest.raw(np.zeros((0, 1))).tolist() == []


@given(st.integers(0, 99), st.integers(1, 3000))
def test_rows_of_a_forest_know_nothing_of_each_other(seed: int, count: int) -> None:
    """However many rows are walked at once, each ends where it ends alone."""
    forest = load_scorer(load("builtin")).one_language
    rows = np.random.default_rng(seed).random((count, len(forest.signals)))
    alone = [forest.raw(rows[place : place + 1])[0] for place in (0, count // 2, count - 1)]
    assert np.allclose(forest.raw(rows)[[0, count // 2, count - 1]], alone, rtol=0, atol=1e-12)


@pytest.mark.parametrize("model", ["builtin", "deep"])
def test_the_shipped_scorers_read_only_signals_that_exist(model: str) -> None:
    """Weights and code belong together, and a scorer for signals in context reads some."""
    given_articles, encoder = articles(LEFT, RIGHT), load(model)
    scorer = load_scorer(encoder)
    (pair,) = article_pairs(given_articles, extract_all(given_articles), encoder)
    for forest in (scorer.one_language, scorer.two_languages):
        assert set(forest.signals) <= set(pair.names)
        assert any(name.startswith("context_") for name in forest.signals) == (model == "deep")
    ones = {both: np.ones((1, 1)) for both in ((0, 1), (0, 2), (1, 2))}
    assert set(scorer.between.signals) <= set(dict(between_signals(ones))[0, 1])


def test_long_articles_are_matched_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the pieces, down to one sentence, the matches are those of the whole."""
    rng = np.random.default_rng(3)

    def tokens(*sizes: int) -> Tokens:
        states = rng.normal(size=(sum(sizes), 6)).astype(np.float32)
        states /= np.linalg.norm(states, axis=1, keepdims=True)
        return Tokens(states, rng.random(len(states)), tuple(int(one) for one in np.cumsum([0, *sizes[:-1]])))

    left, right = tokens(3, 5, 1, 7, 2), tokens(4, 4, 9)
    whole = best_matches(left, right)
    for cells in (1, 40, 100, 250):
        monkeypatch.setattr(matching, "CELLS", cells)
        assert all(np.allclose(one, other) for one, other in zip(best_matches(left, right), whole, strict=True))
