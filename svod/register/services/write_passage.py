"""A passage of the report in a person's own words, its facts bound to the register; or the narrator's again."""

from django.db import IntegrityError
from django.utils import timezone

from svod.publishing.quotes import printable
from svod.register.consolidated.binding import rebound
from svod.register.consolidated.told import told
from svod.register.errors import NothingWritten, Stale
from svod.register.history import operation
from svod.register.models import Passage, Person, Report


def write_passage(report: Report, key: str, text: str, person: Person, version: int = 0) -> Passage:
    """`version` is the row's that the person saw, 0 where there was none. Raises NothingWritten, Stale."""
    if not printable(text).strip():
        raise NothingWritten()
    row = report.passages.filter(key=key).first() or Passage(report=report, key=key, version=0)
    if row.version != version:
        raise Stale(row=row)
    columns = _columns(row, text, person)
    with operation("report_write", person, report.campaign, report.organisation, note=_note(report, key)) as deed:
        if row.pk:
            deed.update(row, **columns)
            return row
        made = Passage(report=report, key=key, **columns)
        try:
            deed.create(made)
        except IntegrityError:
            raise Stale(row=made) from None  # somebody began it meanwhile
    return made


def restore_passage(row: Passage, person: Person, version: int) -> None:
    """The person's words go; the history keeps them. Raises Stale."""
    report = row.report
    with operation("report_restore", person, report.campaign, report.organisation, note=_note(report, row.key)) as deed:
        if not Passage.objects.select_for_update().filter(pk=row.pk, version=version).exists():
            raise Stale(row=row)
        deed.delete(row)


def seen_passage(row: Passage, person: Person) -> None:
    """The person has seen what the narrator says now, and keeps their own words."""
    report, now = row.report, told(row.report).passage(row.key)
    with operation("report_seen", person, report.campaign, report.organisation, note=_note(report, row.key)) as deed:
        deed.update(row, machine=now.text if now else "")


def _columns(row: Passage, text: str, person: Person) -> dict[str, object]:
    now = told(row.report)
    own = now.passage(row.key)
    written = rebound(text, row, own, now)
    return {
        "text": written.text,
        "known": written.known,
        "groups": written.groups,
        "machine": own.text if own else row.machine,
        "written_by": person,
        "written_at": timezone.now(),
    }


def _note(report: Report, key: str) -> str:
    passage = told(report).passage(key)
    return f"{report}: {passage.heading.text if passage and passage.heading else key}"
