"""A service's refusal in the person's language: what happened, and what to do."""

from django.utils.translation import gettext_lazy as _

from svod.register.errors import Refused

WORDS = {
    "refused": _("This cannot be done now."),
    "stale": _("Somebody else changed this meanwhile. Look at it as it is now, then decide again."),
    "locked": _("This part is signed. Reopen it before changing anything in it."),
    "not_in_evidence": _("The number does not stand in the sentence it is said to come from. Say where it is from."),
    "already_received": _("This file was handed in before, as “%(submission)s”. It is kept once."),
    "not_ready": _("Organisations below have not signed yet: %(below)s."),
    "cannot_undo": _("It was changed again since, so it cannot be taken back. Change it by hand."),
}


def words(refusal: Refused) -> str:
    """The message, its gaps filled."""
    return str(WORDS.get(refusal.code, WORDS["refused"])) % refusal.details
