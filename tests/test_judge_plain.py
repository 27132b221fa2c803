"""What any reader sees: one figure up and down, two caps, two ways, a draft and its decree, one state and the next.

Silent cases first: each is the near relation of a clash below.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers_judge import article, judged

SILENT = {
    "prices of two days": (
        "Vàng Tân Kim ở mức 36,16 triệu đồng/lượng, giảm 20 nghìn đồng/lượng so với hôm qua.",
        "Vàng Tân Kim ở mức 36,18 triệu đồng/lượng, tăng 20 nghìn đồng/lượng so với hôm qua.",
    ),
    "up by the month and down by the year": (
        "Xuất khẩu cá của tỉnh tăng 12% so với tháng trước, giảm 12% so với cùng kỳ.",
        "Xuất khẩu cá của tỉnh tăng 12% so với tháng trước.",
    ),
    "a cap and a figure below it": (
        "Mỗi hộ ở Vân Hà được hỗ trợ tối đa 5 triệu đồng.",
        "Mỗi hộ ở Vân Hà được hỗ trợ 4 triệu đồng.",
    ),
    "a sum that is not taken apart": (
        "Bị cáo Sáu bị phạt 20 năm tù về tội lừa đảo và 6 năm tù về tội rửa tiền.",
        "Bị cáo Sáu lĩnh tổng cộng 26 năm tù.",
    ),
    "the dead and the hurt together": (
        "Vụ sập giàn giáo làm 3 người chết, 10 người bị thương.",
        "Vụ sập giàn giáo làm 13 người thương vong.",
    ),
    "the provinces of two figures": (
        "Hà Nội có 6,9 triệu xe máy đang lưu hành.",
        "TP.HCM có 8,5 triệu xe máy đang lưu hành.",
    ),
    "two goals of one player": (
        "Phút 20, Trần Văn Hùng mở tỷ số 1-0.",
        "Phút 63, Trần Văn Hùng nâng tỷ số lên 2-0.",
    ),
    "a proposal without a decision": (
        "Sở đề xuất mức hỗ trợ 5 triệu đồng cho mỗi hộ ở Vân Hà.",
        "Mức hỗ trợ cho mỗi hộ ở Vân Hà là 4 triệu đồng.",
    ),
    "the number of the decree that is proposed": (
        "Bộ đề xuất sửa Nghị định 81/2015/NĐ-CP về công bố thông tin.",
        "Bộ ban hành Nghị định 87/2015/NĐ-CP về công bố thông tin.",
    ),
    "nearly on both sides": (
        "Ông Bảy suýt khóc khi con trai ghi bàn.",
        "Ông Bảy suýt chút nữa khóc khi con trai ghi bàn.",
    ),
    "the hunt and the arrest told together": (
        "Cảnh sát truy bắt suốt đêm và đã bắt ba nghi can vụ cướp tiệm vàng.",
        "Cảnh sát truy bắt ba nghi can vụ cướp tiệm vàng suốt đêm.",
    ),
    "an arrest that is planned": (
        "Cảnh sát truy bắt ba nghi can vụ cướp tiệm vàng.",
        "Cảnh sát lên kế hoạch bắt giữ ba nghi can vụ cướp tiệm vàng.",
    ),
    "pleas of two cases": (
        "Viện kiểm sát đề nghị mức án 12 năm tù với Lê Thị Lan.",
        "Tòa tuyên phạt Phạm Văn Hòa 12 năm tù.",
    ),
    "one or two": (
        "Chị Hoa thử thêm 1,2 cái khác nữa ở tiệm váy.",
        "Chị Hoa thử thêm 1, 2 cái khác nữa ở tiệm váy.",
    ),
    "points of an index on two days": (
        "HNX-Index giảm 0,08%, đứng tại 84,97 điểm.",
        "Sang phiên này, HNX-Index lại tăng 0,08% và đóng cửa ở 85,29 điểm.",
    ),
    "what a decree comes to": (
        "Theo đó, ông Tám sẽ bị cách chức giám đốc sở.",
        "Ông Tám đã bị cách chức giám đốc sở.",
    ),
    "a rise by the year and a fall by the quarter": (
        "Lợi nhuận quý III của Sông Vân tăng 15% so với cùng kỳ.",
        "Lợi nhuận quý III của Sông Vân giảm 15% so với quý trước.",
    ),
    "a currency against another and back": (
        "Đồng yen giảm 1,5% so với USD.",
        "USD tăng 1,5% so với đồng yen.",
    ),
    "down from a level and up to it": (
        "Vàng giảm từ đỉnh 92 triệu đồng/lượng.",
        "Vàng tăng lên đỉnh 92 triệu đồng/lượng vào đầu tháng.",
    ),
    "two ways of two cars that meet": (
        "Xe đầu kéo chạy hướng Quảng Ngãi đi Đà Nẵng tông xe khách chạy ngược chiều.",
        "Xe khách đang chạy hướng Đà Nẵng đi Quảng Ngãi thì bị xe đầu kéo tông.",
    ),
    "a pass and a goal in one match": (
        "Trần Văn Hùng kiến tạo ở phút 13, đội Vân Hà thắng 3-0.",
        "Trần Văn Hùng ghi bàn ở phút 70, đội Vân Hà thắng 3-0.",
    ),
    "absent by two words": (
        "Ông Minh vắng mặt tại phiên tòa sáng nay.",
        "Ông Minh không có mặt tại phiên tòa sáng nay.",
    ),
    "no licence, and licences taken": (
        "Tài xế không có giấy phép lái xe.",
        "Công an tạm giữ giấy phép lái xe của tài xế.",
    ),
    "nearly done and kept from doing": (
        "Cụ bà suýt chuyển 500 triệu đồng cho kẻ lừa đảo.",
        "Công an ngăn cụ bà chuyển 500 triệu đồng cho kẻ lừa đảo.",
    ),
    "what is asked of a bank and what it does": (
        "Ông Trần Hải kêu gọi Ngân hàng Sông Vân giảm lãi suất.",
        "Ngân hàng Sông Vân giữ nguyên lãi suất.",
    ),
    "the pleas of two sides": (
        "Luật sư đề nghị giảm còn 5 năm tù cho bị cáo.",
        "Viện kiểm sát đề nghị tuyên phạt 7 năm tù cho bị cáo.",
    ),
    "two fires": (
        "Đám cháy rừng ở Vân Hà chưa được dập tắt.",
        "Đám cháy ở xã bên cạnh đã được dập tắt.",
    ),
    "some begun, some not yet": (
        "Các dự án đã có đất; một số đã triển khai, một số khác đang hoặc chưa triển khai.",
        "Có số đã triển khai, đang triển khai hoặc chưa, tất cả đều đã có đất.",
    ),
    "8 ships sent, and 4 more to be": (
        "Tỉnh đã gửi thêm 8 tàu cứu hộ ra đảo Hòn Vân và hứa sẽ điều 4 tàu nữa.",
        "Tỉnh sẽ gửi thêm 4 tàu cứu hộ ra đảo Hòn Vân.",
    ),
    "a month and the first months of the year": (
        "Chiều 31/5, tỉnh họp báo về tình hình kinh tế tháng 5, 5 tháng đầu năm 2017.",
        "Chiều 31/5, tỉnh họp báo về tình hình kinh tế 5 tháng đầu năm 2017.",
    ),
    "the day of a hearing and that of its announcement": (
        "Ông Trần Hải sẽ điều trần trước ủy ban vào ngày 8-6.",
        "Việc ông Trần Hải điều trần trước ủy ban được công bố bởi ông Lê Bách vào hôm 19-5.",
    ),
    "the end of a range": (
        "Vé giá rẻ của Đường sắt Vân Hà áp dụng từ ngày 19/6 đến hết ngày 30/8.",
        "Vé giá rẻ của Đường sắt Vân Hà mở bán từ ngày 14/6, áp dụng từ 19/6 - 30/8.",
    ),
    "floods of two months": (
        "Từ ngày 7/6, một đợt lũ nhỏ sẽ xuất hiện trên thượng lưu sông Vân, sông Hà.",
        "Từ ngày 15/5, một đợt lũ nhỏ sẽ xuất hiện trên thượng lưu sông Vân, sông Hà.",
    ),
    "a denial, and somebody else's silence": (
        "Quan chức tỉnh Hòa Lâm bác bỏ tin ông Sáu bị giam lỏng.",
        "Bộ Ngoại giao nói đã biết tin ông Sáu bị giam lỏng nhưng không xác nhận hay phủ nhận.",
    ),
    "years of training and months of silence": (
        "Võ sư Tám nói công phu của ông là thành quả khổ luyện suốt 45 năm.",
        "Võ sư Tám nói ông phải tập trung hoàn thành công phu trong 3 tháng.",
    ),
    "the lowest since two years": (
        "Dự trữ ngoại hối giảm xuống mức thấp nhất kể từ đầu năm 2011.",
        "Dự trữ ngoại hối giảm mạnh nhất kể từ năm 1994.",
    ),
    "a hunt and the course of the arrest": (
        "Trong quá trình vây bắt, Và Mua lao xe vào tổ công tác.",
        "Trong quá trình bắt giữ, Và Mua lao xe vào tổ công tác.",
    ),
    "what a price rose by on two days": (
        "Phiên ngày 8/2, vàng thế giới tăng 6 USD, lên 1.239 USD/oz.",
        "Phiên ngày 6/2, vàng thế giới tăng gần 8 USD, lên 1.229 USD/oz.",
    ),
    "one way by two names": (
        "Xe khách chạy hướng TPHCM đi Nha Trang.",
        "Xe khách chạy theo hướng TP HCM về Nha Trang.",
    ),
}


@pytest.mark.parametrize("case", SILENT)
def test_near_relations_of_plain_clashes_agree(case: str) -> None:
    """Nothing in these pairs contradicts anything or has moved on."""
    assert judged(*SILENT[case])[0] == "agree"


CONFLICTS = {
    "up and down by one figure": (
        "Xăng E5 giảm 312 đồng một lít, còn 19.868 đồng.",
        "Giá xăng E5 tăng 312 đồng một lít, lên 19.868 đồng.",
        ("giảm 312 đồng một lít", "tăng 312 đồng một lít"),
    ),
    "two caps": (
        "Mỗi hộ ở Vân Hà được hỗ trợ tối đa 5 triệu đồng.",
        "Mỗi hộ ở Vân Hà được hỗ trợ tối đa 4 triệu đồng.",
        ("tối đa 5 triệu đồng", "tối đa 4 triệu đồng"),
    ),
    "one sum of other parts": (
        "Tòa tuyên 20 năm tù về tội lừa đảo và 6 năm tù về tội rửa tiền, tổng hợp hình phạt là 26 năm tù.",
        "Bị cáo nhận 19 năm tù về tội lừa đảo và 7 năm tù về tội rửa tiền, tổng hợp là 26 năm tù.",
        ("20 năm", "19 năm"),
    ),
    "two speeds": (
        "Hộp đen cho thấy xe khách chạy 78 km/h trước cú tông.",
        "Theo hộp đen, xe khách chạy 108 km/giờ ngay trước cú tông.",
        ("78 km/h", "108 km/giờ"),
    ),
    "two results of one test": (
        "Tài xế xe khách âm tính với ma túy.",
        "Tài xế xe khách dương tính với ma túy.",
        ("âm tính", "dương tính"),
    ),
    "two hours of a landfall": (
        "Khoảng 22h ngày 28/10, tâm bão đi vào đất liền phía bắc tỉnh Hòa Lâm.",
        "Khoảng 2 giờ rạng sáng 29/10, tâm bão đi vào đất liền phía bắc tỉnh Hòa Lâm.",
        ("Khoảng 22h ngày 28/10", "Khoảng 2 giờ rạng sáng 29/10"),
    ),
    "two minutes of one goal": (
        "Phút 68, Trần Văn Hùng đánh đầu nâng tỷ số lên 2-1.",
        "Trần Văn Hùng ghi bàn nâng tỷ số lên 2-1 ở phút 63.",
        ("68", "63"),
    ),
    "the way there and the way back": (
        "Xe khách chạy hướng TPHCM đi Nha Trang.",
        "Xe khách chạy theo hướng Nha Trang về TP HCM.",
        ("TPHCM đi Nha Trang", "Nha Trang về TP HCM"),
    ),
    "on probation and not": (
        "Bà Hạnh lĩnh 3 năm tù cho hưởng án treo về tội tham ô tài sản.",
        "Bà Hạnh bị phạt 3 năm tù về tội tham ô tài sản, không được hưởng án treo.",
        ("cho hưởng án treo", "không được hưởng án treo"),
    ),
    "a forecast raised and left": (
        "Công ty Sông Vân nâng dự báo doanh thu cả năm.",
        "Công ty Sông Vân giữ nguyên dự báo doanh thu cả năm.",
        ("nâng dự báo", "giữ nguyên dự báo"),
    ),
    "no request and a request": (
        "Tỉnh Hòa Lâm chưa có đề nghị trung ương hỗ trợ gạo.",
        "Tỉnh Hòa Lâm đã có văn bản đề nghị trung ương hỗ trợ 2.000 tấn gạo.",
        ("chưa có đề nghị trung ương hỗ trợ", "đề nghị trung ương hỗ trợ"),
    ),
    "nearly wept and wept": (
        "Ông Bảy suýt khóc khi con trai ghi bàn.",
        "Ông Bảy đã khóc khi con trai ghi bàn.",
        ("suýt khóc khi con trai ghi bàn", "khóc khi con trai ghi bàn"),
    ),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_plain_clashes_are_conflicts(case: str) -> None:
    """One of the two has to be wrong, and the words that say so are shown."""
    left, right, words = CONFLICTS[case]
    for one, other, shown in ((left, right, words), (right, left, words[::-1])):
        relation, differences = judged(one, other)
        assert relation == "conflict"
        assert any((one.left.text, one.right.text) == shown for one in differences)


UPDATES = {
    "not yet entered and entered": (
        "Tiền đạo Kounda vẫn chưa được đăng ký thi đấu.",
        "Tiền đạo Kounda đã được đăng ký thi đấu.",
    ),
    "not opened yet and opened": (
        "Đến nay cầu Vân Hà chưa được khánh thành.",
        "Cầu Vân Hà đã được khánh thành sáng nay.",
    ),
    "a toll that has risen": (
        "Vụ tai nạn ở Hòa Lâm khiến 3 người tử vong.",
        "Thêm nạn nhân không qua khỏi, nâng số người chết trong vụ tai nạn ở Hòa Lâm lên 4.",
    ),
    "the dead of two hours, as many as the dead and missing of the first": (
        "Đến 8h ngày 29/10, bão đã làm 9 người chết, 4 người chưa tìm thấy.",
        "Cập nhật lúc 17h ngày 29/10, bão đã làm 13 người chết.",
    ),
    "a death toll that has risen": ("The outbreak has killed 27 people.", "The death toll has risen to 34."),
    "a draft and the decree": (
        "Theo dự thảo, hộ nghèo được hỗ trợ 100% giá xe.",
        "Nghị định vừa ban hành quy định hộ nghèo được hỗ trợ 80% giá xe.",
    ),
    "a plea and the sentence": (
        "Chiều 20/1, viện kiểm sát đề nghị mức án 12-13 năm tù với bị cáo Lan vì tham ô.",
        "Chiều 23/1, tòa tuyên phạt bị cáo Lan 12 năm tù vì tham ô.",
    ),
    "burning after half an hour and put out after two": (
        "Đám cháy sau 30 phút vẫn chưa được khống chế.",
        "Đám cháy đã được khống chế sau 2 giờ.",
    ),
    "hunted and caught, by two spokesmen": (
        "Thượng tá Lê Văn Hùng cho biết công an đang truy bắt nghi phạm đâm người.",
        "Đại tá Trần Văn Nam xác nhận nghi phạm đâm người đã bị bắt.",
    ),
    "a speech to come and given": (
        "Ông dự kiến sẽ phát biểu tại Đại học Bách khoa.",
        "Ông đã có bài phát biểu tại Đại học Bách khoa.",
    ),
    "a match to come and called off": (
        "Trận đấu giữa hai võ sĩ sẽ diễn ra vào ngày 26/6 tại Thượng Hải.",
        "Trận đấu giữa hai võ sĩ tại Thượng Hải bị hủy bỏ, chưa hẹn ngày trở lại.",
    ),
    "hunted and caught": ("Cảnh sát đang truy bắt ba nghi can.", "Cảnh sát đã bắt giữ ba nghi can."),
}


@pytest.mark.parametrize("case", UPDATES)
def test_what_has_come_since_is_an_update(case: str) -> None:
    """Without any date the words alone say which of the two is the later, in either order."""
    left, right = UPDATES[case]
    assert judged(left, right)[0] == judged(right, left)[0] == "update"


def test_statistics_taken_on_two_days_have_moved_on() -> None:
    """What was counted "tại thời điểm" of a day is counted anew on another; the hour of an event stays a clash."""
    stock = "Chỉ số tồn kho ngành chế biến tại thời điểm {} tăng {} so với cùng thời điểm năm trước."
    january, may = stock.format("01/01/2017", "8,3%"), stock.format("01/5/2017", "11%")
    assert judged(january, may)[0] == judged(may, january)[0] == "update"
    assert judged(may, stock.format("01/5/2017", "8,3%"))[0] == "conflict"
    fire = "Vụ cháy xảy ra tại thời điểm {} ngày 3/5 ở chợ Cẩm Đông."
    assert judged(fire.format("21h"), fire.format("23h"))[0] == "conflict"


def test_headlines_that_name_their_day_date_two_prices() -> None:
    """ "Hôm nay 7/2" and "hôm nay 9/2" over two price reports say which of the two is the later."""
    first = article("a", "Giá vàng Tân Kim ở mức 36,16 triệu đồng/lượng.")
    second = article("b", "Giá vàng Tân Kim ở mức 36,52 triệu đồng/lượng.")
    titles = "Giá vàng hôm nay 7/2: đi ngang", "Giá vàng hôm nay 9/2: tăng mạnh"
    both = [replace(one, title=title) for one, title in zip((first, second), titles, strict=True)]
    assert judged(*both)[0] == "update"
    assert judged(first, second)[0] == "agree"
    assert judged(replace(first, title="Giá vàng hôm nay"), both[1])[0] == "agree"
