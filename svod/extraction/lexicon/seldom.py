"""Words that few texts have, and rules ask for in all: what a word is of these it tells once, for all texts."""

import re
from collections.abc import Callable, Iterable

from svod.extraction.lexicon.grammar import words
from svod.language.fold import LOOKING_ALIKE

WORD = re.compile(r"\w+")
_ALL: list["Seldom"] = []


class Seldom:
    """Some words; `bit` stands for them in `Form.seldom` and `Words.seldom`."""

    __slots__ = ("bit", "has")

    def __init__(self, has: Callable[[str], bool]) -> None:
        self.has, self.bit = has, 1 << len(_ALL)
        _ALL.append(self)


def _beginnings(*said: str) -> Seldom:
    return Seldom(lambda word: word.startswith(said))


def _ends_of(phrases: Iterable[str]) -> Seldom:
    """ "свободный" of "вход свободный": where no word begins so, none of the phrases stands."""
    return _beginnings(*(WORD.findall(phrase)[-1] for phrase in phrases))


def seldom_in(word: str) -> int:
    """The bits of those that the word is one of."""
    return sum(seldom.bit for seldom in _ALL if seldom.has(word))


LONE_LETTER = Seldom(LOOKING_ALIKE.__contains__)  # a Latin one that may be a Cyrillic word
SETTLEMENTS = Seldom(words("settlements").__contains__)  # "село" Боровское
LETTER_DATE = _ends_of(words("letter_date"))  # "Дата": 11.12.2025
RURAL = Seldom(words("rural").__contains__)  # Приреченка "ауылдық" кітапханасы
MARKED = _beginnings(*words("marked_yearly"))  # "отмечается" 25 ноября
CLOSING = _beginnings(*words("came_from"), *words("several_units"))  # Шет және Абай "аудандарында"
INSTEAD = _beginnings("не", "емес", "вместо")  # of a number told before
FOR_SO_LONG = _ends_of(words("for_so_long"))  # "на протяжении" месяца
FOR_LONG = Seldom(words("for_long").__contains__)  # "ежедневно"
TIMES = Seldom(words("times").__contains__)  # "трижды"
CORRECTING = _beginnings(*words("correcting"))  # "опечатка"
ANNOUNCING = _ends_of(words("announcing"))  # "вход свободный"
KNOWN = _beginnings(*words("of_district"), *words("of_town"), *words("of_region"))  # "аудандық" кітапхана
BESIDE_IT = Seldom((words("after_it") | words("before_it")).__contains__)  # жиналыстан "соң"
