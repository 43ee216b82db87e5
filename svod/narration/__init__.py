"""Narration: the register becomes the report's tree. `plan` decides what is said, a language's package says it."""

from collections.abc import Callable

from svod.narration.en import English
from svod.narration.grammar import Grammar
from svod.narration.kk import Kazakh
from svod.narration.lengths import LENGTHS, PUBLIC, STYLES
from svod.narration.phrases import Phrases, phrases_for
from svod.narration.plan import make_plan
from svod.narration.ru import Russian
from svod.narration.safety import discretion
from svod.packs import Pack
from svod.records import Register, Report

__all__ = [
    "LANGUAGES",
    "LENGTHS",
    "STYLES",
    "NarrationError",
    "UnknownLanguage",
    "UnknownLength",
    "UnknownStyle",
    "discretion",
    "narrate",
]

LANGUAGES: dict[str, Callable[[Phrases], Grammar]] = {"ru": Russian, "kk": Kazakh, "en": English}


class NarrationError(ValueError):
    """A report that cannot be written as asked.

    NarrationError
    ├── UnknownLanguage   no grammar for that language
    ├── UnknownLength     no such length
    └── UnknownStyle      no such style
    """


class UnknownLanguage(NarrationError):  # noqa: N818 -- named as the other errors of the family are
    def __init__(self, language: str) -> None:
        super().__init__(f"a report cannot be written in {language!r} yet; choose one of: {', '.join(LANGUAGES)}")
        self.language = language


class UnknownLength(NarrationError):  # noqa: N818 -- the same
    def __init__(self, length: str) -> None:
        super().__init__(f"there is no report of length {length!r}; choose one of: {', '.join(LENGTHS)}")
        self.length = length


class UnknownStyle(NarrationError):  # noqa: N818 -- the same
    def __init__(self, style: str) -> None:
        super().__init__(f"there is no style {style!r}; choose one of: {', '.join(STYLES)}")
        self.style = style


def narrate(
    register: Register,
    pack: Pack,
    language: str = "ru",
    length: str = "full",
    style: str = "official",
    earlier: Register | None = None,
) -> Report:
    """The consolidated report about the register. The same register and pack give the same report.

    `length` is one of LENGTHS, `style` of STYLES; what is for the public anyway (press, social) is always in that
    style. `earlier` is the register of an earlier year, which the full report then compares with this one.
    Raises UnknownLanguage, UnknownLength and UnknownStyle.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    if length not in LENGTHS:
        raise UnknownLength(length)
    if style not in STYLES:
        raise UnknownStyle(style)
    form = LENGTHS[length]
    is_public = form.for_the_public or style == PUBLIC
    room, write = (form.public_room, form.write_public) if is_public else (form.room, form.write)
    grammar = LANGUAGES[language](phrases_for(pack, language, PUBLIC if is_public else style))
    return write(make_plan(register, pack, room, earlier), pack, grammar)
