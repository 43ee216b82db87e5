"""Who was to report, and who has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.packs.pack import Pack
from svod.records import Coverage, Document, NothingHeld, Reading


def cover(readings: Sequence[Reading], pack: Pack) -> Coverage:
    """The expected regions, those of them heard from, and the silent rest, each in the pack's order.

    A region is heard from when a submission tells an activity of it (held or planned) or a total, or lies in a folder
    named for it, whatever was found inside. Regions that were not to report are left out: no rate exceeds 100 %.
    Nothing was held where somebody says so and nobody tells an activity that was held, or a number.
    """
    heard = {activity.region for reading in readings for activity in reading.activities}
    heard |= {total.region for reading in readings for total in reading.totals}
    heard |= set(_filed_under(readings, pack))
    answers = tuple(sorted(_answers(readings, pack), key=lambda answer: answer.evidence))
    denied = {answer.region for answer in answers} - _held(readings)
    heard |= {answer.region for answer in answers}
    return Coverage(
        expected=pack.expected,
        reported=tuple(region for region in pack.expected if region in heard),
        silent=tuple(region for region in pack.expected if region not in heard),
        nothing_held=tuple(region for region in pack.expected if region in denied),
        answers=answers,
    )


def _held(readings: Sequence[Reading]) -> set[str | None]:
    """The regions of which an activity that was held, or a number above nought, is told."""
    told = {activity.region for reading in readings for activity in reading.activities if not activity.planned}
    return told | {total.region for reading in readings for total in reading.totals if total.value.most != 0}


def _answers(readings: Sequence[Reading], pack: Pack) -> Iterator[NothingHeld]:
    """Who said that nothing was held; where no region is named, the folder's is meant."""
    for reading in readings:
        filed = next(_filed_under((reading,), pack), None) if reading.nothing_held else None
        for answer in reading.nothing_held:
            yield replace(answer, region=answer.region or filed)


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
