"""Scoring against gold files."""

import json

import pytest

from compare.errors import GoldError
from compare.evaluate.gold import parse_event, read_gold
from compare.evaluate.scoring import Prediction, average_precision, calibration_error, judged_pairs, summarise
from compare.types import Article, Link, Sentence

LEFT = "Bão đổ bộ Quảng Ninh. Ba người mất tích."
RIGHT = "Bão vào Quảng Ninh sáng 5/9. Có bốn người mất tích. Học sinh nghỉ học."


def gold_file(folder, pairs):
    """One event with two articles, written as a gold file."""
    record = {
        "event": "bao",
        "articles": [
            {"id": "x", "text": LEFT, "sentences": [[0, 21], [22, 40]]},
            {"id": "y", "text": RIGHT, "sentences": [[0, 28], [29, 51], [52, 70]]},
        ],
        "pairs": pairs,
    }
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def predicted(links, scores=()):
    """A prediction with one sentence per gold sentence."""
    left = Article("x", LEFT, sentences=(Sentence("x.s1", 0, 21, LEFT[:21]), Sentence("x.s2", 22, 40, LEFT[22:])))
    right = Article(
        "y",
        RIGHT,
        sentences=tuple(
            Sentence(f"y.s{n}", s, e, RIGHT[s:e]) for n, (s, e) in enumerate([(0, 28), (29, 51), (52, 70)], 1)
        ),
    )
    return Prediction((left, right), scores or tuple((one.left, one.right, one.probability) for one in links), links)


PAIRS = [
    {"left": "x#1", "right": "y#1", "labels": ["agree", "agree"]},
    {"left": "x#2", "right": "y#2", "labels": ["conflict", "conflict"], "kinds": ["number", "number"]},
    {"left": "x#1", "right": "y#3", "labels": ["agree", None]},
]


def test_a_pair_that_one_of_two_annotators_lists_is_left_out(tmp_path) -> None:
    """Neither finding nor missing a doubtful pair changes a figure."""
    (event,) = read_gold([gold_file(tmp_path, PAIRS)])
    judged = judged_pairs(event, predicted((Link("x.s1", "y.s3", "agree", 0.9),)))
    report = summarise(1, judged)
    assert (report.links.predicted, report.links.gold, len(judged)) == (0, 2, 5)


def test_links_and_conflicts_are_counted(tmp_path) -> None:
    """A right link with the wrong relation helps links and hurts conflicts."""
    (event,) = read_gold([gold_file(tmp_path, PAIRS)])
    links = (Link("x.s1", "y.s1", "conflict", 0.9), Link("x.s2", "y.s2", "conflict", 0.8))
    report = summarise(1, judged_pairs(event, predicted(links)))
    assert (report.links.precision, report.links.recall, report.links.f1) == (1.0, 1.0, 1.0)
    assert (report.conflicts.precision, report.conflicts.recall) == (0.5, 1.0)
    assert [(kind, score.recall) for kind, score in report.conflict_recall_by_kind] == [("number", 1.0)]


def test_a_sentence_counts_as_the_gold_sentence_that_covers_most_of_it(tmp_path) -> None:
    """Predicted boundaries may differ from the gold's."""
    (event,) = read_gold([gold_file(tmp_path, PAIRS)])
    whole = Article("x", LEFT, sentences=(Sentence("x.s1", 0, 40, LEFT),))
    other = Article("y", RIGHT, sentences=(Sentence("y.s1", 2, 27, RIGHT[2:27]),))
    judged = judged_pairs(event, Prediction((whole, other), (("x.s1", "y.s1", 0.7),), ()))
    assert {one.key: one.probability for one in judged if one.probability} == {(("x", 1), ("y", 1)): 0.7}


def test_average_precision_takes_ties_together() -> None:
    """A scorer that gives every pair the same score earns the share of positives, whatever their order."""
    assert average_precision([(0.5, True), (0.5, False), (0.5, False), (0.5, True)]) == pytest.approx(0.5)
    assert average_precision([(0.9, True), (0.8, False), (0.7, True)]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([]) == 0.0


def test_calibration_error_is_the_gap_between_promise_and_truth() -> None:
    """Ten pairs promised at 0.8 of which half are right are off by 0.3."""
    assert calibration_error([(0.8, number < 5) for number in range(10)]) == pytest.approx(0.3)
    assert calibration_error([]) == 0.0


def gold_line(labels: str = '["agree"]', right: str = "b#1", ends: str = "[[0, 4], [5, 9]]") -> str:
    """A gold event of two articles with one labelled pair."""
    articles = ", ".join(f'{{"id": "{name}", "text": "Mưa. Gió.", "sentences": {ends}}}' for name in "ab")
    pair = f'{{"left": "a#1", "right": "{right}", "labels": {labels}}}'
    return f'{{"event": "e", "articles": [{articles}], "pairs": [{pair}]}}'


def test_a_gold_file_may_begin_with_a_mark_and_hold_any_line_ends_in_its_texts(tmp_path) -> None:
    """A byte order mark, and line separators inside a text, are no faults of the file."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\ufeff" + gold_line().replace("Mưa. Gió.", "Mưa.\u2028Gió.") + "\n", encoding="utf-8")
    assert [one.name for one in read_gold([path])] == ["e"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{", "JSON"),
        (
            '{"event": "e", "articles": [], "pairs": [{"left": "x#1", "right": "y#1", "labels": ["agree"]}]}',
            "'x' is missing",
        ),
        ('{"event": "e"}', "'articles' is missing"),
        (gold_line(labels='"conflict"'), "list of labels"),
        (gold_line(labels='["foo"]'), "'foo' is no label"),
        (gold_line(right="a#2"), "of one article"),
        (gold_line(ends="[[-5, 3], [4, 9]]"), "does not lie in the text"),
        (gold_line(ends="[[0, 4], [5, 900]]"), "does not lie in the text"),
    ],
)
def test_a_broken_gold_file_names_its_line(tmp_path, line: str, word: str) -> None:
    """The error says which line is wrong, and how."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=f"gold.jsonl:2.*{word}"):
        list(read_gold([path]))


def test_a_missing_gold_file_is_a_clear_error(tmp_path) -> None:
    """No traceback for a wrong path."""
    with pytest.raises(GoldError, match="cannot be read"):
        list(read_gold([tmp_path / "none.jsonl"]))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda one: one["articles"].append(one["articles"][0]), "twice"),
        (lambda one: one["pairs"].append(one["pairs"][0] | {"labels": ["conflict"]}), "listed twice"),
        (lambda one: one["articles"][0].update(source=5), "is not text"),
        (lambda one: one["articles"][0]["sentences"].__setitem__(0, [0.5, 3.7]), "no offset"),
    ],
)
def test_gold_that_contradicts_itself_is_refused(change, word: str) -> None:
    """Doubled articles and pairs, sources that are no text and broken offsets would be measured wrongly."""
    text = "Cầu sập. Mưa to."
    sentences = [[0, 8], [9, 16]]
    record = {
        "event": "e",
        "articles": [{"id": name, "text": text, "sentences": [*sentences]} for name in "ab"],
        "pairs": [{"left": "a#1", "right": "b#1", "labels": ["agree"]}],
    }
    assert parse_event(record).pairs
    change(record)
    with pytest.raises((TypeError, ValueError), match=word):
        parse_event(record)
