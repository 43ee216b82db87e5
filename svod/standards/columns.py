"""The columns of all tables: what heads each, what its cell says, and its HXL tag."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from svod.packs import Pack
from svod.packs.pack import Term
from svod.standards.figures import Figures, Held

Cell = str | int | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@cache
def words() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """`tag` is HXL's, with the attributes that tell one such column from another."""

    code: str
    tag: str
    cell: Callable[["Telling", Held], Cell]

    def heading(self, language: str) -> str:
        found: str = words()["columns"][self.code][language]
        return found


class Telling:
    """The figures in one language."""

    def __init__(self, figures: Figures, language: str) -> None:
        self.figures, self.language = figures, language
        pack = figures.pack
        self.kinds, self.audiences, self.partners = (
            _names(terms, language) for terms in (pack.kinds, pack.audiences, pack.partners)
        )
        self.regions = region_names(pack, language)

    def said(self, value: bool) -> str:
        found: str = words()["values"]["yes" if value else "no"][self.language]
        return found

    def listed(self, codes: Iterable[str], names: Mapping[str, str]) -> str:
        return "; ".join(names.get(code, code) for code in codes)


def region_names(pack: Pack, language: str) -> Mapping[str, str]:
    return {one.code: one.names.get(language, one.names["ru"]) for one in pack.geography.regions}


def _names(terms: Iterable[Term], language: str) -> Mapping[str, str]:
    return {one.code: one.names.get(language, one.names["ru"]) for one in terms}


def rows(told: Telling, columns: Sequence[Column]) -> Iterator[list[Cell]]:
    for one in told.figures.held:
        yield [safe(column.cell(told, one)) for column in columns]


def safe(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it; spaces are as HXL wants them."""
    if not isinstance(cell, str):
        return cell
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(FORMULA) else text


WHO = Column("who", "#org+lead+name", lambda told, one: told.figures.who(one.region))
WITH_WHOM = Column("with_whom", "#org+partner+list+name", lambda told, one: told.listed(one.partners, told.partners))
WHAT = Column("what", "#activity+type+name", lambda told, one: told.kinds.get(one.kind, one.kind))
WHAT_CODE = Column("what_code", "#activity+type+code", lambda told, one: one.kind)
TITLE = Column("title", "#activity+name", lambda told, one: one.title)
REGION_CODE = Column("region_code", "#adm1+code+v_iso3166_2", lambda told, one: one.region)
REGION = Column("region", "#adm1+name", lambda told, one: told.regions.get(one.region, one.region))
PLACE = Column("place", "#loc+name", lambda told, one: one.place)
FIRST = Column("first", "#date+start", lambda told, one: one.first.isoformat() if one.first else "")
LAST = Column("last", "#date+end", lambda told, one: one.last.isoformat() if one.last else "")
FOR_WHOM = Column("for_whom", "#beneficiary+list+name", lambda told, one: told.listed(one.audience, told.audiences))
COUNT_LEAST = Column("count_least", "#output+activities+num+min", lambda told, one: one.count.least)
COUNT_MOST = Column("count_most", "#output+activities+num+max", lambda told, one: one.count.most)
PEOPLE_LEAST = Column("people_least", "#reached+num+min", lambda told, one: one.people.least if one.people else None)
PEOPLE_MOST = Column("people_most", "#reached+num+max", lambda told, one: one.people.most if one.people else None)
ONLINE = Column("online", "#modality+online", lambda told, one: told.said(one.online))

ALL = (
    *(WHO, WITH_WHOM, WHAT, WHAT_CODE, TITLE, REGION_CODE, REGION, PLACE, FIRST, LAST, FOR_WHOM),
    *(COUNT_LEAST, COUNT_MOST, PEOPLE_LEAST, PEOPLE_MOST, ONLINE),
)
