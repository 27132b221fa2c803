"""Framing: what must stay silent first, then what each source and each pair of sources must show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.framing import frame
from compare.segment import segment
from compare.types import Article, Claim, Contrast, Finding, Framing, Link, Name, Removed, Span, Speaker, Verdict


def article(name: str, text: str, language: str = "vi", **given: object) -> Article:
    """A segmented article."""
    return segment(replace(Article(id=name, text=text, source=name, language=language), **given))  # type: ignore[arg-type]


def span(one: Article, words: str) -> Span:
    """The first place of some words in an article."""
    start = one.text.index(words)
    return Span(start, start + len(words), words)


def claim(one: Article, words: str, **given: object) -> Claim:
    """A claim of some words of an article."""
    place = span(one, words)
    sentence = next(s for s in one.sentences if s.start <= place.start < s.end)
    made = Claim(f"{sentence.id}.c1", sentence.id, place.start, place.end, words)
    return replace(made, **given)  # type: ignore[arg-type]


def linked(left: Article, right: Article, verdict: Verdict = "agree") -> Framing:
    """The framing of two articles whose first sentences are one finding."""
    link = Link(left.sentences[0].id, right.sentences[0].id, "agree", 0.9)
    finding = Finding("f1", verdict, (left.id, right.id), (link.left, link.right), (0,), 0.9, "Điều cả hai cùng đưa")
    return frame([left, right], (), [link], [finding])


def words(found: tuple[Contrast, ...]) -> list[tuple[str, str, str]]:
    """Category and the two wordings of each contrast."""
    return [(one.category, one.left.text, one.right.text) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Hội đồng họp hôm qua và thông qua kế hoạch xây cầu.",
        "Công ty bán sinh tố và phân tích nhiều yếu tố của thị trường.",
        "Viện kiểm sát đã truy tố hai người theo luật tố tụng.",
        "Ông Bình nói: “Họ ngang nhiên phá hoại thỏa thuận của chúng tôi”.",
        "Đơn vị Trả Đũa số 5 về nước.",
    ],
)
def test_plain_reporting_has_no_loaded_words(text: str) -> None:
    """Plain words, look-alikes, names and words inside a quotation are not the outlet's loaded words."""
    assert frame([article("a", text)], (), (), ()).sources[0].loaded == ()


def test_loaded_words_are_shown_with_their_place() -> None:
    """A loaded word of the outlet is located in its sentence; one in a speaker's mouth is marked as attributed."""
    one = article("a", "Đội quân ngang nhiên vượt biên. Ông Bình cho biết đối phương đã tháo chạy.")
    cue = span(one, "cho biết")
    said = claim(
        one,
        "Ông Bình cho biết đối phương đã tháo chạy",
        speaker=Speaker("Bình", span(one, "Ông Bình"), cue),
    )
    found = frame([one], [said], (), ()).sources[0].loaded
    assert [(w.span.text, w.sentence, w.category) for w in found] == [
        ("ngang nhiên", "a.s1", "loaded"),
        ("tháo chạy", "a.s2", "attributed"),
    ]
    assert all(one.text[w.span.start : w.span.end] == w.span.text for w in found)


def test_a_headline_has_loaded_words_too() -> None:
    """What a headline says loudest goes by the article's id; in quotation, or of another meaning, it is not loaded."""
    story = "Nhà thầu nộp phạt sáng nay."
    for title, words in (
        ("Nhà thầu phớt lờ án phạt", ["phớt lờ"]),
        ("Nhà thầu nói “không phớt lờ án phạt”", []),
        ("Nội tiết tố và tim mạch", []),
    ):
        told = replace(article("a", story), title=title)
        found = frame([told], [], (), ()).sources[0].loaded
        assert [(w.span.text, w.sentence) for w in found] == [(one, "a") for one in words]


def test_hedges_come_from_lists_and_from_uncertain_claims() -> None:
    """Hedging words are shown once each; an ability ("có thể" of a certain claim) is none."""
    one = article("a", "Cầu được cho là đã nứt. Xe tải có thể chở 5 tấn. Mưa có thể kéo dài.")
    last = one.text.rindex("có thể")
    rain = claim(one, "Mưa có thể kéo dài", certainty="possible", certainty_cue=Span(last, last + 6, "có thể"))
    crack = claim(one, "Cầu được cho là đã nứt", certainty="reported", certainty_cue=span(one, "được cho là"))
    found = frame([one], [rain, crack], (), ()).sources[0].hedged
    assert [(w.span.text, w.sentence) for w in found] == [("được cho là", "a.s1"), ("có thể", "a.s3")]


