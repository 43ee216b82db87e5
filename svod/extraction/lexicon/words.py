"""A text cut into its words. Everything holds positions in the original text."""

import re
from dataclasses import dataclass

from svod.extraction.lexicon.forms import Form, Forms
from svod.extraction.lexicon.pieces import Piece, cyrillic_pieces_of, pieces_of
from svod.extraction.lexicon.placed import Order
from svod.extraction.lexicon.seldom import LONE_LETTER, Seldom
from svod.extraction.lexicon.table import Lexicon
from svod.language.fold import fold, with_plain_spaces
from svod.language.remembered import Remembered

IN_CYRILLIC = re.compile("(?:[^а-яА-Я]*+[а-яА-Я]){20}")  # in Latin hardly a letter is Cyrillic
OPENING = 2000  # characters
Sign = tuple[int, int, str]  # where it begins and ends, and what it is


@dataclass(slots=True, init=False, eq=False)
class Words:
    """The words of a text, folded (see `svod.language.fold`), with their places. Lists of equal length, never changed.

    `forms` are what the lexicon knows of them, `known` where that was looked up; `order` tells the first word from a
    place on. `signs` are those that a quotation may have, `stops` the places where a sentence may end, `short` the full
    stops of these that may belong to a short form. `seldom` are the bits of those `Seldom` that some of the words are,
    `seldom_at` the words that are any.
    """

    text: str
    folded: str
    known: Forms
    words: list[str]
    forms: list[Form]
    starts: list[int]
    signs: list[Sign]
    stops: list[int]
    short: set[int]
    order: Order
    seldom: int
    seldom_at: list[int]

    def __init__(self, text: str, folded: str, known: Forms) -> None:
        self.text, self.folded, self.known = text, folded, known
        self.words, self.forms, self.starts = [], [], []
        self.signs, self.stops, self.short = [], [], set()
        self.seldom, self.seldom_at = 0, []

    def __len__(self) -> int:
        return len(self.words)

    def end(self, index: int) -> int:
        """Where the word ends: a folded word is as long as what is written there."""
        return self.starts[index] + len(self.words[index])

    def gap(self, index: int) -> str:
        """What stands between the word before and this one; behind the last word, what the text ends with."""
        end = self.starts[index] if index < len(self.starts) else len(self.text)
        return self.text[self.end(index - 1) if index else 0 : end]

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter (or a digit, as a school's number does not)."""
        return self.text[self.starts[index]].isupper()

    def is_initial(self, index: int) -> bool:
        """Whether the word is the first letter of a name: "К." of "имени К. Жубанова" is no preposition."""
        return len(self.words[index]) == 1 and self.is_capital(index) and self.text.startswith(".", self.end(index))

    def has(self, seldom: Seldom) -> bool:
        """Whether the text has any of them."""
        return self.seldom & seldom.bit != 0

    def all_of(self, seldom: Seldom) -> list[int]:
        """The words that are of them."""
        forms, bit = self.forms, seldom.bit
        return [at for at in self.seldom_at if forms[at].seldom & bit] if self.seldom & bit else []


def split_words(text: str, lexicon: Lexicon) -> Words:
    """Each of its pieces is looked up once: as it is written where that tells how it is folded, as in most texts."""
    if "\t" not in text and IN_CYRILLIC.match(text, 0, OPENING):
        known = lexicon.forms(in_latin=False)
        lines = _cut(with_plain_spaces(text), cyrillic_pieces_of(known, lexicon))
        folded = "\n".join([" ".join([piece.folded for piece in line]) for line in lines])
        seen = _placed(Words(text, folded, known), lines)
        if not seen.has(LONE_LETTER):  # what that is, the word behind it tells
            return seen
    folded = fold(text)
    known = lexicon.forms(in_latin=IN_CYRILLIC.match(folded, 0, OPENING) is None)
    return _placed(Words(text, folded, known), _cut(folded.replace("\t", " "), pieces_of(known, lexicon)))


def _cut(text: str, pieces: Remembered[Piece]) -> list[list[Piece]]:
    """What stands between blanks, line by line."""
    piece_of = pieces.__getitem__
    return [list(map(piece_of, line.split(" "))) for line in text.split("\n")]


def _placed(seen: Words, lines: list[list[Piece]]) -> Words:
    words, forms, starts, at = seen.words, seen.forms, seen.starts, 0
    for line in lines:
        for piece in line:
            form = piece.form
            if form is not None:
                words.append(form.word)
                forms.append(form)
                starts.append(at + piece.start)
                if form.seldom:
                    _add_seldom(seen, form)
            if not piece.is_word:
                _add_rest(seen, piece, at)
            at += piece.length + 1
        seen.stops.append(at - 1)
    seen.stops.pop()  # no line ends behind the last one
    seen.order = Order(starts)
    return seen


def _add_rest(seen: Words, piece: Piece, at: int) -> None:
    """All but the first word of a piece that stands there."""
    for form, start in piece.rest:
        seen.words.append(form.word)
        seen.forms.append(form)
        seen.starts.append(at + start)
        if form.seldom:
            _add_seldom(seen, form)
    for start, end, sign in piece.marks:
        seen.signs.append((at + start, at + end, sign))
    for stop in piece.stops:
        seen.stops.append(at + stop)
    for stop in piece.short:
        seen.short.add(at + stop)


def _add_seldom(seen: Words, form: Form) -> None:
    """The last word so far is seldom one."""
    seen.seldom |= form.seldom
    seen.seldom_at.append(len(seen.words) - 1)
