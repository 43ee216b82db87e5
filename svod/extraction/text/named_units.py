"""The units of the geography that a text names: regions, districts, towns and known villages."""

from collections.abc import Collection, Mapping

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import AND, WITH, grammar, is_adjective, words
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import SETTLED, Place
from svod.extraction.text.place_names import is_a_name, is_called_a_settlement
from svod.extraction.text.scan import Mark
from svod.language.fold import fold
from svod.language.kk.letters import KAZAKH, is_kazakh
from svod.language.standing import is_district
from svod.packs import Unit

WHOLE_REGION = frozenset({"region"})
TOWNS, VILLAGES = words("towns_called"), frozenset({"village"})
REACH = 60  # marks of the lexicon to the next place
BEHIND_WITH = 6  # "с делегацией профсоюза медиков … области": words back to the preposition
BREAKS = frozenset(",;:()\n.–—")
CAME_FROM, FEW = words("came_from"), 7  # words from a region to "облыстарынан"
SEVERAL, UNITS = tuple(words("from_several")), tuple(words("several_units"))
OF_A_REGION, OF_A_REGION_KK = (tuple(grammar(language)["of_a_region"]) for language in ("ru", "kk"))
BY_NAME = {"city": 0, "town": 1, "region": 2, "district": 3, "village": 4}
BY_ADJECTIVE = {"region": 0, "city": 1, "district": 2, "town": 3, "village": 4}
ELSEWHERE = 5  # of any unit in another region
FARTHEST = 2 * ELSEWHERE


def named_units(
    frame: Frame, units: Mapping[str, Unit], taken: Collection[int], current: str | None = None
) -> list[Place]:
    """The units of the geography that are named, apart from the words `taken` by a settlement's name. `current` is the
    region that the text speaks of before it names one."""
    found: list[Place] = []
    for index, mark in enumerate(frame.marks):
        if "place" not in mark.categories or mark.first in taken or not is_a_name(frame, index):
            continue
        meanings = [(entry, units[entry.code]) for entry in mark.entries if entry.category == "place"]
        if len(meanings) == 1:
            unit = meanings[0][1]
        else:
            meanings = _meant(frame, mark, meanings)
            region = current or _told_behind(frame, index, meanings, units)
            if region is None and _may_be_any(meanings):
                continue  # "село Аксу" in a text that names no region
            unit = _its_centre(frame, mark, meanings, _choose(meanings, region))
        unit = _region_around(frame, mark, unit, units)
        if current not in (None, unit.region) and unit.kind == "village" and is_called_a_settlement(frame, mark):
            continue  # "в населённом пункте Каменка": one of this region that the geography does not know
        if _is_from_there(frame, mark, meanings) or _is_elsewhere(frame, mark, unit, found):
            continue
        name = _name_of(frame, mark, unit, meanings) if unit.kind not in WHOLE_REGION else None
        place = Place(mark.start, mark.end, unit, name)
        if "organiser.head" in mark.categories:  # "Торайгыров университет" is in a town that is not said
            place.kind, place.name = "institution", None
        elif name is not None and (several := _closing(frame, mark)).startswith(UNITS):
            place.name = None  # "Көксу және Кербұлақ аудандарында": in which is not told
            place.kind = "region" if is_district(several) else place.kind
        found.append(place)
        current = unit.region
    return found


def _name_of(frame: Frame, mark: Mark, unit: Unit, meanings: list[tuple[Entry, Unit]]) -> str | None:
    """In the text's language; an old name stays: "Бишкуль", "Теренкольский район", "Конаев"."""
    entry = next(entry for entry, meant in meanings if meant is unit)
    adjective = _is_adjective(entry)
    if adjective and unit.kind == "district" and mark.first == mark.last:
        return None  # "Мамлютская районная" says it
    if entry.language == "ru" and entry.phrase in unit.other and not adjective:
        return entry.phrase
    is_spelt_so = KAZAKH.search(frame.text, mark.start, mark.end) is not None
    names = unit.short if unit.kind == "city" else unit.names
    name = names.get("kk" if is_spelt_so else frame.language_at(mark.start))
    if name is None or is_spelt_so or not is_kazakh(name):
        return name
    return next((other for other in unit.other if fold(other) == fold(name)), name)


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
        of_district = mark.last + 1 < len(seen) and is_district(seen.words[mark.last + 1])
        return of_district and not is_called_a_settlement(frame, mark)
    came_from = _closing(frame, mark)
    if came_from in CAME_FROM and (found or came_from.endswith(SEVERAL)):
        return True
    if unit.kind != "region" or not found or mark.entries[0].language != "ru":
        return False
    for index in range(mark.first - 1, max(-1, mark.first - BEHIND_WITH), -1):
        if not BREAKS.isdisjoint(seen.gap(index + 1)):
            return False
        if seen.words[index] in WITH:
            return True
    return False


