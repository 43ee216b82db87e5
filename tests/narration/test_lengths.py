"""The lengths and the styles: what each of them tells, and what it keeps to itself."""

from collections.abc import Callable

import pytest

from svod.narration import LENGTHS, STYLES, UnknownStyle, narrate, slides
from svod.records import Heading, Paragraph, Register, Report
from tests.narration.made import PACK, activity, register
from tests.narration.test_narrate import rich, shown

LANGUAGES = ("ru", "kk", "en")
KOSTANAY, ABAI = "KZ-39", "KZ-10"
HELP = "111"


def text_of(report: Report) -> str:
    return "\n".join(block.text for block in report.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [length for length in LENGTHS if length != "full"])
def test_a_rich_register_at_each_length(golden: Callable[[str, str], None], length: str, language: str) -> None:
    golden(f"{length}.{language}.txt", shown(narrate(rich(), PACK, language, length)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rich_register_for_the_public(golden: Callable[[str, str], None], language: str) -> None:
    golden(f"public.{language}.txt", shown(narrate(rich(), PACK, language, style="public")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rich_register_as_slides(golden: Callable[[str, str], None], language: str) -> None:
    recommendations = ["Обучить школьных психологов."]
    golden(f"slides.{language}.txt", shown(slides(rich(), PACK, language, recommendations=recommendations)))


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(UnknownStyle, match="'poetic'"):
        narrate(register(), PACK, style="poetic")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_register_of_nothing_is_told_at_every_length(language: str, length: str, style: str) -> None:
    assert HELP in shown(narrate(register(), PACK, language, length, style))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_public_does_not_read_who_is_silent_or_what_disagrees(language: str, length: str) -> None:
    report = narrate(rich(), PACK, language, length, "public")
    told = shown(report)
    silent = {"ru": "Атырау", "kk": "Атырау", "en": "Atyrau"}[language]
    program = {"ru": "программ", "kk": "бағдарлама", "en": "program"}[language]
    assert silent not in told
    assert "350" not in told, "the other number of a contradiction"
    assert program not in told
    assert report.sources == "hidden"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("made", [register(activity("seminar")), register(activity("seminar"), year=None)])
def test_without_a_region_or_a_year_no_gap_is_left(made: Register, length: str, language: str) -> None:
    told = shown(narrate(made, PACK, language, length, "public"))
    assert "  " not in told
    assert "None" not in told
    assert "2001" not in told


@pytest.mark.parametrize("length", ["press", "social"])
def test_a_region_that_held_nothing_is_none_of_those_that_did(length: str) -> None:
    made = register(activity("seminar", region=ABAI), nothing_held=("KZ-43",))
    assert "в 1 регионе Казахстана" in shown(narrate(made, PACK, "ru", length))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_fits_and_has_the_help_line_and_the_hashtag(language: str) -> None:
    post = text_of(narrate(rich(), PACK, language, "social"))
    assert len(post) <= 500
    assert HELP in post
    assert post.endswith(PACK.hashtag[language])


def test_regions_have_a_paragraph_each_in_the_order_of_the_pack() -> None:
    held = (activity("seminar", region=region) for region in (KOSTANAY, ABAI))
    report = narrate(register(*held), PACK, "ru", "regions")
    kinds = [type(block) for block in report.blocks]
    assert [block.anchor for block in report.blocks if isinstance(block, Heading)] == ["region-KZ-10", "region-KZ-39"]
    assert kinds[:4] == [Heading, Paragraph, Heading, Paragraph]
    silent = [block.text for block in report.blocks if isinstance(block, Paragraph) and "Не поступили" in block.text]
    assert len(silent) == 1
