"""Addresses: one person's home in two districts, one commune in two; other people's and other cues' say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.judge.address import check
from compare.judge.addresses import addresses, residences
from tests.helpers_judge import article, judged, link, sides

HOME = "Anh Lò Văn Kín (31 tuổi, ngụ {}) bị khởi tố về tội trộm cắp tài sản."
FIRE = "Đám cháy bùng lên lúc 5 giờ tại xưởng mộc ở {}."


def clashes(left: str, right: str) -> list[tuple[str, str]]:
    """The names of places that clash."""
    return [(one.left.text, one.right.text) for one in check(link(article("a", left), article("b", right)))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (HOME.format("huyện Yên Châu"), HOME.format("huyện Yên Châu, tỉnh Sơn La")),
        (HOME.format("xã Mường Lựm"), HOME.format("huyện Yên Châu")),
        (HOME.format("quận Gò Vấp"), HOME.format("Q. Gò Vấp, TP.HCM")),
        (HOME.format("huyện Krông Pắk"), HOME.format("huyện Krông Pắc")),
        (HOME.format("quận Liên Chiểu"), HOME.format("quận Liện Chiểu")),
        (HOME.format("tỉnh Sơn La"), HOME.format("TP Sơn La")),
    ],
)
def test_one_home_told_in_two_ways(left: str, right: str) -> None:
    """More or less of one address, a short form, another spelling or a slip of the pen is no clash."""
    assert clashes(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (HOME.format("huyện Yên Châu"), HOME.replace("ngụ", "quê").format("huyện Mộc Châu")),
        (HOME.format("huyện Yên Châu"), HOME.replace("ngụ", "tạm trú").format("quận Hà Đông")),
        (HOME.format("huyện Yên Châu"), HOME.replace("Lò Văn Kín", "Đàm Văn Nhụ").format("huyện Mộc Châu")),
        (HOME.format("huyện Yên Châu"), HOME.format("huyện Mộc Châu; trước ở huyện Yên Châu")),
        (
            HOME.format("huyện Yên Châu"),
            "Lò Văn Kín (quê tỉnh Sơn La) được giao cho Công an xã Tân Lập, huyện Mộc Châu.",
        ),
    ],
)
def test_two_addresses_of_two_sorts(left: str, right: str) -> None:
    """Where somebody comes from or stays, another person, a second home and an office's seat are other matters."""
    assert clashes(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Đại úy Lò Văn Kín (Công an quận Gò Vấp) bị thương.",
            "Đại úy Lò Văn Kín (35 tuổi, ngụ quận Tân Bình) bị thương.",
        ),
        ("Lò Văn Kín (bị bắt tại quận Gò Vấp) nhận tội.", "Lò Văn Kín (ngụ quận Tân Bình) nhận tội."),
        ("Lò Văn Kín giật túi của một phụ nữ ngụ quận Gò Vấp.", "Lò Văn Kín (28 tuổi, ngụ quận Tân Bình) giật túi."),
        ("Lò Văn Kín và vợ (ngụ quận Gò Vấp) bị bắt.", "Lò Văn Kín (ngụ quận Tân Bình) và vợ bị bắt."),
        ("Hai xe tông nhau trên đường Phạm Văn Đồng (quận Gò Vấp).", "Xe tông nhau trên đường Phạm Văn Đồng (quận 9)."),
        ("Lò Văn Kín (28 tuổi, HKTT tỉnh Nghệ An) khai.", "Lò Văn Kín (28 tuổi, ngụ tỉnh Bình Dương) khai."),
        ("Lò Văn Kín, Đàm Thị Nhụ (lần lượt ngụ quận 3 và quận 5) khai.", "Đàm Thị Nhụ (ngụ quận 5) khai."),
        ("Lò Văn Kín, Đàm Thị Nhụ (ngụ các quận Gò Vấp, Tân Bình) khai.", "Đàm Thị Nhụ (ngụ quận Tân Bình) khai."),
    ],
)
def test_places_that_are_nobodys_home(left: str, right: str) -> None:
    """A post, an arrest, somebody else's home, a street named after a person and lists say nothing of one's own."""
    assert clashes(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("huyện Từ Liêm", "quận Nam Từ Liêm"),
        ("TP Buôn Ma Thuột", "TP. Buôn Mê Thuột"),
        ("huyện Vĩnh Lợi cũ", "huyện Hòa Bình"),
        ("TP.HCM", "TP Hồ Chí Minh"),
        ("quận Thuận Hóa", "thành phố Huế"),
    ],
)
def test_names_of_one_unit(left: str, right: str) -> None:
    """Split and former units, spellings and the other name of a great city."""
    assert clashes(HOME.format(left), HOME.format(right)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("phường Cổ Nhuế, quận Bắc Từ Liêm", "xã Cổ Nhuế, huyện Từ Liêm"),
        ("thị xã Nghĩa Lộ, xã Tân Lập", "xã Tân Lập, huyện Mộc Châu"),
        ("huyện Hoài Đức, tỉnh Hà Tây", "huyện Hoài Đức, TP Hà Nội"),
        ("phường Đồng Tâm, quận Hai Bà Trưng", "xã Đồng Tâm, huyện Mỹ Đức"),
    ],
)
def test_a_commune_that_is_another_or_has_moved(left: str, right: str) -> None:
    """A ward is no commune, an address does not run from the greater unit to the smaller, provinces have gone."""
    assert clashes(FIRE.format(left), FIRE.format(right)) == []


