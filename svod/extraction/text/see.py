"""Looking once at every part of a text."""

from collections.abc import Callable

from svod.extraction.lexicon.table import Lexicon
from svod.extraction.lexicon.words import Words, split_words
from svod.extraction.text.frame import Frame
from svod.extraction.text.quotes import find_quotes
from svod.extraction.text.row_lines import with_bars
from svod.extraction.text.scan import scan
from svod.extraction.text.sentences import split_sentences
from svod.extraction.text.wrapped_lines import without_wraps
from svod.language.date_forms import places_at_digits
from svod.language.dates import DateMention
from svod.language.number_words import Place, number_words
from svod.language.numbers import find_numbers

# Finds the dates of a folded text, where days in words may begin at these places.
Dates = Callable[[str, list[Place]], list[DateMention]]


def see(text: str, lexicon: Lexicon, dates: Dates, year: int | None = None) -> Frame:
    """Look once at every part of the text. `year` is the campaign's."""
    text = with_bars(without_wraps(text))
    words = split_words(text, lexicon)
    quotes = find_quotes(text, words.signs)
    counting = [index for index, form in enumerate(words.forms) if form.counts]
    return Frame(
        words=words,
        marks=scan(words, lexicon, quotes),
        quotes=quotes,
        numbers=find_numbers(text, words.folded, _places_of_numbers(words, counting)),
        dates=dates(words.folded, _places_of_days(words, counting)),
        sentences=split_sentences(text, quotes, words),
        lexicon=lexicon,
        year=year,
    )


def _places_of_numbers(words: Words, counting: list[int]) -> list[Place]:
    """Where a number may begin: what each word tells of that, unless there are signs between the words."""
    known = number_words()
    if any(sign in words.folded for sign in known.signs):
        return list(known.places_in(words.folded))
    starts, forms = words.starts, words.forms
    return [(starts[index] + place, piece) for index in counting for place, piece in forms[index].numbers]


def _places_of_days(words: Words, counting: list[int]) -> list[Place]:
    """Where a day may begin: as each word tells, and as digits stand."""
    places: list[Place] = []
    for index in counting:
        form, start = words.forms[index], words.starts[index]
        if form.are_digits:
            places += places_at_digits(words.folded, start, words.end(index))
        elif form.days:
            places += [(start + place, piece) for place, piece in form.days]
    return places
