"""Bytes of an unknown encoding -> text: Unicode by mark or by shape, else judged by how Vietnamese the words look."""

from __future__ import annotations

import codecs
import re

from compare.errors import InputError
from compare.read.record import normal
from compare.read.syllables import vietnamese_share
from compare.read.tcvn3 import from_tcvn3, looks_like_vni

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_USUAL = re.compile("[\n\r\t -\u024f\u1e00-\u206f]")
PDF = b"%PDF-"
SURE = 0.9
SAMPLE = 100_000


def decode(content: bytes, *, keep_line_ends: bool = False) -> str:
    """The text of a file in NFC, with ``\\n`` line ends unless ``keep_line_ends``.

    Reads UTF-8, UTF-16 and UTF-32 (with or without mark), Windows-1258 and TCVN3, else what charset-normalizer makes of
    it. Raises ``InputError`` for binary content, VNI and bytes that no encoding explains.
    """
    if content.startswith(PDF):
        raise InputError("a PDF file: save its text as .txt first")
    text = _unicode(content)
    if text is None:
        text = _legacy(content)
    if len(_CONTROL.findall(text[:SAMPLE])) > len(text[:SAMPLE]) * 0.01:
        raise InputError("binary, not text")
    text = _without_font_tricks(normal(text))
    text = normal(text.lstrip("\ufeff"))
    return text if keep_line_ends else text.replace("\r\n", "\n").replace("\r", "\n")


def _unicode(content: bytes) -> str | None:
    """The text if the bytes are some form of Unicode, None otherwise."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _try(content, name)
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.count(0) > len(content) // 20:
        return _unmarked_wide(content)
    text = _try(content, "utf-8")
    if text is None:
        text = content.decode("utf-8", "replace")
        broken, sound = text.count("\ufffd"), len(re.findall(r"[^\x00-\x7f\ufffd]", text))
        text = text if broken * 10 <= sound else None
    return text


def _unmarked_wide(content: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by where its zero bytes stand. Raises ``InputError`` for anything else."""
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _try(content, name)
        if text is not None and "\x00" not in text and _readable(text) > SURE:
            return text
    raise InputError("binary, not text")


def _readable(text: str) -> float:
    """Share of characters that Latin-script pages are made of."""
    return len(_USUAL.findall(text)) / max(1, len(text))


def _try(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _legacy(content: bytes) -> str:
    """One byte per character: the reading with the most Vietnamese syllables, if any reading is Vietnamese at all."""
    if len(_CONTROL.findall(content[:SAMPLE].decode("latin-1"))) > len(content[:SAMPLE]) * 0.01:
        raise InputError("binary, not text")
    windows = normal(content.decode("cp1258", "replace"))
    if vietnamese_share(windows) > SURE:
        return windows
    latin = content.decode("latin-1")
    if vietnamese_share(from_tcvn3(latin)) > SURE or looks_like_vni(latin):
        return latin
    return _guess(content)


def _guess(content: bytes) -> str:
    """What charset-normalizer finds, Western European first among equals. Raises ``InputError`` without a finding."""
    from charset_normalizer import from_bytes

    found = [match.encoding for match in from_bytes(content[:SAMPLE])]
    western = bool(found) and found[0].startswith(("cp125", "iso8859")) and "cp1252" in found
    text = _try(content, "cp1252" if western else found[0]) if found else None
    if text is None:
        raise InputError("the encoding cannot be recognised; save the file as UTF-8")
    return text


def _without_font_tricks(text: str) -> str:
    """Text typed for the old TCVN3 fonts as real Vietnamese. Raises ``InputError`` for text typed for VNI fonts."""
    if vietnamese_share(text) >= 0.5:
        return text
    if vietnamese_share(from_tcvn3(text)) > SURE:
        return from_tcvn3(text)
    if looks_like_vni(text):
        raise InputError("written for the old VNI fonts; convert it to Unicode (UTF-8) first")
    return text
