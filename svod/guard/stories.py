"""Sentences that tell a case of violence: who did what to whom. They are held, whoever is named in them or not."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from svod.guard.keys import key_of
from svod.guard.records import Find
from svod.language import LANGUAGES
from svod.records import Span

# A full stop after one letter, or one of these, ends no sentence: "А. Коваль", "ул. Абая".
SHORTENED = "".join(
    rf"(?<!\b{word})" for word in (r"\w", "ул", "им", "пр", "тел", "исп", "обл", "гр", "Mr", "Mrs", "Ms")
)
SENTENCE = re.compile(rf"[^\n]+?(?:{SHORTENED}[.!?…]+[»\")]*(?=\s+[«\"“A-ZА-ЯЁӘҒҚҢӨҰҮҺІ–—-])|(?=\n)|$)")
TITLE = re.compile(r"[«“\"][^«»“”\"\n]{1,90}[»”“\"]")
CERTAINTY = 0.8
NEVER = "(?!)"
CLAUSE = 80  # characters before a deed in which its condition begins


@dataclass(frozen=True, slots=True)
class _Words:
    deeds: re.Pattern[str]
    parties: re.Pattern[str]
    talk: re.Pattern[str]
    few: re.Pattern[str]
    opens: re.Pattern[str]
    clause: re.Pattern[str]


def stories(text: str, language: str, persons: Sequence[Find] = ()) -> list[Find]:
    """The sentences that tell a case, or of few who asked for help; who is named counts as somebody it happens to."""
    spoken = (language,) if language in LANGUAGES else LANGUAGES
    small = text.replace("İ", "i").lower()  # whose small letter would be two
    places = [match.start() for match in _anywhere(spoken).finditer(f"\n{small}")]
    if not places:
        return []
    found = []
    names = sorted(one.start for one in persons)
    for sentence in _sentences(text):
        if _lies_in(sentence, places):
            said = text[sentence.start : sentence.end]
            found += list(_told(said, sentence, spoken, _lies_in(sentence, names)))
    return found


def _lies_in(span: Span, places: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, lies within the span."""
    first = bisect_left(places, span.start)
    return first < len(places) and places[first] < span.end


def _told(said: str, place: Span, languages: Sequence[str], named: bool) -> Iterator[Find]:
    if deed := _deed(said, languages, named):
        yield Find("story", place.start, place.end, deed, CERTAINTY, "story", key_of("story", said))
    elif few := next(filter(None, (_words(language).few.search(said) for language in languages)), None):
        yield Find("few", place.start, place.end, few[0], CERTAINTY, "few_asked", key_of("few", said))


def _sentences(text: str) -> Iterator[Span]:
    for match in SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if start < match.end():
            yield Span(start, match.end())


def _deed(sentence: str, languages: Sequence[str], names_somebody: bool) -> str:
    """The words of the deed where the sentence is a story, else ""."""
    said = TITLE.sub(" ", sentence)
    for words in map(_words, languages):
        deed = next((one for one in words.deeds.finditer(said) if not _is_condition(said, one.start(), words)), None)
        if deed and (names_somebody or words.parties.search(said)) and not words.talk.search(said):
            return deed[0]
    return ""


def _is_condition(said: str, at: int, words: _Words) -> bool:
    """ "Если муж избивает вас, звоните", but not "избивает и угрожает убить, если уйдёт"."""
    return bool(words.opens.match(said) or words.clause.search(said, max(0, at - CLAUSE), at))


@cache
def _anywhere(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Where a deed begins or a word of few, in a text in small letters: it takes half the time that looking without
    regard to case does. It finds what stands before the word, since a search leaps from one blank to the next; that
    each begins with a word is said once for all, before any of them is tried."""
    told = [pattern for language in languages for name in ("deeds", "few") for pattern in _tables()[language][name]]
    return re.compile(rf"\W(?=\w)(?={'|'.join(told)})")


@cache
def _tables() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))


@cache
def _words(language: str) -> _Words:
    table = _tables()[language]
    parties, talk = (re.compile("|".join(table[name]), re.IGNORECASE) for name in ("parties", "talk"))
    deeds, few = (re.compile(rf"\b(?=\w)(?:{'|'.join(table[name])})", re.IGNORECASE) for name in ("deeds", "few"))
    opens, clause = ("|".join(table[name]) or NEVER for name in ("opens", "clause"))
    return _Words(
        deeds,
        parties,
        talk,
        few,
        opens=re.compile(rf"[\W\d]*(?:{opens})\b", re.IGNORECASE),
        clause=re.compile(rf"\b(?:{clause})\b[^,;:–—]*$", re.IGNORECASE),
    )
