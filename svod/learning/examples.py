"""The decisions that reading a text took, each with whether a careful person decided so too."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from svod.extraction.around.second_look import Reversal
from svod.extraction.extract import examine
from svod.extraction.fields.people import People
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.sentences import Sentence
from svod.learning.features import of_mention, of_pair
from svod.learning.fit import Example
from svod.learning.gold import Annotated, Told
from svod.learning.learned import OF_OWNER, TOLD, trust
from svod.learning.measure import closeness, matched
from svod.packs import Pack
from svod.records import Activity


class Examples(NamedTuple):
    """What can be learned from: of mentions, and of whose people they are."""

    mentions: list[Example]
    people: list[Example]


@dataclass
class _Watch:
    """A second look that changes nothing and remembers which people might have come to which activity."""

    pairs: list[tuple[tuple[str, ...], bool, Found, People]] = field(default_factory=list)

    def at_mentions(self, mentions: Sequence[Mention]) -> list[Reversal]:
        return []

    def at_owner(
        self, people: People, sentence: Sentence, nearby: Sequence[Found], owner: Found | None
    ) -> Found | None:
        for item in nearby:
            if item.participants is None:
                facts = tuple(of_pair(people, sentence, item, nearby, owner))
                self.pairs.append((facts, item is owner, item, people))
        return owner


def examples_of(gold: Annotated, pack: Pack) -> Examples:
    """From one text."""
    watch = _Watch()
    examination = examine(gold.document, pack, watch)
    activities = examination.reading.activities
    pairs = matched(gold.activities, activities, closeness)
    right = {_key(found) for _, found in pairs}
    missed = [one for one in gold.activities if not any(one is told for told, _ in pairs)]
    mentions = list(_mentions(examination.mentions, activities, right, missed))
    return Examples(mentions, [_of_people(gold, *pair) for pair in watch.pairs])


def _mentions(
    mentions: Sequence[Mention], activities: Sequence[Activity], right: set[tuple[str, int, int]], missed: list[Told]
) -> list[Example]:
    """What was told is right where its activity is; what was not told is wrong where one was missed there.

    What became part of an activity told before is no example: nobody corrects it.
    """
    made, examples = {_key(one) for one in activities}, []
    for mention in mentions:
        verdict = mention.verdict
        if verdict.status in TOLD:
            key = next((one for one in made if _is_from(mention, one)), None)
            if key is None:
                continue
            is_so = key in right
        else:
            is_so = any(_is_missed(mention, one) for one in missed)
        examples.append(Example(tuple(of_mention(mention, verdict)), trust(verdict), is_so))
    return examples


def _key(activity: Activity) -> tuple[str, int, int]:
    return activity.kind, activity.evidence.start, activity.evidence.end


def _is_from(mention: Mention, key: tuple[str, int, int]) -> bool:
    kind, start, end = key
    return mention.code == kind and mention.clause.start <= start and end <= mention.clause.end


def _is_missed(mention: Mention, told: Told) -> bool:
    return mention.code == told.kind and any(start <= mention.mark.start < end for start, end in told.places)


def _of_people(gold: Annotated, facts: tuple[str, ...], chosen: bool, item: Found, people: People) -> Example:
    """So many came to an activity of that kind there, says who annotated it."""
    evidence, bounds = item.evidence, tuple(people.bounds.as_list())
    is_so = any(
        one.kind == item.kind
        and one.participants == bounds
        and any(start < evidence.end and evidence.start < end for start, end in one.places)
        for one in gold.activities
    )
    return Example(facts, OF_OWNER if chosen else -OF_OWNER, is_so)
