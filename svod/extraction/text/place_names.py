"""Whether words that may name a place do so here: no street, no person, no school."""

import re

from svod.extraction.lexicon.endings_kk import GENITIVE
from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark

ANSWERED_FOR = words("answered_for")
AFTER_PLACE, NAMED_AFTER = words("after_place"), words("named_after")
CALLS_A_PLACE = words("calls_a_place")
PERSONS = words("persons")
CALLED = tuple(words("called_units"))
NAMESAKES, WHOSE = tuple(words("namesakes")), tuple(words("whose_endings"))
BEARERS, HOUSES = words("namesakes_alone"), tuple(words("houses_named"))
PATRONYMIC = re.compile(rf"\w{{2}}\w+(?:{'|'.join(sorted(words('patronymics')))})\w{{0,3}}$")
SURNAME = re.compile(rf"\w{{2}}\w+(?:{'|'.join(sorted(words('surnames')))})\w{{0,3}}$")
ALSO_COMMON, OF_MANY = words("also_common"), tuple(words("of_many"))
RURAL, UNITS = words("rural"), words("units_named")
SCHOOL_HOUSES = tuple(words("school_houses"))
OF_A_TOWN = frozenset({"organiser.head", "audience", "partner", "place.called"})


def is_a_name(frame: Frame, index: int) -> bool:
    """Written with a capital, and neither a street, a person's name nor where guests came from."""
    mark = frame.marks[index]
    if "place.never" in mark.categories:
        return False
    if not frame.text[mark.start].isupper() and not _is_written_small(mark) and not _says_what_it_is(frame, mark):
        return False
    if mark.first == mark.last and (
        _is_whose(frame, mark) or _begins_a_full_name(frame, mark) or _is_a_houses(frame, mark)
    ):
        return False
    if _is_a_common_word(frame, mark):
        return False
    if mark.first and frame.words.starts[mark.first] - frame.words.end(mark.first - 1) <= 2:
        if "place.not_after" in frame.said_at(mark.first - 1) and not _is_written_there(frame, mark):
            return False
        if _is_of_a_person(frame, mark.first - 1) or _is_a_person(frame, mark):
            return False
    if mark.first == mark.last and _has_initials(frame, mark):
        return False
    if _names_another(frame, mark):
        return False
    return not mark.quoted or mark.first < mark.last or _called_a_town(frame, mark) or _in_full_name(frame, index)


def _is_written_there(frame: Frame, mark: Mark) -> bool:
    """ "От: Аксуская районная организация", "От Аксуской организации" at the head of a line: whose text it is."""
    if frame.words.words[mark.first - 1] not in ANSWERED_FOR:
        return False
    start = frame.words.starts[mark.first - 1]
    return not frame.text[frame.text.rfind("\n", 0, start) + 1 : start].strip()


def _is_a_common_word(frame: Frame, mark: Mark) -> bool:
    """ "ПОСЕЩЕНО 11 СЕМЕЙ", "НЕБЛАГОПОЛУЧНЫХ СЕМЕЙ" in a text of capitals: families, not the town."""
    if mark.first != mark.last or mark.first == 0 or not frame.text[mark.start : mark.end].isupper():
        return False
    before = frame.words.words[mark.first - 1]
    counted = before.isdigit() or before.endswith(OF_MANY)
    return counted and frame.words.words[mark.first] in ALSO_COMMON and frame.words.gap(mark.first) == " "


def _names_another(frame: Frame, mark: Mark) -> bool:
    """ "Ақкөл ауылдық клубы" is in a village; and what may not follow a place does."""
    after = mark.last + 1
    if after >= len(frame.words):
        return False
    if frame.words.words[after] in RURAL and not _is_written_small(mark):
        return True
    return "place.not_before" in frame.said_at(after)


def _is_whose(frame: Frame, mark: Mark) -> bool:
    """ "Поэзия Абая", "Абайдың 175 жылдығы": the poet, not the town, whose schools and people are named beside it."""
    word = frame.words.words[mark.first]
    if not word.startswith(NAMESAKES) or not word.endswith(WHOSE):
        return False
    if _bears_the_name(frame, mark):
        return True
    kazakh = word.endswith(GENITIVE)  # what is theirs stands behind
    first = mark.first if kazakh else max(0, mark.first - 1)
    last = min(mark.last + 2, len(frame.words) - 1)
    if any(seen in CALLS_A_PLACE for seen in frame.words.words[first : last + 1]):
        return False
    beside = frame.mark_at[first : last + 1]
    return all(other is None or other.categories.isdisjoint(OF_A_TOWN) for other in beside)


