"""The public page: for everybody, without cookies, from the published file alone."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
import time_machine
import vobject
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from svod.register.models import Activity, Plan, Publication, Resemblance, State
from svod.register.services.contacts import ring
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.merge import different
from svod.register.services.publish import draw_up, fill, publish, take_down
from svod.register.services.supply import add_issue, add_material
from tests.register import made
from tests.world import World

LANGUAGES = ("ru", "kk", "en")
PAGES = ("home", "activities", "near", "diary", "help", "pupils", "safety", "press", "data", "materials")


@pytest.fixture
def shown(world: World) -> Publication:
    days = {"first_day": made.day(1), "last_day": made.day(1)}
    told = {"state": State.CONFIRMED, "participants_least": 45, "participants_most": 45}
    made.activity(world, made.document(world), title="Дом без <b>страха</b>", **days, **told)
    made.activity(world, made.document(world, world.abai), title="Слово лечит", region="KZ-10", kind="lecture", **told)
    soon = timezone.localdate() + timedelta(days=2)
    plan = plan_of(world.campaign, world.school, world.people["reporter"])
    row = {"kind": "screening", "title": "Тихий </script> час", "place": "Клуб", "first_day": soon, "last_day": soon}
    put(plan, [row], world.people["reporter"])
    Plan.objects.update(state="approved", decided_by=world.people["chief"], decided_at=timezone.now())
    columns = {"kind": "brochure", "title": "Мифы домашнего насилия", "is_public": True}
    material = add_material(world.campaign, world.national, columns, world.people["chief"])
    add_issue(material, "kk", world.people["chief"], SimpleUploadedFile("мифы.pdf", b"%PDF-1.7"))
    found = unshown(world)
    publish(found, None, world.people["chief"])
    return found


def unshown(world: World) -> Publication:
    found = draw_up(world.campaign, world.people["chief"])
    fill(found.pk)
    found.refresh_from_db()
    return found


def at(world: World, name: str, *more: object, language: str = "en") -> str:
    return reverse(f"public:{name}", args=[world.campaign.slug, language, *more])


def test_only_a_page_for_survivors_speaks_to_them(
    world: World, client: Client, abroad: Path, shown: Publication
) -> None:
    help_page = client.get(at(world, "help")).text
    assert "call 111 or 102 at once" in help_page
    world.campaign.pack_code = "water_week"
    world.campaign.save()
    for page, words in (("home", "Who may see"), ("help", "You are not to blame"), ("press", "Writing of violence")):
        told = client.get(at(world, page)).text
        assert words not in told
        assert "data-exit" not in told
    assert client.get(at(world, "pupils")).status_code == 404


@pytest.mark.parametrize("pack", ["safety_day", "water_week"])
def test_whatever_a_pack_leaves_out_the_pages_open(world: World, client: Client, abroad: Path, pack: str) -> None:
    """Neither says what a tab shows; one's own says nothing of itself and has no help contacts."""
    world.campaign.pack_code = pack
    world.campaign.save()
    made.activity(world, made.document(world), region="", kind="lesson", state=State.CONFIRMED)
    publish(unshown(world), None, world.people["chief"])
    assert len([body for _address, body in everything(client, at(world, "home"))]) > len(PAGES)
    assert "<title>Calendar of events</title>" in client.get(at(world, "home")).text


def everything(client: Client, start: str) -> Iterator[tuple[str, bytes]]:
    """Every page and file that the public can reach by links from the first page."""
    seen, waiting = set(), [start]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield address, body
        links = (unescape(link) for link in re.findall(r'href="([^"]+)"', body.decode(errors="ignore")))
        for link in links if answer["Content-Type"].startswith("text/html") else ():
            if link.startswith("/p/"):
                waiting.append(link)
            elif link.startswith("?"):
                waiting.append(address.partition("?")[0] + link)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_works(client: Client, world: World, shown: Publication, language: str) -> None:
    page = client.get(at(world, "home", language=language))
    assert page.status_code == 200
    assert f'lang="{language}"' in page.text
    for number in ("111", "102"):
        assert f'href="tel:{number}"' in page.text


def test_the_first_page_leads_to_every_region_that_has_told(client: Client, world: World, shown: Publication) -> None:
    page = client.get(at(world, "home"))
    told = [one["code"] for one in shown.content["regions"]]
    assert "KZ-10" in told
    assert sorted(code for code, *_words in page.context["regions"]) == sorted(told)
    assert f'<a href="{at(world, "region", "KZ-10")}">Abai Region <small>(1)</small></a>' in page.text


