"""The contextual encoder's training: what it reads and hides, how it goes on, and the whole command on tiny data."""

from __future__ import annotations

import json
import lzma
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.encode.builtin import load
from training.deep import __main__ as command
from training.deep import examples, mine
from training.deep.corpus import Sequences, join, tokenise
from training.deep.model import Shape, configuration, embed, fresh, padded, pooled
from training.deep.optim import Training, ramp
from training.deep.pairs import Examples, begun, score
from training.deep.pairs import Plan as PairPlan
from training.deep.pairs import batches as pair_batches
from training.deep.pretrain import Guesses, Plan, Stream, batches, hide
from training.encoder.groups import Groups
from training.encoder.groups import save as save_groups

SHAPE = Shape(pieces=50, layers=1, width=64, heads=1)
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
    claims = [{"claim_a": "The river rose by two metres.", "claim_b": "It rose by three metres.", "label": "weaken"}]
    write_lines(folder / "claimdiff_train.jsonl.xz", claims)


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
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """(work folder, model folder, options) of the whole command run once on tiny data."""
    top = tmp_path_factory.mktemp("deep")
    write_data(top / "data")
    write_teacher(top / "teacher")
    options = [
        "--data", str(top / "data"), "--labels", str(top / "data" / "labels.jsonl"), "--teacher", str(top / "teacher"),
        "--work", str(top / "work"), "--out", str(top / "model"), "--layers", "1", "--width", "64", "--threads", "1",
        "--steps", "2", "--pair-steps", "2", "--cosine-steps", "2", "--tokens", "256", "--every", "1",
    ]  # fmt: skip
    command.main(options)
    return top / "work", top / "model", options


def test_the_command_leaves_every_stage_and_a_model(made: tuple[Path, Path, list[str]]) -> None:
    """One command on tiny data: states of all three stages, a log with gold figures, a model folder."""
    work, model, _ = made
    assert {"pretraining.pt", "pairs.pt", "cosine.pt"} <= {one.name for one in work.iterdir()}
    log = (work / "log.txt").read_text(encoding="utf-8")
    assert "pretraining 2:" in log
    assert "pair head 2:" in log
    assert "cosine 2:" in log
    assert (model / "modules.json").is_file()
    assert (model / "model.onnx").is_file()


def test_a_finished_run_taken_up_again_trains_no_more(made: tuple[Path, Path, list[str]]) -> None:
    """The second run of the same command trains nothing and writes the same model."""
    work, _, options = made
    before = (work / "log.txt").read_text(encoding="utf-8").splitlines()
    command.main(options)
    after = (work / "log.txt").read_text(encoding="utf-8").splitlines()[len(before) :]
    assert not [line for line in after if "pretraining" in line or "cosine" in line or "pair head" in line]
    assert after[-1].split()[-1] == before[-1].split()[-1]


