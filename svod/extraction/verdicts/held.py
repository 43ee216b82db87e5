"""What tells that an activity was held: its verb, a noun of holding, its list, a line without a verb."""

from svod.extraction.fields.people import people_in
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, OUT_OF, PREPOSITIONS, WHERE, is_finite, words
from svod.extraction.mentions.kinds import GATHERINGS
from svod.extraction.mentions.mention import Mention, Verdict, is_on_a_day_of_it, is_one_more
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import ITEM
from svod.extraction.verdicts.inside import inside_the_first
from svod.extraction.verdicts.pointing import inside_another
from svod.extraction.verdicts.points_back import DASH
from svod.extraction.verdicts.retold import is_said_at, is_within_it
from svod.extraction.verdicts.unheld import wished
from svod.packs.traits import traits

MEANWHILE = words("meanwhile")
INSTRUMENTAL = frozenset("i")
REPEATED = PREPOSITIONS | words("about")
OUTCOME, SERIES = words("outcome"), words("series")
ASIDE = frozenset("dl")
SPOKEN = traits("encounter", "conversation")
TAKING_PART, ITEM_SIGNS = words("taking_part"), frozenset({"", ",", ";", ":", "-", "–", "—"})
SUMMED_UP = traits("drive", "round")  # operations and campaigns of many parts
APART = frozenset({"formless", "none_of_it"})
LINE_DAY = 18  # characters of a line's number or mark, and its day
NEAR = 14  # characters from a kind to the number it is told with


@rule(is_verb=True)
def verb_of_a_kind(mention: Mention) -> Verdict | None:
    """ "Встретились с инспектором": the verb itself tells the kind and that it took place."""
    if "round" in mention.traits and _of_organisations(mention):
        return Verdict("none", 0.6, "looked_round")
    otherwise = wished.answer(mention) or inside_another.answer(mention) or _inside_what_heads(mention)
    if otherwise is not None:
        return otherwise
    if "planned.verb" in mention.clause.categories:
        return Verdict("planned", 0.7, "verb_of_a_kind")
    if mention.paragraph_told and (_goes_on_sitting(mention) or (mention.is_weak and not _is_apart(mention))):
        return Verdict("reference", 0.6, "verb_of_a_kind")
    return Verdict("held", 0.75, "verb_of_a_kind")


def _goes_on_sitting(mention: Mention) -> bool:
    """ "Прошло заседание. Комиссия рассмотрела вопрос": at the gathering told before."""
    return "sitting" in mention.traits and mention.told_any(GATHERINGS)


def _of_organisations(mention: Mention) -> bool:
    """ "Обошли более 200 школ": organisations are visited, flats are gone round."""
    frame, end = mention.frame, mention.mark.end
    if mention.language != "ru":
        return False
    numbers = frame.numbers_in(end, min(end + NEAR, mention.clause.end))
    return any(
        "measure.organisations" in mark.categories
        for number in numbers
        for mark in frame.marks_in(number.end, number.end + NEAR)
    )


def _inside_what_heads(mention: Mention) -> Verdict | None:
    """ "На форуме ребята спорили с экспертами, снимали ролики": at what its sentence begins with."""
    return inside_the_first.answer(mention) if mention.language == "ru" and mention.listed_after is None else None


def _is_apart(mention: Mention) -> bool:
    """ "27 ноября инспектор беседовала с девочками, было 38 девочек": a day and people of its own, or one more.

    In Kazakh one of both is enough; there the days of what is told beside it decide in the end.
    """
    frame, start, end = mention.frame, mention.sentence.start, mention.sentence.end
    is_kazakh, has_day = mention.language == "kk", bool(frame.dates_in(start, mention.mark.start))
    if has_day and (is_kazakh or _heads_its_line(mention) or (mention.is_of(SPOKEN) and _comes_as_a_guest(mention))):
        return True
    if (is_kazakh or has_day or _comes_as_a_guest(mention)) and people_in(frame, start, end):
        return True
    if not MEANWHILE.isdisjoint(mention.frame.words_in(mention.clause.start, mention.clause.end)):
        return True
    if not is_kazakh and _is_elsewhere(mention):
        return True
    return is_one_more(mention) or is_on_a_day_of_it(mention)


