"""Quantities in Vietnamese and English sentences."""

from __future__ import annotations

import pytest

from compare.claims.quantities import find_quantities
from compare.types import Quantity, Sentence


def quantities(text: str, language: str = "vi") -> tuple[Quantity, ...]:
    """Quantities of a Vietnamese sentence, or one in ``language``."""
    return find_quantities(Sentence("a1.s1", 0, len(text), text), language)


def counted(text: str, language: str = "vi") -> list[Quantity]:
    """The same without identifiers."""
    return [one for one in quantities(text, language) if one.kind != "identifier"]


def only(text: str, language: str = "vi") -> Quantity:
    """The one that the sentence holds."""
    (one,) = quantities(text, language)
    return one


@pytest.mark.parametrize(
    "text",
    [
        "Ông đến vào ngày 24/1/2024, sáng 8/1, hôm 27/1 và tháng 10.",
        "Năm 2013, lúc 15h30, quý III/2022, thế kỷ 21.",
        "Trong năm người ta bàn nhiều chuyện của ba mẹ.",
        "Một số người cho rằng nhiều việc chưa xong.",
        "Tỷ lệ này cao, tỉ số chưa đổi, ông triệu tập cuộc họp.",
        "Chị Hai và anh Ba ở Ba Đình.",
        "Đội bóng dự World Cup 2014.",
        "3. Chuột rút vì nóng thường gặp ở trẻ.",
        "Phần lớn hài lòng (xem bảng) 3.",
    ],
)
def test_dates_names_and_plain_words_are_no_quantities(text: str) -> None:
    """Numbers of dates, years, names, look-alike words and items of a list give no count."""
    assert counted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tai nạn trên Quốc lộ 1A.",
        "Xe biển số 79H1-2832 dừng lại.",
        "Theo Nghị định 12/2013/NĐ-CP.",
        "Đội U23 thắng.",
        "Hội nghị G20 khai mạc.",
        "Theo Điều 143 của luật.",
        "Chiếc Boeing 777 cất cánh.",
        "Gọi số 0912 345 678 ngay.",
        "Ở phường 22 có cháy.",
        "Bệnh Covid-19 lan rộng.",
        "Ông trú xóm 7 xã Hòa Bình.",
        "Pha theo tỷ lệ 3:1.",
        "Đội hình 4-2-3-1 ra sân.",
        "Mạng 5G phủ sóng.",
        "Theo Kết luận 12-KL/TW.",
    ],
)
def test_labels_are_identifiers(text: str) -> None:
    """Plates, roads, laws, models, telephones and addresses are identifiers, so that no count meets them."""
    assert [one.kind for one in quantities(text)] == ["identifier"]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("Cá nướng giá từ 100.000đ-150.000đ.", "VND", 100_000, 150_000),
        ("Tài sản trị giá nửa tỷ đồng bị mất.", "VND", 450_000_000, 550_000_000),
        ("Pin 3400mAh dùng hai ngày.", "mAh", 3400, 3400),
        ("Máy có camera 13MP.", "MP", 13, 13),
    ],
)
def test_units_stand_right_behind_a_figure(text: str, unit: str, low: float, high: float) -> None:
    """A unit without a blank before it makes no model of a figure, nor does the dash of a range."""
    one = quantities(text)[0]
    assert (one.unit, one.low, one.high) == (unit, pytest.approx(low), pytest.approx(high))


def test_a_flight_is_told_by_its_letters_and_number() -> None:
    """Behind "chuyến bay" stands a flight, without the 0 before its number; elsewhere, and of a type, a model."""
    texts = ("Chuyến bay mang số hiệu SB 074 bị chậm.", "Chuyến bay A320 bị chậm.", "Máy SB774 bị chậm.")
    assert [(one.unit, one.noun) for one in map(only, texts)] == [
        ("flight", "sb74"),
        ("model", "a320"),
        ("model", "sb774"),
    ]


def test_half_a_billion_is_no_half_of_another_word() -> None:
    """ "nửa tỷ phú" are half of the rich, no number."""
    assert quantities("Hơn nửa tỷ phú và nửa tỷ lệ ấy ở châu Âu.") == ()


def test_plates_keep_their_characters() -> None:
    """Two spellings of a number plate have the same noun, two plates do not."""
    left, right = only("Xe 51B-135.03 chạy."), only("Xe 51B – 135.03 chạy.")
    assert (left.unit, left.noun) == ("plate", "51b13503") == (right.unit, right.noun)


