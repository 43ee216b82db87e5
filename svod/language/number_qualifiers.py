"""What the words around a numeral make of it: "свыше", "от … до", "-дан астам", "человек двадцать"."""

from dataclasses import dataclass, replace

from svod.language.number_tokens import Token
from svod.language.number_words import NumberWords
from svod.language.numerals import DASHES, SCALE_KINDS, Numeral, is_space, read_numeral, spanning

FARTHEST_AFTER = 40  # characters: "1000 жас отбасыдан астам"


@dataclass(slots=True, init=False)
class Qualified:
    """A numeral with what its surroundings make of it. `next` is the index of the first token behind it all."""

    numeral: Numeral
    sense: str
    start: int
    end: int
    next: int

    def __init__(self, numeral: Numeral, sense: str, start: int, end: int, following: int) -> None:
        self.numeral, self.sense, self.start, self.end, self.next = numeral, sense, start, end, following


def qualified_number(text: str, folded: str, tokens: list[Token], index: int, words: NumberWords) -> Qualified | None:
    """The number that begins with that token, qualifier included; None where none does. Digits alone are none of it."""
    token = tokens[index]
    if token.kind == "before":
        return _behind_qualifier(folded, tokens, index, words)
    numeral = read_numeral(folded, tokens, index)
    if numeral is None or _is_doubtful(text, folded, numeral, words):
        return None
    return _with_second_case(folded, tokens, numeral, words) or _with_after(folded, tokens, numeral, words)


def is_alone(folded: str, tokens: list[Token], index: int, words: NumberWords) -> bool:
    """Whether the digits there go on with no other token: most do not, and need no closer look."""
    if index + 1 == len(tokens):
        return True
    token, following = tokens[index], tokens[index + 1]
    if following.start - token.end > FARTHEST_AFTER:
        return True
    if following.kind != "digits":
        return False
    gap = folded[token.end : following.start].strip()
    return bool(gap) and gap not in DASHES and gap not in words.joining and gap not in words.either


def _behind_qualifier(folded: str, tokens: list[Token], index: int, words: NumberWords) -> Qualified | None:
    """ "не менее чем в 20 школах", "от 30 до 40", "человек двадцать" """
    token = tokens[index]
    numeral = read_numeral(folded, tokens, index + 1)
    if numeral is None or numeral.sense == "ordinal":
        return None
    gap = folded[token.end : numeral.start]
    if token.sense == "from":
        return _from_to(folded, tokens, token, numeral) if is_space(gap) else None
    if token.sense == "inverted":
        is_about = is_space(gap) and "\n" not in gap and _may_invert(folded, tokens, index, words)
        return Qualified(numeral, "about", token.start, numeral.end, numeral.next) if is_about else None
    if token.sense == "to" or not _may_stand_between(gap, token.sense, words):
        return None
    after = _with_after(folded, tokens, numeral, words)
    after.sense = "range" if numeral.sense == "range" and token.sense == "about" else token.sense
    after.start = token.start
    return after


def _may_stand_between(gap: str, sense: str, words: NumberWords) -> bool:
    """ "более чем в" 20, "свыше" 300, "~"50"""
    if not gap or gap == " ":
        return True
    between = gap.split()
    return gap[-1].isspace() and len(between) <= 2 and words.between.issuperset(between) and "\n\n" not in gap


def _from_to(folded: str, tokens: list[Token], opening: Token, first: Numeral) -> Qualified | None:
    """ "от 30 до 40", "between 30 and 40" """
    if first.next + 1 >= len(tokens):
        return None
    joint = tokens[first.next]
    second = read_numeral(folded, tokens, first.next + 1)
    if joint.sense not in ("to", "at_most") or second is None or not is_space(folded[first.end : joint.start]):
        return None
    both = spanning(first, second) if is_space(folded[joint.end : second.start]) else None
    return Qualified(both, "range", opening.start, both.end, both.next) if both else None


