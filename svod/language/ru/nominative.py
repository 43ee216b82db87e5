"""A Russian noun phrase as a text has it, put back to the nominative."""

from difflib import SequenceMatcher
from typing import Any

from svod.language.ru.words import SECOND_CASE, as_written, is_adjective, is_known, names_person, readings, rules

FIRST_CASE = {second: first for first, second in SECOND_CASE.items()}
COORDINATED = frozenset({"ablt", "datv"})  # cases in which "и" surely joins a second head, not a second genitive


def nominative(phrase: str, case: str = "") -> str:
    """A phrase as the text has it, put back to the nominative; a plural stays plural.

    "Карагандинской профсоюзной организацией работников образования" -> "Карагандинская профсоюзная организация
    работников образования". Quotations, initials, genitives after the head stay. `case`, where the caller knows it
    (a preposition tells), decides between readings: "школы" is a genitive or a plural. What is no noun phrase comes
    back unchanged.
    """
    words = phrase.split(" ")
    if words[0] in rules()["lookalike"]["names"]:
        return phrase
    leading = next(
        (index for index, word in enumerate(words) if not any(map(is_adjective, readings(word)))), len(words)
    )
    if 0 < leading < len(words) and _is_abbreviation(words[leading]):
        return " ".join([*(_described(word, case) for word in words[:leading]), *words[leading:]])
    for size in range(min(leading + 1, len(words)), 0, -1):
        agreement = _agreement(words[:size], case, named=_names_one(words[size:]))
        if agreement:
            head = [_to_nominative(word, reading) for word, reading in zip(words, agreement, strict=False)]
            return " ".join([*head, *_second_head(words[size:], agreement[-1].tag.case)])
    return phrase


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1


def _described(word: str, case: str) -> str:
    """ "Пешковской ОШ": the adjective alone tells the gender; it goes to the nominative by itself."""
    fitting = [one for one in readings(word) if is_adjective(one) and one.tag.number == "sing"]
    if any(one.tag.case == "nomn" for one in fitting) and case in ("", "nomn"):
        return word
    told = [one for one in fitting if not case or one.tag.case in (case, SECOND_CASE.get(case))]
    told.sort(key=lambda one: one.tag.gender == "neut")  # of "районного ДК" few are neuter
    return _to_nominative(word, told[0]) if told else word


def _names_one(after: list[str]) -> bool:
    """ "школы №25" and "клубы «Алау»" name one thing."""
    return bool(after) and after[0].startswith(("№", "«", '"', "“"))


def _agreement(words: list[str], case: str, *, named: bool) -> tuple[Any, ...] | None:
    """One reading for each word, adjectives before a noun, all in one case, number and gender; None where none is.

    A lone adjective may be a person ("заведующей"); it then governs what follows and describes nothing.
    """
    heads = [reading for reading in readings(words[-1]) if _may_head(reading, alone=len(words) == 1)]
    if case:
        heads = [reading for reading in heads if reading.tag.case in (case, SECOND_CASE.get(case))]
    for head in sorted(heads, key=lambda reading: _likelihood(words[-1], reading, named=named), reverse=True):
        before = [next((found for found in readings(word) if _same(found, head)), None) for word in words[:-1]]
        if all(before):
            return (*before, head)
    return None


def _likelihood(word: str, reading: Any, *, named: bool) -> tuple[bool, bool, bool, bool, float]:
    """A nominative stands as it is; a word the dictionary lacks, longer than its nominative, is no nominative."""
    singular = reading.tag.number == "sing"
    if is_known(word):
        return not named or singular, reading.tag.case == "nomn", True, True, reading.score
    declined = len(word) > len(reading.normal_form)
    return (
        not names_person(reading),
        declined,
        reading.tag.animacy == "inan",
        "ё" not in reading.normal_form,
        reading.score,
    )


def _may_head(reading: Any, *, alone: bool) -> bool:
    if names_person(reading) and not alone:
        return False
    return reading.tag.POS == "NOUN" or (alone and is_adjective(reading) and "Subx" in reading.tag)


def _same(adjective: Any, head: Any) -> bool:
    one, other = adjective.tag, head.tag
    governs = one.POS == "PRTF" and "Subx" in one and other.case == "ablt"  # "заведующей библиотекой"
    case = FIRST_CASE.get(other.case, other.case)  # "в детском саду"
    if not is_adjective(adjective) or governs or (one.case, one.number) != (case, other.number):
        return False
    return one.number == "plur" or not other.gender or one.gender == other.gender


def _to_nominative(word: str, reading: Any) -> str:
    form = _superlative(word, reading) or reading.inflect({"nomn", reading.tag.number})
    if reading.tag.case == "nomn" or not form:
        return word
    text = _beside(form.word, reading.tag.case)
    return as_written(word, text if "ё" in word else text.replace("ё", "е"))  # as the author spells


def _superlative(word: str, reading: Any) -> Any | None:
    """ "Высшем" is of "высший", not of "высочайший": the dictionary has both as one word's."""
    if "Supr" not in reading.tag:
        return None
    wanted = {"Supr", "nomn", reading.tag.number, *((reading.tag.gender,) if reading.tag.gender else ())}
    forms = (one for one in reading.lexeme if wanted <= one.tag.grammemes)
    return max(forms, key=lambda one: SequenceMatcher(None, one.word, word.lower()).ratio(), default=None)


def _beside(text: str, case: str) -> str:
    """ "Яслями-сад", "школе-лицей": of first parts that stayed in their case, the nominative."""
    *first, last = text.split("-")
    return "-".join([*(_first_part(part, case) for part in first), last])


def _first_part(part: str, case: str) -> str:
    same = {case, FIRST_CASE.get(case)}
    nouns = [one for one in readings(part) if one.tag.POS == "NOUN" and not names_person(one)]
    if any(one.tag.case == "nomn" and "Pltm" not in one.tag and one.tag.number == "sing" for one in nouns):
        return part
    told = [one for one in nouns if one.tag.case in same and (one.tag.number == "sing" or "Pltm" in one.tag)]
    form = told[0].inflect({"nomn"}) if told else None
    return str(form.word) if form else part


def _second_head(words: list[str], case: str) -> list[str]:
    """ "отделом образования и профсоюзом" has two heads: the one after "и" goes to the nominative as well."""
    if "и" not in words or case not in COORDINATED:
        return words
    index = words.index("и") + 1
    return [*words[:index], *nominative(" ".join(words[index:]), case).split(" ")]
