"""Vietnamese rules for time expressions, on lower-case text. Each name starts with the grain of what it finds."""

from __future__ import annotations

from typing import Any

from compare.claims._moments_vi_checks import CHECKS as CHECKS
from compare.claims._units import alternatives

Rule = tuple[str, str]

_TOLD_BY = r"ngày|hôm|sáng|trưa|chiều|tối|đêm|tuần|tháng|năm|quý|quí|mùa|hè|thứ|chủ\s?nhật|thập|thế|thời|giờ"
GATE = rf"\d|(?<!\w)(?:{_TOLD_BY})(?!\w)"
_START = r"(?<![\w#])(?<!\d[./,-])"
_END = r"(?!\w|[/.,-]\d|\s?[%°])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_D, _M, _Y = rf"(?P<day>{_DAY})", rf"(?P<month>{_MONTH})", rf"(?P<year>{_YEAR})"
_D2, _M2, _Y2 = rf"(?P<day2>{_DAY})", rf"(?P<month2>{_MONTH})", rf"(?P<year2>{_YEAR})"
_AND = r"(?:\s?[-–]\s?|\s+(?:và|đến|tới|và ngày|đến ngày|tới ngày|đến hết ngày)\s+)"
_LUNAR = r"(?P<lunar>\s*\(?(?:âm lịch|al|tết|tháng giêng|tháng chạp)(?!\w)\)?)?"


def patterns(words: dict[str, Any], number: str) -> list[Rule]:
    """Names and regular expressions of the rules, the more telling first."""
    part = alternatives(words["parts"])
    edge = rf"(?:(?P<edge>{alternatives(words['edges'])})\s+)?"
    shift = rf"(?P<shift>{alternatives(words['shifts'])})(?!\w)"
    shift += r"(?!\s+(?:khi|đó|nay|cùng|mắt|tháng|năm|ngày|\d|hết|cuối|đầu|giữa|nửa|lúc|đây))"  # "tới tháng 5"
    return [
        *_dates(part, rf"(?:\s+(?:(?P<shift_unit>tháng|năm)\s+)?{shift})?", rf"\s+(?P<shift_unit>năm)\s+{shift}"),
        *_months(words, edge, shift),
        *_years(words, edge, shift),
        *_relative(words, edge, shift, part, number),
        *_clocks(part),
    ]


_NEEDS = {
    "day": ("§s",),
    "bare": ("§s",),
    "quarter": ("quý", "quí"),
    "month": ("tháng",),
    "year": ("§d",),
    "decade": ("thập", "thế kỷ", "những năm"),
    "season": ("mùa", "hè", "xuân", "thu", "đông"),
    "same": ("cùng ngày",),
    "vague": ("gần đây", "qua", "tới", "trước"),
    "weekday": ("thứ", "chủ"),
    "clock": ("§d",),
    "fixed": ("nay", "qua", "mai", "mốt", "kia"),
    "relative": ("tuần", "tháng", "quý", "quí", "năm", "thập"),
}
_OWN_NEEDS = {
    "day-words-year": ("tháng",),
    "day-words": ("tháng",),
    "day-only": ("§d",),
    "day-lunar": ("lịch", "tết", "tháng"),
    "day-range-month": ("/",),
    "day-range-months": ("/",),
    "month-bare": ("/",),
    "relative-ago": ("cách",),
    "relative-before": ("trước",),
    "relative-edge": ("đầu", "giữa", "cuối"),
    "year": ("năm",),
}


def needs(name: str) -> tuple[str, ...]:
    """What a text must contain for a rule to match: any of these words or marks."""
    return _OWN_NEEDS.get(name) or _NEEDS[name.split("-")[0]]


