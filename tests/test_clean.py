"""Cleaning: page furniture goes to the ledger by name, and nothing of the story does."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.clean import clean
from compare.types import Article

LEAD = "Tỉnh Hòa Lâm sáng 3/5 thông xe cây cầu mới bắc qua sông Vân sau hai năm thi công."
BODY = "Cầu dài 250 mét và có bốn làn xe. Ông Trần Văn Bách, giám đốc ban quản lý, nói dân hai bờ đã chờ nhiều năm."
MORE = "Trước đó, người dân phải đi phà hoặc vòng qua huyện bên, mất thêm gần một giờ đồng hồ mỗi lần."
END = "Tỉnh dự kiến làm thêm một con đường nối từ cầu tới quốc lộ trong năm sau, với vốn từ ngân sách."
STORY = (LEAD, BODY, MORE, END)
STORY_MORE = (
    "Nhà thầu đã bảo hành mặt cầu trong năm năm và nhận sửa mọi hư hỏng nếu có.",
    "Huyện Vân Hà sẽ trồng cây hai bên đường dẫn và dựng đèn chiếu sáng trước mùa mưa.",
    "Xe tải trên mười tấn chưa được qua cầu cho tới khi trạm cân hoạt động.",
    "Bến phà cũ sẽ đóng cửa từ tháng sau, ba chiếc phà được đưa về hạ lưu.",
    "Người lái phà được nhận vào đội bảo trì của công ty quản lý đường sông.",
)
OTHER = "Hội đồng tỉnh sáng nay đã họp bàn về giá vé xe buýt qua cầu và lịch chạy vào giờ cao điểm buổi sáng."
ENGLISH = (
    "The new bridge over the Van river opened on Friday after two years of work, officials said.",
    "It is 250 metres long and carries four lanes, the head of the project board told reporters.",
    "Residents had to take a ferry or drive almost an hour around the valley until now.",
)


def cleaned(*lines: str, **fields: str) -> Article:
    """A cleaned article of these lines."""
    return clean(Article(id="a1", text="\n".join(lines), **fields))  # type: ignore[arg-type]


def taken(article: Article) -> list[tuple[str, str]]:
    """Rule and words of every piece of the ledger."""
    return [(one.rule, article.text[one.start : one.end]) for one in article.removed]


SILENT = [
    "Lúc 0:00 ngày 3/5, cầu chính thức mở cửa.",
    "Ông viết: “Ảnh: không có gì phải giấu”, rồi cười.",
    "Theo ông Bách, cầu dài 250 mét.",
    "Theo quy định của pháp luật, xe tải nặng phải đi đường vòng.",
    "Nguồn: nước ngầm trong vùng đã cạn từ tháng trước, tỉnh cho biết.",
    "Hà Nội - Hải Phòng là tuyến đường đông xe nhất vùng.",
    "NATO - liên minh quân sự lớn nhất - đã họp hôm qua.",
    "MU - Arsenal là trận đấu được chờ đợi nhất.",
    "Xem thêm tư liệu, ông Bách mới biết cây cầu cũ có từ năm 1912.",
    "Bình luận về việc này, ông Bách nói dân đã chờ nhiều năm.",
    "Tin nóng nhất trong ngày là cây cầu mở cửa sớm một tuần.",
    "Ảnh hưởng của bão số 3 khiến lễ thông xe lùi hai ngày.",
    "Dự án lấy nước sạch (nguồn: sông Vân) về cho ba xã.",
    "“Đúng vậy”, ông Bách nói.",
    "Reuters đưa tin cầu đã mở.",
    "Video do người dân quay cho thấy hàng nghìn người đi bộ qua cầu.",
    "Photo evidence was shown to the court on Friday.",
    "Share prices fell after the news, and related stocks fell too.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_sentences_that_only_look_like_furniture_stay(sentence: str) -> None:
    """Story sentences with the words of a button, a credit or a dateline are left alone, wherever they stand."""
    for place in range(len(STORY) + 1):
        lines = [*STORY[:place], sentence, *STORY[place:]]
        assert taken(cleaned(*lines, title="Cầu mới")) == []
    assert taken(cleaned(" ".join((*STORY, sentence)), title="Cầu mới")) == []


def test_a_plain_story_loses_nothing() -> None:
    """A story without furniture has an empty ledger, as lines or as one paragraph."""
    assert taken(cleaned(*STORY)) == []
    assert taken(cleaned(" ".join(STORY))) == []
    assert taken(cleaned(*ENGLISH)) == []


def test_short_lines_that_recur_stay() -> None:
    """Scores and answers that come again further down are story."""
    lines = [LEAD, "Hiệp một: 1-0", BODY, "Hiệp một: 1-0", MORE, END]
    assert taken(cleaned(*lines)) == []


def test_a_forecast_for_each_region_stays() -> None:
    """The same long sentence under several headings is told of several things."""
    weather = "Có mây, chiều tối và đêm có mưa rào và dông vài nơi, ngày nắng nóng, gió đông nam cấp 2 đến cấp 3."
    article = cleaned(LEAD, "Miền bắc", weather, "Miền trung", weather, "Miền nam", weather, END)
    assert {rule for rule, _ in taken(article)} == {"section-label"}


def test_a_headline_told_again_as_a_sentence_stays() -> None:
    """The first sentence of a story is story even where the headline has the same words."""
    headline = LEAD.rstrip(".")
    assert taken(cleaned(headline, f"{LEAD} {BODY}", MORE, END)) == []
    assert taken(cleaned(headline, "Tin vắn", LEAD, BODY, MORE, END)) == []


def test_a_list_of_names_at_the_end_stays() -> None:
    """Two or more lines of names at the end are a list and no byline."""
    assert taken(cleaned(*STORY, "Danh sách khen thưởng gồm:", "Trần Văn Bách", "Lê Thị Mận", "Phạm Cúc")) == []


def test_the_speaker_of_a_last_quote_stays() -> None:
    """A name after a dash behind the last quotation says who spoke."""
    assert taken(cleaned(" ".join((*STORY, "“Dân đã chờ nhiều năm.” - NSND Trần Bách")))) == []


def test_an_abbreviation_does_not_open_a_byline() -> None:
    """A text without a last full stop does not lose the name of its town."""
    assert taken(cleaned(" ".join((*STORY, "Lễ thông xe diễn ra ở TP. Vân Giang")))) == []


def test_players_and_buttons_go() -> None:
    """Player clocks, share buttons and counts of comments are taken by name."""
    article = cleaned("Cầu mới thông xe ở Hòa Lâm", "0:00 / 2:31", *STORY[:2], "Chia sẻ", "Bình luận (12)", *STORY[2:])
    assert taken(article) == [
        ("player-clock", "0:00 / 2:31"),
        ("share-box", "Chia sẻ"),
        ("share-box", "Bình luận (12)"),
    ]


def test_a_doubled_caption_goes_whole() -> None:
    """An image's text and its caption, the same words twice in a row, both go."""
    caption = "Cầu mới bắc qua sông Vân"
    article = cleaned(LEAD, BODY, caption, caption, MORE, END)
    assert taken(article) == [("repeated-caption", caption)] * 2


