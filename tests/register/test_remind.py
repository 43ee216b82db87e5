"""One polite letter to who is late, and none to who has reported."""

from datetime import datetime, timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from svod.register.errors import NoMail
from svod.register.models import Campaign, Chat, Letter, Organisation, Person, Role, TelegramBot
from svod.register.queue import wait_no_longer
from svod.register.reachable import turn_to_mail
from svod.register.services import post as posting
from svod.register.services.post import post
from svod.register.services.remind import overdue_below, plan, remind
from svod.register.services.remind_by_rule import MOST, remind_by_rule, set_rule
from svod.register.totals import Part, coverage
from tests.register import made
from tests.world import World

LINK = "https://svod.example.org/c/x/inbox/"


@pytest.fixture(autouse=True)
def _mail_works(settings: Any) -> None:
    settings.MAIL_WORKS = True


@pytest.fixture
def late(world: World) -> list[Organisation]:
    """Everybody's day is over and nobody has said a word; at the school one person answers, in Kazakh."""
    over(world, 1)
    teacher = world.person(Role.REPORTER, world.school, "teacher")
    teacher.language = "kk"
    teacher.save()
    return silent(world)


def over(world: World, days: int) -> None:
    """The campaign's reports were due that many days ago."""
    day = timezone.localdate() - timedelta(days=days)
    first = day - timedelta(days=20)
    Campaign.objects.update(first_day=first, last_day=first, report_by=day)
    world.campaign.refresh_from_db()


def silent(world: World) -> list[Organisation]:
    return overdue_below(coverage(Part(world.campaign, (world.national.path,))), world.national)


def send(world: World, planned: Any, **more: Any) -> list[Letter]:
    letters = remind(world.campaign, world.national, planned, world.people["chief"], LINK, **more)
    for letter in letters:
        post(letter.pk)
    return [Letter.objects.get(pk=letter.pk) for letter in letters]


def test_it_works(world: World, late: list[Organisation]) -> None:
    assert late == [world.kostanay, world.rudny, world.school, world.abai]
    planned = plan(world.campaign, [world.school])
    (letter,) = send(world, planned, note="Ждём вас!")
    assert letter.state == Letter.State.SENT
    (sent,) = mail.outbox
    assert sent.to == ["teacher@example.org"]
    assert world.school.name in sent.body
    assert "Ждём вас!" in sent.body
    assert LINK in sent.body


def test_who_reads_kazakh_reads_kazakh_names(world: World, late: list[Organisation]) -> None:
    Organisation.objects.filter(pk=world.school.pk).update(name_kk="№ 7 мектеп")
    (letter,) = send(world, plan(world.campaign, [world.school]))
    assert "– № 7 мектеп" in letter.text
    assert world.school.name not in letter.text


def test_one_letter_about_all_that_a_person_answers_for(world: World, late: list[Organisation]) -> None:
    world.people["teacher"].roles.create(organisation=world.rudny, role=Role.COORDINATOR)
    planned = plan(world.campaign, [world.rudny, world.school])
    assert planned.letters == {world.people["teacher"]: [world.rudny, world.school]}
    send(world, planned)
    assert len(mail.outbox) == 1


def test_a_reader_answers_for_nothing_and_nor_does_who_was_switched_off(world: World, late: list[Organisation]) -> None:
    assert plan(world.campaign, [world.rudny]).nobody == [world.rudny]
    world.person(Role.READER, world.rudny, "onlooker")
    assert plan(world.campaign, [world.rudny]).nobody == [world.rudny]
    world.people["teacher"].is_active = False
    world.people["teacher"].save()
    assert plan(world.campaign, [world.school]).nobody == [world.school]


def test_who_has_reported_gets_none(world: World, late: list[Organisation]) -> None:
    made.submission(world)
    assert world.school not in silent(world)


def test_who_reports_before_the_letter_goes_gets_none(world: World, late: list[Organisation]) -> None:
    (letter,) = remind(
        world.campaign, world.national, plan(world.campaign, [world.school]), world.people["chief"], LINK
    )
    made.submission(world)
    post(letter.pk)
    letter.refresh_from_db()
    assert letter.state == Letter.State.NEEDLESS
    assert not mail.outbox


def test_a_letter_goes_once(world: World, late: list[Organisation]) -> None:
    (letter,) = send(world, plan(world.campaign, [world.school]))
    post(letter.pk)
    wait_no_longer()
    assert len(mail.outbox) == 1


def test_nobody_is_reminded_twice_in_two_days(world: World, late: list[Organisation]) -> None:
    send(world, plan(world.campaign, [world.school]))
    assert plan(world.campaign, [world.school]).resting == [world.school]
    Letter.objects.update(made_at=timezone.now() - timedelta(days=3))
    assert plan(world.campaign, [world.school]).letters


