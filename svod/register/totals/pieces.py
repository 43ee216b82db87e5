"""Where the pieces of materials are, and how many were given out, as `svod.counting.pieces` counts them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from svod import records
from svod.counting.listing import Listing
from svod.counting.pieces import OF_NO_KIND
from svod.counting.scopes import Cells
from svod.records import Bounds, Evidence, HandedOut
from svod.register.models import Issue, Organisation, PieceMove
from svod.register.totals.counted import Part

LOG = "hand-out-log"  # the id of the log as a document of a report


def stock(
    issues: Iterable[Issue], organisations: Iterable[Organisation] | None = None
) -> Mapping[tuple[int, int], int]:
    """(issue, organisation) -> pieces there; below zero where more went than came. Of all organisations, or of some."""
    moves = PieceMove.objects.filter(issue__in=issues).order_by()
    held: Counter[tuple[int, int]] = Counter()
    for column, sign in (("source", -1), ("target", 1)):
        rows = moves.filter(**{f"{column}__isnull": False})
        if organisations is not None:
            rows = rows.filter(**{f"{column}__in": organisations})
        for issue, organisation, pieces in rows.values_list("issue", column).annotate(pieces=Sum("pieces")):
            held[issue, organisation] += sign * pieces
    return held


def held_by(issue: Issue, organisation: Organisation) -> int:
    return stock([issue], [organisation])[issue.pk, organisation.pk]


def given_out(part: Part) -> QuerySet[PieceMove]:
    """What people were given by organisations of that part. What is passed on is given out by nobody."""
    rows = PieceMove.objects.filter(part.within("source"), target__isnull=True, source__isnull=False)
    return rows.filter(issue__material__campaign=part.campaign)


def cells_of(rows: QuerySet[PieceMove]) -> Cells:
    """What was given out by region, to be settled with what is reported."""
    by_region: Counter[str | None] = Counter()
    for unit, pieces in rows.order_by().values_list("source__unit").annotate(pieces=Sum("pieces")):
        by_region[unit.partition("/")[0] or None] += pieces
    return {(region, OF_NO_KIND): Listing(Bounds.exactly(pieces)) for region, pieces in by_region.items()}


def log_of(rows: QuerySet[PieceMove]) -> tuple[list[HandedOut], records.Document | None]:
    """What was given out with its places in the log, and the log as a text of a report; no text of an empty one."""
    handed: list[HandedOut] = []
    lines, end = [], 0
    known = rows.select_related("issue__material", "source").order_by("day", "pk")
    for one in known:
        line = _line(one)
        region = one.source.region or None if one.source else None
        handed.append(HandedOut(one.issue.material.kind, region, one.pieces, Evidence(LOG, end, end + len(line))))
        lines.append(line)
        end += len(line) + 1
    text = "\n".join(lines)
    name = _("Hand-out log of materials")
    return handed, records.Document(LOG, text, name, format="log") if handed else None


def _line(one: PieceMove) -> str:
    parts = (date_format(one.day, "SHORT_DATE_FORMAT"), one.source, one.issue.material.title, one.pieces)
    return " | ".join(" ".join(str(part).split()) for part in parts)
