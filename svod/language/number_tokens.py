"""The words and digits of a text that belong to numbers, in order; one pattern reads digits."""

import re
from dataclasses import dataclass

from svod.language.number_words import NumberWords, Place

# Tried in this order at a digit. Groups of three may stand one or two spaces apart: "1 500", "1  007".
# Most digits stand before a word or its ending: what is tried first has no name and is plain.
DIGITS = re.compile(
    r"""
    [0-9]{1,9}+ (?=[\s-]?[^\W\d])
  | (?P<date>   (?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9] (?![0-9])
              | (?:[0-3]?[0-9]\s?[-–—]\s?)? [0-3]?[0-9]\.[01][0-9] (?:\.(?:20)?[0-9]{2})? (?![0-9]|\s?(?:тыс|мын|млн)) )
  | (?P<time>   [0-2]?[0-9]:[0-5][0-9] | [0-2]?[0-9][.-]00 (?![0-9]) )
  | (?P<label>  [78]\s?\(?[0-9]{3,5}\)?[ -]{1,2}[0-9]{1,3}[ -][0-9]{2}[ -]?[0-9]{2}
              | [0-9]+ (?:[-/.][0-9]+){2,} | [0-9]+/[0-9]+ | [0-9]{10,} )
  | (?P<grouped> [0-9]{1,3} (?:[ ]{1,2}[0-9]{3}){1,3} (?![0-9]) )
  | (?P<thousands> [0-9]{1,3} (?:[.,][0-9]{3}){1,3} (?![0-9]|\s?(?:тыс|мын|млн|млрд)) )
  | (?P<decimal> [0-9]{1,9}[.,][0-9]{1,3} (?![0-9]) )
  | (?P<plain>  [0-9]{1,9} )
    """,
    re.VERBOSE,
)
ASCII_DIGITS = frozenset("0123456789")
LONGEST = 9  # digits of a number that is no label
CLOSING, ENDING = frozenset({")", "]", "»", ";", "|", "%"}), frozenset({".", ","})  # behind digits
SEPARATORS = str.maketrans("", "", " .,")


# Not frozen, and its __init__ written out, here and beside: things of a moment are many, and what mypyc compiles makes
# them seven times as fast as an __init__ by `dataclass` does.
@dataclass(slots=True, init=False)
class Token:
    """A word or digits of a number, at [start, end). `kind`, `value`, `sense`, `case` are those of a `Lexeme`.

    Digits have kind "digits", their `shape` (a group of `DIGITS`) and in `sense` what their ending says ("ordinal").
    """

    start: int
    end: int
    kind: str
    value: float
    sense: str
    case: str
    shape: str

    def __init__(self, start: int, end: int, kind: str, value: float, sense: str, case: str, shape: str = "") -> None:
        self.start, self.end, self.kind, self.value = start, end, kind, value
        self.sense, self.case, self.shape = sense, case, shape


def read_tokens(folded: str, words: NumberWords, places: list[Place]) -> list[Token]:
    """All tokens of a folded text, in order, none over another. `places`: those where one may begin, in order."""
    tokens: list[Token] = []
    done = 0
    for start, piece in places:
        if start < done:
            continue
        token = _token_at(folded, start, piece, words)
        while token is not None:
            tokens.append(token)
            done = token.end
            # A telephone number may end amid digits: those behind it are read as well.
            goes_on = token.kind == "digits" and folded[done : done + 1] in ASCII_DIGITS
            token = _read_digits(folded, done, words) if goes_on else None
    return tokens


def _token_at(folded: str, start: int, piece: str, words: NumberWords) -> Token | None:
    """The longest phrase there. One that ends amid a word is none: of "более чемпионов" its first word remains."""
    if piece[0] in ASCII_DIGITS:
        end = start + len(piece)
        if len(piece) <= LONGEST and _stand_alone(folded, end):
            return Token(start, end, "digits", float(piece), "", "", "plain")
        return _read_digits(folded, start, words)
    if piece in words.signs and folded[start - 1 : start].isalpha():
        return None
    for phrase in words.begun[piece]:
        end = start + len(phrase)
        if phrase == piece or folded.startswith(phrase, start):
            if not folded[end : end + 1].isalpha():
                lexeme = words.lexemes[phrase]
                return Token(start, end, lexeme.kind, lexeme.value, lexeme.sense, lexeme.case)
            if " " not in phrase:
                return None
    return None


def _stand_alone(folded: str, end: int) -> bool:
    """Whether nothing goes on with the digits that end there, as with most: "45 человек", "в 2025.", "(14)"."""
    after, beyond = folded[end : end + 1], folded[end + 1 : end + 2]
    if after == " ":
        return beyond.isalpha() or beyond in CLOSING
    return after in CLOSING or (after in ENDING and not beyond.isdigit())


def _read_digits(folded: str, start: int, words: NumberWords) -> Token:
    digits = DIGITS.match(folded, start)
    if digits is None:
        raise AssertionError("a digit stands there")
    shape, end = digits.lastgroup or "plain", digits.end()
    if shape in ("date", "time", "label"):
        return Token(start, end, "digits", 0.0, "", "", shape)
    value = _value(digits[0], shape)
    suffix = words.suffix.match(folded, end) if folded[end : end + 1] not in " ,." else None
    if suffix is None:
        return Token(start, end, "digits", value, "", "", shape)
    meaning = words.suffixes[suffix[1]]
    case = meaning if meaning in ("ablative", "dative", "like") else ""
    return Token(start, suffix.end(), "digits", value, meaning, case, shape)


def _value(digits: str, shape: str) -> float:
    """ "1 500" 1500, "1.500" 1500, "2,7" 2.7"""
    if shape == "plain":
        return float(digits)
    return float(digits.replace(",", ".") if shape == "decimal" else digits.translate(SEPARATORS))
