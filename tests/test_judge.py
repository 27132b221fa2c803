"""Judgement: what must not be called a conflict first, then what must, then what holds for any pair."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.judge.notes import _catalogue
from compare.judge.verdict import GIVING_WAY, checks, judge, weigh_all
from compare.judge.weighing import load_weighing
from compare.types import Article
from tests.helpers_judge import article, judged, link, sides

NO_CONFLICT = {
    "the same figure": ("Vụ cháy làm 12 người chết tại chợ Đông.", "Có 12 người chết trong vụ cháy chợ Đông."),
    "a rounding that fits": ("Hơn 31.000 người dự lễ hội ở Tam Hà.", "Lễ hội ở Tam Hà có 31.015 người dự."),
    "one thing by two nouns": ("Mỹ để lại 2.500 quân ở Iraq.", "Khoảng 2.500 lính Mỹ còn ở lại Iraq."),
    "a total and its parts": (
        "Trên máy bay có 39 hành khách và 5 thành viên phi hành đoàn.",
        "Máy bay chở tất cả 44 người.",
    ),
    "an age and its birth year": (
        article("a", "Bà Trần Thị Sen (60 tuổi) bị thương khi qua đường.", datetime(2013, 11, 1)),
        article("b", "Bà Trần Thị Sen (SN 1953) bị thương khi qua đường.", datetime(2013, 11, 1)),
    ),
    "figures of different things": (
        "Vụ lật tàu làm 7 người chết và 22 người bị thương.",
        "Tàu chở 85 hành khách bị lật làm nhiều người bị thương.",
    ),
    "different units": ("Đám cháy thiêu rụi 40 ngôi nhà ở Sơn Bình.", "Đám cháy ở Sơn Bình kéo dài 40 giờ."),
    "ages of two people": ("Anh Lê Văn Tý (35 tuổi) bị xe tông.", "Tài xế Phạm Minh Hòa (30 tuổi) tông anh Tý."),
    "days of two events": (
        "Ngày 3/5, bão số 2 đổ bộ vào Hải Ninh.",
        "Ngày 9/5, chính quyền Hải Ninh họp bàn việc sửa đê.",
    ),
    "months counted and named": (
        "Trong 8 tháng năm 2022, cảng Bắc Hà đón 40 tàu.",
        "Từ tháng 1/2022 đến tháng 8/2022, cảng Bắc Hà đón 40 tàu.",
    ),
    "several causes and one of them": (
        "Nguyên nhân tai nạn ở Hải Ninh: 21% do lấn làn đường; 25% do không quan sát.",
        "Nguyên nhân tai nạn ở Hải Ninh là do tài xế uống rượu bia.",
    ),
    "two deeds with a cause each": (
        "Lý do nước này cấm dứa vì mâu thuẫn chính trị và ngừng nhập chuối do tranh chấp biển.",
        "Lý do nước này cấm dứa là vì sâu bệnh trên quả.",
    ),
    "one place and a list of others": (
        "Cuộc họp được mở ở Hà Nội, Hải Phòng và Cần Thơ hôm qua.",
        "Cuộc họp được mở ở Hà Nội, Đà Nẵng hôm qua.",
    ),
    "two lists of places": (
        "Cuộc họp được mở ở Hà Nội, Hải Phòng, Cần Thơ và Cà Mau hôm qua.",
        "Cuộc họp được mở ở Hà Nội, Đà Nẵng, Cần Thơ và Cà Mau hôm qua.",
    ),
    "two lists of provinces without an end": (
        "Cuộc họp được mở ở các tỉnh Hà Nam, Hải Dương, Cà Mau hôm qua.",
        "Cuộc họp được mở ở các tỉnh Hà Nam, Kiên Giang, Cà Mau hôm qua.",
    ),
    "plates masked and written out": (
        "Xe khách 29H-174.xx lật trên quốc lộ 5.",
        "Xe khách 29H-174.52 lật trên quốc lộ 5.",
    ),
    "plates masked by stars": (
        "Xe khách 29H-174.** lật trên quốc lộ 5.",
        "Xe khách 29H-1xx.52 lật trên quốc lộ 5.",
    ),
    "an hour told as a part of the day": ("Vụ nổ xảy ra lúc 17h ngày 4/6.", "Vụ nổ xảy ra chiều 4/6."),
    "attacks by and on others": (
        "Mỹ tiến hành hàng chục cuộc tấn công vào các nhóm vũ trang ở Iraq.",
        "Liên quân hứng chịu hơn 150 cuộc tấn công của các nhóm vũ trang ở Iraq.",
    ),
    "rates and totals": ("Nga bán 100 triệu tấn dầu trong 10 năm.", "Nga bán mỗi năm 10 triệu tấn dầu/năm."),
    "a percentage with fewer decimals": (
        "Chỉ số Bắc Hà tăng 0,49% trong phiên sáng.",
        "Chỉ số Bắc Hà tăng 0,5% trong phiên sáng.",
    ),
    "the lowest and the highest": (
        "Hà Nội có mưa, nhiệt độ thấp nhất 23 - 26 độ C.",
        "Hà Nội có mưa, nhiệt độ cao nhất 28 - 31 độ C.",
    ),
    "accidents of two lorries": (
        "Lúc 10h ngày 1/11, xe tải 51C-200.74 lật trên quốc lộ 1A.",
        "Lúc 3h ngày 1/11, xe khách 66B1-054.53 lật trên quốc lộ 1A.",
    ),
    "the same denial in other words": (
        "Công ty không đề cập tới việc bồi thường cho dân.",
        "Thông báo của công ty không hề đề cập tới việc bồi thường.",
    ),
    "a deed told in the passive": (
        "Ông Trần Văn Ba đánh ông Lê Văn Tư tại quán nước.",
        "Ông Lê Văn Tư bị ông Trần Văn Ba đánh tại quán nước.",
    ),
    "what would happen": (
        "Ông dọa rút vốn nếu tên ông không xuất hiện trên lá phiếu.",
        "Ông sẽ rút vốn trừ phi tên ông xuất hiện trên lá phiếu.",
    ),
    "elapsed times that open a sentence": (
        "5 phút sau, Trần Minh gỡ hòa cho chủ nhà Hải Nam.",
        "12 phút sau đó, Trần Minh gỡ hòa cho chủ nhà Hải Nam.",
    ),
    "elapsed times that point back": (
        "Tuy nhiên chưa đầy 1 phút sau đó, bàn gỡ đã đến với đội Hải Nam.",
        "Tuy nhiên, đúng 3 phút sau, đội Hải Nam gỡ hòa bằng bàn của Minh.",
    ),
    "elapsed times from two events": (
        "Xe cứu hỏa rời chợ Đông 40 phút sau khi dập lửa.",
        "Xe cứu hỏa đến chợ Đông 15 phút sau khi nhận tin.",
    ),
    "an elapsed time and a duration": (
        "Cầu thủ Hải Nam ghi bàn 10 phút sau khi vào sân.",
        "Cầu thủ Hải Nam ghi bàn và thi đấu 25 phút.",
    ),
    "neighbouring minutes of play": (
        "Phút 23, Trần Minh mở tỷ số cho Hải Nam.",
        "Phút 24, Trần Minh mở tỷ số cho Hải Nam.",
    ),
    "so many times of two deeds": (
        "Anh đã 3 lần vô địch quốc gia cùng Hải Nam.",
        "Anh đã 5 lần thi đấu ở nước ngoài cùng Hải Nam.",
    ),
    "ordinals of two holders": (
        "Đây là lần thứ 2 đội Hải Nam vào chung kết.",
        "Đây là lần thứ 3 chủ tịch dự trận chung kết.",
    ),
    "what is clearly below a bound": (
        "Đám cháy chợ Đông được dập tắt sau khoảng 30 phút.",
        "Đám cháy chợ Đông được dập tắt sau chưa đầy một giờ.",
    ),
    "a degree denied": (
        "Trần Minh không ở lại Hải Nam được lâu.",
        "Trần Minh ở lại Hải Nam trong hai ngày.",
    ),
    "denied of one man, said of another": (
        "Lê Tú không tham dự cuộc họp báo sau trận đấu.",
        "Trần Minh tham dự cuộc họp báo sau trận đấu.",
    ),
    "not only": (
        "Cơn bão không chỉ tàn phá nhà cửa ở Hải Ninh.",
        "Cơn bão chỉ tàn phá nhà cửa ở Hải Ninh.",
    ),
    "a day of the telling": (
        "Ngày 3/5, công an cho biết vụ cháy chợ Đông làm 3 người chết.",
        "Vụ cháy chợ Đông xảy ra ngày 1/5 làm 3 người chết.",
    ),
    "a day right before the verb of saying": (
        "Công an Hải Ninh hôm 3/5 cho biết vụ cháy chợ Đông làm 3 người chết.",
        "Công an Hải Ninh cho biết vụ cháy chợ Đông ngày 1/5 làm 3 người chết.",
    ),
    "a day in brackets with its own figure": (
        "Giá gạo ở chợ Đông (22/5: 14.500 đồng) tăng nhẹ so với tuần trước.",
        "Giá gạo ở chợ Đông ngày 25/5 tăng nhẹ so với tuần trước.",
    ),
    "two scenes of a match": (
        "Phút 23, Trần Minh mở tỷ số cho Hải Nam.",
        "Phút 67, Lê Tú nâng tỷ số cho Hải Nam.",
    ),
    "a foreign name cut short and misspelt": (
        "Cầu thủ Trần Minh chuyển sang New England Revolution hôm nay.",
        "Cầu thủ Trần Minh chuyển sang New Eangland hôm nay.",
    ),
    "one text taken over a day later": (
        article("a", "Trận đấu giữa Hải Nam và Dallas diễn ra hôm nay.", datetime(2014, 5, 1, 22)),
        article("b", "Trận đấu giữa Hải Nam và Dallas diễn ra hôm nay.", datetime(2014, 5, 2, 6)),
    ),
    "days of two acts": (
        "Ngày 2/5, thanh tra niêm phong kho hàng của Hải Nam.",
        "Sau nhiều lần hoãn, chợ Đông đóng cửa hẳn vào ngày 9/5.",
    ),
    "closes of sessions that no day is named for": (
        "Chỉ số Đông Đô giảm hơn 100 điểm, xuống 3.278,22 điểm.",
        "Lúc đóng cửa, chỉ số Đông Đô giảm 18 điểm, còn 3.098,99 điểm.",
    ),
    "an index that rises at one hour and falls at another": (
        "Đến 9h38 ngày 5/8, chỉ số Đông Đô đứng ở mức 502,13 điểm, tăng 0,56 điểm.",
        "Đến 10h23 ngày 5/8, chỉ số Đông Đô đứng ở mức 501,42 điểm, giảm 0,15 điểm.",
    ),
    "prices of two undated pages": (
        "Giá vàng thế giới sáng nay tương đương 49,51 triệu đồng/lượng, thấp hơn giá trong nước.",
        "Giá vàng thế giới sáng 26/8 tương đương 49,80 triệu đồng/lượng, thấp hơn giá trong nước.",
    ),
    "two days, each its paper's own": (
        "Diễn biến giá cà phê hôm nay 22/8 ở chợ Đông.",
        "Diễn biến giá cà phê hôm nay 26/8 ở chợ Đông.",
    ),
    "two plans for two decades": (
        "Tỉnh đã thực hiện thành công chiến lược phát triển kinh tế giai đoạn 2011-2020.",
        "Tỉnh quyết thực hiện thành công chiến lược phát triển kinh tế giai đoạn 2021-2030.",
    ),
    "two officials with their offices": (
        "Ông Nguyễn Minh Thức cho biết đơn vị lần đầu mua lương thực bằng đấu thầu qua mạng.",
        "Ông Hạ Văn Căn - Cục trưởng Cục Dự trữ Sông Lam cho biết đơn vị lần đầu mua lương thực bằng đấu thầu "
        "qua mạng.",
    ),
    "days on which an officer with a long title spoke": (
        "Chiều 26/5, thiếu tá Trần Văn Hải – Phó trưởng Công an huyện Bình Lãng (tỉnh Sông Lam) cho biết đang truy tìm "
        "hai người chém ông Lộc.",
        "Sáng 27/5, thiếu tá Trần Văn Hải – Phó trưởng Công an huyện Bình Lãng (tỉnh Sông Lam) xác nhận đang truy tìm "
        "hai người chém ông Lộc.",
    ),
    "offices of two people": (
        "Khi ông Phạm Ngọc Mẫn đến, ông Dương Trí Thức giữ chức Phó tổng giám đốc Hàng không Sông Lam.",
        "Ông Phạm Ngọc Mẫn giữ chức Tổng giám đốc Hàng không Sông Lam trước khi ông Dương Trí Thức được chọn.",
    ),
    "rises of two shares": (
        "Tăng mạnh nhất là HĐA, tăng 400 đồng (+6,67%), khối lượng giao dịch đạt 50 đơn vị.",
        "Tăng mạnh nhất là SLM, tăng 100 đồng (+12,5%), khối lượng giao dịch đạt 29.140 đơn vị.",
    ),
    "an expert and another cited beside a third": (
        "GS.TS Vũ Đình Khoa (Viện Giáo dục Bình Lãng) cho biết sách mới phải theo định hướng sau năm 2015.",
        "Theo GS.TS Lê Hữu Tường (Đại học Sông Lam) và TS Phan Bá Ngọc (Viện Giáo dục Bình Lãng), sách mới phải theo "
        "định hướng sau năm 2015.",
    ),
    "a height and a distance": (
        "Máy bay rơi xuống vịnh Hải Ninh khoảng 10 dặm bên trong lãnh hải.",
        "Máy bay rơi xuống vịnh Hải Ninh từ độ cao hơn 11.000 m.",
    ),
    "holders of two offices": (
        "Bộ trưởng Lê Văn Sơn nghiêng về khả năng máy bay bị khủng bố.",
        "Thủ tướng Trần Văn Hải nghiêng về khả năng máy bay bị khủng bố.",
    ),
    "one name in two spellings": (
        "Ông Mohammed Al Rami phát biểu tại Doha.",
        "Ông Mohamed Al Rami phát biểu tại Doha.",
    ),
}

CONFLICT = {
    "tolls that cannot both be true": (
        "Vụ sập cầu Long Sơn làm 22 người chết.",
        "Vụ sập cầu Long Sơn làm 15 người chết.",
        "number",
    ),
    "depths of one quake": (
        "Trận động đất có tâm chấn sâu 20 km.",
        "Trận động đất có tâm chấn sâu 9 km.",
        "number",
    ),
    "elapsed times from one event": (
        "Xe cứu hỏa đến nơi 10 phút sau khi nhận tin báo cháy chợ Đông.",
        "Xe cứu hỏa đến nơi 25 phút sau khi nhận tin báo cháy chợ Đông.",
        "number",
    ),
    "minutes of one goal": (
        "Phút 23, Trần Minh mở tỷ số cho Hải Nam.",
        "Phút 25, Trần Minh mở tỷ số cho Hải Nam.",
        "number",
    ),
    "so many times of one deed": (
        "Trần Minh đã 3 lần vô địch quốc gia.",
        "Trần Minh đã 5 lần vô địch quốc gia.",
        "number",
    ),
    "ages of one woman": (
        "Bà Nguyễn Thị Giêng (48 tuổi) bị thương ở tay.",
        "Bà Nguyễn Thị Giêng (58 tuổi) bị thương ở tay.",
        "number",
    ),
    "hours of one end": (
        "Đến 21 giờ 30 cùng ngày, hiện trường được giải tỏa.",
        "Đến 19 giờ cùng ngày, hiện trường được giải tỏa.",
        "date",
    ),
    "opposite directions": (
        "Tâm chấn nằm cách thành phố Hoa Lan 53 km về phía tây nam.",
        "Tâm chấn nằm cách thành phố Hoa Lan 53 km về phía tây bắc.",
        "place",
    ),
    "a swapped name of a ward": (
        "Ông Lê Văn Sáu trú phường Phước Long, quận 9.",
        "Ông Lê Văn Sáu trú phường Long Phước, quận 9.",
        "place",
    ),
    "one plate ill copied": (
        "Xe máy 79H1-2832 va chạm với xe tải trên quốc lộ 1A.",
        "Xe máy 71H9-2832 va chạm với xe tải trên quốc lộ 1A.",
        "number",
    ),
    "a slip of the year": (
        "Thanh tra thời kỳ từ 1/1/2001 đến 30/9/2013.",
        "Thanh tra trong thời kỳ từ 1/1/2011 đến ngày 30/9/2013.",
        "date",
    ),
    "brothers": (
        "Nạn nhân là em trai của nghi phạm Trần Văn Bảy.",
        "Nạn nhân là anh trai của nghi phạm Trần Văn Bảy.",
        "actor",
    ),
    "where he died": (
        "Anh Nam tử vong tại chỗ sau cú va chạm với xe tải.",
        "Anh Nam tử vong trên đường đi cấp cứu sau cú va chạm với xe tải.",
        "outcome",
    ),
    "done and not done": (
        "Công ty đã trả lương tháng 3 cho công nhân nhà máy Hòa An.",
        "Công ty chưa trả lương tháng 3 cho công nhân nhà máy Hòa An.",
        "polarity",
    ),
    "who did it to whom": (
        "Ông Trần Văn Ba đánh ông Lê Văn Tư tại quán nước.",
        "Ông Lê Văn Tư đánh ông Trần Văn Ba tại quán nước.",
        "actor",
    ),
    "two causes": (
        "Ông Hai cho biết nguyên nhân vụ cháy kho là do chập điện.",
        "Ông Hai cho biết nguyên nhân vụ cháy kho là do hàn xì bất cẩn.",
        "cause",
    ),
    "across languages": (
        "The fire in Lang Son killed 12 people.",
        "Vụ cháy ở Lạng Sơn làm 15 người chết.",
        "number",
    ),
    "English figures": (
        "The collapse of the Long Son bridge killed 22 people.",
        "The collapse of the Long Son bridge killed 15 people.",
        "number",
    ),
}


@pytest.mark.parametrize("case", NO_CONFLICT)
def test_what_fits_is_no_conflict(case: str) -> None:
    """Roundings, parts, other things and other spellings are never called a conflict."""
    left, right = NO_CONFLICT[case]
    assert judged(left, right)[0] != "conflict"
    assert judged(right, left)[0] != "conflict"


@pytest.mark.parametrize("case", CONFLICT)
def test_what_cannot_both_be_true_is_a_conflict(case: str) -> None:
    """Clear clashes in one slot are conflicts of their kind, whichever side comes first."""
    left, right, kind = CONFLICT[case]
    first, second = (
        article(name, text, language="en" if text.startswith("The") else "vi")
        for name, text in (("a", left), ("b", right))
    )
    for one, other in ((first, second), (second, first)):
        relation, differences = judged(one, other)
        assert relation == "conflict"
        assert differences[0].kind == kind


def test_a_figure_that_the_other_article_tells_elsewhere_is_no_conflict() -> None:
    """An article that has both tolls knows of two things; which one a sentence tells is no contradiction."""
    left, right, _ = CONFLICT["tolls that cannot both be true"]
    first, second = article("a", left), article("b", right)
    one, other, context = sides(first, second)
    told = {**context.figures, "b": (*context.figures["b"], *context.figures["a"])}
    assert judge(one, other, 0.95, context=context)[0] == "conflict"
    assert judge(one, other, 0.95, context=replace(context, figures=told))[0] != "conflict"


def test_a_figure_that_the_other_article_tells_in_other_digits_is_no_conflict() -> None:
    """Who writes of some 20 dead further down does not deny the 19 of the other article; who writes of 50 does."""
    first = article("a", "Vụ nổ ở kho hàng khiến 12 người thiệt mạng.")
    second = article("b", "Vụ nổ ở kho hàng khiến 19 người thiệt mạng.")
    one, other, context = sides(first, second)
    for count, relation in ((20, "agree"), (50, "conflict")):
        later = sides(first, article("c", f"Tối qua tỉnh báo khoảng {count} người thiệt mạng."))[2].figures["c"]
        told = {**context.figures, "a": (*context.figures["a"], *later)}
        assert judge(one, other, 0.95, context=replace(context, figures=told))[0] == relation


def test_totals_of_other_frequencies_are_no_conflict() -> None:
    """Whoever pays so many times a month comes to another sum: the times differ, not the sums."""
    _, differences = judged(
        "Bà Sen gửi tiền 2 lần/tháng, tổng cộng 40 triệu đồng.",
        "Bà Sen gửi tiền 3 lần/tháng, tổng cộng 60 triệu đồng.",
    )
    assert not any("triệu" in one.left.text for one in differences)


def test_a_toll_that_rises_with_the_clock_is_an_update() -> None:
    """The later article has more dead: only the moment differs."""
    early = article("a", "Đã có 41 thi thể được tìm thấy sau vụ chìm phà.", datetime(2013, 10, 21, 13, 0))
    late = article("b", "Đã có 43 thi thể được tìm thấy sau vụ chìm phà.", datetime(2013, 10, 22, 15, 0))
    assert judged(early, late)[0] == "update"
    assert judged(late, early)[0] == "update"


def test_what_was_not_yet_so_is_an_update() -> None:
    """Not yet in the earlier article, done in the later one; the other way round both cannot be true."""
    texts = "Trần Minh chưa tìm được bến đỗ.", "Trần Minh đã tìm được bến đỗ mới."
    early, late = datetime(2014, 5, 1, 8), datetime(2014, 5, 2, 8)
    first, second = article("a", texts[0], early), article("b", texts[1], late)
    assert judged(first, second)[0] == judged(second, first)[0] == "update"
    assert judged(article("a", texts[0], late), article("b", texts[1], early))[0] == "conflict"


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        ("Hải Nam đã họp sáng 2/5, dự kiến khởi công cầu Long Sơn vào tháng sau.", "agree"),
        ("Hải Nam đã khởi công cầu Long Sơn sáng 2/5.", "update"),
    ],
)
def test_a_plan_that_is_still_a_plan_is_no_update(later: str, relation: str) -> None:
    """Only a deed carries a plan out, not another plan of the same beside some other deed."""
    early = article("a", "Hải Nam sẽ khởi công cầu Long Sơn.", datetime(2014, 5, 1, 8))
    assert judged(early, article("b", later, datetime(2014, 5, 2, 8)))[0] == relation


def test_a_toll_that_falls_is_a_conflict() -> None:
    """Bodies once found are not lost again."""
    early = article("a", "Đã có 43 thi thể được tìm thấy sau vụ chìm phà.", datetime(2013, 10, 21, 13, 0))
    late = article("b", "Đã có 41 thi thể được tìm thấy sau vụ chìm phà.", datetime(2013, 10, 22, 15, 0))
    assert judged(early, late)[0] == "conflict"


def test_an_unsure_link_needs_a_surer_clash() -> None:
    """The same clash is less of a conflict where the two sentences may not be of one fact."""
    left, right, _ = CONFLICT["depths of one quake"]
    assert judged(left, right, probability=0.95)[0] == "conflict"
    assert judged(left, right, probability=0.001)[0] == "agree"


@pytest.mark.parametrize("case", CONFLICT)
def test_a_doubtful_link_is_never_a_conflict(case: str) -> None:
    """However clear the clash, two sentences that likely tell of two things are unclear at most."""
    left, right, _ = CONFLICT[case]
    assert judged(left, right, probability=0.39)[0] in ("unclear", "agree")


def test_the_note_names_the_sources_and_shows_the_words() -> None:
    """The reason is one sentence in the language of the report."""
    left, right, _ = CONFLICT["tolls that cannot both be true"]
    english, vietnamese = (judged(left, right, language)[1][0].note for language in ("en", "vi"))
    assert english.count(".") == 1
    assert "Báo A" in english
    assert "22" in english
    assert "15" in vietnamese
    assert "cùng một điều" in vietnamese


def test_both_languages_have_every_note() -> None:
    """No reason is missing in one of the report's languages."""
    catalogue = _catalogue()
    assert catalogue["en"].keys() == catalogue["vi"].keys()


