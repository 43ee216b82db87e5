"""Collect what round tables and meetings recommended or decided, for the closing part of a report."""

from svod.publishing.quotes import printable
from svod.register.errors import NothingWritten
from svod.register.history import operation
from svod.register.models import Activity, Person, Recommendation, Report


def recommend(report: Report, text: str, person: Person, who: str = "", activity: Activity | None = None) -> None:
    """Note a recommendation; `activity` is where it was made. Raises NothingWritten."""
    text, who = printable(text).strip()[:2000], printable(who).strip()[:300]
    if not text:
        raise NothingWritten()
    made = Recommendation(report=report, text=text, who=who, activity=activity)
    with operation("report_recommend", person, report.campaign, report.organisation, note=made.text) as deed:
        deed.create(made)


def drop_recommendation(row: Recommendation, person: Person) -> None:
    report = row.report
    with operation("report_recommend", person, report.campaign, report.organisation, note=row.text) as deed:
        deed.delete(row)
