"""All that people added to a report by hand."""

from dataclasses import dataclass

from svod.narration.closing import Recommended
from svod.records import Picture
from svod.register.models import Illustration, Passage, Recommendation, Report

SHARE = 80  # of the line, in hundredths; an upright photo takes less


@dataclass(frozen=True, slots=True)
class ByHand:
    passages: tuple[Passage, ...] = ()
    recommendations: tuple[Recommended, ...] = ()
    photos: tuple[Picture, ...] = ()


def by_hand(report: Report, *, pictures: bool = False) -> ByHand:
    """`pictures`: with the photos, which are read from the disk."""
    passages = report.passages.select_related("written_by").order_by("pk")
    recommendations = report.recommendations.select_related("activity")
    chosen = report.illustrations.select_related("photo") if pictures else ()
    return ByHand(tuple(passages), tuple(map(_recommended, recommendations)), tuple(map(_picture, chosen)))


def _recommended(row: Recommendation) -> Recommended:
    return Recommended(row.who, row.text, (row.activity.evidence,) if row.activity else ())


def _picture(row: Illustration) -> Picture:
    photo = row.photo
    with photo.file.open() as stream:
        data = stream.read()
    share = SHARE if photo.width >= photo.height else SHARE * photo.width // photo.height
    return Picture(row.caption, row.caption, data, (photo.width, photo.height), share)
