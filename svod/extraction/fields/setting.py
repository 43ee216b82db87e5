"""A pack as the extractor uses it, prepared once in a process."""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.doubts import Usual
from svod.extraction.fields.implied import Implied
from svod.extraction.lexicon.kept import lexicon_of
from svod.extraction.lexicon.table import Lexicon
from svod.language.fold import fold
from svod.packs import Pack, Unit


@dataclass(frozen=True, slots=True)
class Setting:
    """What a pack gives the extractor, prepared once. `kinds`: the codes of those that it counts; `campaign`: the words
    that its own name begins with, folded."""

    pack: Pack
    lexicon: Lexicon
    units: Mapping[str, Unit]
    kinds: frozenset[str]
    implied: Implied
    usual: Usual
    campaign: tuple[tuple[str, ...], ...]


_SETTINGS: dict[str, Setting] = {}


def setting_of(pack: Pack) -> Setting:
    """The pack, prepared; once in a process."""
    if pack.fingerprint not in _SETTINGS:
        units = {unit.code: unit for unit in pack.geography.units}
        names = (name for lexicon in pack.lexicon.values() for name in lexicon.get("campaign", {}).get("name", ()))
        _SETTINGS[pack.fingerprint] = Setting(
            *(pack, lexicon_of(pack), units, frozenset(kind.code for kind in pack.kinds), Implied(pack), Usual(pack)),
            tuple(tuple(fold(name).split()) for name in names),
        )
    return _SETTINGS[pack.fingerprint]
