"""What closes a report that people worked on, in three languages."""

from datetime import date

import pytest

from svod.narration import LANGUAGES
from svod.narration.closing import Frozen, Recommended, say_photos, say_recommendations, say_verification
from svod.narration.grammar import Grammar
from svod.narration.phrases import phrases_for
from svod.packs import load
from svod.records import Evidence, Heading, Listing, Paragraph, Picture

FROZEN = Frozen(2, date(2025, 12, 12), "https://svod.example/verify/ABCD-EFGH-JKLM/", "ABCD-EFGH-JKLM")
VERSIONS = [
    ("ru", "Версия 2, составлена 12 декабря 2025 года."),
    ("kk", "2-нұсқа 2025 жылғы 12 желтоқсанда жасалды."),
    ("en", "Version 2, made on 12 December 2025."),
]


def grammar(language: str) -> Grammar:
    return LANGUAGES[language](phrases_for(load("sixteen_days"), language))


@pytest.mark.parametrize(("language", "begins"), VERSIONS)
def test_a_version_says_where_it_is_checked(language: str, begins: str) -> None:
    heading, version, code, picture = say_verification(FROZEN, (b"\x89PNG", 264), grammar(language))
    assert isinstance(heading, Heading)
    assert isinstance(version, Paragraph)
    assert " ".join(version.text.split()).startswith(begins)
    assert FROZEN.address in version.text
    assert isinstance(code, Paragraph)
    assert FROZEN.code in code.text
    assert isinstance(picture, Picture)
    assert (picture.media, picture.pixels, picture.caption) == ("image/png", (264, 264), "")
    assert picture.described


@pytest.mark.parametrize("language", LANGUAGES)
def test_recommendations_are_numbered_and_keep_their_sources(language: str) -> None:
    place = Evidence("7", 3, 9)
    told = [Recommended("Круглый стол", "Повторить весной.", (place,)), Recommended("", "Собрать книгу.")]
    heading, listing = say_recommendations(told, grammar(language))
    assert isinstance(heading, Heading)
    assert heading.anchor == "recommendations"
    assert isinstance(listing, Listing)
    assert [item.text for item in listing.items] == ["Круглый стол: Повторить весной.", "Собрать книгу."]
    assert (listing.numbered, listing.items[0].runs[0].sources) == (True, (place,))


def test_nothing_is_said_of_nothing() -> None:
    assert (say_recommendations([], grammar("ru")), say_photos([], grammar("ru"))) == ([], [])
