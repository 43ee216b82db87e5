"""`svod extract`: texts in, activities and reported totals out, a line of JSON each."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from svod.cli import options
from svod.extraction import extract as extract_document
from svod.packs import Pack
from svod.records import Activity, Document, Problem, ReportedTotal


class BadLine(click.ClickException):
    """A line of the input that is no document."""

    exit_code = 2


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@options.campaign
@options.year
def extract(files: tuple[Path, ...], pack: Pack, year: int | None) -> None:
    """Read documents, write the activities and reported totals they tell.

    Without FILES it reads JSON Lines on standard input, {"id", "lang", "year", "text"} each, and writes
    {"id", "activities", "totals"} each. With FILES it reads those files instead, whatever their format; one that
    cannot be read is named on standard error, and the exit status is 1.
    """
    unreadable = False
    for document in _from_files(files) if files else _from_lines(sys.stdin.buffer):
        if isinstance(document, Problem):
            unreadable = unreadable or document.severity == "unreadable"
            _warn(document)
            continue
        sys.stdout.write(json.dumps(_answer(document, pack, year), ensure_ascii=False) + "\n")
    sys.exit(1 if unreadable else 0)


def _from_files(files: tuple[Path, ...]) -> Iterator[Document | Problem]:
    from svod.reading import read_path  # the readers are not needed where texts come by standard input

    for path in files:
        yield from read_path(path)


def _warn(problem: Problem) -> None:
    from svod.reading import message

    click.echo(f"{problem.source}: {message(problem, 'en')}", err=True)


def _from_lines(lines: Any) -> Iterator[Document]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text, identifier, year = record["text"], record["id"], record.get("year")
            if not (isinstance(text, str) and isinstance(identifier, str) and isinstance(year, int | None)):
                raise TypeError("`id` and `text` must be strings, `year` a number or null")
        except (ValueError, TypeError, KeyError) as error:
            raise BadLine(f'line {number}: expected {{"id", "lang", "year", "text"}}: {error!r}') from None
        yield Document(id=identifier, text=text, source=identifier, year=year, language=record.get("lang"))


def _answer(document: Document, pack: Pack, year: int | None) -> dict[str, Any]:
    from dataclasses import replace

    if document.year is None and year is not None:
        document = replace(document, year=year)
    reading = extract_document(document, pack)
    return {
        "id": document.id,
        "activities": [activity_fields(document, activity) for activity in reading.activities],
        "totals": [total_fields(document, total) for total in reading.totals],
    }


def activity_fields(document: Document, activity: Activity) -> dict[str, Any]:
    """The contract's fields of an activity; `sources` gives the place of each field that the text gave."""
    return {
        "kind": activity.kind,
        "title": activity.title,
        "date": str(activity.date) if activity.date else None,
        "region": activity.region,
        "place": activity.place,
        "organiser": activity.organiser,
        "audience": list(activity.audience),
        "participants": activity.participants.as_list() if activity.participants else None,
        "count": activity.count.as_list(),
        "partners": list(activity.partners),
        "materials": list(activity.materials),
        "online": activity.online,
        "planned": activity.planned,
        "evidence": document.quote(activity.evidence),
        "span": list(activity.evidence.span),
        "confidence": activity.confidence,
        "sources": {name: list(span) for name, span in activity.sources},
    }


def total_fields(document: Document, total: ReportedTotal) -> dict[str, Any]:
    """The contract's fields of a reported total."""
    return {
        "measure": total.measure,
        "value": total.value.as_list(),
        "kind": total.kind,
        "region": total.region,
        "evidence": document.quote(total.evidence),
        "span": list(total.evidence.span),
    }
