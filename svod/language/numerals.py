"""A numeral: tokens that together say one number, "двадцать пять", "2,5 тыс.", "екі жүз он", or two of them, "30–40"."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from svod.language.number_tokens import Token

NUMBER_KINDS = frozenset({"unit", "digits", "scale", "many", "vague"})
DASHES = frozenset("-–—")


class Numeral(NamedTuple):
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


def read_numeral(folded: str, tokens: Sequence[Token], index: int) -> Numeral | None:
    """The numeral that begins with that token, ranges included; None where none does."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "ordinal":
        return _single(token, "ordinal", index + 1)
    if token.kind not in NUMBER_KINDS:
        return None
    if token.shape in ("date", "time", "label"):
        return _single(token, "", index + 1)
    first = _read_one(folded, tokens, index)
    if first.next < len(tokens) and _is_dash(folded[first.end : tokens[first.next].start]):
        return _with_second(folded, tokens, first) or first
    return first


def spanning(first: Numeral, second: Numeral) -> Numeral | None:
    """From the first to the second, None where that is no range. "5-6 тысяч": the scale is said once for both."""
    least, most = first.least, second.most
    if first.scale == 1 and second.scale > 1 and least < most / second.scale:
        least *= second.scale
    if least >= most or {first.sense, second.sense} - {""} or "" in {first.shape, second.shape} - {"word", "plain"}:
        return None
    return second._replace(start=first.start, least=least, most=most, sense="range")


def is_space(gap: str) -> bool:
    """At most one line end between words of one numeral."""
    return gap == " " or (gap.isspace() and len(gap) <= 3 and gap.count("\n") <= 1)


def _single(token: Token, sense: str, following: int) -> Numeral:
    shape = token.shape or "word"
    return Numeral(
        token.start, token.end, token.value, token.value, 1, sense, shape, token.sense, token.case, following
    )


def _is_dash(gap: str) -> bool:
    return gap.strip() in DASHES and len(gap) <= 3 and "\n" not in gap


def _with_second(folded: str, tokens: Sequence[Token], first: Numeral) -> Numeral | None:
    """ "30-40", "двадцать-тридцать", "2-3 тысячи" """
    token = tokens[first.next]
    if token.kind not in NUMBER_KINDS or token.shape in ("date", "time", "label"):
        return None
    return spanning(first, _read_one(folded, tokens, first.next))


def _read_one(folded: str, tokens: Sequence[Token], index: int) -> Numeral:
    """Units and scales that go on from one another: "одна тысяча двести", "2,5 тыс.", "екі жүз он бес"."""
    first = last = tokens[index]
    if first.kind in ("many", "vague"):
        return _read_many(folded, tokens, index)
    sum_of_thousands, rest, scale = 0.0, 0.0, 1.0
    room = math.inf  # what goes on must be smaller: after "двадцать" only units
    while True:
        token = tokens[index]
        if token.kind in ("scale", "many"):
            scale = token.value
            rest = (rest or 1) * scale
            if scale >= 1000:
                sum_of_thousands, rest = sum_of_thousands + rest, 0.0
            room = scale if scale >= 100 else 0
        else:
            rest += token.value
            room = _room_after(token)
        last, index = token, index + 1
        index = _past_and(folded, tokens, index)
        if index >= len(tokens) or not _goes_on(folded, last, tokens[index], room, begun=rest > 0):
            break
    value = sum_of_thousands + rest
    shape = "word" if first.kind != "digits" else "plain" if scale > 1 else first.shape
    suffix = last.sense if last.kind == "digits" else ""
    numeral = Numeral(
        first.start, last.end, value, value, scale, "", shape, suffix, last.case, _index_after(tokens, last, index)
    )
    return _ordinal_at_the_end(folded, tokens, numeral)


def _index_after(tokens: Sequence[Token], last: Token, index: int) -> int:
    return index - 1 if index > 0 and tokens[index - 1] is not last else index


def _past_and(folded: str, tokens: Sequence[Token], index: int) -> int:
    """ "one hundred and twenty": over the "and"."""
    if (
        index + 1 < len(tokens)
        and folded.startswith("and", tokens[index].start)
        and tokens[index - 1].value in (100, 1000)
    ):
        return index + 1 if tokens[index + 1].kind == "unit" and tokens[index + 1].value < 100 else index
    return index


def _room_after(token: Token) -> float:
    if token.kind == "digits" or token.value < 10 or 10 < token.value < 20:
        return 0
    return 10 if token.value < 100 else 100


def _goes_on(folded: str, last: Token, token: Token, room: float, *, begun: bool) -> bool:
    """Whether the token goes on the numeral whose last token this is. `begun`: something is there to be multiplied."""
    gap = folded[last.end : token.start]
    if token.kind == "unit":
        hyphenated = gap == "-" and folded[last.start].isascii() and last.value >= 20  # twenty-five
        return token.value < room and (hyphenated or is_space(gap) or gap.strip() == "and")
    if token.kind in ("scale", "many"):
        glued = gap == "" and last.kind == "digits"
        return (is_space(gap) or glued) and (begun or token.value < room)
    # "41 тысяча 200"
    return token.kind == "digits" and 100 <= token.value < room and is_space(gap) and token.shape == "plain"


def _read_many(folded: str, tokens: Sequence[Token], index: int) -> Numeral:
    """ "сотни", "несколько", "несколько десятков" """
    token = last = tokens[index]
    value, sense = token.value, token.kind
    following = index + 1
    if sense == "vague" and following < len(tokens) and tokens[following].kind in ("scale", "many"):
        scale = tokens[following]
        if is_space(folded[token.end : scale.start]):
            value, last, following = token.value * scale.value, scale, following + 1
    scale_of = value if sense == "many" else 1
    return Numeral(token.start, last.end, value, value, scale_of, sense, "word", "", last.case, following)


def _ordinal_at_the_end(folded: str, tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """ "двадцать первый" """
    if numeral.shape != "word" or numeral.next >= len(tokens):
        return numeral
    token = tokens[numeral.next]
    if token.kind != "ordinal" or not is_space(folded[numeral.end : token.start]) or numeral.least < 20:
        return numeral
    return numeral._replace(end=token.end, sense="ordinal", next=numeral.next + 1)
