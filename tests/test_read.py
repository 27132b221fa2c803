"""Reading: every kind of input becomes articles or a skip with its reason."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from compare.errors import InputError
from compare.read import read_articles
from compare.read.registry import known_suffixes
from tests.helpers_read import OTHER, STORY, read, write


def test_no_inputs_give_nothing() -> None:
    """Reading nothing is no error and gives nothing."""
    assert read() == ((), ())


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """A missing path raises ``InputError`` and names the path."""
    with pytest.raises(InputError, match=r"gone\.txt"):
        read(tmp_path / "gone.txt")


@pytest.mark.parametrize("path", ["", "\0", "x" * 5000])
def test_impossible_paths_are_wrong_usage(path: str) -> None:
    """Paths that no system accepts raise ``InputError``, not the system's own error."""
    with pytest.raises(InputError):
        read(path)


def test_plain_text_is_kept_letter_for_letter(tmp_path: Path) -> None:
    """A text file's words, blanks and blank lines all stay; the path is shown as it was given."""
    text = f"Cầu mới\n\n  {STORY}\t\n{OTHER}"
    path = write(tmp_path, "a.txt", text)
    (article,), skipped = read(path)
    assert (article.text, article.path, article.id, skipped) == (text, str(path), "a1", ())
    assert article.sha256 == sha256(text.encode()).hexdigest()


def test_windows_line_ends_become_newlines(tmp_path: Path) -> None:
    """CRLF in a text file becomes LF."""
    (article,), _ = read(write(tmp_path, "a.txt", "Một\r\nHai"))
    assert article.text == "Một\nHai"


def test_decomposed_letters_become_nfc(tmp_path: Path) -> None:
    """Letters typed as base and marks become single characters."""
    (article,), _ = read(write(tmp_path, "a.txt", "Vie\u0323\u0302t Nam"))
    assert article.text == "Việt Nam"


def test_a_rule_at_the_top_is_not_front_matter(tmp_path: Path) -> None:
    """Text between two rules that is no list of fields stays text."""
    text = "---\nHôm nay trời mưa ở Hòa Lâm\n---\nHết."
    (article,), _ = read(write(tmp_path, "a.txt", text))
    assert (article.text, article.title) == (text, "")
    (marked,), _ = read(write(tmp_path, "a.md", text))
    assert (marked.text, marked.title) == ("Hôm nay trời mưa ở Hòa Lâm\n\nHết.", "")


def test_front_matter_fills_fields(tmp_path: Path) -> None:
    """Fields at the top of a Markdown file are taken out of the text."""
    head = '---\ntitle: "Cầu: mở rồi"\nsource: Báo Ngày\nurl: https://bao.example/a\npublished: 2024-05-03\n---\n'
    (article,), skipped = read(write(tmp_path, "a.md", head + STORY))
    assert (article.title, article.source, article.url) == ("Cầu: mở rồi", "Báo Ngày", "https://bao.example/a")
    assert (article.published, article.text, skipped) == (datetime(2024, 5, 3), STORY, ())


def test_unknown_front_matter_fields_are_named(tmp_path: Path) -> None:
    """Fields with other names are no part of the text, and a word says so."""
    (article,), (skip,) = read(write(tmp_path, "a.md", f"---\nlayout: post\ntags:\n- cầu\n---\n{STORY}"))
    assert article.text == STORY
    assert "'layout: post', 'tags:'" in skip.reason


@pytest.mark.parametrize(("key", "field"), [("Nguồn", "source"), ("Tiêu đề", "title"), ("title", "title")])
def test_front_matter_is_read_in_vietnamese_too(tmp_path: Path, key: str, field: str) -> None:
    """An editor writes "Nguồn: ..." as readily as "source: ..."."""
    (article,), skipped = read(write(tmp_path, "a.md", f"---\n{key}: Báo Hòa Lâm\n---\n{STORY}"))
    assert (getattr(article, field), article.text, skipped) == ("Báo Hòa Lâm", STORY, ())


def test_the_date_of_front_matter_is_the_day_of_publication(tmp_path: Path) -> None:
    """Many tools write "date:"; "published:" goes before it."""
    (article,), _ = read(write(tmp_path, "a.md", f"---\ndate: 2024-05-03\n---\n{STORY}"))
    (other,), _ = read(write(tmp_path, "b.md", f"---\npublished: 2024-05-02\ndate: 2024-05-03\n---\n{STORY}"))
    assert (article.published, other.published) == (datetime(2024, 5, 3), datetime(2024, 5, 2))


def test_a_pdf_is_skipped_whatever_its_name(tmp_path: Path) -> None:
    """The bytes of a PDF are no story, even in a .txt."""
    articles, skipped = read(write(tmp_path, "a.txt", "%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n%%EOF"))
    assert articles == ()
    assert "PDF" in skipped[0].reason


