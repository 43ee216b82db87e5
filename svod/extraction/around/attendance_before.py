"""To which activity told before it a sentence's people belong: "Прошла лекция. Присутствовали 40 человек"."""

from svod.extraction.around.attendance_said import in_the_hall, they_were, were_there
from svod.extraction.around.later import goes_on
from svod.extraction.fields.people import People
from svod.extraction.fields.people_kk import (
    attends,
    called_by_its_head,
    heads_attendance,
    of_it_itself,
    says_how_many,
    since_new_year,
    summed_inside,
)
from svod.extraction.fields.people_told_so import FILLED_IN
from svod.extraction.lexicon.categories import ATTENDED, PEOPLE, PRESENT, TELLS, VERBAL
from svod.extraction.lexicon.grammar import COVERING, IN, WHERE, words
from svod.extraction.mentions.found import ONE, Found, told_of_it
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.packs.traits import traits

CARD = 3  # lines from an activity to "Қатысқаны: 54 адам" below it
TOOK_PART = PRESENT | {"held.as"}
AT, COVER, DRIVE, OF_THE_EVENT = words("at"), words("cover"), tuple(words("drive")), words("of_the_event")
DRIVEN = traits("in_a_drive", "drive")  # may be called "акция"
IN_IT, TAKING_PART = words("in_it"), words("taking_part")
IT = words("it")  # "её", "его"
SUMMING = frozenset({"total.section", "total.them"})
ANSWER = tuple(words("answer"))
HALLS = words("halls")
BACK = words("back")
TEAMS, NUMBERED = tuple(words("teams_kk")), 2  # words: "6 команда"
NEARBY = 3  # activities told before that people may belong to


def owner_before(frame: Frame, people: People, sentence: Sentence, found: list[Found], summing: bool) -> Found | None:
    """The activity of the sentence before, where it told only one and this one says that people took part."""
    said = frame.said_in(sentence)
    covered = _covered_by_it(frame, people, sentence, found)
    if covered is not None:
        return covered
    if found and _are_its_sheets(frame, people, sentence, found[-1]):
        return found[-1]
    if not found or since_new_year(frame, sentence):
        return None
    if were_there(frame, sentence, said) and (len(found) == 1 or found[-1].line == sentence.line):
        return found[-1]
    if summing and not _is_of_one(frame, people, sentence, said, found):
        return None
    last = called_by_its_head(frame, sentence, found) or found[-1]
    if "total.campaign" in said and not _is_the_drive(frame, sentence, found):
        return None
    beside = [item for item in found[-NEARBY:] if item.mention.sentence == last.mention.sentence]
    if len(beside) > 1 and last.mention.language == "kk":
        beside = [item for item in beside if not item.mention.is_verb] or beside
        last = beside[-1]
    alone = len(beside) == 1 or _is_of_the_last(frame, sentence, said)
    if "held.attendance" in said or heads_attendance(frame, sentence):
        return last if alone and sentence.line - last.line <= CARD else None
    goes_on_below = told_of_it(sentence, found) and said.isdisjoint(SUMMING)
    if not alone or not (last.line == sentence.line or goes_on_below):
        return None
    return last if _tells_who_came(frame, people, sentence, said, last) else None


def _is_of_one(frame: Frame, people: People, sentence: Sentence, said: frozenset[str], found: list[Found]) -> bool:
    """Whether a sentence that sums up counts those of one activity: "Барлығы 45 адам қатысты" behind a seminar."""
    return (
        "held.as" in said
        or _took_part_in_it(frame, sentence, said)
        or _all_of_it(frame, sentence, said, found)
        or of_it_itself(frame, sentence)
        or they_were(frame, sentence, said)
        or in_the_hall(frame, people)
        or _at_it(frame, sentence, found[-1])
        or summed_inside(frame, sentence, people.span)
    )


def _tells_who_came(frame: Frame, people: People, sentence: Sentence, said: frozenset[str], last: Found) -> bool:
    """Whether the sentence says of the last activity that they took part, or goes on about it."""
    return (
        _took_part_in_it(frame, sentence, said)
        or not said.isdisjoint(TOOK_PART)
        or _told_behind(people)
        or ("held.subject" in said and goes_on(frame, sentence))
        or _at_it(frame, sentence, last)
        or attends(frame, sentence, people.span)
        or _begins(frame, people, sentence, said)
    )


def counts_activities(frame: Frame, sentence: Sentence) -> bool:
    """ "Барлығы 3 іс-шараға 190 адам қамтылды", "на 5 мероприятиях побывало 300 человек": of all of them."""
    if "measure.activities" not in frame.said_in(sentence):
        return False
    for mark in frame.marks_of(sentence):
        number = frame.number_at(frame.words.starts[mark.first - 1]) if mark.first else None
        if number is not None and "measure.activities" in mark.categories:
            return number.bounds.least is not None and number.bounds.least > 1
    return False


