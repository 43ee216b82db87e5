"""The small words and endings of all languages together, folded: reports mix their languages within a sentence."""

import re
import tomllib
from functools import cache
from pathlib import Path

import svod.language
from svod.language import LANGUAGES
from svod.language.fold import fold
from svod.language.remembered import Remembered

DATA = Path(svod.language.__file__).parent


@cache
def words(name: str) -> frozenset[str]:
    """The words that the languages' grammar.toml list under that name; not every language needs each list."""
    lists = [grammar(language)[name] for language in LANGUAGES if name in grammar(language)]
    if not lists:
        raise KeyError(name)
    return frozenset(fold(word) for listed in lists for word in listed)


@cache
def grammar(language: str) -> dict[str, list[str]]:
    return tomllib.loads((DATA / language / "grammar.toml").read_text(encoding="utf-8"))


def ending_in(endings: frozenset[str], stem: str = r"\w\w*") -> re.Pattern[str]:
    return re.compile(rf"{stem}(?:{'|'.join(sorted(endings, key=len, reverse=True))})$")


AND = words("and")
IN, ON, WITH = words("in"), words("on"), words("with")
WHERE = IN | ON  # "в школе", "на площади"
CALLS_A_SETTLEMENT = words("calls_a_settlement")  # "село", "ауылы"
IN_ALL = words("in_all")  # "всего", "барлығы"
OF_THAT_DAY = words("of_that_day")  # "5 желтоқсан күнгі жиын": called by its day
ADVERBS = words("adverbs")
GROUPS = words("groups")
OUT_OF = words("made_of_people")  # "из": those who are so many
# How words begin: "на неделе", "қамтылды", "перенесён", "проведение".
CAMPAIGNS, COVERING = tuple(words("whole_campaigns")), tuple(words("covering"))
PUT_OFF, HOLDING = tuple(words("put_off")), tuple(words("holding"))
INVITED = words("invited")
PREPOSITIONS = words("prepositions")
NOT_PAST, PRONOUNS = words("not_past"), words("pronouns")
ADJECTIVE = ending_in(words("adjective_endings"), r"\w[\w-]*")  # "финансово-экономический"
INFINITIVE = ending_in(words("infinitive_endings"))
PAST = ending_in(words("past_endings"))
PRESENT = ending_in(words("present_endings"))


_ADJECTIVES = Remembered(lambda word: word not in PRONOUNS and ADJECTIVE.match(word) is not None)
_PAST = Remembered(lambda word: word not in NOT_PAST and PAST.match(word) is not None)
_FINITE = Remembered(lambda word: _PAST[word] or PRESENT.match(word) is not None)
_INFINITIVES = Remembered(lambda word: INFINITIVE.match(word) is not None)


def is_adjective(word: str) -> bool:
    """Whether it ends like an adjective; a participle does too."""
    known = _ADJECTIVES.get(word)  # a subclass of dict is slow to subscribe
    return _ADJECTIVES[word] if known is None else known


def is_past(word: str) -> bool:
    """Whether it ends like a verb of the past."""
    return _PAST[word]


def is_finite(word: str) -> bool:
    """Whether it ends like a verb of the past or of the present: "помогают"."""
    return _FINITE[word]


def is_infinitive(word: str) -> bool:
    """Whether it ends like an infinitive."""
    return _INFINITIVES[word]
