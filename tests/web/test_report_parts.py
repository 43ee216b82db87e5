"""What people add to a report: comments, recommendations, photos; and what came since the last version."""

import docx
import pytest
from django.core.files.storage import default_storage
from django.test import Client

from svod.register.consolidated.discreet import discreet
from svod.register.models import Activity, Edition, Operation, Person, Photo, Report, State
from svod.register.services.correct import correct
from svod.register.services.make_edition import make
from svod.register.services.photos import attach
from svod.register.services.start_report import start_report
from svod.register.services.undo import undo
from svod.register.services.write_passage import write_passage
from tests.register import made
from tests.register.test_photos import jpeg
from tests.world import World

KEY = "region-KZ-39"
TEXT = (
    "Проведён круглый стол, участвовали 45 учителей. Участники рекомендовали школам открыть кабинеты доверия. Спасибо."
)


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def address(report: Report, *more: object) -> str:
    return f"/c/{report.campaign.slug}/reports/{report.pk}/" + "".join(f"{part}/" for part in more)


@pytest.fixture
def activity(world: World) -> Activity:
    people = {"participants_least": 45, "participants_most": 45}
    document = made.document(world, text=TEXT)
    return made.activity(world, document, title="Семья", kind="round_table", state=State.CONFIRMED, **people)


@pytest.fixture
def report(client: Client, world: World, activity: Activity) -> Report:
    signed_in(client, world.people["coordinator"])
    settings = {"language": "ru", "length": "full", "style": "official"}
    return start_report(world.campaign, world.kostanay, world.people["coordinator"], **settings)


@pytest.fixture
def photo(world: World, activity: Activity) -> Photo:
    return attach(activity.document.submission, jpeg(), world.people["reporter"])


def version(client: Client, report: Report) -> Edition:
    client.post(address(report, "freeze"))
    edition = report.editions.latest("number")
    make(edition)
    edition.refresh_from_db()
    return edition


def test_a_comment_is_said_and_settled(client: Client, world: World, report: Report) -> None:
    signed_in(client, world.people["reviewer"])
    client.post(address(report, "passages", KEY, "comment"), {"text": "Проверить число."})
    page = client.get(address(report)).text
    assert ("Проверить число." in page, "comments: 1" in page) == (True, True)
    client.post(address(report, "comments", report.comments.get().pk, "settle"))
    page = client.get(address(report)).text
    assert ("Проверить число." in page, "comments: 1" in page) == (True, False)


def test_an_empty_comment_is_refused(client: Client, report: Report) -> None:
    client.post(address(report, "passages", KEY, "comment"), {"text": " "})
    assert not report.comments.exists()


def test_a_comment_is_about_a_passage_that_is_there(client: Client, report: Report) -> None:
    assert client.post(address(report, "passages", "nowhere", "comment"), {"text": "x"}).status_code == 404


def test_who_reads_says_nothing(client: Client, world: World, report: Report) -> None:
    signed_in(client, world.people["reader"])
    assert client.post(address(report, "passages", KEY, "comment"), {"text": "x"}).status_code == 403


def test_a_recommendation_is_added_by_hand_and_stands_before_the_closing(client: Client, report: Report) -> None:
    told = {"text": "Повторить кампанию весной.", "who": "Круглый стол"}
    client.post(address(report, "recommendations"), told)
    page = client.get(address(report))
    keys = [one.key for one in page.context["bench"].sections]
    assert keys.index("recommendations") == keys.index("closing") - 1
    assert "Круглый стол: Повторить кампанию весной." in page.text
    undo(Operation.objects.get(verb="report_recommend"), report.created_by)
    assert "Повторить кампанию весной." not in client.get(address(report)).text


def test_a_sentence_of_a_submission_is_taken_over(client: Client, report: Report, activity: Activity) -> None:
    page = client.get(address(report, "recommendations"))
    (found,) = page.context["candidates"]
    sentence = "Участники рекомендовали школам открыть кабинеты доверия."
    assert (found.text, found.activity) == (sentence, activity.pk)
    client.post(address(report, "recommendations"), {"text": found.text, "activity": found.activity})
    row = report.recommendations.get()
    assert row.activity == activity
    page = client.get(address(report, "recommendations"))
    assert (page.context["candidates"], f"#a{activity.pk}" in page.text) == ([], True)
    client.post(address(report, "recommendations", row.pk, "drop"))
    assert not report.recommendations.exists()


def test_an_activity_of_another_part_is_not_taken(client: Client, world: World, report: Report) -> None:
    other = made.activity(world, made.document(world, world.abai), region="KZ-10")
    client.post(address(report, "recommendations"), {"text": "Что-то.", "activity": other.pk})
    assert report.recommendations.get().activity is None


