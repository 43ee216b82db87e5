"""A table of activities: received, compared whenever somebody looks, and taken over row by row as a person decides."""

from collections.abc import Collection
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from svod.register.activity_table.compare import WRITABLE, compare
from svod.register.activity_table.lines import Table, read_table
from svod.register.activity_table.names import Names
from svod.register.activity_table.rows import Comparison, Row
from svod.register.errors import OtherCampaign, Stale
from svod.register.history import Deed, operation
from svod.register.models import Activity, ActivityTable, Campaign, Operation, Organisation, Person, State, Submission
from svod.register.services.confirm import stood_by
from svod.register.services.correct import where_from
from svod.register.services.keep import digest, keep
from svod.register.services.locks import ensure_open
from svod.register.services.numbers import NUMBERS, stands
from svod.register.services.stand_on_table import FORMAT, Source, Standing
from svod.register.tasks import look_for_resemblances

NUMBER_COLUMNS = ("participants_least", "participants_most", "count_least", "count_most")


def receive_table(
    stream: IO[bytes], name: str, campaign: Campaign, organisation: Organisation, person: Person
) -> ActivityTable:
    """The same bytes again are the same table. Raises BadSheet, OtherCampaign."""
    sha256, _size = digest(stream)
    known = ActivityTable.objects.filter(campaign=campaign, organisation=organisation, sha256=sha256).first()
    if known is not None:
        return known
    table = read_table(stream)
    if table.campaign not in ("", campaign.slug):
        raise OtherCampaign
    kept = keep(stream)
    found, _made = ActivityTable.objects.get_or_create(
        campaign=campaign,
        organisation=organisation,
        sha256=kept.sha256,
        defaults={
            "name": name[-300:],
            "file": kept.place,
            "size": kept.size,
            "rows": table.as_json(),
            "received_by": person,
        },
    )
    return found


def compared(table: ActivityTable, languages: tuple[str, ...] = ("ru",)) -> Comparison:
    """What its rows would change now; the languages are those in which values are told."""
    return compare(Table.of_json(table.rows), Names(table.campaign, table.organisation, languages))


def take(table: ActivityTable, chosen: Collection[str], person: Person) -> Operation | None:
    """Write the chosen rows, each named as `Row.seen` named it: all of them, or none. None where none is left to write.

    Raises Stale where a row would now do something else than the person saw, Locked in a signed part.
    """
    with transaction.atomic():
        Campaign.objects.select_for_update(no_key=True).get(pk=table.campaign_id)
        rows = compared(table).rows
        writing = [row for row in rows if row.seen in chosen and row.state in WRITABLE]
        known = {row.seen for row in rows if row.state in (*WRITABLE, "same")}
        if set(chosen) - known:
            raise Stale(row=table)
        if not writing:
            return None
        for organisation in {row.organisation for row in writing if row.organisation}:
            ensure_open(table.campaign, organisation)
        standing = Standing(table, rows, person)
        sources = {row.number: standing.of(row) for row in writing}
        with operation("take_table", person, table.campaign, table.organisation, note=table.name) as deed:
            for row in writing:
                _Taking(deed, person, row, sources[row.number]).write()
        table.taken.add(deed.operation)
        stands = Submission.objects.filter(documents__in={source.document.pk for source in sources.values()})
        stands.update(compared=False)  # also those of which other rows were taken before
    look_for_resemblances(table.campaign)
    return deed.operation


class _Taking:
    """One row becomes what it says."""

    def __init__(self, deed: Deed, person: Person, row: Row, source: Source) -> None:
        self.deed, self.person, self.row, self.source = deed, person, row, source

    def write(self) -> None:
        target = self.row.target
        if target is None:
            self.deed.create(self._activity(self.row.values))
        elif target.document.format == FORMAT:
            self._change(target, self._place())  # the newer table takes the older one's place
        else:
            self._change(target, {})
            self._tell_again(target)

    def _activity(self, values: dict[str, Any]) -> Activity:
        """A confirmed one that stands on the row."""
        organisation = self.source.document.submission.organisation
        made = Activity(
            campaign=self.source.document.submission.campaign,
            organisation=organisation,
            region=organisation.region,
            reasons=["person"],
            **self._place(),
            **values,
        )
        made.origins = {**dict.fromkeys(made.sources, "typed"), "region": "organisation"}
        for name, value in {**stood_by(made, self.person), **self._reason(made)}.items():
            setattr(made, name, value)
        return made

    def _change(self, target: Activity, place: dict[str, Any]) -> None:
        """The person who takes the row over stands behind all of it."""
        told = where_from(target, self.row.columns, keep_sources=False)
        columns = {**self.row.columns, **told, **place, **stood_by(target, self.person)}
        if target.state == State.CONFIRMED:
            columns["decided_by"] = self.person
        self.deed.update(target, **columns)
        self.deed.update(target, **self._reason(target))

    def _tell_again(self, target: Activity) -> None:
        """The row is one more place that tells it; there is one such place, the newest table's."""
        earlier = target.told_again.filter(document__format=FORMAT).first()
        columns = {name: getattr(target, name) for name in (*self.row.values, "region", "organiser")}
        if earlier is not None:
            self.deed.update(earlier, **columns, **self._place())
            return
        telling = self._activity(self.row.values)
        for name, value in {**columns, "same_as": target}.items():
            setattr(telling, name, value)
        self.deed.create(telling)

    def _place(self) -> dict[str, Any]:
        place = self.source.place
        return {
            "document": self.source.document,
            "start": place.row.start,
            "end": place.row.end,
            "sources": {name: list(span) for name, span in place.fields.items()},
        }

    def _reason(self, activity: Activity) -> dict[str, str]:
        """Why it has a number that its own text does not say; an earlier reason was one for an earlier number."""
        if all(stands(activity, name) for name in NUMBERS["activity"]):
            return {"number_reason": ""}
        if activity.number_reason and not set(NUMBER_COLUMNS) & set(self.row.columns):
            return {}
        table = self.source.document.submission.name
        reason = _("Row %(row)s of the table “%(table)s”.") % {"row": self.row.number, "table": table}
        return {"number_reason": reason[:500]}
