"""The parts of a campaign pack, each from one table: terms, help contacts, lexicons, days."""

from dataclasses import replace
from datetime import date

from svod.language import LANGUAGES
from svod.packs.articles import is_article
from svod.packs.inherit import Codes, belongs
from svod.packs.pack import Contact, Glossary, Lexicon, Page, Part, Term
from svod.packs.tables import Table

CHANNELS = ("phone", "text", "qr", "web")


def read_term(code: str, row: Table) -> Term:
    """One code with its names. Raises PackError where one is missing."""
    about = row.names("about") if "about" in row.content else {}
    return Term(code, row.in_each_language(), about)


def read_terms(table: Table) -> tuple[Term, ...]:
    """Each code with its names; `about` says in a few words what is meant."""
    return tuple(read_term(code, row.only(*LANGUAGES, "about")) for code, row in table.tables())


def read_partners(table: Table, base: Table) -> tuple[Term, ...]:
    """Terms that also say whether nobody may find them; one of the extended pack, named anew, stays what it is."""
    hidden = {code for code, row in (*base.tables(), *table.tables()) if row.is_so("undisclosed")}
    rows = ((code, row.only(*LANGUAGES, "about", "undisclosed")) for code, row in table.tables())
    return tuple(replace(read_term(code, row), undisclosed=code in hidden) for code, row in rows)


def read_themes(table: Table) -> tuple[Term, ...]:
    """Terms that also name the articles they serve, as "C190:9" or "R206:16"."""
    return tuple(_theme(code, row.only("ru", "kk", "en", "about", "serves")) for code, row in table.tables())


def _theme(code: str, row: Table) -> Term:
    serves = row.texts("serves")
    for article in serves:
        if not is_article(article):
            raise row.error("serves", f'expected articles such as "C190:9" or "R206:16", found {article!r}')
    return replace(read_term(code, row), serves=serves)


def read_contacts(table: Table) -> tuple[Contact, ...]:
    """The help contacts in the file's order. One without `checked_on` must carry a warning: it is not verified."""
    return tuple(_contact(number, row) for number, row in table.tables())


def _contact(number: str, row: Table) -> Contact:
    row.only("names", "about", "source", "checked_on", "channels", "warning", "urgent")
    checked_on = row.content.get("checked_on")
    if checked_on is not None and type(checked_on) is not date:
        raise row.error("checked_on", f"expected a day such as 2025-11-20, found {checked_on!r}")
    if checked_on is None and "warning" not in row.content:
        raise row.error("warning", "expected a warning: a contact without checked_on is not verified")
    warning = row.names("warning") if "warning" in row.content else {}
    source, channels = row.text("source"), row.texts("channels")
    for channel in channels:
        if channel not in CHANNELS:
            raise row.error("channels", f"expected some of {', '.join(CHANNELS)}, found {channel!r}")
    about, urgent = row.names("about"), row.is_so("urgent")
    return Contact(number, row.names("names"), about, source, checked_on, channels, warning, urgent)


def read_pages(table: Table) -> tuple[Page, ...]:
    """What is explained to the public; each part may name the article that it puts in plain words."""
    return tuple(_page(code, row.only("names", "parts")) for code, row in table.tables())


def _page(code: str, row: Table) -> Page:
    parts = [part.only("serves", *LANGUAGES) for part in row.list_of_tables("parts")]
    return Page(code, row.names("names"), tuple(_part(part) for part in parts))


def _part(row: Table) -> Part:
    serves = row.text("serves") if "serves" in row.content else ""
    if serves and not is_article(serves):
        raise row.error("serves", f'expected an article such as "C190:9", found {serves!r}')
    return Part(row.in_each_language(), serves)


def read_lexicon(table: Table, codes: Codes) -> Lexicon:
    """Section -> code -> words and phrases in dictionary form; only codes that the pack has."""
    for section, rows in table.tables():
        for key in rows.content:
            if not belongs(section, key, codes):
                raise rows.error(key, "expected a code that the pack has")
    return {section: {key: rows.texts(key) for key in rows.content} for section, rows in table.tables()}


def read_glossary(own: Table, base: Table) -> Glossary:
    """The beginnings of words by language, the extended pack's among them; none stands for two meanings."""
    meanings: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for table in (base, own):
        table.only("ignored", "meanings")
        for meaning, row in table.table("meanings").tables():
            for language in row.only(*LANGUAGES).content:
                for beginning in row.text(language).split():
                    if meanings[language].setdefault(beginning, meaning) != meaning:
                        raise row.error(language, f"expected {beginning!r} under one meaning only")
    ignored = (word for table in (base, own) if "ignored" in table.content for word in table.text("ignored").split())
    return Glossary(meanings, frozenset(ignored))


def read_day(table: Table, key: str) -> tuple[int, int]:
    """(month, day) of a text such as "11-25"."""
    text = table.text(key)
    try:
        day = date.fromisoformat(f"2000-{text}")  # a leap year: 29 February is a day
    except ValueError:
        raise table.error(key, f'expected a month and a day such as "11-25", found {text!r}') from None
    return day.month, day.day
