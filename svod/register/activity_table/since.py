"""What an activity was when a table was made: its columns of then, from the history of its changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from svod.register.activity_table.fields import COLUMNS
from svod.register.history import restored
from svod.register.models import Activity, Change


def values_of(activity: Activity) -> dict[str, Any]:
    return {column: getattr(activity, column) for column in COLUMNS}


def values_at(known: Iterable[tuple[Activity, int]]) -> Mapping[int, dict[str, Any]]:
    """The columns of each activity in the version that goes with it, by key."""
    wanted = {activity.pk: version for activity, version in known}
    found = {activity.pk: values_of(activity) for activity, _version in known}
    later: dict[int, list[Change]] = defaultdict(list)
    changed = [activity.pk for activity, version in known if activity.version > version]
    for change in Change.objects.filter(model="activity", row__in=changed).order_by("-pk"):
        if change.version > wanted[change.row] and change.before is not None:
            later[change.row].append(change)
    for key, changes in later.items():
        for change in changes:  # the latest first: each gives back what was before it
            before = {column: value for column, value in change.before.items() if column in COLUMNS}
            found[key].update(restored(Activity, before))
    return found
