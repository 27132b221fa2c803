"""Names: what is one, of which kind, and which mentions mean the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from compare.claims import extract, extract_all
from compare.claims.folding import fold
from compare.segment import segment
from compare.types import Article, Name, Sentence


def article_of(*sentences: str, id: str = "a1", language: str = "vi") -> Article:
    """An article of one paragraph per sentence."""
    placed, place = [], 0
    for number, one in enumerate(sentences, start=1):
        placed.append(Sentence(f"{id}.s{number}", place, place + len(one), one, number - 1))
        place += len(one) + 1
    return Article(id=id, text="\n".join(sentences), language=language, sentences=tuple(placed))


def names_of(*sentences: str, language: str = "vi") -> list[Name]:
    """The names of a small article, in order."""
    return [name for claim in extract(article_of(*sentences, language=language)) for name in claim.names]


def words_of(*sentences: str, language: str = "vi") -> list[str]:
    """The words of those names."""
    return [name.span.text for name in names_of(*sentences, language=language)]


def canonical(*articles: tuple[str, ...]) -> dict[str, str]:
    """Every mention of an event and what it stands for."""
    made = [article_of(*sentences, id=f"a{number}") for number, sentences in enumerate(articles)]
    return {name.span.text: name.canonical for claims in extract_all(made) for claim in claims for name in claim.names}


@pytest.mark.parametrize(
    "sentence",
    [
        "Giá vàng trong nước hôm nay giảm nhẹ.",
        "Tuy nhiên, người dân vẫn chưa quay lại làng.",
        "Ngày 20/10, lũ rút khỏi các thôn ven sông.",
        "Đợt này giá mua vào ở mức 37,2 triệu đồng, tương đương 1.315 USD/oz.",
        "Anh đã không trở lại nơi đó nữa.",
        "Theo đó, học sinh được nghỉ học hai ngày.",
        "Quyết định được đưa ra sáng nay.",
    ],
)
def test_first_word_of_a_sentence_is_no_name(sentence: str) -> None:
    """A capital that only begins the sentence, a unit or a pronoun makes no name."""
    assert words_of(sentence) == []


def test_heading_in_capitals_gives_known_names_only() -> None:
    """A line of capitals names nobody but places and bodies that the lexicon knows."""
    assert words_of("MƯA LỚN GÂY NGẬP NẶNG Ở THANH HÓA SÁNG NAY") == ["THANH HÓA"]


def test_title_is_kept_apart_from_the_name() -> None:
    """A person's title is not part of the name but is kept with it."""
    name = names_of("Hôm qua ông Lê Văn Tám đã về tới nhà.")[0]
    assert (name.span.text, name.title, name.kind) == ("Lê Văn Tám", "ông", "person")


def test_title_with_country_and_person() -> None:
    """The country in a title is a place and the title goes on to the person after it."""
    names = names_of("Hội kiến có Thủ tướng Iraq Mohammed Shia al-Sudani và Đại sứ Mỹ tại Iraq Alina Romanowski.")
    assert [(one.span.text, one.kind) for one in names] == [
        ("Iraq", "place"),
        ("Mohammed Shia al-Sudani", "person"),
        ("Mỹ", "place"),
        ("Iraq", "place"),
        ("Alina Romanowski", "person"),
    ]
    assert names[1].title == "Thủ tướng Iraq"


def test_organisations_take_their_parts() -> None:
    """The head, the field and the place belong to one organisation."""
    found = words_of(
        "Nay Bộ Quốc phòng Mỹ, Công an tỉnh Hà Nam, Bộ Giáo dục và Đào tạo, Lầu Năm Góc, Lực lượng Phòng vệ Nhật họp."
    )
    assert found == [
        "Bộ Quốc phòng Mỹ",
        "Công an tỉnh Hà Nam",
        "Bộ Giáo dục và Đào tạo",
        "Lầu Năm Góc",
        "Lực lượng Phòng vệ Nhật",
    ]


def test_and_parts_two_ministries() -> None:
    """ "và" between two ministries joins no single name."""
    assert words_of("Hôm qua Bộ Công an và Bộ Quốc phòng đã ký văn bản.") == ["Bộ Công an", "Bộ Quốc phòng"]


def test_places_after_their_type() -> None:
    """Names after tỉnh, huyện, quốc lộ are places, numbers too."""
    names = names_of("Vụ việc xảy ra trên quốc lộ 1A, xã Tân Hưng, huyện Hớn Quản, TP. Phủ Lý.")
    assert [(one.span.text, one.title) for one in names] == [
        ("quốc lộ 1A", ""),
        ("Tân Hưng", "xã"),
        ("Hớn Quản", "huyện"),
        ("Phủ Lý", "TP"),
    ]
    assert {one.kind for one in names} == {"place"}


