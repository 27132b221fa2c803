"""Words of which one excludes the other, by which a true sentence is turned into a false one."""

from __future__ import annotations

import re

from training.deep import patterns

# A phrase that stands only for itself is left alone.
# "one|other": each stands for the others. "one>other|third": only in that direction.
OUTCOMES = """
tăng lên|giảm xuống; tăng mạnh|giảm mạnh; tăng|giảm; gia tăng>suy giảm; tăng trưởng>suy giảm; chiến thắng>thất bại
thắng|thua; giành chiến thắng>nhận thất bại; để thua>đánh bại; đánh bại>để thua; sống sót>thiệt mạng
thiệt mạng>sống sót|bị thương nhẹ; tử vong tại chỗ>thoát chết|bị thương nhẹ; tử vong>sống sót|thoát nạn
bị thương>thiệt mạng; bị bắt>được thả
bắt giữ>trả tự do cho; trả tự do cho>bắt giữ; đồng ý|từ chối; chấp nhận>bác bỏ|từ chối; ủng hộ|phản đối; cho phép|cấm
mở cửa|đóng cửa; bắt đầu|kết thúc; khai mạc|bế mạc; trước khi|sau khi; cao hơn|thấp hơn; nhiều hơn|ít hơn
lớn hơn|nhỏ hơn; nhanh hơn|chậm hơn; mạnh hơn|yếu hơn; sớm hơn|muộn hơn; xuất siêu|nhập siêu; lớn nhất|nhỏ nhất
cao nhất|thấp nhất; nhiều nhất|ít nhất là; đầu tiên|cuối cùng; bên trong|bên ngoài; trong nước|ngoài nước
xuất khẩu|nhập khẩu; thành công|thất bại; có lãi|thua lỗ; vô tội|có tội; hợp pháp|trái phép; thăng hạng|xuống hạng
vô địch>á quân; phía trước|phía sau; bên trái|bên phải; đến muộn|đến sớm; mua lại>bán lại
nhập viện>xuất viện; cải thiện>xấu đi; gia nhập>rời khỏi; rời khỏi>gia nhập; tham gia vào>rút khỏi
tham gia>rút khỏi; nới lỏng|siết chặt
mở rộng|thu hẹp; khởi sắc>ảm đạm; hồi phục>suy sụp; thông qua>bác bỏ; bổ nhiệm>cách chức; hoàn thành>chưa hoàn thành
tìm thấy>không tìm thấy; phát hiện>không phát hiện; thừa nhận>phủ nhận; xác nhận>phủ nhận|bác bỏ; khẳng định>phủ nhận
phủ nhận>thừa nhận|xác nhận; bác bỏ>xác nhận|chấp nhận; tố cáo>bênh vực; chỉ trích>khen ngợi; ca ngợi>chỉ trích
hài lòng>thất vọng; lạc quan|bi quan; vượt qua>kém; rose|fell; increased|decreased; won|lost
more than|less than; higher|lower; before|after; first|last; largest|smallest; accepted|rejected; confirmed|denied
supported|opposed; opened|closed; inside|outside; survived>died; arrested>released
"""
PERSONS = """
người đàn ông|người phụ nữ; nam thanh niên>cô gái; cô gái>chàng trai; nam sinh|nữ sinh; bé trai|bé gái
con trai|con gái; anh trai>em trai|chị gái; em trai>anh trai|em gái; chị gái>em gái|anh trai; em gái>chị gái|em trai
người vợ|người chồng; tiền đạo|tiền vệ|hậu vệ|thủ môn; bộ trưởng>thứ trưởng; thứ trưởng>bộ trưởng; nguyên đơn|bị đơn
mẹ vợ|mẹ chồng; bố vợ|bố chồng
Bộ Y tế|Bộ Công an|Bộ Quốc phòng|Bộ Ngoại giao|Bộ Tài chính|Bộ Công Thương|Bộ Tư pháp|Bộ Xây dựng|Bộ GTVT|Bộ GD-ĐT
Real Madrid|Barcelona|Atletico Madrid|Sevilla|Valencia; Juventus|AC Milan|Inter Milan|Napoli|AS Roma
HAGL|SLNA|Hà Nội FC; Man United|Man City|Chelsea|Liverpool|Arsenal|Tottenham|Everton
Bayern Munich|Dortmund|Leipzig|Leverkusen; Apple|Samsung|Huawei|Xiaomi
Toyota|Honda|Ford|Hyundai|Mazda|BMW|Audi
Vietcombank|BIDV|VietinBank|Techcombank|Agribank|Sacombank|VPBank; Vietnam Airlines|Vietjet|Jetstar Pacific
Viettel|VNPT|MobiFone; Ronaldo|Messi|Neymar; Trump|Obama|Biden; Donald Trump|Barack Obama|Joe Biden
Vladimir Putin>Dmitry Medvedev; Messi|Suarez; Putin|Medvedev; Guardiola|Mourinho|Klopp
Federer|Nadal|Djokovic
"""
PLACES = """
Mỹ|Nga|Pháp|Đức|Canada|Australia|Nhật Bản|Hàn Quốc|Trung Quốc|Ấn Độ|Italy|Tây Ban Nha|Brazil|Hà Lan|Ba Lan|Thuỵ Điển
Thái Lan|Indonesia|Malaysia|Philippines|Singapore|Myanmar|Campuchia|Lào|Việt Nam
Syria|Iraq|Iran|Israel|Ả Rập Saudi|Yemen|Thổ Nhĩ Kỳ; Argentina|Chile|Colombia|Venezuela|Mexico|Peru
Ai Cập|Libya|Nigeria|Kenya|Nam Phi; Ukraine|Belarus|Gruzia; Triều Tiên>Hàn Quốc
Hà Nội|TP.HCM|Đà Nẵng|Hải Phòng|Cần Thơ; Nghệ An|Hà Tĩnh|Thanh Hoá|Quảng Bình|Quảng Trị
Lào Cai|Yên Bái|Sơn La|Điện Biên|Lai Châu; Bình Dương|Đồng Nai|Tây Ninh|Bình Phước|Long An
Tiền Giang|Bến Tre|Vĩnh Long|An Giang|Đồng Tháp|Kiên Giang|Cà Mau|Sóc Trăng
Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hoà|Bình Thuận; Đắk Lắk|Gia Lai|Kon Tum|Đắk Nông|Lâm Đồng; TPHCM>Hà Nội
TP HCM>Hà Nội; Bắc Ninh|Bắc Giang|Hải Dương|Hưng Yên|Thái Bình|Nam Định|Vĩnh Phúc|Phú Thọ|Hà Nam|Ninh Bình
Quảng Ninh|Lạng Sơn|Cao Bằng; Bắc Kinh|Thượng Hải|Quảng Châu|Hồng Kông; Washington|New York|Los Angeles|Chicago
London|Paris|Berlin|Madrid|Rome|Moscow|Brussels; Tokyo|Osaka|Seoul|Bangkok|Jakarta|Manila|Kuala Lumpur
California|Texas|Florida|Ohio; châu Âu|châu Phi|châu Á; phía bắc|phía nam|phía đông|phía tây
phía Bắc|phía Nam|phía Đông|phía Tây; miền Bắc|miền Trung|miền Nam; đông bắc|tây nam|đông nam|tây bắc
Đông Bắc|Tây Nam|Tây Bắc
"""
POLARITY = """
vẫn chưa>đã; chưa từng có>chưa từng có; chưa từng thấy>chưa từng thấy; không thể không>không thể không
đã không>đã; đã phải>không phải; đã từng>chưa từng; đã được>chưa được; đã bị>không bị|chưa bị; đã có>chưa có|không có
đã>chưa|không; chưa thể>đã có thể; chưa được>đã được; chưa từng>đã từng; chưa bị>đã bị; chưa có>đã có; chưa>đã
không thể>có thể; không được>được; không bị>bị; không còn>vẫn còn; không có>có; không phải là>là; sẽ không>sẽ
sẽ>sẽ không; không muốn>muốn; không biết>biết; không đồng ý>đồng ý; không cần>cần; không tham gia>tham gia
không xuất hiện>có xuất hiện; không sử dụng>có sử dụng; vẫn còn>không còn; không đủ>đủ; không gây>gây
không tìm thấy>tìm thấy; không đồng tình>đồng tình; có thể>không thể; vẫn đang>không còn; cần phải>không cần
phải nhập viện>không phải nhập viện; bị phạt>không bị phạt; được phép>không được phép; đủ điều kiện>không đủ điều kiện
will not>will; will>will not; was not>was; was>was not; were>were not; has been>has not been; have been>have not been
is>is not
"""


