"""The lexicon: the pack's and the languages' phrases, inflected beforehand, as one table to scan a text with.

The table maps every form, its words folded and joined by one space, to its entries. A scan looks at each word once and, where
a phrase of several words may begin there, tries the longest first: what an automaton over words does, with whole words
guaranteed and any white space or hyphen between them allowed.

Inflecting takes seconds, so the result is kept on disk under the fingerprint of everything it came from.
"""

import hashlib
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import svod.language
from svod.extraction.words import WORD
from svod.language.fold import fold
from svod.packs import Geography, Pack

LANGUAGES = ("ru", "kk", "en")
LANGUAGE_DATA = Path(svod.language.__file__).parent
NOUNS = frozenset({"kind", "kind_online", "audience", "partner", "material"})
PACK_SECTIONS = NOUNS | {"kind_verb", "kind_verb_weak", "kind_verb_object"}
# The categories whose phrases are declined; the others hold full forms.
DECLINED = (
    NOUNS
    | {"organiser.head"}
    | {f"measure.{code}" for code in ("activities", "participants", "materials", "organisations")}
)
# Cases that matter to the extractor, one letter each, so that an entry's cases are a short string.
CASES = {
    **{"nomn": "n", "gent": "g", "datv": "d", "accs": "a", "ablt": "i", "loct": "l", "": "n"},  # Russian
    **{"nom": "n", "gen": "g", "dat": "d", "acc": "a", "ins": "i", "loc": "l", "abl": "b"},  # Kazakh
}


class Entry(NamedTuple):
    """What a form may mean. `number` is s, p or ""; `cases` letters of n g d a i l, "" where it is not declined."""

    category: str  # "kind", "audience", …, "held.subject", "place"
    code: str  # the pack's code, or the unit's code for a place
    number: str
    cases: str
    phrase: str  # the dictionary form
    language: str


class Meaning(NamedTuple):
    """All that a form may mean."""

    entries: tuple[Entry, ...]
    categories: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`forms` maps a folded form to what it may mean; `lengths` the first word to the lengths of phrases, longest first."""

    forms: Mapping[str, Meaning]
    lengths: Mapping[str, tuple[int, ...]]


def lexicon_of(pack: Pack) -> Lexicon:
    """The compiled lexicon of a campaign pack, from the cache where it is there."""
    return _lexicon(pack.fingerprint, pack)


_KEPT: dict[str, Lexicon] = {}


def _lexicon(fingerprint: str, pack: Pack) -> Lexicon:
    if fingerprint not in _KEPT:
        path = cache_folder() / f"lexicon-{_key(fingerprint)}.json"
        rows = _read(path)
        if rows is None:
            rows = compile_rows(pack)
            _write(path, rows)
        _KEPT[fingerprint] = _from_rows(rows)
    return _KEPT[fingerprint]


def cache_folder() -> Path:
    """Where compiled lexicons are kept: the user's cache folder. They hold no word of any report."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "svod"


def _key(fingerprint: str) -> str:
    """A hash over the pack, the languages' data and rules, and this module's own rules."""
    digest = hashlib.sha256(fingerprint.encode())
    for path in sorted((*LANGUAGE_DATA.rglob("*.toml"), *LANGUAGE_DATA.rglob("*.py"), Path(__file__))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


Rows = dict[
    str, Any
]  # {"entries": [[category, code, number, cases, phrase, language], …], "forms": {form: [index, …]}}


def _read(path: Path) -> Rows | None:
    try:
        rows = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return rows if isinstance(rows, dict) else None


def _write(path: Path, rows: Rows) -> None:
    """Beside its place first, then moved there, so that a second process never reads half a file."""
    half = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        half.replace(path)
    except OSError:
        return  # a home that cannot be written to costs time, nothing else


def compile_rows(pack: Pack) -> Rows:
    """Inflect every phrase. A form that means the same in several cases is one entry with all its cases."""
    merged: dict[str, dict[tuple[str, str, str, str, str], str]] = {}
    for form, category, code, number, case, phrase, language in _inflected(pack):
        meanings = merged.setdefault(form, {})
        meaning = (category, code, number, phrase, language)
        cases = meanings.get(meaning, "")
        meanings[meaning] = cases if case in cases else cases + case
    entries: dict[Entry, int] = {}
    forms = {
        form: [
            entries.setdefault(Entry(*meaning[:3], cases, *meaning[3:]), len(entries))
            for meaning, cases in meanings.items()
        ]
        for form, meanings in merged.items()
    }
    return {"entries": list(entries), "forms": forms}


def _from_rows(rows: Rows) -> Lexicon:
    entries = [Entry(*entry) for entry in rows["entries"]]
    forms = {form: _meaning(tuple(entries[index] for index in indexes)) for form, indexes in rows["forms"].items()}
    lengths: dict[str, set[int]] = {}
    for form in forms:
        words = form.split(" ")
        lengths.setdefault(words[0], set()).add(len(words))
    return Lexicon(forms, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})


