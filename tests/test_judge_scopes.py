"""Figures and hours that are of other scopes, and plain contradictions that no form of words may hide."""

from __future__ import annotations

import pytest

from tests.helpers_judge import judged

SILENT = {
    "half-time and full time": (
        "Hiệp một khép lại với tỷ số 1-0 cho Vân Hà.",
        "Vân Hà thắng Hòa Lâm với tỷ số chung cuộc 2-1.",
    ),
    "six months and a year": (
        "Sản lượng gạo đạt 5 triệu tấn trong 6 tháng đầu năm.",
        "Sản lượng gạo cả năm đạt 10,2 triệu tấn.",
    ),
    "what was aimed at and what came": (
        "Tỉnh đặt mục tiêu tăng trưởng kinh tế 6,5% năm nay.",
        "Kinh tế của tỉnh năm nay ước tăng 6,1%.",
    ),
    "the suspect's age and the victim's": (
        "Nghi phạm 19 tuổi bị bắt tối 4/8.",
        "Nạn nhân 17 tuổi được đưa đi cấp cứu tối 4/8.",
    ),
    "temperatures at two places": (
        "Nhiệt độ ở Sa Pa xuống 3 độ C.",
        "Nhiệt độ ở Mẫu Sơn xuống -1 độ C.",
    ),
    "the dead and missing taken apart": (
        "Sạt lở làm 8 người chết và mất tích ở xã Vân Hà.",
        "Sạt lở ở xã Vân Hà làm 5 người chết, 3 người mất tích.",
    ),
    "adults and children of a total": (
        "Vụ lật thuyền trên sông Trà làm 6 người chết, trong đó có 2 trẻ em.",
        "Thuyền lật trên sông Trà khiến 4 người lớn và 2 trẻ em thiệt mạng.",
    ),
    "a fire begins and is put out": (
        "Khoảng 2h15, lửa bùng lên ở chợ Vân Hà.",
        "Đến 5h30, lửa ở chợ Vân Hà được dập tắt.",
    ),
    "a fire discovered and under control": (
        "Người dân phát hiện cháy lúc 1h45.",
        "Khoảng 5h30, đám cháy được khống chế.",
    ),
    "an hour told by what is missing to it": (
        "Vụ nổ ở mỏ Vân Hà xảy ra lúc 8 giờ kém 15.",
        "Vụ nổ ở mỏ Vân Hà xảy ra lúc 7h45.",
    ),
    "midnight of two days": (
        "Vụ nổ ở mỏ Vân Hà xảy ra lúc 12h đêm 4/8.",
        "Vụ nổ ở mỏ Vân Hà xảy ra lúc 0h ngày 5/8.",
    ),
    "midnight by word": (
        "Bão đổ bộ vào Vân Hà lúc 0h ngày 8/9.",
        "Bão đổ bộ vào Vân Hà lúc nửa đêm 7/9.",
    ),
    "what nobody may do and what is done": (
        "Xe máy không được vào đường cao tốc Vân Hà.",
        "Một xe máy đã vào đường cao tốc Vân Hà.",
    ),
    "days of deeds in two provinces": (
        "Trước đó, ngày 25/5, đoàn thanh tra Sở Y tế Lâm Đồng đã kiểm tra đột xuất cửa hàng thuốc.",
        "Trước đó, ngày 5/4, đoàn thanh tra Sở Y tế Bến Tre đã kiểm tra đột xuất cửa hàng thuốc.",
    ),
    "tables of two races": (
        "Kết quả: 1 44 Hà 70 1:33:05 1 25 2 77 Lâm 70 0:19 3 18 3 3 Vân 70 0:35 6 15.",
        "Kết quả: 1 77 Lâm 71 1:21:48 1 25 2 5 Bách 71 0:58 2 18 3 3 Vân 71 0:06 4 15.",
    ),
    "a currency's name and its code": (
        "Xe Vân Hà được bán với giá từ 458.000 Rupee ở Ấn Độ.",
        "Xe Vân Hà được bán với giá từ 458.000 INR ở Ấn Độ.",
    ),
    "what is called off and what is not held": (
        "Câu lạc bộ Vân Hà hủy diễu hành mừng chức vô địch.",
        "Câu lạc bộ Vân Hà không diễu hành mừng chức vô địch.",
    ),
    "a parade that was called off": (
        "Buổi diễu hành mừng chức vô địch của Vân Hà đã bị hủy.",
        "Vân Hà không diễu hành mừng chức vô địch.",
    ),
    "two people's stances": (
        "Đại biểu Lê Thị Sâm phản đối dự án sân bay.",
        "Đại biểu Trần Văn Bách ủng hộ dự án sân bay.",
    ),
    "nobody killed and some hurt": (
        "Không có người thiệt mạng trong vụ cháy chợ Vân Hà.",
        "Ba người bị thương trong vụ cháy chợ Vân Hà.",
    ),
    "nobody hurt in another place": (
        "Quả đạn rơi xuống ruộng, không ai bị thương.",
        "Ở Hòa Lâm, hai người bị thương khi nhà sập.",
    ),
}

