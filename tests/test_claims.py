"""Claims: where sentences are cut, and what holds for any text."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims import extract, extract_all
from compare.claims.words import split_words
from compare.types import Article, Claim, Sentence, Span

WORDS = st.sampled_from(
    [
        "không",
        "chưa",
        "đã",
        "sẽ",
        "nhưng",
        "tuy",
        "nhiên",
        "và",
        ",",
        ";",
        ":",
        ".",
        "?",
        "!",
        '"',
        "“",
        "”",
        "(",
        ")",
        "-",
        "ông",
        "bà",
        "Thủ",
        "tướng",
        "Nguyễn",
        "Văn",
        "An",
        "Hà",
        "Nội",
        "IS",
        "(IS)",
        "TP.",
        "HCM",
        "theo",
        "Reuters",
        "cho",
        "biết",
        "nói",
        "rằng",
        "hơn",
        "150",
        "2.500",
        "5%",
        "ngày",
        "24/1",
        "1/2020",
        "al-Sudani",
        "Bộ",
        "Y",
        "tế",
        "phủ",
        "nhận",
        "có",
        "thể",
        "U.S.",
        "'x'",
        "…",
        "–",
        "đồng",
        "thời",
        "trong",
        "khi",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), st.text(max_size=120))


def article_of(*sentences: str, id: str = "a1", language: str = "vi") -> Article:
    """An article of one paragraph per sentence."""
    placed, place = [], 0
    for number, one in enumerate(sentences, start=1):
        placed.append(Sentence(f"{id}.s{number}", place, place + len(one), one, number - 1))
        place += len(one) + 1
    return Article(id=id, text="\n".join(sentences), language=language, sentences=tuple(placed))


def claims_of(*sentences: str, language: str = "vi") -> tuple[Claim, ...]:
    """The claims of a small article."""
    return extract(article_of(*sentences, language=language))


def texts_of(*sentences: str, language: str = "vi") -> list[str]:
    """The words of the claims of a small article."""
    return [one.text for one in claims_of(*sentences, language=language)]


def spans_of(claim: Claim) -> list[Span]:
    """Every located thing inside one claim."""
    spans = [one.span for one in (*claim.quantities, *claim.times, *claim.names)]
    return spans + [one for one in (claim.quote, claim.certainty_cue, claim.negation, claim.status_cue) if one]


def test_short_sentence_stays_whole() -> None:
    """A sentence of a dozen syllables is one claim even with a comma in it."""
    assert len(claims_of("Sáng nay, đoàn đã tới nơi, mọi người đều khỏe.")) == 1


def test_lists_are_not_cut() -> None:
    """An enumeration of names, things or verbs that share an object is no series of claims."""
    for sentence in (
        "Đoàn đã làm việc với các tỉnh Hà Giang, Lai Châu, Điện Biên, Sơn La, Hòa Bình và Phú Thọ tháng trước.",
        "Đợt này đội tuyển gồm các cầu thủ Lê Văn Tám, Trần Hữu Bảy, Nguyễn Chín và thủ môn Phạm Mười của câu lạc bộ.",
        "Siêu thị bán 5 tấn gạo, 3 tấn muối, 2 tấn đường và 700 thùng nước mắm cho bà con vùng lũ trong ba ngày.",
    ):
        assert texts_of(sentence) == [sentence]


def test_leading_adverbial_stays_with_its_clause() -> None:
    """Where and when, put first, belong to the clause that follows."""
    sentence = "Sáng 5/3, tại trụ sở xã Bình Yên, chủ tịch xã Lê Văn Tám đã tiếp đoàn kiểm tra của huyện."
    assert texts_of(sentence) == [sentence]


def test_apposition_stays_with_its_name() -> None:
    """What describes a person between commas is not cut from the verb."""
    sentence = "Ông Lê Văn Tám, sống ở thôn Đông, xã Bình Yên, đã được đưa đi cấp cứu ngay trong đêm mưa bão."
    assert texts_of(sentence) == [sentence]


def test_frame_stays_with_what_is_said() -> None:
    """A short frame of reported speech is no claim of its own, before or after the words said."""
    before = "Ông Lê Văn Tám cho biết, hồ chứa sẽ xả lũ vào rạng sáng mai vì mưa lớn ở thượng nguồn."
    behind = "“Hồ chứa sẽ xả lũ vào rạng sáng mai vì mưa rất lớn ở thượng nguồn sông”, ông Lê Văn Tám nói."
    assert texts_of(before) == [before]
    assert texts_of(behind) == [behind]


def test_short_quotation_is_not_cut() -> None:
    """A comma inside a few quoted words cuts nothing."""
    sentence = "Hãng tin này viết rằng cuộc họp có thể mất “vài tháng, nếu không muốn nói là lâu hơn” để có kết quả."
    assert texts_of(sentence) == [sentence]


def test_conjunction_cuts_and_goes() -> None:
    """A conjunction between two full clauses cuts them and belongs to neither."""
    texts = texts_of(
        "Chủ tịch huyện đã kêu gọi dân rời khỏi vùng ngập, đồng thời yêu cầu bộ đội đưa thuyền tới các thôn bị cô lập."
    )
    assert texts == [
        "Chủ tịch huyện đã kêu gọi dân rời khỏi vùng ngập",
        "yêu cầu bộ đội đưa thuyền tới các thôn bị cô lập.",
    ]


def test_semicolon_cuts() -> None:
    """Clauses parted by a semicolon are claims of their own."""
    assert len(texts_of("Mưa lớn làm sập ba cây cầu treo; nước lũ cuốn trôi hơn 20 ngôi nhà ven suối.")) == 2


def test_chain_of_predicates_is_cut() -> None:
    """Deeds of one subject told one after another are claims each."""
    texts = texts_of(
        "Tài xế xe tải bị thương nặng ở đầu, đã được dân đưa vào bệnh viện, nhưng nạn nhân không qua khỏi vào tối qua."
    )
    assert len(texts) == 3


def test_english_is_cut_at_conjunctions() -> None:
    """English clauses are cut as well."""
    texts = texts_of(
        "The ministry said the dam had been repaired in May, but residents told reporters that it was still leaking.",
        language="en",
    )
    assert len(texts) == 2


def test_ids_count_from_one() -> None:
    """Claim ids continue the sentence's id."""
    claims = claims_of("Mưa lớn làm sập ba cây cầu treo; nước lũ cuốn trôi hơn 20 ngôi nhà ven suối.")
    assert [one.id for one in claims] == ["a1.s1.c1", "a1.s1.c2"]


