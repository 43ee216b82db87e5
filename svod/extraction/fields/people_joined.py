"""Those who are counted one group after another: "420 учеников и 38 педагогов", "мам 14, пап 2"."""

from typing import TYPE_CHECKING

from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.text.frame import Frame

if TYPE_CHECKING:
    from svod.extraction.fields.people import People

MEASURE = "measure.participants"
CLOSE = 30  # characters from "Қатысқаны" to the first of those who came
AND_MORE, LONGEST_GAP, SENTENCE = words("and_more"), 48, frozenset(".;:()\n")  # between people and those with them


def are_one(frame: Frame, one: "People", other: "People") -> bool:
    """Joined by "и" alone, and of different people; "Қатысқаны: 35 студент, 8 оқытушы" by a comma as well."""
    if not one.marks or not other.marks or one.marks[-1].entries == other.marks[-1].entries:
        return False
    between = frame.words_in(one.end, other.start)
    if _are_named_in_turn(frame, one, other) or _goes_on(frame, one, other, between):
        return True
    if not between and frame.text[one.end : other.start].strip() == ",":
        if _are_counted_apart(one) and _are_counted_apart(other):
            return True
        return any("held.attendance" in mark.categories for mark in frame.marks_in(one.start - CLOSE, one.start))
    return len(between) == 1 and between[0] in AND


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
