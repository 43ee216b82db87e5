"""One Russian word: the declension of a noun, the agreeing forms of an adjective."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any
from unicodedata import name

from svod.language.forms import Number

UNKNOWN = "\ufffd"
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS: tuple[Number, ...] = ("sing", "plur")
SECOND_CASE = {"gent": "gen2", "loct": "loc2"}  # "чашка чаю", "в часу": other endings of the same case
ADJECTIVES = frozenset({"ADJF", "PRTF"})
STEM = "русск"  # as it declines, so does any adjective that ends like it
LIKE_MODEL = re.compile("[сц]к(ий|ая|ое)$")
PEOPLE = frozenset({"Name", "Surn", "Patr"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun read in the nominative. `gender` is masc, femn, neut or "" (plural-only).

    `forms` are (number, case, text), the usual one of a number and case first; none for a word that never changes.
    """

    text: str
    number: Number
    gender: str
    animate: bool = False
    forms: tuple[tuple[Number, str, str], ...] = ()

    def form(self, number: Number, case: str) -> str | None:
        """The usual form; None where the noun has none in that number."""
        if not self.forms:
            return self.text
        return next((text for a_number, a_case, text in self.forms if (a_number, a_case) == (number, case)), None)

    def agrees(self, adjective: Any) -> bool:
        """Whether the adjective's reading fits the noun in the nominative."""
        tag = adjective.tag
        if tag.number != self.number:
            return False
        return self.number == "plur" or not self.forms or str(tag.gender) == self.gender


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Any, ...]:
    """All readings of a word by pymorphy3, likeliest first. It refuses letters without a name, as Tangut's are."""
    return tuple(_analyzer().parse("".join(letter if name(letter, "") else UNKNOWN for letter in word)))


@lru_cache(maxsize=20_000)
def noun(word: str) -> Noun | None:
    """The word read as a noun in the nominative: a plural when the word is one. None when it cannot be one."""
    if len(word) > 1 and word.isupper() and "-" not in word:
        return Noun(word, "sing", _gender_of_shortened(word))
    if "-" in word.strip("-") and not _analyzer().word_is_known(word.lower()):
        return _hyphenated(word)
    if not is_known(word) or not _nominatives(word):
        if adjectives(word):  # "Рудный", "Костанайский"
            return None
        unknown = _unknown(word)
        if unknown:
            return unknown
    found = max(_nominatives(word), key=lambda reading: _fitness(word, reading), default=None)
    return found and _declined(word, found)


def singular_of(plural: Noun) -> Noun | None:
    """The noun of which this is the plural; None where it is none, or has no singular ("дебаты")."""
    if plural.number != "plur" or not plural.forms:
        return None
    found = max(_nominatives(plural.text), key=lambda reading: _fitness(plural.text, reading), default=None)
    one = found and found.inflect({"sing", "nomn"})
    return noun(as_written(plural.text, one.word)) if one else None


def _gender_of_shortened(word: str) -> str:
    return next((gender for gender, words in rules()["shortened"].items() if word in words), "")


@lru_cache(maxsize=20_000)
def adjectives(word: str) -> tuple[Any, ...]:
    """The readings of the word as an adjective or participle in the nominative.

    The dictionary has "Глубоковский" and "Каменская" as surnames only: such a word declines like "русский".
    """
    found = tuple(reading for reading in readings(word) if is_adjective(reading) and reading.tag.case == "nomn")
    like_model = None if found else LIKE_MODEL.search(word.lower())
    return adjectives(STEM + like_model[1]) if like_model else found


def is_adjective(reading: Any) -> bool:
    """Whether the reading is an adjective or participle that declines."""
    tag = reading.tag
    return tag.POS in ADJECTIVES and "Fixd" not in tag and "Poss" not in tag  # "мамин": guessed into "аульчанин"


def names_person(reading: Any) -> bool:
    """Whether the reading takes the word for a first name, patronymic or surname."""
    return bool(PEOPLE & reading.tag.grammemes)


def is_known(word: str) -> bool:
    """Whether the dictionary has the word, or has it without a usual prefix ("видеообращение")."""
    methods = readings(word)[0].methods_stack
    return not any("Unknown" in str(method[0]) or "FakeDictionary" in str(method[0]) for method in methods)


