"""What a report must not tell: names of private persons, undisclosed places, small numbers of people who got help."""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from svod.records import Activity


def public(activity: Activity) -> Activity:
    """The activity without what must not be printed about it; the same object where all of it may be."""
    rules = _rules()
    at = f"{activity.organiser or ''} {activity.place or ''}".lower()
    undisclosed = any(word in at for word in rules.undisclosed) or "crisis_centre" in activity.partners
    help_given = activity.kind in rules.help
    if undisclosed or (help_given and activity.planned):
        activity = replace(activity, organiser=None, place=None, date=None if activity.planned else activity.date)
    if help_given and activity.participants and activity.participants.least < rules.help_at_least:
        activity = replace(activity, participants=None)
    if activity.organiser and names_a_person(activity.organiser):
        activity = replace(activity, organiser=None)
    if activity.title and names_a_person(activity.title):
        activity = replace(activity, title=None)
    return activity


def names_a_person(text: str) -> bool:
    """Whether a person stands in the text: "педагог Иванова А. А.", but not "школа имени А. Байтурсынова"."""
    rules = _rules()
    private = rules.bears_the_name.sub("", text)
    return bool(rules.initials.search(private) or rules.patronymic.search(private))


@dataclass(frozen=True, slots=True)
class _Rules:
    undisclosed: tuple[str, ...]
    help: frozenset[str]
    help_at_least: int
    initials: re.Pattern[str]
    patronymic: re.Pattern[str]
    bears_the_name: re.Pattern[str]


@cache
def _rules() -> _Rules:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return _Rules(
        tuple(table["undisclosed"]),
        frozenset(table["help"]),
        table["help_at_least"],
        *(re.compile(table[name]) for name in ("initials", "patronymic", "bears_the_name")),
    )
