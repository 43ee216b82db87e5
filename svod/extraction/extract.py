"""From a text to its activities and reported totals: the stage's one way through."""

import gc
from dataclasses import dataclass

from svod.extraction.around.attendance import add_people
from svod.extraction.around.by_day import day_by_day
from svod.extraction.around.guests import add_guests, add_partners, add_those_who_came
from svod.extraction.around.holders import name_holders, name_in_full, resume_organiser, share_organiser
from svod.extraction.around.holders_before import go_on_with_holders
from svod.extraction.around.holders_kk import name_holders_kk, tell_holder
from svod.extraction.around.holders_ru import tell_holder_ru
from svod.extraction.around.later import tell_day
from svod.extraction.around.parts import add_things, hear_of_network, is_part, shown_in
from svod.extraction.around.second_look import Reversal, SecondLook
from svod.extraction.around.sums import Sums, not_summed, opens_a_sum
from svod.extraction.around.told import Told
from svod.extraction.around.told_later_kk import add_reached, add_told
from svod.extraction.doubts import Usual
from svod.extraction.fields.classes import add_classes
from svod.extraction.fields.compose import Surroundings, activities_of
from svod.extraction.fields.places import find_places
from svod.extraction.fields.quantities import recounts
from svod.extraction.fields.setting import Setting, setting_of
from svod.extraction.fields.title_words import is_campaign, name_by_theme, title_of
from svod.extraction.fields.titles import Titles, find_titles
from svod.extraction.fields.when import Calendar
from svod.extraction.lexicon.categories import KIND_CATEGORIES
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.tables.cells import add_cells
from svod.extraction.tables.counts import counted
from svod.extraction.tables.done import hear_of_deed
from svod.extraction.tables.rows import Row, find_rows
from svod.extraction.text.along import comes_along
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.days import dates_of
from svod.extraction.text.frame import NONE, Clause, Frame
from svod.extraction.text.place import Place
from svod.extraction.text.see import see
from svod.extraction.text.sentences import ITEM, Sentence
from svod.extraction.text.whereabouts import Whereabouts
from svod.extraction.totals.nothing import nothing_held
from svod.extraction.totals.summing_ru import SUMS, Section, summing_section
from svod.extraction.verdicts.inside import within_the_only_one
from svod.extraction.verdicts.mentions import find_mentions
from svod.extraction.voices import together, voices_of
from svod.packs import Pack
from svod.records import Activity, Document, NothingHeld, Reading, Span

OPENING = 24  # characters in which a sentence says that it goes on inside what was told
BESIDE = words("beside") | words("for_whom")
WITHIN_IT = words("within_it")
CLOSE = 14  # characters between a kind only referred to and a title that is its own
AHEAD = frozenset({"planned.verb", "goal.word", "cancelled.word"})
CARRIED = frozenset({"goal.word", "goal.history"})  # "Цели: охват населения; проведение бесед": of the whole list
IN_SECTION = frozenset({"total.trigger", "total.section"})
# Kinds whose quotation may be the whole campaign's name: "акция «16 дней …»".
UMBRELLAS = frozenset({"outreach", "other", "challenge", "project"})


@dataclass(frozen=True, slots=True)
class Examination:
    """A reading together with every mention it was decided from, those that are no activity included.

    `places` are where the mentions stand in the document, `named` the places of the country that the text names;
    `reversals` are the mentions of which a second look thought otherwise.
    """

    reading: Reading
    mentions: tuple[Mention, ...]
    places: tuple[Span, ...]
    named: tuple[Place, ...]
    reversals: tuple[Reversal, ...] = ()


def extract(document: Document, pack: Pack, second_look: SecondLook | None = None) -> Reading:
    """The activities and reported totals of one document, in the order of its text."""
    setting = setting_of(pack)
    with _CollectorAtRest():
        return _alone(_heard(document, setting, second_look))  # all else is let go before the collector could see it


