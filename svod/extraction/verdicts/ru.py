"""Rules of Russian on whether a mention of a kind is an activity; their places in the chain are in verdicts.py."""

import re

from svod.extraction.fields.people import people_in
from svod.extraction.lexicon.categories import HELD, PRESENT
from svod.extraction.lexicon.grammar import AND, is_adjective, is_finite, is_infinitive, is_past, words
from svod.extraction.lexicon.table import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

ONTO = frozenset(words("onto"))
WHICH = frozenset(words("which"))
NOT = frozenset(words("not"))
FEASTS, CELEBRATING = words("feasts"), tuple(words("celebrating"))
OF_ITS_OWN = frozenset({"place", "organiser.head", "organiser.marker"})
AT = ONTO | words("house")  # "на конференции", "в турнире"
HOPES = words("hopes")
COMING = PRESENT | {"held.subject"}
REACHED = tuple(words("covering"))
OF_TWO_WORDS = frozenset({"class_hour", "info_hour", "round_table"})
PLAYED = frozenset({"game", "contest", "debate", "training"})
GATHERINGS = frozenset({"meeting", "assembly", "commission_session"})
SESSIONS = words("sessions")
REST, THEMES, EVENT = words("the_rest"), words("themes"), "мероприят"
COURSE, SETTING = tuple(words("course_of")), words("setting")
NAME = 14  # characters from a kind to its own name
MARKED = 30  # the same, where "под названием" stands between them
TELLS_OF_IT = frozenset({"held.subject", "held.object"})
TELLING = HELD | {"planned.verb", "kind_verb", "kind_verb_object", "kind_verb_weak"}
HOLDING = tuple(words("holding"))  # how the verbs begin that mean to hold: "проводить"
NUMBERING = re.compile(r"[\s\d.)•*–—-]*")
LONG_AGO, OF_LATE = 1, 3  # years: a report tells of its own year, by mistake of one before
HEADING = 70  # characters of the text around a heading: what is longer is a paragraph


@rule(is_governed=True, said={"planned.invite", "held.invited"})
def invited_to(mention: Mention) -> Verdict | None:
    """ "Приглашаем всех на лекцию" is planned, "школа позвала родителей на круглый стол" was held."""
    mark = mention.governor_mark
    if mark is None or mention.frame.words.words[mention.governor] not in ONTO:
        return None
    if "planned.invite" in mention.clause.categories:
        return Verdict("planned", 0.75, "invited_to")
    if "held.invited" not in mention.clause.categories:
        return None
    return Verdict("reference", 0.6, "points_back") if is_within_it(mention) else Verdict("held", 0.75, "invited_to")


@rule(said={"kind_formless"})
def formless(mention: Mention) -> Verdict | None:
    """ "9 декабря прошло мероприятие «Слово»": an activity where it has a name or a day, and no form is told of it."""
    if mention.entry.category != "kind_formless":
        return None
    clause = mention.clause
    if mention.paragraph_told or _has_a_form(mention):
        return Verdict("reference", 0.6, "formless")
    one = mention.mark.meaning.cases("kind_formless", mention.language, "s") & DIRECT
    told = clause.categories & (TELLS_OF_IT | {"planned.verb"})
    own = _names_or_dates(mention)
    return None if one and told and own else Verdict("none", 0.6, "formless")


@rule(language="ru", words=REST, is_verb=False)
def the_rest(mention: Mention) -> Verdict | None:
    """ "Встречи, конкурсы и другие воспитательные мероприятия": they have no form of their own."""
    seen, governor = mention.frame.words.words, mention.governor
    if governor < 1 or seen[governor] not in REST or not seen[mention.mark.last].startswith(EVENT):
        return None
    return Verdict("none", 0.6, "formless") if seen[governor - 1] in AND else None


@rule(language="ru", words=THEMES, is_verb=False)
def theme(mention: Mention) -> Verdict | None:
    """ "Звучала одна тема: пропаганда здорового образа жизни": what they spoke of."""
    frame, before = mention.frame, mention.mark.first - 1
    is_theme = before >= 0 and frame.words.words[before] in THEMES and frame.words.gap(before + 1).strip() == ":"
    return Verdict("none", 0.7, "tells_theme") if is_theme else None


def _has_a_form(mention: Mention) -> bool:
    """Whether the sentence names a form; "приуроченное к акции" says only what it was for."""
    frame, sentence = mention.frame, mention.sentence
    if "kind" not in frame.said_in(sentence):
        return False
    return any(
        entry.category == "kind" and entry.code != "outreach"
        for mark in frame.marks_of(sentence)
        for entry in mark.entries
    )


