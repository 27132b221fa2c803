"""The contextual encoder and the pair head: how they are written to a folder, and how they are read from it."""

from __future__ import annotations

import copy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import encode
from compare.encode import builtin, catalog, deep, sbert
from compare.errors import EncoderError
from training.deep import export as writer
from training.deep import pairs
from training.deep.head import load_pair
from training.deep.matching import directions, match_types
from training.deep.model import Padded, Shape, configuration, padded, pooled

pytestmark = pytest.mark.filterwarnings("default")  # torch and transformers warn of their own accord

SHAPE = Shape(builtin.load().codes.shape[0], 32, (101, 102))
ROUNDING = 0.03  # of words to 8 bits
SENTENCES = (
    "Sáng nay mưa lớn làm sập một cây cầu gỗ ở xã vùng cao, ba người bị thương.",
    "Cây cầu gỗ ở xã vùng cao sập vì mưa lớn; không ai bị thương.",
    "Xã cho biết đã sơ tán 120 hộ dân khỏi bờ suối.",
    "The wooden bridge collapsed after heavy rain, and three people were hurt.",
    "Giá cà phê hôm qua giảm 2,5%.",
    "Mưa.",
)


@pytest.fixture(scope="module")
def models() -> tuple[Any, Any]:
    """An encoder of two layers and its pair head with random weights, wide enough apart for sentences to differ."""
    import torch
    import transformers

    torch.manual_seed(1)
    own = transformers.BertConfig(
        hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64, initializer_range=0.2
    )
    encoder = transformers.BertModel(configuration(own, SHAPE), add_pooling_layer=False).eval()
    head = pairs.begun(encoder, 2)
    torch.nn.init.normal_(head["types"].weight, std=0.3)
    return encoder, head


