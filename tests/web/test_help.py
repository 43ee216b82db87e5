"""The guide under /help: for everybody, in three languages, searched without a script."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from svod.language import LANGUAGES
from svod.web.help.book import PAGES, page, reference_names
from svod.web.help.drawing import drawn
from svod.web.help.finding import find
from svod.web.help.here import places
from tests.world import World


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_works(client: Client, language: str, name: str) -> None:
    """In whatever language the reader has; the other two are one step away."""
    answer = client.get(f"/help/{language}/{name}/", headers={"accept-language": "en"})
    told = html.fromstring(answer.content)
    assert (answer.status_code, told.get("lang"), answer["Content-Language"]) == (200, language, language)
    assert [one.text_content() for one in told.iter("h1")] == [page(language, name).title]  # type: ignore[union-attr]
    others = {f"/help/{other}/{name}/" for other in LANGUAGES if other != language}
    assert set(told.xpath("//nav[contains(@class, 'around')]//li/a/@href")) == others


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_beginning_names_every_page(client: Client, language: str) -> None:
    told = html.fromstring(client.get(f"/help/{language}/").content)
    named = told.xpath("//ul[contains(@class, 'cards')]//a/@href")
    assert named == [f"/help/{language}/{name}/" for name in PAGES]


def test_the_projects_own_docs_are_there(client: Client) -> None:
    told = {name: client.get(f"/help/reference/{name}/") for name in reference_names()}
    assert {answer.status_code for answer in told.values()} == {200}
    named = html.fromstring(client.get("/help/en/").content).xpath("//ul[@class='references']//a/@href")
    assert sorted(named) == sorted(f"/help/reference/{name}/" for name in told)
    assert html.fromstring(told["operations"].content).get("lang") == "en"


def test_it_asks_the_register_nothing(client: Client, db: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get("/help/ru/")
        client.get(f"/help/kk/{PAGES[0]}/")


def test_it_opens_in_the_readers_language(client: Client) -> None:
    assert client.get("/help/", headers={"accept-language": "kk"}).headers["Location"] == "/help/kk/"
    answer = client.get(f"/help/{PAGES[0]}/", headers={"accept-language": "en"})
    assert answer.headers["Location"] == f"/help/en/{PAGES[0]}/"


@pytest.mark.parametrize("address", ["/help/no-such/", "/help/ru/no-such/", "/help/reference/no-such/"])
def test_what_is_not_there_is_not_found(client: Client, world: World, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_chosen_language_turns_the_page(client: Client, db: None) -> None:
    told = html.fromstring(client.get(f"/help/ru/{PAGES[0]}/").content)
    (back,) = told.xpath("//form[contains(@class, 'language')]/input[@name='next']/@value")
    answer = client.post("/i18n/setlang/", {"language": "kk", "next": back}, follow=True)
    assert answer.request["PATH_INFO"] == f"/help/kk/{PAGES[0]}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_leads_to_its_part(client: Client, world: World, language: str) -> None:
    client.force_login(world.people["administrator"])
    client.cookies["django_language"] = language
    told = html.fromstring(client.get("/campaigns/").content)
    name, mark, anchor = places()["campaigns"].partition("#")
    assert reverse("help_page", args=(language, name)) + mark + anchor in told.xpath("//header//a/@href")


@pytest.mark.parametrize(
    ("language", "question", "first"),
    [
        ("ru", "напомнить школам", "office/#remind"),
        ("ru", "что делать, если ничего не было?", "tell/#nothing"),
        ("kk", "құпиясөзді ұмыттым", "start/#sign-in"),
        ("kk", "балалардың аты", "tell/#never"),
        ("en", "backup", "administrator/#backup"),
        ("en", "dupl", "rules/#duplicates"),
    ],
)
def test_the_part_that_answers_best_comes_first(client: Client, language: str, question: str, first: str) -> None:
    """By words in any form, in whatever order, and a few that stand nowhere do no harm."""
    told = html.fromstring(client.get(f"/help/{language}/", {"q": question}).content)
    assert told.xpath("//main//li/a/@href")[0] == f"/help/{language}/{first}"


def test_what_is_nowhere_is_not_found(client: Client) -> None:
    assert find("ru", "трансцендентальность") == []
    assert find("ru", "") == []
    assert client.get("/help/ru/", {"q": "трансцендентальность"}).status_code == 200


def test_html_in_a_page_is_shown_as_it_is() -> None:
    made = drawn('# Page\n\n<script>alert(1)</script> [x](javascript:alert) <b style="x">', "guide/ru")
    assert "<script" not in made.html
    assert "<b" not in made.html
    assert "href" not in made.html
