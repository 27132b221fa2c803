"""Reading rows: tables, JSON and JSON lines become one article each, with ids and dates checked."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from compare.errors import InputError
from compare.read import read_articles
from compare.read.record import parse_date
from tests.helpers_read import OTHER, STORY, read, write


def test_json_lines_keep_text_and_ids(tmp_path: Path) -> None:
    """Each JSON line is an article; its text and id are exactly the given ones."""
    rows = [{"id": "x", "text": STORY + "\r\n", "event": "cầu"}, {"text": OTHER, "title": "Thông  xe"}]
    articles, skipped = read(write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))
    assert [(one.id, one.text, one.event, one.title) for one in articles] == [
        ("x", STORY + "\r\n", "cầu", ""),
        ("a2", OTHER, "", "Thông xe"),
    ]
    assert articles[1].path.endswith("a.jsonl#2")
    assert skipped == ()


def test_a_broken_json_line_does_not_stop_the_others(tmp_path: Path) -> None:
    """A line that is not JSON is skipped with its number."""
    path = write(tmp_path, "a.jsonl", f"{json.dumps({'text': STORY})}\n{{oops\n{json.dumps({'text': OTHER})}")
    articles, (skip,) = read(path)
    assert len(articles) == 2
    assert skip.what == f"{path}#2"
    assert "not JSON" in skip.reason


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"articles": rows}])
def test_json_lists_of_articles(tmp_path: Path, wrap: object) -> None:
    """A JSON file may be a list of articles or an object with one."""
    value = wrap([{"text": STORY}, {"text": OTHER}])  # type: ignore[operator]
    articles, skipped = read(write(tmp_path, "a.json", json.dumps(value, indent=1)))
    assert [one.text for one in articles] == [STORY, OTHER]
    assert skipped == ()


def test_lines_of_events_mark_their_articles(tmp_path: Path) -> None:
    """A line that holds an event gives its articles with the event's name."""
    given = (("1", STORY), ("2", OTHER))
    rows = [{"event": f"e{name}", "articles": [{"id": name, "text": text}]} for name, text in given]
    articles, _ = read(write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))
    assert [(one.id, one.event) for one in articles] == [("1", "e1"), ("2", "e2")]


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables(tmp_path: Path, name: str, separator: str) -> None:
    """Comma, semicolon and tab tables give an article a row; text in quotes keeps its line ends and blanks."""
    cell = '" Cầu mở.\r\nXe chạy, dân vui; ""thật"" "'
    table = f"Source{separator}TEXT{separator}published\nBáo A{separator}{cell}{separator}23/10/2013 09:33\n"
    (article,), skipped = read(write(tmp_path, name, table))
    assert article.text == ' Cầu mở.\r\nXe chạy, dân vui; "thật" '
    assert (article.source, article.published, skipped) == ("Báo A", datetime(2013, 10, 23, 9, 33), ())


def test_a_cell_that_spells_na_is_text(tmp_path: Path) -> None:
    """Words that some tools take for missing values are text."""
    (article,), _ = read(write(tmp_path, "a.csv", "text,title\nNaN,null\n"))
    assert (article.text, article.title) == ("NaN", "null")


def test_a_table_without_text_is_skipped(tmp_path: Path) -> None:
    """A table without a text column is skipped, and its columns are named."""
    _, (skip,) = read(write(tmp_path, "a.csv", "body,title\nx,y\n"))
    assert "body, title" in skip.reason


def test_a_file_that_is_no_parquet_is_skipped(tmp_path: Path) -> None:
    """A broken Parquet file, or one that nothing installed can read, is skipped with the reason."""
    _, (skip,) = read(write(tmp_path, "a.parquet", b"PAR1 nothing"))
    assert "arquet" in skip.reason


def test_standard_input_is_json_lines() -> None:
    """``-`` reads JSON lines, as text or as bytes."""
    line = json.dumps({"text": STORY})
    for stream in (io.StringIO(line), io.BytesIO(line.encode())):
        (article,), _ = read_articles(["-"], stdin=stream)
        assert (article.text, article.path) == (STORY, "-#1" if "#" in article.path else "-")


def test_standard_input_that_is_not_there_is_wrong_usage() -> None:
    """``-`` without a stream raises ``InputError``."""
    with pytest.raises(InputError):
        read("-")


def test_a_text_may_belong_to_two_events(tmp_path: Path) -> None:
    """The same page in another event is no repeat."""
    rows = [{"event": name, "articles": [{"text": STORY}]} for name in ("cầu", "sông", "sông")]
    articles, skipped = read(write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))
    assert [one.event for one in articles] == ["cầu", "sông"]
    assert len(skipped) == 1


