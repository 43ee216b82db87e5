"""The marks of a text: every place where the lexicon knows the words."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.grammar import words as listed
from svod.extraction.lexicon import Entry, Forms, Lexicon, Meaning
from svod.extraction.words import Words
from svod.records import Span

IN_CYRILLIC = re.compile("(?:[^а-я]*+[а-я]){20}")
KAZAKH = re.compile("[әғқңөұүһі]")
PREFIXED = listed("compound_beginnings")  # their head comes after them
COMPOUNDED = frozenset({"kind", "audience", "measure.activities"})  # heads of compounds that no list has
NEVER = Span(sys.maxsize, sys.maxsize)  # behind the last quotation


@dataclass(slots=True, eq=False)
class Mark:
    """A phrase of the lexicon at words [first, last], characters [start, end). Never changed once made."""

    start: int
    end: int
    first: int
    last: int
    quoted: bool  # it lies within quotation marks
    meaning: Meaning
    entries: tuple[Entry, ...]  # these two are the meaning's, here because they are asked for most
    categories: frozenset[str]


def scan(words: Words, lexicon: Lexicon, quotes: list[Span]) -> list[Mark]:
    """The longest phrase at each place, from left to right.

    Phrases of different categories may lie within one another ("приём граждан" is a kind, "граждане" an audience); the
    inner one is left out, as the author's words are one phrase there. Where the last word of a phrase begins a longer
    one, that is meant: "в" + "районе имени Кунаева", not "в районе" + "имени Кунаева".
    """
    marks: list[Mark] = []
    forms = lexicon.forms(_in_latin(words.folded))
    every, starts, ends, meanings = words.words, words.starts, words.ends, lexicon.meaning
    places = iter(quotes)
    opens = closes = -1  # the first quotation not yet passed
    free = 0  # the first word no phrase has taken
    alone, longer = _alone(every, forms, lexicon), [_begun(word, lexicon) for word in every]
    for first, (number, phrases) in enumerate(zip(alone, longer, strict=True)):
        if (number is None and phrases is None) or first < free:
            continue
        last = first
        found = _phrase(words, first, phrases, forms, lexicon) if phrases is not None else None
        if found is not None:
            end = first + found[1] - 1
            begun = longer[end]
            beyond = _phrase(words, end, begun, forms, lexicon) if begun is not None else None
            if beyond is None or beyond[1] <= found[1]:
                number, last = found[0], end
        if number is None:
            continue
        start, free = starts[first], last + 1
        while closes <= start:
            opens, closes = next(places, NEVER)
        meaning = meanings(number)
        marks.append(Mark(start, ends[last], first, last, opens <= start, meaning, meaning.entries, meaning.categories))
    return marks


def _phrase(
    words: Words, first: int, phrases: Mapping[str, tuple[int, ...]], forms: Forms, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The meaning and the length of the longest phrase that begins at that word, of more words than one."""
    every = words.words
    if first + 1 >= len(every):
        return None
    head = every[first] if every[first] in lexicon.begun else _without_beginning(every[first])
    for length in phrases.get(every[first + 1], ()):
        phrase = forms.phrases.get(" ".join((head, *every[first + 1 : first + length])))
        if phrase is not None and first + length <= len(every) and _is_one(words, first, length):
            return phrase, length
    return None


def _begun(word: str, lexicon: Lexicon) -> Mapping[str, tuple[int, ...]] | None:
    """The phrases that the word begins: "онлайн-час" those of "час"."""
    found = lexicon.begun.get(word)
    return found if found is not None or "-" not in word else lexicon.begun.get(_without_beginning(word))


def _without_beginning(word: str) -> str:
    first, _, rest = word.partition("-")
    return rest if first in PREFIXED else word


def _is_one(words: Words, first: int, length: int) -> bool:
    """Whether no quotation ends and no item begins inside a phrase: "«…онлайн». – Консультации", "беседы, лекции"."""
    between = words.text[words.ends[first] : words.starts[first + length - 1]]
    return (
        "," not in between
        and "»" not in between
        and "\n-" not in between
        and "\n–" not in between
        and "|" not in between
    )


def _alone(every: list[str], forms: Forms, lexicon: Lexicon) -> list[int | None]:
    """The meaning of each word by itself."""
    found = list(map(forms.words.get, every))
    for index, word in enumerate(every):
        if found[index] is None and "-" in word:
            found[index] = _compound(word, forms, lexicon)
    return found


def _compound(word: str, forms: Forms, lexicon: Lexicon) -> int | None:
    """What a Russian compound is by its head: "концерт-реквием" is a concert, "мини-олимпиада" a contest."""
    first, _, rest = word.partition("-")
    number = forms.words.get(rest if first in PREFIXED else first)
    if number is None or KAZAKH.search(word):
        return None
    meaning = lexicon.meaning(number)
    is_head = meaning.language != "kk" and not COMPOUNDED.isdisjoint(meaning.categories)
    return number if is_head else None


def _in_latin(folded: str) -> bool:
    """Whether hardly a letter is Cyrillic."""
    return IN_CYRILLIC.match(folded, 0, 2000) is None
