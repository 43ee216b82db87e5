"""A field is put right, says where its value is from now, and takes its likes along where asked."""

import pytest

from svod.register.errors import NotInEvidence
from svod.register.models import Activity, Operation, ReportedTotal, State
from svod.register.services.confirm import confirm
from svod.register.services.correct import correct
from svod.register.services.undo import undo
from tests.world import World


@pytest.fixture
def table(world: World) -> Activity:
    return world.submission().documents.get().activitys.get(kind="round_table")


def test_it_works(world: World, table: Activity) -> None:
    correct(table, {"title": "Семья без насилия", "partners": ("police",)}, world.people["reviewer"])
    table = Activity.objects.get(pk=table.pk)
    assert (table.title, table.partners, table.state) == ("Семья без насилия", ("police",), State.DRAFT)
    assert table.origins == {"region": "organisation", "title": "corrected", "partners": "typed"}
    assert "title" in table.sources


def test_what_did_not_change_is_the_machine_s_still(world: World, table: Activity) -> None:
    correct(table, {"title": table.title, "kind": table.kind}, world.people["reviewer"])
    assert Activity.objects.get(pk=table.pk).origins == {"region": "organisation"}


def test_the_place_in_the_text_is_forgotten_where_asked(world: World, table: Activity) -> None:
    correct(table, {"title": "Другое"}, world.people["reviewer"], keep_sources=False)
    assert "title" not in Activity.objects.get(pk=table.pk).sources


def test_a_confirmed_number_needs_its_words_or_a_reason(world: World, table: Activity) -> None:
    reviewer, changed = world.people["reviewer"], {"participants_least": 50, "participants_most": 50}
    with pytest.raises(NotInEvidence):
        correct(table, changed, reviewer, confirmed=True)
    table = Activity.objects.get(pk=table.pk)
    assert table.participants_least == 45
    correct(table, changed, reviewer, confirmed=True, number_reason="уточнено по телефону")
    table = Activity.objects.get(pk=table.pk)
    assert (table.participants_least, table.state, table.decided_by) == (50, State.CONFIRMED, reviewer)


def test_who_corrects_what_is_confirmed_stands_behind_it(world: World, table: Activity) -> None:
    confirm([table], world.people["reviewer"])
    correct(table, {"place": "Рудный"}, world.people["coordinator"])
    assert Activity.objects.get(pk=table.pk).decided_by == world.people["coordinator"]


TALKS = "28 ноября 2025 года проведена беседа «Твой выбор» для учащихся.\nПроведена беседа «Мы вместе» для родителей.\n"


@pytest.mark.parametrize(("scope", "together"), [("", 0), ("submission", 1), ("organisation", 2)])
def test_likes_follow(world: World, scope: str, together: int) -> None:
    submission = world.submission(text=TALKS)
    world.submission(text="Проведена беседа «Дом без страха» для учащихся.\n")
    first = Activity.objects.filter(document__submission=submission, kind="talk").first()
    assert first is not None
    assert correct(first, {"kind": "lecture"}, world.people["reviewer"], likes=scope) == together
    assert Activity.objects.filter(kind="lecture").count() == 1 + together
    assert Operation.objects.filter(verb="correct").count() == 1
    undo(Operation.objects.get(verb="correct"), world.people["reviewer"])
    assert not Activity.objects.filter(kind="lecture").exists()


def test_likes_that_a_person_confirmed_stay(world: World) -> None:
    submission = world.submission(text=TALKS)
    first, second = Activity.objects.filter(document__submission=submission, kind="talk")
    confirm([second], world.people["reviewer"])
    assert correct(first, {"kind": "lecture"}, world.people["reviewer"], likes="submission") == 0


def test_a_total_is_corrected_too(world: World, table: Activity) -> None:
    total = ReportedTotal.objects.get()
    correct(total, {"value_least": 301, "value_most": 400, "region": ""}, world.people["reviewer"])
    total = ReportedTotal.objects.get()
    assert (total.value.as_list(), total.origins) == ([301, 400], {"value": "corrected", "region": "corrected"})
