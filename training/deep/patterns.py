"""Where the details of a news sentence stand: figures, days, names, areas, deeds. Expressions and their word lists."""

from __future__ import annotations

import re


def list_of(words: str) -> list[str]:
    """Words that stand between strokes."""
    return words.split("|")


# What may not stand before or after a word to be exchanged: parts of longer words and fixed phrases.
NOT_BEFORE = (
    "xe|gia|suy|thuyên|chiến|không|chưa|chẳng|nếu|liệu|khi|dù|vừa|như|ít|và|hay|hoặc|hàng|mà|để|sao|làm|càng|sự|chợ|hơn"
    "|bất|kéo|độ|việc|chớ|đừng|đã|sẽ không|được cho là"
)
BEFORE = "".join(f"(?<!{word} )" for word in NOT_BEFORE.split("|"))
NOT_NEXT = (
    "và|hay|hoặc|cường|tốc|ca|nhẹ|nghèo|tải|thiểu|cân|trưởng|sốc|lợi|cảnh|sút|mình|nặng|thanh|phòng|tưởng|ra là|viên"
    "|công|tuyển|thuế và|nước|tiêu"
)
AFTER = rf"(?! (?:{NOT_NEXT})\b)(?!-)"
NO_POLARITY = re.compile(
    r"\?|\b(?:nếu|liệu|giá như|không những|không chỉ|chứ|mà còn|nữa|if|whether)\b|^nhiều |^một số |^không ít ", re.I
)
OPEN_NOT = re.compile(
    r" (?:đầy|đến|tới|kể|rõ|hề|bao giờ|một|ai|gì|nào|bất|chỉ|những|nhiều|rất|quá|ngay|nhanh|lập tức|phải là|mấy|lâu|gần"
    r"|từng có|từng thấy|lần lượt|hơn|khoảng|và|luôn|vô cùng|thực sự|trở nên|đến lúc|biết|ít|không|chưa|giúp|\d|,|\.)"
    r"|[^,.]*\b(?:nào|gì|cứ|kỳ|nữa|ai)\b"
)

