"""On which day: the date of a mention, from its clause, its sentence, or the day its paragraph began with."""

from svod.extraction.fields.days_told import NOWHERE, DaysTold
from svod.extraction.fields.only_day import OnlyDay
from svod.extraction.fields.same_day import says_same_day, took_long
from svod.extraction.fields.scenes import is_scene
from svod.extraction.fields.whose_day import has_none, is_day_before, is_day_behind
from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, words
from svod.extraction.lexicon.placed import Placed
from svod.extraction.text.brackets import is_of_the_one_before
from svod.extraction.text.clause import Clause
from svod.extraction.text.datelines import heads, is_a_line, is_card
from svod.extraction.text.days import Days, in_a_row, is_long, is_whole_campaign, outright
from svod.extraction.text.frame import Frame
from svod.extraction.text.holidays_kk import is_holiday
from svod.extraction.text.other_days import is_elsewhere
from svod.extraction.text.place import Places
from svod.extraction.text.sentences import ITEM, Sentence
from svod.extraction.text.spans import span_of
from svod.extraction.text.stamps import Stamps
from svod.language.dates import DateMention
from svod.records import Document, Period, Span

UNTIL = tuple([f" {word}" for word in words("until_or_since")])
SETTLED_AT = CALLS_A_SETTLEMENT - words("points") | words("settled")  # "в мобильном пункте" is nowhere else
EVE_OF = tuple(words("eve_of"))  # "накануне праздника"
MOVED = frozenset({"cancelled.moved", "cancelled.word"})
DAYS_OF_ONE = 21  # at least, of what is no day of all that follows
NEAR = 2  # lines, an empty one among them, to what goes on with the day
DIARY = 28  # characters: a date that begins a paragraph belongs to all of it


