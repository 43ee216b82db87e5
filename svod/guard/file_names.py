"""Names of files: "Иванова объяснительная.docx" names a person as a text does, without sentences and capitals."""

import re
from collections.abc import Iterable

from svod.guard.find import find
from svod.guard.mask import mask
from svod.guard.names import STRONG, known
from svod.guard.records import Find
from svod.packs import Pack
from svod.records import Release

FOLDER_ENDS = re.compile(r"[/\\›]")  # an archive's path has them as well
WORD = re.compile(r"[^\W\d_]+")


def masked_name(path: str, pack: Pack, released: Iterable[Release] = (), language: str = "ru") -> str:
    """The path as it may be told: the kind of file and the folders stay."""
    return mask(path, find_in_name(path, pack), released, language).text


def find_in_name(path: str, pack: Pack) -> tuple[Find, ...]:
    """What must not leave the circle, at its places in the path."""
    lines = FOLDER_ENDS.sub("\n", path).replace("_", " ")  # as long as before, so that every place stays
    return find(WORD.sub(_as_in_a_text, lines), "", pack)


def _as_in_a_text(word: re.Match[str]) -> str:
    """ "иванова", "ИВАНОВА": a surname or a first name that is no everyday word gets its capital."""
    capital = word[0].capitalize()
    if capital == word[0] or len(capital) != len(word[0]):
        return word[0]
    found = known(capital)
    return capital if STRONG in (found.first, found.surname) and not found.common else word[0]
