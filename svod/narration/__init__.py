"""Narration: the register becomes the report's tree. `plan` decides what is said, a language's package says it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from svod.guard import published
from svod.narration.en import English
from svod.narration.grammar import Grammar
from svod.narration.grouping import Room
from svod.narration.kk import Kazakh
from svod.narration.lengths import LENGTHS, PUBLIC, SLIDES, STYLES, write_comparisons, write_slides
from svod.narration.phrases import Phrases, phrases_for
from svod.narration.plan import compare, make_plan
from svod.narration.ru import Russian
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
    "comparisons",
    "narrate",
    "slides",
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
    """The consolidated report about the register as it may be told. The same register and pack give the same report.

    `length` is one of LENGTHS, `style` of STYLES; what is for the public anyway (press, social) is always in that
    style. `earlier` is the register of an earlier year, which the full report then compares with this one.
    Raises UnknownLanguage, UnknownLength and UnknownStyle.
    """
    if length not in LENGTHS:
        raise UnknownLength(length)
    form = LENGTHS[length]
    grammar, is_public = _grammar(pack, language, PUBLIC if form.for_the_public else style)
    room = _public(form.public_room, grammar) if is_public else form.room
    return form.write(make_plan(published(register, pack), pack, room, earlier), pack, grammar)


def slides(
    register: Register,
    pack: Pack,
    language: str = "ru",
    style: str = "official",
    earlier: Register | None = None,
    recommendations: Sequence[str] = (),
) -> Report:
    """The report as ten slides, for `write_pptx`: each heading of the first level begins one, the title is the first.

    `recommendations` are printed as they are. Raises UnknownLanguage and UnknownStyle.
    """
    grammar, is_public = _grammar(pack, language, style)
    room = _public(SLIDES[1], grammar) if is_public else SLIDES[0]
    return write_slides(make_plan(published(register, pack), pack, room, earlier), pack, grammar, recommendations)


def comparisons(
    register: Register, pack: Pack, language: str = "ru", style: str = "official", earlier: Register | None = None
) -> Report:
    """What the full report compares, alone: plan against fact, this year against an earlier one.

    Raises UnknownLanguage and UnknownStyle.
    """
    grammar, _ = _grammar(pack, language, style)
    return write_comparisons(compare(published(register, pack), pack, earlier), register.year, pack, grammar)


def _grammar(pack: Pack, language: str, style: str) -> tuple[Grammar, bool]:
    """The language as it speaks in that style, and whether that is the public one."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    if style not in STYLES:
        raise UnknownStyle(style)
    return LANGUAGES[language](phrases_for(pack, language, style)), style == PUBLIC


def _public(room: Room, grammar: Grammar) -> Room:
    """The room without what an organisation holds for itself: a commission's sessions are told inside."""
    kinds = (term.code for term in grammar.phrases.pack.kinds)
    return replace(room, untold=tuple(code for code in kinds if grammar.phrases.kind(code).own_people))
