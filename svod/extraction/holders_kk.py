"""Who held it, where a Kazakh text says so elsewhere: at its head, below it, or in the sentence behind."""

from collections.abc import Iterator, Sequence
from itertools import chain

from svod.extraction.found import Found
from svod.extraction.frame import VERBAL, Clause, Frame
from svod.extraction.grammar import words
from svod.extraction.houses_kk import is_shared
from svod.extraction.later import goes_on
from svod.extraction.names import nominative
from svod.extraction.names_kk import extent
from svod.extraction.organisers_kk import PLACED, is_attributive
from svod.extraction.partners_kk import partners_in
from svod.extraction.scan import Mark
from svod.extraction.sentences import Sentence
from svod.records import Span

MESSAGE = 1_500  # characters: of a longer text others hold a part as well, and it need not say who
HEADING = 3  # sentences in which a text says whose it is
OPENING = 2  # sentences in which it speaks of whom it is about
SPOKEN_OF = frozenset("ngl")
LONGEST = 40  # words of a sentence before the organisation it speaks of
BEFORE = 5  # words before the name there: a greeting, a town
REPORTS, ADDRESSED = tuple(words("reports")), tuple(words("addressed"))
SOMEBODY = tuple(words("somebody"))  # how the words for one person begin
THEIR_PEOPLE = (*SOMEBODY, *words("belonging"))
TOLD_OF = frozenset({"audience", "kind", "organiser.head"})
SENT = 3  # words from who reports to "есеп"
ACCUSATIVE = ("ны", "ни", "ды", "ди", "ты", "ти")
LOCATIVE = ("да", "де", "та", "те")
DASHES, CONDUCTED = frozenset("–—"), "жургиз"
ENDS = " .,;:!()\n\t"
HOLDERS = frozenset({"organiser.head", "partner"})
PERSONS = frozenset({"audience"})
HELD_BY = frozenset({"held.object"})

Name = tuple[str, Span]


def name_holders_kk(frame: Frame, found: Sequence[Found]) -> None:
    """Give the organisation whose text it is to what names no holder, or only a part of that organisation."""
    kazakh = [item for item in found if item.mention.language == "kk"]
    is_short = kazakh and len(frame.text) < MESSAGE
    outright = _written_by(frame) if is_short else None
    own = outright or (_whom_it_opens_with(frame) if is_short else None)
    if own is None:
        return
    themselves = _partners_at(frame, own[1])
    for item in kazakh:
        if item.organiser is None or _is_part(frame, item):
            item.say("organiser", *own)
            item.partners -= themselves
        elif _is_guest(frame, item) and outright:
            item.partners |= _partners_at(frame, item.sources["organiser"]) - themselves
            item.say("organiser", *own)


def _written_by(frame: Frame) -> Name | None:
    """ "№3 ОМ. Есеп.", "«…» мектебі» КММ", "№15 мектептен есеп жолдаймыз", a name alone at the end."""
    at_head = (_alone(frame, sentence) or _reporting(frame, sentence) for sentence in frame.sentences[:HEADING])
    signed = (_alone(frame, sentence) for sentence in frame.sentences[-1:])
    return next(filter(None, chain(at_head, signed)), None)


def _whom_it_opens_with(frame: Frame) -> Name | None:
    return next(filter(None, (_spoken_of(frame, sentence) for sentence in frame.sentences[:OPENING])), None)


def _spoken_of(frame: Frame, sentence: Sentence) -> Name | None:
    """ "№15 мектепте апталық басталды", "орталық кітапхана жастарды шақырды": whom the text's opening speaks of."""
    guests = {mark.first for mark in partners_in(frame, sentence.start, sentence.end, ())}
    for mark in _organisations(frame, sentence):
        case = _case(mark)
        name = _name(frame, sentence, mark, case, before=LONGEST) if case in SPOKEN_OF else None
        if name is None or (case == "n" and is_attributive(frame, mark)):
            continue
        is_guest = mark.first in guests
        is_whose = case == "g" and "organiser.head" in mark.categories and _has_people(frame, mark)
        is_house = not is_guest and (case == "l" or is_whose)
        acts = case == "n" or (case == "g" and not is_guest and _has_people(frame, mark))
        if is_house or (acts and _begins(frame, sentence, name[1])):
            return name
    return None


def _has_people(frame: Frame, mark: Mark) -> bool:
    """ "Мектебінің ұжымы", "кәсіподағының семинары", "колледжінің дәлізінде"; not "әкімдігінің қаржысына"."""
    index = mark.last + 1
    while index < len(frame.words) and frame.words.gap(index).isspace() and index - mark.last <= SENT:
        at = frame.mark_at[index]
        said = frame.marks[at].categories if at >= 0 else frozenset()
        word = frame.words.words[index]
        if said & TOLD_OF or word.startswith(THEIR_PEOPLE) or PLACED.search(word):
            return True
        index += 1
    return False


def _begins(frame: Frame, sentence: Sentence, span: Span) -> bool:
    """Whether the sentence begins with that name, apart from a day or a place: it tells what they did."""
    few = len(frame.words_in(sentence.start, span.start)) <= BEFORE
    is_told_of = not DASHES.isdisjoint(frame.text[sentence.start : span.start])  # "қонақ – әскери комиссариат …"
    return few and not is_told_of and "kind" not in frame.said(sentence.start, span.start)


