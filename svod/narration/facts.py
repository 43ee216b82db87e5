"""What a report says, before any language says it: the facts that sentences tell. They hold no word of any language."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from svod.records import Bounds, Contradiction, DistinctActivity, Evidence, Period


@dataclass(frozen=True, slots=True)
class Source:
    """What stands behind some words: places in the submissions, and the ids of the distinct activities."""

    evidences: tuple[Evidence, ...] = ()
    activities: tuple[str, ...] = ()

    @classmethod
    def of(cls, members: "tuple[DistinctActivity, ...]") -> "Source":
        evidences = dict.fromkeys([told.evidence for member in members for told in member.members])
        return cls(tuple(evidences), tuple([member.id for member in members]))

    @classmethod
    def of_people(cls, members: "tuple[DistinctActivity, ...]") -> "Source":
        """Of a number of people, which need not stand where the activities are told."""
        evidences = dict.fromkeys([place for member in members for place in member.evidences_of_people])
        return cls(tuple(evidences), tuple([member.id for member in members]))

    @classmethod
    def union(cls, sources: "Iterable[Source]") -> "Source":
        parts = tuple(sources)
        return cls(
            tuple(dict.fromkeys(chain.from_iterable([part.evidences for part in parts]))),
            tuple(dict.fromkeys(chain.from_iterable([part.activities for part in parts]))),
        )


@dataclass(frozen=True, slots=True)
class Titled:
    """One title of an item and the activity it belongs to."""

    title: str
    participants: Bounds | None
    source: Source


@dataclass(frozen=True, slots=True)
class Item:
    """Activities of one kind and like particulars, told in one noun phrase: "круглые столы «А» и «Б» для учащихся".

    `count` is how many there are in all. `and_others` says that untitled ones stand beside the titles. `participants`
    is known where the item is a single activity; where several titles have their own number, each keeps it. `again`:
    it is one more of what was told before.
    """

    kind: str
    count: Bounds
    source: Source
    titles: tuple[Titled, ...] = ()
    and_others: bool = False
    participants: Bounds | None = None
    audience: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    online: bool = False
    again: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether nothing follows the noun: such items close a list, lest they seem to share what another has."""
        return not (self.audience or self.partners or self.participants or self.materials or self.online)


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause: who held it, where and when, and what was held there.

    `place` is the code of a unit where the geography knows it, else as the text has it. `guests` are the partners that
    all its items had, where they are told once, before its verbs; its items then have none of their own.
    """

    items: tuple[Item, ...]
    source: Source
    organiser: str | None = None
    place: str | None = None
    date: Period | None = None
    continued: bool = False  # the clause before has the same organiser, place and date
    guests: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether it says neither who held it or came as a guest, nor where, nor when."""
        return not (self.organiser or self.guests or self.place or self.date)


Sentence = tuple[Statement, ...]  # clauses of one place, or of small places, told in one breath


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what stands behind it. `listed` is the part of it that the activities told one by one make up, and
    `source_of_listed` what stands behind that part alone."""

    value: Bounds
    source: Source
    listed: Bounds | None = None
    source_of_listed: Source = Source()


@dataclass(frozen=True, slots=True)
class Section:
    """A region's part; `region` is None for what belongs to no single region.

    `sentences` tell activities one by one, `rest` sums up by kind what is not told one by one, `handed_out` names
    the materials of the rest. `reported` are the totals that only reports give, by measure (materials, organisations).
    """

    region: str | None
    activities: Count
    participants: Count | None
    sentences: tuple[Sentence, ...]
    rest: tuple[Item, ...] = ()
    handed_out: tuple[str, ...] = ()
    source_of_materials: Source = Source()
    contradictions: tuple[Contradiction, ...] = ()
    reported: tuple[tuple[str, Count], ...] = ()


@dataclass(frozen=True, slots=True)
class Highlight:
    """An activity that is worth naming where only a few are; told in one sentence."""

    region: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Whole:
    """The key numbers over all regions. `kinds`, `audiences` and `partners` are the most
    frequent ones, the most frequent first."""

    activities: Count
    participants: Count | None
    records: Count | None
    without_participants: Count | None
    reporting: Count
    kinds: tuple[tuple[str, Count], ...] = ()
    audiences: tuple[tuple[str, Count], ...] = ()
    partners: tuple[tuple[str, Count], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    reported: tuple[tuple[str, Count], ...] = ()
