"""The second look: which pairs are read again, how their probability moves, and that nothing else does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align import Scored, look_again
from compare.align.second import SecondLook, load_second

WEIGHTS = SecondLook(floor=0.1, threshold=0.4, intercept=-0.2, first=0.6, link=0.5, clash=0.0)
TEXTS = {
    "a.s1": "Nước sông lên nhanh, xã Bình Lãng sơ tán 120 hộ dân.",
    "b.s1": "120 hộ dân ven sông ở xã Bình Lãng được đưa đến nơi an toàn.",
    "b.s2": "Học sinh ba thôn được nghỉ học đến hết tuần.",
}


@dataclass
class Head:
    """A pair head that finds every pair as likely as it is told to, and remembers what it was asked."""

    link: float = 0.9
    clash: float = 0.2
    asked: list[tuple[str, str]] = field(default_factory=list)

    def score(self, lefts: Sequence[str], rights: Sequence[str]) -> npt.NDArray[np.float32]:
        """The same two numbers for every pair."""
        self.asked += zip(lefts, rights, strict=True)
        return np.full((len(lefts), 2), [self.link, self.clash], np.float32)


def looked(scored: Sequence[Scored], head: Head) -> list[Scored]:
    """The scored pairs after a second look."""
    return list(look_again(scored, TEXTS, head, WEIGHTS))


def test_nothing_scored_asks_nothing() -> None:
    """Without pairs there is nothing to read and nothing comes back."""
    head = Head()
    assert looked([], head) == []
    assert head.asked == []


def test_an_unlikely_pair_is_left_alone() -> None:
    """Below the floor a pair is not read and keeps its probability."""
    head, pair = Head(), Scored("a.s1", "b.s2", 0.09)
    assert looked([pair], head) == [pair]
    assert head.asked == []


def test_a_sentence_that_may_not_be_read_is_left_alone() -> None:
    """A pair with a sentence outside the given texts, in another language say, keeps its probability."""
    head, pair = Head(), Scored("a.s1", "c.s1", 0.8)
    assert looked([pair], head) == [pair]
    assert head.asked == []


def test_a_likely_pair_is_read_and_moved() -> None:
    """A pair that the head finds likely rises, one that it finds unlikely falls; the chance of a clash comes along."""
    pair = Scored("a.s1", "b.s1", 0.5)
    (up,), (down,) = looked([pair], Head(link=0.95)), looked([pair], Head(link=0.05))
    assert down.probability < 0.5 < up.probability
    assert up.clash == pytest.approx(0.2)


@given(st.lists(st.floats(0, 1), max_size=150))
def test_order_and_ends_stay(chances: list[float]) -> None:
    """However many pairs there are, the same pairs come back in the same order, each probability within bounds."""
    pairs = [Scored("a.s1", "b.s1" if number % 2 else "b.s2", chance) for number, chance in enumerate(chances)]
    found = looked(pairs, Head())
    assert [(one.left, one.right) for one in found] == [(one.left, one.right) for one in pairs]
    assert all(0 <= one.probability <= 1 for one in found)
    assert [one.clash is not None for one in found] == [one.probability >= WEIGHTS.floor for one in pairs]


@given(st.floats(0.1, 1), st.floats(0.1, 1))
def test_a_likelier_pair_stays_likelier(one: float, other: float) -> None:
    """Two pairs that the head reads alike keep their order."""
    found = looked([Scored("a.s1", "b.s1", one), Scored("a.s1", "b.s2", other)], Head())
    assert (found[0].probability >= found[1].probability) or one <= other


def test_the_shipped_weights_trust_both() -> None:
    """The shipped weights rise with the trees' probability and with the pair head's reading."""
    weights = load_second()
    assert weights.first > 0
    assert weights.link > 0
    assert 0 < weights.floor < weights.threshold < 1
