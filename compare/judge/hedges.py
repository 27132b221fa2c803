"""What a hedge says of its figure, by the groups of the lexicon of quantities in which it stands."""

from __future__ import annotations

from functools import cache

from compare.lexicon import LANGUAGES, lexicon

# Groups of the lexicon by what they let a figure be: more, less, or a little of both.
MORE = ("over", "at_least")
LESS = ("near", "short_of", "under", "at_most")
LEANINGS = {"over": MORE, "under": LESS, "about": ("about",)}


@cache
def hedges(*effects: str) -> frozenset[str]:
    """The hedges of these groups ("at_most": "tối đa", "no more than") in both languages, on either side of figures."""
    return frozenset(
        hedge
        for language in LANGUAGES
        for table in ("hedges", "hedges_after")
        for effect in effects
        for hedge in lexicon(language, "quantities")[table].get(effect, ())
    )
