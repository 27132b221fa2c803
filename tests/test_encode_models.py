"""The `claim-compare models` command."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.encode import catalog


def test_models_lists_every_entry() -> None:
    """Every known encoder and judge is listed with its role, and published figures are marked as such."""
    shown = CliRunner().invoke(main, ["models"]).output
    for entry in catalog.entries():
        assert f"{entry.name}\n    {entry.role}" in shown
    assert shown.index("builtin") < shown.index("published:")


def test_check_says_that_the_default_works() -> None:
    """Checking the built-in encoder succeeds and says that it works offline."""
    result = CliRunner().invoke(main, ["models", "check", "builtin"])
    assert result.exit_code == 0
    assert "works offline" in result.output


@pytest.mark.filterwarnings("default")
def test_check_of_a_missing_model_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking a model that is not on the machine exits with 2 and tells how to get it."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.setenv(name, "0")  # set here so that what the command sets is undone afterwards
    result = CliRunner().invoke(main, ["models", "check", "some-one/no-such-model"])
    assert result.exit_code == 2
    assert "huggingface-cli download" in result.output
