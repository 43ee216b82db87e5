"""Begin a consolidated report, and change what it is about."""

from typing import Any

from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person, Report


def start_report(campaign: Campaign, organisation: Organisation, person: Person, **columns: Any) -> Report:
    report = Report(campaign=campaign, organisation=organisation, created_by=person, **columns)
    with operation("report_start", person, campaign, organisation, note=str(report)) as deed:
        deed.create(report)
    return report


def change_report(report: Report, person: Person, **columns: Any) -> None:
    """Change what the report is about; what people wrote stays. Raises Stale where somebody was faster."""
    with operation("report_change", person, report.campaign, report.organisation, note=str(report)) as deed:
        deed.update(report, **columns)
