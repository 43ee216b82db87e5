"""On which day: the date of a mention, from its clause, its sentence, or the day its paragraph began with."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from svod.extraction.frame import Clause, Frame
from svod.extraction.grammar import AND, words
from svod.extraction.holidays_kk import is_holiday
from svod.extraction.sentences import Sentence
from svod.language.date_forms import written_days
from svod.language.dates import DateMention, complete, read_days, tells_of
from svod.records import Document, Period, Span

Days = tuple[tuple[int, int], tuple[int, int]]  # (month, day) of the campaign's first and last day

BESIDE = 3  # characters between two ways of telling one day
UNTIL = (" дейин", " шейин", " бери", " бастап")  # "15 қаңтарға дейін" is when it ends, "… бері" when it began
AFTER_CARD = 12  # characters behind a card's date: a weekday
LONGEST = 20  # days: a longer interval is a campaign's
DATELINE = 5  # words before the day: "г. Астана, 3 декабря"
OPENING = 24  # characters in which a sentence says that it goes on with the same day
SAME_DAY = tuple(words("same_day"))
NO_SCENE = frozenset({"held.subject", "held.object"}) | {
    "cancelled.word",
    "planned.verb",
    "goal.word",
    "goal.history",
    "total.trigger",
    "planned.invite",
}
DIARY = 28  # characters: a date that begins a paragraph belongs to all of it
# A chat's line tells when it was written: "[25.11.2024, 18:40] Профком: …", "25.11.24, 9:05 - Профком: …"
STAMP = re.compile(r"\W{0,3}\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?,?\s+\d{1,2}:\d{2}(?::\d{2})?\W{0,4}")


def dates_of(folded: str, year: int | None, days: Days) -> list[DateMention]:
    """The dates of a text, completed with the year.

    A day of the spring after the campaign belongs to the next year, in a text that tells of the campaign's days; in a
    text that tells of none, every day is of the year given.
    """
    told = list(written_days(folded))
    if year is None or not tells_of(days, told):
        return read_days(folded, told, year, None)
    found = read_days(folded, told, year, days)
    if any(_within(mention, year, days) for mention in found):
        return found
    return read_days(folded, told, year, None)


def _within(mention: DateMention, year: int, days: Days) -> bool:
    if mention.period is None:
        return False
    (first_month, _), (last_month, _) = days
    first = mention.period.first
    return first.year == year and first_month <= first.month <= last_month


def _stamps(text: str) -> dict[int, Span]:
    """Where each line begins that has a stamp -> the stamp."""
    found: dict[int, Span] = {}
    start = 0
    while True:
        stamp = STAMP.match(text, start)
        if stamp is not None:
            found[start] = Span(*stamp.span())
        start = text.find("\n", stamp.end() - 1 if stamp else start) + 1
        if start == 0:
            return found


def _outright(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """ "вчера, 8 декабря" is told outright by its second part; a weekday alone tells no day."""
    kept = []
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if mention.period is None and following is not None and following.period is not None:
            beside = text[mention.end : following.start]
            if mention.relative is not None and len(beside) <= BESIDE and not beside.strip(", ("):
                continue
        if mention.weekday is None or mention.period is not None or mention.relative is not None:
            kept.append(mention)
    return kept


def _in_a_row(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """ "2 и 3 декабря" are the two days of one activity."""
    kept: list[DateMention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.period is not None
            and mention.period is not None
            and text[last.end : mention.start].strip() in AND
            and text[last.start : last.end].isdigit()
            and mention.period.first - last.period.last == timedelta(days=1)
        ):
            kept[-1] = replace(mention, start=last.start, period=Period(last.period.first, mention.period.last))
        else:
            kept.append(mention)
    return kept


@dataclass(slots=True)
class Calendar:
    """The days told so far. `days` are the campaign's first and last (month, day)."""

    frame: Frame
    document: Document
    days: Days
    of_line: DateMention | None = None
    of_card: DateMention | None = None  # of a line such as "Күні: 26.11.2024" above
    line: int = -1
    last: Period | None = None
    last_line: int = -1  # where `last` was told
    last_kind: str = ""  # of which activity
    scene: tuple[int, DateMention | None] = (-1, None)  # a line, and the day of a sentence in it that told no activity
    stamps: dict[int, Span] = field(default_factory=dict)  # where a chat's line begins -> its stamp
    usable: list[DateMention] = field(default_factory=list)  # the dates that may be an activity's
    starts: list[int] = field(default_factory=list)  # of these

    def __post_init__(self) -> None:
        self.stamps = _stamps(self.frame.text)
        usable = [
            mention
            for mention in self.frame.dates
            if not (
                self._is_campaign(mention)
                or self._is_stamp(mention)
                or self.frame.quote_around(mention.start)
                or self.frame.words.folded.startswith(UNTIL, mention.end)
                or is_holiday(self.frame.words.folded, mention.end)
            )
        ]
        self.usable = _in_a_row(self.frame.text, _outright(self.frame.text, usable))
        self.starts = [mention.start for mention in self.usable]

    def begin(self, sentence: Sentence) -> None:
        """A date at the head of a paragraph belongs to all its sentences."""
        if sentence.line == self.line:
            return
        self.of_card = self.of_line if self._goes_on(sentence) else None
        self.line, self.of_line = sentence.line, None
        first = next(iter(self.frame.dates_in(sentence.start, sentence.start + DIARY)), None)
        if first is not None and not self._is_stamp(first) and self._heads(sentence, first):
            self.of_line = first
        elif self.of_card is not None:
            self.of_line = self.of_card

    def _goes_on(self, sentence: Sentence) -> bool:
        """ "Күні: 26.11.2024", and on the next line what took place then."""
        text = self.frame.text
        if self.of_line is None or sentence.line - self.line != 1:
            return False
        begin = text.rfind("\n", 0, self.of_line.start) + 1
        alone = len(text[self.of_line.end : text.find("\n", self.of_line.end)].strip(" .")) <= AFTER_CARD
        return self.of_line is self.of_card or (":" in text[begin : self.of_line.start] and alone)

    def _heads(self, sentence: Sentence, first: DateMention) -> bool:
        """ "2 декабря, понедельник. Утром…", "3 декабря. Кураторы…", "02.12.22г. мастер-класс" """
        text = self.frame.text
        if is_holiday(self.frame.words.folded, first.end):
            return False
        before = text[sentence.start : first.start].strip(" \t-–—•*0123456789.):")
        after = text[first.end : first.end + 2].lstrip(" ")
        return (
            (len(before) <= 12 or self._only_places(sentence, first))
            and (not after or after[0] in ".,:–—-;(\n")
            and not before.count("«")
        )

    def _only_places(self, sentence: Sentence, first: DateMention) -> bool:
        """ "Астана (Нур-Султан), 3 декабря." """
        marks = self.frame.marks_in(sentence.start, first.start)
        few = len(self.frame.words_in(sentence.start, first.start)) <= DATELINE
        return few and bool(marks) and all("place" in mark.categories for mark in marks)

    def pass_by(self, sentence: Sentence, said: frozenset[str], *, told: bool) -> None:
        """ "4 октября филиал поздравил ветеранов. Для них устроили концерт": the day of what follows it."""
        first = self._after(sentence.start, sentence.end)
        if first is None:
            return
        of_this_year = first.period is not None and self.document.year in (None, first.period.first.year)
        is_scene = not told and of_this_year and said.isdisjoint(NO_SCENE)
        self.scene = (sentence.line, first) if is_scene else (-1, None)

    def _goes_on_that_day(self, sentence: Sentence) -> DateMention | None:
        """ "А вечером команды сразились", "там же волонтёры раздавали листовки": on the day told before."""
        if self.last is None or self.last_line != sentence.line:
            return None
        opening = self.frame.words.folded[sentence.start : sentence.start + OPENING]
        if self.last_kind != "outreach" and not any(word in opening for word in SAME_DAY):
            return None  # an акция's parts take place on its day
        return DateMention(sentence.start, sentence.start, self.last, False)

    def of(
        self, clause: Clause, sentence: Sentence, start: int, end: int, *, goes_on: bool = False
    ) -> tuple[Period | None, Span | None]:
        """The period of a mention at [start, end), and the place that tells it; `goes_on`: what may last for weeks."""
        found = (
            self._before(clause.start, start)
            or self.of_line
            or self._after(end, clause.end)
            or self._before(sentence.start, start)
            or self._told_later(sentence, end)
            or (self._whole_campaign(clause) if goes_on else None)
            or (self.scene[1] if self.scene[0] == sentence.line else None)
            or self._goes_on_that_day(sentence)
        )
        if found is None:
            return None, None
        period = self._resolve(found)
        return period, Span(found.start, found.end) if period else None

    def _before(self, start: int, end: int) -> DateMention | None:
        """The last date between two places."""
        index = bisect_left(self.starts, end) - 1
        if index < 0 or self.starts[index] < start:
            return None
        found = self.usable[index]
        return None if self._is_of_another(found, start, end) else found

    def _is_of_another(self, found: DateMention, start: int, end: int) -> bool:
        """ "лекция (3 декабря), беседа": the day in brackets is that of the kind before them."""
        text = self.frame.text
        opened = text.rfind("(", start, found.start)
        if opened < 0 or text.find(")", opened, found.start) >= 0 or text.find(")", found.end, end) < 0:
            return False
        return any("kind" in mark.categories and not mark.quoted for mark in self.frame.marks_in(start, opened))

    def _after(self, start: int, end: int) -> DateMention | None:
        """The first date between two places."""
        index = bisect_left(self.starts, start)
        return self.usable[index] if index < len(self.starts) and self.starts[index] < end else None

    def _told_later(self, sentence: Sentence, end: int) -> DateMention | None:
        """ "Семинар, который прошёл 5 декабря": a date of a later clause, where no other activity claims it."""
        found = self._after(end, sentence.end)
        if found is None or any("kind" in mark.categories for mark in self.frame.marks_in(end, sentence.end)):
            return None
        return found

    def _whole_campaign(self, clause: Clause) -> DateMention | None:
        """ "С 25 ноября по 10 декабря работала горячая линия" """
        dates = self.frame.dates_in(clause.start, clause.end)
        return next((date for date in dates if self._is_campaign(date)), None)

    def _is_campaign(self, mention: DateMention) -> bool:
        """A campaign's own interval is not an activity's date."""
        period = mention.period
        if period is None:
            return False
        ends = ((period.first.month, period.first.day), (period.last.month, period.last.day))
        return ends == self.days or (period.last - period.first).days > LONGEST

    def _is_stamp(self, mention: DateMention) -> bool:
        line = self.frame.text.rfind("\n", 0, mention.start) + 1
        return line in self.stamps and mention.start < self.stamps[line].end

    def _resolve(self, mention: DateMention) -> Period | None:
        if isinstance(mention.relative, int):
            written = self._written(mention.start)
            return Period.day(written + timedelta(days=mention.relative)) if written else None
        if mention.period is None and self.last is not None:
            return complete(mention, self.last).period
        return mention.period

    def _written(self, position: int) -> date | None:
        """The day on which a chat's message or a letter was written: "сегодня" is that day."""
        line = self.frame.text.rfind("\n", 0, position) + 1
        if line in self.stamps:
            stamp = self.stamps[line]
            dates = (mention.period for mention in self.frame.dates_in(stamp.start, stamp.end))
            return next((period.first for period in dates if period), None)
        blocks = (block for block in self.document.blocks if block.start <= position < block.end)
        return next((block.on for block in blocks), None)

    def remember(self, period: Period | None, kind: str) -> None:
        """What "в тот же день" means from now on."""
        if period is not None:
            self.last, self.last_line, self.last_kind = period, self.line, kind
