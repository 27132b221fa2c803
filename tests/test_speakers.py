"""Speakers: who says a claim, and which words are quoted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims import extract
from compare.claims.quotes import find_quotes
from compare.types import Article, Claim, Sentence


def claims_of(*sentences: str, language: str = "vi") -> tuple[Claim, ...]:
    """The claims of an article of one paragraph per sentence."""
    placed, place = [], 0
    for number, one in enumerate(sentences, start=1):
        placed.append(Sentence(f"a.s{number}", place, place + len(one), one, number - 1))
        place += len(one) + 1
    return extract(Article(id="a", text="\n".join(sentences), language=language, sentences=tuple(placed)))


def speakers_of(*sentences: str, language: str = "vi") -> list[str | None]:
    """The speaker of each claim: None without one, "" for a nameless one."""
    return [one.speaker.name if one.speaker else None for one in claims_of(*sentences, language=language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Học sinh theo học tại trường này từ năm ngoái.",
        "Mẫu máy Vân Sơn X2 vẫn theo khuôn mẫu của các máy trước đây.",
        "Công an tiếp tục theo dõi vụ việc theo quy định của pháp luật.",
        "Nghi phạm bị cáo buộc giết người hôm thứ hai.",
        "Thông tin này chưa được xác nhận.",
        "Ông Lê Văn Tám đã đưa ra cáo buộc nặng nề.",
        "Ông Lê Văn Tám không cho biết lý do vắng mặt.",
        "Giá xăng giảm đáng kể trong tháng này.",
        "Người dân nói chuyện với nhau suốt đêm qua.",
        "Theo đó, học sinh được nghỉ hai ngày.",
        "Trận đấu khai cuộc lúc 19h, đội khách dẫn trước.",
        "Phòng thi chỉ nhận bút viết, bút chì và thước.",
        "Bài đăng có năm nghìn lượt chia sẻ, bình luận trong một đêm.",
        "Mỏ than đá ở Hòa Lâm đóng cửa.",
    ],
)
def test_no_speaker(sentence: str) -> None:
    """Words of saying in another sense, passive ones and refusals to speak give no speaker."""
    assert speakers_of(sentence) == [None]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hôm qua, ông Lê Văn Tám cho biết hồ đã đầy nước.", "Lê Văn Tám"),
        ("Theo bà Trần Thị Bảy, hồ đã đầy nước từ sáng.", "Trần Thị Bảy"),
        ("Hồ đã đầy nước từ sáng sớm nay, theo bà Trần Thị Bảy.", "Trần Thị Bảy"),
        ("“Hồ đã đầy nước”, ông Lê Văn Tám nói.", "Lê Văn Tám"),
        ("“Hồ đã đầy nước” - ông Lê Văn Tám, Giám đốc Sở Xây dựng, nhấn mạnh.", "Lê Văn Tám"),
        ("Ông Lê Văn Tám, Giám đốc Sở Xây dựng cho biết hồ đã đầy nước.", "Lê Văn Tám"),
        ("Hôm qua, ông Lê Văn Tám, cán bộ xã, huyện Hớn Quản cho biết hồ đã đầy nước.", "Lê Văn Tám"),
        ("Còn bà Trần Thị Bảy, Vụ trưởng Vụ đại học, Bộ GD – ĐT cho biết hồ đã đầy nước.", "Trần Thị Bảy"),
        ("Trả lời câu hỏi trên, ông Lê Văn Tám cho rằng hồ đã đầy nước.", "Lê Văn Tám"),
        ("Serhiy Lesko, cố vấn của Chánh văn phòng Tổng thống Ukraine cho biết hồ đã đầy nước.", "Serhiy Lesko"),
        ("“Hồ đã đầy nước”, anh Lê Văn Tám, Bí thư thường trực T.Ư Đoàn, chia sẻ.", "Lê Văn Tám"),
        ("Bà Hoa được bác sĩ Lê Văn Tám cho biết hồ đã đầy nước.", "Lê Văn Tám"),
        ("Ông Lê Văn Tám vừa được thả cho biết hồ đã đầy nước.", "Lê Văn Tám"),
        ("Vẫn theo ông Lê Văn Tám, hồ đã đầy nước.", "Lê Văn Tám"),
        ("Gia đình của ông Tám cho biết họ đã sơ tán.", ""),
        ("Hôm qua, Bộ Quốc phòng Mỹ tuyên bố rằng cuộc tập trận đã kết thúc.", "Bộ Quốc phòng Mỹ"),
        ("Hôm qua, chính phủ Mỹ cho biết họ sẵn sàng đàm phán.", "Mỹ"),
        ("Reuters dẫn lời ông Lê Văn Tám cho biết hồ đã đầy nước.", "Lê Văn Tám"),
        ("Trả lời Reuters, ông Lê Văn Tám nói hồ đã đầy nước.", "Lê Văn Tám"),
        ("Người dân ở Hà Nội cho biết họ nghe tiếng nổ lớn.", ""),
        ("Theo nguồn tin giấu tên, cuộc họp đã bị hoãn lại.", ""),
    ],
)
def test_one_speaker(sentence: str, speaker: str) -> None:
    """The person or body that says it, not the outlet that passes it on nor the place where they live."""
    assert set(speakers_of(sentence)) == {speaker}


def words_of_speaker(sentence: str) -> str | None:
    """The words that stand for a speaker without a name in the first claim that has one."""
    speaker = next(one.speaker for one in claims_of(sentence) if one.speaker)
    return speaker.span.text if speaker.span else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Những con số biết nói cho thấy chợ đông trở lại.",
        "Thấy nước lên nhanh khiến trẻ sợ hãi và nói muốn về.",
        "Theo phương án 2, cầu sẽ rộng thêm 3 mét.",
        "Mục tiêu trong năm nay cho biết xã sẽ làm đường.",
    ],
)
def test_what_cannot_speak_is_no_speaker(sentence: str) -> None:
    """A subject that no person, body or paper heads is not shown as whose words they are."""
    assert words_of_speaker(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Một số người dân ở xã Vân Hà cho biết họ nghe tiếng nổ lớn.", "Một số người dân ở xã Vân Hà"),
        ("Cáo trạng nêu rõ: bị cáo đã nhận 3 triệu đồng.", "Cáo trạng"),
        ("Và Mai thì bị kẻ này nhắn nhủ: “Đừng báo cảnh sát”.", "kẻ này"),
        ("Phần lớn các chuyên gia cho rằng đập vẫn an toàn.", "Phần lớn các chuyên gia"),
        ("Hai nhân chứng và cũng khẳng định xe đi rất nhanh.", "Hai nhân chứng"),
    ],
)
def test_somebody_without_a_name_is_shown_by_the_words_for_them(sentence: str, words: str) -> None:
    """People, bodies and papers without a name speak under the words that the article uses."""
    assert words_of_speaker(sentence) == words


def test_a_pronoun_before_another_predicate_is_the_speaker() -> None:
    """ "Bà lắc đầu và nói": who shakes her head speaks; "cô gái" is no pronoun."""
    former = "Bà Trần Thị Bảy cho biết nước đã rút."
    assert speakers_of(former, "Bà lắc đầu buồn bã và nói đường còn ngập.")[-1] == "Trần Thị Bảy"
    assert speakers_of(former, "Cô gái lắc đầu và nói đường còn ngập.")[-1] == ""


def test_an_office_of_a_body_is_no_person() -> None:
    """After a title the first word of a body is not somebody's name."""
    sentence = "Ông Lê Văn Tám, Tổng thư ký Hiệp hội nuôi tôm Hòa Lâm cho biết tôm đã chết."
    assert set(speakers_of(sentence)) == {"Lê Văn Tám"}