def _names_or_dates(mention: Mention) -> bool:
    """Whether what has no form has a name or, in Russian, a day of its own."""
    frame, clause, mark = mention.frame, mention.clause, mention.mark
    if mention.language == "kk":
        return bool(frame.quotes_in(clause.start, mark.start))
    reach = MARKED if "title.marker" in clause.said else NAME
    return bool(frame.dates_in(clause.start, clause.end) or frame.quotes_in(mark.end, mark.end + reach))


@rule(words=WHICH)
def told_by_which(mention: Mention) -> Verdict | None:
    """ "Предложили акцию, которая прошла 7 декабря", "на встрече, которую провёл аким": told behind it."""
    frame = mention.frame
    index = mention.mark.last + 1
    around = frame.quote_around(frame.words.starts[index]) if index < len(frame.words) else None
    if around is not None:
        index = frame.word_index(around.end)
    if index + 1 >= len(frame.words) or frame.words.words[index] not in WHICH:
        return None
    for after in range(index + 1, min(index + 4, len(frame.words))):
        at = frame.mark_at[after]
        if at >= 0 and frame.marks[at].categories & {"cancelled.word", "planned.verb"}:
            return None
        if at >= 0 and frame.marks[at].categories & TELLS_OF_IT:
            return Verdict("held", 0.8, "told_by_which")
    return None


@rule(language="ru", words=NOT)
def denied(mention: Mention) -> Verdict | None:
    """ "Лекцию не провели", "шествие не разрешил санврач": no verb of the clause stands without "не"."""
    frame, clause = mention.frame, mention.clause
    told = [verb.first for verb in clause.verbs if verb.categories & TELLING]
    seen = frame.words.words
    if not told:
        first, last = frame.word_index(clause.start), frame.word_index(clause.end)
        told = [index for index in range(first + 1, last) if seen[index - 1] in NOT and is_finite(seen[index])]
    is_denied = bool(told) and all(index > 0 and seen[index - 1] in NOT for index in told)
    return Verdict("none", 0.9, "called_off") if is_denied else None


def told_of_the_past(mention: Mention) -> bool:
    """ "На прошлом, ноябрьском, заседании был диспут": a comma parts the year from its verb."""
    if mention.language != "ru" or mention.clause.start == mention.sentence.start:
        return False
    before = mention.frame.said(mention.sentence.start, mention.clause.start)
    return "goal.history" in before and before.isdisjoint(TELLING)


@rule(language="ru", begins=HOLDING, is_verb=False)
def advised(mention: Mention) -> Verdict | None:
    """ "Классный час лучше проводить вместе с психологом": an infinitive, and no verb that tells of anything."""
    clause, frame = mention.clause, mention.frame
    if clause.categories:
        return None
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    seen = [frame.words.words[index] for index in range(first, last) if frame.mark_at[index] < 0]
    if any(is_infinitive(word) and word.startswith(HOLDING) for word in seen):
        return Verdict("none", 0.6, "in_the_infinitive")
    return None


@rule(words=HOPES)
def hoped(mention: Mention) -> Verdict | None:
    """ "Надеемся, что будут и форумы": nothing is announced."""
    if not mention.clause.categories.isdisjoint(HELD):
        return None
    before = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    return None if HOPES.isdisjoint(before) else Verdict("none", 0.7, "wished")


@rule(phrases=FEASTS)
def celebrated(mention: Mention) -> Verdict | None:
    """ "Отметили профессиональный праздник", "Праздник весны и любви.": a day of the calendar."""
    frame, sentence = mention.frame, mention.sentence
    before = frame.words_in(sentence.start, mention.mark.start)
    if mention.language == "kk":
        before = frame.words_in(mention.mark.end, mention.clause.end)[:2]  # "мерекесі атап өтілді"
        if mention.clause.verbs and mention.clause.categories.isdisjoint(HELD | {"planned.verb"}):
            return Verdict("none", 0.6, "umbrella")  # "мереке тарихы туралы айтып берді"
    only_named = mention.paragraph_told and not mention.clause.verbs and not mention.clause.said & OF_ITS_OWN
    looks = (frame.quotes_in, frame.dates_in, frame.numbers_in)
    only_named = only_named and not any(look(sentence.start, sentence.end) for look in looks)
    is_feast = only_named or any(word.startswith(CELEBRATING) for word in before)
    return Verdict("none", 0.6, "umbrella") if is_feast else None


@rule(language="ru", is_verb=False, is_plural=True)
def in_general(mention: Mention) -> Verdict | None:
    """ "Хорошо помогают беседы": a verb of the present alone says what is so in general."""
    clause, frame = mention.clause, mention.frame
    if clause.categories:
        return None
    if any(look(clause.start, clause.end) for look in (frame.quotes_in, frame.dates_in, frame.numbers_in)):
        return None
    seen = frame.words_in(clause.start, clause.end)
    if any(is_past(word) for word in seen) or not any(is_finite(word) for word in seen):
        return None
    return Verdict("none", 0.6, "in_general")


