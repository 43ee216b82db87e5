"""Linking, commands, and the form in a chat."""

from datetime import timedelta

import pytest
from django.utils import timezone

from svod.packs import load
from svod.register.errors import ChatCodeUnknown
from svod.register.models import Activity, Chat, ChatCode, Submission
from svod.register.services.link_chat import link, new_code
from svod.telegram.talk import language_of
from tests.telegram.conftest import Desk, link_to
from tests.telegram.people import GROUP, Writer, entities
from tests.world import TEXT, World


def fill_in(writer: Writer) -> None:
    writer.writes("/report")
    writer.presses("seminar")
    writer.writes("«Закон и семья»")
    writer.presses("Yesterday")
    writer.writes("около 50")
    writer.presses("parents")
    writer.presses("Go on")


def test_it_works(linked: Writer, desk: Desk, world: World) -> None:
    fill_in(linked)
    assert "Закон и семья" in desk.last()
    linked.presses("Hand it in")
    made = Submission.objects.get()
    held = Activity.objects.get()
    assert f"number {made.pk}" in desk.last()
    assert (made.channel, made.organisation, made.received_by) == ("form", world.school, world.people["teacher"])
    assert (held.kind, held.title, held.audience) == ("seminar", "Закон и семья", ("parents",))
    assert held.first_day == timezone.localdate() - timedelta(days=1)
    assert held.document.text[slice(*held.sources["participants"])] == "около 50"


def test_a_form_is_handed_in_once(linked: Writer, desk: Desk) -> None:
    fill_in(linked)
    linked.presses("Hand it in")
    buttons = [one.words["reply_markup"]["inline_keyboard"] for one in desk.sent() if "reply_markup" in one.words]
    linked.presses_data(buttons[-1][0][0]["callback_data"])  # once more
    assert Submission.objects.count() == 1
    assert "answered already" in desk.last()


def test_a_report_that_is_forwarded_meanwhile_is_no_answer(linked: Writer, desk: Desk) -> None:
    linked.writes("/report")
    linked.presses("seminar")
    linked.forwards(TEXT)
    assert "Received, number" in desk.last()
    linked.writes("Закон и семья")
    assert "When?" in desk.last()


def test_what_is_not_understood_is_asked_again(linked: Writer, desk: Desk) -> None:
    linked.writes("/report")
    linked.writes("не знаю")
    assert "choose with one of the buttons" in desk.last()


def test_a_question_left_for_long_swallows_no_report(linked: Writer, desk: Desk) -> None:
    linked.writes("/report")
    linked.presses("seminar")
    chat = Chat.objects.get()
    chat.form["at"] -= 3 * 3600
    chat.save()
    linked.writes(TEXT)
    assert "Received, number" in desk.last()


@pytest.mark.parametrize("by", ["button", "command"])
def test_a_form_is_dropped(linked: Writer, desk: Desk, by: str) -> None:
    linked.writes("/report")
    if by == "button":
        linked.presses("Cancel")
    else:
        linked.writes("/cancel")
    assert "dropped" in desk.last()
    assert Chat.objects.get().form is None


def test_a_form_waits_until_it_is_known_for_whom(linked: Writer, desk: Desk, world: World) -> None:
    world.people["teacher"].roles.create(organisation=world.abai, role="reporter")
    linked.writes("/report")
    linked.presses(world.abai.name)
    assert "handed in for" in desk.last()
    linked.writes("/report")
    assert "What was held?" in desk.last()


def test_a_form_is_for_those_who_are_linked(writer: Writer, desk: Desk) -> None:
    writer.writes("/report")
    assert "press the link there" in desk.last()


def test_a_code_links_once(writer: Writer, desk: Desk, world: World) -> None:
    code = new_code(world.people["reporter"])
    assert not ChatCode.objects.filter(sha256=code).exists()
    writer.writes(f"/start {code}")
    assert "You are linked" in desk.last()
    assert Chat.objects.get().person == world.people["reporter"]
    other = Writer(desk, 43, "Марат")
    other.writes(f"/start {code}")
    assert "holds no longer" in desk.last()
    assert Chat.objects.get(number=43).person is None


@pytest.mark.parametrize("why", ["old", "newer", "inactive", "nonsense"])
def test_a_code_that_does_not_hold(writer: Writer, world: World, why: str) -> None:
    person = world.people["reporter"]
    code = new_code(person)
    if why == "old":
        ChatCode.objects.update(expires_at=timezone.now())
    elif why == "newer":
        new_code(person)
    elif why == "inactive":
        person.is_active = False
        person.save()
    chat = Chat.objects.create(number=42)
    with pytest.raises(ChatCodeUnknown):
        link("x" if why == "nonsense" else code, chat)
    chat.refresh_from_db()
    assert chat.person is None


def test_no_code_is_taken_in_a_group(writer: Writer, desk: Desk, world: World) -> None:
    text = f"/start@svod_test_bot {new_code(world.people['reporter'])}"
    desk.deliver({"message": writer.message(chat=GROUP, text=text, entities=entities(text))})
    assert "directly" in desk.last()
    assert Chat.objects.get().person is None


def test_unlinked_it_is_nobodys_again(linked: Writer, desk: Desk) -> None:
    linked.writes("/stop")
    assert "unlinked" in desk.last()
    linked.forwards(TEXT)
    assert not Submission.objects.exists()


@pytest.mark.parametrize(("label", "code"), [("Қазақша", "kk"), ("Русский", "ru")])
def test_the_language_is_chosen(linked: Writer, desk: Desk, label: str, code: str) -> None:
    linked.writes("/language")
    linked.presses(label)
    assert Chat.objects.get().language == code
    linked.writes("/report")
    assert load("sixteen_days").kinds[0].names[code] in str(desk.sent()[-1].words["reply_markup"])


def test_the_language_is_that_of_their_telegram_at_first(desk: Desk, world: World) -> None:
    Writer(desk, 44, "Айгүл", "kk").writes("/help")
    assert Chat.objects.get().language == "kk"
    Writer(desk, 45, "Hans", "de").writes("/help")
    assert language_of(Chat.objects.get(number=45)) == "ru"


def test_who_stops_the_bot_is_left_alone(linked: Writer, desk: Desk) -> None:
    linked.stops()
    assert Chat.objects.get().blocked_at is not None
    linked.writes("/help")
    assert Chat.objects.get().blocked_at is None


def test_help_says_how_to_link_to_who_is_not(writer: Writer, desk: Desk, world: World) -> None:
    writer.writes("/whatever")
    assert "press the link there" in desk.last()
    link_to(world.people["reporter"], writer)
    writer.writes("/help")
    assert "press the link there" not in desk.last()
    writer.writes("/organisation")
    assert world.kostanay.name in desk.last()
