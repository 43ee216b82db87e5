"""A table of activities as people send it back: taken from the register, changed with openpyxl, saved."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from svod.register.activity_table.lines import Table, read_table
from svod.register.activity_table.matching import Known
from svod.register.activity_table.names import Names
from svod.register.activity_table.rows import Comparison, Row
from svod.register.activity_table.template import template
from svod.register.activity_table.words import CHOICES
from svod.register.models import ActivityTable, Organisation
from svod.register.services.take_table import compared, receive_table, take
from tests.world import World

ORDER = ("svod", "organisation", "kind", "title", "first_day", "last_day", "place", "audience", "participants", "count")
ORDER += ("format", "partners", "materials", "planned")


def column(code: str) -> int:
    """As openpyxl counts them."""
    return ORDER.index(code) + 1


def taken_away(world: World, languages: str = "both", organisation: Organisation | None = None) -> bytes:
    organisation = organisation or world.kostanay
    names = Names(world.campaign, organisation, CHOICES[languages])
    return template(Known(world.campaign, organisation).listed.values(), names)


def changed(data: bytes, change: Callable[[Worksheet], Any]) -> bytes:
    book = load_workbook(BytesIO(data))
    change(book.worksheets[0])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def row(sheet: Worksheet, number: int, **cells: Any) -> None:
    for code, value in cells.items():
        sheet.cell(number, column(code), value)


def received(world: World, data: bytes, organisation: Organisation | None = None) -> ActivityTable:
    place = (world.campaign, organisation or world.kostanay, world.people["reviewer"])
    return receive_table(BytesIO(data), "таблица.xlsx", *place)


def comparison(world: World, data: bytes) -> Comparison:
    return compared(received(world, data))


def accept(world: World, data: bytes, *states: str) -> list[Row]:
    """Take over all rows of these states, or of every one that can be."""
    table = received(world, data)
    rows = [one for one in compared(table).rows if one.state in (states or ("new", "changed"))]
    take(table, [one.seen for one in rows], world.people["reviewer"])
    return rows


def states(found: Comparison) -> list[str]:
    return [one.state for one in found.rows]


def codes(one: Row) -> list[str]:
    return [code for code, _details in one.errors]


def read(data: bytes) -> Table:
    return read_table(BytesIO(data))
