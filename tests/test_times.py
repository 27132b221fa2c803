"""Time expressions, resolved against the publication date."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from compare.claims.extract import extract_article
from compare.claims.quantities import find_quantities
from compare.claims.times import carry_days, find_times
from compare.segment import segment
from compare.types import Article, Sentence, Time

PUBLISHED = datetime(2024, 1, 28)  # a Sunday


def times(text: str, language: str = "vi", published: datetime | None = PUBLISHED) -> tuple[Time, ...]:
    """Times of a sentence in an article of ``published``."""
    return find_times(Sentence("a1.s1", 0, len(text), text), language, published)


def only(text: str, language: str = "vi", published: datetime | None = PUBLISHED) -> Time:
    """The one that the sentence holds."""
    (one,) = times(text, language, published)
    return one


@pytest.mark.parametrize(
    "text",
    [
        "Đạt 3.1 điểm, thắng 2-1.",
        "Còn 1/2 xô canh.",
        "Mở cửa 24/7.",
        "Được 2/3 số phiếu.",
        "Giành điểm trên lưới 4/10 (40%), điểm break 3/8 (38 %).",
        "Có 2000 người dự World Cup 2014.",
        "Kéo dài 3 ngày, mất 5 giờ.",
        "Trong 10 năm qua, đây là lần thứ hai.",
        "Xe dừng ở phút 85.",
        "Theo Nghị định 12/2013/NĐ-CP.",
        "Bà Lan sinh năm 1957.",
        "Tổng công ty 3/2 kháng cáo.",
        "Kỳ họp thứ 4 bàn về luật.",
        "Thua 13-10 sau 5-10 phút.",
    ],
)
def test_scores_fractions_and_durations_are_no_times(text: str) -> None:
    """Decimals, scores, fractions, durations, ordinals, laws and birth years are no times."""
    assert times(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Ngày 24/1/2024 có mưa.", date(2024, 1, 24), date(2024, 1, 24)),
        ("Ngày 3.1.2020 có mưa.", date(2020, 1, 3), date(2020, 1, 3)),
        ("Ngày 5 tháng 3 năm 2021 có mưa.", date(2021, 3, 5), date(2021, 3, 5)),
        ("Từ tháng 6/2014 đã vậy.", date(2014, 6, 1), date(2014, 6, 30)),
        ("Tháng Giêng năm 2010 có mưa.", date(2010, 1, 1), date(2010, 1, 31)),
        ("Trong tháng 10 và 11-2016 có mưa.", date(2016, 10, 1), date(2016, 11, 30)),
        ("Trong tháng 12 và 1-2017 có mưa.", date(2016, 12, 1), date(2017, 1, 31)),
        ("Từ tháng 10-11/2016 có mưa.", date(2016, 10, 1), date(2016, 11, 30)),
        ("Năm 2021 có mưa.", date(2021, 1, 1), date(2021, 12, 31)),
        ("Quý III/2022 có lãi.", date(2022, 7, 1), date(2022, 9, 30)),
        ("Trong 9 tháng đầu năm 2012 có lãi.", date(2012, 1, 1), date(2012, 9, 30)),
        ("Giai đoạn 2011-2015 có lãi.", date(2011, 1, 1), date(2015, 12, 31)),
        ("Tính chung 8 tháng năm 2012, chợ có lãi.", date(2012, 1, 1), date(2012, 8, 31)),
        ("Trong chín tháng của năm 2012 có lãi.", date(2012, 1, 1), date(2012, 9, 30)),
        ("Sau 18 tháng năm 2012 có lãi.", date(2012, 1, 1), date(2012, 12, 31)),
        ("Hồi tháng năm 2012 có lãi.", date(2012, 5, 1), date(2012, 5, 31)),
        ("Thế kỷ 20 đã qua.", date(1901, 1, 1), date(2000, 12, 31)),
        ("Thập niên 90 đã qua.", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_absolute_times_need_no_publication_date(text: str, first: date, last: date) -> None:
    """A time with its own year is resolved even when the publication date is unknown."""
    one = only(text, published=None)
    assert (one.first, one.last, one.kind, one.resolved) == (first, last, "absolute", True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Hôm 27/1 họ gặp nhau.", date(2024, 1, 27), date(2024, 1, 27)),
        ("Rạng sáng 8/1 có cháy.", date(2024, 1, 8), date(2024, 1, 8)),
        ("Ngày 7/10 năm ngoái có chiến sự.", date(2023, 10, 7), date(2023, 10, 7)),
        ("Trưa 18/10 có tin.", date(2023, 10, 18), date(2023, 10, 18)),
        ("Ngày 22-10 có tin.", date(2023, 10, 22), date(2023, 10, 22)),
        ("Chiều 11.10 có tin.", date(2023, 10, 11), date(2023, 10, 11)),
        ("Ngày 21 có tin.", date(2024, 1, 21), date(2024, 1, 21)),
        ("Ngày 3/2 sẽ bầu cử.", date(2024, 2, 3), date(2024, 2, 3)),
        ("Dự kiến ngày 5/9 khai giảng.", date(2024, 9, 5), date(2024, 9, 5)),
        ("Hai ngày 24-25/8 có động đất.", date(2023, 8, 24), date(2023, 8, 25)),
        ("Thứ Sáu họ gặp nhau.", date(2024, 1, 26), date(2024, 1, 26)),
        ("Sáng nay 29-10 có tin.", date(2023, 10, 29), date(2023, 10, 29)),
        ("Chiều nay 15.5, đoàn đến.", date(2023, 5, 15), date(2023, 5, 15)),
        ("Từ 12-8 có tin.", date(2023, 8, 12), date(2023, 8, 12)),
        ("Cuối tháng 8 - 2/9 có tin.", date(2023, 8, 19), date(2023, 8, 31)),
        ("Hai ngày 10 và 11-1 có rét.", date(2024, 1, 10), date(2024, 1, 11)),
        ("Từ tháng Sáu tới sẽ bán.", date(2024, 6, 1), date(2024, 6, 30)),
        ("Hồi tháng 11 có tin.", date(2023, 11, 1), date(2023, 11, 30)),
        ("Trong 6 tháng năm ngoái có tin.", date(2023, 1, 1), date(2023, 6, 30)),
        ("Trong 6 tháng đầu năm ngoái có tin.", date(2023, 1, 1), date(2023, 6, 30)),
        ("Tháng 11 năm ngoái có tin.", date(2023, 11, 1), date(2023, 11, 30)),
    ],
)
def test_partial_dates_take_the_nearest_fitting_year(text: str, first: date, last: date) -> None:
    """A date without its year or month is the nearest past one, or the next one where the sentence looks ahead."""
    one = only(text)
    assert (one.first, one.last, one.resolved) == (first, last, True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Hôm qua có mưa.", date(2024, 1, 27), date(2024, 1, 27)),
        ("Sáng nay có mưa.", date(2024, 1, 28), date(2024, 1, 28)),
        ("Đầu tháng này có mưa.", date(2024, 1, 1), date(2024, 1, 13)),
        ("Tuần tới có mưa.", date(2024, 1, 29), date(2024, 2, 4)),
        ("Ba ngày trước có mưa.", date(2024, 1, 25), date(2024, 1, 25)),
        ("Cách đây hai ngày có mưa.", date(2024, 1, 26), date(2024, 1, 26)),
        ("Năm ngoái có mưa.", date(2023, 1, 1), date(2023, 12, 31)),
        ("Tháng trước có mưa.", date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_relative_times_count_from_the_publication(text: str, first: date, last: date) -> None:
    """A relative time is counted from the publication date."""
    one = only(text)
    assert (one.first, one.last, one.kind) == (first, last, "relative")


def test_unknown_publication_invents_no_day() -> None:
    """Without a publication date a partial date keeps day and month only, and a relative one stays open."""
    partial, relative = only("Hôm 27/1 có mưa.", published=None), only("Hôm qua có mưa.", published=None)
    assert (partial.first, partial.resolved, partial.month, partial.day) == (None, False, 1, 27)
    assert (relative.first, relative.last, relative.resolved) == (None, None, False)


def test_vague_times_stay_open() -> None:
    """ "trong những tuần gần đây" is a time without days."""
    one = only("Trong những tuần gần đây có mưa.")
    assert (one.moment, one.first, one.resolved) == ("vague", None, False)


def test_months_of_two_years_are_one_range() -> None:
    """ "tháng 6.2019 - 6.2020" lasts from the one to the other."""
    one = only("Thi công từ tháng 6.2019 - 6.2020.")
    assert (one.first, one.last) == (date(2019, 6, 1), date(2020, 6, 30))


@pytest.mark.parametrize("text", ["Tháng 4/2013 khởi công, tháng 8 cùng năm khánh thành.", "Năm 2013. Tháng 8 năm đó."])
def test_a_month_of_that_same_year_takes_the_year_told_last(text: str) -> None:
    """ "tháng 8 cùng năm" points back to the year before it, in its own sentence or the one before."""
    article = segment(Article("a", text, language="vi"))
    told = carry_days([find_times(one, "vi", None) for one in article.sentences], article)
    assert [one.first for one in told[-1]][-1:] == [date(2013, 8, 1)]
    assert told[-1][-1].span.text.startswith(("tháng 8 cùng năm", "Tháng 8 năm đó"))


def test_that_same_year_of_no_year_stays_open() -> None:
    """Where no year was told, "cùng năm" tells none."""
    article = segment(Article("a", "Tháng 8 cùng năm, cầu khánh thành.", language="vi"))
    (told,) = carry_days([find_times(one, "vi", None) for one in article.sentences], article)
    assert [one.first for one in told] == [None]


@pytest.mark.parametrize(
    ("text", "clock", "day"),
    [
        ("Lúc 14 giờ 50 phút ngày 23/8 có cháy.", 890, date(2023, 8, 23)),
        ("Khoảng 17g chiều 7-8 có cháy.", 1020, date(2023, 8, 7)),
        ("Lúc 7 giờ sáng có cháy.", 420, None),
        ("Khoảng 19h30 có cháy.", 1170, None),
        ("Gần 15h xong việc.", 900, None),
        ("Lúc 8 giờ tối 27/1 có cháy.", 1200, date(2024, 1, 27)),
        ("Khoảng 24 giờ cùng ngày có cháy.", 1440, None),
        ("Làm đến 6-7 giờ tối.", 1080, None),
        ("Có mưa vào 18 – 19h.", 1080, None),
        ("Từ 6 đến 7 giờ tối có mưa.", 1080, None),
        ("Khoảng 7-8h sáng 5/6 có mưa.", 420, date(2023, 6, 5)),
    ],
)
def test_clock_times_join_their_date(text: str, clock: int, day: date | None) -> None:
    """A clock time counts minutes after midnight and takes the date beside it."""
    one = only(text)
    assert (one.moment, one.clock, one.first) == ("clock", clock, day)


def test_an_interval_gives_both_ends() -> None:
    """ "từ ... đến ..." with full dates is two times."""
    left, right = times("Từ 1/1/2001 đến 30/9/2013.")
    assert (left.first, right.first) == (date(2001, 1, 1), date(2013, 9, 30))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It began on Jan. 24.", date(2024, 1, 24), date(2024, 1, 24)),
        ("On January 24, 2024 it began.", date(2024, 1, 24), date(2024, 1, 24)),
        ("On 5 March 2021 it began.", date(2021, 3, 5), date(2021, 3, 5)),
        ("Last Friday it began.", date(2024, 1, 26), date(2024, 1, 26)),
        ("It began on November 18th.", date(2023, 11, 18), date(2023, 11, 18)),
        ("Earlier this month it began.", date(2024, 1, 1), date(2024, 1, 28)),
        ("Later this month it will begin.", date(2024, 1, 28), date(2024, 1, 31)),
        ("Early this month it began.", date(2024, 1, 1), date(2024, 1, 13)),
        ("Three days ago it began.", date(2024, 1, 25), date(2024, 1, 25)),
        ("In 2014 it began.", date(2014, 1, 1), date(2014, 12, 31)),
        ("It began in mid-October 2023.", date(2023, 10, 8), date(2023, 10, 24)),
    ],
)
def test_english_times(text: str, first: date, last: date) -> None:
    """English dates, weekdays and relative times are resolved the same way."""
    one = only(text, "en")
    assert (one.first, one.last) == (first, last)


def test_english_modal_is_no_month() -> None:
    """ "may" and "march" as verbs are no months."""
    assert times("They may march 10 miles.", "en") == ()


def test_a_first_name_is_no_month() -> None:
    """Jan and June before a surname are people; after an article or a preposition June is a month."""
    assert times("Gov. Jan Brewer vetoed the bill.", "en") == ()
    assert [one.span.text for one in times("She lost the June Democratic primary.", "en")] == ["June"]
    assert times("Thousands joined the March for Life.", "en") == ()


def test_a_score_after_last_night_is_no_date() -> None:
    """A match won "tối qua 3-1" was not played in January."""
    assert [one.span.text for one in times("Đội tuyển thắng tối qua 3-1.")] == ["tối qua"]


@pytest.mark.parametrize(
    "text",
    ["Dự án cần 5-10 năm tới.", "Anh học 1.5 năm trước khi thi.", "Quỹ lãi 22.5 phần trăm.", "Nước dâng đến 3.11 m."],
)
def test_length_of_time_is_no_date(text: str) -> None:
    """A range or decimal before "năm tới", "năm trước" or a unit is not read as day and month."""
    assert not [one for one in times(text) if one.moment == "day"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Triển lãm mở cửa từ ngày 12-10 đến 31-10 năm sau.", date(2025, 10, 31)),
        ("Chợ hoa mở từ ngày 22.5 đến 31.10 năm nay.", date(2024, 10, 31)),
        ("Chợ hoa sẽ mở từ ngày 22.5 đến 3.11.", date(2024, 11, 3)),
        ("Hội chợ sẽ kéo dài đến 3.11.", date(2024, 11, 3)),
        ("Sáng thứ Năm (22.2), trời sẽ mưa lớn.", date(2024, 2, 22)),
    ],
)
def test_date_without_a_word_of_its_own(text: str, day: date) -> None:
    """A day and month that a year, a range or a weekday gives away is a date and leaves no figure behind."""
    assert times(text)[-1].first == day
    assert find_quantities(Sentence("a1.s1", 0, len(text), text), "vi") == ()


def test_a_day_before_a_month_in_words_counts_no_months() -> None:
    """ "ngày 8 tháng năm 2022" holds the month of May, not eight months."""
    assert times("Ngày 8 tháng năm 2022 có mưa.")[-1].first == date(2022, 5, 1)


def days_told(*sentences: str) -> list[tuple[str, int | None, int | None]]:
    """(words, month, day) of every time of an article of these sentences, published on 20 May 2016."""
    article, text = [], ""
    for number, one in enumerate(sentences):
        article.append(Sentence(f"a.s{number}", len(text), len(text) + len(one), one))
        text += f"{one} "
    read = Article("a", text, language="vi", published=datetime(2016, 5, 20), sentences=tuple(article))
    return [
        (time.span.text, time.month, time.day)
        for claim in extract_article(read)
        for time in sorted(claim.times, key=lambda time: time.span.start)
    ]


def test_that_same_day_is_the_day_last_told() -> None:
    """An hour of "cùng ngày" takes the day of the sentence before."""
    told = days_told("Chiều 18/5, công an nhận được tin báo.", "Đến 23 giờ cùng ngày, hai nghi can bị bắt.")
    assert told == [("Chiều 18/5", 5, 18), ("23 giờ cùng ngày", 5, 18)]


def test_that_same_day_is_the_day_in_brackets_behind_it() -> None:
    """A day in brackets says which day is meant, whatever was told before."""
    told = days_told("Ngày 25/5, công an bắt một nhóm.", "Sáng sớm cùng ngày (21/5), nhiều xe bị ném gạch.")
    assert ("Sáng sớm cùng ngày", 5, 21) in told


def test_that_same_day_stays_open_where_no_day_was_told() -> None:
    """Without a day before it, or with one long ago, no day is made up."""
    assert days_told("Đến 23 giờ cùng ngày, hai nghi can bị bắt.") == [("23 giờ cùng ngày", None, None)]
    between = ["Người dân chạy ra xem."] * 5
    assert days_told("Xe cháy ngày 18/5.", *between, "Chiều cùng ngày, đường thông.")[-1][1:] == (None, None)


def test_that_same_day_is_no_day_of_birth() -> None:
    """A day of birth or of long ago, told in between, is not the day of what goes on."""
    told = days_told("Chiều 18/5, công an bắt Trần Văn Tám (sinh ngày 3/4/1990).", "Tối cùng ngày, Tám khai nhận.")
    assert told[-1] == ("Tối cùng ngày", 5, 18)


def test_an_hour_has_the_day_behind_its_zone() -> None:
    """Only the clock that it is told by parts an hour from its day."""
    assert days_told("Trận đấu bắt đầu lúc 16h (giờ Hà Nội) ngày 21/5.") == [("16h (giờ Hà Nội) ngày 21/5", 5, 21)]


def test_that_same_day_is_not_long_before_what_was_told_first() -> None:
    """A day of long ago at the beginning does not keep later ones from being the day told last."""
    told = days_told(
        "Công ty ra đời ngày 1/1/2014.", "Ngày 18/5, kho hàng bốc cháy.", "Tối cùng ngày, lửa được dập tắt."
    )
    assert told[-1] == ("Tối cùng ngày", 5, 18)


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("Giá gas giảm liên tục từ tháng 1 đến nay.", "vi", 2023),
        ("Prices have fallen since January.", "en", 2023),
        ("Nhà máy sẽ chạy thử vào tháng 1.", "vi", 2024),
    ],
)
def test_what_lasts_to_this_day_began_before_it(text: str, language: str, year: int) -> None:
    """In November the January of "since January" is the one gone by, that of a plan the next."""
    (one,) = times(text, language, datetime(2023, 11, 20))
    assert one.year == year


def test_a_street_that_is_called_by_a_date_is_no_time() -> None:
    """ "Đường Ba Tháng Hai" is a street; "Tháng Hai" behind a comma is a month."""
    for text, found in (("Vé bán trên đường Ba Tháng Hai.", 0), ("Theo thông tư mới, Tháng Hai là hạn cuối.", 1)):
        assert len(find_times(Sentence("a1.s1", 0, len(text), text), "vi", None)) == found
