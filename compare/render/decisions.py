"""What an editor decided on a finding, as a report shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from compare.types import Verdict

State = Literal["confirmed", "overruled", "dismissed", "undecided"]


@dataclass(frozen=True, slots=True)
class Decision:
    """The standing decision on one finding; ``verdict`` is the new one where the editor overruled it.

    ``when`` is printed as it is; ``changed`` says that the words of the finding have changed since.
    """

    state: State
    editor: str = ""
    verdict: Verdict | None = None
    note: str = ""
    when: str = ""
    changed: bool = False


Decisions = Mapping[str, Decision]
