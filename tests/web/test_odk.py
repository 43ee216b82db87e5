"""The form's page and links, and OpenRosa as ODK Collect speaks it."""

import base64
import json
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from svod.odk.openrosa import LIST, MANIFEST, RESPONSE
from svod.register.models import Activity, FormLink, Incoming, Operation, Photo, Submission
from svod.register.services.link_form import link_form, withdraw_link
from svod.register.services.read import read
from svod.register.services.submit import submit
from svod.web.odk.collect import settings_code
from tests.odk.exported import OTHER, UUID, central, kobo_labels, kobo_names
from tests.register.test_photos import jpeg
from tests.world import World

pytestmark = pytest.mark.django_db

ANSWERS = """<?xml version='1.0' ?>
<data id="svod_sixteen_days_2025" version="1" xmlns:orx="http://openrosa.org/xforms">
<start/><organisation>{organisation}</organisation><held>yes</held>
<activities><kind>round_table</kind><title>Семья без страха</title><first_day>2025-11-28</first_day>
<people_said>about</people_said><people>50</people><audience>pupils parents</audience><photo>1.jpg</photo></activities>
<activities><kind>training</kind></activities>
<orx:meta><orx:instanceID>uuid:{uuid}</orx:instanceID></orx:meta></data>"""


@pytest.fixture
def link(world: World) -> FormLink:
    return link_form(world.campaign, world.kostanay, world.people["coordinator"])


def answers(world: World, uuid: str = UUID, text: str = ANSWERS) -> bytes:
    return text.format(organisation=world.school.pk, uuid=uuid).encode()


def send(
    link: FormLink, data: bytes, photos: Iterable[tuple[str, bytes]] = (), client: Client | None = None
) -> HttpResponse:
    """As OkHttpConnection of Collect builds it: each part named by its file, the form's first."""
    parts = {"xml_submission_file": SimpleUploadedFile("16 дней_2025-11-28.xml", data, "text/xml")}
    parts |= {name: SimpleUploadedFile(name, photo, "image/jpeg") for name, photo in photos}
    client = client or Client(enforce_csrf_checks=True, headers={"X-OpenRosa-Version": "1.0"})
    return client.post(reverse("openrosa_submission", args=[link.token]) + "?deviceID=collect%3Aabc", parts)


def test_it_works(world: World, link: FormLink) -> None:
    """What a phone does: fetch the list, the form and what goes with it, ask, send."""
    phone = Client(enforce_csrf_checks=True)
    listed = phone.get(reverse("openrosa_list", args=[link.token]))
    assert listed["X-OpenRosa-Version"] == "1.0"
    assert listed["Content-Type"].startswith("text/xml")
    (entry,) = fromstring(listed.content)
    told = {one.tag.removeprefix(f"{{{LIST}}}"): one.text or "" for one in entry}
    assert told["formID"] == "svod_sixteen_days_2025"
    form = phone.get(told["downloadUrl"])
    assert f'version="{told["version"]}"'.encode() in form.content
    assert (b"KZ-39/rudny" in form.content, b"KZ-10" in form.content) == (True, False)
    (media,) = fromstring(phone.get(told["manifestUrl"]).content)
    file = {one.tag.removeprefix(f"{{{MANIFEST}}}"): one.text or "" for one in media}
    assert file["filename"] == "organisations.csv"
    assert f"{world.school.pk},Школа № 7,KZ-39,KZ-39/rudny" in phone.get(file["downloadUrl"]).content.decode()
    asked = phone.head(reverse("openrosa_submission", args=[link.token]) + "?deviceID=a")
    assert asked.status_code == 204
    assert int(asked["X-OpenRosa-Accept-Content-Length"]) > 1_000_000
    taken = send(link, answers(world), [("1.jpg", jpeg())], phone)
    assert taken.status_code == 201
    (message,) = fromstring(taken.content)
    assert message.tag == f"{{{RESPONSE}}}message"
    submission = Submission.objects.get()
    assert (submission.organisation, submission.channel, submission.received_by) == (world.school, "odk", None)
    read(submission)
    submission.refresh_from_db()
    assert submission.problems == []
    first, second = Activity.objects.order_by("start")
    assert (first.kind, first.participants.as_list(), first.state) == ("round_table", [45, 55], "draft")
    assert first.document.text[slice(*first.sources["participants"])] == "около 50"
    assert (first.origins["participants"], first.origins["region"]) == ("typed", "organisation")
    assert (second.kind, second.region) == ("training", "KZ-39")


