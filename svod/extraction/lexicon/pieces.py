"""What stands between two blanks, decided once for all texts: they have few such pieces, again and again."""

import re

from svod.extraction.lexicon.forms import Form, Forms
from svod.extraction.lexicon.grammar import is_adjective, words as listed
from svod.extraction.lexicon.short_forms import may_be_short
from svod.extraction.lexicon.table import Lexicon
from svod.language.calendar_words import calendar_words
from svod.language.fold import fold_piece
from svod.language.number_words import number_words
from svod.language.remembered import Remembered

# "000чел" is two words.
WORD = re.compile(r"\w(?:(?<=\d)\d*+|[^\W\d]*+(?:[-‑][^\W\d]++)*+)")
# Where a quotation may begin or end, or a #hashtag stands. All begin with one of a set of signs, so that the search
# leaps from sign to sign.
MARK = re.compile(
    r"""[\#«»“”„‟",'‘’‹›] (?: (?<=\#) \w+
                         | (?<=[«»“”„‟"])
                         | (?<=,) ,(?=\w)
                         | (?<=') '
                         | (?<=['‘‹]) (?<!\w.) (?=\w)
                         | (?<=['’›]) (?!\w) )""",
    re.VERBOSE,
)
# Where a sentence may end, as far as a piece tells: at its end or before a letter, not within "27.11.2023".
STOP = re.compile(
    r"""[.!?…]+ [»”")\]]* (?= \s | \Z | [^\W\d_] | [«„“] ) | ; | \)\)+ (?= \s | \Z ) | \A [•●▪◦] \Z""", re.VERBOSE
)
PREFIXED = listed("compound_beginnings")  # their head comes after them
BARE = listed("bare_heads")
BEGINNINGS = tuple(sorted(PREFIXED))
COMPOUNDED = frozenset({"kind", "audience", "measure.activities"})  # heads of compounds that no list has


class Piece:
    """The words of a piece: most have one, "«Выбор»." from 1 to 6. `rest`: the others.

    `is_word`: it is one and no more. `marks` are those that a quotation may have, `stops` where a sentence may end,
    `short` the full stops of these that may belong to a short form. All places are within the piece, which is `folded`.
    """

    __slots__ = ("folded", "form", "is_word", "length", "marks", "rest", "short", "start", "stops")

    def __init__(self, piece: str, known: Remembered[Form]) -> None:
        self.folded = piece
        words = [(known[found[0]], found.start()) for found in WORD.finditer(piece)]
        self.form: Form | None = words[0][0] if words else None
        self.start = words[0][1] if words else 0
        self.length, self.rest = len(piece), tuple(words[1:])
        self.is_word = self.form is not None and len(self.form.word) == self.length
        signs = "" if self.is_word else piece
        self.marks = tuple((mark.start(), mark.end(), mark[0]) for mark in MARK.finditer(signs))
        self.stops = tuple(stop.start() for stop in STOP.finditer(signs))
        self.short = tuple(stop for stop in self.stops if may_be_short(piece, stop))


def pieces_of(forms: Forms, lexicon: Lexicon) -> Remembered[Piece]:
    """The pieces met so far, made where the first text is cut."""
    if forms.pieces is None:
        known = Remembered(lambda word: _form(word, forms, lexicon))
        forms.pieces = Remembered(lambda piece: Piece(piece, known))
    return forms.pieces


def cyrillic_pieces_of(forms: Forms, lexicon: Lexicon) -> Remembered[Piece]:
    """The same by how they are written in a text whose pieces are folded one by one, see `fold_piece`."""
    if forms.written is None:
        pieces = pieces_of(forms, lexicon)
        forms.written = Remembered(lambda piece: pieces[fold_piece(piece)])
    return forms.written


def _form(word: str, forms: Forms, lexicon: Lexicon) -> Form:
    """ "Онлайн-час" begins the phrases of "час"."""
    alone, opened, head = forms.words.get(word), forms.opened_by(word), word
    if "-" in word:
        alone = _compound(word, forms, lexicon) if alone is None else alone
        if opened is None:
            head = _without_beginning(word)
            opened = forms.opened_by(head)
    elif alone is None and opened is None and word.startswith(BEGINNINGS):
        alone = _closed_compound(word, forms, lexicon)
    meaning = None if alone is None else lexicon.meaning(alone)
    numbers, days = number_words().places_in(word), calendar_words().places_in(word)
    return Form(word, meaning, opened, head, word in lexicon.going_on, numbers, days)


def _without_beginning(word: str) -> str:
    """ "час" of "онлайн-час", "танымдық" of "тарихи-танымдық": an adjective's last part begins the phrase."""
    first, _, rest = word.partition("-")
    last = word.rpartition("-")[2]
    return rest if first in PREFIXED else last if is_adjective(last) else word


def _closed_compound(word: str, forms: Forms, lexicon: Lexicon) -> int | None:
    """ "Видеобайқау", "артмарафон": the kind that its last part is."""
    for first in BEGINNINGS:
        number = forms.words.get(word[len(first) :]) if word.startswith(first) else None
        if number is not None and "kind" in lexicon.meaning(number).categories:
            return number
    return None


def _compound(word: str, forms: Forms, lexicon: Lexicon) -> int | None:
    """What a compound is by its head: "концерт-реквием" is a concert, "мини-олимпиада" a contest."""
    first, _, rest = word.partition("-")
    number = forms.words.get(rest if first in PREFIXED or _is_bare(first, rest, forms, lexicon) else first)
    if number is None:  # "ширату-тренинг", "уағыз-дәріс": no word but the last is known for itself
        number = forms.words.get(rest)
        if number is None or (first in lexicon.begun and not lexicon.meaning(number).cases("kind", "kk")):
            return None
        if first in lexicon.begun:
            return number
    meaning = lexicon.meaning(number)
    if meaning.language == "kk" and first not in PREFIXED:
        return _compound_kk(first, rest, forms, lexicon)
    is_head = not COMPOUNDED.isdisjoint(meaning.categories)
    return number if is_head else None


def _is_bare(first: str, rest: str, forms: Forms, lexicon: Lexicon) -> bool:
    """ "Вечер-диспут" is a dispute: an evening alone tells no form."""
    other = forms.words.get(rest) if first in BARE else None
    return other is not None and bool(lexicon.meaning(other).cases("kind", "ru"))


def _compound_kk(first: str, rest: str, forms: Forms, lexicon: Lexicon) -> int | None:
    """ "Дәріс-кеңес", "сағат-әңгіме": two nouns in the nominative are what the first one is."""
    one, other = forms.words.get(first), forms.words.get(rest)
    if one is None or other is None:
        return None
    is_kind = "n" in lexicon.meaning(one).cases("kind", "kk")
    return one if is_kind and any("n" in entry.cases for entry in lexicon.meaning(other).entries) else None
