"""A holder's name: how far it goes around its head, put back into the nominative."""

import re
from functools import lru_cache

from svod.extraction.holders.name_ends import ends_name, is_verb
from svod.extraction.holders.names_en import extent_en
from svod.extraction.holders.names_kk import extent as extent_kk
from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, is_adjective, words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.spans import span_of
from svod.language.fold import in_one_script
from svod.records import Span

# "Центр по", "юрист по социальной", "профсоюз и его": what follows was cut off.
LOOSE = words("loose_end")
LOOSE_END = re.compile(rf"(?:\s+(?:{'|'.join(LOOSE)}))+(?:\s\w+(?:ой|ому|ему))?\.?$")
NUMBER_BEFORE, NUMBER_FIRST = re.compile(r"№ ?\d+ $"), re.compile(r"№ ?\d+ ")
NUMBERED = 8  # characters of "№ 123 "
LONGEST = 14  # words of one name
DETERMINERS = words("determiners") | words("our")  # "этот колледж", "наша школа"
ANY = ""  # a case that only the words themselves tell
NOUNS = frozenset({"audience", "partner", "organiser.head", "kind"})
OF_A_PLACE = re.compile(r"ск(?:ий|ая|ое|ие|ого|ой|ую|ому|им|ом|их|ими)$")
NAMED = tuple(words("bodies") | words("kindergartens"))
FOR, MADE_FOR = words("for_whom"), tuple(words("made_for"))
HOLDING = tuple(words("held_participles"))
PARTICIPLES = HOLDING + tuple(words("made_participles"))


def name_of(frame: Frame, clause: Clause, head: Mark) -> tuple[Span, str]:
    """The whole name around its head in the nominative, and where it stands."""
    span = extent(frame, clause, head)
    return span, nominative(frame.text[span.start : span.end], "ru", "n")


def extent(frame: Frame, clause: Clause, head: Mark) -> Span:
    """The head with its adjectives before it and its genitives and name after it."""
    if head.entries[0].language == "kk":
        return extent_kk(frame, clause, head)
    if head.meaning.language == "en":
        return extent_en(frame, clause, head)
    seen, first, last, end = frame.words, first_adjective(frame, clause, head), head.last, head.end
    while last + 1 < len(seen) and seen.starts[last + 1] < clause.end and last - first < LONGEST:
        quote = frame.quote_around(seen.starts[last + 1])
        if quote is not None:
            is_its_own = last == head.last or _bears_a_name(frame, head, last, quote)
            end = quote.end if is_its_own else end
            break
        if ends_name(frame, last + 1):
            break
        if seen.words[last + 1] in FOR and not _is_for_somebody(frame, head, last):
            break  # "школа № 12 для подростков", "библиотека для студентов"
        at = frame.mark_at[last + 1]
        last = at.last if at is not None else last + 1
        end = seen.end(last)
    while last > head.last and end == seen.end(last) and seen.is_initial(last):
        last, end = last - 1, seen.end(last - 1)  # of whoever speaks for it: "профсоюза А. Серикова"
    start = seen.starts[first]
    if not LOOSE.isdisjoint(seen.words[max(first, last - 1) : last + 1]):
        end = start + len(LOOSE_END.sub("", frame.text[start:end]))
    return span_of(_with_its_number(frame, clause, start), end)


def _with_its_number(frame: Frame, clause: Clause, start: int) -> int:
    """ "№ 4 СШ – флешмоб": a school's number may stand before it."""
    before = max(clause.start, start - NUMBERED)
    numbered = NUMBER_BEFORE.search(frame.text, before, start) if "№" in frame.text[before:start] else None
    if numbered is None:
        return start
    index = frame.word_index(numbered.start()) - 1
    # "на базе гимназии № 6 горком провёл"
    is_of_another = frame.words.starts[index] >= clause.start and "organiser.head" in frame.said_at(index)
    return start if is_of_another else numbered.start()


def _is_for_somebody(frame: Frame, head: Mark, last: int) -> bool:
    """ "Кризисный центр для женщин", "приют для подростков": for whom it is belongs to its name."""
    seen = frame.words.words
    return not seen[last].isdigit() and seen[head.last].startswith(MADE_FOR)


def _bears_a_name(frame: Frame, head: Mark, last: int, quote: Span) -> bool:
    """ "Кризисный центр для женщин «Үміт»", "профком КГУ «Школа № 5»": with nothing between."""
    if frame.text[frame.words.end(last) : quote.start] != " ":
        return False
    is_a_body = "organiser.head" in frame.said_at(last)
    return is_a_body or frame.words.words[head.last].startswith(NAMED)


def first_adjective(frame: Frame, clause: Clause, head: Mark) -> int:
    """The index of the first of the adjectives right before the head."""
    seen, first = frame.words, head.first
    while (
        first > 0
        and seen.starts[first - 1] >= clause.start
        and is_adjective(seen.words[first - 1])
        and not seen.gap(first).strip()
        and not is_verb(frame, first - 1)
        and not _says_by_whom(frame, first - 1)
        and not seen.words[first - 1].startswith(PARTICIPLES)  # "семинар, организованный фондом"
        and not _is_a_place(frame, first - 1)
        and seen.words[first - 1] not in DETERMINERS
        and not _is_somebody(frame, first - 1)
        and not (first > 1 and seen.words[first - 2] in CALLS_A_SETTLEMENT)  # "в посёлке Октябрьский школой"
    ):
        first -= 1
    return first


def _is_somebody(frame: Frame, index: int) -> bool:
    """ "Психологи лицея": what ends like an adjective and is known to name people or a body is none."""
    return not frame.said_at(index).isdisjoint(NOUNS)


def _says_by_whom(frame: Frame, index: int) -> bool:
    """ "Под руководством учителя" """
    return "organiser.of" in frame.said_at(index)


def _is_a_place(frame: Frame, index: int) -> bool:
    """ "В районе Жаңасемей школой": a name, not an adjective made of one as in "Костанайская школа"."""
    at = frame.mark_at[index]
    if at is None or "place" not in at.categories or OF_A_PLACE.search(frame.words.words[index]):
        return False  # "Южно-Казахстанский университет"
    places = [entry for entry in at.entries if entry.category == "place"]
    return all(entry.phrase[:1].isupper() or " " in entry.phrase for entry in places)


@lru_cache(maxsize=10_000)
def nominative(phrase: str, language: str, case: str) -> str:
    """The name as it stands at the head of a list, with a capital; `case` is the one it was found in, or ANY."""
    phrase = in_one_script(" ".join(phrase.split()))
    if case != "n" and language == "ru":
        from svod.language.ru.nominative import nominative as russian

        numbered = NUMBER_FIRST.match(phrase)
        number = numbered.group() if numbered is not None else ""
        phrase = number + russian(phrase[len(number) :], {"i": "ablt", "l": "loct", "g": "gent", ANY: ""}[case])
    elif case != "n" and language == "kk":
        from svod.language.kk.nominative import nominative as kazakh

        phrase = kazakh(phrase)
    return phrase[:1].upper() + phrase[1:]