def as_collect_writes(data: bytes, photo: bytes, *, more_follows: bool) -> tuple[bytes, str]:
    """Byte for byte what OkHttp makes of a form, a photo, and the mark that further ones follow."""
    boundary = "3f0c1f7e-7d8c-4b59-9a3e-6c6f4a0e2b11"
    parts = [("xml_submission_file", "a.xml", "text/xml", data), ("1.jpg", "1.jpg", "image/jpeg", photo)]
    body = b""
    for name, file, kind, content in parts:
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'.encode()
        body += f"Content-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n"
    if more_follows:
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="*isIncomplete*"\r\n'.encode()
        body += b"Content-Length: 3\r\n\r\nyes\r\n"
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def test_the_bytes_that_collect_sends(world: World, link: FormLink) -> None:
    for photo, more_follows in ((jpeg(), True), (jpeg(width=40), False)):
        body, kind = as_collect_writes(answers(world), photo, more_follows=more_follows)
        address = reverse("openrosa_submission", args=[link.token])
        headers = {"X-OpenRosa-Version": "1.0", "User-Agent": "org.odk.collect.android/v2025.1"}
        assert Client().generic("POST", address, body, kind, headers=headers).status_code == 201
    assert (Submission.objects.count(), Photo.objects.count()) == (1, 2)


def test_sent_twice_it_is_stored_once(world: World, link: FormLink) -> None:
    for _time in range(2):
        assert send(link, answers(world), [("1.jpg", jpeg())]).status_code == 201
    assert (Submission.objects.count(), Incoming.objects.count(), Photo.objects.count()) == (1, 1, 1)


def test_sent_again_by_a_new_link_it_is_stored_once(world: World, link: FormLink) -> None:
    send(link, answers(world))
    withdraw_link(link, world.people["coordinator"])
    again = link_form(world.campaign, world.school, world.people["coordinator"])
    assert send(again, answers(world)).status_code == 201
    assert Submission.objects.count() == 1


def test_photos_come_in_several_requests(world: World, link: FormLink) -> None:
    send(link, answers(world), [("1.jpg", jpeg())])
    read(Submission.objects.get())
    send(link, answers(world), [("2.jpg", jpeg(width=40))])
    assert Photo.objects.count() == 2
    assert Submission.objects.count() == 1


def test_a_photo_tells_neither_place_nor_device(world: World, link: FormLink) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Phone", {1: "N", 2: (53.0, 12.0, 0.0)}
    out = BytesIO()
    Image.new("RGB", (64, 48), "red").save(out, "JPEG", exif=exif)
    send(link, answers(world), [("1.jpg", out.getvalue())])
    with default_storage.open(Photo.objects.get().file.name) as file, Image.open(file) as kept:
        assert not kept.getexif()
    assert out.getvalue() not in {
        path.read_bytes() for path in Path(default_storage.path("submissions")).rglob("*") if path.is_file()
    }


def test_what_is_no_photo_is_said(world: World, link: FormLink) -> None:
    phone = Client(headers={"Accept-Language": "en"})
    taken = send(link, answers(world), [("audio.m4a", b"\0\0\0\x18ftypM4A "), ("1.jpg", jpeg())], phone)
    assert taken.status_code == 201
    assert "no photos or too many: 1" in taken.content.decode()
    assert Photo.objects.count() == 1


def test_other_answers_under_the_same_number_are_refused(world: World, link: FormLink) -> None:
    send(link, answers(world))
    changed = send(link, answers(world, text=ANSWERS.replace(">50<", ">500<")))
    assert changed.status_code == 409
    assert Submission.objects.count() == 1
    other_writing = send(link, answers(world, text=ANSWERS.replace("\n", "").replace("<start/>", "")))
    assert other_writing.status_code == 201


def test_sent_again_when_its_file_is_kept_no_longer(world: World, link: FormLink) -> None:
    """As after an erasure: what was erased does not come back."""
    send(link, answers(world))
    Submission.objects.update(file="")
    assert send(link, answers(world)).status_code == 201
    assert Submission.objects.count() == 1


