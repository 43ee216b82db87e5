"""Where it was: the region, and the town, district or village."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from svod.extraction.frame import Frame
from svod.extraction.grammar import words
from svod.extraction.lexicon import Entry
from svod.extraction.scan import Mark
from svod.packs import Unit
from svod.records import Span

AFTER_PLACE = words("after_place")
CALLS_A_PLACE = words("calls_a_place")
CALLS_A_SETTLEMENT = words("calls_a_settlement")
SETTLED = frozenset({"town", "village", "city"})
WHOLE_REGION = frozenset({"region"})
# Begins with a set of letters, so that the search leaps from one of them to the next.
SETTLEMENT = re.compile(
    r"""[СсПпАа] (?<!\w.) (?: (?<=[Сс]) ел[оеау] | (?<=[Пп]) ункт[еа]?
                           | (?<=[Пп]) ос[её]л(?:ок|ке|ка) | (?<=[Аа]) ул[еа]?
                           | (?<=[сп]) \. | (?<=п) ос\. )
        \s* ([А-ЯЁӘҒҚҢӨҰҮІ][\w-]{2,}) (?=[\s,.;:)(»]|$)""",
    re.VERBOSE,
)
IN_ENGLISH = re.compile(r"(?:village|settlement) of ([^\W\d_a-z][\w-]{2,})")
# What may stand in a village's name before or after its own: "Жаңа Бұқтырма", "Қабанбай батыр".
BEFORE_NAME, AFTER_NAME = words("before_name"), words("after_name")
NO_NAME, PERSONS = words("no_name"), words("persons")
DISTRICT = ("р-н", "район")
REACH = 60  # marks of the lexicon to the next place
WITH, BEHIND_WITH = words("with"), 6  # "с делегацией профсоюза медиков … области": words back to the preposition
BREAKS = frozenset(",;:()\n.–—")
POSSESSIVE = re.compile("с?[ыіи]")


@dataclass(slots=True, init=False)
class Place:
    """A place seen in the text; `unit` is None for a village the geography does not know, `name` its name then."""

    start: int
    end: int
    unit: Unit | None
    name: str | None  # the town, district or village, nominative, in the text's language; None for a whole region
    region: str | None
    kind: str
    span: Span

    def __init__(self, start: int, end: int, unit: Unit | None, name: str | None) -> None:
        self.start, self.end, self.unit, self.name, self.span = start, end, unit, name, Span(start, end)
        self.region, self.kind = (unit.region, unit.kind) if unit else (None, "village")


@dataclass
class Places:
    """All places of a text in order, and the region that the text as a whole speaks of."""

    seen: list[Place]
    only_region: str | None
    only_place: Place | None

    def __post_init__(self) -> None:
        self._starts = [place.start for place in self.seen]

    def within(self, start: int, end: int) -> list[Place]:
        if not self.seen:
            return self.seen
        first = bisect_left(self._starts, start)
        return self.seen[first : bisect_left(self._starts, end, first)]


def find_places(frame: Frame, units: Mapping[str, Unit]) -> Places:
    """Every place the geography or the grammar knows, and what follows where there is but one."""
    called = _called_settlements(frame)
    taken = {index for _, first, last in called for index in range(first, last + 1)}
    seen = [*_settlements(frame), *(place for place, _, _ in called), *_units(frame, units, taken)]
    seen.sort(key=lambda place: place.start)
    known = {place.start: _villages(frame, first, units) for place, first, _ in called}
    seen = _located(_without_overlaps(seen), known)
    regions = {place.region for place in seen if place.region}
    only_region = next(iter(regions)) if len(regions) == 1 else None
    named = {place.name for place in seen if place.name}
    only_place = next((place for place in seen if place.name), None) if len(named) == 1 else None
    return Places(seen, only_region, only_place)


def _units(frame: Frame, units: Mapping[str, Unit], taken: Collection[int]) -> list[Place]:
    """The units of the geography that are named, apart from the words `taken` by a settlement's name."""
    found: list[Place] = []
    current: str | None = None
    for index, mark in enumerate(frame.marks):
        if "place" not in mark.categories or mark.first in taken or not _is_a_name(frame, index):
            continue
        meanings = [(entry, units[entry.code]) for entry in mark.entries if entry.category == "place"]
        if len(meanings) == 1:
            unit = meanings[0][1]
        else:
            unit = _choose(_meant(frame, mark, meanings), current or _told_behind(frame, index, meanings, units))
        if current not in (None, unit.region) and unit.kind == "village" and _is_called_a_settlement(frame, mark):
            continue  # "в населённом пункте Каменка": one of this region that the geography does not know
        if _is_elsewhere(frame, mark, unit, found):
            continue
        entry = next(entry for entry, meant in meanings if meant is unit)
        name = None
        if unit.kind not in WHOLE_REGION:
            adjective = _is_adjective(entry)
            names = unit.short if unit.kind == "city" else unit.names
            name = None if adjective and unit.kind == "district" else names.get(frame.language_at(mark.start))
            if entry.language == "ru" and entry.phrase in unit.other and not adjective and unit.kind in SETTLED:
                name = entry.phrase  # an old name stays: "Бишкуль"
        place = Place(mark.start, mark.end, unit, name)
        if "organiser.head" in mark.categories:  # "Торайгыров университет" is in a town that is not said
            place.kind, place.name = "institution", None
        found.append(place)
        current = unit.region
    return found


