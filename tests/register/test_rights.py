"""Somebody asks what is held of them, and to be erased: everything that names them goes, and no number moves."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, models
from django.utils import timezone

from svod.register.errors import LastAdministrator
from svod.register.models import Activity, Change, Document, Erasure, Operation, Person, Publication, Submission
from svod.register.rights.account import erase_account, held_of
from svod.register.rights.blank import blacked
from svod.register.rights.erase import begin_erasing, erase, find_all, look_for
from svod.register.rights.retain import retain
from svod.register.rights.traces import STRUCTURES, WORDS
from svod.register.services.ask import ask
from svod.register.services.correct import correct
from svod.register.services.publish import draw_up, fill, publish
from svod.register.totals import Part, View, counted, listed
from tests.world import World

TEXT = """28 ноября 2025 года в школе прошёл круглый стол «Семья без страха», участвовали 45 учащихся.
Его вела Иванова Мария Петровна. После беседы с Ивановой М.П. ученики нарисовали плакаты.
"""
ROOT = "Иванов"


def erased(world: World, words: str = "Иванова Мария Петровна") -> Erasure:
    asked = look_for(words, "просит сама", world.people["chief"])
    find_all(asked.pk)
    asked.refresh_from_db()
    begin_erasing(asked, world.people["chief"])
    erase(asked.pk)
    asked.refresh_from_db()
    return asked


def everything() -> str:
    """Every column of the register as one text."""
    rows = (row for model in apps.get_app_config("register").get_models() for row in model._base_manager.values())
    return "\n".join(str(row) for row in rows)


def test_it_works(world: World) -> None:
    submission = world.submission(text=TEXT)
    before = submission.documents.get()
    asked = look_for("Иванова Мария Петровна", "просит сама", world.people["chief"])
    find_all(asked.pk)
    asked.refresh_from_db()
    assert any(model == "Document" and "вела Иванова" in quote for model, _, _, quote in asked.places)
    erase_done = erased(world)
    after = submission.documents.get()
    assert (erase_done.state, erase_done.words) == (Erasure.State.DONE, "")
    assert len(after.text) == len(before.text)
    assert "Его вела ███████ █████ ████████." in after.text
    assert "с ████████ ████ ученики" in after.text


def test_nothing_names_them_any_more_and_no_number_moves(world: World) -> None:
    submission = world.submission(text=TEXT)
    activity = Activity.objects.get(document__submission=submission)
    ask(activity, "Что вела Иванова Мария Петровна?", world.people["reviewer"])
    activity.refresh_from_db()
    correct(activity, {"organiser": "Мария Петровна Иванова"}, world.people["reviewer"])
    part = Part(world.campaign, (world.national.path,))
    numbers, quote = listed(counted(part, View.ALL)), Activity.objects.get(pk=activity.pk).quote
    assert ROOT in everything()
    erased(world)
    assert ROOT not in everything()
    assert listed(counted(part, View.ALL)) == numbers
    assert Activity.objects.get(pk=activity.pk).quote == quote


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's index is of the rows themselves")
def test_the_index_of_search_forgets_them_too(world: World) -> None:
    activity = Activity.objects.get(document__submission=world.submission(text=TEXT))
    correct(activity, {"organiser": "Мария Петровна Иванова"}, world.people["reviewer"])
    name = "ванов".encode()  # of a word only what the one before does not begin with is kept
    assert name in indexed()
    erased(world)
    assert name not in indexed()


def indexed() -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM register_signs_data")
        return b"".join(block for (block,) in cursor.fetchall())


def test_the_file_goes_and_its_text_stays(world: World) -> None:
    submission = world.submission(text=TEXT)
    place = submission.file.name
    erased(world)
    submission.refresh_from_db()
    assert not submission.file
    assert not default_storage.exists(place)
    assert submission.documents.get().text


def test_a_public_page_that_names_them_is_taken_down(world: World) -> None:
    world.submission(text=TEXT)
    stood_by = {"state": "confirmed", "decided_by": world.people["chief"], "decided_at": timezone.now()}
    Activity.objects.update(title="Урок директора Ивановой Марии Петровны", **stood_by)
    made = draw_up(world.campaign, world.people["chief"])
    fill(made.pk)
    made.refresh_from_db()
    publish(made, None, world.people["chief"])
    erased(world)
    assert not Publication.objects.get().is_shown
    assert ROOT not in everything()


def test_others_of_that_name_stay(world: World) -> None:
    world.submission(text="Лекцию прочла Иванова Мария Петровна. Помогал Иванов Сергей Олегович. Прошла лекция.")
    erased(world)
    assert "Иванов Сергей Олегович" in Document.objects.get().text


def test_what_names_nobody_is_not_looked_for(world: World) -> None:
    for words in ("школа", "ул.", "2025"):
        asked = look_for(words, "просто так", world.people["chief"])
        find_all(asked.pk)
        asked.refresh_from_db()
        assert (asked.state, asked.places) == (Erasure.State.NOBODY, [])
        begin_erasing(asked, world.people["chief"])
        asked.refresh_from_db()
        assert asked.state == Erasure.State.NOBODY


def test_a_number_of_theirs_is_erased_as_well(world: World) -> None:
    world.submission(text="Прошла лекция. Запись по телефону +7 701 234 56 78, можно и 8 (701) 234-56-78.")
    erased(world, "+7 701 234 56 78")
    assert "234" not in Document.objects.get().text


def test_no_column_with_words_of_people_is_forgotten() -> None:
    """A new one is listed in traces.py, or here with the reason why nobody's name can stand in it."""
    codes = {
        "Activity": {"audience", "partners", "materials", "words", "reasons", "origins", "sources"},
        "ReportedTotal": {"reasons", "origins"},
        "PlannedActivity": {"audience", "partners"},
        "Submission": {"nothing_held", "file"},  # places in texts; a hash
        "Document": {"blocks", "found", "known"},  # places, the guard's digests, days
        "Edition": {"address", "reasons"},
        "Letter": {"address", "failed_why"},  # an account's: account.py
        "Publication": {"files"},
        "PlanSheet": {"name"},
        "Mailbox": {"address"},  # the installation's own
        "Incoming": {"key", "photos"},  # its name in the channel; hashes
        "Survey": {"results", "posters"},
        "Answer": {"chosen"},  # codes
        "Tally": {"states", "confirmed", "draft", "all"},  # numbers
        "ActivityTable": {"name"},
        "Issue": {"name"},  # of a file for everybody
        "Erasure": {"words", "places", "keys", "reason"},  # what is asked for: gone when done, the reason apart
    }
    own = {"Person", "Invitation", "Organisation", "Campaign", "Feed", "Upload", "RoleAt"}  # who signs in: account.py
    forgotten = []
    for model in apps.get_app_config("register").get_models():
        name = model.__name__
        known = {*WORDS.get(name, ()), *STRUCTURES.get(name, ()), *codes.get(name, ())}
        for field in model._meta.concrete_fields:
            free = isinstance(field, models.TextField | models.JSONField) or (
                isinstance(field, models.CharField) and not field.choices and (field.max_length or 0) >= 200
            )
            if name not in own and free and not isinstance(field, models.URLField) and field.name not in known:
                forgotten.append(f"{name}.{field.name}")
    assert not forgotten, forgotten


