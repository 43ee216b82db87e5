"""What closes a report that people worked on: recommendations, photos, and how its version is checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from svod.narration.grammar import Grammar
from svod.records import Evidence, Heading, Listing, Paragraph, Period, Picture, ReportBlock, Run


@dataclass(frozen=True, slots=True)
class Recommended:
    """What somebody recommended or decided; `who` may be unknown."""

    who: str
    text: str
    sources: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Frozen:
    """A version as the public knows it."""

    number: int
    day: date
    address: str
    code: str


def say_recommendations(told: Sequence[Recommended], grammar: Grammar) -> list[ReportBlock]:
    """A numbered list under its heading; nothing where nothing was recommended."""
    if not told:
        return []
    said = (
        grammar.text("recommendations", "who").format(who=one.who, text=one.text) if one.who else one.text
        for one in told
    )
    items = (Paragraph((Run(words, one.sources),)) for words, one in zip(said, told, strict=True))
    heading = Heading(grammar.text("recommendations", "heading"), 2, "recommendations")
    return [heading, Listing(tuple(items), numbered=True)]


def say_photos(photos: Sequence[Picture], grammar: Grammar) -> list[ReportBlock]:
    return [Heading(grammar.text("photos", "heading"), 2, "photos"), *photos] if photos else []


def say_verification(frozen: Frozen, qr_code: tuple[bytes, int], grammar: Grammar) -> tuple[ReportBlock, ...]:
    """Where and how this version is checked; `qr_code` is a PNG and how many pixels wide it is."""
    data, side = qr_code
    day = grammar.day(Period.day(frozen.day), with_year=True)
    version = grammar.text("verification", "version")
    said = version.format(number=frozen.number, day=day, address=frozen.address)
    return (
        Heading(grammar.text("verification", "heading"), 1, "verification"),
        Paragraph((Run(said[:1].upper() + said[1:]),)),
        Paragraph((Run(grammar.text("verification", "code").format(code=frozen.code)),)),
        Picture("", grammar.text("verification", "described"), data, (side, side), 30),
    )