def test_voices_count_quoted_characters_once() -> None:
    """Speakers come with their sentences and the union of their quotations, the most quoted first."""
    one = article("a", "Ông An nói: “Chúng tôi sẽ đi sớm”. Bà Lê cho biết trời mưa. Theo thống kê, mưa to.")
    quote = span(one, "Chúng tôi sẽ đi sớm")
    an = Speaker("An", span(one, "Ông An"), span(one, "nói"))
    claims = [
        claim(one, "Bà Lê cho biết trời mưa", speaker=Speaker("", span(one, "Bà Lê"), span(one, "cho biết"))),
        claim(one, "Ông An nói: “Chúng tôi sẽ đi sớm”", speaker=an, quote=quote),
        claim(one, "Chúng tôi sẽ đi sớm", speaker=an, quote=quote),
        claim(one, "Theo thống kê, mưa to", speaker=Speaker("thống kê", None, None)),
    ]
    source = frame([one], claims, (), ()).sources[0]
    assert [(v.name, v.sentences, v.quoted_characters) for v in source.voices] == [
        ("An", ("a.s1",), 19),
        ("Bà Lê", ("a.s2",), 0),
    ]
    assert 0.2 < source.quoted_share < 0.25


def test_an_office_alone_is_its_holder_where_there_is_one() -> None:
    """ "Phó Thủ tướng" counts with the one deputy whom the article names, and by itself where it names two."""
    said = "Phó Thủ tướng nói cầu sẽ xong."
    for others, voice in (
        ("Phó Thủ tướng Lê Tám", "Lê Tám"),
        ("Phó Thủ tướng Lê Tám, Phó Thủ tướng Đỗ Tư", "Phó Thủ tướng"),
    ):
        one = article("a", f"{said} Có mặt {others}.")
        names = tuple(
            Name(span(one, who), who, "person", "Phó Thủ tướng") for who in ("Lê Tám", "Đỗ Tư") if who in others
        )
        speaker = Speaker("", span(one, "Phó Thủ tướng"), span(one, "nói"))
        claims = [claim(one, said, speaker=speaker), claim(one, f"Có mặt {others}", names=names)]
        assert [found.name for found in frame([one], claims, (), ()).sources[0].voices] == [voice]


def test_lead_and_left_out() -> None:
    """The lead is the first full sentence; what the others carry and this one lacks is listed by salience."""
    left = article("a", "Ảnh: Mẫu\nHội đồng hôm qua đã thông qua kế hoạch xây cầu mới.")
    right = article("b", "Hội đồng thông qua kế hoạch xây cầu mới hôm qua. Chi phí lên tới 900 tỷ đồng. Vậy thôi.")
    findings = [
        Finding("f1", "agree", ("a", "b"), ("a.s2", "b.s1"), (), 0.9, "Hội đồng thông qua kế hoạch xây cầu"),
        Finding("f2", "one-sided", ("b",), ("b.s3",), (), 0.8, "Vậy thôi."),
        Finding("f3", "one-sided", ("b",), ("b.s2",), (), 0.5, "Chi phí lên tới 900 tỷ đồng."),
    ]
    one, other = frame([left, right], (), (), findings).sources
    assert one.lead == "Hội đồng hôm qua đã thông qua kế hoạch xây cầu mới."
    assert (one.leads, one.left_out) == (("f1",), ("f3",))
    assert (other.leads, other.left_out) == (("f1", "f3"), ())


def missed(*sentences: str) -> tuple[Article, Article, list[Finding]]:
    """Two articles, the second with a sentence of its own for each finding that only it carries."""
    left = article("a", "Bến phà Lục Đầu đóng cửa từ sáng nay vì nước lũ dâng cao.")
    right = article("b", " ".join(sentences))
    found = [
        Finding(f"f{n}", "one-sided", ("b",), (one.id,), (), 1 / n, one.text)
        for n, one in enumerate(right.sentences, 1)
    ]
    return left, right, found


def test_what_a_link_ties_to_an_article_is_not_left_out() -> None:
    """A finding is not missing where one of its sentences is linked to the article, whatever finding has the link."""
    left, right, found = missed("Hành khách phải đi vòng qua cầu Triều mất một giờ.")
    link = Link(left.sentences[0].id, right.sentences[0].id, "unclear", 0.6)
    assert frame([left, right], (), [], found).sources[0].left_out == ("f1",)
    assert frame([left, right], (), [link], found).sources[0].left_out == ()


