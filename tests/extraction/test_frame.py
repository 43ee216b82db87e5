"""What is seen in a text before anything is decided."""

import gc

from hypothesis import given, settings, strategies as st

from svod.extraction import extract
from svod.extraction.lexicon.kept import lexicon_of
from svod.extraction.lexicon.pieces import MARK, WORD
from svod.extraction.text.frame import Frame
from svod.extraction.text.see import see
from svod.extraction.text.sentences import split_sentences
from svod.language.date_forms import written_days
from svod.language.dates import DateMention, find_dates, read_days
from svod.language.fold import fold
from svod.language.number_words import Place
from svod.language.numbers import find_numbers
from svod.packs import load
from svod.records import Document

PIECES = (
    *("не менее чем ", "более чемпионов ", "стали ", "5 тыс. ", "где-то ", "~", "жүзден ", "двадцать-тридцать", "№²"),
    *(
        "8-ге",
        "25 ноября ",
        "на следующий день",
        "числа ",
        "30-ында ",
        "05.12",
        "в четверг ",
        "нояб.",
        "қараша-желтоқсан ",
    ),
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text("0123456789 -–.,_aжі²٣≈\n", max_size=6))).map("".join)
SIGNS = st.lists(
    st.one_of(
        st.sampled_from(
            ("Да", "нет", "г.", "27.11.2023", "))", "?!»", "\r\n", ". ", "\u2003", "\u00a0", "5.Үй", "#мы_за", ",,")
        ),
        st.text(".!?…;)»”\"]«„“'‘’›‹,# \n\tАя", max_size=4),
    )
).map("".join)


def dates(folded: str, places: list[Place]) -> list[DateMention]:
    return read_days(folded, written_days(folded, places), 2025, None)


def seen(text: str) -> Frame:
    return see(text, lexicon_of(load("sixteen_days")), dates)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_numbers_and_dates_are_found_by_words_as_in_the_whole_text(text: str) -> None:
    frame = seen(text)
    assert frame.numbers == find_numbers(text)
    assert frame.dates == find_dates(text, 2025)


@given(st.tuples(st.sampled_from(("", "Встречи прошли в сельских школах. ")), TEXTS).map("".join))
@settings(max_examples=100, deadline=None)
def test_words_are_cut_piece_by_piece_as_in_the_whole_text(text: str) -> None:
    found = list(WORD.finditer(fold(text)))
    words = seen(text).words
    assert words.folded == fold(text)
    assert words.words == [word[0] for word in found]
    assert [(start, words.end(index)) for index, start in enumerate(words.starts)] == [word.span() for word in found]


@given(SIGNS)
@settings(max_examples=200, deadline=None)
def test_signs_are_found_piece_by_piece_as_in_the_whole_text(text: str) -> None:
    frame = seen(text)
    assert frame.words.signs == [(*mark.span(), fold(mark[0])) for mark in MARK.finditer(text)]
    whole = split_sentences(text, frame.quotes)
    assert [(one.start, one.end, one.line) for one in frame.sentences] == [
        (one.start, one.end, one.line) for one in whole
    ]


def test_nothing_seen_is_left_to_the_collector() -> None:
    document, pack = (
        Document("text", "Прошли лекции, беседы, семинары и викторины «Знай», круглые столы."),
        load("sixteen_days"),
    )
    extract(document, pack)
    gc.collect()
    extract(document, pack)
    assert gc.collect() == 0


def test_a_text_is_asked_once_what_it_is() -> None:
    """Compiled, too: else the time of a text grows with its square."""
    frame = seen("План на неделю. Приглашаем на семинар, вход свободный")
    assert frame.is_plan
    assert frame.is_announcement
    frame.words, frame.marks = seen("В школе прошёл семинар").words, seen("В школе прошёл семинар").marks
    assert frame.is_plan
    assert frame.is_announcement
