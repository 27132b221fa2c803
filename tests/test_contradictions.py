"""Pairs made from one true sentence: contradictions and retellings."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.deep.contradictions import KINDS, contradict, is_rounding, rephrase
from training.deep.figures import other_figure

OTHERS = (
    "Ông Trần Quốc Bảo đã có mặt tại cuộc họp.",
    "Bà Phạm Thị Sen từ chối bình luận.",
    "Đoàn đã đến huyện Bình Lục vào buổi trưa.",
)
TRUE = (
    "Sáng 24/1, ông Lê Văn Minh cho biết 2.487 người đã rời khỏi huyện Đông Hà.",
    "Vụ cháy ở Hà Nội khiến ba người thiệt mạng và 12 người bị thương.",
    "Giá xăng tăng 5,5% kể từ ngày 3 tháng 8 năm 2018, theo Bộ Công Thương.",
    "Đội chủ nhà thắng 2-1 sau khi hiệp phụ kết thúc lúc 22h15.",
    "Nga tấn công Ukraine, nhà chức trách xác nhận.",
    "Công ty này chưa được cấp phép xây dựng tại Đà Nẵng.",
    "Khoảng 300 hộ dân sẽ phải di dời trước mùa mưa.",
)
PLAIN = "Câu chuyện ấy làm lay động lòng người."


def made_of_kind(sentence: str, kind: str) -> set[str]:
    """Everything that one kind makes of a sentence in many draws."""
    found = set()
    for seed in range(300):
        made = contradict(sentence, OTHERS, Random(seed))
        if made is not None and made.kind == kind:
            found.add(made.text)
    return found


@pytest.mark.parametrize(
    "sentence", ["", "Ảnh minh hoạ", PLAIN, "Máy bay Boeing 777 lượn rất êm.", "Anh ấy chưa bao giờ về quê."]
)
def test_nothing_to_change(sentence: str) -> None:
    """A sentence without a detail that can be changed gives no contradiction."""
    assert all(contradict(sentence, OTHERS, Random(seed)) is None for seed in range(50))


def test_nothing_to_rephrase() -> None:
    """A sentence without a phrase to drop or a word to exchange is not rephrased."""
    assert all(rephrase(PLAIN, Random(seed)) is None for seed in range(50))


@pytest.mark.parametrize("sentence", ["Nếu ông ấy đã đến thì mọi chuyện dễ hơn.", "Liệu đội nhà đã đến sân hay chưa?"])
def test_polarity_keeps_off_conditions_and_questions(sentence: str) -> None:
    """What is only asked or supposed is not denied."""
    assert not made_of_kind(sentence, "polarity")


def test_a_shorter_form_is_no_other_name() -> None:
    """The same person's name in short is not put in place of the long one, nor is a part of a name exchanged."""
    short = ("Anh Minh, thợ mộc, rất vui.", "Anh Lê Minh cũng có mặt.")
    for seed in range(100):
        made = contradict("Anh Lê Văn Minh, thợ mộc, rất vui.", short, Random(seed))
        assert made is None or made.text not in ("Anh Minh, thợ mộc, rất vui.", "Anh Lê Minh, thợ mộc, rất vui.")
    assert not made_of_kind("Cuộc trò chuyện với Ivanka Trump thật vui.", "name")


def test_fixed_phrases_are_not_denied() -> None:
    """ "Never seen before" is one phrase: taking its "never" out would leave no sense."""
    assert not made_of_kind("Đó là một trận lũ chưa từng có ở vùng này.", "polarity")


def test_sources_are_not_exchanged() -> None:
    """The name after "theo" only says where a report is from: another source contradicts nothing."""
    assert not made_of_kind("Theo ông Lê Văn Minh, trời rất đẹp.", "name")


def test_a_name_within_a_longer_one_is_no_place() -> None:
    """A country's letters in a longer name are left alone."""
    assert not made_of_kind("Chị Nguyễn Thị Mỹ Linh rất vui vì món quà.", "place")


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("number", "Vụ cháy làm ba người phải nằm viện.", "Vụ cháy làm bốn người phải nằm viện."),
        ("number", "Nghi phạm mới 19 tuổi, quê ở miền quê.", "Nghi phạm mới 22 tuổi, quê ở miền quê."),
        ("number", "Đội khách thua với tỷ số 1-2.", "Đội khách thua với tỷ số 1-3."),
        ("date", "Phiên toà mở lại vào ngày 24/1 tới đây.", "Phiên toà mở lại vào ngày 26/1 tới đây."),
        ("date", "Cây cầu khánh thành năm 2015 ở quê.", "Cây cầu khánh thành năm 2014 ở quê."),
        ("date", "Phiên toà mở lại sáng thứ ba này.", "Phiên toà mở lại sáng thứ tư này."),
        ("date", "Xe rời bến lúc 7h15 như thường lệ.", "Xe rời bến lúc 8h15 như thường lệ."),
        ("name", "Đó là ông Lê Văn Minh, một thợ mộc.", "Đó là ông Trần Quốc Bảo, một thợ mộc."),
        ("name", "Người nhận giải là chị gái anh ấy.", "Người nhận giải là em gái anh ấy."),
        ("place", "Cuộc họp được mở ở Hà Nội hôm qua.", "Cuộc họp được mở ở Hải Phòng hôm qua."),
        ("polarity", "Toà án đã nhận đơn của bà con.", "Toà án chưa nhận đơn của bà con."),
        ("polarity", "Họ chưa được trả lương như lời hứa.", "Họ đã được trả lương như lời hứa."),
        ("role", "Nga tấn công Ukraine trong đêm.", "Ukraine tấn công Nga trong đêm."),
        ("role", "Chiều qua, xe tải đâm vào xe máy.", "Chiều qua, xe máy đâm vào xe tải."),
        ("outcome", "Giá gạo tăng mạnh trong dịp lễ.", "Giá gạo giảm mạnh trong dịp lễ."),
        ("outcome", "Ban tổ chức đồng ý hoãn lễ hội.", "Ban tổ chức từ chối hoãn lễ hội."),
        ("outcome", "Profits rose at the small company.", "Profits fell at the small company."),
    ],
)
def test_each_kind(kind: str, sentence: str, expected: str) -> None:
    """Each kind of contradiction is made where the sentence has the detail for it."""
    assert expected in made_of_kind(sentence, kind)


