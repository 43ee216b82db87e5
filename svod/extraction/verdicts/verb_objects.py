"""What a verb names a kind with: "раздали" … "листовки", "дүкендерді тексерді", "к студентам пришёл прокурор"."""

from svod.extraction.lexicon.categories import KIND_VERBS
from svod.extraction.lexicon.grammar import AND, IN, ON, PREPOSITIONS, WHERE, WITH, grammar, is_past, words
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.mentions.mention import SHARED_FROM
from svod.extraction.text.along import is_used
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark

DONE_TO = "done_to_"
# By the word that the lexicon says them with, how the words begin for what some verbs are done to.
THINGS_KK, THINGS_RU = (
    {name[len(DONE_TO) :]: tuple(words(name)) for name in grammar(language) if name.startswith(DONE_TO)}
    for language in ("kk", "ru")
)
FAMILY, FAMILIES = "family", words("families")  # "проверили 30 семей" is a raid
INSTRUMENTAL = frozenset("i")
VISITORS, PERSONS, NO_VISITS = (
    frozenset({"residents", "women", "parents"}),
    "measure.participants",
    tuple(words("no_visits")),
)
THEIRS = ("audience", "organiser.head")
PEOPLE = frozenset({"audience", "partner", "measure.participants"})
WHOM = frozenset({"audience", "audience.marker", "reference.preposition", "measure.participants"})
WHICH = words("which")
SIGHTS = tuple(words("sights"))
SHORT_PARTICIPLES = tuple(words("short_participles"))
FEW = 4  # words from "с" to the people: "с жителями", "с начальником отдела полиции"
TO_WHOM, US = words("to_whom_one_comes"), words("us")  # "к нам"
OF_US, STAYING = words("of_us"), tuple(words("staying"))  # "у нас гостила"
SITTING, AGENDA = words("sitting_bodies"), tuple(words("agenda"))
SENT = tuple(words("sent_from"))
PLACES = words("at_a_place")
NEAR = 8  # words between a verb and what it is done to


def has_its_object(frame: Frame, clause: Clause, verb: Mark, entry: Entry) -> bool:
    """Whether what the verb is done to, or with whom, stands in its clause, where the lexicon has a word for that."""
    if " " not in entry.code:
        return True
    thing = entry.code.split(" ")[1]
    if thing in THINGS_KK:
        return _is_done_to_kk(frame, clause, verb, THINGS_KK[thing])
    if thing in THINGS_RU:
        return _is_done_to(frame, clause, verb, THINGS_RU[thing])
    if thing in WITH_WHOM:
        return WITH_WHOM[thing](frame, clause, verb)
    others = (*clause.marks, *_shared(frame, clause, verb), *_shared_behind(frame, clause, verb))
    return any(_is_object(frame, verb, other, thing) for other in others)


def _is_done_to(frame: Frame, clause: Clause, verb: Mark, things: tuple[str, ...]) -> bool:
    """ "Разыграли для малышей сказку", "игрушки сшили студентки": what a verb is done to, near it and in no title."""
    first = max(frame.word_index(clause.start), verb.first - NEAR)
    last = min(frame.word_index(clause.end), verb.last + NEAR)
    starts = (frame.words.starts[index] for index in range(first, last) if frame.words.words[index].startswith(things))
    return any(frame.quote_around(start) is None for start in starts)


def _is_done_to_kk(frame: Frame, clause: Clause, verb: Mark, things: tuple[str, ...]) -> bool:
    """ "Дүкендерді тексерді", "жаттығулар жасалды": Kazakh puts what a verb is done to before it."""
    first = max(frame.word_index(clause.start), verb.first - NEAR)
    return any(word.startswith(things) for word in frame.words.words[first : verb.first])


