"""When a text was written: the stamps of a chat's lines, and the days of letters."""

import re
from datetime import date

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import OF_THAT_DAY, words
from svod.extraction.text.datelines import days_alone
from svod.extraction.text.days import told_outright
from svod.extraction.text.frame import Frame
from svod.extraction.text.spans import span_of
from svod.language.dates import DateMention
from svod.records import Document, Span

# A chat's line tells when it was written: "[25.11.2024, 18:40] Профком: …", "25.11.24, 9:05 - Профком: …"
# A letter's head does, too, also of one that was passed on: "От: обком", under it "Дата: 11.12.2025".
FROM = tuple(f"{said}:" for said in words("letter_from"))
SENT = tuple(f"{said}:" for said in words("letter_date"))
AS_OF = tuple(f" {word})" for word in OF_THAT_DAY)
POSTS, OF_A_DAY = words("own_posts") | words("reports"), words("of_a_day")
HEAD = 2  # lines in which a text says what it is
LONGEST = 32  # characters of a stamp
MINUTE = r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?,?\s+\d{1,2}:\d{2}"
STAMP = re.compile(rf"\W{{0,3}}{MINUTE}(?::\d{{2}})?\W{{0,4}}")
NAMED = re.compile(rf"(?:[^\W\d]+[ ,]{{1,2}}){{1,3}}{MINUTE}:\s")  # "Аягөз 26.11 09:40: …"


class Stamps:
    """The stamps of one text."""

    def __init__(self, frame: Frame, document: Document) -> None:
        self.frame, self.document = frame, document
        self.of_line: dict[int, Span] = {}  # where a line begins that has one -> the stamp
        self.letters: dict[int, Span] = {}  # those of them that say when a letter was sent
        if ":" in frame.text:  # both have one
            self.letters = _letter_heads(frame.words.folded) if frame.words.has(seldom.LETTER_DATE) else {}
            self.of_line = _stamps(frame.text) | self.letters
        self.alone = days_alone(frame)  # days that are all a line or a sentence says

    def holds(self, mention: DateMention) -> bool:
        """Whether a date tells when its line was written."""
        if not self.of_line:
            return False
        line = self.frame.text.rfind("\n", 0, mention.start) + 1
        return line in self.of_line and mention.start < self.of_line[line].end

    def written(self, position: int) -> date | None:
        """The day on which it was written: "сегодня" is that day."""
        told = self.sent(position) or self._signed(position) or self._told_as_of() or self._posted()
        return told or told_outright(self.frame.text, self.frame.dates)

    def sent(self, position: int) -> date | None:
        """The day on which a chat's message or a letter was sent."""
        line = self.frame.text.rfind("\n", 0, position) + 1
        if line in self.of_line:
            return self._day(self.of_line[line])
        heads = [stamp for start, stamp in self.letters.items() if start < position]
        if heads:
            return self._day(heads[-1])
        blocks = (block for block in self.document.blocks if block.start <= position < block.end)
        return next((block.on for block in blocks), None)

    def _told_as_of(self) -> date | None:
        """ "Науқан туралы жағдай (06.12.2025 күнгі)": the day on which it was so, in the heading."""
        first = next(iter(self.frame.dates), None)
        if first is None or first.period is None or not self.frame.words.folded.startswith(AS_OF, first.end):
            return None
        return first.period.first if self.frame.text[first.start - 1 : first.start] == "(" else None

    def _posted(self) -> date | None:
        """ "Аппарат акима. Пост от 01.12.2025": the day of what a text calls itself in its first lines."""
        first = next(iter(self.frame.dates), None)
        if first is None or first.period is None or self.frame.sentence_at(first.start).line > HEAD:
            return None
        index = self.frame.word_index(first.start)
        before = self.frame.words.words[max(0, index - 2) : index]
        return first.period.first if len(before) > 1 and before[1] in OF_A_DAY and before[0] in POSTS else None

    def _day(self, stamp: Span) -> date | None:
        dates = (mention.period for mention in self.frame.dates_in(stamp.start, stamp.end))
        return next((period.first for period in dates if period), None)

    def _signed(self, position: int) -> date | None:
        """The day above, else the one below: "… шеру болды. 29.11.2025"."""
        above = [day for day in self.alone if day.start < position]
        nearest = above[-1:] or self.alone[:1]
        return next((day.period.first for day in nearest if day.period), None)


def _letter_heads(text: str) -> dict[int, Span]:
    """Where each line of the folded text begins that says when a letter was sent -> that line."""
    found: dict[int, Span] = {}
    start = 0
    while (end := text.find("\n", start)) >= 0:
        if text.startswith(FROM, start) and text.startswith(SENT, end + 1):
            behind = text.find("\n", end + 1)
            found[end + 1] = Span(end + 1, len(text) if behind < 0 else behind)
        start = end + 1
    return found


def _stamps(text: str) -> dict[int, Span]:
    """Where each line begins that has a stamp -> the stamp."""
    found: dict[int, Span] = {}
    start = 0
    while True:
        is_timed = text.find(":", start, start + LONGEST) >= 0
        stamp = (NAMED if text[start].isalpha() else STAMP).match(text, start) if is_timed else None
        if stamp is not None:
            found[start] = span_of(start, stamp.end())
        start = text.find("\n", stamp.end() - 1 if stamp else start) + 1
        if start == 0:
            return found
