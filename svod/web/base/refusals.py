"""A service's refusal in the person's language: what happened, and what to do."""

from django.utils.translation import get_language, gettext_lazy as _

from svod.reading import message
from svod.register.errors import Refused

WORDS = {
    "refused": _("This cannot be done now."),
    "stale": _("Somebody else changed this meanwhile. Look at it as it is now, then decide again."),
    "locked": _("This part is signed. Reopen it before changing anything in it."),
    "not_in_evidence": _("The number does not stand in the sentence it is said to come from. Say where it is from."),
    "not_taken": _("“%(name)s” is not taken. %(why)s"),
    "no_photo": _("A photo is not taken. %(why)s"),
    "too_many_photos": _("At most %(most)s photos go with one report."),
    "out_of_step": _("The pieces of the file do not follow one another. Send it again."),
    "not_complete": _("Not all of the file has arrived. Send it again."),
    "already_received": _("This file was handed in before, as “%(submission)s”. It is kept once."),
    "not_ready": _("Organisations below have not signed yet: %(below)s."),
    "drafts_left": _("Not yet: drafts to check: %(drafts)s, files still being read: %(unread)s."),
    "reason_needed": _("Say why. The reason is kept in the history."),
    "not_signed": _("It is not signed, so there is nothing to reopen."),
    "cannot_merge": _("Only two different activities of one campaign can be one, and neither may be rejected."),
    "told_again": _("It is merged with others. Separate them first."),
    "no_such_passage": _("These words do not stand in the text as it was handed in. Copy them from it."),
    "role_too_high": _("You cannot give a role that may do more than your own."),
    "last_administrator": _("This is the last administrator. Make somebody else administrator first."),
    "invitation_closed": _("This invitation no longer holds. Ask whoever gave it to you for a new one."),
    "wrong_place": _("The invitation is not for this organisation. Choose another one."),
    "name_taken": _("Another organisation below the same one is called “%(name)s”."),
    "held_already": _("The organisation holds this campaign in %(year)s already."),
    "nothing_to_undo": _("There is nothing of yours here to take back."),
    "cannot_undo": _("It was changed again since, so it cannot be taken back. Change it by hand."),
}
NO_PHOTO = {
    "no_picture": _("It is not a picture in JPG, PNG or WebP."),
    "heic": _("It is in HEIC: choose “Most compatible” in the settings of the camera, or send a screenshot of it."),
    "damaged": _("The picture does not open, or was not sent to its end. Take it once more."),
    "too_large": _("It is too large. Send a smaller picture."),
}


def words(refusal: Refused) -> str:
    """The message, its gaps filled; what the core found wrong with a file is said in its own words."""
    details = refusal.details
    if problem := details.get("problem"):
        details = {"name": problem.source, "why": message(problem, get_language() or "ru")}
    if refusal.code == "no_photo":
        details = {"why": NO_PHOTO[details["why"]]}
    return str(WORDS.get(refusal.code, WORDS["refused"])) % details
