"""What comes from outside becomes a submission, or is held back until a coordinator says whose it is."""

from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from svod.register.errors import NoCampaign, NotFetched, Stale
from svod.register.models import Campaign, Change, Incoming, Organisation, Person, Role, RoleAt, Submission
from svod.register.rights.account import erase_account, held_of
from svod.register.rights.erase import begin_erasing, erase, find_all, look_for
from svod.register.rights.retain import retain
from svod.register.services.assign import assign, refuse
from svod.register.services.receive import Message, campaign_for, places_of, receive
from svod.register.services.start_campaign import start_campaign
from tests.register.test_photos import jpeg
from tests.world import TEXT, World

CHANNELS = ("email", "telegram")


def message(key: str = "1", **said: object) -> Message:
    given = {
        "channel": "email",
        "sender": "aigul@example.org",
        "name": "Отчёт.txt",
        "data": TEXT.encode(),
        "text": TEXT,
    }
    return Message(key=key, **{**given, **said})


@pytest.fixture
def chair(world: World) -> Person:
    return world.person(Role.REPORTER, world.school, "chair")


@pytest.mark.parametrize("channel", CHANNELS)
def test_it_works(world: World, chair: Person, channel: str) -> None:
    incoming = receive(message(channel=channel, photos=(jpeg(),)), chair)
    submission = incoming.submission
    assert (incoming.state, submission.organisation, submission.channel) == ("received", world.school, channel)
    with submission.file.open() as kept:
        assert kept.read() == TEXT.encode()
    assert submission.photos.count() == 1
    assert not incoming.text
    assert not incoming.file


def test_a_senders_address_can_be_forged_so_no_person_is_said_to_have_handed_it_in(chair: Person) -> None:
    assert receive(message("1"), chair).submission.received_by is None
    assert receive(message("2", channel="telegram", data=b"other"), chair).submission.received_by == chair


def test_the_same_message_again_is_the_same(world: World, chair: Person) -> None:
    assert receive(message(), chair) == receive(message(), chair)
    assert Submission.objects.count() == 1


def test_the_same_key_in_another_channel_is_another_message(world: World) -> None:
    assert receive(message()) != receive(message(channel="telegram"))


def test_the_same_bytes_in_a_new_message_are_the_submission_there_is(chair: Person) -> None:
    assert receive(message("1"), chair).submission == receive(message("2"), chair).submission


def test_what_no_database_takes_is_left_out(world: World) -> None:
    incoming = receive(message("\0\ud800", sender="a\0@example.org", name="\udcffОтчёт.eml", text="раз\0два\udc80"))
    assert (incoming.sender, incoming.text) == ("a@example.org", "раздва?")
    assert receive(message("\0\ud800")) == incoming


def test_an_unknown_senders_message_is_held_back(world: World) -> None:
    incoming = receive(message(photos=(jpeg(),)))
    assert (incoming.state, incoming.held_why, incoming.campaign) == ("held", "unknown", world.campaign)
    assert incoming.text == TEXT
    assert not Submission.objects.exists()


def test_who_reports_for_two_is_asked_for_which(world: World, chair: Person) -> None:
    RoleAt.objects.create(person=chair, organisation=world.abai, role=Role.REPORTER)
    assert receive(message(), chair).held_why == "several"
    assert receive(message("2"), chair, world.abai).submission.organisation == world.abai


def test_who_only_reads_reports_for_nobody(world: World) -> None:
    assert receive(message(), world.people["reader"]).held_why == "nowhere"


def test_what_was_not_fetched_is_held_whoever_sent_it(world: World, chair: Person) -> None:
    incoming = receive(message(data=None, size=10**9), chair)
    assert (incoming.held_why, incoming.size, incoming.organisation) == ("too_large", 10**9, world.school)
    with pytest.raises(NotFetched):
        assign(incoming, world.school, world.people["chief"])


def test_without_a_campaign_nothing_is_taken(db: None) -> None:
    with pytest.raises(NoCampaign):
        receive(message())
    assert not Incoming.objects.exists()


