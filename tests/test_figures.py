"""Which two figures may be true of one thing."""

from __future__ import annotations

import pytest

from compare.claims.quantities import find_quantities
from compare.judge.figures import fits
from compare.types import Quantity, Sentence


def figure(text: str) -> Quantity:
    """The one figure of a Vietnamese sentence."""
    (found,) = find_quantities(Sentence("a.s1", 0, len(text), text), "vi")
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giải trị giá 31,05 tỷ đồng.", "Tiền thưởng lên tới 31.054.352.000 đồng."),
        ("Tỉnh chi 2,4 tỷ đồng.", "Tỉnh chi hơn 2,43 tỷ đồng."),
        ("Tỉnh chi 2,43 tỷ đồng.", "Tỉnh chi hơn 2,4 tỷ đồng."),
    ],
)
def test_a_rounding_fits_an_exact_figure_with_a_hedge(one: str, other: str) -> None:
    """What the exact figure's hedge says does not keep a plain figure from being its rounding."""
    assert fits(figure(one), figure(other))
    assert fits(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giải trị giá 31,05 tỷ đồng.", "Tiền thưởng lên tới 31.124.352.000 đồng."),
        ("Tỉnh chi 2,38 tỷ đồng.", "Tỉnh chi hơn 2,4 tỷ đồng."),
        ("Lô đất có giá từ 800 triệu đến 1,3 tỷ đồng.", "Lô đất có giá từ 900 triệu đến 1,3 tỷ đồng."),
        ("Nạn nhân từ 18 đến 27 tuổi.", "Nạn nhân từ 25 đến 35 tuổi."),
    ],
)
def test_what_neither_rounding_nor_hedge_explains_does_not_fit(one: str, other: str) -> None:
    """Other digits than rounding gives, a rounding that its own hedge rules out, sums with another end and ranges that
    hardly overlap are another figure.
    """
    assert not fits(figure(one), figure(other))
    assert not fits(figure(other), figure(one))