def examine(document: Document, pack: Pack, second_look: SecondLook | None = None) -> Examination:
    """Extract, and keep what was decided on the way: for `svod explain`."""
    setting = setting_of(pack)
    with _CollectorAtRest():
        return _heard(document, setting, second_look)


def _heard(document: Document, setting: Setting, second_look: SecondLook | None) -> Examination:
    """A chat's voices one after another, all else in one piece."""
    voices = voices_of(document)
    if not voices:
        return _examined(document, setting, second_look)
    heard = [_examined(voice.document, setting, second_look) for voice in voices]
    named = tuple(place for one in heard for place in one.named)
    return Examination(
        together(document, [voice.placed(one.reading) for voice, one in zip(voices, heard, strict=True)], named),
        tuple(mention for one in heard for mention in one.mentions),
        tuple(voice.place(place) for voice, one in zip(voices, heard, strict=True) for place in one.places),
        named,
        tuple(reversal for one in heard for reversal in one.reversals),
    )


def _alone(examination: Examination) -> Reading:
    """The reading; two mentions that point at one another would leave all that was seen to the collector."""
    for mention in examination.mentions:
        mention.listed_after = None
    return examination.reading


class _CollectorAtRest:
    """Python looks for garbage whenever some hundreds of things were made. What is seen in a text is made by thousands
    and kept to its end: looking for garbage before it would take a seventh of the time and find none."""

    def __enter__(self) -> None:
        self.was_collecting = gc.isenabled()
        gc.disable()

    def __exit__(self, *error: object) -> None:
        if self.was_collecting:
            gc.enable()


def _examined(document: Document, setting: Setting, second_look: SecondLook | None) -> Examination:
    pack = setting.pack
    days = (pack.first_day, pack.last_day)
    year = document.year
    frame = see(document.text, setting.lexicon, lambda folded, places: dates_of(folded, year, days, places), year)
    extraction = _Extraction(document, setting, frame, second_look)
    reading, mentions = extraction.run(), tuple(extraction.mentions)
    places = tuple([Span(mention.mark.start, mention.mark.end) for mention in mentions])
    return Examination(reading, mentions, places, tuple(extraction.named), tuple(extraction.reversals))


