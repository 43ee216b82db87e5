"""Mentions of what was told before: the known object of a verb, a part of it, what somebody did at it."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, COVERING, words
from svod.extraction.mentions.kinds import GATHERINGS
from svod.extraction.mentions.mention import Mention, Verdict, is_one_more
from svod.extraction.mentions.rule import rule
from svod.extraction.text.brackets import bracket_around
from svod.extraction.text.signs import DASHES
from svod.packs.traits import traits

ALL_OF_THEM = words("all_of_them")
LEADERS = ("audience", "partner", "organiser.head")
WITHOUT_PARTS = traits("without_parts")
SPEECHES = traits("conversation", "address", "debating")  # what may be said at another
AT_WHICH = traits("with_speeches")
BESIDE = 2  # characters from a kind to its own name
SESSIONS, AWARDS = words("sessions"), words("awards")
COURSE, SETTING = tuple(words("course_of")), words("setting")
LISTENING = tuple(words("listening"))  # how the words begin


@rule(said={"held.object"}, is_verb=False, is_known=True, is_near=True)
def fronted(mention: Mention) -> Verdict | None:
    """ "Встречу организовал профком", "провела тренинг психолог": the object is told first, for it is known."""
    if not _is_bare(mention) or "held.object" not in mention.clause.categories:
        return None
    frame, clause = mention.frame, mention.clause
    if mention.is_plural:
        return Verdict("reference", 0.6, "points_back") if _are_fronted(mention) else None
    opens = mention.mark.first == frame.word_index(clause.start) and mention.governor < 0
    if not (opens or _follows_its_verb(mention)) or not _is_object(mention):
        return None
    if frame.quotes_in(clause.start, clause.end) or frame.dates_in(clause.start, clause.end):
        return None
    return Verdict("reference", 0.6, "points_back")


def _are_fronted(mention: Mention) -> bool:
    """ "Все семинары вела юрист, тренинги – психолог": the several told before, and who held them behind."""
    frame, clause, behind = mention.frame, mention.clause, mention.mark.last + 1
    if mention.language != "ru" or behind + 1 >= len(frame.words):
        return False
    at = frame.word_index(clause.start)
    at += frame.words.words[at] in ALL_OF_THEM
    verb = frame.mark_at[behind]
    is_led = verb is not None and "held.object" in verb.categories and mention.mark.first == at
    if not is_led and frame.words.gap(behind).strip() not in DASHES:
        return False
    somebody = frame.mark_at[behind + is_led]
    if somebody is None or not any("n" in somebody.meaning.cases(whose, "ru") for whose in LEADERS):
        return False
    return not (frame.quotes_in(clause.start, clause.end) or frame.numbers_in(clause.start, clause.end))


def _is_bare(mention: Mention) -> bool:
    """A kind's name alone; that of some has two words: "классный час"."""
    words = mention.mark.last - mention.mark.first + 1
    return words == 1 or (words == 2 and "two_words" in mention.traits)


def _is_object(mention: Mention) -> bool:
    """Whether it is what was held: "семинар провела психолог", not "семинар собрал", "семинар провела и школа № 7"."""
    if "n" not in mention.cases():
        return True
    verb = next(verb for verb in mention.clause.verbs if "held.object" in verb.categories)
    if mention.language != "ru" or "held.subject" in verb.categories or "a" not in mention.cases():
        return False
    behind = max(verb.last, mention.mark.last) + 1
    return behind < len(mention.frame.words) and mention.frame.words.words[behind] not in AND


def _follows_its_verb(mention: Mention) -> bool:
    """ "Провела тренинг педагог-психолог": the verb opens the clause, and somebody stands behind the object."""
    frame, verb = mention.frame, mention.governor_mark
    if mention.language != "ru" or verb is None or "held.object" not in verb.categories:
        return False
    somebody = not frame.said_at(mention.mark.last + 1).isdisjoint({"audience", "partner", "organiser.head"})
    return somebody and verb.first == frame.word_index(mention.clause.start)


@rule(language="ru", phrases=SESSIONS, said={"held.object"}, is_verb=False, is_plural=True, is_near=True)
def its_sessions(mention: Mention) -> Verdict | None:
    """ "Прошёл семинар. Занятия вела тренер": those of what was told before."""
    frame, sentence = mention.frame, mention.sentence
    opens = mention.mark.first == frame.word_index(sentence.start) and mention.mark.first == mention.mark.last
    dated = frame.dates_in(sentence.start, sentence.end) or frame.quotes_in(sentence.start, sentence.end)
    return Verdict("reference", 0.6, "points_back") if opens and not dated else None


@rule(language="ru", phrases=SESSIONS, is_verb=False, is_plural=True)
def sessions_of_a_project(mention: Mention) -> Verdict | None:
    """ "Завершён проект «Школа мам»: 12 занятий": what it consisted of."""
    frame, sentence = mention.frame, mention.sentence
    if ":" not in frame.text[sentence.start : mention.mark.start]:
        return None
    of_it = any("undertaking" in mark.meaning.traits for mark in frame.kinds_in(sentence.start, mention.mark.start))
    return Verdict("reference", 0.6, "inside_another") if of_it else None