def _is_elsewhere(mention: Mention) -> bool:
    """ "А в Экибастузе женсовет вышел на улицы с плакатами": a place or houses of its own before the verb."""
    seen = mention.frame.words.words
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start)
    return any(
        "measure.organisations" in mark.categories or ("place" in mark.categories and seen[mark.first - 1] in WHERE)
        for mark in before
    )


def _heads_its_line(mention: Mention) -> bool:
    """ "30.11 – к нам приходил психолог": its day begins the line."""
    start = mention.sentence.start
    opens = mention.frame.opens_line(mention.sentence) or ITEM.match(mention.frame.text, start) is not None
    return opens and bool(mention.frame.dates_in(start, min(start + LINE_DAY, mention.mark.start)))


def _comes_as_a_guest(mention: Mention) -> bool:
    """ "Имам беседовал с отцами, было около ста мужчин", "к нам приехала инспектор": somebody who came for it."""
    beside = mention.frame.marks_in(mention.sentence.start, mention.clause.end)
    return any("n" in mark.meaning.cases("partner", "ru") for mark in beside)


@rule(is_listed=True)
def goes_with_its_list(mention: Mention) -> Verdict | None:
    """ "Проведены тренинги, семинары и лекции": the later items share the verdict of the first."""
    before = mention.listed_after
    if before is None:
        return None
    if mention.governor >= 0 and not _is_joined_alike(mention, before):
        return None
    if before.verdict.status == "none" and before.verdict.rule == "inside_quotation":
        return None
    if before.verdict.rule in APART:  # "было организовано мероприятие, концерт ко Дню студентов", "не лекция, а игра"
        return None
    if before.is_verb or mention.cases() & before.cases() or before.verdict.status in ("held", "planned"):
        first = before.verdict
        return Verdict(first.status, first.confidence, "goes_with_its_list:" + first.rule.rpartition(":")[2])
    return None


def _is_joined_alike(mention: Mention, before: Mention) -> bool:
    """ "… и беседы"; "отчитались о пяти лекциях, о забеге и о выставке": each behind the same preposition."""
    seen = mention.frame.words.words
    word, other = seen[mention.governor], seen[before.governor] if before.governor >= 0 else ""
    if word in AND:
        return True
    return {word, other} <= REPEATED and (word.startswith(other) or other.startswith(word))


@rule(is_governed=True, said={"held.noun"})
def held_by_a_noun(mention: Mention) -> Verdict | None:
    """ "Организовали проведение круглых столов", "цикл семинаров" """
    mark = _noun_of_holding(mention)
    if mark is None:
        return None
    if "reference.preposition" in mention.frame.said_at(mark.first - 1):
        return None
    if mention.is_of(SUMMED_UP) and mark.entries[0].phrase in OUTCOME:
        return Verdict("none", 0.7, "umbrella")  # "подвели итоги акции": of all that it was
    if mention.known and mark.entries[0].phrase in OUTCOME:
        return Verdict("reference", 0.6, "points_back")  # "итоги конкурса будут подведены 24 ноября"
    if "goal.word" in mention.clause.categories and not mention.clause.categories & HELD:
        return Verdict("none", 0.8, "wished")
    status = "planned" if "planned.verb" in mention.clause.categories else "held"
    return Verdict(status, 0.85, "held_by_a_noun")


def _noun_of_holding(mention: Mention) -> Mark | None:
    """ "Цикл семинаров", "серия из трёх тренингов" """
    frame, mark = mention.frame, mention.governor_mark
    if mark is not None and mark.first and frame.words.words[mark.first] in OUT_OF:
        at = frame.mark_at[mark.first - 1]
        mark = at if at is not None and at.entries[0].phrase in SERIES else None
    return mark if mark is not None and "held.noun" in mark.categories else None


