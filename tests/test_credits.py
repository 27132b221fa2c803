"""Credits: who a page is from, whom it quotes, and the name of its column."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare import Settings, compare
from compare.clean import clean
from compare.clean.byline import parse_byline
from compare.read import read_articles
from compare.render import render
from compare.types import Article

STORY = (
    "Tỉnh Hòa Lâm sáng 3/5 thông xe cây cầu mới bắc qua sông Vân sau hai năm thi công.\n"
    "Cầu dài 250 mét và có bốn làn xe. Ông Bách nói dân hai bờ đã chờ nhiều năm.\n"
)
STORY_OF_VOV = "Tỉnh Hòa Lâm thông cầu Vân sáng 3/5. Cây cầu có ba làn xe và dài 250 mét."
RETOLD = "Sáng 3/5, người dân Hòa Lâm đi qua cầu Vân lần đầu. Nhiều người đã chờ từ đêm."
SEEDS = Path(__file__).parent.parent / "seeds" / "us-iraq-talks"


def credited(text: str, **fields: str) -> Article:
    """A cleaned article."""
    return clean(Article(id="a1", text=text, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Theo ông Bách",
        "Theo dõi video dưới đây:",
        "Theo quy định của pháp luật",
        "Theo đó, cầu dài 250 mét.",
        "Theo Reuters, cầu đã mở cửa sớm hơn một tuần.",
        "Cầu mới nhìn từ bờ nam",
        "Thứ hai là chuyện tiền vé",
        "1. Trần Văn Bách",
        "Chelsea - Arsenal",
        "Kết quả: Hòa",
        "Theo",
        "",
    ],
)
def test_what_is_no_byline(text: str) -> None:
    """Openings of sentences, list items and fixtures are no bylines."""
    assert parse_byline(text) is None


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Theo RT", ("RT",)),
        ("Theo Hồng Nhung/VOV", ("VOV",)),
        ("Hồng Nhung/VOV", ("VOV",)),
        ("(Theo Reuters, BBC)", ("Reuters", "BBC")),
        ("Theo Reuters và CNN", ("Reuters", "CNN")),
        ("Nguyễn Hồng Đăng Theo The Guardian", ("The Guardian",)),
        ("TTXVN/Tin tức", ("Tin tức",)),
        ("Nguồn: AP", ("AP",)),
        ("Source: Associated Press", ("AP",)),
        ("Quốc Thịnh (Vietnam+)", ("Vietnam+",)),
        ("Theo Báo Nông thôn mới", ("Nông thôn mới",)),
        ("Theo Lan Anh/Reatimes", ("Reatimes",)),
        ("Theo Hưng Yên (Bongdanet)", ("Bongdanet",)),
        ("Theo baohoalam.vn", ("baohoalam.vn",)),
        ("Lê Quân tổng hợp", ()),
        ("B.M.", ()),
        ("PV", ()),
        ("Trần Thanh (t/h)", ()),
        ("Bài và ảnh: Duy Nhân", ()),
        ("Hằng Hà - Đức Hoàng", ()),
        ("GIA HÒA - THANH LY", ()),
        ("YÊN HÀ (từ Min-xcơ, Bê-la-rút)", ()),
        ("An Kiên/VOV-Tây Bắc", ("VOV",)),
        ("By Jane Doe and John Roe", ()),
        ("(Reporting by Jane Doe in Hanoi; Editing by John Roe)", ()),
    ],
)
def test_outlets_of_bylines(text: str, outlets: tuple[str, ...]) -> None:
    """A byline gives its outlets by their report names; people are no outlets."""
    assert parse_byline(text) == outlets


def test_a_page_that_names_nobody_has_no_source() -> None:
    """Nothing is invented where the page names no origin."""
    article = credited(STORY)
    assert (article.source, article.publisher, article.credits, article.cited) == ("", "", (), ())


def test_the_first_seed() -> None:
    """GD&TĐ retells RT and quotes Reuters and CNN; everything that is not story is in the ledger."""
    (article,), _ = read_articles([SEEDS / "gdtd-retelling-rt.txt"])
    article = clean(article)
    assert (article.source, article.publisher, article.credits) == ("RT", "GD&TĐ", ("RT",))
    assert article.cited == ("Reuters", "CNN")
    assert article.title.startswith("Washington bắt đầu đàm phán")
    assert [one.rule for one in article.removed] == [
        *(
            "player-clock",
            "player-clock",
            "dateline",
            "repeated-caption",
            "repeated-caption",
            "credit-line",
            "teaser-block",
        )
    ]
    assert article.removed[-1].end == len(article.text)


def test_the_second_seed() -> None:
    """The VOV page credits VOV; its lead stays once and its caption goes."""
    (article,), _ = read_articles([SEEDS / "vov.txt"])
    article = clean(article)
    assert (article.source, article.credits) == ("VOV", ("VOV",))
    assert [one.rule for one in article.removed] == ["repeated-paragraph", "photo-credit", "credit-line"]


def test_a_dateline_names_the_publisher_or_the_agency() -> None:
    """An outlet alone before the story is the publisher; one after a place is the agency of origin."""
    publisher = credited("TTO - " + STORY)
    agency = credited("WASHINGTON (Reuters) - " + STORY)
    assert (publisher.publisher, publisher.credits) == ("Tuổi Trẻ", ())
    assert (agency.publisher, agency.credits, agency.source) == ("", ("Reuters",), "Reuters")


def test_a_given_source_name_stays() -> None:
    """A source that somebody wrote down is the label, whatever the page credits."""
    article = credited(STORY + "Theo RT", source="Báo của tôi", publisher="Nhà xuất bản")
    assert (article.source, article.publisher, article.credits) == ("Báo của tôi", "Nhà xuất bản", ("RT",))


def test_a_given_address_is_the_publisher() -> None:
    """A site's address as source is the publisher, and the credited origin is the label."""
    retold = credited(STORY + "Theo RT", source="www.tuoitre.vn")
    own = credited(STORY, source="baohoalam.example.vn")
    assert (retold.source, retold.publisher) == ("RT", "Tuổi Trẻ")
    assert (own.source, own.publisher) == ("baohoalam.example.vn", "baohoalam.example.vn")


