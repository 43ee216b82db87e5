"""A day that is the whole text's: the one on which its event was, the one of a session whose minutes it is."""

from svod.extraction.fields.whose_day import names_kind
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention

MINUTES = tuple(words("papers_of_sessions"))
HEAD = 400  # characters in which minutes say of which session and day they are
EVENT = frozenset({"measure.activities", "kind_formless"})
NOT_ON_IT = frozenset({"planned.verb", "planned.invite", "goal.word", "goal.history"})


class OnlyDay:
    """The day of one text, where it tells but one. `usable` are the days that may be an activity's."""

    def __init__(self, frame: Frame, usable: list[DateMention]) -> None:
        self.frame, self.usable = frame, usable
        self.day = next((mention for mention in usable if mention.period is not None), None)

    def of(self, clause: Clause, sentence: Sentence) -> DateMention | None:
        """ "20 ноября в школе прошли мероприятия.", and in other paragraphs what these were; of minutes their day."""
        day = self.day
        if day is None or self.frame.language_at(sentence.start) != "ru" or not clause.categories.isdisjoint(NOT_ON_IT):
            return None
        if self.frame.words.words[0].startswith(MINUTES):
            return day if sentence.start < day.start < HEAD else None
        return day if day.end < sentence.start and self._is_of_an_event(day) and self._is_only(day) else None

    def _is_only(self, day: DateMention) -> bool:
        """Whether the text tells no other, nor an interval."""
        period = day.period
        is_one = period is not None and period.first == period.last
        return is_one and all(mention.period == period for mention in self.usable)

    def _is_of_an_event(self, day: DateMention) -> bool:
        """Whether its sentence tells of an event without saying of which form."""
        sentence = self.frame.sentence_at(day.start)
        said = self.frame.said_in(sentence)
        if said.isdisjoint(EVENT) or said.isdisjoint(HELD) or not said.isdisjoint(NOT_ON_IT):
            return False
        return not names_kind(self.frame, sentence.start, sentence.end)
