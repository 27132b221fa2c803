"""A true news sentence told otherwise so that both agree: left-out circumstances, rounder figures, other words."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from training.deep import patterns
from training.deep.contrasts import is_actor

# Words that newsrooms use for one another: the first may be told as any of those behind ">".
SYNONYMS = """
cho biết>cho hay|nói|thông tin; cho hay>cho biết|nói; thiệt mạng>tử vong|chết; tử vong>thiệt mạng|chết
tử nạn>thiệt mạng|tử vong; tiến hành>thực hiện; thực hiện>tiến hành; bắt giữ>bắt; bắt giữ được>bắt được
hiện nay>hiện tại|lúc này; Hiện nay>Hiện tại|Lúc này; xảy ra vào>diễn ra vào|xảy ra; phát biểu>nói
tuyên bố>nói|khẳng định; nhấn mạnh>nói|khẳng định; tiết lộ>cho biết|nói; cơ quan chức năng>nhà chức trách
nhà chức trách>giới chức; giới chức>nhà chức trách; ngay lập tức>lập tức; nhanh chóng>mau chóng; sử dụng>dùng
nhập viện>vào viện; Tuy nhiên>Thế nhưng|Song; tuy nhiên>song|thế nhưng; Bên cạnh đó>Ngoài ra
Ngoài ra>Bên cạnh đó; Do đó>Vì vậy|Vì thế; Vì vậy>Do đó|Vì thế; do đó>vì vậy|vì thế; vì vậy>do đó
rất nhiều>nhiều; tất cả>toàn bộ; nhằm>để; liên quan đến>liên quan tới; liên quan tới>liên quan đến
dẫn đến>dẫn tới; dẫn tới>dẫn đến; gây ra>gây; phát hiện ra>phát hiện; tìm kiếm>tìm; gặp gỡ>gặp; tăng lên>tăng
giảm xuống>giảm; vô cùng>hết sức|rất; hết sức>vô cùng|rất; buổi sáng>sáng; trẻ em>trẻ nhỏ
giáo viên>thầy cô giáo; nghi phạm>nghi can; nghi can>nghi phạm; hoàn tất>hoàn thành; hoàn thành>hoàn tất
lập tức>ngay lập tức; trao đổi với>nói với; đưa đi cấp cứu>chuyển đi cấp cứu; điện thoại di động>điện thoại
nhận định>đánh giá; cùng với>cùng; vào khoảng>khoảng; trị giá>có giá; bởi vì>vì; do vậy>vì thế
xe hơi>ô tô; ôtô>xe hơi; ô tô>xe hơi; máy bay>phi cơ; phi cơ>máy bay; tham gia vào>tham gia
lo ngại>lo lắng|quan ngại; quan ngại>lo ngại; chứng minh>cho thấy; tuy vậy>song; mong muốn>muốn; hi vọng>mong
hy vọng>mong; phần lớn>đa số; about>around; around>about; approximately>about
purchased>bought; began>started; said that>said; however>but; kids>children; chia sẻ với>nói với
chia sẻ rằng>nói rằng; vừa được>mới được; vừa bị>mới bị; khiến>làm; tại>ở; hiện đang>đang
ngày càng>mỗi ngày một; bị bắt giữ>bị bắt; bị bắt>bị bắt giữ; cùng ngày>hôm đó; lên đến>lên tới
được cho là>được coi là; , nhưng>, song; vào ngày>ngày; trên địa bàn>tại; kể từ>từ; mới đây>gần đây
Mới đây>Gần đây; tỷ đồng>tỉ đồng; tỉ đồng>tỷ đồng; tỷ USD>tỉ USD|tỷ đôla; tỉ USD>tỷ USD; triệu USD>triệu đôla
TP.HCM>TP Hồ Chí Minh; TP HCM>TP.HCM|TP Hồ Chí Minh; Bộ GD-ĐT>Bộ Giáo dục và Đào tạo; UBND>Uỷ ban nhân dân
HLV>huấn luyện viên; Bộ GTVT>Bộ Giao thông Vận tải; TAND>Toà án nhân dân; CSGT>cảnh sát giao thông
THPT>trung học phổ thông; quân đội Mỹ>quân đội Hoa Kỳ; Tổng thống Mỹ>Tổng thống Hoa Kỳ
chính phủ Mỹ>chính phủ Hoa Kỳ; Bộ Quốc phòng Mỹ>Lầu Năm Góc; Lầu Năm Góc>Bộ Quốc phòng Mỹ
Nhà Trắng>chính quyền Mỹ; Australia>Úc; Italy>Italia|Ý; ngay sau đó>liền sau đó; Ngay sau đó>Liền đó
đến nay>cho tới nay; như vậy>như thế; tuổi đời>tuổi; bỏ trốn>chạy trốn; truy bắt>lùng bắt; ra mắt>trình làng
giành chiến thắng>thắng; đông đảo>rất đông; chủ yếu>phần nhiều; ít nhất>tối thiểu; tối đa>nhiều nhất
các nước>các quốc gia; quốc gia này>nước này; nước này>quốc gia này; mạng xã hội>trang mạng xã hội
tài xế>lái xe; lần đầu tiên>lần đầu; khởi tố>ra quyết định khởi tố; gây thiệt hại>làm thiệt hại
mất tích>biến mất; đối với>với
"""
NOT_AFTER = r"(?!\w)(?! (?:sao|chức|ngoại|chỗ|vào|hơn|nhất|chất|lượng|giá|đạc|viên|phẩm|bài|trình|pháp|tế|phi|cách)\b)"
CONNECTIVE = (
    "Tuy nhiên|Song|Ngoài ra|Bên cạnh đó|Đồng thời|Cụ thể|Theo đó|Trước đó|Do đó|Vì vậy|Được biết|Hiện|Thế nhưng"
    "|However|Meanwhile|Moreover"
)
TIME = (
    r"(?:(?:Vào |Khoảng |Lúc |Hồi )?(?:[\dh]+ (?:giờ )?(?:\d+ )?)?"
    r"(?i:rạng sáng|sáng|trưa|chiều|tối|đêm|ngày|hôm|cuối tuần|tháng|năm) (?:nay|qua|mai|ngày|cùng|\d)[^,:;“\"]{0,25})"
)
SPOT = r"(?:(?:Tại|Ở|Trên) [^,:;“\"]{3,40})"
SOURCE = r"(?:(?:Theo|Trao đổi với|Nói với|Trả lời|According to) [^,:;“\"]{3,60})"
LEAD = re.compile(rf"^({CONNECTIVE}|{TIME}|{SPOT}|{SOURCE}), (?!\w+(?: \w+)?,|\w+ và )(?=.{{30}})")
MOVED = re.compile(rf"^({TIME}|{SPOT}), ([^,:;?“”\"()…]{{25,130}}[^,:;?“”\"()….!])([.!]?)$")
TOLD = re.compile(
    r"^[^,:;“”\"?.]{3,55}? (?:cho biết|cho hay|nói rằng|khẳng định rằng|nhận định rằng|said that)"
    r"(?: rằng|:|,)? (?![“\"‘:]|về |với |thêm|trên |tại |(?:sẽ|đã|đang|không|chưa|có|được|bị|cũng|rất|vừa|mình|còn|phải"
    r"|cần|muốn|theo|luôn|thường|này|đó|từ|để) )(?=.{30})"
)
TAIL = re.compile(
    r"(?<=.{45}), (?:theo|nhằm|trong khi|trong đó|đồng thời|khiến|sau khi|do|vì|bao gồm|gồm|nhưng|song|thay vì|giúp"
    r"|mặc dù|dù|according to|while)\b (?:(?!\b(?:nhưng|thì|song|nên)\b)[^“”\"?!]){3,90}([.]?)$"
)
SAID = re.compile(
    r"(?<=[”\"\w]), (?:ông|bà|anh|chị|[A-ZĐ]\w+)[^,“”\"]{0,40}"
    r" (?:cho biết|cho hay|nói|chia sẻ|nhận định|nhấn mạnh)([.])$"
)
SAYS = re.compile(
    r"^([^,:;“”\"?.]{3,45}?) (?:cho biết|cho hay|nói rằng|khẳng định rằng),? (?:rằng )?"
    r"(?!(?:sẽ|đã|đang|không|chưa|có|được|bị|cũng|về|với|thêm|trên|tại|ông|bà|anh|chị|cô|họ|mình|tôi) )"
    r"([^:;“”\"?!…]{30,120}[^.])([.]?)$"
)
FIRST_SOURCE = re.compile(r"^Theo (?!đó,)([^,:;“”\"]{2,50}), ([^,:;“”\"?!]{30,120}[^.])([.]?)$")
LAST_SOURCE = re.compile(r"^([^,:;“”\"?!]{30,140}), theo ([^,:;“”\"?.]{2,50})([.]?)$")
LOWERED = frozenset(
    patterns.list_of(
        "Một|Các|Những|Vụ|Ông|Bà|Anh|Chị|Nhiều|Người|Hai|Ba|Cảnh|Chiếc|Tàu|Giá|Đây|Việc|Trong|Sau|Khi|Hiện|Số|Khoảng|Cơn|Xe"
        "|Máy|Lực|Nhà|Nhóm|Hàng|Đại|Giám|Chủ|Phó|Trưởng|Bộ|Cơ|Đại|Thượng|Trung|Thiếu|Luật|Bác|Giáo|Chuyên|Giới|Cô|Em|Thầy"
    )
)
# What may follow a deed that is turned round: its circumstances, no second person or deed.
BOUND = re.compile(
    r"[.,]|$| (?:trong|hôm|vào|ở|tại|với tỷ số|ngày|sáng|chiều|tối|đêm|từ|khi|sau|lúc|vì|do|bằng|về|vi phạm)\b"
)
HARM = frozenset(
    patterns.list_of(
        "đánh bại|tấn công|không kích|kiện|cáo buộc|chỉ trích|tố|tố cáo|bắt|giết|sát hại|đâm|tông|húc|đánh|đe doạ"
        "|bắt giữ|bỏ xa|truy đuổi|chém|bắn|lừa|lên án|tố giác|hành hung|đâm trúng|tông trúng|đánh chìm|trừng phạt"
    )
)
ASIDE = re.compile(r" \((?!\d{1,2}[/-])[^()]{2,60}\)")
COUNTED = (
    "người|triệu|tỷ|tỉ|USD|đồng|tấn|km|xe|ca|vụ|hộ|học sinh|nhà|hành khách|ha|cổ phiếu|trường hợp|em|binh sĩ|căn|con"
)
ROUND_ME = re.compile(
    r"(?P<hedge>(?:hơn|gần|khoảng|trên|dưới|tới|nhất|quá|chừng|over|nearly|about) )?"
    rf"(?<![\w.,/:%–-])(?P<figure>[1-9]\d{{0,2}}(?:\.\d{{3}})+|[1-9]\d{{1,3}})(?= (?:{COUNTED})\b)"
)
HEDGE = re.compile(r"\b(?:khoảng|chừng|ước tính|approximately) (?=\d)")
UNITS = (
    "người|con|chiếc|vụ|ngày|tháng|tuần|năm|giờ|lần|học sinh|xe|nghi phạm|nạn nhân|đối tượng|cháu|em|phút|bàn|trận|ca"
)
WORDS = ["", "", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
DIGIT = re.compile(
    rf"(?<![\w.,/:–-])(?<!tháng )(?<!năm )(?<!quý )(?<!ngày )(?<!mùng )(?<!\d )([2-9]|10)(?= (?:{UNITS})\b)"
)
WORD = re.compile(
    r"(?<!cả )(?<!thứ )(?<!tháng )(?<!mươi )(?<!trăm )(?<!mười )(?<!vài )(?<!hai )(?<!dăm )(?<!đôi )(?<!\d )(?<!\w)"
    rf"({'|'.join(WORDS[2:])})"
    rf"(?= (?:{UNITS})\b)"
)
DAY = re.compile(
    r"(?P<cue>\b(?:ngày|sáng|trưa|chiều|tối|đêm) )(?P<day>\d{1,2})[/-](?P<month>1[0-2]|0?[1-9])"
    r"(?P<year>[/-]\d{4})?(?![\d/%-])",
    re.I,
)
LONG_DAY = re.compile(r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?(?!\d)")
SHORTEST = 30
EDITS = (1, 2, 2, 3, 4)


def rephrase(sentence: str, rng: Random) -> str | None:
    """The sentence told otherwise with nothing in conflict, by one to four changes; None where no way fits."""
    ways = list(WAYS)
    rng.shuffle(ways)
    text, left = sentence, rng.choice(EDITS)
    for way in ways:
        new = way(text, rng)
        if new is not None and new != text and len(new) >= min(SHORTEST, len(text)):
            text, left = new, left - 1
        if not left:
            break
    return text if text != sentence else None


def _drop_lead(sentence: str, rng: Random) -> str | None:
    """Without the leading time, place, source or connective, or without "X said that"."""
    for pattern in (LEAD, TOLD):
        match = pattern.search(sentence)
        if match:
            return _capital(sentence[match.end() :])
    return None


def _move_lead(sentence: str, rng: Random) -> str | None:
    """The leading time or place put last, in a sentence of one clause."""
    match = MOVED.search(sentence)
    return match and f"{_capital(match[2])} {match[1][0].lower()}{match[1][1:]}{match[3]}"


def _drop_tail(sentence: str, rng: Random) -> str | None:
    """Without the last clause, or without who said it."""
    for pattern in (SAID, TAIL):
        match = pattern.search(sentence)
        if match:
            return sentence[: match.start()] + match[1]
    return None


def _move_source(sentence: str, rng: Random) -> str | None:
    """Who is quoted put last, or from the end to the head."""
    match = SAYS.search(sentence) or FIRST_SOURCE.search(sentence)
    if match:
        return f"{_capital(match[2])}, theo {_lower(match[1])}{match[3]}"
    match = LAST_SOURCE.search(sentence)
    if match and match[1].split()[0] in LOWERED:
        return f"Theo {match[2]}, {_lower(match[1])}{match[3]}"
    return None


def _turn(sentence: str, rng: Random) -> str | None:
    """A deed told from the other side: "A tấn công B" to "B bị A tấn công"."""
    for match in patterns.DEED.finditer(sentence):
        one, other = match[1], match[3]
        starts = match.start() == 0
        if not (starts or sentence[: match.start()].endswith((", ", "rằng ", "“"))) or not BOUND.match(
            sentence, match.end()
        ):
            continue
        help_word, verb = re.fullmatch(rf" ((?:(?:{patterns.DOING}) )*)(.*) ", match[2]).groups()  # type: ignore[union-attr]
        if verb in HARM and one.lower() != other.lower() and is_actor(one, starts) and is_actor(other, False):
            turned = f"{other} {help_word}bị {_lower(one)} {verb}"
            return _capital(sentence[: match.start()] + turned + sentence[match.end() :])
    return None


def _drop_aside(sentence: str, rng: Random) -> str | None:
    """Without what stands in brackets."""
    return _change(ASIDE, sentence, rng, lambda match: "")


def _hedge(sentence: str, rng: Random) -> str | None:
    """A figure rounded with the fitting hedge: 2.487 to "gần 2.500"."""
    return _change(ROUND_ME, sentence, rng, lambda match: _rounded(match, rng))


def _rounded(match: re.Match[str], rng: Random) -> str:
    """The figure of a match rounded to its leading digits; as it was if it has a hedge already."""
    grouped = "." in match["figure"]
    value = int(match["figure"].replace(".", ""))
    if match["hedge"] or (1900 <= value <= 2030 and not grouped):
        return match[0]
    step = 10 ** (len(str(value)) - (1 if value < 100 else 2))
    near = round(value / step) * step
    if near == value:
        return f"khoảng {match['figure']}"
    shown = f"{near:,}".replace(",", ".") if grouped else str(near)
    return f"{'gần' if near > value else 'hơn'} {shown}" if abs(near - value) <= value / 12 else match[0]


def _drop_hedge(sentence: str, rng: Random) -> str | None:
    """Without the "about" before a figure."""
    return _change(HEDGE, sentence, rng, lambda match: "")


def _spell(sentence: str, rng: Random) -> str | None:
    """A small number in words for digits, or the other way round."""
    spelt = _change(DIGIT, sentence, rng, lambda match: WORDS[int(match[1])])
    return spelt or _change(WORD, sentence, rng, lambda match: str(WORDS.index(match[1])))


def _spell_day(sentence: str, rng: Random) -> str | None:
    """A day written out for one with a stroke, or the other way round."""
    return _change(DAY, sentence, rng, _long_day) or _change(LONG_DAY, sentence, rng, _short_day)


def _long_day(match: re.Match[str]) -> str:
    """A day as "ngày 24 tháng 1 năm 2018"."""
    cue = match["cue"] if match["cue"].lower() == "ngày " else f"{match['cue']}ngày "
    year = f" năm {match['year'][1:]}" if match["year"] else ""
    return f"{cue}{match['day']} tháng {match['month']}{year}"


def _short_day(match: re.Match[str]) -> str:
    """A day as "ngày 24/1/2018"."""
    return f"ngày {match['day']}/{match['month']}" + (f"/{match['year']}" if match["year"] else "")


def _other_words(sentence: str, rng: Random) -> str | None:
    """Some words exchanged for words of the same meaning."""
    share = rng.choice([0.4, 0.8])
    new = SYNONYM.sub(lambda match: rng.choice(TABLE[match[0]]) if rng.random() < share else match[0], sentence)
    return new if new != sentence else None


def _change(pattern: re.Pattern[str], sentence: str, rng: Random, change: Callable[[re.Match[str]], str]) -> str | None:
    """One of the matches, drawn at random, changed; None where there is none."""
    matches = list(pattern.finditer(sentence))
    if not matches:
        return None
    match = rng.choice(matches)
    return _capital(sentence[: match.start()] + change(match) + sentence[match.end() :])


def _lower(text: str) -> str:
    """With a small letter first, if the first word is no name's."""
    return text[0].lower() + text[1:] if text.split()[0] in LOWERED else text


def _capital(text: str) -> str:
    """With a capital first."""
    return text[:1].upper() + text[1:]


def _table() -> dict[str, list[str]]:
    """The synonyms by word."""
    lines = (line.split(">") for line in SYNONYMS.strip().replace("\n", ";").split(";"))
    return {source.strip(): [one.strip() for one in targets.split("|")] for source, targets in lines}


TABLE = _table()
LONGEST_FIRST = "|".join(map(re.escape, sorted(TABLE, key=len, reverse=True)))
SYNONYM = re.compile(rf"(?<![\w.])(?<!iện )(?<!tồn )(?<!bán )(?:{LONGEST_FIRST}){NOT_AFTER}")
WAYS = (
    _turn,
    _move_source,
    _drop_lead,
    _move_lead,
    _drop_tail,
    _drop_aside,
    _hedge,
    _drop_hedge,
    _spell,
    _spell_day,
    _other_words,
)