MALE, FEMALE = "ông|anh|chú|cậu|thầy", "bà|chị|cô|mẹ"
ANY = "em|cháu|bị cáo|nghi phạm|bị can|HLV|tổng thống|thủ tướng|ngoại trưởng|chủ tịch|bộ trưởng|cầu thủ|đạo diễn|ca sĩ"
# Names that are mixed up easily stand side by side.
NEAR_NAMES = {
    MALE: list_of("Hùng|Hưng|Minh|Mạnh|Dũng|Dương|Tuấn|Tùng|Thắng|Thành|Hải|Hà|Long|Lâm"),
    FEMALE: list_of("Hương|Hường|Lan|Loan|Hoa|Hoà|Thuỷ|Thu|Mai|My|Nga|Ngân|Linh|Liên"),
}
TITLES = frozenset(list_of(f"{MALE}|{FEMALE}|xe|tàu|người|con"))
WOMANLY = frozenset(list_of("Thị|Quỳnh|Kim|Ngọc|Phương|Thu|Diệu|Mỹ|Thuỳ|Hồng"))
FAMILIES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Trương"
AREAS = (
    "huyện|xã|phường|thị trấn|thị xã|quận|đường|phố|sông|thôn|làng|bệnh viện|công ty|tập đoàn|ngân hàng|trường|CLB"
    "|đại học"
)
DEEDS = (
    "đánh bại|thắng|hạ|vượt|tấn công|không kích|kiện|cáo buộc|chỉ trích|tố|tố cáo|bắt|giết|sát hại|đâm|tông"
    "|húc|đánh|mua|mời|thăm|cảnh báo|kêu gọi|đề nghị|yêu cầu|ủng hộ|phản đối|trừng phạt|đe doạ|đe dọa|hạ gục|bắt giữ"
    "|gọi điện cho|thay thế|kế nhiệm|bỏ xa|bám đuổi|dẫn trước|thua|viện trợ|truy đuổi|chém|bắn|giải cứu|lừa|lên án"
    "|áp thuế|xuất khẩu sang|bán cho|gửi cho|tặng|giúp|chuyền cho|kiến tạo cho|ghen với|nợ|tố giác|hành hung|đuổi theo"
    "|đâm trúng|tông trúng|va vào|chia tay|mạnh hơn|cao hơn|giàu hơn|xếp trên|đứng trên|thuyết phục|cung cấp cho"
    "|đánh chìm"
)
THINGS = (
    "xe tải|xe khách|xe máy|xe buýt|xe con|ô tô|ôtô|tàu hoả|tàu hàng|tàu cá|taxi|cảnh sát|nghi phạm|người vợ"
    "|người chồng|con trai|con gái|chồng|vợ"
)
DOING = "đã|sẽ|vừa|đang|lại|tiếp tục|từng|bất ngờ|có thể|muốn|liên tục|còn|cũng"
UNITS = (
    "người|con|chiếc|vụ|ngày|tháng|tuần|năm|giờ|lần|học sinh|xe|nghi phạm|nạn nhân|đối tượng|cháu|em bé|phút|bàn|trận"
    "|điểm|ca|nước|đứa"
)
WORD_NUMBERS = ["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
WEEKDAYS = ["hai", "ba", "tư", "năm", "sáu", "bảy"]
DAY_PARTS = {
    "rạng sáng": "tối",
    "sáng": "tối|chiều",
    "trưa": "tối|sáng",
    "chiều": "sáng|tối",
    "tối": "sáng|trưa",
    "đêm": "sáng|trưa",
}

LETTERS = [chr(code) for code in [*range(0x41, 0x250), *range(0x1E00, 0x1F00)] if chr(code).isalpha()]
UPPER = "[" + "".join(letter for letter in LETTERS if letter.isupper()) + "]"
RUN = rf"{UPPER}[\w'’-]*(?: {UPPER}[\w'’-]*){{0,4}}"
NUMBER = re.compile(
    r"(?<![\w.,/:%–-])(?<!\d )(?<!\d - )\d+(?:[.,]\d+)*"
    r"(?=%|km\b|kg\b|m\b|cm\b|ha\b|(?![\w/:–-]|[.,]\d| ?[-/:–] ?\d| tháng \d"
    r"| (?:người thì|vợ chồng|anh em|chị em|mẹ con|bố con|cha con|bên)))"
)
HEDGES = frozenset(list_of("khoảng|hơn|gần|trên|dưới|chừng|tới|đến|about|nearly|over|nhất|quá"))
NOT_A_COUNT = frozenset(
    list_of("ngày|tháng|năm|mùng|mồng|quý|sáng|trưa|chiều|tối|đêm|lúc|kỷ|thứ|hồi|(ảnh|in|nghị|điều|khoản|bài")
)
SCORE = re.compile(
    r"(?<![\d/-])(?<!ngày )(\d{1,2})( ?[-–] ?)(\d{1,2})(?![\d/-]| ?%)(?= (?:trước|của|cho|sau|và|khi|ở)\b|[,.]|$)"
)
SCORE_CUES = re.compile(r"tỷ số|tỉ số|thắng|thua|dẫn|bại")
COUNTED = re.compile(
    r"(?<!cả )(?<!thứ )(?<!tháng )(?<!mươi )(?<!trăm )(?<!vài )(?<!hai )(?<!dăm )(?<!đôi )(?<!\w)"
    rf"({'|'.join(WORD_NUMBERS)})(?= (?:{UNITS})\b)",
    re.I,
)
DAY = re.compile(
    r"(?:(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|khuya) |\()(\d{1,2}[/-]\d{1,2})(?=[/-]\d{4}|(?![\d/-]|%))", re.I
)
ONE_DAY = re.compile(r"ngày (\d{1,2})(?= tháng \d)|\b[Tt]háng (\d{1,2})(?=[^\d%-]|$)")
YEAR = re.compile(r"\b(?:năm |tháng \d{1,2}/|/|in )((?:19|20)\d\d)\b")
WEEKDAY = re.compile(rf"(?:(?:ngày|hôm|sáng|trưa|chiều|tối|đêm) thứ |Thứ )({'|'.join(WEEKDAYS)})\b", re.I)
HOUR = re.compile(r"\b(\d{1,2})(?=h\d\d\b| giờ \d)|(?:lúc|hồi|vào)(?: khoảng)? (\d{1,2})(?=h| giờ)")
PART = re.compile(rf"\b({'|'.join(DAY_PARTS)})(?= (?:nay|qua|ngày \d|\d{{1,2}}[/-]\d))", re.I)
TITLED = re.compile(rf"\b((?i:{MALE}|{FEMALE}|{ANY})) ((?>{RUN}))(?! \(?{UPPER})")
FULL = re.compile(rf"(?<!đường )(?<!phố )(?<!THPT )(?<!trường )(?<!\w)(?:{FAMILIES})(?: {UPPER}\w+){{2,3}}")
AREA = re.compile(rf"\b({AREAS}) ((?>{RUN}))(?! {UPPER})")
SOURCE = re.compile(rf"\btheo(?: [^\W\d]+){{0,2}} $|(?:{MALE}|{FEMALE}) $", re.I)
SIDES = "HLV|Tổng thống|Thủ tướng|chính phủ|quân đội|cảnh sát|công ty|tập đoàn|đội|lực lượng|nước|tay vợt|chính quyền"
NAMED = rf"(?>(?:(?:{MALE}|{FEMALE}|{SIDES}) )?{RUN})"
DEED = re.compile(
    rf"(?<!\w)(?<!- )(?<!tỉnh )(?<!huyện )(?<!châu )({NAMED}|{THINGS})"
    rf"((?: (?:{DOING})){{0,2}} (?:{DEEDS})(?: (?:vào|trước|chết|với))? )"
    rf"({NAMED}|{THINGS})(?! {UPPER})(?!\w)"
)
SUFFERED = re.compile(rf"(?<!\w)({NAMED}|{THINGS})( (?:(?:{DOING}) )?(?:bị|được) )({NAMED}|{THINGS})(?= (?:{DEEDS})\b)")
STARTERS = re.compile(
    rf"(?:Theo|Tại|Khi|Sau|Trong|Hôm|Do|Vì|Nếu|Ở|Với|Còn|Cả|Và|Nhưng|Nhà|Đội|Vụ|Việc|Chiếc|Một|Hai|Như)(?: {UPPER}|$)"
)
COUNTRIES = (
    "Mỹ|Nga|Trung Quốc|Triều Tiên|Hàn Quốc|Nhật Bản|Iran|Iraq|Israel|Syria|Ukraine|Thổ Nhĩ Kỳ|Ấn Độ|Pakistan|Pháp|Đức"
    "|Philippines|Washington|Moscow|Bắc Kinh|Bình Nhưỡng|Seoul|Tokyo|Barca|MU|Chelsea|Arsenal|Liverpool|Ankara|Tehran"
)
PERSON = (
    rf"(?>(?i:{MALE}|{FEMALE}|cháu|em) {RUN}"
    rf"|(?<!ông )(?<!bà )(?<!anh )(?<!chị )(?:{FAMILIES})(?: {UPPER}\w+){{1,3}}"
    rf"|(?:{COUNTRIES})\b)"
)
JOINING = (
    "và|với|cùng|hay|hoặc|giữa|gặp|của|là|như|tên|cưới|kết hôn|quen|ly hôn|theo|cho biết|nói|về|khi|sau|trước|rằng"
    "|nhưng|tại|ở|nên|đúng|thì|mà|bên|cạnh|do|vì|có|lẫn|nếu"
)
COMMON = re.compile(rf"(?:{MALE}|{FEMALE}|{SIDES}|{THINGS})\b", re.I)
# Two actors with only small words between them, none of which makes them equals.
APART = re.compile(
    rf"(?<!\w)(?<!- )(?<!tỉnh )(?<!huyện )(?<!châu )(?<!của )({PERSON})"
    rf"((?: (?!(?:{JOINING})\b)(?!{UPPER})[^\W\d]+){{1,7}} )"
    rf"({PERSON})(?! \(?{UPPER})(?!\w)"
)
ROUTE = re.compile(
    r"(?:bay|tàu|xe|đi|chuyển|chạy|khách|chở|[Cc]huyến)(?:(?! tỉnh)[^,.]){0,25} từ "
    rf"((?>{RUN}))( (?:đến|tới|sang|về|đi) )((?>{RUN}))"
)
# A capital word that only begins a longer name, or that a longer name ends in.
HEADS = frozenset(
    list_of(
        "Thủ|Bệnh|Tỉnh|Học|Trường|Hiệp|Uỷ|Ủy|Huyện|Biển|Giám|Phòng|Thị|TP|Cảng"
        "|Tổng|Bộ|UBND|Sở|Cục|Công|Viện|Ban|Hội|Toà|Tòa|Ngân|Chủ|Phó|Quốc|Chính|Liên|Trung|Đại|Cảnh|TAND|Theo"
    )
)
