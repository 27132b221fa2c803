"""Polarity, certainty and status of a claim, each with the words that tell it."""

from __future__ import annotations

import pytest

from compare.claims import extract
from compare.types import Article, Claim, Sentence


def claim_of(text: str, language: str = "vi") -> Claim:
    """The only claim of a short sentence."""
    claims = extract(Article(id="a", text=text, language=language, sentences=(Sentence("a.s1", 0, len(text), text),)))
    assert len(claims) == 1
    return claims[0]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty không chỉ bán xe mà còn sửa xe.",
        "Hãng hàng không mở đường bay mới.",
        "Không quân Mỹ tập trận ở đảo này.",
        "Máy bay không người lái bay qua hồ.",
        "Không khí lạnh tràn về miền Bắc.",
        "Họ hỏi liệu đập có an toàn hay không.",
        "Có ai ở trong nhà không?",
        "Vụ cháy kéo dài chưa đầy 10 phút.",
        "Chúng tôi không thể không lo lắng.",
        "Ông ấy không phủ nhận tin này.",
        "Không ít người đã về quê.",
        "Lệnh ngừng bắn bắt đầu lúc nửa đêm.",
        "Đây là việc của tỉnh chứ không phải của xã.",
    ],
)
def test_affirmed(text: str) -> None:
    """The letters of a negation in another word, in a question, in a hedge, or twice negate nothing."""
    claim = claim_of(text)
    assert claim.polarity
    assert claim.negation is None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Cầu không sập trong trận lũ này.", "không"),
        ("Đội cứu hộ chưa tìm thấy nạn nhân.", "chưa"),
        ("Nghị quyết này chưa bao giờ được thực thi.", "chưa bao giờ"),
        ("Việc rút quân vẫn chưa “sắp xảy ra”.", "chưa"),
        ("Ông Lê Văn Tám phủ nhận việc nhận tiền.", "phủ nhận"),
        ("Bộ Ngoại giao bác bỏ cáo buộc này.", "bác bỏ"),
        ("Công ty từ chối bình luận về vụ việc.", "từ chối"),
        ("Nhà máy ngừng sản xuất từ hôm qua.", "ngừng"),
        ("Không ai bị thương trong vụ nổ.", "Không ai"),
    ],
)
def test_negated(text: str, cue: str) -> None:
    """A negation of the clause is shown with its words."""
    claim = claim_of(text)
    assert not claim.polarity
    assert claim.negation is not None
    assert claim.negation.text == cue


def test_negation_belongs_to_its_clause() -> None:
    """Of two clauses only the negated one is negated."""
    text = "Đội cứu hộ đã tìm thấy hai chiếc thuyền ở hạ nguồn, nhưng những người trên thuyền vẫn chưa được tìm thấy."
    claims = extract(Article(id="a", text=text, language="vi", sentences=(Sentence("a.s1", 0, len(text), text),)))
    assert [one.polarity for one in claims] == [True, False]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Đập đã vỡ lúc nửa đêm.", "asserted"),
        ("Ông ấy từ chối trả lời câu hỏi.", "asserted"),
        ("Có thể nói đây là mùa mưa lớn nhất.", "asserted"),
        ("Nghi phạm bị bắt ở bến xe.", "asserted"),
        ("Nghi can có khả năng đã trốn sang nước ngoài.", "possible"),
        ("Mưa có thể kéo dài đến cuối tuần.", "possible"),
        ("Bão được dự báo mạnh lên thành cấp 12 khi vào vịnh.", "possible"),
        ("Không rõ vì sao máy bay đáp nhầm đường băng.", "possible"),
        ("Nhiều dự án chậm tiến độ, điển hình như khu nhà ở Đông Mai.", "asserted"),
        ("Xe tải không rõ biển số đâm chết hai người.", "asserted"),
        ("Trái với dự báo, bão đã đổ bộ vào đất liền.", "asserted"),
        ("Trung tâm dự báo của tỉnh dời sang trụ sở mới ở Tam Hà.", "asserted"),
        ("Hai bên được cho là đã gặp nhau bí mật.", "reported"),
        ("Ông Lê Văn Tám phủ nhận việc nhận tiền.", "denied"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    """Plain telling is asserted; hearsay, possibility and denial are told apart and show their words."""
    claim = claim_of(text)
    assert claim.certainty == certainty
    assert (claim.certainty_cue is None) == (certainty == "asserted")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Giá vàng thế giới ổn định hôm nay.", "unknown"),
        ("Công an xác định nghi phạm là người quen.", "unknown"),
        ("Hai bên đã tổ chức vòng đàm phán đầu tiên.", "done"),
        ("Hai bên chuẩn bị tổ chức đàm phán.", "planned"),
        ("Quân Mỹ sắp phải rút khỏi đảo.", "planned"),
        ("Đoàn xe đang tiến về thủ đô.", "ongoing"),
        ("Thủ tướng đã cho biết sẽ rút quân.", "planned"),
    ],
)
def test_status(text: str, status: str) -> None:
    """A deed, something under way and a plan are told apart; the tense of "cho biết" says nothing."""
    assert claim_of(text).status == status


@pytest.mark.parametrize(
    ("text", "polarity", "certainty", "status"),
    [
        ("The dam was not only old but weak.", True, "asserted", "done"),
        ("The dam has not collapsed.", False, "asserted", "done"),
        ("The ministry denied the report.", False, "denied", "unknown"),
        ("Troops may leave next month.", True, "possible", "unknown"),
        ("Troops will leave next month.", True, "asserted", "planned"),
    ],
)
def test_english(text: str, polarity: bool, certainty: str, status: str) -> None:
    """The same in English."""
    claim = claim_of(text, "en")
    assert (claim.polarity, claim.certainty, claim.status) == (polarity, certainty, status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Giám đốc cũ và mới đều sẽ bị phạt.", "planned"),
        ("Huấn luyện viên mới sẽ ra mắt vào chiều mai.", "planned"),
        ("Chủ mới đang sửa lại căn nhà.", "ongoing"),
        ("Đội bóng mới ra mắt huấn luyện viên.", "done"),
    ],
)
def test_new_is_not_just_now(text: str, status: str) -> None:
    """ "mới" after "cũ" or before a verb's own marker says which one and dates nothing."""
    assert claim_of(text).status == status
