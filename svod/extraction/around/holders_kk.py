"""Who held it, where a Kazakh text says so elsewhere: at its head, below it, or in the sentence behind."""

from collections.abc import Iterator, Sequence

from svod.extraction.around.authors_kk import (
    PERSONS,
    SOMEBODY,
    case_of,
    is_person,
    organisations,
    whom_it_opens_with,
    written_by,
)
from svod.extraction.around.later import goes_on
from svod.extraction.holders.houses_kk import is_venue
from svod.extraction.holders.names import nominative
from svod.extraction.holders.names_kk import extent
from svod.extraction.holders.organisers_kk import is_attributive
from svod.extraction.lexicon.endings_kk import ACCUSATIVE, LOCATIVE, OURS
from svod.extraction.lexicon.grammar import OF_THAT_DAY, words
from svod.extraction.mentions.found import Found
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.fold import fold
from svod.language.standing import standing
from svod.records import Span

WE, OF_ALL = words("we"), tuple(words("of_the_whole_country"))
MESSAGE = 1_500  # characters: of a longer text others hold a part as well, and it need not say who
CONDUCTED = tuple(words("conducted"))
HELD_BY = frozenset({"held.object"})
THE_EVENT, FEW = words("the_event"), 8  # words of a sentence before "шараны"
OTHERS = HELD_BY | {"held.subject", "organiser.head"}


def name_holders_kk(frame: Frame, found: Sequence[Found]) -> None:
    """Give the organisation whose text it is to what names no holder, or only a part of that organisation."""
    if not [item for item in found if item.mention.language == "kk"]:
        return
    if len(frame.text) >= MESSAGE:
        _name_who_writes(frame, found)
        return
    outright = written_by(frame)
    own = outright or whom_it_opens_with(frame)
    if own is None:
        return
    is_of_many = standing(own[0]) > 0
    for item in found:
        if item.mention.language != "kk":  # "Есеп. №3 ОМ. 5 декабря провели тренинг"
            if item.organiser is None and outright:
                item.say("organiser", *own)
        elif not (is_of_many and item.organiser is None and is_elsewhere(frame, item, own[1])):
            _name_whose_text(frame, item, own, outright=outright is not None and not is_of_many)


def _name_whose_text(frame: Frame, item: Found, own: tuple[str, Span], *, outright: bool) -> None:
    """`outright`: whether the text says whose it is, a house that has guests."""
    themselves = _partners_at(frame, own[1])
    if item.organiser is None or is_part(frame, item):
        item.say("organiser", *own)
        item.partners -= themselves
    elif outright and _is_guest(frame, item):
        item.partners |= _partners_at(frame, item.sources["organiser"]) - themselves
        item.say("organiser", *own)


def _name_who_writes(frame: Frame, found: Sequence[Found]) -> None:
    """A house that tells at length what it did itself, "біздің колледжде не болды": what names nobody is its own."""
    if all(item.organiser is not None for item in found) or WE.isdisjoint(frame.words.words):
        return
    own = written_by(frame)
    if own is None or standing(own[0]) or any(word.startswith(OF_ALL) for word in fold(own[0]).split()):
        return  # a district's union tells what its schools held
    for item in found:
        if item.organiser is None and item.mention.language == "kk" and not _in_another_house(frame, item):
            item.say("organiser", *own)


def is_elsewhere(frame: Frame, item: Found, own: Span) -> bool:
    """ "Облыстық әкімдік акция бастады. Ақсуда флешмоб өтті": what its own sentence places is not of the region's.

    `own`: where that is named, which may tell a place, too.
    """
    place, sentence = item.sources.get("place"), item.mention.sentence
    is_placed = place is not None and sentence.start <= place.start < sentence.end
    if is_placed and place is not None and not own.start <= place.start < own.end:
        return True
    return any(
        "l" in mark.meaning.cases("organiser.head", "kk")
        and not frame.words.words[mark.last].endswith(OURS)
        and not is_venue(frame, mark)
        for mark in frame.marks_of(sentence)
    )


def _in_another_house(frame: Frame, item: Found) -> bool:
    """ "№8 мектепте жиналыс өтті": somebody else's, though it is not told whose."""
    sentence = item.mention.sentence
    return any("№" in frame.text[max(0, mark.start - 24) : mark.start] for mark in organisations(frame, sentence))