def test_a_dot_inside_the_name_of_a_place() -> None:
    """St. Louis and Ft. Myers are whole names; a street at the end of a sentence takes nothing from the next one."""
    names = words_of("Trains from St. Louis to Ft. Myers stop on Main St.", "Nobody came.", language="en")
    assert names == ["St. Louis", "Ft. Myers", "Main St"]


def test_a_name_after_a_house_number_is_a_street() -> None:
    """Streets bear the names of people; a player's number is no house number."""
    street, player = (
        names_of("Vụ cháy xảy ra tại số 318 Nguyễn Hữu Cầu."),
        names_of("Cầu thủ số 10 Lê Công Vinh ghi bàn."),
    )
    assert [(one.span.text, one.kind) for one in (*street, *player)] == [
        ("Nguyễn Hữu Cầu", "place"),
        ("Lê Công Vinh", "person"),
    ]


def test_names_that_begin_like_a_country() -> None:
    """A person or place whose first word is a country's name stays whole."""
    assert words_of("Hôm qua ca sĩ Mỹ Linh, anh Đức và bà Nga tới xã Mỹ Thuận.") == [
        "Mỹ Linh",
        "Đức",
        "Nga",
        "Mỹ Thuận",
    ]


def test_foreign_names_with_links_and_marks() -> None:
    """Links, hyphens and initials stay inside a foreign name."""
    found = words_of(
        "Hôm qua Hoàng tử Bandar bin Sultan, ông Leroy B. Black và bà Ursula von der Leyen gặp nhóm al-Qaeda."
    )
    assert found == ["Bandar bin Sultan", "Leroy B. Black", "Ursula von der Leyen", "al-Qaeda"]


def test_bridge_named_after_a_city_is_not_the_city() -> None:
    """A river or bridge keeps its own canonical name."""
    names = names_of("Xe lao khỏi cầu Sài Gòn, cách trung tâm TP HCM 5 km.")
    assert names[0].canonical != names[1].canonical


def test_vietnamese_short_forms_join_the_full_name() -> None:
    """ "Sinh Vinh" and "ông Vinh" stand for the full name over all articles."""
    found = canonical(
        ("Toà xử bị cáo Nguyễn Ngô Sinh Vinh hôm qua.", "Sinh Vinh bị giam từ tháng trước."),
        ("Hôm nay ông Vinh nói lời sau cùng.",),
    )
    assert {found["Nguyễn Ngô Sinh Vinh"], found["Sinh Vinh"], found["Vinh"]} == {"Nguyễn Ngô Sinh Vinh"}


def test_spellings_of_a_foreign_name_join() -> None:
    """One letter more or less, a hyphen or a short form make no other person."""
    found = canonical(
        ("Hôm qua Thủ tướng Mohammed Shia al-Sudani phát biểu.",),
        ("Hôm qua Thủ tướng Mohamed Shia Al Sudani phát biểu.", "Sau đó Thủ tướng Al-Sudani rời đi."),
        ("Hôm qua vợ của Germaine Lindsay bị bắt.",),
        ("Hôm qua vợ của Jermaine Lindsay bị bắt.",),
    )
    assert len({value for key, value in found.items() if "Sudani" in key}) == 1
    assert len({value for key, value in found.items() if "Lindsay" in key}) == 1


def test_acronym_joins_its_expansion() -> None:
    """An acronym in brackets stands for what is before it, in other articles as well."""
    found = canonical(
        ("Ngoài ra Cơ quan An ninh Quốc gia (NSA) không trả lời.",),
        ("Hôm qua NSA từ chối bình luận.", "Quân Mỹ chống lại tổ chức Nhà nước Hồi giáo tự xưng (IS)."),
        ("Hôm qua IS rút lui.",),
    )
    assert found["NSA"] == found["Cơ quan An ninh Quốc gia"]
    assert found["IS"] == found["Nhà nước Hồi giáo tự xưng"]


def test_ways_to_write_a_city_join() -> None:
    """TP HCM, TP.HCM and the full name are one city."""
    found = canonical(("Trưa nay TP HCM mưa to.",), ("Trưa nay TP.HCM mưa to.",), ("Mưa lớn ở thành phố Hồ Chí Minh.",))
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("phường Phước Long", "phường Long Phước"),
        ("bà Trần Thị Mai", "bà Trần Thị Bảy"),
        ("ông Nguyễn Văn Hùng", "ông Nguyễn Văn Hưng"),
        ("ông Huỳnh Phi Minh", "ông Huỳnh Minh Phi"),
        ("Công an tỉnh Hà Nam", "Công an tỉnh Nam Hà"),
    ],
)
def test_near_names_stay_apart(left: str, right: str) -> None:
    """People and places that merely look alike are never joined."""
    found = canonical((f"Tối qua {left} có mặt.",), (f"Tối qua {right} có mặt.",))
    assert len(set(found.values())) == 2


