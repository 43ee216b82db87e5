"""The campaign day by day, as a report tree: for the album that can be printed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from babel.dates import format_date

from svod.language.bounds_text import printed
from svod.packs import Pack
from svod.publishing.names import PackNames
from svod.records import Bounds, Coverage, Heading, Listing, Paragraph, Picture, Register, Report, ReportBlock, Run
from svod.register.published.words import words_of

DAY = {"ru": "dd.MM.y", "kk": "dd.MM.y", "en": "d MMMM y"}
SHARE = 70  # of the line, in hundredths; an upright photo takes less


def diary(
    told: Mapping[str, Any], pack: Pack, year: int, language: str, pictures: Mapping[str, bytes] | None = None
) -> Report:
    """Each day with what was held on it, region by region; with the photos of it; at the end the others, and
    the contacts for help. `pictures` are their bytes, by their names."""
    words, made = words_of(language), datetime.fromisoformat(told["made_at"])
    return Report(
        title=f"{pack.names[language]} {year}",
        subtitle=f"{words['diary']}, {words['as_of'].format(format_date(made, DAY[language], locale=language))}",
        language=language,
        blocks=tuple(_blocks(told, pack, language, pictures or {})),
    )


def no_sources() -> Register:
    """The register of a report that leads to no source: what the public reads stands on nothing but itself."""
    return Register("", None, (), (), (), (), (), (), Coverage((), (), ()))


def _blocks(told: Mapping[str, Any], pack: Pack, language: str, pictures: Mapping[str, bytes]) -> Iterator[ReportBlock]:
    names, words = PackNames(pack, language), words_of(language)
    yield Paragraph((Run(pack.about.get(language, "")),)) if pack.about else Paragraph((Run(pack.names[language]),))
    shown = [one for one in told["photos"] if one["name"] in pictures]
    dated = [one for one in told["activities"] if one["day"]]
    for day, rows in groupby(dated, key=lambda one: one["day"]):
        yield Heading(format_date(date.fromisoformat(day), "d MMMM, EEEE", locale=language), 1, f"day-{day}")
        yield Listing(tuple(_line(one, names, language) for one in rows))
        yield from (_picture(one, pictures[one["name"]]) for one in shown if one.get("day") == day)
    undated = [one for one in told["activities"] if not one["day"]]
    if undated:
        yield Heading(words["no_day"], 1, "no-day")
        yield Listing(tuple(_line(one, names, language) for one in undated))
    others = [one for one in shown if one.get("day") not in {row["day"] for row in dated}]
    if others:
        yield Heading(words["photos"], 1, "photos")
        yield from (_picture(one, pictures[one["name"]]) for one in others)
    yield from help_is(pack, language)


def help_is(pack: Pack, language: str) -> Iterator[ReportBlock]:
    """What closes all that is printed."""
    yield Heading(words_of(language)["help"], 1, "help")
    yield Listing(tuple(_contact(one, language) for one in pack.contacts))


def _line(one: Mapping[str, Any], names: PackNames, language: str) -> Paragraph:
    said = names.kind(one["kind"])
    runs = [Run(f"{names.region(one['region'])}: " if one["region"] else ""), Run(said)]
    if one["title"]:
        runs.append(Run(f" «{one['title']}»"))
    more = [*_more(one, names, language)]
    if more:
        runs.append(Run(f" ({'; '.join(more)})"))
    return Paragraph(tuple(run for run in runs if run.text))


def _more(one: Mapping[str, Any], names: PackNames, language: str) -> Sequence[str]:
    words = words_of(language)
    found = [names.place(one["region"], one["place"]), names.audiences(one["audience"])]
    if one["count"] != [1, 1]:
        found.append(words["count"].format(printed(Bounds(*one["count"]), language)))
    if one["people"]:
        found.append(words["people"].format(printed(Bounds(*one["people"]), language)))
    if one["partners"]:
        found.append(words["partners"].format(names.partners(one["partners"])))
    return [each for each in found if each]


def _picture(one: Mapping[str, Any], data: bytes) -> Picture:
    width, height = one["width"], one["height"]
    share = SHARE if width >= height else SHARE * width // height
    return Picture(one["caption"], one["caption"], data, (width, height), share)


def _contact(one: Any, language: str) -> Paragraph:
    """Without the pack's warning, which tells the campaign's own people to ring the number."""
    words = words_of(language)
    on = one.checked_on and format_date(one.checked_on, DAY[language], locale=language)
    checked = words["checked"].format(on) if on else words["not_checked"]
    return Paragraph((Run(one.number, strong=True), Run(f" {one.names[language]}: {one.about[language]} ({checked})")))