def test_a_link_brings_only_so_many_a_day(world: World, link: FormLink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svod.register.services.take_answers.MOST_A_DAY", 1)
    assert send(link, answers(world)).status_code == 201
    assert send(link, answers(world)).status_code == 201  # the same once more
    assert send(link, answers(world, OTHER)).status_code == 429
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"<data", 400),
        (b"<data><held>yes</held></data>", 400),
        (b"<data><meta><instanceID>1</instanceID></meta></data>", 400),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><data><held>&b;</held></data>", 400),
        (b" " * (1024 * 1024 + 1), 413),
    ],
)
def test_what_is_no_form_is_refused_in_words(link: FormLink, data: bytes, status: int) -> None:
    answer = send(link, data)
    assert answer.status_code == status
    (message,) = fromstring(answer.content)
    assert message.get("nature") == "submit_error"
    assert message.text
    assert not Submission.objects.exists()


def test_a_request_must_say_how_long_it_is(link: FormLink) -> None:
    address = reverse("openrosa_submission", args=[link.token])
    unknown = Client().post(address, {}, CONTENT_LENGTH="")
    assert unknown.status_code == 411
    assert "В запросе не сказано" in unknown.content.decode()
    assert Client().post(address, {}, CONTENT_LENGTH=str(10**9)).status_code == 413


