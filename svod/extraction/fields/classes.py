"""For whom a class hour goes without saying to be: the pupils, or where it was at a college, the students."""

from collections.abc import Sequence

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.language.fold import fold

OF_CLASSES, OF_STUDENTS = tuple(words("of_classes")), tuple(words("of_students"))


def add_classes(frame: Frame, found: Sequence[Found]) -> None:
    """ "Проведены классные часы": where nobody else is told of."""
    for item in found:
        phrase = item.mention.entry.phrase
        if item.kind == "class_hour" and not item.audience and fold(phrase).startswith(OF_CLASSES):
            item.add_codes("audience", ("students" if _is_at_a_college(frame, item) else "pupils",))


def _is_at_a_college(frame: Frame, item: Found) -> bool:
    sentence = item.mention.sentence
    seen = [*frame.words_of(sentence), *fold(item.organiser or "").split()]
    return any(word.strip('«»"').startswith(OF_STUDENTS) for word in seen)
