"""The account of one text, sentence by sentence: what each tells beside what was told before it."""

from svod.extraction.around.attendance import add_people
from svod.extraction.around.by_day import day_by_day
from svod.extraction.around.corrections import corrects
from svod.extraction.around.guests import add_guests, add_partners, add_those_who_came
from svod.extraction.around.holders import name_in_full, resume_organiser, share_organiser
from svod.extraction.around.one_by_one import one_by_one
from svod.extraction.around.opened import Opened
from svod.extraction.around.parts import add_things, is_part, shown_in
from svod.extraction.around.passed_over import PassedOver, may_be_one
from svod.extraction.around.same_guests import THE_SAME, add_same_guests
from svod.extraction.around.second_look import Reversal, SecondLook
from svod.extraction.around.sums import Sums, not_summed
from svod.extraction.around.told import Told
from svod.extraction.around.told_later_kk import add_reached, add_told, call_by_noun, hear_of_network
from svod.extraction.fields.compose import Surroundings, activities_of
from svod.extraction.fields.people import people_in
from svod.extraction.fields.quantities import recounts
from svod.extraction.fields.title_words import is_campaign, name_by_theme
from svod.extraction.fields.titles import find_titles
from svod.extraction.lexicon.categories import HELD, KIND_CATEGORIES
from svod.extraction.mentions.by_its_day_kk import hear_of_its_day
from svod.extraction.mentions.come_true import hear_that_it_was_held
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.tables.cells import add_cells, without_asides
from svod.extraction.tables.counts import counted
from svod.extraction.tables.done import hear_of_deed
from svod.extraction.tables.indicators import adds_people, hear_of_count
from svod.extraction.tables.retold import retold
from svod.extraction.tables.rows import Row
from svod.extraction.text.clause import NONE, Clause
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.extraction.totals.summing_ru import SUMS
from svod.extraction.verdicts.mentions import find_mentions
from svod.extraction.verdicts.titled import is_told
from svod.records import Span

NO_TITLES: list[Span] = []
CARRIED = frozenset({"goal.word", "goal.history"})  # "Цели: охват населения; проведение бесед": of the whole list


