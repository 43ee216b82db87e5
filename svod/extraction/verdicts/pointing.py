"""A mention that only points at an activity: told before it, told elsewhere, or what something else belongs to."""

import re

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.fields.people import people_in
from svod.extraction.lexicon.categories import HELD, PRESENT
from svod.extraction.lexicon.grammar import AND, ON, PREPOSITIONS, WHERE, is_adjective, is_past, words
from svod.extraction.lexicon.table import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.apart_kk import another_such, only_told_held

SO = words("so")  # "такой"
SHORT = 60  # characters of a line of notes
DASH = re.compile(r"[–—]|\s-\s|:")
ITS_PEOPLE = tuple(words("its_people"))  # how the words begin that name those who took part
WITHIN, SET_BY, FEW = words("within"), words("set_by"), 3
CAMPAIGNS = tuple(words("whole_campaigns"))
WEEKS, OWN = tuple(words("weeks")), frozenset({"place", "organiser.head", "planned.verb"})
THOSE_AT_IT = tuple(words("those_at_it"))
NEXT, OF_A_DAY = words("next"), words("day_told_of")
TOLD_WITH_A_DAY = words("told_with_a_day")
TOLD = frozenset({"kind", "kind_formless", "kind_verb"})
FRAMES = tuple(words("within"))
EVENTS = frozenset({"kind", "kind_formless"})
EACH = tuple(words("each_of_several"))
SO_MANY = words("so_many")
GENITIVE, DATIVE, INSTRUMENTAL = frozenset("g"), frozenset("d"), frozenset("i")
TAKING = HELD | {"planned.verb", "held.noun", "title.marker"}  # words whose object stands in the genitive
OWNED = frozenset({"kind", "material", "measure.head"})


@rule(said={"held.inside"})
def inside_another(mention: Mention) -> Verdict | None:
    """ "Форум, на котором состоялась дискуссия": a part of what was told before it."""
    if not mention.paragraph_told and mention.clause.start == mention.sentence.start:
        return None
    start = mention.clause.start
    if mention.language != "en" and not mention.paragraph_told and not _is_told_of(mention):
        return None  # "посетили суд, где прошла встреча"
    if "held.inside" not in mention.clause.said:
        if mention.language != "kk" or not _has_nothing_of_its_own(mention):
            return None
        start = mention.sentence.start
    for mark in mention.frame.marks_in(start, mention.mark.start):
        if "held.inside" not in mark.categories or mark.start - start > 12 or _ends_a_week(mention, mark):
            continue
        if not mark.entries[0].phrase.startswith(FRAMES) or _is_within_a_gathering(mention, mark):
            return Verdict("reference", 0.7, "inside_another")
    return None


def _is_within_a_gathering(mention: Mention, frame_mark: Mark) -> bool:
    """ "Форум, в рамках которого прошла выставка"; not "проект (акция, неделя), в рамках которого прошли дебаты"."""
    before = mention.frame.kinds_in(mention.sentence.start, frame_mark.start)
    told = before[-1].meaning.entry("kind") if before else None
    return told is not None and "umbrella" not in told.traits


def _is_told_of(mention: Mention) -> bool:
    """Whether something that may be an activity stands before its clause."""
    return not TOLD.isdisjoint(mention.frame.said(mention.sentence.start, mention.clause.start))


def _has_nothing_of_its_own(mention: Mention) -> bool:
    """ "Семинарда дәріс оқылып, сауалнама алынды": what its sentence begins with holds for its later clauses, too."""
    frame, clause = mention.frame, mention.clause
    if frame.dates_in(clause.start, clause.end) or frame.quotes_in(clause.start, clause.end):
        return False
    return clause.said.isdisjoint(OWN) and not frame.numbers_in(clause.start, clause.end)


def _ends_a_week(mention: Mention, mark: Mark) -> bool:
    """ "Апта соңында сауалнама алынды", "в завершение акции прошла викторина": a campaign's end, and no activity's."""
    if mention.language == "ru":
        behind = mention.frame.words.words[mark.last + 1 : mark.last + 2]
        return bool(behind) and behind[0].startswith(CAMPAIGNS)
    before = mention.frame.words.words[mark.first - 1] if mark.first else ""
    return mention.language == "kk" and mark.first == mark.last and before.startswith(WEEKS)