def test_where_a_film_comes_from_is_no_origin_of_the_story() -> None:
    """Beside "Theo ...", an unknown name behind "Nguồn" is that of a film or picture; a known agency stays one."""
    of_film = credited(STORY + "Nguồn Sân Bóng TV Trần Khôi Theo Thanh Niên")
    assert (of_film.source, of_film.credits) == ("Thanh Niên", ("Thanh Niên",))
    assert credited(STORY + "Nguồn: Reuters Theo Thanh Niên").credits == ("Reuters", "Thanh Niên")


def test_several_origins_go_by_the_publisher() -> None:
    """A page that puts agencies together is the publisher's own; without a publisher it goes by its origins."""
    assert credited(STORY + "(Theo Reuters, BBC)", publisher="Tuổi Trẻ").source == "Tuổi Trẻ"
    assert credited(STORY + "(Theo Reuters, BBC)").source == "Reuters, BBC"


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Trụ sở của CNN bị ngập nước sáng nay.", ()),
        ("Ông Bách từng làm cho một hãng tin ở Mỹ.", ()),
        ("Thuyền chạy trên kênh Nhiêu Lộc mỗi sáng.", ()),
        ("Hàng nghìn thanh niên và người lao động đi qua cầu.", ()),
        ("Lễ hội do tỉnh phối hợp với báo Thanh Niên tổ chức.", ()),
        ("Người dân đăng ảnh lên trang mạng Facebook.", ()),
        ("Theo tờ Hồn Việt, cầu đã mở.", ()),
        ("Reuters đưa tin cầu đã mở.", ("Reuters",)),
        ("Tờ Kurier Nord của Đức viết cầu đã mở.", ("Kurier Nord",)),
        ("Theo CNN, cầu đã mở.", ("CNN",)),
        ("Theo các quan chức được Reuters và CNN trích dẫn, cầu đã mở.", ("Reuters", "CNN")),
        ("AP dẫn lời ông Bách nói cầu đã mở.", ("AP",)),
        ("Ông nói với tờ The Washington Post rằng cầu đã mở.", ("The Washington Post",)),
        ("Hãng tin Yonhap của Hàn Quốc cho biết cầu đã mở.", ("Yonhap",)),
        ("Tờ Valley Gazette viết cầu đã mở.", ("Valley Gazette",)),
        ("Trên báo Thanh Niên, ông Bách kể về cây cầu.", ("Thanh Niên",)),
        ("The bridge is open, Bach told Reuters.", ("Reuters",)),
        ("The Associated Press reported that the bridge is open.", ("AP",)),
    ],
)
def test_cited_agencies(sentence: str, cited: tuple[str, ...]) -> None:
    """An outlet is cited where the story takes words from it, not where it is merely mentioned."""
    assert credited(STORY + sentence + "\n" + STORY.replace("250", "251")).cited == cited


def test_a_photo_agency_is_not_cited() -> None:
    """The agency of a photo is neither credited nor cited."""
    for place in (f"{STORY}Cầu mới nhìn từ bờ nam. Ảnh: Reuters\nTrước đó, dân đi phà.\n", f"{STORY}Ảnh: Reuters"):
        article = credited(place)
        assert (article.credits, article.cited) == ((), ())


def test_two_pages_of_an_outlet_share_its_origin_whichever_comes_first() -> None:
    """A retelling of VOV goes back to both of VOV's pages, also to the one that is labelled "VOV (2)"."""
    made = {
        "a": Article(id="a", text=STORY_OF_VOV, source="VOV"),
        "b": Article(id="b", text=STORY_OF_VOV.replace("ba", "bốn"), source="VOV"),
        "c": Article(id="c", text=f"{RETOLD}\nTheo VOV", source="GD&TĐ"),
    }
    for order in ("abc", "bac", "cba"):
        found = compare([made[name] for name in order], Settings(model="builtin")).framing.same_origin
        assert {frozenset(group) for group in found} == {frozenset("abc")}


def test_a_paper_is_itself_with_and_without_its_kind() -> None:
    """ "Theo Báo Vân Hà" goes back to the page whose source is called "Vân Hà"."""
    pages = [
        Article(id="a", text=STORY_OF_VOV, source="Vân Hà"),
        Article(id="b", text=f"{RETOLD}\nTheo Báo Vân Hà", source="Hòa Lâm"),
    ]
    made = compare(pages, Settings(model="builtin"))
    assert made.framing.same_origin == (("a", "b"),)
    assert "go back to one agency or outlet: Vân Hà." in render(made, "markdown")
