"""A survey is opened, answered by nobody in particular, counted once, and forgotten."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

import pypdfium2
import pytest
from django.core.files.storage import default_storage
from django.db import connection, models
from django.utils import timezone

from svod.records import EVERYBODY, Bounds
from svod.register.consolidated.told import told
from svod.register.errors import AskedAlready, CannotUndo, ReasonNeeded, Stale, SurveyClosed, SurveyFull, SurveyLost
from svod.register.models import Answer, Change, Operation, Organisation, Survey
from svod.register.queue import wait_no_longer
from svod.register.rights.retain import retain
from svod.register.services import answer_survey as answering
from svod.register.services.answer_survey import answer_survey
from svod.register.services.close_survey import close, close_due, discard
from svod.register.services.open_survey import open_survey
from svod.register.services.print_posters import print_posters
from svod.register.services.start_report import start_report
from svod.register.services.undo import undo
from svod.register.surveys import from_json, waves_in
from svod.register.totals import Part
from tests.world import World

DAYS = timedelta(days=14)


def opened(world: World, place: Organisation | None = None, wave: str = "before", code: str = "awareness") -> Survey:
    person, last_day = world.people["coordinator"], timezone.localdate() + DAYS
    where = place or world.kostanay
    return open_survey(world.campaign, where, code, wave, last_day, person, "https://svod.example/s/{}/".format)


def answered(survey: Survey, codes: Sequence[str], group: str = "pupils", question: str = "knows_help") -> None:
    for code in codes:
        answer_survey(survey, uuid4(), group, {question: [code]}, timezone.localdate())


def many(survey: Survey, yes: int, no: int, group: str = "pupils") -> None:
    answered(survey, ["yes"] * yes + ["no"] * no + ["unsure"] * 5, group)


def test_it_works(world: World) -> None:
    survey = opened(world)
    many(survey, 7, 12)
    close(survey, world.people["coordinator"])
    count = from_json(Survey.objects.get().results)
    assert count.forms == {"pupils": 24, EVERYBODY: 24}
    assert count.chosen["knows_help", "yes", EVERYBODY] == Bounds.exactly(7)
    assert [one.verb for one in Operation.objects.order_by("-pk")[:2]] == ["close_survey", "open_survey"]


def test_the_same_form_sent_twice_is_one_answer(world: World) -> None:
    survey, key, today = opened(world), uuid4(), timezone.localdate()
    assert answer_survey(survey, key, "pupils", {"knows_help": ["yes"]}, today)
    assert not answer_survey(survey, key, "parents", {"knows_help": ["no"]}, today)
    assert Answer.objects.values_list("group", flat=True).get() == "pupils"


def test_an_answer_holds_no_person_no_hour_and_no_number_that_counts_upwards() -> None:
    kinds = {field.name: type(field) for field in Answer._meta.concrete_fields}
    assert kinds == {
        "id": models.UUIDField,
        "survey": models.ForeignKey,
        "group": models.CharField,
        "day": models.DateField,
        "chosen": models.JSONField,
    }


def test_no_history_tells_of_an_answer(world: World) -> None:
    survey = opened(world)
    before = (Operation.objects.count(), Change.objects.count())
    many(survey, 3, 3)
    assert (Operation.objects.count(), Change.objects.count()) == before


def test_once_closed_rows_lie_in_the_order_of_their_keys(world: World) -> None:
    survey = opened(world)
    for key in sorted((uuid4() for _ in range(20)), reverse=True):
        answer_survey(survey, key, "pupils", {"knows_help": ["yes"]}, timezone.localdate())
    close(survey, None)
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM register_answer ORDER BY {place}")  # noqa: S608 # one of two names
        keys = [UUID(str(key)) for (key,) in cursor.fetchall()]
    assert keys == sorted(keys)
    assert len(keys) == 20


def test_one_wave_at_an_organisation(world: World) -> None:
    opened(world)
    opened(world, wave="after")
    opened(world, world.rudny)
    with pytest.raises(AskedAlready):
        opened(world)


def test_a_closed_one_takes_no_answer_and_is_not_counted_again(world: World) -> None:
    survey = opened(world)
    close(survey, world.people["coordinator"])
    with pytest.raises(SurveyClosed):
        answered(survey, ["yes"])
    with pytest.raises(SurveyClosed):
        close(survey, world.people["coordinator"])
    with pytest.raises(CannotUndo):
        undo(Operation.objects.get(verb="close_survey"), world.people["chief"])


def test_after_its_last_day_it_takes_no_answer_and_closes_itself(world: World) -> None:
    survey = opened(world)
    late = survey.last_day + timedelta(days=1)
    with pytest.raises(SurveyClosed):
        answer_survey(survey, uuid4(), "pupils", {}, late)
    assert (close_due(survey.last_day), close_due(late), close_due(late)) == (0, 1, 0)


def test_what_the_pack_lost_waits_uncounted(world: World) -> None:
    survey = opened(world)
    answered(survey, ["yes"])
    Survey.objects.update(code="lost")
    lost = Survey.objects.select_related("campaign").get()
    assert close_due(survey.last_day + timedelta(days=1)) == 0
    with pytest.raises(SurveyLost):
        close(lost, None)
    assert Answer.objects.count() == 1


def test_a_program_does_not_fill_the_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "MOST", 2)
    survey = opened(world)
    answered(survey, ["yes", "yes"])
    with pytest.raises(SurveyFull):
        answered(survey, ["yes"])


def test_who_was_slower_is_told(world: World) -> None:
    survey = opened(world)
    other = Survey.objects.get()
    close(survey, world.people["coordinator"])
    with pytest.raises(Stale):
        discard(other, "адрес попал в чат", world.people["coordinator"])


def test_discarded_answers_go_and_the_wave_may_be_opened_again(world: World) -> None:
    survey = opened(world)
    many(survey, 7, 12)
    with pytest.raises(ReasonNeeded):
        discard(survey, " ", world.people["coordinator"])
    discard(survey, "адрес попал в чат", world.people["coordinator"])
    assert not Answer.objects.exists()
    assert waves_in(Part(world.campaign, (world.national.path,))) == ()
    with pytest.raises(SurveyClosed):
        discard(survey, "ещё раз", world.people["coordinator"])
    opened(world)


def test_what_was_held_in_several_places_is_added_up_as_it_may_be_told(world: World) -> None:
    for place, few in ((world.rudny, 7), (world.abai, 2)):
        survey = opened(world, place)
        many(survey, few, 12)
        close(survey, None)
    (wave,) = waves_in(Part(world.campaign, (world.national.path,)))
    assert (wave.survey, wave.wave, wave.times) == ("awareness", "before", 2)
    assert wave.count.forms[EVERYBODY] == 24 + 19
    assert wave.count.chosen["knows_help", "yes", EVERYBODY] == Bounds(7, 14)  # 7, and from 0 to 7 that are hidden
    (below,) = waves_in(Part(world.campaign, (world.kostanay.path,)))
    assert below.count.chosen["knows_help", "yes", EVERYBODY] == Bounds.exactly(7)


def test_the_report_tells_it_once_it_is_closed(world: World) -> None:
    report = start_report(
        world.campaign, world.kostanay, world.people["coordinator"], language="ru", length="full", style="official",
        with_drafts=True,
    )  # fmt: skip
    survey = opened(world, world.rudny, wave="once")
    many(survey, 40, 12)
    assert told(report).passage("survey-awareness") is None
    close(survey, world.people["coordinator"])
    passage = told(report).passage("survey-awareness")
    assert passage is not None
    assert "Доля знающих, куда обратиться за помощью, составила 70\xa0% (40 из 57)." in passage.text


def test_answers_go_when_their_time_is_over_and_the_numbers_stay(world: World) -> None:
    survey = opened(world)
    many(survey, 7, 12)
    assert retain(date.max - timedelta(days=1)) == 0  # of an open one nothing goes
    close(survey, None)
    today = timezone.localdate()
    assert (retain(today + timedelta(days=30)), retain(today + timedelta(days=31))) == (0, 24)
    assert from_json(Survey.objects.get().results).forms[EVERYBODY] == 24


def test_the_posters(world: World) -> None:
    survey = opened(world, code="safe_work")
    wait_no_longer()  # the task that opening queued may have died with its worker
    print_posters(survey.pk)
    survey.refresh_from_db()
    assert set(survey.posters) == {"ru", "kk", "en"}
    with default_storage.open(survey.posters["ru"]) as file:
        document = pypdfium2.PdfDocument(file.read())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert len(texts) == 3
    assert f"https://svod.example/s/{survey.token}/?group=teachers" in texts[1]
    assert all("111" in text and "Анонимный опрос" in text for text in texts)
    assert all("150" not in text for text in texts)  # never verified
