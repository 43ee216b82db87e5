"""A survey's poster: the code that leads there, and whom to call, set by typst as a tagged PDF."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import segno
from babel.dates import format_date

from svod.packs import Choice, Survey as Asked
from svod.register.models import Survey

TEMPLATE = Path(__file__).with_suffix(".typ")


def address_for(survey: Survey, group: str = "") -> str:
    """Where the poster's code leads; one with a group saves asking for it."""
    return f"{survey.link}?group={group}" if group else survey.link


def poster(survey: Survey, asked: Asked, language: str) -> bytes:
    """A page where one chooses one's group, then a page for each group. The same survey gives the same bytes.

    A wall cannot say that a number was never verified: such a one is not on it.
    """
    import typst  # 60 MB of library: only in the worker

    words = _words()[language]
    groups = (None, *asked.groups) if len(asked.groups) > 1 else asked.groups
    told = {
        **{name: words[name] for name in ("anonymous", "point", "promise", "help", "described")},
        "language": language,
        "title": asked.names[language],
        "until": words["until"].format(day=format_date(survey.last_day, words["day"], locale=language)),
        "contacts": [(one.number, one.names[language]) for one in survey.campaign.pack.contacts if one.checked_on],
        "pages": [_page(survey, group, words["groups"], language) for group in groups],
    }
    given = {"data": json.dumps(told, ensure_ascii=False)}
    return typst.compile(
        TEMPLATE.read_bytes(), format="pdf", ignore_system_fonts=True, sys_inputs=given, pdf_standards=["ua-1"]
    )


def _page(survey: Survey, group: Choice | None, words: str, language: str) -> dict[str, Any]:
    link = address_for(survey, group.code if group else "")
    code = segno.make(link, error="m", micro=False)
    said = words.format(group=group.names[language]) if group else ""
    return {"group": said, "link": link, "code": code.svg_inline(border=2, dark="#000", light="#fff", omitsize=True)}


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