@pytest.mark.parametrize("device", ["cuda:99", "meta", "gpu"])
def test_a_device_that_is_not_there_is_refused(device: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A device that this machine has not, or one that training cannot use, is an error of the command line."""
    with pytest.raises(SystemExit):
        command.parsed(["--out", "model", "--device", device])
    assert f"no device {device}" in capsys.readouterr().err


def test_attention_is_the_same_on_either_kind_of_device() -> None:
    """What a GPU uses for attention starts from the same weights and gives the same token states."""
    words, batch = load(), padded(SHAPE, [np.array([1, 2, 3]), np.array([4])])
    shape = Shape(len(words.codes), 1, 64, 1)
    own, other = fresh(shape, words, 3), fresh(shape, words, 3)
    other.set_attn_implementation(configuration(shape, "cuda")._attn_implementation)
    assert other.config._attn_implementation != own.config._attn_implementation
    assert np.abs((pooled(own, batch) - pooled(other, batch)).detach().numpy()).max() < 1e-5


def test_padding_is_masked_and_types_tell_the_second_sentence() -> None:
    """A pair is [CLS] a [SEP] b [SEP], padded on the right; only the second sentence and its end have type 1."""
    batch = padded(SHAPE, [np.array([1, 2]), np.array([3])], [np.array([4]), np.array([5])])
    assert batch.ids.tolist() == [[51, 1, 2, 52, 4, 52], [51, 3, 52, 5, 52, 50]]
    assert batch.mask.tolist() == [[1] * 6, [1] * 5 + [0]]
    assert batch.types.tolist() == [[0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 0]]


@given(st.integers(0, 2**31))
def test_only_words_are_hidden(seed: int) -> None:
    """Neither padding nor the marks around a sentence are ever hidden, and what is not hidden stays."""
    rows = [np.arange(1, 9), np.arange(1, 5)]
    batch = padded(SHAPE, rows, rows[::-1])
    shown, hidden = hide(batch, SHAPE, np.random.default_rng(seed))
    assert not hidden[batch.ids >= SHAPE.pieces].any()
    assert (shown.ids[~hidden] == batch.ids[~hidden]).all()


def test_a_right_guess_costs_less() -> None:
    """The loss of a state that equals its word's vector is below that of another word's."""
    import torch

    table = torch.eye(50)
    guesses, rng = Guesses(np.ones(50), 40), np.random.default_rng(0)
    words = np.array([7, 8])
    right, wrong = (guesses.loss(8 * table[rows], words, table, rng) for rows in ([7, 8], [9, 3]))
    assert right < wrong


def test_windows_repeat_and_differ() -> None:
    """The same window gives the same batches, so that a run taken up again sees them; another gives others."""
    sequences = tokenise(load().tokenizer, [story(number) for number in range(8)])
    streams = [Stream(np.stack([np.arange(40), np.arange(1, 41)], 1), 1.0)]
    shape, plan = Shape(len(load().codes)), Plan(1, tokens=256)
    one, same, other = (next(batches(sequences, streams, shape, plan, window)).ids for window in (0, 0, 1))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_bf16_steps_do_not_lose_small_changes() -> None:
    """Updates far below bf16's resolution add up in the float32 masters."""
    import torch

    module = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(module.weight, 1.0)
    training = Training({"m": module})
    for _ in range(50):
        training.update(module(torch.ones(1, 1, dtype=torch.bfloat16)).float().sum(), 1e-4)
    assert training.masters["m.weight"].item() == pytest.approx(1 - 50e-4, abs=1e-3)


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
    pairs, wanted = examples.event_examples(record, 100, vectors, np.random.default_rng(0))
    linked = {tuple(pair) for pair, (link, _) in zip(pairs.tolist(), wanted.tolist(), strict=True) if link}
    assert linked == {(100, 111), (101, 110)}
    assert wanted[:2, 1].tolist() == [0.0, 1.0]
    assert np.isnan(wanted[2:, 1]).all()
    assert len({tuple(pair) for pair in pairs.tolist()}) == len(pairs)


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


def test_pair_scores_do_not_depend_on_order() -> None:
    """A pair and its mirror have the same logits."""
    sequences = tokenise(load().tokenizer, [story(1)])
    shape = Shape(len(load().codes), 1, 64, 1)
    model = begun(shape, fresh(shape, load(), 0), 0)
    pairs = np.array([[1, 2], [3, 5]])
    assert np.allclose(score(model, shape, sequences, pairs), score(model, shape, sequences, pairs[:, ::-1]), atol=1e-5)


def test_unknown_outcomes_are_left_out_of_a_batch_not_drawn_as_nought() -> None:
    """NaN stays NaN in what a batch wants, whichever set it comes from."""
    sequences = Sequences(np.arange(1, 31, dtype=np.uint16), np.arange(0, 31, 5), np.array([0, 6]))
    pairs = np.array([[0, 1], [2, 3], [4, 5]])
    sets = [Examples(pairs, np.full((3, 2), np.nan), (1.0, 1.0), np.ones(3))]
    _, wanted, _ = next(pair_batches(sequences, sets, SHAPE, PairPlan(1, tokens=64), 0))
    assert np.isnan(wanted).all()


def test_vectors_are_unit_and_keep_their_row() -> None:
    """Sentences are sorted by length inside, yet each vector stands at its own sentence's place."""
    sequences = tokenise(load().tokenizer, [story(1)])
    shape = Shape(len(load().codes), 1, 64, 1)
    model, rows = fresh(shape, load(), 0), np.arange(6)
    every = embed(model, shape, sequences, rows)
    assert np.allclose(np.linalg.norm(every, axis=1), 1, atol=1e-3)
    assert np.allclose(every[3], embed(model, shape, sequences, rows[3:4])[0], atol=1e-3)
