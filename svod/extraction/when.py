"""On which day: the date of a mention, from its clause, its sentence, or the day its paragraph began with."""

from dataclasses import dataclass
from datetime import date, timedelta

from svod.extraction.frame import Clause, Frame
from svod.extraction.sentences import Sentence
from svod.language.dates import DateMention
from svod.records import Document, Period, Span

LONGEST = 20  # days: a longer interval is a campaign's
DIARY = 28  # characters: a date that begins a paragraph belongs to all of it


@dataclass(slots=True)
class Calendar:
    """The days told so far. `days` are the campaign's first and last (month, day)."""

    frame: Frame
    document: Document
    days: tuple[tuple[int, int], tuple[int, int]]
    of_line: DateMention | None = None
    line: int = -1
    last: Period | None = None

    def begin(self, sentence: Sentence) -> None:
        if sentence.line == self.line:
            return
        self.line, self.of_line = sentence.line, None
        first = next(iter(self.frame.dates_in(sentence.start, sentence.start + DIARY)), None)
        if first is not None and self._heads(sentence, first):
            self.of_line = first

    def _heads(self, sentence: Sentence, first: DateMention) -> bool:
        """ "2 декабря, понедельник. Утром…", "3 декабря. Кураторы…", "02.12.22г. мастер-класс" """
        text = self.frame.text
        before = text[sentence.start : first.start].strip(" \t-–—•*0123456789.):")
        after = text[first.end : first.end + 2].lstrip()
        return len(before) <= 12 and (not after or after[0] in ".,:–—-;(") and not before.count("«")

    def of(self, clause: Clause, sentence: Sentence, start: int, end: int) -> tuple[Period | None, Span | None]:
        """The period of a mention at [start, end), and the place that tells it."""
        found = self._nearest(clause.start, clause.end, start, end)
        if found is None and len(self._usable(sentence.start, sentence.end)) == 1:
            found = self._nearest(sentence.start, sentence.end, start, end)
        if found is None:
            found = self.of_line
        if found is None:
            return None, None
        period = self._resolve(found)
        return period, Span(found.start, found.end) if period else None

    def _usable(self, start: int, end: int) -> list[DateMention]:
        return [
            mention
            for mention in self.frame.dates_in(start, end)
            if not self._is_campaign(mention) and not self.frame.quote_around(mention.start)
        ]

    def _nearest(self, start: int, end: int, mention_start: int, mention_end: int) -> DateMention | None:
        """The last date before the mention, else the first after it."""
        usable = self._usable(start, end)
        before = [mention for mention in usable if mention.start <= mention_start]
        if before:
            return before[-1]
        return usable[0] if usable else None

    def _is_campaign(self, mention: DateMention) -> bool:
        """A campaign's own interval is not an activity's date."""
        period = mention.period
        if period is None:
            return False
        ends = ((period.first.month, period.first.day), (period.last.month, period.last.day))
        return ends == self.days or (period.last - period.first).days > LONGEST

    def _resolve(self, mention: DateMention) -> Period | None:
        if mention.period is not None:
            return mention.period
        relative = mention.relative
        if relative == "same":
            return self.last
        written = self._written(mention.start)
        if isinstance(relative, int) and written is not None:
            return Period.day(written + timedelta(days=relative))
        return None

    def _written(self, position: int) -> date | None:
        """The day on which a chat's message or a letter was written: "сегодня" is that day."""
        blocks = (block for block in self.document.blocks if block.start <= position < block.end)
        return next((block.on for block in blocks), None)

    def remember(self, period: Period | None) -> None:
        if period is not None:
            self.last = period
