from __future__ import annotations

import json
from contextlib import nullcontext, suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import ReviewError
from compare.render.json_check import check
from compare.review.desk import Choice
from compare.review.payload import whole
from compare.review.records import Value
from compare.types import Comparison
from tests.helpers_render import comparisons
from tests.helpers_review import desk

SLOW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(comparisons(), st.data())
def test_any_comparison_can_be_reviewed(
    tmp_path_factory: pytest.TempPathFactory, of: Comparison, data: st.DataObject
) -> None:
    """Whatever holds together as a report opens, takes decisions and changes by hand, and still holds together."""
    lan = desk(tmp_path_factory.mktemp("any"), of=of)
    names = [one.id for one in of.findings if one.sentences]
    for one in of.findings:
        with nullcontext() if one.id in names else pytest.raises(ReviewError, match="quotes nothing"):
            lan.decide(f"gesture-{one.id}", [Choice(one.id, Value("confirmed"))])
    assert {one.editor for own in lan.state().words.values() for one in own} <= {"Lan"}
    assert len(lan.state().words) == len(names)
    _mend(lan, of, data)
    check(lan.state().comparison)
    assert json.dumps(whole(lan, "vi"))


def _mend(lan: Any, of: Comparison, data: st.DataObject) -> None:
    sentences = [one.id for article in of.articles for one in article.sentences]
    for number in range(3 if sentences else 0):
        left, right = data.draw(st.sampled_from(sentences)), data.draw(st.sampled_from(sentences))
        finding = data.draw(st.sampled_from([one.id for one in of.findings] or [""]))
        with suppress(ReviewError):
            lan.join(f"join-{number}", left, right, "conflict", finding)
        with suppress(ReviewError):
            lan.split(f"split-{number}", finding, left)
    for article in of.articles:
        for piece in article.removed:
            lan.restore(f"restore-{article.id}-{piece.start}", article.id, piece.start, piece.end)
