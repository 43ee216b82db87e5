"""The picture that a shared link shows, set by typst from the published numbers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from svod.language.bounds_text import printed
from svod.packs import Pack
from svod.records import Bounds
from svod.register.published.words import words_of

TEMPLATE = Path(__file__).with_name("share.typ")


def share_picture(told: Mapping[str, Any], pack: Pack, year: int, language: str) -> bytes:
    """1200 × 630, PNG; the same numbers give the same bytes. It names the campaign, what was done and where help is."""
    import typst  # 60 MB of library: only in the worker

    words, numbers = words_of(language), told["numbers"]
    figures = [
        (printed(Bounds(*numbers[name]), language), words[name])
        for name in ("activities", "attendances")
        if numbers[name] != [0, 0]
    ]
    contact = pack.contacts[0] if pack.contacts else None
    data = {
        "language": language,
        "title": f"{pack.short[language]} {year}",
        "figures": figures,
        "call": f"{words['help']}: {contact.number}" if contact else "",
    }
    given = {"data": json.dumps(data, ensure_ascii=False)}
    picture: bytes = typst.compile(
        TEMPLATE.read_bytes(), format="png", ppi=72.0, ignore_system_fonts=True, sys_inputs=given
    )
    return picture
