"""What the guide says is there: pages, parts, links, pictures, commands, addresses, settings, buttons."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from babel.messages.pofile import read_po
from django.urls import Resolver404, get_resolver, resolve
from django.utils.translation import gettext, override
from lxml import html

from svod.cli import COMMANDS
from svod.language import LANGUAGES
from svod.language.bounds_text import printed
from svod.register.services.numbers import understood
from svod.telegram.commands import COMMANDS as TO_THE_BOT
from svod.web.help.book import PAGES, Page, page, pages, reference, reference_names
from svod.web.help.here import places
from svod.web.help.place import DOCS, GUIDE, PICTURES
from svod.web.watch.middleware import WATCHED

PACKAGE = DOCS.parent / "svod"
MOST = 2_000_000  # bytes of all pictures: a guide is read on a phone, too
EVERY = [(language, name) for language in LANGUAGES for name in PAGES]
REFERENCE = [("reference", name) for name in reference_names()]


def of(book: str, name: str) -> Page:
    found = reference(name) if book == "reference" else page(book, name)
    assert found is not None
    return found


def parsed(one: Page) -> html.HtmlElement:
    return html.fromstring(f"<div>{one.html}</div>")


def codes(one: Page) -> Iterator[str]:
    """Each line that stands as code, in the text or in a block of its own."""
    return chain.from_iterable(found.text_content().splitlines() for found in parsed(one).iter("code"))


def test_no_page_is_left_unread() -> None:
    kept = {path.relative_to(GUIDE).with_suffix("").as_posix() for path in GUIDE.glob("*/*.md")}
    assert kept == {f"{language}/{name}" for language, name in EVERY}


@pytest.mark.parametrize("name", PAGES)
def test_each_language_has_the_same_parts(name: str) -> None:
    told = {language: [(one.depth, one.anchor) for one in of(language, name).sections[1:]] for language in LANGUAGES}
    assert told["ru"] == told["kk"] == told["en"]
    assert all(anchor.isascii() for _depth, anchor in told["ru"])  # named, not made of the words


@pytest.mark.parametrize("name", PAGES)
def test_each_language_has_the_same_pictures(name: str) -> None:
    told = {
        tuple(one.get("src").replace(f"/{language}/", "/") for one in parsed(of(language, name)).iter("img"))
        for language in LANGUAGES
    }
    assert len(told) == 1


def test_every_page_of_the_navigation_has_its_part() -> None:
    navigation = (PACKAGE / "web" / "base" / "navigation.html").read_text(encoding="utf-8")
    assert set(re.findall(r"{% url '(\w+)'", navigation)) <= set(places())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_that_a_page_leads_to_is_there(language: str) -> None:
    anchors = {one.name: {part.anchor for part in one.sections} for one in pages(language)}
    parts = [part.partition("#") for part in places().values()]
    assert [part for part in parts if part[2] and part[2] not in anchors[part[0]]] == []
    assert {part[0] for part in parts} <= set(anchors)
    assert set(places()) <= set(get_resolver().reverse_dict)


@pytest.mark.parametrize(("book", "name"), EVERY + REFERENCE)
def test_every_link_leads_somewhere(book: str, name: str) -> None:
    links = parsed(of(book, name)).xpath("//a[not(img)]/@href")
    assert [link for link in links if not leads(link, book, name)] == []


def leads(link: str, book: str, name: str) -> bool:
    path, _, anchor = link.partition("#")
    if path.startswith("https://"):
        return True
    found = re.fullmatch(r"/help/(\w+)/([\w-]+)/", path or f"/help/{book}/{name}/")
    if found:
        return not anchor or anchor in {part.anchor for part in of(*found.groups()).sections}
    return is_address(path)


def is_address(path: str) -> bool:
    """Of the application; "<…>" stands for whatever is there."""
    if path in WATCHED:
        return True
    try:
        resolve(re.sub(r"<[^>]+>", "1", path))
    except Resolver404:
        return False
    return True


@pytest.mark.parametrize(("book", "name"), EVERY + REFERENCE)
def test_nothing_on_it_breaks_the_policy_of_the_pages(book: str, name: str) -> None:
    """No script, no inline style, nothing of another host."""
    assert parsed(of(book, name)).xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]") == []
    assert [one for one in parsed(of(book, name)).xpath("//@src") if not one.startswith("/static/")] == []


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_command_and_address_exists(language: str, name: str) -> None:
    lines = list(codes(of(language, name)))
    commands = {found[1] for line in lines if (found := re.match(r"(?:\$ )?(?:.*\| )?svod ([a-z]+)", line))}
    assert commands <= set(COMMANDS)
    made = {found[1] for line in lines if (found := re.match(r"(?:\$ )?make ([a-z]+)", line))}
    rules = re.findall(r"^([a-z -]+):", (DOCS.parent / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert made <= {one for rule in rules for one in rule.split()}
    named = [line for line in lines if line.startswith("/") and line[1:] not in TO_THE_BOT]
    assert [line for line in named if not is_address(line)] == []


def test_every_setting_exists() -> None:
    named = {one for place in EVERY for one in re.findall(r"\bSVOD_[A-Z_]+", "\n".join(codes(of(*place))))}
    sources = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert {one for one in named if f'"{one}"' not in sources} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_bold_is_a_word_of_the_interface(language: str) -> None:
    """So the guide calls buttons as pages do, and is found out of date where a page changes."""
    bold = {" ".join(one.text_content().split()) for told in pages(language) for one in parsed(told).iter("strong")}
    assert sorted(bold - interface(language)) == []


def interface(language: str) -> set[str]:
    source = PACKAGE / "locale" / ("ru" if language == "en" else language) / "LC_MESSAGES" / "django.po"
    with source.open(encoding="utf-8") as lines:
        told = [one.id if language == "en" else one.string for one in read_po(lines) if one.id]
    return {" ".join(words.split()) for one in told for words in ([one] if isinstance(one, str) else one)}


def test_every_picture_is_there_and_shown() -> None:
    shown = {
        address.rpartition("guide/pictures/")[2]
        for place in EVERY
        for address in parsed(of(*place)).xpath("//img/@src")
    }
    opened = {address for place in EVERY for address in parsed(of(*place)).xpath("//a[img/@src = @href]/@href")}
    assert {address.rpartition("guide/pictures/")[2] for address in opened} == shown
    kept = {path.relative_to(PICTURES).as_posix(): path.stat().st_size for path in PICTURES.rglob("*.png")}
    assert shown == set(kept)
    assert sum(kept.values()) < MOST


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_picture_is_told_in_words(language: str, name: str) -> None:
    assert [one for one in parsed(of(language, name)).xpath("//img/@alt") if len(one) < 20] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_read_as_the_guide_says(language: str) -> None:
    shown = [(said, last) for said, _counts, last in rows(language, "rules")[1:]]
    assert len(shown) == 5
    for said, last in shown:
        bounds = understood(said)
        assert last == (printed(bounds, language) if bounds else translated("not named", language))
    for said, counts in rows(language, "tell")[1:-1]:
        bounds = understood(said)
        assert bounds is not None
        assert {str(end) for end in (bounds.least, bounds.most) if end} <= set(re.findall(r"\d+", counts))


def rows(language: str, name: str) -> list[list[str]]:
    """What the cells of a page's first table say."""
    lines = parsed(of(language, name)).xpath("(//table)[1]//tr")
    return [[cell.text_content().strip() for cell in line] for line in lines]


def translated(words: str, language: str) -> str:
    with override(language):
        return gettext(words)