def test_pronoun_means_the_last_fitting_speaker() -> None:
    """ "Ông" means the man who spoke before, "bà" the woman."""
    found = speakers_of(
        "Ông Lê Văn Tám cho biết hồ đã đầy nước.",
        "Bà Trần Thị Bảy nói dân đã sơ tán.",
        "Ông khẳng định đập vẫn an toàn.",
        "Bà này cũng cho biết trường đã đóng cửa.",
    )
    assert found == ["Lê Văn Tám", "Trần Thị Bảy", "Lê Văn Tám", "Trần Thị Bảy"]


def test_pronoun_without_a_safe_meaning_is_nameless() -> None:
    """Where two men were met and neither spoke, "ông" is nobody by name."""
    found = speakers_of("Ông Lê Văn Tám đã gặp ông Trần Văn Chín hôm qua.", "Ông cho biết hồ đã đầy nước.")
    assert found[-1] == ""


def test_leader_means_the_last_leader() -> None:
    """ "Nhà lãnh đạo Iraq" is the prime minister who spoke."""
    found = speakers_of(
        "Thủ tướng Iraq Mohammed Shia al-Sudani chỉ trích cuộc không kích, nói rằng chúng gây hại.",
        "Sau đó, nhà lãnh đạo Iraq cho biết Mỹ đang phá hoại thỏa thuận.",
    )
    assert found[-1] == "Mohammed Shia al-Sudani"