def test_a_doubled_paragraph_stays_once() -> None:
    """Of a lead that stands twice the first stays, next to it or further down."""
    assert taken(cleaned(LEAD, LEAD, BODY, MORE, END)) == [("repeated-paragraph", LEAD)]
    assert taken(cleaned(LEAD, BODY, MORE, LEAD, END)) == [("repeated-paragraph", LEAD)]


def test_a_lead_told_again_in_the_body_stays_once() -> None:
    """A body that begins with the whole lead gives that beginning up."""
    article = cleaned("Cầu mới thông xe", LEAD, f"{LEAD} {BODY} {MORE} {END}")
    assert taken(article) == [("repeated-paragraph", LEAD)]


@pytest.mark.parametrize(
    "line",
    [
        "Cầu mới nhìn từ bờ nam. Ảnh: Lê Quân",
        "Cầu mới nhìn từ bờ nam. Ảnh: Anadolu. |",
        "Cầu mới nhìn từ bờ nam (Ảnh: TTXVN)",
        "Cầu mới nhìn từ bờ nam - Nguồn ảnh: Internet",
        "The bridge seen from the south. Photo: Jane Doe",
        "The bridge seen from the south (John Doe/Getty Images)",
    ],
)
def test_captions_with_a_photo_credit_go(line: str) -> None:
    """A short line that ends in a photo credit is a caption and goes whole."""
    assert taken(cleaned("Cầu mới thông xe", LEAD, line, BODY, MORE, END)) == [("photo-credit", line)]


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        ("Cầu mới nhìn từ bờ nam. Ảnh: Internet.", "Cầu mới nhìn từ bờ nam. Ảnh: Internet."),
        ("Cầu mới nhìn từ bờ nam. (Ảnh: Lê Quân/TTXVN)", "Cầu mới nhìn từ bờ nam. (Ảnh: Lê Quân/TTXVN)"),
        ("Dân đã chờ đợi nhiều năm. Ảnh: AFP", "Ảnh: AFP"),
        ("Người dân xem 3 nhịp cầu. Ảnh: Lê Quân.", "Ảnh: Lê Quân."),
        ("“Tôi vui lắm. Cảm ơn mọi người”. (Ảnh: FBNV)", "(Ảnh: FBNV)"),
        ("Ảnh: Vitaly V. Kuzmin.", "Ảnh: Vitaly V. Kuzmin."),
        ("Ảnh: Inquirer.net", "Ảnh: Inquirer.net"),
    ],
)
def test_captions_inside_running_text(inside: str, gone: str) -> None:
    """In one paragraph the credit goes, and the caption only if it is short and tells nothing."""
    assert taken(cleaned(f"{LEAD} {BODY} {inside} {MORE} {END}", title="Cầu")) == [("photo-credit", gone)]


