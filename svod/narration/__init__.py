"""Narration: the register becomes the report's tree. `plan` decides what is said, a language's package says it."""

from collections.abc import Callable

from svod.narration.en import English
from svod.narration.grammar import Grammar
from svod.narration.grouping import Room
from svod.narration.kk import Kazakh
from svod.narration.phrases import Phrases, phrases_for
from svod.narration.plan import make_plan
from svod.narration.report import write
from svod.narration.ru import Russian
from svod.narration.safety import discretion
from svod.packs import Pack
from svod.records import Register, Report

__all__ = ["LANGUAGES", "LENGTHS", "NarrationError", "UnknownLanguage", "UnknownLength", "discretion", "narrate"]

LANGUAGES: dict[str, Callable[[Phrases], Grammar]] = {"ru": Russian, "kk": Kazakh, "en": English}
LENGTHS: dict[str, Room] = {"full": Room()}


class NarrationError(ValueError):
    """A report that cannot be written as asked.

    NarrationError
    ├── UnknownLanguage   no grammar for that language
    └── UnknownLength     no such length
    """


class UnknownLanguage(NarrationError):  # noqa: N818 -- named as the other errors of the family are
    def __init__(self, language: str) -> None:
        super().__init__(f"a report cannot be written in {language!r} yet; choose one of: {', '.join(LANGUAGES)}")
        self.language = language


class UnknownLength(NarrationError):  # noqa: N818 -- the same
    def __init__(self, length: str) -> None:
        super().__init__(f"there is no report of length {length!r}; choose one of: {', '.join(LENGTHS)}")
        self.length = length


def narrate(register: Register, pack: Pack, language: str = "ru", length: str = "full") -> Report:
    """The consolidated report about the register. The same register and pack give the same report.

    Raises UnknownLanguage and UnknownLength.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    if length not in LENGTHS:
        raise UnknownLength(length)
    grammar = LANGUAGES[language](phrases_for(pack, language))
    return write(make_plan(register, pack, LENGTHS[length]), pack, grammar)
