"""From corrections to weights, adopted only where texts that they were not made from are read better."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from svod.extraction import extract
from svod.learning.examples import Examples, examples_of
from svod.learning.fit import fit
from svod.learning.gold import Annotated
from svod.learning.learned import Learned
from svod.learning.measure import Score, score
from svod.learning.weights import Weights
from svod.packs import Pack

FOLDS = 5
PARTS = ("both", "mentions", "people")  # what may be adopted: all of it, or one of the two decisions alone
FEWEST = 2  # sources; one alone cannot be held apart from another
CLEARLY = 2  # texts more that are read better than worse: one alone is chance


@dataclass(frozen=True, slots=True)
class Trial:
    """Texts read without and with what was learned from others: the figures, and how many texts changed which way."""

    before: Score
    after: Score
    better: int
    worse: int

    @property
    def is_no_worse(self) -> bool:
        return all(after.f1 >= before.f1 for before, after in zip(self.before, self.after, strict=True))

    @property
    def is_adopted(self) -> bool:
        """Nothing is read worse on the whole, and clearly more texts better than worse."""
        return self.is_no_worse and self.after.whole > self.before.whole and self.better - self.worse >= CLEARLY


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of it: what was learned, the trial that decides whether it is adopted, and what it was made from."""

    candidate: Weights
    trial: Trial
    texts: int
    sources: int
    mentions: int
    people: int

    @property
    def weights(self) -> Weights | None:
        """What was learned, where it is adopted."""
        return self.candidate if self.sources >= FEWEST and self.trial.is_adopted else None


def learn(texts: Sequence[Annotated], pack: Pack) -> Lesson:
    """Learn from annotated texts. The order in which they come makes no difference."""
    texts = sorted(texts, key=lambda one: (one.source, one.document.id))
    examples = [examples_of(one, pack) for one in texts]
    sources = len({one.source for one in texts})
    before = [score(one, extract(one.document, pack)) for one in texts]
    trials = [(part, _held_apart(texts, examples, before, pack, part)) for part in PARTS]
    part, trial = max(trials, key=lambda one: (one[1].is_adopted, one[1].after.whole))
    fitted = _fitted(examples, part)
    candidate = Weights(fitted.mentions, fitted.people, _about(trial, len(texts), sources))
    counted = [sum(len(one[place]) for one in examples) for place in (0, 1)]
    return Lesson(candidate, trial, len(texts), sources, *counted)


def tried_on(texts: Sequence[Annotated], weights: Weights, pack: Pack) -> Trial:
    """The weights tried on texts that they were not made from."""
    return _together(_trial(one, score(one, extract(one.document, pack)), weights, pack) for one in texts)


def _held_apart(
    texts: Sequence[Annotated], examples: Sequence[Examples], before: Sequence[Score], pack: Pack, part: str
) -> Trial:
    """Each text read with weights from all folds but its own; texts of one source are in one fold."""
    folds = [_fold(one.source) for one in texts]
    weights = {
        fold: _fitted([one for one, own in zip(examples, folds, strict=True) if own != fold], part)
        for fold in sorted(set(folds))
    }
    return _together(
        _trial(text, score_before, weights[fold], pack)
        for text, score_before, fold in zip(texts, before, folds, strict=True)
    )


def _fold(source: str) -> int:
    return hashlib.sha256(source.encode()).digest()[0] % FOLDS


def _fitted(examples: Sequence[Examples], part: str) -> Weights:
    mentions = list(chain.from_iterable(one.mentions for one in examples)) if part != "people" else []
    people = list(chain.from_iterable(one.people for one in examples)) if part != "mentions" else []
    return Weights(fit(mentions), fit(people))


def _trial(text: Annotated, before: Score, weights: Weights, pack: Pack) -> Trial:
    after = score(text, extract(text.document, pack, Learned(weights)))
    change = after.whole - before.whole
    return Trial(before, after, int(change > 0), int(change < 0))


def _together(trials: Iterable[Trial]) -> Trial:
    before, after, better, worse = Score(), Score(), 0, 0
    for one in trials:
        before, after = before.plus(one.before), after.plus(one.after)
        better, worse = better + one.better, worse + one.worse
    return Trial(before, after, better, worse)


def _about(trial: Trial, texts: int, sources: int) -> dict[str, int | float]:
    named = zip(("activities", "strict", "totals"), trial.before, trial.after, strict=True)
    figures = {
        f"{name}_{when}": round(tally.f1, 4)
        for name, before, after in named
        for when, tally in (("before", before), ("after", after))
    }
    return {"texts": texts, "sources": sources, **figures}