@rule()
def heading(mention: Mention) -> Verdict | None:
    """ "1. Разъяснительная работа" alone on its line, with prose below it."""
    frame, sentence = mention.frame, mention.sentence
    rest = frame.text[mention.mark.end : sentence.end]
    if frame.text[max(0, sentence.start - 2) : sentence.start].rstrip(" ")[-1:] not in ("", "\n"):
        return None  # "круглый стол; книжная выставка"
    if rest.strip(" .:!") or frame.numbers_in(mention.mark.end, sentence.end):
        return None
    if NUMBERING.sub("", frame.text[sentence.start : mention.mark.start], count=1).strip():
        return None
    below = frame.text[sentence.end : sentence.end + HEADING + 2].lstrip(" .:")
    if not below.startswith("\n") or len(below.lstrip("\n").partition("\n")[0]) < HEADING - 2:
        return None
    return Verdict("none", 0.6, "heading")


@rule(language="ru", begins=COURSE, is_verb=False, said={"reference.preposition"})
def set_beside(mention: Mention) -> Verdict | None:
    """ "В рамках проведения акции «Неделя добра» прошла викторина": what was held stands behind it."""
    frame, before = mention.frame, mention.governor
    if before <= 0 or not frame.words.words[before].startswith(COURSE):
        return None
    outer = frame.mark_at[before - 1]
    if outer < 0 or frame.marks[outer].entries[0].phrase not in SETTING:
        return None
    behind = frame.marks_in(mention.mark.end, mention.clause.end)
    tells = any("kind" in mark.categories and not mark.quoted for mark in behind)
    return Verdict("reference", 0.7, "after_a_preposition") if tells else None


@rule(language="ru", said={"held.object"}, is_listed=False)
def holds_another(mention: Mention) -> Verdict | None:
    """ "Общественная приёмная провела приём граждан": the first is who held the second."""
    clause = mention.clause
    if "held.object" not in clause.categories or "n" not in mention.cases():
        return None
    verb = next((verb for verb in clause.verbs if "held.object" in verb.categories), None)
    if verb is None or verb.first <= mention.mark.last or "held.subject" in verb.categories:
        return None
    behind = (mark for mark in clause.marks if mark.first > verb.last and not mark.quoted)
    objects = ("a" in entry.cases for mark in behind for entry in mark.entries if entry.category == "kind")
    return Verdict("none", 0.6, "holds_another") if any(objects) else None


@rule(said={"held.object"}, is_verb=False, is_known=True, is_near=True)
def fronted(mention: Mention) -> Verdict | None:
    """ "Встречу организовал профком", "провела тренинг психолог": the object is told first, for it is known."""
    if mention.is_plural or not _is_bare(mention) or "held.object" not in mention.clause.categories:
        return None
    frame, clause = mention.frame, mention.clause
    opens = mention.mark.first == frame.word_index(clause.start) and mention.governor < 0
    if not (opens or _follows_its_verb(mention)) or not _is_object(mention):
        return None
    if frame.quotes_in(clause.start, clause.end) or frame.dates_in(clause.start, clause.end):
        return None
    return Verdict("reference", 0.6, "points_back")


@rule(language="ru", phrases=SESSIONS, said={"held.object"}, is_verb=False, is_plural=True, is_near=True)
def its_sessions(mention: Mention) -> Verdict | None:
    """ "Прошёл семинар. Занятия вела тренер": those of what was told before."""
    frame, sentence = mention.frame, mention.sentence
    opens = mention.mark.first == frame.word_index(sentence.start) and mention.mark.first == mention.mark.last
    dated = frame.dates_in(sentence.start, sentence.end) or frame.quotes_in(sentence.start, sentence.end)
    return Verdict("reference", 0.6, "points_back") if opens and not dated else None


def _is_bare(mention: Mention) -> bool:
    """A kind's name alone; that of some has two words: "классный час"."""
    words = mention.mark.last - mention.mark.first + 1
    return words == 1 or (words == 2 and mention.code in OF_TWO_WORDS)


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
    behind = frame.mark_at[mention.mark.last + 1] if mention.mark.last + 1 < len(frame.words) else -1
    somebody = behind >= 0 and not frame.marks[behind].categories.isdisjoint({"audience", "partner", "organiser.head"})
    return somebody and verb.first == frame.word_index(mention.clause.start)