def test_a_former_leader_is_not_the_one_in_office() -> None:
    """What a former president denies, her successor does not."""
    denial = "{} đã phủ nhận tất cả cáo buộc."
    opening = "Tổng thống Lê Văn Moon nói ông ủng hộ cuộc điều tra."
    assert speakers_of(opening, denial.format("Cựu tổng thống"))[1] == ""
    assert speakers_of(opening, denial.format("Tổng thống"))[1] == "Lê Văn Moon"


def test_role_means_its_holder() -> None:
    """ "Thủ tướng" is the prime minister, not the deputy who spoke last."""
    found = speakers_of(
        "Thủ tướng Lê Văn Tám nói đập an toàn.",
        "Phó Thủ tướng Trần Văn Chín cho biết dân đã sơ tán.",
        "Thủ tướng khẳng định đập vẫn an toàn.",
    )
    assert found[-1] == "Lê Văn Tám"


def test_speech_goes_on_after_a_conjunction() -> None:
    """A second verb of saying without subject belongs to the same speaker."""
    found = speakers_of(
        "Ngoại trưởng Hussein xác nhận Iraq đã nhận thông điệp từ đại sứ, đồng thời nói thêm rằng chính phủ sẽ xem xét."
    )
    assert found == ["Hussein", "Hussein"]


def test_quotation_over_sentences_keeps_its_speaker() -> None:
    """Every sentence of a long quotation has the speaker of its beginning, and what follows it has none."""
    found = speakers_of(
        'Bà Trần Thị Bảy khẳng định: "Nước đã rút từ sáng.',
        "Dân làng đang dọn dẹp.",
        'Trường sẽ mở cửa lại ngày mai".',
        "Hôm nay trời nắng ráo ở khắp nơi.",
    )
    assert found == ["Trần Thị Bảy", "Trần Thị Bảy", "Trần Thị Bảy", None]


def test_speaker_may_come_at_the_end_of_a_long_quotation() -> None:
    """A quotation that begins sentences earlier belongs to the speaker named after it."""
    found = speakers_of("“Nước đã rút từ sáng.", "Dân làng đang dọn dẹp”, bà Trần Thị Bảy chia sẻ.")
    assert found == ["Trần Thị Bảy", "Trần Thị Bảy"]


def test_spans_of_speaker_and_cue() -> None:
    """Speaker and verb of saying are shown where they stand."""
    sentence = "Hôm qua, ông Lê Văn Tám cho biết hồ đã đầy nước."
    speaker = claims_of(sentence)[0].speaker
    assert speaker is not None
    assert speaker.span is not None
    assert speaker.cue is not None
    assert sentence[speaker.span.start : speaker.span.end] == "Lê Văn Tám"
    assert sentence[speaker.cue.start : speaker.cue.end] == "cho biết"


def test_quoted_words_are_found_between_any_marks() -> None:
    """Curly, straight and mixed quotation marks enclose the same words."""
    for opening, closing in (("“", "”"), ('"', '"'), ('"', "”"), ("«", "»"), ("''", "''")):
        claim = claims_of(f"Bà Trần Thị Bảy nói: {opening}Nước đã rút từ sáng{closing}.")[0]
        assert claim.quote is not None
        assert claim.quote.text == "Nước đã rút từ sáng"


def test_name_in_quotation_marks_is_no_quotation() -> None:
    """Two words in quotation marks that nobody says are a name."""
    assert claims_of("Phim “Đất lành” thắng giải lớn.")[0].quote is None


def test_english_speakers() -> None:
    """Said, told and according to."""
    found = speakers_of(
        "Prime Minister Ana Silva said the dam was safe.",
        "“The water is falling,” she told reporters.",
        "According to the Ministry of Health, two people died.",
        language="en",
    )
    assert found == ["Ana Silva", "Ana Silva", "Ministry of Health"]


def test_english_speakers_behind_their_verb() -> None:
    """ "Said" may stand before who says it, once a quotation has gone before."""
    found = speakers_of(
        "“We were lucky,” said Rosa Muchanga, 34, who lost her brother.",
        "“It was dark,” said she.",
        "“The water is falling,” said on Monday.",
        language="en",
    )
    assert found[:2] == ["Rosa Muchanga", "Rosa Muchanga"]
    assert not found[2]


