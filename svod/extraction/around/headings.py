"""Whose a text, its part, its line or a message is: the organisation that heads it, in Russian and in Kazakh."""

from collections.abc import Iterator

from svod.extraction.around.authors_kk import case_of, is_person as is_person_kk, opens_a_list
from svod.extraction.around.authors_ru import TITLE, Named, author
from svod.extraction.around.unions import is_a_union
from svod.extraction.holders.heads import HOLDERS, are_several, head_cases, is_person
from svod.extraction.holders.names import extent, name_of, nominative
from svod.extraction.holders.names_kk import extent as extent_kk
from svod.extraction.lexicon.categories import TELLS, VERBAL
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence, words_from
from svod.extraction.text.signs import DASHES
from svod.extraction.text.spans import span_of
from svod.records import Span

OF_SLOGANS = words("of_slogans")
APPROVING = words("approving")
OPENING = 3  # words of a sentence before the head of a name
BEHIND = frozenset({".", ":", ",", "(", "\n", ""})  # what follows a name that heads a line
OPENS, TELLS_OF = frozenset(":("), DASHES | {":"}  # "Педколледж: диспут", "Школа № 2 — беседа"
BEHIND_KK = (BEHIND | DASHES) - {",", "("}
OF_ALL_BELOW = -1  # no line: "аудандық комитет төмендегі шараларды өткізді" is said of the whole list
LONGEST = 140  # characters of a name
FURTHEST = 200  # characters from the beginning of a line to the name that heads it


def headings(frame: Frame, sender: str) -> list[Named]:
    """Them all, in the order of the text; `sender`: who wrote it, where it is one voice of a chat."""
    found = [] if not sender else list(_sent(frame, sender))
    for sentence in frame.sentences:
        said = frame.said_in(sentence)
        if HOLDERS.isdisjoint(said):
            continue
        is_russian = frame.language_at(sentence.start) == "ru"
        named = _named(frame, sentence) if is_russian else _named_kk(frame, sentence, said)
        if named is not None:
            found.append(named)
    return sorted(found) if sender else found


def _sent(frame: Frame, sender: str) -> Iterator[Named]:
    """ "[26.11.2025, 10:11] Гульнара СШ № 11: …": at the head of each message the organisation in its sender's name."""
    text, at, name = frame.text, frame.text.find(sender), ""
    while at >= 0:
        end = at + len(sender)
        if text.startswith(":", end) and _begins(frame, at):
            name = name or _of_sender(frame, at, end)
            if not name:
                return
            yield Named(Span(at, end), 0, name)
        at = text.find(sender, end)


def _of_sender(frame: Frame, start: int, end: int) -> str:
    """ "СШ № 11"; a noun alone has the word behind it, or the only one before it: "Д/с Балапан", "Аксай лицей"."""
    marks = frame.marks_in(start, end)
    bodies = (mark for mark in marks if "organiser.head" in mark.categories and not _is_somebody(frame, mark))
    head = next(bodies, None)
    if head is None or is_a_union(frame, Span(start, end)):
        return ""
    span = extent(frame, Clause(start, end, marks, 0, []), head)
    first, last = span
    if " " not in frame.text[first:last].strip():
        behind, before = frame.word_index(last), frame.word_index(start)
        if behind < len(frame.words) and frame.words.end(behind) <= end:
            last = frame.words.end(behind)
        elif frame.words.end(before) < first and before + 1 == head.first:
            first = start
    return nominative(frame.text[first:last], "ru", "n")


def _is_somebody(frame: Frame, mark: Mark) -> bool:
    return is_person(mark) or is_person_kk(frame, mark)


def _begins(frame: Frame, start: int) -> bool:
    """Whether a line does there, but for signs and figures."""
    line = frame.text.rfind("\n", max(0, start - FURTHEST), start) + 1
    return (line > 0 or start <= FURTHEST) and not frame.has_letters(line, start)


def _named_kk(frame: Frame, sentence: Sentence, said: frozenset[str]) -> Named | None:
    """ "2. №2 орта мектеп: сынып сағаты", "№4 мектеп – жиналыс", "«…» мектебі» КММ" over a text."""
    opening = opens_a_list(frame, sentence) if "held.object" in said else None
    if opening is not None:
        return Named(opening[1], OF_ALL_BELOW, opening[0])
    start = words_from(frame.text, sentence.start, sentence.end)
    if not _begins(frame, start):
        return None
    for mark in frame.marks_in(start, sentence.end):
        if mark.quoted:
            continue
        if not mark.categories.isdisjoint(TELLS):
            return None
        behind = frame.text[mark.end : mark.end + 2].lstrip(" ")[:1]
        case = case_of(mark)
        if "organiser.head" not in mark.categories or behind not in BEHIND_KK:
            continue
        if case != "n" and (case != "l" or behind != ":"):  # "Көпсалалы колледжде: пікірсайыс"
            continue
        span = extent_kk(frame, Clause(start, sentence.end, [], 0, []), mark)
        name = nominative(frame.text[span.start : span.end], "kk", case)
        is_whole = " " in name and not frame.has_letters(start, span.start)
        return Named(span, sentence.line, name) if is_whole and not _is_somebody(frame, mark) else None
    return None