@pytest.mark.parametrize(
    ("language", "day"),
    [("ru", "1 декабря 2025, понедельник"), ("kk", "1 желтоқсан 2025, дүйсенбі"), ("en", "1 December 2025, Monday")],
)
def test_days_are_written_as_the_language_does(
    client: Client, world: World, shown: Publication, language: str, day: str
) -> None:
    assert day in client.get(at(world, "diary", language=language) + "?day=2025-12-01").text


def test_it_opens_in_the_readers_language(client: Client, world: World, shown: Publication) -> None:
    address = reverse("public_home", args=[world.campaign.slug])
    for asked, found in (("kk", "kk"), ("en-GB,en;q=0.9", "en"), ("fr", "ru")):
        assert client.get(address, headers={"accept-language": asked}).url == at(world, "home", language=found)


def test_every_page_has_the_contacts_and_the_way_out_and_sets_no_cookie(
    client: Client, world: World, shown: Publication
) -> None:
    found = 0
    for address, body in everything(client, at(world, "home")):
        if b"<html" in body:
            found += 1
            assert b"data-exit" in body, address
            assert b'href="tel:111"' in body, address
            assert b"before the campaign" not in body, address  # what the pack tells the campaign's own people
            assert not re.search(rb'(?:src|action)="https?:', body), address
            assert not re.search(rb'<link[^>]+href="https?://(?!testserver/)', body), address
    assert found > 15
    assert not client.cookies


def test_nothing_of_the_register_shows(client: Client, world: World, shown: Publication) -> None:
    made.activity(world, made.document(world), title="Тайна черновика")
    world.submission(text="Отчёт составила Иванова Мария Петровна, тел. 8 701 234 56 78. Прошла лекция.")
    for address, body in everything(client, at(world, "home")):
        for secret in ("Тайна", "Иванова", "234 56", "reviewer", world.school.name):
            assert secret.encode() not in body, (address, secret)


def test_words_of_people_are_words(client: Client, world: World, shown: Publication) -> None:
    home = client.get(at(world, "home")).text
    assert "<b>страха" not in home + client.get(at(world, "activities")).text
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', home, re.S)
    (event,) = json.loads(told)
    assert event["name"].endswith("«Тихий </script> час»")
    assert event["location"]["name"] == "Клуб"


def test_numbers_open_what_they_count(client: Client, world: World, shown: Publication) -> None:
    whole = client.get(at(world, "activities")).text
    assert "Слово лечит" in whole
    one = client.get(at(world, "activities"), {"kind": "lecture"}).text
    assert "Слово лечит" in one
    assert "страха" not in one
    region = client.get(at(world, "region", "KZ-10")).text
    assert "Слово лечит" in region
    assert "страха" not in region
    assert client.get(at(world, "region", "KZ-99")).status_code == 404


def test_attendances_open_those_whose_people_are_known_and_a_row_of_many_says_so(
    client: Client, world: World, shown: Publication
) -> None:
    many, unknown = shown.content["activities"]
    many["count"], unknown["people"] = [12, None], None
    shown.content["made_at"] = "2025-12-01T00:00:00+05:00"
    shown.made_at += timedelta(seconds=1)  # what was read of it is remembered by its day
    shown.save()
    counted = client.get(at(world, "activities"), {"people": "yes"}).text
    assert many["title"].partition("<")[0] in counted
    assert unknown["title"] not in counted
    assert counted.count("people: 45") == 1
    assert "activities: at least 12" in counted
    for name in ("home", "press", "activities"):
        assert "As of December 1, 2025" in client.get(at(world, name)).text


def test_what_is_over_is_no_longer_coming(client: Client, world: World, shown: Publication) -> None:
    before = {name: client.get(at(world, *name))["ETag"] for name in (("home",), ("region", "KZ-39"))}
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        for name, tag in before.items():
            answer = client.get(at(world, *name), headers={"if-none-match": tag})
            assert answer.status_code == 200
            assert "Тихий" not in answer.text


def test_another_language_is_another_address_of_the_same_page(client: Client, world: World, shown: Publication) -> None:
    page = client.get(at(world, "activities"), {"kind": "lecture"}).text
    for language in LANGUAGES:
        assert f'href="{at(world, "activities", language=language)}?kind=lecture" lang="{language}"' in page
        assert f'href="http://testserver{at(world, "activities", language=language)}?kind=lecture"' in page


