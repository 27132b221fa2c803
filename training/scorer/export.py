"""LightGBM models as the small JSON that ``compare.align.forest`` reads."""

from __future__ import annotations

from typing import Any

DIGITS = 5


def forest_record(booster: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Trees as nested lists over the signals that they use; calibration is added by the caller."""
    dump = booster.dump_model()
    used = sorted({feature for tree in dump["tree_info"] for feature in _features(tree["tree_structure"])})
    place = {feature: number for number, feature in enumerate(used)}
    return {
        "signals": [names[feature] for feature in used],
        "base": 0.0,
        "slope": 1.0,
        "offset": 0.0,
        "trees": [_nested(tree["tree_structure"], place) for tree in dump["tree_info"]],
    }


def _features(node: dict[str, Any]) -> list[int]:
    if "split_feature" not in node:
        return []
    return [node["split_feature"], *_features(node["left_child"]), *_features(node["right_child"])]


def _nested(node: dict[str, Any], place: dict[int, int]) -> Any:
    if "split_feature" not in node:
        return round(node["leaf_value"], DIGITS)
    return [
        place[node["split_feature"]],
        float(f"{node['threshold']:.{DIGITS}g}"),
        _nested(node["left_child"], place),
        _nested(node["right_child"], place),
    ]
