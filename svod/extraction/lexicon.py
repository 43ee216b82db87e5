"""The lexicon: the pack's and the languages' phrases, inflected beforehand, as one table to scan a text with.

The table maps every form, its words folded and joined by one space, to its meaning. A scan looks at each word once and,
where a phrase of several words may begin there, tries the longest first: what an automaton over words does, with whole
words guaranteed and any white space or hyphen between them allowed.

Inflecting takes seconds, so the table is kept on disk under the fingerprint of everything it came from.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import svod.language
from svod.packs import Pack

if TYPE_CHECKING:  # compiling is needed only where nothing is kept: it is imported there
    from svod.extraction.compile import Table

LANGUAGE_DATA = Path(svod.language.__file__).parent


class Entry(NamedTuple):
    """What a form may mean. `number` is s, p or ""; `cases` letters of n g d a i l b, "" where it is not declined."""

    category: str  # "kind", "audience", …, "held.subject", "place"
    code: str  # the pack's code, or the unit's code for a place
    number: str
    cases: str
    phrase: str  # the dictionary form
    language: str


class Meaning(NamedTuple):
    """All that a form may mean. `language` is the only one that has the form, "" where several do."""

    entries: tuple[Entry, ...]
    categories: frozenset[str]
    language: str


class Forms(NamedTuple):
    """What to look for, each with the number of its meaning: single words, and phrases of several."""

    words: Mapping[str, int]
    phrases: Mapping[str, int]


class Lexicon:
    """A compiled table, its meanings made where they are first met.

    `begun` maps the first word of phrases, then the second, to how many words they have, longest first.
    """

    def __init__(self, table: "Table") -> None:
        self._entries = table["entries"]
        self._indexes = table["meanings"]
        self._meanings: list[Meaning | None] = [None] * len(self._indexes)
        self._latin = Forms(table["latin_words"], table["latin_phrases"])
        self._with_latin: Forms | None = None
        self._forms = Forms(table["words"], table["phrases"])
        self.begun: Mapping[str, Mapping[str, tuple[int, ...]]] = table["begun"]

    def forms(self, in_latin: bool) -> Forms:
        """The forms to look for; those of Kazakh in Latin letters only where the text is in Latin letters."""
        if not in_latin:
            return self._forms
        if self._with_latin is None:
            pairs = zip(self._latin, self._forms, strict=True)
            self._with_latin = Forms(*({**latin, **forms} for latin, forms in pairs))
        return self._with_latin

    def meaning(self, number: int) -> Meaning:
        found = self._meanings[number]
        if found is None:
            entries = tuple(Entry(*self._entries[index]) for index in self._indexes[number])
            languages = {entry.language for entry in entries}
            categories = frozenset(entry.category for entry in entries)
            found = Meaning(entries, categories, languages.pop() if len(languages) == 1 else "")
            self._meanings[number] = found
        return found


_KEPT: dict[str, Lexicon] = {}


def lexicon_of(pack: Pack) -> Lexicon:
    """The compiled lexicon of a campaign pack, from the cache where it is there."""
    if pack.fingerprint not in _KEPT:
        _KEPT[pack.fingerprint] = Lexicon(_table(pack))
    return _KEPT[pack.fingerprint]


def _table(pack: Pack) -> "Table":
    path = cache_folder() / f"{pack.code}-{_key(pack)}.lexicon"
    table = _read(path)
    if table is None:
        from svod.extraction.compile import compile_table

        table = compile_table(pack)
        _write(path, table)
    return table


def cache_folder() -> Path:
    """Where compiled lexicons are kept: the user's cache folder. They hold no word of any report."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "svod"


def _key(pack: Pack) -> str:
    """A hash over all that the table comes from: the pack, the languages' data and rules, the compiler, Python."""
    digest = hashlib.sha256(f"{pack.fingerprint} {sys.version_info[:2]}".encode())
    own = (Path(__file__).with_name(name) for name in ("compile.py", "lexicon.py", "words.py"))
    for path in sorted((*LANGUAGE_DATA.rglob("*.toml"), *LANGUAGE_DATA.rglob("*.py"), *own)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def _read(path: Path) -> "Table | None":
    try:
        table: Table = marshal.loads(path.read_bytes())  # noqa: S302 our own file, as private as a .pyc
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return table if isinstance(table, dict) and "begun" in table else None


def _write(path: Path, table: "Table") -> None:
    """Beside its place first, then moved there, so that a second process never reads half a file."""
    half = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{path.name.rpartition('-')[0]}-*.lexicon"):
            old.unlink(missing_ok=True)
        half.write_bytes(marshal.dumps(table))  # type: ignore[arg-type]  # a TypedDict is a dict of such things
        half.replace(path)
    except OSError:
        return  # a home that cannot be written to costs time, nothing else
