"""Where a quotation stands in a text: character by character, but for white space, quotation marks and dashes."""

import re
from collections.abc import Iterator

from svod.records import Span

QUOTES, DASHES = "\"'«»“”„‟‘’‚‹›", "-‐‑‒–—−"
_SIGNS = {sign: f"[{re.escape(signs)}]" for signs in (QUOTES, DASHES) for sign in signs}


def places_of(quotation: str, text: str, within: Span) -> Iterator[Span]:
    """Every place of [start, end) that says exactly this, whole words only: "50" does not stand in "500" or "1 500"."""
    words = quotation.split()
    if not words:
        return
    pattern = r"\s+".join("".join(_SIGNS.get(sign) or re.escape(sign) for sign in word) for word in words)
    begins = r"(?<!\w)" if words[0][0].isalnum() else ""
    ends = r"(?!\w)" if words[-1][-1].isalnum() else ""
    for found in re.compile(f"{begins}{pattern}{ends}").finditer(text, within.start, within.end):
        yield Span(*found.span())
