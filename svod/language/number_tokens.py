"""The words and digits of a text that belong to numbers, in order: the automaton points, one pattern reads digits."""

import re
from dataclasses import dataclass

from svod.language.number_words import NumberWords

# Tried in this order at a digit. Groups of three may stand one or two spaces apart: "1 500", "1  007".
# Most digits stand before a word: what is tried first has no name and is plain.
DIGITS = re.compile(
    r"""
    [0-9]{1,9} (?=\s?[^\W\d])
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


def read_tokens(folded: str, words: NumberWords) -> list[Token]:
    """All tokens of a folded text, in order, none over another."""
    tokens: list[Token] = []
    _read_between(folded, 0, len(folded), words, tokens)
    return tokens


def _read_between(folded: str, first: int, last: int, words: NumberWords, tokens: list[Token]) -> None:
    """Appends the tokens of folded[first:last]."""
    done = 0
    lexemes = words.lexemes
    part = folded if last - first == len(folded) else folded[first:last]
    for index, start, end in words.automaton.find_matches_as_indexes(part):
        if start < done:  # the later digits of a number
            continue
        lexeme = lexemes[index]
        start, end = start + first, end + first  # places in the whole text
        if lexeme.kind == "digit":
            token = _read_digits(folded, start, words)
        elif start and folded[start - 1].isalpha():
            # A part of a longer word: the "сто" of "место". A phrase may hide a word: "до|стали не менее".
            # Nor is it there to its end: the "ең кемі" of "қатысумен кемінде".
            if " " in folded[start:end]:
                end = _end_of_word(folded, end, last)
                _read_between(folded, folded.index(" ", start) + 1, end, words, tokens)
                done = end - first
            continue
        elif folded[end : end + 1].isalpha():
            # "более чемпионов": the phrase is none, its first word is one.
            if " " in folded[start:end]:
                _read_between(folded, start, folded.rindex(" ", start, end), words, tokens)
            continue
        else:
            token = Token(start, end, lexeme.kind, lexeme.value, lexeme.sense, lexeme.case)
        tokens.append(token)
        done = token.end - first


def _end_of_word(folded: str, end: int, last: int) -> int:
    while end < last and folded[end].isalpha():
        end += 1
    return end


def _read_digits(folded: str, start: int, words: NumberWords) -> Token:
    digits = DIGITS.match(folded, start)
    if digits is None:
        raise AssertionError("the automaton pointed at a digit")
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
