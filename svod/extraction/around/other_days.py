"""Days told of an activity beside its own: until when it went on, to which day it was put off, on which it was held."""

from svod.extraction.fields.when import Calendar
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import ON, PUT_OFF, words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention
from svod.packs.traits import traits
from svod.records import Period, Span

OPEN_FOR_LONG = traits("display", "stand")
LASTS, UNTIL = tuple(words("lasts")), words("until_the_day")
DONE = words("done_in_all")
UNTIL_WHEN, IT = ON | words("until_the_day"), words("it") | words("back")
BETWEEN = 3  # words before the day: "его перенесли на"


def tell_other_days(frame: Frame, sentence: Sentence, found: list[Found], calendar: Calendar, *, told: bool) -> None:
    """ "Выставка открылась 3 декабря и проработает до 15-го", "Семинар, 27 ноября. Выполнено 1 декабря".

    `told`: whether the sentence itself tells the last activity.
    """
    last = found[-1] if found else None
    if last is None or last.mention.language != "ru" or sentence.line != last.line:
        return
    days = frame.dates_in(sentence.start, sentence.end)
    if not days:
        return
    if last.mention.is_of(OPEN_FOR_LONG):
        _tell_end(frame, sentence, last, days[-1], told=told)
    elif not told:
        _tell_new_day(frame, sentence, last, days[0], calendar)


def _tell_end(frame: Frame, sentence: Sentence, last: Found, day: DateMention, *, told: bool) -> None:
    """ "Экспозиция проработает до 15 декабря", "стоит до 10.12", "увидеть её можно до пятницы, 6 декабря"."""
    if last.date is None or day.period is None or not last.date.first == last.date.last < day.period.last:
        return
    if frame.words.words[frame.word_index(day.start) - 1] not in UNTIL:
        return
    start = last.mention.mark.end if told else sentence.start
    if not any(word.startswith(LASTS) for word in frame.words_in(start, day.start)):
        return
    others = {code for mark in frame.kinds_in(start, day.start) for code in mark.meaning.kinds}
    if not others - {last.kind}:
        last.say("date", Period(last.date.first, day.period.last), last.sources.get("date"))


def _tell_new_day(frame: Frame, sentence: Sentence, last: Found, day: DateMention, calendar: Calendar) -> None:
    """ "Круглый стол с депутатами. Перенесён на 14 декабря": right behind it."""
    if day.period is None or frame.kinds_in(sentence.start, sentence.end):
        return
    if frame.text[last.mention.sentence.end : sentence.start].strip():
        return
    before = frame.words_in(sentence.start, day.start)
    is_moved = _is_put_off(before)
    if is_moved or _was_held(frame, before, day):
        last.say("date", day.period, Span(day.start, day.end))
        last.planned = last.planned or is_moved
        calendar.remember(day.period, last.kind)


def _is_put_off(before: list[str]) -> bool:
    """ "Перенесён на", "его отложили до": the words before the day; not "следующий семинар перенесён на"."""
    if not 1 < len(before) <= BETWEEN or before[-1] not in UNTIL_WHEN:
        return False
    return before[-2].startswith(PUT_OFF) and (len(before) < BETWEEN or before[0] in IT)


def _was_held(frame: Frame, before: list[str], day: DateMention) -> bool:
    """ "Выполнено 1 декабря", "прошёл 2-го": nothing else stands before the day."""
    if len(before) != 1:
        return False
    return before[0] in DONE or not frame.said_at(frame.word_index(day.start) - 1).isdisjoint(HELD)
