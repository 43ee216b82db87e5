"""What the reader passed over counts nowhere until a person takes it in."""

import pytest

from svod.register.errors import Locked, NoSuchPassage
from svod.register.left_out import LeftOut, still_open
from svod.register.models import Activity, Document, Operation, Person, ReportedTotal, State
from svod.register.models.finding import Finding
from svod.register.services.sign import sign
from svod.register.services.take_in import take_in, turn_down
from svod.register.services.undo import undo
from tests.world import World

TEXT = """28 ноября 2025 года в школе состоялся круглый стол для 45 учащихся. Позже к ним присоединились 15 родителей.
Если получится, 5 декабря тренинг для родителей в Рудном.
"""


@pytest.fixture
def document(world: World) -> Document:
    return world.submission(text=TEXT).documents.get()


@pytest.fixture
def reviewer(world: World) -> Person:
    return world.people["reviewer"]


def open_in(document: Document) -> list[LeftOut]:
    rows: list[Finding] = [*document.activitys.all(), *document.reportedtotals.all()]
    return list(still_open(document, rows))


def test_it_counts_nowhere(document: Document) -> None:
    people, training = open_in(document)
    assert (people.row.quote, training.row.kind) == ("15 родителей", "training")
    assert [one.kind for one in document.activitys.all()] == ["round_table"]
    assert not document.reportedtotals.exists()


def test_it_is_taken_in_as_a_draft_with_all_that_was_read(document: Document, reviewer: Person) -> None:
    people, training = open_in(document)
    made = take_in(document, training.place, reviewer)
    made.refresh_from_db()
    assert isinstance(made, Activity)
    assert (made.state, made.decided_by, str(made.first_day)) == (State.DRAFT, None, "2025-12-05")
    assert (made.place, made.region, made.audience) == ("Рудный", "KZ-39", ("parents",))
    assert open_in(document)[0].place == people.place
    assert len(open_in(document)) == 1
    assert isinstance(take_in(document, people.place, reviewer), ReportedTotal)
    assert not open_in(document)


def test_it_is_turned_down_and_that_taken_back(document: Document, reviewer: Person) -> None:
    _people, training = open_in(document)
    made = turn_down(document, training.place, reviewer)
    assert (made.state, made.decided_by) == (State.REJECTED, reviewer)
    assert len(open_in(document)) == 1
    undo(Operation.objects.get(verb="turn_down"), reviewer)
    assert len(open_in(document)) == 2


def test_what_a_person_adds_there_closes_it(document: Document, reviewer: Person) -> None:
    people, _training = open_in(document)
    row = document.activitys.get()
    Activity.objects.filter(pk=row.pk).update(sources={"participants": [people.row.start, people.row.end]})
    assert [one.row.kind for one in open_in(document)] == ["training"]


def test_where_there_is_none(document: Document, reviewer: Person) -> None:
    with pytest.raises(NoSuchPassage):
        take_in(document, 2, reviewer)


def test_a_signed_part_takes_nothing_in(world: World, document: Document, reviewer: Person) -> None:
    for row in [*document.activitys.all()]:
        row.state, row.decided_by, row.decided_at = State.CONFIRMED, reviewer, row.document.submission.read_at
        row.save()
    sign(world.campaign, world.school, world.person("coordinator", world.kostanay))
    with pytest.raises(Locked):
        take_in(document, 1, reviewer)
