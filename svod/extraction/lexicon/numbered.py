"""What the forms of a lexicon mean, gathered and numbered, each meaning once."""

import sys
from collections.abc import Iterable, Set
from typing import NamedTuple

Meant = tuple[str, str, str, str, str]  # category, code, number, phrase, language
Forms = dict[str, dict[Meant, str]]  # form -> what is meant -> cases


class Gathered(NamedTuple):
    """What forms mean anywhere, and what besides where their sentence ends."""

    anywhere: Forms
    at_the_end: Forms


class Meanings:
    """The meanings met so far, each once: the numbers of its entries, and of what it is where a sentence ends.

    `nouns` are the categories of what is declined.
    """

    def __init__(self, nouns: Set[str]) -> None:
        self.nouns = nouns
        self.entries: dict[tuple[str, ...], int] = {}
        self.all: dict[tuple[tuple[int, ...], int | None], int] = {}

    def numbered(self, forms: Gathered) -> dict[str, int]:
        """Each form with the number of its meaning."""
        found = {}
        for form in dict.fromkeys((*forms.anywhere, *forms.at_the_end)):
            meant, ending = forms.anywhere.get(form, {}), forms.at_the_end.get(form)
            end = None
            if ending is not None:  # no noun stands there: "таратуда" is then no locative
                verbs = {one: cases for one, cases in meant.items() if one[0] not in self.nouns}
                end = self._number(self._indexes({**verbs, **ending}), None)
            found[form] = self._number(self._indexes(meant), end)
        return found

    def _indexes(self, meant: dict[Meant, str]) -> tuple[int, ...]:
        entries = self.entries
        return tuple(entries.setdefault((*one[:3], cases, *one[3:]), len(entries)) for one, cases in meant.items())

    def _number(self, of_form: tuple[int, ...], end: int | None) -> int:
        return self.all.setdefault((of_form, end), len(self.all))


def add(forms: Forms, form: str, meant: Meant, case: str) -> None:
    """What a form means in one more case."""
    cases = forms.setdefault(form, {})
    known = cases.get(meant, "")
    cases[meant] = known if case in known else known + case


def by_length(forms: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """The forms of one word, and the phrases of several: most words of a text begin no phrase."""
    words = {sys.intern(form): meaning for form, meaning in forms.items() if " " not in form}
    return words, {form: meaning for form, meaning in forms.items() if " " in form}


def begun(phrases: Iterable[str]) -> dict[str, dict[str, tuple[int, ...]]]:
    """The first words of phrases, the second ones, and how many words they have, longest first.

    Each word and tuple is one object however often it stands there: on disk it is then written once.
    """
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    known: dict[tuple[int, ...], tuple[int, ...]] = {}
    for phrase in phrases:
        first, second, *rest = map(sys.intern, phrase.split(" "))
        seconds = found.setdefault(first, {})
        lengths = tuple(sorted({*seconds.get(second, ()), 2 + len(rest)}, reverse=True))
        seconds[second] = known.setdefault(lengths, lengths)
    return found