def _dates(part: str, shifted: str, of_year: str) -> list[Rule]:
    lead = rf"{_START}(?:(?P<part>{part})\s+(?:(?:sớm|muộn)\s+)?)?(?:(?:ngày|hôm|mùng|mồng)\s+)?"
    must = rf"{_START}(?:(?P<part>{part})\s+(?:(?:ngày|hôm|mùng|mồng)\s+)?|(?:các\s+)?(?:ngày|hôm|mùng|mồng)\s+)"
    full = lead.replace(r"[./,-]", r"[./,]")  # "25/12/2023-3/1/2024" is two dates
    several = rf"(?<!tháng ){_D}(?:,\s?{_DAY})*{_AND}{_D2}"
    lunar_month = r"(?P<lunar>\s+(?:âm lịch|tết|tháng giêng|tháng chạp)(?!\w))"
    return [
        ("day-range-years", rf"{lead}{_D}\s?[/.]\s?{_M}\s?[-–]\s?{_D2}[/.]{_M2}[/.]{_Y}{_END}"),
        ("day-range-full", rf"{lead}{_D}{_AND}{_D2}\s?[/.]\s?{_M2}[/.]{_Y}{_END}"),
        ("day-full", rf"{full}{_D}\s?(?P<sep>[/.-])\s?{_M}\s?(?P=sep)\s?{_Y}(?!\w|[/.,]\d|-\d(?!\d?[/.]\d))"),
        ("day-short", rf"{must}{_D}(?P<sep>[/.-]){_M}(?P=sep)(?P<year>\d\d){_END}"),
        ("day-words-year", rf"{lead}{_D}(?:{_AND}{_D2})?\s+tháng\s+{_M}(?:,?\s+năm\s+|\s?[/.-]\s?|,\s+){_Y}{_END}"),
        ("day-words", rf"{must}{_D}(?:{_AND}{_D2})?\s+tháng\s+{_M}(?!\w|[.,]\d|\s+ngày){shifted}"),
        ("day-range-month", rf"{lead}{several}\s?/\s?{_M}{_END}{shifted}"),
        (
            "day-range-hyphen",
            rf"(?:(?<=từ )|{_START}ngày\s+){_D}\s+(?:và|đến|tới)\s+(?:ngày\s+)?{_D2}\s?[-.]\s?{_M}{_END}",
        ),
        ("day-range-months", rf"{lead}{_D}/{_M}\s?[-–]\s?{_D2}/{_M2}{_END}{shifted}"),
        ("day-cued", rf"{must}{_D}\s?[/.-]\s?{_M}{_END}{_LUNAR}{shifted}"),
        ("bare", rf"{_START}{_D}/{_M}{_END}{_LUNAR}{shifted}"),
        ("bare-of-year", rf"{_START}{_D}(?P<sep>[-.]){_M}{_END}{of_year}"),
        ("bare-hyphen", rf"{_START}{_D}[-.]{_M}{_END}"),
        ("day-lunar", rf"{_START}(?P<part>{part}\s)?(?:mùng|mồng|ngày)\s+{_D}{lunar_month}"),
    ]


def _months(words: dict[str, Any], edge: str, shift: str) -> list[Rule]:
    name = rf"(?P<month>{_MONTH}|{alternatives(words['months'])})(?!\w)"
    clear = rf"(?P<month>{_MONTH}|giêng|chạp|mười một|mười hai)(?!\w|[.,/-]\d|\s?%)"
    soon = rf"(?:\s+(?=(?:vừa|sắp|tới|qua)){shift})?"
    quarter = rf"{_START}{edge}qu[ýí]\s+(?P<quarter>{alternatives(words['quarters'])})(?!\w)"
    first = rf"{_START}(?P<months>\d\d?|ba|sáu|chín|mười)\s+tháng\s+(?P<edge>đầu|cuối)(?:\s+của)?\s+(?P<shift_unit>năm)"
    counted = rf"{_START}(?P<months>{_MONTH}|{alternatives(words['months'])})\s+tháng(?:\s+của)?\s+(?P<shift_unit>năm)"
    return [
        ("quarter-year", rf"{quarter}(?:\s?[/.-]\s?|,?\s+năm\s+|\s+){_Y}{_END}"),
        ("quarter", rf"{quarter}{soon}"),
        ("month-range-years", rf"{_START}{edge}tháng\s+{_M}[/.]{_Y}\s?[-–]\s?(?:tháng\s+)?{_M2}[/.]{_Y2}{_END}"),
        ("month-range", rf"{_START}{edge}tháng\s+{_M}(?:,\s?{_MONTH})*{_AND}{_M2}\s?[/.-]\s?{_Y}{_END}"),
        ("month-year", rf"{_START}{edge}tháng\s+{_M}\s?[/.-]\s?{_Y}{_END}"),
        ("month-counted", rf"{counted}\s+(?:{_Y}{_END}|(?=(?:nay|ngoái|trước)){shift})"),
        ("month-of-year", rf"{_START}{edge}tháng\s+{name},?\s+(?:năm\s+)?{_Y}{_END}"),
        ("month-bare", rf"{_START}{_M}/{_Y}{_END}"),
        ("month-shifted", rf"{_START}{edge}tháng\s+{name}\s+(?P<shift_unit>năm)\s+{shift}"),
        ("month-first", rf"{first}(?:\s+{_Y}{_END}|\s+(?=(?:nay|ngoái|trước)){shift})?"),
        ("month", rf"{_START}{edge}tháng\s+{clear}{soon}"),
        ("month-named", rf"{_START}{edge}tháng\s+{name}{soon}"),
    ]


def _years(words: dict[str, Any], edge: str, shift: str) -> list[Rule]:
    seasons = rf"(?P<season>{alternatives(words['seasons'])})"
    span = r"(?:(?:giai đoạn|nhiệm kỳ|niên khóa|niên khoá|năm học|mùa giải|mùa bóng|năm|mùa|từ)\s+)?"
    return [
        ("year-range", rf"{_START}{span}{_Y}\s?[-–/]\s?(?P<year2>{_YEAR}|\d\d(?!\d)){_END}"),
        ("decade", rf"{_START}{edge}(?:thập niên|thập kỷ|những năm)\s+(?P<decade>\d0|1\d\d0|20\d0)(?!\d)"),
        ("season-year", rf"{_START}(?:mùa\s+)?{seasons}\s+(?:năm\s+)?{_Y}{_END}"),
        ("season", rf"{_START}(?:mùa\s+|(?=hè)){seasons}\s+(?:(?P<shift_unit>năm)\s+)?{shift}"),
        ("year", rf"{_START}{edge}năm\s+(?:nay,\s+)?{_Y}(?!\w|[/.,]\d|\s?%)"),
        ("year-bare", rf"{_START}{edge}{_Y}(?!\w|[/.,-]\d|\s?[%°])"),
        ("decade-century", rf"{_START}{edge}thế kỷ\s+(?:thứ\s+)?(?P<century>[12]?\d|[ivx]+)(?!\w)"),
    ]