@pytest.mark.parametrize(
    "sentence",
    [
        "Antonio Palocci bị bắt với cáo buộc nhận hối lộ.",
        "Sau tuyên bố của phía bên kia, ông Trần Hải bỏ về.",
        "Người như nhận xét của cô thì không hiếm ở Hòa Lâm.",
    ],
)
def test_a_noun_of_saying_opens_no_speech(sentence: str) -> None:
    """Behind "với", "sau" and "như" an accusation or a remark is a noun."""
    assert not any(one.speaker and one.speaker.name for one in claims_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Ông Lê Văn Tám nhận được tin nhắn: “Nhà anh đang cháy, về ngay đi”.", ""),
        ("Điều ông Lê Văn Tám mong muốn lúc này: “Bình yên là được, biết đủ là đủ”.", ""),
        ("Hôm qua, ông Lê Văn Tám tỏ ra rất bất ngờ: “Tôi không nghĩ mình thắng đâu”.", "Lê Văn Tám"),
        ("Ông Lê Văn Tám tỏ ra rất bất ngờ với kết quả này: “Tôi không nghĩ mình thắng đâu”.", "Lê Văn Tám"),
        ("“Họ hứa mà không làm gì cả suốt ba năm qua”, ông Lê Văn Tám ấm ức.", "Lê Văn Tám"),
        ("“Họ hứa mà không làm gì cả suốt ba năm qua” trên áo ông Lê Văn Tám.", ""),
    ],
)
def test_a_name_beside_a_quotation_speaks_it(sentence: str, speaker: str) -> None:
    """Papers do without a verb of saying: the person before the colon, or right behind the quotation, says it."""
    found = {one.speaker.name for one in claims_of(sentence) if one.speaker}
    assert found == ({speaker} if speaker else set())


def test_who_speaks_for_a_country_is_not_the_country() -> None:
    """A head before the name of a country is the speaker; the country alone may be."""
    (press,) = {one.speaker for one in claims_of("Truyền thông Trung Quốc đưa tin hai người đã chia tay.")}
    assert press
    assert press.span
    assert (press.name, press.span.text) == ("", "Truyền thông Trung Quốc")
    (state,) = {one.speaker for one in claims_of("Trung Quốc tuyên bố sẽ đáp trả.")}
    assert state
    assert state.name == "Trung Quốc"


@given(st.text(alphabet="ab \"“”«»'.\n", max_size=60))
@settings(max_examples=300)
def test_quotes_are_disjoint_and_in_order(text: str) -> None:
    """Whatever the marks: quoted stretches lie in order, apart, inside the text, and begin and end with a word
    or mark.
    """
    place = 0
    for start, end in find_quotes(text):
        assert place <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        place = end


def test_people_before_a_weak_verb_still_speak() -> None:
    """A nameless person or body speaks before a weak verb and a comma, where a thing does not."""
    assert speakers_of("Nhiều chuyên gia dự báo, giá vàng sẽ còn tăng.")[0] == ""


def test_month_is_no_part_of_a_voice() -> None:
    """The noun phrase after "theo" ends before the time."""
    (claim,) = claims_of("Theo lãnh đạo cảng Hòa Lâm trong tháng 5 này, cảng sẽ đón tàu lớn.")
    assert claim.speaker is not None
    assert claim.speaker.span is not None
    assert "tháng" not in claim.speaker.span.text


def test_a_bracket_after_a_name_does_not_take_its_place() -> None:
    """Whoever is named before a bracket with an office or a place speaks, not what the bracket holds."""
    text = "GS.TS Vũ Đình Khoa (Viện Giáo dục Bình Lãng, tỉnh Sông Lam) cho biết sách mới ra đời năm 2015."
    assert [claim.speaker.name for claim in claims_of(text) if claim.speaker] == ["Vũ Đình Khoa"]


def test_a_place_behind_a_body_only_says_where_it_sits() -> None:
    """Between a comma and the verb of saying a place completes the body before it; alone it speaks for itself."""
    told = "Chiều 24-10, lãnh đạo Công an quận Bình Thạnh, TP. HCM xác nhận vừa ra quyết định khởi tố bị can."
    assert speakers_of(told) == ["Công an quận Bình Thạnh"]
    assert speakers_of("Hôm qua, tại Hà Nội, Việt Nam tuyên bố sẽ tham gia.") == ["Việt Nam"]