class Account:
    """What the sentences of a text told so far: activities, totals, and every mention they were decided from."""

    def __init__(self, frame: Frame, around: Surroundings, second_look: SecondLook | None) -> None:
        self.frame, self.around, self.second_look = frame, around, second_look
        self.told, self.sums = Told(frame), Sums(frame, around.document)
        self.mentions: list[Mention] = []
        self.passed_over = PassedOver(around.document)
        self.reversals: list[Reversal] = []
        self.carried = NONE  # what the verbs said before a semicolon
        self.opened = Opened(frame)

    def add(self, sentence: Sentence, said: frozenset[str], row: Row | None) -> None:
        """What a sentence tells, or a table's row; `said`: all categories of its words."""
        told = len(self.told.found)
        self.opened.reach(sentence)
        if row is not None and (row.counts or row.is_head):
            self._counts(sentence, row)
        elif not self._adds_a_number(sentence, row):
            self._tell(sentence, said, row)
        self.opened.hear(sentence, said, told=len(self.told.found) > told)

    def _adds_a_number(self, sentence: Sentence, row: Row | None) -> bool:
        """Whether it only tells a number of what was told before, or puts one right."""
        if row is None:
            return corrects(self.frame, sentence, self.told.found)
        return adds_people(self.frame, row, self.told.found, sentence.line)

    def _counts(self, sentence: Sentence, row: Row) -> None:
        """A row of a table of numbers."""
        if not row.is_head:
            self.told.append(counted(self.frame, sentence, row, self.around))
            self.sums.add_row(sentence, row, self.around)

    def _tell(self, sentence: Sentence, said: frozenset[str], row: Row | None) -> None:
        """Prose, or a row of a table that tells of an activity."""
        found = self.told.found
        if found:
            name_by_theme(self.frame, sentence, said, found[-1])
        if (
            self.frame.numbers_of(sentence)
            or not said.isdisjoint(KIND_CATEGORIES)
            or self._names_what_it_held(sentence, said)
        ):
            self._tell_of_activities(sentence, said, row)
            return
        self.carried = self.carried | (said & CARRIED) if sentence.ends_item else NONE
        if shown_in(said):
            add_things(self.frame, clauses_of(self.frame, sentence), (), (), found)
        self._add_to_what_was_told(sentence, said)

    def _names_what_it_held(self, sentence: Sentence, said: frozenset[str]) -> bool:
        """ "«Ақ жол» атты рәсім өтті": a name and a verb of holding, of a form that the lexicon does not know."""
        return not said.isdisjoint(HELD) and bool(self.frame.quotes_in(sentence.start, sentence.end))

    def _tell_of_activities(self, sentence: Sentence, said: frozenset[str], row: Row | None) -> None:
        """`said` with one of `SUMS` among it says that it sums up."""
        frame, found, summing = self.frame, self.told.found, not SUMS.isdisjoint(said)
        clauses = clauses_of(frame, sentence, self.carried | self.opened.said, whole=row is not None)
        self.carried = clauses[-1].categories if sentence.ends_item else NONE
        mentions = self._mentions(sentence, clauses, row)
        call_by_noun(mentions, found)
        made = self._activities(
            not_summed(mentions, sentence, said, row, found, self.sums.told_before(sentence)), row, summing
        )
        made = day_by_day(frame, sentence, made, found) if made or not mentions else made
        made = made if row is None else without_asides(frame, made)
        if shown_in(said):
            add_things(frame, clauses, mentions, made, found)
        taken = [item.sources["count"] for item in made if "count" in item.sources]
        counts_something = bool(frame.numbers_of(sentence))
        if row is not None:
            places = self.around.where.places
            taken += add_cells(frame, row, made, places) if made else self.sums.add_row(sentence, row, self.around)
            made = [] if retold(row, made, found) is not None else made
        elif counts_something:
            people = people_in(frame, sentence.start, sentence.end)
            taken += add_people(frame, sentence, mentions, made, found, summing, people, self.second_look)
            self.passed_over.keep_people(people, taken, lambda: self.around.where.scope(clauses[0], sentence))
            if not made:
                self.told.expect(sentence, said, people)
        if not made:
            self._add_to_what_was_told(sentence, said)
        elif len(made) == 1:
            self._add_guests(made[0], sentence)
        if THE_SAME in said:
            add_same_guests(frame, sentence, made, found)
        if made:
            add_reached(made)
            self.told.keep(one_by_one(frame, made, self.around.where.places))
        if counts_something:
            self.sums.add(sentence, said, taken, lambda: self.around.where.scope(clauses[0], sentence), mentions)

    def _add_to_what_was_told(self, sentence: Sentence, said: frozenset[str]) -> None:
        add_partners(self.frame, sentence, said, self.told.found)
        add_told(self.frame, sentence, said, self.told.found)

    def _add_guests(self, only: Found, sentence: Sentence) -> None:
        """Who came, told behind the clause of the sentence's only activity."""
        clause = only.mention.clause
        if only.mention.language == "kk" and clause.end < sentence.end:
            add_guests(self.frame, only, clause.end, sentence.end)
            add_those_who_came(self.frame, only, sentence)

    def _mentions(self, sentence: Sentence, clauses: list[Clause], row: Row | None) -> list[Mention]:
        mentions = find_mentions(self.frame, sentence, clauses, self.told.kinds, self.told.near(sentence))
        if row is not None:
            hear_of_deed(self.frame, row, mentions)
            hear_of_count(self.frame, row, mentions)
        hear_that_it_was_held(mentions, self.told.found)
        hear_of_its_day(mentions, self.told.found)
        self.mentions += mentions
        if self.second_look is not None:
            self.reversals += self.second_look.at_mentions(mentions)
        return mentions

    def _activities(self, mentions: list[Mention], row: Row | None, summing: bool) -> list[Found]:
        """The sentence's own activities."""
        if not mentions:
            return []
        found, around = self.told.found, self.around
        if row is not None:
            around = Surroundings(around.document, around.setting, around.where, around.calendar, row.aside, row.guests)
        titles = find_titles(self.frame, mentions[0].sentence, mentions)
        made: list[Found] = []
        for index, mention in enumerate(mentions):
            quotes = titles.by_mention.get(index) or NO_TITLES
            if mention.verdict.rule == "inside_another" and mention.language == "kk":
                is_part(mention, made, found, self.sums, summing=summing)
            hear_of_network(mention, found)
            if row is not None and not row.holds("activity", mention.mark.start):
                continue
            if is_told(mention, index, titles, self.told.titles):
                made += self._told_by(mention, quotes, index in titles.others_after, made, around, summing)
            elif may_be_one(mention):
                self.passed_over.mentions += activities_of(mention, quotes[:1], False, around)
        resume_organiser(made, found)
        share_organiser(made)
        name_in_full(made, found)
        return made

    def _told_by(
        self,
        mention: Mention,
        quotes: list[Span],
        others: bool,
        made: list[Found],
        around: Surroundings,
        summing: bool,
    ) -> list[Found]:
        """What one mention tells: none where it is of the campaign itself, or a part or a number of what was told.

        `quotes` are its titles, `others`: "и другие" behind them.
        """
        found, campaign = self.told.found, around.setting.campaign
        own = [one for one in quotes if not is_campaign(self.frame, one, campaign)] if quotes else quotes
        names_campaign = "umbrella" in mention.traits and len(own) < len(quotes)
        if names_campaign or is_part(mention, made, found, self.sums, summing=summing):
            return []
        if not own and recounts(mention, made, found):
            return []
        told = activities_of(mention, own, others, around)
        around.calendar.remember(told[-1].date, told[-1].kind)
        return told