def test_a_bad_line_costs_the_line_not_the_front_matter(tmp_path: Path) -> None:
    """One line without a colon is reported; the fields beside it still count."""
    (article,), skipped = read(write(tmp_path, "a.md", f"---\nsource: Báo Hòa Lâm\nlạc lõng\n---\n{STORY}"))
    assert (article.source, article.text) == ("Báo Hòa Lâm", STORY)
    assert ["lạc lõng" in one.reason for one in skipped] == [True]


def test_saved_pages(tmp_path: Path) -> None:
    """The story, title and site come out of a saved page, the menu does not."""
    paragraphs = "".join(f"<p>{STORY} Đoạn {number} kể thêm về cây cầu và người dân hai bờ.</p>" for number in range(6))
    page = (
        '<html><head><title>Cầu Hòa Lâm mở cửa</title><meta property="og:site_name" content="Báo Ngày"></head>'
        "<body><nav><a href='/'>Trang chủ</a></nav>"
        f"<article><h1>Cầu Hòa Lâm mở cửa</h1>{paragraphs}</article></body></html>"
    )
    (article,), skipped = read(write(tmp_path, "a.html", page))
    assert article.title == "Cầu Hòa Lâm mở cửa"
    assert article.publisher == "Báo Ngày"
    assert STORY in article.text
    assert "Trang chủ" not in article.text
    assert skipped == ()


@pytest.mark.parametrize(
    ("head", "lang", "moment"),
    [
        ('<meta name="date" content="2024-05-03">', "vi", datetime(2024, 5, 3)),
        (
            '<meta property="article:published_time" content="2024-05-03T09:40:00+07:00">',
            "vi",
            datetime(2024, 5, 3, 9, 40),
        ),
        ('<meta property="article:published_time" content="2024-05-03T02:40:00Z">', "vi", datetime(2024, 5, 3, 9, 40)),
        ('<meta property="article:published_time" content="2024-05-03T02:40:00Z">', "en", datetime(2024, 5, 3, 2, 40)),
        (
            '<script type="application/ld+json">{"datePublished": "2024-05-03T21:05:00+07:00"}</script>',
            "vi",
            datetime(2024, 5, 3, 21, 5),
        ),
        (
            '<meta property="article:published_time" content="hôm qua"><meta name="date" content="2024-05-03">',
            "vi",
            datetime(2024, 5, 3),
        ),
    ],
)
def test_a_page_tells_the_hour_it_was_published_at(tmp_path: Path, head: str, lang: str, moment: datetime) -> None:
    """Tolls rise by the hour, so the minute that a page's head tells is kept, by the page's own clock."""
    paragraphs = "".join(f"<p>{STORY} Đoạn {number} kể thêm về cây cầu.</p>" for number in range(6))
    story = f"<article><h1>Cầu mới</h1>{paragraphs}</article>"
    page = f'<html lang="{lang}"><head><title>Cầu mới</title>{head}</head>{story}</html>'
    (article,), _ = read(write(tmp_path, "a.html", page))
    assert article.published is not None
    assert article.published.replace(tzinfo=None) == moment


def test_a_page_without_a_story_is_skipped(tmp_path: Path) -> None:
    """An empty page is a skip, not an error."""
    articles, (skip,) = read(write(tmp_path, "a.html", "<html><body></body></html>"))
    assert articles == ()
    assert skip.stage == "read"


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    """A folder's files are read sorted and recursively; hidden ones are passed over, unknown kinds become a skip."""
    (tmp_path / "inner").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git", "c.txt", "Không đọc.")
    write(tmp_path, ".hidden.txt", "Không đọc.")
    write(tmp_path, "b.txt", STORY)
    write(tmp_path / "inner", "c.txt", OTHER)
    write(tmp_path, "photo.xyz", "?")
    articles, (skip,) = read(tmp_path)
    assert [Path(one.path).name for one in articles] == ["b.txt", "c.txt"]
    assert skip.what.endswith("photo.xyz")


def test_addresses_are_not_fetched_offline() -> None:
    """An address is skipped with the reason while the run is offline."""
    _, (skip,) = read("https://bao.example/a")
    assert "offline" in skip.reason


def test_empty_and_repeated_texts_are_skipped(tmp_path: Path) -> None:
    """A text of blanks and a text that differs only in blanks are skipped, each with its reason."""
    paths = [write(tmp_path, "a.txt", STORY), write(tmp_path, "b.txt", " \n"), write(tmp_path, "c.txt", f"{STORY}\n\n")]
    articles, skipped = read(*paths)
    assert len(articles) == 1
    assert [skip.reason.split()[0] for skip in skipped] == ["empty:", "same"]
    assert str(paths[0]) in skipped[1].reason


def test_kinds_are_found_by_walking() -> None:
    """Every kind of the design is known without being listed anywhere."""
    assert {".txt", ".md", ".html", ".htm", ".csv", ".json", ".jsonl", ".parquet"} <= set(known_suffixes())


