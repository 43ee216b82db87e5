"""Russian mentions of what is still to come: put off to another day, laid down by a decision, meant, told ahead."""

from svod.extraction.lexicon.categories import AHEAD, HELD, TO_DO
from svod.extraction.lexicon.grammar import HOLDING, ON, PUT_OFF, WHERE, WITH, is_finite, is_infinitive, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

ON_OR_UNTIL = ON | words("until_a_day")
TIMES = tuple(words("times_ahead"))  # how the words begin: "первый квартал"
TIMES_TO_COME = (*TIMES, *words("times_to_come"))
NOT, REGIONS = words("not"), tuple(words("whole_region"))  # "области" ends like an infinitive
FIRM, INTENTS = frozenset({"planned.verb", "planned.intent"}), frozenset({"planned.intent", "planned.wish"})
MET_LATER = frozenset({"planned.verb", "planned.at", "planned.invite"})
TO_OR_AT = WHERE | words("joined_to") | words("came_for")
NEAR = 5  # words from "на" to the time


def put_off_to(mention: Mention) -> Verdict | None:
    """ "Семинар перенесён на 15 декабря", "отложен до весны", "не состоялся, проведём 14 декабря": the new time."""
    if mention.language != "ru":
        return None
    frame = mention.frame
    if _is_awaited(mention):
        return Verdict("planned", 0.7, "put_off")
    for verb in mention.clause.verbs:
        is_put_off = frame.words.words[verb.last].startswith(PUT_OFF)
        if is_put_off and (_tells_when(mention, verb.last + 1) or _is_met_later(mention, verb.end)):
            return Verdict("planned", 0.7, "put_off")
    return None


def _is_awaited(mention: Mention) -> bool:
    """ "Встречи не было, ждём её в январе", "не состоялась. Проведём 14 декабря": right behind, of nothing else."""
    frame, end, stop = mention.frame, mention.clause.end, mention.sentence.end
    following = frame.sentence_at(min(stop + 1, len(frame.text) - 1))
    if following.line == mention.sentence.line and following.start >= stop:
        stop = following.end
    said = frame.said(end, stop)
    if said.isdisjoint(MET_LATER) or "kind" in said:
        return False
    return bool(frame.dates_in(end, stop)) or any(word.startswith(TIMES_TO_COME) for word in frame.words_in(end, stop))


def _is_met_later(mention: Mention, end: int) -> bool:
    """ "Лекцию перенесли, ждём врача 15 декабря": behind it, in its sentence, somebody is awaited on a day."""
    frame, stop = mention.frame, mention.sentence.end
    return not frame.said(end, stop).isdisjoint(MET_LATER) and bool(frame.dates_in(end, stop))


def _tells_when(mention: Mention, index: int) -> bool:
    """Whether "на" and a day, a month or a quarter of the year stand there: "на 15 декабря", "на первый квартал"."""
    frame = mention.frame
    seen, last = frame.words, frame.word_index(mention.sentence.end)
    days = frame.dates_in(seen.starts[index], mention.sentence.end) if index < last else ()
    if len(days) > 1 and not frame.text[seen.starts[index] : days[0].start].strip(" со"):
        index = frame.word_index(days[0].end)  # "с 27 ноября на 5 декабря"
    if index >= last or seen.words[index] not in ON_OR_UNTIL:
        return False
    behind = seen.words[index + 1 : min(index + NEAR, last)]
    if any(word.startswith(TIMES_TO_COME) for word in behind) or frame.years_in(
        seen.starts[index], mention.sentence.end
    ):
        return True
    return bool(frame.dates_in(seen.starts[index], mention.sentence.end))


@rule(language="ru", begins=HOLDING, is_verb=False)
def laid_down(mention: Mention) -> Verdict | None:
    """ "До 20 января провести опрос", "в марте организовать конкурс": a decision's infinitive, and its time."""
    frame, sentence = mention.frame, mention.sentence
    if mention.clause.categories or not frame.dates_in(sentence.start, sentence.end):
        return None
    seen = frame.words_of(sentence)
    if any(is_finite(word) for word in seen):
        return None
    before = frame.words_in(sentence.start, mention.mark.start)
    is_to_do = any(is_infinitive(word) and word.startswith(HOLDING) for word in before)
    return Verdict("planned", 0.6, "laid_down") if is_to_do else None


@rule(language="ru", said={AHEAD, TO_DO}, is_verb=True)
def will_be_done(mention: Mention) -> Verdict | None:
    """ "8 декабря раздадим листовки", "обещают свозить детей в музей": the verb of a kind is still to come."""
    if mention.entry.category not in (AHEAD, TO_DO):
        return None
    if mention.entry.category == TO_DO and not _is_meant(mention):
        return Verdict("none", 0.6, "in_the_infinitive")
    if "goal.word" in mention.clause.said:
        return Verdict("none", 0.7, "wished")
    if mention.frame.words.words[mention.mark.first - 1] in NOT:
        return Verdict("none", 0.9, "called_off")
    return Verdict("planned", 0.6, "announced")


@rule(language="ru", said={"planned.intent", "planned.wish"}, is_verb=False)
def intended(mention: Mention) -> Verdict | None:
    """ "Собирается устроить семинар", "хотим в марте провести форум", "думаем собрать в январе отцов на лекцию"."""
    if mention.clause.said.isdisjoint(INTENTS) or not _is_meant(mention):
        return None
    frame, governor = mention.frame, mention.governor
    if governor >= 0 and frame.words.words[governor] in WITH:
        return None  # "запланировано собрание с раздачей книг"
    intent = next(mark for mark in mention.clause.marks if not mark.categories.isdisjoint(INTENTS))
    seen = frame.words_in(intent.end, mention.mark.start)
    to_do = any(is_infinitive(word) and not word.startswith(REGIONS) for word in seen)
    return Verdict("planned", 0.6, "announced") if to_do else None


def _is_meant(mention: Mention) -> bool:
    """Whether somebody means to do it, and says so before it; what is only wished for needs its time."""
    frame, clause = mention.frame, mention.clause
    before = frame.said(clause.start, mention.mark.start)
    if not before.isdisjoint(FIRM) and "planned.wish" not in before:
        return True
    return "planned.wish" in before and tells_a_time_ahead(mention)


def tells_a_time_ahead(mention: Mention) -> bool:
    """ "В марте", "на следующей неделе", "8 декабря", "весной": somewhere in its sentence."""
    frame, sentence = mention.frame, mention.sentence
    if any(word.startswith(TIMES_TO_COME) for word in frame.words_of(sentence)):
        return True
    return bool(frame.dates_in(sentence.start, sentence.end))


@rule(language="ru", said={"planned.object", "planned.at"}, is_verb=False)
def to_be_done(mention: Mention) -> Verdict | None:
    """ "Покажем родителям спектакль", "поедем на форум", "обсудим на педсовете": the verb before it is to come."""
    clause = mention.clause
    if not clause.categories.isdisjoint(HELD | {"goal.word"}):
        return None
    wanted = "planned.object" if mention.governor < 0 or "a" in mention.cases() else ""
    before = mention.frame.marks_in(clause.start, mention.mark.start)
    if mention.governor_mark is not None and "reference.preposition" in mention.governor_mark.categories:
        wanted = "planned.at" if mention.governor_mark.entries[0].phrase in TO_OR_AT else ""
    if not wanted or not any(wanted in mark.categories and not mark.quoted for mark in before):
        return None
    return Verdict("planned", 0.6, "announced")
