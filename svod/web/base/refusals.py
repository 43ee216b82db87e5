"""A service's refusal in the person's language: what happened, and what to do."""

from django.utils.translation import get_language, gettext_lazy as _

from svod.reading import message
from svod.register.errors import Refused

WORDS = {
    "refused": _("This cannot be done now."),
    "stale": _("Somebody else changed this meanwhile. Look at it as it is now, then decide again."),
    "locked": _("The part of %(organisation)s is signed. Reopen it before changing anything in it."),
    "not_in_evidence": _("The number does not stand in the sentence it is said to come from. Say where it is from."),
    "not_taken": _("“%(name)s” is not taken. %(why)s"),
    "no_photo": _("A photo is not taken. %(why)s"),
    "too_many_photos": _("At most %(most)s photos go with one report."),
    "not_read_yet": _("This file is still being read. Try again when it is read."),
    "same_file_there": _("%(organisation)s has handed in the same file already. Withdraw this one instead."),
    "withdrawn": _("This submission is withdrawn: nothing in it is changed. Take the withdrawal back in the history."),
    "photo_in_report": _("This photo is in a report. Take it out there first."),
    "out_of_step": _("The pieces of the file do not follow one another. Send it again."),
    "not_complete": _("Not all of the file has arrived. Send it again."),
    "already_received": _("This file was handed in before, as “%(submission)s”. It is kept once."),
    "no_campaign": _("There is no campaign yet that a message could belong to."),
    "not_fetched": _(
        "It was too large to be fetched. Ask the sender to send it in parts, or to hand the file in here."
    ),
    "other_answers": _("This form was received before with other answers, as “%(submission)s”. Fill in a new one."),
    "too_many_answers": _(
        "By one link %(most)s forms come in a day. Send the others tomorrow; they stay on the phone."
    ),
    "chat_code_unknown": _("This code holds no longer. Get a new one on your account page."),
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
    "campaign_holds": _("Something was put into the campaign: it is removed no more."),
    "held_already": _("The organisation holds this campaign in %(year)s already."),
    "frozen_already": _("The list is fixed already. Change single organisations on it."),
    "no_mail": _("This installation can write to nobody yet. Whoever runs it sets SVOD_MAIL or SVOD_TELEGRAM_TOKEN."),
    "nothing_written": _("There are no words in it. To have the machine's text again, give your own up."),
    "consent_needed": _("Give the photo a caption, say who can be recognised, who agreed that it is shown, and how."),
    "no_longer_true": _("Not yet: no longer true in your words: %(facts)s. Renew it, or take it out of the text."),
    "not_frozen": _("The files of this version are not ready. Sign it when they are."),
    "signed_already": _("This version is signed already."),
    "not_held": _("This version is not signed, so there is nothing to withdraw."),
    "plan_closed": _("The plan is sent up. It can be changed when it comes back."),
    "plan_not_sent": _("The plan is not sent up, or somebody has decided on it already."),
    "nothing_planned": _("The plan is empty. Add an activity first."),
    "held_before": _("Another activity stands for this one already. Separate them first."),
    "sheet_taken": _("This table is taken over already."),
    "not_in_stock": _("Only %(held)s pieces are there. Say why more went, or correct the number."),
    "request_decided": _("Somebody has decided on this request already. Look at it as it is now."),
    "not_below": _("Pieces are passed on to an organisation below this one."),
    "named_already": _("A material of this kind and title is there already. Add a version to it."),
    "other_campaign": _("This table was made for another campaign. Take this one's table away and fill that in."),
    "not_ready_to_publish": _("This draft of the public page is not ready, or was taken down. Make a new one."),
    "last_contact": _("This is the last help contact that works. Find another one first: no page may be without any."),
    "asked_already": _("The organisation has opened this survey for that time already."),
    "survey_closed": _("The survey is closed already."),
    "survey_lost": _("The campaign pack has this survey no more, so it cannot be counted. Put it back first."),
    "survey_full": _("The survey takes no more answers."),
    "nothing_to_undo": _("There is nothing of yours here to take back."),
    "cannot_undo": _("It was changed again since, so it cannot be taken back. Change it by hand."),
}
UNSAFE_ADDRESS = {
    "not_https": _("Give a whole address that begins with https://, as https://example.org/svod."),
    "private": _(
        "The address leads to a private or local network. Give one on the internet; who runs the server can allow "
        "private ones by the setting SVOD_WEBHOOKS_PRIVATE."
    ),
    "unknown_name": _("The name in the address is not known on the internet. See whether it is spelt right."),
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
    if refusal.code == "unsafe_address":
        return str(UNSAFE_ADDRESS[details["why"]])
    return str(WORDS.get(refusal.code, WORDS["refused"])) % details
