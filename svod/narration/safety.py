"""What a report must not tell: names of private persons, undisclosed places, small numbers of people who got help."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from svod.records import Activity, Register

TELLING = 12  # letters; fewer of a sentence tell nothing by themselves


def public(activity: Activity) -> Activity:
    """The activity without what must not be printed about it; the same object where all of it may be."""
    rules = _rules()
    at = f"{activity.organiser or ''} {activity.place or ''}".lower()
    undisclosed = any(word in at for word in rules.undisclosed) or "crisis_centre" in activity.partners
    help_given = activity.kind in rules.help
    if undisclosed or (help_given and activity.planned):
        activity = replace(activity, organiser=None, place=None, date=None if activity.planned else activity.date)
    if _is_help_to_few(activity):
        activity = replace(activity, participants=None)
    if activity.organiser and names_a_person(activity.organiser):
        activity = replace(activity, organiser=None)
    if activity.title and names_a_person(activity.title):
        activity = replace(activity, title=None)
    return activity


def discretion(register: Register) -> Callable[[str], str]:
    """What hides a quote that must not be printed: one that tells a private person, or of few people who got help.

    It takes a piece of a submission's text and gives the same piece, or "[…]" in its place.
    """
    few = _told_of_few(register)

    def shown(text: str) -> str:
        said = _plain(text)
        of_few = any(told in said or (len(said) >= TELLING and said in told) for told in few)
        return _rules().hidden if of_few or _is_private(said) else text

    return shown


def _is_private(text: str) -> bool:
    rules = _rules()
    return names_a_person(text) or bool(rules.private.search(text) or rules.few_asked.search(text))


def _told_of_few(register: Register) -> tuple[str, ...]:
    """The words that tell help given to so few people that they could be recognised."""
    texts = {document.id: document for document in register.documents}
    told = (
        _plain(texts[member.evidence.document].quote(member.evidence))
        for distinct in (*register.activities, *register.planned)
        for member in distinct.members
        if _is_help_to_few(member) and member.evidence.document in texts
    )
    return tuple(dict.fromkeys(filter(None, told)))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_help_to_few(activity: Activity) -> bool:
    rules = _rules()
    people = activity.participants
    return activity.kind in rules.help and people is not None and people.least < rules.help_at_least


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
    hidden: str
    initials: re.Pattern[str]
    patronymic: re.Pattern[str]
    bears_the_name: re.Pattern[str]
    private: re.Pattern[str]
    few_asked: re.Pattern[str]


@cache
def _rules() -> _Rules:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return _Rules(
        tuple(table["undisclosed"]),
        frozenset(table["help"]),
        table["help_at_least"],
        table["hidden"],
        *(re.compile(table[name]) for name in ("initials", "patronymic", "bears_the_name", "private", "few_asked")),
    )
