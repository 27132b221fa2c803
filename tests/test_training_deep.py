"""The contextual encoder's training: what it starts and learns from, how it goes on, the whole command on tiny data."""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.late import token_signals, weighed_tokens
from compare.encode.builtin import load
from training.deep import __main__ as command
from training.deep import distil, examples, mine, pairs
from training.deep.average import average
from training.deep.corpus import Sequences, join, tokenise
from training.deep.english import English, open_english, own_start, shape_of, transformer_of
from training.deep.late import late_scores
from training.deep.model import Shape, begun, configuration, embed, padded, pooled, word_start
from training.deep.optim import Training, ramp
from training.deep.pairs import Examples, pair_batches, score
from training.deep.stages import labelled_groups
from training.deep.translation import translation_table
from training.encoder.groups import Groups
from training.encoder.groups import save as save_groups

SHAPE = Shape(pieces=50, width=64, borrowed=(2, 3))
ENGLISH = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "heavy", "rain", "flooded", "houses", "over", "##night", "ta", "##m")
PLACES = ("Quảng Trị", "Hà Tĩnh", "Cần Thơ", "Lào Cai", "Gia Lai", "Bình Định")
DEEDS = (
    "Mưa lớn làm {n} căn nhà ở {p} bị ngập trong đêm.",
    "Chính quyền {p} đã sơ tán {n} hộ dân đến nơi an toàn.",
    "Theo ông Lê Văn Nam, {n} người ở {p} vẫn mất liên lạc.",
    "Sạt lở đất chia cắt {n} xã của {p} từ sáng 12/10.",
    "Bộ đội biên phòng {p} huy động {n} chiến sĩ tìm kiếm nạn nhân.",
    "Học sinh tại {n} trường ở {p} được nghỉ học hết tuần.",
)


def story(number: int) -> list[str]:
    """Title, lead and body of one article; every second tells the event of the one before it."""
    rng = random.Random(number // 2)
    place, order = rng.choice(PLACES), list(DEEDS)
    rng.shuffle(order)
    body = [deed.format(n=rng.randint(12, 90), p=place) for deed in order]
    return [f"Mưa lũ gây thiệt hại nặng ở {place}", body[0], *(body if number % 2 else body[::-1])]


def write_lines(path: Path, rows: list[Any]) -> None:
    """JSON lines, packed where the name says so."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_bytes(lzma.compress(text.encode()) if path.suffix == ".xz" else text.encode())


def gold_like(name: str, first: int) -> dict[str, Any]:
    """An event of two articles with sentence bounds and two labelled pairs."""
    articles = []
    for number in (first, first + 1):
        sentences = story(number)[2:]
        starts = np.cumsum([0] + [len(one) + 1 for one in sentences])
        bounds = [[int(start), int(start) + len(one)] for start, one in zip(starts, sentences, strict=False)]
        articles.append({"id": f"{name}-{number}", "text": " ".join(sentences), "sentences": bounds})
    left, right = (one["id"] for one in articles)
    pairs = [{"left": f"{left}#{n}", "right": f"{right}#{7 - n}", "labels": [label]}
             for n, label in ((1, "agree"), (2, "conflict"))]  # fmt: skip
    return {"event": name, "articles": articles, "pairs": pairs}


def write_data(folder: Path) -> None:
    """A data folder with a handful of records of every source."""
    folder.mkdir()
    write_lines(folder / "vietnews.jsonl.xz", [[one[0], one[1], one[2:]] for one in map(story, range(12))])
    write_lines(folder / "baomoi2017.jsonl.xz", [{"text": "\n".join(story(number))} for number in range(20, 32)])
    for name, first in (("gold_dev.jsonl", 40), ("gold_dev_more.jsonl", 44)):
        write_lines(folder / name, [gold_like(f"e{first}", first), gold_like(f"e{first + 2}", first + 2)])
    own = gold_like("m1", 60)
    write_lines(folder / "events.jsonl.xz", [own])
    slim = [{"id": one["id"], "sentences": one["sentences"]} for one in own["articles"]]
    write_lines(folder / "labels.jsonl", [own | {"articles": slim}])
    flood = "Heavy rain flooded {n} houses overnight."
    pairs = [{"vi": story(n)[1], "en": flood.format(n=n), "set": "news-train"} for n in range(9)]
    write_lines(folder / "parallel_vi_en.jsonl.xz", pairs)
    labels = ("entailment", "neutral", "contradiction")
    rows = [{"premise": story(n)[1], "hypothesis": story(n)[2], "label": labels[n % 3], "lang": "vi", "row": n,
             "set": "multinli-mt", "use": "train"} for n in range(9)]  # fmt: skip
    write_lines(folder / "nli.jsonl.xz", rows)


@dataclass
class Reading:
    """Texts as a contextual encoder reads them."""

    tokens: list[np.ndarray]
    states: list[np.ndarray]
    vectors: Any = None


def write_english(folder: Path) -> None:
    """An English encoder of one layer with random weights and a dozen word pieces."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder.mkdir()
    BertTokenizerFast(vocab={piece: number for number, piece in enumerate(ENGLISH)}).save_pretrained(folder)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(ENGLISH), hidden_size=64, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64
    )
    BertModel(config).save_pretrained(folder)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> English:
    """The tiny English encoder, opened."""
    folder: Path = tmp_path_factory.mktemp("english") / "model"
    write_english(folder)
    return open_english(folder)


