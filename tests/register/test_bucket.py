"""Files in a bucket that speaks S3, over real HTTP: the same code as in a folder."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from moto.server import ThreadedMotoServer

from svod.register.errors import OutOfStep
from svod.register.models import Upload
from svod.register.proof.files import files
from svod.register.safekeeping.backup import back_up
from svod.register.safekeeping.restore import hand_over, stage
from svod.register.services.keep import ensure_within_reach, keep
from svod.register.services.upload import add, begin, drop_old, finish
from svod.settings.files import files_settings
from svod.web.doctor import place
from tests.world import TEXT, World

BYTES = "строка текста\n".encode() * 9000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def bucket(address: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "of-the-test")
    monkeypatch.setenv("NO_PROXY", "*")
    boto3.client("s3", endpoint_url=address, region_name="us-east-1").create_bucket(Bucket="svod")
    stored, _folder = files_settings(f"s3://svod/files?endpoint={address}&region=us-east-1", settings.MEDIA_ROOT)
    settings.STORAGES = {**settings.STORAGES, "default": stored}


def test_the_same_bytes_lie_there_once(address: str) -> None:
    one, other = keep(BytesIO(BYTES)), keep(BytesIO(BYTES))
    assert one == other
    with default_storage.open(one.place) as stream:
        assert hashlib.sha256(stream.read()).hexdigest() == one.sha256
    listed = boto3.client("s3", endpoint_url=address, region_name="us-east-1").list_objects(Bucket="svod")
    keys = [item["Key"] for item in listed["Contents"]]
    assert [key for key in keys if one.sha256 in key] == [f"files/{one.place}"]


def test_a_report_is_read_given_and_proven(world: World, client: Client) -> None:
    made = world.submission()
    assert made.state == "read"
    client.force_login(world.people["reporter"])
    given = client.get(f"/c/{world.campaign.slug}/submissions/{made.pk}/file/")
    assert b"".join(given.streaming_content).decode() == TEXT
    assert not list(files())


def test_a_lost_object_and_a_changed_one_are_told(world: World) -> None:
    one, other = world.submission(), world.submission(text=TEXT + "Ещё.")
    default_storage.delete(one.file.name)
    default_storage.save(other.file.name, BytesIO(b"others"))
    flaws = {flaw.where.removeprefix("file "): flaw.what for flaw in files()}
    assert "not there" in flaws[one.file.name]
    assert "not those that came" in flaws[other.file.name]


def test_pieces_make_the_file(world: World) -> None:
    upload = begun(world)
    third = len(BYTES) // 3
    for start in (0, third):
        assert add(upload, start, BYTES[start : start + third]) == start + third
    with pytest.raises(OutOfStep) as refusal:
        add(upload, 0, BYTES[:third])
    assert refusal.value.details["arrived"] == 2 * third
    assert add(upload, 2 * third, BYTES[2 * third :]) == len(BYTES)
    made = finish(upload)
    with made.file.open() as stream:
        assert stream.read() == BYTES
    assert default_storage.listdir(f"uploads/{upload.pk}") == ([], [])


def test_a_longer_piece_that_came_late_breaks_nothing(world: World) -> None:
    """The line seemed dead, and the browser cut the file otherwise when it tried again."""
    upload = begun(world)
    add(upload, 0, BYTES[:100])
    add(upload, 100, BYTES[100:200])
    default_storage.save(f"uploads/{upload.pk}/0-150", BytesIO(BYTES[:150]))
    assert upload.arrived == 150
    add(upload, 150, BYTES[150:])
    with finish(upload).file.open() as stream:
        assert stream.read() == BYTES


def test_half_a_file_is_dropped_after_a_day(world: World) -> None:
    upload = begun(world)
    add(upload, 0, BYTES[:100])
    Upload.objects.update(touched_at=timezone.now() - timedelta(hours=25))
    assert drop_old() == 0  # a piece of it came just now
    assert upload.arrived == 100


@pytest.mark.django_db(transaction=True)
def test_a_backup_holds_what_lies_there(world: World, settings: Any, tmp_path: Path) -> None:
    """And a restore gives it back to the bucket."""
    settings.DATA = tmp_path
    made = world.submission()
    manifest = back_up(tmp_path / "backup")
    assert not manifest.missing
    staged, _manifest = stage(tmp_path / "backup", tmp_path / "elsewhere", None)
    default_storage.delete(made.file.name)
    hand_over(staged)
    with default_storage.open(made.file.name) as stream:
        assert stream.read().decode() == TEXT
    assert not list(files())


def test_whether_it_answers_is_told(settings: Any) -> None:
    ensure_within_reach()
    assert [finding.state for finding in place.bucket()] == ["good"]
    options = {**settings.STORAGES["default"]["OPTIONS"], "bucket_name": "another"}
    settings.STORAGES = {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": options}}
    with pytest.raises(ConnectionError, match="another"):
        ensure_within_reach()
    assert [finding.state for finding in place.bucket()] == ["wrong"]


def begun(world: World) -> Upload:
    return begin(world.campaign, world.school, world.people["reporter"], "a.txt", len(BYTES), 7)