def test_whoever_came_to_the_wrong_door_finds_it(client: Client, world: World, shown: Publication) -> None:
    address = reverse("public_home", args=[world.campaign.slug])
    assert f'href="{address}"' in client.get("/account/login/").text
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    assert rules.can_fetch("*", at(world, "home"))
    assert not rules.can_fetch("*", "/account/login/")
    assert not rules.can_fetch("*", f"/preview/{shown.pk}/en/")
    take_down(shown, "ошибка", world.people["chief"])
    assert address not in client.get("/account/login/").text


def test_a_cache_keeps_one_copy_for_everybody(client: Client, world: World, shown: Publication) -> None:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "kk"
    for name in ("home", "csv", "album"):
        answer = client.get(at(world, name))
        assert answer["Vary"] == "Accept-Encoding"
        assert answer["Content-Language"] == "en"
        answer.getvalue()  # closes the file


def test_what_is_on_near_one_is_found_by_the_region(client: Client, world: World, shown: Publication) -> None:
    address = at(world, "near")
    for asked in ("", "?region=KZ-39", "?region=nowhere"):
        page = client.get(address + asked).text
        assert "Тихий &lt;/script&gt; час" in page
        assert '<section data-region="KZ-39" tabindex="-1" aria-labelledby="in-KZ-39">' in page
    page = client.get(f"{address}?region=KZ-10").text
    assert 'aria-labelledby="in-KZ-39" hidden>' in page
    assert "Nothing is planned there from today on." in page
    assert "Rudny" in page  # the phone finds the nearest town itself


