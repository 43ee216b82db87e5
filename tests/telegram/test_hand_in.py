"""What is sent to the bot becomes a report once, or is held back, and its sender is told which."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from svod.register.models import Activity, Incoming, Submission
from svod.register.services.assign import assign, refuse
from svod.register.services.link_chat import new_code
from svod.register.services.read import read
from svod.telegram import handing_in
from svod.telegram.follow import follow
from tests.telegram.conftest import Desk, held
from tests.telegram.people import GROUP, Writer
from tests.world import TEXT, World

CASE = "Жена рассказала, что муж избил её в ноябре и не выпускал из дома, она обратилась за помощью в центр."


def photo(shade: int = 0) -> bytes:
    made = BytesIO()
    Image.new("RGB", (20, 20), (shade, 0, 0)).save(made, "JPEG")
    return made.getvalue()


def only() -> Submission:
    return Submission.objects.get()


def text_of(submission: Submission) -> str:
    with submission.file.open() as file:
        return str(file.read().decode())


def test_yesterday_is_the_day_before_it_was_written(linked: Writer, desk: Desk) -> None:
    """Not before it was forwarded; of an attached file nobody knows when it was written."""
    written = datetime(2025, 12, 3, 12, tzinfo=UTC)
    linked.forwards("Вчера в школе прошёл семинар «Слово» для 30 педагогов.", int(written.timestamp()))
    made = only()
    assert made.said_on == written.date()
    assert read(made)
    assert Activity.objects.get().first_day == date(2025, 12, 2)
    linked.sends(TEXT.encode(), "отчёт.txt", caption="Вчера прошло")
    assert Submission.objects.latest("pk").said_on is None


def test_it_works(linked: Writer, desk: Desk, world: World) -> None:
    linked.forwards(TEXT)
    made = only()
    assert (made.organisation, made.received_by, made.channel) == (world.school, world.people["teacher"], "telegram")
    assert text_of(made) == TEXT.strip()
    assert f"number {made.pk}" in desk.last()
    assert world.school.name in desk.last()
    assert world.kostanay.name in desk.last()  # whose reviewer looks at it
    read(made)
    assert follow() == 1
    desk.work()
    assert desk.last() == f"Number {made.pk} is read: 2 activities."
    assert follow() == 0


def test_the_same_update_twice_is_one(linked: Writer, desk: Desk) -> None:
    content = linked.forwards(TEXT)
    desk.again(1, content)
    assert Submission.objects.count() == 1
    assert len(desk.sent()) == 1


def test_what_died_halfway_is_taken_in_once(linked: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is kept; before its receipt was written down, the process died."""
    with monkeypatch.context() as broken:
        broken.setattr("svod.telegram.answer.jobs.done", lambda _job: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            linked.forwards(TEXT)
    assert (Submission.objects.count(), desk.sent()) == (1, [])
    desk.work()
    assert Submission.objects.count() == 1
    assert "Received, number" in desk.last()


def test_the_same_text_again_is_said_so(linked: Writer, desk: Desk) -> None:
    linked.forwards(TEXT)
    linked.forwards(TEXT)
    assert Submission.objects.count() == 1
    assert "received before" in desk.last()


def test_a_document(linked: Writer, desk: Desk) -> None:
    linked.sends(TEXT.encode(), "отчёт.txt")
    assert only().name == "отчёт.txt"
    assert "Received, number" in desk.last()


def test_an_album_with_words_is_one_report_with_photos(linked: Writer) -> None:
    linked.shows(photo(0), photo(90), photo(180), caption=TEXT, album="a")
    assert only().photos.count() == 3


def test_an_album_without_words_is_read_as_pages(linked: Writer) -> None:
    linked.shows(photo(0), photo(90), album="a")
    assert only().name.endswith(".zip")


def test_one_of_an_album_that_comes_late_goes_beside(linked: Writer) -> None:
    linked.shows(photo(0), caption=TEXT, album="a")
    linked.shows(photo(90), album="a")
    assert only().photos.count() == 2


def test_a_long_text_that_telegram_cut_is_one_report(linked: Writer, desk: Desk) -> None:
    """In the middle of a sentence, and a short message that comes after it is another."""
    text = "Проведён семинар для родителей о правах ребёнка. " * 200
    first, second = text.rfind(" ", 0, 4096), text.rfind(" ", 0, 8000)
    pieces = (text[:first], text[first:second], text[second:], "Спасибо!")
    desk.keep(*({"message": linked.message(text=one)} for one in pieces))
    desk.work()
    assert text_of(only()) == text.strip()
    assert "short for a report" in desk.last()


def test_a_forwarded_text_that_begins_as_a_command_is_a_report(linked: Writer, desk: Desk) -> None:
    linked.writes(f"/help {TEXT}", forward_origin={"type": "hidden_user", "sender_user_name": "Школа", "date": 1})
    assert only()


def test_photos_after_a_report_belong_to_it(linked: Writer, desk: Desk) -> None:
    linked.forwards(TEXT)
    linked.shows(photo(0), photo(90), album="b")
    assert only().photos.count() == 2
    assert "2 photos are put beside" in desk.last()


def test_a_short_text_is_asked_about(linked: Writer, desk: Desk) -> None:
    linked.writes("Добрый день!")
    assert not Submission.objects.exists()
    linked.presses("Hand it in")
    assert only().name == "Добрый день!.txt"


def test_who_is_unknown_is_held_back_and_told_how_to_link(writer: Writer, desk: Desk, world: World) -> None:
    writer.forwards(TEXT)
    assert not Submission.objects.exists()
    (kept,) = held()
    assert kept.text == TEXT.strip()
    assert "kept" in desk.last()
    writer.writes(f"/start {new_code(world.person('reporter', world.school, 'teacher'))}")
    assert only().organisation == world.school
    follow()
    desk.work()
    assert "Received, number" in desk.last()


def test_nobody_is_told_where_the_sender_was_erased(writer: Writer, desk: Desk, world: World) -> None:
    writer.forwards(TEXT)
    Incoming.objects.update(sender="", state=Incoming.State.REFUSED)
    assert follow() == 0


@pytest.mark.parametrize("decided", ["assigned", "refused"])
def test_who_is_unknown_is_told_what_the_office_decided(writer: Writer, desk: Desk, world: World, decided: str) -> None:
    writer.forwards(TEXT)
    (kept,) = held()
    if decided == "assigned":
        assign(kept, world.school, world.people["chief"])
    else:
        refuse(kept, "это реклама", world.people["chief"])
    follow()
    desk.work()
    assert ("Received, number" if decided == "assigned" else "это реклама") in desk.last()


def test_so_much_is_held_of_one_sender_and_no_more(writer: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_in, "MOST_HELD_A_DAY", 1)
    writer.forwards(TEXT)
    writer.forwards(f"{TEXT} Ещё один.")
    assert len(held()) == 1
    assert "was not taken" in desk.last()


def test_who_reports_for_several_chooses_once(linked: Writer, desk: Desk, world: World) -> None:
    world.people["teacher"].roles.create(organisation=world.abai, role="reporter")
    linked.forwards(TEXT)
    assert len(held()) == 1
    linked.presses(world.abai.name)
    assert only().organisation == world.abai
    linked.forwards(f"{TEXT} Ещё один.")
    assert Submission.objects.filter(organisation=world.abai).count() == 2


def test_who_reports_for_nobody_any_more_is_held_back(linked: Writer, desk: Desk, world: World) -> None:
    world.people["teacher"].roles.all().delete()
    linked.forwards(TEXT)
    assert len(held()) == 1
    assert "reports for no organisation" in desk.last()


def test_what_tells_a_case_gets_the_help_contacts(linked: Writer, desk: Desk, world: World) -> None:
    linked.forwards(CASE)
    assert only()
    assert all(one.number in desk.last() for one in world.campaign.pack.contacts)
    read(only())
    follow()
    desk.work()
    assert "is read" in desk.last()  # they are not told again
    linked.forwards(TEXT)
    assert "Received, number" in desk.last()


def test_a_file_that_tells_a_case_gets_them_once_it_is_read(linked: Writer, desk: Desk, world: World) -> None:
    linked.sends(CASE.encode(), "отчёт.txt")
    assert "Received, number" in desk.last()
    read(only())
    follow()
    desk.work()
    assert world.campaign.pack.contacts[0].number in desk.last()


def test_too_large_a_file_is_said(linked: Writer, desk: Desk) -> None:
    linked.sends(b"...", "видео.zip", size=21_000_000)
    assert not Submission.objects.exists()
    assert "above 20 MB" in desk.last()


def test_an_empty_file_is_said(linked: Writer, desk: Desk) -> None:
    linked.sends(b"", "отчёт.txt")
    assert not Incoming.objects.exists()
    assert "is empty" in desk.last()


def test_a_voice_message_is_said(linked: Writer, desk: Desk) -> None:
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 3}
    desk.deliver({"message": linked.message(voice=voice)})
    assert "cannot read" in desk.last()


def test_an_edited_message_is_no_second_report(linked: Writer, desk: Desk) -> None:
    message = linked.forwards(TEXT)["message"]
    desk.deliver({"edited_message": {**message, "text": f"{TEXT} Исправлено.", "edit_date": message["date"]}})
    assert Submission.objects.count() == 1
    assert "sent first" in desk.last()


def test_a_group_hears_nothing_unless_it_asks(linked: Writer, desk: Desk) -> None:
    desk.deliver({"message": linked.message(chat=GROUP, text=TEXT)})
    assert (Incoming.objects.count(), desk.sent()) == (0, [])


def test_in_a_group_the_sender_counts(linked: Writer, desk: Desk, world: World) -> None:
    text = f"@svod_test_bot {TEXT}"
    mention = {"type": "mention", "offset": 0, "length": 14}
    desk.deliver({"message": linked.message(chat=GROUP, text=text, entities=[mention])})
    assert only().organisation == world.school
    assert desk.sent()[-1].words["chat_id"] == GROUP["id"]
