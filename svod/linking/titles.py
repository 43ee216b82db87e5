"""How alike two titles are: letter by letter, or, told in two languages, meaning by meaning."""

import re
from functools import cache, lru_cache
from typing import Any

from svod.language.kk.letters import is_kazakh
from svod.linking.names import plain
from svod.packs.pack import Glossary

_STEM = 5  # letters: "насилие" and "насилия" share them, and so do "портрет" and "портреті"
_SHORTEST = 3  # of a word that the glossary does not know: shorter ones join words
_LONGEST_ENDING = 4  # behind a beginning of up to three letters: "мам" is no beginning of "мамонтёнок"
_LATIN = re.compile(r"[a-z]")

Meaning = frozenset[str]  # "=family" for a word the glossary knows, "булли" for one it does not


def likeness(one: str, other: str) -> float:
    """0 to 1 for two folded names: the mean of the likeness of their common words and of all their words.

    The first alone would call «Нет насилию» and «Скажи нет насилию в семье» the same.
    """
    if one == other:
        return 1.0
    fuzz = _fuzz()
    ratio: float = fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)
    return ratio / 200


@cache
def _fuzz() -> Any:
    """Heavy for a command that links nothing; for one that does, 200,000 imports of a module that is there add up."""
    from rapidfuzz import fuzz

    return fuzz


similarity = lru_cache(maxsize=1 << 12)(likeness)  # the same names come again and again


def common_meaning(one: Meaning, other: Meaning) -> float:
    """0 to 1: the part of the words of two titles that mean the same."""
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 0.0


def is_known(meaning: Meaning) -> bool:
    """Whether every word of a title is in the glossary."""
    return bool(meaning) and all(word[0] == "=" for word in meaning)


class Dictionary:
    """The pack's glossary, asked for titles."""

    def __init__(self, glossary: Glossary) -> None:
        self._ignored = frozenset(map(plain, glossary.ignored))
        self._meanings: dict[str, dict[str, str]] = {}  # language -> folded beginning -> meaning
        self._compounds: dict[str, str] = {}  # "ата ана" -> "атаана"
        self._known: dict[tuple[str, str], Meaning] = {}
        self._languages: dict[str, str | None] = {}
        self._found: dict[tuple[str, str], str] = {}
        for language, meanings in glossary.meanings.items():
            folded = {plain(beginning): meaning for beginning, meaning in meanings.items()}
            self._compounds |= {name: name.replace(" ", "") for name in folded if " " in name}
            self._meanings[language] = {name.replace(" ", ""): meaning for name, meaning in folded.items()}

    def language(self, title: str | None, of_document: str) -> str:
        """A Kazakh letter or Latin ones decide, then what the glossary's words are; else the document's language."""
        if not title:
            return of_document
        if title not in self._languages:
            self._languages[title] = self._of_words(title)
        return self._languages[title] or ("ru" if of_document == "mixed" else of_document)

    def _of_words(self, title: str) -> str | None:
        if is_kazakh(title):
            return "kk"
        words = self._words(plain(title))
        if all(map(_LATIN.match, words)):
            return "en"
        known = {lang: sum(bool(self._find(word, lang)) for word in words) for lang in ("ru", "kk")}
        return max(known, key=lambda language: known[language]) if known["ru"] != known["kk"] else None

    def meaning(self, folded: str, language: str) -> Meaning:
        """The meanings of a folded title's words."""
        known = self._known.get((folded, language))
        if known is None:
            told = (self._word(word, language) for word in self._words(folded) if word not in self._ignored)
            known = self._known[folded, language] = frozenset(filter(None, told))
        return known

    def _words(self, folded: str) -> list[str]:
        for compound, joined in self._compounds.items():
            folded = folded.replace(compound, joined)
        return folded.split()

    def _word(self, word: str, language: str) -> str:
        if meaning := self._find(word, language):
            return f"={meaning}"
        return word[:_STEM] if len(word) >= _SHORTEST or word.isdigit() else ""

    def _find(self, word: str, language: str) -> str:
        """What the longest beginning of the word means."""
        if (word, language) not in self._found:  # titles have most of their words in common
            self._found[word, language] = self._look_up(word, language)
        return self._found[word, language]

    def _look_up(self, word: str, language: str) -> str:
        meanings = self._meanings.get(language, {})
        for length in range(len(word), 1, -1):
            if (length > _SHORTEST or len(word) - length <= _LONGEST_ENDING) and word[:length] in meanings:
                return meanings[word[:length]]
        return ""
