"""Each kind of damage is found, told in words, and nothing else is."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.db.utils import DatabaseError

from svod.register.history import operation
from svod.register.models import Activity, Change, Document, Edition, EditionFile, Operation, Photo, Report, Submission
from svod.register.proof.broken import is_broken
from svod.register.proof.evidence import evidence, texts
from svod.register.proof.files import files
from svod.register.proof.flaw import Flaw
from svod.register.proof.history import history
from svod.register.proof.prove import PROOFS
from svod.register.proof.sums import editions, merged, sums
from svod.register.services.confirm import confirm
from svod.register.services.keep import keep
from svod.register.services.merge import merge
from svod.register.take_back import take_back
from tests.world import World

Proof = Callable[[], Iterator[Flaw]]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path


@pytest.fixture
def activity(world: World) -> Activity:
    """One that somebody confirmed, corrected and had back."""
    world.submission()
    found = Activity.objects.select_related("document", "campaign", "organisation").get(kind="round_table")
    confirm([found], world.people["reviewer"])
    with operation("correct", world.people["reviewer"], world.campaign) as deed:
        deed.update(found, place="Рудный")
    take_back(Operation.objects.get(verb="correct"), world.people["reviewer"])
    found.refresh_from_db()
    return found


def told(proof: Proof) -> str:
    """What the one flaw says."""
    (flaw,) = proof()
    assert flaw.mend
    return f"{flaw.where}: {flaw.what}"


def test_a_whole_register_has_no_flaw(activity: Activity) -> None:
    assert [(name, list(proof())) for name, proof in PROOFS] == [(name, []) for name, _proof in PROOFS]


def test_a_row_that_was_deleted_and_came_back_has_none(world: World, activity: Activity) -> None:
    with operation("drop", world.people["reviewer"], world.campaign) as deed:
        deed.delete(activity)
    dropped = Operation.objects.get(verb="drop")
    assert list(history()) == []
    take_back(dropped, world.people["reviewer"])
    assert list(history()) == []


def test_a_changed_quote(activity: Activity) -> None:
    changed = activity.document.text.replace("45", "95")
    Document.objects.filter(pk=activity.document_id).update(text=changed)
    assert "not the one that was read" in told(texts)


def test_a_place_outside_its_text(activity: Activity) -> None:
    length = len(activity.document.text)
    Activity.objects.filter(pk=activity.pk).update(end=length + 1, sources={"title": [5, length + 9], "place": "x"})
    said = told(evidence)
    assert f"text of {length} characters" in said
    assert all(where in said for where in ("evidence", "title", "place"))


def test_an_activity_that_counts_elsewhere(world: World, activity: Activity) -> None:
    Activity.objects.filter(pk=activity.pk).update(organisation=world.abai)
    assert "another organisation" in told(evidence)


def test_a_flipped_bit_of_a_source(activity: Activity) -> None:
    path = Path(Submission.objects.get().file.path)
    data = bytearray(path.read_bytes())
    data[10] ^= 1
    path.write_bytes(data)
    assert "not those that came" in told(files)
    path.unlink()
    assert "cannot be read" in told(files)


def test_a_flipped_bit_of_a_photo_and_of_a_frozen_version(world: World, activity: Activity) -> None:
    """A photo's row keeps no hash: its place does."""
    photo, version = keep(BytesIO(b"photo")), keep(BytesIO(b"report"), "editions")
    submission = Submission.objects.get()
    Photo.objects.create(submission=submission, sent_sha256="0", file=photo.place, size=5, width=1, height=1)
    person = world.people["reviewer"]
    report = Report.objects.create(campaign=world.campaign, organisation=world.national, created_by=person)
    edition = Edition.objects.create(report=report, number=1, made_by=person)
    EditionFile.objects.create(edition=edition, name="report.pdf", sha256=version.sha256, size=6, file=version.place)
    assert list(files()) == []
    for kept in (photo, version):
        Path(Submission.file.field.storage.path(kept.place)).write_bytes(b"other!"[: kept.size])
    assert sorted(flaw.what.split()[-2] for flaw in files()) == ["EditionFile", "Photo"]


def test_a_signed_version_that_is_not_what_was_frozen(world: World, activity: Activity) -> None:
    person = world.people["reviewer"]
    report = Report.objects.create(campaign=world.campaign, organisation=world.national, created_by=person)
    at = Operation.objects.latest("pk").at
    Edition.objects.create(
        report=report, number=1, made_by=person, tree={"a": 1}, sha256="0", signed_by=person, signed_at=at
    )
    assert "not what was frozen" in told(editions)


@pytest.mark.parametrize(
    ("lost", "says"), [(0, "goes on with version 3"), (1, "goes on with version 4"), (2, "ends with")]
)
def test_a_lost_row_of_history(activity: Activity, lost: int, says: str) -> None:
    rows = list(Change.objects.filter(model="activity", row=activity.pk).order_by("pk"))
    assert [one.version for one in rows] == [2, 3, 4]
    rows[lost].delete()
    assert says in told(history)


def test_a_row_whose_history_is_lost_altogether(activity: Activity) -> None:
    Change.objects.filter(model="activity", row=activity.pk).delete()
    assert "version 4 and no history" in told(history)


def test_a_row_that_went_without_a_trace(world: World, activity: Activity) -> None:
    Activity.objects.filter(pk=activity.pk).delete()
    assert "does not say why" in told(history)


def test_a_copy_of_a_copy(world: World, activity: Activity) -> None:
    again = world.submission(text="Прошли семинар и тренинг для родителей.", name="b.txt")
    one, other = Activity.objects.filter(document__submission=again)
    merge(activity, one, world.people["coordinator"])
    assert list(merged()) == []
    Activity.objects.filter(pk=other.pk).update(same_as=one)
    assert "cannot count for it" in told(merged)


def test_a_sum_that_is_not_the_recount(activity: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that leave one region out."""
    from svod.register.proof import sums as module

    counted = module.counted
    monkeypatch.setattr(module, "counted", lambda *words, **more: counted(*words, **more).exclude(region="KZ-39"))
    assert {"region" in flaw.what for flaw in sums()} == {True, False}


@pytest.mark.parametrize(
    ("message", "broken"),
    [("database disk image is malformed", True), ("file is not a database", True), ("locked", False)],
)
def test_sqlite_says_that_its_file_is_broken(message: str, broken: bool) -> None:
    assert is_broken(DatabaseError(message)) is broken