def _partners_at(frame: Frame, span: Span) -> set[str]:
    marks = frame.marks_in(span.start, span.end)
    return {entry.code for mark in marks for entry in mark.entries if entry.category == "partner"}


def _is_guest(frame: Frame, item: Found) -> bool:
    """ "Учаскелік инспектор әңгіме өткізді" in a school's report: the school had a guest."""
    span = item.sources.get("organiser")
    marks = frame.marks_in(span.start, span.end) if span is not None else []
    return bool(marks) and "partner" in marks[-1].categories and is_person(frame, marks[-1])


def is_part(frame: Frame, item: Found) -> bool:
    """ "Кітапханада", "психолог": a house within, a person of it; not "колледж психологы", named in full."""
    span = item.sources.get("organiser")
    if span is None or " " in (item.organiser or ""):
        return False
    marks = frame.marks_in(span.start, span.end)
    if any(not mark.categories.isdisjoint(PERSONS) and "partner" in mark.categories for mark in marks[-1:]):
        return True
    return frame.text[span.start : span.end].lower().endswith(LOCATIVE)


def tell_holder(frame: Frame, sentence: Sentence, said: frozenset[str], found: Sequence[Found]) -> None:
    """ "Дөңгелек үстелді қалалық білім бөлімі ұйымдастырды": who held what was told before."""
    last = found[-1] if found else None
    if last is None or last.mention.language != "kk" or last.line != sentence.line or HELD_BY.isdisjoint(said):
        return
    if not _takes_up(frame, sentence, last) or _conducted_by_guests(frame, sentence):
        return
    head = next(_subjects(frame, sentence), None)
    if head is not None:
        span = extent(frame, Clause(sentence.start, sentence.end, [], 0, []), head)
        if frame.text[: span.start].rstrip().endswith(","):  # "мұғалімдер, «Жастар» клубы, ата-аналар ұйымдастырды"
            return
        last.say("organiser", nominative(frame.text[span.start : span.end], "kk", "n"), span)


def _conducted_by_guests(frame: Frame, sentence: Sentence) -> bool:
    """ "Қабылдауды прокуратура мен әділет басқармасының мамандары жүргізді": people from several houses."""
    last = frame.word_index(sentence.end) - 1
    if last < 1 or not frame.words.words[last].startswith(CONDUCTED):
        return False
    at = frame.mark_at[last - 1]
    people = at is not None and not PERSONS.isdisjoint(at.categories)
    return people or frame.words.words[last - 1].startswith(SOMEBODY)


def _takes_up(frame: Frame, sentence: Sentence, last: Found) -> bool:
    """Whether the sentence begins with what was told, as what is done: "оны", "шараны", "дөңгелек үстелді"."""
    first = frame.word_index(sentence.start)
    mark = frame.mark_at[first]
    if mark is None or "kind" not in mark.categories:
        if goes_on(frame, sentence) and frame.words.words[first].endswith(ACCUSATIVE):
            return True
        return _takes_up_behind(frame, sentence)
    entry = mark.meaning.entry("kind", "kk")
    return entry is not None and entry.code == last.kind and "a" in mark.meaning.cases("kind", "kk")


def _takes_up_behind(frame: Frame, sentence: Sentence) -> bool:
    """ "Тәжірибе алмасу мақсатындағы шараны (5 желтоқсан күнгі жиынды) білім бөлімі ұйымдастырды": what it was for,
    or its day stands before it."""
    before = ""
    for index, word in enumerate(frame.words_of(sentence)[:FEW]):
        was, before = before, word
        if (word in THE_EVENT or was in OF_THAT_DAY) and word.endswith(ACCUSATIVE):
            marks = frame.marks_in(sentence.start, frame.words.starts[frame.word_index(sentence.start) + index])
            return all(mark.categories.isdisjoint(OTHERS) for mark in marks)
    return False


def _subjects(frame: Frame, sentence: Sentence) -> Iterator[Mark]:
    """Organisations in the nominative that no word behind them makes a part of another name."""
    for mark in organisations(frame, sentence):
        if case_of(mark) == "n" and not is_attributive(frame, mark):
            yield mark