def _may_invert(folded: str, tokens: list[Token], index: int, words: NumberWords) -> bool:
    """Not "количество человек 45", and not "45 человек, 3 педагога" with its comma lost."""
    before = folded[max(0, tokens[index].start - 24) : tokens[index].start]
    if (
        index
        and tokens[index - 1].kind in ("digits", "unit", "scale")
        and is_space(folded[tokens[index - 1].end : tokens[index].start])
    ):
        return False
    said = before.split()
    return not (said and said[-1].strip(".:") in words.counted)


def _with_second_case(folded: str, tokens: list[Token], first: Numeral, words: NumberWords) -> Qualified | None:
    """ "30-дан 40-қа дейін", "30 бен 40 аралығында" """
    if first.next + 1 >= len(tokens):
        return None
    gap = folded[first.end : tokens[first.next].start]
    is_joined = gap.strip() in words.joining and gap != gap.strip()
    if not is_joined and not (first.case == "ablative" and is_space(gap)):
        return None
    second = read_numeral(folded, tokens, first.next)
    if second is None or second.next >= len(tokens):
        return None
    closing = tokens[second.next]
    fits = closing.kind == "among" if is_joined else closing.sense == "at_most" and second.case == "dative"
    both = spanning(first, second) if fits and is_space(folded[second.end : closing.start]) else None
    return Qualified(both, "range", first.start, closing.end, second.next + 1) if both else None


def _with_after(folded: str, tokens: list[Token], numeral: Numeral, words: NumberWords) -> Qualified:
    """ "60-тан астам", "100 адамнан астам", "сто с лишним", "елудей"; the numeral alone where nothing follows"""
    sense = "about" if numeral.case == "like" else ""
    plain = Qualified(numeral, sense, numeral.start, numeral.end, numeral.next)
    if numeral.next >= len(tokens):
        return plain
    token = tokens[numeral.next]
    if token.sense == "more" and _is_or_more(folded, tokens, numeral, words):
        return Qualified(numeral, "at_least", numeral.start, token.end, numeral.next + 1)
    if token.kind != "after" or token.start - numeral.end > FARTHEST_AFTER:
        return plain
    if not _case_fits(folded[numeral.end : token.start], token.case, numeral.case, words):
        return plain
    found = Qualified(numeral, token.sense, numeral.start, token.end, numeral.next + 1)
    return _with_scale_after(folded, tokens, found)


def _is_or_more(folded: str, tokens: list[Token], numeral: Numeral, words: NumberWords) -> bool:
    """ "50 и более участников", but "12 школ и более 300 учеников" """
    token = tokens[numeral.next]
    if token.kind != "before" or folded[numeral.end : token.start].strip() not in words.or_more:
        return False
    following = tokens[numeral.next + 1] if numeral.next + 1 < len(tokens) else None
    return following is None or not is_space(folded[token.end : following.start])


def _with_scale_after(folded: str, tokens: list[Token], found: Qualified) -> Qualified:
    """ "пять с лишним тысяч" """
    if found.next >= len(tokens) or tokens[found.next].kind not in SCALE_KINDS:
        return found
    scale, numeral = tokens[found.next], found.numeral
    if not is_space(folded[found.end : scale.start]):
        return found
    numeral = replace(numeral, least=numeral.least * scale.value, most=numeral.most * scale.value)
    return Qualified(numeral, found.sense, found.start, scale.end, found.next + 1)


def _case_fits(gap: str, wanted: str, case: str, words: NumberWords) -> bool:
    """The number, or the noun between it and the word after it, stands in the case that the word wants."""
    if is_space(gap):
        return wanted in ("any", case)
    between = gap.split()
    if wanted == "any" or not 0 < len(between) <= 3 or not all(word.replace("-", "").isalpha() for word in between):
        return False
    return between[-1].endswith(words.case_endings[wanted])


def _is_doubtful(text: str, folded: str, numeral: Numeral, words: NumberWords) -> bool:
    """ "бірге" and "семью" alone; the Russian "он", unless a Kazakh word follows"""
    said = folded[numeral.start : numeral.end] if numeral.shape == "word" else ""
    if said in words.never:
        return True
    if said not in words.doubtful or text[numeral.start : numeral.end].find("ө") >= 0:
        return False
    following = folded[numeral.end : numeral.end + 24].split()
    return not (following and following[0].startswith(words.doubtful_nouns))
