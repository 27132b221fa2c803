"""Vietnamese rules for time expressions, on lower-case text. Each name starts with the grain of what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from compare.claims._units import alternatives

GATE = (
    r"\d|(?<!\w)(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|tuần|tháng|năm|quý|mùa|hè|thứ|chủ\s?nhật|thập|thế|thời|giờ)(?!\w)"
)
_START = r"(?<![\w#])(?<!\d[./,-])"
_END = r"(?!\w|[/.,-]\d|\s?[%°])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[5-9]|20)\d\d"


def patterns(words: dict[str, Any], number: str) -> list[tuple[str, str]]:
    """Names and regular expressions of the rules, the more telling first."""
    part = alternatives(words["parts"])
    edge = rf"(?:(?P<edge>{alternatives(words['edges'])})\s+)?"
    shift = alternatives(words["shifts"])
    later = r"(?!\s+(?:khi|đó|nay|cùng|mắt|tháng|năm|ngày|\d|hết|cuối|đầu|giữa|nửa|lúc|đây))"
    dated = rf"(?:\s+(?:(?P<shift_unit>tháng|năm)\s+)?(?P<shift>{shift})(?!\w){later})?"
    of_year = rf"(?:\s+(?P<shift>vừa qua|vừa rồi|tới đây|sắp tới|tới|qua)(?!\w){later})?"
    return [
        *_dates(part, dated),
        *_months(words, edge, of_year),
        *_years(words, edge, shift, later),
        *_relative(words, edge, shift, later, part, number),
        *_clocks(part),
    ]


def _dates(part: str, dated: str) -> list[tuple[str, str]]:
    lead = rf"(?:(?P<part>{part})\s+(?:(?:sớm|muộn)\s+)?)?(?:(?P<cue>ngày|hôm|mùng|mồng)\s+)?"
    must = rf"(?:(?P<part>{part})\s+(?:(?:ngày|hôm|mùng|mồng)\s+)?|(?:các\s+)?(?:ngày|hôm|mùng|mồng)\s+)"
    day, month, year = rf"(?P<day>{_DAY})", rf"(?P<month>{_MONTH})", rf"(?P<year>{_YEAR})"
    second = rf"(?P<day2>{_DAY})"
    lunar = r"(?P<lunar>\s*\(?(?:âm lịch|al|tết|tháng giêng|tháng chạp)(?!\w)\)?)?"
    and_ = r"(?:\s?[-–]\s?|\s+(?:và|đến|tới|đến ngày|tới ngày|đến hết ngày|và ngày)\s+)"
    several = rf"(?:,\s?{_DAY})*"
    return [
        ("day-range-years", rf"{_START}{lead}{day}\s?[/.]\s?{month}\s?[-–]\s?{second}[/.](?P<month2>{_MONTH})[/.]{year}{_END}"),
        ("day-range-full", rf"{_START}{lead}{day}{and_}{second}\s?[/.]\s?(?P<month2>{_MONTH})[/.]{year}{_END}"),
        ("day-full", rf"{_START}{lead}{day}\s?(?P<sep>[/.-])\s?{month}\s?(?P=sep)\s?{year}{_END}"),
        ("day-short", rf"{_START}{must}{day}(?P<sep>[/.-]){month}(?P=sep)(?P<year>\d\d){_END}"),
        ("day-words-year", rf"{_START}{lead}{day}(?:{and_}{second})?\s+tháng\s+{month}(?:,?\s+năm\s+|\s?[/.-]\s?|,\s+){year}{_END}"),
        ("day-words", rf"{_START}{must}{day}(?:{and_}{second})?\s+tháng\s+{month}(?!\w|[.,]\d|\s+ngày){dated}"),
        ("day-range-month", rf"{_START}{lead}{day}{several}{and_}{second}\s?/\s?{month}{_END}{dated}"),
        ("day-range-months", rf"{_START}{lead}{day}/{month}\s?[-–]\s?{second}/(?P<month2>{_MONTH}){_END}{dated}"),
        ("day-cued", rf"{_START}{must}{day}\s?[/.-]\s?{month}{_END}{lunar}{dated}"),
        ("bare", rf"{_START}{day}/{month}{_END}{lunar}{dated}"),
        ("bare-hyphen", rf"{_START}{day}[-.]{month}{_END}"),
        ("day-lunar", rf"{_START}(?P<part>{part}\s)?(?:mùng|mồng|ngày)\s+{day}(?P<lunar>\s+(?:âm lịch|tết|tháng giêng|tháng chạp)(?!\w))"),
    ]


def _months(words: dict[str, Any], edge: str, of_year: str) -> list[tuple[str, str]]:
    year = rf"(?P<year>{_YEAR})"
    names = rf"(?P<month>{_MONTH}|{alternatives(words['months'])})(?!\w)"
    quarter = rf"{_START}{edge}quý\s+(?P<quarter>{alternatives(words['quarters'])})(?!\w)"
    return [
        ("quarter-year", rf"{quarter}(?:\s?[/.-]\s?|,?\s+năm\s+|\s+){year}{_END}"),
        ("quarter", rf"{quarter}{of_year}"),
        ("month-year", rf"{_START}{edge}tháng\s+(?P<month>{_MONTH})\s?[/.-]\s?{year}{_END}"),
        ("month-of-year", rf"{_START}{edge}tháng\s+{names},?\s+(?:năm\s+)?{year}{_END}"),
        ("month-bare", rf"{_START}(?P<month>{_MONTH})/{year}{_END}"),
        ("month-shifted", rf"{_START}{edge}tháng\s+{names}\s+(?P<shift_unit>năm)\s+(?P<shift>{alternatives(words['shifts'])})(?!\w)"),
        ("month-first", rf"{_START}(?P<months>\d\d?|ba|sáu|chín|mười)\s+tháng\s+(?P<edge>đầu|cuối)(?:\s+của)?\s+năm(?:\s+{year}{_END}|\s+(?P<shift>nay|ngoái|trước))?"),
        ("month", rf"{_START}{edge}tháng\s+(?P<month>{_MONTH}|giêng|chạp|mười một|mười hai)(?!\w|[.,/-]\d|\s?%){of_year}"),
    ]


def _years(words: dict[str, Any], edge: str, shift: str, later: str) -> list[tuple[str, str]]:
    year = rf"(?P<year>{_YEAR})"
    seasons = alternatives(words["seasons"])
    return [
        ("year-range", rf"{_START}(?:(?:giai đoạn|nhiệm kỳ|niên khóa|niên khoá|năm học|mùa giải|mùa bóng|năm|mùa|từ)\s+)?{year}\s?[-–/]\s?(?P<year2>{_YEAR}|\d\d(?!\d)){_END}"),
        ("decade", rf"{_START}(?:{edge})(?:thập niên|thập kỷ|những năm)\s+(?P<decade>\d0|1\d\d0|20\d0)(?!\d)"),
        ("season-year", rf"{_START}(?:mùa\s+)?(?P<season>{seasons})\s+(?:năm\s+)?{year}{_END}"),
        ("season", rf"{_START}(?:mùa\s+(?P<season>{seasons})|hè)\s+(?P<shift_unit>năm)?\s*(?P<shift>{shift})(?!\w){later}"),
        ("year", rf"{_START}{edge}năm\s+(?:nay,\s+)?{year}(?!\w|[/.,]\d|\s?%)"),
        ("year-bare", rf"{_START}{edge}{year}(?!\w|[/.,-]\d|\s?[%°])"),
        ("decade-century", rf"{_START}{edge}thế kỷ\s+(?:thứ\s+)?(?P<century>[12]?\d|[ivx]+)(?!\w)"),
    ]


def _relative(
    words: dict[str, Any], edge: str, shift: str, later: str, part: str, number: str
) -> list[tuple[str, str]]:
    units = alternatives(words["units"])
    long_units = alternatives(unit for unit in words["units"] if unit not in ("ngày", "hôm", "đêm"))
    days = r"(?:thứ\s+(?!chủ)|(?=chủ))(?P<weekday>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7]|chủ\s?nhật)"
    weeks = rf"(?:\s+(?:(?P<shift_unit>tuần)\s+)?(?P<shift>{shift})(?!\w){later}|\s+hàng tuần)?"
    alone = r"(?<!\d\s)(?<!những\s)(?<!nhiều\s)(?<!các\s)(?<!mấy\s)(?<!vài\s)(?<!hai\s)(?<!ba\s)(?<!một\s)(?<!mười\s)"
    counted = r"(?<!\d )(?<!hai )(?<!ba )"
    return [
        ("fixed", rf"{_START}(?P<fixed>{alternatives(words['days'])})(?!\w)"),
        ("same", rf"{_START}(?:(?P<part>{part})\s+)?cùng ngày(?!\w)"),
        ("vague", rf"{_START}(?:(?:những|các|vài|mấy|nhiều)\s+(?:ngày|tuần|tháng|năm|thập kỷ|thập niên)\s+(?:gần đây|vừa qua|qua|tới|sắp tới|trước)|thời gian\s+(?:gần đây|vừa qua|qua|tới|sắp tới))(?!\w)"),
        ("relative-ago", rf"{_START}(?:cách đây|cách nay)\s+(?:(?:gần|hơn|khoảng|chừng|đúng)\s+)?(?P<count>{number})\s+(?P<unit>{units})(?!\w)"),
        ("relative-before", rf"{_START}(?:(?:gần|hơn|khoảng|chừng|đúng)\s+)?(?P<count>{number})\s+(?P<unit>{units})\s+trước(?:\s+đây)?(?!\w|\s+(?:đó|khi|sinh|ngày|tháng|thềm|mắt|trận))"),
        ("weekday", rf"{_START}(?:(?P<part>{part})\s+)?(?:ngày\s+)?{days}(?!\w){weeks}"),
        ("relative", rf"{_START}{alone}{edge}(?P<unit>{long_units})\s+(?P<shift>{shift})(?!\w|\s+(?:khi|đó|thi|bay|xe|tuổi)){counted}"),
        ("relative-edge", rf"{_START}(?P<edge>đầu|giữa|cuối)\s+(?P<unit>năm|tháng|tuần)(?!\w|\s+(?:học|thứ|\d|đầu))"),
        ("day-only", rf"{_START}(?:(?P<part>{part})\s+(?:(?:ngày|hôm)\s+)?|(?:ngày|hôm|mùng|mồng)\s+)(?P<day>{_DAY})(?!\w|[.,/:-]?\d|\s?[%°]|\s?[-–]\s?\d)(?:\s+(?P<shift_unit>tháng)?\s*(?P<shift>này|trước|tới|vừa qua|sắp tới|sau|qua)(?!\w){later})?"),
    ]


def _clocks(part: str) -> list[tuple[str, str]]:
    hedge = r"(?:(?:khoảng|gần|hơn|quá)\s+)?"
    hour = r"(?P<hour>[01]?\d|2[0-4])"
    minute = r"(?P<minute>[0-5]?\d)"
    behind = rf"(?:\s+(?P<hour_part>{part})(?!\w|\s+(?:ngày|hôm|\d|qua|nay|mai|mùng|thứ|cùng|chủ|#)))?"
    before = rf"(?:(?P<part>{part})\s+)?{hedge}"
    return [
        ("clock-minutes", rf"{_START}{before}{hour}\s?(?:h|g|giờ)\s?{minute}(?:\s?(?:phút|p|'|’)(?!\w))?(?!\w|[.,]\d|\s?[%°]){behind}"),
        ("clock-colon", rf"{_START}{before}{hour}:(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:]){behind}"),
        ("clock-hour", rf"{_START}{before}{hour}\s?(?:h|g|giờ)(?!\w|\s?\d|/){behind}"),
    ]


def _bare_date(match: re.Match[str], text: str) -> bool:
    """A bare "30/5" is a date after a word or bracket that dates things have, or when it cannot be a fraction."""
    low = match.string
    day, month = int(match["day"]), int(match["month"])
    before = low[: match.start()]
    if day > 12 and not re.search(r"(?:đường|phố|công ty|quốc lộ|tổng công ty|tỷ lệ|tỉ lệ|trường|chỉ số)\s$", before):
        return day != 24 or month != 7
    if re.search(r"(?:thứ\s\w+|chủ\s?nhật)\s*[,(]?\s*$", before):
        return True
    cue = r"(?:\(|từ|đến|tới|hết|vào|hồi|và|trước|sau|tức|kể từ|tính đến|#\s?[-–,]|là|lễ|dịp)\s*$"
    if re.search(cue, before) and not re.match(r"\s+[^\W\d_]", low[match.end() :]):
        return True
    return bool(re.search(r"(?:\(|từ|hết|kể từ|tính đến|đến|#\s?[-–])\s*$", before)) and day >= month


def _bare_hyphen(match: re.Match[str], text: str) -> bool:
    """"19.5" or "22-10" without a cue word is a date only in "từ 22-10", "đến 19-5" or straight after another date."""
    before = match.string[: match.start()]
    day = int(match["day"])
    unit = re.match(r"\s?(?:[^\W\d_]|%|°)", match.string[match.end() :])
    return day > 12 and not unit and re.search(r"(?:từ|đến|tới|#\s?[-–])\s*$", before) is not None


def _bare_year(match: re.Match[str], text: str) -> bool:
    """A bare year stands in brackets or after a preposition; "World Cup 2014" and "2000 người" are none."""
    low = match.string
    if match["edge"]:
        return True
    before, after = low[: match.start()], low[match.end() :]
    if re.match(r"\s?(?:triệu|tỷ|tỉ|nghìn|ngàn)|\s(?:người|đồng|usd|m|km|ca|con|xe|hộ|tấn|ha|căn)(?!\w)", after):
        return False
    if re.search(r"\(\s?$", before):
        return re.match(r"\s?[),;-]", after) is not None
    preposition = r"(?:từ|đến|tới|vào|trong|hồi|kể từ|trước|sau|và|#\s?[-–,])\s?$"
    return 1900 <= int(match["year"]) <= 2099 and re.search(preposition, before) is not None


def _weekday(match: re.Match[str], text: str) -> bool:
    """"thứ hai" is a weekday when capitalised, after a part of the day, before a date or with its week; else second."""
    word = match["weekday"]
    if word.startswith("chủ") or match["part"] or match["shift"]:
        return True
    before, after = match.string[: match.start()], match.string[match.end() :]
    if re.search(r"(?:lần|người|hạng|đứng|vị trí|bàn|trận|nhì|năm|con|vợ|tập)\s+$", before):
        return False
    if re.match(r"[\s,(]+(?:ngày\s+)?(?:\d{1,2}[/.-]\d|#)", after):
        return True
    written = text[match.start() : match.end()]
    return written.split()[-1][0].isupper() or (word.isdigit() and re.search(r"(?:từ|đến)\s+$", before) is not None)


def _month_name(match: re.Match[str], text: str) -> bool:
    """"tháng một lần" is no January."""
    return not re.match(r"\s+(?:lần|người|đôi)", match.string[match.end() :])


def _clock_hour(match: re.Match[str], text: str) -> bool:
    """"15h", "lúc 7 giờ", "7 giờ sáng" are clock times; "trong 5 giờ", "24 giờ qua", "mất 3h" are durations."""
    low = match.string
    before, after = low[: match.start()], low[match.end() :]
    hour = int(match["hour"])
    if match["part"] or match["hour_part"]:
        return True
    if re.search(r"(?:trong|suốt|mất|kéo dài|thêm|vòng|mỗi|sau hơn|tới \d+|cách|chừng|được|nhanh|gia hạn|quá|hạn)\s*$", before):
        return False
    if re.match(r"\s*(?:đồng hồ|liền|liên tục|làm việc|bay|qua(?!\w)|sau|mỗi|một ngày|/|đi|chạy|trước đó|tới|nữa|chờ|học)", after):
        return False
    if re.match(r"[\s,(]*(?:ngày|cùng ngày|hôm|#|sáng|trưa|chiều|tối|đêm|rạng|giờ)", after):
        return True
    if re.search(r"(?:lúc|vào|từ|đến|tới|hồi|khoảng|trước|hơn|gần|đúng|#,?)\s*$", before) or "h" in match[0] or "g" in match[0][:4]:
        glued = re.search(r"\d\s?[hg](?!\w|i)", match[0]) is not None
        told = re.search(r"(?:lúc|vào lúc|hồi|từ|vào|đúng|trước|đến|tới)\s*(?:khoảng\s*)?$", before) is not None
        return told or (glued and (hour >= 5 or not re.search(r"sau\s*$", before)))
    return False


def _clock_minutes(match: re.Match[str], text: str) -> bool:
    """"5 giờ 30 phút" is a clock time unless it says how long something takes."""
    before = match.string[: match.start()]
    return not re.search(r"(?:trong|suốt|mất|kéo dài|thời gian|thành tích|hết|thêm|vòng|dài|sau)\s*$", before)


CHECKS: dict[str, Callable[[re.Match[str], str], bool]] = {
    "bare": _bare_date,
    "bare-hyphen": _bare_hyphen,
    "year-bare": _bare_year,
    "weekday": _weekday,
    "month": _month_name,
    "month-of-year": _month_name,
    "clock-hour": _clock_hour,
    "clock-minutes": _clock_minutes,
}