def rule(text: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """The table of a text as described at the top, and the expression that finds its words."""
    table: dict[str, list[str]] = {}
    for line in text.strip().replace("\n", ";").split(";"):
        if ">" in line:
            source, targets = line.split(">")
            table[source.strip()] = [one.strip() for one in targets.split("|")]
            continue
        words = [one.strip() for one in line.split("|")]
        for word in words:
            table[word] = [one for one in words if one != word]
    longest = sorted(table, key=len, reverse=True)
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, longest))}){after}"), table


def is_actor(name: str, starts: bool) -> bool:
    """Whether capitals make a whole name: not the head of a longer one, nor any word that a sentence starts with."""
    if {name.split()[0], name.split()[-1]} & patterns.HEADS:
        return False
    plain = " " not in name and name not in KNOWN and not name.isascii() and name[0].isupper()
    return not (starts and (plain or patterns.STARTERS.match(name)))


OUTCOMES_RULE = rule(OUTCOMES, r"(?<!\w)" + patterns.BEFORE, r"(?!\w)" + patterns.AFTER)
PERSONS_RULE = rule(PERSONS)
PLACES_RULE = rule(PLACES)
POLARITY_RULE = rule(POLARITY, r"(?<!\w)" + patterns.BEFORE, r"(?!\w)(?! (?:và|hay|hoặc) )")
KNOWN = {*patterns.COUNTRIES.split("|"), *PLACES_RULE[1], *PERSONS_RULE[1]}
