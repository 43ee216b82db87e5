"""The one normal form of a text. It is made before positions are counted, and never again."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width marks, marks of direction, other control characters, halves of surrogate pairs.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SYMBOLS = re.compile("[\uf000-\uf0ff]")  # bullets and ticks of the symbol fonts, which have no letters of their own
_AROUND_LINE_END = re.compile(" ?\n ?")


def normalise(text: str) -> str:
    """Composed letters (NFC), single plain spaces, "\\n" for line ends, no invisible marks, nothing at the ends."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SYMBOLS.sub("•", _INVISIBLE.sub("", text))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return _AROUND_LINE_END.sub("\n", text).strip()
