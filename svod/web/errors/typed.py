"""The words that somebody had typed into a form that was not taken: shown again, so that they can be copied."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.utils.translation import gettext_lazy as _

# Fields of words. Nothing secret, and nothing that is chosen: that is quickly chosen again.
FIELDS = {
    "text": _("Text"),
    "question": _("Question to the organisation"),
    "answer": _("Answer"),
    "number_reason": _("Reason for the number"),
    "why": _("Why"),
    "title": _("Title"),
    "place": _("Place"),
    "people": _("How many people came"),
    "reason": _("Why, in a few words"),
    "organiser": _("Organiser"),
    "quote": _("Words of the text"),
}


@dataclass(frozen=True, slots=True)
class Typed:
    label: Any
    words: str


def typed(request: HttpRequest) -> list[Typed]:
    """Nothing where what was sent cannot be read."""
    try:
        sent = request.POST
    except (UnreadablePostError, SuspiciousOperation):
        return []
    return [Typed(FIELDS[_field(name)], sent[name]) for name in sent if _field(name) in FIELDS and sent[name].strip()]


def _field(name: str) -> str:
    """ "text-text" of the form with the prefix "text" is "text" """
    return name.rpartition("-")[2]