def test_every_check_is_found_by_walking_the_folder() -> None:
    """A new check is one new file."""
    kinds = {"number", "date", "place", "actor", "polarity", "outcome", "cause", "quote", "certainty"}
    assert kinds <= checks().keys()


PIECES = (
    "Ông Tư|nói|không có|12 người|7 tấn|ngày 3/5|lúc 17h|chết tại chỗ|tăng|giảm|vì mưa|sẽ họp|đã họp|chưa rõ|tây nam|"
    "tây bắc|(SN 1953)|“tốt”|bà Năm|phủ nhận|xác nhận"
)
WORDS = st.sampled_from(PIECES.split("|"))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.lists(WORDS, min_size=1, max_size=14))
def test_differences_point_at_their_own_words(left: list[str], right: list[str]) -> None:
    """Whatever the text, spans are exact slices and anything but agreement has something to show."""
    first, second = article("a", " ".join(left)), article("b", " ".join(right))
    relation, differences = judged(first, second)
    assert differences or relation == "agree"
    for one in differences:
        assert first.text[one.left.start : one.left.end] == one.left.text
        assert second.text[one.right.start : one.right.end] == one.right.text


def test_contrary_words_of_two_speakers_are_no_conflict() -> None:
    """What two people say of one matter may differ; of one speaker it may not."""
    calm = "Ông Nguyễn Hải nói quan hệ hai nước rất tốt sau chuyến thăm."
    tense = "{} nói quan hệ hai nước căng thẳng sau chuyến thăm."
    assert judged(calm, tense.format("Bà Trần Lan"))[0] == "agree"
    assert judged(calm, tense.format("Ông Nguyễn Hải"))[0] == "conflict"


