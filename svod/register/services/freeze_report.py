"""Freeze a version of a report: what it says now is kept, and its files are made by the worker."""

from collections.abc import Callable, Iterable

from django.db.models import Max

from svod.register.consolidated.standing import untrue
from svod.register.consolidated.told import Told, told
from svod.register.errors import NoLongerTrue
from svod.register.history import operation
from svod.register.models import Edition, Passage, Person, Report
from svod.register.tasks import make_edition


def freeze_report(report: Report, person: Person, address_of: Callable[[str], str]) -> Edition:
    """Freeze what the report says now. `address_of` gives the address where a code is verified. Raises NoLongerTrue."""
    ensure_true(report.passages.all(), told(report))
    with operation("report_freeze", person, report.campaign, report.organisation, note=str(report)) as deed:
        Report.objects.select_for_update(no_key=True).get(pk=report.pk)  # versions are numbered one after another
        last = report.editions.aggregate(last=Max("number"))["last"] or 0
        edition = Edition(report=report, number=last + 1, made_by=person)
        edition.address = address_of(edition.code)
        deed.create(edition)
        make_edition.enqueue(edition.pk)
    return edition


def ensure_true(passages: Iterable[Passage], told: Told) -> None:
    """Raise NoLongerTrue where people's words say what the register no longer says."""
    found = [one.was for row in passages for one in untrue(row, told)]
    if found:
        raise NoLongerTrue(facts="; ".join(dict.fromkeys(found)))
