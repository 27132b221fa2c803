"""Whether words are a time in their surroundings: Vietnamese dates against fractions, clocks against durations."""

from __future__ import annotations

import re
from collections.abc import Callable

Check = Callable[[re.Match[str], str], bool]

_NOT_DATES = re.compile(r"(?:đường|phố|công ty|quốc lộ|tổng công ty|tỷ lệ|tỉ lệ|trường|chỉ số)\s$")
_AFTER_WEEKDAY = re.compile(r"(?:thứ\s\w+|chủ\s?nhật)\s*[,(]?\s*$")
_DATE_CUE = re.compile(
    r"(?:\(|từ|đến|tới|hết|vào|hồi|và|trước|sau|tức|kể từ|tính đến|(?:#|tháng \d+)\s?[-–,]|là|lễ|dịp)\s*$"
)
_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ|chiếm|khoảng|gần|hơn|trên|đạt|bằng|còn|được|có|điểm|là)\s$")
_SURE_CUE = re.compile(r"(?:\(|từ|hết|kể từ|tính đến|đến|#\s?[-–])\s*$")
_HYPHEN_CUE = re.compile(r"(?:từ|đến|tới|trước|sau|hết|và|đợt|#\s?[-–])\s*$")
_SPAN_BEHIND = re.compile(r"\s+(?:đến|tới)\s+(?:ngày\s+)?\d{1,2}-\d")
_CLOSES_RANGE = re.compile(r"(?:từ\s+#[#\s,]*|(?:kéo dài|diễn ra|mở cửa)\s+)(?:đến|tới)\s+(?:hết\s+)?$")
_SCORE_BEFORE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|bại|gỡ|lên|tỷ lệ|tỉ lệ|bằng)(?:\s\w+)?\s$")
_COUNTING = re.compile(
    r"\s?(?:%|°|[-–]\s?\d|(?:triệu|tỷ|tỉ|nghìn|ngàn|km|m|kg|người|độ|năm|tuổi|ngày|giờ|phút|lần|điểm|đồng|con|ca|tấn)(?!\w))"
)
_PERCENT_BEHIND = re.compile(r"\s*\(?\s*(\d+(?:[.,]\d+)?)\s?%")
_FEAST = re.compile(r"(?:quốc khánh|lễ|dịp|nghỉ)\s$")
_DAY_BEFORE = re.compile(r"(?:nay|qua|mai|kia|ngày)\s*\(\s*$")
_TODAY_BEFORE = re.compile(r"(?:sáng|trưa|chiều|tối|đêm|hôm)\s(?:nay|qua|mai),?\s$")
_UNIT = re.compile(r"\s?(?:[^\W\d_]|%|°)")
_COUNTED = re.compile(
    r"\s?(?:triệu|tỷ|tỉ|nghìn|ngàn)|\s(?:người|đồng|usd|m|km|ca|con|xe|hộ|tấn|ha|căn|cổ phiếu|học sinh)(?!\w)"
)
_YEAR_CUE = re.compile(r"(?:từ|đến|tới|vào|trong|hồi|kể từ|trước|sau|và|#\s?[-–,])\s?$")
_ORDERED = re.compile(
    r"(?:lần|người|hạng|đứng|vị trí|bàn|trận|nhì|năm|con|vợ|tập|họp|kỳ|khóa|khoá|phiên|mùa|hiệp|quý|tháng|hệ|đời|loại"
    r"|cấp|bậc|mũi|liều|đợt)\s+$"
)
_DATE_BEHIND = re.compile(r"[\s,(]+(?:ngày\s+)?(?:\d{1,2}[/.-]\d|#)")
_DURATION_BEFORE = re.compile(
    r"(?:trong|suốt|mất|kéo dài|thêm|vòng|mỗi|sau hơn|tới \d+|cách|chừng|được|nhanh|gia hạn|quá|hạn)\s*$"
)
_DURATION_BEHIND = re.compile(
    r"\s*(?:đồng hồ|liền|liên tục|làm việc|bay|qua(?!\w)|sau|mỗi|một ngày|/|đi|chạy|trước đó|tới|nữa|chờ|học)"
)
_CLOCK_BEHIND = re.compile(r"[\s,(]*(?:ngày|cùng ngày|hôm|#|sáng|trưa|chiều|tối|đêm|rạng|giờ)")
_CLOCK_BEFORE = re.compile(r"(?:lúc|vào lúc|hồi|từ|vào|đúng|trước|đến|tới)\s*(?:khoảng\s*)?$")
_LENGTH_BEFORE = re.compile(r"(?:trong|suốt|mất|kéo dài|thời gian|thành tích|hết|thêm|vòng|dài|sau)\s*$")


