"""From a text to its activities and reported totals: the stage's one way through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from svod.extraction import quantities, sets
from svod.extraction.frame import Clause, Frame, see
from svod.extraction.lexicon import Lexicon, lexicon_of
from svod.extraction.mentions import find_mentions
from svod.extraction.organisers import organiser_of
from svod.extraction.places import Places, Whereabouts, find_places
from svod.extraction.rows import Row, find_rows, people_of, words_of
from svod.extraction.sentences import Sentence
from svod.extraction.titles import Titles, find_titles, is_campaign, title_of
from svod.extraction.totals import sums_up, totals_in
from svod.extraction.verdicts import Mention
from svod.extraction.when import Calendar
from svod.language.numbers import NumberMention
from svod.packs import Pack, Unit
from svod.records import Activity, Bounds, Document, Evidence, Period, Reading, ReportedTotal, Span

# Kinds that, told by a verb alone, may be no more than what was done at the activity before.
PARTS = frozenset({"distribution", "screening", "info_stand"})
CAMPAIGN_WORDS = ("16 дн", "16 кун", "16 акти", "16 белсен", "16 days")


@dataclass(slots=True)
class Setting:
    """What a pack gives the extractor, prepared once."""

    pack: Pack
    lexicon: Lexicon
    units: Mapping[str, Unit]
    implied: sets.Implied


_SETTINGS: dict[str, Setting] = {}


def setting_of(pack: Pack) -> Setting:
    if pack.fingerprint not in _SETTINGS:
        _SETTINGS[pack.fingerprint] = Setting(
            pack, lexicon_of(pack), {unit.code: unit for unit in pack.geography.units}, sets.implied_by(pack)
        )
    return _SETTINGS[pack.fingerprint]


def extract(document: Document, pack: Pack) -> Reading:
    """The activities and reported totals of one document, in the order of its text."""
    return examine(document, pack).reading


@dataclass(frozen=True, slots=True)
class Examination:
    """A reading together with every mention it was decided from, those that are no activity included."""

    reading: Reading
    mentions: tuple[Mention, ...]


def examine(document: Document, pack: Pack) -> Examination:
    """Extract, and keep what was decided on the way: for `svod explain`."""
    setting = setting_of(pack)
    frame = see(document.text, setting.lexicon, document.year, (pack.first_day, pack.last_day))
    extraction = _Extraction(document, setting, frame)
    return Examination(extraction.run(), tuple(extraction.mentions))


@dataclass(slots=True)
class Found:
    """An activity on its way, with what later sentences may still add to it."""

    mention: Mention
    activity: Activity
    people: Bounds | None = None


@dataclass(slots=True)
class _Extraction:
    document: Document
    setting: Setting
    frame: Frame
    found: list[Found] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    totals: list[ReportedTotal] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    used: list[Span] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)
    carried: frozenset[str] = frozenset()  # what the verbs said before a semicolon

    def run(self) -> Reading:
        places = find_places(self.frame, self.setting.pack.geography, self.setting.units)
        where = Whereabouts(places)
        calendar = Calendar(self.frame, self._campaign())
        self.rows = find_rows(self.frame)
        for sentence in self.frame.sentences:
            summing = sums_up(self.frame, sentence)
            where.begin(sentence, summing)
            calendar.begin(sentence)
            self._sentence(sentence, where, calendar, summing)
            where.end(sentence)
        kept = [item for item in self.found if not self._is_weak(item)]
        return Reading(self.document, tuple(item.activity for item in kept), tuple(self.totals))

    def _is_weak(self, item: Found) -> bool:
        """ "Поговорили с учениками" in a paragraph that names the activity itself."""
        line = item.mention.sentence.line
        return item.mention.entry.category == "kind_verb_weak" and any(
            other is not item and other.mention.sentence.line == line for other in self.found
        )

    def _campaign(self) -> Period | None:
        return None

    def _sentence(self, sentence: Sentence, where: Whereabouts, calendar: Calendar, summing: bool) -> None:
        row = self.rows.get(sentence.line)
        clauses = self.frame.clauses(sentence, self.carried, whole=row is not None)
        self.carried = clauses[-1].categories if clauses and sentence.ends_item else frozenset()
        mentions = find_mentions(self.frame, sentence, clauses, self.told, self._paragraph_told(sentence))
        self.mentions += mentions
        titles = find_titles(self.frame, sentence, mentions)
        real = [
            (index, mention)
            for index, mention in enumerate(mentions)
            if mention.verdict
            and (mention.verdict.status in ("held", "planned") or self._told_by_reference(index, mention, titles))
        ]
        made: list[Found] = []
        for index, mention in real:
            if self._is_part(mention, summing, made) or (
                row is not None and not row.holds("activity", mention.mark.start)
            ):
                continue
            made += self._activities(
                mention, titles.by_mention.get(index, []), index in titles.others_after, where, calendar
            )
        made = self._add_row(row, made) if row is not None else self._add_people(sentence, made)
        for item in made:
            earlier = self._same_as_before(item)
            if earlier is None:
                self.found.append(item)
                self.told.add(item.activity.kind)
            else:
                earlier.activity = _told_again(earlier.activity, item.activity)
        region, _, place = where.of(clauses[0], sentence, sentence.start)
        scope = (region, place.name if place else None)
        self.totals += totals_in(self.frame, sentence, self.document.id, scope, self.used)

    def _paragraph_told(self, sentence: Sentence) -> bool:
        return bool(self.found) and sentence.line - self.found[-1].mention.sentence.line <= 1

    def _is_part(self, mention: Mention, summing: bool, made: list[Found]) -> bool:
        """Leaflets handed out or a film shown at an activity are its materials; summed up, they are a total."""
        if mention.code not in PARTS or not mention.is_verb:
            return False
        if summing:
            return True
        near = made or (
            [self.found[-1]]
            if self._paragraph_told(mention.sentence) and self.found[-1].mention.sentence.line == mention.sentence.line
            else []
        )
        clause = mention.clause
        if not near or self.frame.numbers_in(clause.start, clause.end) or self.frame.dates_in(clause.start, clause.end):
            return False
        owner = near[-1]
        materials = sets.codes_in(self.frame, "material", clause.start, clause.end)
        owner.activity = replace(owner.activity, materials=tuple(sorted({*owner.activity.materials, *materials})))
        return True

    def _told_by_reference(self, index: int, mention: Mention, titles: Titles) -> bool:
        """ "На круглом столе «…» были даны рекомендации": a reference with a title of its own is where it is told."""
        if mention.verdict is None or mention.verdict.status != "reference" or index not in titles.by_mention:
            return False
        if mention.code in ("outreach", "project"):
            return False
        names = {title_of(self.frame, quote).casefold() for quote in titles.by_mention[index]}
        told = {item.activity.title.casefold() for item in self.found if item.activity.title}
        return not names & told

    def _activities(
        self, mention: Mention, quotes: list[Span], others: bool, where: Whereabouts, calendar: Calendar
    ) -> Iterator[Found]:
        if mention.code in ("outreach", "other", "challenge", "project") and any(
            is_campaign(self.frame, quote, CAMPAIGN_WORDS) for quote in quotes
        ):
            return
        base = self._base(mention, where, calendar)
        count, count_span = quantities.count_of(mention)
        if count_span is not None:
            self.used.append(count_span)
        if not quotes:
            yield Found(mention, replace(base, count=count))
            return
        for quote in quotes:
            each = count if len(quotes) == 1 and not others else Bounds(1, 1)
            titled = replace(
                base, title=title_of(self.frame, quote), count=each, sources=(*base.sources, ("title", quote))
            )
            yield Found(mention, titled)
        if others:
            yield Found(mention, replace(base, count=Bounds(1, None)))

    def _base(self, mention: Mention, where: Whereabouts, calendar: Calendar) -> Activity:
        frame, clause, sentence = self.frame, mention.clause, mention.sentence
        assert mention.verdict is not None
        region, teller, place = where.of(clause, sentence, mention.mark.start)
        date, date_span = calendar.of(clause, sentence, mention.mark.start, mention.mark.end)
        calendar.remember(date)
        organiser, organiser_span = organiser_of(mention)
        skip = (organiser_span,) if organiser_span else ()
        start, end = self._segment(mention)
        audience = sets.codes_in(frame, "audience", start, end, skip) | sets.implied(mention, "audience", self.setting.implied)
        materials = sets.codes_in(frame, "material", start, end, skip) | sets.implied(mention, "material", self.setting.implied)
        partners = sets.partners_of(frame, mention, clause.start, clause.end, organiser_span)
        sources = [("region", teller), ("place", place), ("date", date_span), ("organiser", organiser_span)]
        return Activity(
            kind=mention.code,
            evidence=self._evidence(mention),
            date=date,
            region=region,
            place=place.name if place else None,
            organiser=organiser,
            audience=tuple(sorted(audience)),
            partners=tuple(sorted(partners)),
            materials=tuple(sorted(materials)),
            online=any("online.word" in mark.categories for mark in frame.marks_in(clause.start, clause.end)),
            planned=mention.verdict.status == "planned",
            confidence=mention.verdict.confidence,
            sources=tuple((name, Span(span.start, span.end)) for name, span in sources if span is not None),
            reasons=(mention.verdict.rule,),
        )

    def _segment(self, mention: Mention) -> tuple[int, int]:
        """The part of the clause that speaks of this mention alone: from it to the next one of its list."""
        marks = [
            mark
            for mark in self.frame.marks[mention.clause.first : mention.clause.last]
            if "kind" in mark.categories and not self.frame.quote_around(mark.start)
        ]
        after = next((mark.start for mark in marks if mark.start > mention.mark.start), mention.clause.end)
        before = mention.clause.start if mention.listed_after is None else mention.mark.start
        return before, after

    def _evidence(self, mention: Mention) -> Evidence:
        text, clause = self.frame.text, mention.clause
        start, end = clause.start, clause.end
        while start < end and text[start] in " \t\n,;–—-•*":
            start += 1
        while end > start and text[end - 1] in " \t\n,;.–—-":
            end -= 1
        return Evidence(self.document.id, start, end)

    def _add_people(self, sentence: Sentence, made: list[Found]) -> list[Found]:
        people = quantities.people_in(self.frame, sentence.start, sentence.end)
        if not people:
            return made
        if not made:
            self._add_people_later(sentence, people)
            return made
        for number, _ in people:
            owner = self._owner_of(number, made)
            if owner is not None and owner.activity.participants is None:
                owner.activity = replace(
                    owner.activity,
                    participants=number.bounds,
                    sources=(*owner.activity.sources, ("participants", Span(number.start, number.end))),
                )
                self.used.append(Span(number.start, number.end))
        return made

    def _add_row(self, row: Row, made: list[Found]) -> list[Found]:
        """What the other columns of a row say of its activity."""
        number = people_of(self.frame, row)
        for item in made:
            changes: dict[str, object] = {}
            sources = item.activity.sources
            if number is not None and len(made) == 1:
                changes["participants"] = number.bounds
                sources = (*sources, ("participants", Span(number.start, number.end)))
            for name in ("organiser", "title"):
                words = words_of(self.frame, row, name)
                if words is not None and (name == "organiser" or item.activity.title is None):
                    changes[name] = words[:1].upper() + words[1:] if name == "organiser" else words.strip('«»"“”')
                    sources = (*(source for source in sources if source[0] != name), (name, row.cells[name]))
            item.activity = replace(item.activity, sources=sources, **changes)  # type: ignore[arg-type]
        if number is not None:
            self.used.append(Span(number.start, number.end))
        return made

    def _owner_of(self, number: NumberMention, made: list[Found]) -> Found | None:
        clause_mates = [item for item in made if item.mention.clause.start <= number.start < item.mention.clause.end]
        candidates = clause_mates or [item for item in made if item.mention.mark.start < number.start][-1:]
        if len({id(item.mention) for item in candidates}) == 1:
            return candidates[0] if len(candidates) == 1 else None
        before = [item for item in candidates if item.mention.mark.end <= number.start]
        if not before:
            return None
        nearest = before[-1]
        is_last = nearest is candidates[-1]
        gap = self.frame.text[nearest.mention.mark.end : number.start]
        if is_last and ("," in gap or len(gap) > 40):
            return None
        return nearest

    def _add_people_later(self, sentence: Sentence, people: list[tuple[NumberMention, object]]) -> None:
        """ "Приняли участие 45 человек" right after the activity's own sentence."""
        if not self.found or sums_up(self.frame, sentence):
            return
        last = self.found[-1]
        if last.mention.sentence.line != sentence.line or last.activity.participants is not None:
            return
        alone = [item for item in self.found if item.mention.sentence == last.mention.sentence]
        joined = any("held.joined" in mark.categories for mark in self.frame.marks_in(sentence.start, sentence.end))
        if len(alone) == 1 and joined:
            number = people[0][0]
            last.activity = replace(
                last.activity,
                participants=number.bounds,
                sources=(*last.activity.sources, ("participants", Span(number.start, number.end))),
            )
            self.used.append(Span(number.start, number.end))

    def _same_as_before(self, item: Found) -> Found | None:
        """An untitled single mention of a kind told just before, with nothing of its own that differs, is the same one."""
        new = item.activity
        for earlier in reversed(self.found[-6:]):
            old = earlier.activity
            if old.kind != new.kind or (new.planned and not old.planned):
                continue
            if new.title and old.title and new.title.casefold() == old.title.casefold():
                return earlier
            if (
                new.title is None
                and new.count == Bounds(1, 1) == old.count
                and not _differ(old, new)
                and item.mention.sentence.line - earlier.mention.sentence.line <= 1
                and item.mention.sentence != earlier.mention.sentence
                and not item.mention.listed_after
            ):
                return earlier
        return None


def _differ(old: Activity, new: Activity) -> bool:
    return any(
        getattr(old, name) is not None and getattr(new, name) is not None and getattr(old, name) != getattr(new, name)
        for name in ("date", "region", "place", "participants", "organiser")
    ) or (new.date is not None and old.date is None)


def _told_again(old: Activity, new: Activity) -> Activity:
    """The fuller of two tellings; what was planned and then held is told where it was held."""
    return _fill(new, old) if old.planned and not new.planned else _fill(old, new)


def _fill(old: Activity, new: Activity) -> Activity:
    """The fuller of two tellings; the first keeps its evidence."""
    return replace(
        old,
        date=old.date or new.date,
        region=old.region or new.region,
        place=old.place or new.place,
        organiser=old.organiser or new.organiser,
        participants=old.participants or new.participants,
        audience=tuple(sorted({*old.audience, *new.audience})),
        partners=tuple(sorted({*old.partners, *new.partners})),
        materials=tuple(sorted({*old.materials, *new.materials})),
        online=old.online or new.online,
    )


__all__ = ["Clause", "Places", "extract", "setting_of"]