def test_figures_at_one_offset_of_two_articles_are_not_taken_for_each_other() -> None:
    """The hurt of one article are held against the hurt of the other, wherever their figures stand."""
    first = article("a", "Lũ lớn khiến 62 người chết, 45 người bị thương.", datetime(2020, 8, 1))
    second = article("b", "Lũ lớn khiến 50 người bị thương tại xã.", datetime(2020, 8, 2))
    relation, (difference, *_) = judged(first, second)
    assert (relation, difference.left.text, difference.right.text) == ("update", "45", "50")


def test_a_sum_beside_the_dead_is_no_toll() -> None:
    """Damage that is told three times as high a day later stays in sight: it does not rise like the number of dead."""
    first = article("a", "Bão làm 45 người chết, thiệt hại 300 tỷ đồng.", datetime(2020, 8, 1))
    second = article("b", "Bão làm 45 người chết, thiệt hại 900 tỷ đồng.", datetime(2020, 8, 2))
    assert judged(first, second)[0] in ("unclear", "conflict")


def test_a_numeral_of_hundreds_of_digits_is_no_figure() -> None:
    """A prime of 320 digits breaks nothing."""
    prime = "7" * 320
    assert judged(f"Ông An công bố số nguyên tố {prime} hôm qua.", f"Ông An công bố số {prime} hôm nay.")[0] == "agree"


