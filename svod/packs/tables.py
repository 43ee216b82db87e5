"""Reads a pack's TOML strictly: a wrong value, a missing or an unknown key is an error that says where."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from svod.language import LANGUAGES
from svod.packs.pack import Names


class PackError(Exception):
    """A pack that cannot be used. The message names the file, the key in it, and what is expected there."""

    def __init__(self, file: str, key: str, expected: str) -> None:
        super().__init__(": ".join(part for part in (file, key, expected) if part))
        self.file = file
        self.key = key
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file and where it stands, so that every complaint can name the place."""

    file: str
    content: Mapping[str, Any]
    path: str = ""
    languages: tuple[str, ...] = LANGUAGES  # in which names must be given; in any other the first one's stands

    def error(self, key: str, expected: str) -> PackError:
        return PackError(self.file, f"{self.path}.{key}".strip("."), expected)

    def only(self, *known: str) -> "Table":
        """This table, once it is sure that it has no key beside those."""
        for key in self.content:
            if key not in known:
                raise self.error(key, f"expected one of {', '.join(known)}; this key is not known")
        return self

    def text(self, key: str) -> str:
        value = self.content.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, f"expected a text, found {_found(value)}")
        return value

    def is_so(self, key: str) -> bool:
        """true or false; false where the key is absent."""
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"expected true or false, found {_found(value)}")
        return value

    def whole_number(self, key: str, usual: int) -> int:
        """A number above nought; the usual one where the key is absent."""
        value = self.content.get(key, usual)
        if type(value) is not int or value <= 0:
            raise self.error(key, f"expected a whole number above 0, found {_found(value)}")
        return value

    def texts(self, key: str, *, repeats: bool = False) -> tuple[str, ...]:
        """A list of texts, none empty, none twice unless `repeats`; () where the key is absent."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, f"expected a list of texts, found {_found(value)}")
        if not repeats and len(set(value)) < len(value):
            twice = next(item for item in value if value.count(item) > 1)
            raise self.error(key, f"expected each text once, found {twice!r} twice")
        return tuple(value)

    def table(self, key: str) -> "Table":
        """The table below a key; an absent one is empty."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, f"expected a table, found {_found(value)}")
        return replace(self, content=value, path=f"{self.path}.{key}".strip("."))

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Every key of this table, each of which must hold a table."""
        return ((key, self.table(key)) for key in self.content)

    def list_of_tables(self, key: str) -> list["Table"]:
        """The tables of a list, at least one."""
        value = self.content.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise self.error(key, f"expected a list of tables, found {_found(value)}")
        return [
            replace(self, content=item, path=f"{self.path}.{key}[{at}]".strip(".")) for at, item in enumerate(value)
        ]

    def names(self, key: str) -> Names:
        """A name in each language, nothing else."""
        return self.table(key).only(*LANGUAGES).in_each_language()

    def in_each_language(self) -> Names:
        first = self.languages[0]
        asked = {
            language: language if language in self.languages or language in self.content else first
            for language in LANGUAGES
        }
        return {language: self.text(key) for language, key in asked.items()}


@dataclass(frozen=True, slots=True)
class Files:
    """The TOML files of one folder, read once. Two are equal when their names and bytes are."""

    name: str  # the folder's name, as messages show it
    digest: str  # sha256 over paths and bytes
    content: Mapping[str, bytes] = field(compare=False, repr=False)  # "lexicon/ru.toml" -> bytes
    languages: tuple[str, ...] = LANGUAGES

    @classmethod
    def of(cls, name: str, content: Mapping[str, bytes], languages: tuple[str, ...] = LANGUAGES) -> "Files":
        digest = hashlib.sha256()
        for path, data in content.items():
            digest.update(f"{path}\0{len(data)}\0".encode() + data)
        return cls(name, digest.hexdigest(), content, languages)

    @classmethod
    def below(cls, folder: Path) -> "Files":
        paths = sorted((*folder.glob("*.toml"), *folder.glob("*/*.toml")))
        return cls.of(folder.name, {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})

    def toml(self, path: str) -> dict[str, Any]:
        """The parsed file; an absent one is empty."""
        try:
            return tomllib.loads(self.content.get(path, b"").decode())
        except UnicodeDecodeError as error:
            raise PackError(f"{self.name}/{path}", "", f"expected UTF-8, found another byte at {error.start}") from None
        except tomllib.TOMLDecodeError as error:
            raise PackError(f"{self.name}/{path}", "", f"expected TOML: {error}") from None

    def table(self, path: str) -> Table:
        """The file as a table that knows where it stands."""
        return Table(f"{self.name}/{path}", self.toml(path), languages=self.languages)


def _found(value: object) -> str:
    return "nothing" if value is None else repr(value)