def _closing(frame: Frame, mark: Mark) -> str:
    """ "Форумға Атырау, Батыс Қазақстан облыстарынан делегаттар қатысты", "Көксу және Кербұлақ аудандарында тренинг
    өтті": "облыстарынан", of the guests' regions; "аудандарында", of several."""
    seen = frame.words
    if not seen.has(seldom.CLOSING):
        return ""
    for index in range(mark.last, min(mark.last + FEW, len(seen))):
        if seen.words[index] in CAME_FROM or seen.words[index].startswith(UNITS):
            return seen.words[index]
        if index + 1 >= len(seen) or frame.text[seen.end(index) : seen.starts[index + 1]].strip(" ,"):
            return ""
        if index > mark.last and not (seen.is_capital(index) or seen.words[index] in AND):
            return ""
    return ""


def _choose(meanings: list[tuple[Entry, Unit]], current: str | None) -> Unit:
    """Of several units of one name the one in the region spoken of; a name is a town's, an adjective a region's."""
    chosen, least = meanings[0][1], FARTHEST
    for entry, unit in meanings:
        is_adjective, kind = _is_adjective(entry), unit.kind
        rank = BY_ADJECTIVE[kind] if is_adjective else BY_NAME[kind]
        if unit.region != current and (is_adjective or kind != "city"):  # "в Алматы" is no district of that name
            rank += ELSEWHERE
        if rank < least:
            chosen, least = unit, rank
    return chosen


def _its_centre(frame: Frame, mark: Mark, meanings: list[tuple[Entry, Unit]], unit: Unit) -> Unit:
    """ "Қобда: семинар өтті": a Kazakh name alone is that of the village, where the district has one of its name."""
    if unit.kind != "district" or mark.meaning.language == "ru" or is_district(frame.words.words[mark.last]):
        return unit
    own = (other for entry, other in meanings if other.kind == "village" and entry.language == "kk")
    return next((village for village in own if village.region == unit.region), unit)


def _region_around(frame: Frame, mark: Mark, unit: Unit, units: Mapping[str, Unit]) -> Unit:
    """ "Алматинская областная организация", "Алматы облыстық кәсіподағы": the region that has the city's name; not "в
    Алматы областная организация"."""
    behind = mark.last + 1
    if unit.kind != "city" or behind == len(frame.words):
        return unit
    said, name = frame.words.words[mark.last], unit.names["kk"].split()[0]
    stems = OF_A_REGION_KK if said == fold(name) else OF_A_REGION if is_adjective(said) else ()
    if not frame.words.words[behind].startswith(stems):
        return unit
    namesakes = (other for other in units.values() if other.kind == "region" and other.names["kk"].split()[0] == name)
    return next(namesakes, unit)


def _is_from_there(frame: Frame, mark: Mark, meanings: list[tuple[Entry, Unit]]) -> bool:
    """ "Оралдан келген заңгер": who came; not "Балықшыдан: диктант жазылды", whose news it is."""
    if any(entry.cases != "b" or entry.language != "kk" for entry, _ in meanings):
        return False
    return mark.last + 1 == len(frame.words) or frame.words.gap(mark.last + 1).isspace()


def _meant(frame: Frame, mark: Mark, meanings: list[tuple[Entry, Unit]]) -> list[tuple[Entry, Unit]]:
    """What is called a settlement is no district of that name, what is called a village no town; "Шалқар аудандық
    кәсіподағы" is that of the district."""
    if not is_called_a_settlement(frame, mark):
        behind = mark.last + 1
        if mark.meaning.language != "ru" and behind < len(frame.words) and is_district(frame.words.words[behind]):
            if frame.words.gap(behind) != " ":  # "Шалқар: аудандық кітапханада"
                return meanings
            return [meaning for meaning in meanings if meaning[1].kind == "district"] or meanings
        return meanings
    kinds = SETTLED if frame.words.words[mark.first - 1] in TOWNS else VILLAGES
    return [meaning for meaning in meanings if meaning[1].kind in kinds] or meanings


def _may_be_any(meanings: list[tuple[Entry, Unit]]) -> bool:
    """Whether villages of several regions have that name."""
    regions = {unit.region for _, unit in meanings}
    return len(regions) > 1 and all(unit.kind == "village" for _, unit in meanings)
