"""Tables that are ruled on a printed page: which words stand in the same cell, however its lines were broken."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from svod.language.kk.letters import LETTERS
from svod.language.ru.words import is_known
from svod.reading.content import repeats_when_merged, row
from svod.reading.lines import join, starts_item
from svod.reading.pages import Line, Word
from svod.reading.rules import Rules, connected, is_drawn, places, whole

_PADDING = 8.0  # points between a cell's text and its rule, at most
_OF_KAZAKH, _ENDING = frozenset(LETTERS), 3  # letters of what is an ending of a word cut in two
_ENDS, _SIGNS = ",.;:)", "«»\"'(),.;:!?"

Place = tuple[int, int]  # a row and a column of a table, counted from above and from the left


class Table:
    """A grid of at least two rows and two columns."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._lefts = places(rules.upright)  # where columns begin, and where the last one ends
        self._tops = places(rules.level)[::-1]
        self._begins = self._cells()
        self._rights: dict[Place, float] = {}  # where each cell ends
        for (_, column), cell in self._begins.items():
            self._rights[cell] = max(self._rights.get(cell, 0.0), self._lefts[column + 1])

    @property
    def is_one(self) -> bool:
        return len(self._lefts) > 2 and len(self._tops) > 2

    def holds(self, word: Word) -> bool:
        x, y = _middle(word)
        return self._lefts[0] < x < self._lefts[-1] and self._tops[-1] < y < self._tops[0]

    def lines(self, printed: Iterable[Sequence[Word]]) -> Iterator[Line]:
        """Its rows, a line each. `printed` are the words that it holds, by the lines in which they were printed."""
        parts: dict[Place, list[list[Word]]] = defaultdict(list)
        for words in printed:
            for cell, part in groupby(words, self._cell):
                parts[cell].append(list(part))
        rooms = (self._rights[cell] - line[-1].right for cell, lines in parts.items() for line in lines)
        padding = min(max(0.0, min(rooms, default=0.0)), _PADDING)  # some line goes as far as cells let it
        texts = {cell: _text(lines, self._rights[cell] - padding) for cell, lines in parts.items()}
        for number, (top, bottom) in enumerate(pairwise(self._tops)):
            text = row(self._told(number, texts)).text
            if text:
                yield Line(text, self._lefts[0], bottom, self._lefts[-1], top)

    def _told(self, number: int, texts: dict[Place, str]) -> Iterator[str]:
        """What a row's cells say; what is merged over several rows is told in each, unless it is a number."""
        for column in range(len(self._lefts) - 1):
            cell = self._begins[number, column]
            text = texts.get(cell, "")
            yield text if cell[1] == column and (cell[0] == number or repeats_when_merged(text)) else ""

    def _cell(self, word: Word) -> Place:
        """Where it stands; what a line has beside its table or over its edge belongs to the nearest cell."""
        x, y = _middle(word)
        number, column = sum(top > y for top in self._tops) - 1, bisect_right(self._lefts, x) - 1
        last, rightmost = len(self._tops) - 2, len(self._lefts) - 2
        return self._begins[min(max(number, 0), last), min(max(column, 0), rightmost)]

    def _cells(self) -> dict[Place, Place]:
        """Every place of the grid, and where its cell begins: no rule is drawn between the two."""
        begins: dict[Place, Place] = {}
        for number, (top, bottom) in enumerate(pairwise(self._tops)):
            for column, (left, right) in enumerate(pairwise(self._lefts)):
                here = number, column
                if column and not is_drawn(self._rules.upright, left, (top + bottom) / 2):
                    begins[here] = begins[number, column - 1]
                elif number and not is_drawn(self._rules.level, top, (left + right) / 2):
                    begins[here] = begins[number - 1, column]
                else:
                    begins[here] = here
        return begins


def tables(rules: Rules) -> list[Table]:
    """The tables that a page's rules make."""
    if rules.are_a_drawing:
        return []
    found = (Table(connected) for connected in connected(Rules(whole(rules.level), whole(rules.upright))))
    return [table for table in found if table.is_one]


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, (word.bottom + word.top) / 2


def _text(lines: Sequence[Sequence[Word]], margin: float) -> str:
    """A cell's lines in one, as their author wrote them. `margin` is as far to the right as they may go."""
    text = " ".join(word.text for word in lines[0])
    for above, line in pairwise(lines):
        told = " ".join(word.text for word in line)
        if len(above) == 1 and margin - above[0].right < _letter(above[0]) and _is_cut(above[0].text, line[0].text):
            text += told
        else:
            text = f"{text}; {told}" if starts_item(told) else join(text, told)
    return text


def _is_cut(above: str, below: str) -> bool:
    """Whether these are one word, wider than its cell: "мероприя", "тия"; "27.11.202", "6"."""
    if below[0] in _ENDS:
        return True
    if above[-1].isdigit() and below[0].isdigit():
        return "." in above
    if not (above[-1].isalpha() and below[0].islower()):
        return False
    parts = [part.lower().strip(_SIGNS) for part in (above, below)]
    if _OF_KAZAKH.isdisjoint("".join(parts)):
        return is_known("".join(parts)) or not all(map(is_known, parts))
    return len(parts[1]) <= _ENDING


def _letter(word: Word) -> float:
    """How wide a letter is."""
    return (word.right - word.left) / len(word.text)
