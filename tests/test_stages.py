"""An affair that moves on: the stages of a trial, and plans carried out where no page says when it was written."""

from __future__ import annotations

import pytest

from compare.judge.words import words_of
from tests.helpers_judge import judged

OPENING = "Sáng 3/6, TAND tỉnh Hòa Lâm mở phiên tòa xét xử vụ án buôn lậu gỗ ở cảng Vân."
GOING_ON = "Ngày 4/6, phiên tòa xét xử vụ án buôn lậu gỗ ở cảng Vân tiếp tục diễn ra tại TAND tỉnh Hòa Lâm."
SENTENCE = "Chiều 5/6, TAND tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân."
PLAN = "Phiên đấu giá cổ phần nhà máy đường Hòa Lâm dự kiến diễn ra ngày 27/4."


@pytest.mark.parametrize(
    "other",
    [
        "Chiều 2/6, TAND tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân.",  # it would have ended before it began
        "Chiều 5/6, TAND huyện Tam Hà tuyên án vụ trộm xe máy ở chợ Đông.",
        "TAND tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
        "Chiều 5/6, TAND tỉnh Hòa Lâm chưa tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
        "Dự kiến chiều 5/6, TAND tỉnh Hòa Lâm sẽ tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
        "Nếu đủ chứng cứ, chiều 5/6 TAND tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
        "Theo lịch, TAND tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân ngày 5/6.",
        "Phiên tòa xét xử vụ án buôn lậu gỗ ở cảng Vân của TAND tỉnh Hòa Lâm tạm hoãn đến ngày 5/6.",
        "Ngày 5, TAND tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
    ],
)
def test_no_later_stage_without_a_later_day_of_the_same_affair(other: str) -> None:
    """A sentence before the opening, of another affair, of an unknown day or still to come is no update."""
    assert judged(OPENING, other)[0] != "update"


@pytest.mark.parametrize(("first", "second"), [(OPENING, GOING_ON), (OPENING, SENTENCE), (GOING_ON, SENTENCE)])
def test_a_later_stage_on_a_later_day_is_an_update(first: str, second: str) -> None:
    """Opening, going on and sentence of one trial: the days differ since the trial moved on, whoever is read first."""
    assert judged(first, second)[0] == judged(second, first)[0] == "update"


def test_a_later_stage_is_shown_with_its_words_and_days() -> None:
    """The editor reads what stage each source is at and when that was."""
    ((found,), (turned,)) = (judged(one, other, "vi")[1] for one, other in ((OPENING, SENTENCE), (SENTENCE, OPENING)))
    assert (found.left.text, found.right.text) == (turned.right.text, turned.left.text) == ("mở phiên tòa", "tuyên án")
    assert found.note == "Báo A kể “mở phiên tòa” (“Sáng 3/6”), Báo B kể bước sau: “tuyên án” (“Chiều 5/6”)."


@pytest.mark.parametrize(
    "other",
    [
        "Sáng 27/4, nhà máy đường Hòa Lâm đã công bố lãi năm ngoái.",
        "Sáng 29/4, đã diễn ra phiên đấu giá cổ phần nhà máy đường Hòa Lâm.",
        "Sáng 27/4, nhà máy đường Bắc Hà đã diễn ra phiên đấu giá cổ phần.",
        "Sáng 27/4, đã không diễn ra phiên đấu giá cổ phần nhà máy đường Hòa Lâm.",
    ],
)
def test_no_plan_is_carried_out_by_another_deed_or_on_another_day(other: str) -> None:
    """Where no page says when it was written, a plan is only done where its verb is told, and its day if any day
    is.
    """
    assert judged(PLAN, other)[0] != "update"


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        (PLAN, "Phiên đấu giá cổ phần nhà máy đường Hòa Lâm đã diễn ra."),
        (
            "Dự luật đất đai sẽ được thông qua tại kỳ họp thứ 5.",
            "Tại kỳ họp thứ 5, dự luật đất đai đã chính thức được thông qua.",
        ),
        ("Công ty vừa và nhỏ Bắc Hà sẽ sáp nhập với Hòa Lâm.", "Công ty nhỏ và vừa Bắc Hà đã sáp nhập với Hòa Lâm."),
    ],
)
def test_a_plan_told_as_done_with_its_verb_is_an_update(plan: str, deed: str) -> None:
    """What one source announces and another tells as done has moved on, whoever is read first; no day is needed."""
    assert judged(plan, deed)[0] == judged(deed, plan)[0] == "update"


def test_a_plan_done_on_its_day_is_an_update() -> None:
    """What one source expects for a day and another reports of that day has happened."""
    done = "Sáng 27/4, đã diễn ra phiên đấu giá cổ phần nhà máy đường Hòa Lâm."
    assert judged(PLAN, done)[0] == judged(done, PLAN)[0] == "update"


def test_two_peoples_trials_are_no_course_of_one() -> None:
    """The opening of one person's trial and the sentence of another's do not follow each other."""
    first = "Sáng 3/6, TAND tỉnh Hòa Lâm mở phiên tòa xét xử Lê Văn Hoan tội trộm gỗ ở cảng Vân."
    second = "Chiều 5/6, TAND tỉnh Hòa Lâm tuyên án Trần Văn Khánh tội trộm gỗ ở cảng Vân."
    assert judged(first, second)[0] != "update"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Sáng 3/6, tòa mở phiên tòa xét xử bị cáo Hoan, người bị đề nghị phạt 8 năm tù vì trộm 20 khối gỗ.",
            "Chiều 5/6, tòa tuyên án bị cáo Hoan, người bị đề nghị phạt 8 năm tù vì trộm 30 khối gỗ.",
        ),
        ("Công ty Hòa Lâm sẽ trả cổ tức 20% vào ngày 27/4.", "Công ty Hòa Lâm đã trả cổ tức 10% vào ngày 27/4."),
    ],
)
def test_a_clash_stands_though_the_affair_has_moved_on(first: str, second: str) -> None:
    """What changed between plan and deed, or opening and sentence, is what the editor has to see."""
    assert judged(first, second)[0] == judged(second, first)[0] == "conflict"


@pytest.mark.parametrize(("old", "new"), [("Tòa hủy", "Toà huỷ"), ("khỏe, xòe", "khoẻ, xoè"), ("THỦY", "THUỶ")])
def test_a_tone_may_stand_on_either_vowel(old: str, new: str) -> None:
    """Outlets place the tone of "toà" in two ways; to the checks it is one word."""
    assert [one.form for one in words_of(old)] == [one.form for one in words_of(new)]


def test_the_u_behind_a_q_is_no_vowel() -> None:
    """In "quý" there is one way only, and syllables that go on keep their tone."""
    assert [one.form for one in words_of("quý hoàng toán")] == ["quý", "hoàng", "toán"]


def test_somebody_unidentified_leaves_nothing_open() -> None:
    """ "Một người chưa xác định được giới tính" says who, not that what the other source tells was not known yet."""
    left = "Họ nằm trong căn phòng kín, bên cạnh là than củi đã đốt."
    right = "Ba phụ nữ và một người chưa xác định được giới tính nằm trong căn phòng kín, bên cạnh là than củi đã đốt."
    assert judged(left, right)[0] == "agree"