def _relative(words: dict[str, Any], edge: str, shift: str, part: str, number: str) -> list[Rule]:
    unit = rf"(?P<unit>{alternatives(words['units'])})"
    long_unit = rf"(?P<unit>{alternatives(one for one in words['units'] if one not in ('ngày', 'hôm', 'đêm'))})"
    count = rf"(?:(?:gần|hơn|khoảng|chừng|đúng)\s+)?(?P<count>{number})\s+{unit}"
    weekday = r"(?:thứ\s+(?!chủ)|(?=chủ))(?P<weekday>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7]|chủ\s?nhật)(?!\w)"
    counted = "".join(rf"(?<!{one}\s)" for one in ("những", "nhiều", "các", "mấy", "vài", "hai", "ba", "một", "mười"))
    several = r"(?:những|các|vài|mấy|nhiều)\s+(?:ngày|tuần|tháng|năm|thập kỷ|thập niên)"
    lately = r"(?:gần đây|vừa qua|qua|tới|sắp tới|trước)(?!\w)"
    day_end = r"(?!\w|[.,/:-]?\d|\s?[%°]|\s?[-–]\s?\d)"
    cue = rf"(?:(?P<part>{part})\s+(?:(?:ngày|hôm)\s+)?|(?:ngày|hôm|mùng|mồng)\s+)"
    week = rf"(?:\s+(?:(?P<shift_unit>tuần)\s+)?{shift})"
    return [
        ("fixed", rf"{_START}(?P<fixed>{alternatives(words['days'])})(?!\w)"),
        ("same", rf"{_START}(?:(?P<part>{part})\s+)?cùng ngày(?!\w)"),
        ("vague", rf"{_START}(?:{several}\s+{lately}|thời gian\s+{lately})"),
        ("relative-ago", rf"{_START}(?:cách đây|cách nay)\s+{count}(?!\w)"),
        (
            "relative-before",
            rf"{_START}{count}\s+trước(?:\s+đây)?(?!\w|\s+(?:đó|khi|sinh|ngày|tháng|thềm|mắt|trận))",
        ),
        ("weekday", rf"{_START}(?:(?P<part>{part})\s+)?(?:ngày\s+)?{weekday}{week}?"),
        ("relative", rf"{_START}(?<!\d\s){counted}{edge}{long_unit}\s+{shift}(?!\s+(?:thi|bay|xe|tuổi))"),
        ("relative-edge", rf"{_START}(?P<edge>đầu|giữa|cuối)\s+(?P<unit>năm|tháng|tuần)(?!\w|\s+(?:học|thứ|\d|đầu))"),
        ("day-only", rf"{_START}{cue}{_D}{day_end}(?:\s+(?:(?P<shift_unit>tháng)\s+)?{shift})?"),
    ]


def _clocks(part: str) -> list[Rule]:
    start = r"(?<![\w#])(?<!\d[./,])"
    before = rf"{start}(?:(?P<part>{part})\s+)?(?:(?:khoảng|gần|hơn|quá)\s+)?(?P<hour>[01]?\d|2[0-4])"
    behind = rf"(?:\s+(?P<hour_part>{part})(?!\w|\s+(?:ngày|hôm|\d|qua|nay|mai|mùng|thứ|cùng|chủ|#)))?"
    minutes = r"(?P<minute>[0-5]?\d)(?:\s?(?:phút|p|'|’)(?!\w))?(?!\w|[.,]\d|\s?[%°])"
    until = r"\s?(?:[-–]|đến|tới)\s?(?P<last_hour>[01]?\d|2[0-4])"
    less = r"kém\s+(?P<less>[1-5]?\d)(?:\s?(?:phút|p|'|’))?(?!\w|[.,]\d|\s?[%°])"
    return [
        ("clock-less", rf"{before}\s?(?:h|g|giờ)\s+{less}{behind}"),
        ("clock-minutes", rf"{before}\s?(?:h|g|giờ)\s?{minutes}{behind}"),
        ("clock-colon", rf"{before}:(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:]){behind}"),
        ("clock-hours", rf"{before}{until}\s?(?:h|g|giờ)(?!\w|\s?\d|/){behind}"),
        ("clock-hour", rf"{before}\s?(?:h|g|giờ)(?!\w|\s?\d|/){behind}"),
    ]