def test_a_reader_who_has_it_gets_nothing_anew(client: Client, world: World, shown: Publication) -> None:
    answer = client.get(at(world, "home"))
    assert "max-age=300" in answer["Cache-Control"]
    assert client.get(at(world, "home"), headers={"if-none-match": answer["ETag"]}).status_code == 304
    ring(world.campaign, "150", True, world.people["chief"])
    assert "Not verified." in answer.text
    again = client.get(at(world, "home"), headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 200
    assert "Not verified." not in again.text


def test_it_is_sent_compressed(client: Client, world: World, shown: Publication) -> None:
    answer = client.get(at(world, "home"), headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < len(client.get(at(world, "home")).content) / 2


def test_another_program_reads_the_calendar_and_the_feed(client: Client, world: World, shown: Publication) -> None:
    calendar = vobject.readOne(BytesIO(client.get(at(world, "calendar")).content).read().decode())
    calendar.validate()
    assert "Тихий" in calendar.vevent.summary.value
    assert calendar.vevent.url.value == "http://testserver" + at(world, "region", "KZ-39")
    other = client.get(at(world, "calendar"), {"region": "KZ-10"}).text
    assert "VEVENT" not in other
    feed = etree.fromstring(client.get(at(world, "feed")).content)
    assert [one.tag.rpartition("}")[2] for one in feed].count("entry") == 1


def test_a_new_file_moves_what_a_calendar_has_and_doubles_nothing(
    client: Client, world: World, shown: Publication
) -> None:
    def uids() -> list[str]:
        return re.findall(r"^UID:.*$", client.get(at(world, "calendar")).text, re.M)

    before = uids()
    row = {"kind": "lecture", "title": "Раньше", "first_day": timezone.localdate(), "last_day": timezone.localdate()}
    plan_of(world.campaign, world.school, world.people["reporter"]).activities.create(**row)
    publish(unshown(world), None, world.people["chief"])
    assert set(before) < set(uids())


def test_each_day_of_the_feed_is_an_entry_of_its_own(client: Client, world: World, shown: Publication) -> None:
    for one, day in zip(shown.content["activities"], ("2025-11-26", "2025-11-27"), strict=True):
        one["day"] = one["last_day"] = day
    shown.made_at += timedelta(seconds=1)
    shown.save()
    feed = etree.fromstring(client.get(at(world, "feed")).content)
    found = {name: feed.xpath(f"*[local-name()='entry']/*[local-name()='{name}']/text()") for name in ("id", "title")}
    assert len(set(found["id"])) == 2
    assert found["title"] == ["27 November 2025, Thursday", "26 November 2025, Wednesday"]


def test_before_it_is_shown_there_is_nothing_and_after_it_is_taken_down_that_is_said(
    client: Client, world: World, shown: Publication
) -> None:
    Publication.objects.update(shown_from=timezone.now() + timedelta(hours=1))
    for name in PAGES:
        assert client.get(at(world, name)).status_code == 404
    Publication.objects.update(shown_from=timezone.now())
    take_down(Publication.objects.get(), "ошибка", world.people["chief"])
    answer = client.get(at(world, "home"))
    assert answer.status_code == 410
    assert "ошибка" not in answer.text
    assert client.get(at(world, "csv")).status_code == 410
    assert_helps(answer.text)


def test_an_address_that_leads_nowhere_leads_to_help(client: Client, world: World, shown: Publication) -> None:
    home = at(world, "home")
    for place in ("regions/KZ-99/", "nothing/of/that/kind", "photos/x.jpg", "about/x/"):
        answer = client.get(home + place)
        assert answer.status_code == 404
        assert_helps(answer.text)
        assert f'href="{home}"' in answer.text
    for place in ("/p/nothing/en/", "/p/nothing/xx/", "/p/", "/s/nothing/en/"):
        answer = client.get(place, headers={"accept-language": "en"})
        assert answer.status_code == 404
        assert_helps(answer.text)
        assert world.campaign.slug not in answer.text
    assert not client.cookies


def assert_helps(page: str) -> None:
    assert "data-exit" in page
    assert 'href="tel:111"' in page
    assert "<title>Calendar of events</title>" in page
    assert "Svod" not in page


def test_a_preview_is_for_who_publishes(client: Client, world: World, shown: Publication) -> None:
    Publication.objects.update(shown_from=None, published_by=None)
    address = reverse("preview:home", args=[shown.pk, "ru"])
    assert client.get(address).status_code == 404
    client.force_login(world.people["coordinator"])  # of a region
    assert client.get(address).status_code in (403, 404)
    dashboard, publishing = (reverse(name, args=[world.campaign.slug]) for name in ("dashboard", "publishing"))
    assert publishing not in client.get(dashboard).text
    client.force_login(world.people["chief"])
    assert publishing in client.get(dashboard).text
    answer = client.get(address)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert reverse("preview:help", args=[shown.pk, "ru"]) in answer.text


def test_who_publishes_is_told_what_counts_twice_and_what_is_to_come(
    client: Client, world: World, shown: Publication
) -> None:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    page = reverse("publishing", args=[world.campaign.slug])
    told = "look like one activity told twice"
    one, other = Activity.objects.order_by("pk")
    pair = Resemblance.objects.create(one=one, other=other, score=14.0, certain=True)
    assert told in client.get(page).text
    assert told in client.get(reverse("publication", args=[world.campaign.slug, unshown(world).pk])).text
    different(pair, world.people["chief"])
    assert told not in client.get(page).text
    take_down(shown, "ошибка", world.people["chief"])
    assert "From " not in client.get(page).text
    publish(unshown(world), timezone.now() + timedelta(days=1), world.people["chief"])
    assert "it will see the one that is waiting" in client.get(page).text


def test_from_a_draft_to_the_public_page_and_down_again(client: Client, world: World) -> None:
    made.activity(world, made.document(world), title="Урок Ивановой Марии Петровны", state=State.CONFIRMED)
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    draft = client.post(reverse("draw_up", args=[world.campaign.slug])).url
    assert "renews itself" in client.get(draft).text
    publication = Publication.objects.get()
    fill(publication.pk)
    assert "Ивановой" in client.get(draft).text
    (held,) = Publication.objects.get().held
    client.post(reverse("release", args=[world.campaign.slug, publication.pk]), {"key": held["key"], "reason": "автор"})
    past = {"shown_from": "2020-01-01T10:00"}
    assert "This time is over" in client.post(reverse("publish", args=[world.campaign.slug, publication.pk]), past).text
    client.post(reverse("publish", args=[world.campaign.slug, publication.pk]), {"shown_from": ""})
    assert Client().get(at(world, "home")).status_code == 200
    client.post(reverse("take_down", args=[world.campaign.slug, publication.pk]), {"why": "проверка"})
    assert Client().get(at(world, "home")).status_code == 410


def test_a_material_is_given_to_be_kept(client: Client, world: World, shown: Publication) -> None:
    page = client.get(at(world, "materials")).text
    (name,) = re.findall(r"materials/(material-\d+\.pdf)", page)
    assert "Мифы домашнего насилия" in page
    answer = client.get(at(world, "material", name))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(at(world, "material", "material-999.pdf")).status_code == 404
    assert client.get(at(world, "material", "diary-ru.pdf")).status_code == 404


def test_pupils_are_told_first_of_what_needs_no_voice(client: Client, world: World, shown: Publication) -> None:
    page = client.get(at(world, "pupils")).text
    first, *_others = re.findall(r'href="tel:(\d+)".*?<strong>([^<]+)</strong>', page, re.DOTALL)
    assert first == ("111", "by the QR code at school")
    assert page.index("by a message") < page.index("by phone")