@pytest.mark.parametrize("sentence", TRUE)
def test_one_span_is_changed(sentence: str) -> None:
    """Outside the span that is given, the sentence stays letter by letter; inside, it differs."""
    for seed in range(100):
        made = contradict(sentence, OTHERS, Random(seed))
        assert made is not None
        kept = len(made.text) - made.end
        assert made.kind in KINDS
        assert made.text[: made.start] == sentence[: made.start]
        assert made.text[made.end :] == sentence[len(sentence) - kept :]
        assert made.text[made.start : made.end] != sentence[made.start : len(sentence) - kept]


def test_the_same_seed_makes_the_same() -> None:
    """What is made depends on the sentence, the others and the seed only."""
    for sentence in TRUE:
        assert contradict(sentence, OTHERS, Random(7)) == contradict(sentence, OTHERS, Random(7))
        assert rephrase(sentence, Random(7)) == rephrase(sentence, Random(7))


@given(value=st.integers(min_value=10, max_value=99_999_999), seed=st.integers(0, 99), hedged=st.booleans())
def test_a_figure_is_never_a_rounding(value: int, seed: int, hedged: bool) -> None:
    """Neither of the true and the changed figure can be the other one rounded to hundreds, thousands and so on."""
    text = f"{value:,}".replace(",", ".")
    new = other_figure(text, hedged, float("inf"), Random(seed))
    if new is None:
        return
    changed = int(new.replace(".", ""))
    assert changed != value
    for step in (10**power for power in range(1, 8)):
        if value >= step and changed >= step and changed >= 10 and step * 1000 > max(value, changed):
            assert not (value % step == 0 and abs(changed - value) * 2 < step)
            assert not (changed % step == 0 and abs(changed - value) * 2 < step)


@given(text=st.text(alphabet="ăaâbcđ 0123456789.,/-:%()“”?Nn", max_size=60), seed=st.integers(0, 9))
def test_any_text_passes(text: str, seed: int) -> None:
    """No text makes either function fail, and neither gives back what it was given."""
    made = contradict(text, (text,), Random(seed))
    assert made is None or made.text != text
    assert rephrase(text, Random(seed)) != text


@pytest.mark.parametrize(("one", "other"), [(2487, 2500), (104, 100), (47, 50), (1_480_000, 1_500_000)])
def test_roundings_are_known(one: float, other: float) -> None:
    """A rounder figure of the same size counts as the same."""
    assert is_rounding(one, other)
    assert is_rounding(other, one)


def retold(sentence: str) -> set[str | None]:
    """All tellings of a sentence in many draws."""
    return {rephrase(sentence, Random(seed)) for seed in range(300)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cơ quan này ghi nhận 2.487 người phải di dời.", "Cơ quan này ghi nhận gần 2.500 người phải di dời."),
        ("Cơn bão làm 104 căn nhà bị tốc mái.", "Cơn bão làm hơn 100 căn nhà bị tốc mái."),
        ("Có khoảng 300 hộ bị mất điện suốt đêm.", "Có 300 hộ bị mất điện suốt đêm."),
        ("Có 3 người ngồi trên chiếc thuyền nhỏ ấy.", "Có ba người ngồi trên chiếc thuyền nhỏ ấy."),
        ("Lễ hội khai mạc ngày 24/1 ở bãi biển.", "Lễ hội khai mạc ngày 24 tháng 1 ở bãi biển."),
        ("Lễ hội khai mạc ngày 24 tháng 1 ở bãi biển.", "Lễ hội khai mạc ngày 24/1 ở bãi biển."),
        (
            "Sáng 24/1, đoàn xe lên đường tới các bản vùng cao.",
            "Đoàn xe lên đường tới các bản vùng cao sáng 24/1.",
        ),
        ("Theo bà Sen, đoàn xe lên đường tới các bản vùng cao.", "Đoàn xe lên đường tới các bản vùng cao."),
        ("Hai chiếc thuyền chìm, bốn ngư dân tử vong.", "Hai chiếc thuyền chìm, bốn ngư dân thiệt mạng."),
    ],
)
def test_retellings(sentence: str, expected: str) -> None:
    """Rounder figures, numbers in words, other spellings of a day, dropped or moved phrases and synonyms."""
    assert expected in retold(sentence)


def test_a_year_is_not_rounded() -> None:
    """Years stay as they are."""
    for text in retold("Lễ hội năm 2018 có 2018 người tham gia vào buổi sáng."):
        assert text is None or re.search("năm 2018", text)


def test_a_deed_is_told_from_the_other_side() -> None:
    """The passive of a deed agrees with it, where swapped actors do not."""
    assert "Ukraine bị Nga tấn công trong đêm." in retold("Nga tấn công Ukraine trong đêm.")


def test_a_second_object_stays_where_it_is() -> None:
    """A deed done to two is not turned round by halves."""
    for text in retold("Nga tấn công Ukraine và Ba Lan trong đêm."):
        assert text is None or "bị Nga" not in text
