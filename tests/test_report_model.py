"""A report with another encoder, `--model FOLDER`: any sentence-transformers folder does, from articles to findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.encode import builtin, sbert

pytestmark = pytest.mark.filterwarnings("default")  # torch and transformers warn of their own accord

ARTICLES = {
    "song": (
        "Nước sông lên nhanh trong đêm 14/10, xã Bình Lãng sơ tán 120 hộ dân ven bờ. Cây cầu gỗ bắc qua sông bị cuốn "
        "trôi. Chủ tịch xã cho biết 3 người bị thương nhẹ. Học sinh ba thôn được nghỉ học đến hết tuần."
    ),
    "xa": (
        "Đêm 14/10, xã Bình Lãng đã sơ tán 120 hộ dân ven bờ vì nước sông lên nhanh. Theo chủ tịch xã, 5 người bị "
        "thương nhẹ. Cây cầu gỗ bắc qua sông đã bị nước cuốn trôi. Tỉnh hứa dựng cầu mới trước Tết."
    ),
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder of random token vectors, sixteen numbers wide."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    torch.manual_seed(3)
    place = tmp_path_factory.mktemp("tiny") / "model"
    words = StaticEmbedding(builtin.load().tokenizer, embedding_dim=16)
    SentenceTransformer(modules=[words], device="cpu").save(str(place), create_model_card=False)
    return place


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    """The paths of the two articles."""
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / f"{name}.txt") for name in ARTICLES]


def reported(paths: list[str], model: str) -> dict[str, Any]:
    """The report's record with an encoder."""
    done = CliRunner().invoke(main, ["report", *paths, "--model", model, "--offline", "--format", "json"])
    assert done.exit_code == 0, done.stderr
    record: dict[str, Any] = json.loads(done.stdout)
    return record


def test_words_are_the_built_in_ones(tiny: Path) -> None:
    """Word by word, a text has the built-in encoder's offsets and vectors, whatever model gives the sentences'."""
    offsets, vectors = sbert.load(str(tiny)).tokens(ARTICLES["xa"])
    assert offsets == builtin.load().tokens(ARTICLES["xa"])[0]
    assert np.array_equal(vectors, builtin.load().tokens(ARTICLES["xa"])[1])


def test_a_report_with_any_folder_has_findings(tiny: Path, articles: list[str]) -> None:
    """A folder that knows nothing of words still gives a report: it is named in it, and there are findings."""
    record = reported(articles, str(tiny))
    assert record["created_with"]["encoder"] == str(tiny)
    assert {one["verdict"] for one in record["findings"]} - {"one-sided"}


def test_the_built_in_folder_by_its_path_gives_the_same_report(articles: list[str]) -> None:
    """`--model compare/data/encoder` and the default give the same findings and framing, and the same links to 1e-3."""
    own, other = (reported(articles, model) for model in ("builtin", str(builtin.FOLDER)))
    assert other["findings"] == own["findings"]
    assert other["framing"] == own["framing"]
    assert own["links"]
    for left, right in zip(own["links"], other["links"], strict=True):
        assert right == {**left, "probability": pytest.approx(left["probability"], abs=1e-3)}


def test_offline_keeps_the_hub_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With --offline an encoder that is not on this machine is an error at once: the hub is not even looked for."""
    monkeypatch.setattr(sbert, "reachable", lambda: pytest.fail("the network was tried"))
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = CliRunner().invoke(main, ["report", str(tmp_path), "--model", "nobody/nothing", "--offline"])
    assert found.exit_code == 2
    assert "offline is set" in found.output
