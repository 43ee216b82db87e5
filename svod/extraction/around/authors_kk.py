"""Whose Kazakh text it is: the organisation that heads it, signs it, reports in it, or that it opens with."""

from collections.abc import Iterator
from itertools import chain

from svod.extraction.fields.partners_kk import partners_in
from svod.extraction.holders.houses_kk import is_shared
from svod.extraction.holders.names import nominative
from svod.extraction.holders.names_kk import extent
from svod.extraction.holders.organisers_kk import PLACED, is_attributive
from svod.extraction.lexicon.categories import TELLS
from svod.extraction.lexicon.endings_kk import DATIVE, DATIVE_OF_THEIRS, POSSESSIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence, words_from
from svod.language.fold import fold
from svod.records import Span

HEADING = 3  # sentences in which a text says whose it is
THESE = words("these_below")
OPENING = 2  # sentences in which it speaks of whom it is about
SPOKEN_OF = frozenset("ngl")
LONGEST = 40  # words of a sentence before the organisation it speaks of
BEFORE = 5  # words before the name there: a greeting, a town
ON_BEHALF = [fold("атынан")]  # "лицей кәсіподағы атынан жазып отырмын"
OF_THEIRS = (*POSSESSIVE, "нан", "нен")  # "есебі", "күнделігінен"
REPORTS, ADDRESSED = tuple(words("reports")), tuple(words("addressed"))
SOMEBODY = tuple(words("somebody"))  # how the words for one person begin
THEIR_PEOPLE = (*SOMEBODY, *words("belonging"))
TOLD_OF = frozenset({"audience", "kind", "organiser.head"})
SENT = 3  # words from who reports to "есеп"
ADDRESSEE = 3  # words in which it is said to what they came
ENDS = " .,;:!()\n\t"
HOLDERS = frozenset({"organiser.head", "partner"})
PERSONS = frozenset({"audience"})
DASHES = frozenset("–—")

Name = tuple[str, Span]


def written_by(frame: Frame) -> Name | None:
    """ "№3 ОМ. Есеп.", "«…» мектебі» КММ", "№15 мектептен есеп жолдаймыз", a name alone at the end."""
    at_head = (_alone(frame, sentence) or _reporting(frame, sentence) for sentence in frame.sentences[:HEADING])
    signed = (_alone(frame, sentence) for sentence in frame.sentences[-1:])
    return next(filter(None, chain(at_head, signed)), None)


def opens_a_list(frame: Frame, sentence: Sentence) -> Name | None:
    """ "Аудандық кәсіподақ комитеті төмендегі шараларды өткізді": who held all that is told below."""
    if THESE.isdisjoint(frame.words_of(sentence)):
        return None
    for mark in organisations(frame, sentence):
        if case_of(mark) == "n" and not is_attributive(frame, mark):
            return _name(frame, sentence, mark, "n")
    return None


def whom_it_opens_with(frame: Frame) -> Name | None:
    """The organisation that its first sentences speak of."""
    sentences = (one for one in frame.sentences[:OPENING] if not _is_item(frame, one))
    opening = (one for one in sentences if frame.language_at(one.start) == "kk")
    return next(filter(None, (_spoken_of(frame, sentence) for sentence in opening)), None)


def _is_item(frame: Frame, sentence: Sentence) -> bool:
    return words_from(frame.text, sentence.start, sentence.end) > sentence.start


def _spoken_of(frame: Frame, sentence: Sentence) -> Name | None:
    """ "№15 мектепте апталық басталды", "орталық кітапхана жастарды шақырды": whom the text's opening speaks of."""
    if _tells_guests(frame, sentence):
        return None
    guests = {mark.first for mark in partners_in(frame, sentence.start, sentence.end, ())}
    for mark in organisations(frame, sentence):
        case = case_of(mark)
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


def _tells_guests(frame: Frame, sentence: Sentence) -> bool:
    """ "Конференцияға басқарма бастығы мен дәрігерлер қатысты": who came to what was told before."""
    if "held.joined" not in frame.said_in(sentence):
        return False
    first = frame.word_index(sentence.start)
    return any(word.endswith(DATIVE) for word in frame.words.words[first : first + ADDRESSEE])


