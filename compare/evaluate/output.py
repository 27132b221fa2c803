"""A report of figures as text and as a JSON record."""

from __future__ import annotations

from typing import Any

from compare.evaluate.scoring import Judged, Report, Score


def to_text(report: Report, show: int = 0) -> str:
    """A table of figures, and the ``show`` worst misses and false alarms of links and of conflicts."""
    lines = [
        f"{report.events} events, {len(report.judged)} sentence pairs, {report.links.gold} links,"
        f" {report.conflicts.gold} conflicts, {report.updates.gold} updates",
        "",
        f"{'':22}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>7}{'found':>7}{'gold':>7}",
        _row("links", report.links),
        _row("conflicts", report.conflicts),
        *(f"  {kind:20}{'':10}{score.recall:8.3f}" for kind, score in report.conflict_recall_by_kind),
        _row("updates", report.updates),
        "",
        f"average precision of links     {report.average_precision:.3f}",
        f"expected calibration error     {report.calibration_error:.3f} (all pairs)",
        f"                               {report.candidate_calibration_error:.3f} (pairs from probability 0.1)",
    ]
    for title, worst in _worst(report, show).items():
        lines += ["", title, *(_shown(one) for one in worst)]
    return "\n".join(lines)


def to_record(report: Report, show: int = 0) -> dict[str, Any]:
    """The same figures for machines."""
    return {
        "events": report.events,
        "pairs": len(report.judged),
        "links": {**_figures(report.links), "average_precision": round(report.average_precision, 4)},
        "conflicts": {
            **_figures(report.conflicts),
            "recall_by_kind": {kind: round(one.recall, 4) for kind, one in report.conflict_recall_by_kind},
        },
        "updates": _figures(report.updates),
        "calibration_error": {
            "all_pairs": round(report.calibration_error, 4),
            "candidates": round(report.candidate_calibration_error, 4),
        },
        "worst": {title: [_record(one) for one in worst] for title, worst in _worst(report, show).items()},
    }


def _worst(report: Report, show: int) -> dict[str, list[Judged]]:
    """The most confident mistakes of each sort."""
    if not show:
        return {}
    by_probability = sorted(report.judged, key=lambda one: -one.probability)
    missed = [one for one in reversed(by_probability) if one.linked and one.relation is None]
    false = [one for one in by_probability if not one.linked and one.relation is not None]
    conflicts = [one for one in by_probability if one.relation == "conflict" and not _is_conflict(one)]
    missed_conflicts = [one for one in by_probability if _is_conflict(one) and one.relation != "conflict"]
    return {
        "missed links": missed[:show],
        "false links": false[:show],
        "false conflicts": conflicts[:show],
        "missed conflicts": missed_conflicts[:show],
    }


def _is_conflict(one: Judged) -> bool:
    return bool(one.labels) and all(label == "conflict" for label in one.labels)


def _shown(one: Judged) -> str:
    labels = "/".join(label or "-" for label in one.labels) or "not linked"
    (left, i), (right, j) = one.key
    found = f"{one.relation or 'not linked'} at {one.probability:.2f}"
    head = f"  {one.event}  {left}#{i} ~ {right}#{j}  gold {labels}, {found}"
    return f"{head}\n    {one.texts[0]}\n    {one.texts[1]}"


def _record(one: Judged) -> dict[str, Any]:
    (left, i), (right, j) = one.key
    return {
        "event": one.event,
        "left": f"{left}#{i}",
        "right": f"{right}#{j}",
        "labels": list(one.labels),
        "relation": one.relation,
        "probability": one.probability,
        "texts": list(one.texts),
    }


def _row(name: str, score: Score) -> str:
    ratios = f"{score.precision:10.3f}{score.recall:8.3f}{score.f1:8.3f}"
    return f"{name:22}{ratios}{score.true_positives:7}{score.predicted:7}{score.gold:7}"


def _figures(score: Score) -> dict[str, float | int]:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "right": score.true_positives,
        "found": score.predicted,
        "gold": score.gold,
    }