def _took_part_in_it(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "Школьники приняли в ней участие, всего 2 984 человека" """
    seen = frame.words_of(sentence)
    return not IN_IT.isdisjoint(seen) and not (said.isdisjoint(PRESENT) and TAKING_PART.isdisjoint(seen))


def _is_of_the_last(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "…, а 4 декабря прошла консультация; её посетили 22 мамы", "на ней побывали 22": the pronoun is of the last."""
    first, second, *_ = *frame.words_of(sentence)[:2], ""
    return not said.isdisjoint(PRESENT) and (first in IT or (first in WHERE and second in BACK))


def _covered_by_it(frame: Frame, people: People, sentence: Sentence, found: list[Found]) -> Found | None:
    """ "Прошла лекция. Охват – 40 человек", "жиналғандар саны жүзден асты": of the only one in its line; several are
    summed up so."""
    says = says_how_many(frame, people.start)
    if not says and frame.word_from(sentence.start) not in COVER:
        return None
    in_line = [item for item in found[-NEARBY:] if item.line == sentence.line or _is_its_card(frame, item, sentence)]
    in_line = [item for item in in_line if not item.is_weak] or in_line or (found if says else [])
    return in_line[0] if len(in_line) == 1 else None


def _are_its_sheets(frame: Frame, people: People, sentence: Sentence, last: Found) -> bool:
    """ "Провели опрос. Заполнено 203 анкеты", "на вопросы ответили 312 педагогов": so many answered."""
    if "questions" not in last.mention.traits or last.line != sentence.line:
        return False
    if people.marks:
        return any(word.startswith(ANSWER) for word in frame.words_in(sentence.start, people.start))
    return frame.words.words[frame.word_index(people.end) - 1].startswith(FILLED_IN)


def _is_its_card(frame: Frame, item: Found, sentence: Sentence) -> bool:
    """ "Мероприятие: тренинг", and on the next line "Охват: 22 ученика": lines of one card."""
    start = item.mention.sentence.start
    head = frame.mark_at[frame.word_index(start)]
    if head is None or "column.activity" not in head.categories:
        return False
    return sentence.line - item.line == 1 and frame.text.startswith(":", head.end)


def _is_the_drive(frame: Frame, sentence: Sentence, found: list[Found]) -> bool:
    """ "Прошёл флешмоб. В акции участвовали 100 студентов", "участниками мероприятия стали": the only one told."""
    if len(found) != 1 or found[0].count != ONE:
        return False
    marks = frame.marks_of(sentence)
    named = [frame.words.words[mark.last] for mark in marks if "total.campaign" in mark.categories]
    outdoors = found[0].mention.is_of(DRIVEN)
    return all(word in OF_THE_EVENT or (outdoors and word.startswith(DRIVE)) for word in named)


def _at_it(frame: Frame, sentence: Sentence, last: Found) -> bool:
    """ "На сходе было 27 человек", "в дебатах участвовали шесть команд, всего 24 школьника", "беседами охвачено 310".

    The sentence begins with the kind of what was told; "в зале было до 100 педагогов" with where it was held.
    """
    begins = frame.words_of(sentence)[:2]
    is_within = begins[0] in IN
    if is_within and begins[-1] in HALLS:
        return last.mention.language == "ru"
    head = frame.marks_of(sentence)[:2]
    is_means = bool(head) and head[0].meaning.cases("kind", "ru") == {"i"}
    if not head or not (is_means or is_within or head[0].entries[0].phrase in AT):
        return False
    return last.mention.language == "ru" and any(last.kind in mark.meaning.kinds for mark in head)


def _all_of_it(frame: Frame, sentence: Sentence, said: frozenset[str], found: list[Found]) -> bool:
    """ "Прошла лекция. Всего её прослушали 60 студентов", "семинар болды. 22 тәрбиеші қамтылды": of the only one."""
    if len(found) != 1 or said.isdisjoint(ATTENDED):
        return False
    told = frame.words_of(sentence)
    if not any(word.startswith(COVERING) for word in told):
        return True
    summed = [mark for mark in frame.marks_of(sentence) if "total.trigger" in mark.categories]
    says_all = any(not frame.words.words[mark.first].startswith(COVERING) for mark in summed)
    is_one = found[0].count == ONE
    return found[0].mention.language == "kk" and found[0].line == sentence.line and (is_one or not says_all)


def _told_behind(people: People) -> bool:
    """ "Ата-ана саны – 72": named before their number."""
    return bool(people.marks) and people.marks[0].start < people.start


def _begins(frame: Frame, people: People, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "12 родителей.", "Слушателей – около 80.", "Было человек 25.": a sentence that says no more than how many; in
    Kazakh with not a word more: "350 көрермен.", "6 команда, 48 ойыншы." """
    if frame.language_at(sentence.start) == "kk":
        before = frame.words_in(sentence.start, people.start)
        is_head = not before or (len(before) == NUMBERED and before[0].isdigit() and before[1].startswith(TEAMS))
        return is_head and not frame.words_in(people.end, sentence.end)
    if said & (VERBAL - {"held.subject"}):
        return False
    if _only_counts(frame, people, sentence, said):
        return True
    first = frame.word_index(sentence.start)
    return frame.word_index(people.start) - first <= (1 if "held.subject" in said else 0)


def _only_counts(frame: Frame, people: People, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "уч-ся 8–11 кл., 150 чел.": those who came begin the sentence, and their number ends it."""
    if not said.isdisjoint(TELLS) or frame.words_in(people.end, sentence.end):
        return False
    return not frame.said_at(frame.word_index(sentence.start)).isdisjoint(PEOPLE)
