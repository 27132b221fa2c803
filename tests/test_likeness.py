"""What two articles have in common as wholes: known of articles of three sentences or more, and only then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims import extract_all
from compare.judge import event_context
from compare.judge.likeness import alike, share_of_fewer
from compare.judge.weighing import load_weighing
from compare.segment import segment
from compare.types import Article

FIRE = (
    "Khoảng 8 giờ ngày 12/6, xưởng mộc của ông Lò Văn Kín ở xã Mường Lựm bốc cháy. "
    "Đám cháy thiêu rụi 350 m2 nhà xưởng cùng 42 bộ bàn ghế. "
    "Công an huyện Yên Châu đang điều tra nguyên nhân."
)
SAME_FIRE = (
    "Sáng 12/6, lửa bùng lên tại xưởng mộc của ông Lò Văn Kín, xã Mường Lựm. "
    "Lửa thiêu rụi 350 m2 nhà xưởng và 42 bộ bàn ghế. "
    "Nguyên nhân đang được Công an huyện Yên Châu làm rõ."
)
OTHER_FIRE = (
    "Khoảng 9 giờ ngày 27/9, kho vải của bà Đàm Thị Nhụ ở phường Tân Hồng bốc cháy. "
    "Đám cháy làm 18 tấn vải hư hỏng. "
    "Lính cứu hỏa mất 3 giờ để dập lửa."
)


def article(name: str, text: str) -> Article:
    """A segmented article."""
    return segment(Article(name, text, language="vi"))


def shared(left: str, right: str) -> dict[str, float]:
    """What two texts have in common as wholes."""
    articles = (article("a", left), article("b", right))
    return event_context(articles, extract_all(articles)).shared("a", "b")


def test_too_short_to_tell() -> None:
    """Of an article of one sentence nothing is said, however much of it the other one has."""
    assert set(shared(FIRE.split(". ")[0] + ".", SAME_FIRE).values()) == {-1.0}


def test_without_figures_their_share_is_unknown() -> None:
    """Where an article names no figure, their share is no zero: there is nothing to compare."""
    plain = "Lửa bùng lên trong đêm. Dân làng chạy ra đồng. Không ai bị thương."
    assert shared(FIRE, plain)["articles_figures"] == -1.0


def test_one_happening_and_two() -> None:
    """Two articles on one fire share names, figures, the day and words; those on two fires hardly any."""
    same, other = shared(FIRE, SAME_FIRE), shared(FIRE, OTHER_FIRE)
    assert same["articles_days"] == same["articles_figures"] == 1.0
    assert other["articles_days"] == other["articles_figures"] == 0.0
    assert same["articles_names"] > 0.9 > 0.5 > other["articles_names"]
    assert same["articles_alike"] > 1.5 * other["articles_alike"]


def test_either_order() -> None:
    """It does not matter which of the two articles comes first."""
    articles = (article("a", FIRE), article("b", OTHER_FIRE))
    context = event_context(articles, extract_all(articles))
    assert context.shared("a", "b") == context.shared("b", "a")


def test_an_article_is_like_itself() -> None:
    """The same text twice is as alike as can be."""
    known = alike((article("a", FIRE), article("b", FIRE)), load_weighing().words)
    assert known["a", "b"] == pytest.approx(1.0, abs=1e-3)


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_share_of_fewer(left: frozenset[int], right: frozenset[int]) -> None:
    """The share lies between 0 and 1, is 1 where one holds the other, and -1 only where one is empty."""
    share = share_of_fewer(left, right)
    assert share == share_of_fewer(right, left)
    assert (share == -1) == (not left or not right)
    assert (share == 1) == (bool(left and right) and (left <= right or right <= left))
