"""Our own labels: offsets and ids joined with the texts of the data folder."""

import json
import lzma
from pathlib import Path

import pytest

from compare.evaluate.gold import parse_event
from training.labelled import ENGLISH, LABELS, LATER, MINED, MIXED, OUTLETS, SECOND, UNSEEN, more_records

EVENT = "Mưa lớn làm sập cầu. Ba người bị thương."
MINED_TEXT = "Cầu sập ở Hà Trung\nCây cầu sập lúc 5h. Có ba người bị thương."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of one event with one article, and one mined article."""
    articles = [{"id": 7, "title": "Sập cầu", "text": EVENT}]
    for name, rows in (
        ("events", [{"event": "e", "articles": articles}]),
        ("baomoi2017", [{"id": "21.txt", "text": MINED_TEXT}, {"id": "22.txt", "text": "Khác\nKhông ai gọi."}]),
    ):
        with lzma.open(tmp_path / f"{name}.jsonl.xz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return tmp_path


def test_labels_find_their_texts_in_events_and_in_mined_news(data: Path, tmp_path: Path) -> None:
    """An article of an event and a mined one, whose first line is its title, are joined with their sentences."""
    label = {
        "event": "e",
        "articles": [{"id": "7", "sentences": [[0, 20], [21, 40]]}, {"id": "21", "sentences": [[0, 19], [20, 42]]}],
        "pairs": [{"left": "7#2", "right": "21#2", "labels": ["conflict"], "spans": [[[21, 23], [23, 25]]]}],
    }
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(label), encoding="utf-8")
    (record,) = more_records(data, (path,))
    assert [article["title"] for article in record["articles"]] == ["Sập cầu", "Cầu sập ở Hà Trung"]
    assert record["articles"][1]["text"].startswith("Cây cầu sập")
    assert record["pairs"][0]["notes"] == ["Ba / ba"]
    assert parse_event(record).boundaries["21"] == ((0, 19), (20, 42))


def test_labels_find_their_texts_by_the_number_of_a_line(tmp_path: Path) -> None:
    """An article of vietnews is its abstract and its sentences, one after the other, by the number of its line."""
    rows = [["Khác", "Không ai gọi.", ["Chẳng ai cần."]], ["Sập cầu", "Cầu sập.", ["Ba người bị thương.", "Hết."]]]
    with lzma.open(tmp_path / "vietnews.jsonl.xz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    with lzma.open(tmp_path / "events.jsonl.xz", "wt", encoding="utf-8"):
        pass
    label = {"event": "v", "articles": [{"id": "vietnews-1", "sentences": [[0, 8], [10, 29]]}], "pairs": []}
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(label), encoding="utf-8")
    ((article,),) = ([*record["articles"]] for record in more_records(tmp_path, (path,)))
    assert (article["title"], article["text"]) == ("Sập cầu", "Cầu sập.\n\nBa người bị thương. Hết.")


def test_nothing_learns_from_the_unseen_events() -> None:
    """No article of the events kept for measuring stands in a file of labels that is learned from."""
    unseen, outlets, *learned = (
        {one["id"] for line in path.read_text(encoding="utf-8").splitlines() for one in json.loads(line)["articles"]}
        for path in (UNSEEN, OUTLETS, LABELS, SECOND, MINED, LATER)
    )
    assert unseen
    assert outlets
    assert not any((unseen | outlets) & other for other in learned)


@pytest.mark.parametrize("path", [LABELS, SECOND, MINED, LATER, UNSEEN, OUTLETS, ENGLISH], ids=lambda path: path.stem)
def test_our_labels_hold_offsets_and_no_text(path: Path) -> None:
    """Every pair names sentences that its event has, and no line holds a sentence of the news."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        sizes = {one["id"]: len(one["sentences"]) for one in record["articles"]}
        assert all(set(one) == {"id", "sentences"} for one in record["articles"])
        for pair in record["pairs"]:
            for side in ("left", "right"):
                article, _, number = pair[side].rpartition("#")
                assert 1 <= int(number) <= sizes[article]
            assert set(pair) <= {"left", "right", "labels", "kinds", "spans"}


def test_the_invented_events_bring_their_own_texts(tmp_path: Path) -> None:
    """A Vietnamese and an English article each, with conflicts whose words stand in the two sentences."""
    with lzma.open(tmp_path / "events.jsonl.xz", "wt", encoding="utf-8"):
        pass
    events = [parse_event(record) for record in more_records(tmp_path, (MIXED,))]
    assert len(events) == 20
    assert all(len(event.articles) == 2 and all(one.text for one in event.articles) for event in events)
    assert sum(pair.is_all("conflict") for event in events for pair in event.pairs) == 47


def test_english_labels_find_their_texts_by_the_number_of_a_line(tmp_path: Path) -> None:
    """An article of basil is its paragraphs, set apart, with its day of publication."""
    told = {
        "title": "Bridge ",
        "source": "nyt",
        "date": "2014-05-03",
        "body-paragraphs": [["It fell.", "So it is."], ["End."]],
    }
    with lzma.open(tmp_path / "basil.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"article": told}) + "\n")
    with lzma.open(tmp_path / "events.jsonl.xz", "wt", encoding="utf-8"):
        pass
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({"event": "e", "articles": [{"id": "basil-0", "sentences": [[0, 8]]}], "pairs": []}))
    ((article,),) = ([*record["articles"]] for record in more_records(tmp_path, (path,)))
    assert (article["title"], article["text"], article["published"]) == (
        "Bridge",
        "It fell. So it is.\n\nEnd.",
        "2014-05-03",
    )