def _bears_the_name(frame: Frame, mark: Mark) -> bool:
    """ "СШ Абая", "лицей Жамбыла": one house, right before whose name it has; "школы Абая" are those of the town."""
    at = frame.mark_at[mark.first - 1] if frame.words.gap(mark.first) == " " else None
    house = at or mark
    if "organiser.head" not in house.categories or mark.meaning.language != "ru":
        return False
    if all(entry.number == "p" for entry in house.entries if entry.category == "organiser.head"):
        return False
    return frame.words.words[house.last].startswith(SCHOOL_HOUSES) or frame.text[house.start : house.end].isupper()


def _is_a_houses(frame: Frame, mark: Mark) -> bool:
    """ "Қоғалыдағы Абай мектебінде": a school called after the poet, not the town's."""
    behind = mark.last + 1
    if frame.words.words[mark.first] not in BEARERS or behind >= len(frame.words):
        return False
    return frame.words.words[behind].startswith(HOUSES) and frame.words.gap(behind).isspace()


def _begins_a_full_name(frame: Frame, mark: Mark) -> bool:
    """ "Абай Құнанбайұлы", "Жамбыл Жабаевтың": who bears the name, not what is called after them."""
    behind = mark.last + 1
    if behind >= len(frame.words) or not frame.words.is_capital(behind) or not frame.words.gap(behind).isspace():
        return False
    name = frame.words.words[behind]
    ends = SURNAME if frame.words.words[mark.first] in BEARERS else PATRONYMIC
    return ends.match(name) is not None


def _in_full_name(frame: Frame, index: int) -> bool:
    """КГКП «Кентауский многопрофильный колледж», «Жаңатас көпсалалы колледжі»: a town, its organisation behind it in
    one quotation; not «Абай мектебі»."""
    mark = frame.marks[index]
    if frame.text.startswith("#", mark.start - 1):
        return True  # "#Тараз"
    quote = frame.quote_around(mark.start)
    is_kazakh = mark.meaning.language != "ru" and frame.words.words[mark.first] not in BEARERS
    if quote is None or not (_is_written_small(mark) or is_kazakh):
        return False
    return any("organiser.head" in other.categories for other in frame.marks_in(mark.end, quote.end))


def _is_a_person(frame: Frame, mark: Mark) -> bool:
    """ "Инспектор Сатпаева" is not from Сатпаев; "инспектор Абайского района" is from there."""
    alone = mark.first == mark.last and not _is_written_small(mark)
    return alone and frame.words.words[mark.first - 1] in PERSONS


def _has_initials(frame: Frame, mark: Mark) -> bool:
    """ "Смирнов А.В.", "А.В. Смирнова", "инспектор А. Смирнов": a surname that is also a village's name."""
    words, before, behind = frame.words, mark.first - 2, mark.last + 1
    if before >= 0 and words.is_initial(before + 1) and (words.is_initial(before) or words.gap(before + 1) == " "):
        return True
    return behind + 1 < len(words) and words.is_initial(behind) and words.is_initial(behind + 1)


def _is_of_a_person(frame: Frame, index: int) -> bool:
    """ "имени Абая", "им. М. Ауэзова", "им. Ильяса Жансугурова": initials or a first name may stand between."""
    while index > 0 and len(frame.words.words[index]) == 1 and frame.words.is_capital(index):
        index -= 1
    named = index > 0 and frame.words.words[index - 1] in NAMED_AFTER and frame.words.is_capital(index)
    if named and frame.words.gap(index + 1) == " ":
        return True
    return frame.words.words[index] in AFTER_PLACE


def _is_written_small(mark: Mark) -> bool:
    """ "костанайский", "район имени Кунаева" """
    phrases = [entry.phrase for entry in mark.entries if entry.category == "place"]
    return any(phrase[:1].islower() or any(word in phrase for word in UNITS) for phrase in phrases)


def _says_what_it_is(frame: Frame, mark: Mark) -> bool:
    """ "қызылорда қаласы", "абай ауданында": in a hurry names are written small, too."""
    said, last = frame.words.words, mark.last
    if mark.first == last and mark.meaning.language != "ru" and last + 1 < len(said):
        last += frame.words.gap(last + 1) == " "
    return mark.first < last and said[last].startswith(CALLED)


def _called_a_town(frame: Frame, mark: Mark) -> bool:
    """Within a name in quotation marks only "города Караганды" and "Павлодарского района" are places, not «Абай»."""
    said = frame.words.words
    if mark.meaning.language != "ru" and mark.last + 1 < len(said) and said[mark.last + 1] in CALLS_A_PLACE:
        return frame.words.gap(mark.last + 1).isspace()  # «Арыс қаласының №12 мектебі»
    return mark.first > 0 and said[mark.first - 1] in CALLS_A_PLACE


def is_called_a_settlement(frame: Frame, mark: Mark) -> bool:
    """ "В населённом пункте Мойынкум", "the village of Moyynkum" """
    index = mark.first - 1
    if index > 0 and frame.words.words[index] == "of":
        index -= 1
    return index >= 0 and frame.words.words[index] in CALLS_A_SETTLEMENT and frame.words.gap(mark.first).isspace()