def test_black_keeps_the_length() -> None:
    assert blacked("вела Анна Ким.", [(5, 13)]) == "вела ████ ███."


def test_an_account_is_erased_and_its_deeds_stay(world: World) -> None:
    person = world.people["reviewer"]
    person.first_name, person.last_name = "Айгүл", "Сейітова"
    person.save()
    submission = world.submission()
    ask(Activity.objects.filter(document__submission=submission)[0], "Кто?", person)
    Operation.objects.create(verb="change_role", person=world.people["chief"], note="Айгүл Сейітова: reader → reviewer")
    assert held_of(person)["account"]["first_name"] == "Айгүл"
    deeds = Operation.objects.filter(person=person).count()
    erase_account(person, world.people["chief"])
    person = Person.objects.get(pk=person.pk)
    assert not person.is_active
    assert not person.has_usable_password()
    assert "Сейітова" not in everything()
    assert "reviewer@example.org" not in everything()
    assert Operation.objects.filter(person=person).count() == deeds
    assert not Change.objects.filter(model="person", row=person.pk, after__username="reviewer").exists()


def test_the_last_administrator_is_not_erased(world: World) -> None:
    with pytest.raises(LastAdministrator):
        erase_account(world.people["chief"], world.people["chief"])


def test_what_is_kept_no_longer(world: World, settings: Any) -> None:
    submission = world.submission()
    place, today = submission.file.name, world.campaign.last_day
    assert retain(today + timedelta(days=settings.SVOD_KEEP_FILES)) == 0
    assert retain(today + timedelta(days=settings.SVOD_KEEP_FILES + 1)) == 1
    assert not default_storage.exists(place)
    assert Submission.objects.get().documents.get().text
    settings.SVOD_KEEP_FILES = 0
    world.submission(world.rudny)
    assert retain(today + timedelta(days=9999)) == 0
