"""A submission that says for itself that nothing was held: "мероприятия не проводились", "іс-шара өткізілген жоқ"."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import svod.language
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.pieces import WORD
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Places
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language import LANGUAGES
from svod.language.fold import fold
from svod.records import Evidence, NothingHeld, ReportedTotal

BEFORE = 4  # words from a denial to what it denies behind it: "не проводилось никаких мероприятий"
SHORT = 12  # words of a whole text that need not say what was not held

Phrase = tuple[str, ...]  # folded words; one with a star stands for all that begin so


class Phrases(NamedTuple):
    """Some phrases, and the beginnings of their first words: most words begin none."""

    phrases: tuple[Phrase, ...]
    openings: tuple[str, ...]


class Sayings(NamedTuple):
    """The phrases of one pair: what did not take place, and how that is denied."""

    about: Phrases
    denied: Phrases


class Language(NamedTuple):
    """A language's nothing.toml, folded."""

    says: tuple[Sayings, ...]
    bare: Phrases
    limits: Phrases
    auxiliary: frozenset[str]


def nothing_held(
    frame: Frame, places: Places, document: str, totals: Sequence[ReportedTotal] = ()
) -> tuple[NothingHeld, ...]:
    """The places that say so, one for each region. Only for a text that tells nothing held itself.

    "Проведено мероприятий: 0", one of its reported totals, says so too.
    """
    noughts = (total for total in totals if total.measure == "activities" and total.kind is None)
    found = {total.region: NothingHeld(total.evidence, total.region) for total in noughts}
    for sentence in frame.sentences if frame.holds(_openings()) else ():
        if _says_so(frame, sentence):
            region = _region(places, sentence)
            found.setdefault(region, NothingHeld(Evidence(document, sentence.start, sentence.end), region))
    return tuple(found.values())


def _says_so(frame: Frame, sentence: Sentence) -> bool:
    words, openings = frame.words_of(sentence), _openings()
    if frame.text[sentence.end - 1] == "?" or not any(word.startswith(openings) for word in words):
        return False
    said_so = _is_short_answer(frame, words) or any(
        _denies(frame, sentence, words, sayings, one) for one in languages() for sayings in one.says
    )
    return said_so and not any(_places_of(one.limits, words) for one in languages())


def _is_short_answer(frame: Frame, words: list[str]) -> bool:
    """ "Школа № 5: не проводилось." """
    return (
        len(frame.words) <= SHORT
        and any(_places_of(one.bare, words) for one in languages())
        and not any("kind" in mark.categories for mark in _marks(frame, 0, len(frame.words)))
    )


def _denies(frame: Frame, sentence: Sentence, words: list[str], sayings: Sayings, language: Language) -> bool:
    denied = _places_of(sayings.denied, words) if frame.holds(sayings.denied.openings) else []
    if not denied:
        return False
    first = frame.word_index(sentence.start)
    for start, end in _places_of(sayings.about, words):
        for denial, behind in denied:
            if start <= denial:
                # What stands first is what is spoken of: "мероприятия (семинары, лекции) не проводились".
                if _kinds(frame, first, first + start, sayings) or _tells(frame, first + end, first + denial, language):
                    continue
            elif start - behind > BEFORE or _kinds(frame, first + behind, first + start, sayings):
                continue
            return True
    return False


def _kinds(frame: Frame, first: int, last: int, sayings: Sayings) -> bool:
    """Whether a word between two names an activity of its own: "семинар", not "мероприятие"."""
    return any(
        not _places_of(sayings.about, frame.words.words[mark.first : mark.last + 1])
        for mark in _marks(frame, first, last)
        if "kind" in mark.categories
    )


def _tells(frame: Frame, first: int, last: int, language: Language) -> bool:
    """Whether a verb between two words says that something was held."""
    return any(
        not mark.categories.isdisjoint(HELD) and frame.words.words[mark.first] not in language.auxiliary
        for mark in _marks(frame, first, last)
    )


def _marks(frame: Frame, first: int, last: int) -> list[Mark]:
    marks = dict.fromkeys(frame.mark_at[first:last])
    return [mark for mark in marks if mark is not None and not mark.quoted]


def _region(places: Places, sentence: Sentence) -> str | None:
    """The region named in the sentence, else the last one before it, else the only one of the text."""
    regions = [place.region for place in places.within(sentence.start, sentence.end) if place.region]
    before = [place.region for place in places.within(0, sentence.start) if place.region]
    return next(iter(regions), None) or next(reversed(before), None) or places.only_region


def _places_of(known: Phrases, words: list[str]) -> list[tuple[int, int]]:
    """Where one of the phrases stands among the words: [first, behind the last)."""
    return [
        (at, at + len(phrase))
        for at, word in enumerate(words)
        if word.startswith(known.openings)
        for phrase in known.phrases
        if _stands(phrase, words, at)
    ]


def _stands(phrase: tuple[str, ...], words: list[str], at: int) -> bool:
    fits = at + len(phrase) <= len(words)
    return fits and all(_is(pattern, words[at + index]) for index, pattern in enumerate(phrase))


def _is(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def languages() -> tuple[Language, ...]:
    """Every language's way of saying so."""
    return tuple(_language(name) for name in LANGUAGES)


@cache
def _openings() -> tuple[str, ...]:
    """How the words begin of which a sentence that says so has one."""
    said = (phrases for one in languages() for phrases in (one.bare, *(sayings.denied for sayings in one.says)))
    return tuple({opening for phrases in said for opening in phrases.openings})


def _language(name: str) -> Language:
    path = Path(svod.language.__file__).parent / name / "nothing.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    says = tuple(Sayings(_phrases(one["about"]), _phrases(one["denied"])) for one in data["says"])
    auxiliary = frozenset(word for phrase in _phrases(data["auxiliary"]["words"]).phrases for word in phrase)
    bare, limits = (_phrases(data[name]["words"]) for name in ("bare", "limits"))
    return Language(says, bare, limits, auxiliary)


def _phrases(phrases: list[str]) -> Phrases:
    """Folded and cut into words; the star stays with its word."""
    cut = tuple(tuple(word for part in phrase.split() for word in _words_of(part)) for phrase in phrases)
    return Phrases(cut, tuple({phrase[0].rstrip("*") for phrase in cut}))


def _words_of(part: str) -> list[str]:
    star = "*" if part.endswith("*") else ""
    return [word + star for word in WORD.findall(fold(part))]
