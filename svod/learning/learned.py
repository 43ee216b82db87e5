"""The second look: the rules' own decision, moved by what people's corrections taught."""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from svod.extraction.around.second_look import Reversal
from svod.extraction.fields.people import People
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.reasons import reason
from svod.extraction.text.sentences import Sentence
from svod.learning.features import of_mention, of_pair
from svod.learning.weights import Weights

TOLD = frozenset({"held", "planned"})
LEAST, MOST = 0.5, 0.97  # how sure of themselves rules are taken to be
OF_OWNER = 2.0  # how much the rules' choice of an activity counts, before anything is learned
REASONS = 3  # that `svod explain` names


def trust(verdict: Verdict) -> float:
    """What the rules' verdict weighs, for being an activity: with nothing learned it decides."""
    sure = min(max(verdict.confidence, LEAST), MOST)
    weight = math.log(sure / (1 - sure))
    return weight if verdict.status in TOLD else -weight


def sum_of(weights: Mapping[str, float], facts: Iterable[str]) -> float:
    return sum(weights.get(fact, 0.0) for fact in facts)


def chance(weight: float) -> float:
    """Between 0 and 1."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, weight))))


@dataclass(frozen=True, slots=True)
class Learned:
    """A `svod.extraction.around.second_look.SecondLook` by weights."""

    weights: Weights

    def at_mentions(self, mentions: Sequence[Mention]) -> list[Reversal]:
        """Drop what people drop, keep what they keep."""
        reversals = []
        for mention in mentions if self.weights.mentions else ():
            was = mention.verdict
            facts = of_mention(mention, was)
            weight = trust(was) + sum_of(self.weights.mentions, facts)
            if was.status in TOLD and weight < 0:
                mention.verdict = Verdict("none", round(chance(-weight), 4), f"learned_dropped:{was.rule}")
            elif was.status not in TOLD and weight > 0:
                mention.verdict = Verdict("held", round(chance(weight), 4), f"learned_kept:{was.rule}")
            else:
                continue
            reversals.append(Reversal(mention, was, self._why(facts, weight)))
        return reversals

    def _why(self, facts: Iterable[str], weight: float) -> tuple[tuple[str, float], ...]:
        """The facts that spoke for it, the weightiest first."""
        own = ((fact, self.weights.mentions.get(fact, 0.0)) for fact in facts)
        spoke = sorted((one for one in own if one[1] * weight > 0), key=lambda one: (-abs(one[1]), one[0]))
        return tuple(spoke[:REASONS])

    def at_owner(
        self, people: People, sentence: Sentence, nearby: Sequence[Found], owner: Found | None
    ) -> Found | None:
        """The likeliest of those nearby, if it is likelier than not; the rules' choice where two are as likely."""
        if not self.weights.people:
            return owner
        nearby = nearby if owner is None or any(item is owner for item in nearby) else [owner, *nearby]
        free = [item for item in nearby if item.participants is None]
        likely = [(self._belonging(people, sentence, item, nearby, owner), item is owner, item) for item in free]
        best = max(likely, key=lambda one: one[:2], default=None)
        return best[2] if best is not None and best[0] > 0 else None

    def _belonging(
        self, people: People, sentence: Sentence, item: Found, nearby: Sequence[Found], owner: Found | None
    ) -> float:
        facts = of_pair(people, sentence, item, nearby, owner)
        return (OF_OWNER if item is owner else -OF_OWNER) + sum_of(self.weights.people, facts)

    def in_words(self, fact: str, kinds: Mapping[str, str], language: str) -> str:
        """ "rule=held,kind=talk": both, in words."""
        return ", ".join(_in_words(*part.partition("=")[::2], kinds, language) for part in fact.split(","))


def _in_words(name: str, value: str, kinds: Mapping[str, str], language: str) -> str:
    if name == "rule":
        return f"«{reason(value, language)}»"
    if name == "kind":
        return kinds.get(value, value)
    return f"{_words()[name][language]} {value}".rstrip()


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("facts.toml").read_text(encoding="utf-8"))
