"""Lays a pack over the one it extends: what it takes over, what it keeps of that, and what its own files change."""

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

from svod.packs.pack import Lexicon
from svod.packs.tables import Table

# A lexicon's section -> the part of the pack whose codes are its keys. A section named after one of them and more, as
# "kind_verb", has keys that begin with such a code. Any other section takes any keys.
KIND = "kind"
NOT_OURS = "~"  # behind a code that another pack has as well
PARTS = {KIND: "kinds", "audience": "audiences", "partner": "partners", "material": "materials"}

# What a report says of its campaign in words of the campaign's own: a pack that has none leaves it to the narrator.
OF_THE_CAMPAIGN = ("title", "headings", "opening", "closing")

Codes = Mapping[str, frozenset[str]]  # part ("kinds", …) -> the pack's codes


def belongs(section: str, key: str, codes: Codes) -> bool:
    """Whether the pack has the code that a key of a lexicon's section stands for."""
    part = PARTS.get(section.partition("_")[0])
    code = key if section in PARTS else key.partition(" ")[0]
    return part is None or code in codes[part]


def lay_terms(own: Table, base: Table, keep: Table, part: str) -> Table:
    """The pack's own terms, then those it keeps of the extended pack: all, unless `keep` names them."""
    kept = keep.texts(part) if part in keep.content else tuple(base.content)
    for code in kept:
        if code not in base.content:
            raise keep.error(part, f"expected codes that the extended pack has, found {code!r}")
    inherited = {code: base.content[code] for code in kept if code not in own.content}
    return replace(own, content={**own.content, **inherited})


def lay_lexicon(own: Table, base: Table, codes: Codes) -> Table:
    """The words of both, section by section, without inherited words of codes that the pack does not keep."""
    if not base.content:
        return own
    sections = dict.fromkeys((*own.content, *base.content))
    return replace(own, content={section: _lay_words(section, own, base, codes) for section in sections})


def _lay_words(section: str, own: Table, base: Table, codes: Codes) -> dict[str, list[str]]:
    """Own words first. A word that the pack gives to one code is taken from any other code that it had before."""
    ours, theirs = own.table(section), base.table(section)
    taken = {word for key in ours.content for word in ours.texts(key)}
    words = {
        key: [word for word in theirs.texts(key) if word not in taken]
        for key in theirs.content
        if belongs(section, key, codes)
    }
    return words | {key: [*ours.texts(key), *words.get(key, [])] for key in ours.content}


def words_not_kept(kept: Lexicon, known: Table, codes: frozenset[str], *, takes_over: bool) -> Lexicon:
    """The nouns by which another pack names kinds that this one does not keep: so that a text that tells of them can be
    pointed at. Without those that hold a word of its own kinds: "профилактический рейд" where it counts each "рейд".

    Where it `takes_over` none of the other's kinds, a code that both have is not the same.
    """
    ours = {_words_of(word) for words in kept.get(KIND, {}).values() for word in words}
    theirs = known.table(KIND)
    words = {
        f"{code}{NOT_OURS}" if code in codes else code: tuple(
            word for word in theirs.texts(code) if not _holds_any(_words_of(word), ours)
        )
        for code in theirs.content
        if code not in codes or not takes_over
    }
    return {KIND: words} if words else {}


def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().replace("-", " ").split())


def _holds_any(words: tuple[str, ...], phrases: Set[tuple[str, ...]]) -> bool:
    """Whether some of the words, one behind the other, are one of the phrases."""
    ends = range(len(words) + 1)
    return any(words[start:end] in phrases for end in ends for start in range(end))


def lay_phrases(own: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are laid over key by key; anything else is replaced. What the extended pack says of its own campaign, as
    "участники узнавали о видах насилия", is left behind."""
    return _laid_over(own, {key: base[key] for key in base if key not in OF_THE_CAMPAIGN})


def _laid_over(own: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _laid_over(own[key], base[key])
        if isinstance(own.get(key), dict) and isinstance(base.get(key), dict)
        else own.get(key, base.get(key))
        for key in dict.fromkeys((*base, *own))
    }
