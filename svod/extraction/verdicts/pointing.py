"""A mention that only points at an activity: told before it, told elsewhere, or what something else belongs to."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.categories import HELD, NOUNS, PRESENT
from svod.extraction.lexicon.grammar import AND, CAMPAIGNS, is_adjective, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.apart_kk import another_such
from svod.extraction.verdicts.governed import told_by_what_was_done

SO = words("so")  # "такой"
ITS_PEOPLE = tuple(words("its_people"))  # how the words begin that name those who took part
WEEKS, OWN = tuple(words("weeks")), frozenset({"place", "organiser.head", "planned.verb"})
THOSE_AT_IT = tuple(words("those_at_it"))
NEXT = words("next")
TOLD = frozenset({"kind", "kind_formless", "kind_verb"})
FRAMES = tuple(words("within"))
EACH = tuple(words("each_of_several"))


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
    if any(not other.categories.isdisjoint(NOUNS) and not other.quoted and other is not mark for other in others):
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
        verdict = _with_demonstrative(mention, candidate) or _behind_noun(mention, candidate)
        if verdict is not None:
            return verdict
    return None


def _with_demonstrative(mention: Mention, pointing: Mark) -> Verdict | None:
    """ "Данный семинар"; "следующий вебинар намечен на январь" is another one."""
    if "reference.demonstrative" not in pointing.categories or another_such(mention, pointing):
        return None
    if _points_at_its_name(mention, pointing) or _points_at_others(mention, pointing):
        return None
    before = mention.frame.words.words[max(0, pointing.first - 1)]
    if "planned.verb" in mention.clause.categories and (pointing.entries[0].phrase in NEXT or before in NEXT):
        return Verdict("planned", 0.75, "announced")
    return Verdict("reference", 0.8, "pointed_at")


def _behind_noun(mention: Mention, noun: Mark) -> Verdict | None:
    """ "Каждый участник круглого стола", "участники круглого стола обсудили"; not "для гостей викторину"."""
    if "reference.noun" not in noun.categories or "held.noun" in noun.categories or noun.categories & HELD:
        return None
    if mention.language == "ru" and "g" not in mention.cases():
        return None
    is_theirs = mention.frame.words.words[noun.last].startswith(THOSE_AT_IT)
    return (told_by_what_was_done(mention) if is_theirs else None) or Verdict("reference", 0.8, "pointed_at")


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


@rule()
def first_told(mention: Mention) -> Verdict | None:
    """Another verb: "Семинар помог учителям". The first time a kind is named it is an activity, later a reference."""
    if mention.known:
        return Verdict("reference", 0.6, "first_told")
    if mention.cases() & DIRECT or number_before(mention) is not None:
        return Verdict("held", 0.5, "first_told")
    return Verdict("reference", 0.5, "first_told")
