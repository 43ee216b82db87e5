"""Texts with what a careful person took from them: JSON Lines, as the register gives its confirmed reviews out."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from svod.records import Document, Span


class BadGold(ValueError):  # noqa: N818 # what somebody gave, not a fault of ours
    """A line that is no annotated text; its own text says which and why."""


@dataclass(frozen=True, slots=True)
class Told:
    """An activity, or a total (`measure`), that stands in the text at one of these places."""

    kind: str | None
    places: tuple[Span, ...]
    title: str | None = None
    date: str | None = None
    region: str | None = None
    participants: tuple[int | None, ...] | None = None
    measure: str = ""
    value: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text, and all that it tells. `source` is where it comes from: texts of one source are alike."""

    document: Document
    activities: tuple[Told, ...]
    totals: tuple[Told, ...]
    source: str


def read_gold(lines: Iterable[str]) -> Iterator[Annotated]:
    """One text a line; empty lines are passed over. Raises BadGold."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _annotated(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise BadGold(f"line {number} is no annotated text: {error}") from None


def _annotated(record: dict[str, Any]) -> Annotated:
    text = str(record["text"])
    document = Document(str(record["id"]), text, language=record.get("lang"), year=record.get("year"))
    activities = tuple(_told(one, text) for one in record["activities"])
    return Annotated(document, activities, tuple(_told(one, text) for one in record["totals"]), _source(record))


def _told(one: dict[str, Any], text: str) -> Told:
    people, value = one.get("participants"), one.get("value")
    return Told(
        kind=one["kind"],
        places=_places(one, text),
        title=one.get("title"),
        date=one.get("date"),
        region=one.get("region"),
        participants=None if people is None else tuple(people),
        measure=one.get("measure", ""),
        value=tuple(value or ()),
    )


def _places(one: dict[str, Any], text: str) -> tuple[Span, ...]:
    """Where it stands: its span, or each occurrence of its evidence."""
    if one.get("span"):
        start, end = one["span"]
        return (Span(start, end),)
    found = tuple(Span(*place.span()) for place in re.finditer(re.escape(one["evidence"]), text))
    if not found:
        raise ValueError(f"{one['evidence'][:60]!r} does not stand in the text")
    return found


def _source(record: dict[str, Any]) -> str:
    """Who told it, or the site that it stood on; else it stands alone."""
    address = str(record.get("url") or "")
    host = address.split("/")[2] if address.count("/") >= 2 else ""
    return str(record.get("source") or host or record["id"])