@pytest.mark.parametrize("plate", ["29H-174.xx", "29H-174.**", "29H-1xx.52", "29H1-****"])
def test_a_masked_plate_is_a_plate(plate: str) -> None:
    """Letters and stars over the figures of a number plate are part of it."""
    one = only(f"Xe {plate} chạy.")
    assert (one.unit, one.span.text) == ("plate", plate)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Có 2.500 quân ở đó.", 2500, "quân"),
        ("Đã có 1.500 nhân viên cứu hỏa được huy động.", 1500, "nhân viên cứu hỏa"),
        ("Hơn 150 cuộc tấn công nhằm vào căn cứ.", 150, "cuộc tấn công"),
        ("Thành phố tám triệu dân này.", 8_000_000, "dân"),
        ("Có hai nghìn người đến.", 2000, "người"),
        ("Có năm người bị thương.", 5, "người"),
        ("Có 1.234.567 lượt xem.", 1_234_567, "lượt xem"),
        ("Có 113,888 thí sinh dự thi.", 113_888, "thí sinh"),
        ("Cả nước ghi nhận 36 trường hợp tử vong.", 36, "trường hợp tử vong"),
        ("Số ca mắc tính đến nay là 43.092.", 43_092, "ca mắc"),
        ("Nhóm 5 người bỏ chạy.", 5, "người"),
    ],
)
def test_counts_carry_their_noun(text: str, value: float, noun: str) -> None:
    """A count has the value as written and the noun phrase that it counts."""
    one = only(text)
    assert (one.value, one.unit, one.noun, one.kind) == (value, "", noun, "count")


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("Giá 2,5 triệu đồng.", 2_500_000, "VND", "money"),
        ("Lãi 1.496 tỷ đồng.", 1.496e12, "VND", "money"),
        ("Thuế 77 nghìn tỷ đồng.", 77e12, "VND", "money"),
        ("Vốn 1 triệu 200 nghìn đồng.", 1_200_000, "VND", "money"),
        ("Thưởng 4 triệu rưỡi đồng.", 4_500_000, "VND", "money"),
        ("Vốn 302 triệu USD.", 302_000_000, "USD", "money"),
        ("Giá 37,23 triệu đồng/lượng.", 37_230_000, "VND/tael", "money"),
        ("Rừng rộng 3 ha.", 30_000, "m2", "measure"),
        ("Nhà máy rộng 65.400m2.", 65_400, "m2", "measure"),
        ("Sâu 19,5 km.", 19_500, "m", "measure"),
        ("Cao 1m75.", 1.75, "m", "measure"),
        ("Có 290 tấn.", 290_000, "kg", "measure"),
        ("Mạnh 6,6 độ richter.", 6.6, "magnitude", "measure"),
        ("Tăng 7,8%.", 7.8, "%", "percent"),
        ("Tù 5 năm 6 tháng.", 5.5, "year", "measure"),
        ("Phạt 2 năm rưỡi tù.", 2.5, "year", "measure"),
        ("Mất 5 tiếng đồng hồ.", 300, "minute", "measure"),
        ("Trong hai tuần.", 14, "day", "measure"),
        ("Ông 56 tuổi.", 56, "year", "age"),
        ("Ông Nam (41, ngụ Thủ Đức) bị bắt.", 41, "year", "age"),
        ("Rộng 43.000 m2.", 43_000, "m2", "measure"),
        ("Lãi 7,6%/năm.", 7.6, "%/năm", "percent"),
        ("Giá 200 triệu đồng/tấn.", 200_000, "VND/kg", "money"),
        ("Dư chấn mạnh 4,7 độ.", 4.7, "magnitude", "measure"),
        ("Trời nóng 40 độ C.", 40, "degree", "measure"),
        ("Trận động đất có độ lớn 6,1.", 6.1, "magnitude", "measure"),
        ("Bà Lan (SN 1983) ngồi sau.", 1983, "year", "birth-year"),
        ("Một nửa là người nước ngoài.", 50, "%", "percent"),
        ("Được 2/3 số phiếu.", pytest.approx(200 / 3), "%", "percent"),
    ],
)
def test_units_come_in_their_base(text: str, value: float, unit: str, kind: str) -> None:
    """A measure, amount of money, share or age is given in the base of its unit."""
    one = only(text)
    assert (one.value, one.unit, one.kind) == (value, unit, kind)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Có 2.500 quân.", 2500, 2500),
        ("Có khoảng 2.500 quân.", 2250, 2750),
        ("Có gần 50 triệu khách hàng.", 45e6, 50e6),
        ("Có hơn 150 cuộc tấn công.", 150, 180),
        ("Thiệt hại hơn 2 triệu đồng.", 2_000_000, 2_999_000),
        ("Có ít nhất 65 vụ cháy.", 65, 81.25),
        ("Có hàng chục cuộc tấn công.", 10, 99),
        ("Có hàng chục nghìn người.", 10_000, 99_000),
        ("Kéo dài gần 1 thập kỷ.", 7.5, 10),
        ("Kéo dài hàng thập kỷ.", 20, 99),
        ("Từ 400 đến 900 người.", 400, 900),
        ("Có 25-30 người.", 25, 30),
        ("Lãi 2-3 triệu đồng.", 2e6, 3e6),
        ("Lãi từ 500.000 đến 1,6 triệu đồng.", 5e5, 1.6e6),
        ("Từ 500 m đến 1 km.", 500, 1000),
        ("Nhiệt độ 28 - 31 độ C.", 28, 31),
        ("Trẻ từ 5 đến dưới 12 tuổi.", 5, 12),
        ("Lạm phát trên dưới 4%.", 3.6, 4.4),
    ],
)
def test_hedges_and_ranges_widen(text: str, low: float, high: float) -> None:
    """A hedge, a vague amount or a range gives the values that it can stand for."""
    one = only(text)
    assert (one.low, one.high) == pytest.approx((low, high))


