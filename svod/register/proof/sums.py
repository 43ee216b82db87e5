"""What pages show is what an independent recount gives: row by row, where pages ask the database to add."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import F, Q

from svod.register.consolidated.kept import hash_of
from svod.register.models import Activity, Book, Campaign, Edition, State, Tally, Touched
from svod.register.proof.flaw import Flaw
from svod.register.totals.counted import Part, View, counted
from svod.register.totals.listed import Ledger, Sum
from svod.register.totals.recount import recounted

ANEW = "Stop svod serve and empty the table register_book: the sums are counted anew when somebody looks."
APART = "Separate the two in the application, then merge what is the same."
Told = tuple[int, int | None, int, int | None]  # rows, most activities, least and most attendances


def merged() -> Iterator[Flaw]:
    """What tells again counts at the one it tells: of the same campaign, which tells nothing again itself."""
    again = Activity.objects.filter(same_as__isnull=False).order_by("pk")
    wrong = ~Q(same_as__campaign=F("campaign")) | Q(same_as__same_as__isnull=False)
    for key, other in again.filter(wrong).values_list("pk", "same_as"):
        yield Flaw(f"activity {key}", f"It tells activity {other} again, which cannot count for it.", APART)


def sums() -> Iterator[Flaw]:
    for campaign in Campaign.objects.select_related("organisation").order_by("pk"):
        part = Part(campaign, (campaign.organisation.path,))
        for view in View:
            for planned in (False, True):
                yield from _of(part, view, planned)


def _of(part: Part, view: View, planned: bool) -> Iterator[Flaw]:
    shown = {field: Ledger(counted(part, view, planned=planned)).by(field) for field in ("region", "kind")}
    for field, by in _recounted(part, view, planned).items():
        found = {code: _told(one) for code, one in shown[field].items()}
        for code in sorted(found.keys() | by.keys()):
            if found.get(code) != by.get(code):
                what = f"{view.value}, {field} {code or 'unknown'}: {found.get(code)} shown, {by.get(code)} there."
                yield Flaw(f"campaign {part.campaign.slug}", what)


def kept() -> Iterator[Flaw]:
    """What is kept so that large registers are quick is what a recount gives, but for what is known to be stale."""
    for book in Book.objects.select_related("campaign__organisation", "organisation").order_by("pk"):
        part = Part(book.campaign, (book.organisation.path,))
        marked = Touched.objects.filter(campaign=book.campaign, organisation__path__startswith=book.organisation.path)
        unsure = set(marked.values_list("region", "kind"))
        cells = set(part.activities().order_by().values_list("region", "kind").distinct())
        known = {(one.region, one.kind): one for one in Tally.objects.filter(book=book)}
        for cell in sorted((cells | known.keys()) - unsure):
            one = known.get(cell)
            if one is None or not (one.is_stale or _holds(one, part)):
                where = f"campaign {book.campaign.slug}, {book.organisation}"
                yield Flaw(where, f"The sums kept of {cell[0] or 'no region'}, {cell[1]} are not a recount's.", ANEW)


def _holds(kept: Tally, part: Part) -> bool:
    return all(getattr(kept, name) == value for name, value in recounted(part, kept.region, kept.kind).items())


def _told(one: Sum) -> Told:
    return one.rows, one.activities.most, one.attendances.least, one.attendances.most


def _recounted(part: Part, view: View, planned: bool) -> dict[str, dict[str, Told]]:
    """From the rows themselves: no filter, no sum and no grouping of the database."""
    columns = ("region", "kind", "state", "planned", "same_as", "count_most", "participants_least", "participants_most")
    rows = list(Activity.objects.filter(campaign=part.campaign).values(*columns).iterator())
    states = {State.CONFIRMED} if view == View.CONFIRMED else {State.CONFIRMED, State.DRAFT}
    held = [one for one in rows if one["state"] in states and one["planned"] == planned and one["same_as"] is None]
    return {field: _by(field, held) for field in ("region", "kind")}


def _by(field: str, rows: Iterable[dict[str, object]]) -> dict[str, Told]:
    groups: dict[str, Counter[str]] = {}
    for row in rows:
        group = groups.setdefault(str(row[field]), Counter())
        group["rows"] += 1
        group["least"] += row["participants_least"] or 0
        for name in ("count_most", "participants_most"):
            group[name] += row[name] or 0
            group[f"{name} open"] += row[name] is None
    return {code: _as_told(group) for code, group in groups.items()}


def _as_told(group: Counter[str]) -> Told:
    most, people = (None if group[f"{name} open"] else group[name] for name in ("count_most", "participants_most"))
    return group["rows"], most, group["least"], people


def editions() -> Iterator[Flaw]:
    """What somebody signed is what was frozen. Where a person was erased from it, the signature is withdrawn."""
    signed = Edition.objects.filter(signed_at__isnull=False, withdrawn_at=None)
    for edition in signed.order_by("pk").iterator():
        if hash_of(edition.tree) != edition.sha256:
            yield Flaw(f"version {edition.number} of report {edition.report_id}", "It is not what was frozen.")
