"""The one exception tree.

ClaimCompareError            anything a user can mend; the command prints its message and exits with 2
├── InputError               an input cannot be read or is not what it claims to be
├── SettingsError            a setting has an unknown name or an impossible value
├── EncoderError             an encoder cannot be found or loaded
├── JudgeError               a judge model cannot be found or loaded
├── GoldError                a gold file does not follow its format
└── ReviewError              decisions cannot be read, saved or matched
"""

from __future__ import annotations


class ClaimCompareError(Exception):
    """Base of all errors that this package raises on purpose."""


class InputError(ClaimCompareError):
    """An input cannot be read or is not what it claims to be."""


class SettingsError(ClaimCompareError):
    """A setting has an unknown name or an impossible value."""


class EncoderError(ClaimCompareError):
    """An encoder cannot be found or loaded."""


class JudgeError(ClaimCompareError):
    """A judge model cannot be found or loaded."""


class GoldError(ClaimCompareError):
    """A gold file does not follow its format."""


class ReviewError(ClaimCompareError):
    """Decisions cannot be read, saved or matched."""
