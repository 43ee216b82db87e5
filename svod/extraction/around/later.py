"""What sentences around an activity's own add to it: the day it was on, those who had come before it is told."""

from svod.extraction.fields.people import People
from svod.extraction.fields.people_kk import of_it_itself
from svod.extraction.fields.when import Calendar
from svod.extraction.lexicon.categories import ATTENDED, TELLS
from svod.extraction.lexicon.grammar import OF_THAT_DAY, is_adjective, is_finite, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.by_its_day_kk import is_called_by_its_day
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.kinds import CONTESTS
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

BACK, SHARED = words("back"), tuple(words("shared_names"))  # "она", "её"; "мероприятие", "шара"
IT_WAS = words("it_was")
BESIDE = 4  # characters from "Дата" to the day
SHORT = 48  # characters of what says no more than where and when it was
HEAD = 3  # words of a sentence in which it says what it goes on about
OTHERWISE = frozenset({"goal.word", "goal.history", "cancelled.word", "planned.invite", "total.trigger"})


def tell_day(frame: Frame, sentence: Sentence, said: frozenset[str], found: list[Found], calendar: Calendar) -> None:
    """ "Прошла встреча. Она состоялась 3 декабря": the day of what was told right before."""
    last = found[-1] if found else None
    if of_it_itself(frame, sentence):
        said -= {"total.trigger"}
    if last is None or last.date is not None or last.line != sentence.line or not said.isdisjoint(OTHERWISE):
        return
    if ("planned.verb" in said) != last.planned and not (last.planned and said.isdisjoint(TELLS)):
        return
    if not (
        _says_when(frame, sentence)
        or goes_on(frame, sentence)
        or _names_it(frame, sentence, last)
        or _they_came(frame, sentence, said, last)
    ):
        return
    if sum(item.mention.sentence == last.mention.sentence for item in found[-HEAD:]) > 1:
        return
    period, span = calendar.told_in(sentence)
    if period is not None:
        last.say("date", period, span)
        calendar.remember(period, last.kind)


def goes_on(frame: Frame, sentence: Sentence) -> bool:
    """Whether the sentence's first words point at what was told."""
    head = frame.words_of(sentence)[:HEAD]
    if len(head) > 1 and is_adjective(head[0]) and not head[0].startswith(SHARED):  # "масштабное мероприятие"
        head = head[1:]
    return not BACK.isdisjoint(head) or (bool(head) and head[0].startswith(SHARED))


def _is_called_by_its_day(frame: Frame, sentence: Sentence) -> bool:
    """ "5 желтоқсан күнгі жиынды кәсіподақ өткізді": what was told, called by its day."""
    return not OF_THAT_DAY.isdisjoint(frame.words_of(sentence)[:HEAD]) or is_called_by_its_day(frame, sentence)


def _says_when(frame: Frame, sentence: Sentence) -> bool:
    """ "Дата: 6 декабря.": a word for the day, and the day right behind it; or it is called by its day."""
    if _is_called_by_its_day(frame, sentence):
        return True
    first = frame.word_index(sentence.start)
    at = frame.mark_at[first]
    if at is None or "column.date" not in at.categories:
        return False
    return bool(frame.dates_in(sentence.start, at.end + BESIDE))


def _they_came(frame: Frame, sentence: Sentence, said: frozenset[str], last: Found) -> bool:
    """ "Прошёл круглый стол. Собрались 5 декабря", "было это 28-го", "Актау, 29 ноября": right behind it."""
    if last.mention.language != "ru" or frame.text[last.mention.sentence.end : sentence.start].strip():
        return False
    if "held.came" in said or frame.word_from(sentence.start) in IT_WAS:
        return True
    if last.planned and "planned.verb" in said and "kind" not in said:
        return True  # "Мастерская не состоялась. Проведём 14 декабря"
    if not said.isdisjoint(TELLS) or sentence.end - sentence.start > SHORT:
        return False
    return not any(is_finite(word) for word in frame.words_of(sentence))


def _names_it(frame: Frame, sentence: Sentence, last: Found) -> bool:
    """ "Тренинг екі күнге созылды", "тренингті психолог жүргізді": the bare kind of what was told begins a Kazakh
    sentence."""
    first = frame.word_index(sentence.start)  # none, where it is all signs: "***"
    mark = frame.mark_at[first]
    if mark is None or last.mention.language != "kk" or mark.first != mark.last or mark.start != sentence.start:
        return False
    entry = mark.meaning.entry("kind", "kk")
    if entry is None or DIRECT.isdisjoint(mark.meaning.cases("kind", "kk")):
        return False
    if entry.code == last.kind and entry.number == "s":
        return True
    return last.mention.is_of(CONTESTS) and not CONTESTS.isdisjoint(entry.traits)


def gathered(said: frozenset[str], people: list[People]) -> People | None:
    """ "На площадь вышли 150 студентов", in a sentence that tells no activity."""
    return people[0] if len(people) == 1 and not said.isdisjoint(ATTENDED) and "total.trigger" not in said else None


def give_those_gathered(item: Found, people: People) -> None:
    """ "На площадь вышли 150 студентов. Флешмоб длился семь минут": they came to what is told right behind."""
    if item.participants is None and not item.planned and "uncounted" not in item.mention.traits:
        item.say("participants", people.bounds, people.span)
