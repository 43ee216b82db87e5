"""What a finder of personal data found in passages whose persons and identifiers are known."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from svod.guard import Find
from tests.guard.made import Gold, Passage

FORMED = frozenset({"iin", "phone", "email", "handle", "card", "iban", "case", "plate", "passport", "birth"})
PERSON = frozenset({"name", "official"})


@dataclass(slots=True)
class Score:
    """Golds by group and how many were found; finds by group and how many were right."""

    golds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    finds: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def recall(self, group: str) -> float:
        return self.found[group] / self.golds[group] if self.golds[group] else 1.0

    @property
    def precision(self) -> float:
        return self.right.total() / self.finds.total() if self.finds else 1.0


def group_of(kind: str) -> str:
    return "formed" if kind in FORMED else kind


def score(passages: Iterable[Passage], finder: Callable[[Passage], Iterable[Find]]) -> Score:
    """A gold is found where every letter and digit that matters is covered; a find is right where half of it is gold.

    A private person found as an official is missed: officials can be released by rule.
    """
    result = Score()
    for passage in passages:
        finds = tuple(finder(passage))
        for gold in passage.golds:
            group = group_of(gold.kind)
            result.golds[group] += 1
            if _matters(passage.text, gold) <= _covered(gold, finds):
                result.found[group] += 1
            else:
                result.missed.append(f"{gold.kind}: {passage.text[gold.start : gold.end]} | {passage.text}")
        _judge(result, passage, finds)
    return result


def _judge(result: Score, passage: Passage, finds: Iterable[Find]) -> None:
    gold_places = {place for gold in passage.golds for place in range(gold.start, gold.end)}
    for find in finds:
        group = group_of(find.kind)
        result.finds[group] += 1
        places = {place for place in range(find.start, find.end) if passage.text[place].isalnum()}
        if 2 * len(places & gold_places) >= len(places):
            result.right[group] += 1
        else:
            words = passage.text[find.start : find.end]
            result.wrong.append(f"{find.kind}/{find.rule}: {words} | {passage.text}")


def _matters(text: str, gold: Gold) -> set[int]:
    """The places of what identifies: every letter of a name, of "уголовное дело № 12" the number."""
    start, end = gold.start, gold.end
    if gold.kind == "case":
        return {place for place in range(start, end) if text[place].isdigit()}
    return {place for place in range(start, end) if text[place].isalnum()}


def _covered(gold: Gold, finds: Iterable[Find]) -> set[int]:
    counted = (find for find in finds if gold.kind != "name" or find.kind != "official")
    return {place for find in counted for place in range(find.start, find.end)}
