"""The press release in each language, in words that may be copied: told from what may be told in public alone."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from svod.language import LANGUAGES
from svod.narration import narrate
from svod.packs import Pack
from svod.records import DistinctActivity, Paragraph, Register, Report, Run
from svod.register.consolidated.extent import Extent
from svod.register.consolidated.rows import id_of, register_of
from svod.register.models import Campaign
from svod.register.published.diary import help_is
from svod.register.published.words import words_of
from svod.register.totals import Part, View


def releases(campaign: Campaign, cases: Collection[int]) -> dict[str, dict[str, Any]]:
    """Language -> title and paragraphs. `cases` are the activities whose title and place a case of violence tells: the
    narrator, who masks the rest, must not know these."""
    extent = Extent(Part(campaign, (campaign.organisation.path,)), View.CONFIRMED)
    register = _without(register_of(extent), {id_of(key) for key in cases})
    return {language: _told(narrate(register, campaign.pack, language, "press", "public")) for language in LANGUAGES}


def release(told: Mapping[str, Any], pack: Pack, language: str, contact: str = "") -> Report:
    """As a report's tree, to be written as a document: with the contacts for help, which are printed beside it, and
    `contact`, whom the press may ask."""
    texts = [Paragraph((Run(text),)) for text in told["paragraphs"]]
    if contact:
        texts.append(Paragraph((Run(words_of(language)["press_contact"].format(contact)),)))
    return Report(told["title"], told["subtitle"], language, (*texts, *help_is(pack, language)), sources="hidden")


def _without(register: Register, cases: Collection[str]) -> Register:
    return replace(register, activities=tuple(_safe(one) if one.id in cases else one for one in register.activities))


def _safe(one: DistinctActivity) -> DistinctActivity:
    return replace(one, activity=replace(one.activity, title=None, place=None))


def _told(report: Report) -> dict[str, Any]:
    texts = [block.text for block in report.blocks if isinstance(block, Paragraph)]
    return {"title": report.title, "subtitle": report.subtitle, "paragraphs": [text for text in texts if text]}