def test_a_number_is_no_name() -> None:
    """Two wards may both be number 5, each of its own district."""
    assert clashes(FIRE.format("phường 5, quận 3"), FIRE.format("phường 5, quận Gò Vấp")) == []


def test_an_article_that_names_both_tells_of_two() -> None:
    """Where the other article has that district too, the commune may be another of the same name."""
    right = FIRE.format("xã Tân Lập, huyện Mộc Châu") + " Khói lan sang huyện Yên Châu."
    assert clashes(FIRE.format("xã Tân Lập, huyện Yên Châu"), right) == []


def test_one_person_in_two_districts() -> None:
    """The largest units that differ are shown."""
    left, right = HOME.format("xã Mường Lựm, huyện Yên Châu"), HOME.format("xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La")
    assert clashes(left, right) == [("Yên Châu", "Mộc Châu")]
    relation, (difference,) = judged(left, right)
    assert (relation, difference.kind) == ("conflict", "place")


def test_an_address_in_brackets_needs_no_cue() -> None:
    """Behind a name, in brackets, an address is the person's home."""
    assert clashes(HOME.replace("ngụ ", "").format("phường Vạn Sơn"), HOME.format("P. Ngọc Xuyên")) == [
        ("Vạn Sơn", "Ngọc Xuyên")
    ]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("quận Gò Vấp, TP.HCM", "quận Tân Bình, TP Hồ Chí Minh", ("Gò Vấp", "Tân Bình")),
        ("tỉnh Gia Lai", "tỉnh Bình Định", ("Gia Lai", "Bình Định")),
        ("Q10, TP.HCM", "quận 3, TP.HCM", ("10", "3")),
    ],
)
def test_the_greatest_unit_that_differs(left: str, right: str, found: tuple[str, str]) -> None:
    """The same city told in two ways leads on to the district; names with and without marks can be compared."""
    assert clashes(HOME.format(left), HOME.format(right)) == [found]


def test_one_commune_in_two_districts() -> None:
    """A town of a district's rank stands against a district, whatever province they share."""
    left, right = FIRE.format("xã Nghĩa Lâm, TP. Sơn La"), FIRE.format("xã Nghĩa Lâm, huyện Yên Châu, tỉnh Sơn La")
    assert clashes(left, right) == [("Sơn La", "Yên Châu")]


def test_units_and_whose_they_are() -> None:
    """An address is read unit by unit, numbers and short forms too, with the person before it and the kind of cue."""
    side, _, _ = sides(
        article("a", HOME.replace("ngụ", "tạm trú").format("P.12, Q. Gò Vấp, TP.HCM")), article("b", "Có.")
    )
    (own,) = residences(side)
    assert own.cue == "stay"
    assert [(rank, unit.span.text) for rank, unit in own.address.units.items()] == [
        (1, "12"),
        (2, "Gò Vấp"),
        (3, "HCM"),
    ]


@given(st.text(alphabet="xãphườngquậnPQ.12, (Gò)TPHCMtỉnh-–", max_size=60))
def test_units_stand_where_they_say(text: str) -> None:
    """Whatever the text, every unit's place holds its name, and an address ends where its last unit does."""
    side, _, _ = sides(article("a", text, language="vi"), article("b", "Có."))
    for one in addresses(side):
        spans = [unit.span for unit in one.units.values()]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert (one.start, one.end) == (min(span.start for span in spans), max(span.end for span in spans))


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("quê Quảng Trị", "quê tỉnh Thái Nguyên", [("Quảng Trị", "Thái Nguyên")]),
        ("ngụ TPHCM", "ngụ An Giang", [("TPHCM", "An Giang")]),
        ("ngụ Đồng Nai Thượng", "ngụ Lâm Đồng", []),
        ("quê huyện Đô Lương, Nghệ An", "quê huyện Yên Định, Thanh Hóa", [("Nghệ An", "Thanh Hóa")]),
        ("quê Hà Tây", "quê Hà Nội", []),
        ("quê Quảng Trị", "quê Quảng Trị", []),
    ],
)
def test_provinces_without_a_word_for_their_level(left: str, right: str, found: list[tuple[str, str]]) -> None:
    """ "quê Quảng Trị" names a province as "quê tỉnh Quảng Trị" does."""
    story = "Nguyễn Duy Hưởng (SN 1970, {}) bị bắt chiều qua."
    assert clashes(story.format(left), story.format(right)) == found