def _meaning(entries: tuple[Entry, ...]) -> Meaning:
    return Meaning(entries, frozenset(entry.category for entry in entries))


Inflected = tuple[str, str, str, str, str, str, str]  # form, category, code, number, case, phrase, language


def _inflected(pack: Pack) -> Iterator[Inflected]:
    for language in LANGUAGES:
        sections = {**events(language), **pack.lexicon.get(language, {})}
        for category, codes in _flat(sections):
            for code, phrases in codes.items():
                for phrase in phrases:
                    yield from _forms_of(phrase, category, code, language)
    yield from _places(pack.geography)


@cache
def events(language: str) -> dict[str, Any]:
    """How the language says that something was held, planned, called off: `events.toml` of its folder."""
    path = LANGUAGE_DATA / language / "events.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _flat(sections: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Iterable[str]]]]:
    """(category, {code: phrases}). A section of the pack is a category; of the language's events each key is one."""
    for section, codes in sections.items():
        if section in PACK_SECTIONS:
            yield section, codes
        else:
            for code, phrases in codes.items():
                yield f"{section}.{code}", {"": phrases}


def _forms_of(phrase: str, category: str, code: str, language: str) -> Iterator[Inflected]:
    if category not in DECLINED:
        yield normal(phrase), category, code, "", "", phrase, language
        return
    for form in inflector(language)(phrase):
        for text in {normal(form.text), normal(form.text.replace("-", " "))}:
            yield text, category, code, form.number[:1], CASES.get(form.case, ""), phrase, language


def _places(geography: Geography) -> Iterator[Inflected]:
    for unit in geography.units:
        for language, name in unit.names.items():
            yield from _place_forms(name, unit.code, language)
        for language, name in unit.short.items():
            yield from _place_forms(name, unit.code, language)
        for name in unit.other:
            yield from _place_forms(name, unit.code, "kk" if re.search("[әғқңөұүһі]", name.lower()) else "ru")


def _place_forms(name: str, code: str, language: str) -> Iterator[Inflected]:
    yield normal(name), "place", code, "s", "n", name, language
    if language == "ru" and name[:1].islower():
        yield from _adjective_forms(name, code)
        return
    for form in inflector(language)(name):
        if form.number != "plur":
            yield normal(form.text), "place", code, "s", CASES.get(form.case, ""), name, language


def _adjective_forms(adjective: str, code: str) -> Iterator[Inflected]:
    """ "костанайский" in every gender and number, as it agrees with a noun of each."""
    stem = adjective[:-2]
    for noun, ending in (("район", "ий"), ("школа", "ая"), ("управление", "ое"), ("школы", "ие")):
        for form in inflector("ru")(f"{stem}{ending} {noun}"):
            yield (
                normal(form.text.rsplit(" ", 1)[0]),
                "place",
                code,
                form.number[:1],
                CASES.get(form.case, ""),
                adjective,
                "ru",
            )


def normal(phrase: str) -> str:
    """The phrase as the table's key: folded words joined by one space."""
    return " ".join(WORD.findall(fold(phrase)))


def inflector(language: str) -> Any:
    """The language's `forms(phrase)`; imported here because inflecting is needed only where nothing is cached."""
    return import_module(f"svod.language.{language}.inflect").forms
