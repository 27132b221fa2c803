"""The old font encodings of Vietnamese, where a Latin-1 character is drawn as another letter: TCVN3 (ABC) and VNI."""

from __future__ import annotations

import re

# TCVN 5712:1993, VN3: letters from 0xA1 on. Capitals with tone marks were typed as small letters in a capital font.
_LETTERS = {
    **dict(zip(range(0xA1, 0xAF), "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)),
    **dict(zip(range(0xB5, 0xBA), "àảãáạ", strict=True)),
    **dict(zip(range(0xBB, 0xC0), "ằẳẵắ" + "\u00bf", strict=True)),
    **dict(zip(range(0xC6, 0xCD), "ặầẩẫấậè", strict=True)),
    **dict(zip(range(0xCE, 0xD9), "ẻẽéẹềểễếệìỉ", strict=True)),
    **dict(zip(range(0xDC, 0xE0), "ĩíịò", strict=True)),
    **dict(zip(range(0xE1, 0xF0), "ỏõóọồổỗốộờởỡớợù", strict=True)),
    **dict(zip(range(0xF1, 0xFF), "ủũúụừửữứựỳỷỹýỵ", strict=True)),
}
_BEYOND = re.compile("[\u0100-\uffff]")
_VNI_PAIR = re.compile("[aeoôöuyAEOÔÖUY][äáàåãâéèëêúüùøûõïñÄÁÀÅÃÂÉÈËÊÚÜÙØÛÕÏ]|[ñÑ][aeoôöuAEOÔÖU]|öô")
_LATIN = re.compile("[\u00c0-\u00ff]")


def from_tcvn3(text: str) -> str:
    """Latin-1 text read as TCVN3; text with letters beyond Latin-1 cannot be TCVN3 and comes back as it is."""
    if any(character.isalpha() for character in _BEYOND.findall(text)):
        return text
    return text.translate(_LETTERS)


def looks_like_vni(text: str) -> bool:
    """Whether most accented characters of a Latin-1 text stand after a vowel, as VNI writes tones ("Vieät Nam")."""
    if any(character.isalpha() for character in _BEYOND.findall(text)):
        return False
    pairs, marks = len(_VNI_PAIR.findall(text)), len(_LATIN.findall(text))
    return pairs >= 10 and pairs > 0.6 * marks
