"""A holder's name: how far it goes around its head, put back into the nominative."""

import re
from functools import lru_cache

from svod.extraction.frame import Clause, Frame
from svod.extraction.grammar import is_adjective, is_finite, words
from svod.extraction.names_kk import extent as extent_kk
from svod.extraction.scan import Mark
from svod.language.fold import in_one_script
from svod.records import Span

OTHER_PARTS = frozenset({"kind", "partner.marker", "audience.marker", "title.marker", "reference.preposition"})
AFTER_PLACE = words("after_place")
GENITIVES = tuple(words("genitive_endings"))
# "Центр по", "юрист по социальной": what follows was cut off.
LOOSE = words("loose_end")
LOOSE_END = re.compile(rf"\s+(?:{'|'.join(LOOSE)})(?:\s\w+(?:ой|ому|ему))?\.?$")
PUNCTUATION = frozenset(",;:()[]\n|")  # where a name ends
LONGEST = 14  # words of one name
SHORT = 5  # letters: "Новой" is no surname
SURNAMES = tuple(words("surname_endings"))  # of those that look like adjectives
CALLS_A_SETTLEMENT = words("calls_a_settlement")
FOR = words("for_whom")
HOLDING = tuple(words("held_participles"))
GOES_ON, IN_CHARGE_OF = words("name_goes_on"), words("in_charge_of")


def name_of(frame: Frame, clause: Clause, head: Mark) -> tuple[Span, str]:
    """The whole name around its head in the nominative, and where it stands."""
    span = extent(frame, clause, head)
    return span, nominative(frame.text[span.start : span.end], "ru", "n")


def extent(frame: Frame, clause: Clause, head: Mark) -> Span:
    """The head with its adjectives before it and its genitives and name after it."""
    if head.entries[0].language == "kk":
        return extent_kk(frame, clause, head)
    seen, first, last, end = frame.words, first_adjective(frame, clause, head), head.last, head.end
    while last + 1 < len(seen) and seen.starts[last + 1] < clause.end and last - first < LONGEST:
        quote = frame.quote_around(seen.starts[last + 1])
        if quote is not None:
            end = quote.end if last == head.last else end
            break
        if any(rule(frame, last + 1) for rule in NAME_ENDS):
            break
        if seen.words[last].isdigit() and seen.words[last + 1] in FOR:
            break  # "школа № 12 для подростков"
        at = frame.mark_at[last + 1]
        last = frame.marks[at].last if at >= 0 else last + 1
        end = seen.ends[last]
    start = seen.starts[first]
    if not LOOSE.isdisjoint(seen.words[max(first, last - 1) : last + 1]):
        end = start + len(LOOSE_END.sub("", frame.text[start:end]))
    return Span(start, end)


def first_adjective(frame: Frame, clause: Clause, head: Mark) -> int:
    """The index of the first of the adjectives right before the head."""
    seen, first = frame.words, head.first
    while (
        first > 0
        and seen.starts[first - 1] >= clause.start
        and is_adjective(seen.words[first - 1])
        and not seen.gap(first).strip()
        and not _is_verb(frame, first - 1)
        and not _says_by_whom(frame, first - 1)
        and not seen.words[first - 1].startswith(HOLDING)  # "семинар, организованный фондом"
        and not _is_a_place(frame, first - 1)
        and not (first > 1 and seen.words[first - 2] in CALLS_A_SETTLEMENT)  # "в посёлке Октябрьский школой"
    ):
        first -= 1
    return first


def _says_by_whom(frame: Frame, index: int) -> bool:
    """ "Под руководством учителя" """
    at = frame.mark_at[index]
    return at >= 0 and "organiser.of" in frame.marks[at].categories


def _is_a_place(frame: Frame, index: int) -> bool:
    """ "В районе Жаңасемей школой": a name, not an adjective made of one as in "Костанайская школа"."""
    at = frame.mark_at[index]
    places = [entry for entry in frame.marks[at].entries if entry.category == "place"] if at >= 0 else []
    return bool(places) and all(entry.phrase[:1].isupper() or " " in entry.phrase for entry in places)


