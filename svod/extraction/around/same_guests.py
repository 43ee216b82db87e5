"""Guests that a text points back at: "при их же участии проведён опрос", "олардың қатысуымен көрме ашылды"."""

from collections.abc import Sequence

from svod.extraction.mentions.found import Found
from svod.extraction.mentions.lists import own_parts
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence

THE_SAME = "partner.same"
NEAR = 1  # lines back to those who are meant


def add_same_guests(frame: Frame, sentence: Sentence, made: Sequence[Found], found: Sequence[Found]) -> None:
    """Give the guests of what was told last to what the sentence tells with "their" participation."""
    before = [item for item in found[-1:] if sentence.line - item.line <= NEAR]
    for mark in frame.marks_of(sentence):
        if THE_SAME not in mark.categories or mark.quoted:
            continue
        told = [*before, *(item for item in made if item.mention.mark.end <= mark.start)]
        guests = next((item.partners for item in reversed(told) if item.partners), set())
        for item in made if guests else ():
            if _came_to(frame, mark, item, made):
                item.add_codes("partners", guests)


def _came_to(frame: Frame, mark: Mark, item: Found, made: Sequence[Found]) -> bool:
    """ "Лекция при их участии" is that lecture; before a verb it is said of what further verbs tell, too."""
    clause = item.mention.clause
    if clause.start <= mark.start < clause.end:
        return any(start <= mark.start < end for start, end in own_parts(item.mention))
    if clause.end <= mark.start or ";" in frame.text[mark.start : clause.start]:
        return False
    others = (one.mention for one in made)
    return not any(other.mark.start < mark.start < other.clause.end for other in others)
