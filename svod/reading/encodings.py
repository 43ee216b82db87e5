"""From bytes to letters, where nothing says which encoding was used: Russian and Kazakh, also in a few words."""

import codecs
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from svod.reading.errors import Unsupported

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16-le", "utf-16-be")
# Where two read the same bytes equally well, the one more often met comes first.
_NARROW = ("cp1251", "utf-8", "kz1048", "ptcp154", "cp866", "koi8-r")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")  # 0x1A ended text files under DOS
_SAMPLE = 4_000  # bytes are plenty to tell an encoding by
_LEAST_PLAUSIBLE = -0.2


def decode(data: bytes) -> str:
    """The text of `data`. Raises Unsupported where no encoding makes it a text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    binary = _CONTROL.search(data) is not None
    if not binary:
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
    encoding = _most_plausible(data[:_SAMPLE], _WIDE if binary else (*_NARROW, *_WIDE))
    return data.decode(encoding, "replace").rstrip("\x1a")


def _most_plausible(sample: bytes, encodings: tuple[str, ...]) -> str:
    scores = {encoding: _plausibility(sample.decode(encoding, "replace")) for encoding in encodings}
    best = max(encodings, key=scores.__getitem__)
    if scores[best] < _LEAST_PLAUSIBLE:
        raise Unsupported
    return best


def _plausibility(text: str) -> float:
    """How much a text looks like Russian or Kazakh, for each of its letters and signs: below 0 it does not."""
    looks = _looks()
    strange = sum(letter not in looks.known for letter in text)
    score = -3.0 * strange
    for left, right in pairwise(text):
        if left.isalpha() and right.isalpha():
            if left.islower() and right.isupper():
                score -= 2
            elif not (left.isascii() or right.isascii()):
                score += 1 if (left + right).lower().replace("ё", "е") in looks.pairs else -1
            elif left.isascii() != right.isascii():
                score -= 1
    return score / max(1, sum(not letter.isspace() for letter in text))


@dataclass(frozen=True, slots=True)
class _Looks:
    known: frozenset[str]
    pairs: frozenset[str]


@cache
def _looks() -> _Looks:
    table = tomllib.loads((Path(__file__).parent / "letters.toml").read_text(encoding="utf-8"))
    ascii_signs = "".join(map(chr, (*range(0x20, 0x7F), *b"\t\r\n\x0b\x0c\x1a")))
    known = table["alphabet"] + table["alphabet"].upper() + table["signs"] + ascii_signs
    pairs = " ".join(table["pairs"].values()).split()
    return _Looks(frozenset(known), frozenset(pairs))
