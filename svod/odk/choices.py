"""The answers that may be chosen: the campaign pack's codes, the geography, and the few that the form has itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from svod.odk.words import said
from svod.packs import Pack
from svod.packs.pack import Term

BELOW = ("district", "town")  # kinds of units an organisation may work in, below a region


@dataclass(frozen=True, slots=True)
class Choice:
    """`region` is what a cascade narrows the choice by."""

    list: str
    code: str
    names: Mapping[str, str] = field(default_factory=dict)
    region: str = ""


def choices_of(pack: Pack, *, whose: bool, region: str = "") -> Iterator[Choice]:
    """All of the form; regions and districts where it asks whose the report is: those of one region alone where none
    else is asked about."""
    if whose:
        for unit in pack.geography.regions:
            if region in ("", unit.code):
                yield Choice("region", unit.code, unit.names)
        for unit in pack.geography.units:
            if unit.kind in BELOW and region in ("", unit.region):
                yield Choice("district", unit.code, unit.names, unit.region)
    for name in ("held", "format", "people_said"):
        for code, names in said()["choices"][name].items():
            yield Choice(name, code, names)
    for name, terms in terms_of(pack).items():
        for term in terms:
            yield Choice(name, term.code, term.names)


def terms_of(pack: Pack) -> Mapping[str, tuple[Term, ...]]:
    """The pack's terms by the question that asks for them."""
    return {
        "kind": pack.kinds,
        "audience": pack.audiences,
        "partners": pack.partners,
        "themes": pack.themes,
        "materials": pack.materials,
    }
