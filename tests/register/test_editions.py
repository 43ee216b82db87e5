"""A version is frozen, made, signed and withdrawn: its files say what the report said, and nothing changes them."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdfium2
import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult

from svod.register.errors import NoLongerTrue, NotFrozen, NotHeld, ReasonNeeded, SignedAlready
from svod.register.models import Activity, Edition, Operation, Report, State
from svod.register.models.edition import FILES
from svod.register.queue import wait_no_longer
from svod.register.services import make_edition
from svod.register.services.correct import correct
from svod.register.services.freeze_report import freeze_report
from svod.register.services.make_edition import make
from svod.register.services.renew_passage import renew_passage
from svod.register.services.sign_edition import sign_edition, withdraw_edition
from svod.register.services.start_campaign import start_campaign
from svod.register.services.start_report import start_report
from svod.register.services.write_passage import write_passage
from tests.register import made
from tests.world import World

KEY = "region-KZ-39"


@pytest.fixture
def activity(world: World) -> Activity:
    people = {"participants_least": 45, "participants_most": 45}
    return made.activity(world, made.document(world), title="Семья без страха", state=State.CONFIRMED, **people)


@pytest.fixture
def report(world: World, activity: Activity) -> Report:
    settings = {"language": "ru", "length": "full", "style": "official"}
    report = start_report(world.campaign, world.national, world.people["chief"], **settings)
    write_passage(report, KEY, f"На встрече было [45 #{activity.pk}.people] человек.", world.people["chief"])
    return report


def freeze(report: Report, world: World) -> Edition:
    return freeze_report(report, world.people["chief"], "https://svod.example/verify/{}/".format)


@pytest.fixture
def edition(report: Report, world: World) -> Edition:
    edition = freeze(report, world)
    assert make(edition)
    edition.refresh_from_db()
    return edition


def path_of(edition: Edition, name: str) -> str:
    return default_storage.path(edition.files.get(name=name).file.name)


def test_all_files_are_there_under_their_hashes(edition: Edition) -> None:
    assert (edition.state, edition.number, edition.done) == (Edition.State.READY, 1, len(FILES))
    assert [file.name for file in edition.files.all()] == list(FILES)
    for file in edition.files.all():
        with file.file.open() as stream:
            data = stream.read()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (file.sha256, file.size)
    assert re.fullmatch("[0-9a-f]{64}", edition.sha256)
    assert make(edition) is False  # once


def test_the_files_say_the_persons_words_and_where_they_are_checked(edition: Edition) -> None:
    with pypdfium2.PdfDocument(path_of(edition, "report.pdf")) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert "На встрече было 45" in "".join(pages)
    assert edition.code in pages[-1]
    document = docx.Document(path_of(edition, "report.docx"))
    texts = [one.text for one in document.paragraphs if one.text]
    assert any(text.startswith("На встрече было 45") for text in texts)
    assert texts[-1] == f"Код версии: {edition.code}."
    assert edition.address in texts[-2]
    assert len(document.inline_shapes) >= 1


def test_what_is_no_longer_true_is_not_frozen(world: World, report: Report, activity: Activity) -> None:
    chief = world.people["chief"]
    correct(activity, {"participants_least": 46, "participants_most": 46}, chief, number_reason="x")
    with pytest.raises(NoLongerTrue) as refusal:
        freeze(report, world)
    assert refusal.value.details == {"facts": "45"}
    renew_passage(report.passages.get(), chief)
    freeze(report, world)


def test_what_becomes_untrue_before_it_is_made_is_not_made(world: World, report: Report, activity: Activity) -> None:
    edition = freeze(report, world)
    correct(activity, {"participants_least": 46, "participants_most": 46}, world.people["chief"], number_reason="x")
    assert make(edition) is False
    edition.refresh_from_db()
    assert (edition.state, edition.files.count()) == (Edition.State.FAILED, 0)


def test_a_fault_is_tried_again_and_then_told(world: World, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise OSError("the disk is full")

    edition = freeze(report, world)
    monkeypatch.setattr(make_edition, "write_pdf", fails)
    for _ in range(make_edition.MOST_ATTEMPTS - 1):
        with pytest.raises(OSError, match="disk"):
            make(Edition.objects.get(pk=edition.pk))
    assert make(Edition.objects.get(pk=edition.pk)) is False
    edition.refresh_from_db()
    assert edition.state == Edition.State.FAILED


def test_a_task_that_was_lost_is_queued_again(world: World, report: Report) -> None:
    edition = freeze(report, world)
    DBTaskResult.objects.all().delete()
    wait_no_longer()
    wait_no_longer()
    (task,) = DBTaskResult.objects.all()
    assert task.args_kwargs["args"] == [edition.pk]


def test_the_same_report_has_the_same_hash_but_for_its_code(world: World, report: Report, edition: Edition) -> None:
    other = freeze(report, world)
    make(other)
    other.refresh_from_db()
    assert (other.number, other.tree["blocks"]) == (2, edition.tree["blocks"])
    assert other.sha256 != edition.sha256


def test_it_is_signed_once_and_withdrawn_with_a_reason(world: World, edition: Edition) -> None:
    chief = world.people["chief"]
    with pytest.raises(NotHeld):
        withdraw_edition(edition, chief, "рано")
    sign_edition(edition, chief)
    assert edition.holds
    with pytest.raises(SignedAlready):
        sign_edition(edition, chief)
    with pytest.raises(ReasonNeeded):
        withdraw_edition(edition, chief, " ")
    withdraw_edition(edition, chief, "Ошибка в числе.")
    with pytest.raises(NotHeld):
        withdraw_edition(edition, chief, "ещё раз")
    edition.refresh_from_db()
    assert (edition.holds, edition.signed_by, edition.withdrawn_why) == (False, chief, "Ошибка в числе.")
    verbs = Operation.objects.filter(verb__in=("report_sign", "report_withdraw")).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["report_sign", "report_withdraw"]


def test_it_is_not_signed_before_it_is_made(world: World, report: Report) -> None:
    with pytest.raises(NotFrozen):
        sign_edition(freeze(report, world), world.people["chief"])


def test_its_workbook_and_its_slides_compare_with_the_year_before(world: World, report: Report) -> None:
    last_year = replace(world, campaign=start_campaign("sixteen_days", world.campaign.year - 1, world.national, None))
    made.activity(last_year, made.document(last_year), state=State.CONFIRMED)
    edition = freeze(report, world)
    assert make(edition)
    compared = f"Сравнение с {last_year.campaign.year} годом"
    with Path(path_of(edition, "register.xlsx")).open("rb") as workbook:
        assert compared in openpyxl.load_workbook(workbook).sheetnames
    titles = [slide.shapes.title.text_frame.text for slide in pptx.Presentation(path_of(edition, "slides.pptx")).slides]
    assert any(compared in title for title in titles)
