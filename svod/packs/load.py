"""Loads a campaign pack: one of those that come with the program, by name, or any folder, by path."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from svod.packs.pack import Geography, Pack
from svod.packs.parts import SECTIONS, read_contacts, read_day, read_lexicon, read_terms, read_themes
from svod.packs.tables import LANGUAGES, Files, PackError, Table
from svod.packs.territory import geography_files, read_geography

HERE = Path(__file__).parent
HEAD = "pack.toml"

# What a pack may take over from the one it extends. What the campaign is about is always its own.
INHERITED = ("kinds", "audiences", "partners", "materials")
OWN = ("themes", "indicators", "contacts")
BY_LANGUAGE = ("lexicon", "phrases")
FILES = (
    HEAD,
    *(f"{part}.toml" for part in (*INHERITED, *OWN)),
    *(f"{folder}/{language}.toml" for folder in BY_LANGUAGE for language in LANGUAGES),
)


def available() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    return tuple(sorted(path.parent.name for path in HERE.glob(f"*/{HEAD}")))


def load(name_or_path: str | Path) -> Pack:
    """The pack of that name, or the one in that folder. Raises PackError where it is not one, or is not right.

    The files are read each time, so a changed one is seen; what they say is parsed once.
    """
    own = _pack_files(name_or_path)
    head = _head(own)
    base = _base_files(head) if "extends" in head.content else None
    country = head.text("geography") if base is None or "geography" in head.content else _head(base).text("geography")
    geography = geography_files(country)
    if geography is None:
        raise head.error("geography", f"expected a country that has a folder in packs/geography, found {country!r}")
    return _build(_Layers(own, base, geography))


@dataclass(frozen=True, slots=True)
class _Layers:
    """Everything one pack is made of."""

    own: Files
    base: Files | None
    geography: Files

    @property
    def fingerprint(self) -> str:
        digests = (self.own.digest, self.base.digest if self.base else "", self.geography.digest)
        return hashlib.sha256("\n".join(digests).encode()).hexdigest()

    def merged(self, path: str) -> Table:
        """A file of the pack laid over the same file of the pack it extends."""
        content = self.own.toml(path)
        if self.base is not None:
            content = _lay_over(self.base.toml(path), content, joining=path.startswith("lexicon/"))
        return Table(f"{self.own.name}/{path}", content)

    def has(self, path: str) -> bool:
        return path in self.own.content or (self.base is not None and path in self.base.content)


def _pack_files(name_or_path: str | Path) -> Files:
    folder = HERE / name_or_path if name_or_path in available() else Path(name_or_path)
    if not (folder / HEAD).is_file():
        expected = f"expected a folder with a {HEAD}, or one of: {', '.join(available())}"
        raise PackError(str(name_or_path), "", expected)
    files = Files.below(folder.resolve())
    for path in files.content:
        if path not in FILES:
            raise PackError(f"{files.name}/{path}", "", f"expected one of {', '.join(FILES)}; this file is not known")
    return files


def _head(files: Files) -> Table:
    return Table(f"{files.name}/{HEAD}", files.toml(HEAD)).only(
        "extends", "keep", "names", "short", "first_day", "last_day", "geography", "expected", "aims"
    )


def _base_files(head: Table) -> Files:
    name = head.text("extends")
    if name not in available():
        raise head.error("extends", f"expected one of {', '.join(available())}, found {name!r}")
    base = _pack_files(name)
    if "extends" in _head(base).content:
        raise head.error("extends", f"expected a pack that extends none, found {name!r}")
    return base


@lru_cache(maxsize=8)
def _build(layers: _Layers) -> Pack:
    head = _head(layers.own)
    geography = read_geography(layers.geography)
    parts = {part: _part(layers, head, part) for part in INHERITED}
    codes = {part: frozenset(table.content) for part, table in parts.items()}
    return Pack(
        code=layers.own.name,
        names=head.names("names"),
        short=head.names("short"),
        first_day=read_day(head, "first_day"),
        last_day=read_day(head, "last_day"),
        aims=tuple(aim.only(*LANGUAGES).in_each_language() for aim in head.list_of_tables("aims")),
        themes=read_themes(_own(layers, "themes")),
        kinds=read_terms(parts["kinds"]),
        audiences=read_terms(parts["audiences"]),
        partners=read_terms(parts["partners"]),
        materials=read_terms(parts["materials"]),
        indicators=read_terms(_own(layers, "indicators")),
        contacts=read_contacts(_own(layers, "contacts")),
        geography=geography,
        expected=_expected(head, geography),
        lexicon={
            language: read_lexicon(_lexicon(layers, language, codes), codes)
            for language in LANGUAGES
            if layers.has(f"lexicon/{language}.toml")
        },
        phrases={
            language: layers.merged(f"phrases/{language}.toml").content
            for language in LANGUAGES
            if layers.has(f"phrases/{language}.toml")
        },
        fingerprint=layers.fingerprint,
    )


def _own(layers: _Layers, part: str) -> Table:
    path = f"{part}.toml"
    return Table(f"{layers.own.name}/{path}", layers.own.toml(path))


def _part(layers: _Layers, head: Table, part: str) -> Table:
    """The terms of a part: the pack's own, and those it keeps of the pack it extends (all, unless it says which)."""
    table = layers.merged(f"{part}.toml")
    keep = head.table("keep").only(*INHERITED)
    if part not in keep.content:
        return table
    kept = keep.texts(part)
    for code in kept:
        if code not in table.content:
            raise keep.error(part, f"expected codes that the extended pack has, found {code!r}")
    own = layers.own.toml(f"{part}.toml")
    return Table(table.file, {code: row for code, row in table.content.items() if code in kept or code in own})


def _lexicon(layers: _Layers, language: str, codes: dict[str, frozenset[str]]) -> Table:
    """The language's lexicon, without the inherited words of codes that the pack does not keep."""
    path = f"lexicon/{language}.toml"
    own, merged = layers.own.toml(path), layers.merged(path)
    content = {
        section: {
            code: phrases
            for code, phrases in rows.items()
            if section not in SECTIONS or code in codes[SECTIONS[section]] or code in own.get(section, {})
        }
        for section, rows in merged.content.items()
    }
    return Table(merged.file, content)


def _expected(head: Table, geography: Geography) -> tuple[str, ...]:
    """The regions that are to report, in the geography's order: every one, unless the pack names them."""
    every = tuple(unit.code for unit in geography.regions)
    named = head.texts("expected")
    for code in named:
        if code not in every:
            raise head.error("expected", f"expected codes of top-level units, found {code!r}")
    return tuple(code for code in every if code in named) if named else every


def _lay_over(base: Any, own: Any, *, joining: bool) -> Any:
    """`own` over `base`: tables key by key; lists joined, the own first, where `joining`; anything else replaced."""
    if isinstance(base, dict) and isinstance(own, dict):
        both = {key: _lay_over(base[key], own[key], joining=joining) for key in base.keys() & own.keys()}
        return {**base, **own, **both}
    if joining and isinstance(base, list) and isinstance(own, list):
        return [*own, *(item for item in base if item not in own)]
    return own
