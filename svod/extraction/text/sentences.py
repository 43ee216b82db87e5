"""Where sentences end, in Russian, Kazakh and English prose, in lists, in tables and in chats."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svod.extraction.lexicon.short_forms import is_short
from svod.extraction.lexicon.words import Words
from svod.extraction.text.row_lines import is_row, is_row_at
from svod.language.numbers import NumberMention
from svod.records import Span

if TYPE_CHECKING:
    from svod.extraction.text.scan import Mark

# All begin with one of a set of signs, so that the search leaps from sign to sign.
STOP = re.compile(
    r"""[.!?…;\n)•●▪◦] (?: (?<=[;•●▪◦])
                   | (?<=\n) \n*
                   | (?<=\)) \)+ (?=\s+[А-ЯЁӘҒҚҢӨҰҮҺІA-Z])
                   | (?<!\)) [.!?…]* [»”")\]]* (?=\s+\S|[А-ЯЁӘҒҚҢӨҰҮҺІA-Z«„“]) )""",
    re.VERBOSE,
)
# «Как дружить?» - 1-4 классы, «Бұл не?» 5-8 сынып, «Кім кінәлі?» , 30 оқушы
GOES_ON = re.compile(r"[ \t]*(?:[–—-][ \t]|,[ \t]|\d[\d ,–-]{0,12}(?:класс|кл\b|курс|сын))")
ITEM = re.compile(r"\s*(?:[-–—•*●▪◦✓✅]|\d{1,2}[.)]|[а-яa-z]\))\s*")  # how an item of a list begins
LONGEST_ASIDE = 120  # characters from a semicolon to the end of its brackets
SPACE = " \t\r\n\f\v"
ENDING, BLANKS = frozenset(".!?…"), frozenset(" \n")
BULLETS = frozenset("•●▪◦")  # they begin an item, also in the midst of a line
CUT = BULLETS | {";", "\n"}  # a sentence ends before them
# Characters of a sentence and of a table's row: what is longer is cut between words, and so read in linear time.
LONGEST, LONGEST_ROW = 2_000, 8_000


@dataclass(slots=True, init=False, eq=False)
class Sentence:
    """[start, end) without the white space around it. `line` is the number of its line, counted from 0.

    What is in it, what it says and in which language is found by `Frame`, once, where it is asked for; `levels`, what
    it speaks of as known, by `Whereabouts`.
    """

    start: int
    end: int
    line: int
    ends_item: bool  # cut by a semicolon: the next one continues the same sentence
    marks: "list[Mark] | None"
    words: list[str] | None
    numbers: list[NumberMention] | None
    said: frozenset[str] | None
    levels: list[str] | None
    language: str

    def __init__(self, start: int, end: int, line: int, ends_item: bool) -> None:
        self.start, self.end, self.line, self.ends_item = start, end, line, ends_item
        self.marks = self.words = self.numbers = self.said = self.levels = None
        self.language = ""


def split_sentences(text: str, quotes: list[Span], words: Words | None = None) -> list[Sentence]:
    """All sentences in order. A stop inside a quotation does not end one, unless the quotation ends with it.

    `words`: those of the text, where the caller has them already: they tell where one may end.
    """
    found: list[Sentence] = []
    start = line = quote = 0
    line_end, in_row, may_have_rows = -1, False, "|" in text or "\t" in text
    for place, stop in _every_stop(text) if words is None else _stops(text, words.stops):
        sign = text[place]
        if sign != "\n":
            if place > line_end:
                line_end = text.find("\n", place)
                line_end = len(text) if line_end < 0 else line_end
                in_row = may_have_rows and is_row_at(text, text.rfind("\n", 0, place) + 1, line_end)
            if in_row:
                continue
            while quote < len(quotes) and quotes[quote].end <= place:
                quote += 1
            if quote < len(quotes) and quotes[quote].start < place and not _ends_with(text, stop, quotes[quote]):
                continue
            if sign == ";" and (_in_brackets(text, start, place) or _names_another(text, stop)):
                continue
            if sign == "." and _ends_none(text, start, place, stop, words):
                continue
            if sign == ")" and text.count("(", max(start, place - LONGEST_ASIDE), place) > 1:
                continue  # brackets within brackets; "понравилось)) В школе" is a smile
        _add(found, text, start, place if sign in CUT else stop, line, sign == ";")
        start = place if sign in BULLETS else stop
        line += stop - place if sign == "\n" else 0
    _add(found, text, start, len(text), line, False)
    return found