def test_a_credit_without_a_stop_leaves_the_next_sentence_whole() -> None:
    """Where no stop ends a photographer's name, the next sentence keeps its first word."""
    article = cleaned(f"{LEAD} {BODY} Ảnh: Lê Quân Trước đó, dân đi phà. {END}", title="Cầu")
    assert taken(article) == [("photo-credit", "Ảnh: Lê Quân")]


@pytest.mark.parametrize(
    "dateline",
    [
        "GD&TĐ - ",
        "TTO - ",
        "(VTC News) - ",
        "(Dân trí) – ",
        "HÀ NỘI, 23/10 (TTXVN) - ",
        "WASHINGTON (Reuters) - ",
        "VOV.VN - ",
    ],
)
def test_datelines_go(dateline: str) -> None:
    """The outlet before the first words goes, the words stay."""
    assert taken(cleaned("Cầu mới thông xe", dateline + LEAD, *STORY[1:])) == [("dateline", dateline)]


@pytest.mark.parametrize(
    ("ending", "rule"),
    [
        ("Theo RT", "credit-line"),
        ("Theo Hồng Nhung/VOV", "credit-line"),
        ("(Theo Reuters, BBC)", "credit-line"),
        ("Nguyễn Hồng Đăng Theo The Guardian", "credit-line"),
        ("TTXVN/Tin tức", "credit-line"),
        ("Quốc Thịnh (Vietnam+)", "credit-line"),
        ("Nguồn: AP", "credit-line"),
        ("B.M.", "byline"),
        ("QUỲNH TRUNG", "byline"),
        ("Hà Thu (tổng hợp)", "byline"),
        ("(Tổng hợp)", "byline"),
    ],
)
def test_bylines_and_credits_go(ending: str, rule: str) -> None:
    """What signs a story goes, on a line of its own or after the last sentence."""
    assert taken(cleaned(*STORY, ending)) == [(rule, ending)]
    assert taken(cleaned(" ".join((*STORY, ending)))) == [(rule, ending)]


def test_what_follows_the_byline_goes_as_one_block() -> None:
    """Teasers after the byline, sentences among them, are one piece of the ledger."""
    teasers = [
        "Đừng bỏ lỡ",
        "Canh bạc nguy hiểm bên sông",
        "Thế giới",
        "GD&TĐ - Theo chuyên gia, đập mới luôn sẵn sàng xả lũ.",
    ]
    article = cleaned("Cầu mới thông xe", *STORY, "Theo RT", "", *teasers)
    assert taken(article) == [("credit-line", "Theo RT"), ("teaser-block", "\n".join(teasers))]


def test_a_box_inside_the_story_ends_where_the_story_goes_on() -> None:
    """A box of other headlines in the middle goes, the paragraphs after it stay."""
    article = cleaned(
        "Cầu mới thông xe", LEAD, "Tin liên quan", "Phà cũ ngừng chạy", "Giá vé phà tăng", BODY, MORE, END
    )
    assert taken(article) == [("related-box", "Tin liên quan\nPhà cũ ngừng chạy\nGiá vé phà tăng")]


