"""Those who are counted one group after another: "420 учеников и 38 педагогов", "мам 14, пап 2"."""

from typing import TYPE_CHECKING

from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.text.frame import Frame
from svod.language.numbers import NumberMention

if TYPE_CHECKING:
    from svod.extraction.fields.people import People

MEASURE = "measure.participants"
WHICH_TIME, TIMES = words("which_time"), words("times")
CLOSE = 30  # characters from "Қатысқаны" to the first of those who came
AND_MORE, LONGEST_GAP, SENTENCE = words("and_more"), 48, frozenset(".;:()\n")  # between people and those with them


def are_one(frame: Frame, one: "People", other: "People") -> bool:
    """Joined by "и" alone, and of different people; "Қатысқаны: 35 студент, 8 оқытушы" by a comma as well."""
    if not one.marks or not other.marks:
        return False
    if _are_of_several_times(frame, one, other):
        return True
    if one.marks[-1].entries == other.marks[-1].entries:
        return False
    between = frame.words_in(one.end, other.start)
    if _are_named_in_turn(frame, one, other) or _goes_on(frame, one, other, between):
        return True
    if not between and frame.text[one.end : other.start] in (", ", " "):
        if _are_counted_apart(one) and _are_counted_apart(other):
            return True
        return any("held.attendance" in mark.categories for mark in frame.marks_in(one.start - CLOSE, one.start))
    return len(between) == 1 and between[0] in AND


def added_before(frame: Frame, number: NumberMention, start: int) -> NumberMention | None:
    """ "12 + 15 студент", "12+15 человек": the number to which that one is added, whose people are named behind it."""
    if "+" not in frame.text[max(start, number.start - 2) : number.start]:
        return None
    before = frame.number_at(frame.words.starts[frame.word_index(number.start) - 1])
    return before if before is not None and before.role == "quantity" and before.start >= start else None


def _are_named_in_turn(frame: Frame, one: "People", other: "People") -> bool:
    """ "Мам 14, пап 2": each before its number."""
    if not (_are_counted_apart(one) and _are_counted_apart(other)) or frame.text[one.end : other.start].strip(" ,"):
        return False
    return one.marks[0].start == one.start and other.marks[0].start == other.start


def _goes_on(frame: Frame, one: "People", other: "People", between: list[str]) -> bool:
    """ "23 женщины и, к удивлению всех, четверо мужчин", "40 учеников и ещё 6 педагогов", "8 мужчин + 12 студентов"."""
    gap = frame.text[one.end : other.start]
    if len(gap) > LONGEST_GAP or not _are_counted_apart(other) or not SENTENCE.isdisjoint(gap):
        return False
    if not between:
        return gap.strip() == "+"
    aside = between[0] in AND and gap.lstrip().partition(" ")[0].endswith(",") and gap.rstrip().endswith(",")
    return aside or (len(between) == 2 and between[0] in AND and between[1] in AND_MORE)


def _are_counted_apart(people: "People") -> bool:
    """ "151 оқушы, 16 мұғалім"; what follows "120 человек" may be a part of them."""
    return all("audience" in mark.categories and MEASURE not in mark.categories for mark in people.marks)


def _are_of_several_times(frame: Frame, one: "People", other: "People") -> bool:
    """ "Екі рет жинадық: бірінде 24 бала, екіншісінде 31 бала": all who came; not of two that were held apart."""
    first, second = frame.word_index(one.start), frame.word_index(other.start)
    seen = frame.words.words
    if not first or not WHICH_TIME.issuperset((seen[first - 1], seen[second - 1])):
        return False
    return not TIMES.isdisjoint(frame.words_in(frame.sentence_at(one.start).start, one.start))
