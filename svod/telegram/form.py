"""An activity, asked for in a few questions: what, its title, when, how many, who. All but the first may be skipped.

It knows neither Telegram nor the database: an answer makes the next form of this one. `questions.py` asks.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language, gettext as _

from svod.language.dates import find_dates
from svod.language.titles import bare
from svod.packs import Pack
from svod.packs.pack import Term
from svod.register.told import Held

STEPS = ("kind", "title", "day", "people", "audience", "check")
SKIP, DONE, MORE, SEND, CANCEL = "-", "+", "more", "send", "cancel"
DAYS_AGO = {"today": 0, "yesterday": 1}
LONGEST = {"title": 500, "people": 100}


class NotUnderstood(Exception):  # noqa: N818 # what a person typed is no error of the program
    """The message says what would be."""


@dataclass(frozen=True, slots=True)
class Form:
    key: str
    step: str = STEPS[0]
    kind: str = ""
    title: str = ""
    day: str = ""  # as 2025-12-05
    people: str = ""
    audience: tuple[str, ...] = ()
    more: bool = False  # all kinds are shown

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Form":
        return cls(**{**kept, "audience": tuple(kept["audience"])})

    def held(self) -> Held:
        day = date.fromisoformat(self.day) if self.day else None
        return Held(self.kind, self.title, day, people=self.people, audience=self.audience)

    def next(self, **answers: Any) -> "Form":
        return replace(self, step=STEPS[STEPS.index(self.step) + 1], **answers)


@dataclass(frozen=True, slots=True)
class Around:
    """What the questions need to know: the campaign's words, the day, how a number is understood."""

    pack: Pack
    today: date
    is_number: Callable[[str], bool]


def press(form: Form, step: str, value: str, around: Around) -> Form | None:
    """The form after a button; None where that question is answered already, or the button is none of ours."""
    if step != form.step:
        return None
    if value == SKIP and step not in ("kind", "check"):
        return form.next(**{step: () if step == "audience" else ""})
    if step == "kind" and value in _codes(around.pack.kinds):
        return form.next(kind=value)
    if step == "kind" and value == MORE:
        return replace(form, more=True)
    if step == "day" and value in DAYS_AGO:
        return form.next(day=(around.today - timedelta(days=DAYS_AGO[value])).isoformat())
    if step == "audience" and value == DONE:
        return form.next()
    if step == "audience" and value in _codes(around.pack.audiences):
        others = set(form.audience) ^ {value}
        return replace(form, audience=tuple(sorted(others)))
    return None


def typed(form: Form, text: str, around: Around) -> Form:
    """The form after a typed answer. Raises NotUnderstood."""
    said = " ".join(text.split())
    if form.step in LONGEST and len(said) > LONGEST[form.step]:
        raise NotUnderstood(_("This is too long for an answer. Say it in fewer words."))
    if form.step == "kind":
        return form.next(kind=_kind(said, around))
    if form.step == "title":
        return form.next(title=bare(said.strip()))
    if form.step == "day":
        return form.next(day=_day(said, around).isoformat())
    if form.step == "people":
        if not around.is_number(said):
            raise NotUnderstood(_("There is no number in it. Write it as you would say it: “50”, “about 50”."))
        return form.next(people=said)
    raise NotUnderstood(_("Please choose with one of the buttons."))


def _kind(said: str, around: Around) -> str:
    """ "семинар", "круглый": the one kind whose name begins so. Raises NotUnderstood."""
    named = [(name_of(term).casefold(), term.code) for term in around.pack.kinds]
    found = [code for name, code in named if name == said.casefold()]
    found = found or [code for name, code in named if name.startswith(said.casefold())]
    if len(found) != 1:
        raise NotUnderstood(_("Please choose with one of the buttons."))
    return found[0]


def _day(said: str, around: Around) -> date:
    """ "5 декабря", "05.12.2025", "вчера". Raises NotUnderstood."""
    for mention in find_dates(said, around.today.year):
        if isinstance(mention.relative, int):
            return around.today + timedelta(days=mention.relative)
        if mention.period is not None and mention.period.first == mention.period.last:
            return mention.period.first
    raise NotUnderstood(_("This is no day I know. Write it as 05.12 or 05.12.2025."))


def _codes(terms: Iterable[Term]) -> set[str]:
    return {term.code for term in terms}


def name_of(term: Term) -> str:
    return term.names.get(get_language() or "ru", term.names["ru"])