@rule(is_verb=False, is_near=True, is_plural=False, is_preceded=False)
def points_back(mention: Mention) -> Verdict | None:
    """ "Встреча прошла в деловой обстановке": bare, singular, first in its sentence, and something was told before."""
    if mention.language == "en":  # what is known has an article there
        return None
    if not mention.known and mention.language == "ru" and mention.cases() == INSTRUMENTAL:
        return None  # "анкетированием охвачено 400 женщин"
    frame, clause = mention.frame, mention.clause
    if (
        mention.mark.start > frame.words.starts[frame.word_index(clause.start)]
        or mention.mark.first != mention.mark.last
    ):
        return None
    dated = mention.entry.phrase not in TOLD_WITH_A_DAY and frame.dates_in(mention.sentence.start, mention.sentence.end)
    if dated or has_a_name(mention) or only_told_held(mention) or _has_its_people(mention):
        return None
    dash = DASH.search(frame.text, mention.mark.end, clause.end)  # "Анкета на выходе: ответили 402 студента"
    if dash is not None and (frame.numbers_in(dash.end(), clause.end) or _is_a_line(mention)):
        return None
    near = frame.marks_in(clause.start, clause.end)
    if any("place" in mark.categories or _is_a_house(mark) for mark in near):
        return None
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    if not clause.verbs and not any(is_past(word) for word in frame.words.words[first:last]):
        return None
    return Verdict("reference", 0.6, "points_back")


def _is_a_house(mark: Mark) -> bool:
    """Where it may have been held; not "встреча завершилась, собранное передано центру", to whom something is given."""
    return "organiser.head" in mark.categories and mark.meaning.cases("organiser.head", "ru") != DATIVE


def _is_a_line(mention: Mention) -> bool:
    """ "линейка в 5 школе - была", the whole of a short line of notes."""
    frame, start, end = mention.frame, mention.sentence.start, mention.sentence.end
    return (
        frame.opens_line(mention.sentence)
        and end - start <= SHORT
        and frame.text[end : end + 1] in ("", "\n")
        and not mention.known
    )


def _has_its_people(mention: Mention) -> bool:
    """ "Анкету можно было заполнить в фойе, отозвались 58 читательниц": no other name of what was told before."""
    is_new = mention.language == "ru" and "without_parts" in mention.traits and not mention.known
    return is_new and bool(people_in(mention.frame, mention.mark.end, mention.sentence.end))


def has_a_name(mention: Mention) -> bool:
    """Whether the clause may name it; "встреча проведена в рамках проекта «Забота»" does not."""
    frame, clause = mention.frame, mention.clause
    quotes = frame.quotes_in(clause.start, clause.end)
    if not quotes:
        return False
    behind = frame.word_index(quotes[0].end)
    if not SET_BY.isdisjoint(frame.words.words[behind : behind + FEW]):  # "«Забота» акциясы аясында"
        return False
    before = frame.marks_in(mention.mark.end, quotes[0].start)
    return not any(mark.entries[0].phrase in WITHIN for mark in before)


@rule(is_verb=False, said=PRESENT)
def its_people(mention: Mention) -> Verdict | None:
    """ "На форум пришли победители конкурса «Лучшая семья»": the contest only says who they are."""
    frame, mark = mention.frame, mention.mark
    if mention.clause.said.isdisjoint(PRESENT):
        return None
    beside = (mark.last + 1,) if mention.language == "kk" else (_before_adjectives(mention), mention.governor)
    if not any(frame.words.words[index].startswith(ITS_PEOPLE) for index in beside if 0 <= index < len(frame.words)):
        return None
    others = frame.marks_in(mention.clause.start, mention.clause.end)
    if any(not other.categories.isdisjoint(EVENTS) and not other.quoted and other is not mark for other in others):
        return Verdict("none", 0.7, "its_people")
    return None


def _before_adjectives(mention: Mention) -> int:
    """ "Победители городских и районных конкурсов": the word before all that describes it."""
    seen, index = mention.frame.words.words, mention.mark.first - 1
    while index > 0 and (is_adjective(seen[index]) or seen[index] in AND):
        index -= 1
    return index


@rule(said={"reference.demonstrative", "reference.noun"})
def pointed_at(mention: Mention) -> Verdict | None:
    """ "Данный семинар", "каждый участник круглого стола" """
    before = mention.frame.mark_at[mention.mark.first - 1]
    if before is not None and before.end <= mention.sentence.start:
        before = None
    for candidate in (mention.governor_mark, before):
        if candidate is None or candidate.quoted:  # "«Сделай сам»: флешмоб"
            continue
        if "reference.demonstrative" in candidate.categories and not (
            another_such(mention, candidate)
            or _points_at_its_name(mention, candidate)
            or _points_at_others(mention, candidate)
        ):
            is_next = (
                candidate.entries[0].phrase in NEXT or mention.frame.words.words[max(0, candidate.first - 1)] in NEXT
            )
            if "planned.verb" in mention.clause.categories and is_next:
                return Verdict("planned", 0.75, "announced")  # "следующий вебинар намечен на январь"
            return Verdict("reference", 0.8, "pointed_at")
        if (
            "reference.noun" in candidate.categories
            and (mention.language != "ru" or "g" in mention.cases())  # not "для гостей викторину"
            and not candidate.categories & HELD
            and "held.noun" not in candidate.categories
        ):
            is_theirs = mention.frame.words.words[candidate.last].startswith(THOSE_AT_IT)
            return (_told_by_what_was_done(mention) if is_theirs else None) or Verdict("reference", 0.8, "pointed_at")
    return None


