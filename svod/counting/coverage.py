"""Who was to report, and who has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from svod.packs.filed import filed_under, regions_by_name
from svod.packs.pack import Pack
from svod.records import Coverage, NothingHeld, Reading


def cover(readings: Sequence[Reading], pack: Pack) -> Coverage:
    """The expected regions, those of them heard from, and the silent rest, each in the pack's order.

    A region is heard from when a submission tells an activity of it (held or planned) or a total, or lies in a folder
    named for it, whatever was found inside. Regions that were not to report are left out: no rate exceeds 100 %.
    Nothing was held where somebody says so and nobody tells an activity that was held, or a number.
    """
    heard = {activity.region for reading in readings for activity in reading.activities}
    heard |= {total.region for reading in readings for total in reading.totals}
    regions = regions_by_name(pack)
    heard |= {region for reading in readings for region in filed_under(reading.document.source, regions)}
    answers = tuple(sorted(_answers(readings, regions), key=lambda answer: answer.evidence))
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


def _answers(readings: Sequence[Reading], regions: Mapping[str, str]) -> Iterator[NothingHeld]:
    """Who said that nothing was held; where no region is named, the folder's is meant."""
    for reading in readings:
        filed = next(iter(filed_under(reading.document.source, regions)), None)
        for answer in reading.nothing_held:
            yield replace(answer, region=answer.region or filed)
