"""Triggers that note which sums a change concerns: in its own transaction, whoever makes it and by whatever way."""

from collections.abc import Iterator
from typing import Any

from django.db import connections

from svod.register.triggers import ensure, trigger

COUNTED = (  # columns of an activity that a sum comes from
    *("campaign_id", "organisation_id", "document_id", "state", "kind", "title", "first_day", "last_day", "region"),
    *("place", "organiser", "audience", "participants_least", "participants_most", "count_least", "count_most"),
    *("planned", "same_as_id"),
)
MARK = "INSERT INTO register_touched (campaign_id, organisation_id, region, kind)"
# Of the row, before the change or after it: its own cell, those of all that tells the same, and the reported totals
# that are compared with it.
OF_AN_ACTIVITY = (
    "MARK VALUES (ROW.campaign_id, ROW.organisation_id, ROW.region, ROW.kind);",
    "MARK SELECT campaign_id, organisation_id, region, kind FROM register_activity"
    " WHERE same_as_id IN (ROW.id, ROW.same_as_id) AND id <> ROW.id;",
    "MARK SELECT ROW.campaign_id, ROW.organisation_id, '', '' WHERE ROW.same_as_id IS NOT NULL"
    " OR EXISTS (SELECT 1 FROM register_reportedtotal WHERE document_id = ROW.document_id)"
    " OR EXISTS (SELECT 1 FROM register_activity WHERE same_as_id = ROW.id);",
)
OF_A_TOTAL = ("MARK VALUES (ROW.campaign_id, ROW.organisation_id, '', '');",)
TABLES = {
    "register_activity": (OF_AN_ACTIVITY, f"UPDATE OF {', '.join(COUNTED)}"),
    "register_reportedtotal": (OF_A_TOTAL, "UPDATE"),
}
EVENTS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}
PREFIX = "svod_touched_"


def set_up(using: str = "default", **_signal: Any) -> None:
    """Set up the triggers of this version; nothing is done where they are there already."""
    connection = connections[using]
    ensure(connection, PREFIX, dict(_triggers(connection.vendor)))


def _triggers(vendor: str) -> Iterator[tuple[str, list[str]]]:
    for table, (marks, update) in TABLES.items():
        for event, rows in EVENTS.items():
            body = "\n".join(mark.replace("ROW.", f"{row}.") for row in rows for mark in marks).replace("MARK", MARK)
            yield trigger(vendor, PREFIX, f"AFTER {update if event == 'update' else event.upper()} ON {table}", body)
