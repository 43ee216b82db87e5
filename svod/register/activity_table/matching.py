"""Which activity a row is about: by its mark, or by the words on which one stands already, or by what it says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from svod.language.fold import fold
from svod.register.activity_table.fields import Values
from svod.register.activity_table.since import values_of
from svod.register.models import Activity, Organisation, State

Key = tuple[Any, ...]


class Known:
    """The activities of an organisation and all below it, as rows may be about them."""

    def __init__(self, campaign: int, organisation: Organisation) -> None:
        rows = Activity.objects.filter(campaign=campaign, organisation__path__startswith=organisation.path)
        rows = rows.select_related("organisation", "campaign").order_by("organisation__path", "first_day", "pk")
        self.all = {one.pk: one for one in rows}
        self.listed = {key: one for key, one in self.all.items() if one.state != State.REJECTED and not one.same_as_id}
        self.claimed: set[int] = set()
        self._whole, self._named = self._by_words()
        self._quotes: Mapping[str, list[int]] | None = None

    def standing_on(self, words: str, organisation: str) -> Activity | None:
        """The one that was taken from a table's row of these very words, whatever became of it since."""
        if self._quotes is None:
            self._quotes = self._quoted()
        return self._first(key for key in self._quotes.get(words, ()) if self._at(key) == organisation)

    def saying(self, values: Values, organisation: str) -> Activity | None:
        """The one that says just this."""
        return self._first(iter(self._whole.get(_whole(values, organisation), ())))

    def named_so(self, values: Values, organisation: str) -> Activity | None:
        """The only one of that title, kind and first day."""
        found = [key for key in self._named.get(_named(values, organisation), ()) if key not in self.claimed]
        return self.all[found[0]] if len(found) == 1 and values["title"] else None

    def claim(self, activity: Activity) -> None:
        self.claimed.add(activity.pk)

    def missing(self) -> list[Activity]:
        """Those that no row is about."""
        return [one for key, one in self.listed.items() if key not in self.claimed]

    def _first(self, keys: Iterator[int]) -> Activity | None:
        return next((self.all[key] for key in keys if key not in self.claimed), None)

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

    def _quoted(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        told = Activity.objects.filter(pk__in=self.all, document__format="table")
        for one in told.select_related("document").order_by("pk"):
            key = one.same_as_id or one.pk
            if key in self.all:
                found[one.quote].append(key)
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