@rule(language="ru", is_known=True, begins=COVERING, is_verb=False)
def reached(mention: Mention) -> Verdict | None:
    """ "Проведены беседы. Беседами охвачено 310 учеников": how many those told before had."""
    seen = mention.frame.words_in(mention.clause.start, mention.clause.end)
    with_it = bool(mention.cases()) and mention.cases() <= {"i"} and any(word.startswith(COVERING) for word in seen)
    return Verdict("reference", 0.7, "points_back") if with_it else None


@rule(language="ru", begins=COURSE, is_verb=False, said={"reference.preposition"})
def set_beside(mention: Mention) -> Verdict | None:
    """ "В рамках проведения акции «Неделя добра» прошла викторина": what was held stands behind it."""
    frame, before = mention.frame, mention.governor
    if before <= 0 or not frame.words.words[before].startswith(COURSE):
        return None
    outer = frame.mark_at[before - 1]
    if outer is None or outer.entries[0].phrase not in SETTING:
        return None
    tells = frame.kinds_in(mention.mark.end, mention.clause.end)
    return Verdict("reference", 0.7, "after_a_preposition") if tells else None


@rule(said=HELD)
def aside(mention: Mention) -> Verdict | None:
    """ "Прошла акция (тестирование прошли 58 человек)": what brackets add is a part."""
    frame, start, mark, end = mention.frame, mention.sentence.start, mention.mark, mention.sentence.end
    opened = bracket_around(frame.text, start, mark.start)
    if opened <= start or frame.text.find(")", mark.end, end) < 0 or "kind" not in frame.said(start, opened):
        return None  # "провели мероприятия (круглые столы, опросы)" names them
    return Verdict("reference", 0.5, "aside") if mention.clause.categories & HELD else None


@rule(phrases=AWARDS)
def award(mention: Mention) -> Verdict | None:
    """ "Прошёл конкурс. Состоялась церемония награждения": what closes another activity is a part of it."""
    before = mention.frame.said(mention.sentence.start, mention.mark.start)
    if mention.language == "ru" and "kind" in mention.frame.said(mention.mark.end, mention.clause.end):
        return Verdict("reference", 0.7, "inside_another")  # "награждение прошло 6 декабря на пленуме"
    if mention.frame.dates_in(mention.sentence.start, mention.sentence.end):
        return None
    if mention.paragraph_told or "kind" in before:
        return Verdict("reference", 0.7, "inside_another")
    return None


@rule(language="ru", traits={"address", "conversation"}, is_verb=False, is_near=True, begins=LISTENING)
def listened_to(mention: Mention) -> Verdict | None:
    """ "Прошла беседа с врачом. Ученики внимательно выслушали лекцию": what they heard was told before."""
    frame, sentence = mention.frame, mention.sentence
    if len(mention.told) > 1 or mention.is_plural or not mention.cases() & {"a"}:
        return None
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return None
    before = frame.words_in(sentence.start, mention.mark.start)
    return Verdict("reference", 0.6, "points_back") if any(word.startswith(LISTENING) for word in before) else None


@rule(language="ru", traits=SPEECHES, is_verb=False, is_near=True, is_listed=False, said={"held.object"})
def spoken_at(mention: Mention) -> Verdict | None:
    """ "Прошёл час права. Библиотекарь провела беседу о законах": what somebody did at the only thing told."""
    frame, sentence = mention.frame, mention.sentence
    if len(mention.told) != 1 or not mention.told or not mention.told_any(AT_WHICH) or mention.is_plural:
        return None
    if "held.object" not in mention.clause.categories or "a" not in mention.cases() or number_before(mention):
        return None
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return None
    if "place" in frame.said_in(sentence) or is_one_more(mention):
        return None
    return None if frame.opens_line(sentence) else Verdict("reference", 0.55, "inside_another")


def is_said_at(mention: Mention) -> bool:
    """ "Прошёл всеобуч, с лекцией выступила психолог": what was said at what its sentence tells."""
    frame = mention.frame
    if mention.language != "ru" or not mention.is_of(SPEECHES) or mention.is_plural:
        return False
    told = bool(frame.kinds_in(mention.sentence.start, mention.mark.start))
    return told and not frame.quotes_in(mention.mark.end, mention.mark.end + BESIDE)


def is_within_it(mention: Mention) -> bool:
    """ "Прошёл классный час. Студенты участвовали в дискуссиях", "прошёл семинар. В совещании приняли участие 80"."""
    if mention.language != "ru" or not mention.paragraph_told or len(mention.told) > 1:
        return False  # a text that told several goes on to tell more
    if mention.told_any(WITHOUT_PARTS):
        return False
    frame, sentence = mention.frame, mention.sentence
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return False
    if {"place", "organiser.head"} & frame.said_in(sentence):
        return False
    is_bare = mention.mark.first == mention.mark.last == mention.governor + 1
    if "played" in mention.traits:
        return True
    return mention.is_plural or (is_bare and mention.is_of(GATHERINGS) and not mention.known)
