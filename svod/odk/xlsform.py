"""The campaign's form as an XLSForm: a workbook that ODK, KoboToolbox and all that know XLSForm take."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from svod.odk.choices import Choice, choices_of
from svod.odk.questions import ACTIVITY, REPEAT_ENDS, REPEAT_OPENS, START, WHETHER, WHOSE, Question
from svod.odk.words import FIRST, LANGUAGES, said
from svod.packs import Pack

Row = Mapping[str, str]
Sheets = Mapping[str, list[Row]]


def form_id(pack: Pack, year: int) -> str:
    return f"svod_{pack.code}_{year}"


def xlsform(pack: Pack, year: int, *, whose: bool, region: str = "") -> bytes:
    """The workbook. `whose`: it asks which organisation reports, and takes those of organisations.csv; `region`: where
    all of these lie, if in one."""
    return written(sheets(pack, year, whose=whose, region=region))


def sheets(pack: Pack, year: int, *, whose: bool, region: str = "") -> Sheets:
    """Its rows, under the version that follows from what they say: an app fetches what has another version."""
    questions = (*START, *(WHOSE if whose else ()), *WHETHER, REPEAT_OPENS, *ACTIVITY, REPEAT_ENDS)
    survey = [_survey_row(one, pack) for one in questions]
    choices = [_choice_row(one, pack) for one in choices_of(pack, whose=whose, region=region)]
    version = sha256(json.dumps([survey, choices]).encode()).hexdigest()[:12]
    return {"survey": survey, "choices": choices, "settings": [_settings(pack, year, version)]}


def _survey_row(one: Question, pack: Pack) -> Row:
    row = {"type": one.kind, "name": one.name}
    if one.kind == "end_repeat":
        return row
    words = said()["questions"][one.name]
    row |= _in_languages("label", words)
    hint = _contacts(pack) if one.name == "contacts" else words.get("hint", {})
    row |= _in_languages("hint", hint)
    row |= _in_languages("constraint_message", said()["constraints"].get(one.name, {}))
    row["required"] = "yes" if one.required else ""
    more = ("relevant", "constraint", "choice_filter", "appearance", "parameters")
    return row | {name: getattr(one, name) for name in more}


def _contacts(pack: Pack) -> dict[str, str]:
    """Without the pack's warning, which tells the campaign's own people to ring the number."""
    return {code: "; ".join(f"{one.number} — {one.names[code]}" for one in pack.contacts) for code in LANGUAGES}


def _choice_row(one: Choice, pack: Pack) -> Row:
    return {"list_name": one.list, "name": one.code, **_in_languages("label", one.names), "region": one.region}


def _settings(pack: Pack, year: int, version: str) -> Row:
    return {
        "form_title": f"{pack.short['ru']} {year}",
        "form_id": form_id(pack, year),
        "version": version,
        "default_language": FIRST,
    }


def _in_languages(column: str, words: Mapping[str, Any]) -> dict[str, str]:
    """A name that one language lacks is told in Russian there: a form shows no empty choice."""
    return {f"{column}::{name}": words.get(code, words["ru"]) for code, name in LANGUAGES.items()} if words else {}


def written(told: Sheets) -> bytes:
    """The workbook of these rows: the same rows are the same bytes."""
    from svod.workbooks import Book  # only when a workbook is wanted

    with Book() as book:
        for name, rows in told.items():
            sheet = book.add_worksheet(name)
            columns = _columns(rows)
            for number, cells in enumerate(_lines(rows, columns)):
                sheet.write_row(number, 0, cells)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(columns), 22)
    return book.content


def _columns(rows: Iterable[Row]) -> list[str]:
    """Those that say something, in the order in which rows name them."""
    return list(dict.fromkeys(name for row in rows for name, cell in row.items() if cell))


def _lines(rows: Iterable[Row], columns: list[str]) -> Iterator[list[str]]:
    yield columns
    for row in rows:
        yield [row.get(name, "") for name in columns]
