"""What a person tells on their phone: kept once, its fields on its own text, confirmed by whom it may be."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone, translation

from svod.records import Bounds
from svod.register.models import Activity, Person, State, Submission
from svod.register.services import numbers
from svod.register.services.confirm import confirm
from svod.register.services.numbers import ensure_in_evidence, understood
from svod.register.services.read import read
from svod.register.services.sign import sign
from svod.register.services.tell import Telling, name_of, tell_held, tell_nothing, tell_text
from svod.register.told import Held
from svod.register.totals import denying
from tests.world import TEXT, World, make_world

HELD = Held(
    kind="round_table",
    title="Семья без страха",
    day=timezone.localdate(),
    place="школа № 7",
    people="около 50",
    audience=("parents", "pupils"),
    partners=("police",),
)


def telling(world: World, who: str = "reporter", key: UUID | None = None) -> Telling:
    return Telling(key or uuid4(), world.campaign, world.school, world.people[who])


def told(world: World, held: Held = HELD, who: str = "reporter") -> Activity:
    return Activity.objects.get(document__submission=tell_held(held, telling(world, who)))


def test_it_works(world: World) -> None:
    row = told(world)
    submission = row.document.submission
    assert (submission.channel, submission.state) == (Submission.Channel.FORM, Submission.State.READ)
    assert (row.kind, row.title, row.place, row.region) == ("round_table", "Семья без страха", "школа № 7", "KZ-39")
    assert (row.audience, row.partners, row.planned) == (("parents", "pupils"), ("police",), False)
    assert (row.participants, row.first_day) == (Bounds(45, 55), timezone.localdate())
    assert row.origins.pop("region") == "organisation"
    assert set(row.origins.values()) == {"typed"}
    with submission.file.open() as kept:
        assert kept.read().decode() == row.document.text


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_each_field_stands_in_the_text(world: World, language: str) -> None:
    with translation.override(language):
        row = told(world)
    said = {name: row.document.text[start:end] for name, (start, end) in row.sources.items()}
    assert (said["title"], said["place"], said["participants"]) == (HELD.title, HELD.place, HELD.people)
    assert set(said) == {"kind", "title", "date", "place", "participants", "audience", "partners"}
    assert said["participants"] in row.quote
    ensure_in_evidence(row)
    confirm([row], world.people["reviewer"])


def test_a_reporter_tells_a_draft_and_a_reviewer_stands_behind_it(world: World) -> None:
    assert told(world).state == State.DRAFT
    row = told(world, who="reviewer")
    assert (row.state, row.decided_by) == (State.CONFIRMED, world.people["reviewer"])


@pytest.mark.parametrize("people", ["50", "около 50", "28 учащихся и 5 родителей", "больше ста", ""])
def test_what_is_confirmed_so_stands_in_its_text(world: World, monkeypatch: pytest.MonkeyPatch, people: str) -> None:
    with monkeypatch.context() as kept:  # the server of the pages needs no reader for that
        kept.setattr(numbers, "sentence_around", None)
        row = told(world, Held("lecture", people=people), "reviewer")
    assert row.state == State.CONFIRMED
    ensure_in_evidence(row)


def test_in_a_signed_part_it_is_a_draft(world: World) -> None:
    told(world, who="reviewer")
    sign(world.campaign, world.school, world.people["coordinator"])
    assert told(world, who="reviewer").state == State.DRAFT


def test_what_is_still_to_come_is_planned(world: World) -> None:
    assert told(world, Held("lecture", day=timezone.localdate() + timedelta(days=2))).planned


def test_only_a_kind_is_enough(world: World) -> None:
    row = told(world, Held("lecture"), who="reviewer")
    assert (row.participants, row.date, row.state) == (None, None, State.CONFIRMED)


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("50", Bounds(50, 50)),
        ("около 50", Bounds(45, 55)),
        ("больше ста", Bounds(101, None)),
        ("28 учащихся и 5 родителей", Bounds(33, 33)),
        ("елуге жуық", Bounds(45, 55)),
        ("about 50", Bounds(45, 55)),
        ("много", None),
        ("99999999999", None),
        ("", None),
    ],
)
def test_a_number_as_it_is_said(said: str, bounds: Bounds | None) -> None:
    assert understood(said) == bounds


def test_a_number_nobody_understands_is_kept_in_its_words(world: World) -> None:
    row = told(world, Held("lecture", people="полный зал"))
    assert row.participants is None
    assert "полный зал" in row.quote


def test_sent_again_it_is_the_same(world: World) -> None:
    one = telling(world)
    assert tell_held(HELD, one) == tell_held(HELD, one)
    assert tell_text(TEXT, one) == tell_held(HELD, one)
    assert (Submission.objects.count(), Activity.objects.count()) == (1, 1)


def test_two_alike_are_two(world: World) -> None:
    """A school may hold the same talk twice a day; whether they are one is a person's to say."""
    assert told(world) != told(world)


def test_the_key_of_another_person_is_another_telling(world: World) -> None:
    key = uuid4()
    one = tell_held(HELD, telling(world, key=key))
    assert tell_held(Held("lecture"), telling(world, "coordinator", key)) != one
    assert tell_held(HELD, telling(world, "reviewer", key)) == one  # to the letter: only a copy of the phone sends that


def test_a_text_is_left_to_the_worker(world: World) -> None:
    one = telling(world)
    made = tell_text(TEXT, one)
    assert (made.state, made.channel, made.told_as) == (Submission.State.RECEIVED, Submission.Channel.PASTE, one.key)
    assert tell_text(TEXT, one) == made
    assert tell_text(TEXT, telling(world)) == made


def test_nothing_was_held(world: World) -> None:
    made = tell_nothing("карантин", telling(world))
    assert denying(Submission.objects.all()).get() == made
    assert made.documents.get().text.startswith(made.name)


@pytest.mark.django_db(transaction=True)
def test_sent_many_times_at_once(transactional_db: None) -> None:
    """Over connections of their own, as requests are."""
    world = make_world()
    one = telling(world)

    def send(_number: int) -> int:
        try:
            return tell_held(
                HELD, Telling(one.key, one.campaign, one.organisation, Person.objects.get(pk=one.person.pk))
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        assert len(set(threads.map(send, range(12)))) == 1
    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\nОтчёт  профкома\nПровели встречу.", "Отчёт профкома"),
        ("слово " * 20, f"{('слово ' * 13).strip()}…"),
        ("х" * 90, f"{'х' * 79}…"),
    ],
)
def test_a_text_is_called_by_its_first_words(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Вчера провели классный час «Мой голос» для 30 учащихся.", date(2025, 12, 2)),
        ("Кеше мектепте «Менің үнім» тәрбие сағаты өтті, 30 оқушы қатысты.", date(2025, 12, 2)),
        ("Вчера провели классный час «Мой голос» для 30 учащихся. 29.11.2025", date(2025, 11, 28)),
        ("27 ноября провели классный час «Мой голос» для 30 учащихся.", date(2025, 11, 27)),
    ],
)
def test_yesterday_is_the_day_before_it_was_said(world: World, text: str, day: date) -> None:
    """Also where the phone sent it days later; the day that a text gives itself goes before."""
    submission = tell_text(text, telling(world), date(2025, 12, 3))
    assert read(submission)
    assert Activity.objects.get(document__submission=submission).first_day == day
