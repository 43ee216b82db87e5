"""The page on which a report that came once more, corrected, replaces the earlier one."""

from collections.abc import Callable

import pytest
from django.test import Client

from svod.register.models import Activity, Operation, ReportedTotal, Submission
from svod.register.retold import Retold
from svod.register.services.confirm import confirm
from svod.register.services.resemble import resemble
from svod.register.services.sign import sign
from svod.register.services.supersede import supersede
from tests.register.test_supersede import (
    EARLIER,
    LATER,
    again,
    retold as retold,  # a fixture
)
from tests.web.test_elsewhere import reviewer as reviewer
from tests.world import World


@pytest.fixture
def address(retold: Retold, world: World) -> str:
    return f"/c/{world.campaign.slug}/submissions/{retold.later.pk}/replaces/{retold.earlier.pk}/"


def english(client: Client, address: str) -> str:
    return client.get(address, headers={"accept-language": "en"}).text


def test_it_is_proposed_on_both(reviewer: Client, retold: Retold, address: str, world: World) -> None:
    here = f"/c/{world.campaign.slug}/submissions/"
    later = english(reviewer, f"{here}{retold.later.pk}/")
    assert "It looks like “отчёт.txt” sent again, corrected: of its activities, 2 of 3 are told here." in later
    earlier = english(reviewer, f"{here}{retold.earlier.pk}/")
    assert "“исправленный.txt”, which came later, looks like this one corrected" in earlier
    assert all(f'href="{address}"' in page for page in (later, earlier))


def test_what_changes_is_said_before(reviewer: Client, retold: Retold, address: str, world: World) -> None:
    confirm([*Activity.objects.filter(document__submission=retold.earlier)], world.people["chief"])
    page = english(reviewer, address)
    assert "Participants: was <del>45</del>, now <ins>54</ins>" in page
    assert "Value: was <del>129</del>, now <ins>138</ins>" in page
    assert "Told no more, and counts no more: 1" in page
    assert "New: 1" in page
    assert "As before: 1." in page
    assert "2 that were confirmed are confirmed as they are told now." in page


def test_one_press(reviewer: Client, retold: Retold, address: str, world: World) -> None:
    done = reviewer.post(address, {"stamp": again(retold).stamp}, follow=True)
    assert "Отчёт «отчёт.txt» заменён и больше не считается." in done.text
    assert "вместо «отчёт.txt»" in done.text
    assert address not in done.text
    earlier = reviewer.get(f"/c/{world.campaign.slug}/submissions/{retold.earlier.pk}/").text
    assert "Заменён на «исправленный.txt»" in earlier
    assert "Заменён на «исправленный.txt»" in reviewer.get(f"/c/{world.campaign.slug}/inbox/?state=settled").text
    history = f"/c/{world.campaign.slug}/history/"
    assert "заменил(а) отчёт более поздним" in reviewer.get(history).text
    reviewer.post(f"{history}{Operation.objects.get(verb='supersede').pk}/undo/")
    assert {one.state for one in Submission.objects.all()} == {Submission.State.READ}


def test_it_is_taken_back_on_the_later_one_s_page(reviewer: Client, retold: Retold, address: str, world: World) -> None:
    reviewer.post(address, {"stamp": again(retold).stamp})
    gone = Activity.objects.filter(document__submission=retold.later)
    confirm(list(gone[:1]), world.people["chief"])
    reviewer.post(f"/c/{world.campaign.slug}/submissions/{retold.later.pk}/undo/")
    retold.earlier.refresh_from_db()
    assert retold.earlier.state == Submission.State.WITHDRAWN  # somebody went on with it: not over their head


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "эта часть подписана"), ("kk", "бұл бөлікке қол қойылған"), ("en", "is signed. Reopen it")],
)
def test_what_is_signed_is_refused(
    reviewer: Client, retold: Retold, address: str, world: World, language: str, said: str
) -> None:
    confirm([*Activity.objects.all(), *ReportedTotal.objects.all()], world.people["chief"])
    sign(world.campaign, world.school, world.people["chief"])
    assert "<button>" not in reviewer.get(address).text.split("<main", 1)[1]
    sent = {"stamp": again(retold).stamp}
    assert said in reviewer.post(address, sent, follow=True, headers={"accept-language": language}).text


def test_what_changed_meanwhile_is_shown_again(reviewer: Client, retold: Retold, address: str, world: World) -> None:
    stamp = again(retold).stamp
    confirm([Activity.objects.first()], world.people["chief"])
    answer = reviewer.post(address, {"stamp": stamp}, follow=True, headers={"accept-language": "en"})
    assert "Somebody else changed this meanwhile." in answer.text
    assert answer.redirect_chain[-1][0] == address


def test_only_of_the_same_organisation(reviewer: Client, retold: Retold, world: World) -> None:
    here = f"/c/{world.campaign.slug}/submissions/{retold.later.pk}/replaces/"
    for other in (world.submission(world.rudny, EARLIER), retold.later):
        assert reviewer.get(f"{here}{other.pk}/").status_code == 404
    supersede(again(retold), again(retold).stamp, world.people["chief"])
    assert reviewer.get(f"{here}{retold.earlier.pk}/").status_code == 404


def test_many_activities_cost_no_more_queries(
    reviewer: Client, world: World, django_assert_max_num_queries: Callable
) -> None:
    def many(text: str) -> str:
        days = (text.replace("27 ноября", f"{day} ноября").splitlines()[2] for day in range(25, 31))
        return "\n\n".join(f"{one.replace('друг друга', word)}" for one, word in zip(days, "абвгде", strict=True))

    first, later = world.submission(text=many(EARLIER)), world.submission(text=many(LATER))
    resemble(world.campaign)
    with django_assert_max_num_queries(40):
        page = reviewer.get(f"/c/{world.campaign.slug}/submissions/{later.pk}/replaces/{first.pk}/").text
    assert page.count("<del>45</del>") == 6
