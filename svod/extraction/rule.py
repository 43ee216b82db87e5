"""What a rule of the chain needs to answer at all, declared beside it: a mention asks only the rules that could.

    @rule(language="kk", said={"total.trigger"})
    def sums_up(mention: Mention) -> Verdict | None: ...

A rule does not ask again for what it declares, but for `said`: that is said somewhere in its sentence, and the rule
looks where.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from svod.extraction.frame import NONE
from svod.extraction.mention import Mention, Verdict

Answer = Callable[[Mention], Verdict | None]
ANYTHING = 1  # the bit that every sentence has


class Situation(NamedTuple):
    """What a rule may ask of a mention before it looks at the words around it."""

    language: str
    kind: str  # "" where no rule is for that kind
    is_verb: bool
    is_governed: bool  # by a word that the lexicon knows
    is_listed: bool  # behind another one
    is_known: bool  # an activity of its kind was told before
    is_near: bool  # an activity was told in this paragraph or the last one
    is_quoted: bool


class Rule(NamedTuple):
    """A rule and where it may answer: None or nothing where it does not mind. Fields as in `Situation`.

    `said`: one of these is among the categories of its sentence's words.
    """

    answer: Answer
    language: str = ""
    kinds: frozenset[str] = frozenset()
    is_verb: bool | None = None
    is_governed: bool | None = None
    is_listed: bool | None = None
    is_known: bool | None = None
    is_near: bool | None = None
    is_quoted: bool | None = None
    said: frozenset[str] = frozenset()

    def may_answer(self, situation: Situation) -> bool:
        """Whether the situation has all that the rule needs, apart from what is said."""
        if (self.language and self.language != situation.language) or (self.kinds and situation.kind not in self.kinds):
            return False
        wanted = (self.is_verb, self.is_governed, self.is_listed, self.is_known, self.is_near, self.is_quoted)
        return all(need in (None, found) for need, found in zip(wanted, situation[2:], strict=True))


def rule(
    *,
    language: str = "",
    kinds: Collection[str] = (),
    said: Collection[str] = (),
    is_verb: bool | None = None,
    is_governed: bool | None = None,
    is_listed: bool | None = None,
    is_known: bool | None = None,
    is_near: bool | None = None,
    is_quoted: bool | None = None,
) -> Callable[[Answer], Rule]:
    """Makes a rule of a function."""

    def declare(answer: Answer) -> Rule:
        flags = (is_verb, is_governed, is_listed, is_known, is_near, is_quoted)
        return Rule(answer, language, frozenset(kinds), *flags, frozenset(said))

    return declare


class Chain:
    """The rules in their order, and those of them that may answer in a situation."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._kinds = NONE.union(*(one.kinds for one in rules))
        asked = sorted(NONE.union(*(one.said for one in rules)))
        self._bits = {category: ANYTHING << number for number, category in enumerate(asked, start=1)}
        self._asked = frozenset(asked)
        self._may_answer: dict[Situation, tuple[tuple[int, Answer], ...]] = {}

    def asked_of(self, said: frozenset[str]) -> int:
        """What is said, as far as a rule asks for it: a bit for each category."""
        bits = ANYTHING
        for category in said & self._asked:
            bits |= self._bits[category]
        return bits

    def decide(self, mention: Mention, said: int) -> Verdict:
        """The first answer; `said` is what its sentence says."""
        for asked, answer in self._in(self._situation(mention)):
            if asked & said:
                verdict = answer(mention)
                if verdict is not None:
                    return verdict
        raise AssertionError("the last rule always answers")

    def _in(self, situation: Situation) -> tuple[tuple[int, Answer], ...]:
        """The rules that may answer there, each with the bits of which it needs one."""
        if situation not in self._may_answer:
            able = [one for one in self.rules if one.may_answer(situation)]
            self._may_answer[situation] = tuple((self._needed(one), one.answer) for one in able)
        return self._may_answer[situation]

    def _needed(self, one: Rule) -> int:
        return sum(self._bits[category] for category in one.said) or ANYTHING

    def _situation(self, mention: Mention) -> Situation:
        return Situation(
            mention.language,
            mention.code if mention.code in self._kinds else "",
            mention.is_verb,
            mention.governor_mark is not None,
            mention.listed_after is not None,
            mention.known,
            mention.paragraph_told,
            mention.mark.quoted,
        )
