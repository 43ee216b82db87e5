"""Who was to report, and who has."""

from collections.abc import Iterator, Sequence

from svod.packs.pack import Pack
from svod.records import Coverage, Document, Reading


def cover(readings: Sequence[Reading], pack: Pack) -> Coverage:
    """The expected regions, those of them heard from, and the silent rest, each in the pack's order.

    A region is heard from when a submission tells an activity of it (held or planned) or a total, or lies in a folder
    named for it, whatever was found inside. Regions that were not to report are left out: no rate exceeds 100 %.
    """
    heard = {activity.region for reading in readings for activity in reading.activities}
    heard |= {total.region for reading in readings for total in reading.totals}
    heard |= set(_filed_under(readings, pack))
    return Coverage(
        expected=pack.expected,
        reported=tuple(region for region in pack.expected if region in heard),
        silent=tuple(region for region in pack.expected if region not in heard),
    )


def _filed_under(readings: Sequence[Reading], pack: Pack) -> Iterator[str]:
    """The regions whose name is the name of a folder on the way to a submission."""
    named = {
        name.casefold(): unit.code
        for unit in pack.geography.regions
        for name in (*unit.names.values(), *unit.short.values(), *unit.other)
    }
    for reading in readings:
        yield from (named[folder] for folder in _folders(reading.document) if folder in named)


def _folders(document: Document) -> list[str]:
    """Of "Костанай/отчёты.zip › отчёт.docx": костанай, отчёты.zip."""
    return [part.strip().casefold() for part in document.source.replace(" › ", "/").split("/")[:-1]]