class _Extraction:
    """One text, sentence by sentence."""

    def __init__(self, document: Document, setting: Setting, frame: Frame, second_look: SecondLook | None) -> None:
        self.document, self.setting, self.frame, self.second_look = document, setting, frame, second_look
        self.told, self.sums = Told(frame), Sums(frame, document.id)
        self.mentions: list[Mention] = []
        self.reversals: list[Reversal] = []
        self.named: list[Place] = []
        self.carried = NONE  # what the verbs said before a semicolon
        self.opened = NONE  # what is said of the items below: "планируется провести:"

    def run(self) -> Reading:
        places = find_places(self.frame, self.setting.units, self.document.region)
        where, self.named = Whereabouts(self.frame, places), places.seen
        calendar = Calendar(self.frame, self.document, (self.setting.pack.first_day, self.setting.pack.last_day))
        around = Surroundings(self.document.id, self.setting, where, calendar)
        found = self.told.found
        table = find_rows(self.frame)
        section: Section | None = None
        for sentence in self.frame.sentences:
            said = self.frame.said_in(sentence)
            section = summing_section(self.frame, sentence, said, section)
            if section is not None and found:
                said |= IN_SECTION
            where.begin(sentence, not said.isdisjoint(SUMS) and opens_a_sum(self.frame, sentence, said))
            calendar.begin(sentence)
            told = len(found)
            if self.opened and not self._is_item(sentence):
                self.opened = NONE
            row = table.get(sentence.line)
            if row is not None and (row.counts or row.is_head):
                self._counts(sentence, row, around)
            else:
                self._sentence(sentence, said, row, around)
            if len(found) == told:
                tell_holder(self.frame, sentence, said, found)
                tell_holder_ru(self.frame, sentence, said, found)
                tell_day(self.frame, sentence, said, found, calendar)
            calendar.pass_by(sentence, said, told=len(found) > told)
            if self.frame.text[sentence.end - 1] == ":":
                self.opened = NONE if len(found) > told else said & AHEAD
            where.end(sentence)
            if found and where.heading_line == sentence.line:
                found[-1].is_over = True
        name_holders(self.frame, found)
        go_on_with_holders(self.frame, found)
        name_holders_kk(self.frame, found)
        add_classes(self.frame, found)
        usual = Usual(self.setting.pack, self.document.year)
        kept = tuple([usual.weigh(item.activity()) for item in self.told.kept()])
        return Reading(self.document, kept, tuple(self.sums.totals), self._nothing_held(kept, where))

    def _nothing_held(self, kept: tuple[Activity, ...], where: Whereabouts) -> tuple[NothingHeld, ...]:
        """What says so, in a text that tells neither an activity that was held nor a number above nought."""
        totals = self.sums.totals
        if any(not activity.planned for activity in kept) or any(total.value.most != 0 for total in totals):
            return ()
        return nothing_held(self.frame, where.places, self.document.id, totals)

    def _is_item(self, sentence: Sentence) -> bool:
        """Whether it begins an item of a list, or goes on in its line."""
        begins = self.frame.text[max(0, sentence.start - 1)] == "\n"
        return not begins or ITEM.match(self.frame.text, sentence.start) is not None

    def _counts(self, sentence: Sentence, row: Row, around: Surroundings) -> None:
        """A row of a table of numbers."""
        if not row.is_head:
            self.told.append(counted(self.frame, sentence, row, around))
            self.sums.add_row(sentence, row, around)

    def _sentence(self, sentence: Sentence, said: frozenset[str], row: Row | None, around: Surroundings) -> None:
        """`said`: all categories of the sentence's words; "total.trigger" among them says that it sums up."""
        frame, found, summing = self.frame, self.told.found, not SUMS.isdisjoint(said)
        counts_something = bool(frame.numbers_of(sentence))
        if found:
            name_by_theme(frame, sentence, said, found[-1])
        if not counts_something and said.isdisjoint(KIND_CATEGORIES):
            self.carried = self.carried | (said & CARRIED) if sentence.ends_item else frozenset()
            add_things(frame, clauses_of(frame, sentence) if shown_in(said) else (), (), (), found)
            add_partners(frame, sentence, said, found)
            add_told(frame, sentence, said, found)
            return
        clauses = clauses_of(frame, sentence, self.carried | self.opened, whole=row is not None)
        self.carried = clauses[-1].categories if sentence.ends_item else frozenset()
        mentions = self._mentions(sentence, clauses, row)
        made = self._activities(not_summed(mentions, sentence, said, row, found), row, summing, around)
        made = day_by_day(frame, sentence, made, found) if made or not mentions else made
        add_things(frame, clauses if shown_in(said) else (), mentions, made, found)
        taken = [item.sources["count"] for item in made if "count" in item.sources]
        if row is not None:
            taken += add_cells(frame, row, made) if made else self.sums.add_row(sentence, row, around)
        elif counts_something:
            taken += add_people(frame, sentence, mentions, made, found, summing, self.second_look)
            if not made:
                self.told.expect(sentence, said)
        if not made:
            add_partners(frame, sentence, said, found)
            add_told(frame, sentence, said, found)
        elif len(made) == 1 and made[0].mention.language == "kk":
            clause = made[0].mention.clause
            if clause.end < sentence.end:
                add_guests(frame, made[0], clause.end, sentence.end)
                add_those_who_came(frame, made[0], sentence)
        add_reached(made)
        self.told.keep(made)
        if counts_something:
            self.sums.add(sentence, said, taken, lambda: around.where.scope(clauses[0], sentence), mentions)

    def _mentions(self, sentence: Sentence, clauses: list[Clause], row: Row | None) -> list[Mention]:
        mentions = find_mentions(self.frame, sentence, clauses, self.told.kinds, self.told.near(sentence))
        if row is not None:
            hear_of_deed(self.frame, row, mentions)
        self.mentions += mentions
        if self.second_look is not None:
            self.reversals += self.second_look.at_mentions(mentions)
        return mentions

    def _activities(self, mentions: list[Mention], row: Row | None, summing: bool, around: Surroundings) -> list[Found]:
        """The sentence's own activities."""
        if not mentions:
            return []
        found = self.told.found
        if row is not None:
            around = Surroundings(around.document, around.setting, around.where, around.calendar, row.aside, row.guests)
        titles = find_titles(self.frame, mentions[0].sentence, mentions)
        made: list[Found] = []
        for index, mention in enumerate(mentions):
            quotes = titles.by_mention.get(index, [])
            if mention.verdict.rule == "inside_another" and mention.language == "kk":
                is_part(mention, made, found, self.sums, summing=summing)
            hear_of_network(mention, found)
            if not self._is_told(mention, index, titles) or (row and not row.holds("activity", mention.mark.start)):
                continue
            if self._names_campaign(mention, quotes) or is_part(mention, made, found, self.sums, summing=summing):
                continue
            quotes = [quote for quote in quotes if not is_campaign(self.frame, quote, self.setting.campaign)]
            if not quotes and recounts(mention, made):
                continue
            made += activities_of(mention, quotes, index in titles.others_after, around)
            around.calendar.remember(made[-1].date, made[-1].kind)
        resume_organiser(made, found)
        share_organiser(made)
        name_in_full(made, found)
        return made

    def _is_told(self, mention: Mention, index: int, titles: Titles) -> bool:
        """Held or planned; or a reference with a title of its own: "на круглом столе «…» были даны рекомендации"."""
        if mention.verdict.status in ("held", "planned"):
            return True
        if mention.verdict.status != "reference" or mention.code in UMBRELLAS or index not in titles.by_mention:
            return False
        if (
            (mention.language == "kk" and (_only_named(mention) or _is_around(mention)))
            or _is_inside(mention)
            or _is_beside(mention)
        ):
            return False
        if within_the_only_one.answer(mention) is not None:  # "ответили на вопросы викторины «Знатоки права»"
            return False
        if comes_along(self.frame, mention.mark):  # "с раздачей буклетов «Знай!»"
            return False
        if titles.by_mention[index][0].start - mention.mark.end > CLOSE:
            return False
        names = {title_of(self.frame, quote).casefold() for quote in titles.by_mention[index]}
        return names.isdisjoint(self.told.titles)

    def _names_campaign(self, mention: Mention, quotes: list[Span]) -> bool:
        names = self.setting.campaign
        return mention.code in UMBRELLAS and any(is_campaign(self.frame, quote, names) for quote in quotes)


def _is_inside(mention: Mention) -> bool:
    """ "В ходе мероприятия ребята отвечали на вопросы викторины «Знатоки»": of what was told before."""
    opening = mention.frame.said(mention.sentence.start, mention.sentence.start + OPENING)
    return mention.language == "ru" and mention.paragraph_told and "held.inside" in opening


def _is_around(mention: Mention) -> bool:
    """ "«Арман» фестивалі аясында дәріс өтті": within what the rest of the sentence took place."""
    seen, behind = mention.frame.words.words, mention.mark.last + 1
    return behind < len(seen) and seen[behind] in WITHIN_IT


def _is_beside(mention: Mention) -> bool:
    """ "Прошла беседа у выставки «Мир книг»", "слова для пресс-релиза «Дом»": where it was, or what for."""
    return mention.governor >= 0 and mention.frame.words.words[mention.governor] in BESIDE


def _only_named(mention: Mention) -> bool:
    """ "«Үздік» байқауының жеңімпаздарын марапаттады", "ойынның тақырыбы – «…»", or a part of what was told before."""
    rule = mention.verdict.rule
    return rule in ("inside_another", "tells_theme") or (rule == "oblique" and mention.cases() == {"g"})
