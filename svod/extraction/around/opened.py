"""What is said of the lines below it: "планируется провести:", "РАЗДЕЛ 5. ДАЛЕЕ", "Что в планах?"."""

from svod.extraction.text.clause import NONE
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import ITEM, Sentence

AHEAD = frozenset({"planned.verb", "goal.word", "cancelled.word"})
PLANNED = frozenset({"planned.verb"})
HEADING = "planned.heading"
NUMBERING = 3  # words before the one that heads: "Раздел 5. Далее"


class Opened:
    """What the verbs of a sentence say of those behind it, and up to where."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.said = NONE
        self.end = 0  # of what a heading opened

    def reach(self, sentence: Sentence) -> None:
        """Nothing is said of it any more, unless it is an item or stands below the heading."""
        if self.said and not (sentence.start < self.end if self.end else self._is_item(sentence)):
            self.said = NONE

    def hear(self, sentence: Sentence, said: frozenset[str], *, told: bool) -> None:
        """Whether it opens something: with a colon, if it told nothing itself, or as a heading."""
        last = self.frame.text[sentence.end - 1]
        if HEADING in said and self._heads(sentence):
            ends_line = last == "?" and self.frame.text[sentence.end : sentence.end + 1] != "\n"
            end = self.frame.text.find("\n" if ends_line else "\n\n", sentence.end + 1)
            self.said, self.end = PLANNED, len(self.frame.text) if end < 0 else end
        elif last == ":":
            self.said, self.end = NONE if told else said & AHEAD, 0

    def _heads(self, sentence: Sentence) -> bool:
        """Whether nothing but a number stands before the words that head, and nothing behind them."""
        mark = next(mark for mark in self.frame.marks_of(sentence) if HEADING in mark.categories)
        seen = self.frame.words
        if mark.first - self.frame.word_index(sentence.start) > NUMBERING:
            return False
        if mark.last + 1 != self.frame.word_index(sentence.end):
            return False
        before = self.frame.text[sentence.start : seen.starts[mark.first]]
        return not any(letter.islower() for letter in before) or before.rstrip().endswith((".", ":"))

    def _is_item(self, sentence: Sentence) -> bool:
        """Whether it begins an item of a list, or goes on in its line."""
        begins = self.frame.text[max(0, sentence.start - 1)] == "\n"
        if begins and self.frame.dates_in(sentence.start, sentence.start + 1):
            return False  # "27.11 – викторина" below the aims
        return not begins or ITEM.match(self.frame.text, sentence.start) is not None
