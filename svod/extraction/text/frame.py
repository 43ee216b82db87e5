"""Everything that is seen in a text before anything is decided: words, marks, quotations, numbers, dates, clauses."""

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import is_past, words as listed
from svod.extraction.lexicon.placed import NOTHING, Placed
from svod.extraction.lexicon.table import Lexicon
from svod.extraction.lexicon.words import Words
from svod.extraction.text.clause import NONE, union
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.tongue import language_of
from svod.language.dates import DateMention
from svod.language.kk.letters import LETTERS
from svod.language.numbers import NumberMention
from svod.records import Span

PLAN, ANNOUNCING = listed("plan"), listed("announcing")
HEADING = 6  # sentences in which a text says what it is
PUNCTUATION = frozenset(",;:()|\n«»")


class Frame:
    """One text, seen. `mark_at[i]` is the mark that covers word i, None where none does; nor does one at -1, before the
    first word, and behind the last.

    `mark_from[i]` is the index of the first mark that begins at word i or behind it. `year` is the campaign's, where it
    is known.
    """

    def __init__(
        self,
        words: Words,
        marks: list[Mark],
        quotes: list[Span],
        numbers: list[NumberMention],
        dates: list[DateMention],
        sentences: list[Sentence],
        lexicon: Lexicon,
        year: int | None,
    ) -> None:
        self.words, self.marks, self.quotes = words, marks, quotes
        self.numbers, self.dates, self.sentences, self.lexicon, self.year = numbers, dates, sentences, lexicon, year
        self.mark_at, self.mark_from = _covering(marks, len(words))
        self.text = self.words.text
        self._quotes = Placed(quotes, [quote.start for quote in quotes])
        self._numbers = Placed(numbers, [number.start for number in numbers])
        self._dates = Placed(dates, [date.start for date in dates])
        self._sentences = Placed(sentences, [sentence.start for sentence in sentences])
        self.years = [number.bounds.least for number in self.numbers if number.role == "year"]
        self.has_kazakh_letters = any(letter in self.text for letter in LETTERS)
        # What is asked again and again; a cached_property would be asked for anew each time where this is compiled.
        self._is_plan: bool | None = None
        self._is_announcement: bool | None = None
        self._said: dict[tuple[int, int], frozenset[str]] = {}  # the same words are asked for again and again
        self._holds: dict[tuple[str, ...], bool] = {}

    @property
    def is_plan(self) -> bool:
        """Whether the text's heading calls it a plan: "ІС-ШАРАЛАР ЖОСПАРЫ" """
        if self._is_plan is None:
            self._is_plan = self._has_heading_of_plan()
        return self._is_plan

    def _has_heading_of_plan(self) -> bool:
        first = self.sentences[:HEADING]
        if first and self.words.words[:1] and self.words.words[0] in PLAN:
            return not any(map(is_past, self.words_of(first[0])))  # "План на неделю: …", not "План утвердили"
        heads = [self.words_of(sentence) for sentence in first if self.text[sentence.end - 1] not in ".!?"]
        return any(not PLAN.isdisjoint(head) and not any(map(is_past, head)) for head in heads)

    @property
    def is_announcement(self) -> bool:
        """Whether the text calls people to come, and tells of nothing that was: "Внимание! … Вход свободный." """
        if self._is_announcement is None:
            calls = self.words.has(seldom.ANNOUNCING) and any(sign in self.words.folded for sign in ANNOUNCING)
            self._is_announcement = calls and not any(mark.categories & HELD and not mark.quoted for mark in self.marks)
        return self._is_announcement

    def holds(self, phrases: tuple[str, ...]) -> bool:
        """Whether any of them stands in the text: what few texts have is looked for once, not in every sentence."""
        known = self._holds.get(phrases)
        if known is None:
            folded = self.words.folded
            known = self._holds[phrases] = any(phrase in folded for phrase in phrases)
        return known

    def marks_in(self, start: int, end: int) -> list[Mark]:
        words, marks = self.words.order, self.mark_from
        first, last = marks[words.first_from(start)], marks[words.first_from(end)]
        return self.marks[first:last] if first < last else NOTHING

    def marks_of(self, sentence: Sentence) -> list[Mark]:
        """Those of a sentence; like its words and its numbers, they are asked for again and again."""
        if sentence.marks is None:
            sentence.marks = self.marks_in(sentence.start, sentence.end)
        return sentence.marks

    def kinds_in(self, start: int, end: int) -> list[Mark]:
        """The marks that name a kind there, outside quotations."""
        return [mark for mark in self.marks_in(start, end) if mark.meaning.kinds and not mark.quoted]

    def has_letters(self, start: int, end: int) -> bool:
        """Whether any stands between two places."""
        return any(character.isalpha() for character in self.text[start:end])

    def quotes_in(self, start: int, end: int) -> list[Span]:
        return self._quotes.within(start, end)

    def numbers_in(self, start: int, end: int) -> list[NumberMention]:
        return self._numbers.within(start, end)

    def numbers_of(self, sentence: Sentence) -> list[NumberMention]:
        if sentence.numbers is None:
            sentence.numbers = self.numbers_in(sentence.start, sentence.end)
        return sentence.numbers

    def years_in(self, start: int, end: int) -> list[int]:
        """The years told between two places, outside quotations."""
        if not self.years:
            return self.years
        numbers = self.numbers_in(start, end)
        return [one.bounds.least for one in numbers if one.role == "year" and not self.quote_around(one.start)]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        return self._dates.within(start, end)

    def quote_around(self, position: int) -> Span | None:
        """The quotation that holds the character there."""
        quote = self._quotes.last_until(position)
        return quote if quote is not None and position < quote.end else None

    def number_at(self, position: int) -> NumberMention | None:
        """The number that holds the character there."""
        number = self._numbers.last_until(position)
        return number if number is not None and position < number.end else None

    def begins_with(self, mark: Mark, category: str) -> bool:
        """Whether a phrase begins with one of that category: "сурет көрмесі" with "сурет"."""
        forms, said = self.lexicon.forms(in_latin=False), self.words.words[mark.first : mark.last]
        begins = (" ".join(said[:length]) for length in range(1, len(said) + 1))
        known = (forms.words.get(begin, forms.phrases.get(begin)) for begin in begins)
        return any(category in self.lexicon.meaning(one).categories for one in known if one is not None)

    def breaks_at(self, index: int, after: int) -> bool:
        """Whether a sign of punctuation stands between a place and that word."""
        return not PUNCTUATION.isdisjoint(self.text[after : self.words.starts[index]])

    def words_in(self, start: int, end: int) -> list[str]:
        """The folded words between two places."""
        first, last = self.word_index(start), self.word_index(end)
        return self.words.words[first:last] if first < last else NOTHING

    def words_of(self, sentence: Sentence) -> list[str]:
        if sentence.words is None:
            sentence.words = self.words_in(sentence.start, sentence.end)
        return sentence.words

    def word_index(self, position: int) -> int:
        """The index of the first word that starts at or after the position."""
        return self.words.order.first_from(position)

    def word_from(self, position: int) -> str:
        """The first word that starts at or after the position, "" where none does: "٣" is a number and no word."""
        index = self.word_index(position)
        return self.words.words[index] if index < len(self.words) else ""

    def mark_index(self, position: int) -> int:
        """The index of the first mark that starts at or after the position."""
        return self.mark_from[self.word_index(position)]

    def language_at(self, position: int) -> str:
        """The language of the sentence around that position: the one whose own words are most there."""
        sentence = self.sentence_at(position)
        if not sentence.language:
            sentence.language = language_of(self, sentence)
        return sentence.language if sentence.start <= position else "ru"

    def sentence_at(self, position: int) -> Sentence:
        """The sentence around that position, or the last one before it."""
        return self._sentences.last_until(position) or self.sentences[0]

    def opens_line(self, sentence: Sentence) -> bool:
        """Whether a line begins with the sentence, its indent apart."""
        return not sentence.start or "\n" in self.text[max(0, sentence.start - 2) : sentence.start]

    def said_in(self, sentence: Sentence) -> frozenset[str]:
        """All categories of a sentence's words."""
        if sentence.said is None:
            sentence.said = union(self.marks_of(sentence))
        return sentence.said

    def said_at(self, index: int) -> frozenset[str]:
        """All categories of the phrase that covers the word; as `mark_at` has it, of none beside the text."""
        mark = self.mark_at[index]
        return NONE if mark is None else mark.categories

    def said(self, start: int, end: int) -> frozenset[str]:
        """All categories of words between two places."""
        said = self._said.get((start, end))
        if said is None:
            said = self._said[start, end] = union(self.marks_in(start, end))
        return said


def _covering(marks: list[Mark], words: int) -> tuple[list[Mark | None], list[int]]:
    """For each word the mark that covers it, and the index of the first mark from the word on."""
    covering: list[Mark | None] = [None] * (words + 1)
    first_from: list[int] = []
    for index, mark in enumerate(marks):
        for word in range(mark.first, mark.last + 1):
            covering[word] = mark
        while len(first_from) <= mark.first:
            first_from.append(index)
    return covering, first_from + [len(marks)] * (words + 1 - len(first_from))