def words_from(text: str, start: int, end: int) -> int:
    """Where the words of a sentence begin: behind the sign or the number of an item, which most are not."""
    is_word = text[start].isalpha() and not text.startswith(")", start + 1)
    item = None if is_word else ITEM.match(text, start, end)
    return start if item is None else item.end()


def _every_stop(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends."""
    return [stop.span() for stop in STOP.finditer(text)]


def _stops(text: str, places: list[int]) -> list[tuple[int, int]]:
    """Where those begin and end that do stand there, none over another."""
    found: list[tuple[int, int]] = []
    passed, end = 0, len(text.rstrip())
    for place in places:
        if place < passed:
            continue
        sign = text[place]
        if sign == "\n":  # as most are: no pattern needs to look at them
            passed = place + 1
            while text.startswith("\n", passed):
                passed += 1
        elif sign == ";" or (sign in ENDING and place + 1 < end and text[place + 1] in BLANKS):
            passed = place + 1
        elif sign in ENDING and place + 1 == end:  # the text ends with it
            continue
        else:
            stop = STOP.match(text, place)
            if stop is None:
                continue
            passed = stop.end()
        found.append((place, passed))
    return found


def _add(found: list[Sentence], text: str, start: int, end: int, line: int, ends_item: bool) -> None:
    while start < end and text[start] in SPACE:
        start += 1
    while end > start and text[end - 1] in SPACE:
        end -= 1
    longest = LONGEST if end - start <= LONGEST or not is_row(text[start:end]) else LONGEST_ROW
    while end - start > longest:
        cut = max(text.rfind(" ", start, start + longest), start + longest // 2)
        found.append(Sentence(start, start + len(text[start:cut].rstrip(SPACE)), line, False))
        start = cut
        while text[start] in SPACE:
            start += 1
    if start < end:
        found.append(Sentence(start, end, line, ends_item))


def _ends_with(text: str, stop: int, quote: Span) -> bool:
    """Whether the sentence ends where the quotation does: not in "под названием «Нет насилию!» прошла акция".

    Nor in "прошли встречи «Как быть?» (30 участников) и «Мы рядом»", "урок «Что такое дружба?» - 2 классы, 40 человек".
    """
    after = text[stop : stop + 4].lstrip()
    goes_on = after[:1].islower() or (after[:1] == "(" and (after[1:2].islower() or after[1:2].isdigit()))
    goes_on = goes_on or GOES_ON.match(text, stop) is not None
    return stop >= quote.end and not goes_on


def _names_another(text: str, stop: int) -> bool:
    """ "Классные часы «А» – 5 классы; «Б» – 6 классы": a name alone goes on with a list of names."""
    return text[stop : stop + 2].lstrip()[:1] == "«"


def _ends_none(text: str, start: int, place: int, stop: int, words: Words | None) -> bool:
    """Whether the full stop belongs to the word before it, or the sentence goes on behind the brackets that it ends."""
    if stop > place + 1:
        return _goes_on(text, place, stop)
    return (words is None or place in words.short) and is_short(text, start, place)


def _goes_on(text: str, place: int, stop: int) -> bool:
    """ "С учащимися (61 чел.) провела": brackets that end with a full stop, and a small letter behind them."""
    return text[place + 1] == ")" and text[stop : stop + 2].lstrip()[:1].islower()


def _in_brackets(text: str, start: int, place: int) -> bool:
    """ "(30 ноября; участников – 66)": brackets that were opened in this sentence and are closed on this line."""
    opened = text.rfind("(", start, place)
    if opened < 0 or text.find(")", opened, place) >= 0:
        return False
    closed = text.find(")", place, place + LONGEST_ASIDE)
    return closed >= 0 and "(" not in text[place:closed] and "\n" not in text[place:closed]
