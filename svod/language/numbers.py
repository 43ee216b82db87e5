"""Numbers in Russian, Kazakh and English text, as bounds: "свыше трёхсот", "60-тан астам", "around fifty"."""

from dataclasses import dataclass

from svod.language.fold import fold
from svod.language.number_qualifiers import is_alone, qualified_number
from svod.language.number_roles import ROLE_OF_SHAPE, Role, role_of
from svod.language.number_tokens import Token, read_tokens
from svod.language.number_words import NumberWords, Place, number_words
from svod.language.numerals import Numeral, single
from svod.records import Bounds


@dataclass(slots=True, init=False)
class NumberMention:
    """A number at [start, end) of the text, the words that qualify it included.

    The number itself is at [core_start, core_end); what it counts stands behind it, in Kazakh sometimes before `end`
    ("100 адамнан астам"). `role` is "quantity", or why it is none. `qualifier`: "" exact, more, at_least, about,
    at_most, less, range, many ("сотни"), vague ("несколько").
    """

    start: int
    end: int
    bounds: Bounds
    core_start: int
    core_end: int
    role: Role
    qualifier: str

    def __init__(
        self, start: int, end: int, bounds: Bounds, core_start: int, core_end: int, role: Role, qualifier: str
    ) -> None:
        self.start, self.end, self.bounds = start, end, bounds
        self.core_start, self.core_end, self.role, self.qualifier = core_start, core_end, role, qualifier

    @property
    def ordinal(self) -> bool:
        return self.role == "ordinal"


def find_numbers(text: str, folded: str | None = None, places: list[Place] | None = None) -> list[NumberMention]:
    """All numbers of a text, in order, none over another.

    `folded` is `fold(text)` and `places` what `NumberWords.places_in` tells of it, where the caller has them already.
    """
    folded = fold(text) if folded is None else folded
    words = number_words()
    tokens = read_tokens(folded, words, list(words.places_in(folded)) if places is None else places)
    mentions: list[NumberMention] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        last = mentions[-1] if mentions else None
        if token.kind == "digits" and is_alone(folded, tokens, index, words):
            mentions.append(_digits_alone(text, folded, token, words, last))
            index += 1
            continue
        found = qualified_number(text, folded, tokens, index, words)
        if found is None:
            index += 1
            continue
        mentions.append(_mention(text, folded, found.numeral, found.sense, found.start, found.end, words, last))
        index = found.next
    return mentions


def bounds_of(sense: str, least: int, most: int) -> Bounds:
    """What a qualifier makes of a number: "about" 100 is 90 to 110, "more" than 300 is 301 or more."""
    if sense in ("more", "at_least", "vague", "many"):
        return Bounds.at_least(least + 1 if sense == "more" else least)
    if sense == "about" and least == most:
        return Bounds((9 * least + 5) // 10, (11 * most + 5) // 10)
    if sense in ("at_most", "less"):
        most = most - 1 if sense == "less" else most
        return Bounds(min(1, max(most, 0)), max(most, 0))
    return Bounds(least, most)


NOTHING = Bounds(0, 0)
EXACT = tuple([Bounds.exactly(number) for number in range(1000)])  # most numbers are small ones, nothing said of them


def _bounds_of(numeral: Numeral, sense: str) -> Bounds:
    if sense == "" and numeral.least == numeral.most < len(EXACT):
        return EXACT[_whole(numeral.least)]
    least = numeral.least * 2 if sense == "many" else numeral.least
    return bounds_of(sense, _whole(least), _whole(numeral.most))


def _whole(number: float) -> int:
    """The nearest whole number: "2,3 тыс." is 2299.9999999999995 where it is multiplied."""
    whole = int(number)
    return whole if whole == number else round(number)


def _digits_alone(
    text: str, folded: str, token: Token, words: NumberWords, last: NumberMention | None
) -> NumberMention:
    """Digits that no other token goes on with, as most are; a date, a time or a label is no number at all."""
    if token.shape in ROLE_OF_SHAPE:
        role = ROLE_OF_SHAPE[token.shape]
        return NumberMention(token.start, token.end, NOTHING, token.start, token.end, role, "")
    sense = "about" if token.case == "like" else ""
    return _mention(text, folded, single(token, "", 0), sense, token.start, token.end, words, last)


def _mention(
    text: str,
    folded: str,
    numeral: Numeral,
    qualifier: str,
    start: int,
    end: int,
    words: NumberWords,
    last: NumberMention | None,
) -> NumberMention:
    """A numeral at [start, end), the words that qualify it included."""
    sense = qualifier or (numeral.sense if numeral.sense != "ordinal" else "")
    role = role_of(text, folded, numeral, words, qualified=bool(qualifier))
    if role == "quantity" and last is not None and _goes_on_label(folded, numeral, last):
        role = "label"
    bounds = _bounds_of(numeral, sense)
    return NumberMention(start, end, bounds, numeral.start, numeral.end, role, sense)


def _goes_on_label(folded: str, numeral: Numeral, last: NumberMention) -> bool:
    """ "школы № 5, 12 и 14": the number behind a number of a name, in a list that ends there"""
    if last.role != "label" or numeral.shape != "plain":
        return False
    gap = folded[last.end : numeral.start].strip()
    if gap in ("и", "жане", "and"):
        return True
    return gap == "," and folded[numeral.end : numeral.end + 3].lstrip(" ")[:1] in ("", ",", ";", ".", ")", "и")
