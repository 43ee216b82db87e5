"""Sentences that tell a case of violence: who did what to whom. They are held, whoever is named in them or not."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from svod.guard.keys import key_of
from svod.guard.records import Find
from svod.records import Span

# A full stop after one letter, or one of these, ends no sentence: "А. Коваль", "ул. Абая".
SHORTENED = "".join(
    rf"(?<!\b{word})" for word in (r"\w", "ул", "им", "пр", "тел", "исп", "обл", "гр", "Mr", "Mrs", "Ms")
)
SENTENCE = re.compile(rf"[^\n]+?(?:{SHORTENED}[.!?…]+[»\")]*(?=\s+[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮҺІ–—-])|(?=\n)|$)")
TITLE = re.compile(r"[«“\"][^«»“”\"\n]{1,90}[»”“\"]")
CERTAINTY = 0.8
LANGUAGES = ("ru", "kk", "en")


@dataclass(frozen=True, slots=True)
class _Words:
    deeds: re.Pattern[str]
    parties: re.Pattern[str]
    talk: re.Pattern[str]


def stories(text: str, language: str, persons: Sequence[Find] = ()) -> list[Find]:
    """The sentences that tell a case; who is named counts as somebody it happens to."""
    spoken = (language,) if language in LANGUAGES else LANGUAGES
    places = sorted({place for words in map(_words, spoken) for place in _deeds(text, words)})
    if not places:
        return []
    return [
        Find("story", sentence.start, sentence.end, why, CERTAINTY, "story", key_of("story", words))
        for sentence in _sentences(text)
        if any(sentence.start <= place < sentence.end for place in places)
        for words in (text[sentence.start : sentence.end],)
        if (why := _deed(words, spoken, any(sentence.start <= one.start < sentence.end for one in persons)))
    ]


def _deeds(text: str, words: _Words) -> Iterator[int]:
    return (match.start() for match in words.deeds.finditer(text))


def _sentences(text: str) -> Iterator[Span]:
    for match in SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if start < match.end():
            yield Span(start, match.end())


def _deed(sentence: str, languages: Sequence[str], names_somebody: bool) -> str:
    """The words of the deed where the sentence is a story, else ""."""
    said = TITLE.sub(" ", sentence)
    for words in map(_words, languages):
        deed = words.deeds.search(said)
        if deed and (names_somebody or words.parties.search(said)) and not words.talk.search(said):
            return deed[0]
    return ""


@cache
def _words(language: str) -> _Words:
    table = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))[language]
    return _Words(*(re.compile("|".join(table[name]), re.IGNORECASE) for name in ("deeds", "parties", "talk")))
