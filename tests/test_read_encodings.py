"""Reading: encodings are recognised or refused, and no bytes whatever break the run."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.read import read_articles
from compare.read.decode import decode
from compare.read.registry import known_suffixes
from compare.read.syllables import is_syllable, vietnamese_share
from compare.read.tcvn3 import from_tcvn3

TEXT = "Thủ tướng đã gặp các đại biểu ở Đà Nẵng. Cuộc họp kéo dài hai giờ, với nhiều ý kiến về nguồn nước."
FRENCH = "Le président a été reçu à l'Élysée après une journée très chargée, où il a évoqué l'été à Gênes."


def windows_1258(text: str) -> bytes:
    """Vietnamese as Windows writes it: vowel signs inside the letter, tones after it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for character in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", character)
        tone = "".join(mark for mark in apart if mark in tones)
        out.append(unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones)) + tone)
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize("text", ["", "plain ASCII only", FRENCH, "Zürich weiß, daß Öl schön ist", TEXT])
def test_utf8_stays_as_it_is(text: str) -> None:
    """UTF-8 text of any language comes back unchanged."""
    assert decode(text.encode()) == text


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_unicode_encodings(name: str) -> None:
    """Every form of Unicode is read, with or without a mark."""
    assert decode(TEXT.encode(name)) == TEXT


def test_windows_1258() -> None:
    """Windows-1258 with its tone marks apart becomes NFC."""
    assert decode(windows_1258(TEXT)) == TEXT


def test_tcvn3_bytes_and_letters() -> None:
    """Text typed for TCVN3 fonts is converted, whether saved as bytes or pasted into UTF-8."""
    typed = "Thñ t­íng ®· gÆp c¸c ®¹i biÓu ë §µ N½ng. Cuéc häp kÐo dµi hai giê, víi nhiÒu ý kiÕn vÒ nguån n­íc."
    assert decode(typed.encode("latin-1")) == TEXT
    assert decode(typed.encode()) == TEXT


def test_vni_is_refused_by_name() -> None:
    """Text typed for VNI fonts is refused with a word that says so."""
    typed = "Thuû töôùng ñaõ gaëp caùc ñaïi bieåu ôû Ñaø Naüng. Cuoäc hoïp keùo daøi hai giôø."
    with pytest.raises(InputError, match="VNI"):
        decode(typed.encode())


def test_western_bytes_are_not_taken_for_vietnamese() -> None:
    """French in a one-byte encoding stays French."""
    assert decode((FRENCH * 3).encode("cp1252")) == FRENCH * 3


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"%PDF-1.4\x00\x01\x00\x02\x00" * 30],
)
def test_binary_is_refused(content: bytes) -> None:
    """Pictures and documents are refused as what they are."""
    with pytest.raises(InputError, match=r"binary|PDF"):
        decode(content)


def test_a_stray_byte_does_not_cost_the_article() -> None:
    """One broken byte in long UTF-8 text becomes a replacement character."""
    broken = TEXT.encode() + b"\xff" + TEXT.encode()
    assert decode(broken) == f"{TEXT}\ufffd{TEXT}"
    assert decode(b"\xef\xbb\xbf" + broken) == f"{TEXT}\ufffd{TEXT}"  # behind a byte order mark as well


@pytest.mark.parametrize(
    "word", ["nghiêng", "Được", "người", "quyển", "giếng", "ở", "khuỷu", "yêu", "xoong", "gì", "oà", "hoạch"]
)
def test_syllables(word: str) -> None:
    """Real syllables are recognised."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["été", "weiß", "señor", "straße", "®îc", "µo", "tiêềng"])
def test_other_spellings_are_no_syllables(word: str) -> None:
    """Words of other languages and misread letters are not."""
    assert not is_syllable(word)


def test_conversion_of_vietnamese_is_silent() -> None:
    """Real Vietnamese is never run through a font table."""
    assert from_tcvn3(TEXT) == TEXT
    assert vietnamese_share(TEXT) == 1.0


@settings(max_examples=150, deadline=None)
@given(
    content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    suffix=st.sampled_from([one for one in known_suffixes() if one not in (".html", ".htm")]),
)
def test_no_bytes_break_the_run(content: bytes, suffix: str) -> None:
    """Whatever a file holds, it becomes articles with sound text or skips with a reason."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content)
        articles, skipped = read_articles([path])
    assert all(one.text.strip() and one.text == unicodedata.normalize("NFC", one.text) for one in articles)
    assert all(one.reason for one in skipped)
    assert articles or skipped


@settings(max_examples=25, deadline=None)
@given(
    content=st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: f"<html><p>{text}".encode("utf-8", "replace"))
)
def test_no_page_breaks_the_run(content: bytes) -> None:
    """Whatever a saved page holds, it becomes an article or a skip."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_bytes(content)
        articles, skipped = read_articles([path])
    assert articles or skipped


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200))
def test_json_text_comes_back_exactly(text: str) -> None:
    """A text given in JSON lines is the article's text, but for NFC."""
    import json

    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_text(json.dumps({"text": text}), encoding="utf-8")
        articles, _ = read_articles([path])
    assert [one.text for one in articles] == ([unicodedata.normalize("NFC", text)] if text.split() else [])