def test_a_total_fits_under_its_rounding() -> None:
    """ "hơn 31.000" covers 31.015 and leaves 38.000 out."""
    one = only("Có hơn 31.000 ca.")
    assert one.low <= 31_015 <= one.high < 38_000


@pytest.mark.parametrize(
    ("text", "value", "noun", "kind"),
    [
        ("Đây là báo cáo thứ 11.", 11, "báo cáo", "ordinal"),
        ("Đó là lần thứ hai.", 2, "lần", "ordinal"),
        ("Ghi bàn ở phút 85.", 85, "phút", "ordinal"),
        ("Ngân hàng xếp thứ 1.682.", 1682, "", "ordinal"),
        ("Có 7 trong 9 lán trại bị cháy.", 7, "lán trại", "count"),
        ("Là tân binh đầu tiên.", 1, "tân binh", "ordinal"),
        ("Đội nhà thắng 3-1.", None, "3-1", "score"),
    ],
)
def test_ranks_and_scores_are_no_counts(text: str, value: float | None, noun: str, kind: str) -> None:
    """Ordinals, minutes of a match and scores have kinds of their own."""
    one = only(text)
    assert (one.value, one.noun, one.kind) == (value, noun, kind)


def test_the_span_covers_hedge_number_and_unit() -> None:
    """The span is an offset in the article and ends before the noun."""
    text = "Họ phá khoảng 25.800 héc-ta rừng."
    (one,) = find_quantities(Sentence("a1.s2", 100, 100 + len(text), text), "vi")
    assert (one.span.start, one.span.text, one.noun) == (107, "khoảng 25.800 héc-ta", "rừng")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "noun"),
    [
        ("There are about 2,500 troops there.", 2250, 2750, "", "troops"),
        ("Dozens of soldiers were hurt.", 24, 99, "", "soldiers"),
        ("It cost $3bn.", 3e9, 3e9, "USD", ""),
        ("It rose 12 per cent.", 12, 12, "%", ""),
        ("A 5-year-old boy.", 5, 5, "year", ""),
        ("Two men died.", 2, 2, "", "men"),
        ("Between 5 and 10 people died.", 5, 10, "", "people"),
        ("Twenty-one people died.", 21, 21, "", "people"),
        ("It made 2.5 million cars.", 2.5e6, 2.5e6, "", "cars"),
    ],
)
def test_english_quantities(text: str, low: float, high: float, unit: str, noun: str) -> None:
    """English figures are read with English separators, words and units."""
    one = only(text, "en")
    assert (one.low, one.high, one.unit, one.noun) == (pytest.approx(low), pytest.approx(high), unit, noun)


