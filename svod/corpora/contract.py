"""The contract: a line of JSON gives a text, its answer the activities and reported totals told there."""

import json
from typing import Any

from svod.records import Activity, Document, NothingHeld, Reading, ReportedTotal


class BadLine(Exception):  # noqa: N818 # the state of a line, not a fault of ours
    """A line of the input that is no document; its text says why. `id` is the line's own, where it has one."""

    def __init__(self, reason: str, record: object = None) -> None:
        super().__init__(reason)
        name = record.get("id") if isinstance(record, dict) else None
        self.id = name if isinstance(name, str) else None


def parse_line(line: bytes) -> Document:
    """The document of one line, {"id", "lang", "year", "text"}. Raises BadLine."""
    try:
        record = json.loads(line)
    except ValueError as error:  # UnicodeDecodeError is one too
        raise BadLine(f"not JSON: {error}") from None
    return document_of(record)


def document_of(record: object) -> Document:
    """The document of these fields. Raises BadLine."""
    if not isinstance(record, dict):
        raise BadLine('expected an object: {"id", "lang", "year", "text"}', record)
    for name in ("id", "text"):
        if not isinstance(record.get(name), str):
            raise BadLine(f"`{name}` must be a string", record)
    year, language = record.get("year"), record.get("lang")
    if year is not None and type(year) is not int:  # a truth value is an int as well
        raise BadLine("`year` must be a whole number or null", record)
    if language is not None and not isinstance(language, str):
        raise BadLine("`lang` must be a string or null", record)
    try:
        record["text"].encode()
    except UnicodeEncodeError as error:
        raise BadLine(f"`text` is not Unicode: half a character at position {error.start}", record) from None
    return Document(id=record["id"], text=record["text"], source=record["id"], year=year, language=language)


def answer_of(reading: Reading) -> dict[str, Any]:
    """The answer to the reading's document; `nothing_held` only where it says so."""
    document = reading.document
    answer: dict[str, Any] = {
        "id": document.id,
        "activities": [activity_fields(document, activity) for activity in reading.activities],
        "totals": [total_fields(document, total) for total in reading.totals],
    }
    if reading.nothing_held:
        answer["nothing_held"] = [nothing_fields(document, place) for place in reading.nothing_held]
    return answer


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


def nothing_fields(document: Document, answer: NothingHeld) -> dict[str, Any]:
    """Where a text says that nothing was held."""
    return {"region": answer.region, "evidence": document.quote(answer.evidence), "span": list(answer.evidence.span)}


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
