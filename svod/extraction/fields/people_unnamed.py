"""Numbers that nothing in the lexicon follows: who is counted by a short form, by an ending, by a verb of coming."""

import re

from svod.extraction.fields.people_told_so import ASKED, LIFELESS
from svod.extraction.holders.heads import is_person
from svod.extraction.lexicon.grammar import AND, GROUPS, INVITED, PREPOSITIONS, is_adjective, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.signs import DASHES
from svod.language.numbers import NumberMention
from svod.language.remembered import Remembered
from svod.packs.traits import traits

SOMEBODY = frozenset({"organiser.head"})
NAMES = frozenset({"Name", "Surn", "Patr", "Inmx"})  # of a noun that the dictionary knows, too: "вебинаров", "кукол"
SMALL = AND | PREPOSITIONS  # words that nobody counts
COUNTED_ENDINGS = tuple(words("counted_endings"))  # of a noun behind its number
NO_PEOPLE, WINNERS = words("no_people"), tuple(words("winners"))
NEW_PHRASE = frozenset(',;()«»"–—\n')  # between a word and a number that it does not govern
SHORT, RATHER_THAN = words("people_in_short"), words("rather_than")
ON_AVERAGE = tuple(words("on_average"))
PARTED = frozenset({",", "/"})  # "27.11 лекция, 9-е классы, 46", "Алакуль / беседа с мамами / 15"
OPENED = frozenset({"(", ":"})
OF_THINGS = traits("display", "competition", "handing_out", "stand", "published")  # "выставка рисунков (30)"
CLOSED = re.compile(r"[ .,)]*(?:[;\n]|$)|\)")  # behind the last number of an item
SHORTEST = 2  # letters
A_FEW = 6  # people: "семинар (3)" was held three times


def invited(frame: Frame, number: NumberMention, start: int) -> bool:
    """ "звали 160, пришли 56": those who were called are not those who came; "Мы против насилия (20 учеников)" are.

    Nor are they told by "средняя наполняемость 25 человек".
    """
    seen, index = frame.words, frame.word_index(number.start)
    behind = frame.word_index(number.end)
    if behind < len(seen) and seen.words[behind] in ASKED:
        return False  # "из 140 опрошенных 9 ответили «нет»": all of them were there
    for called in range(index - 1, max(frame.word_index(start), index - 2) - 1, -1):
        if seen.words[called].startswith(ON_AVERAGE):
            return NEW_PHRASE.isdisjoint(frame.text[seen.end(called) : number.start])
        if seen.words[called] in INVITED:
            is_beside = called == index - 1 or seen.words[called] not in RATHER_THAN
            is_its_own = NEW_PHRASE.isdisjoint(frame.text[seen.end(called) : number.start])
            return is_its_own and (is_beside or is_adjective(seen.words[index - 1]))
    return False


def ends(frame: Frame, number: NumberMention) -> bool:
    """Nothing that it might count stands behind the number."""
    following = frame.text[number.end : number.end + 3].lstrip(" +")
    if following[:1] in ("", ",", ".", ";", ")", "(", "\n", "!", "–", "—") or not following[:1].isalnum():
        return following[:1] not in ("%", "№", "/", ":", "-")
    word = frame.word_index(number.end)
    return word < len(frame.words) and frame.words.words[word] in SMALL


def in_short(frame: Frame, number: NumberMention) -> int | None:
    """ "56 уч.", "(130 уч)"; not "2 уч. года": nothing that they would be of stands behind them."""
    index = frame.word_index(number.end)
    if index >= len(frame.words) or frame.words.words[index] not in SHORT or frame.breaks_at(index, number.end):
        return None
    behind = frame.text[frame.words.end(index) : frame.words.end(index) + 3].lstrip(". ")[:1]
    return None if behind.islower() else frame.words.end(index)


def unknown_people(frame: Frame, number: NumberMention, *, came: bool) -> int | None:
    """ "съехалось 240 представительниц", "пикет, 15 смельчаков": who come are people, if no other things, and who is
    somebody; where their noun ends."""
    index = frame.word_index(number.end)
    if index >= len(frame.words) or frame.breaks_at(index, number.end) or frame.words.words[index] in GROUPS:
        return None
    at = frame.mark_at[index]
    if at is not None:  # "164 председателя"
        is_somebody = at.categories == SOMEBODY and is_person(at)
        return at.end if is_somebody else None
    word = frame.words.words[index]
    if word in NO_PEOPLE:
        return None
    if came:
        are_people = word.endswith(COUNTED_ENDINGS) and not LIFELESS[word]
    else:
        are_people = number.bounds.least >= A_FEW and _LIVING[word] and not word.startswith(WINNERS)
    return frame.words.end(index) if are_people else None


def _is_living(word: str) -> bool:
    """ "Смельчаков", "сельчанина": a noun that is somebody, as it stands behind its number."""
    from svod.language.ru.words import readings  # here, not above: what reads no such word needs no dictionary

    tags = [reading.tag for reading in readings(word) if len(word) > SHORTEST]
    is_noun = bool(tags) and tags[0].POS == "NOUN" and tags[0].animacy == "anim"
    return is_noun and any(tag.case == "gent" and NAMES.isdisjoint(tag.grammemes) for tag in tags[:2])


_LIVING = Remembered(_is_living)


def closes_a_line(frame: Frame, number: NumberMention, start: int) -> bool:
    """ "Тренинг для подростков 26.11 — 35", "беседа с 9 «Б» (22)", "лекторий для мам: 62", "лекция (девушки, 40);"

    These are the last words of a line or an item that tells of one thing held once; not "Лекции – 35", "Тренинг – 35",
    of which there were so many.
    """
    sign = frame.text[max(start, number.start - 3) : number.start].rstrip()[-1:]
    if number.bounds.least < A_FEW or (sign not in DASHES and sign not in PARTED and sign not in OPENED):
        return False
    if CLOSED.match(frame.text, number.end) is None:
        return False
    kinds = frame.kinds_in(start, number.start)
    entry = kinds[0].meaning.entry("kind", "ru") if len(kinds) == 1 else None
    if entry is None or entry.number != "s" or "n" not in entry.cases:
        return False
    if sign in OPENED and (not OF_THINGS.isdisjoint(entry.traits) or frame.text[number.start - 1] not in " ("):
        return False
    return bool(frame.words_in(kinds[0].end, number.start))