def test_short_form_that_fits_two_people_is_left_alone() -> None:
    """A given name that two people share is joined to neither."""
    found = canonical(("Hôm qua ông Lê Văn Hùng gặp ông Trần Quốc Hùng.", "Sau đó ông Hùng ra về."))
    assert found["Hùng"] == "Hùng"


def test_newspaper_named_after_a_country_is_not_the_country() -> None:
    """A generic head is not dropped when only a place would be left."""
    found = canonical(("Hôm qua báo Việt Nam đưa tin này.",), ("Mưa lớn ở Việt Nam.",))
    names = names_of("Hôm qua báo Việt Nam đưa tin này.", "Mưa lớn ở Việt Nam.")
    assert len({one.canonical for one in names}) == 2
    assert found["Việt Nam"]


def test_family_name_first_stands_for_the_whole() -> None:
    """ "Ông Quý" is Quý Kiến Nghiệp when nobody else fits."""
    found = canonical(("Hôm qua ông Quý Kiến Nghiệp bị bắt.", "Sau đó ông Quý bị sa thải, ông Kiến Nghiệp im lặng."))
    assert set(found.values()) == {"Quý Kiến Nghiệp"}


def test_names_written_in_a_row_are_not_one_person() -> None:
    """A company before a name does not become part of the name elsewhere."""
    found = canonical(
        ("Hôm nay CEO Atlassian Scott Farquhar phát biểu.", "Sau đó Scott Farquhar ra về."),
        ("Hãng Atlassian tăng trưởng, ông Farquhar nói.",),
    )
    assert found["Farquhar"] == "Scott Farquhar"


def test_english_names() -> None:
    """Titles, places and bodies in English."""
    names = names_of(
        "On Monday Prime Minister Ana Silva met officials of the Ministry of Defence in New York.", language="en"
    )
    assert [(one.span.text, one.kind) for one in names] == [
        ("Ana Silva", "person"),
        ("Ministry of Defence", "organisation"),
        ("New York", "place"),
    ]


@given(st.text(max_size=40))
@example("ĨỊ")
@settings(max_examples=200)
def test_folding_is_stable(name: str) -> None:
    """Folding a folded name changes nothing, and case never matters."""
    once = fold(name)
    assert fold(" ".join(once)) == once


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Viện trưởng Viện Lúa ĐBSCL cho biết giống mới tốt hơn.", [("Viện Lúa ĐBSCL", "organisation")]),
        ("Bác sĩ Viện Tim Hà Nội nói bệnh nhân đã khỏe.", [("Viện Tim Hà Nội", "organisation")]),
        ("Chủ tịch FED Jerome Powell nói lãi suất tăng.", [("FED", "organisation"), ("Jerome Powell", "person")]),
        ("Các cầu thủ SHB Đà Nẵng vẫn tập luyện.", [("SHB Đà Nẵng", "organisation")]),
        ("Giám đốc Trần Văn Bách nói cầu đã xong.", [("Trần Văn Bách", "person")]),
    ],
)
def test_body_after_a_title(sentence: str, found: list[tuple[str, str]]) -> None:
    """What follows a title is a body when it opens with a body's head or an acronym, else a person."""
    assert [(name.span.text, name.kind) for name in names_of(sentence)] == found


def test_a_woman_is_not_called_by_the_name_of_a_man() -> None:
    """ "Chị Quỳnh" of one story is not the "Phan Đình Quỳnh" of another on the same page; "anh Quỳnh" may be."""
    man = "Công an huyện Hòa Lâm bắt Phan Đình Quỳnh vì dùng dao chém người."
    for title, canonical in (("Chị", "Quỳnh"), ("Anh", "Phan Đình Quỳnh")):
        told = segment(Article("a", f"{man} {title} Quỳnh nói rằng trời mưa to suốt đêm.", language="vi"))
        (claims,) = extract_all((told,))
        assert [one.canonical for one in claims[-1].names] == [canonical]


def test_a_ministry_written_with_a_spaced_dash_is_one_name() -> None:
    """ "Bộ GD – ĐT" is no ministry of GD beside somebody called ĐT."""
    (claims,) = extract_all((segment(Article("a", "Bộ GD – ĐT cho biết đề thi năm nay vừa sức.", language="vi")),))
    assert [one.canonical for one in claims[0].names] == ["Bộ GD – ĐT"]
