"""Whose text it is, as its first lines say: "Отчёт школы № 3", "Справка … (колледж)", "Отчитываюсь за лицей"."""

from collections.abc import Iterator
from typing import NamedTuple

from svod.extraction.holders.heads import HOLDERS, head_cases, is_person
from svod.extraction.holders.names import extent, first_adjective, nominative
from svod.extraction.lexicon.categories import VERBAL
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import after_preposition
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.records import Span

REPORTS = words("reports")  # "отчёт", "информация"
TITLE = 2  # lines in which a text says whose it is
OPENING = 9  # words of a title before the head of the author's name
OF_WORK = words("of_work")  # "о проделанной работе"
ANSWERING = tuple(words("answering_for"))  # how the verbs begin: "отчитываюсь за"
FOR = words("answered_for")
ABOUT = words("about")  # "О проделанной работе школы № 3"


class Named(NamedTuple):
    """An organisation's name at the place where it heads what follows."""

    span: Span
    line: int
    name: str


def author(frame: Frame, sentence: Sentence) -> Named | None:
    """The organisation whose text it is, where the sentence opens the text and says so."""
    if sentence.line > TITLE:
        return None
    first = frame.word_index(sentence.start)
    clause = Clause(sentence.start, sentence.end, frame.marks_of(sentence), 0, [])
    ways: tuple[Iterator[tuple[Mark, str]], ...]
    if frame.words.words[first].rpartition("-")[2] in REPORTS:  # "план-отчёт"
        ways = (_of_report(frame, clause, first + 1), _in_brackets(frame, clause), _done_by(frame, clause))
    elif first > 0 and frame.words.words[first - 1] in REPORTS and _is_alone(frame, first - 1):
        ways = (_of_report(frame, clause, first), _done_by(frame, clause))
    elif first == 0 and frame.words.words[first] in ABOUT:
        ways = (_of_report(frame, clause, first),)
    elif frame.words.words[first].startswith(ANSWERING):
        ways = (_answered_for(frame, clause),)
    else:
        return None
    found = next((one for way in ways for one in way), None)
    if found is None:
        return None
    head, case = found
    span = extent(frame, clause, head)
    name = nominative(frame.text[span.start : span.end], "ru", case)
    return Named(span, 0, name) if " " in name or case == "n" else None


def _bodies(frame: Frame, clause: Clause, *, of_title: bool = False) -> Iterator[Mark]:
    """The heads of names up to the first verb or activity, not far from the beginning; or in the whole title."""
    first = frame.word_index(clause.start)
    for mark in clause.marks:
        if not mark.categories.isdisjoint(VERBAL) or (
            not of_title and (mark.first - first > OPENING or ("kind" in mark.categories and mark.first > first))
        ):
            return
        if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted and not is_person(mark):
            yield mark


def _of_report(frame: Frame, clause: Clause, first: int) -> Iterator[tuple[Mark, str]]:
    """ "Отчёт кризисного центра «Үміт» за квартал", "Информация о проделанной работе КГУ «Школа № 3»" """
    for head in _bodies(frame, clause):
        begins = first_adjective(frame, clause, head)
        between = frame.words.words[first:begins]
        if frame.words.gap(begins).isspace() and all(word in OF_WORK or is_adjective(word) for word in between):
            cases = head_cases(head)
            yield head, "i" if "i" in cases and "g" not in cases else "g"  # "о занятиях, проведённых коллегией"
        return


def _done_by(frame: Frame, clause: Clause) -> Iterator[tuple[Mark, str]]:
    """ "Справка о выполнении плана мероприятий городским филиалом профсоюза" """
    for head in _bodies(frame, clause, of_title=True):
        if "i" in head_cases(head) and not after_preposition(frame, clause, head):
            yield head, "i"
            return


def _in_brackets(frame: Frame, clause: Clause) -> Iterator[tuple[Mark, str]]:
    """ "Справка о выполнении плана (колледж сервиса, г. Тараз)" """
    opened = frame.text.find("(", clause.start, clause.end)
    for head in frame.marks_in(opened, clause.end) if opened >= 0 else ():
        if head.categories.isdisjoint(HOLDERS) or head.quoted or is_person(head):
            continue
        if "n" in head_cases(head) and frame.text[opened + 1 : head.start].strip("№ 0123456789") == "":
            yield head, "n"
        return


def _answered_for(frame: Frame, clause: Clause) -> Iterator[tuple[Mark, str]]:
    """ "Отчитываюсь за наш педколледж" """
    for head in _bodies(frame, clause):
        before = first_adjective(frame, clause, head) - 1
        while before > 0 and is_adjective(frame.words.words[before]):
            before -= 1
        if frame.words.words[before] in FOR or frame.words.words[before - 1] in FOR:
            yield head, "n"
        return


def _is_alone(frame: Frame, index: int) -> bool:
    """Whether the word is all that its line says: "ОТЧЁТ" over "школы № 3"."""
    line = frame.text.rfind("\n", 0, frame.words.starts[index]) + 1
    return not frame.text[line : frame.words.starts[index]].strip() and "\n" in frame.words.gap(index + 1)
