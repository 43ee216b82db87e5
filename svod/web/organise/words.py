"""What is wrong with a row or a file of an import, and what to do."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from svod.register.organisations_plan import Planned

FILE = {
    "no_sheet": _(
        "This is no XLSX file that can be read. Save the table as “Excel workbook (.xlsx)” and choose it again."
    ),
    "sheet_too_large": _("The sheet is too large. Split it: at most %(most)s rows at once."),
    "sheet_empty": _("The sheet has a head but no rows below it."),
    "sheet_without_head": _("No row names the columns. Name them as the template does: at least “Name” and “Level”."),
}
ROW = {
    "missing_name": _("The name is missing."),
    "missing_level": _("The level is missing: national, regional, district or primary."),
    "unknown_level": _("“%(level)s” is no level. Write national, regional, district or primary."),
    "too_long": _("A cell is too long: at most %(most)s signs."),
    "parent_not_found": _("No organisation “%(parent)s” is in the sheet or below yours. Look at how it is spelt."),
    "parent_not_above": _("“%(parent)s” is not of a higher level, so nothing of this level can hang below it."),
    "parent_ambiguous": _(
        "%(count)s organisations are called “%(parent)s”. Write its own number, or fill in the region."
    ),
    "parent_has_error": _("The organisation above it, in row %(row)s, has an error. Mend that one first."),
    "level_not_below": _("An organisation of this level cannot hang below that one."),
    "is_the_base": _("This is the organisation below which you import. Leave the row out."),
    "moved": _("It hangs below “%(parent)s”. An import moves nothing: correct the cell."),
    "unit_unknown": _("No region, district or town “%(unit)s” is known. Look at how it is spelt."),
    "unit_ambiguous": _("“%(unit)s” lies in several regions. Write the region instead, or import below it."),
    "number_twice": _("The number %(number)s stands in two rows."),
    "name_twice": _("Two organisations below the same one would be called “%(name)s”."),
}


def file_words(code: str, details: dict[str, Any]) -> str:
    return str(FILE[code]) % details


def row_words(row: Planned) -> list[str]:
    return [str(ROW[code]) % details for code, details in row.errors]