def test_a_photo_needs_consent_and_stands_in_the_files(client: Client, report: Report, photo: Photo) -> None:
    told = {"photo": photo.pk, "caption": "Круглый стол в школе", "faces": "grown"}
    refused = client.post(address(report, "photos"), told, follow=True).text
    assert "who agreed that it is shown" in refused
    client.post(address(report, "photos"), {**told, "consent": "Все трое, устно.", "faces": "somebody"})
    assert not report.illustrations.exists()
    client.post(address(report, "photos"), {**told, "consent": "Все трое, устно, 3 декабря."})
    assert "Grown-ups: they agreed themselves." in client.get(address(report, "photos")).text
    assert "Все трое, устно" in client.get(address(report, "photos")).text
    assert "Круглый стол в школе" in client.get(address(report, "preview")).text
    file = version(client, report).files.get(name="report.docx")
    document = docx.Document(default_storage.path(file.file.name))
    assert "Круглый стол в школе" in [one.text for one in document.paragraphs]
    assert "Nothing has changed." in client.get(address(report, "versions", 1, "compare")).text
    client.post(address(report, "illustrations", report.illustrations.get().pk, "drop"))
    assert "Круглый стол в школе" not in client.get(address(report, "preview")).text


def test_a_caption_names_nobody_until_somebody_released_it(
    client: Client, world: World, report: Report, photo: Photo
) -> None:
    name = "Динара Ахметова"
    told = {
        "photo": photo.pk,
        "caption": f"Ученица {name} с плакатом",
        "consent": "родители, письменно",
        "faces": "children",
    }
    client.post(address(report, "photos"), told)
    assert name not in client.get(address(report, "preview")).text
    assert name in client.get(address(report, "photos")).text
    (private,) = discreet(report).private(told["caption"])
    release = {"key": private.key, "reason": "родители согласны"}
    assert client.post(address(report, "release"), release).status_code == 403  # the page is not the district's
    signed_in(client, world.people["chief"])
    client.post(address(report, "release"), {**release, "reason": " "})
    assert name not in client.get(address(report, "preview")).text
    client.post(address(report, "release"), release)
    assert name in client.get(address(report, "preview")).text


def test_what_is_written_and_recommended_names_nobody(client: Client, world: World, report: Report) -> None:
    client.post(address(report, "recommendations"), {"text": "Просить помочь Динаре Ахметовой, тел. 8 701 123 45 67."})
    write_passage(report, KEY, "Ученица Динара Ахметова рассказала о школе.", world.people["coordinator"])
    file = version(client, report).files.get(name="report.docx")
    text = "\n".join(one.text for one in docx.Document(default_storage.path(file.file.name)).paragraphs)
    assert "рассказала о школе" in text
    assert "Ахметов" not in text
    assert "701" not in text


def test_a_photo_of_another_part_is_not_there(client: Client, world: World, report: Report) -> None:
    other = attach(world.submission(world.abai), jpeg(), world.people["stranger"])
    told = {"photo": other.pk, "caption": "x", "consent": "x"}
    assert client.post(address(report, "photos"), told).status_code == 404


def test_what_came_since_the_last_version(client: Client, world: World, report: Report, activity: Activity) -> None:
    version(client, report)
    assert "Nothing has changed." in client.get(address(report, "versions", 1, "compare")).text
    assert "changed since version 1" not in client.get(address(report)).text
    correct(activity, {"participants_least": 46, "participants_most": 46}, world.people["chief"], number_reason="x")
    page = client.get(address(report)).text
    assert ("changed since version 1" in page, "Compare with version 1" in page) == (True, True)
    compared = client.get(address(report, "versions", 1, "compare"))
    how = {
        part.title: [one.text for one in part.differences if one.how != "same"] for part in compared.context["parts"]
    }
    assert how["Костанайская область"] == ["45", "46"]
    assert "end of what was added" in compared.text


def test_what_no_file_can_hold_is_left_out(client: Client, report: Report, photo: Photo) -> None:
    bad = "a\x00b\u202e"
    client.post(address(report, "passages", KEY, "write"), {"text": bad, "version": 0})
    client.post(address(report, "passages", KEY, "comment"), {"text": bad})
    client.post(address(report, "recommendations"), {"text": bad, "who": bad, "activity": "\x00"})
    client.post(address(report, "photos"), {"photo": photo.pk, "caption": bad, "consent": bad, "faces": "nobody"})
    written = (report.passages.get(), report.comments.get(), report.recommendations.get())
    assert [row.text for row in written] == ["ab"] * 3
    assert report.illustrations.get().caption == "ab"


def test_a_stranger_finds_none_of_it(client: Client, world: World, report: Report, photo: Photo) -> None:
    signed_in(client, world.people["stranger"])
    for more in ("recommendations", "photos"):
        assert client.get(address(report, more)).status_code == 404
