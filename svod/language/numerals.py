"""A numeral: tokens that together say one number, "двадцать пять", "екі жүз он", or two of them, "30–40"."""

import math
from dataclasses import dataclass, replace

from svod.language.number_tokens import Token
from svod.language.number_words import number_words

SCALE_KINDS = frozenset({"scale", "many"})
NUMBER_KINDS = frozenset({"unit", "digits", "scale", "many", "vague"})
DASHES = frozenset("-–—")
LONGEST_OR = 8  # characters of " немесе "
OUTSIDE = "тыс"  # "сабақтан тыс": a thousand only behind its number


@dataclass(slots=True, init=False)
class Numeral:
    """A number at [start, end), or from `least` to `most`; `next` is the index of the first token behind it.

    `sense`: "" exact, "range", "many" ("сотни": alone, at least two of `scale`), "vague" ("несколько"), "ordinal".
    `shape` and `suffix` tell how its last digits were written; `case` is its Kazakh case.
    """

    start: int
    end: int
    least: float
    most: float
    scale: float
    sense: str
    shape: str
    suffix: str
    case: str
    next: int

    def __init__(
        self,
        start: int,
        end: int,
        least: float,
        most: float,
        scale: float,
        sense: str,
        shape: str,
        suffix: str,
        case: str,
        next: int,  # noqa: A002 its field's name
    ) -> None:
        self.start, self.end, self.least, self.most, self.scale = start, end, least, most, scale
        self.sense, self.shape, self.suffix, self.case, self.next = sense, shape, suffix, case, next


