"""A draft becomes confirmed when a person stands by it, and its numbers are the text's."""

import pytest

from svod.records import Bounds
from svod.register.errors import Locked, NotInEvidence, Stale
from svod.register.models import Activity, Operation, ReportedTotal, Resemblance, Signature, State
from svod.register.services.confirm import certain_among, confirm, confirm_certain, drafts_of
from svod.register.services.numbers import sentence_around, stands
from tests.world import World


@pytest.fixture
def table(world: World) -> Activity:
    return world.submission().documents.get().activitys.get(kind="round_table")


def test_it_works(world: World, table: Activity) -> None:
    confirm([table], world.people["reviewer"])
    table.refresh_from_db()
    assert (table.state, table.decided_by) == (State.CONFIRMED, world.people["reviewer"])
    assert Operation.objects.get(verb="confirm").organisation == world.school


def test_many_at_once_totals_too(world: World, table: Activity) -> None:
    confirm(drafts_of(table.document.submission), world.people["reviewer"])
    assert not Activity.objects.filter(state=State.DRAFT).exists()
    assert ReportedTotal.objects.get().state == State.CONFIRMED
    assert Operation.objects.filter(verb="confirm").count() == 1


def test_one_number_without_its_words_holds_back_all(world: World, table: Activity) -> None:
    Activity.objects.filter(pk=table.pk).update(participants_least=54, participants_most=54)
    with pytest.raises(NotInEvidence) as refused:
        confirm(drafts_of(table.document.submission), world.people["reviewer"])
    assert refused.value.details["fields"] == ["participants"]
    assert not Activity.objects.filter(state=State.CONFIRMED).exists()


def test_a_reason_stands_for_the_words(world: World, table: Activity) -> None:
    table.participants_least = table.participants_most = 54
    Activity.objects.filter(pk=table.pk).update(participants_least=54, participants_most=54)
    confirm([table], world.people["reviewer"], "по списку участников")
    assert Activity.objects.get(pk=table.pk).number_reason == "по списку участников"


def test_a_stale_form_is_refused(world: World, table: Activity) -> None:
    same = Activity.objects.get(pk=table.pk)
    confirm([same], world.people["coordinator"])
    with pytest.raises(Stale):
        confirm([table], world.people["reviewer"])


def test_a_signed_part_is_locked(world: World, table: Activity) -> None:
    Signature.objects.create(campaign=world.campaign, organisation=world.kostanay, signed_by=world.people["chief"])
    with pytest.raises(Locked):
        confirm([table], world.people["reviewer"])


def test_what_is_certain_is_confirmed_alone(world: World, table: Activity) -> None:
    Activity.objects.filter(kind="training").update(confidence=0.7)
    ReportedTotal.objects.update(confidence=0.95, value_least=300)  # "свыше 300" is no 300
    confirmed = confirm_certain(table.document.submission, world.people["reviewer"])
    assert confirmed == [table]
    assert {row.pk for row in drafts_of(table.document.submission)} == {
        Activity.objects.get(kind="training").pk,
        ReportedTotal.objects.get().pk,
    }


def test_what_surely_tells_a_confirmed_one_again_waits_for_a_person(world: World, table: Activity) -> None:
    """Handed in by the school and by its district, the same file counted twice until somebody joined the two."""
    again = world.submission(world.rudny)
    copy = again.documents.get().activitys.get(kind="round_table")
    pair = Resemblance.objects.create(one=table, other=copy, score=9, certain=True)
    assert table in confirm_certain(table.document.submission, world.people["reviewer"])
    assert copy not in confirm_certain(again, world.people["reviewer"])
    Resemblance.objects.filter(pk=pair.pk).update(decision=Resemblance.Decision.DIFFERENT)
    assert confirm_certain(again, world.people["reviewer"]) == [copy]


@pytest.mark.parametrize(
    ("least", "most", "text", "said"),
    [
        (45, 45, "Участвовали 45 человек.", True),
        (54, 54, "Участвовали 45 человек.", False),
        (45, 45, "Участвовали сорок пять человек.", True),
        (301, None, "Участвовали свыше трёхсот человек.", True),
        (300, 300, "Участвовали свыше трёхсот человек.", False),
        (90, 110, "Қатысушылар саны 100-ге жуық.", True),
        (28, 28, "28 ноября прошёл круглый стол.", False),  # a day is no quantity
        (7, 7, "Круглый стол в школе № 7.", False),
    ],
)
def test_when_a_number_stands_in_its_text(table: Activity, least: int, most: int | None, text: str, said: bool) -> None:
    table.document.text, table.start, table.end, table.sources = text, 0, len(text), {}
    table.participants_least, table.participants_most = least, most
    assert table.participants == Bounds(least, most)
    assert stands(table, "participants") is said


@pytest.mark.parametrize(
    ("least", "words", "said"),
    [
        (33, "28 учащихся и 5 родителей", True),
        (33, "жиырма сегіз оқушы мен 5 ата-ана", True),
        (32, "28 учащихся и 5 родителей", False),
        (23, "28 учащихся и 5 родителей", False),
        (33, "28 учащихся", False),  # the others stand elsewhere in the sentence
    ],
)
def test_when_numbers_add_up_to_it(table: Activity, least: int, words: str, said: bool) -> None:
    text = f"Пришли {words}, а 5 опоздали."
    start = text.index(words)
    table.document.text, table.start, table.end = text, 0, len(text)
    table.sources = {"participants": (start, start + len(words))}
    table.participants_least = table.participants_most = least
    assert stands(table, "participants") is said


def test_the_sentence_around_ends_where_it_ends() -> None:
    text = "Первая строка.\nБыло 12 человек. Прошёл тренинг, пришли 45 учащихся. Всего 300."
    start = text.index("тренинг")
    assert sentence_around(text, start, start + 7) == "Прошёл тренинг, пришли 45 учащихся."


def test_what_was_seen_in_a_picture_is_looked_at(world: World, table: Activity) -> None:
    submission = table.document.submission
    submission.problems = [["note", "read_by_ocr", "another.pdf", {}]]
    submission.save()
    assert table in certain_among(drafts_of(submission))
    submission.problems = [["note", "read_by_ocr", table.document.source, {}]]
    submission.save()
    assert certain_among(drafts_of(submission)) == []


def test_what_was_held_outside_the_campaign_s_days_is_looked_at(world: World) -> None:
    """Three days after the last one: certain as it is, a person says whether it belongs to the campaign."""
    said = "{} декабря 2025 года в школе состоялся круглый стол «Семья без страха», участвовали 45 учащихся.\n"
    late, last = world.submission(text=said.format(13)), world.submission(text=said.format(10))
    assert confirm_certain(late, world.people["reviewer"]) == []
    assert len(confirm_certain(last, world.people["reviewer"])) == 1
    confirm(list(Activity.objects.filter(document__submission=late)), world.people["reviewer"])