class Calendar:
    """The days of a text, and which of them holds where. `days` are the campaign's first and last (month, day)."""

    def __init__(self, frame: Frame, document: Document, days: Days, places: Places) -> None:
        self.frame, self.document, self.days, self.places = frame, document, days, places
        self.of_line: DateMention | None = None
        self.of_card: DateMention | None = None  # of a line such as "Күні: 26.11.2024" above
        self.of_list: DateMention | None = None  # of the items below "27 ноября проведены:"
        self.line = -1
        self.scene: tuple[int, DateMention | None] = (-1, None)  # a line, and the day of one that told no activity
        self.stamps = Stamps(frame, document)  # when it was written
        self.told = DaysTold(frame, self.stamps, days[0], document.year)
        usable = [mention for mention in frame.dates if self._is_usable(mention)]
        usable = in_a_row(frame.text, outright(frame.text, usable))
        self.only, self.is_supposed = OnlyDay(frame, usable), False
        self._usable = Placed(usable, [mention.start for mention in usable])

    def _is_usable(self, mention: DateMention) -> bool:
        """Whether the date may be an activity's."""
        folded = self.frame.words.folded
        return not (
            is_whole_campaign(mention, self.days)
            or self.stamps.holds(mention)
            or self.frame.quote_around(mention.start)
            or folded.startswith(UNTIL, mention.end)
            or is_holiday(self.frame, mention.end)
            or is_elsewhere(self.frame, mention)
            or (mention.relative == "before" and folded.startswith(EVE_OF, mention.end + 1))
        )

    def begin(self, sentence: Sentence) -> None:
        """A date at the head of a paragraph belongs to all its sentences, up to the next that stands alone there."""
        if sentence.line == self.line:
            if self.of_line is not None and sentence.end - sentence.start <= DIARY:
                self.of_line = self._alone(sentence) or self.of_line
            return
        if self.of_list is not None and ITEM.match(self.frame.text, sentence.start) is None:
            self.of_list = None
        self.of_card = self.of_line if self._goes_on(sentence) else None
        self.line, self.of_line = sentence.line, None
        dates = self.frame.dates_in(sentence.start, sentence.start + DIARY)
        first = dates[0] if dates else None
        if first is not None and first.relative is not None:
            first = self._after(sentence.start, sentence.start + DIARY) or first  # "Вчера, 4 декабря, …"
        if (
            first is not None
            and not (self.stamps.holds(first) or is_long(first) or is_whole_campaign(first, self.days))
            and heads(self.frame, sentence, first)
        ):
            self.of_line, self.told.headed = first, first.period
        elif self.of_card is not None:
            self.of_line = self.of_card

    def _alone(self, sentence: Sentence) -> DateMention | None:
        """ "25.11. Линейка. 26.11. Тренинг": the date that is all the sentence says."""
        first = self._after(sentence.start, sentence.end)
        if first is None or first.start > sentence.start:
            return None
        return first if not self.frame.text[first.end : sentence.end].strip(" .жг") else None

    def _goes_on(self, sentence: Sentence) -> bool:
        """ "Күні: 26.11.2024", and on the next line what took place then."""
        if self.of_line is None or sentence.line - self.line > NEAR:
            return False
        in_diary = len(self.stamps.alone) > 1 and self.of_line in self.stamps.alone
        if sentence.line - self.line == NEAR:  # an empty line between the day and what was on it
            return in_diary and is_a_line(self.frame, self.of_line)
        return self.of_line is self.of_card or in_diary or is_card(self.frame, self.of_line)

    def pass_by(self, sentence: Sentence, said: frozenset[str], *, told: bool) -> None:
        """ "4 октября филиал поздравил ветеранов. Для них устроили концерт": the day of what follows it.

        `said` are the categories of its words; `told`: whether it told an activity.
        """
        if not self.told.is_fresh and self._is_elsewhere(sentence):
            self.told.kind = ""  # what follows is no part of an акция told before
            if told:
                self.told.line = NOWHERE  # "5 декабря … . В Рудном прошёл семинар. Там же …": on no day that is known
        self.told.is_fresh = False
        first = self._after(sentence.start, sentence.end)
        if first is None or is_long(first):
            return
        self.scene = (-1, None)
        if told:
            return
        if is_scene(self.frame, first, sentence, said, self.document.year):
            self.scene = (sentence.line, first)
        if first.period is not None:
            self.told.untold = (sentence.line, first.period)
        if self.frame.text[sentence.end - 1] == ":":
            self.of_list = first

    def _goes_on_that_day(self, sentence: Sentence, clause: Clause) -> DateMention | None:
        """ "А вечером команды сразились", "там же волонтёры раздавали листовки": on the day told before."""
        last, line = self.told.latest()
        if last is None or sentence.line - line > (NEAR if self.frame.language_at(sentence.start) == "ru" else 1):
            return None
        is_there = self.told.line == sentence.line
        is_here = is_there and self.told.is_of_a_drive()
        is_here = is_here and (last.last - last.first).days < DAYS_OF_ONE
        said = says_same_day(self.frame, sentence, clause, self.told.kind if is_there else None)
        if not (is_here and not self._is_elsewhere(sentence)) and not said:
            return None  # an акция's parts take place on its day, unless they have a place of their own
        return DateMention(sentence.start, sentence.start, last, False)

    def _is_elsewhere(self, sentence: Sentence) -> bool:
        """Whether the sentence names a place, known or not: "в населённом пункте Сарытогай"."""
        said = self.frame.said_in(sentence)
        if "place" in said and self.places.within(sentence.start, sentence.end):  # a street's name is none
            return True
        return "place.called" in said or not SETTLED_AT.isdisjoint(self.frame.words_of(sentence))

    def of(
        self, clause: Clause, sentence: Sentence, start: int, end: int, *, goes_on: bool = False
    ) -> tuple[Period | None, Span | None]:
        """The period of a mention at [start, end), and the place that tells it; `goes_on`: what may last for weeks."""
        before, behind = self._of_clause(clause, start, end)
        if before is not None and behind is not None and has_none(self.frame, before, behind, start, end):
            return None, None
        if before is behind is None and took_long(self.frame, clause):
            self.of_line = None
            return None, None  # "18 мая прошла беседа, в течение недели кураторы провели …"
        found = (
            before
            or self.of_line
            or behind
            or (self._whole_campaign(sentence.start, start) if goes_on else None)
            or self._before(sentence.start, start)
            or self._told_later(sentence, end)
            or (self._whole_campaign(start, clause.end) if goes_on else None)
            or (self.scene[1] if self.scene[0] == sentence.line else None)
            or self._goes_on_that_day(sentence, clause)
            or self.of_list
        )
        if found is None and self.told.line >= 0 and self._is_elsewhere(sentence):
            self.told.line = NOWHERE  # "В ауле записали обращение, а полиция там же …": on no day that is known
        self.is_supposed = found is None and not goes_on
        if self.is_supposed:
            found = self.only.of(clause, sentence)
        if found is None:
            return None, None
        period = self.told.resolve(found)
        return period, span_of(found.start, found.end) if period else None

    def _of_clause(self, clause: Clause, start: int, end: int) -> tuple[DateMention | None, DateMention | None]:
        """The days told before and behind a mention in its clause, but for those of another."""
        before, behind = self._before(clause.start, start), self._after(end, clause.end)
        if behind is not None and not clause.said.isdisjoint(MOVED):  # "перенесли с 27 ноября на 5 декабря"
            behind = self._usable.last_until(clause.end - 1) or behind
        if behind is not None and is_day_behind(self.frame, behind, end, clause.end):
            behind = None
        if before is not None and behind is not None and is_day_before(self.frame, before, behind, start, end):
            before = None
        return before, behind

    def told_in(self, sentence: Sentence) -> tuple[Period | None, Span | None]:
        """The first day that a sentence tells, and the place that tells it."""
        found = self._after(sentence.start, sentence.end)
        period = self.told.resolve(found) if found is not None else None
        return period, span_of(found.start, found.end) if found is not None and period is not None else None

    def _before(self, start: int, end: int) -> DateMention | None:
        """The last date between two places."""
        found = self._usable.last_until(end - 1)
        if found is None or found.start < start:
            return None
        return None if is_of_the_one_before(self.frame, start, (found.start, found.end), end) else found

    def _after(self, start: int, end: int) -> DateMention | None:
        """The first date between two places."""
        return self._usable.first_within(start, end)

    def _told_later(self, sentence: Sentence, end: int) -> DateMention | None:
        """ "Семинар, который прошёл 5 декабря": a date of a later clause, where no other activity claims it."""
        found = self._after(end, sentence.end)
        if found is None:
            return None
        part = self.frame.text.find(",", found.end, sentence.end)
        part = part if part >= 0 else sentence.end  # "финал состоялся 3 декабря, лучшим стал спектакль …"
        return None if "kind" in self.frame.said(end, part) else found

    def _whole_campaign(self, start: int, end: int) -> DateMention | None:
        """ "С 25 ноября по 10 декабря работала горячая линия", where no other day stands between them."""
        dates = self.frame.dates_in(start, end)
        return next((date for date in dates[-1:] if is_whole_campaign(date, self.days)), None)

    def remember(self, period: Period | None, kind: str) -> None:
        """What "в тот же день" means from now on."""
        if period is not None:
            self.told.remember(period, kind, self.line)
