"""The facts that a report's words can be bound to, each by a name that stays the same: "12.people", "KZ-39.activities".

A name is whom it is about, a dot, and what. Whom: an activity by its row, several ("12+13", or "g1f2e3d" for many), a
region, or "all". The words are those that the narrator prints.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from svod.guard import published
from svod.language.bounds_text import printed
from svod.narration import LANGUAGES
from svod.narration.grammar import Grammar
from svod.narration.lengths import OFFICIAL
from svod.narration.phrases import phrases_for
from svod.narration.places import known_places
from svod.packs import Pack
from svod.records import Activity, Bounds, Evidence, Register
from svod.register.consolidated.rows import PREFIX, id_of
from svod.register.consolidated.scopes import Fact, scopes

FEW = 3  # activities whose keys stand in the name themselves
SHARED = ("title", "date", "place")


@dataclass(frozen=True, slots=True)
class Facts:
    """`own` are the words about each activity by its key, `scopes` the facts of regions and of the whole.

    `numbers` hold each activity's count and people, to be added up, `behind` the places that tell it, `behind_people`
    also those elsewhere that give its number of people.
    """

    language: str
    own: Mapping[str, Mapping[str, str]]
    scopes: Mapping[str, Fact]
    numbers: Mapping[str, tuple[Bounds, Bounds | None]]
    behind: Mapping[str, tuple[Evidence, ...]]
    behind_people: Mapping[str, tuple[Evidence, ...]]

    def get(self, name: str, groups: Mapping[str, list[str]] | None = None) -> Fact | None:
        """The fact as it is now; None where the register has it no longer."""
        if name in self.scopes:
            return self.scopes[name]
        who, _, what = name.rpartition(".")
        keys = [key for key in (groups or {}).get(who) or who.split("+") if key in self.own]
        words = self._words(keys, what)
        if not words:
            return None
        behind = self.behind_people if what == "people" else self.behind
        evidences = dict.fromkeys(place for key in keys for place in behind[key])
        return Fact(words, tuple(id_of(int(key)) for key in keys), tuple(evidences))

    def _words(self, keys: list[str], what: str) -> str:
        if what in SHARED:
            said = dict.fromkeys(self.own[key][what] for key in keys if what in self.own[key])
            return "; ".join(said)
        if what == "records":
            return str(len(keys)) if keys else ""
        added = [self.numbers[key][0] if what == "count" else self.numbers[key][1] for key in keys]
        known = [one for one in added if one is not None]
        return printed(Bounds.total(known), self.language) if known else ""


def key_of(name: str) -> str:
    """ "12" of "М-0012"."""
    return str(int(name.removeprefix(PREFIX)))


def whom(keys: Iterable[str]) -> tuple[str, list[str]]:
    """What facts of these activities are called by, and who they are."""
    ordered = sorted(dict.fromkeys(keys), key=int)
    if len(ordered) <= FEW:
        return "+".join(ordered), ordered
    return "g" + hashlib.sha256("+".join(ordered).encode()).hexdigest()[:7], ordered


def facts_of(register: Register, pack: Pack, language: str, style: str = OFFICIAL) -> Facts:
    """The facts that words of a report in that language may be bound to: nothing that must not be printed."""
    grammar = LANGUAGES[language](phrases_for(pack, language, style))
    placed = known_places(published(register, pack), pack.geography)
    told = {key_of(one.id): one for one in (*placed.activities, *placed.planned)}
    shown = {key: one.activity for key, one in told.items()}
    return Facts(
        language,
        own={key: dict(_own(activity, grammar)) for key, activity in shown.items()},
        scopes=dict(scopes(placed, pack, grammar)),
        numbers={key: (activity.count, activity.participants) for key, activity in shown.items()},
        behind={key: one.evidences for key, one in told.items()},
        behind_people={key: one.evidences_of_people for key, one in told.items()},
    )


def _own(activity: Activity, grammar: Grammar) -> Iterator[tuple[str, str]]:
    if activity.title:
        yield "title", grammar.quoted(activity.title)[1:-1]
    if activity.date:
        yield "date", grammar.day(activity.date, with_year=False)
    if activity.place:
        yield "place", grammar.in_place(grammar.phrases.places.get(activity.place, activity.place))
