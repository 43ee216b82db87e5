"""A heading that names places: what stands below it was there, until the next one."""

from svod.extraction.lexicon.categories import TELLS, VERBAL
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place
from svod.extraction.text.sentences import Sentence

HEAD = 4  # characters before a heading's first place: a number, a dash
REST = 80  # characters behind a heading's last place: "Көкшетау қаласы, «Болашақ» колледжі"
REPORTS, OPENING_LINES = words("reports"), 4  # lines in which a text may say what it is
TITLE = 2  # lines in which it may say where it is from
FINITE = tuple(words("finite_endings"))
WORK, CALLS_A_PLACE = tuple(words("headed_by")), words("calls_a_place")


def places_headed(frame: Frame, sentence: Sentence, seen: list[Place], section: Place | None) -> list[Place] | None:
    """What a heading names, None where the sentence is none; of a title the first: "Филиал по Аксускому району".

    `seen` are the places that the sentence names, at least one; `section` that of the heading above.
    """
    named = [place for place in seen if place.name]
    if _is_heading(frame, sentence, seen, section) and not (
        named and all(_is_its_namesake(frame, place, section) for place in named)
    ):
        return named
    is_title = sentence.line < TITLE and _is_title(frame, sentence)
    return _address(frame, named) if is_title else None


def _is_its_namesake(frame: Frame, place: Place, section: Place | None) -> bool:
    """ "Шалқардағы екі гимназия" in the section of "Шалқар ауданы": not a part of the text about the town."""
    if section is None or section.kind != "district" or f"{place.name} " not in (section.name or ""):
        return False
    behind = frame.word_from(place.end)
    return behind != "" and behind not in CALLS_A_PLACE


def _is_heading(frame: Frame, sentence: Sentence, seen: list[Place], section: Place | None) -> bool:
    """ "Сайрам ауданы бойынша.", "Павлодар облысы, Май ауданы, Көктөбе ауылы": places, and nothing is told."""
    if sentence.line < OPENING_LINES and _names_report(frame, sentence):
        return True
    if seen[0].start - sentence.start > HEAD or sentence.end - seen[-1].end > REST:
        return False
    if "|" in frame.text[seen[-1].end : sentence.end] and frame.numbers_in(seen[-1].end, sentence.end):
        return False  # "Аккольский район | 2 | 14": a table's row tells numbers
    if section and (sentence.ends_item or _ends_with_a_verb(frame, sentence)):
        return False  # "Щучье қаласының инспекторы келді", "Щучье станциясының жұмысшылары;" amid a list
    return frame.said_in(sentence).isdisjoint(TELLS)


def _ends_with_a_verb(frame: Frame, sentence: Sentence) -> bool:
    """A Kazakh one that the lexicon need not know: "инспектор келді"."""
    last = frame.word_index(sentence.end) - 1
    is_a_place = "place" in frame.said_at(last)
    return not is_a_place and frame.words.words[last].endswith(FINITE)


def _names_report(frame: Frame, sentence: Sentence) -> bool:
    """ "Отчёт Бурабайской районной организации профсоюза о проведении акции": whose all that follows is."""
    first = frame.word_from(sentence.start)
    return first in REPORTS and frame.said_in(sentence).isdisjoint(VERBAL)


def _is_title(frame: Frame, sentence: Sentence) -> bool:
    """Nothing is told, or a Kazakh line ends without a verb: "Есіл ауданы бойынша атқарылған жұмыс"."""
    if frame.said_in(sentence).isdisjoint(TELLS):
        return True
    if sentence.line or frame.text[sentence.end - 1] in ".!?":
        return False
    return frame.words.words[frame.word_index(sentence.end) - 1].startswith(WORK)


def _address(frame: Frame, named: list[Place]) -> list[Place]:
    """The first of them and what lies in it: "Ақмола обл. Ерейментау ауданы Тайбай ауылы, орта мектеп"."""
    last = next((at for at in range(1, len(named)) if not _goes_on(frame, named[at - 1], named[at])), len(named))
    return named[:last]


def _goes_on(frame: Frame, place: Place, behind: Place) -> bool:
    return not frame.text[place.end : behind.start].strip(" ,.")