def test_photos_beyond_the_most_are_said(world: World, link: FormLink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svod.register.services.take_answers.MOST_PHOTOS", 1)
    phone = Client(headers={"Accept-Language": "en"})
    taken = send(link, answers(world), [("1.jpg", jpeg(width=30)), ("2.jpg", jpeg(width=40))], phone)
    assert "no photos or too many: 1" in taken.content.decode()
    assert Photo.objects.count() == 1


def test_a_request_without_a_form_is_refused(link: FormLink) -> None:
    assert Client().post(reverse("openrosa_submission", args=[link.token]), {"a": "b"}).status_code == 400


@pytest.mark.parametrize("name", ["list", "form", "manifest", "organisations", "submission"])
def test_a_link_that_does_not_hold_opens_nothing(world: World, link: FormLink, name: str) -> None:
    address = reverse(f"openrosa_{name}", args=[link.token])
    assert Client().head(address).status_code in (200, 204)
    assert Client().head(address.replace(link.token, "another")).status_code == 404
    withdraw_link(link, world.people["coordinator"])
    assert Client().head(address).status_code == 404
    assert send(link, answers(world)).status_code == 404


def test_a_link_holds_as_long_as_its_maker_may_make_one(world: World, link: FormLink) -> None:
    world.people["coordinator"].roles.update(role="reader")
    assert Client().get(reverse("openrosa_list", args=[link.token])).status_code == 404


def test_an_organisation_elsewhere_cannot_be_named(world: World, link: FormLink) -> None:
    text = ANSWERS.replace("{organisation}", str(world.abai.pk))
    phone = Client(headers={"Accept-Language": "en"})
    said = send(link, answers(world, text=text), client=phone).content.decode()
    submission = Submission.objects.get()
    assert submission.organisation == world.kostanay
    assert f"taken as a report of: {world.kostanay.name}" in said
    read(submission)
    submission.refresh_from_db()
    assert [one[:2] for one in submission.problems] == [["warning", "organisation_elsewhere"]]


def test_answers_of_another_form_are_refused(world: World, link: FormLink) -> None:
    text = ANSWERS.replace("svod_sixteen_days_2025", "other")
    refused = send(link, answers(world, text=text), client=Client(headers={"Accept-Language": "en"}))
    assert refused.status_code == 400
    assert "another kind" in refused.content.decode()
    assert not Submission.objects.exists()


def test_an_organisation_with_none_below_is_not_asked_for(world: World) -> None:
    one = link_form(world.campaign, world.school, world.people["coordinator"])
    listed = Client().get(reverse("openrosa_list", args=[one.token])).content
    assert b"manifestUrl" not in listed
    assert b"organisations.csv" not in Client().get(reverse("openrosa_form", args=[one.token])).content
    assert len(fromstring(Client().get(reverse("openrosa_manifest", args=[one.token])).content)) == 0


@pytest.mark.parametrize("made", [kobo_names, kobo_labels, central])
def test_an_export_becomes_its_answers_once(world: World, link: FormLink, made: Callable[[], bytes]) -> None:
    """Whatever it comes as, exported again in another form, and with its photos at last."""
    ending = "zip" if made is central else "xlsx"
    for data, name in ((made(), f"a.{ending}"), (kobo_labels("en"), "b.xlsx"), (central(jpeg()), "c.zip")):
        read(submit(BytesIO(data), name, world.campaign, world.kostanay, world.people["reporter"]))
    sent = Submission.objects.filter(channel="odk")
    assert {one.incoming.get().key.partition(":")[2] for one in sent} == {UUID, OTHER}
    for one in sent:
        read(one)
    assert Activity.objects.count() == 2
    assert Photo.objects.count() == 1
    assert sent.exclude(nothing_held=[]).count() == 1
    assert "2" in Submission.objects.filter(channel="upload").earliest("pk").documents.get().text


def test_what_a_phone_sent_and_a_server_exported_is_one(world: World, link: FormLink) -> None:
    send(link, answers(world))
    read(submit(BytesIO(kobo_names()), "a.xlsx", world.campaign, world.kostanay, world.people["reporter"]))
    assert Submission.objects.filter(channel="odk").count() == 2  # the one sent, and the other of the export


def test_an_export_is_of_its_organisations(world: World) -> None:
    """By name; one who hands in for a school alone takes all of it for that school."""
    read(submit(BytesIO(kobo_labels()), "a.xlsx", world.campaign, world.kostanay, world.people["reporter"]))
    assert {one.organisation for one in Submission.objects.filter(channel="odk")} == {world.school}


def test_the_page_gives_the_form_and_the_organisations(world: World, client: Client) -> None:
    client.force_login(world.people["reporter"])
    assert client.get(reverse("odk", args=[world.campaign.slug])).status_code == 200
    asked = {"organisation": world.kostanay.pk}
    form = client.get(reverse("xlsform", args=[world.campaign.slug]), asked)
    assert "organisations.csv" in str(list(openpyxl.load_workbook(BytesIO(form.content))["survey"].values))
    listed = client.get(reverse("form_organisations", args=[world.campaign.slug]), asked).content.decode()
    assert "Школа № 7" in listed
    assert "Абай" not in listed
    outside = client.get(reverse("xlsform", args=[world.campaign.slug]), {"organisation": world.abai.pk})
    assert outside.status_code == 400


def test_a_link_is_made_shown_and_withdrawn(world: World, client: Client) -> None:
    client.force_login(world.people["coordinator"])
    made = client.post(reverse("make_form_link", args=[world.campaign.slug]), {"link-organisation": world.rudny.pk})
    one = FormLink.objects.get()
    assert made.url == reverse("form_link", args=[world.campaign.slug, one.pk])
    page = client.get(made.url).content.decode()
    assert f"/odk/{one.token}</code>" in page
    assert "<svg" in page
    assert one.token not in str(list(Operation.objects.values()))
    client.post(reverse("withdraw_form_link", args=[world.campaign.slug, one.pk]))
    one.refresh_from_db()
    assert one.withdrawn_at


def test_who_may_not_makes_no_link(world: World, client: Client) -> None:
    make = reverse("make_form_link", args=[world.campaign.slug])
    client.force_login(world.people["reviewer"])
    assert client.post(make, {"link-organisation": world.rudny.pk}).status_code == 403
    client.force_login(world.people["coordinator"])
    assert client.post(make, {"link-organisation": world.abai.pk}).status_code == 422
    assert not FormLink.objects.exists()


def test_a_stranger_does_not_see_the_link(world: World, link: FormLink, client: Client) -> None:
    client.force_login(world.people["stranger"])
    assert client.get(reverse("form_link", args=[world.campaign.slug, link.pk])).status_code == 404
    client.force_login(world.people["reader"])
    assert client.get(reverse("form_link", args=[world.campaign.slug, link.pk])).status_code == 403


def test_the_code_sets_collect_up() -> None:
    told = json.loads(zlib.decompress(base64.b64decode(settings_code("https://example.org/odk/a", "Школа № 7"))))
    assert told["general"]["server_url"] == "https://example.org/odk/a"
    assert told["project"]["name"] == "Школа № 7"
    assert told["admin"] == {}