def test_a_long_line_loses_only_the_words_that_point_elsewhere() -> None:
    """Where a whole story stands in one line, "XEM CLIP:" before it and "Xem thêm:" behind it take nothing along."""
    story = cleaned(LEAD, f"XEM CLIP: {BODY} {MORE} {END} Xem thêm:", END)
    assert taken(story) == [("related-box", "XEM CLIP:"), ("related-box", " Xem thêm:")]


@pytest.mark.parametrize(
    "line", [">> Phà cũ ngừng chạy", "Xem thêm: Phà cũ ngừng chạy", "Read more: Ferry stops for good"]
)
def test_pointers_to_other_stories_go(line: str) -> None:
    """A line that points elsewhere goes."""
    assert taken(cleaned("Cầu mới thông xe", LEAD, BODY, line, MORE, END)) == [("related-box", line)]


@pytest.mark.parametrize(
    "invitation",
    [
        "Mời bạn đọc đón đọc kỳ tiếp theo vào 5h ngày 4/5.",
        "*** Mời các bạn đón đọc phần tiếp theo vào lúc 0h00 ngày 4/5",
        "Cùng đón đọc kỳ 2: Những chuyến phà cuối cùng, vào sáng mai!",
        "(Còn nữa)",
        "(To be continued)",
    ],
)
@pytest.mark.parametrize("joint", ["\n", " "])
def test_an_invitation_to_the_next_part_of_a_series_goes(invitation: str, joint: str) -> None:
    """The last words of a part of a series, which are no news, go, on a line of their own or behind the story."""
    article = cleaned(*STORY, STORY_MORE[0] + joint + invitation)
    assert article.text[article.removed[-1].end :].strip() == ""
    assert article.text[: article.removed[-1].start].rstrip() == "\n".join((*STORY, STORY_MORE[0]))


def test_a_line_that_names_the_next_part_goes() -> None:
    """On a line of its own the next part's name is no news either."""
    assert taken(cleaned(*STORY, "Kỳ sau: Ai còn nhớ bến phà?")) == [("related-box", "Kỳ sau: Ai còn nhớ bến phà?")]


@pytest.mark.parametrize(
    "line",
    [
        "Số nợ đã trả 20 tỷ. (Còn nữa) Tòa tuyên án ngày 5/6.",
        "Số nợ đã trả 20 tỷ. (Còn nữa) Ngày 5/6, thanh tra tỉnh sẽ vào cuộc và công bố kết luận về cây cầu.",
        "Dân đã chờ nhiều năm. Mời bạn đọc đón đọc kỳ sau. Ngày 5/6, thanh tra tỉnh sẽ vào cuộc và làm rõ sai phạm.",
    ],
)
def test_the_story_goes_on_behind_an_invitation(line: str) -> None:
    """Of a line that goes on with the story only the invitation goes."""
    (one,) = cleaned(*STORY, line).removed
    assert "5/6" not in cleaned(*STORY, line).text[one.start : one.end]


@pytest.mark.parametrize(
    "line",
    [
        '"Mời quý vị xem tiếp phần trình bày", ông Bách nói trước khi thừa nhận thất thoát 200 tỷ đồng của tỉnh.',
        "Ông Bách uống nước. Đọc tiếp phần báo cáo, ông thừa nhận thất thoát 200 tỷ đồng trong hai năm thi công cầu.",
        "Kỳ tới: Công an triệu tập ông Hùng lên làm việc vào ngày 20/5, sau đó chuyển hồ sơ sang viện kiểm sát.",
        "Theo dõi tiếp số 3 tàu cá mất tích, lực lượng cứu hộ tìm thấy hai thi thể ở cửa sông Vân.",
        "Đón xem tập 5 của bộ phim, hàng nghìn người tụ tập làm sập khán đài khiến 12 người bị thương.",
        "Chưa có kết luận. Kỳ tới: Quốc hội sẽ chất vấn bộ trưởng về cây cầu vào ngày 5/6.",
        "Ông Bách nói bộ phim về cây cầu mời các bạn đón xem vào tháng sau là do dân trong tỉnh tự quay.",
        "Người dân đón xem chuyến xe đầu tiên qua cầu từ lúc trời còn tối.",
        "Kỳ tới phà mới được sửa, ông Bách nói.",
    ],
)
def test_what_the_story_tells_of_invitations_stays(line: str) -> None:
    """A sentence that only has the words of an invitation is news."""
    assert cleaned(*STORY, line).removed == ()