def _has_people(frame: Frame, mark: Mark) -> bool:
    """ "Мектебінің ұжымы", "кәсіподағының семинары", "колледжінің дәлізінде"; not "әкімдігінің қаржысына"."""
    index = mark.last + 1
    while index < len(frame.words) and frame.words.gap(index).isspace() and index - mark.last <= SENT:
        said, word = frame.said_at(index), frame.words.words[index]
        if said & TOLD_OF or word.startswith(THEIR_PEOPLE) or PLACED.search(word):
            return not word.endswith(DATIVE_OF_THEIRS)  # "Салалық кәсіподақтың төрайымына": a letter's head
        index += 1
    return False


def _begins(frame: Frame, sentence: Sentence, span: Span) -> bool:
    """Whether the sentence begins with that name, apart from a day or a place: it tells what they did."""
    few = len(frame.words_in(sentence.start, span.start)) <= BEFORE
    is_told_of = not DASHES.isdisjoint(frame.text[sentence.start : span.start])  # "қонақ – әскери комиссариат …"
    return few and not is_told_of and "kind" not in frame.said(sentence.start, span.start)


def organisations(frame: Frame, sentence: Sentence) -> Iterator[Mark]:
    """Those named in a sentence: no persons, nothing in the plural, no house that others use."""
    for mark in frame.marks_of(sentence):
        if mark.quoted or mark.categories.isdisjoint(HOLDERS) or is_person(frame, mark):
            continue
        is_one = any(entry.number == "s" for entry in mark.entries if entry.category in HOLDERS)
        is_channel = any(entry.code == "media" for entry in mark.entries)
        if is_one and not is_channel and not is_shared(frame, mark):
            yield mark


def _alone(frame: Frame, sentence: Sentence) -> Name | None:
    """The organisation that a sentence, or its part before a colon, names and says nothing else of; of no list."""
    if _is_item(frame, sentence):
        return None
    colon = frame.text.find(":", sentence.start, sentence.end)
    end = sentence.end if colon < 0 else colon
    marks = [mark for mark in frame.marks_in(sentence.start, end) if not mark.quoted]
    bodies = [mark for mark in marks if "organiser.head" in mark.categories]
    heads = [mark for mark in bodies if mark.meaning.cases("organiser.head", "kk")]
    if not heads or any(not mark.categories.isdisjoint(TELLS) for mark in marks):
        return None
    case, rest = case_of(heads[-1]), _undated(frame, heads[-1].end, end)
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
    """ "№15 мектептен есеп жолдаймыз", "кітапхана-филиалының ақпараты"; not "прокуратураның мәліметінше"."""
    for mark in reversed(frame.marks_of(sentence)):  # "білім басқармасының Теміртау колледжінің ақпараты"
        case = case_of(mark)
        if "organiser.head" in mark.categories and frame.words.words[mark.last + 1 : mark.last + 2] == ON_BEHALF:
            return _name(frame, sentence, mark, case)
        if "organiser.head" in mark.categories and case in ("b", "g"):
            behind = frame.words.words[mark.last + 1 : mark.last + 1 + SENT]
            if any(word.startswith(REPORTS) and (case == "b" or word.endswith(OF_THEIRS)) for word in behind):
                return _name(frame, sentence, mark, case)
    return None


def is_person(frame: Frame, mark: Mark) -> bool:
    """ "Психолог", "полиция инспекторы" """
    return not PERSONS.isdisjoint(mark.categories) or frame.words.words[mark.last].startswith(SOMEBODY)


def _name(frame: Frame, sentence: Sentence, head: Mark, case: str, before: int = BEFORE) -> Name | None:
    span = extent(frame, Clause(sentence.start, sentence.end, [], 0, []), head)
    name = nominative(frame.text[span.start : span.end], "kk", case)
    said = frame.words_in(sentence.start, span.start)
    if " " not in name or len(said) > before or any(word.startswith(ADDRESSED) for word in said):
        return None
    return None if name.lower().startswith(ADDRESSED) else (name, span)


def case_of(mark: Mark) -> str:
    """The first of the cases it may stand in, the nominative before all."""
    cases = mark.meaning.cases_in(HOLDERS)
    return next((case for case in "nglb" if case in cases), "")
