"""Write a planned import: all its rows in one operation, however many they are."""

from collections import defaultdict

from django.db.models import F

from svod.register.errors import Stale
from svod.register.history import Deed, operation
from svod.register.models import Operation, Organisation, Person
from svod.register.organisations_plan import Planned

BATCH = 1000


def import_organisations(rows: list[Planned], base: Organisation, person: Person, name: str = "") -> Operation:
    """Write the new and the changed rows; those with errors are left out.

    Raises Stale where the tree changed since the plan.
    """
    with operation("import_organisations", person, organisation=base, note=name) as deed:
        Organisation.objects.select_for_update().get(pk=base.pk)  # two imports wait for one another
        _change([row for row in rows if row.state == "changed"], deed)
        _make([row for row in rows if row.state == "new"], deed)
    return deed.operation


def _change(rows: list[Planned], deed: Deed) -> None:
    there = Organisation.objects.in_bulk([row.target for row in rows])
    for row in rows:
        target = there.get(row.target)
        if target is None or target.version != row.version:
            raise Stale(row=target)
        deed.update(target, **{name: new for name, (_old, new) in row.changes.items()})


def _make(rows: list[Planned], deed: Deed) -> None:
    """Make a whole level at a time, the paths of which are known before it is written."""
    keys = {row.parent for row in rows if row.parent > 0}
    made: dict[int, Organisation] = dict(Organisation.objects.in_bulk(keys))
    if len(made) < len(keys):
        raise Stale(row=None)
    last = _last_steps(list(made.values()))
    waiting = rows
    while waiting:
        level = [row for row in waiting if row.parent in made]
        if not level:
            raise Stale(row=None)
        fresh = [_built(row, made[row.parent], last) for row in level]
        Organisation._base_manager.bulk_create(fresh, batch_size=BATCH)
        made |= {-row.number: organisation for row, organisation in zip(level, fresh, strict=True)}
        _count_children(level, made)
        deed.created_many(fresh)
        written = {row.number for row in level}
        waiting = [row for row in waiting if row.number not in written]


def _built(row: Planned, parent: Organisation, last: dict[str, int]) -> Organisation:
    last[parent.path] += 1
    path = Organisation._get_path(parent.path, parent.depth + 1, last[parent.path])
    return Organisation(path=path, depth=parent.depth + 1, numchild=0, **row.columns)


def _last_steps(parents: list[Organisation]) -> dict[str, int]:
    """The place of each parent's last child."""
    step, last = Organisation.steplen, defaultdict[str, int](int)
    with_children = {parent.path for parent in parents if parent.numchild}
    for depth in {parent.depth for parent in parents if parent.numchild}:
        for path in Organisation.objects.filter(depth=depth + 1).values_list("path", flat=True):
            if path[:-step] in with_children:
                last[path[:-step]] = max(last[path[:-step]], Organisation._str2int(path[-step:]))
    return last


def _count_children(rows: list[Planned], made: dict[int, Organisation]) -> None:
    counts: dict[int, int] = defaultdict(int)
    for row in rows:
        counts[made[row.parent].pk] += 1
    by_count: dict[int, list[int]] = defaultdict(list)
    for key, count in counts.items():
        by_count[count].append(key)
    for count, keys in by_count.items():
        Organisation._base_manager.filter(pk__in=keys).update(numchild=F("numchild") + count)