@rule(is_governed=True, said={"held.joined"})
def taken_part_in(mention: Mention) -> Verdict | None:
    """ "Приняли участие в тренинге": the preposition belongs to the verb."""
    verdict = _joined(mention)
    is_part = verdict is not None and (is_within_it(mention) or is_said_at(mention) or _ends_another(mention))
    return Verdict("reference", 0.6, "inside_another") if is_part else verdict


def _ends_another(mention: Mention) -> bool:
    """ "Встреча завершилась вручением памяток" behind an hour of law; "закончили концертом" tells of a whole week."""
    verb = mention.governor_mark
    if not mention.paragraph_told or verb is None or "held.with" not in verb.categories:
        return False
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start)
    return any("n" in mark.meaning.cases("kind", "ru") for mark in before)


def _joined(mention: Mention) -> Verdict | None:
    mark = mention.governor_mark
    if mark is not None and "held.joined" in mark.categories:
        return Verdict("held", 0.85, "taken_part_in")
    index = mention.governor
    if index > 0 and "held.joined" in mention.clause.categories:
        joined = [verb for verb in mention.clause.verbs if "held.joined" in verb.categories]
        if joined and index - joined[0].last in (1, 2) and "reference.preposition" in (mark.categories if mark else ()):
            return Verdict("held", 0.8, "taken_part_in")
    return None


@rule(traits={"handing_out"}, is_governed=True, said={"held.means"})
def by_means_of(mention: Mention) -> Verdict | None:
    """ "Просветительская работа велась через распространение буклетов" """
    mark = mention.governor_mark
    if mark is not None and "held.means" in mark.categories:
        return Verdict("held", 0.7, "by_means_of")
    return None


@rule(said=HELD)
def held(mention: Mention) -> Verdict | None:
    """ "Прошёл круглый стол", "организовали встречу" """
    if mention.clause.categories & HELD:
        if mention.language == "ru" and mention.cases() and mention.cases() <= ASIDE and not _is_taking_part(mention):
            return Verdict("reference", 0.6, "oblique")  # "специалисты по правовой и разъяснительной работе"
        return Verdict("held", 0.95, "held")
    return None


def _is_taking_part(mention: Mention) -> bool:
    """ "Проведены: викторина, участие в районном турнире": an item of a list; not "награждены за участие в турнире"."""
    taking = mention.governor_mark
    if taking is None or mention.frame.words.words[taking.first] not in TAKING_PART:
        return False
    before = mention.frame.text[mention.sentence.start : taking.start].rstrip()[-1:]
    return before in ITEM_SIGNS


@rule()
def without_a_verb(mention: Mention) -> Verdict | None:
    """ "27 ноября – лекция для студентов", a table's row, a bullet: no verb is needed there."""
    frame, sentence = mention.frame, mention.sentence
    days = (day.relative for day in frame.dates_in(sentence.start, sentence.end))
    is_to_come = any(isinstance(day, int) and day > 0 for day in days)
    if is_to_come or frame.is_announcement or frame.is_plan:
        return Verdict("planned", 0.7, "without_a_verb")
    words = frame.words
    first, last = frame.word_index(sentence.start), frame.word_index(sentence.end)
    if any(frame.mark_at[index] is None and is_finite(words.words[index]) for index in range(first, last)):
        return None
    if mention.mark.first == first and mention.language == "ru" and mention.cases() == INSTRUMENTAL:
        return None  # "Президиумом утверждён план"
    head = frame.text[sentence.start : mention.mark.start]
    if (
        mention.mark.first - first <= 3
        or DASH.search(head)
        or "|" in head
        or ITEM.match(frame.text, sentence.start)
        or frame.dates_in(sentence.start, mention.mark.start)
    ):
        return Verdict("held", 0.7, "without_a_verb")
    return Verdict("held", 0.5, "without_a_verb")
