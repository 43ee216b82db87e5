"""In which language a sentence is, told by its words and its letters."""

from typing import TYPE_CHECKING

from svod.extraction.text.sentences import Sentence
from svod.language.kk.letters import LETTERS

if TYPE_CHECKING:  # which asks for the language of its sentences
    from svod.extraction.text.frame import Frame

OF_A_WORD = 4  # Kazakh letters weigh as much


def language_of(frame: "Frame", sentence: Sentence) -> str:
    """ "ru", "kk" or "en": the one of which the sentence has most words, of Russian and another Russian.

    Kazakh letters count as words do; between words of both that are as many, one letter decides.
    """
    russian = kazakh = english = 0
    for mark in frame.marks_of(sentence):
        if not mark.quoted:
            language = mark.meaning.language
            if language == "ru":
                russian += 1
            elif language == "kk":
                kazakh += 1
            elif language == "en":
                english += 1
    if frame.has_kazakh_letters and kazakh <= max(russian, english):
        letters = _outside_quotations(frame, sentence)
        kazakh += letters // OF_A_WORD or (letters > 0 and kazakh == russian > 0)
    return "ru" if russian >= max(kazakh, english) else "kk" if kazakh >= english else "en"


def kazakh_letters(text: str, start: int, end: int) -> int:
    """How many of the letters that only Kazakh has stand between two places, capitals apart."""
    return sum(text.count(letter, start, end) for letter in LETTERS)


def _outside_quotations(frame: "Frame", sentence: Sentence) -> int:
    """How many a sentence has: "классный час «Менің Отаным»" is Russian."""
    letters = kazakh_letters(frame.text, sentence.start, sentence.end)
    quotes = frame.quotes_in(sentence.start, sentence.end) if letters else ()
    return letters - sum(kazakh_letters(frame.text, quote.start, quote.end) for quote in quotes)
