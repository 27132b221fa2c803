"""The order of the work: what is given to it, and the label that each source gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from compare import Settings, compare
from compare.pipeline import prepare
from compare.types import Article

FIRST = "Cầu Triều đã thông xe sáng nay ở xã Hòa Lâm."
SECOND = "Sáng nay cầu Triều ở xã Hòa Lâm đã thông xe."


@pytest.mark.parametrize(
    ("sources", "labels"),
    [
        (("VOV", "VOV", "VOV (2)"), ("VOV", "VOV (3)", "VOV (2)")),
        (("VOV", "VOV", "VOV"), ("VOV", "VOV (2)", "VOV (3)")),
        (("VOV (2)", "VOV", "VOV"), ("VOV (2)", "VOV", "VOV (3)")),
    ],
)
def test_every_source_has_a_label_of_its_own(sources: tuple[str, ...], labels: tuple[str, ...]) -> None:
    """A number sets apart sources of one name, and never makes the name of another; given names stay."""
    given = [Article(id=f"a{n}", text=FIRST, source=source) for n, source in enumerate(sources)]
    assert tuple(one.source for one in prepare(given, Settings())[0]) == labels


@pytest.mark.parametrize(("path", "label"), [("tin/bài #2.txt", "bài #2"), ("tin.csv#2", "a"), ("tin.json#1.2", "a")])
def test_a_file_is_called_by_its_name_and_a_row_of_a_table_is_not(path: str, label: str) -> None:
    """A hash in a file's name is part of it; behind a table's path it counts the rows."""
    (ready,), _ = prepare([Article(id="a", text=FIRST, path=path)], Settings())
    assert ready.source == label


def test_articles_may_come_one_by_one_and_with_a_zone() -> None:
    """Any series of articles is compared; a time with a zone counts as its own clock shows it, beside one without."""
    times = (datetime(2024, 1, 26, 18, 30, tzinfo=UTC), datetime(2024, 1, 27, 1, 30))
    texts = zip("ab", (FIRST, SECOND), times, strict=True)
    made = compare(Article(id=name, text=text, published=time) for name, text, time in texts)
    assert [one.published for one in made.articles] == [datetime(2024, 1, 26, 18, 30), datetime(2024, 1, 27, 1, 30)]


def test_articles_of_two_zones_are_ordered_by_the_instant() -> None:
    """What Hanoi tells at ten in the morning is older than what London tells at seven the same day."""
    hanoi = datetime(2024, 8, 1, 10, 0, tzinfo=timezone(timedelta(hours=7)))
    toll = "Trận lũ ở Hòa Lâm làm {} người chết, chính quyền tỉnh cho biết. Nước đang rút chậm ở hai huyện."
    early = Article(id="a", text=toll.format(45), published=hanoi)
    late = Article(id="b", text=toll.format(50), published=datetime(2024, 8, 1, 7, 0, tzinfo=UTC))
    (link,) = (one for one in compare([early, late]).links if one.differences)
    assert link.relation == "update"
    unzoned = [replace(one, published=one.published.replace(tzinfo=None)) for one in (early, late) if one.published]
    assert "conflict" in {one.relation for one in compare(unzoned).links}


def test_a_doubt_about_two_happenings_names_the_days() -> None:
    """Weather reports of two weeks are two happenings: the days that each names stand in the doubt."""
    text = "Ngày {}/6, vùng núi có mưa to. Ngày {}/6, đồng bằng có nắng. Ngày {}/6, biển có gió mạnh cấp 6."
    made = compare([Article(id="a", text=text.format(2, 3, 4)), Article(id="b", text=text.format(20, 23, 27))])
    assert any(one.reason.endswith("(2/6, 3/6, 4/6 / 20/6, 23/6, 27/6)") for one in made.skipped)
