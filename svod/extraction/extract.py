"""From a text to its activities and reported totals: the stage's one way through."""

import gc
from collections.abc import Iterable
from dataclasses import dataclass

from svod.extraction.account import Account
from svod.extraction.around.capitals import write_small
from svod.extraction.around.holders import name_holders, name_persons
from svod.extraction.around.holders_before import go_on_with_holders
from svod.extraction.around.holders_kk import name_holders_kk, tell_holder
from svod.extraction.around.holders_ru import tell_holder_ru
from svod.extraction.around.instead import instead
from svod.extraction.around.later import tell_day
from svod.extraction.around.not_kept import point_at_not_kept
from svod.extraction.around.other_days import tell_other_days
from svod.extraction.around.second_look import Reversal, SecondLook
from svod.extraction.around.sums import opens_a_sum
from svod.extraction.fields.classes import add_classes
from svod.extraction.fields.compose import Surroundings
from svod.extraction.fields.places import find_places
from svod.extraction.fields.setting import Setting, setting_of
from svod.extraction.fields.when import Calendar
from svod.extraction.mentions.mention import Mention
from svod.extraction.tables.cards import find_cards
from svod.extraction.tables.rows import find_rows
from svod.extraction.text.days import dates_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place
from svod.extraction.text.see import see
from svod.extraction.text.whereabouts import Whereabouts
from svod.extraction.totals.nothing import nothing_held
from svod.extraction.totals.summing_ru import SUMS, Section, summing_section
from svod.extraction.voices import together, voices_of
from svod.packs import Pack
from svod.records import Activity, Document, Reading, ReportedTotal, Span

IN_SECTION = frozenset({"total.trigger", "total.section"})


@dataclass(slots=True, init=False)
class Examination:
    """A reading together with every mention it was decided from, those that are no activity included.

    `named` are the places of the country that the text names; `reversals` the mentions of which a second look thought
    otherwise; `places` are where the mentions stand in the document, found only for `examine`.
    """

    reading: Reading
    mentions: tuple[Mention, ...]
    named: tuple[Place, ...]
    reversals: tuple[Reversal, ...]
    places: tuple[Span, ...]

    def __init__(
        self,
        reading: Reading,
        mentions: tuple[Mention, ...],
        named: tuple[Place, ...],
        reversals: tuple[Reversal, ...],
        places: tuple[Span, ...] = (),
    ) -> None:
        self.reading, self.mentions, self.named, self.reversals = reading, mentions, named, reversals
        self.places = places


def extract(document: Document, pack: Pack, second_look: SecondLook | None = None) -> Reading:
    """The activities and reported totals of one document, in the order of its text."""
    setting = setting_of(pack)
    with _CollectorAtRest():
        return _alone(_heard(document, setting, second_look))  # all else is let go before the collector could see it


def examine(document: Document, pack: Pack, second_look: SecondLook | None = None) -> Examination:
    """Extract, and keep what was decided on the way: for `svod explain`."""
    setting = setting_of(pack)
    with _CollectorAtRest():
        return _heard(document, setting, second_look, with_places=True)


def _heard(
    document: Document, setting: Setting, second_look: SecondLook | None, *, with_places: bool = False
) -> Examination:
    """A chat's voices one after another, all else in one piece."""
    voices = voices_of(document)
    if not voices:
        examination = _examined(document, setting, second_look)
        if with_places:
            examination.places = _places(examination.mentions)
        return examination
    heard = [_examined(voice.document, setting, second_look, voice.author) for voice in voices]
    named = tuple(place for one in heard for place in one.named)
    return Examination(
        together(document, voices, [one.reading for one in heard], named),
        tuple(mention for one in heard for mention in one.mentions),
        named,
        tuple(reversal for one in heard for reversal in one.reversals),
        tuple(voice.place(place) for voice, one in zip(voices, heard, strict=True) for place in _places(one.mentions))
        if with_places
        else (),
    )


def _places(mentions: Iterable[Mention]) -> tuple[Span, ...]:
    return tuple(Span(mention.mark.start, mention.mark.end) for mention in mentions)


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


def _examined(document: Document, setting: Setting, second_look: SecondLook | None, sender: str = "") -> Examination:
    """A text of one voice; `sender`: whose, in a chat."""
    pack, year = setting.pack, document.year
    days = (pack.first_day, pack.last_day)
    frame = see(document.text, setting.lexicon, lambda folded, places: dates_of(folded, year, days, places), year)
    places = find_places(frame, setting.units, document.region)
    where = Whereabouts(frame, places)
    around = Surroundings(document.id, setting, where, Calendar(frame, document, days, places))
    account = Account(frame, around, second_look)
    _go_through(frame, around, account)
    name_holders(frame, account.told.found, sender)
    go_on_with_holders(frame, account.told.found)
    name_holders_kk(frame, account.told.found)
    name_persons(account.told.found)
    write_small(frame, account.told.found, places.seen)
    add_classes(frame, account.told.found)
    told, sums = [setting.usual.weigh(item.activity(), year) for item in account.told.kept()], account.sums.totals
    instead(frame, told, sums)
    kept, totals = tuple(told), tuple(sums)
    nothing = () if _is_told(kept, totals) else nothing_held(frame, where.places, document.id, totals)
    left_out = account.passed_over.left_out(kept, totals)
    reading = point_at_not_kept(Reading(document, kept, totals, nothing, left_out), setting)
    return Examination(reading, tuple(account.mentions), tuple(places.seen), tuple(account.reversals))


def _go_through(frame: Frame, around: Surroundings, account: Account) -> None:
    """Sentence by sentence: where and when it is, what it tells, and what it adds where it tells no activity."""
    where, calendar, found = around.where, around.calendar, account.told.found
    table = find_cards(frame) | find_rows(frame)
    section: Section | None = None
    for sentence in frame.sentences:
        said = frame.said_in(sentence)
        section = summing_section(frame, sentence, said, section)
        if section is not None and found:
            said |= IN_SECTION
        where.begin(sentence, not said.isdisjoint(SUMS) and opens_a_sum(frame, sentence, said))
        calendar.begin(sentence)
        told = len(found)
        account.add(sentence, said, table.get(sentence.line))
        if len(found) == told:
            tell_holder(frame, sentence, said, found)
            tell_holder_ru(frame, sentence, said, found)
            tell_day(frame, sentence, said, found, calendar)
        if frame.dates:
            tell_other_days(frame, sentence, found, calendar, told=len(found) > told)
        calendar.pass_by(sentence, said, told=len(found) > told)
        where.end(sentence)
        if found and where.heading_line == sentence.line:
            found[-1].is_over = True


def _is_told(kept: tuple[Activity, ...], totals: tuple[ReportedTotal, ...]) -> bool:
    """Whether the text tells an activity that was held, or a number above nought."""
    return any(not activity.planned for activity in kept) or any(total.value.most != 0 for total in totals)
