"""What the core sees in a document, asked by place: its numbers, days, places and words."""

import re
from dataclasses import dataclass
from functools import cached_property

from svod.extraction.fields.people import people_in
from svod.extraction.fields.places import find_places
from svod.extraction.fields.setting import setting_of
from svod.extraction.text.days import dates_of, is_whole_campaign
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place, Places
from svod.extraction.text.see import see
from svod.language.dates import DateMention
from svod.language.numbers import NumberMention
from svod.packs import Pack
from svod.records import Bounds, Document, Span

WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass
class Seen:
    """One document, looked at once."""

    document: Document
    pack: Pack

    @cached_property
    def frame(self) -> Frame:
        days, year = (self.pack.first_day, self.pack.last_day), self.document.year
        lexicon = setting_of(self.pack).lexicon
        return see(self.document.text, lexicon, lambda folded, places: dates_of(folded, year, days, places))

    @cached_property
    def places(self) -> Places:
        return find_places(self.frame, setting_of(self.pack).units, self.document.region)

    def numbers_within(self, place: Span) -> list[NumberMention]:
        """The quantities that stand in it whole."""
        numbers = self.frame.numbers_in(place.start, place.end)
        return [one for one in numbers if one.role == "quantity" and one.end <= place.end]

    def people_at(self, place: Span) -> tuple[Bounds, Span] | None:
        """The only number of people there: "28 учащихся и 5 родителей" are 33, where the core adds them up."""
        people = people_in(self.frame, place.start, place.end)
        return (people[0].bounds, people[0].span) if len(people) == 1 else None

    def dates_within(self, place: Span) -> list[DateMention]:
        """The days that stand in it whole; the campaign's own interval is none."""
        days = (self.pack.first_day, self.pack.last_day)
        found = self.frame.dates_in(place.start, place.end)
        return [one for one in found if one.end <= place.end and not is_whole_campaign(one, days)]

    def place_within(self, place: Span) -> Place | None:
        return next((one for one in self.places.within(place.start, place.end) if one.end <= place.end), None)

    def words_at(self, place: Span) -> list[Span]:
        """Words of some length: an evidence of signs and digits says nothing."""
        return [Span(*found.span()) for found in WORD.finditer(self.document.text, place.start, place.end)]
