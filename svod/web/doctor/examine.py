"""All examinations, in the order in which they are told."""

from collections.abc import Iterator

from django.db import connections
from django.utils.translation import gettext as _

from svod.web.doctor import place, programs, safety, tables, work
from svod.web.doctor.finding import WRONG, Examination, Finding, look

FIRST: tuple[Examination, ...] = (place.folder, place.bucket, place.secret, place.room, place.network)
ASKING: tuple[Examination, ...] = (tables.version, tables.clock, work.readers, work.waiting, work.backup)
LAST: tuple[Examination, ...] = (
    *(programs.tesseract, programs.postgresql, programs.time_zone),
    *(safety.django, safety.https, safety.mail),
)


def examine() -> Iterator[Finding]:
    """The database is asked nothing more where it does not answer."""
    for one in FIRST:
        yield from _told(one)
    answered = list(_told(tables.answers))
    yield from answered
    if all(finding.state != WRONG for finding in answered):
        for one in ASKING:
            yield from _told(one)
    for one in LAST:
        yield from _told(one)
    connections.close_all()


def _told(one: Examination) -> Iterator[Finding]:
    """An examination that fails is a finding too, and the others go on."""
    try:
        yield from list(one())
    except Exception as error:
        what = _("This could not be examined: %(what)s (%(error)s).")
        named = f"{one.__module__.rpartition('.')[2]}.{one.__name__}"
        yield look(what % {"what": named, "error": type(error).__name__}, _("Mend what is told above, and ask again."))
