"""Numbers of people that another word tells: sheets filled in, seats taken, houses, groups of so many; and of none."""

from svod.extraction.lexicon.grammar import GROUPS, PREPOSITIONS, is_adjective, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.numbers import NumberMention
from svod.language.remembered import Remembered
from svod.records import Bounds
from svod.records.bounds import ONE

FILLED_IN = tuple(words("filled_in"))
FILLED, ASKED = words("filled"), words("asked")
SEATS, TAKEN, SOON = words("seats"), words("taken"), 4  # words from seats to that they were taken
ONE_OF_EACH, HOUSES = words("one_of_each"), GROUPS | words("institutions")
HELD_BY = tuple(words("held_by"))
OURS = words("from_us")
US = frozenset(phrase.rpartition(" ")[2] for phrase in OURS)
GIVE_OUT, BY_HANDS_OF, OF_THE_SUBJECT = words("give_out"), words("by_hands_of"), frozenset("gn")
EACH, WORDS_BACK = words("each_of"), 3  # words from the number of groups to "по 20 человек"


def filled_in(frame: Frame, number: NumberMention) -> int | None:
    """ "Обработано 312 анкет", "уже 301 ответ" to a survey: as many as answered; where the sheets' noun ends.

    "Анкеты сдали не все, 71 сдал", "из 140 опрошенных" as well; "все 400 мест были заняты" by as many.
    """
    index, seen = frame.word_index(number.end), frame.words
    if index >= len(seen) or frame.breaks_at(index, number.end):
        return None
    word = seen.words[index]
    if word in ASKED:
        return seen.end(index)
    if word in SEATS:
        return None if TAKEN.isdisjoint(seen.words[index + 1 : index + SOON]) else seen.end(index)
    if word in FILLED and _tells_of_a_survey(frame, index):
        return number.end
    return seen.end(index) if word.startswith(FILLED_IN) and _is_answered(frame, index) else None


def _is_answered(frame: Frame, index: int) -> bool:
    """Whether the sheet is a survey's own, or its sentence tells of one: "ответов" alone may be anything."""
    return frame.mark_at[index] is not None or _tells_of_a_survey(frame, index)


def _tells_of_a_survey(frame: Frame, index: int) -> bool:
    marks = frame.marks_of(frame.sentence_at(frame.words.starts[index]))
    return any("questions" in mark.meaning.traits for mark in marks)


def one_of_each(frame: Frame, number: NumberMention) -> int | None:
    """ "Собрались директора 12 опорных школ": as many as the houses, each of which has one; where their noun ends."""
    index, seen = frame.word_index(number.start) - 1, frame.words
    if index < 0 or seen.words[index] not in ONE_OF_EACH or frame.breaks_at(index + 1, seen.end(index)):
        return None
    behind = frame.word_index(number.end)
    behind += behind < len(seen) and is_adjective(seen.words[behind])
    return seen.end(behind) if behind < len(seen) and seen.words[behind] in HOUSES else None


def are_places(frame: Frame, people: Mark) -> bool:
    """ "38 рабочих мест": what looks like people only says whose."""
    behind = people.last + 1
    return behind < len(frame.words) and frame.words.words[behind] in SEATS and frame.words.gap(behind) == " "


def are_ours(frame: Frame, start: int, end: int) -> bool:
    """ "Районный слёт, от нас 4 ученика", "едут двое от нас": a part of those who came."""
    first, last, seen = frame.word_index(start), frame.word_index(end), frame.words.words
    if US.isdisjoint((seen[first - 1] if first else "", seen[last + 1] if last + 1 < len(seen) else "")):
        return False
    return not OURS.isdisjoint((" ".join(seen[max(0, first - 2) : first]), " ".join(seen[last : last + 2])))


def of_all_groups(frame: Frame, people: int, bounds: Bounds, start: int, count: Bounds) -> Bounds | None:
    """ "2 сеанса по 40 человек", "5 команд по 6 чел.": all of them; None where it is not said of how many.

    `people` is where they begin, `count` how many activities there were, where nothing else is counted.
    """
    index = frame.word_index(people) - 1
    if index < 0 or frame.words.starts[index] < start or frame.words.words[index] not in EACH:
        return bounds
    start = max(start, frame.words.starts[max(0, index - WORDS_BACK)])
    groups = frame.numbers_in(start, frame.words.starts[index])
    counted = [number.bounds for number in groups if number.role == "quantity"]
    times = counted[-1] if counted else count
    return None if times == ONE else bounds * times


def are_things(frame: Frame, number: NumberMention) -> bool:
    """ "512 писем": an unknown word that the dictionary knows for things."""
    index, seen = frame.word_index(number.end), frame.words
    if index >= len(seen) or frame.mark_at[index] is not None or frame.text[number.end : seen.starts[index]] != " ":
        return False
    return LIFELESS[seen.words[index]]


def held_it(frame: Frame, number: int, people: Mark, start: int) -> bool:
    """ "Открытые уроки дали 9 учителей": what they held stands before the verb, and they and their number behind it."""
    index = frame.word_index(number) - 1
    if index < 0 or not frame.words.words[index].startswith(HELD_BY) or frame.language_at(number) != "ru":
        return False
    if frame.breaks_at(index + 1, frame.words.end(index)) or not any("g" in entry.cases for entry in people.entries):
        return False
    return bool(frame.kinds_in(start, number))


def gave_out(frame: Frame, number: int, people: Mark, end: int) -> bool:
    """ "Двенадцать волонтёров раздали 300 листовок", "роздано силами 12 волонтёров", "12 ерікті парақша таратты": those
    who gave out, and not those who were given; "40 прохожим раздали листовки" is of these."""
    index, seen = frame.word_index(number) - 1, frame.words
    before = seen.words[index] if index >= 0 and not frame.breaks_at(index + 1, seen.end(index)) else ""
    if before in BY_HANDS_OF:
        return True
    if before in PREPOSITIONS or not any(not OF_THE_SUBJECT.isdisjoint(entry.cases) for entry in people.entries):
        return False
    for at in range(people.last + 1, len(seen)):
        if seen.starts[at] >= end or frame.breaks_at(at, seen.end(at - 1)):
            return False
        if seen.words[at] in GIVE_OUT:
            return True
    return False


def _is_lifeless(word: str) -> bool:
    """ "Писем", "фотографий": a noun that the dictionary knows for a thing."""
    from svod.language.ru.words import readings

    known = [reading for reading in readings(word) if reading.is_known]
    return bool(known) and all(reading.tag.POS == "NOUN" and reading.tag.animacy == "inan" for reading in known)


LIFELESS = Remembered(_is_lifeless)
