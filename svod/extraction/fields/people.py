"""How many people: the quantities of people in a text, and the words that name them."""

from dataclasses import dataclass, replace

from svod.extraction.fields.people_kk import ends_an_item, named_before, of_each, of_several_houses, those_who_came
from svod.extraction.holders.heads import is_person
from svod.extraction.lexicon.categories import PRESENT
from svod.extraction.lexicon.grammar import AND, GROUPS, INVITED, PREPOSITIONS, is_adjective, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.numbers import NumberMention
from svod.records import Bounds, Span

MEASURE = "measure.participants"
PEOPLE = frozenset({"audience", MEASURE})
SOMEBODY = frozenset({"organiser.head"})
COMING = PRESENT | {"held.subject"}
SMALL = AND | PREPOSITIONS  # words that nobody counts
CLOSE = 30  # characters from "Қатысқаны" to the first of those who came
COUNTED_ENDINGS = tuple(words("counted_endings"))  # of a noun behind its number
PEOPLE_ENDINGS, NO_PEOPLE = tuple(words("people_endings")), words("no_people")
INSTITUTIONS = words("institutions")
QUALITIES = tuple(words("quality_endings"))  # "50 белсенді мүшесі"
COVER, SAYS = words("cover"), frozenset({":", "-", "–", "—"})
NEW_PHRASE = frozenset(',;()«»"–—\n')  # between a word and a number that it does not govern
SHORT, IN_ALL = words("people_in_short"), words("in_all")
RATHER_THAN = words("rather_than")
BY_NUMBER = words("by_number")  # "с хлопкоробами, числом до 60"


@dataclass(slots=True, init=False)
class People:
    """A quantity of people at [start, end); `marks` name them."""

    start: int
    end: int
    bounds: Bounds
    marks: tuple[Mark, ...]

    def __init__(self, start: int, end: int, bounds: Bounds, marks: tuple[Mark, ...]) -> None:
        self.start, self.end, self.bounds, self.marks = start, end, bounds, marks

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def people_in(frame: Frame, start: int, end: int) -> list[People]:
    """The quantities of people between two places; "420 учеников и 38 педагогов" is one."""
    found: list[People] = []
    for number in frame.numbers_in(start, end):
        if number.role != "quantity" or frame.quote_around(number.start) or _invited(frame, number, start):
            continue
        one = _counted(frame, number, start)
        if one is None:
            continue
        if found and _added(frame, found[-1], one):
            before = found.pop()
            one = People(before.start, one.end, before.bounds + one.bounds, (*before.marks, *one.marks))
        found.append(one)
    return found


def _counted(frame: Frame, number: NumberMention, start: int) -> People | None:
    """ "45 учащихся", "слушателей было 55", "пришли не более 90" """
    mark = _people_after(frame, number)
    if mark is not None and of_each(frame, number, mark):
        return None
    if mark is not None:
        one = People(number.start, max(number.end, mark.end), number.bounds, (mark,))
        return _those_of(frame, one) or one
    if frame.language_at(number.start) == "kk":
        mark = named_before(frame, start, number) or ends_an_item(frame, start, number)
        if mark is not None:
            return People(number.start, number.end, number.bounds, (mark,))
        noun = those_who_came(frame, start, number)
        return People(number.start, noun, number.bounds, ()) if noun else None
    if not _ends(frame, number):
        short = _in_short(frame, number)
        if short is not None:
            return People(number.start, short, number.bounds, ())
        noun = _unknown_people(frame, number, came=_came(frame, number, start))
        return People(number.start, noun, number.bounds, ()) if noun else None
    mark = _people_before(frame, number, start)
    if mark is not None:
        return People(mark.start, number.end, number.bounds, (mark,))
    return People(number.start, number.end, number.bounds, ()) if _came(frame, number, start) else None


def _invited(frame: Frame, number: NumberMention, start: int) -> bool:
    """ "звали 160, пришли 56": those who were called are not those who came; "Мы против насилия (20 учеников)" are."""
    seen, index = frame.words, frame.word_index(number.start)
    for called in range(index - 1, max(frame.word_index(start), index - 2) - 1, -1):
        if not NEW_PHRASE.isdisjoint(frame.text[seen.ends[called] : number.start]):
            return False
        if seen.words[called] in INVITED:
            is_beside = called == index - 1 or seen.words[called] not in RATHER_THAN
            return is_beside or is_adjective(seen.words[index - 1])
    return False


def _ends(frame: Frame, number: NumberMention) -> bool:
    """Nothing that it might count stands behind the number."""
    following = frame.text[number.end : number.end + 3].lstrip(" +")
    if following[:1] in ("", ",", ".", ";", ")", "(", "\n", "!", "–", "—") or not following[:1].isalnum():
        return following[:1] not in ("%", "№", "/", ":", "-")
    word = frame.word_index(number.end)
    return word < len(frame.words) and frame.words.words[word] in SMALL


def _in_short(frame: Frame, number: NumberMention) -> int | None:
    """ "56 уч.", "(130 уч)"; not "2 уч. года": nothing that they would be of stands behind them."""
    index = frame.word_index(number.end)
    if index >= len(frame.words) or frame.words.words[index] not in SHORT or frame.breaks_at(index, number.end):
        return None
    behind = frame.text[frame.words.ends[index] : frame.words.ends[index] + 3].lstrip(". ")[:1]
    return None if behind.islower() else frame.words.ends[index]