def _named(frame: Frame, sentence: Sentence) -> Named | None:
    own = author(frame, sentence)
    if own is not None:
        return own
    mark = _first_body(frame, sentence)
    if mark is None or "n" not in head_cases(mark) or are_several(mark):
        return None
    if "column.organiser" in mark.categories and frame.text.startswith(":", mark.end):
        return _labelled(frame, sentence, mark)
    marks = frame.marks_of(sentence)
    span, name = name_of(frame, Clause(sentence.start, sentence.end, marks, 0, []), mark)
    behind = frame.text[span.end : span.end + 2].lstrip(" ")[:1]
    if " " not in name and (behind not in OPENS or is_person(mark)):
        return None
    if _is_slogan(frame, span) or _approves(frame, span):
        return None
    line = frame.text.rfind("\n", max(0, span.start - FURTHEST), span.start) + 1
    is_told_of = behind in TELLS_OF and " " in name
    if is_told_of and not frame.has_letters(sentence.start, span.start):
        return Named(span, sentence.line, name)  # "Школа № 1 — игра. Школа № 2 — беседа": each in its own sentences
    if not (_begins(frame, span.start) or _is_greeted(frame, sentence, line) or _entitles(frame, sentence, span)):
        return None
    is_alone = behind in BEHIND or (line == 0 and _tells_nothing(frame, sentence))
    return Named(span, sentence.line, name) if is_alone or _is_of_somebody(frame, span, sentence) else None


def _first_body(frame: Frame, sentence: Sentence) -> Mark | None:
    """The head of a name among its first words, before any verb or activity."""
    first = frame.word_index(sentence.start)
    for mark in frame.marks_of(sentence):
        if mark.first - first > OPENING or not mark.categories.isdisjoint(VERBAL) or "kind" in mark.categories:
            return None
        if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted:
            return mark
    return None


def _labelled(frame: Frame, sentence: Sentence, label: Mark) -> Named | None:
    """ "Организация: профком лицея № 3" over a text: whose it is stands behind the colon."""
    start, end = label.end + 1, frame.text.find("\n", label.end)
    span = span_of(start, sentence.end if end < 0 else min(end, sentence.end))
    name = nominative(frame.text[span.start : span.end], "ru", "n")
    return Named(span, sentence.line, name) if len(name) <= LONGEST else None


def _is_greeted(frame: Frame, sentence: Sentence, line: int) -> bool:
    """ "Добрый вечер! Школа № 22, г. Эмба.": a sentence of whose message it is, behind the greeting."""
    greeting = frame.text[line : sentence.start].strip()
    return (
        sentence.line <= TITLE
        and greeting.endswith(("!", "."))
        and _tells_nothing(frame, sentence)
        and (frame.said(line, sentence.start).isdisjoint(VERBAL))
    )


def _entitles(frame: Frame, sentence: Sentence, name: Span) -> bool:
    """ "16 дней, школа-интернат № 9 (Кызылорда)" in the first line, parted by a comma."""
    if sentence.start or not frame.text[: name.start].rstrip().endswith((",", ".", "–", "—", "|")):
        return False
    return _tells_nothing(frame, sentence)


def _is_of_somebody(frame: Frame, name: Span, sentence: Sentence) -> bool:
    """ "КГУ «Школа № 17» управления образования области": a line of whose school it is, and no more."""
    behind = next(iter(frame.marks_in(name.end, sentence.end)), None)
    owns = behind is not None and "g" in head_cases(behind) and not frame.text[name.end : behind.start].strip()
    return owns and _tells_nothing(frame, sentence)


def _tells_nothing(frame: Frame, sentence: Sentence) -> bool:
    """ "Сельская школа с. Каратобе – о неделе психологии" """
    return frame.said_in(sentence).isdisjoint(TELLS)


def _is_slogan(frame: Frame, name: Span) -> bool:
    """ "ПРОФСОЮЗ НА ЗАЩИТЕ ПРАВ" over a text."""
    text = frame.text[name.start : name.end]
    return text.isupper() and not OF_SLOGANS.isdisjoint(frame.words_in(name.start, name.end))


def _approves(frame: Frame, name: Span) -> bool:
    """ "УТВЕРЖДАЮ", and on the next line "Председатель профкома": who approved it, of whose report is not told."""
    before = frame.word_index(name.start) - 1
    return before >= 0 and frame.words.words[before] in APPROVING