@rule()
def of_another_year(mention: Mention) -> Verdict | None:
    """ "В 2017 г. здесь прошёл круглый стол" in a report on 2018.

    Not "5 декабря 2017 г.", to the day and of late: that may be a slip of the pen, and is left for a person to judge.
    """
    frame, clause = mention.frame, mention.clause
    if frame.year is None or mention.verdict.status == "planned":
        return None
    years = frame.years_in(clause.start, clause.end)
    if not years or max(years) > frame.year - LONG_AGO:
        return None
    days = (one.last for one in frame.dates_in(clause.start, clause.end))
    if any(day.day is not None and (day.year or 0) >= frame.year - OF_LATE for day in days):
        return None
    return Verdict("none", 0.7, "of_another_year")


@rule(language="ru", is_known=True, begins=REACHED, is_verb=False)
def reached(mention: Mention) -> Verdict | None:
    """ "Проведены беседы. Беседами охвачено 310 учеников": how many those told before had."""
    seen = mention.frame.words_in(mention.clause.start, mention.clause.end)
    with_it = bool(mention.cases()) and mention.cases() <= {"i"} and any(word.startswith(REACHED) for word in seen)
    return Verdict("reference", 0.7, "points_back") if with_it else None


@rule(said=HELD)
def aside(mention: Mention) -> Verdict | None:
    """ "Прошла акция (тестирование прошли 58 человек)": what brackets add is a part."""
    frame, start, mark, end = mention.frame, mention.sentence.start, mention.mark, mention.sentence.end
    opened = frame.text.rfind("(", start, mark.start)
    if opened <= start or "kind" not in frame.said(start, opened):
        return None  # "провели мероприятия (круглые столы, опросы)" names them
    if frame.text.find(")", opened, mark.start) >= 0 or frame.text.find(")", mark.end, end) < 0:
        return None
    return Verdict("reference", 0.5, "aside") if mention.clause.categories & HELD else None


@rule(language="ru", is_verb=False)
def of_a_head(mention: Mention) -> Verdict | None:
    """ "Управление социальных программ", "в здании общественной приёмной": a genitive that names whose it is."""
    if "g" not in mention.cases() or (mention.cases() & DIRECT and mention.code != "commission_session"):
        return None
    frame, index = mention.frame, mention.mark.first - 1
    while index >= 0 and is_adjective(frame.words.words[index]) and not frame.words.gap(index + 1).strip():
        index -= 1
    if index < 0 or frame.words.starts[index] < mention.sentence.start or frame.words.gap(index + 1).strip():
        return None
    at = frame.mark_at[index]
    if at >= 0 and not frame.marks[at].categories.isdisjoint({"organiser.head", "partner"}):
        return Verdict("none", 0.6, "dependent")  # "адвокат областной коллегии"
    return Verdict("none", 0.6, "dependent") if frame.words.words[index] in HOUSES else None


HOUSES = words("houses")


def is_within_it(mention: Mention) -> bool:
    """ "Прошёл классный час. Студенты участвовали в дискуссиях", "прошёл семинар. В совещании приняли участие 80"."""
    if mention.language != "ru" or not mention.paragraph_told or len(mention.told) > 1:
        return False  # a text that told several goes on to tell more
    frame, sentence = mention.frame, mention.sentence
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return False
    if {"place", "organiser.head"} & frame.said_in(sentence):
        return False
    is_bare = mention.mark.first == mention.mark.last == mention.governor + 1
    if mention.code in PLAYED:
        return True
    return mention.is_plural or (is_bare and mention.code in GATHERINGS and not mention.known)


@rule(said=COMING, is_governed=True, is_known=False)
def came_to(mention: Mention) -> Verdict | None:
    """ "На конференции было 112 делегатов", "в семинаре приняли участие психологи": told by who came, if not before."""
    mark = mention.governor_mark
    if mark is None or mention.frame.words.words[mention.governor] not in AT:
        return None
    frame, clause = mention.frame, mention.clause
    before = frame.marks_in(mention.sentence.start, mention.mark.start)
    if any(entry.category == "kind" and entry.code == mention.code for mark in before for entry in mark.entries):
        return None
    said = frame.said_in(mention.sentence)
    is_gathering = mention.code in GATHERINGS and not COMING.isdisjoint(said)
    if (is_gathering or not clause.categories.isdisjoint(PRESENT)) and is_within_it(mention):
        return Verdict("reference", 0.6, "inside_another")
    if "held.joined" in clause.categories and not mention.paragraph_told:
        return Verdict("held", 0.55, "came_to")
    numbers = frame.numbers_in(mention.mark.end, clause.end)
    if not any(number.role == "quantity" for number in numbers):
        return None
    if people_in(frame, mention.mark.end, clause.end) and (clause.categories & COMING):
        return Verdict("held", 0.6, "came_to")
    return None