def test_ids_are_unique(tmp_path: Path) -> None:
    """A given id that comes twice, or that a counted id would take, is told apart."""
    rows = [{"id": "a2", "text": "Một."}, {"text": "Hai."}, {"id": "a2", "text": "Ba."}, {"id": "a2-2", "text": "Bốn."}]
    articles, _ = read(write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))
    ids = [one.id for one in articles]
    assert ids[0] == "a2"
    assert ids[3] == "a2-2"
    assert len(set(ids)) == 4


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2024-01-24", datetime(2024, 1, 24)),
        ("2024-01-24T07:30:00+07:00", datetime(2024, 1, 24, 7, 30, tzinfo=timezone(timedelta(hours=7)))),
        ("23/10/2013 09:33", datetime(2013, 10, 23, 9, 33)),
        ("1/11/2013 14:56", datetime(2013, 11, 1, 14, 56)),
        ("09:33 23-10-2013", datetime(2013, 10, 23, 9, 33)),
        ("Thứ Tư, 24.1.2024, 15h30", datetime(2024, 1, 24, 15, 30)),
        ("hôm qua", None),
        ("31/2/2024", None),
    ],
)
def test_dates(written: str, read_as: datetime | None) -> None:
    """ISO and day-first dates are read; anything else is None, never a guess."""
    assert parse_date(written) == read_as


def test_a_date_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """An unreadable date leaves the article without one and a skip that shows it."""
    (article,), (skip,) = read(write(tmp_path, "a.jsonl", json.dumps({"text": STORY, "published": "mai"})))
    assert article.published is None
    assert "mai" in skip.reason


def test_commas_that_nobody_quoted_belong_to_the_text_that_comes_last(tmp_path: Path) -> None:
    """A row with more cells than columns keeps its whole text, or is skipped with its number."""
    (one, two), skipped = read(write(tmp_path, "a.csv", 'id,text\na,Bão, lũ, sạt lở.\nb,"Mưa, gió."\n'))
    assert (one.text, two.text, skipped) == ("Bão, lũ, sạt lở.", "Mưa, gió.", ())
    (other,), (skip,) = read(write(tmp_path, "b.csv", "text,id\nBão, lũ,a\nMưa to.,b\n"))
    assert (other.id, skip.what.endswith("b.csv#1"), "more cells" in skip.reason) == ("b", True, True)


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("24/01/2024 3:30 PM", (15, 30)),
        ("24/01/2024 - 15:30", (15, 30)),
        ("15:30 | 24/01/2024", (15, 30)),
        ("Thứ tư, 24/01/2024 | 15:30 (GMT+7)", (15, 30)),
        ("9:05 SA ngày 24/01/2024", (9, 5)),
        ("24/01/2024 12:10 AM", (0, 10)),
    ],
)
def test_the_hour_of_a_date_is_read_however_it_is_joined(written: str, hour: tuple[int, int]) -> None:
    """Halves of the day, bars and dashes between day and hour do not lose the hour."""
    assert parse_date(written) == datetime(2024, 1, 24, *hour)


@pytest.mark.parametrize("written", ["1706085000", "1706085000000"])
def test_seconds_since_1970_are_a_moment(written: str) -> None:
    """Databases write moments as seconds or milliseconds; neither is a day of the year 1706."""
    assert parse_date(written) == datetime(2024, 1, 24, 8, 30, tzinfo=UTC)


def test_a_quote_that_never_closes_swallows_no_row(tmp_path: Path) -> None:
    """Also beside a harmless quote inside a cell the table is refused, so that no later row is lost in silence."""
    rows = 'id,text,source\n1,"ông nói "đúng" rồi",RT\n2,"chưa đóng,VOV\n3,Mưa to.,TTXVN\n'
    articles, (skip,) = read(write(tmp_path, "a.csv", rows))
    assert articles == ()
    assert "never closes" in skip.reason


def test_a_quote_inside_a_cell_does_no_harm(tmp_path: Path) -> None:
    """A table whose cells quote somebody keeps all its rows."""
    rows = 'id,text,source\n1,"ông nói "đúng" rồi",RT\n2,Mưa to.,VOV\n'
    articles, skipped = read(write(tmp_path, "a.csv", rows))
    assert ([one.source for one in articles], skipped) == (["RT", "VOV"], ())


def test_a_table_may_name_its_separator_first(tmp_path: Path) -> None:
    """Spreadsheets write "sep=;" above the heading; it is no column."""
    (one,), skipped = read(write(tmp_path, "a.csv", "sep=;\r\nid;text\r\na;Bão, lũ, sạt lở.\r\n"))
    assert (one.id, one.text, skipped) == ("a", "Bão, lũ, sạt lở.", ())


def test_an_article_that_says_with_what_it_was_made_is_no_report(tmp_path: Path) -> None:
    """Other systems have a field "created_with" as well; a report of ours has its schema beside it."""
    (one,), _ = read(write(tmp_path, "a.json", json.dumps({"text": STORY, "created_with": "CMS"})))
    assert one.text == STORY
