"""LightGBM models as the small JSON that ``compare.align.forest`` reads."""

from __future__ import annotations

from typing import Any

DIGITS = 5


def forest_record(booster: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """All trees as arrays over the signals that they use (``compare.align.forest``); calibration is the caller's."""
    signals, trees = nested_trees(booster, names)
    flat: dict[str, list[Any]] = {name: [] for name in ("leaves", "feature", "threshold", "below", "above", "value")}
    for tree in trees:
        values: list[float] = []
        splits: list[list[Any]] = []
        _flatten(tree, splits, values)
        flat["leaves"].append(len(values))
        flat["value"] += values
        for column, name in enumerate(("feature", "threshold", "below", "above")):
            flat[name] += [split[column] for split in splits]
    return {"signals": signals, "base": 0.0, "slope": 1.0, "offset": 0.0, **flat}


def nested_trees(booster: Any, names: tuple[str, ...]) -> tuple[list[str], list[Any]]:
    """The signals that the trees use, and each tree as ``[signal's place, threshold, below, above]`` or a leaf's
    number.
    """
    dump = booster.dump_model()
    used = sorted({feature for tree in dump["tree_info"] for feature in _features(tree["tree_structure"])})
    place = {feature: number for number, feature in enumerate(used)}
    return [names[feature] for feature in used], [_nested(tree["tree_structure"], place) for tree in dump["tree_info"]]


def _flatten(node: Any, splits: list[list[Any]], values: list[float]) -> int:
    """Append a nested tree's splits and leaves; the number of its root, negative for a leaf."""
    if not isinstance(node, list):
        values.append(node)
        return -len(values)
    own = len(splits)
    splits.append(node[:2])
    for side in node[2:]:
        splits[own] = [*splits[own], _flatten(side, splits, values)]
    return own


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
