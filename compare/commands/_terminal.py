"""What is written to a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """Text as a terminal may have it: control characters of an article's or a file's name command nothing there."""
    return "".join(one if one.isprintable() or one in "\n\t" else "\ufffd" for one in text)
