"""Whichever way rows are looked up, they are the same rows."""

from datetime import date

import pytest
from django.http import QueryDict

from svod.register.models import Activity, Resemblance, State
from svod.register.totals import part_of
from svod.web.activities import days, found
from svod.web.activities.selection import Selection
from tests.register import made
from tests.world import World

ASKED = [
    "",
    "look=on",
    "look=on&kind=seminar",
    "look=on&first=2025-12-02",
    "look=on&state=confirmed",
    "look=on&copies=all&planned=all",
    "first=2025-12-02&audience=pupils",
    "state=draft&kind=seminar&copies=all",
    "state=draft&state=confirmed&state=rejected&planned=all&copies=all",
    "copies=only",
    "asked=open&state=draft",
    "asked=open&look=on&q=семинар",
    "q=круглый",
    "on=none",
    "on=2025-12-01",
    "on=nonsense",
    "on=before",
    "on=after",
    "on=before&first=2025-11-20",
    "first=2025-12-01",
    "first=2025-12-02",
    "first=2025-12-02&last=2025-12-02&state=confirmed&state=draft",
    "first=2025-12-03&last=2025-12-01",
    "last=2025-12-01",
    "last=2025-12-01&q=круглый",
    "first=2030-01-01",
    "first=2025-12-02&on=2025-12-01",
    "last=nonsense",
]


@pytest.fixture
def filled(world: World) -> World:
    of, above = made.document(world), made.document(world, world.rudny)
    sure, other = made.activity(world, of, confidence=0.9), made.activity(world, above, confidence=0.9)
    Resemblance.objects.create(one=sure, other=other, score=1.0)
    made.activity(world, of, confidence=0.6, question="Когда?")
    made.activity(world, of, confidence=0.5, kind="seminar", audience=("pupils",))
    made.activity(world, of, confidence=0.6, first_day=made.day(1), last_day=made.day(2), audience=("pupils",))
    made.activity(world, above, confidence=0.6, planned=True)
    made.activity(world, above, state=State.CONFIRMED, confidence=0.4)
    made.activity(world, above, state=State.REJECTED)
    Activity.objects.filter(pk=made.activity(world, of, confidence=0.6).pk).update(same_as=other)
    for first, last in ((date(2025, 11, 17), date(2025, 11, 21)), (date(2025, 11, 18), date(2026, 1, 9))):
        made.activity(world, of, state=State.CONFIRMED, first_day=first, last_day=last)
        made.activity(world, above, state=State.CONFIRMED, first_day=last, last_day=last)
    world.person("reporter", world.school, "chair")  # what was told here counts here, also where another telling does
    return world


@pytest.mark.parametrize(("few", "most_days"), [(0, 400), (10_000, 400), (10_000, 2)])
@pytest.mark.parametrize("person", ["chief", "reader", "reporter", "chair", "stranger"])
def test_all_ways_lead_to_the_same_rows(
    filled: World, person: str, few: int, most_days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "FEW", few)
    monkeypatch.setattr(days, "MOST", most_days)
    who = filled.people[person]
    part, lengths = part_of(filled.campaign, who), []
    for asked in ASKED:
        selection = Selection(QueryDict(asked), part, who, "ru")
        keys = sorted(selection.rows().values_list("pk", flat=True))
        assert sorted(selection.some(100)) == keys, asked
        assert selection.in_order(0, 100) == keys, asked
        assert selection.in_order(1, 3) == keys[1:3], asked
        assert selection.in_order(1, 9, after=min(keys, default=0)) == keys[2:10], asked
        assert len(selection.some(1)) == min(1, len(keys)), asked
        lengths.append(len(keys))
    assert (max(lengths) > 2) == (person != "stranger")
    assert not lengths[-1]


def test_what_needs_a_look(filled: World) -> None:
    who = filled.people["chief"]
    selection = Selection(QueryDict("look=on"), part_of(filled.campaign, who), who, "ru")
    rows = Activity.objects.in_bulk(selection.some(100)).values()
    assert sorted(row.confidence for row in rows) == [0.5, 0.6, 0.6, 0.9, 0.9]  # the latter two may be the same
