"""The campaign as an activity of IATI 2.03: what it is, who holds it, and its results as bounds.

An indicator of IATI is one number; a least and a most are two of them. Where no most is known there is no indicator of
it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from svod.language import LANGUAGES
from svod.records import Bounds
from svod.standards.columns import words
from svod.standards.figures import Figures

VERSION = "2.03"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NATIONAL_NGO = "22"  # of IATI's organisation types; it has none for trade unions
ACCOUNTABLE, IMPLEMENTING = "2", "4"
PLANNED, UNDER_WAY, CLOSED = "1", "2", "4"
STARTS, ENDS = {True: "2", False: "1"}, {True: "4", False: "3"}  # actual or planned
OUTPUT, UNIT = "1", "1"
IDENTIFIER = re.compile(r"[^\s/&|?]{1,100}")


def iati(figures: Figures, identifier: str) -> bytes:
    """`identifier` is that of whoever holds the campaign, as registered with IATI ("KZ-BIN-…"). Raises ValueError for
    what can be none."""
    if not IDENTIFIER.fullmatch(identifier):
        raise ValueError(identifier)
    root = Element("iati-activities", {"version": VERSION, "generated-datetime": figures.made_at})
    activity = SubElement(root, "iati-activity", {"last-updated-datetime": figures.made_at, LANG: "ru"})
    SubElement(activity, "iati-identifier").text = f"{identifier}-{figures.slug}"
    reporting = SubElement(activity, "reporting-org", {"ref": identifier, "type": NATIONAL_NGO})
    _narrative(reporting, figures.holder)
    _in_languages(SubElement(activity, "title"), figures.pack.names, f" {figures.first.year}")
    _in_languages(SubElement(activity, "description", {"type": "1"}), figures.pack.about or figures.pack.names)
    _organisations(activity, figures, identifier)
    _days(activity, figures)
    SubElement(activity, "activity-scope", {"code": "4"})  # national
    SubElement(activity, "recipient-country", {"code": figures.country, "percentage": "100"})
    if figures.pack.sector:
        SubElement(activity, "sector", {"vocabulary": "1", "code": figures.pack.sector, "percentage": "100"})
    _results(activity, figures)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _organisations(activity: Element, figures: Figures, identifier: str) -> None:
    for role in (ACCOUNTABLE, IMPLEMENTING):
        taking_part = {"ref": identifier, "type": NATIONAL_NGO, "role": role}
        _narrative(SubElement(activity, "participating-org", taking_part), figures.holder)
    for region in sorted(set(figures.holders) & set(figures.regions)):
        one = SubElement(activity, "participating-org", {"type": NATIONAL_NGO, "role": IMPLEMENTING})
        _narrative(one, figures.holders[region])


def _days(activity: Element, figures: Figures) -> None:
    """As things stood when the figures were made."""
    today = date.fromisoformat(figures.made_at[:10])
    begun, over = today >= figures.first, today > figures.last
    SubElement(activity, "activity-status", {"code": CLOSED if over else UNDER_WAY if begun else PLANNED})
    for kind, day in ((STARTS[begun], figures.first), (ENDS[over], figures.last)):
        SubElement(activity, "activity-date", {"type": kind, "iso-date": day.isoformat()})


def _results(activity: Element, figures: Figures) -> None:
    result = SubElement(activity, "result", {"type": OUTPUT, "aggregation-status": "true"})
    _in_languages(SubElement(result, "title"), words()["results"]["title"])
    for name, region, total in _indicators(figures):
        indicator = SubElement(result, "indicator", {"measure": UNIT, "ascending": "1"})
        _in_languages(SubElement(indicator, "title"), words()["results"][name])
        period = SubElement(indicator, "period")
        SubElement(period, "period-start", {"iso-date": figures.first.isoformat()})
        SubElement(period, "period-end", {"iso-date": figures.last.isoformat()})
        if name == "activities_least" and figures.planned is not None:
            SubElement(period, "target", {"value": str(figures.planned)})
        SubElement(period, "actual", {"value": str(total)})
        for code, number in region.items():
            one = SubElement(period, "actual", {"value": str(number)})
            SubElement(one, "dimension", {"name": "region", "value": code})


def _indicators(figures: Figures) -> Iterator[tuple[str, Mapping[str, int], int]]:
    """The name of each, its number in each region, and that of the whole."""
    for place, (measure, total) in enumerate(
        (("activities", figures.activities), ("attendances", figures.attendances))
    ):
        for end in ("least", "most"):
            number = _end(total, end)
            if number is not None:
                known = ((code, _end(told[place], end)) for code, told in sorted(figures.regions.items()))
                yield f"{measure}_{end}", {code: one for code, one in known if one is not None}, number


def _end(bounds: Bounds, end: str) -> int | None:
    return bounds.least if end == "least" else bounds.most


def _in_languages(into: Element, names: Mapping[str, str], more: str = "") -> None:
    for language in LANGUAGES:
        if language in names:
            _narrative(into, names[language] + more, language)


def _narrative(into: Element, text: str, language: str = "") -> None:
    SubElement(into, "narrative", {LANG: language} if language else {}).text = text