def test_an_english_page() -> None:
    """Bylines, buttons and boxes of an English page go, its story stays."""
    article = cleaned(
        "New bridge opens over the Van",
        "By Jane Doe",
        "Jan 24, 2024",
        "Share",
        *ENGLISH,
        "Related stories",
        "Ferry stops for good",
    )
    assert [rule for rule, _ in taken(article)] == ["byline", "date-line", "share-box", "teaser-block"]
    assert (article.language, article.published, article.published_inferred) == ("en", datetime(2024, 1, 24), True)


def test_the_first_line_is_the_title() -> None:
    """A short first line without full stop is the title and is located."""
    article = cleaned("0:00", "Cầu mới thông xe ở Hòa Lâm?", *STORY)
    assert article.title == "Cầu mới thông xe ở Hòa Lâm?"
    assert article.title_span is not None
    assert article.title_span.text == article.text[article.title_span.start : article.title_span.end] == article.title


@pytest.mark.parametrize("first", [LEAD, "- Cầu dài 250 mét", "Cầu mới thông xe: dân vui,"])
def test_a_sentence_is_no_title(first: str) -> None:
    """A first line that is a sentence, a list item or goes on is no title."""
    article = cleaned(first, *STORY[1:])
    assert (article.title, article.title_span) == ("", None)


def test_a_given_title_takes_no_story() -> None:
    """A title from a table is located only where the text repeats it."""
    assert cleaned("Mở đầu câu chuyện", *STORY, title="Cầu mới").title_span is None
    found = cleaned("Cầu mới", *STORY, title="Cầu mới").title_span
    assert found is not None
    assert found.text == "Cầu mới"


def test_a_markdown_heading_is_the_title() -> None:
    """The marks of a Markdown heading are no part of the title, but of its span."""
    article = cleaned("# Cầu mới **thông xe** ở Hòa Lâm", "", *STORY)
    assert article.title == "Cầu mới thông xe ở Hòa Lâm"
    assert article.title_span is not None
    assert article.title_span.text.startswith("# ")


