"""One row per finding, for spreadsheets. Column names and verdicts are keys, so they stay English in every report."""

from __future__ import annotations

import re
from csv import QUOTE_NONNUMERIC
from itertools import groupby

from compare.render.decisions import Decisions
from compare.render.document import clean
from compare.render.format import Format
from compare.render.view import FindingView, View, view
from compare.types import Comparison

_FORMULA = re.compile(r"^\s*['\"]*[=+\-@＝＋－＠\t\r|%]")
_DECISION = ("state", "editor", "note")


def cell(words: str) -> str:
    """Words that no spreadsheet takes for a formula: those that begin like one get an apostrophe before them."""
    shown = clean(words).strip()
    return f"'{shown}" if _FORMULA.match(words) or _FORMULA.match(shown) else shown


def _row(found: FindingView, seen: View) -> dict[str, object]:
    own = {one.source: one for one in found.passages}
    row: dict[str, object] = {
        "finding": cell(found.finding.id),
        "verdict": found.verdict,
        "sources": cell("; ".join(one.label for one in found.sources)),
        "probability": found.probability,
        "kinds": "; ".join(found.kinds),
        "summary": cell(found.finding.summary),
        "reason": cell("; ".join(found.reasons)),
        "salience": found.finding.salience,
        "sentences": cell("; ".join(one.sentence.id for one in found.passages)),
        **{f"passage {one.label}": "" for one in seen.sources if one not in own},
    }
    for source, passages in groupby(found.passages, key=lambda one: one.source):
        row[f"passage {source.label}"] = cell(" ".join(one.sentence.text for one in passages))
    return row


def _decided(found: FindingView) -> dict[str, object]:
    decision = found.decision
    values = (decision.state, decision.editor, decision.note) if decision else ("", "", "")
    return {name: cell(value) for name, value in zip(_DECISION, values, strict=True)}


def columns(seen: View, decided: bool) -> list[str]:
    """The header: fixed names, then one ``passage LABEL`` for each source, then the decision where there is one."""
    fixed = ["finding", "verdict", "sources", "probability", "kinds", "summary", "reason", "salience", "sentences"]
    return [*fixed, *(f"passage {one.label}" for one in seen.sources), *(_DECISION if decided else ())]


def _render(comparison: Comparison, language: str, decisions: Decisions) -> str:
    import pandas

    del language
    seen = view(comparison, decisions)
    rows = [{**_row(one, seen), **(_decided(one) if decisions else {})} for one in seen.findings]
    names = columns(seen, bool(decisions))
    # As objects: pandas' own strings, where pyarrow is installed, refuse halves of surrogate pairs.
    header = pandas.Index([cell(name) for name in names], dtype=object)
    frame = pandas.DataFrame([[row.get(name, "") for name in names] for row in rows], columns=header, dtype=object)
    # All text in quotes: a spreadsheet that parts cells at ";" would take what stands behind one for a cell.
    return str(frame.to_csv(index=False, lineterminator="\n", quoting=QUOTE_NONNUMERIC))


FORMAT = Format("csv", (".csv",), _render, encoding="utf-8-sig")  # spreadsheets take plain UTF-8 for Windows-1252
