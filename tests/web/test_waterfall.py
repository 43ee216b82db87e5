"""Why two activities may be one, as words and as a drawing that a page shows without a script."""

import re

import pytest
from django.test import Client
from django.utils import translation

from svod.linking.findings import Finding, finding
from svod.packs import load
from svod.register.models import Activity, Resemblance
from svod.register.services.resemble import resemble
from svod.web.base.waterfall import Waterfall, waterfall
from tests.world import World

PACK = load("sixteen_days")
AGREE = (finding("title", "same", "1.00"), finding("date", "same"), finding("region", "same"))
SCHOOL = "28 ноября 2025 года в школе № 7 прошёл круглый стол «Семья без страха», участвовали 45 человек.\n"
OTHER = "29.11.2025 в школе № 7 состоялся круглый стол «Семья без страха» с участием 45 человек.\n"


def drawn(*findings: Finding, language: str = "en") -> Waterfall:
    with translation.override(language):
        return waterfall(Resemblance(findings=[list(one) for one in findings], score=0), PACK)


def test_each_finding_goes_on_where_the_last_one_ended() -> None:
    why = drawn(*AGREE, finding("institution", "different"))
    assert [step.weight for step in why.steps] == ["+7", "+4", "+1", "−9"]
    assert why.total.weight == "+3"
    starts, widths = zip(*((float(step.start), float(step.width)) for step in why.steps), strict=True)
    for place in (1, 2):
        assert starts[place] == pytest.approx(starts[place - 1] + widths[place - 1], abs=0.02)
    assert starts[3] + widths[3] == pytest.approx(100)  # against: it goes back from the largest sum
    assert [step.against for step in why.steps] == [False, False, False, True]
    assert 0 < float(why.clerical) < float(why.certain) < 100


def test_a_sum_below_nothing_is_still_in_the_drawing() -> None:
    why = drawn(finding("title", "different", "0.20"), finding("region", "same"))
    assert why.total.weight == "−7"
    assert all(0 <= float(step.start) <= 100 for step in (*why.steps, why.total))


def test_what_leaves_it_to_a_person_is_said() -> None:
    assert drawn(*AGREE).barred == ()
    assert drawn(*AGREE, finding("institution", "different")).barred == ("the institutions differ",)


@pytest.mark.parametrize(
    ("language", "words", "weight"), [("en", "a shared audience", "+0.5"), ("ru", "общая аудитория", "+0,5")]
)
def test_in_the_person_s_language(language: str, words: str, weight: str) -> None:
    (step,) = drawn(finding("audience", "shared"), language=language).steps
    assert (step.words, step.weight) == (words, weight)


def test_kinds_by_their_names() -> None:
    (step,) = drawn(finding("kind", "alike", "meeting/round_table")).steps
    assert step.words == "similar forms (meeting / round table)"


def test_the_pages_show_it(client: Client, world: World) -> None:
    submission = world.submission(world.school, text=SCHOOL)
    world.submission(world.rudny, text=OTHER)
    resemble(world.campaign)
    client.force_login(world.people["reviewer"])
    client.cookies["django_language"] = "en"
    row = Activity.objects.get(document__submission=submission)
    base = f"/c/{world.campaign.slug}"
    for address in (f"{base}/submissions/{submission.pk}/", f"{base}/activities/{row.pk}/"):
        html = client.get(address).content.decode()
        assert "the dates are one day apart" in html, address
        assert "A person decides here, however much agrees:" in html
        assert len(re.findall(r'<rect class="(?:for|against|sum)"', html)) > 4
        assert "style=" not in html
