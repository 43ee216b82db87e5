"""Say something about a passage of a report, and settle it."""

from svod.publishing.quotes import printable
from svod.register.errors import NothingWritten
from svod.register.history import operation
from svod.register.models import Comment, Person, Report


def comment(report: Report, key: str, text: str, person: Person) -> Comment:
    """Say something about a passage. Raises NothingWritten."""
    text = printable(text).strip()[:2000]
    if not text:
        raise NothingWritten()
    made = Comment(report=report, key=key, text=text, person=person)
    with operation("report_comment", person, report.campaign, report.organisation, note=made.text) as deed:
        deed.create(made)
    return made


def settle(row: Comment, person: Person) -> None:
    report = row.report
    with operation("report_settle", person, report.campaign, report.organisation, note=row.text) as deed:
        deed.update(row, is_settled=True)
