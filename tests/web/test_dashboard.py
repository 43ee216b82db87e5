"""The dashboard: every number opens what it counts; drafts, confirmed and rejected apart; the map; what comes first."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from svod.register.models import Activity, Resemblance, State, Submission
from svod.register.services.confirm import confirm
from svod.register.services.merge import different
from svod.register.services.start_campaign import move_days, start_campaign
from svod.register.totals import keeping
from svod.web.dashboard import later
from tests.register import made
from tests.web.follow import follow_all, page, text
from tests.world import World


def address(world: World, view: str = "") -> str:
    return reverse("dashboard", args=[world.campaign.slug]) + (f"?view={view}" if view else "")


@pytest.fixture
def full(world: World) -> World:
    """A little of everything that is counted, and of everything that is not."""
    school, rudny, abai = (made.document(world, one) for one in (world.school, world.rudny, world.abai))
    one = made.activity(
        world,
        school,
        title="Один",
        audience=("parents", "pupils"),
        participants_least=45,
        participants_most=45,
        first_day=made.day(1),
        last_day=made.day(3),
        state=State.CONFIRMED,
        count_least=2,
        count_most=2,
    )
    made.activity(
        world, school, title="Два", kind="training", participants_least=301, first_day=made.day(1), last_day=made.day(1)
    )
    made.activity(world, school, kind="seminar", count_least=2, count_most=None, confidence=0.4)
    made.activity(world, rudny, kind="seminar", count_least=3, count_most=None, region="", question="Сколько?")
    made.activity(
        world, rudny, title="Один", same_as=one, participants_least=90, participants_most=90, state=State.CONFIRMED
    )
    made.activity(world, rudny, title="Позже", first_day=made.day(30), last_day=made.day(30), state=State.CONFIRMED)
    made.activity(world, rudny, title="План", planned=True)
    made.activity(world, rudny, title="Отказ", state=State.REJECTED)
    made.activity(world, abai, title="Там", region="KZ-10", state=State.CONFIRMED, audience=("pupils",))
    made.activity(world, abai, title="Эхо", region="KZ-10", same_as=one)
    made.total(world, school, value_least=40, value_most=40, state=State.CONFIRMED)
    made.total(world, rudny, value_least=500, measure="participants", region="")
    made.total(world, rudny, value_least=1, value_most=1, kind="seminar")
    made.total(world, rudny, value_least=7, value_most=7, measure="materials", kind="")
    Submission.objects.filter(documents=abai).update(state=Submission.State.UNREADABLE)
    return world


@pytest.mark.parametrize(("person", "offered"), [("reader", []), ("reporter", ["Plans", "Hand in reports"])])
def test_before_anything_came_it_says_how_to_begin(
    client: Client, world: World, person: str, offered: list[str]
) -> None:
    client.force_login(world.people[person])
    client.cookies["django_language"] = "en"
    seen = page(client, address(world))
    assert [text(one) for one in seen.xpath("//h2[. = 'How to begin']/following-sibling::p[2]/a")] == offered
    assert not seen.xpath("//*[@id='states']")
    made.document(world, world.school)
    assert "How to begin" not in client.get(address(world)).text


WHO = [("chief", "all"), ("chief", "confirmed"), ("reader", "all"), ("stranger", "")]


@pytest.mark.parametrize(("person", "view"), WHO)
def test_every_number_opens_what_it_counts(client: Client, full: World, person: str, view: str) -> None:
    client.force_login(full.people[person])
    followed = follow_all(client, address(full, view))
    assert len(followed) > 15
    assert [(one.address, one.counts, one.shown) for one in followed] == [
        (one.address, one.counts, one.found) for one in followed
    ]


def test_the_rows_behind_a_number_are_as_many(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    for followed in follow_all(client, address(full, "all"), "rows"):
        table = page(client, followed.address)
        assert len(table.xpath("//table[@class='rows']/tbody/tr")) == int(followed.shown)


def test_reported_numbers_open_the_totals_they_come_from(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    here = address(full, "all")
    links = page(client, here).xpath("//div[contains(@class, 'part-reported')]//a[not(@data-follows)]")
    assert len(links) == 4
    for link in links:
        rows = page(client, urljoin(here, link.get("href"))).xpath("//td[contains(@class, 'value')]")
        least = "".join(filter(str.isdigit, text(link)))
        assert least in ["".join(filter(str.isdigit, text(row))) for row in rows]


def test_what_only_a_region_reports_stands_beside_what_is_listed(client: Client, world: World) -> None:
    """The report and the public page tell that number: here is where it comes from."""
    made.activity(world, made.document(world), state=State.CONFIRMED)
    made.total(world, made.document(world, world.kostanay), value_least=201, state=State.CONFIRMED)
    client.force_login(world.people["chief"])
    shown = client.get(address(world), headers={"Accept-Language": "en"})
    assert "With what is reported" in shown.text
    assert shown.context["honest"]["activities"].value.least == 201


def test_drafts_are_never_among_what_is_confirmed(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    confirmed = client.get(address(full, "confirmed")).context
    both = client.get(address(full, "all")).context
    assert confirmed["whole"].activities.as_list() == [3, 4]  # two of "Один", among which may be "Позже"; "Там"
    # School's two seminars without a name may be those of "Один", and "Позже" of Rudny one of them.
    assert both["whole"].activities.as_list() == [2 + 1 + 1 + 3, None]
    assert client.get(address(full)).context["view"] == "confirmed"
    Activity.objects.update(state=State.DRAFT)  # behind the back of the history, so nothing else forgets
    cache.clear()
    assert client.get(address(full)).context["view"] == "all"  # nothing is confirmed: said so
    assert "Nothing is confirmed yet" in client.get(address(full), headers={"Accept-Language": "en"}).content.decode()


def test_contradictions_are_shown_with_both_sources(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    found = client.get(address(full, "all")).context["conflicts"]
    tellers = next(one for one in found if one.scope.measure == "participants")
    assert {tellers.one.value.as_list()[0], tellers.other.value.as_list()[0]} == {45, 90}
    assert all(side.quotes[0][1].words for side in (tellers.one, tellers.other))
    listed = next(one for one in found if one.scope.kind == "seminar" and one.scope.measure == "activities")
    assert [side.value.as_list() for side in (listed.one, listed.other)][1] == [1, 1]
    shown = page(client, address(full, "all")).xpath("//*[contains(@class, 'part-conflicts')]//li")
    assert all(": " in text(one.xpath("h3")[0]) for one in shown)  # says what the numbers count
    document = tellers.one.quotes[0][0]
    assert f"/submissions/{document.submission_id}/" in shown[0].xpath(".//a/@href")[0]


def test_coverage_stands_in_the_first_line(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    shares = client.get(address(full)).context["shares"]
    line = text(page(client, address(full)).xpath("//p[@class='coverage']")[0])
    assert "1 из 2" in line  # of the other one there is only what could not be read
    assert [(share.reported, share.expected) for share, _ in shares] == [(1, 2), (1, 1), (1, 1)]


def test_what_has_nothing_to_count_is_named_in_a_line(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    regions, _kinds, days, _audiences = client.get(address(full, "all")).context["breakdowns"]
    assert [bar.label for bar in regions.bars] == ["область Абай", "Костанайская область", "не названо"]
    assert len(regions.nothing) == 18
    assert "2 декабря" in days.nothing
    assert all(bar.sum.rows for bar in (*regions.bars, *days.bars))


def test_many_kinds_are_folded_away(client: Client, full: World) -> None:
    of = made.document(full)
    for kind in full.campaign.pack.kinds:
        made.activity(full, of, kind=kind.code)
    client.force_login(full.people["chief"])
    kinds = client.get(address(full, "all")).context["breakdowns"][1]
    assert (len(kinds.bars), len(kinds.further)) == (12, len(full.campaign.pack.kinds) - 12)
    shown = page(client, address(full, "all")).xpath("//details//table[@class='breakdown']/tbody/tr")
    assert len(shown) == len(kinds.further)


def test_totals_that_nobody_confirmed_are_not_denied(client: Client, world: World) -> None:
    made.total(world, made.document(world), value_least=40)
    client.force_login(world.people["chief"])
    (waiting,) = follow_all(client, address(world, "confirmed"))[-1:]
    assert (waiting.shown, waiting.found) == ("1", "1")
    assert "state=draft" in waiting.address


def test_no_number_is_not_written_as_nought(client: Client, world: World) -> None:
    made.activity(world, made.document(world), state=State.CONFIRMED)
    client.force_login(world.people["chief"])
    assert "не менее 0" not in client.get(address(world)).content.decode()


def test_what_cannot_be_read_comes_first(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    context = client.get(address(full)).context
    assert context["unreadable_count"] == 1
    assert [one.confidence for one in context["uncertain"]] == [0.4]
    assert [number for number, _ in context["questions"]] == [1, 0]


def test_pairs_that_nobody_decided_are_named(client: Client, full: World) -> None:
    one, other = Activity.objects.filter(title__in=("Два", "Там")).order_by("pk")
    pair = Resemblance.objects.create(one=one, other=other, score=5.0)
    client.force_login(full.people["chief"])
    card = f'href="/c/{full.campaign.slug}/submissions/{one.document.submission_id}/#a{one.pk}"'
    shown = client.get(address(full), headers={"Accept-Language": "en"})
    assert "1 pair may be one activity told twice" in shown.text
    assert card in shown.text
    different(pair, full.people["chief"])
    assert client.get(address(full)).context["alike_count"] == 0


def test_drafts_that_wait_are_no_nought_on_the_map(client: Client, world: World) -> None:
    of = made.document(world)
    made.activity(world, of, region="KZ-10", state=State.CONFIRMED)
    made.activity(world, of, region="KZ-39")
    client.force_login(world.people["chief"])
    (drawing,) = page(client, address(world)).xpath("//div[contains(@class, 'picture')]/*[name()='svg']")
    links = {link.get("href"): link.text_content() for link in drawing.iter() if link.tag == "a"}
    (said,) = [words for href, words in links.items() if "region=KZ-39" in href and "state=draft" in href]
    assert "Черновики" in said


def test_an_empty_campaign_has_a_page(client: Client, world: World) -> None:
    client.force_login(world.people["chief"])
    answer = client.get(address(world))
    assert answer.status_code == 200
    assert answer.context["whole"].activities.as_list() == [0, 0]


def test_the_map_has_a_tile_for_each_region_and_links(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    (drawing,) = page(client, address(full, "all")).xpath("//div[contains(@class, 'picture')]/*[name()='svg']")
    links = [link.get("href") for link in drawing.iter() if link.tag == "a"]
    assert any("region=KZ-39" in link for link in links)
    assert not drawing.xpath(".//*[@style]")  # the policy lets no style stand in the page
    assert "Костанай" in drawing.text_content()


def test_no_style_or_script_stands_in_the_page(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    whole = page(client, address(full, "all"))
    assert not whole.xpath("//*[@style] | //style | //script[not(@src)]")


def square(code: str, west: float, south: float) -> dict:
    ring = [[west, south], [west + 2, south], [west + 2, south + 2], [west, south + 2], [west, south]]
    return {
        "type": "Feature",
        "properties": {"iso_3166_2": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def test_an_operator_may_give_outlines(client: Client, full: World, settings, tmp_path: Path) -> None:
    shapes = [square("KZ-39", 62, 50), square("KZ-10", 78, 48)]
    (tmp_path / "regions.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": shapes}))
    settings.SVOD_OUTLINES = tmp_path / "regions.geojson"
    client.force_login(full.people["chief"])
    (drawing,) = page(client, address(full, "all")).xpath("//div[contains(@class, 'picture')]/*[name()='svg']")
    paths = [one.get("d") for one in drawing.iter() if one.tag == "path"]
    assert len([path for path in paths if path and path.endswith("Z")]) == 2
    assert any("region=KZ-10" in link.get("href", "") for link in drawing.iter() if link.tag == "a")


@pytest.mark.parametrize("content", ["", "{}", '{"features": [{"geometry": {"type": "Point"}}]}', "[1]"])
def test_outlines_that_are_none_leave_the_tiles(client: Client, full: World, settings, tmp_path: Path, content) -> None:
    (tmp_path / "regions.geojson").write_text(content)
    settings.SVOD_OUTLINES = tmp_path / "regions.geojson"
    client.force_login(full.people["chief"])
    assert page(client, address(full)).xpath("//div[contains(@class, 'picture')]/*[name()='svg']")


def test_it_asks_the_database_little(client: Client, full: World, django_assert_max_num_queries) -> None:
    client.force_login(full.people["chief"])
    of = made.document(full)
    for number in range(20):
        made.activity(full, of, title=f"№{number}", participants_least=10)
        made.total(full, of, value_least=number)
    with django_assert_max_num_queries(52):  # eight of them to remember it
        client.get(address(full, "all"))


def test_a_second_view_costs_a_look(client: Client, full: World, django_assert_max_num_queries) -> None:
    client.force_login(full.people["chief"])
    first = client.get(address(full, "all"))
    with django_assert_max_num_queries(12):
        second = client.get(address(full, "all"))
    assert second.context["main"] == first.context["main"]


def test_a_change_is_seen_at_once(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    before = client.get(address(full)).context["states"]
    confirm([Activity.objects.filter(state=State.DRAFT, number_reason="").first()], full.people["reviewer"], "звонок")
    after = client.get(address(full)).context["states"]
    assert after[1][1] == before[1][1] + 1


def test_each_language_and_each_part_has_its_own(client: Client, full: World) -> None:
    client.force_login(full.people["chief"])
    languages = [{"Accept-Language": code} for code in ("ru", "kk", "en")]
    mains = {client.get(address(full), headers=one).context["main"] for one in languages}
    client.force_login(full.people["stranger"])
    mains.add(client.get(address(full)).context["main"])
    assert len(mains) == 4


def test_signed_out_one_is_sent_to_sign_in(client: Client, world: World) -> None:
    assert client.get(address(world)).status_code == 302


def test_home_leads_to_the_only_campaign(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    assert client.get("/")["Location"] == address(world)


def test_home_lists_several_campaigns(client: Client, world: World) -> None:
    other = start_campaign("sixteen_days", 2024, world.national, None)
    client.force_login(world.people["reader"])
    last = reverse("dashboard", args=[other.slug])
    links = [link.get("href") for link in page(client, "/").xpath("//main//a")]
    assert links == [address(world), last]
    today = timezone.localdate()
    move_days(other, world.people["chief"], today, today, today)
    links = [link.get("href") for link in page(client, "/").xpath("//main//a")]
    assert links == [last, address(world)]  # that of these days comes first
    assert "under way" in client.get("/", headers={"accept-language": "en"}).text


def test_who_publishes_is_reminded_to_ring_the_help_contacts(client: Client, world: World) -> None:
    client.cookies["django_language"] = "en"
    said = []
    for name in ("chief", "reader"):
        client.force_login(world.people[name])
        said.append("Ring these help contacts" in client.get(f"/c/{world.campaign.slug}/dashboard/").text)
    assert said == [True, False]


def test_a_large_part_is_drawn_in_the_background_all_of_one_moment(
    client: Client, full: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(full.people["chief"])
    client.cookies["django_language"] = "en"
    plain = client.get(address(full)).context["main"]
    monkeypatch.setattr(later, "LARGE", 0)
    monkeypatch.setattr(keeping, "WORTH", 0)
    assert "for the first time" in client.get(address(full)).content.decode()
    drawing = (full.campaign.pk, [full.national.path], "", "en")
    later.draw_later.func(*drawing)
    answer = client.get(address(full))
    assert (answer.context["latest"].found, "Something changed" in answer.content.decode()) == (plain, False)
    confirm(list(Activity.objects.filter(title="Два")), full.people["chief"], "так")
    answer = client.get(address(full))
    assert (answer.context["latest"].found, "Something changed" in answer.content.decode()) == (plain, True)
    later.draw_later.func(*drawing)
    assert client.get(address(full)).context["latest"].found != plain


def test_what_was_held_outside_the_campaign_s_days_is_counted_and_found(client: Client, full: World) -> None:
    of = made.document(full)
    days = [date(2025, 11, 24), date(2025, 11, 25), date(2025, 12, 10), date(2025, 12, 11)]
    for day in days:
        made.activity(full, of, title=f"{day}", first_day=day, last_day=day, state="confirmed")
    made.activity(full, of, title="долго", first_day=days[0], last_day=days[1])
    client.force_login(full.people["chief"])
    client.cookies["django_language"] = "en"
    found = page(client, address(full, "all"))
    assert "Held before the first day or after the last one: 3" in text(found)
    (link,) = found.xpath("//a[contains(@href, 'days=outside')]/@href")
    shown = client.get(link).text
    assert [f"{day}" in shown for day in days] == [True, False, False, True]
    assert "долго" not in shown