def _points_at_its_name(mention: Mention, pointing: Mark) -> bool:
    """ "«Не бойся говорить» – такой тренинг прошёл": the name before it, which heads the sentence."""
    frame, first = mention.frame, pointing.first
    if mention.language != "ru" or frame.words.words[first] not in SO:
        return False
    named = frame.quote_around(frame.words.starts[first - 1]) if first else None
    return named is not None and named.start == mention.sentence.start


def _points_at_others(mention: Mention, pointing: Mark) -> bool:
    """ "Объехали три аула, в каждом сходы жителей": at one of the villages."""
    return mention.is_plural and mention.frame.words.words[pointing.first].startswith(EACH)


def _told_by_what_was_done(mention: Mention) -> Verdict | None:
    """ "Участники круглого стола обсудили", "в ходе встречи затронуты вопросы", where nothing was told before."""
    if mention.is_plural or mention.paragraph_told or "held.heard" not in mention.clause.categories:
        return None
    return Verdict("held", 0.55, "after_a_preposition")


@rule(is_governed=True, said={"reference.manner"})
def manner(mention: Mention) -> Verdict | None:
    """ "Заседание прошло в форме круглого стола" tells how."""
    mark = mention.governor_mark
    if mark is not None and mention.language != "kk" and "reference.manner" in mark.categories:
        during = "reference.preposition" in mark.categories  # "в ходе"
        return (_told_by_what_was_done(mention) if during else None) or Verdict("reference", 0.8, "manner")
    return None


@rule(is_governed=True, said={"reference.preposition"})
def after_a_preposition(mention: Mention) -> Verdict | None:
    """ "В ходе семинара", "на встрече", "к конкурсу": told elsewhere, or told here by what happened at it."""
    mark = mention.governor_mark
    if mark is None or "reference.preposition" not in mark.categories:
        return None
    if mention.frame.number_at(mark.start) is not None or _governs_another(mention, mark.entries[0].phrase):
        return None  # "at least 5 seminars"
    if not mention.known and "held.heard" in mention.clause.categories:
        return Verdict("held", 0.6, "after_a_preposition")
    if (
        mark.entries[0].phrase in ON
        and not mention.known
        and not mention.paragraph_told
        and mention.clause.verbs == []
        and not any(is_past(word) for word in mention.frame.words_in(mention.clause.start, mention.clause.end))
    ):
        return Verdict("held", 0.5, "after_a_preposition")
    return Verdict("reference", 0.7, "after_a_preposition")


def _governs_another(mention: Mention, preposition: str) -> bool:
    """ "Провели для родителей мастер-класс": it is of the people between, its case not being the kind's."""
    if mention.language != "ru" or not mention.cases():
        return False
    return any(preposition in words(f"with_{case}") for case in "gi") and not any(
        preposition in words(f"with_{case}") for case in mention.cases()
    )


@rule(language="ru", is_preceded=True)
def dependent(mention: Mention) -> Verdict | None:
    """ "Председатель комиссии", "победители олимпиады": a genitive after its noun."""
    word = mention.frame.words.words[mention.governor]
    mark = mention.governor_mark
    if word in AND or (mark is not None and mark.categories & TAKING):
        return None
    if is_past(word) or "g" not in mention.cases() or _is_counted_there(mention):
        return None
    if (
        mention.cases() == GENITIVE
        or (_is_of_a_day(mention) and mark is None)
        or (mark is not None and mark.categories & OWNED)
    ):
        return Verdict("none", 0.7, "dependent")
    return None


def _is_counted_there(mention: Mention) -> bool:
    """ "На портале 12 публикаций": the number governs them, behind where they are.

    "Для девушек общежития два тренинга": it stands in no genitive, as they would.
    """
    frame, index = mention.frame, mention.governor
    if frame.words.words[mention.mark.first - 1] in SO_MANY and frame.words.words[index] not in PREPOSITIONS:
        return True
    if index < 1 or index + 1 >= mention.mark.first or frame.words.words[index - 1] not in WHERE:
        return False
    return frame.number_at(frame.words.starts[index + 1]) is not None


def _is_of_a_day(mention: Mention) -> bool:
    """ "Об истории дня правовой помощи": no "три дня правовой помощи"."""
    frame, first = mention.frame, mention.mark.first
    return frame.words.words[first] in OF_A_DAY and frame.number_at(frame.words.starts[first - 1]) is None


@rule()
def first_told(mention: Mention) -> Verdict | None:
    """Another verb: "Семинар помог учителям". The first time a kind is named it is an activity, later a reference."""
    if mention.known:
        return Verdict("reference", 0.6, "first_told")
    if mention.cases() & DIRECT or number_before(mention) is not None:
        return Verdict("held", 0.5, "first_told")
    return Verdict("reference", 0.5, "first_told")