def test_quantities_and_times_reach_their_claim() -> None:
    """Figures and dates lie in the claim that holds their words."""
    claim = claims_of("Ngày 24/1, lũ cuốn trôi 20 ngôi nhà.")[0]
    assert [one.value for one in claim.quantities] == [20]
    assert [(one.day, one.month) for one in claim.times] == [(24, 1)]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_claims_tile_any_sentence(text: str) -> None:
    """Whatever the text: claims are slices in order, disjoint, and every span points at its own words inside
    its claim.
    """
    article = article_of(text)
    place = 0
    for claim in extract(article):
        assert place <= claim.start <= claim.end <= len(text)
        assert article.text[claim.start : claim.end] == claim.text
        place = claim.end
        for span in spans_of(claim):
            assert article.text[span.start : span.end] == span.text
            assert claim.start <= span.start <= span.end <= claim.end


@given(st.lists(TEXTS.filter(lambda one: bool(one.strip()) and "\n" not in one), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_sentence_has_a_claim(sentences: list[str]) -> None:
    """No sentence is lost, and only connectives and punctuation may be."""
    article = article_of(*sentences)
    claims = extract(article)
    for sentence in article.sentences:
        own = [one for one in claims if one.sentence == sentence.id]
        assert own
        kept = sum(len(split_words(one.text)) for one in own)
        assert kept >= len(split_words(sentence.text)) - 4 * len(own)


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_order_of_articles_does_not_matter(shuffle: random.Random) -> None:
    """The claims of each article are the same in whatever order the articles come."""
    articles = [
        article_of("Thủ tướng Mohammed Shia al-Sudani nói sẽ rút quân.", "Ông al-Sudani không nêu ngày.", id="a1"),
        article_of("Thủ tướng Mohamed Shia al-Sudani bác bỏ tin này.", "TP HCM có mưa.", id="a2"),
        article_of("Sudani tới TP.HCM.", "Nhà nước Hồi giáo (IS) rút lui.", id="a3"),
    ]
    expected = dict(zip((one.id for one in articles), extract_all(articles), strict=True))
    shuffle.shuffle(articles)
    assert dict(zip((one.id for one in articles), extract_all(articles), strict=True)) == expected