@lru_cache(maxsize=50_000)
def adjective_form(word: str, number: Number, case: str, gender: str, animate: bool) -> str:
    """An adjective (given in the nominative) as it agrees with such a noun; the word itself where it is not one."""
    found = adjectives(word)
    if not found:
        return word
    wanted = {number, case}
    if number == "sing":
        wanted.add(gender or "masc")
    if case == "accs" and (number == "plur" or gender == "masc"):
        wanted.add("anim" if animate else "inan")
    form = found[0].inflect(wanted)
    if form is None:
        return word
    if found[0].word.startswith(STEM) and not word.lower().startswith(STEM):
        return f"{word[:-2]}{form.word.removeprefix(STEM)}"
    return as_written(word, form.word)


def as_written(model: str, text: str) -> str:
    """`text` with capitals where `model` has them: "Районным", "районный" -> "Районный"."""
    parts = text.split("-")
    models = model.split("-")
    if len(models) != len(parts):
        models = models[:1] + [parts[0]] * (len(parts) - 1)
    return "-".join(_capitals(*pair) for pair in zip(models, parts, strict=True))


def _capitals(model: str, text: str) -> str:
    if len(model) > 1 and model.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _declined(word: str, reading: Any) -> Noun:
    tag = reading.tag
    gender = "masc" if "ms-f" in tag else str(tag.gender or "")  # "судья" agrees as a man
    if "Fixd" in tag:
        return Noun(word, "sing", gender or "neut")
    numbers: tuple[Number, ...] = ("plur",) if tag.number == "plur" else NUMBERS
    forms = []
    for number in numbers:
        for case in CASES:
            for variant in (case, SECOND_CASE.get(case)):
                form = variant and reading.inflect({number, variant})
                if form and (number, case, as_written(word, form.word)) not in forms:
                    forms.append((number, case, as_written(word, form.word)))
    return Noun(word, tag.number or "sing", gender, tag.animacy == "anim", tuple(forms))


def _hyphenated(word: str) -> Noun | None:
    """ "семинар-тренинг": the last part declines, the first as well unless it is one of those that never change.

    A first part that has no singular is a plural beside one: "яслями-садом".
    """
    first, last = word.rsplit("-", 1)
    head, apposition = noun(last), None if first.lower() in rules()["hyphen"]["fixed"] else noun(first)
    if head is None:
        return apposition and Noun(word, "sing", apposition.gender)
    forms = []
    for number, case, text in head.forms:
        changed = apposition and (apposition.form(number, case) or apposition.form("plur", case))
        forms += [(number, case, f"{part}-{text}") for part in dict.fromkeys((changed or first, first))]
    return Noun(word, head.number, (apposition or head).gender or head.gender, head.animate, tuple(forms))


def _unknown(word: str) -> Noun | None:
    """A word the dictionary lacks, declined after a model by its last letters."""
    is_name = word[:1].isupper()
    if is_name and word.endswith(tuple(rules()["name"]["fixed_ends"])):
        return Noun(word, "sing", "masc")
    model = next((rule["like"] for rule in rules()["unknown"] if word.endswith(tuple(rule["ends"]))), None)
    pattern = model and noun(model)
    if not pattern:
        return None
    cut = _stem_length(pattern)
    stem = word[: len(word) - (len(model or "") - cut)]
    forms = [(number, case, stem + text[cut:]) for number, case, text in pattern.forms]
    kept = (form for form in forms if form[0] == "sing" or not is_name)  # a town has no plural
    return Noun(word, "sing", pattern.gender, pattern.animate, tuple(kept))


def _stem_length(pattern: Noun) -> int:
    """How many letters all forms share: what follows them are endings."""
    letters = zip(*(text for _, _, text in pattern.forms), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, letters))


def _nominatives(word: str) -> list[Any]:
    return [reading for reading in readings(word) if reading.tag.POS == "NOUN" and reading.tag.case == "nomn"]


def _fitness(word: str, reading: Any) -> tuple[bool, bool, bool, float]:
    """The words of the trade are things; a capital speaks for a place; "ё" is not to be read into a name."""
    is_name = word[:1].isupper()
    return (
        not names_person(reading),
        ("Geox" in reading.tag) == is_name,
        ("ё" in reading.normal_form) == ("ё" in word),
        reading.score,
    )


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3  # here, not above: its dictionary takes 0.1 s to load
    import pymorphy3_dicts_ru

    return pymorphy3.MorphAnalyzer(pymorphy3_dicts_ru.get_path())  # to find it, it would look through all packages


@lru_cache(maxsize=1)
def rules() -> dict[str, Any]:
    """What `declension.toml` says."""
    return tomllib.loads(Path(__file__).with_name("declension.toml").read_text(encoding="utf-8"))