def _unknown_people(frame: Frame, number: NumberMention, *, came: bool) -> int | None:
    """ "съехалось 240 представительниц": who come are people, if no other things; where their noun ends."""
    endings = COUNTED_ENDINGS if came else PEOPLE_ENDINGS
    index = frame.word_index(number.end)
    if index >= len(frame.words) or frame.breaks_at(index, number.end) or frame.words.words[index] in GROUPS:
        return None
    at = frame.mark_at[index]
    are_known = at >= 0 and not (frame.marks[at].categories == SOMEBODY and is_person(frame.marks[at]))
    if are_known or not frame.words.words[index].endswith(endings):
        return None
    if frame.words.words[index] in NO_PEOPLE:
        return None
    return frame.words.ends[index]


def _people_before(frame: Frame, number: NumberMention, start: int) -> Mark | None:
    """ "студентов 44", "слушателей – около 80", "ребят было 35": the genitive stands before its number."""
    index, end = frame.word_index(number.start) - 1, number.start
    for _ in range(4):
        if index < 0 or frame.words.starts[index] < start:
            return None
        if any(sign in frame.text[frame.words.ends[index] : end] for sign in ",;:()|\n«»."):
            return None
        at = frame.mark_at[index]
        if at >= 0 and frame.marks[at].categories & PEOPLE:
            mark = frame.marks[at]
            return mark if any("g" in entry.cases and entry.number == "p" for entry in mark.entries) else None
        if at >= 0 and frame.marks[at].categories.isdisjoint(COMING):
            return None
        end = frame.words.starts[index]
        index -= 1
    return None


def _came(frame: Frame, number: NumberMention, start: int) -> bool:
    """ "пришло трое", "подключилось до 70", "охват – 50": a word of coming right before a number without a noun."""
    index = frame.word_index(number.start) - 1
    if index < 0 or frame.words.starts[index] < start:
        return False
    gap = frame.text[frame.words.ends[index] : number.start].strip()
    at = frame.mark_at[index]
    if gap:  # "охват – 50", "количество участников: 64"
        counts = at >= 0 and frame.marks[at].first < index and "column.people" in frame.marks[at].categories
        return gap in SAYS and (counts or frame.words.words[index] in COVER)
    came = at >= 0 and not frame.marks[at].categories.isdisjoint(PRESENT)
    if frame.words.words[index] in IN_ALL:
        came = frame.text[frame.words.starts[index] - 1 : frame.words.starts[index]] == "("  # "1-11 классы (всего 412)"
    return came or frame.words.words[index] in BY_NUMBER | COVER


def _those_of(frame: Frame, people: People) -> People | None:
    """ "52 мүшенің 44-і": 44 of the 52."""
    end = people.marks[-1].end
    part = next(iter(frame.numbers_in(end, end + 2)), None)
    if part is None or frame.text[end : part.start] != " " or part.qualifier:
        return None
    cases = people.marks[-1].meaning.cases("audience", "kk") | people.marks[-1].meaning.cases(MEASURE, "kk")
    if not ("g" in cases or ("b" in cases and "-" in frame.text[part.start : part.end + 1])):
        return None
    return replace(people, end=part.end, bounds=part.bounds)


def _people_after(frame: Frame, number: NumberMention) -> Mark | None:
    """The people a number counts: "45 учащихся", "120 профсоюзных работников", "27 чел."."""
    for mark in frame.marks_in(number.core_end, number.end):  # "100 адамнан астам": they are within it
        if mark.categories & PEOPLE:
            return mark
    index, end = frame.word_index(number.end), number.end
    together = of_several_houses(frame, index)
    if together is not None:
        return together
    for _ in range(4):
        if index >= len(frame.words) or frame.breaks_at(index, end) or _is_group(frame, index):
            return None
        at = frame.mark_at[index]
        if at >= 0:
            found = frame.marks[at]
            if found.categories & PEOPLE:
                return found
            if not found.categories <= {"place", "partner", "organiser.head"}:
                return None
            index = found.last
        elif not (is_adjective(frame.words.words[index]) or frame.words.words[index].endswith(QUALITIES)):
            return None
        end = frame.words.ends[index]
        index += 1
    return None


def _is_group(frame: Frame, index: int) -> bool:
    """ "6 команда", "төрт топтың студенттері"; the village in "ауыл тұрғыны" is none"""
    if frame.words.words[index] in INSTITUTIONS:
        return True
    at = frame.mark_at[index]
    if at >= 0 and ("measure.groups" in frame.marks[at].categories or frame.marks[at].last > index):
        return "measure.groups" in frame.marks[at].categories
    return frame.words.words[index] in GROUPS


def _added(frame: Frame, one: People, other: People) -> bool:
    """Joined by "и" alone, and of different people; "Қатысқаны: 35 студент, 8 оқытушы" by a comma as well."""
    if not one.marks or not other.marks or one.marks[-1].entries == other.marks[-1].entries:
        return False
    between = frame.words_in(one.end, other.start)
    if not between and frame.text[one.end : other.start].strip() == ",":
        if _are_counted_apart(one) and _are_counted_apart(other):
            return True
        return any("held.attendance" in mark.categories for mark in frame.marks_in(one.start - CLOSE, one.start))
    return len(between) == 1 and between[0] in AND


def _are_counted_apart(people: People) -> bool:
    """ "151 оқушы, 16 мұғалім"; what follows "120 человек" may be a part of them."""
    return all("audience" in mark.categories and MEASURE not in mark.categories for mark in people.marks)
