"""The data beside the code: every language says everything, every colour can be read."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import svod.publishing
from svod.publishing.beside import table

HERE = Path(svod.publishing.__file__).parent
CATALOGUES = ("words.toml", "register_words.toml", "problem_words.toml")


def flat(value: object, name: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        return {key: text for part, one in value.items() for key, text in flat(one, f"{name}.{part}").items()}
    return {name: str(value)}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_every_language_has_the_same_words_with_the_same_gaps(name: str, language: str) -> None:
    catalogue = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    russian, other = flat(catalogue["ru"]), flat(catalogue[language])
    assert {key: gaps(text) for key, text in other.items()} == {key: gaps(text) for key, text in russian.items()}


def test_every_word_is_used() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in HERE.iterdir() if file.suffix in (".py", ".typ"))
    for word in table("words.toml")["ru"]:
        assert re.search(rf"\b{word}\b", code) or word in ("table_caption", "figure_caption"), word  # by their kind


def luminance(colour: str) -> float:
    """WCAG's relative luminance of "#rrggbb"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme: str) -> None:
    palette = table("palette.toml")
    for text, ground in palette["pairs"]["page"]:
        assert contrast(palette[theme][text], palette[theme][ground]) >= 4.5, (text, ground)


def test_the_numbers_on_the_tiles_can_be_read_and_the_steps_told_apart_in_grey() -> None:
    picture = table("palette.toml")["picture"]
    for ground, ink in zip(picture["steps"], picture["step_ink"], strict=True):
        assert contrast(ink, ground) >= 4.5
    for one, next_one in zip(picture["steps"], picture["steps"][1:], strict=False):
        assert contrast(one, next_one) >= 1.2
    assert contrast(picture["quiet"], picture["empty"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_stand_out_from_the_page(theme: str) -> None:
    palette = table("palette.toml")
    assert contrast(palette["picture"]["bar"], palette[theme]["paper"]) >= 3
