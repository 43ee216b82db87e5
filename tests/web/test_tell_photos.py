"""Photos that go with a telling: each once, the bad ones told, shown to whom they may be, taken out again."""

from collections.abc import Callable

import pytest
from django.test import Client

from svod.register.models import Activity, Photo, Report, Submission
from svod.register.services.illustrate import illustrate
from svod.register.services.photos import MOST
from tests.register.test_photos import bomb, jpeg
from tests.web.telling import asked, held, photo
from tests.world import World


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/tell/"


@pytest.fixture
def chair(world: World, client: Client) -> Client:
    client.force_login(world.person("reporter", world.school, "chair"))
    return client


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: b"no picture", "not a picture"),
        (lambda: jpeg()[:3000], "does not open"),
        (bomb, "too large"),
        (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "Most compatible"),
        (lambda: jpeg() + b"\0" * 21_000_000, "too large"),
    ],
)
def test_a_bad_photo_is_told_and_the_rest_is_kept(
    chair: Client, world: World, address: str, make: Callable[[], bytes], word: str
) -> None:
    chair.cookies["django_language"] = "en"
    answer = chair.post(address, {**held(world), "photos": [photo(make()), photo()]}, follow=True)
    assert word in answer.content.decode()
    assert (Activity.objects.count(), Photo.objects.count()) == (1, 1)
    place = f"{address}{Submission.objects.get().pk}/photos/"
    refused = asked(chair, place, {"photos": photo(make())})
    assert (refused.status_code, refused.json()["state"]) == (422, "refused")
    assert word in refused.json()["message"]


def test_photos_come_one_by_one_and_each_once(chair: Client, world: World, address: str) -> None:
    place = asked(chair, address, held(world)).json()["photos"]
    for data, number in ((jpeg(), 1), (jpeg(), 1), (jpeg(30, 20), 2)):
        assert asked(chair, place, {"photos": photo(data)}).json() == {"state": "received", "photos": number}
    for number in range(MOST):
        answer = asked(chair, place, {"photos": photo(jpeg(50 + number, 20))})
    assert answer.status_code == 422
    assert Photo.objects.count() == MOST


def test_a_photo_is_shown_to_who_sees_the_report(chair: Client, world: World, address: str) -> None:
    place = asked(chair, address, held(world)).json()["photos"]
    asked(chair, place, {"photos": photo()})
    one = Photo.objects.get()
    there = f"/c/{world.campaign.slug}/submissions/{one.submission_id}/photos/{one.pk}/"
    answer = chair.get(there)
    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content)[:3] == b"\xff\xd8\xff"
    other = f"/c/{world.campaign.slug}/submissions/{world.submission().pk}/photos/{one.pk}/"
    assert chair.get(other).status_code == 404
    stranger = Client()
    stranger.force_login(world.people["stranger"])
    assert stranger.get(there).status_code == 404
    assert stranger.post(place, {"photos": photo()}).status_code == 404


def test_a_photo_is_taken_out_again(chair: Client, world: World, address: str) -> None:
    chair.post(address, {**held(world), "photos": [photo(), photo(jpeg(40, 30))]})
    one = Photo.objects.first()
    there = f"/c/{world.campaign.slug}/submissions/{one.submission_id}/photos/{one.pk}/out/"
    assert there in chair.get(f"{address}{one.submission_id}/").content.decode()
    assert chair.post(there).url == f"{address}{one.submission_id}/"
    assert Photo.objects.count() == 1
    chief, other = world.people["chief"], Photo.objects.get()
    how = {"language": "ru", "length": "short", "style": "office", "created_by": chief}
    report = Report.objects.create(campaign=world.campaign, organisation=world.kostanay, **how)
    illustrate(report, other, "Круглый стол", "участники", chief)
    chair.cookies["django_language"] = "en"
    refused = chair.post(there.replace(f"/{one.pk}/out/", f"/{other.pk}/out/"), follow=True).content.decode()
    assert "This photo is in a report" in refused
    assert Photo.objects.get() == other
