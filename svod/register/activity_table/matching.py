"""Which activity a row is about: by its mark, or by the words on which one stands already, or by what it says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from django.db.models import Q

from svod.language.fold import fold
from svod.register.activity_table.field import Values
from svod.register.activity_table.since import values_of
from svod.register.models import Activity, Campaign, Document, Organisation, State

Key = tuple[Any, ...]


class Known:
    """The activities of an organisation and all below it, as rows may be about them."""

    def __init__(self, campaign: Campaign, organisation: Organisation) -> None:
        self.within = Q(campaign=campaign, organisation__path__startswith=organisation.path)
        rows = Activity.objects.filter(self.within)
        rows = rows.select_related("organisation").defer("words", "reasons")
        self.all = {one.pk: one for one in rows.order_by("organisation__path", "first_day", "pk")}
        for one in self.all.values():
            one.campaign = campaign
        self.listed = {key: one for key, one in self.all.items() if one.state != State.REJECTED and not one.same_as_id}
        self.claimed: set[int] = set()
        self._whole, self._named = self._by_words()

    def standing_on(self, words: str, organisation: str) -> Activity | None:
        """The activity that was taken from a table's row of these very words, whatever became of it since."""
        return self._first(key for key in self._quotes.get(words, ()) if self._at(key) == organisation)

    def saying(self, values: Values, organisation: str) -> Activity | None:
        """The activity that says just this."""
        return self._first(iter(self._whole.get(_whole(values, organisation), ())))

    def named_so(self, values: Values, organisation: str) -> Activity | None:
        """The only activity of that title, kind and first day."""
        return self._only(self._named.get(_named(values, organisation), ())) if values["title"] else None

    def placed_so(self, values: Values, organisation: str) -> Activity | None:
        """Of those that were taken from a table, the only one of that kind, day and place, where neither has a title: a
        row that was handed in before and corrected since."""
        if values["title"] or not values["first_day"]:
            return None
        alike = (key for key in self._named.get(_named(values, organisation), ()) if key in self._told_in_tables)
        return self._only([key for key in alike if self.all[key].place == values["place"]])

    def claim(self, activity: Activity) -> None:
        self.claimed.add(activity.pk)

    def missing(self) -> list[Activity]:
        """The activities that no row is about."""
        return [one for key, one in self.listed.items() if key not in self.claimed]

    def _first(self, keys: Iterator[int]) -> Activity | None:
        return next((self.all[key] for key in keys if key not in self.claimed), None)

    def _only(self, keys: Iterable[int]) -> Activity | None:
        found = [key for key in keys if key not in self.claimed]
        return self.all[found[0]] if len(found) == 1 else None

    def _at(self, key: int) -> str:
        return self.all[key].organisation.path

    def _by_words(self) -> tuple[Mapping[Key, list[int]], Mapping[Key, list[int]]]:
        whole: dict[Key, list[int]] = defaultdict(list)
        named: dict[Key, list[int]] = defaultdict(list)
        for key, one in self.listed.items():
            values = values_of(one)
            whole[_whole(values, one.organisation.path)].append(key)
            named[_named(values, one.organisation.path)].append(key)
        return whole, named

    @cached_property
    def _told_in_tables(self) -> set[int]:
        return {key for keys in self._quotes.values() for key in keys}

    @cached_property
    def _quotes(self) -> Mapping[str, list[int]]:
        """The words of rows that were taken from tables, and what stands on them."""
        found: dict[str, list[int]] = defaultdict(list)
        told = Activity.objects.filter(self.within, document__format="table").order_by("pk")
        rows = list(told.values_list("pk", "same_as", "document", "start", "end"))
        texts = dict(Document.objects.filter(pk__in={row[2] for row in rows}).values_list("pk", "text"))
        for key, head, document, start, end in rows:
            if (head or key) in self.all:
                found[texts[document][start:end]].append(head or key)
        return found


def _whole(values: Values, organisation: str) -> Key:
    return (organisation, *(values[column] for column in sorted(values)))


def _named(values: Values, organisation: str) -> Key:
    return organisation, values["kind"], fold(values["title"]), values["first_day"]


def copies(marks: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    """Activity -> the rows that bear its mark, where several do. `marks` are (row, activity)."""
    bearers: dict[int, list[int]] = defaultdict(list)
    for row, activity in marks:
        bearers[activity].append(row)
    return {activity: rows for activity, rows in bearers.items() if len(rows) > 1}