# Where a name ends: each rule looks at the word that may go on with it.


def _punctuated(frame: Frame, index: int) -> bool:
    """A comma, a bracket, a dash."""
    gap = frame.words.gap(index)
    return gap != " " and (not PUNCTUATION.isdisjoint(gap) or " – " in gap or " — " in gap)


def _dated(frame: Frame, index: int) -> bool:
    """ "центр гигиены 1 июня устроил" """
    return bool(frame.dates_in(frame.words.starts[index], frame.words.ends[index]))


def _is_verb(frame: Frame, index: int) -> bool:
    at = frame.mark_at[index]
    return at >= 0 and any(
        category.startswith(("held.", "planned.", "cancelled.", "goal.", "kind_verb"))
        for category in frame.marks[at].categories
    )


def _begins_another_part(frame: Frame, index: int) -> bool:
    """A kind, a marker or a preposition begins something else; "по", "при", "имени" go on with a name."""
    at = frame.mark_at[index]
    if at < 0 or frame.words.is_initial(index):
        return False
    if frame.words.words[index] in GOES_ON and frame.marks[at].last == index:  # not "при поддержке"
        return False
    if frame.words.words[index - 1] in IN_CHARGE_OF:
        return False  # "отдел по воспитательной работе"
    return not frame.marks[at].categories.isdisjoint(OTHER_PARTS)


def _personal(frame: Frame, index: int) -> bool:
    """ "психолог школы Айгуль Сериковна": who it was is nobody's business; "имени Абая", "МВД", a town go on."""
    word = frame.text[frame.words.starts[index] : frame.words.ends[index]]
    if word.lower() == "no" and index + 1 < len(frame.words) and frame.words.words[index + 1].isdigit():
        return False  # "school No. 5"
    if frame.mark_at[index] >= 0 or not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    before = index - 1
    while before > 0 and frame.words.is_initial(before):
        before -= 1
    if frame.words.words[before] in AFTER_PLACE:
        return False
    seen = frame.words.words[index]
    return not is_adjective(seen) or (len(seen) > SHORT and seen.endswith(SURNAMES))  # "библиотекой Сериковой"


def _unconnected(frame: Frame, index: int) -> bool:
    """A word that is neither known nor ends like a genitive, a number or a name."""
    word = frame.words.words[index]
    if frame.mark_at[index] >= 0 or word in GOES_ON or word.isdigit() or frame.words.is_capital(index):
        return False
    return not word.endswith(GENITIVES) or is_finite(word)


def _somebody_else(frame: Frame, index: int) -> bool:
    """ "В школе № 3 инспектор разъяснил": behind a number the subject begins."""
    at = frame.mark_at[index]
    if at < 0 or not frame.words.words[index - 1].isdigit():
        return False
    mark = frame.marks[at]
    return "partner" in mark.categories and mark.meaning.cases("partner", "ru") <= {"n"}


def _numbering(frame: Frame, index: int) -> bool:
    """ "3) стенд в поликлинике 4) беседы": the number of what comes next."""
    return frame.words.words[index].isdigit() and frame.text.startswith(")", frame.words.ends[index])


NAME_ENDS = (_punctuated, _numbering, _somebody_else, _dated, _is_verb, _begins_another_part, _personal, _unconnected)


@lru_cache(maxsize=10_000)
def nominative(phrase: str, language: str, case: str) -> str:
    """The name as it stands at the head of a list, with a capital; `case` is the one it was found in."""
    phrase = in_one_script(" ".join(phrase.split()))
    if case != "n" and language == "ru":
        from svod.language.ru.nominative import nominative as russian

        phrase = russian(phrase, {"i": "ablt", "l": "loct", "g": "gent"}[case])
    elif case != "n" and language == "kk":
        from svod.language.kk.nominative import nominative as kazakh

        phrase = kazakh(phrase)
    return phrase[:1].upper() + phrase[1:]
