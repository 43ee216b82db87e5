"""What a rule of the chain needs to answer at all, declared beside it: a mention asks only the rules that could.

    @rule(language="kk", said={"total.trigger"})
    def sums_up(mention: Mention) -> Verdict | None: ...

A rule does not ask again for what it declares, but for `said`, `words` and `begins`: these are somewhere in its
sentence, and the rule looks where.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from svod.extraction.lexicon.forms import Form
from svod.extraction.lexicon.meaning import UNHEARD
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.text.clause import NONE
from svod.extraction.text.scan import Mark
from svod.language.fold import fold
from svod.language.remembered import Remembered

Answer = Callable[[Mention], Verdict | None]
ANYTHING = 1  # the bit that every sentence has
# What a sentence says: a bit for each category, and one for each rule of words. All of them in one number would be more
# than the 62 that are as quick as one where this is compiled.
Heard = tuple[int, int]
NOTHING: Heard = (0, 0)


class Situation(NamedTuple):
    """What a rule may ask of a mention before it looks at the words around it."""

    language: str
    traits: frozenset[str]  # of its kind: those that rules ask for
    phrase: str  # the kind's, folded; "" where no rule is for that phrase
    is_verb: bool
    is_plural: bool
    is_preceded: bool  # by a word that governs it
    is_governed: bool  # by a word that the lexicon knows
    is_listed: bool  # behind another one
    is_known: bool  # an activity of its kind was told before
    is_near: bool  # an activity was told in this paragraph or the last one
    is_quoted: bool


class Rule(NamedTuple):
    """A rule and where it may answer: None or nothing where it does not mind. Fields as in `Situation`; `traits`: any.

    `said`: one of these is among the categories of its sentence's words. `words`, `begins`: among the words themselves,
    or right beside them, is one of these, or one that begins so.
    """

    answer: Answer
    language: str = ""
    traits: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    is_verb: bool | None = None
    is_plural: bool | None = None
    is_preceded: bool | None = None
    is_governed: bool | None = None
    is_listed: bool | None = None
    is_known: bool | None = None
    is_near: bool | None = None
    is_quoted: bool | None = None
    said: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()

    def may_answer(self, situation: Situation) -> bool:
        """Whether the situation has all that the rule needs, apart from what is said."""
        if self.language and self.language != situation.language:
            return False
        if self.traits and self.traits.isdisjoint(situation.traits):
            return False
        if self.phrases and situation.phrase not in self.phrases:
            return False
        wanted = (
            *(self.is_verb, self.is_plural, self.is_preceded, self.is_governed),
            *(self.is_listed, self.is_known, self.is_near, self.is_quoted),
        )
        return all(need in (None, found) for need, found in zip(wanted, situation[3:], strict=True))


def rule(
    *,
    language: str = "",
    traits: Collection[str] = (),
    phrases: Collection[str] = (),
    said: Collection[str] = (),
    words: Collection[str] = (),
    begins: tuple[str, ...] = (),
    is_verb: bool | None = None,
    is_plural: bool | None = None,
    is_preceded: bool | None = None,
    is_governed: bool | None = None,
    is_listed: bool | None = None,
    is_known: bool | None = None,
    is_near: bool | None = None,
    is_quoted: bool | None = None,
) -> Callable[[Answer], Rule]:
    """Makes a rule of a function."""

    def declare(answer: Answer) -> Rule:
        flags = (is_verb, is_plural, is_preceded, is_governed, is_listed, is_known, is_near, is_quoted)
        about = (frozenset(traits), frozenset(map(fold, phrases)))
        return Rule(answer, language, *about, *flags, frozenset(said), frozenset(words), begins)

    return declare


class Asked:
    """A rule in a situation: one of the bits of `said` and one of those of `words` must be in its sentence."""

    __slots__ = ("answer", "said", "words")

    def __init__(self, said: int, words: int, answer: Answer) -> None:
        self.said, self.words, self.answer = said, words, answer


class Chain:
    """The rules in their order, and those of them that may answer in a situation."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._traits = NONE.union(*(one.traits for one in rules))  # those that any rule asks for
        self._numbers: dict[frozenset[str], int] = {}  # of those that a kind has, as they are met
        self._number_of_traits: dict[frozenset[str], int] = {}
        self._phrases = _numbered(one.phrases for one in rules)
        self._number_of_phrase = Remembered(lambda phrase: self._phrases.get(fold(phrase), 0))
        asked = sorted(NONE.union(*(one.said for one in rules)))
        self._bits = {category: ANYTHING << number for number, category in enumerate(asked, start=1)}
        self._asked = frozenset(asked)
        by_word = [one for one in rules if one.words or one.begins]
        self._by_word = {one.answer: ANYTHING << number for number, one in enumerate(by_word, start=1)}
        self._may_answer: dict[str, dict[int, tuple[Asked, ...]]] = {}  # language -> number -> rules

    def asked_of(self, marks: Iterable[Mark], forms: Iterable[Form], carried: frozenset[str]) -> Heard:
        """What a sentence says, as far as a rule asks for it; `carried` it has from the item before it."""
        said = ANYTHING | self._bits_of(carried) if carried else ANYTHING
        for mark in marks:
            if mark.meaning.signals == UNHEARD:
                mark.meaning.signals = self._bits_of(mark.categories)
            said |= mark.meaning.signals
        words = ANYTHING
        for form in forms:
            if form.signals == UNHEARD:
                form.signals = self._bits_of_word(form.word)
            words |= form.signals
        return said, words

    def _bits_of(self, categories: frozenset[str]) -> int:
        return sum(self._bits[category] for category in categories & self._asked)

    def _bits_of_word(self, word: str) -> int:
        """The bits of the rules that ask for this word."""
        asking = (one for one in self.rules if word in one.words or (one.begins and word.startswith(one.begins)))
        return sum(self._by_word[one.answer] for one in asking)

    def decide(self, mention: Mention, heard: Heard) -> Verdict:
        """The first answer; `heard` is what its sentence says."""
        said, words = heard
        for one in self._for(mention):
            if one.said & said and one.words & words:
                verdict = one.answer(mention)
                if verdict is not None:
                    return verdict
        raise AssertionError("the last rule always answers")

    def _for(self, mention: Mention) -> tuple[Asked, ...]:
        """The rules that may answer about it.

        They are found once for each situation; its flags and its kind's traits make a number, by which they are kept.
        """
        kept = self._may_answer.setdefault(mention.language, {})
        number = (
            mention.is_verb
            | (mention.governor_mark is not None) << 1
            | (mention.listed_after is not None) << 2
            | mention.known << 3
            | mention.paragraph_told << 4
            | mention.mark.quoted << 5
            | mention.is_plural << 6
            | (mention.governor >= 0) << 7
            | self._number_of_phrase[mention.entry.phrase] << 8
            | self._number(mention.traits) << 24
        )
        able = kept.get(number)
        if able is None:
            situation = self._situation(mention)
            able = kept[number] = tuple(self._asked_so(one) for one in self.rules if one.may_answer(situation))
        return able

    def _number(self, traits: frozenset[str]) -> int:
        """A number for what a kind is like, the same for kinds that no rule tells apart."""
        number = self._number_of_traits.get(traits)
        if number is None:
            number = self._numbers.setdefault(traits & self._traits, len(self._numbers))
            self._number_of_traits[traits] = number
        return number

    def _asked_so(self, one: Rule) -> Asked:
        said = sum(self._bits[category] for category in one.said)
        return Asked(said or ANYTHING, self._by_word.get(one.answer, ANYTHING), one.answer)

    def _situation(self, mention: Mention) -> Situation:
        phrase = fold(mention.entry.phrase)
        return Situation(
            mention.language,
            mention.traits & self._traits,
            phrase if phrase in self._phrases else "",
            mention.is_verb,
            mention.is_plural,
            mention.governor >= 0,
            mention.governor_mark is not None,
            mention.listed_after is not None,
            mention.known,
            mention.paragraph_told,
            mention.mark.quoted,
        )


def _numbered(groups: Iterable[frozenset[str]]) -> dict[str, int]:
    """All members of some groups, numbered from 1."""
    return {member: number for number, member in enumerate(sorted(NONE.union(*groups)), start=1)}
