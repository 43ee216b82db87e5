"""A language's phrases: the narrator's own, with the pack's laid over them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from importlib import import_module
from pathlib import Path
from typing import Any

from svod.narration.facts import Item
from svod.packs import Pack
from svod.packs.pack import Geography

FILES = ("phrases.toml", "lengths.toml", "surveys.toml", "materials.toml")  # no key of a section stands in both
# The forms that stand in a phrase with "|" between them, by language.
FORMS = {
    "ru": ("masc", "femn", "neut", "plur"),
    "kk": ("passive_on", "passive", "active_on", "active"),
    "en": ("sing", "plur", "active"),
}


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of activity is spoken of; nouns in the nominative singular.

    `many` is the noun that is counted, `mass` one for any number ("разъяснительная работа"), `titled` the noun before
    titles, where it is another. `verb` names its verb of holding, `crowd` how its audience is joined to it. An activity
    that is `carried_out` does not take place by itself: a survey is held, it does not happen. `of_materials` is
    the noun that takes the materials themselves ("выставка" рисунков), or only those in `of_codes`; `implies` names the
    materials it goes without saying. What has its `own_people` names no audience: a commission's session is its
    members'. Where nobody `gathers`, there are no participants to whom something could be handed out. `named` names the
    phrase that joins a title to the noun, in a language that has several: "тақырыбында" for a lecture, "атты" for a
    project.
    """

    one: str
    many: str
    titled: str | None = None
    mass: str | None = None
    verb: str = "held"
    crowd: str = "for"
    carried_out: bool = False
    of_materials: str | None = None
    of_codes: Sequence[str] = ()
    implies: Sequence[str] = ()
    own_people: bool = False
    gathers: bool = True
    named: str = "titled"


@dataclass(frozen=True, slots=True)
class Phrases:
    language: str
    table: Mapping[str, Any]
    pack: Pack
    places: Mapping[str, str]  # a unit's code -> its name, that of a town short
    proper: frozenset[str]  # words that keep their capital within a sentence
    style: str = "official"

    def text(self, section: str, key: str) -> str:
        """The phrase of that section. Raises KeyError where there is none."""
        return str(self.table[section][key])

    def texts(self, section: str, key: str) -> Sequence[str]:
        """Phrases that vary one another."""
        found: Sequence[str] = self.table[section][key]
        return found

    def agreeing(self, section: str, key: str, agreement: str) -> str:
        """The form of that phrase, by its name in FORMS; a phrase of one form has it everywhere."""
        return self.form(self.text(section, key), agreement)

    def form(self, phrase: str, name: str) -> str:
        """One of the forms that a phrase has."""
        forms = phrase.split("|")
        return forms[FORMS[self.language].index(name)] if len(forms) > 1 else forms[0]

    def verb(self, name: str, agreement: str) -> str:
        """The form of a verb of holding."""
        return self.agreeing("verbs", name, agreement)

    def kind(self, code: str) -> KindWords:
        own: Mapping[str, Any] = self.table.get("kinds", {}).get(code, {})
        one = own.get("one") or self._name(self.pack.kinds, code)
        return KindWords(**{"one": one, "many": own.get("many", one), **own})

    def noun(self, section: str, code: str) -> str:
        """The noun for an audience, a partner or a material."""
        own = self.table.get(section, {}).get(code)
        if own:
            return str(own)
        name = self._name(getattr(self.pack, section), code)
        return _singular(self.language, name) if section == "audiences" else name  # called "читатели" in a pack

    def own_materials(self, item: Item) -> list[str]:
        """The nouns of the materials that the item's own noun takes: "выставка рисунков"."""
        kind = self.kind(item.kind)
        return [self.noun("materials", code) for code in item.materials if _is_own(kind, code)]

    def further_materials(self, item: Item) -> list[str]:
        """The materials that the noun itself does not tell: a stand needs no "с подготовкой стендов"."""
        kind = self.kind(item.kind)
        return [code for code in item.materials if not _is_own(kind, code) and code not in kind.implies]

    def knows_place(self, name: str) -> bool:
        """Whether it is the name of a unit of the geography, as the report calls it."""
        return name in self.places.values()

    def deeds(self, materials: Sequence[str]) -> list[tuple[Mapping[str, str], list[str]]]:
        """The nouns of the materials by what was done with them: handed out, shown, made."""
        by_deed = [
            (deed, [self.noun("materials", code) for code in materials if code in deed["codes"]])
            for deed in self.table.get("deeds", {}).values()
        ]
        return [(deed, nouns) for deed, nouns in by_deed if nouns]

    def _name(self, terms: Sequence[Any], code: str) -> str:
        return next((str(term.names[self.language]) for term in terms if term.code == code), code)


@lru_cache(maxsize=1_000)
def _singular(language: str, name: str) -> str:
    return str(import_module(f"svod.language.{language}.inflect").singular(name))


def _is_own(kind: KindWords, material: str) -> bool:
    return bool(kind.of_materials) and material in (kind.of_codes or (material,))


def phrases_for(pack: Pack, language: str, style: str = "official") -> Phrases:
    """The narrator's phrases, the pack's over them, and over both those that only texts in the public style have."""
    table = _laid_over(_defaults(language), pack.phrases.get(language, {}))
    table = _laid_over(table, table.get(style, {}))
    units = pack.geography.units
    called: Mapping[str, str] = table.get("places", {})
    places = {unit.code: called.get(unit.kind, "{name}").format(name=unit.names[language]) for unit in units}
    proper = _proper(pack.geography, language) | set(table["organiser"].get("proper", ()))
    return Phrases(language, table, pack, places, proper, style)


@lru_cache(maxsize=12)
def _proper(geography: Geography, language: str) -> frozenset[str]:
    """The names of places and the adjectives made of them, in small letters: "карагандинский"."""
    names = (name for unit in geography.units for name in (unit.names[language], unit.short[language], *unit.other))
    return frozenset(name.split()[0].casefold() for name in names)


def _laid_over(default: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are laid over key by key; anything else is replaced."""
    both = {name for name in own if isinstance(own[name], Mapping) and isinstance(default.get(name), Mapping)}
    return {**default, **own, **{name: _laid_over(default[name], own[name]) for name in both}}


@cache
def _defaults(language: str) -> Mapping[str, Any]:
    files = (Path(__file__).parent / language / name for name in FILES)
    tables = (tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
    return reduce(_laid_over, tables, {})
