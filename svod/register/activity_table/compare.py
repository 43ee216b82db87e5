"""What each row of a table would change: nothing is written here.

A row's own changes are what it says against what the table said when it was made; what the register changed meanwhile
is no change of the row. Where both changed a field, to different values, the row is in conflict and a person decides.
"""

from collections.abc import Callable, Iterator
from typing import Any

from svod.register.activity_table.field import Field, Values
from svod.register.activity_table.fields import EMPTY, FIELDS, as_text
from svod.register.activity_table.lines import Table
from svod.register.activity_table.matching import Known, copies
from svod.register.activity_table.names import Names
from svod.register.activity_table.rows import Comparison, Difference, Row
from svod.register.activity_table.since import values_of
from svod.register.activity_table.text import told
from svod.register.activity_table.understand import Understanding
from svod.register.models import Activity, State
from svod.register.services.locks import above, in_force

WRITABLE = ("new", "changed", "conflict")


def compare(table: Table, names: Names) -> Comparison:
    return _Comparing(table, names).done()


class _Comparing:
    def __init__(self, table: Table, names: Names) -> None:
        self.table, self.names = table, names
        self.known = Known(names.campaign, names.organisation)
        self.understood = Understanding(table, names, self.known)
        self.rows, self.marks, self.base = self.understood.rows, self.understood.marks, self.understood.base
        self.text = told(table, table.lines)

    def done(self) -> Comparison:
        self._part_copies()
        for step in (self._match_marked, self._match_unmarked, self._compare):
            for row in self.rows.values():
                step(row)
        self._refuse_repeats()
        self._refuse_signed()
        return Comparison(list(self.rows.values()), self.known.missing())

    def _part_copies(self) -> None:
        """Part rows that bear one mark: the one that was left as it was stays that activity, the others become new."""
        bearers = [(number, mark.activity) for number, mark in self.marks.items()]
        for activity, numbers in copies(bearers).items():
            same = [number for number in numbers if self._untouched(self.rows[number], activity)]
            if not same:
                for number in numbers:
                    self.rows[number].fail("copies", rows=", ".join(map(str, numbers)))
            for number in numbers if same else ():
                if number != same[0]:
                    del self.marks[number]
                    self.rows[number].notes.append(("copied_from", {"row": same[0]}))

    def _untouched(self, row: Row, activity: int) -> bool:
        own = self.known.all[activity].organisation_id
        return (
            not row.errors
            and row.values == self.base[activity]
            and bool(row.organisation and row.organisation.pk == own)
        )

    def _match_marked(self, row: Row) -> None:
        mark = self.marks.get(row.number)
        if mark is None:
            return
        row.target = self.known.all[mark.activity]
        self.known.claim(row.target)
        if row.target.state == State.REJECTED:
            row.fail("rejected")
        elif row.target.same_as_id:
            row.fail("counts_elsewhere")
        elif row.organisation and row.organisation.pk != row.target.organisation_id:
            letter = self.table.letters["organisation"]
            row.fail("moved", cell=f"{letter}{row.number}", organisation=row.target.organisation.name)

    def _match_unmarked(self, row: Row) -> None:
        if row.target or row.errors or row.organisation is None:
            return
        path = row.organisation.path
        ways: tuple[tuple[str, Callable[[], Activity | None]], ...] = (
            ("taken_before", lambda: self.known.standing_on(self._words(row), path)),
            ("says_just_this", lambda: self.known.saying(row.values, path)),
            ("named_so", lambda: self.known.named_so(row.values, path)),
            ("placed_so", lambda: self.known.placed_so(row.values, path)),
        )
        for note, find in ways:
            found = find()
            if found is not None:
                row.target = found
                self.known.claim(found)
                row.notes.append((note, {}))
                row.values = values_of(found) if note == "taken_before" else _filled(row.values, values_of(found))
                return

    def _words(self, row: Row) -> str:
        place = self.text.places[row.number].row
        return self.text.text[place.start : place.end]

    def _refuse_repeats(self) -> None:
        """Refuse a new row that says what another one says."""
        first: dict[Any, int] = {}
        for row in sorted(self.rows.values(), key=lambda one: one.target is None):  # what is there comes first
            if row.organisation is None or row.errors:
                continue
            key = (row.organisation.path, *(row.values[column] for column in EMPTY))
            if row.target is None and key in first:
                row.fail("repeats", row=first[key])
            first.setdefault(key, row.number)

    def _compare(self, row: Row) -> None:
        if row.errors:
            return
        if row.target is None:
            row.changes = [Difference(code, "", text) for code, text in self._filled_in(row.values)]
            return
        now, mark = values_of(row.target), self.marks.get(row.number)
        base = self.base[mark.activity] if mark else now
        conflict = False
        for one in FIELDS:
            was, here, said = (tuple(values[column] for column in one.columns) for values in (base, now, row.values))
            if said in (was, here):
                continue
            clash = here != was
            conflict |= clash
            row.columns.update(zip(one.columns, said, strict=True))
            texts = [self._cells(one, values) for values in (now, row.values, base)]
            row.changes.append(Difference(one.code, texts[0], texts[1], texts[2] if clash else ""))
        row.state = "conflict" if conflict else "changed" if row.changes else "same"
        if mark and row.target.version > mark.version and now != base:
            row.notes.append(("register_newer", {}))

    def _filled_in(self, values: Values) -> Iterator[tuple[str, str]]:
        """The fields of a new activity that say something."""
        for one in FIELDS:
            if any(values[column] != EMPTY[column] for column in one.columns):
                yield one.code, self._cells(one, values)

    def _cells(self, one: Field, values: Values) -> str:
        return " – ".join(filter(None, map(as_text, one.write(values, self.names))))

    def _refuse_signed(self) -> None:
        """Refuse rows of a part that is signed, at the organisation or above it."""
        writing = [row for row in self.rows.values() if row.state in WRITABLE]
        organisations = {row.organisation for row in writing if row.organisation}
        signed = {one.organisation.path: one.organisation for one in in_force(self.names.campaign, organisations)}
        for row in writing if signed else ():
            by = next((signed[path] for path in above(row.organisation) if path in signed), None)
            if by is not None:
                row.fail("signed", organisation=by.name)


def _filled(values: Values, known: Values) -> dict[str, Any]:
    """The values with what is known where they are empty: a row without a mark takes nothing away."""
    return {
        column: known[column] if all(values[one] == EMPTY[one] for one in field.columns) else values[column]
        for field in FIELDS
        for column in field.columns
    }