def _told_behind(frame: Frame, index: int, meanings: list[tuple[Entry, Unit]], units: Mapping[str, Unit]) -> str | None:
    """The region of the next place that has but one, where it is one of these: Актогайский район … из Павлодара."""
    regions = {unit.region for _, unit in meanings}
    for mark in frame.marks[index + 1 : index + REACH]:
        if "place" in mark.categories and frame.text[mark.start].isupper():
            meant = {units[entry.code].region for entry in mark.entries if entry.category == "place"}
            if len(meant) == 1 and meant <= regions:
                return meant.pop()
    return None


def _is_adjective(entry: Entry) -> bool:
    """ "костанайский", but not "район Шал акына" """
    return entry.phrase[:1].islower() and " " not in entry.phrase


def _is_elsewhere(frame: Frame, mark: Mark, unit: Unit, found: list[Place]) -> bool:
    """ "Октябрьского р-на" is no village of that name; "с делегацией Абайской области" tells where guests are from.

    "В населённом пункте Айтеке би районным отделом" is a village.
    """
    seen = frame.words
    if unit.kind == "village":
        is_district = mark.last + 1 < len(seen) and seen.words[mark.last + 1].startswith(DISTRICT)
        return is_district and not _is_called_a_settlement(frame, mark)
    if unit.kind != "region" or not found or mark.entries[0].language != "ru":
        return False
    for index in range(mark.first - 1, max(-1, mark.first - BEHIND_WITH), -1):
        if not BREAKS.isdisjoint(seen.gap(index + 1)):
            return False
        if seen.words[index] in WITH:
            return True
    return False


def _is_a_name(frame: Frame, index: int) -> bool:
    """Written with a capital, and neither a street, a person's name nor where guests came from."""
    mark = frame.marks[index]
    if "place.never" in mark.categories:
        return False
    if not frame.text[mark.start].isupper() and not _is_written_small(mark):
        return False
    if mark.first and frame.words.starts[mark.first] - frame.words.ends[mark.first - 1] <= 2:
        before = frame.mark_at[mark.first - 1]
        if before >= 0 and "place.not_after" in frame.marks[before].categories:
            return False
        if _is_of_a_person(frame, mark.first - 1) or _is_a_person(frame, mark):
            return False
    after = mark.last + 1
    if after < len(frame.words):
        follows = frame.mark_at[after]
        if follows >= 0 and "place.not_before" in frame.marks[follows].categories:
            return False
    return not mark.quoted or mark.first < mark.last or _called_a_town(frame, mark) or _in_full_name(frame, index)


def _in_full_name(frame: Frame, index: int) -> bool:
    """КГКП «Кентауский многопрофильный колледж»: a town's adjective with its organisation in one quotation."""
    mark = frame.marks[index]
    quote = frame.quote_around(mark.start)
    if quote is None or not _is_written_small(mark):
        return False
    return any("organiser.head" in other.categories for other in frame.marks_in(mark.end, quote.end))


def _is_a_person(frame: Frame, mark: Mark) -> bool:
    """ "Инспектор Сатпаева" is not from Сатпаев; "инспектор Абайского района" is from there."""
    alone = mark.first == mark.last and not _is_written_small(mark)
    return alone and frame.words.words[mark.first - 1] in PERSONS


def _is_of_a_person(frame: Frame, index: int) -> bool:
    """ "имени Абая", "им. М. Ауэзова": initials may stand between."""
    while index > 0 and len(frame.words.words[index]) == 1 and frame.words.is_capital(index):
        index -= 1
    return frame.words.words[index] in AFTER_PLACE


def _is_written_small(mark: Mark) -> bool:
    """ "костанайский", "район имени Кунаева" """
    phrases = [entry.phrase for entry in mark.entries if entry.category == "place"]
    return any(phrase[:1].islower() or "район" in phrase or "област" in phrase for phrase in phrases)


def _called_a_town(frame: Frame, mark: Mark) -> bool:
    """Within a name in quotation marks only "города Караганды" and "Павлодарского района" are places, not «Абай»."""
    said = frame.words.words
    if mark.meaning.language != "ru" and mark.last + 1 < len(said) and said[mark.last + 1] in CALLS_A_PLACE:
        return frame.words.gap(mark.last + 1).isspace()  # «Арыс қаласының №12 мектебі»
    return mark.first > 0 and said[mark.first - 1] in CALLS_A_PLACE


