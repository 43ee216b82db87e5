"""Shares of the answers to a survey, with the number they are taken of beside them. None is over the whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from svod.guard import LEAST
from svod.language.bounds_text import digits, printed
from svod.narration.grammar import Grammar
from svod.records import Bounds, SurveyCount

WIDEST = 20  # hundredths that bounds may lie apart and still say something
FEW = 30  # answers: shares of fewer are set side by side, never called a change


@dataclass(frozen=True, slots=True)
class Share:
    """`number` of the `of` who answered the question."""

    number: Bounds
    of: int

    @property
    def hundredths(self) -> tuple[int, int]:
        """The least and the most, rounded; 0 and 100 only where it is none and all."""
        most = self.of if self.number.most is None else self.number.most
        return _hundredths(self.number.least, self.of), _hundredths(most, self.of)

    @property
    def says_something(self) -> bool:
        least, most = self.hundredths
        return self.number.is_exact or (self.number.least >= LEAST and most - least <= WIDEST)

    @property
    def is_of_few(self) -> bool:
        return self.of < FEW


def share_of(count: SurveyCount, question: str, choices: Sequence[str], group: str) -> Share | None:
    """Of those in the group who answered the question, how many took one of the choices; None where nobody is told, or
    nobody was offered one of them."""
    of = count.answered.get((question, group))
    found = [count.chosen.get((question, choice, group)) for choice in choices]
    if of is None or None in found:
        return None
    total = Bounds.total(one for one in found if one)
    return Share(Bounds(total.least, of if total.most is None else min(total.most, of)), of)


def percent(share: Share, grammar: Grammar) -> str:
    """ "68 %", "от 61 до 68 %"."""
    least, most = share.hundredths
    if least == most:
        return grammar.text("surveys", "percent").format(share=least)
    return grammar.text("surveys", "percents").format(least=least, most=most)


def in_words(share: Share, key: str, grammar: Grammar) -> str:
    """ "68 % (98 из 144)"; `key` is the form that the sentence wants."""
    number, of = printed(share.number, grammar.language), digits(share.of, grammar.language)
    return grammar.text("surveys", key).format(percent=percent(share, grammar), number=number, of=of)


def change(before: Share, after: Share) -> str:
    """up, down, same: of exact shares of enough answers; "both" says no more than the two shares."""
    if before.is_of_few or after.is_of_few or not (before.number.is_exact and after.number.is_exact):
        return "both"
    if before.hundredths == after.hundredths:
        return "same"
    return "up" if after.hundredths > before.hundredths else "down"


def _hundredths(number: int, of: int) -> int:
    if number in (0, of):
        return 100 if number else 0
    return min(99, max(1, (200 * number + of) // (2 * of)))
