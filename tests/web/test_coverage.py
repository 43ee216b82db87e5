"""Who was to report, who has, and the letters to who has not, as pages."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from svod.register.models import Campaign, Expected, Letter, Level, Organisation, Person, Role, Submission
from svod.register.services.organise import add_organisation
from svod.register.services.post import post
from svod.register.services.read import read
from svod.register.services.submit import submit
from svod.register.services.ways_on import replace
from svod.register.totals import coverage, part_of
from tests.register import made
from tests.world import TEXT, World


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def overdue(world: World, settings: Any) -> None:
    settings.MAIL_WORKS = True
    day = timezone.localdate() - timedelta(days=1)
    Campaign.objects.update(first_day=day, last_day=day, report_by=day)
    world.person(Role.REPORTER, world.school, "teacher")


def at(world: World, name: str, *more: object) -> str:
    return reverse(name, args=[world.campaign.slug, *more])


def test_it_works(chief: Client, world: World) -> None:
    made.submission(world)
    page = chief.get(at(world, "coverage"))
    shares = {share.level: (share.answered, share.expected, share.rate) for share in page.context["shares"]}
    assert shares == {"region": (0, 2, 0), "district": (0, 1, 0), "primary": (1, 1, 100)}
    assert [line.row for line in page.context["lines"]] == [world.kostanay, world.abai]


def test_one_walks_down_the_tree(chief: Client, world: World) -> None:
    page = chief.get(at(world, "coverage"), {"below": world.kostanay.pk})
    assert [line.row for line in page.context["lines"]] == [world.rudny]
    assert [one.pk for one in page.context["above"]] == [world.national.pk]
    assert sum(share.expected for share in page.context["shares"]) == 3


def test_one_sees_the_own_part_alone(client: Client, world: World) -> None:
    client.force_login(world.people["coordinator"])
    page = client.get(at(world, "coverage"))
    assert page.context["top"] == world.kostanay
    assert page.context["above"] == []
    assert client.get(at(world, "coverage"), {"below": world.abai.pk}).status_code == 404


def test_the_list_is_fixed_with_a_day_for_each_level(chief: Client, world: World) -> None:
    days = {level: f"2025-12-{day}" for level, day in (("region", 15), ("district", 13), ("primary", 11))}
    assert chief.post(at(world, "freeze_expected"), days).url == at(world, "coverage")
    assert str(Expected.objects.get(organisation=world.school).due) == "2025-12-11"
    assert b"fixed already" in chief.post(at(world, "freeze_expected"), days).content


def test_one_is_excused_with_a_reason_and_expected_again(chief: Client, world: World) -> None:
    address = at(world, "duty", world.abai.pk)
    assert chief.get(address).url == at(world, "freeze_expected")  # first things first
    chief.post(
        at(world, "freeze_expected"), {"region": "2025-12-15", "district": "2025-12-15", "primary": "2025-12-15"}
    )
    chief.post(address, {"due": "2025-12-20", "excused_why": "создаётся"})
    assert "создаётся" in chief.get(at(world, "coverage")).content.decode()
    assert "создаётся" in chief.get(at(world, "organisation", world.abai.pk)).content.decode()
    chief.post(address, {"due": "2025-12-20", "excused_why": ""})
    assert Expected.objects.get(organisation=world.abai).excused_why == ""


def test_who_answers_but_has_no_address_is_named(client: Client, world: World, overdue: None) -> None:
    silent = world.person(Role.REPORTER, world.rudny, "silent")
    Person.objects.filter(pk=silent.pk).update(email="")
    client.force_login(world.people["coordinator"])
    client.cookies["django_language"] = "en"
    page = client.get(f"{at(world, 'new_reminders')}?below={world.kostanay.pk}").text
    assert "silent: neither e-mail nor Telegram" in page


def test_letters_are_looked_at_then_sent(client: Client, world: World, overdue: None) -> None:
    client.force_login(world.people["coordinator"])
    client.cookies["django_language"] = "en"
    address = f"{at(world, 'new_reminders')}?below={world.kostanay.pk}"
    page = client.get(address)
    assert [one for one, _, _ in page.context["going"]] == [world.kostanay, world.school]
    assert page.context["planned"].nobody == [world.rudny]
    assert f"– {world.rudny.name}\n" in page.context["by_hand"]  # to be sent in a chat of their own
    _, text = page.context["sample"]
    assert text in page.content.decode().replace("&#x27;", "'")
    client.post(address, {"organisations": [world.school.pk], "note": "Ждём"})
    (letter,) = Letter.objects.all()
    assert (letter.person, letter.sent_by) == (world.people["teacher"], world.people["coordinator"])
    post(letter.pk)
    assert [one.to for one in mail.outbox] == [["teacher@example.org"]]
    assert "Ждём" in client.get(at(world, "reminders")).content.decode()
    assert "Reminded on" in client.get(at(world, "organisation", world.school.pk)).content.decode()


def test_none_that_is_not_late_or_lies_elsewhere_can_be_reminded(client: Client, world: World, overdue: None) -> None:
    client.force_login(world.people["coordinator"])
    made.submission(world)
    address = f"{at(world, 'new_reminders')}?below={world.kostanay.pk}"
    for key in (world.school.pk, world.abai.pk):
        client.post(address, {"organisations": [key]})
    assert not Letter.objects.exists()
    assert client.get(f"{at(world, 'new_reminders')}?below={world.abai.pk}").status_code == 404


def test_without_a_mail_server_the_page_says_so(chief: Client, world: World, overdue: None, settings: Any) -> None:
    settings.MAIL_WORKS = False
    assert (
        b"can write to nobody yet"
        in chief.post(at(world, "new_reminders"), {"organisations": [world.school.pk]}).content
    )
    assert not Letter.objects.exists()


def test_others_letters_are_not_seen(client: Client, world: World, overdue: None) -> None:
    client.force_login(world.people["chief"])
    client.post(at(world, "new_reminders"), {"organisations": [world.school.pk]})
    client.force_login(world.people["stranger"])
    assert client.get(at(world, "reminders")).context["page"].paginator.count == 0


def test_the_rule(chief: Client, world: World) -> None:
    address = at(world, "reminder_rule")
    assert b"choose a later day" in chief.post(address, {"remind_after": 3, "escalate_after": 3}).content
    chief.post(address, {"remind_after": 3, "escalate_after": 6})
    campaign = Campaign.objects.get()
    assert (campaign.remind_after, campaign.escalate_after) == (3, 6)
    assert campaign.remind_link == f"http://testserver{at(world, 'coverage')}"


def test_many_organisations_take_few_queries(chief: Client, world: World, django_assert_max_num_queries: Any) -> None:
    for number in range(60):
        add_organisation(world.rudny, None, name=f"Школа-лицей № {number:03}", level=Level.PRIMARY)
    with django_assert_max_num_queries(25):  # eight of them to remember it
        page = chief.get(at(world, "coverage"), {"below": world.rudny.pk})
    assert len(page.context["lines"]) == Organisation.objects.filter(depth=world.rudny.depth + 1).count()


@pytest.fixture
def unread(world: World) -> Submission:
    """What came from the school, and could not be read."""
    sent = submit(BytesIO(b"PK\3\4"), "отчёт.docx", world.campaign, world.school, world.people["reporter"])
    read(sent)
    sent.refresh_from_db()
    assert sent.state == Submission.State.UNREADABLE
    return sent


def test_who_sent_what_could_not_be_read_has_not_reported(chief: Client, world: World, unread: Submission) -> None:
    page = chief.get(at(world, "coverage"), {"below": world.rudny.pk})
    (line,) = page.context["lines"]
    assert (line.heard, line.late, line.share.answered, line.share.unread, line.share.silent) == (
        *("unread", False),
        *(0, 1, 0),
    )
    assert "sent a file that could not be read" in page.text
    assert f'href="{at(world, "submission", unread.pk)}"' in page.text
    above = chief.get(at(world, "coverage"), {"below": world.kostanay.pk}).context["lines"]
    assert [one.heard for one in above] == ["nothing"]  # nobody spoke for the district


@pytest.mark.usefixtures("overdue")
def test_who_sent_what_could_not_be_read_is_asked_once_more(chief: Client, world: World, unread: Submission) -> None:
    address = at(world, "new_reminders")
    chief.post(f"{address}?below={world.rudny.pk}", {"organisations": [world.school.pk]})
    letter = Letter.objects.get()
    post(letter.pk)
    assert "– Школа № 7: присланное не удалось прочитать; пожалуйста, пришлите ещё раз" in mail.outbox[0].body


@pytest.mark.usefixtures("overdue")
def test_a_better_copy_is_a_report_of_the_day_the_first_came(world: World, unread: Submission) -> None:
    Submission.objects.update(received_at=timezone.now() - timedelta(days=3))
    read(replace(unread, BytesIO(TEXT.encode()), "целый.txt", world.people["reporter"]))
    found = coverage(part_of(Campaign.objects.get(), world.people["chief"]))
    assert (found.heard(world.school.path), found.late(world.school.path)) == ("itself", False)