def test_what_shares_a_finding_with_an_article_is_not_left_out() -> None:
    """A long sentence in two findings, one of them with the article's own words, is not missing in the other."""
    left, right, found = missed("Hành khách phải đi vòng qua cầu Triều mất một giờ.")
    shared = Finding("f9", "agree", ("a", "b"), (left.sentences[0].id, right.sentences[0].id), (), 0.1, "Bến phà đóng")
    assert frame([left, right], (), [], [*found, shared]).sources[0].left_out == ()


def test_what_an_article_may_well_tell_is_not_left_out() -> None:
    """A sentence that is too unlike to be linked, yet as likely as one in ten to be told, is not called left out; words
    of the headline count too.
    """
    left, right, found = missed("Hành khách phải đi vòng qua cầu Triều mất một giờ.")
    for likely, missing in ((0.05, ("f1",)), (0.1, ())):
        made = frame([left, right], (), [], found, lambda one, other, p=likely: p)
        assert made.sources[0].left_out == missing
    titled = replace(left, title=right.sentences[0].text)
    assert frame([titled, right], (), [], found).sources[0].left_out == ()


def test_what_stands_in_much_the_same_words_is_not_left_out() -> None:
    """A sentence that alignment missed is not called left out when the article has most of its word pairs."""
    left, right, found = missed(
        "Từ sáng nay bến phà Lục Đầu đóng cửa.", "Mỗi ngày hơn ba nghìn công nhân đi làm bằng tuyến này."
    )
    assert frame([left, right], (), [], found).sources[0].left_out == ("f2",)


def test_a_list_of_names_neither_leads_nor_is_left_out() -> None:
    """A line-up is no sentence of the story: it opens none and nobody misses it."""
    lineup = "Đội Sông Lam: Tửu, Bách, Khoái, Nhân, Điền, Thưởng, Vũ, Oanh."
    left, right, found = missed(lineup)
    first, other = frame([left, right], (), [], found).sources
    assert (first.left_out, other.leads) == ((), ())


def test_an_article_leaves_out_nothing_of_its_own() -> None:
    """Whatever an article carries is never listed as left out by it."""
    left, right, found = missed("Hành khách phải đi vòng qua cầu Triều mất một giờ.")
    assert frame([left, right], (), [], found).sources[1].left_out == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Liên quân rời căn cứ hôm qua.", "Liên quân đã rời căn cứ."),
        ("Chính phủ Đông Lào họp. Chính quyền tỉnh cũng họp.", "Chính quyền Đông Lào họp."),
        ("Nghi phạm bị bắt.", "Đối tượng bị bắt."),
        ("Chế độ ăn kiêng có ích.", "Chính phủ khuyên ăn kiêng."),
    ],
)
def test_naming_stays_silent(left: str, right: str) -> None:
    """The same words, plain synonyms and words of other things are no telling difference of names."""
    assert frame([article("a", left), article("b", right)], (), (), ()).naming == ()


def test_naming_of_things() -> None:
    """Things that two articles call by different words are listed with each article's own words and counts."""
    left = article("a", "Dân quân bắn rơi máy bay. Nhóm dân quân đã rút. Chính phủ Sơn La phản đối.")
    right = article("b", "Phiến quân bắn rơi máy bay. Chế độ Sơn La phản đối.")
    assert [(one.thing, one.variants) for one in frame([left, right], (), (), ()).naming] == [
        ("nhóm vũ trang", (("a", (("dân quân", 2),)), ("b", (("phiến quân", 1),)))),
        ("chính quyền Sơn La", (("a", (("chính phủ", 1),)), ("b", (("chế độ", 1),)))),
    ]


def named(one: Article, words: str, canonical: str, title: str = "") -> Claim:
    """A claim that mentions a person."""
    return claim(one, words, names=(Name(span(one, words), canonical, "person", title),))


