from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.render import render
from compare.render.json_format import from_record, load, to_record
from compare.types import Comparison
from tests.helpers_render import article, comparison, comparisons, fire


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("# Báo cáo", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"schema_version": NaN}', "NaN is no number of JSON"),
        ("[]", "no schema_version"),
        ('{"results": []}', "no schema_version"),
        ('{"schema_version": 1}', "no schema_version"),
        ('{"schema_version": "next"}', "schema_version 'next'"),
        ('{"schema_version": "1.1"}', "update claim-compare"),
        ('{"schema_version": "2.0"}', "update claim-compare"),
        ('{"schema_version": "1.0"}', "created_with"),
    ],
)
def test_foreign_and_newer_json_is_refused(text: str, message: str) -> None:
    """What is no report of ours, or a report of a later schema, is refused with the reason."""
    with pytest.raises(InputError, match=message):
        load(text)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("articles", 0, "text"), 7, "'text' must be str"),
        (("articles", 0, "text"), "ngắn", "outside the text"),
        (("articles", 0, "published"), "hôm qua", "ISO 8601"),
        (("articles", 0, "credits"), [1], "list of texts"),
        (("articles", 0, "sentences", 0, "start"), -1, "outside the text"),
        (("articles", 0, "sentences", 0, "start"), True, "must be int"),
        (("articles", 0, "sentences", 0, "id"), "a9.s9", "speaks of sentence"),
        (("links", 0, "left"), "a9.s9", "'a9.s9', which is not there"),
        (("links", 0, "relation"), "maybe", "none of agree"),
        (("links", 0, "probability"), 1.5, "from 0 to 1"),
        (("links", 0, "differences", 0, "kind"), "colour", "none of number"),
        (("links", 0, "differences", 0, "left"), None, "object with 'start'"),
        (("findings", 0, "links"), [99], "link that is not there"),
        (("findings", 0, "links"), ["0"], "numbers of links"),
        (("findings", 0, "sentences"), ["x"], "speaks of sentence"),
        (("findings", 0, "verdict"), "true", "none of conflict"),
        (("findings", 0, "salience"), float("inf"), "finite"),
        (("findings", 1, "id"), "f1", "twice"),
        (("articles",), {}, "must be list"),
        (("articles", 0), "a1", "an object"),
        (("framing",), [], "must be dict"),
        (("links", 0, "differences", 0, "right", "end"), 9999, "outside the text that 'a2.s1' stands in"),
        (("framing", "contrasts", 0, "left_sentence"), "x", "framing speaks"),
        (("framing", "contrasts", 0, "left", "start"), -5, "outside the text"),
        (("framing", "sources", 0, "article"), "a9", "framing speaks of article 'a9'"),
        (("framing", "sources", 0, "loaded", 0, "span", "end"), 9999, "outside the text"),
        (("framing", "naming", 0, "variants", 0, "article"), "a9", "framing speaks of article 'a9'"),
        (("framing", "same_origin"), [["a1", "a9"]], "framing speaks of article 'a9'"),
        (("framing", "articles", 0, "paragraphs"), [0], "number for each sentence"),
        (("created_with", "settings"), {"model": []}, "plain values"),
    ],
)
def test_a_broken_report_says_what_is_broken(path: tuple[Any, ...], value: Any, message: str) -> None:
    """A wrong type, offset, choice or reference anywhere is an InputError that names it."""
    record: Any = to_record(fire())
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(InputError, match=message):
        from_record(record)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value inside a record."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deep for key, one in steps for deep in _places(one, (*path, key)))]


PLACES = _places(to_record(fire()))[1:]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just(10**400)
VALUES = LEAVES | st.lists(LEAVES, max_size=2) | st.dictionaries(st.text(max_size=3), LEAVES, max_size=2)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), VALUES)
def test_any_change_to_a_report_is_read_or_refused(path: tuple[Any, ...], value: Any) -> None:
    """Whatever value stands wherever, the reader either refuses it by an InputError or gives what can be rendered."""
    record: Any = to_record(fire())
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    try:
        made = from_record(record)
    except InputError:
        return
    assert render(made, "markdown")


def test_an_article_that_stands_twice_is_refused() -> None:
    """Two articles of one id cannot be told apart, so such a report is refused."""
    record = to_record(fire())
    record["articles"].append(record["articles"][0])
    with pytest.raises(InputError, match="article 'a1' stands in it twice"):
        from_record(record)


def test_the_keys_are_those_of_the_contract() -> None:
    """Every object carries exactly the contract's keys, in its order."""
    record = to_record(fire())
    assert list(record) == [
        "schema_version",
        "title",
        "created_with",
        "articles",
        "links",
        "findings",
        "framing",
        "skipped",
    ]
    assert list(record["created_with"]) == ["version", "encoder", "scorer", "settings"]
    assert " ".join(record["articles"][0]) == (
        "id source publisher credits title url published language path sha256 text sentences removed"
    )
    assert list(record["articles"][0]["sentences"][0]) == ["id", "start", "end"]
    assert list(record["articles"][0]["removed"][0]) == ["start", "end", "rule"]
    assert list(record["links"][0]) == ["left", "right", "relation", "probability", "differences"]
    assert list(record["links"][0]["differences"][0]) == ["kind", "left", "right", "note"]
    assert list(record["links"][0]["differences"][0]["left"]) == ["start", "end", "text"]
    assert " ".join(record["findings"][0]) == "id verdict sources sentences links salience summary"
    assert list(record["skipped"][0]) == ["stage", "what", "reason"]


def test_a_report_comes_back_as_it_went() -> None:
    """The hand-made comparison survives the way out and in, and renders to the same bytes again."""
    back = load(render(fire(), "json"))
    assert back == fire()
    assert render(back, "markdown") == render(fire(), "markdown")


@settings(deadline=None)
@given(comparisons())
def test_any_comparison_comes_back_as_it_went(made: Comparison) -> None:
    """Writing and reading gives an equal comparison, through JSON text as through the record."""
    assert from_record(to_record(made)) == made
    assert load(render(made, "json")) == made


def test_paragraphs_follow_line_breaks_where_the_record_has_none() -> None:
    """A record that only keeps the contract's keys gets its paragraphs from the text."""
    record = to_record(comparison([article("a1", [["Một.", "Hai."], ["Ba."]])]))
    del record["framing"]
    assert [one.paragraph for one in from_record(record).articles[0].sentences] == [0, 0, 1]


def test_half_a_surrogate_pair_survives() -> None:
    """A broken character out of somebody's table is carried, not a crash."""
    made = comparison([article("a1", [["Xin chào \ud83d."]])])
    written = render(made, "json")
    assert written.isascii()
    assert load(written) == made


def test_vietnamese_stays_readable() -> None:
    """Words stand in the JSON as they are, not as escapes."""
    assert "Nhà Xuất Bản Sông" in render(fire(), "json")
    assert json.loads(render(fire(), "json")) == to_record(fire())