_COUNT_BEFORE = re.compile(r"\d\s+$")
_DAY_CUE = re.compile(r"(?:ngày|hôm|mùng|mồng|sáng|trưa|chiều|tối|đêm|tháng|quý)\s+(?:\d+\s+)?$")


def _around(match: re.Match[str]) -> tuple[str, str]:
    return match.string[: match.start()], match.string[match.end() :]


def _ascending(match: re.Match[str], text: str) -> bool:
    """ "8 - 2/9" is no range of days in September."""
    two_months = "month" in match.re.groupindex and "month2" in match.re.groupindex
    return two_months or int(match["day"]) < int(match["day2"])


def _bare_date(match: re.Match[str], text: str) -> bool:
    """A bare "30/5" is a date after a word or bracket that dates have before them, or when it is no fraction."""
    before, after = _around(match)
    day, month = int(match["day"]), int(match["month"])
    if _NOT_DATES.search(before) or _is_share(day, month, after):
        return False
    if day > 12:
        return (day, month) != (24, 7)
    if _AFTER_WEEKDAY.search(before):
        return True
    if not re.match(r"\s+[^\W\d_]", after):
        return _DATE_CUE.search(before) is not None or not (day < month <= 5 or _SHARE.search(before))
    return (day >= month or month > 5) and _SURE_CUE.search(before) is not None


def _is_share(part: int, whole: int, after: str) -> bool:
    """Whether the percentage behind "4/10 (40%)" says that it is a share."""
    told = _PERCENT_BEHIND.match(after)
    return told is not None and abs(float(told[1].replace(",", ".")) - 100 * part / whole) <= 1


def _bare_hyphen(match: re.Match[str], text: str) -> bool:
    """ "19.5" or "22-10" without a cue word: a date where no score, range or measure can be meant.

    So "(28.5)" after a day, "sáng nay 29-10", "chiều nay 15.5,", "từ 12-8", "từ 1-4 đến 18-8", but neither
    "thắng 3-1" nor "5-10 người".
    """
    before, after = _around(match)
    day, month = int(match["day"]), int(match["month"])
    if (_DAY_BEFORE.search(before) and re.match(r"\s*[),]", after)) or _FEAST.search(before):
        return True
    if _COUNTING.match(after) or _SCORE_BEFORE.search(before):
        return False
    today = "-" not in match[0] and _TODAY_BEFORE.search(before)
    if today and not _COUNTED.match(after) and (day > 12 or not _UNIT.match(after)):
        return True
    cued = _HYPHEN_CUE.search(before) is not None
    if "-" not in match[0] and (_AFTER_WEEKDAY.search(before) or _CLOSES_RANGE.search(before)):
        return True
    if "-" not in match[0]:
        return day > 12 and cued and not _UNIT.match(after)
    return day > 12 or (cued and (day > month or _SPAN_BEHIND.match(after) is not None))


def _bare_of_year(match: re.Match[str], text: str) -> bool:
    """ "31-10 năm sau" and "31.10 năm nay" are dates; "5-10 năm tới" and "1.5 năm trước" are none."""
    if match["sep"] == "-":
        return int(match["day"]) > int(match["month"])
    return int(match["day"]) > 12