def read_numeral(folded: str, tokens: list[Token], index: int) -> Numeral | None:
    """The numeral that begins with that token, ranges included; None where none does."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "ordinal":
        return single(token, "ordinal", index + 1)
    if token.kind not in NUMBER_KINDS or folded[token.start : token.end] == OUTSIDE:
        return None
    if token.shape in ("date", "time", "label"):
        return single(token, "", index + 1)
    first = _read_one(folded, tokens, index)
    following = tokens[first.next].start if first.next < len(tokens) else 0
    if following and _joins_two(folded, first.end, following) and not _is_numbered(folded, first, following):
        return _with_second(folded, tokens, first) or first
    return first


def spanning(first: Numeral, second: Numeral) -> Numeral | None:
    """From the first to the second, None where that is no range. "5-6 тысяч": the scale is said once for both."""
    least, most = first.least, second.most
    if first.scale == 1 and second.scale > 1 and least < most / second.scale:
        least *= second.scale
    if least >= most or {first.sense, second.sense} - {""} or "" in {first.shape, second.shape} - {"word", "plain"}:
        return None
    return replace(second, start=first.start, least=least, most=most, sense="range")


def is_space(gap: str) -> bool:
    """At most one line end between words of one numeral."""
    return gap == " " or (gap.isspace() and len(gap) <= 3 and gap.count("\n") <= 1)


def single(token: Token, sense: str, following: int) -> Numeral:
    """One token that is a number of its own; `following` is the index of the token behind it."""
    value, shape = token.value, token.shape or "word"
    return Numeral(token.start, token.end, value, value, 1, sense, shape, token.sense, token.case, following)


def _joins_two(folded: str, start: int, end: int) -> bool:
    """ "30-40", "30 – 40", "13 или 14": nothing else stands there."""
    if end - start > LONGEST_OR or "\n" in folded[start:end]:
        return False
    between = folded[start:end].strip()
    return between in DASHES if end - start <= 3 else between in number_words().either


def _is_numbered(folded: str, first: Numeral, following: int) -> bool:
    """ "Школа № 3 - 5 классных часов": what stands behind a number and a dash with spaces; "№ 3-5" are three."""
    return following - first.end > 1 and folded[max(0, first.start - 2) : first.start].rstrip(" ").endswith("№")


def _with_second(folded: str, tokens: list[Token], first: Numeral) -> Numeral | None:
    """ "30-40", "двадцать-тридцать", "2-3 тысячи" """
    token = tokens[first.next]
    if token.kind not in NUMBER_KINDS or token.shape in ("date", "time", "label"):
        return None
    return spanning(first, _read_one(folded, tokens, first.next))


def _read_one(folded: str, tokens: list[Token], index: int) -> Numeral:
    """Units and scales that go on from one another: "одна тысяча двести", "2,5 тыс.", "екі жүз он бес"."""
    first = last = tokens[index]
    if first.kind in ("many", "vague"):
        return _read_many(folded, tokens, index)
    following = index + 1
    if first.kind == "digits" and (following >= len(tokens) or tokens[following].kind not in SCALE_KINDS):
        # Digits go on with a scale alone, "2,5 тыс.": most are a number of their own.
        return single(first, "", following)
    said = _Said()
    said.add(first)
    while following < len(tokens):
        index = _past_and(folded, tokens, following)
        if index >= len(tokens) or not _goes_on(folded, last, tokens[index], said):
            break
        last, following = tokens[index], index + 1
        said.add(last)
    value = said.thousands + said.rest
    shape = "word" if first.kind != "digits" else "plain" if said.scale > 1 else first.shape
    suffix = last.sense if last.kind == "digits" else ""
    numeral = Numeral(first.start, last.end, value, value, said.scale, "", shape, suffix, last.case, following)
    return _ordinal_at_the_end(folded, tokens, numeral)


class _Said:
    """What is said so far of one number: whole thousands, the rest, and how large a next word may be."""

    __slots__ = ("limit", "rest", "room", "scale", "thousands")

    def __init__(self) -> None:
        self.thousands = self.rest = 0.0
        self.scale = 1.0  # the last one said
        self.limit = self.room = math.inf  # of a next scale of thousands; of a next unit: after "двадцать" only 1 to 9

    def add(self, token: Token) -> None:
        if token.kind not in SCALE_KINDS:
            self.rest += token.value
            self.room = _room_after(token)
            return
        self.scale = token.value
        self.rest = (self.rest or 1) * token.value
        self.room = token.value if token.value >= 100 else 0
        if token.value >= 1000:
            self.thousands, self.rest, self.limit = self.thousands + self.rest, 0.0, token.value

    def may_be_multiplied(self, scale: float) -> bool:
        """ "две тысячи", "сто тысяч", "сотня тысяч", "мың жүз"; not "hundred hundred" """
        if self.rest == 0:
            return scale < self.room
        return scale < self.limit and (scale >= 1000 or self.rest < scale)


def _past_and(folded: str, tokens: list[Token], index: int) -> int:
    """The index behind the "and" of "one hundred and twenty"; not of "one hundred and two hundred"."""
    last = tokens[index - 1]
    if not folded.startswith("and", tokens[index].start) or last.value not in (100, 1000):
        return index
    second = tokens[index + 2 : index + 3]
    return index if second and second[0].kind in SCALE_KINDS and second[0].value <= last.value else index + 1


def _room_after(token: Token) -> float:
    if token.kind == "digits" or token.value < 10 or 10 < token.value < 20:
        return 0
    return 10 if token.value < 100 else 100


def _goes_on(folded: str, last: Token, token: Token, said: _Said) -> bool:
    """Whether the token goes on the numeral of the `last` one. In Kazakh a word with a case ending is the last."""
    if last.case and last.kind != "digits":
        return False
    gap = folded[last.end : token.start]
    if token.kind == "unit":
        hyphenated = gap == "-" and folded[last.start].isascii() and last.value >= 20  # twenty-five
        return token.value < said.room and (hyphenated or is_space(gap) or gap.strip() == "and")
    if token.kind in SCALE_KINDS:
        glued = gap == "" and last.kind == "digits"
        return (is_space(gap) or glued) and said.may_be_multiplied(token.value)
    # "41 тысяча 200"
    return token.kind == "digits" and 100 <= token.value < said.room and is_space(gap) and token.shape == "plain"


def _read_many(folded: str, tokens: list[Token], index: int) -> Numeral:
    """ "сотни", "несколько", "несколько десятков" """
    token = last = tokens[index]
    value, sense = token.value, token.kind
    following = index + 1
    if sense == "vague" and following < len(tokens) and tokens[following].kind in SCALE_KINDS:
        scale = tokens[following]
        if is_space(folded[token.end : scale.start]):
            value, last, following = token.value * scale.value, scale, following + 1
    scale_of = value if sense == "many" else 1
    return Numeral(token.start, last.end, value, value, scale_of, sense, "word", "", last.case, following)


def _ordinal_at_the_end(folded: str, tokens: list[Token], numeral: Numeral) -> Numeral:
    """ "двадцать первый" """
    if numeral.shape != "word" or numeral.next >= len(tokens):
        return numeral
    token = tokens[numeral.next]
    if token.kind != "ordinal" or not is_space(folded[numeral.end : token.start]) or numeral.least < 20:
        return numeral
    return replace(numeral, end=token.end, sense="ordinal", next=numeral.next + 1)