def test_naming_of_people() -> None:
    """A person spelled differently or given a coloured title by one article is listed; a short form is not."""
    left = article("a", "Ông Mohamed Sami đến. Trần Văn Bình ra tòa. Lê Thị Cúc vắng.")
    right = article("b", "Ông Mohammed Sami đến. Trùm Trần Văn Bình ra tòa. Cúc vắng.")
    claims = [
        named(left, "Mohamed Sami", "Mohammed Sami", "Ông"),
        named(right, "Mohammed Sami", "Mohammed Sami", "Ông"),
        named(left, "Trần Văn Bình", "Trần Văn Bình", "ông"),
        named(right, "Trần Văn Bình", "Trần Văn Bình", "Trùm"),
        named(left, "Lê Thị Cúc", "Lê Thị Cúc"),
        named(right, "Cúc", "Lê Thị Cúc"),
    ]
    found = frame([left, right], claims, (), ()).naming
    assert [one.thing for one in found] == ["Mohammed Sami", "Trần Văn Bình"]
    assert dict(found[0].variants) == {"a": (("Mohamed Sami", 1),), "b": (("Mohammed Sami", 1),)}
    assert dict(found[1].variants)["b"] == (("Trùm Trần Văn Bình", 1),)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Quân đội tấn công làng Hạ hôm qua.", "Quân đội không kích làng Hạ hôm qua."),
        ("Giá vàng lao dốc.", "Xuất khẩu gạo giảm trong khi nhập khẩu phân bón từ nhiều nước vẫn đứng yên."),
        ("Ông nói quân đội “trả đũa” làng Hạ hôm qua.", "Ông nói quân đội tấn công làng Hạ hôm qua."),
        ("Lực lượng Tự vệ tấn công đảo hôm qua.", "Quân đội tấn công đảo hôm qua."),
    ],
)
def test_contrasts_stay_silent(left: str, right: str) -> None:
    """Plain synonyms, wordings amid different words and quoted words make no contrast."""
    assert linked(article("a", left), article("b", right)).contrasts == ()


def test_contrast_of_a_coloured_choice() -> None:
    """One matter in plain and in coloured words amid the same words is a contrast, located in both texts."""
    left = article("a", "Quân đội nước này sẽ rời khỏi căn cứ Hạ vào tháng tới.")
    right = article("b", "Quân đội nước này sẽ tháo chạy khỏi căn cứ Hạ vào tháng tới.")
    (found,) = linked(left, right).contrasts
    assert words((found,)) == [("loaded", "rời khỏi", "tháo chạy")]
    assert (found.finding, found.left_sentence, found.right_sentence) == ("f1", "a.s1", "b.s1")
    assert right.text[found.right.start : found.right.end] == "tháo chạy"


def test_contrast_needs_agreement() -> None:
    """Sentences of an unclear finding are not held against each other."""
    left = article("a", "Quân đội nước này sẽ rời khỏi căn cứ Hạ vào tháng tới.")
    right = article("b", "Quân đội nước này sẽ tháo chạy khỏi căn cứ Hạ vào tháng tới.")
    assert linked(left, right, "unclear").contrasts == ()


def test_contrast_of_an_added_word() -> None:
    """A loaded or hedged word that one sentence adds between the same words stands against nothing."""
    left = article("a", "Đoàn xe của họ ngang nhiên vượt qua biên giới phía bắc. Xong.")
    right = article("b", "Đoàn xe của họ vượt qua biên giới phía bắc.")
    assert words(linked(left, right).contrasts) == [("loaded", "ngang nhiên", "")]
    hedge = article("c", "Đoàn xe của họ được cho là vượt qua biên giới phía bắc.")
    assert words(linked(right, hedge).contrasts) == [("hedged", "", "được cho là")]


def test_contrast_of_verbs_of_saying() -> None:
    """The same speaker introduced by a judging and by a plain verb is a contrast; two plain verbs are not."""
    texts = {"a": "Ông An thừa nhận cầu đã nứt.", "b": "Ông An cho biết cầu đã nứt.", "c": "Ông An nói cầu đã nứt."}
    made = {name: article(name, text) for name, text in texts.items()}
    verbs = {"a": "thừa nhận", "b": "cho biết", "c": "nói"}
    claims = [
        claim(one, one.text[:-1], speaker=Speaker("An", span(one, "Ông An"), span(one, verbs[name])))
        for name, one in made.items()
    ]

    def contrasts(left: str, right: str) -> list[tuple[str, str, str]]:
        link = Link(f"{left}.s1", f"{right}.s1", "agree", 0.9)
        finding = Finding("f1", "agree", (), (link.left, link.right), (0,), 0.9, "")
        return words(frame([made[left], made[right]], claims, [link], [finding]).contrasts)

    assert contrasts("a", "b") == [("attributed", "thừa nhận", "cho biết")]
    assert contrasts("b", "c") == []