def _organisations(frame: Frame, sentence: Sentence) -> Iterator[Mark]:
    """Those named in a sentence: no persons, nothing in the plural, no house that others use."""
    for mark in frame.marks_in(sentence.start, sentence.end):
        if mark.quoted or mark.categories.isdisjoint(HOLDERS) or _is_person(frame, mark):
            continue
        if any(entry.number == "s" for entry in mark.entries if entry.category in HOLDERS) and not is_shared(
            frame, mark
        ):
            yield mark


def _alone(frame: Frame, sentence: Sentence) -> Name | None:
    """The organisation that a sentence, or its part before a colon, names and says nothing else of."""
    colon = frame.text.find(":", sentence.start, sentence.end)
    end = sentence.end if colon < 0 else colon
    marks = [mark for mark in frame.marks_in(sentence.start, end) if not mark.quoted]
    heads = [mark for mark in marks if "organiser.head" in mark.categories and mark.entries[0].language == "kk"]
    if not heads or any(not mark.categories.isdisjoint(VERBAL | {"kind"}) for mark in marks):
        return None
    case, rest = _case(heads[-1]), _undated(frame, heads[-1].end, end)
    if rest.strip(ENDS) or not (case == "n" or (case == "b" and colon >= 0)):  # "№2 мектептен: …"
        return None
    return _name(frame, sentence, heads[-1], case)


def _undated(frame: Frame, start: int, end: int) -> str:
    """The text between two places without its days: "№1 мектеп, 26.11.2025 ж." """
    text = frame.text[start:end]
    for day in reversed(frame.dates_in(start, end)):
        text = text[: day.start - start] + text[day.end - start :]
    return text


def _reporting(frame: Frame, sentence: Sentence) -> Name | None:
    """ "Доссор кентіндегі №15 мектептен есеп жолдаймыз" """
    for mark in frame.marks_in(sentence.start, sentence.end):
        if "organiser.head" in mark.categories and _case(mark) == "b":
            behind = frame.words.words[mark.last + 1 : mark.last + 1 + SENT]
            if any(word.startswith(REPORTS) for word in behind):
                return _name(frame, sentence, mark, "b")
    return None


def _is_person(frame: Frame, mark: Mark) -> bool:
    """ "Психолог", "полиция инспекторы" """
    return not PERSONS.isdisjoint(mark.categories) or frame.words.words[mark.last].startswith(SOMEBODY)


def _name(frame: Frame, sentence: Sentence, head: Mark, case: str, before: int = BEFORE) -> Name | None:
    span = extent(frame, Clause(sentence.start, sentence.end, [], 0, []), head)
    name = nominative(frame.text[span.start : span.end], "kk", case)
    said = frame.words_in(sentence.start, span.start)
    if " " not in name or len(said) > before or any(word.startswith(ADDRESSED) for word in said):
        return None
    return None if name.lower().startswith(ADDRESSED) else (name, span)


def _case(mark: Mark) -> str:
    """The first of the cases it may stand in, the nominative before all."""
    cases = "".join(entry.cases for entry in mark.entries if entry.category in HOLDERS)
    return next((case for case in "nglb" if case in cases), "")


def _partners_at(frame: Frame, span: Span) -> set[str]:
    marks = frame.marks_in(span.start, span.end)
    return {entry.code for mark in marks for entry in mark.entries if entry.category == "partner"}


def _is_guest(frame: Frame, item: Found) -> bool:
    """ "Учаскелік инспектор әңгіме өткізді" in a school's report: the school had a guest."""
    span = item.sources.get("organiser")
    marks = frame.marks_in(span.start, span.end) if span is not None else []
    return bool(marks) and "partner" in marks[-1].categories and _is_person(frame, marks[-1])


def _is_part(frame: Frame, item: Found) -> bool:
    """ "Кітапханада", "психолог": a house within, a person of it."""
    span = item.sources.get("organiser")
    if span is None or " " in (item.organiser or " "):
        return False
    word = frame.text[span.start : span.end].lower()
    marks = frame.marks_in(span.start, span.end)
    is_person = any(not mark.categories.isdisjoint(PERSONS) and "partner" in mark.categories for mark in marks)
    return word.endswith(LOCATIVE) or is_person


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
        last.say("organiser", nominative(frame.text[span.start : span.end], "kk", "n"), span)


def _conducted_by_guests(frame: Frame, sentence: Sentence) -> bool:
    """ "Қабылдауды прокуратура мен әділет басқармасының мамандары жүргізді": people from several houses."""
    last = frame.word_index(sentence.end) - 1
    if last < 1 or not frame.words.words[last].startswith(CONDUCTED):
        return False
    at = frame.mark_at[last - 1]
    people = at >= 0 and not PERSONS.isdisjoint(frame.marks[at].categories)
    return people or frame.words.words[last - 1].startswith(SOMEBODY)


def _takes_up(frame: Frame, sentence: Sentence, last: Found) -> bool:
    """Whether the sentence begins with what was told, as what is done: "оны", "шараны", "дөңгелек үстелді"."""
    first = frame.word_index(sentence.start)
    at = frame.mark_at[first] if first < len(frame.words) else -1
    mark = frame.marks[at] if at >= 0 else None
    if mark is None or "kind" not in mark.categories:
        return goes_on(frame, sentence) and frame.words.words[first].endswith(ACCUSATIVE)
    entry = mark.meaning.entry("kind", "kk")
    return entry is not None and entry.code == last.kind and "a" in mark.meaning.cases("kind", "kk")


def _subjects(frame: Frame, sentence: Sentence) -> Iterator[Mark]:
    """Organisations in the nominative that no word behind them makes a part of another name."""
    for mark in _organisations(frame, sentence):
        if _case(mark) == "n" and not is_attributive(frame, mark):
            yield mark
