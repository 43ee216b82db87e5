"""What a row of a table would do, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from svod.register.activity_table.rows import Difference, Row

FILE = {
    "no_sheet": _(
        "This is no XLSX file that can be read. Save the table as “Excel workbook (.xlsx)” and choose it again."
    ),
    "sheet_too_large": _("The table is too large. Split it: at most %(most)s rows at once."),
    "sheet_empty": _("The table has headings but no rows below them."),
    "sheet_without_head": _(
        "No row names the columns. Name them as the table that is taken away here does: at least the kind and one more."
    ),
}
FIELDS = {
    "organisation": _("Organisation"),
    "kind": _("Kind"),
    "title": _("Title"),
    "days": _("Day"),
    "place": _("Place"),
    "audience": _("Audience"),
    "participants": _("Participants"),
    "count": _("How many"),
    "format": _("In person or online"),
    "partners": _("Partners"),
    "materials": _("Materials"),
    "planned": _("Held or planned"),
}
ROW = {
    "missing_kind": _("%(cell)s: the kind of activity is missing. Choose one from the list."),
    "unknown_term": _(
        "%(cell)s: “%(said)s” is not in the list. Choose from it, several with a semicolon between them."
    ),
    "no_number": _(
        "%(cell)s: “%(said)s” is no whole number of people or activities. Write 45, more than 200, 200-250."
    ),
    "too_few": _("%(cell)s: “%(said)s” is too few; it is at least %(fewest)s."),
    "no_day": _("%(cell)s: “%(said)s” is not one day. Write it as 28.11.2025, or 25–28 November."),
    "days_out_of_order": _("%(cell)s: the last day, %(last)s, is before the first, %(first)s."),
    "to_come": _(
        "%(cell)s: %(day)s is still to come. Put the day right, or say in “Held or planned” that it is planned."
    ),
    "too_long": _("%(cell)s: the text is too long, at most %(most)s signs."),
    "merged": _("%(cell)s: the cell is merged with others, so nobody knows whose it is. Part them and fill in each."),
    "no_result": _(
        "%(cell)s: the formula has no result. Open the table, let it calculate and save it, or type the value."
    ),
    "error_value": _("%(cell)s: the formula gives an error. Mend it, or type the value."),
    "organisation_unknown": _("%(cell)s: no organisation “%(said)s” is yours or below yours. Choose from the list."),
    "organisation_ambiguous": _("%(cell)s: several organisations are called “%(said)s”. Choose from the list."),
    "moved": _("%(cell)s: the activity is that of “%(organisation)s” and stays there. Put its name back."),
    "mark_changed": _(
        "The hidden mark of the row is damaged, or of another campaign. Take the table away anew and copy the row over."
    ),
    "not_below": _(
        "The register has no activity with this mark at “%(organisation)s” or below it. "
        "Somebody took it back, or it is others’."
    ),
    "copies": _("Rows %(rows)s are copies of one activity, and all were changed. Leave one of them, or one unchanged."),
    "repeats": _(
        "It says just what row %(row)s says. If it is another activity, tell them apart by title, day or place."
    ),
    "rejected": _("This activity was rejected in Svod. Leave the row out, or bring the activity back there."),
    "counts_elsewhere": _("This activity was joined with another one in Svod. Take the table away anew."),
    "signed": _("“%(organisation)s” has signed its part. It must be reopened before anything in it changes."),
}
PREVAILS = _(
    "Svod has changed this activity since the table was taken away. Tick the row to let the table prevail where the "
    "two differ; unticked, all stays as Svod has it."
)  # of a row in conflict, in place of "register_newer"
NOTES = {
    "register_newer": _("Svod has changed this activity since the table was taken away; that stays."),
    "copied_from": _("A copy of row %(row)s with changes: a new activity."),
    "taken_before": _("Taken over before."),
    "says_just_this": _("Svod has an activity that says just this."),
    "placed_so": _("Found by its kind, day and place among rows taken over before, since it has no mark and no title."),
    "named_so": _("Found by its title, kind and day, since the row has no mark."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A row as the page shows it; `ticked` where nothing speaks against it, `offered` where it can be ticked."""

    row: Row
    heading: str
    words: list[str]
    notes: list[str]
    changes: list[tuple[str, Difference]]

    @property
    def offered(self) -> bool:
        return self.row.state in ("new", "changed", "conflict")

    @property
    def ticked(self) -> bool:
        return self.row.state in ("new", "changed")


def file_words(code: str, details: dict[str, Any]) -> str:
    return str(FILE[code]) % details


def told_row(row: Row) -> Told:
    """An error in one sentence names the column and, in front of it, the cell."""
    changes = [(str(FIELDS[one.field]), one) for one in row.changes]
    title = row.values.get("title") or (row.target.title if row.target else "")
    return Told(row, title, list(_said(row)), list(_notes(row)), changes)


def _notes(row: Row) -> Iterator[str]:
    for code, details in row.notes:
        in_conflict = code == "register_newer" and row.state == "conflict"
        yield str(PREVAILS if in_conflict else NOTES[code]) % details


def _said(row: Row) -> Iterator[str]:
    for code, details in row.errors:
        yield str(ROW[code]) % details
