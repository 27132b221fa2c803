"""The publication date as read out of an article's own dates."""

from __future__ import annotations

from datetime import datetime

from compare.claims.times import infer_published
from compare.types import Article, Sentence


def article(*sentences: str) -> Article:
    """An article of these sentences."""
    text, spans, start = " ".join(sentences), [], 0
    for number, one in enumerate(sentences, 1):
        spans.append(Sentence(f"a1.s{number}", start, start + len(one), one))
        start += len(one) + 1
    return Article("a1", text, language="vi", sentences=tuple(spans))


def test_nothing_is_inferred_from_history() -> None:
    """A full date long past, alone in the text, does not date the article."""
    assert infer_published(article("Vụ nổ ngày 7/7/2005 làm nhiều người chết.", "Ông nói hôm qua.")) is None


def test_nothing_is_inferred_without_a_year() -> None:
    """Partial dates alone leave the year open."""
    assert infer_published(article("Hôm 22/10, hai bên gặp nhau.", "Ngày 21/10 họ từ chối.")) is None


def test_later_years_make_a_full_date_stale() -> None:
    """A full date is no publication date when the text speaks of a later year."""
    found = infer_published(article("Ngày 3/10/2010 ông nhậm chức.", "Hôm 5/10, ông nói về năm 2013."))
    assert found is None


def test_anniversaries_date_nothing() -> None:
    """The same day in two years is an anniversary, not news."""
    found = infer_published(article("Kỷ niệm 20 năm (22/12/1992 – 22/12/2012).", "Ngày 20/12 khai mạc."))
    assert found is None


def test_full_and_partial_dates_agree() -> None:
    """A full date among partial ones of the same days is the publication date."""
    found = infer_published(article("Truyền thông ngày 24/1/2024 đưa tin.", "Sau đợt tấn công hôm 23/1, ông nói."))
    assert found == datetime(2024, 1, 24)


def test_a_planned_date_only_lends_its_year() -> None:
    """A full date ahead gives the year; the latest partial date gives the day."""
    found = infer_published(article("Tại họp báo chiều 28-10, họ cho biết.", "Đêm nhạc ở Hà Nội là tối 16/11/2013."))
    assert found == datetime(2013, 10, 28)


def test_last_years_month_tells_the_year() -> None:
    """ "7/10 năm ngoái" beside "tháng 10/2023" means that the text is of 2024."""
    found = infer_published(
        article("Hôm 27/1 họ gặp nhau.", "Từ ngày 7/10 năm ngoái đã có chiến sự.", "Từ giữa tháng 10/2023 tới nay.")
    )
    assert found == datetime(2024, 1, 27)


def test_a_birthday_dates_nothing() -> None:
    """The day on which somebody was born is no day of news, however many other dates there are."""
    assert infer_published(article("Tôi sinh ngày 10/6/1957.", "Từ 1/7, tôi nghỉ hưu.")) is None
    assert infer_published(article("Cô sinh ngày 10/6/1997.", "Từ 1/7, cô nghỉ việc.")) is None


def test_a_day_just_gone_by_is_no_later_than_the_page() -> None:
    """A full date that is told as gone by ("vừa qua") comes before the publication, also beside earlier days."""
    found = infer_published(article("Giải diễn ra ngày 20/5/2017 vừa qua.", "Vòng trước đó là ngày 14/5."))
    assert found == datetime(2017, 5, 20)


def test_an_appointment_is_still_to_come() -> None:
    """A day that somebody is told to come back on is not the latest day gone by."""
    found = infer_published(
        article("Ngày 30/6/2017 xảy ra tai nạn.", "Chiều 2/7 ông khám.", "Bác sĩ hẹn đến ngày 3/7.")
    )
    assert found == datetime(2017, 7, 2)
