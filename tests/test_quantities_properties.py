"""Properties of quantities and times that hold for any text or number."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from compare.claims._numbers import read_number
from compare.claims.quantities import find_quantities
from compare.claims.times import find_times
from compare.types import Quantity, Sentence, Time

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
WORDS = (
    *("khoảng", "hơn", "gần", "từ", "đến", "ngày", "tháng", "năm", "24/1", "2.500", "2,5", "triệu", "tỷ", "đồng"),
    *("15h30", "lúc", "thứ", "hai", "hàng", "chục", "người", "ca", ",", ".", "(", ")", "-", "/", "km", "tuổi", "sn"),
    *("1983", "quý", "iii", "3-1", "tuần", "trước", "hôm", "qua", "thập", "kỷ", "90", "00", "31/2", "30/2/2023"),
    *("99:99", "½", "İ", "ǅ", "\n", "1.2.3", "U23", "79H1-2832", "rưỡi", "mươi", "nhiều", "một", "nửa", "1/2", "%"),
    *("đầu", "tiên", "cuối", "2013", "(41,", "ngụ", "m2", "đồng/kg", "độ", "richter", "USD", "$5", "1m75", "+3", "4:1"),
)
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
days = st.one_of(st.none(), st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2050, 1, 1)))


def below_thousand(number: int, full: bool) -> list[str]:
    """The words of a group; ``full`` speaks its hundreds even when there are none."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words + ([*(["linh"] if words else []), DIGITS[unit]] if unit else [])
    if tens == 1:
        return [*words, "mười", *([{5: "lăm"}.get(unit, DIGITS[unit])] if unit else [])]
    return [*words, DIGITS[tens], "mươi", *([{1: "mốt", 4: "tư", 5: "lăm"}.get(unit, DIGITS[unit])] if unit else [])]


def spoken(number: int) -> str:
    """A number as it is said in Vietnamese."""
    words: list[str] = []
    for size, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        part, number = divmod(number, size)
        if part:
            words += [*below_thousand(part, bool(words)), name]
    return " ".join(words).strip() or "không"


@given(st.integers(min_value=0, max_value=10**9))
def test_spoken_numbers_come_back(number: int) -> None:
    """A number spoken in Vietnamese is read as the same number."""
    assert read_number(spoken(number), "vi") == number


@given(st.integers(min_value=1, max_value=10**12))
def test_written_numbers_come_back(number: int) -> None:
    """A number written with thousands separators is read as the same number in both languages."""
    assert read_number(f"{number:,}".replace(",", "."), "vi") == number
    assert read_number(f"{number:,}", "en") == number


@given(st.integers(min_value=11, max_value=10**9))
def test_a_spoken_count_is_found_whole(number: int) -> None:
    """However a count is spoken, one quantity with its value stands for it."""
    text = f"Có {spoken(number)} người."
    (one,) = find_quantities(Sentence("s", 0, len(text), text), "vi")
    assert (one.value, one.noun) == (number, "người")


@given(texts, st.sampled_from(["vi", "en", "fr"]), st.integers(min_value=0, max_value=500), days)
def test_spans_point_at_their_words(text: str, language: str, start: int, published: datetime | None) -> None:
    """On any text nothing raises, every span is its own words, and no two overlap."""
    sentence = Sentence("s", start, start + len(text), text)
    found: list[Quantity | Time] = [
        *find_quantities(sentence, language),
        *find_times(sentence, language, published),
    ]
    for one in found:
        assert text[one.span.start - start : one.span.end - start] == one.span.text != ""
    ordered = sorted(found, key=lambda one: one.span.start)
    assert all(left.span.end <= right.span.start for left, right in pairwise(ordered))


@given(texts, st.sampled_from(["vi", "en"]), days)
def test_ranges_and_intervals_run_forwards(text: str, language: str, published: datetime | None) -> None:
    """A quantity's low is at most its high, a resolved time has both days in order, an unresolved one has none."""
    sentence = Sentence("s", 0, len(text), text)
    assert all(one.low <= one.high for one in find_quantities(sentence, language))
    for one in find_times(sentence, language, published):
        assert one.resolved == (one.first is not None) == (one.last is not None)
        assert one.first is None or one.last is None or one.first <= one.last


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from("/-."))
def test_full_dates_come_back(day: date, separator: str) -> None:
    """A full date in figures is that day, whatever the separator and the zeros."""
    text = f"Ngày {day.day}{separator}{day.month}{separator}{day.year} có mưa."
    (one,) = find_times(Sentence("s", 0, len(text), text), "vi", None)
    assert (one.first, one.last, one.kind) == (day, day, "absolute")
