"""What a finding's fields are called, and their values in words."""

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _, gettext_lazy

from svod.language.bounds_text import printed
from svod.records import Bounds, Period

LABELS = {
    "kind": gettext_lazy("Kind"),
    "title": gettext_lazy("Title"),
    "date": gettext_lazy("Day"),
    "place": gettext_lazy("Place"),
    "region": gettext_lazy("Region"),
    "organiser": gettext_lazy("Organiser"),
    "participants": gettext_lazy("Participants"),
    "count": gettext_lazy("How many"),
    "audience": gettext_lazy("Audience"),
    "partners": gettext_lazy("Partners"),
    "materials": gettext_lazy("Materials"),
    "online": gettext_lazy("Online"),
    "planned": gettext_lazy("Planned"),
    "measure": gettext_lazy("What it counts"),
    "value": gettext_lazy("Value"),
}
MEASURES = {
    "activities": gettext_lazy("activities"),
    "participants": gettext_lazy("participants"),
    "materials": gettext_lazy("materials"),
    "organisations": gettext_lazy("organisations"),
}
ORIGINS = {
    "read": gettext_lazy("read by the machine"),
    "typed": gettext_lazy("typed"),
    "corrected": gettext_lazy("corrected"),
    "organisation": gettext_lazy("that of the organisation"),
    "copy": gettext_lazy("told by the other text"),
    "model": gettext_lazy("found by a language model"),
    "disputed": gettext_lazy("read by the machine, a language model reads it otherwise"),
}
TERMS = {"kind": "kinds", "audience": "audiences", "partners": "partners", "materials": "materials"}


def said(value: object) -> str:
    """A value of any field but a code, in words."""
    match value:
        case None | "" | False:
            return ""
        case True:
            return _("yes")
        case Bounds():
            return printed(value, get_language() or "ru")
        case Period(first, last):
            days = (date_format(first), date_format(last))
            return days[0] if first == last else " – ".join(days)
    return str(value)
