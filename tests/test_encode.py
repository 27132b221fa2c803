"""The encoder contract, the built-in encoder, and how other models are found or refused."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import encode
from compare.encode import builtin, sbert
from compare.errors import EncoderError

NEAR = "Hai nước đã tổ chức vòng đàm phán đầu tiên về rút quân."
SAME = "Vòng đàm phán đầu tiên về việc rút quân đã được hai nước tổ chức."
ENGLISH = "The two countries held the first round of talks on withdrawing troops."
FAR = "Giá cà phê trong nước sáng nay tăng thêm hai nghìn đồng mỗi ký."

SHIPPED = builtin.load()


def test_no_texts_give_no_rows() -> None:
    """No texts give an array of no rows and the encoder's width."""
    assert SHIPPED.encode([]).shape == (0, SHIPPED.dimension)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "...!?", "“”"])
def test_a_text_without_words_gives_zeros(text: str) -> None:
    """A text without a word gives a row of zeros, never NaN."""
    assert not SHIPPED.encode([text]).any()


@given(st.lists(st.text(max_size=80), max_size=6))
def test_rows_are_unit_or_zero(texts: list[str]) -> None:
    """Whatever the text, every row has length one or is all zeros."""
    vectors = SHIPPED.encode(texts)
    lengths = np.linalg.norm(vectors, axis=1)
    assert vectors.dtype == np.float32
    assert np.all((np.abs(lengths - 1) < 1e-5) | (lengths == 0))


@given(st.lists(st.sampled_from([NEAR, SAME, ENGLISH, FAR, "", "2.500 quân"]), max_size=8))
def test_a_text_has_one_vector_whatever_its_company(texts: list[str]) -> None:
    """A text's vector is the same bytes alone and in any list."""
    together = SHIPPED.encode(texts)
    alone = [SHIPPED.encode([text])[0] for text in texts]
    assert all(np.array_equal(row, own) for row, own in zip(together, alone, strict=True))


def test_spelling_forms_are_one() -> None:
    """Composed and decomposed letters, capitals and the place of the tone mark change nothing."""
    plain = SHIPPED.encode(["hòa bình ở Thủy Nguyên"])
    for other in (
        unicodedata.normalize("NFD", "hòa bình ở Thủy Nguyên"),
        "HÒA BÌNH Ở THỦY NGUYÊN",
        "hoà bình ở Thuỷ Nguyên",
    ):
        assert float((SHIPPED.encode([other]) @ plain.T)[0, 0]) > 0.999


def test_a_retelling_is_nearer_than_another_story() -> None:
    """A retelling, in Vietnamese or English, is nearer than a sentence about something else."""
    near, same, english, far = SHIPPED.encode([NEAR, SAME, ENGLISH, FAR])
    assert near @ same > 0.6 > near @ far
    assert near @ english > near @ far + 0.2


@given(st.text(max_size=60))
def test_token_offsets_lie_in_the_text(text: str) -> None:
    """Token offsets are ordered places in the text as given, one vector each."""
    offsets, vectors = SHIPPED.tokens(text)
    assert len(offsets) == len(vectors)
    assert vectors.shape[1:] == (SHIPPED.dimension,)
    assert all(0 <= start <= end <= len(text) for start, end in offsets)
    assert offsets == sorted(offsets)


def test_compounds_are_one_token_and_offsets_name_them() -> None:
    """A compound across a space is one token, and its offsets give back exactly its words."""
    text = "Theo RT,  quân đội nước này có 2.500 người."
    parts = [text[start:end] for start, end in SHIPPED.tokens(text)[0]]
    assert "quân đội" in parts
    assert "".join(parts).replace(" ", "") == "TheoRTquânđộinướcnàycó2.500người"


def test_tokens_add_up_to_the_sentence() -> None:
    """The vectors of distinct tokens, added and scaled, are the sentence's vector."""
    text = "Đoàn đàm phán đến Hà Nội hôm thứ hai"
    total = SHIPPED.tokens(text)[1].sum(axis=0)
    assert np.allclose(total / np.linalg.norm(total), SHIPPED.encode([text])[0], atol=1e-5)


@pytest.mark.filterwarnings("default")
def test_sentence_transformers_reads_the_same_folder_alike() -> None:
    """SentenceTransformer(folder) gives the same vectors as the built-in reader."""
    texts = [NEAR, SAME, ENGLISH, FAR, "", "Tăng 3,5% lên 31.015 người; Thổ Nhĩ Kỳ, Erdoğan, Romanowski", "của của của"]
    other = sbert.load(str(builtin.FOLDER))
    assert other.dimension == SHIPPED.dimension
    assert np.abs(other.encode(texts) - SHIPPED.encode(texts)).max() < 1e-4
    assert other.encode([]).shape == (0, SHIPPED.dimension)


def test_the_folder_is_small() -> None:
    """The shipped model folder has at most 40 MB."""
    assert sum(path.stat().st_size for path in builtin.FOLDER.rglob("*") if path.is_file()) <= 40_000_000


def test_the_built_in_encoder_imports_no_heavy_library() -> None:
    """Loading and using the built-in encoder imports neither torch nor transformers."""
    code = (
        "import sys; from compare.encode import load; load('builtin').encode(['xin chào']);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers', 'pandas')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_damaged_folder_is_an_error(tmp_path: Path) -> None:
    """A model folder without its files is an EncoderError that names the folder."""
    with pytest.raises(EncoderError, match=tmp_path.name):
        builtin.load(tmp_path)


def test_names_begin_with_the_default() -> None:
    """The contextual encoder is listed first and is what `load` gives when nothing is asked for."""
    assert encode.names() == ("deep", "builtin")
    assert encode.load() is encode.load("deep")
    assert encode.load("builtin").name == SHIPPED.name


def test_an_empty_name_is_refused() -> None:
    """An empty name is an error, not the default."""
    with pytest.raises(EncoderError, match="no name"):
        encode.load(" ")


def test_an_encoder_opens_beside_other_work() -> None:
    """What `opening` has begun gives the encoder that `load` gives; nothing is begun for encoders of others."""
    begun = encode.opening("builtin")
    assert begun is not None
    assert begun.result() is encode.load("builtin")
    assert encode.opening("some/model-of-others") is None


def test_a_missing_folder_is_refused_at_once() -> None:
    """A path that does not exist is an error that says so, without asking the network."""
    with pytest.raises(EncoderError, match="does not exist"):
        encode.load("./no-such-folder")


@pytest.mark.filterwarnings("default")
def test_a_model_that_is_not_here_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the network away, a model that is not on the machine is an error that tells how to fetch it."""
    monkeypatch.setattr(sbert, "reachable", lambda: False)
    with pytest.raises(EncoderError, match=r"not on this machine.*huggingface-cli download some-one/no-such-model"):
        encode.load("some-one/no-such-model")


@pytest.mark.filterwarnings("default")
def test_offline_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """With offline set the hub is never tried."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr(sbert, "reachable", lambda: pytest.fail("the network was tried"))
    with pytest.raises(EncoderError, match="offline is set"):
        encode.load("some-one/no-such-model")


def test_an_unreachable_hub_is_known_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub address that refuses connections counts as away; a proxy leaves the question to the libraries."""
    for name in sbert.PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert not sbert.reachable(0.5)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert sbert.reachable(0.5)
