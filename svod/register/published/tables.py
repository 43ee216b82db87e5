"""The public file as open data: CSV and JSON, with a dictionary that says what each column is (Frictionless)."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from svod.packs import Pack

COLUMNS: Mapping[str, tuple[str, str]] = {
    "day": ("date", "First day, as far as it is known."),
    "last_day": ("date", "Last day; the same as the first for what took one day."),
    "region": ("string", "ISO 3166-2 code of the region."),
    "kind": ("string", "Kind of activity, a code of the campaign pack."),
    "title": ("string", "Title in the words of whoever held it."),
    "place": ("string", "Place in their words; empty where it must not be known."),
    "audience": ("string", "Who came: codes of the campaign pack, separated by semicolons."),
    "partners": ("string", "With whom: codes of the campaign pack, separated by semicolons."),
    "people_least": ("integer", "Attendances, at least. Empty where no number was told."),
    "people_most": ("integer", "Attendances, at most. Empty where that is open."),
    "count_least": ("integer", "How many activities the row stands for, at least; one of several may be a row, too."),
    "count_most": ("integer", "How many, at most. Empty where that is open."),
    "online": ("boolean", "Held over the network."),
}
LISTS = ("audience", "partners")
PARQUET = "activities.parquet"
CODED = ("kinds", "audiences", "partners")


def rows(content: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The activities, each with all columns."""
    for one in content["activities"]:
        people, count = one["people"] or (None, None), one["count"]
        numbers = {"people_least": people[0], "people_most": people[1], "count_least": count[0], "count_most": count[1]}
        told = {**one, **numbers, **{name: ";".join(one[name]) for name in LISTS}}
        yield {name: told[name] for name in COLUMNS}


def as_csv(content: Mapping[str, Any]) -> str:
    """RFC 4180; an empty cell is what is not known. No cell begins a formula when a spreadsheet opens it."""
    out = StringIO()
    writer = csv.DictWriter(out, list(COLUMNS), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows(content))
    return out.getvalue()


def as_json(content: Mapping[str, Any]) -> str:
    return json.dumps(list(rows(content)), ensure_ascii=False, indent=1)


def package(content: Mapping[str, Any], pack: Pack, year: int) -> dict[str, Any]:
    """The data package descriptor, with the names of all codes."""
    fields = [{"name": name, "type": kind, "description": about} for name, (kind, about) in COLUMNS.items()]
    codes = {part: {term.code: dict(term.names) for term in getattr(pack, part)} for part in CODED}
    return {
        "profile": "data-package",
        "name": f"{pack.code.replace('_', '-')}-{year}",
        "title": f"{pack.names['en']} {year}",
        "created": content["made_at"],
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "resources": [
            {
                "name": "activities",
                "path": "activities.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": fields, "missingValues": [""]},
            },
            {
                "name": "activities-parquet",
                "path": PARQUET,
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "schema": {"fields": fields},
            },
        ],
        "codes": codes,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
