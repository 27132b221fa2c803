"""Sentence boundaries: what must not be cut first, then what must, then what holds for any text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.segment import boundaries, segment
from compare.types import Article, Removed, Span
from training.openers import count

VIETNAMESE_WHOLE = [
    "Giá mới là 1.955. 500 đồng một bình.",
    "TS. Lê Văn Bình và ThS. Trần Thị Cúc dự họp.",
    "PGS.TS. Nguyễn Văn An cùng GS. Hà Văn Bốn vắng mặt.",
    "Bệnh viện ở TP. Hồ Chí Minh nhận 12 ca.",
    "Đoàn xe đi từ Tp. Vinh tới TX. Cửa Lò trong đêm.",
    "Nhà ở P.5, Q.1 và cả Q. 3 đều mất điện.",
    "Mưa ở P. Tân Phú, Q. Bình Tân kéo dài hai giờ.",
    "Bị cáo Nguyễn V. A. khai nhận.",
    "Anh H. kể lại sự việc.",
    "Thủ tướng A. Cô-bi-an-cốp tới Hà Nội.",
    "Chị N.T.M.L. không ở lại hiện trường.",
    "Họ rút 2.500 quân và chi 1.500.000 đồng.",
    "Ngày 3.1.2020 và ngày 24/1/2024 đều có họp.",
    "Xã trồng xoài, mít, v.v. và bán ra chợ.",
    "Đội bóng... không thua trận nào.",
    "Ông chỉ nói… rồi bỏ đi.",
    "“Sao lại thế?”, bà Lan hỏi.",
    "“Thật à?” - Ông Sơn ngạc nhiên.",
    "Trang tin.thoisu.vn và thư gửi toasoan@baomau.vn đều ngừng.",
    "Xem tại https://www.baomau.vn/tin.moi/A.html nhé.",
    "Giải V.League 2016 khai mạc ở TP.HCM.",
    "Tài liệu (...) Bộ Công an giữ còn nguyên.",
    "1. Mở rộng cảng biển.",
    "Bác sĩ có ba lời khuyên: 1. Uống đủ nước.",
    "Ông nói: “Chúng tôi không đồng ý”.",
    "Vụ việc đang được làm rõ./.",
    "Nhà ông ở P. Hai Bà, Q. Ba Đồn đã bán.",
    "Xe lật ở xã Cát Mới (H. Sau Núi) lúc rạng sáng.",
]

ENGLISH_WHOLE = [
    "It began at 2 a.m. Wednesday in the hall.",
    "They met at 9 a.m. Hanoi time and at 5 p.m. ET.",
    "At 8 a.m. June 5 he came back.",
    "Mr. Brown met Dr. Ada Lane and Gen. Hill at St. Mark's.",
    "The U.S. Army left the base at 5 a.m. on Friday.",
    "Harbour Foods Inc. bought Lane & Co. for $4.5 million.",
    "See p. 12 and No. 7 of the list.",
    "J.K. Marlow and Anna B. Reed signed it.",
    "“Why now?” Ms. Reed asked.",
    "She works at Zing! in the sales team.",
    "He was, well... not there.",
    "The report [...] Parliament saw was shorter.",
    "They met on Jan. 5 in Lane v. Reed.",
    "The mayor (he was re-elected in May.) left early.",
]

VIETNAMESE_CUT = [
    ["Trời mưa to.", "Đường ngập sâu."],
    ["Giá tăng 2.500 đồng.", "9 tháng qua giá đã tăng ba lần."],
    ["Họ đi từ năm 2013.", "5 năm sau họ trở về."],
    ["“Tôi không biết.", "Anh ấy đã đi rồi”, bà Lan nói."],
    ["Ông nói: “Mối đe dọa đã khác.", "Chúng tôi sẽ xem xét”.", "Cuộc họp kéo dài."],
    ['"Chúng tôi sẽ đi."', "Ông Sơn cười."],
    ["Chợ có cam, quýt, v.v.", "Ông Bình bán cả ngày."],
    ["Công an bắt Trần Văn B. và Lê C.", "Theo điều tra, cả hai quen nhau."],
    ["Xã trồng mía, ngô...", "Năm nay mất mùa."],
    ["Cả hai đã nghỉ việc…", "Dự án dừng lại."],
    ["Cá chết hàng loạt!", "Ai chịu trách nhiệm?", "Chưa ai trả lời."],
    ["Vụ cháy đã tắt.", "(Ảnh: Báo Mẫu)"],
    ["Quân nhân trên đường.", "Ảnh: Báo Mẫu."],
    ["Hãng ra mắt máy mới.", "iPhone có giá cao hơn."],
    ["Đêm nay trời rét 13 độ C.", "Nhiệt độ còn giảm."],
    ["Cây này có ở Đông Nam Á.", "Quả ăn được."],
    ["Họ về Sơn La.", "Công trình đã xong."],
    ["Gồm: 1. Khai thác", "2. Chế biến", "3. Bán hàng"],
]

ENGLISH_CUT = [
    ["He lives in the U.S.", "What about you?"],
    ["They sold Lane & Co.", "It closed yesterday."],
    ["She left at 6 p.m.", "The door was open."],
    ["The fire was out at 3:40 a.m.", "Minh blamed a short circuit."],
    ["“It is over,” he said.", "“We go home.”"],
    ["It is late....", "She went home."],
    ["Hello!!", "Long way.", "Who is there?!", "Nobody."],
    ["Write to anna.reed@example.com.", "She will answer."],
    ["It cost $3.50.", "Nobody paid."],
]


def cut(text: str, language: str = "vi") -> list[str]:
    """The sentences of a text as strings."""
    return [text[start:end] for start, end in boundaries(text, language)]


@pytest.mark.parametrize("text", VIETNAMESE_WHOLE)
def test_keeps_a_vietnamese_sentence_whole(text: str) -> None:
    """Abbreviations, initials, figures, dates, addresses and ellipses inside a sentence do not cut it."""
    assert cut(text) == [text]


@pytest.mark.parametrize("text", ENGLISH_WHOLE)
def test_keeps_an_english_sentence_whole(text: str) -> None:
    """English titles, acronyms, companies and quoted questions do not cut a sentence."""
    assert cut(text, "en") == [text]


@pytest.mark.parametrize("sentences", VIETNAMESE_CUT)
def test_cuts_vietnamese_sentences(sentences: list[str]) -> None:
    """Sentences are cut at their marks, inside quotations too, also when an abbreviation closes one."""
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize("sentences", ENGLISH_CUT)
def test_cuts_english_sentences(sentences: list[str]) -> None:
    """English sentences are cut at their marks, also when an acronym closes one."""
    assert cut(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mọi việc đã hết.Ông nói vậy.", ["Mọi việc đã hết.", "Ông nói vậy."]),
        ("Đó là chuyện ở Việt Nam.Tuy nhiên, ta sẽ đi.", ["Đó là chuyện ở Việt Nam.", "Tuy nhiên, ta sẽ đi."]),
        ("Lãi gần 3 tỉ đồng.Bộ trưởng vui.", ["Lãi gần 3 tỉ đồng.", "Bộ trưởng vui."]),
        ('Ông im lặng."Tôi không biết", ông nói.', ["Ông im lặng.", '"Tôi không biết", ông nói.']),
        ('Bà nói: "Tôi mệt."Ông cười.', ['Bà nói: "Tôi mệt."', "Ông cười."]),
        ("Thật sao?Không ai tin.", ["Thật sao?", "Không ai tin."]),
        ("Ông “kiên quyết phản đối”.Nói thêm, ông tiếc.", ["Ông “kiên quyết phản đối”.", "Nói thêm, ông tiếc."]),
        ("Số thuyền còn 1.600.Nếu bão vào, họ về.", ["Số thuyền còn 1.600.", "Nếu bão vào, họ về."]),
    ],
)
def test_parts_glued_sentences(text: str, sentences: list[str]) -> None:
    """A missing space after the mark does not glue two sentences together."""
    assert cut(text) == sentences


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("会议已经结束。他们回家了。为什么？", "zh", 3),
        ("会議は終わった。「帰ります。」と彼は言った。", "ja", 2),
        ("هل انتهى الاجتماع؟ نعم. عادوا إلى البيت.", "ar", 3),
        ("बैठक समाप्त हुई। वे घर गए।", "hi", 2),
        ("¿Terminó la reunión? ¡Sí! El Sr. Gil se fue.", "es", 3),
        ("Am 24. Januar kam z. B. Frau Dr. Haas. Sie blieb.", "de", 2),
    ],
)
def test_other_languages(text: str, language: str, count: int) -> None:
    """Other scripts and languages are cut at their own sentence marks."""
    assert len(cut(text, language)) == count


def test_lines_are_boundaries() -> None:
    """A heading without a full stop is a sentence of its own, and so is every paragraph."""
    assert cut("Tiêu đề không dấu chấm\n\nĐoạn một. Câu hai\nĐoạn hai") == [
        "Tiêu đề không dấu chấm",
        "Đoạn một.",
        "Câu hai",
        "Đoạn hai",
    ]


def test_line_that_opens_with_a_unit_carries_on_the_number() -> None:
    """A unit at the head of a line belongs to the number that ends the line before; a table cell does not."""
    text = "Cảng đón tàu 30.000\nDWT vào làm hàng.\nBảng 2\nDự án mới"
    assert [text[start:end] for start, end in boundaries(text, "vi")] == [
        "Cảng đón tàu 30.000\nDWT vào làm hàng.",
        "Bảng 2",
        "Dự án mới",
    ]


def test_wrapped_lines_are_joined() -> None:
    """Text wrapped at a fixed width is read as if it were not wrapped."""
    lines = [
        "Hội đồng thành phố hôm qua đã thông qua kế hoạch xây cầu mới qua",
        "Sông Mẫu, với tổng kinh phí khoảng 1.200 tỷ đồng. Công trình sẽ",
        "khởi công vào tháng sau.",
    ]
    text = "\n".join(lines)
    first = text.index("Công trình")
    assert cut(text) == [text[: first - 1], text[first:]]


def test_a_line_of_marks_makes_no_sentence() -> None:
    """Dividers and bars without a letter or digit yield no sentence of their own."""
    assert cut("***\nQuân nhân. Ảnh: Mẫu. |\n|\n") == ["Quân nhân.", "Ảnh: Mẫu. |"]
    assert cut("") == cut(" \n\u00a0\n") == cut("... !!!") == []


def test_segment_leaves_out_title_and_removed_spans() -> None:
    """Sentences skip the title and the removed spans, are numbered from 1, and paragraphs from 0."""
    text = "Tiêu đề\n0:00 / 0:00\nCâu một. Đọc thêm: bài khác. Câu hai.\n\nCâu ba."
    gone = text.index("Đọc thêm: bài khác.")
    article = Article(
        id="a1",
        text=text,
        language="vi",
        title_span=Span(0, 7, "Tiêu đề"),
        removed=(Removed(8, 19, "player-clock"), Removed(gone, gone + 19, "related")),
    )
    sentences = segment(article).sentences
    assert [(one.id, one.text, one.paragraph) for one in sentences] == [
        ("a1.s1", "Câu một.", 0),
        ("a1.s2", "Câu hai.", 0),
        ("a1.s3", "Câu ba.", 1),
    ]


ALPHABET = """
Ông An nói TP. TS. A. 2.500 3.1.2020 . ... … ? ! ” “ " ' ( ) [ ] 1. 2. b. - U.S. 。 của x * ./. ,
"""
PIECES = st.sampled_from([*ALPHABET.split(), " ", " ", " ", "\n", "\n\n", "\u00a0"])
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@given(TEXTS, st.sampled_from(["vi", "en", "zh", ""]))
def test_boundaries_are_ordered_disjoint_and_complete(text: str, language: str) -> None:
    """Spans are ordered, disjoint and trimmed, and hold every letter and digit of the text."""
    spans = boundaries(text, language)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert any(character.isalnum() for character in text[start:end])
        assert not any(character.isalnum() for character in text[position:start])
        position = end
    assert not any(character.isalnum() for character in text[position:])


@given(TEXTS, st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4))
def test_segment_covers_what_is_not_removed(text: str, removed: list[tuple[int, int]]) -> None:
    """Whatever is removed, every other letter and digit is in exactly one sentence, and no removed one is."""
    spans = [(min(one), min(max(one), len(text))) for one in removed if min(one) < min(max(one), len(text))]
    article = Article("a", text, language="vi", removed=tuple(Removed(*one, "rule") for one in spans))
    seen = [0] * len(text)
    for sentence in segment(article).sentences:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        for place in range(sentence.start, sentence.end):
            seen[place] += 1
    for place, character in enumerate(text):
        hidden = any(start <= place < end for start, end in spans)
        assert seen[place] <= (not hidden)
        if character.isalnum() and not hidden:
            assert seen[place] == 1


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Người dân chờ qua cầu Vân Theo ông Bách, cầu sẽ thông xe hôm 3/5.",
            ["Người dân chờ qua cầu Vân", "Theo ông Bách, cầu sẽ thông xe hôm 3/5."],
        ),
        (
            "Mưa lớn ở Hòa Lâm Tuy nhiên, nước sông Vân vẫn thấp.",
            ["Mưa lớn ở Hòa Lâm", "Tuy nhiên, nước sông Vân vẫn thấp."],
        ),
        ("Ông Bách nói theo ông Sâm, cầu sẽ thông xe.", None),
        ("Bà hát bài “Mùa thu Sau khi anh đi xa mãi” ở Hòa Lâm.", None),
        ("Ông Theo ông Bách kể lại chuyện cũ.", None),
    ],
)
def test_a_heading_that_ran_into_a_sentence_is_cut_off(text: str, pieces: list[str] | None) -> None:
    """Flattened pages put captions and subheads right before a sentence: words that only open sentences tell where."""
    assert [text[start:end] for start, end in boundaries(text, "vi")] == (pieces or [text])


def test_what_opens_sentences_is_counted() -> None:
    """A pair counts as opening at the beginning of a sentence, and as inside only where no mark comes before it."""
    opens: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    count("Theo ông Bách, Sau đó là tên bài. Cầu Theo ông Sâm.", opens, inside)
    assert (opens["Theo ông"], inside["Theo ông"], inside["Sau đó"]) == (1, 1, 0)
