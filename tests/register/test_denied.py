"""Who says for itself that nothing was held is not silent, and counts as having no activities."""

from datetime import datetime, time

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from svod.register.models import Activity, ReportedTotal, Submission
from svod.register.services.add import add
from svod.register.services.reject import reject
from svod.register.totals import View, counted, coverage, denying, listed, part_of
from svod.register.totals.coverage import Coverage, Heard
from tests.world import World

DENIAL = "В 2025 году мероприятия не проводились в связи с карантином."


@pytest.fixture
def denial(world: World) -> Submission:
    return world.submission(world.rudny, text=f"Справка.\n\n{DENIAL}\n")


def cover(world: World) -> Coverage:
    return coverage(part_of(world.campaign, world.people["chief"]))


def test_it_is_kept_with_its_place(denial: Submission) -> None:
    ((position, start, end, region),) = denial.nothing_held
    document = denial.documents.get(position=position)
    assert document.text[start:end].strip() == DENIAL
    assert region == "KZ-39"


def test_it_was_heard_from_and_has_no_activities(world: World, denial: Submission) -> None:
    found = cover(world)
    assert [found.heard(one.path) for one in (world.kostanay, world.rudny)] == [Heard.BELOW, Heard.DENIED]
    (district,) = [share for share in found.by_level() if share.level == "district"]
    assert (district.reported, district.denied, district.silent) == (1, 1, 0)
    assert listed(counted(found.part, View.ALL)).rows == 0


def test_it_is_an_answer_late_or_in_time(world: World, denial: Submission) -> None:
    (district,) = [share for share in cover(world).by_level() if share.level == "district"]
    assert (district.answered, district.on_time, district.late) == (1, 0, 1)
    due = world.campaign.report_by
    Submission.objects.update(received_at=timezone.make_aware(datetime.combine(due, time(12))))
    (district,) = [share for share in cover(world).by_level() if share.level == "district"]
    assert (district.answered, district.on_time, district.late) == (1, 1, 0)


def test_another_submission_tells_otherwise(world: World, denial: Submission) -> None:
    world.submission(world.rudny)
    assert cover(world).heard(world.rudny.path) == Heard.ITSELF
    assert list(denying(Submission.objects.all())) == [denial]


def test_what_a_person_adds_or_rejects_decides(world: World, denial: Submission) -> None:
    made = add(denial.documents.get(), 0, 7, "seminar", world.people["reviewer"])
    assert cover(world).heard(world.rudny.path) == Heard.ITSELF
    assert not denying(Submission.objects.all()).exists()
    reject(Activity.objects.get(pk=made.pk), world.people["reviewer"])
    assert cover(world).heard(world.rudny.path) == Heard.DENIED


def test_a_nought_denies_a_number_does_not(world: World) -> None:
    nought = world.submission(world.rudny, text="Проведено мероприятий: 0.")
    assert ReportedTotal.objects.get().value_most == 0
    assert list(denying(Submission.objects.all())) == [nought]
    ReportedTotal.objects.update(value_least=3, value_most=None)
    assert not denying(Submission.objects.all()).exists()
    assert cover(world).heard(world.rudny.path) == Heard.ITSELF


def test_the_pages_say_so(client: Client, world: World, denial: Submission) -> None:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    slug = world.campaign.slug

    def page(name: str, *keys: int, **query: str) -> str:
        return client.get(reverse(name, args=[slug, *keys]), query).content.decode()

    review = page("submission", denial.pk)
    assert f'<a href="#nothing-0"><q>{DENIAL}</q></a>' in review
    assert 'id="nothing-0"' in review
    assert "Says that nothing was held" in page("inbox")
    organisation = page("organisation", world.rudny.pk)
    assert "Says that nothing was held" in organisation
    assert "has said that nothing was held" in organisation
    assert "1 of them says that nothing was held" in page("dashboard")
    lines = client.get(reverse("campaign_organisations", args=[slug]), {"heard": "denied"}).context["tree"].lines
    assert [line.row for line in lines] == [world.rudny]


def test_what_tells_more_says_nothing_of_it(client: Client, world: World) -> None:
    submission = world.submission()
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    assert submission.nothing_held == []
    assert "nothing was held" not in client.get(f"/c/{world.campaign.slug}/inbox/").content.decode().lower()
