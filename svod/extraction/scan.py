"""The marks of a text: every place where the lexicon knows the words."""

import re
from typing import NamedTuple

from svod.extraction.lexicon import Entry, Lexicon
from svod.extraction.words import Words
from svod.records import Span

CYRILLIC = re.compile("[а-я]")


class Mark(NamedTuple):
    """A phrase of the lexicon at words [first, last], characters [start, end)."""

    start: int
    end: int
    first: int
    last: int
    quoted: bool  # it lies within quotation marks
    entries: tuple[Entry, ...]
    categories: frozenset[str]
    language: str  # the only one that has the form, "" where several do

    def entry(self, category: str, language: str = "") -> Entry | None:
        """Its first meaning of that category, in the language where it has one."""
        found = None
        for entry in self.entries:
            if entry.category == category:
                if entry.language == language:
                    return entry
                found = found or entry
        return found

    def cases(self, category: str, number: str, language: str) -> str:
        """The cases its form may stand in, in that number and language: letters as `Entry.cases` has them."""
        return "".join(
            entry.cases
            for entry in self.entries
            if entry.category == category and entry.number == number and entry.language == language
        )


def scan(words: Words, lexicon: Lexicon, quotes: list[Span]) -> list[Mark]:
    """The longest phrase at each place, from left to right.

    Phrases of different categories may lie within one another ("приём граждан" is a kind, "граждане" an audience); the
    inner one is left out, as the author's words are one phrase there.
    """
    marks: list[Mark] = []
    forms, lengths = lexicon.forms(_in_latin(words.folded)), lexicon.lengths
    every, starts, ends = words.words, words.starts, words.ends
    free = quote = 0  # the first word no phrase has taken; the first quotation not yet passed
    for index in [index for index, word in enumerate(every) if word in lengths]:
        if index < free:
            continue
        for length in lengths[every[index]]:
            stop = index + length
            if stop > len(every):
                continue
            number = forms.get(every[index] if length == 1 else " ".join(every[index:stop]))
            if number is not None:
                start = starts[index]
                while quote < len(quotes) and quotes[quote].end <= start:
                    quote += 1
                quoted = quote < len(quotes) and quotes[quote].start <= start
                marks.append(Mark(start, ends[stop - 1], index, stop - 1, quoted, *lexicon.meaning(number)))
                free = stop
                break
    return marks


def _in_latin(folded: str) -> bool:
    """Whether hardly a letter is Cyrillic."""
    return len(CYRILLIC.findall(folded, 0, 2000)) < 20
