import json
from pathlib import Path
from typing import cast

import pytest

from compare.errors import JudgeError
from compare.judge import judge
from compare.judge.nli import Inference, NliJudge, label_columns, load_nli
from tests.helpers_judge import article, sides


def test_labels_that_do_not_name_their_classes_are_refused() -> None:
    """Numbered labels say nothing of their meaning, so the model is refused rather than guessed at."""
    with pytest.raises(JudgeError, match="do not name"):
        label_columns({0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, "tiny")


def test_two_classes_are_refused() -> None:
    """A model without a neutral class is no judge of contradiction."""
    with pytest.raises(JudgeError, match="do not name"):
        label_columns({0: "entailment", 1: "contradiction"}, "tiny")


@pytest.mark.parametrize(
    ("labels", "columns"),
    [
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, (1, 2, 0)),
        ({"0": "ENTAILMENT", "1": "NEUTRAL", "2": "CONTRADICTION"}, (0, 1, 2)),
        ({0: "Neutral", 1: "Contradict", 2: "Entail"}, (2, 0, 1)),
    ],
)
def test_label_order_is_read_from_the_config(labels: dict[object, str], columns: tuple[int, int, int]) -> None:
    """Order and case of the labels differ from model to model and are taken as the config gives them."""
    assert label_columns(labels, "tiny") == columns


def test_a_model_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    """A folder without a model is named in the error."""
    with pytest.raises(JudgeError, match="no-such-model"):
        load_nli(str(tmp_path / "no-such-model"))


def test_a_tiny_model_judges_both_directions(tmp_path: Path) -> None:
    """A saved classifier loads offline, gives probabilities, and does not mind which side comes first."""
    judge = load_nli(str(tiny_model(tmp_path)))
    one = judge.infer("mưa to ở miền bắc", "trời nắng")
    other = judge.infer("trời nắng", "mưa to ở miền bắc")
    assert one.entailment + one.neutral + one.contradiction == pytest.approx(1.0, abs=1e-5)
    assert (one.entailment, one.contradiction) == pytest.approx((other.entailment, other.contradiction), abs=1e-6)
    assert judge.columns == (2, 0, 1)


class Said:
    """Stands in for a model that always says the same."""

    def __init__(self, entailment: float, contradiction: float) -> None:
        self.verdict = Inference(entailment, 1.0 - entailment - contradiction, contradiction)

    def infer(self, left: str, right: str) -> Inference:
        """The same for every pair."""
        return self.verdict


SAME = ("Đoàn xe tới cảng lúc trời mưa.", "Khi đoàn xe tới cảng, trời đang mưa.")
CLASH = ("Vụ sập cầu Long Sơn làm 22 người chết.", "Vụ sập cầu Long Sơn làm 15 người chết.")


def relation(texts: tuple[str, str], model: Said) -> str:
    """Relation of two sentences with a model's word."""
    left, right, context = sides(article("a", texts[0]), article("b", texts[1]))
    return judge(left, right, 0.95, nli=cast(NliJudge, model), context=context)[0]


def test_a_model_alone_never_makes_a_conflict() -> None:
    """Where no check finds a clash, a contradiction by the model is only unclear."""
    assert relation(SAME, Said(0.0, 0.0)) == "agree"
    assert relation(SAME, Said(0.01, 0.98)) == "unclear"


def test_a_model_that_agrees_leaves_a_clash_a_conflict() -> None:
    """A contradiction by the model bears out the clash that a check found."""
    assert relation(CLASH, Said(0.01, 0.98)) == "conflict"


def tiny_model(folder: Path) -> Path:
    """A random one-layer BERT with a word vocabulary, saved as a model folder."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "mưa", "to", "ở", "miền", "bắc", "trời", "nắng"]
    words = folder / "vocab.txt"
    words.write_text("\n".join(vocabulary), encoding="utf-8")
    labels = {0: "neutral", 1: "CONTRADICTION", 2: "Entailment"}
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=3,
        id2label=labels,
        label2id={label: number for number, label in labels.items()},
    )
    model = folder / "model"
    BertForSequenceClassification(config).save_pretrained(model)
    BertTokenizerFast(vocab_file=str(words), do_lower_case=True).save_pretrained(model)
    assert json.loads((model / "config.json").read_text(encoding="utf-8"))["id2label"]
    return model