def test_it_belongs_to_the_campaign_that_began_last(world: World) -> None:
    later = start_campaign("sixteen_days", 2030, world.national, None)
    assert campaign_for(world.school) == world.campaign
    Campaign.objects.filter(pk=later.pk).update(first_day=world.campaign.first_day + timedelta(days=1))
    assert campaign_for(world.school) == later


def test_before_any_began_it_belongs_to_the_next(world: World) -> None:
    Campaign.objects.update(
        first_day=timezone.localdate() + timedelta(days=9), last_day=date(2099, 1, 1), report_by=date(2099, 1, 2)
    )
    assert campaign_for(world.school) == world.campaign


def test_a_coordinator_says_whose_it_is(world: World) -> None:
    incoming = receive(message(photos=(jpeg(),)))
    submission = assign(incoming, world.rudny, world.people["chief"])
    incoming.refresh_from_db()
    assert (incoming.state, incoming.submission, incoming.decided_by) == ("received", submission, world.people["chief"])
    assert (submission.organisation, submission.state, submission.photos.count()) == (world.rudny, "received", 1)
    assert default_storage.exists(submission.file.name)
    assert (incoming.text, incoming.file.name, incoming.photos) == ("", "", [])


def test_it_is_assigned_once(world: World) -> None:
    incoming = receive(message())
    assign(incoming, world.rudny, world.people["chief"])
    for again in (
        lambda: assign(incoming, world.abai, world.people["chief"]),
        lambda: refuse(incoming, "нет", world.people["chief"]),
    ):
        with pytest.raises(Stale):
            again()


def test_what_is_refused_stays_and_may_be_assigned_after_all(world: World) -> None:
    incoming = receive(message())
    refuse(incoming, "реклама", world.people["chief"])
    incoming.refresh_from_db()
    assert (incoming.state, incoming.refused_why, incoming.text) == ("refused", "реклама", TEXT)
    assert assign(incoming, world.rudny, world.people["chief"]).organisation == world.rudny


def test_history_keeps_none_of_its_words(world: World) -> None:
    refuse(receive(message()), "реклама", world.people["chief"])
    assert not [one for one in Change.objects.all() if "круглый" in str((one.before, one.after))]


def test_when_its_time_is_over_its_words_and_its_sender_go(world: World) -> None:
    incoming = receive(message(photos=(jpeg(),)))
    place, (photo,) = incoming.file.name, incoming.photos
    retain(world.campaign.last_day + timedelta(days=4 * 365))
    incoming.refresh_from_db()
    assert (incoming.state, incoming.sender, incoming.text, incoming.photos) == ("held", "", "", [])
    assert not default_storage.exists(place)
    assert not default_storage.exists(photo[1])


def test_a_person_is_told_what_they_sent_and_erased_from_it(world: World, chair: Person) -> None:
    incoming = receive(message(sender_name="Айгүл"), chair)
    assert held_of(chair)["sent"][0]["sender"] == "aigul@example.org"
    erase_account(chair, world.people["chief"])
    incoming.refresh_from_db()
    assert (incoming.sender, incoming.sender_name) == ("", "")


def test_who_is_named_in_a_message_held_back_is_erased_from_it_and_its_file(world: World) -> None:
    words = "Семинар вела психолог Иванова Мария Петровна."
    incoming = receive(message(data=words.encode(), text=words))
    place, chief = incoming.file.name, world.people["chief"]
    asked = look_for("Иванова Мария Петровна", "просит сама", chief)
    find_all(asked.pk)
    asked.refresh_from_db()
    begin_erasing(asked, chief)
    erase(asked.pk)
    incoming.refresh_from_db()
    assert "Иванова" not in incoming.text
    assert not incoming.file
    assert not default_storage.exists(place)


def test_places_are_found_with_few_queries(world: World, chair: Person) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert places_of(chair) == [world.school]
    assert len(queries) <= 3
    Organisation.objects.filter(pk=world.school.pk).update(is_closed=True)
    assert places_of(chair) == []