BY_NAME = {"city": 0, "town": 1, "region": 2, "district": 3, "village": 4}
BY_ADJECTIVE = {"region": 0, "city": 1, "district": 2, "town": 3, "village": 4}


def _choose(meanings: list[tuple[Entry, Unit]], current: str | None) -> Unit:
    """Of several units of one name the one in the region spoken of; a name is a town's, an adjective a region's."""

    def rank(meaning: tuple[Entry, Unit]) -> tuple[bool, int]:
        entry, unit = meaning
        order = BY_ADJECTIVE if _is_adjective(entry) else BY_NAME
        is_city = unit.kind == "city" and order is BY_NAME  # "в Алматы" is no district of that name
        return unit.region != current and not is_city, order[unit.kind]

    return min(meanings, key=rank)[1]


def _meant(frame: Frame, mark: Mark, meanings: list[tuple[Entry, Unit]]) -> list[tuple[Entry, Unit]]:
    """What is called a settlement is no district of that name."""
    if not _is_called_a_settlement(frame, mark):
        return meanings
    return [meaning for meaning in meanings if meaning[1].kind in SETTLED] or meanings


def _is_called_a_settlement(frame: Frame, mark: Mark) -> bool:
    """ "В населённом пункте Мойынкум", "the village of Moyynkum" """
    index = mark.first - 1
    if index > 0 and frame.words.words[index] == "of":
        index -= 1
    return index >= 0 and frame.words.words[index] in CALLS_A_SETTLEMENT and frame.words.gap(mark.first).isspace()


def _settlements(frame: Frame) -> list[Place]:
    found = [*SETTLEMENT.finditer(frame.text), *IN_ENGLISH.finditer(frame.text)]
    return [Place(match.start(1), match.end(1), None, match.group(1)) for match in found]


def _called_settlements(frame: Frame) -> list[tuple[Place, int, int]]:
    """ "Көктөбе ауылында", "Балпық би кентінің": a name and what it is, each with its first and last word."""
    found = []
    for mark in frame.marks:
        if "place.called" not in mark.categories:
            continue
        what = _possessed(frame, mark)
        first = _name_before(frame, mark) if what else None
        if first is None:
            continue
        start, end = frame.words.starts[first], frame.words.ends[mark.first - 1]
        name = frame.text[start:end]
        name = f"{name.title() if name.isupper() else name} {what}"
        found.append((Place(start, mark.end, None, name), first, mark.last))
    return found


def _possessed(frame: Frame, mark: Mark) -> str:
    """ "ауылы" of "ауылындағы", "станциясы" of "станциясында"; nothing of "ауылда", which has no possessive."""
    phrase = next(entry.phrase for entry in mark.entries if entry.category == "place.called")
    word = frame.text[mark.start : mark.end].lower()
    bare = POSSESSIVE.match(word, len(phrase))
    return word[: bare.end()] if bare else ""


def _name_before(frame: Frame, mark: Mark) -> int | None:
    """The index of the first word of the name that a mark such as "ауылында" follows."""
    words, index = frame.words, mark.first - 1
    if index < 0 or not words.gap(mark.first).isspace():
        return None
    if words.words[index] in AFTER_NAME and index and words.gap(index).isspace():
        index -= 1
    if not words.is_capital(index) or words.words[index] in NO_NAME:
        return None
    if index and words.words[index - 1] in BEFORE_NAME and words.is_capital(index - 1) and words.gap(index).isspace():
        index -= 1
    return index


def _villages(frame: Frame, first: int, units: Mapping[str, Unit]) -> list[Unit]:
    """The villages of the name that begins with that word, where the geography knows any."""
    at = frame.mark_at[first]
    if at < 0 or frame.marks[at].first != first:
        return []
    known = (units[entry.code] for entry in frame.marks[at].entries if entry.category == "place")
    return [unit for unit in known if unit.kind == "village"]


def _located(places: list[Place], known: Mapping[int, list[Unit]]) -> list[Place]:
    """Villages in their region: that of the place before, else the first that has one of the name."""
    current: str | None = None
    located = []
    for place in places:
        villages = known.get(place.start, [])
        unit = next((unit for unit in villages if current in (None, unit.region)), None)
        located.append(Place(place.start, place.end, unit, place.name) if unit else place)
        current = located[-1].region or current
    return located


def _without_overlaps(places: list[Place]) -> list[Place]:
    """A village that the geography knows is taken from it; "с. Тарбагатай" is not the district of that name."""
    kept: list[Place] = []
    current: str | None = None
    for place in places:
        if kept and place.start < kept[-1].end:
            if kept[-1].unit is None and place.unit is not None and place.unit.kind in SETTLED:
                far = place.unit.kind == "village" and current not in (None, place.unit.region)
                kept[-1] = kept[-1] if far else place  # "село Заречное" near Конаев is not the one of Костанай
        else:
            kept.append(place)
        current = kept[-1].region or current
    return kept
