"""From a text to its activities and reported totals: the stage's one way through."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from svod.extraction import rows, sets
from svod.extraction.compose import Setting, Surroundings, activities_of
from svod.extraction.found import Found, tell_again, told_before
from svod.extraction.frame import Frame, see
from svod.extraction.grammar import words
from svod.extraction.holders import name_holders
from svod.extraction.lexicon import lexicon_of
from svod.extraction.mention import Mention
from svod.extraction.mentions import KIND_CATEGORIES, find_mentions
from svod.extraction.nothing import nothing_held
from svod.extraction.organisers import has_its_own_holder
from svod.extraction.people import People, add_people, people_in
from svod.extraction.people_kk import heads_attendance
from svod.extraction.places import find_places
from svod.extraction.quantities import counts_things, recounts
from svod.extraction.sentences import Sentence
from svod.extraction.titles import Titles, find_titles, is_campaign, name_by_theme, title_of
from svod.extraction.totals import totals_in, what_it_counts
from svod.extraction.totals_ru import SUMS, Section, summing_section, sums_up
from svod.extraction.verdicts_kk import stands_alone
from svod.extraction.when import Calendar, dates_of
from svod.extraction.whereabouts import Scope, Whereabouts
from svod.language.fold import fold
from svod.packs import Pack
from svod.records import Activity, Document, Evidence, NothingHeld, Reading, ReportedTotal, Span

# Kinds that, told by a verb alone, may be no more than what was done at the activity before.
PARTS = frozenset({"distribution", "screening", "info_stand"})
SHORTEST_NAME = 3  # letters: "қор"
OPENING = 24  # characters in which a sentence says that it sums up
CLOSE = 14  # characters between a kind only referred to and a title that is its own
# What has no gathering, at which something might be handed out.
WITHOUT_A_GATHERING = frozenset(
    {"exhibition", "info_stand", "media", "hotline", "distribution", "project", "challenge", "survey"}
)
FILMED = frozenset({"challenge", "flash_mob"})  # "челлендж, выложено 63 ролика": what was made in it
SPANS = words("spans")  # what went on for days was no part of one activity
IN_SECTION = frozenset({"total.trigger", "total.section"})
NAMES_PARTNERS = frozenset({"partner.marker", "partner.speech"})
GATHERED = frozenset({"assembly", "commission_session", "round_table", "seminar", "meeting", "conference", "debate"})
POINTS_BACK = frozenset({"points_back", "points_at_gathering"})
# Kinds whose quotation may be the whole campaign's name: "акция «16 дней …»".
UMBRELLAS = frozenset({"outreach", "other", "challenge", "project"})

_SETTINGS: dict[str, Setting] = {}


def setting_of(pack: Pack) -> Setting:
    """The pack, prepared; once in a process."""
    if pack.fingerprint not in _SETTINGS:
        units = {unit.code: unit for unit in pack.geography.units}
        names = (name for lexicon in pack.lexicon.values() for name in lexicon.get("campaign", {}).get("name", ()))
        _SETTINGS[pack.fingerprint] = Setting(
            pack, lexicon_of(pack), units, sets.Implied(pack), tuple(fold(name) for name in names)
        )
    return _SETTINGS[pack.fingerprint]


@dataclass(frozen=True, slots=True)
class Examination:
    """A reading together with every mention it was decided from, those that are no activity included."""

    reading: Reading
    mentions: tuple[Mention, ...]


def extract(document: Document, pack: Pack) -> Reading:
    """The activities and reported totals of one document, in the order of its text."""
    return examine(document, pack).reading


def examine(document: Document, pack: Pack) -> Examination:
    """Extract, and keep what was decided on the way: for `svod explain`."""
    setting = setting_of(pack)
    days = (pack.first_day, pack.last_day)
    frame = see(document.text, setting.lexicon, lambda folded: dates_of(folded, document.year, days))
    frame.year = document.year
    extraction = _Extraction(document, setting, frame)
    return Examination(extraction.run(), tuple(extraction.mentions))


@dataclass(slots=True)
class _Extraction:
    """One text, sentence by sentence."""

    document: Document
    setting: Setting
    frame: Frame
    found: list[Found] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    totals: list[ReportedTotal] = field(default_factory=list)
    told: set[str] = field(default_factory=set)  # the kinds told so far
    titles: set[str] = field(default_factory=set)  # of the activities told so far, in small letters
    awaited: list[People] = field(default_factory=list)  # told before any activity
    carried: frozenset[str] = frozenset()  # what the verbs said before a semicolon

    def run(self) -> Reading:
        where = Whereabouts(self.frame, find_places(self.frame, self.setting.units))
        calendar = Calendar(self.frame, self.document, (self.setting.pack.first_day, self.setting.pack.last_day))
        around = Surroundings(self.document.id, self.setting, where, calendar)
        table = rows.find_rows(self.frame)
        section: Section | None = None
        for sentence in self.frame.sentences:
            said = self.frame.said(sentence.start, sentence.end)
            section = summing_section(self.frame, sentence, said, section)
            if section is not None and self.found:
                said |= IN_SECTION
            where.begin(sentence, not said.isdisjoint(SUMS) and self._opens_a_sum(sentence, said))
            calendar.begin(sentence)
            told = len(self.found)
            self._sentence(sentence, said, table.get(sentence.line), around)
            calendar.pass_by(sentence, said, told=len(self.found) > told)
            where.end(sentence)
        name_holders(self.frame, self.found)
        kept = tuple(item.activity() for item in self._kept())
        return Reading(self.document, kept, tuple(self.totals), self._nothing_held(kept, where))

    def _opens_a_sum(self, sentence: Sentence, said: frozenset[str]) -> bool:
        """ "Всего проведено…": the word of summing up begins the sentence, or no kind is named in it."""
        opening = self.frame.said(sentence.start, sentence.start + OPENING)
        return not SUMS.isdisjoint(opening) or said.isdisjoint(KIND_CATEGORIES)

    def _nothing_held(self, kept: tuple[Activity, ...], where: Whereabouts) -> tuple[NothingHeld, ...]:
        """What says so, in a text that tells neither an activity that was held nor a number above nought."""
        if any(not activity.planned for activity in kept) or any(total.value.most != 0 for total in self.totals):
            return ()
        return nothing_held(self.frame, where.places, self.document.id, self.totals)

    def _sentence(self, sentence: Sentence, said: frozenset[str], row: rows.Row | None, around: Surroundings) -> None:
        """`said`: all categories of the sentence's words; "total.trigger" among them says that it sums up."""
        frame, summing = self.frame, not SUMS.isdisjoint(said)
        counts_something = bool(frame.numbers_in(sentence.start, sentence.end))
        if self.found:
            name_by_theme(frame, sentence, said, self.found[-1])
        if not counts_something and said.isdisjoint(KIND_CATEGORIES):
            self.carried = self.carried if sentence.ends_item else frozenset()
            self._add_partners(sentence, said)
            return
        clauses = frame.clauses(sentence, self.carried, whole=row is not None)
        self.carried = clauses[-1].categories if sentence.ends_item else frozenset()
        mentions = find_mentions(frame, sentence, clauses, self.told, self._paragraph_told(sentence))
        self.mentions += mentions
        made = self._activities(self._not_summed(mentions, sentence, said, row), row, summing, around)
        taken = [item.sources["count"] for item in made if "count" in item.sources]
        if row is not None:
            taken += rows.add_cells(frame, row, made) or self._sum_people(sentence, row, made, around)
        elif counts_something:
            taken += add_people(frame, sentence, mentions, made, self.found, summing)
            if not self.found and not made and heads_attendance(frame, sentence):
                self.awaited = people_in(frame, sentence.start, sentence.end)[:1]
        if not made:
            self._add_partners(sentence, said)
        elif len(made) == 1 and made[0].mention.language == "kk":
            clause = made[0].mention.clause
            if clause.end < sentence.end:
                self._add_guests(made[0], clause.end, sentence.end)
        self._keep(made)
        if counts_something:
            self._sum_up(sentence, said, taken, lambda: around.where.scope(clauses[0], sentence), mentions)

    def _not_summed(
        self, mentions: list[Mention], sentence: Sentence, said: frozenset[str], row: rows.Row | None
    ) -> list[Mention]:
        """The mentions but those whose number sums up."""
        if row is not None or not mentions or SUMS.isdisjoint(said):
            return mentions
        numbers = self.frame.numbers_in(sentence.start, sentence.end)
        counts = (what_it_counts(self.frame, number, sentence) for number in numbers if number.role == "quantity")
        counted = [one.mark for one in counts if one is not None]
        told_above = len(counted) > 1 or any(item.line < sentence.line for item in self.found)
        return [mention for mention in mentions if not sums_up(mention, said, counted, told_above)]

    def _sum_people(self, sentence: Sentence, row: rows.Row, made: list[Found], around: Surroundings) -> list[Span]:
        """The people of a table's last row are a total; returns the place of their number."""
        people = None if made else rows.summed_up(self.frame, row, sentence)
        if people is None:
            return []
        region, place = around.where.scope(self.frame.clauses(sentence, whole=True)[0], sentence)
        evidence = Evidence(self.document.id, people.start, people.end)
        self.totals.append(
            ReportedTotal("participants", people.bounds, evidence, None, region, 0.8, ("summing_up",), place)
        )
        return [Span(people.start, people.end)]

    def _sum_up(
        self,
        sentence: Sentence,
        said: frozenset[str],
        taken: list[Span],
        scope: Callable[[], Scope],
        mentions: list[Mention],
    ) -> None:
        """The sentence's totals; `taken` are the numbers that its activities took."""
        after_total = self._after_total(sentence)
        self.totals += totals_in(self.frame, sentence, said, self.document.id, scope, taken, mentions, after_total)

    def _after_total(self, sentence: Sentence) -> bool:
        """Whether a total was told before in this paragraph."""
        told_before = self.totals[-1].evidence.end if self.totals else sentence.start
        return bool(self.totals) and self.frame.text.find("\n", told_before, sentence.start) < 0

    def _activities(
        self, mentions: list[Mention], row: rows.Row | None, summing: bool, around: Surroundings
    ) -> list[Found]:
        """The sentence's own activities."""
        if not mentions:
            return []
        around = replace(around, aside=row.aside) if row else around
        titles = find_titles(self.frame, mentions[0].sentence, mentions)
        made: list[Found] = []
        for index, mention in enumerate(mentions):
            quotes = titles.by_mention.get(index, [])
            if mention.verdict.rule == "inside_another" and mention.language == "kk":
                self._is_part(mention, summing, made)
            self._hear_of_network(mention)
            if not self._is_told(mention, index, titles) or (row and not row.holds("activity", mention.mark.start)):
                continue
            if self._names_campaign(mention, quotes) or self._is_part(mention, summing, made):
                continue
            quotes = [quote for quote in quotes if not is_campaign(self.frame, quote, self.setting.campaign)]
            if not quotes and recounts(mention, made):
                continue
            made += activities_of(mention, quotes, index in titles.others_after, around)
            around.calendar.remember(made[-1].date, made[-1].kind)
        _share_organiser(made)
        _name_in_full(made, self.found)
        return made

    def _is_told(self, mention: Mention, index: int, titles: Titles) -> bool:
        """Held or planned; or a reference with a title of its own: "на круглом столе «…» были даны рекомендации"."""
        if mention.verdict.status in ("held", "planned"):
            return True
        if mention.verdict.status != "reference" or mention.code in UMBRELLAS or index not in titles.by_mention:
            return False
        if mention.language == "kk" and _only_named(mention):
            return False
        if titles.by_mention[index][0].start - mention.mark.end > CLOSE:
            return False
        names = {title_of(self.frame, quote).casefold() for quote in titles.by_mention[index]}
        return names.isdisjoint(self.titles)

    def _names_campaign(self, mention: Mention, quotes: list[Span]) -> bool:
        return mention.code in UMBRELLAS and any(
            is_campaign(self.frame, quote, self.setting.campaign) for quote in quotes
        )

    def _is_part(self, mention: Mention, summing: bool, made: list[Found]) -> bool:
        """Leaflets handed out or a film shown at an activity are its materials; summed up, they are a total."""
        is_film = mention.is_verb or "material" in mention.mark.categories
        if mention.code == "media" and is_film and self._is_film_of(mention, made):
            return True
        if mention.code not in PARTS or not mention.is_verb:
            return False
        clause = mention.clause
        before = made or [item for item in self.found[-1:] if item.line == mention.sentence.line]
        counted = counts_things(self.frame, clause)
        if mention.language != "kk" and (summing or (counted and self._after_total(mention.sentence))):
            return True
        if not before:
            return False
        if before[-1].kind in WITHOUT_A_GATHERING and before[-1].kind != mention.code:
            return False
        if counted or self.frame.dates_in(clause.start, clause.end):
            return False
        if any(word in SPANS for word in self.frame.words_in(clause.start, clause.end)):
            return False
        if _stands_apart(mention, before[-1].mention):
            return False
        before[-1].add_codes("materials", sets.codes_in(self.frame, "material", clause.start, clause.end))
        return True

    def _hear_of_network(self, mention: Mention) -> None:
        """ "Кездесу ZOOM платформасында өтті": of the meeting told before."""
        if mention.language != "kk" or mention.verdict.rule not in POINTS_BACK or not mention.is_online:
            return
        last = self.found[-1] if self.found else None
        if last is not None and last.line == mention.sentence.line:
            last.online = True

    def _is_film_of(self, mention: Mention, made: list[Found]) -> bool:
        """ "Челлендж басталды, студенттер 60 видео түсірді": what a challenge is made of."""
        if mention.language != "kk" and mention.is_verb and made and made[-1].kind in FILMED:
            made[-1].add_codes("materials", ["video"])
            return True
        before = (made or self.found)[-1:] if mention.language == "kk" else []
        if not before or before[0].kind != "challenge" or mention.sentence.line - before[0].line > 1:
            return False
        clause = mention.clause
        before[0].add_codes("materials", sets.codes_in(self.frame, "material", clause.start, clause.end))
        return True

    def _add_partners(self, sentence: Sentence, said: frozenset[str]) -> None:
        """ "Кездесуге прокурор қатысты": of the activity before, where its sentence told but one."""
        if {"material", "held.present"} <= said and self.found and self.found[-1].line == sentence.line:
            self.found[-1].add_codes("materials", sets.codes_in(self.frame, "material", sentence.start, sentence.end))
        if "partner" not in said or said.isdisjoint(NAMES_PARTNERS):
            return
        last = [item for item in self.found[-2:] if item.line == sentence.line]
        if not last or (len(last) == 2 and last[0].mention.sentence == last[1].mention.sentence):
            return
        self._add_guests(last[-1], sentence.start, sentence.end)

    def _add_guests(self, item: Found, start: int, end: int) -> None:
        """Those told later; the police that hold a raid are not its guests as well."""
        holder = item.sources.get("organiser", Span(0, 0))
        own = sets.codes_in(self.frame, "partner", holder.start, holder.end)
        guests = sets.partners_later(self.frame, start, end)
        item.add_codes("partners", (code for code in guests if code not in own))

    def _keep(self, made: list[Found]) -> None:
        if made and self.awaited:
            _give_those_present(made[0], self.awaited.pop())
        for item in made:
            earlier = told_before(item, self.found)
            if earlier is not None:
                tell_again(earlier, item)
            else:
                self.found.append(item)
                self.told.add(item.kind)
                self.titles.add((item.title or "").casefold())

    def _kept(self) -> list[Found]:
        """All but what is weak beside others, and what a headline tells before the text does."""
        kept = self.found
        if any(item.is_weak for item in kept):
            on_line = Counter(item.line for item in kept)
            kept = [item for item in kept if not item.is_weak or on_line[item.line] == 1]
        if kept and self._is_headline(kept[0]):
            below = {item.kind for item in kept if item.line > kept[0].line}
            kept = [item for item in kept if item.kind not in below or not self._is_headline(item)]
        return kept

    def _is_headline(self, item: Found) -> bool:
        """ "Костанай отметил День семьи концертом" over a text, without a full stop and without a day."""
        sentence = item.mention.sentence
        first = self.frame.sentences[0]
        if item.line != first.line or item.date is not None or item.participants is not None:
            return False
        return sentence.end == first.end and self.frame.text[sentence.end - 1] not in ".;|"

    def _paragraph_told(self, sentence: Sentence) -> bool:
        """Whether this paragraph or the last one told an activity."""
        return bool(self.found) and sentence.line - self.found[-1].line <= 1


