"""Why two activities may be one, step by step: each finding adds its weight, and the sum meets the thresholds."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from django.utils.formats import number_format
from django.utils.translation import get_language

from svod.linking import explain
from svod.linking.findings import Finding
from svod.linking.rules import rules
from svod.packs import Pack
from svod.register.models import Resemblance
from svod.web.base.tags import named

WIDTH = 100.0  # of the drawing
THINNEST = 0.6  # a weight of nothing is still seen


@dataclass(frozen=True, slots=True)
class Step:
    """A finding in words, its weight as printed, and its bar: `start` and `width` as SVG writes them."""

    words: str
    weight: str
    start: str
    width: str
    against: bool
    bars: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """`clerical` and `certain` are where the thresholds stand in the drawing."""

    steps: tuple[Step, ...]
    total: Step
    clerical: str
    certain: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(step.words for step in self.steps)

    @property
    def barred(self) -> tuple[str, ...]:
        """What leaves the decision to a person, however much agrees."""
        return tuple(step.words for step in self.steps if step.bars)

    @property
    def thresholds(self) -> tuple[str, str]:
        return (_plain(rules().clerical), _plain(rules().certain))


def waterfall(resemblance: Resemblance, pack: Pack) -> Waterfall:
    """The linker's findings in the order of the fields, kinds by their names."""
    findings = [_in_words(Finding(*finding), pack) for finding in resemblance.findings]
    words = explain([one.code for one in findings], get_language() or "ru")
    ends = [0.0, *accumulate(one.weight for one in findings)]
    draw = _Scale((*ends, rules().certain))
    steps = tuple(
        draw.step(said, one.weight, start, one.bars)
        for said, one, start in zip(words, findings, ends[:-1], strict=True)
    )
    total = draw.step("", ends[-1], 0.0, bars=False)
    return Waterfall(steps, total, draw.at(rules().clerical), draw.at(rules().certain))


def _in_words(one: Finding, pack: Pack) -> Finding:
    if one[:2] != ("kind", "alike"):
        return one
    return one._replace(detail=" / ".join(named(pack, "kinds", code) for code in one.detail.split("/")))


class _Scale:
    """Sums of weights as places in a drawing that holds them all."""

    def __init__(self, sums: Iterable[float]) -> None:
        held = list(sums)
        self._least = min(held)
        self._unit = WIDTH / (max(held) - self._least)

    def at(self, total: float) -> str:
        return f"{(total - self._least) * self._unit:.2f}"

    def step(self, words: str, weight: float, start: float, bars: bool) -> Step:
        width = max(abs(weight) * self._unit, THINNEST)
        return Step(words, _signed(weight), self.at(min(start, start + weight)), f"{width:.2f}", weight < 0, bars)


def _signed(weight: float) -> str:
    return ("−" if weight < 0 else "+" if weight else "") + _plain(abs(weight))


def _plain(weight: float) -> str:
    return number_format(round(weight, 1), decimal_pos=0 if float(weight).is_integer() else 1)