def test_what_fails_is_told_and_may_be_sent_again(
    world: World, late: list[Organisation], monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(self: object) -> int:
        raise SMTPServerDisconnected("Connection unexpectedly closed")

    monkeypatch.setattr(posting.EmailMessage, "send", cut)
    (letter,) = send(world, plan(world.campaign, [world.school]))
    assert (letter.state, letter.failed_why) == (Letter.State.FAILED, "Connection unexpectedly closed")
    assert plan(world.campaign, [world.school]).letters


def test_without_a_mail_server_no_letter_is_written(world: World, late: list[Organisation], settings: Any) -> None:
    settings.MAIL_WORKS = False
    with pytest.raises(NoMail):
        send(world, plan(world.campaign, [world.school]))
    assert not Letter.objects.exists()


def link_chat(person: Person) -> Chat:
    """Theirs, with a bot at work."""
    TelegramBot.objects.get_or_create(number=7001, defaults={"name": "svod_test_bot", "heard_at": timezone.now()})
    return Chat.objects.create(number=42, person=person)


def test_who_linked_a_chat_is_written_to_there_and_not_by_mail(world: World, late: list[Organisation]) -> None:
    link_chat(world.people["teacher"])
    (letter,) = send(world, plan(world.campaign, [world.school]))
    assert (letter.way, letter.state) == (Letter.Way.TELEGRAM, Letter.State.WAITING)  # the bot sends it: tests/telegram
    wait_no_longer()
    assert not mail.outbox


@pytest.mark.parametrize("why", ["stopped", "no bot"])
def test_who_cannot_be_reached_there_gets_an_e_mail(world: World, late: list[Organisation], why: str) -> None:
    chat = link_chat(world.people["teacher"])
    if why == "stopped":
        chat.blocked_at = timezone.now()
        chat.save()
    else:
        TelegramBot.objects.update(heard_at=timezone.now() - timedelta(days=1))
    send(world, plan(world.campaign, [world.school]))
    assert len(mail.outbox) == 1


def test_a_letter_that_waits_for_a_bot_that_is_gone_turns_to_mail(world: World, late: list[Organisation]) -> None:
    link_chat(world.people["teacher"])
    (letter,) = send(world, plan(world.campaign, [world.school]))
    TelegramBot.objects.update(heard_at=timezone.now() - timedelta(days=1))
    turn_to_mail()
    post(letter.pk)
    assert len(mail.outbox) == 1


def test_with_a_bot_and_no_mail_server_an_address_is_no_way(
    world: World, late: list[Organisation], settings: Any
) -> None:
    settings.MAIL_WORKS = False
    link_chat(world.people["coordinator"])
    planned = plan(world.campaign, [world.school, world.kostanay])
    assert planned.nobody == [world.school]
    assert planned.letters == {world.people["coordinator"]: [world.kostanay]}


MORNING = {"hour": 10, "minute": 0}


def working_day() -> datetime:
    """Today or the last one before: a day to come would be nearer to when reports were due than today is."""
    now = timezone.localtime().replace(**MORNING)
    return now - timedelta(days=max(0, now.weekday() - 4))


@pytest.mark.parametrize(("days", "letters"), [(1, 0), (2, 1), (4, 1), (5, 2)])
def test_a_rule_reminds_and_then_writes_to_who_is_above(
    world: World, late: list[Organisation], days: int, letters: int
) -> None:
    """The teacher is reminded of the school; whoever coordinates Rudny is told of the school later."""
    world.person(Role.COORDINATOR, world.rudny, "above")
    made.submission(world, world.rudny)
    made.submission(world, world.kostanay)
    made.submission(world, world.abai)
    over(world, days)
    set_rule(world.campaign, world.people["chief"], 2, 5, LINK)
    now = working_day()
    Campaign.objects.update(report_by=now.date() - timedelta(days=days))
    assert remind_by_rule(now) == letters
    assert remind_by_rule(now) == 0  # a moment later
    people = set(Letter.objects.values_list("person__username", "about"))
    assert people == {("teacher", "own"), ("above", "below")} if letters == 2 else len(people) == letters


def test_a_rule_sends_nothing_at_night_or_after_enough_letters(world: World, late: list[Organisation]) -> None:
    over(world, 4)  # also when today is a Sunday
    set_rule(world.campaign, world.people["chief"], 1, None, LINK)
    now = working_day()
    assert remind_by_rule(now.replace(hour=23)) == 0
    for day in range(1, MOST + 3):
        remind_by_rule(now)
        for letter in Letter.objects.filter(state=Letter.State.WAITING):
            post(letter.pk)
        Letter.objects.filter(made_at__gt=timezone.now() - timedelta(days=1)).update(
            made_at=timezone.now() - timedelta(days=3 * day)
        )
    about_school = Letter.objects.filter(organisations=world.school)
    assert about_school.count() == MOST
