"""What a third article says of a pair of sentences, and that the second round moves nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from compare.align.between import FLOOR, between_signals, moved
from compare.align.forest import Forest, forest_from
from compare.align.scorer import load_scorer

Links = dict[tuple[int, int], np.ndarray]
CHANCE = st.floats(0, 1)


def event(path: float, direct: float) -> Links:
    """Three articles of two sentences: the first sentences of articles 0 and 1 both go with article 2's first."""
    links = {pair: np.full((2, 2), 0.01) for pair in ((0, 1), (0, 2), (1, 2))}
    links[0, 1][0, 0], links[0, 2][0, 0], links[1, 2][0, 0] = direct, path, path
    return links


def first_pair(links: Links) -> dict[str, np.ndarray]:
    """Signals of articles 0 and 1."""
    return dict(between_signals(links))[0, 1]


def path_forest() -> Forest:
    """One tree that lifts pairs with a strong path and lowers the others."""
    tree = {"leaves": [2], "feature": [0], "threshold": [0.5], "below": [-1], "above": [-2], "value": [-0.4, 0.8]}
    return forest_from({"signals": ["path"], "base": 0.0, "slope": 1.0, "offset": 0.0, **tree})


def test_two_articles_have_no_third() -> None:
    """In an event of two articles there is no signal, and no probability moves."""
    links = {(0, 1): np.array([[0.7, 0.1]])}
    assert dict(between_signals(links)) == {}
    assert moved(links, path_forest())[0, 1].tolist() == [[0.7, 0.1]]


def test_a_third_article_without_sentences_says_nothing() -> None:
    """An article that has no sentence is no go-between."""
    links = {(0, 1): np.array([[0.7]]), (0, 2): np.zeros((1, 0)), (1, 2): np.zeros((1, 0))}
    assert (0, 1) not in dict(between_signals(links))


def test_what_is_next_to_impossible_stays_so() -> None:
    """Below the floor a probability is left alone, whatever the third article says."""
    links = event(path=0.95, direct=FLOOR / 2)
    assert moved(links, path_forest())[0, 1][0, 0] == FLOOR / 2


def test_two_sentences_that_go_with_a_third_have_a_path() -> None:
    """The path is the geometric mean of both links, and only for the pair that it joins."""
    found = first_pair(event(path=0.9, direct=0.3))
    assert found["path"][0, 0] == pytest.approx(0.9)
    assert found["weakest"][0, 0] == pytest.approx(0.9)
    assert found["path"][1, 1] < 0.1


def test_different_partners_tell_two_facts_apart() -> None:
    """Where both sentences have a partner in the third article and it is not the same one, they are apart."""
    links = event(path=0.01, direct=0.3)
    links[0, 2][0, 0] = links[1, 2][0, 1] = 0.9
    found = first_pair(links)
    assert found["apart"][0, 0] > 0.8
    assert found["path"][0, 0] < 0.2
    assert first_pair(event(path=0.9, direct=0.3))["apart"][0, 0] == pytest.approx(0)


def test_a_path_lifts_and_its_lack_lowers() -> None:
    """The shipped trees move a doubtful pair up when a third article joins it, down when it tells the two apart."""
    between = load_scorer().between
    apart = event(path=0.01, direct=0.4)
    apart[0, 2][0, 0] = apart[1, 2][0, 1] = 0.9
    assert moved(event(path=0.9, direct=0.4), between)[0, 1][0, 0] > moved(apart, between)[0, 1][0, 0]


@given(*(arrays(float, shape, elements=CHANCE) for shape in ((3, 2), (3, 4), (2, 4))))
def test_no_signal_depends_on_which_article_comes_first(one: np.ndarray, two: np.ndarray, three: np.ndarray) -> None:
    """Numbering the articles the other way round gives the same signals, transposed."""
    forward = dict(between_signals({(0, 1): one, (0, 2): two, (1, 2): three}))
    backward = dict(between_signals({(0, 1): three.T, (0, 2): two.T, (1, 2): one.T}))
    for pair, mirror in (((0, 1), (1, 2)), ((0, 2), (0, 2)), ((1, 2), (0, 1))):
        for name, values in forward[pair].items():
            assert np.allclose(values, backward[mirror][name].T), name


@given(*(arrays(float, shape, elements=CHANCE) for shape in ((3, 2), (3, 4), (2, 4))))
def test_signals_are_finite_and_probabilities_stay_such(one: np.ndarray, two: np.ndarray, three: np.ndarray) -> None:
    """Whatever the first round says, certain and impossible links included, the second stays within 0 and 1."""
    links = {(0, 1): one, (0, 2): two, (1, 2): three}
    for _, signals in between_signals(links):
        assert all(np.isfinite(values).all() for values in signals.values())
    for pair, matrix in moved(links, load_scorer().between).items():
        assert matrix.shape == links[pair].shape
        assert ((matrix >= 0) & (matrix <= 1)).all()
