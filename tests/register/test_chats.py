"""A chat handed in again: only what is new is drafted, and the rest is said to be known."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
from django.test import Client

from svod.register.models import Activity, Document, Organisation, Resemblance, Submission
from svod.register.rights.erase import begin_erasing, erase, find_all, look_for
from svod.register.services import photos_along
from svod.register.services.photos import take_out
from svod.register.services.read import read
from svod.register.services.resemble import resemble
from svod.register.services.submit import submit
from tests.reading.test_chats import CHAT, Sent, written
from tests.register.mailbox.conftest import letter
from tests.register.test_photos import PLACE, jpeg
from tests.world import TEXT, World

LATER = ("2025-12-01 08:00", "Динара", "1 желтоқсанда мектепте дөңгелек үстел өтті, 40 мұғалім қатысты.")


def chat(sent: Sequence[Sent], phone: str = "android", **names: str) -> bytes:
    return "".join(written(sent, phone, names)).encode()


def export(text: bytes, **files: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("Чат WhatsApp с группой 16 дней.txt", text)
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return written.getvalue()


def hand_in(world: World, data: bytes, name: str = "чат.txt", organisation: Organisation | None = None) -> Submission:
    made = submit(BytesIO(data), name, world.campaign, organisation or world.school, world.people["reporter"])
    read(made)
    made.refresh_from_db()
    return made


def told(submission: Submission) -> list[str]:
    return [f"{one.kind}: {one.document.text[one.start : one.end]}" for one in drafts(submission)]


def drafts(submission: Submission) -> list[Activity]:
    return list(Activity.objects.filter(document__submission=submission).select_related("document").order_by("start"))


def codes(submission: Submission) -> dict[str, str]:
    return {one.code: dict(one.details).get("count", "") for one in submission.trouble}


def test_it_works(world: World) -> None:
    first = hand_in(world, chat(CHAT))
    second = hand_in(world, chat([*CHAT[3:], LATER], "iphone", Динара="+7 701 000 00 02", Ерлан="Ерлан колледж"))
    assert len(drafts(first)) == 4
    (new,) = drafts(second)
    assert (new.kind, new.participants_least) == ("round_table", 40)
    assert new.document.text == f"+7 701 000 00 02:\n{LATER[2]}"
    assert new.document.text[new.start : new.end] in LATER[2]
    assert codes(second) == {"chat_known": "5"}


def test_where_the_others_were_read_is_kept(world: World) -> None:
    first = hand_in(world, chat(CHAT[:6]))
    second = hand_in(world, chat([*CHAT, LATER]))
    old, new = first.documents.get(), second.documents.get()
    ((at, number, first_day, last_day, row, start, end),) = new.known["runs"]
    assert (number, first_day, last_day, row) == (6, "2025-11-25", "2025-11-26", old.pk)
    assert new.text[at:].startswith(CHAT[6][2])
    assert old.text[start:end].startswith(CHAT[0][2])
    assert old.text[start:end].endswith(CHAT[5][2])


def test_the_third_export_knows_both(world: World) -> None:
    hand_in(world, chat(CHAT[:4]))
    hand_in(world, chat(CHAT))
    third = hand_in(world, chat([*CHAT, LATER]))
    assert len(drafts(third)) == 1
    assert [run[1] for run in third.documents.get().known["runs"]] == [4, 4]


def test_where_nothing_is_new_it_is_read_and_says_so(world: World) -> None:
    hand_in(world, chat(CHAT))
    again = hand_in(world, chat(CHAT[:5], "iphone"))
    assert (again.state, again.documents.get().text, codes(again)) == ("read", "", {"chat_known": "5"})
    with again.file.open() as kept:
        assert kept.read() == chat(CHAT[:5], "iphone")


def test_an_older_export_that_comes_later(world: World) -> None:
    hand_in(world, chat(CHAT[3:]))
    assert codes(hand_in(world, chat(CHAT[:6]))) == {"chat_known": "3"}


def test_what_was_changed_is_read_anew_and_what_is_gone_is_told(world: World) -> None:
    first = hand_in(world, chat(CHAT))
    changed = "Провели круглый стол «Дом без страха», 54 учащихся. <Сообщение изменено>"
    now = [CHAT[0], (*CHAT[1][:2], changed), CHAT[2], (*CHAT[3][:2], "Данное сообщение удалено"), *CHAT[4:]]
    second = hand_in(world, chat(now))
    assert codes(second) == {"chat_known": "6", "chat_changed": "1", "chat_gone": "1"}
    (new,) = drafts(second)
    assert new.participants_least == 54
    ((start, end, row, old_start, old_end),) = second.documents.get().known["changed"]
    assert new.document.text[start:end] == changed.removesuffix(" <Сообщение изменено>")
    assert Document.objects.get(pk=row).text[old_start:old_end] == CHAT[1][2]
    assert len(drafts(first)) == 4
    assert codes(hand_in(world, chat([*now, LATER]))) == {"chat_known": "7", "chat_gone": "1"}


def test_a_changed_messages_draft_is_a_likely_copy_of_the_old_one(world: World) -> None:
    told = "В колледже № 3 прошёл семинар, 60 человек"
    first = hand_in(world, chat([*CHAT[:7], (*CHAT[7][:2], f"{told}.")]))
    changed = (*CHAT[7][:2], f"{told}, были гости. <Сообщение изменено>")
    second = hand_in(world, chat([*CHAT[:7], changed, LATER]))
    resemble(world.campaign)
    pairs = {(one.one.document.submission_id, one.other.document.submission_id) for one in Resemblance.objects.all()}
    assert (first.pk, second.pk) in pairs


def test_another_organisations_chat_is_its_own(world: World) -> None:
    hand_in(world, chat(CHAT))
    assert len(drafts(hand_in(world, chat(CHAT), organisation=world.rudny))) == 4


def test_two_exports_in_one_archive(world: World) -> None:
    archive = export(chat(CHAT[:5]), whatsapp__txt=chat(CHAT, "iphone"))
    both = hand_in(world, archive, "чаты.zip")
    assert len(drafts(both)) == 4
    assert sorted(run[4] for one in both.documents.all() if one.known for run in one.known["runs"]) == [0]


def test_a_file_beside_a_chat_is_read_once(world: World) -> None:
    first = hand_in(world, export(chat(CHAT[:3]), Отчёт__txt=TEXT.encode()), "чат 1.zip")
    second = hand_in(world, export(chat(CHAT), Отчёт__txt=TEXT.encode()), "чат 2.zip")
    assert [one.format for one in first.documents.all()] == ["txt", "whatsapp"]
    assert [one.format for one in second.documents.all()] == ["whatsapp"]
    assert set(codes(second)) == {"chat_known", "read_before"}


def test_a_chat_read_meanwhile_by_another_worker_is_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from svod.register.services import read as reading

    second = submit(BytesIO(chat([*CHAT, LATER])), "2.txt", world.campaign, world.school, None)
    ask = reading.look_through

    def slow(submission: Submission, *more: object) -> object:
        found = ask(submission, *more)
        if submission.pk == second.pk and Submission.objects.count() == 1:
            hand_in(world, chat(CHAT), "1.txt")
        return found

    monkeypatch.setattr(reading, "look_through", slow)
    read(second)
    assert len(drafts(second)) == 1
    assert Activity.objects.count() == 5


def test_the_page_shows_what_is_known_and_leads_there(client: Client, world: World) -> None:
    first = hand_in(world, chat(CHAT[:6]))
    second = hand_in(world, chat([*CHAT, LATER]))
    client.force_login(world.people["reviewer"])
    client.cookies["django_language"] = "en"
    page = client.get(f"/c/{world.campaign.slug}/submissions/{second.pk}/").text
    old = first.documents.get()
    nothing_new = hand_in(world, chat(CHAT[:3]))
    assert "3 messages are known" in client.get(f"/c/{world.campaign.slug}/submissions/{nothing_new.pk}/").text
    place = f"t{old.pk}-{old.text.index(CHAT[0][2])}"
    assert "6 messages are known already" in page
    assert f"/submissions/{first.pk}/#{place}" in page
    assert f'id="{place}"' in client.get(f"/c/{world.campaign.slug}/submissions/{first.pk}/").text


def test_who_is_erased_is_erased_from_the_file_of_every_export(world: World) -> None:
    names = [("2025-11-25 08:00", "Айгүл", "Вела семинар психолог Иванова Мария Петровна, 30 родителей."), *CHAT]
    submissions = [hand_in(world, chat(names)), hand_in(world, chat([*names, LATER]))]
    assert "Иванова" not in submissions[1].documents.get().text
    asked = look_for("Иванова Мария Петровна", "просит сама", world.people["chief"])
    find_all(asked.pk)
    begin_erasing(asked, world.people["chief"])
    asked.refresh_from_db()
    erase(asked.pk)
    assert not Submission.objects.exclude(file="").exists()


def test_photos_of_a_chat_lie_beside_it_without_what_a_phone_wrote(world: World) -> None:
    photo = jpeg(800, 600)
    files = {
        "IMG-20251125-WA0001.jpg": photo,
        "STK-20251125-WA0002.webp": photo + b"0",
        "PTT-20251125-WA0003.opus": b"OggS",
    }
    first = hand_in(world, export(chat(CHAT), **files), "чат.zip")
    (kept,) = first.photos.all()
    with kept.file.open() as stream:
        assert PLACE not in stream.read()
    assert codes(first)["chat_media"] == "3"


def test_a_photo_comes_once_whichever_export_it_is_in(world: World) -> None:
    old, new = jpeg(800, 600), jpeg(600, 800)
    first = hand_in(world, export(chat(CHAT[:5]), **{"IMG-1.jpg": old}), "1.zip")
    second = hand_in(world, export(chat(CHAT), **{"IMG-1.jpg": old, "IMG-2.jpg": new, "IMG-3.jpg": new}), "2.zip")
    assert (first.photos.count(), second.photos.count()) == (1, 1)


def test_a_photo_that_was_taken_out_stays_out(world: World) -> None:
    photo = jpeg(800, 600)
    first = hand_in(world, export(chat(CHAT[:5]), **{"IMG-1.jpg": photo}), "1.zip")
    take_out(first.photos.get(), world.people["reviewer"])
    assert not hand_in(world, export(chat(CHAT), **{"IMG-1.jpg": photo}), "2.zip").photos.exists()


def test_of_very_many_photos_some_are_only_in_the_file(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos_along, "MOST", 2)
    files = {f"IMG-{number}.jpg": jpeg(400 + number, 400) for number in range(5)}
    submission = hand_in(world, export(chat(CHAT), **files), "1.zip")
    assert submission.photos.count() == 2
    assert codes(submission)["photos_beside"] == "3"


def test_a_letters_photos_lie_beside_it_and_its_logo_does_not(world: World) -> None:
    sent = letter()
    for name, size in (("фото.jpg", 800), ("logo.png", 90)):
        sent.add_attachment(jpeg(size, size), maintype="image", subtype="jpeg", filename=name)
    assert hand_in(world, sent.as_bytes(), "письмо.eml").photos.count() == 1


def test_a_damaged_picture_stops_nothing(world: World) -> None:
    submission = hand_in(world, export(chat(CHAT), **{"IMG-1.jpg": jpeg()[:200]}), "1.zip")
    assert len(drafts(submission)) == 4
    assert not submission.photos.exists()
