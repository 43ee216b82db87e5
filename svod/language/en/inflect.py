"""English noun phrases in both numbers."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from svod.language.forms import Form, Number

# How a regular plural ends, and its singular; the first that gives the plural back holds.
SINGULAR = (("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ies", "y"), ("s", ""))


@lru_cache(maxsize=5_000)
def forms(phrase: str) -> tuple[Form, ...]:
    """The phrase and its plural, where it has one: "round table", "round tables"; "day of action", "days of action"."""
    if not phrase:
        return ()
    several = plural(phrase)
    if several == phrase:
        return (Form(phrase, "", ""),)
    return (Form(phrase, "sing", ""), Form(several, "plur", ""))


def inflect(phrase: str, case: str = "", number: Number = "sing") -> str:
    """The phrase (given in the singular) in that number; English nouns have no case."""
    return plural(phrase) if number == "plur" else phrase


def plural(phrase: str) -> str:
    """The plural of a phrase given in the singular; only the head changes, the last word before a preposition."""
    before, head, after = _taken_apart(phrase)
    return " ".join([*before, _plural_word(head), *after])


def singular(phrase: str) -> str:
    """The singular of a phrase given in the plural: "readers", "young readers of a club"; any other as it is."""
    before, head, after = _taken_apart(phrase)
    irregular = [one for one, several in _rules()["plural"].items() if several == head]
    regular = [head[: len(head) - len(end)] + one for end, one in SINGULAR if head.endswith(end)]
    one = next((word for word in (*irregular, *regular) if word != head and _plural_word(word) == head), head)
    return " ".join([*before, one, *after])


def _taken_apart(phrase: str) -> tuple[list[str], str, list[str]]:
    words = phrase.split(" ")
    prepositions = _rules()["head"]["prepositions"]
    head = next((index for index, word in enumerate(words) if index and word in prepositions), len(words)) - 1
    return words[:head], words[head], words[head + 1 :]


def _plural_word(word: str) -> str:
    rules, lower = _rules(), word.lower()
    if lower in rules["fixed"]["words"]:
        return word
    if lower in rules["plural"]:
        return word[0] + str(rules["plural"][lower])[1:]
    if "-" in word:
        first, last = word.rsplit("-", 1)
        return f"{first}-{_plural_word(last)}"
    if re.search("[^aeiou]y$", lower):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search("(s|x|z|ch|sh)$", lower) else f"{word}s"


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("irregular.toml").read_text(encoding="utf-8"))
