"""What a sentence inherits from those before it: the region, and the town, district or village."""

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, is_adjective, words
from svod.extraction.text.brackets import is_of_the_one_before
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place, Places
from svod.extraction.text.place_headings import places_headed
from svod.extraction.text.sentences import Sentence

# How the words begin that speak of the district, the town or the region as known: "аудандық кітапханада".
OF_DISTRICT, OF_TOWN, OF_REGION = (tuple(words(name)) for name in ("of_district", "of_town", "of_region"))
SAME_PLACE = words("same_place")
OWNERS = frozenset({"organiser.head", "audience", "partner"})
OF_REGIONS = words("of_regions") | CALLS_A_SETTLEMENT  # "района", "села"
FINENESS = ("village", "town", "district", "city")

Scope = tuple[str | None, str | None]  # what a number sums up over: (region, town or district)


class Whereabouts:
    """The region and place that a sentence inherits from those before it.

    `section` is the place a heading named, `place` the last one of this paragraph, `district` and `town` the last ones.
    """

    def __init__(self, frame: Frame, places: Places) -> None:
        self.frame, self.places = frame, places
        self.region: str | None = None
        self.home: str | None = None  # the region named in the text's first line or in a heading
        self.section: Place | None = None
        self.place: Place | None = None
        self.district: Place | None = None
        self.town: Place | None = None
        self.place_line = self.district_line = self.heading_line = -1
        self.district_is_past = False  # the whole region was spoken of since
        self.goes_on = self.ends_item = False  # the sentence is an item of the one before it, and before the next one

    def begin(self, sentence: Sentence, sums_up: bool) -> None:
        """A paragraph has places of its own; one that sums up over several regions belongs to none of them."""
        self.goes_on = self.ends_item and sentence.line == self.place_line
        self.ends_item = sentence.ends_item
        if sentence.line != self.place_line:
            self.place = None
            self.place_line = sentence.line
            self.region = self.home or self.region
            if sums_up and self.places.only_region is None:
                self.region = None
            if sums_up and self.section and any(word.startswith(OF_REGION) for word in self.frame.words_of(sentence)):
                self.section = None

    def end(self, sentence: Sentence) -> None:
        """What the sentence named holds for those behind it, and below a heading for all that follow."""
        seen = self.places.within(sentence.start, sentence.end)
        if not seen:
            return
        regions = [place.region for place in seen if place.region]
        if regions and sentence.line == 0:
            self.home = regions[0]
        for place in seen:
            self._reach(place, sentence)
        heading = places_headed(self.frame, sentence, seen, self.section)
        if heading is not None:
            self.home = regions[-1] if regions else self.home
            self._open_section(heading)
            self.heading_line = sentence.line

    def _reach(self, place: Place, sentence: Sentence) -> None:
        """What is named there is spoken of from now on."""
        if place.region and not self._is_of_a_name(place):
            self.region = place.region
            if not place.name and self.place and self.place.region not in (None, place.region):
                self.place = None  # "В области Абай…" behind a district of another region
            if not place.name and sentence.line > self.district_line and not self._says_whose(place):
                self.district_is_past = self.district is not None
        if place.name and not (self.section and self._is_where_they_are_from(place)):
            self.place = place
        if place.name and place.kind == "district":
            self.district, self.district_line = place, sentence.line
            self.district_is_past = False
        elif place.name and place.kind in ("town", "city"):
            self.town = place

    def _is_of_a_name(self, place: Place) -> bool:
        """ "Южно-Казахстанский университет" in Шымкент: an adjective in a name tells no other region."""
        if self.place is None or self.place.region in (None, place.region) or place.name is not None:
            return False
        return self._says_whose(place) and place.unit is not None and place.unit.kind == "region"

    def _is_where_they_are_from(self, place: Place) -> bool:
        """ "Полиция района Аль-Фараби", "школы Мактааральского района" in the section of a town: not where it was."""
        seen = self.frame.words
        before = self.frame.word_index(place.start) - 1
        while before > 0 and seen.words[before] in OF_REGIONS:
            before -= 1
        return seen.gap(before + 1) == " " and not self.frame.said_at(before).isdisjoint(OWNERS)

    def _says_whose(self, place: Place) -> bool:
        """ "Костанайский филиал", "облыстық": an adjective."""
        return is_adjective(self.frame.words.words[self.frame.word_index(place.end) - 1].rpartition("-")[2])

    def _open_section(self, named: list[Place]) -> None:
        """The closest of the places named in a heading."""
        self.section = min(named, key=lambda place: FINENESS.index(place.kind), default=None)
        self.district = next((place for place in named if place.kind == "district"), None)
        self.district_is_past = False
        self.town = next((place for place in named if place.kind in ("town", "city")), None)

    def of(self, clause: Clause, sentence: Sentence, position: int) -> tuple[str | None, Place | None, Place | None]:
        """(region, the place that told the region, the town or district) for a mention at that position."""
        near = self._beside(clause, position) or self.places.within(sentence.start, sentence.end)
        if near and near[0].start < position:
            near = [
                place
                for place in near
                if not is_of_the_one_before(self.frame, sentence.start, (place.start, place.end), position)
            ]
        if not near:
            place = self._inherited(sentence)
            there = place.region if place is not None and place is self.place else None
            return there or self.places.only_region or self.region, None, place
        nearest = _nearest(near, position)
        teller = _nearest([place for place in near if place.region], position)
        region = teller.region if teller else self.places.only_region or self.region
        place = _nearest([place for place in near if place.name], position)
        is_of_the_city = place is not None and self._is_in_the_city(place)
        if is_of_the_city or (place is None and not (nearest and nearest.kind == "region")):
            place = self._inherited(sentence)
        return region, teller, place

    def _is_in_the_city(self, place: Place) -> bool:
        """ "В школах района Байконур" in the section of Астана: its districts only say whose."""
        section = self.section
        return (
            section is not None
            and section.kind == "city"
            and (place.kind, place.region) == ("district", section.region)
            and self._is_where_they_are_from(place)
        )

    def _beside(self, clause: Clause, position: int) -> list[Place]:
        """ "Семинар прошёл в Рудном, тренинг – в Лисаковске": those of its own part, else of the clause."""
        near, text = self.places.within(clause.start, clause.end), self.frame.text
        if len(near) > 1:
            start, end = text.rfind(",", clause.start, position), text.find(",", position, clause.end)
            own = [place for place in near if start < place.start and (end < 0 or place.start < end)]
            return own if own and own[0].start > position and own[0].name else near  # not a region's union
        return near

    def scope(self, clause: Clause, sentence: Sentence) -> Scope:
        """What a sentence that begins with that clause sums up over."""
        region, _, place = self.of(clause, sentence, sentence.start)
        return region, place.name if place else None

    def _inherited(self, sentence: Sentence) -> Place | None:
        """ "Аудандық кітапханада" is of the district spoken of, "қалалық" of the town, all else of the last place."""
        section = self.section
        if section is not None and self.region and section.region not in (None, self.region):
            section = None  # the text has gone on to another region
        words = self.frame.words_of(sentence)
        if self.place and (self.goes_on or not SAME_PLACE.isdisjoint(words)):
            return self.place
        for level in self._levels(sentence):
            if level == "district" and self.district_is_past and section is None:
                return None  # "Абай облысында … Аудандық кітапхана …": of which district is not told
            if level == "district" and (self.district or section):
                return section if section and section.kind != "district" else self.district or section
            if level == "town" and self.town:
                return self.town
            if level == "region":
                return section if section and section.kind in ("town", "city") else None
        return self.place or section or self._only_place(sentence)

    def _levels(self, sentence: Sentence) -> list[str]:
        """What its words speak of as known, each a "district", "town" or "region"."""
        if sentence.levels is None:
            words, bit = self.frame.words, seldom.KNOWN.bit
            first, end = self.frame.word_index(sentence.start), self.frame.word_index(sentence.end)
            known = range(first, end if words.has(seldom.KNOWN) else first)
            sentence.levels = [_level_of(words.words[at]) for at in known if words.forms[at].seldom & bit]
        return sentence.levels

    def _only_place(self, sentence: Sentence) -> Place | None:
        """The one place of the text, unless it stands further on, in a sentence that tells what was held there."""
        only = self.places.only_place
        if only is None or only.start < sentence.end:
            return only
        there = self.frame.sentence_at(only.start)
        return None if "kind" in self.frame.said_in(there) else only


def _level_of(word: str) -> str:
    """What a word that is one of `seldom.KNOWN` speaks of, the "district", the "town" or the "region"."""
    return "district" if word.startswith(OF_DISTRICT) else "town" if word.startswith(OF_TOWN) else "region"


def _nearest(places: list[Place], position: int) -> Place | None:
    """The last one before a position, else the first behind it."""
    found = None
    for place in places:
        if found is not None and place.start > position:
            break
        found = place
    return found
