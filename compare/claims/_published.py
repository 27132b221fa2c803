"""The day an article came out, from the dates it gives itself."""

from __future__ import annotations

from datetime import date, timedelta

from compare.claims._calendar import Moment, resolve, valid


def publication_day(moments: list[Moment]) -> date | None:
    """The latest day that the moments of an article agree on as recent, or None."""
    return None