@pytest.mark.parametrize("case", [*NO_CONFLICT, *CONFLICT])
def test_it_does_not_matter_which_article_comes_first(case: str) -> None:
    """The same pair the other way round has the same clashes with the same weight, their sides changed."""
    left, right = (*NO_CONFLICT.get(case, ()), *CONFLICT.get(case, ()))[:2]
    both = [
        one if isinstance(one, Article) else article(name, one) for name, one in zip("ab", (left, right), strict=True)
    ]
    there, back = (weigh_all(pair) for pair in (link(*both), link(*both).mirrored()))
    told = [(w.evidence.kind, w.evidence.left.text, w.evidence.right.text, round(w.probability, 6)) for w in there]
    met = [(w.evidence.kind, w.evidence.right.text, w.evidence.left.text, round(w.probability, 6)) for w in back]
    assert sorted(told) == sorted(met)


def test_a_toll_that_rises_explains_no_clash_of_places() -> None:
    """An update of one detail does not hide a conflict of another, which is what the editor has to see."""
    first = article("a", "Lũ quét ở xã Hòa Lâm, huyện Vân Hà làm 45 người chết.", datetime(2020, 8, 1))
    second = article("b", "Lũ quét ở xã Tân Lập, huyện Vân Hà làm 50 người chết.", datetime(2020, 8, 2))
    relation, differences = judged(first, second)
    assert relation == "conflict"
    assert differences[0].kind == "place"


@pytest.mark.parametrize("case", [*NO_CONFLICT, *CONFLICT])
def test_no_feature_is_worked_out_for_nothing(case: str) -> None:
    """Every feature of a clash is weighed somewhere, or says that the clash gives way to others."""
    weighing = load_weighing()
    tables = (*weighing.families.values(), *weighing.slots.values())
    known = GIVING_WAY | {name for one in tables for name in one.coefficients} | {*weighing.trees.features}
    left, right = (*NO_CONFLICT.get(case, ()), *CONFLICT.get(case, ()))[:2]
    named = zip("ab", (left, right), strict=True)
    pair = link(*(one if isinstance(one, Article) else article(name, one) for name, one in named))
    assert {name for one in weigh_all(pair) for name in one.evidence.features} <= known