CONFLICTS = {
    "nobody against somebody": (
        "Không có người thiệt mạng trong vụ vỡ đập Vân Hà.",
        "Hai người thiệt mạng trong vụ vỡ đập Vân Hà.",
    ),
    "no casualties": ("Vụ nổ ở mỏ Vân Hà không có thương vong.", "Vụ nổ ở mỏ Vân Hà làm 3 người bị thương."),
    "nobody, in English": ("No one was killed in the Van Ha blast.", "Two people were killed in the Van Ha blast."),
    "licensed and not": (
        "Đập Vân Hà được cấp phép xây dựng năm 2019.",
        "Đập Vân Hà không được cấp phép xây dựng.",
    ),
    "one person's stance": (
        "Đại biểu Lê Thị Sâm phản đối dự án sân bay vì nợ công cao.",
        "Đại biểu Lê Thị Sâm ủng hộ dự án sân bay, cho rằng nợ công vẫn an toàn.",
    ),
    "a licence suspended and not": (
        "Police said the driver's licence had been suspended.",
        "The driver's licence had not been suspended, police said.",
    ),
    "midnights of two nights": (
        "Vụ nổ ở mỏ Vân Hà xảy ra lúc 12h đêm 4/8.",
        "Vụ nổ ở mỏ Vân Hà xảy ra lúc 0h ngày 7/8.",
    ),
    "two temperatures of one place": (
        "Nhiệt độ ở Vân Hà đêm qua xuống -3 độ C.",
        "Nhiệt độ ở Vân Hà đêm qua xuống -1 độ C.",
    ),
}


@pytest.mark.parametrize("case", SILENT)
def test_figures_of_other_scopes_do_not_clash(case: str) -> None:
    """Each figure or hour may be true of its own part, moment, place or person."""
    left, right = SILENT[case]
    assert judged(left, right)[0] == judged(right, left)[0] == "agree"


@pytest.mark.parametrize("case", CONFLICTS)
def test_plain_contradictions_are_conflicts(case: str) -> None:
    """What anybody reads as a contradiction is none of the agreements, whichever article comes first."""
    left, right = CONFLICTS[case]
    assert judged(left, right)[0] == judged(right, left)[0] == "conflict"


def test_a_plain_negation_in_other_words_is_unclear() -> None:
    """Where the rest of the sentences differs a "not yet" may be of something else: a person should look."""
    left = "Công an tỉnh đã khởi tố vụ án vỡ đập Vân Hà để điều tra."
    right = "Cơ quan công an chưa khởi tố vụ án vỡ đập."
    assert judged(left, right)[0] == judged(right, left)[0] == "unclear"


def test_prices_of_a_morning_and_an_afternoon_have_moved_on() -> None:
    """Parts of one day are moments as hours are."""
    left = "Sáng 20/8, giá vàng miếng SJC niêm yết ở mức 79,5 triệu đồng/lượng."
    right = "Chiều 20/8, vàng miếng SJC được niêm yết 80 triệu đồng/lượng."
    assert judged(left, right)[0] == judged(right, left)[0] == "update"
