"""A register as it may leave the circle: the second, clean one, from which reports and exports are written."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from pathlib import Path

from svod.guard.file_names import masked_name
from svod.guard.find import find
from svod.guard.release import held
from svod.guard.small import LEAST, suppressed
from svod.packs import Pack
from svod.records import Activity, DistinctActivity, Register, Release

SURE = 0.7  # what is less certain hides neither a title nor the name of an organisation

MOST_REMEMBERED = 4  # packs and sets of what was released, each with the names it was asked about

CASES = frozenset({"story", "few"})


@dataclass(frozen=True, slots=True)
class Tells:
    """Whether a name, or a title, tells what must not be told; a file's path as it may be; kinds that help a person,
    and the partners that nobody may find."""

    name: Callable[[str], bool]
    title: Callable[[str], bool]
    path: Callable[[str], str]
    help: frozenset[str]
    undisclosed: frozenset[str]


_TELLS: dict[tuple[str, frozenset[str]], Tells] = {}


def published(register: Register, pack: Pack) -> Register:
    """The register without private persons' names, whereabouts of shelters and numbers of few who got help, but for
    what somebody released."""
    few, tells = few_helped(held_of(register), pack), _tells(pack, register.released)
    return replace(
        register,
        documents=tuple(replace(one, source=tells.path(one.source)) for one in register.documents),
        problems=tuple(replace(one, source=tells.path(one.source)) for one in register.problems),
        activities=tuple(_published(one, few, tells) for one in register.activities),
        planned=tuple(_published(one, few, tells) for one in register.planned),
    )


def public(activity: Activity, pack: Pack) -> Activity:
    """One activity as it may be told by itself; `published` sees as well what several of them tell together."""
    return _by_itself(activity, _tells(pack))


def held_of(register: Register) -> Mapping[str, Activity]:
    return {one.id: one.activity for one in register.activities}


def few_helped(held: Mapping[str, Activity], pack: Pack) -> Mapping[str, bool]:
    """The activities whose number of people helped must be hidden, and whether they are told of their region only.

    Those of fewer than LEAST, and such as would tell them: the numbers of a region and kind add up to a printed sum.
    """
    scopes: dict[tuple[str | None, str], dict[tuple[str, str], int]] = defaultdict(dict)
    kinds = kinds_of_help(pack)
    for name, activity in held.items():
        if activity.kind in kinds and activity.participants:
            scopes[activity.region, activity.kind][name, "helped"] = activity.participants.least
    few: dict[str, bool] = {}
    for scope in scopes.values():
        rows = [row for row, column in suppressed(scope) if row is not None and column is not None]
        few |= {row: len(scope) == 1 for row in rows}
    return few


@lru_cache(maxsize=20_000)
def is_undisclosed(*names: str | None) -> bool:
    """Whether a name tells of a shelter or a crisis centre: no address, no point on the map, no photograph."""
    said = " ".join(filter(None, names)).lower()
    return any(word in said for word in _undisclosed())


def names_a_person(text: str, pack: Pack, released: Collection[Release] = ()) -> bool:
    """Whether something that must not be told stands in the text: "педагог Иванова А. А.", not "школа имени Абая"."""
    return any(one.certainty >= SURE for one in held(find(text, "", pack), released))


def _title_tells(title: str, pack: Pack, released: Collection[Release]) -> bool:
    """A title may be a name without naming anybody ("Айгуль"), so it is read as one; a case it tells is told."""
    if names_a_person(f"«{title}»", pack, released):
        return True
    return any(one.kind in CASES for one in held(find(title, "", pack), released))


def _tells(pack: Pack, released: Collection[Release] = ()) -> Tells:
    """What is asked of the same names again and again, in each file of a report anew, remembered."""
    key = pack.fingerprint, frozenset(one.key for one in released)
    if key not in _TELLS:
        if len(_TELLS) >= MOST_REMEMBERED:
            _TELLS.clear()
        _TELLS[key] = Tells(
            lru_cache(maxsize=20_000)(lambda text: names_a_person(text, pack, released)),
            lru_cache(maxsize=20_000)(lambda text: _title_tells(text, pack, released)),
            lru_cache(maxsize=20_000)(partial(masked_name, pack=pack, released=released)),
            kinds_of_help(pack),
            frozenset(one.code for one in pack.partners if one.undisclosed),
        )
    return _TELLS[key]


def kinds_of_help(pack: Pack) -> frozenset[str]:
    """Those that help a person, also such as the pack does not count: small numbers of people could be recognised."""
    return frozenset(kind for kind, traits in pack.traits.items() if "help" in traits)


def is_help_to_few(activity: Activity, kinds: frozenset[str]) -> bool:
    """Whether a kind of help was given to fewer people than may be told."""
    people = activity.participants
    return activity.kind in kinds and people is not None and 0 < people.least < LEAST


def _published(distinct: DistinctActivity, few: Mapping[str, bool], tells: Tells) -> DistinctActivity:
    one = without_few(_by_itself(distinct.activity, tells), few.get(distinct.id))
    return distinct if one is distinct.activity else replace(distinct, activity=one)


def without_few(activity: Activity, of_region: bool | None) -> Activity:
    """The activity as `few_helped` has it told; None where it says nothing of it."""
    if of_region is None:
        return activity
    told = replace(activity, participants=None)
    return replace(told, organiser=None, place=None) if of_region else told


def _by_itself(activity: Activity, tells: Tells) -> Activity:
    """The activity without what must not be printed about it; the same object where all of it may be."""
    is_refuge = is_undisclosed(activity.organiser, activity.place)
    is_refuge = is_refuge or not tells.undisclosed.isdisjoint(activity.partners)
    if is_refuge or (activity.kind in tells.help and activity.planned):
        activity = replace(activity, organiser=None, place=None, date=None if activity.planned else activity.date)
    if is_help_to_few(activity, tells.help):
        activity = replace(activity, participants=None)
    if activity.organiser and tells.name(activity.organiser):
        activity = replace(activity, organiser=None)
    if activity.title and tells.title(activity.title):
        activity = replace(activity, title=None)
    return activity


@cache
def _undisclosed() -> tuple[str, ...]:
    """Words of places that nobody may find."""
    table = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))
    return tuple(table["undisclosed"])