def _are_received(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "Участковый принял жителей", "юристы приняли 35 человек"; not "участие приняли", "форум принял делегаток"."""
    if any("n" in mark.meaning.cases("kind", "ru") and not mark.quoted for mark in _before(frame, verb)):
        return False
    if any(word.startswith(NO_VISITS) for word in frame.words_in(clause.start, clause.end)):
        return False
    behind = frame.marks_in(verb.end, clause.end)[:FEW]
    near = [mark for mark in behind if mark.first - verb.last <= FEW and not mark.quoted]
    return any(entry.code in VISITORS or entry.category == PERSONS for mark in near for entry in mark.entries)


def _before(frame: Frame, verb: Mark) -> list[Mark]:
    """What stands before the verb in its sentence."""
    return frame.marks_in(frame.sentence_at(verb.start).start, verb.start)


def _are_received_kk(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "Заңгер 12 тұрғынды қабылдады"; not "оқушыларды бірінші сыныпқа қабылдады", "мүшелікке қабылдады"."""
    if any(word.startswith(NO_VISITS) for word in frame.words_in(clause.start, clause.end)):
        return False
    near = [mark for mark in frame.marks_in(clause.start, verb.start) if verb.first - mark.last <= FEW]
    return any(
        "a" in entry.cases and (entry.code in VISITORS or entry.category == PERSONS)
        for mark in near
        for entry in mark.entries
    )


def _is_with_people(frame: Frame, clause: Clause, _verb: Mark) -> bool:
    """ "Со студентами встретился прокурор", "встретились в клубе с ветеранами": the preposition may stand anywhere."""
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    for index in range(first, last):
        if frame.words.words[index] in WITH:
            behind = frame.marks_in(frame.words.starts[index], clause.end)
            return any(mark.categories & PEOPLE for mark in behind if mark.first - index <= FEW)
    return False


def _is_guest(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "К студентам пришёл прокурор", "в школе побывала судья": who came, and to whom."""
    seen, last = frame.words.words, frame.word_index(clause.end)
    comes = _who_comes(frame, clause)
    if not comes:
        return False
    for index in range(frame.word_index(clause.start), last):
        if seen[index] in TO_WHOM or seen[index] in WHERE:
            if not US.isdisjoint(seen[index + 1 : min(index + 2, last)]):
                return seen[index + 1] not in OF_US or seen[verb.first].startswith(STAYING)
            whose = "audience" if seen[index] in TO_WHOM else "organiser.head"
            behind = frame.marks_in(frame.words.starts[index], clause.end)
            if any(whose in mark.categories and mark not in comes for mark in behind if mark.first - index <= FEW):
                return "kind" not in clause.said  # not "на семинаре в школе побывал прокурор"
    return False


def _is_visitor(frame: Frame, clause: Clause, _verb: Mark) -> bool:
    """ "Нас навестил участковый", "колледж посетила судья": who came to a house, or to us."""
    comes = _who_comes(frame, clause)
    if not comes or "kind" in clause.said:
        return False
    houses = (mark for mark in clause.marks if "organiser.head" in mark.categories and mark not in comes)
    to_us = not US.isdisjoint(frame.words_in(clause.start, clause.end))
    return to_us or any("a" in mark.meaning.cases("organiser.head", "ru") for mark in houses)


def _who_comes(frame: Frame, clause: Clause) -> list[Mark]:
    return [mark for mark in clause.marks if "partner" in mark.categories and _is_one_who_comes(frame, mark)]


def _is_one_who_comes(frame: Frame, mark: Mark) -> bool:
    """ "Прокурор", "сотрудницы кризисного центра"; not "из полиции" """
    cases = mark.meaning.cases("partner", "ru")
    if mark.first > 0 and frame.words.words[mark.first - 1] in PREPOSITIONS:
        return False
    return "n" in cases or ("g" in cases and mark.first > 0 and frame.words.words[mark.first - 1].startswith(SENT))


def _sits(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "Методический совет рассмотрел вопрос о травле": a body, and what was on its agenda."""
    if "kind" in clause.said or SITTING.isdisjoint(frame.words_in(clause.start, verb.start)):
        return False
    behind = frame.words.words[verb.last + 1 : min(verb.last + 1 + FEW, frame.word_index(clause.end))]
    return any(word.startswith(AGENDA) for word in behind)


def _gathers(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "Дважды собирался районный совет женщин", "женсовет собрался 3 декабря": a body, and nothing that it came to."""
    if "kind" in clause.said or not ON.isdisjoint(frame.words.words[verb.last + 1 : verb.last + 2]):
        return False
    near = frame.words.words[max(frame.word_index(clause.start), verb.first - FEW) : verb.last + FEW]
    return not SITTING.isdisjoint(near)


def _comes_to_them(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "Оқушыларға инспектор келді", "мектебімізге имам келіп": who came, and to whom."""
    marks = [mark for mark in frame.marks_in(clause.start, verb.start) if not mark.quoted]
    comes = any("n" in mark.meaning.cases("partner", "kk") for mark in marks)
    return comes and any("d" in mark.meaning.cases(whose, "kk") for mark in marks for whose in THEIRS)


def _has_listeners(frame: Frame, clause: Clause, _verb: Mark) -> bool:
    """ "Ребятам рассказали о праве"; not "о планах рассказала проректор": to whom."""
    return any("d" in mark.meaning.cases("audience", "ru") for mark in clause.marks if not mark.quoted)


def _is_to_a_sight(frame: Frame, clause: Clause, verb: Mark) -> bool:
    """ "Свозили детей в областной драмтеатр", "в музей съездили 20 ребят": where one goes to see something."""
    seen = frame.words.words
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    for index in range(max(first, verb.first - NEAR), min(last, verb.last + NEAR)):
        if seen[index] in IN and any(word.startswith(SIGHTS) for word in seen[index + 1 : min(index + FEW, last)]):
            return True
    return False


# What some verbs are done to or with, by the word that the lexicon says it with.
WITH_WHOM = {
    "people": _is_with_people,
    "visitors": _are_received,
    "received": _are_received_kk,
    "guest": _is_guest,
    "visitor": _is_visitor,
    "agenda": _sits,
    "body": _gathers,
    "comer": _comes_to_them,
    "sight": _is_to_a_sight,
    "listeners": _has_listeners,
}


def _shared(frame: Frame, clause: Clause, verb: Mark) -> list[Mark]:
    """ "Выпустили листовки и раздали на рынке": what the verb before has the verb behind "и" is done to as well.

    "Разработан буклет, распространён среди родителей": a short participle needs no "и".
    """
    first = frame.word_index(clause.start)
    if "material" in clause.said or verb.first - first > 1:
        return []
    opens = verb.first == first and frame.words.words[first].endswith(SHORT_PARTICIPLES)
    opens = opens and _goes_on_with_whom(frame, verb)  # not "розданы призы"
    if not opens and (verb.first == first or frame.words.words[first] not in AND | WHICH):
        return []  # "изготовлены буклеты, которые вручены каждой семье"
    return frame.marks_in(verb.start - SHARED_FROM, clause.start)


def _shared_behind(frame: Frame, clause: Clause, verb: Mark) -> list[Mark]:
    """ "Посмотрели и обсудили короткометражку": what stands behind the second verb is of both."""
    seen, behind = frame.words.words, verb.last + 1
    if behind + 1 >= len(seen) or seen[behind] not in AND or not is_past(seen[behind + 1]):
        return []
    if not frame.said_at(behind + 1).isdisjoint(KIND_VERBS):
        return []  # "сняли и выложили ролик": told by the second
    return frame.marks_in(clause.end, frame.words.end(min(verb.last + NEAR, len(seen) - 1)))


def _goes_on_with_whom(frame: Frame, verb: Mark) -> bool:
    """ "Розданы родителям", "распространены среди студентов", "вывешены в холле": no subject behind the verb."""
    index = verb.last + 1
    return not frame.said_at(index).isdisjoint(WHOM)


def _is_object(frame: Frame, verb: Mark, other: Mark, thing: str) -> bool:
    """Whether that is what the verb is done to; a kind before it owns it: "показали спектакль"."""
    if thing == FAMILY:
        return not FAMILIES.isdisjoint(entry.phrase for entry in other.entries) and abs(other.first - verb.last) <= NEAR
    material = other.meaning.entry("material")
    if material is None or (
        thing != "*" and all(entry.code != thing for entry in other.entries if entry.category == "material")
    ):
        return False
    if other.first and frame.words.words[other.first - 1] in PLACES and "l" in other.meaning.cases("material", "ru"):
        return False  # "информация размещена на стенде"
    by_means_of = material.language == "ru" and other.meaning.cases("material", "ru") == INSTRUMENTAL
    if by_means_of and not (other.first and frame.words.words[other.first - 1] in WITH):
        return False  # "вывесил итоги плакатом", but "вручили наборы с брошюрой"
    return abs(other.first - verb.last) <= NEAR and not other.quoted and not is_used(frame, other)
