"""The words of the three languages' dates.toml, folded: months, weekdays, "yesterday", and where they may begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from svod.language import LANGUAGES
from svod.language.fold import fold
from svod.language.kk.latin import latin
from svod.language.number_words import FIRST_WORD, Place, Table, by_first_word, language_table
from svod.language.once import Once


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """`kind`: month, weekday, relative, digit ("05.12"), ended_day ("30-ында"), numbered_day ("5 числа").

    `value`: 1 to 12, 1 (Monday) to 7, days from the day of writing, or "same", "next", "before", "later 3".
    """

    kind: str
    value: int | str


@dataclass(frozen=True, slots=True)
class CalendarWords:
    months: dict[str, int]
    kazakh_months: frozenset[str]
    bare_months: frozenset[str]  # without a case's ending
    meanings: dict[str, CalendarWord]
    begun: dict[str, tuple[str, ...]]  # the first word of each -> those that begin so, longest first
    word_lists: dict[str, str]  # name -> all languages' words of that name, apart by spaces

    def places_in(self, folded: str) -> tuple[Place, ...]:
        """Where one of the words or phrases may begin."""
        return tuple((word.start(), word[0]) for word in FIRST_WORD.finditer(folded) if word[0] in self.begun)


def calendar_words() -> CalendarWords:
    """The compiled words, made at first use."""
    return _WORDS.get()


def _made() -> CalendarWords:
    tables = [language_table(language, "dates") for language in LANGUAGES]
    meanings = {fold(word): meaning for table in tables for word, meaning in _entries(table)}
    meanings |= {word: CalendarWord("numbered_day", 0) for word in ("числа", "число")}
    kazakh = tables[LANGUAGES.index("kk")]
    meanings = {word: meaning for spelt, meaning in _entries(kazakh) for word in latin(spelt)} | meanings
    return CalendarWords(
        months={word: int(meaning.value) for word, meaning in meanings.items() if meaning.kind == "month"},
        kazakh_months=frozenset(fold(word) for word, meaning in _entries(kazakh) if meaning.kind == "month"),
        bare_months=frozenset(
            fold(word) for table in tables for said in table["months"].values() for word in said.split()
        ),
        meanings=meanings,
        begun=by_first_word(meanings),
        word_lists=_word_lists(tables),
    )


_WORDS = Once(_made)


def _entries(table: Table) -> Iterator[tuple[str, CalendarWord]]:
    endings = ["", *table.get("month_endings", {}).get("words", "").split()]
    for number, words in table["months"].items():
        for word in words.split():
            yield from ((word + ending, CalendarWord("month", int(number))) for ending in endings)
    for number, words in table["weekdays"].items():
        yield from ((word, CalendarWord("weekday", int(number))) for word in words.split())
    for offset, phrases in table["relative"].items():
        yield from ((phrase, CalendarWord("relative", _offset(offset))) for phrase in phrases)
    for days, phrases in table.get("later", {}).items():
        yield from ((phrase, CalendarWord("relative", f"later {days}")) for phrase in phrases)


def _offset(written: str) -> int | str:
    return written if written.isalpha() else int(written)


def _word_lists(tables: list[Table]) -> dict[str, str]:
    lists: dict[str, str] = {}
    for table in tables:
        for name, words in table["words"].items():
            lists[name] = f"{lists.get(name, '')} {fold(words)}"
    for name, words in tables[LANGUAGES.index("kk")]["words"].items():
        lists[name] += f" {' '.join(latin(words))}"
    return lists
