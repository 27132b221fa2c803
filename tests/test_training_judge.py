"""The weights by hand that ship are those of the training code, which would write them again."""

from __future__ import annotations

import json
from importlib.resources import files

from training.judge.fit import BY_HAND, FAMILIES


def test_weights_by_hand_stand_in_the_training_code() -> None:
    """A check added to the file of weights alone would be lost with the next fit."""
    shipped = json.loads(files("compare.data").joinpath("judge.json").read_text("utf-8"))
    assert (shipped["families"], shipped["family_of"]) == (BY_HAND, FAMILIES)
