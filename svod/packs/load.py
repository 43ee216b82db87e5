"""Loads a campaign pack: one of those that come with the program or lie in the folder of one's own, by name, or any
folder, by path."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from svod.language import LANGUAGES
from svod.packs.found import HEAD, available, bundled, folder_of
from svod.packs.inherit import Codes, lay_lexicon, lay_phrases, lay_terms, words_not_kept
from svod.packs.kinds import Kinds, alike, read_kinds, traits_of
from svod.packs.pack import MOST_PEOPLE, Geography, Lexicon, Pack
from svod.packs.parts import (
    read_contacts,
    read_day,
    read_glossary,
    read_lexicon,
    read_pages,
    read_partners,
    read_terms,
    read_themes,
)
from svod.packs.surveys import read_surveys
from svod.packs.tables import Files, PackError, Table
from svod.packs.territory import GEOGRAPHY, IN_PACK, REGIONS, countries, geography_files, read_geography

COUNTRY = re.compile("[a-z]{2}")
TOLD = (
    "message",
    "about",
    "run_by",
    "neutral",
    "hashtag",
)  # what a text for the public says of the campaign; may be left out
HEAD_KEYS = (
    *("extends", "keep", "names", "short", "first_day", "last_day", "geography", "expected", "aims", "sector"),
    *("most_people", "languages", "for_survivors"),
    *TOLD,
)

# A pack may take these over from the one it extends, and the lexicon and phrases. What it is about is its own.
INHERITED = ("kinds", "audiences", "partners", "materials")
OWN = ("themes", "indicators", "contacts", "pages", "surveys")
GLOSSARY = "glossary.toml"
FILES = (
    HEAD,
    *(f"{part}.toml" for part in (*INHERITED, *OWN)),
    GLOSSARY,
    *(f"{folder}/{language}.toml" for folder in ("lexicon", "phrases") for language in LANGUAGES),
    *(f"{IN_PACK}{name}" for name in GEOGRAPHY),
)


def load(name_or_path: str | Path) -> Pack:
    """The pack of that name, or the one in that folder. Raises PackError where there is none, or it is not right.

    The files are read each time, so a changed one is seen; what they say is parsed once.
    """
    own = _pack_files(name_or_path)
    base = _base_files(own)
    country = _country(own, base)
    return _build(_Layers(own, base, country, _known_besides(own, base)))


@dataclass(frozen=True, slots=True)
class _Layers:
    """Everything that one pack is made of. Where it extends none, `base` is empty. `known`: the packs whose words name
    what it may not count."""

    own: Files
    base: Files
    country: Files
    known: tuple[Files, ...]

    @property
    def fingerprint(self) -> str:
        known = (files.digest for files in self.known if files != self.base)
        digests = (self.own.digest, self.base.digest, self.country.digest, *known)
        return hashlib.sha256("\n".join(digests).encode()).hexdigest()

    def languages(self, folder: str) -> dict[str, str]:
        """Language -> path, for those in which the pack or the one it extends has that file."""
        paths = {language: f"{folder}/{language}.toml" for language in LANGUAGES}
        return {key: path for key, path in paths.items() if path in self.own.content or path in self.base.content}


def _pack_files(name_or_path: str | Path) -> Files:
    folder = folder_of(name_or_path)
    if not (folder / HEAD).is_file():
        expected = f"expected a folder with a {HEAD}, or one of: {', '.join(available())}"
        raise PackError(str(name_or_path), "", expected)
    files = Files.below(folder.resolve())
    for path in files.content:
        if path not in FILES:
            raise PackError(f"{files.name}/{path}", "", f"expected one of {', '.join(FILES)}; this file is not known")
    return replace(files, languages=_languages(files.table(HEAD)))


def _languages(head: Table) -> tuple[str, ...]:
    """In which the pack gives names: all of them, unless it says otherwise."""
    if "languages" not in head.content:
        return LANGUAGES
    named = head.texts("languages")
    if not named or not set(named) <= set(LANGUAGES):
        raise head.error("languages", f"expected some of {', '.join(LANGUAGES)}, found {list(named)!r}")
    return named


def _base_files(own: Files) -> Files:
    head = own.table(HEAD)
    if "extends" not in head.content:
        return Files("", "", {})
    name = head.text("extends")
    if name not in bundled():
        raise head.error("extends", f"expected one of {', '.join(bundled())}, found {name!r}")
    base = _pack_files(name)
    if "extends" in base.table(HEAD).content:
        raise head.error("extends", f"expected a pack that itself extends none, found {name!r}")
    return base


def _known_besides(own: Files, base: Files) -> tuple[Files, ...]:
    """The pack that it extends; else the bundled ones that extend none: they have words for what any campaign holds."""
    if base.content:
        return (base,)
    others = (_pack_files(name) for name in bundled() if name != own.name)
    return tuple(files for files in others if "extends" not in files.table(HEAD).content)


def _country(own: Files, base: Files) -> Files:
    head = own.table(HEAD)
    named = head if "geography" in head.content or not base.content else base.table(HEAD)
    country = named.text("geography")
    files = geography_files(country, own) if COUNTRY.fullmatch(country) else None
    if files is None:
        expected = f"expected a country's two letters: one of {', '.join(countries())}, or that of {IN_PACK}{REGIONS}"
        raise head.error("geography", expected)
    return files


@lru_cache(maxsize=8)
def _build(layers: _Layers) -> Pack:
    own, base = layers.own, layers.base
    head = own.table(HEAD).only(*HEAD_KEYS)
    keep = head.table("keep").only(*INHERITED)
    terms = {part: lay_terms(own.table(f"{part}.toml"), base.table(f"{part}.toml"), keep, part) for part in INHERITED}
    geography = read_geography(layers.country)
    codes = {part: frozenset(table.content) for part, table in terms.items()}
    lexicons = _lexicons(layers, codes)
    known = _known_kinds(layers)
    extended = known if base.content else {}
    kinds = read_kinds(terms["kinds"], known, extended)
    return Pack(
        code=own.name,
        names=head.names("names"),
        short=head.names("short"),
        first_day=read_day(head, "first_day"),
        last_day=read_day(head, "last_day"),
        aims=tuple(aim.only(*LANGUAGES).in_each_language() for aim in head.list_of_tables("aims")),
        themes=read_themes(own.table("themes.toml")),
        kinds=kinds,
        audiences=read_terms(terms["audiences"]),
        partners=read_partners(terms["partners"], base.table("partners.toml")),
        materials=read_terms(terms["materials"]),
        indicators=read_terms(own.table("indicators.toml")),
        contacts=read_contacts(own.table("contacts.toml")),
        pages=read_pages(own.table("pages.toml")),
        surveys=read_surveys(own.table("surveys.toml")),
        geography=geography,
        expected=_expected(head, geography),
        lexicon=lexicons,
        not_kept={language: _not_kept(layers, lexicons, language, codes["kinds"]) for language in LANGUAGES},
        phrases={
            language: lay_phrases(own.toml(path), base.toml(path))
            for language, path in layers.languages("phrases").items()
        },
        **{key: head.names(key) for key in TOLD if key in head.content},
        glossary=read_glossary(own.table(GLOSSARY), base.table(GLOSSARY)),
        traits=traits_of(kinds, known),
        alike=alike(kinds, extended.values()),
        sector=head.text("sector") if "sector" in head.content else "",
        for_survivors=head.is_so("for_survivors"),
        most_people=head.whole_number("most_people", MOST_PEOPLE),
        fingerprint=layers.fingerprint,
    )


def _lexicons(layers: _Layers, codes: Codes) -> Mapping[str, Lexicon]:
    return {
        language: read_lexicon(lay_lexicon(layers.own.table(path), layers.base.table(path), codes), codes)
        for language, path in layers.languages("lexicon").items()
    }


def _not_kept(layers: _Layers, lexicons: Mapping[str, Lexicon], language: str, kinds: frozenset[str]) -> Lexicon:
    """The words of kinds that the pack does not count; only in a language in which it has words itself."""
    kept, path = lexicons.get(language), f"lexicon/{language}.toml"
    found: Lexicon = {}
    for known in layers.known if kept is not None else ():
        found = {**found, **words_not_kept(kept or {}, known.table(path), kinds, takes_over=known == layers.base)}
    return found


def _known_kinds(layers: _Layers) -> Kinds:
    """The kinds of the packs whose words are known besides."""
    return {kind.code: kind for files in layers.known for kind in read_kinds(files.table("kinds.toml"))}


def _expected(head: Table, geography: Geography) -> tuple[str, ...]:
    """The regions that are to report, in the geography's order: every one, unless the pack names them."""
    every = tuple(unit.code for unit in geography.regions)
    named = head.texts("expected")
    for code in named:
        if code not in every:
            raise head.error("expected", f"expected codes of top-level units, found {code!r}")
    return tuple(code for code in every if code in named) if named else every
