"""Who does what, where, when and for whom (OCHA's 3W, 5W): activities of one organisation, kind, region and audience in
one month are a line, with their number and the attendances added up as bounds."""

from collections import defaultdict
from collections.abc import Iterator

from svod.records import Bounds
from svod.standards.columns import Cell, Telling, safe, words
from svod.standards.figures import Figures, Held
from svod.standards.hxl import tagged

COLUMNS = {
    "who": "#org+lead+name",
    "with_whom": "#org+partner+list+name",
    "what": "#activity+type+name",
    "what_code": "#activity+type+code",
    "region": "#adm1+name",
    "region_code": "#adm1+code+v_iso3166_2",
    "first": "#date+start",
    "last": "#date+end",
    "for_whom": "#beneficiary+list+name",
    "count_least": "#output+activities+num+min",
    "count_most": "#output+activities+num+max",
    "people_least": "#reached+num+min",
    "people_most": "#reached+num+max",
    "people_untold": "#output+activities+unknown+num",
}
Key = tuple[str, str, tuple[str, ...], tuple[str, ...], str]


def three_w_csv(figures: Figures, language: str = "en") -> bytes:
    return tagged(_head(language), list(COLUMNS.values()), _lines(figures, language))


def three_w_xlsx(figures: Figures, language: str = "en") -> bytes:
    """The same as a workbook; the row of tags stays, and programs that know HXL read it as well."""
    from svod.workbooks import Book  # only when a workbook is wanted

    with Book() as book:
        sheet = book.add_worksheet("3W")
        sheet.write_row(0, 0, _head(language), book.add_format({"bold": True, "text_wrap": True}))
        sheet.write_row(1, 0, list(COLUMNS.values()), book.add_format({"italic": True}))
        for number, line in enumerate(_lines(figures, language), 2):
            sheet.write_row(number, 0, line)
        sheet.freeze_panes(2, 0)
        sheet.set_column(0, len(COLUMNS), 20)
    return book.content


def _head(language: str) -> list[str]:
    return [words()["columns"][code][language] for code in COLUMNS]


def _lines(figures: Figures, language: str) -> Iterator[list[Cell]]:
    told = Telling(figures, language)
    groups: dict[Key, list[Held]] = defaultdict(list)
    for one in figures.held:
        month = one.first.strftime("%Y-%m") if one.first else ""
        groups[one.region, one.kind, one.audience, one.partners, month].append(one)
    for key in sorted(groups):
        yield [safe(cell) for cell in _line(groups[key], told)]


def _line(group: list[Held], told: Telling) -> Iterator[Cell]:
    one = group[0]
    days = sorted(day for each in group for day in (each.first, each.last) if day)
    count = Bounds.total(each.count for each in group)
    told_people = [each.people for each in group if each.people]
    people = Bounds.total(told_people) if told_people else None
    yield told.figures.who(one.region)
    yield told.listed(one.partners, told.partners)
    yield told.kinds.get(one.kind, one.kind)
    yield one.kind
    yield told.regions.get(one.region, one.region)
    yield one.region
    yield days[0].isoformat() if days else ""
    yield days[-1].isoformat() if days else ""
    yield told.listed(one.audience, told.audiences)
    yield count.least
    yield count.most
    yield people.least if people else None
    yield people.most if people and len(told_people) == len(group) else None  # what was not told has no most
    yield len(group) - len(told_people)
