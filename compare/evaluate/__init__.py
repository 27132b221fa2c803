"""Measuring against gold files: links, conflicts, updates, calibration (DESIGN: gold files)."""

from compare.evaluate.gold import GoldEvent, GoldPair, read_gold
from compare.evaluate.output import to_record, to_text
from compare.evaluate.runner import evaluate
from compare.evaluate.scoring import Report

__all__ = ["GoldEvent", "GoldPair", "Report", "evaluate", "read_gold", "to_record", "to_text"]
