"""What the pair head is told of two sentences' words: whose they are, and whether the other sentence has them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.encode import builtin
from training.deep.matching import directions, match_types

MARK = 39_700  # a number beyond the vocabulary, as the special tokens have


def types(left: str, right: str) -> tuple[list[int], list[int]]:
    """The types of both texts' tokens, without the marks around them."""
    tokenizer = builtin.load().tokenizer
    ids = [tokenizer.encode(text, add_special_tokens=False).ids for text in (left, right)]
    row = np.array([[MARK, *ids[0], MARK, *ids[1], MARK]])
    sides = np.array([[0] * (len(ids[0]) + 2) + [1] * (len(ids[1]) + 1)])
    found = match_types(row, sides, directions())[0].tolist()
    return found[1 : len(ids[0]) + 1], found[len(ids[0]) + 2 : -1]


def test_texts_without_a_common_word_have_bare_sides() -> None:
    """Words that meet nothing tell only whose they are."""
    assert types("mưa", "bóng đá") == ([0], [1])


def test_a_shared_word_is_seen_on_both_sides() -> None:
    """The same word gives 4 on the left and 5 on the right."""
    assert types("Mưa ở Huế", "mưa") == ([4, 0, 0], [5])


def test_a_compound_is_near_its_part() -> None:
    """A compound is one token and another than its parts: near gives 2 on the left and 3 on the right."""
    assert types("Mưa lớn", "mưa") == ([2], [3])


def test_a_repeated_word_in_one_sentence_meets_nothing() -> None:
    """Only the other sentence counts."""
    assert types("mưa mưa", "nắng")[0][0] in {0, 2}
    assert 4 not in types("mưa mưa", "nắng")[0]


def test_marks_never_meet() -> None:
    """Special tokens are on both sides and stay bare."""
    row, sides = np.array([[MARK, 7, MARK, 8, MARK]]), np.array([[0, 0, 0, 1, 1]])
    assert match_types(row, sides, directions())[0][[0, 2, 4]].tolist() == [0, 0, 1]


@given(st.lists(st.integers(1, 300), min_size=1, max_size=12), st.lists(st.integers(1, 300), min_size=1, max_size=12))
def test_meeting_is_mutual(left: list[int], right: list[int]) -> None:
    """If a word of one side meets a same word, a word of the other side does; types stay within their six numbers."""
    row, sides = np.array([[*left, *right]]), np.array([[0] * len(left) + [1] * len(right)])
    found = match_types(row, sides, directions())[0]
    assert set(found.tolist()) <= set(range(6))
    assert ((found % 2) == sides[0]).all()
    assert (4 in found) == (5 in found) == bool(set(left) & set(right))


@given(st.permutations(range(4)))
def test_a_pair_has_the_same_types_in_any_company(order: list[int]) -> None:
    """The rows of a batch do not see each other."""
    rows = np.random.default_rng(5).integers(1, 500, (4, 10))
    sides = np.array([[0] * 5 + [1] * 5] * 4)
    every = match_types(rows, sides, directions())
    assert (match_types(rows[order], sides, directions()) == every[order]).all()
