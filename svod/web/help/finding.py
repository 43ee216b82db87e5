"""Search in the guide, without a script: by dictionary forms, as in the register."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from svod.register.search import asked_words, words_of
from svod.web.help.book import Page, pages
from svod.web.help.drawing import Section

MOST = 10
NEAR = 0.6  # of the best: parts that answer less of the question are left out
SHORTEST = 3  # letters that may begin another word


@dataclass(frozen=True, slots=True)
class Found:
    page: Page
    section: Section


@dataclass(frozen=True, slots=True)
class _Known:
    found: Found
    called: frozenset[str]  # the words of its title
    words: frozenset[str]


def find(language: str, question: str) -> list[Found]:
    """The parts that answer it best: a rare word says more than a frequent one, and a title twice as much as a text."""
    known = _known(language)
    scores = [0.0] * len(known)
    for forms in asked_words(question):
        holds = [_holds(one.words, forms) for one in known]
        rarity = log(len(known) / max(sum(holds), 1)) + 0.1
        for place, one in enumerate(known):
            scores[place] += rarity * (holds[place] + _holds(one.called, forms))
    best = max(scores, default=0.0)
    order = sorted(range(len(known)), key=lambda place: -scores[place])
    return [known[place].found for place in order if scores[place] > 0 and scores[place] >= NEAR * best][:MOST]


def _holds(words: frozenset[str], forms: frozenset[str]) -> bool:
    """In a form of its own, or as the beginning of a longer word: English has no dictionary here."""
    return bool(words & forms) or any(_begins(words, form) for form in forms)


def _begins(words: frozenset[str], form: str) -> bool:
    return len(form) > SHORTEST and any(word.startswith(form) for word in words)


@cache
def _known(language: str) -> tuple[_Known, ...]:
    return tuple(_parts(language))


def _parts(language: str) -> Iterator[_Known]:
    for page in pages(language):
        for section in page.sections:
            called = frozenset(words_of([section.title], language))
            yield _Known(Found(page, section), called, called.union(words_of([section.text], language)))