@pytest.mark.parametrize(
    "text", ["Anh Sơn nói: 'Tôi thích chiếc Vela 12' rồi về.", "Trạm ở 10°30'N.", "Cô chạy 30' mỗi ngày."]
)
def test_mark_behind_a_figure_is_no_minute_of_play(text: str) -> None:
    """A closing quotation mark, an angle or a length of time is no minute of a match."""
    assert "ordinal" not in [one.kind for one in counted(text)]


def test_minutes_of_play() -> None:
    """The minutes in brackets or after a scorer's name are ordinals of "phút"."""
    found = counted("Lê Tuấn ghi bàn (12', 72') rồi Phạm Hùng 45+2' gỡ lại.")
    assert [(one.kind, one.noun, one.value) for one in found] == [("ordinal", "phút", one) for one in (12, 72, 45)]


def test_tonnage_of_a_ship_is_no_weight() -> None:
    """DWT, GT and TEU are measures of their own, beside the tonnes of a cargo."""
    found = counted("Cảng đón tàu 30.000 DWT, 5.000 GT, chở 2.000 TEU và 30.000 tấn hàng.")
    expected = [("DWT", 30000), ("GT", 5000), ("TEU", 2000), ("kg", 3e7)]
    assert [(one.unit, one.value) for one in found] == expected


def test_size_of_a_package_belongs_to_its_price() -> None:
    """The weight right after a price per bottle tells which bottle, and is no figure of its own."""
    found = counted("Giá bán là 1.318.000 đồng/bình 45 kg và 365.000 đồng/bình 12kg.")
    assert [one.unit for one in found] == ["VND/bình 45 kg", "VND/bình 12 kg"]
    assert [one.unit for one in counted("Giá tăng 580 đồng/kg, mỗi bình 45 kg.")] == ["VND/kg", "kg"]


def test_so_many_out_of_so_many() -> None:
    """ "8 trong số 10 người" counts eight people; the ten are no figure of their own."""
    one = only("Có 8 trong số 10 người đồng ý.")
    assert (one.value, one.noun, one.span.text) == (8, "người", "8 trong số 10")


def test_document_number_with_blanks_around_its_dash() -> None:
    """ "123/QLD – MP" is one document number, the same as without blanks."""
    assert only("Công văn 123/QLD – MP nêu rõ.").noun == only("Công văn 123/QLD-MP nêu rõ.").noun


def test_blank_inside_a_number() -> None:
    """A blank that strayed into a grouped number divides it no more."""
    assert only("Giá mới là 1.955. 500 đồng.").value == 1955500


@pytest.mark.parametrize("text", ["(+0,13%)", "tăng +0,13%", "(-0,13%)"])
def test_a_sign_before_a_figure_is_not_part_of_it(text: str) -> None:
    """A rise written with its sign is read whole: the figure behind the comma alone would be another."""
    found = quantities(f"Chỉ số Đông Đô thay đổi {text} hôm 5/8.")
    assert [one.value for one in found if one.kind == "percent"] == [0.13]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It paid £528M.", 528e6, 528e6, "GBP"),
        ("It paid $1.5b for it.", 1.5e9, 1.5e9, "USD"),
        ("It carries 3m passengers a year.", 3e6, 3e6, ""),
        ("A cable of 3m broke.", 3, 3, "m"),
        ("Between three and six million people fell ill.", 3e6, 6e6, ""),
        ("Two hundred and five people fell ill.", 205, 205, ""),
        ("It took three and a half years.", 3.5, 3.5, "year"),
        ("It cost A$30m.", 30e6, 30e6, "AUD"),
    ],
)
def test_english_ways_to_write_a_figure(text: str, low: float, high: float, unit: str) -> None:
    """A letter for millions behind money or before what is counted, ranges in words, halves, other dollars."""
    one = only(text, "en")
    assert (one.low, one.high, one.unit) == (low, high, unit)


def test_the_end_of_a_sum_in_an_unknown_currency_is_no_figure() -> None:
    """Of "KSh25,000" nothing is read, rather than a bare "000"."""
    assert counted("The wage was KSh25,000.", "en") == []


def test_a_vietnamese_range_between_two_ends() -> None:
    """ "Giữa ba và sáu triệu" is one range; "ba người và sáu xe" is none."""
    one = only("Giữa ba và sáu triệu người bị nhiễm bệnh.")
    assert (one.low, one.high) == (3e6, 6e6)
    assert [one.high for one in counted("Có 3 người và 6 xe.")] == [3, 6]