def test_a_date_line_dates_the_page() -> None:
    """A line that is only a date goes and dates an undated article, which is then marked; a given date stays."""
    line = "Thứ Tư, 24/1/2024, 15:30 (GMT+7)"
    article = cleaned("Cầu mới thông xe", line, *STORY)
    assert (article.published, article.published_inferred) == (datetime(2024, 1, 24, 15, 30), True)
    assert taken(article) == [("date-line", line)]
    given = clean(Article(id="a", text=f"Cầu mới thông xe\n{line}\n{LEAD}\n{BODY}", published=datetime(2024, 2, 1)))
    assert (given.published, given.published_inferred) == (datetime(2024, 2, 1), False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LEAD, "vi"),
        (ENGLISH[0], "en"),
        ("Le pont a été ouvert par le ministre, et les habitants de la vallée sont venus pour la fête.", "fr"),
        ("Мост через реку открыли утром", "ru"),
        ("新桥今天早上通车", "zh"),
        ("", "und"),
        ("12 34 56", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    """The language is told from letters and little words; too little text is honest about it."""
    assert clean(Article(id="a", text=text)).language == code


def test_a_given_language_stays() -> None:
    """A language that is set already is not guessed again."""
    assert clean(Article(id="a", text=LEAD, language="en")).language == "en"


PIECES = st.sampled_from(
    [
        *STORY,
        *ENGLISH,
        *SILENT,
        "0:00",
        "Chia sẻ",
        "Theo RT",
        "Đừng bỏ lỡ",
        "Xem thêm: cầu",
        "Ảnh: AFP",
        "(Ảnh: Lê Quân)",
        "B.M.",
        "",
        " ",
    ]
)


@given(st.lists(st.tuples(PIECES | st.text(max_size=30), st.sampled_from([" ", "\n", "\r\n", "\n\n"])), max_size=14))
def test_the_ledger_is_sound(pieces: list[tuple[str, str]]) -> None:
    """For any page the text stays, the spans are sorted, apart and not blank, and cleaning twice changes nothing."""
    text = "".join(piece + gap for piece, gap in pieces)
    article = clean(Article(id="a", text=text))
    spans = [(one.start, one.end) for one in article.removed]
    assert article.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(re.fullmatch("[a-z-]+", one.rule) and text[one.start : one.end].strip() for one in article.removed)
    assert clean(article) == article


@pytest.mark.parametrize("line", ["Ông Bách nói:", "Giám đốc Bách:", "Cầu sẽ mở cửa", "Cầu Vân", "Năm 2024"])
def test_short_line_of_the_story_is_no_heading(line: str) -> None:
    """A short line with a name, a figure or a verb stays in the story."""
    assert taken(cleaned(LEAD, BODY, line, MORE, END)) == []


@pytest.mark.parametrize("line", ["Đội hình thi đấu:", "Thẻ đỏ:", "Nỗi lo đò ngang"])
def test_heading_inside_a_story_goes(line: str) -> None:
    """A label before a list and a heading alone between two paragraphs are no sentences of the story."""
    assert taken(cleaned(LEAD, BODY, line, MORE, END)) == [("section-label", line)]


def test_illustration_note_between_sentences_goes() -> None:
    """ "Ảnh minh họa." between two sentences is a credit, with or without its source; in a sentence it is not."""
    notes = ["Ảnh minh họa.", "Ảnh minh họa/Reuters.", "Ảnh minh họa. Nguồn: internet.", "Ảnh minh họa. Nguồn: VTV"]
    for note in (*notes, "Ảnh minh họa", "image: http://anh.vn/cau-1.jpg"):
        assert taken(cleaned(f"{LEAD} {BODY} {note} {MORE} {END}")) == [("photo-credit", note)]
    assert taken(cleaned(f"{LEAD} {BODY} Ảnh minh họa cho bài báo đã cũ. {MORE} {END}")) == []


def test_a_body_that_a_photo_is_from_goes_whole() -> None:
    """A ministry behind "Ảnh:" is more than its first word."""
    assert taken(cleaned(f"{LEAD} {BODY} Ảnh: Bộ Quốc phòng Israel. {MORE} {END}")) == [
        ("photo-credit", "Ảnh: Bộ Quốc phòng Israel.")
    ]


def test_caption_of_names_goes_with_its_credit() -> None:
    """A longer caption goes with the bracketed credit behind it when it is little but names."""
    caption = "Chủ tịch tỉnh Hòa Lâm Trần Văn Bách và Bí thư huyện Vân Hà Lê Thị Cúc Hương. (Ảnh: AFP)"
    assert taken(cleaned(f"{LEAD} {BODY} {caption} {MORE} {END}")) == [("photo-credit", caption)]


def test_dateline_of_a_second_story_goes() -> None:
    """A known outlet and a dash before a later paragraph is a dateline."""
    article = cleaned(*STORY, *STORY_MORE, f"TTXVN - {OTHER}")
    assert taken(article) == [("dateline", "TTXVN - ")]


def test_a_headline_in_brackets_between_sentences_is_a_pointer() -> None:
    """An agency's "[headline of another story]" goes; words put into a quotation, and short ones, stay."""
    pointer = "[Bão số 3 đổ bộ vào Quảng Ninh sáng nay]"
    assert taken(cleaned(f"{LEAD} {pointer} {BODY} {END}")) == [("related-box", pointer)]
    for kept in (
        "Ông nói: “Tôi [ông Nam ở xã Hòa Lâm] không biết gì”.",
        "[Ông Nam] Trời đã nắng.",
        "[...] Trời đã nắng.",
    ):
        assert taken(cleaned(f"{LEAD} {kept} {BODY} {END}")) == []


@pytest.mark.parametrize(
    "note", ["Ảnh chỉ mang tính minh họa.", "Ảnh mang tính chất minh hoạ.", "Hình chỉ có tính minh họa."]
)
def test_a_note_on_a_picture_is_no_sentence_of_the_story(note: str) -> None:
    """What says that a picture only illustrates is removed also in the midst of a line."""
    cleaned = clean(Article("a1", f"Cầu Vân thông xe sáng 3/5. {note} Cầu dài 250 mét và có bốn làn xe."))
    assert [cleaned.text[one.start : one.end].strip() for one in cleaned.removed] == [note]
