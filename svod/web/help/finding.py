"""Search in the guide, without a script: by dictionary forms, as in the register."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from svod.register.search import asked_words, words_of
from svod.web.help.book import Page, pages
from svod.web.help.drawing import Section

MOST = 20
SHORTEST = 3  # letters that may begin another word


@dataclass(frozen=True, slots=True)
class Found:
    page: Page
    section: Section


def find(language: str, question: str) -> list[Found]:
    """The parts that hold every word of the question, those first that are called so."""
    wanted = asked_words(question)
    if not wanted:
        return []
    called = [found for found, title, _all in _known(language) if _holds(title, wanted)]
    others = [found for found, _title, text in _known(language) if _holds(text, wanted) and found not in called]
    return [*called, *others][:MOST]


def _holds(words: frozenset[str], wanted: tuple[frozenset[str], ...]) -> bool:
    """Each word in a form of its own, or as the beginning of a longer one: English has no dictionary here."""
    return all(words & forms or any(_begins(words, form) for form in forms) for forms in wanted)


def _begins(words: frozenset[str], form: str) -> bool:
    return len(form) > SHORTEST and any(word.startswith(form) for word in words)


@cache
def _known(language: str) -> tuple[tuple[Found, frozenset[str], frozenset[str]], ...]:
    """Each part of the guide with the words of its title and all its words."""
    return tuple(_parts(language))


def _parts(language: str) -> Iterator[tuple[Found, frozenset[str], frozenset[str]]]:
    for page in pages(language):
        for section in page.sections:
            title = frozenset(words_of([section.title], language))
            yield Found(page, section), title, title.union(words_of([section.text], language))