def test_headlines_side_by_side() -> None:
    """A headline's coloured wording stands against another headline, and the note names all who use it."""
    made = [
        article(name, "Câu đầu tiên của bài viết này.", title=title)
        for name, title in (
            ("a", "Quan hệ Đông - Tây rạn nứt"),
            ("b", "Đông phủ nhận căng thẳng với Tây"),
            ("c", "Tây thừa nhận căng thẳng với Đông"),
        )
    ]
    (found,) = frame(made, (), (), ()).contrasts
    assert words((found,)) == [("loaded", "rạn nứt", "căng thẳng")]
    assert found.note == "Headlines: “rạn nứt” (a); “căng thẳng” (b, c)."
    (found,) = frame(made, (), (), (), language="vi").contrasts
    assert found.note == "Tiêu đề: “rạn nứt” (a); “căng thẳng” (b, c)."


def test_no_common_origin() -> None:
    """Articles of different credits and words, or with a quotation in common only, have no common origin."""
    speech = "“" + " ".join(f"chữ{n}" for n in range(120)) + "”"
    left = article("a", f"Ông An nói {speech} hôm qua.", credits=("Reuters",), publisher="Báo Một")
    right = article("b", f"Theo ông An {speech}.", credits=("AFP",), publisher="Báo Hai")
    assert frame([left, right], (), (), ()).same_origin == ()


def test_common_origin() -> None:
    """One agency credited by both, one outlet retelling another, and copied text each make a group."""
    copied = " ".join(f"chữ{n}" for n in range(90))
    made = [
        article("a", "Bài một.", credits=("Reuters",)),
        article("b", "Bài hai.", credits=("reuters", "Báo Ba")),
        article("c", "Bài ba.", publisher="Báo Ba"),
        article("d", f"Mở đầu riêng. {copied}."),
        article("e", f"{copied}. Kết thúc riêng của bài."),
    ]
    assert frame(made, (), (), ()).same_origin == (("a", "b"), ("b", "c"), ("d", "e"))


def test_articles_that_one_reporter_signs_are_of_one_hand() -> None:
    """One full name under two pages makes a group; initials, which many share, do not."""
    for byline, groups in (("Minh Hoàng Anh", (("a", "b"),)), ("B.M.", ())):
        made = [
            replace(article(name, f"Bài {name}.\n{byline}"), removed=(Removed(7, 7 + len(byline), "byline"),))
            for name in "ab"
        ]
        assert frame(made, (), (), ()).same_origin == groups


def test_english_and_mixed_articles() -> None:
    """English articles use the English lists, and wordings of two languages are not held against each other."""
    one = article(
        "a", "Officials slammed the so-called plan, which allegedly failed.", "en", title="Army set to flee base"
    )
    other = article("b", "Quân đội sẽ rút khỏi căn cứ.", title="Quân đội sắp rút khỏi căn cứ")
    framing = frame([one, other], (), (), ())
    assert [w.span.text for w in framing.sources[0].loaded] == ["slammed", "so-called"]
    assert [w.span.text for w in framing.sources[0].hedged] == ["allegedly"]
    assert framing.contrasts == ()


PIECES = st.sampled_from(
    [
        "Quân đội ",
        "tháo chạy ",
        "rời khỏi ",
        "“",
        "”",
        '"',
        ". ",
        "\n",
        "được cho là ",
        "ngang nhiên ",
        "làng Hạ ",
        "Chế độ An ",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
def test_every_span_points_at_its_own_words(left: str, right: str) -> None:
    """Spans of wordings and contrasts are slices of their article, and repeated runs give the same framing."""
    made = [article("a", left), article("b", right)]
    links = [Link(x.id, y.id, "agree", 0.9) for x in made[0].sentences[:2] for y in made[1].sentences[:2]]
    findings = [Finding("f1", "agree", (), (), tuple(range(len(links))), 0.9, "")]
    framing = frame(made, (), links, findings)
    assert framing == frame(made, (), links, findings)
    for told, one in zip(framing.sources, made, strict=True):
        for wording in (*told.loaded, *told.hedged):
            assert one.text[wording.span.start : wording.span.end] == wording.span.text
        assert 0.0 <= told.quoted_share <= 1.0
    for found in framing.contrasts:
        assert left[found.left.start : found.left.end] == found.left.text
        assert right[found.right.start : found.right.end] == found.right.text
