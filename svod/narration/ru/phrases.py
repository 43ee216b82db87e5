"""The Russian phrases: the narrator's own, with the pack's laid over them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from svod.packs import Pack
from svod.packs.pack import Unit

GENDERS = ("masc", "femn", "neut", "plur")


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of activity is spoken of; nouns in the nominative singular.

    `many` is the noun that is counted, `mass` one for any number ("разъяснительная работа"), `titled` the noun before
    titles, where it is another. `verb` names its verb of holding, `crowd` how its audience is joined to it. An activity
    that is `carried_out` does not take place by itself: a survey is held, it does not happen. `of_materials` is
    the noun that takes the materials themselves ("выставка" рисунков), `implies` the materials it goes without saying.
    What has its `own_people` names no audience: a commission's session is its members'.
    """

    one: str
    many: str
    titled: str | None = None
    mass: str | None = None
    verb: str = "held"
    crowd: str = "for"
    carried_out: bool = False
    of_materials: str | None = None
    implies: Sequence[str] = ()
    own_people: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    table: Mapping[str, Any]
    pack: Pack
    places: Mapping[str, str]  # a unit's code -> its name, that of a town short
    proper: frozenset[str]  # words that keep their capital within a sentence

    def text(self, section: str, key: str) -> str:
        """The phrase of that section. Raises KeyError where there is none."""
        return str(self.table[section][key])

    def texts(self, section: str, key: str) -> Sequence[str]:
        """Phrases that vary one another."""
        found: Sequence[str] = self.table[section][key]
        return found

    def agreeing(self, section: str, key: str, agreement: str) -> str:
        """The form of that phrase for a noun that is masc, femn, neut or plur."""
        return self.text(section, key).split("|")[GENDERS.index(agreement)]

    def verb(self, name: str, agreement: str) -> str:
        """The form of a verb of holding that agrees with its noun."""
        return self.agreeing("verbs", name, agreement)

    def kind(self, code: str) -> KindWords:
        own: Mapping[str, Any] = self.table.get("kinds", {}).get(code, {})
        one = own.get("one") or self._name(self.pack.kinds, code)
        return KindWords(**{"one": one, "many": own.get("many", one), **own})

    def noun(self, section: str, code: str) -> str:
        """The noun for an audience, a partner or a material."""
        own = self.table.get(section, {}).get(code)
        return str(own) if own else self._name(getattr(self.pack, section), code)

    def deeds(self, materials: Sequence[str]) -> list[tuple[Mapping[str, str], list[str]]]:
        """The nouns of the materials by what was done with them: handed out, shown, made."""
        by_deed = [
            (deed, [self.noun("materials", code) for code in materials if code in deed["codes"]])
            for deed in self.table.get("deeds", {}).values()
        ]
        return [(deed, nouns) for deed, nouns in by_deed if nouns]

    def _name(self, terms: Sequence[Any], code: str) -> str:
        return next((str(term.names["ru"]) for term in terms if term.code == code), code)


def phrases_for(pack: Pack) -> Phrases:
    own = pack.phrases.get("ru", {})
    sections = {*_defaults(), *own}
    table = {name: _laid_over(_defaults().get(name), own.get(name)) for name in sections}
    units = pack.geography.units
    places = {unit.code: unit.names["ru"] for unit in units}
    return Phrases(table, pack, places, _proper(units) | set(table["organiser"]["proper"]))


def _proper(units: Sequence[Unit]) -> frozenset[str]:
    """The names of places and the adjectives made of them, in small letters: "карагандинский"."""
    names = (name for unit in units for name in (unit.names["ru"], unit.short["ru"], *unit.other))
    return frozenset(name.split()[0].casefold() for name in names)


def _laid_over(default: Any, own: Any) -> Any:
    if isinstance(default, Mapping) and isinstance(own, Mapping):
        return {**default, **own}
    return default if own is None else own


@cache
def _defaults() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
