"""What importing a sheet would do, row by row: nothing is written here.

A row is matched with an organisation by its own number, or by its name below the same parent. An empty cell leaves what
is there; an organisation that is not in the sheet is left alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from svod.language.fold import fold
from svod.register.models import Level, Organisation
from svod.register.organisations_sheet import Line, level_of
from svod.register.units import units
from svod.register.workbook import SheetRow

LEVELS = list(Level)
TEXTS = {"name": 300, "name_kk": 300, "short": 80, "number": 40, "contact": 200}  # column -> most signs
NAMES = ("name", "name_kk", "short", "number")
KEPT = (*TEXTS, "level", "unit", "path", "version")


@dataclass
class Planned(SheetRow):
    """`parent` is the key of an organisation that is there, or minus the number of the row that makes it."""

    columns: dict[str, str] = field(default_factory=dict)
    parent: int = 0
    target: int | None = None
    version: int = 0
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def plan(lines: Iterable[Line], base: Organisation) -> list[Planned]:
    """The rows below `base`, in the order of the sheet."""
    return _Plan(list(lines), base).rows


class _Plan:
    def __init__(self, lines: list[Line], base: Organisation) -> None:
        self.base, self.units = base, units()
        self.there = {
            one["pk"]: one
            for one in Organisation.objects.filter(path__startswith=base.path).values("pk", *KEPT).order_by("path")
        }
        self.by_path = {one["path"]: key for key, one in self.there.items()}
        self.numbers = {one["number"]: key for key, one in self.there.items() if one["number"]}
        self.rows = [self._texts(line) for line in lines]
        self.of = {-row.number: row for row in self.rows}
        self.named = self._named()
        self.below = {(self.by_path.get(one["path"][:-4]), _plain(one["name"])): key for key, one in self.there.items()}
        from_the_top = sorted(zip(self.rows, lines, strict=True), key=lambda pair: _rank(pair[0].columns.get("level")))
        for row, line in from_the_top:  # a row finds its parent settled
            self._find_parent(line, row)
            self._match(row)
            self._check_tree(row)
            self._find_unit(line, row)
        self._check_doubles()
        for row, _line in from_the_top:
            self._compare(row)
            self._pass_error_down(row)

    def _texts(self, line: Line) -> Planned:
        row = Planned(line.number)
        for name, most in TEXTS.items():
            text = line.cells.get(name, "")
            if len(text) > most:
                row.fail("too_long", column=name, most=most)
            elif text:
                row.columns[name] = text
        level = line.cells.get("level", "")
        known = level_of(level) if level else None
        if known:
            row.columns["level"] = known
        else:
            row.fail("unknown_level" if level else "missing_level", level=level)
        if "name" not in row.columns and not line.cells.get("name"):
            row.fail("missing_name")
        return row

    def _named(self) -> dict[str, list[int]]:
        """Folded name or own number -> the organisations and rows that bear it."""
        bearers = [*self.there.items(), *((-row.number, row.columns) for row in self.rows)]
        named: dict[str, list[int]] = defaultdict(list)
        for key, told in bearers:
            for text in {_plain(told.get(name, "")) for name in NAMES} - {""}:
                named[text].append(key)
        return named

    def _find_parent(self, line: Line, row: Planned) -> None:
        """By number or name, among those of a higher level; the base where the cell is empty."""
        said = line.cells.get("parent", "")
        if not said:
            row.parent = self.base.pk
            return
        found = self.named.get(_plain(said), ())
        higher = {self._settled(key) for key in found if self._rank(key) < _rank(row.columns.get("level"))}
        fitting = self._in_its_region(higher, line) if len(higher) > 1 else higher
        if len(fitting) == 1:
            row.parent = fitting.pop()
        elif fitting:
            row.fail("parent_ambiguous", parent=said, count=len(fitting))
        elif set(found) - {-row.number}:
            row.fail("parent_not_above", parent=said)
        else:
            row.fail("parent_not_found", parent=said)

    def _settled(self, key: int) -> int:
        """A row that repeats an organisation stands for it."""
        return self.of[key].target or key if key < 0 else key

    def _in_its_region(self, keys: set[int], line: Line) -> set[int]:
        regions = {unit.partition("/")[0] for unit in self.units.named(line.cells.get("unit", ""))}
        return {key for key in keys if self._unit(key).partition("/")[0] in regions} or keys

    def _rank(self, key: int) -> int:
        return _rank(self.there[key]["level"] if key > 0 else self.of[key].columns.get("level"))

    def _match(self, row: Planned) -> None:
        """With the organisation that it repeats, by number or by name below the same parent."""
        number, name = row.columns.get("number", ""), _plain(row.columns.get("name", ""))
        row.target = (self.numbers.get(number) if number else None) or self.below.get((row.parent, name))
        if row.target:
            row.version = self.there[row.target]["version"]

    def _check_tree(self, row: Planned) -> None:
        if row.target == self.base.pk:
            row.fail("is_the_base")
            return
        if not row.parent:
            return
        above = self.there[row.parent]["level"] if row.parent > 0 else self.of[row.parent].columns.get("level")
        if "level" in row.columns and above and _rank(row.columns["level"]) <= _rank(above):
            row.fail("level_not_below", level=row.columns["level"], above=above)
        if row.target:
            now = self.by_path.get(self.there[row.target]["path"][:-4])
            if now != row.parent:
                row.fail("moved", parent=self.there[now]["name"] if now else "")

    def _find_unit(self, line: Line, row: Planned) -> None:
        """By name, in the parent's region first; the parent's own where the cell is empty and the row is new."""
        said, above = line.cells.get("unit", ""), self._unit(row.parent)
        if not said:
            if not row.target and above:
                row.columns["unit"] = above
            return
        found = self.units.named(said, above.partition("/")[0])
        if len(found) == 1:
            row.columns["unit"] = found[0]
        elif found:
            row.fail("unit_ambiguous", unit=said)
        else:
            row.fail("unit_unknown", unit=said)

    def _unit(self, key: int) -> str:
        if key > 0:
            return self.there[key]["unit"]
        return self.of[key].columns.get("unit", "") if key else ""

    def _check_doubles(self) -> None:
        """No two siblings of one name, no two rows of one number: in the sheet, or with what is there."""
        numbers = Counter(row.columns["number"] for row in self.rows if row.columns.get("number"))
        below: dict[tuple[int, str], list[object]] = defaultdict(list)
        renamed = {row.target for row in self.rows if row.target}
        for key, one in self.there.items():
            if key not in renamed and key != self.base.pk:
                below[self.by_path.get(one["path"][:-4], 0), one["name"].lower()].append(key)
        for row in self.rows:
            if row.parent and "name" in row.columns:
                below[row.parent, row.columns["name"].lower()].append(row)
        for row in self.rows:
            number = row.columns.get("number")
            if number and numbers[number] > 1:
                row.fail("number_twice", number=number)
            if row.parent and len(below[row.parent, row.columns.get("name", "").lower()]) > 1:
                row.fail("name_twice", name=row.columns["name"])

    def _compare(self, row: Planned) -> None:
        if row.state == "error" or not row.target:
            return
        now = self.there[row.target]
        row.changes = {name: (now[name], text) for name, text in row.columns.items() if now[name] != text}
        row.state = "changed" if row.changes else "same"

    def _pass_error_down(self, row: Planned) -> None:
        """What hangs below a row that is left out is left out as well."""
        if row.state != "error" and row.parent < 0 and self.of[row.parent].state == "error":
            row.fail("parent_has_error", row=-row.parent)


def _rank(level: str | None) -> int:
    return LEVELS.index(Level(level)) if level else len(LEVELS)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