@pytest.mark.parametrize(
    ("element", "kept"),
    [
        ('<h2 class="detail-sapo">{}</h2>', True),
        ('<p class="the-article-summary">{}</p>', True),
        ('<p class="description">{}</p>', True),
        ('<aside><p class="sapo">{}</p></aside>', False),
        ('<p class="summary">Mời bạn đọc xem thêm các tin khác trong ngày ở đây.</p>', False),
    ],
)
def test_the_lead_above_a_story_is_kept(tmp_path: Path, element: str, kept: bool) -> None:
    """Vietnamese papers set the lead in an element of its own; a box beside the story is none."""
    lead = "Cơn lũ đêm 12/9 làm sập ba cây cầu ở Hòa Lâm, theo Ban chỉ huy phòng chống thiên tai."
    story = "".join(f"<p>{STORY} Người dân ở xã thứ {number} đã về nhà an toàn sau lũ.</p>" for number in range(1, 5))
    page = (
        f'<html><head><title>Lũ</title><meta name="description" content="{lead}"></head><body><h1>Lũ lớn</h1>'
        f"{element.format(lead)}<article>{story}</article></body></html>"
    )
    (article,), _ = read(write(tmp_path, "a.html", page))
    assert article.text.startswith(lead) == kept
    assert "xã thứ 4" in article.text


def test_one_path_as_text_is_one_input(tmp_path: Path) -> None:
    """A bare path is read as itself, not letter by letter."""
    articles, _ = read_articles(str(write(tmp_path, "a.txt", STORY)))
    assert [one.text for one in articles] == [STORY]


def test_links_to_nothing_are_told(tmp_path: Path) -> None:
    """A file that is no longer where a link points is listed."""
    write(tmp_path, "a.txt", STORY)
    (tmp_path / "b.txt").symlink_to(tmp_path / "khongco.txt")
    articles, skipped = read_articles([tmp_path])
    assert (len(articles), [Path(one.what).name for one in skipped]) == (1, ["b.txt"])


def test_a_picture_written_out_in_letters_is_no_text(tmp_path: Path) -> None:
    """An inline image of a Markdown file does not reach the story; the words around it do."""
    path = tmp_path / "a.md"
    path.write_text(
        f"Cầu Triều đã thông xe. ![](data:image/png;base64,{'iVBORw0KGgo' * 400}) Dân vui.", encoding="utf-8"
    )
    ((article,), _) = read_articles([path])
    assert "iVBOR" not in article.text
    assert article.text.startswith("Cầu Triều đã thông xe.")
    assert "Dân vui." in article.text


def test_the_marks_of_a_markdown_file_are_no_words(tmp_path: Path) -> None:
    """Emphasis, headings, links and lists are read as a reader sees them; a story without any stays as it is."""
    head = "# Cầu mới\n\n**Tỉnh Hòa Lâm** mở [cầu Vân](https://cau.example/van_1) hôm *3/5*.\n\n"
    marked = f"{head}> Dân vui.\n\n1. Dài 250 mét\n"
    (article,), skipped = read(write(tmp_path, "a.md", marked))
    assert article.text == "Cầu mới\n\nTỉnh Hòa Lâm mở cầu Vân hôm 3/5.\n\nDân vui.\n\nDài 250 mét"
    assert skipped == ()
    (article,), _ = read(write(tmp_path, "b.md", f"{STORY}\n\n  {OTHER}"))
    assert article.text == f"{STORY}\n\n  {OTHER}"


def test_what_a_markdown_file_shows_beside_its_words_is_listed(tmp_path: Path) -> None:
    """Pictures and tables are no sentences of the story; a word says that they are left out."""
    (article,), skipped = read(
        write(tmp_path, "a.md", f"{STORY}\n\n![Cầu Vân](a.jpg)\n\n| Năm | Số |\n|---|---|\n| 2 | 3 |")
    )
    assert article.text == STORY
    assert [one.reason for one in skipped] == [
        "a picture left out of the text: Cầu Vân",
        "a table left out of the text",
    ]


def test_captions_of_a_page_are_listed(tmp_path: Path) -> None:
    """The words below a picture are no sentence of the story, and do not disappear without a line either."""
    story = "".join(f"<p>{STORY} Người dân ở xã thứ {number} đã qua cầu.</p>" for number in range(1, 5))
    figure = "<figure><img src='a.jpg'><figcaption>Người dân chờ qua cầu Vân. Ảnh: Lê Hà</figcaption></figure>"
    page = f"<html><head><title>Cầu</title></head><body><article><h1>Cầu</h1>{figure}{story}</article></body></html>"
    (article,), skipped = read(write(tmp_path, "a.html", page))
    told = "Người dân chờ qua cầu Vân. Ảnh: Lê Hà"
    assert (told in article.text) != any(one.reason.endswith(told) for one in skipped)


def test_a_link_to_a_folder_is_told(tmp_path: Path) -> None:
    """A folder that is only linked into the one that is read is not followed, and a word says so."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    write(tmp_path / "in", "a.txt", STORY)
    write(tmp_path / "out", "b.txt", OTHER)
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "out")
    articles, (skip,) = read(tmp_path / "in")
    assert (len(articles), Path(skip.what).name, "not followed" in skip.reason) == (1, "linked", True)