def _bare_year(match: re.Match[str], text: str) -> bool:
    """A bare year stands in brackets or after a preposition; "World Cup 2014" and "2000 người" are none."""
    if match["edge"]:
        return True
    before, after = _around(match)
    if _COUNTED.match(after):
        return False
    if re.search(r"\(\s?$", before):
        return re.match(r"\s?[),;-]", after) is not None
    return 1900 <= int(match["year"]) <= 2099 and _YEAR_CUE.search(before) is not None


def _weekday(match: re.Match[str], text: str) -> bool:
    """ "thứ hai" is a weekday when capitalised, after a part of the day, before a date or with its week."""
    word = match["weekday"]
    before, after = _around(match)
    if word.startswith("chủ") or match["part"]:
        return True
    if _ORDERED.search(before):
        return False
    if match["shift_unit"] or match["shift"] in ("này", "tới", "vừa qua", "vừa rồi", "rồi"):
        return True
    if _DATE_BEHIND.match(after):
        return True
    capital = text[match.start() : match.end()].split()[-1][0].isupper()
    return capital or (word.isdigit() and re.search(r"(?:từ|đến)\s+$", before) is not None)


def _counted_months(match: re.Match[str], text: str) -> bool:
    """ "8 tháng năm 2022" counts the months of a year; "ngày 8 tháng năm 2022" is a day in May."""
    return _DAY_CUE.search(match.string[: match.start()]) is None


def _month_of_year(match: re.Match[str], text: str) -> bool:
    """ "18 tháng năm 2022" names no May."""
    before = match.string[: match.start()]
    counted = match["month"] == "năm" and _COUNT_BEFORE.search(before) is not None and not _DAY_CUE.search(before)
    return not counted and _month_name(match, text)


def _month_name(match: re.Match[str], text: str) -> bool:
    """ "tháng một lần" is no January."""
    return not re.match(r"\s+(?:lần|người|đôi)", match.string[match.end() :])


def _month_word(match: re.Match[str], text: str) -> bool:
    """ "tháng Sáu", "cuối tháng ba" and "tháng sáu tới" are months; "mỗi tháng hai lần" is none."""
    capital = text[match.start("month")].isupper()
    return _month_name(match, text) and (capital or match["edge"] is not None or match["shift"] is not None)


def _clock_hour(match: re.Match[str], text: str) -> bool:
    """ "15h", "lúc 7 giờ", "7 giờ sáng" are clock times; "trong 5 giờ", "24 giờ qua", "mất 3h" are durations."""
    before, after = _around(match)
    if match["part"] or match["hour_part"]:
        return True
    if _DURATION_BEFORE.search(before) or _DURATION_BEHIND.match(after):
        return False
    if _CLOCK_BEHIND.match(after) or _CLOCK_BEFORE.search(before):
        return True
    glued = re.search(r"\d\s?[hg](?!\w|i)", match[0]) is not None
    return glued and (int(match["hour"]) >= 5 or not re.search(r"sau\s*$", before))


def _clock_hours(match: re.Match[str], text: str) -> bool:
    """ "18-19h" and "6 đến 7 giờ tối" are a stretch of the clock, "2-3 giờ" how long something takes."""
    rising = int(match["hour"]) < int(match["last_hour"])
    return rising and _clock_hour(match, text)


def _clock_minutes(match: re.Match[str], text: str) -> bool:
    """ "5 giờ 30 phút" is a clock time unless it says how long something takes."""
    return not _LENGTH_BEFORE.search(match.string[: match.start()])


CHECKS: dict[str, Check] = {
    "day-range-years": _ascending,
    "day-range-full": _ascending,
    "day-range-month": _ascending,
    "bare": _bare_date,
    "bare-hyphen": _bare_hyphen,
    "bare-of-year": _bare_of_year,
    "year-bare": _bare_year,
    "weekday": _weekday,
    "month": _month_name,
    "month-of-year": _month_of_year,
    "month-counted": _counted_months,
    "month-named": _month_word,
    "day-range-hyphen": _ascending,
    "clock-hours": _clock_hours,
    "clock-hour": _clock_hour,
    "clock-minutes": _clock_minutes,
}