def tiny(english: English, device: str = "cpu", seed: int = 0) -> tuple[Any, Shape]:
    """(a model begun from the tiny English one and random vectors of our pieces, its shape)."""
    shape = shape_of(english, len(load().codes))
    start = np.random.default_rng(seed).normal(0, 0.1, (shape.pieces, shape.width)).astype(np.float32)
    return begun(transformer_of(english), shape, start, device), shape


def write_teacher(folder: Path) -> None:
    """Judged groups of each source, as the making of the built-in encoder leaves them."""
    folder.mkdir()
    rng = np.random.default_rng(0)
    left, right = (one.ravel().astype(np.uint8) for one in np.meshgrid(np.arange(4), np.arange(4, 8)))
    for name in ("events", "baomoi", "vietnews"):
        judged = rng.normal(-3, 3, 16).astype(np.float16)
        groups = Groups(np.arange(1, 9), np.array([0, 8]), left, right, judged, np.array([0, 16]))
        save_groups(groups, folder / f"groups.{name}.npz")


@pytest.fixture(scope="module")
def made(english: English, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """(work folder, model folder, options) of the whole command run once on tiny data."""
    top = tmp_path_factory.mktemp("deep")
    write_data(top / "data")
    write_teacher(top / "teacher")
    options = [
        "--data", str(top / "data"), "--labels", str(top / "data" / "labels.jsonl"), "--teacher", str(top / "teacher"),
        "--work", str(top / "work"), "--out", str(top / "model"), "--english", str(english.folder), "--threads", "1",
        "--pair", "--steps", "2", "--tuning-steps", "2", "--tokens", "256", "--every", "1",
    ]  # fmt: skip
    command.main(options)
    return top / "work", top / "model", options


def test_the_command_leaves_every_stage_and_a_model(made: tuple[Path, Path, list[str]]) -> None:
    """One command on tiny data: states of both stages, a log with gold figures, a model folder."""
    work, model, _ = made
    assert {"distilled.pt", "tuned.pt"} <= {one.name for one in work.iterdir()}
    log = (work / "log.txt").read_text(encoding="utf-8")
    for stage in ("distilling 2:", "tuning 2:", "pair head 2:"):
        assert stage in log
    assert (model / "modules.json").is_file()
    assert {"model.onnx", "pair.onnx", "LICENSE"} <= {one.name for one in model.iterdir()}


def test_without_a_pair_head_none_is_trained(made: tuple[Path, Path, list[str]], tmp_path: Path) -> None:
    """The command without --pair tunes the encoder alone, in all its runs, and writes no pair.onnx."""
    _, _, options = made
    own = [*options[: options.index("--pair")], *options[options.index("--pair") + 1 :], "--runs", "2"]
    own += ["--run-steps", "1"]
    own[own.index("--work") + 1], own[own.index("--out") + 1] = str(tmp_path / "work"), str(tmp_path / "model")
    command.main(own)
    log = (tmp_path / "work" / "log.txt").read_text(encoding="utf-8")
    assert "late" in log
    assert "pair head" not in log
    assert not (tmp_path / "model" / "pair.onnx").exists()
    assert {"tuned.pt", "tuned1.pt", "tuned2.pt"} <= {one.name for one in (tmp_path / "work").iterdir()}


def test_the_mean_of_models_lies_between_them() -> None:
    """Each weight of the mean is the mean of that weight; models of other shapes have none."""
    import torch

    models = [torch.nn.Linear(2, 1) for _ in range(3)]
    wanted = sum(one.weight.detach().clone() for one in models) / 3
    assert torch.allclose(average(models[0], models[1:]).weight, wanted)
    with pytest.raises(ValueError, match="shapes"):
        average(models[0], [torch.nn.Bilinear(2, 2, 1)])


def test_training_scores_words_as_the_product_does() -> None:
    """Late interaction in training gives what alignment reads as a signal, within the clearance of a square root."""
    import torch

    rng = np.random.default_rng(0)
    texts = [rng.integers(0, 9, size) for size in (3, 1, 5, 4)]
    rows = [rng.normal(size=(len(one), 6)).astype(np.float32) for one in texts]
    states = [one / np.linalg.norm(one, axis=1, keepdims=True) for one in rows]
    left, right = np.array([0, 0, 1, 2]), np.array([1, 2, 3, 3])
    found = late_scores([torch.from_numpy(one) for one in states], texts, left, right).numpy()
    tokens = weighed_tokens([Reading([one], [state]) for one, state in zip(texts, states, strict=True)])
    wanted = [token_signals(tokens[one], tokens[other])["words"][0, 0] for one, other in zip(left, right, strict=True)]
    assert np.allclose(found, wanted, atol=2e-3)


def test_a_text_that_lost_all_its_words_scores_nothing() -> None:
    """No token at all is found nowhere, and no division fails."""
    import torch

    states = [torch.ones(1, 2) / 2**0.5, torch.empty(0, 2)]
    found = late_scores(states, [np.array([4]), np.array([], np.int64)], np.array([0]), np.array([1]))
    assert found.item() == pytest.approx(0.0, abs=0.01)


def test_a_finished_run_taken_up_again_trains_no_more(made: tuple[Path, Path, list[str]]) -> None:
    """The second run of the same command trains nothing and writes the same model."""
    work, _, options = made
    before = (work / "log.txt").read_text(encoding="utf-8").splitlines()
    command.main(options)
    after = (work / "log.txt").read_text(encoding="utf-8").splitlines()[len(before) :]
    assert not [line for line in after if "distilling" in line or "tuning" in line or "pair head" in line]
    assert after[-1].split()[-1] == before[-1].split()[-1]


@pytest.mark.parametrize("device", ["cuda:99", "meta", "gpu"])
def test_a_device_that_is_not_there_is_refused(device: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A device that this machine has not, or one that training cannot use, is an error of the command line."""
    with pytest.raises(SystemExit):
        command.parsed(["--out", "model", "--english", "model", "--device", device])
    assert f"no device {device}" in capsys.readouterr().err


def test_only_a_bert_is_taken_over(tmp_path: Path) -> None:
    """An English encoder of another make is refused before anything is trained."""
    from transformers import DistilBertConfig

    DistilBertConfig().save_pretrained(tmp_path)
    with pytest.raises(ValueError, match="holds a distilbert model"):
        open_english(tmp_path)


def test_attention_is_the_same_on_either_kind_of_device(english: English) -> None:
    """What a GPU uses for attention starts from the same weights and gives the same token states."""
    own, shape = tiny(english)
    other, _ = tiny(english)
    batch = padded(shape, [np.array([1, 2, 3]), np.array([4])])
    other.set_attn_implementation(configuration(english.config, shape, "cuda")._attn_implementation)
    assert other.config._attn_implementation != own.config._attn_implementation
    assert np.abs((pooled(own, batch) - pooled(other, batch)).detach().numpy()).max() < 1e-5


def test_a_word_never_seen_beside_its_translation_has_none() -> None:
    """A piece that no translated text holds has an empty row, and rows with an entry sum to one."""
    table = translation_table([np.array([0, 1])] * 3, [np.array([0, 1])] * 3, (4, 3))
    assert np.asarray(table.sum(1)).ravel().round(6).tolist() == [1, 1, 0, 0]


def test_a_translation_is_found_by_what_always_comes_along() -> None:
    """Of the words of a sentence the one counts that is there whenever the other is: mưa is rain, lũ is flood."""
    words = {"mưa": 0, "lũ": 1, "lớn": 2, "tan": 3}
    rain, flood, heavy, gone = range(4)
    texts = [
        ("mưa lớn", [rain, heavy]),
        ("lũ lớn", [flood, heavy]),
        ("mưa tan", [rain, gone]),
        ("lũ tan", [flood, gone]),
    ]
    ours = [np.array([words[word] for word in text.split()]) for text, _ in texts]
    table = translation_table(ours, [np.array(one) for _, one in texts], (4, 4)).toarray()
    assert table.argmax(1).tolist() == [rain, flood, heavy, gone]


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=4), min_size=1, max_size=6), st.integers(0, 99))
def test_translation_weights_are_shares(texts: list[list[int]], seed: int) -> None:
    """Whatever the texts, a row sums to one or to nought, has five entries at most, and none below nought."""
    rng = np.random.default_rng(seed)
    others = [rng.integers(0, 9, len(one)) for one in texts]
    table = translation_table([np.array(one) for one in texts], others, (6, 9)).toarray()
    assert ((np.abs(table.sum(1) - 1) < 1e-6) | (table.sum(1) == 0)).all()
    assert (table >= 0).all()
    assert ((table > 0).sum(1) <= 5).all()


def test_a_piece_begins_as_its_translation_the_more_the_oftener_it_was_seen() -> None:
    """Never translated, a piece keeps the vector of its spelling; often translated, it is its translation's."""
    from scipy.sparse import csr_matrix

    own, words = np.zeros((3, 2), np.float32), np.ones((1, 2), np.float32)
    table = csr_matrix(np.array([[0.0], [1.0], [1.0]]))
    start = word_start(own, words, table, np.array([9, 3, 997]))
    assert start[:, 0].tolist() == pytest.approx([0.0, 0.5, 0.997], abs=1e-4)


def test_spelling_tells_a_piece_inside_a_word_from_one_that_opens_it(english: English) -> None:
    """A piece without its space is looked up as the rest of a word; a word unknown to the English pieces is [UNK]."""
    words = np.eye(len(ENGLISH), dtype=np.float32)
    found = own_start(english, words, ["▁rain", "night", "▁heavy▁rain", "▁lũ"])
    assert found.argmax(1).tolist()[:2] == [ENGLISH.index("rain"), ENGLISH.index("##night")]
    assert found[3].argmax() == ENGLISH.index("[UNK]")
    assert found[2, [ENGLISH.index("heavy"), ENGLISH.index("rain")]].tolist() == [0.5, 0.5]


def test_lessons_are_drawn_alike_again_and_all_of_a_window() -> None:
    """The same step draws the same batches, whole and without repeats; another draws others."""
    sequences = tokenise(load().tokenizer, [story(number)[:2] for number in range(20)])
    lessons = distil.lessons_of(sequences, np.arange(40).reshape(-1, 2), np.zeros((20, 4)), 0.5, 0)
    drawn = [list(distil.batches(lessons, 200, 0, step)) for step in (0, 0, 7)]
    assert all(np.array_equal(one, same) for one, same in zip(drawn[0], drawn[1], strict=True))
    assert sorted(np.concatenate(drawn[0]).tolist()) == list(range(30))
    assert np.concatenate(drawn[0]).tolist() != np.concatenate(drawn[2]).tolist()


def test_what_is_taught_is_the_english_vector_of_the_same_pair() -> None:
    """A Vietnamese sentence and its translation have one target; English sentences are drawn in part."""
    sequences = tokenise(load().tokenizer, [story(number)[:2] for number in range(6)])
    lessons = distil.lessons_of(sequences, np.arange(12).reshape(-1, 2), np.zeros((6, 4)), 0.5, 0)
    assert lessons.rows[:6].tolist() == [0, 2, 4, 6, 8, 10]
    assert (lessons.rows[6:] == 2 * lessons.targets[6:] + 1).all()
    assert len(lessons.rows) == 9


def test_our_labels_become_groups_of_two_articles() -> None:
    """Each cross-article pair of sentences is judged once: the linked ones likely, all others hardly."""
    record = gold_like("m", 60)
    groups = labelled_groups([record], 100, 0)
    assert groups.sentences.tolist() == list(range(100, 112))
    likely = groups.judged > 0
    assert len(groups.judged) == 36
    pairs = zip(groups.left[likely].tolist(), groups.right[likely].tolist(), strict=True)
    assert sorted(pairs) == [(0, 11), (1, 10)]


def test_padding_is_masked_and_types_tell_the_second_sentence() -> None:
    """A pair is [CLS] a [SEP] b [SEP], padded on the right; only the second sentence and its end have type 1."""
    batch = padded(SHAPE, [np.array([1, 2]), np.array([3])], [np.array([4]), np.array([5])])
    assert batch.ids.tolist() == [[51, 1, 2, 52, 4, 52], [51, 3, 52, 5, 52, 50]]
    assert batch.mask.tolist() == [[1] * 6, [1] * 5 + [0]]
    assert batch.types.tolist() == [[0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 0]]


def test_bf16_steps_do_not_lose_small_changes() -> None:
    """Updates far below bf16's resolution add up in the float32 masters."""
    import torch

    module = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(module.weight, 1.0)
    training = Training({"m": module})
    for _ in range(50):
        training.update(module(torch.ones(1, 1, dtype=torch.bfloat16)).float().sum(), 1e-4)
    assert training.masters["m.weight"].item() == pytest.approx(1 - 50e-4, abs=1e-3)


def test_some_weights_move_faster() -> None:
    """A weight whose name is given moves that many times as far in a step as the others."""
    import torch

    module = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(module.weight)
    torch.nn.init.zeros_(module.bias)
    training = Training({"m": module}, {"weight": 5.0})
    training.update(module(torch.ones(1, 1, dtype=torch.bfloat16)).float().sum(), 1e-3)
    assert training.masters["m.weight"].item() == pytest.approx(5 * training.masters["m.bias"].item(), rel=0.01)


def test_a_state_is_taken_up_exactly(tmp_path: Path) -> None:
    """Saved and restored training goes on from the same weights, moments and step; nothing to restore is told."""
    import torch

    one, other = torch.nn.Linear(2, 2), torch.nn.Linear(2, 2)
    first, second = Training({"m": one}), Training({"m": other})
    assert not second.restore(tmp_path / "none.pt")
    first.update(one(torch.ones(1, 2, dtype=torch.bfloat16)).float().sum(), 0.01)
    first.save(tmp_path / "state.pt")
    assert second.restore(tmp_path / "state.pt")
    assert second.step == 1
    assert torch.equal(one.weight, other.weight)


def test_the_rate_rises_then_falls() -> None:
    """The learning rate climbs through the warm steps and never reaches nought."""
    shares = [ramp(step, 100, 10) for step in range(100)]
    assert shares[0] < shares[9] > shares[50] > shares[99] > 0


def test_joined_sources_keep_their_sentences() -> None:
    """After joining, a source's sentence is found at its old number plus the source's first."""
    one, other = (tokenise(load().tokenizer, [story(number)]) for number in (1, 2))
    both, first = join([one, other])
    assert np.array_equal(both.sentence(first[1] + 2, 99), other.sentence(2, 99))


def test_pairs_across_articles_are_mutual_and_no_copies() -> None:
    """Articles of one event give pairs of their like sentences; a copied sentence is none."""
    sequences = tokenise(
        load().tokenizer, [story(0), [*story(1)[:2], "Mưa lớn khiến 40 căn nhà ở Gia Lai ngập sâu đêm qua."]]
    )
    found = mine.across(load(), sequences, np.array([[0, 1]]))
    assert len(np.unique(found[:, 0])) == len(found)
    vectors = mine.static_vectors(load(), sequences, found.ravel()).reshape(-1, 2, load().dimension).astype(float)
    assert ((vectors[:, 0] * vectors[:, 1]).sum(1) < mine.ACROSS[1]).all()


def test_labelled_pairs_come_with_hard_negatives() -> None:
    """Every linked pair is there with its conflict, and no negative is a linked pair."""
    record = gold_like("m", 60)
    vectors = np.random.default_rng(0).normal(size=(12, 8)).astype(np.float16)
    found, wanted = examples.event_examples(record, 100, vectors, np.random.default_rng(0))
    linked = {tuple(pair) for pair, (link, _) in zip(found.tolist(), wanted.tolist(), strict=True) if link}
    assert linked == {(100, 111), (101, 110)}
    assert wanted[:2, 1].tolist() == [0.0, 1.0]
    assert np.isnan(wanted[2:, 1]).all()
    assert len({tuple(pair) for pair in found.tolist()}) == len(found)


@pytest.mark.parametrize(
    ("other", "changed", "kind", "wanted"),
    [
        ("Lũ làm 42 người chết ở Hà Tĩnh.", "Có 57 người thiệt mạng vì lũ.", "number", 1.0),
        ("Lũ làm nhiều người chết ở Hà Tĩnh.", "Có 57 người thiệt mạng vì lũ.", "number", 0.0),
        ("Lũ làm nhiều người chết.", "Không có 42 người thiệt mạng vì lũ.", "polarity", float("nan")),
    ],
)
def test_a_changed_detail_counts_where_the_other_tells_it(other: str, changed: str, kind: str, wanted: float) -> None:
    """A changed figure contradicts another telling only if that one gives the figure; polarity cannot be looked up."""
    found = examples.told(other, "Có 42 người thiệt mạng vì lũ.", changed, kind)
    assert found == wanted or (np.isnan(found) and np.isnan(wanted))


def test_pair_scores_do_not_depend_on_order(english: English) -> None:
    """A pair and its mirror have the same logits."""
    sequences = tokenise(load().tokenizer, [story(1)])
    model, shape = tiny(english)
    head, both = pairs.begun(model, 0), np.array([[1, 2], [3, 5]])
    one, other = (score(model, head, shape, sequences, way) for way in (both, both[:, ::-1]))
    assert np.allclose(one, other, atol=1e-5)


def test_unknown_outcomes_are_left_out_of_a_batch_not_drawn_as_nought() -> None:
    """NaN stays NaN in what a batch wants, whichever set it comes from."""
    sequences = Sequences(np.arange(1, 31, dtype=np.uint16), np.arange(0, 31, 5), np.array([0, 6]))
    sets = [Examples(np.array([[0, 1], [2, 3], [4, 5]]), np.full((3, 2), np.nan), (1.0, 1.0), np.ones(3))]
    _, wanted, _ = next(pair_batches(sequences, sets, SHAPE, 64, 1, 0, 0))
    assert np.isnan(wanted).all()


def test_vectors_are_unit_and_keep_their_row(english: English) -> None:
    """Sentences are sorted by length inside, yet each vector stands at its own sentence's place."""
    sequences = tokenise(load().tokenizer, [story(1)])
    model, shape = tiny(english)
    rows = np.arange(6)
    every = embed(model, shape, sequences, rows)
    assert np.allclose(np.linalg.norm(every, axis=1), 1, atol=1e-3)
    assert np.allclose(every[3], embed(model, shape, sequences, rows[3:4])[0], atol=1e-3)