@pytest.fixture(scope="module")
def folder(models: tuple[Any, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder of the two."""
    place: Path = tmp_path_factory.mktemp("export") / "deep"
    writer.export(*models, tokenizer(), place, {"README.md": "# A model of no use\n"})
    return place


def tokenizer() -> str:
    """The tokenizer of the exported folder."""
    return writer.special_tokenizer((builtin.FOLDER / "tokenizer.json").read_text(encoding="utf-8"))


def batch_of(lefts: list[str], rights: list[str] | None = None) -> Padded:
    """What the training would make of texts or pairs."""
    plain = builtin.load().tokenizer
    sides = [
        [np.asarray(plain.encode(text, add_special_tokens=False).ids, np.int64) for text in side]
        for side in ([lefts] if rights is None else [lefts, rights])
    ]
    return padded(SHAPE, *sides)


def test_no_texts_give_no_rows(folder: Path) -> None:
    """No texts give an array of no rows, no pairs give no scores."""
    assert deep.load(folder).encode([]).shape == (0, 32)
    assert load_pair(folder).score([], []).shape == (0, 2)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "...!?", "“”", "𐤀𐤁"])
def test_a_text_without_words_gives_zeros(folder: Path, text: str) -> None:
    """A text without a known word gives a row of zeros, and a pair with one scores zero."""
    assert not deep.load(folder).encode([text]).any()
    assert not load_pair(folder).score([text, SENTENCES[0]], [SENTENCES[0], text]).any()


def test_reading_a_text_without_words_gives_one_empty_token(folder: Path) -> None:
    """Nothing to read is one token without a state, so that every text has some."""
    reading = deep.load(folder).read(["", SENTENCES[0]])
    assert not reading.vectors[0].any()
    assert reading.states[0].shape == (1, 32)
    assert not reading.states[0].any()
    assert reading.tokens[0].tolist() == [deep.UNKNOWN]


def test_reading_gives_the_vectors_and_the_words_of_each_text(folder: Path) -> None:
    """Reading gives what encoding gives, and a unit row for every token of the built-in tokenizer, no special one."""
    encoder = deep.load(folder)
    reading = encoder.read(list(SENTENCES))
    assert np.array_equal(reading.vectors, encoder.encode(SENTENCES))
    for text, tokens, states in zip(SENTENCES, reading.tokens, reading.states, strict=True):
        assert tokens.tolist() == builtin.load().tokenizer.encode(text, add_special_tokens=False).ids
        assert states.shape == (len(tokens), 32)
        assert np.allclose(np.linalg.norm(states, axis=1), 1.0, atol=1e-5)


def test_sides_must_be_as_many(folder: Path) -> None:
    """Texts on the left without as many on the right are an error."""
    with pytest.raises(ValueError, match="2 texts on the left, 1 on the right"):
        load_pair(folder).score(["a", "b"], ["c"])


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """Without its folder the encoder and the pair head say so and name the way out."""
    for opener in (deep.load, load_pair):
        with pytest.raises(EncoderError, match=r"missing.*--model builtin"):
            opener(tmp_path / "deep")


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_folder_is_an_error(folder: Path, tmp_path: Path, name: str, damage: str) -> None:
    """A file cut in half or taken away is an EncoderError, not a vector."""
    broken = tmp_path / "deep"
    shutil.copytree(folder, broken)
    content = (broken / name).read_bytes()
    (broken / name).unlink()
    if damage == "cut":
        (broken / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(EncoderError, match=r"cannot be read|is missing"):
        deep.load(broken)


def test_without_onnxruntime_the_way_out_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without onnxruntime the encoder says what to install and what works without it."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(EncoderError, match=r"pip install onnxruntime.*--model builtin"):
        deep.open_network(folder, "model.onnx", deep.MOST_TOKENS)


def test_listings_leave_out_an_encoder_without_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package without the encoder's folder does not list it; its name is no hub id all the same."""
    (tmp_path / "encoder").mkdir()
    monkeypatch.setattr(catalog, "DATA", tmp_path)
    assert [entry.name for entry in catalog.entries() if not entry.published] == ["builtin"]
    assert "deep" in encode.names()


def test_neither_torch_nor_onnxruntime_comes_early(folder: Path) -> None:
    """Naming the encoders loads no onnxruntime; encoding and scoring load no torch."""
    code = (
        "import sys; from pathlib import Path; from compare import encode; encode.names();"
        "early = 'onnxruntime' in sys.modules; from compare.encode import deep; from training.deep import head;"
        f"place = Path({str(folder)!r}); deep.load(place).encode(['xin chào']);"
        "head.load_pair(place).score(['xin chào'], ['chào bạn']);"
        "sys.exit(early or any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(texts=st.lists(st.sampled_from([*SENTENCES, "[SEP] [PAD]", "a [CLS] b"]) | st.text(max_size=40), max_size=5))
def test_special_tokens_change_no_split(folder: Path, texts: list[str]) -> None:
    """With the special tokens added, every text is split as the built-in tokenizer splits it, their names too."""
    extended = deep.load(folder).network.tokenizer
    for text in texts:
        assert extended.encode(text).ids[1:-1] == builtin.load().tokenizer.encode(text).ids


def test_token_numbers_are_those_of_the_training(folder: Path) -> None:
    """Texts and pairs become the token numbers and types that the training made of them."""
    network = load_pair(folder).network
    lefts, rights = list(SENTENCES), list(reversed(SENTENCES))
    singles, both = batch_of(lefts), batch_of(lefts, rights)
    types = match_types(both.ids, both.types, directions())
    for row, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        one, two = network.tokenizer.encode(left), network.tokenizer.encode(left, right)
        assert one.ids == singles.ids[row][singles.mask[row] == 1].tolist()
        kept = both.mask[row] == 1
        assert two.ids == both.ids[row][kept].tolist()
        assert network.types(two) == types[row][kept].tolist()


def test_vectors_are_those_of_the_trained_model(folder: Path, models: tuple[Any, Any]) -> None:
    """The graph gives the mean of the torch model's token states, scaled to unit length, but for words in int8."""
    import torch

    with torch.no_grad():
        wanted = pooled(models[0], batch_of(list(SENTENCES))).numpy()
    found = deep.load(folder).encode(SENTENCES)
    assert np.abs(found - wanted).max() < ROUNDING
    assert (found @ found.T)[np.triu_indices(len(found), 1)].max() < 0.99


def test_sentence_transformers_reads_the_same_folder_alike(folder: Path) -> None:
    """SentenceTransformer(folder) gives the same vectors as onnxruntime to 1e-3, long texts and odd ones included."""
    texts = [*SENTENCES, " ".join(SENTENCES * 6), "[SEP] chữ trong ngoặc [PAD]"]
    other, own = sbert.load(str(folder)), deep.load(folder)
    assert other.dimension == own.dimension == 32
    assert other.model.max_seq_length == deep.MOST_TOKENS
    assert np.abs(other.encode(texts) - own.encode(texts)).max() < 1e-3


def test_pair_scores_are_those_of_the_trained_model(folder: Path, models: tuple[Any, Any]) -> None:
    """Scores are the torch model's probabilities from the mean of both orders' logits, but for words in int8."""
    import torch

    lefts, rights = list(SENTENCES), list(reversed(SENTENCES))
    with torch.no_grad():
        both = [pairs.logits(*models, batch_of(*sides)) for sides in ((lefts, rights), (rights, lefts))]
    wanted = torch.stack(both).mean(0).sigmoid().numpy()
    assert np.abs(load_pair(folder).score(lefts, rights) - wanted).max() < ROUNDING
    assert np.ptp(wanted, axis=0).min() > 0.01


def test_scores_do_not_depend_on_the_order_of_a_pair(folder: Path) -> None:
    """Left and right exchanged give the same bytes."""
    head = load_pair(folder)
    lefts, rights = list(SENTENCES), list(reversed(SENTENCES))
    assert np.array_equal(head.score(lefts, rights), head.score(rights, lefts))


@settings(deadline=None)  # the first pair waits for the words' table
@given(texts=st.lists(st.sampled_from([*SENTENCES, "", " ".join(SENTENCES * 5)]), max_size=8))
def test_a_text_has_one_vector_whatever_its_company(folder: Path, texts: list[str]) -> None:
    """A text's vector and a pair's scores are the same bytes alone and in any list."""
    encoder, head = deep.load(folder), load_pair(folder)
    together, scores = encoder.encode(texts), head.score(texts, texts[::-1])
    for row, text in enumerate(texts):
        assert np.array_equal(encoder.encode([text])[0], together[row])
        assert np.array_equal(head.score([text], [texts[::-1][row]])[0], scores[row])
    lengths = np.linalg.norm(together, axis=1)
    assert together.dtype == np.float32
    assert np.all((np.abs(lengths - 1) < 1e-5) | (lengths == 0))


def test_a_folder_without_a_pair_head_reads(models: tuple[Any, Any], tmp_path: Path) -> None:
    """Without a pair head the folder is written, the encoder reads, and the fingerprint is the encoder's alone."""
    import torch

    half = copy.deepcopy(models[0]).to(torch.bfloat16)
    fingerprint = writer.export(half, None, tokenizer(), tmp_path / "deep", {})
    assert deep.load(tmp_path / "deep").name == f"deep-{fingerprint}"
    with pytest.raises(EncoderError, match="missing"):
        load_pair(tmp_path / "deep")


def test_the_same_weights_give_the_same_bytes(folder: Path, models: tuple[Any, Any], tmp_path: Path) -> None:
    """Written twice, every file of the folder has the same bytes, and weights are on disk once."""
    writer.export(*models, tokenizer(), tmp_path / "deep", {"README.md": "# A model of no use\n"})
    for path in (tmp_path / "deep").rglob("*"):
        assert path.is_dir() or path.read_bytes() == (folder / path.relative_to(tmp_path / "deep")).read_bytes()
    table = models[0].embeddings.word_embeddings.weight
    assert (folder / "model.onnx").stat().st_size < 60_000
    assert (folder / "pair.onnx").stat().st_size < table.numel() / 4


def test_a_folder_that_grew_too_large_is_an_error(
    models: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder beyond the limit of 40 MB is an error that gives its size."""
    monkeypatch.setattr(writer, "MOST_BYTES", 1_000_000)
    with pytest.raises(ValueError, match=r"deep has \d{7,} bytes, more than 1000000"):
        writer.export(*models, tokenizer(), tmp_path / "deep", {})


@pytest.mark.skipif(not deep.FOLDER.is_dir(), reason="this version comes without compare/data/deep")
def test_the_shipped_encoder_reads_alike_both_ways() -> None:
    """The shipped weights, at most 40 MB, give the same vectors by sentence-transformers and onnxruntime, to 1e-3."""
    found = deep.load().encode(SENTENCES)
    assert np.abs(sbert.load(str(deep.FOLDER)).encode(SENTENCES) - found).max() < 1e-3
    assert found[0] @ found[1] > found[0] @ found[4]
    assert found[0] @ found[3] > found[4] @ found[3]
    assert catalog.folder_size(deep.FOLDER) <= writer.MOST_BYTES
