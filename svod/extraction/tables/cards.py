"""Cards: lines that each name what they tell, as a table stood on end.

Мероприятие: лекция «Права ребёнка»
Дата проведения: 27.11.2024
Охват: 45 учащихся
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from svod.extraction.lexicon.grammar import words
from svod.extraction.tables.columns import ACTIVITY, NAME, TITLE, role_of
from svod.extraction.tables.rows import Row
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.records import Span

LABEL = re.compile(r"\W*(?:№\s?)?(?:\d{1,3}[.)]{0,2}\s+)?([^\W\d][^:\n|]{2,40}?)\s*:\s*(?=\S)")
LONGEST = 80  # characters from where a line begins to the colon behind its label
OTHERS = words("labels")  # "Цель: …" tells none of these, and ends no card
FEWEST = 2  # lines that make a card
NAMES = "column.name"  # "Название", unlike "Форма"
LABELLED = frozenset({NAMES, "column.activity"})


@dataclass(slots=True)
class _Card:
    last: int  # the line
    cells: dict[str, Span] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    is_named: bool = False  # by its last line

    def add(self, role: str, cell: Span, line: int) -> None:
        self.cells[role], self.lines[role], self.last = cell, line, line


def find_cards(frame: Frame) -> dict[int, Row]:
    """The lines of all cards: the one that tells the activity has all its cells, the others tell nothing more."""
    rows: dict[int, Row] = {}
    for card in _cards(frame) if any(_may_tell(frame, sentence) for sentence in frame.sentences) else ():
        if len(card.cells) < FEWEST or not _names_kind(frame, card.cells.get(ACTIVITY)):
            continue
        rows |= {line: Row({}, is_head=True) for line in card.lines.values()}
        rows[card.lines[ACTIVITY]] = Row(card.cells)
    return rows


def _may_tell(frame: Frame, sentence: Sentence) -> bool:
    """Whether it may begin with "Мероприятие:" or "Название:", as few texts have: without one there is no card."""
    is_label = frame.text.find(":", sentence.start, sentence.start + LONGEST) >= 0
    return is_label and not LABELLED.isdisjoint(frame.said_in(sentence))


def _cards(frame: Frame) -> Iterator[_Card]:
    card = _Card(-1)
    for line, start, end in _lines(frame):
        label = LABEL.match(frame.text, start, end) if frame.text.find(":", start, start + LONGEST) >= 0 else None
        role = role_of(frame, Span(*label.span(1))) if label is not None else ""
        is_name = role == ACTIVITY and label is not None and NAMES in frame.said(*label.span(1))
        role = ACTIVITY if role == NAME else role
        if label is None or (not role and frame.word_from(label.start(1)) not in OTHERS):
            continue
        if line != card.last + 1 or _begins_another(frame, card, role, Span(label.end(), end), is_name=is_name):
            yield card
            card = _Card(line)
        card.last = line
        card.is_named = is_name
        if role and not (role == ACTIVITY in card.cells and not _names_kind(frame, Span(label.end(), end))):
            card.add(role, Span(label.end(), end), line)
    yield card


def _begins_another(frame: Frame, card: _Card, role: str, cell: Span, *, is_name: bool) -> bool:
    """Whether the card has such a line already; of "Мероприятие" and "Форма" one names the kind, one the title.

    Below "Название: Обход общежития" stands "Форма: рейд профкома": where both name a kind, the form is meant.
    """
    before = card.cells.get(role)
    if before is None or role != ACTIVITY:
        return before is not None
    if card.is_named and not is_name and _names_kind(frame, cell):
        card.lines.setdefault(TITLE, card.lines[role])
        title = _title_in(frame, before)
        if title is not None:
            card.cells.setdefault(TITLE, title)
        return False
    if not _names_kind(frame, before) and _names_kind(frame, cell):
        card.cells.setdefault(TITLE, before)
        return False
    return _names_kind(frame, cell)


def _title_in(frame: Frame, cell: Span) -> Span | None:
    """ "Вечер «Мы»" has one in quotation marks, "Обход общежития" is none."""
    quote = next(iter(frame.quotes_in(cell.start, cell.end)), None)
    if quote is not None:
        return Span(quote.start, quote.end)
    return None if _names_kind(frame, cell) else cell


def _lines(frame: Frame) -> Iterator[tuple[int, int, int]]:
    """Each line that tells something: its number, where it begins and ends."""
    first = last = frame.sentences[0]
    for sentence in frame.sentences:
        if sentence.line != first.line:
            yield first.line, first.start, last.end
            first = sentence
        last = sentence
    yield first.line, first.start, last.end


def _names_kind(frame: Frame, cell: Span | None) -> bool:
    return cell is not None and bool(frame.kinds_in(cell.start, cell.end))