def _give_those_present(item: Found, people: People) -> None:
    """ "Қатысқандар: 9 адам. Күн тәртібі: …": a protocol's people are those of the meeting told behind them."""
    if item.kind in GATHERED and item.participants is None:
        item.say("participants", people.bounds, people.span)


def _name_in_full(made: list[Found], found: list[Found]) -> None:
    """ "Орталық" is "Қалалық жастар ресурстық орталығы", where that was named as the holder before."""
    for item in made:
        name = item.organiser
        if name is None or " " in name or item.mention.language != "kk" or len(name) < SHORTEST_NAME:
            continue
        stem = name.casefold()[: len(name) - 1]
        for earlier in reversed(found):
            full = earlier.organiser
            if full and " " in full and full.rpartition(" ")[2].casefold().startswith(stem):
                item.organiser = full
                break


def _stands_apart(mention: Mention, before: Mention) -> bool:
    """Whether what a verb tells is no part of the activity before: "Акимат показал на площади фильм"."""
    if mention.language == "kk":
        return mention.code != "info_stand" and stands_alone(mention, before)
    return before.sentence is not mention.sentence and has_its_own_holder(mention)


def _only_named(mention: Mention) -> bool:
    """ "«Үздік» байқауының жеңімпаздарын марапаттады", or a part of what was told before."""
    rule = mention.verdict.rule
    return rule == "inside_another" or (rule == "oblique" and mention.cases() == {"g"})


def _share_organiser(made: list[Found]) -> None:
    """What one sentence tells has one organiser, where it names but one, from the place on where it is named."""
    organiser: tuple[str, Span] | None = None
    for item in made:
        if item.organiser is None and organiser is not None:
            item.say("organiser", *organiser)
        elif item.organiser is not None:
            organiser = (item.organiser, item.sources["organiser"])
