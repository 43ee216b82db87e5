"""Kazakh noun phrases in every form. Only the last word takes endings: plural, possessive, case, in that order."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

from svod.language.forms import Form, Number

Possessive = Literal["", "third", "our"]  # none; "сағаты", its hour; "сағатымыз", our hour
CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins", "attr")
POSSESSIVES: tuple[Possessive, ...] = ("", "third", "our")
PLURAL_ENDINGS = ("лар", "лер", "дар", "дер", "тар", "тер")


@dataclass(frozen=True, slots=True)
class _Noun:
    """A phrase without the endings that its dictionary form already carries."""

    stem: str
    plural: bool = False
    possessed: bool = False


@lru_cache(maxsize=5_000)
def forms(phrase: str) -> tuple[Form, ...]:
    """Every form of a phrase in dictionary form, each once.

    "үстел" -> үстел, үстелдің, …, үстелдері, үстелімізде. What is possessed already stays so ("сынып сағаты" ->
    сынып сағатын, сынып сағаттарына), a plural stays plural. An abbreviation or a Latin name takes its endings after a
    hyphen, in either harmony, for nobody can see how it is read.
    """
    if not phrase:
        return ()
    noun = _taken_apart(phrase)
    numbers: tuple[Number, ...] = ("plur",) if noun.plural else ("sing", "plur")
    possessives = _possessives(noun)
    found = (
        Form(text, number, case)
        for number, possessive, case in product(numbers, possessives, CASES)
        for text in _texts(noun, number, possessive, case)
    )
    return tuple(dict.fromkeys(found))


def inflect(phrase: str, case: str, number: Number = "sing", possessive: Possessive = "") -> str:
    """A phrase in dictionary form, in that case and number; what is possessed already stays so.

    `case` is one of nom, gen, dat, acc, loc, abl, ins and attr ("ауданындағы").
    """
    noun = _taken_apart(phrase)
    possessed = possessive or ("third" if noun.possessed else "")
    return next(_texts(noun, "plur" if noun.plural else number, possessed, case))


def singular(phrase: str) -> str:
    """The singular of a phrase given in the plural: "мектеп оқушылары" -> "мектеп оқушысы"; any other as it is."""
    noun = _taken_apart(phrase)
    return next(_texts(noun, "sing", "third" if noun.possessed else "", "nom")) if noun.plural else phrase


def is_possessed(phrase: str) -> bool:
    """Whether it is a compound whose last word is possessed: "сынып сағаты", not "дөңгелек үстел"."""
    return _taken_apart(phrase).possessed


def endings(what: str, which: str) -> tuple[str, ...]:
    """All spellings of the endings of a case or of a possessive, in either harmony: ("case", "dat") -> ға, ге, қа, …"""
    if what == "possessive":
        templates = {*_rules()["possessive"].get(which, ("",))}
    else:
        templates = {*_rules()["case"][which].values(), _rules()["case_after_third"][which]}
    return tuple(sorted({_ending(template, front) for template in templates for front in (True, False)}))


def hardened(stem: str, possessive: Possessive) -> tuple[str, ...]:
    """What may stand before endings as this stem: "мектеб" before a possessive is мектеп, "халқ" is халық."""
    if not possessive:
        return (stem,)
    hard = {soft: hard for hard, soft in _rules()["stem"]["softens"].items()}.get(stem[-1])
    whole = [long for long, short in _rules()["contracted"].items() if stem == short]
    return (*whole, *((stem[:-1] + hard,) if hard else ()), stem)


def _possessives(noun: _Noun) -> tuple[Possessive, ...]:
    if _is_spelled_out(noun.stem):
        return ("",)
    return ("third", "our") if noun.possessed else POSSESSIVES


def _texts(noun: _Noun, number: Number, possessive: Possessive, case: str) -> Iterator[str]:
    """The form, the usual one first; several where the harmony or the spelling is not settled."""
    for joint, front, heard in _pronunciations(noun.stem):
        sound = heard
        word = noun.stem + joint
        if number == "plur":
            word, sound = word + _ending(_rules()["plural"][sound], front), "glide"
        for base in _possessed(word, sound, front, possessive) if possessive else (word,):
            ending = _case_ending(case, "voiced" if possessive == "our" else sound, possessive)
            form = base + _ending(ending, front)
            yield form.removesuffix("-")


def _pronunciations(word: str) -> Iterator[tuple[str, bool, str]]:
    """How endings join the word: what stands between, whether they are front, the class of the last sound."""
    last = word.split(" ")[-1]
    if not _is_spelled_out(last):
        for front in _harmonies(last):
            yield "", front, _sound(last.removesuffix("ь")[-1])
        return
    sounds = ("vowel",) if last[-1].lower() in _rules()["sounds"]["vowel"] else ("vowel", "nasal", "voiceless")
    for front, sound in product((False, True), sounds):
        yield "-", front, sound


def _is_spelled_out(word: str) -> bool:
    """Abbreviations, Latin names and quoted ones: "БҚО-да", "Zoom-да", "«Қамқор»-дың"."""
    return (len(word) > 1 and word.isupper()) or word[-1].isascii() or not word[-1].isalpha()


def _case_ending(case: str, sound: str, possessive: Possessive) -> str:
    if possessive == "third":
        return str(_rules()["case_after_third"][case])
    return str(_rules()["case"][case][sound])


def _possessed(word: str, sound: str, front: bool, possessive: Possessive) -> Iterator[str]:
    """The word with its possessive: "мектеп" -> "мектебі", "көрме" -> "көрмесі"."""
    after_vowel, after_consonant = _rules()["possessive"][possessive]
    if sound == "vowel" and not word.endswith("-"):
        yield word + _ending(after_vowel, front)
        return
    yield _before_vowel(word) + _ending(after_consonant, front)
    if word.endswith("сс"):  # "мастер-класы" and "мастер-классы"
        yield word[:-1] + _ending(after_consonant, front)
    elif word.endswith("лик"):  # "ролигі" and "роликі"
        yield word + _ending(after_consonant, front)


def _before_vowel(word: str) -> str:
    """The stem as it stands before a vowel: softened, or without the vowel or the sign it loses."""
    rules = _rules()
    for stem, short in rules["contracted"].items():
        if word.endswith(stem):
            return word.removesuffix(stem) + str(short)
    softened = rules["stem"]["softens"].get(word[-1])
    follows_vowel = len(word) > 1 and _sound(word[-2]) in ("vowel", "glide") and word[-2] != "р"
    if softened and follows_vowel and not word.endswith(tuple(rules["stem"]["hard"])):
        return word[:-1] + str(softened)
    return word.removesuffix("ь")


def _ending(template: str, front: bool) -> str:
    return template.translate(str.maketrans("AIGK", "еігк" if front else "аығқ"))


def _sound(letter: str) -> str:
    return next((name for name, letters in _rules()["sounds"].items() if letter.lower() in letters), "voiceless")


def _harmonies(word: str) -> tuple[bool, ...]:
    """Whether endings are front; both where usage is divided, the more usual first: "педагогтер", "педагогтар"."""
    divided = _rules()["harmony"]["divided"]
    usual = next((front for end, front in divided.items() if word.endswith(end)), None)
    return (_is_front(word),) if usual is None else (usual, not usual)


def _is_front(word: str) -> bool:
    """Whether endings are front: by the last vowel; a final у sounds as the vowel before it (кездесуге, байқауға)."""
    harmony, lower = _rules()["harmony"], word.lower()
    if lower.endswith(tuple(harmony["back_words"])):
        return False
    if lower.endswith("ь"):
        return True
    letters = lower.removesuffix("у")
    vowels = [letter for letter in letters if letter in harmony["front"] + harmony["back"]]
    return bool(vowels) and vowels[-1] in harmony["front"]


def _taken_apart(phrase: str) -> _Noun:
    """In a compound a last word in -ы, -і is possessed: "сынып сағаты", but "оқушы", "жоғары сынып оқушысы"."""
    stem, possessed = phrase, False
    if " " in phrase and phrase.endswith(("ы", "і")) and not _is_bare(phrase):
        stem, possessed = _without_possessive(phrase), True
    if _is_plural(stem) and not _is_bare(stem):
        return _Noun(stem[:-3], plural=True, possessed=possessed)
    return _Noun(stem, possessed=possessed)


def _is_plural(phrase: str) -> bool:
    """Whether the last letters are a plural ending that fits what stands before: "қыздар", not "волонтер"."""
    last = phrase.split(" ")[-1]
    single, ending = last[:-3], last[-3:]
    if ending not in PLURAL_ENDINGS or len(single) < 2:
        return False
    return _ending(_rules()["plural"][_sound(single[-1])], _is_front(single)) == ending


def _is_bare(phrase: str) -> bool:
    lower = phrase.lower()
    if lower.endswith(tuple(_rules()["stem"]["possessed"])):
        return False
    return lower.endswith((*_rules()["stem"]["bare"], "шы", "ші"))


def _without_possessive(phrase: str) -> str:
    rules = _rules()["stem"]
    for stem, short in _rules()["contracted"].items():
        if phrase[:-1].endswith(short):
            return phrase[:-1].removesuffix(short) + str(stem)
    if phrase.endswith(("сы", "сі")) and not phrase[:-1].endswith(tuple(rules["in_s"])):
        before = phrase[:-2]
        if _is_bare(before) or (_sound(before[-1]) == "vowel" and before[-1] not in "ыі"):
            return before
    stem = phrase[:-1]
    hardened = {soft: hard for hard, soft in rules["softens"].items()}.get(stem[-1])
    return stem[:-1] + hardened if hardened and not stem.endswith(tuple(rules["voiced"])) else stem


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("suffixes.toml").read_text(encoding="utf-8"))
