"""What each row says, cell by cell: which activity it bears the mark of, whose it is, and its values."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from svod.register.activity_table.field import Field, Unclear, Values
from svod.register.activity_table.fields import EMPTY, FIELDS, as_text
from svod.register.activity_table.lines import Line, Table
from svod.register.activity_table.marks import Mark, read_mark
from svod.register.activity_table.matching import Known
from svod.register.activity_table.names import Names
from svod.register.activity_table.rows import Row
from svod.register.activity_table.since import values_at
from svod.register.activity_table.words import CHOICES


class Understanding:
    """The rows by number with their marks; `base` is what the table said of each marked activity when it was made."""

    def __init__(self, table: Table, names: Names, known: Known) -> None:
        self.table, self.names, self.known = table, names, known
        self.rows = {line.number: Row(line.number) for line in table.lines}
        self.marks: dict[int, Mark] = {}
        self.in_languages = [Names(names.campaign, names.organisation, one) for one in CHOICES.values()]
        for line in table.lines:
            self._find_mark(line)
            self._find_organisation(line)
        self.base = values_at([(known.all[mark.activity], mark.version) for mark in self.marks.values()])
        for line in table.lines:
            self._read(line)

    def _find_mark(self, line: Line) -> None:
        if not line.mark:
            return
        mark, row = read_mark(line.mark, self.names.campaign), self.rows[line.number]
        if mark is None:
            row.fail("mark_changed")
        elif mark.activity not in self.known.all:
            row.fail("not_below", organisation=self.names.organisation.name)
        else:
            self.marks[line.number] = mark

    def _find_organisation(self, line: Line) -> None:
        """Whose the row is; where the cell is empty, the marked activity's organisation, or the table's."""
        row, said = self.rows[line.number], line.cells.get("organisation", "")
        mark = self.marks.get(line.number)
        own = self.known.all[mark.activity].organisation if mark else self.names.organisation
        found = self.names.organisations_named(said) if said else {own.path}
        if own.path in found and (mark or len(found) > 1):
            found = {own.path}
        if len(found) == 1:
            row.organisation = self.names.organisations[next(iter(found))]
        else:
            self.fail(row, "organisation", "organisation_ambiguous" if found else "organisation_unknown", said=said)

    def _read(self, line: Line) -> None:
        """What the row's cells say, over what is known without them."""
        row, mark = self.rows[line.number], self.marks.get(line.number)
        base = self.base[mark.activity] if mark else None
        row.values = dict(base or EMPTY)
        for code, fault in line.faults.items():
            self.fail(row, code, fault)
        for one in FIELDS:
            if one.cells[0] in line.cells and not set(one.cells) & set(line.faults):
                self._read_field(one, line, base, row)
        if not mark and not line.cells.get("kind") and "kind" not in line.faults:
            self.fail(row, "kind", "missing_kind")
        if not mark and not line.cells.get("planned") and row.values["first_day"]:
            row.values["planned"] = row.values["first_day"] > timezone.localdate()
        self._refuse_held_to_come(row, base)

    def _refuse_held_to_come(self, row: Row, base: Values | None) -> None:
        """Refuse what is said to be held on a day to come, unless the table itself had it so."""
        day, known = row.values["first_day"], ("first_day", "planned")
        untouched = base is not None and all(base[one] == row.values[one] for one in known)
        if day and day > timezone.localdate() and not row.values["planned"] and not untouched:
            self.fail(row, "first_day", "to_come", day=f"{day:%d.%m.%Y}")

    def _read_field(self, one: Field, line: Line, base: Mapping[str, Any] | None, row: Row) -> None:
        cells = [line.cells.get(cell) for cell in one.cells]
        if base and self._as_written(one, base, cells):
            return
        try:
            row.values.update(one.read(cells, self.names))
        except Unclear as unclear:
            if unclear.code != "missing_kind" or base:  # a new row's is told once, for the whole row
                self.fail(row, one.cells[0], unclear.code, **unclear.details)

    def _as_written(self, one: Field, base: Values, cells: list[str | None]) -> bool:
        """Whether the cells say what the table wrote there, in whatever language that was."""
        for names in self.in_languages:
            written = map(as_text, one.write(base, names))
            if all(cell in (None, text) for cell, text in zip(cells, written, strict=True)):
                return True
        return False

    def fail(self, row: Row, column: str, code: str, **details: Any) -> None:
        """Refuse the row; the cell is named as the spreadsheet names it."""
        letter = self.table.letters.get(column, "")
        row.fail(code, cell=f"{letter}{row.number}", column=column, **details)
