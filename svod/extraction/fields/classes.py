"""Whose children they are: those of a school are its pupils, those of a college its students."""

from collections.abc import Sequence

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.language.fold import fold

OF_CLASSES, OF_STUDENTS, OF_PUPILS = (tuple(words(name)) for name in ("of_classes", "of_students", "of_pupils"))
BESIDES = tuple(words("besides_pupils"))
YOUNG = frozenset({"children", "women", "men"})
LEARNERS = frozenset({"pupils", "students"})


def add_classes(frame: Frame, found: Sequence[Found]) -> None:
    """ "Проведены классные часы": where nobody else is told of; "мектепте қыздармен тренинг өтті"."""
    for item in found:
        phrase = item.mention.entry.phrase
        if "lesson" in item.mention.traits and not item.audience and fold(phrase).startswith(OF_CLASSES):
            item.add_codes("audience", ("students" if _is_at(frame, item, OF_STUDENTS) else "pupils",))
        elif item.mention.language == "kk" and not item.audience.isdisjoint(YOUNG):
            _learn_there(frame, item)


def _learn_there(frame: Frame, item: Found) -> None:
    """ "Мектепте балаларға", "8-сынып ұлдарымен": pupils; "колледж қыздарымен": students; not "аналар"."""
    if not item.audience <= YOUNG | LEARNERS:
        return
    if any(word.startswith(BESIDES) for word in frame.words_of(item.mention.sentence)):
        return
    if item.audience.isdisjoint(LEARNERS):
        learners = next(
            (code for code, of in (("pupils", OF_PUPILS), ("students", OF_STUDENTS)) if _is_at(frame, item, of)), ""
        )
        if not learners:
            return
        item.audience.add(learners)
    item.audience -= YOUNG


def _is_at(frame: Frame, item: Found, houses: tuple[str, ...]) -> bool:
    seen = [*frame.words_of(item.mention.sentence), *fold(item.organiser or "").split()]
    return any(word.strip('«»"').startswith(houses) for word in seen)
