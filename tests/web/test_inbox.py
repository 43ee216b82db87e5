"""The inbox: files and texts handed in, the list of them, and how far they are read."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from svod.register.models import Activity, Organisation, ReportedTotal, Submission, Upload
from svod.register.services.confirm import confirm
from svod.register.services.organise import add_organisation
from svod.register.services.read import read
from svod.register.services.submit import submit
from svod.web.inbox.choices import MOST_TO_CHOOSE, written
from tests.world import TEXT, World


@pytest.fixture
def inbox(world: World) -> str:
    return f"/c/{world.campaign.slug}/inbox/"


@pytest.fixture
def reporter(client: Client, world: World) -> Client:
    client.force_login(world.people["reporter"])
    return client


def file(text: str = TEXT, name: str = "отчёт.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def hand_in(client: Client, inbox: str, world: World, *files: SimpleUploadedFile, **more: str) -> Client:
    sent = {"files-organisation": str(world.school.pk), "files": list(files), **more}
    return client.post(f"{inbox}files/", sent, follow=True, headers={"accept-language": "en"})


def test_it_works(reporter: Client, inbox: str, world: World) -> None:
    answer = hand_in(reporter, inbox, world, file(), file("Другой отчёт.", "второй.txt"))
    assert "2 files are received." in answer.text
    assert {one.name for one in Submission.objects.all()} == {"отчёт.txt", "второй.txt"}
    first = Submission.objects.get(name="отчёт.txt")
    assert (first.organisation, first.received_by) == (world.school, world.people["reporter"])
    read(first)
    page = reporter.get(inbox, headers={"accept-language": "en"}).text
    assert "отчёт.txt" in page
    assert "1 of 2 read" in page


def test_one_is_told_whose_report_it_will_be(reporter: Client, inbox: str, world: World) -> None:
    said = "taken at once, as this organisation"
    assert said in reporter.get(inbox, headers={"accept-language": "en"}).text.replace("&#x27;", "'")
    reporter.force_login(world.person("reporter", world.school, "teacher"))
    assert said not in reporter.get(inbox, headers={"accept-language": "en"}).text  # there is nothing to choose


def test_signed_out(client: Client, inbox: str) -> None:
    for address in ("", "files/", "text/", "uploads/", "progress/", "1/"):
        assert client.post(inbox + address).status_code == 302


def test_a_stranger_sees_nothing_of_it(client: Client, inbox: str, world: World) -> None:
    submission = world.submission()
    client.force_login(world.people["stranger"])
    assert submission.name not in client.get(inbox).text
    for address in (f"{inbox}{submission.pk}/", f"/c/{world.campaign.slug}/submissions/{submission.pk}/file/"):
        assert client.get(address).status_code == 404
    sent = {"files-organisation": world.school.pk, "files": file()}
    assert client.post(f"{inbox}files/", sent).status_code == 422


def test_a_reader_sees_but_hands_nothing_in(client: Client, inbox: str, world: World) -> None:
    submission = world.submission()
    client.force_login(world.people["reader"])
    page = client.get(inbox).text
    assert submission.name in page
    assert 'id="hand-in"' not in page
    for address in ("files/", "text/", "uploads/"):
        assert client.post(f"{inbox}{address}", {"files-organisation": world.school.pk}).status_code == 403
    for address in ("copy/", "text/", "aside/"):
        assert client.post(f"{inbox}{submission.pk}/{address}").status_code == 403


def test_the_same_file_is_recognised(reporter: Client, inbox: str, world: World) -> None:
    hand_in(reporter, inbox, world, file())
    answer = hand_in(reporter, inbox, world, file(name="копия.txt"))
    assert "handed in before, as “отчёт.txt”" in answer.text
    assert Submission.objects.count() == 1


def test_an_empty_file_is_refused_and_clutter_passed_over(reporter: Client, inbox: str, world: World) -> None:
    answer = hand_in(reporter, inbox, world, file("", "пусто.docx"), file("x", "~$отчёт.docx"), file("y", ".DS_Store"))
    assert "“пусто.docx” is not taken. The file is empty." in answer.text
    assert not Submission.objects.exists()


def test_a_pasted_text_that_names_somebody_is_told_first(reporter: Client, inbox: str, world: World) -> None:
    reporter.cookies["django_language"] = "en"
    told = {"text-organisation": world.school.pk, "text-text": "Лекцию слушала ученица Динара Ахметова."}
    warned = reporter.post(f"{inbox}text/", told)
    assert warned.status_code == 422
    assert "<q>Динара Ахметова</q>" in warned.text
    assert told["text-text"] in warned.text
    assert "autofocus>\n  <p><strong>A word before" in warned.text  # below the fold nobody would see it
    assert f'hx-get="{inbox}?"' in warned.text  # the list is not asked for where texts are handed in
    assert not Submission.objects.exists()
    reporter.post(f"{inbox}text/", {**told, "knowing": "1"})
    assert Submission.objects.count() == 1


def test_no_file_chosen(reporter: Client, inbox: str, world: World) -> None:
    assert "No file was chosen." in hand_in(reporter, inbox, world).text


def test_for_an_organisation_elsewhere_nothing_is_taken(reporter: Client, inbox: str, world: World) -> None:
    sent = {"files-organisation": world.abai.pk, "files": file()}
    assert reporter.post(f"{inbox}files/", sent).status_code == 422
    assert not Submission.objects.exists()


def test_a_script_is_told_of_each_file(reporter: Client, inbox: str, world: World) -> None:
    names = '["Рудный/отчёт.txt", "../Thumbs.db", "копия.txt"]'
    sent = {
        "files-organisation": str(world.school.pk),
        "files": [file(), file("x"), file()],
        "names": names,
    }
    told = reporter.post(f"{inbox}files/", sent, headers={"accept": "application/json"}).json()
    assert [one["state"] for one in told["outcomes"]] == ["received", "already"]
    assert told["outcomes"][1]["fresh"]
    assert told["passed"] == ["Thumbs.db"]
    assert Submission.objects.get().name == "Рудный/отчёт.txt"
    bad = {**sent, "files-organisation": "0", "files": file()}
    assert reporter.post(f"{inbox}files/", bad, headers={"accept": "application/json"}).status_code == 400


def test_a_text_is_handed_in(reporter: Client, inbox: str, world: World) -> None:
    reporter.post(f"{inbox}text/", {"text-organisation": world.school.pk, "text-text": TEXT})
    submission = Submission.objects.get()
    assert (submission.channel, submission.name) == ("paste", "Отчёт профсоюзного комитета.")
    assert reporter.post(f"{inbox}text/", {"text-organisation": world.school.pk, "text-text": " "}).status_code == 422


def test_among_many_organisations_one_is_searched_for(reporter: Client, inbox: str, world: World) -> None:
    for number in range(MOST_TO_CHOOSE):
        add_organisation(world.rudny, None, name=f"Детский сад № {number + 1}", level="primary")
    assert 'data-search="' in reporter.get(inbox).text
    found = reporter.get(f"{inbox}organisations/?q=сад+77").text
    garden = Organisation.objects.get(name="Детский сад № 77")
    assert f'value="{written(garden)}"' in found
    for told in (written(garden), "Детский сад № 77"):
        sent = {"files-organisation": told, "files": file(told)}
        assert reporter.post(f"{inbox}files/", sent).status_code == 302
    assert Submission.objects.filter(organisation=garden).count() == 2
    sent = {"files-organisation": "Детский сад", "files": file("x")}
    assert reporter.post(f"{inbox}files/", sent).status_code == 422


def test_a_large_file_comes_in_pieces(reporter: Client, inbox: str, world: World) -> None:
    def begin() -> dict[str, object]:
        sent = {"files-organisation": world.school.pk, "name": "a/б.txt", "size": 10, "modified": 7}
        return reporter.post(f"{inbox}uploads/", sent).json()

    def piece(address: object, offset: object, data: bytes) -> tuple[int, dict[str, object]]:
        headers = {"upload-offset": str(offset)}
        answer = reporter.post(str(address), data, content_type="application/octet-stream", headers=headers)
        return answer.status_code, answer.json()

    begun = begin()
    assert piece(begun["address"], 0, b"01234") == (200, {"arrived": 5})
    assert "Half-sent" in reporter.get(inbox, headers={"accept-language": "en"}).text
    assert begin() == {"address": begun["address"], "arrived": 5}
    assert piece(begun["address"], 0, b"01234") == (409, {"arrived": 5})
    assert piece(begun["address"], "x", b"56789")[0] == 400
    for _again in range(2):  # the answer to the first one got lost
        status, told = piece(begun["address"], 5, b"56789")
        assert (status, told["state"], told["name"]) == (200, "received", "a/б.txt")
    assert Submission.objects.get().size == 10


def test_a_large_file_is_refused_before_it_is_sent(reporter: Client, inbox: str, world: World) -> None:
    sent = {"files-organisation": world.school.pk, "name": "a.zip", "size": 10**12, "modified": 7}
    told = reporter.post(f"{inbox}uploads/", sent, headers={"accept-language": "en"}).json()
    assert told["state"] == "refused"
    assert "too large" in told["message"]
    for wrong in ({"size": "-1"}, {"name": ""}, {"files-organisation": world.abai.pk}):
        assert reporter.post(f"{inbox}uploads/", {**sent, **wrong}).status_code == 400


def test_nobody_continues_another_ones_upload(reporter: Client, inbox: str, world: World, client: Client) -> None:
    sent = {"files-organisation": world.school.pk, "name": "a.txt", "size": 10, "modified": 7}
    address = reporter.post(f"{inbox}uploads/", sent).json()["address"]
    client.force_login(world.people["coordinator"])
    headers = {"upload-offset": "0"}
    assert client.post(address, b"x", content_type="application/octet-stream", headers=headers).status_code == 404
    assert client.post(f"{address}drop/").status_code == 404
    client.force_login(world.people["reporter"])
    assert client.post(f"{address}drop/").status_code == 302
    assert not Upload.objects.exists()


def test_the_list_is_filtered_by_state_and_subtree(reporter: Client, inbox: str, world: World) -> None:
    world.submission()
    broken = submit(BytesIO(b"PK\3\4"), "битый.docx", world.campaign, world.rudny, None)
    read(broken)
    submit(BytesIO(b"new"), "новый.txt", world.campaign, world.kostanay, None)

    def shown(query: str) -> set[str]:
        page = reporter.get(f"{inbox}?{query}", headers={"hx-request": "true"}).text
        return {name for name in ("отчёт.txt", "битый.docx", "новый.txt") if f">{name}</a>" in page}

    assert shown("") == {"отчёт.txt", "битый.docx", "новый.txt"}
    assert shown("state=read") == {"отчёт.txt"}
    assert shown("state=waiting") == {"новый.txt"}
    assert shown("state=stuck") == {"битый.docx"}
    assert shown("state=settled") == set()
    assert shown("state=drafts") == {"отчёт.txt"}
    assert shown(f"organisation={world.rudny.pk}") == {"отчёт.txt", "битый.docx"}
    assert shown(f"organisation={world.rudny.pk}&state=stuck") == {"битый.docx"}


def test_drafts_are_counted_as_where_they_are_checked(reporter: Client, inbox: str, world: World) -> None:
    """With totals, without what was merged into another: as the review and the signing count them."""
    made = world.submission()
    one, other = Activity.objects.order_by("pk")
    (listed,) = reporter.get(inbox).context["page"].object_list
    assert (listed.drafts, listed.confirmed) == (3, 0)
    Activity.objects.filter(pk=other.pk).update(same_as=one)
    confirm([ReportedTotal.objects.get()], world.people["reviewer"])
    (listed,) = reporter.get(inbox).context["page"].object_list
    assert (listed.drafts, listed.confirmed) == (1, 1)
    signing = reporter.get(f"/c/{world.campaign.slug}/signing/").text
    assert f'?organisation={made.organisation_id}&amp;state=drafts">1</a>' in signing


def test_a_page_of_the_list_asks_little(
    reporter: Client, inbox: str, world: World, django_assert_max_num_queries: object
) -> None:
    for number in range(60):
        submit(BytesIO(b"%d" % number), f"{number}.txt", world.campaign, world.school, world.people["reporter"])
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        page = reporter.get(inbox, headers={"accept-language": "en"}).text
    assert "Page 1 of 2" in page
    assert ">9.txt</a>" in reporter.get(f"{inbox}?page=2").text


def test_progress_goes_on_until_all_is_read(reporter: Client, inbox: str, world: World) -> None:
    waiting = [submit(BytesIO(b"%d" % n), f"{n}.txt", world.campaign, world.school, None) for n in range(2)]
    since = waiting[0].received_at.isoformat().replace("+", "%2B")

    def told() -> str:
        return reporter.get(f"{inbox}progress/?since={since}", headers={"accept-language": "en"}).text

    assert "0 of 2 read" in told()
    assert "every 1s" in told()
    read(waiting[0])
    assert "1 of 2 read" in told()
    assert "left" in told()
    read(waiting[1])
    assert "All 2 files are read." in told()
    assert "every 1s" not in told()
    assert reporter.get(f"{inbox}progress/?since=nonsense").status_code == 200


def test_the_original_is_given_to_be_kept(reporter: Client, world: World) -> None:
    submission = submit(BytesIO(b"<script>"), "папка/отчёт.html", world.campaign, world.school, None)
    answer = reporter.get(f"/c/{world.campaign.slug}/submissions/{submission.pk}/file/")
    assert b"".join(answer) == b"<script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%BE")
