"""Choose photos of submissions for a report: each with a caption, and with who agreed that it is shown."""

from svod.publishing.quotes import printable
from svod.register.errors import ConsentNeeded
from svod.register.history import operation
from svod.register.models import Illustration, Person, Photo, Report


def illustrate(
    report: Report, photo: Photo, caption: str, consent: str, person: Person, faces: str = Illustration.Faces.NOBODY
) -> None:
    """Choose a photo; choosing it again changes its words. Raises ConsentNeeded."""
    words = {"caption": printable(caption).strip()[:300], "consent": printable(consent).strip()[:500], "faces": faces}
    if not all(words.values()) or faces not in Illustration.Faces.values:
        raise ConsentNeeded()
    row = report.illustrations.filter(photo=photo).first()
    with operation("report_illustrate", person, report.campaign, report.organisation, note=words["caption"]) as deed:
        if row is None:
            deed.create(Illustration(report=report, photo=photo, chosen_by=person, **words))
        else:
            deed.update(row, chosen_by=person, **words)


def drop_illustration(row: Illustration, person: Person) -> None:
    report = row.report
    with operation("report_illustrate", person, report.campaign, report.organisation, note=row.caption) as deed:
        deed.delete(row)
