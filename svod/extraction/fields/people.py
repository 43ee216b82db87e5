"""How many people: the quantities of people in a text, and the words that name them."""

from dataclasses import dataclass, replace

from svod.extraction.fields.counted_kk import (
    are_awarded,
    at_their_homes,
    bounds_with,
    ends_an_item,
    is_somebody,
    named_before,
    named_behind_the_last,
    of_each,
    of_groups,
    of_several_houses,
    those_who_came,
)
from svod.extraction.fields.part_of_them_kk import are_expected, part_that_came
from svod.extraction.fields.people_before import at_one, people_before, people_outside, told_to_come
from svod.extraction.fields.people_joined import added_before, are_one
from svod.extraction.fields.people_told_so import are_places, filled_in, one_of_each
from svod.extraction.fields.people_unnamed import (
    closes_a_line,
    ends,
    in_short,
    invited,
    unknown_people,
)
from svod.extraction.lexicon.categories import PEOPLE
from svod.extraction.lexicon.grammar import GROUPS, is_adjective, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.spans import span_of
from svod.language.numbers import NumberMention
from svod.records import Bounds, Span

BETWEEN = frozenset({"place", "partner", "organiser.head"})  # a number and those whom it counts
INSTITUTIONS = words("institutions")
QUALITIES = tuple(words("quality_endings"))  # "50 белсенді мүшесі"


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
        return span_of(self.start, self.end)


def people_in(frame: Frame, start: int, end: int) -> list[People]:
    """The quantities of people between two places; "420 учеников и 38 педагогов" is one."""
    found: list[People] = []
    for number in frame.numbers_in(start, end):
        if number.role != "quantity" or frame.quote_around(number.start) or invited(frame, number, start):
            continue
        one = _counted(frame, number, start)
        if one is None:
            continue
        added = added_before(frame, number, start)
        if added is not None:
            one = replace(one, start=added.start, bounds=added.bounds + one.bounds)
        elif found and are_one(frame, found[-1], one):
            before = found.pop()
            one = People(before.start, one.end, before.bounds + one.bounds, (*before.marks, *one.marks))
        found.append(one)
    return found


def _counted(frame: Frame, number: NumberMention, start: int) -> People | None:
    """ "45 учащихся", "слушателей было 55", "пришли не более 90" """
    if is_somebody(frame, number):
        return None
    mark = _people_after(frame, number)
    if mark is not None and (
        of_each(frame, number, mark) or are_awarded(frame, number, mark) or at_their_homes(frame, mark)
    ):
        return None
    if mark is not None and (are_places(frame, mark) or are_expected(frame, mark)):
        return None
    if mark is not None:
        bounds = of_groups(frame, number, mark) or bounds_with(frame, number, mark.end)
        one = People(number.start, max(number.end, mark.end), bounds, (mark,))
        return _those_of(frame, one) or one
    if frame.language_at(number.start) == "kk":
        mark = named_before(frame, start, number) or named_behind_the_last(frame, number)
        mark = mark or ends_an_item(frame, start, number)
        if mark is not None:
            return People(number.start, number.end, number.bounds, (mark,))
        noun = those_who_came(frame, start, number) or filled_in(frame, number)
        return People(number.start, noun, bounds_with(frame, number, noun), ()) if noun else None
    if not ends(frame, number):
        short = in_short(frame, number) or filled_in(frame, number) or one_of_each(frame, number)
        if short is not None:
            return People(number.start, short, number.bounds, ())
        noun = unknown_people(frame, number, came=told_to_come(frame, number, start))
        return People(number.start, noun, number.bounds, ()) if noun else None
    mark = people_before(frame, number, start) or people_outside(frame, number, start)
    if mark is not None:
        return People(mark.start, number.end, number.bounds, (mark,))
    came = told_to_come(frame, number, start) or at_one(frame, number, start) or closes_a_line(frame, number, start)
    return People(number.start, number.end, number.bounds, ()) if came else None


def _those_of(frame: Frame, people: People) -> People | None:
    """ "52 мүшенің 44-і қатысты": 44 of the 52."""
    part = part_that_came(frame, people.start, people.marks[-1])
    return replace(people, end=part.end, bounds=part.bounds) if part is not None else None


def _people_after(frame: Frame, number: NumberMention) -> Mark | None:
    """The people a number counts: "45 учащихся", "120 профсоюзных работников", "27 чел."."""
    for start, end in ((number.core_end, number.end), (number.start, number.core_start)):
        if end > start:  # "100 адамнан астам": they are within it; "человек сто"
            within = frame.marks_in(start, end)
            them = next((mark for mark in within if not mark.categories.isdisjoint(PEOPLE)), None)
            if them is not None:
                return them
    return _people_behind(frame, number)


def _people_behind(frame: Frame, number: NumberMention) -> Mark | None:
    index, end = frame.word_index(number.end), number.end
    together = of_several_houses(frame, index)
    if together is not None:
        return together
    if _begins_another_sentence(frame, index, end):
        return None
    for _ in range(4):
        if index >= len(frame.words) or frame.breaks_at(index, end) or _is_group(frame, index):
            return None
        found = frame.mark_at[index]
        if found is not None:
            if not found.categories.isdisjoint(PEOPLE):
                return found
            if not found.categories <= BETWEEN:
                return None
            index = found.last
        elif not is_adjective(frame.words.words[index]) and not _is_quality(frame, index):
            return None
        end = frame.words.end(index)
        index += 1
    return None


def _begins_another_sentence(frame: Frame, index: int, end: int) -> bool:
    """ "Памятки с номерами 111 и 102. Люди брали охотно" """
    is_stopped = frame.text.startswith(".", end) and index < len(frame.words)
    return is_stopped and frame.text[frame.words.starts[index]].isupper()


def _is_quality(frame: Frame, index: int) -> bool:
    """ "50 белсенді мүшесі"; the Russian "сидели" ends so by chance"""
    return frame.words.words[index].endswith(QUALITIES) and frame.language_at(frame.words.starts[index]) == "kk"


def _is_group(frame: Frame, index: int) -> bool:
    """ "6 команда", "төрт топтың студенттері"; the village in "ауыл тұрғыны" is none"""
    if frame.words.words[index] in INSTITUTIONS:
        return True
    at = frame.mark_at[index]
    if at is not None and ("measure.groups" in at.categories or at.last > index):
        return "measure.groups" in at.categories
    return frame.words.words[index] in GROUPS
