"""An activity, asked for in a few questions: what, its title, when, how many, who. All but the first may be skipped.

It knows neither Telegram nor the database: a question is a reply with buttons, an answer makes the next form of this
one. The data of a button is "key:step:value"; the key is the form's own, so that a button of another one is told.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _

from svod.language.dates import find_dates
from svod.packs import Pack
from svod.packs.pack import Term
from svod.register.told import Held
from svod.telegram.reply import Button, Reply, rows

STEPS = ("kind", "title", "day", "people", "audience", "check")
SKIP, DONE, MORE, SEND, CANCEL = "-", "+", "more", "send", "cancel"
FEW = 10  # kinds that are shown at first: a pack lists the usual ones first
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


def question(form: Form, around: Around) -> Reply:
    """What is asked at this step."""
    return _QUESTIONS[form.step](form, around)


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
        return form.next(title=said.strip('«»“”„"'))
    if form.step == "day":
        return form.next(day=_day(said, around).isoformat())
    if form.step == "people":
        if not around.is_number(said):
            raise NotUnderstood(_("There is no number in it. Write it as you would say it: “50”, “about 50”."))
        return form.next(people=said)
    raise NotUnderstood(_("Please choose with one of the buttons."))


def _kind(said: str, around: Around) -> str:
    """ "семинар", "круглый": the one kind whose name begins so. Raises NotUnderstood."""
    named = [(_name(term).casefold(), term.code) for term in around.pack.kinds]
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


def _ask_kind(form: Form, around: Around) -> Reply:
    shown = around.pack.kinds if form.more else around.pack.kinds[:FEW]
    more = () if len(shown) == len(around.pack.kinds) else (_button(form, _("Other kinds"), MORE),)
    return Reply(_("What was held?"), (*rows(_buttons(form, shown)), (*more, _cancel(form))))


def _ask_title(form: Form, _around: Around) -> Reply:
    text = _("What was its title or theme? Write it. No names of participants, children or people concerned, please.")
    return Reply(text, ((_skip(form), _cancel(form)),))


def _ask_day(form: Form, _around: Around) -> Reply:
    days = (_button(form, _("Today"), "today"), _button(form, _("Yesterday"), "yesterday"))
    return Reply(_("When? Press a button or write the day, as 05.12."), (days, (_skip(form), _cancel(form))))


def _ask_people(form: Form, _around: Around) -> Reply:
    text = _("How many people came? Write it as you would say it: “50”, “about 50”, “28 pupils and 5 parents”.")
    return Reply(text, ((_skip(form), _cancel(form)),))


def _ask_audience(form: Form, around: Around) -> Reply:
    done = _button(form, _("Go on"), DONE) if form.audience else _skip(form)
    choices = rows(_buttons(form, around.pack.audiences, form.audience))
    return Reply(_("Who came? Press all that fit."), (*choices, (done, _cancel(form))))


def _check(form: Form, around: Around) -> Reply:
    lines = [
        (_("What"), _names(around.pack.kinds, (form.kind,))),
        (_("Title"), form.title),
        (_("When"), date_format(date.fromisoformat(form.day)) if form.day else ""),
        (_("How many people came"), form.people),
        (_("Who came"), _names(around.pack.audiences, form.audience)),
    ]
    told = [f"{label}: {value}" for label, value in lines if value]
    buttons = (_button(form, _("Hand it in"), SEND), _cancel(form))
    return Reply("\n".join([_("Is it right?"), *told]), (buttons,))


_QUESTIONS: dict[str, Callable[[Form, Around], Reply]] = {
    "kind": _ask_kind,
    "title": _ask_title,
    "day": _ask_day,
    "people": _ask_people,
    "audience": _ask_audience,
    "check": _check,
}


def _codes(terms: Iterable[Term]) -> set[str]:
    return {term.code for term in terms}


def _name(term: Term) -> str:
    return term.names.get(get_language() or "ru", term.names["ru"])


def _names(terms: Iterable[Term], codes: Iterable[str]) -> str:
    return ", ".join(_name(term) for term in terms if term.code in codes)


def _buttons(form: Form, terms: Iterable[Term], chosen: Iterable[str] = ()) -> Iterable[Button]:
    for term in terms:
        yield _button(form, f"✓ {_name(term)}" if term.code in chosen else _name(term), term.code)


def _button(form: Form, label: str, value: str) -> Button:
    return Button(label, f"{form.key}:{form.step}:{value}")


def _skip(form: Form) -> Button:
    return _button(form, _("Skip"), SKIP)


def _cancel(form: Form) -> Button:
    return _button(form, _("Cancel"), CANCEL)
