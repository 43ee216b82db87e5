"""A quote: its sentence, its length, the guard."""

import pytest
from hypothesis import given, strategies as st

from svod.publishing.quotes import CONTEXT_LIMIT, WORDS_LIMIT, Quote, printable, quote, shortened
from svod.records import Document, Evidence

# the text, with the words marked by [ ]; what stands before and after them in the quote
SENTENCES = [
    ("Первое было. [Прошёл круглый стол] в школе. Потом обед.", "", " в школе."),
    ("Утром в школе [прошёл круглый стол].\nПотом обед.", "Утром в школе ", "."),
    ("В г. Костанай [прошёл марш] и митинг. Потом обед.", "В г. Костанай ", " и митинг."),
    ("Итоги:\n[Барлығы 12 іс-шара]\nөткізілді", "", ""),
    ("[Прошёл марш.] Потом обед.", "", ""),
    ("Он сказал: «Хватит!» [Прошёл марш] в пять", "", " в пять"),
    ("[всё]", "", ""),
]


def marked(text: str) -> tuple[Document, Evidence]:
    start, end = text.index("["), text.index("]") - 1
    return Document("d", text.replace("[", "").replace("]", ""), "a.txt"), Evidence("d", start, end)


@pytest.mark.parametrize(("text", "before", "after"), SENTENCES)
def test_the_sentence_around_the_words(text: str, before: str, after: str) -> None:
    document, evidence = marked(text)
    found = quote(evidence, {"d": document})
    assert (found.before, found.words, found.after) == (before, document.quote(evidence), after)


def test_a_document_that_is_not_at_hand_gives_no_words() -> None:
    assert quote(Evidence("gone", 0, 5), {}) == Quote("gone", "", "", "")


def test_the_guard_sees_every_piece_before_it_is_cut() -> None:
    name = "Айгуль Сериковна " * 60
    document, evidence = marked(f"Пришла {name}[и сказала {name} слово] при {name} всех.")
    found = quote(
        evidence, {"d": document}, lambda one, start, end: one.text[start:end].replace("Айгуль Сериковна", "***")
    )
    assert "Айгуль" not in found.before + found.words + found.after
    assert "***" in found.before
    assert "***" in found.words
    assert "***" in found.after


def test_a_mask_over_the_whole_sentence_is_shown_once() -> None:
    document, evidence = marked("Женщина рассказала, [что муж избил] её.")
    found = quote(evidence, {"d": document}, lambda *_: "[…]")
    assert (found.before, found.words, found.after) == ("", "[…]", "")


def test_the_language_of_a_mixed_document_is_not_said() -> None:
    for language, said in (("kk", "kk"), ("mixed", None), (None, None)):
        document = Document("d", "сөз", "a.txt", language=language)
        assert quote(Evidence("d", 0, 3), {"d": document}).language == said


@given(st.text(max_size=800), st.integers(0, 800), st.integers(0, 800))
def test_a_quote_is_never_longer_than_its_limits(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = quote(Evidence("d", start, end), {"d": Document("d", text)})
    assert len(found.words) <= WORDS_LIMIT + 1
    assert len(found.before) <= CONTEXT_LIMIT + 2
    assert len(found.after) <= CONTEXT_LIMIT + 2


@given(st.text(), st.integers(2, 50))
def test_shortened_keeps_to_its_limit_and_to_one_line(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit + 1
    assert "\n" not in short


def test_what_xml_cannot_hold_and_what_turns_a_line_around_is_dropped() -> None:
    assert printable("а\x00б\x1b\ud800\u202eв\ufffeг\n\tд") == "абвг\n\tд"
