"""What the form asks at each step: a reply with buttons.

The data of a button is "key:step:value"; the key is the form's own, so that a button of another one is told.
"""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from svod.packs.pack import Term
from svod.telegram.form import CANCEL, DONE, MORE, SEND, SKIP, Around, Form, name_of
from svod.telegram.reply import Button, Reply, rows

FEW = 10  # kinds that are shown at first: a pack lists the usual ones first


def question(form: Form, around: Around) -> Reply:
    """What is asked at this step."""
    return _QUESTIONS[form.step](form, around)


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


def _names(terms: Iterable[Term], codes: Iterable[str]) -> str:
    return ", ".join(name_of(term) for term in terms if term.code in codes)


def _buttons(form: Form, terms: Iterable[Term], chosen: Iterable[str] = ()) -> Iterable[Button]:
    for term in terms:
        yield _button(form, f"✓ {name_of(term)}" if term.code in chosen else name_of(term), term.code)


def _button(form: Form, label: str, value: str) -> Button:
    return Button(label, f"{form.key}:{form.step}:{value}")


def _skip(form: Form) -> Button:
    return _button(form, _("Skip"), SKIP)


def _cancel(form: Form) -> Button:
    return _button(form, _("Cancel"), CANCEL)
