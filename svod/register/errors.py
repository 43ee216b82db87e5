"""Why a service does not do what it was asked.

Refused                  every reason has a code; `details` fill the gaps of its message
├── Stale                somebody else changed the row meanwhile: look again, then decide
├── Locked               the organisation has signed: reopen first
├── NotInEvidence        a number whose digits or words do not stand in its evidence needs a reason
├── NotTaken             a file that nobody could read: `problem` is the core's (empty, too large)
├── NoPhoto                  what was sent as a photo is none that can be shown; `why` says what it is
├── TooManyPhotos            a submission carries a handful
├── PhotoInReport            somebody chose it for a report: it is taken out there first
├── OutOfStep            a piece of an upload that does not continue what arrived; `arrived` says how much did
├── NotComplete          an upload that should end before all of it arrived
├── AlreadyReceived      the same file was handed in before; `submission` is the earlier one
├── NoCampaign           there is no campaign that a message from outside could belong to
├── NotFetched           only the head of a message is here: it was too large
├── OtherAnswers         a filled-in form says something else than it said before; `submission` is what it was
├── TooManyAnswers       a link for form apps brings only so many a day
├── ChatCodeUnknown      what should link a chat was used, is too old, or never was
├── NotReady             a level signs after the levels below it
├── DraftsLeft           a level signs when nothing below it is left to check or to read
├── ReasonNeeded         reopening says why
├── NotSigned            nothing is signed that could be reopened
├── CannotMerge          not two activities of one campaign, or one of them was rejected
├── ToldAgain            other activities are merged into this one, or it into another: separate them first
├── NoSuchPassage        the words do not stand in the text
├── CannotUndo           rows changed since, or the operation was undone before
├── NothingToUndo        the person did nothing here that still holds
├── RoleTooHigh          nobody gives more than they have
├── LastAdministrator    somebody must be left who may do everything
├── InvitationClosed     used up, too old, withdrawn, or its maker may no longer invite
├── WrongPlace           the organisation is not one that the invitation is for
├── NameTaken            another organisation below the same one has that name
├── HeldAlready          the organisation holds that campaign in that year already
├── CampaignHolds        a campaign is removed as long as nothing is in it
├── FrozenAlready        the list of who is to report is fixed already
├── NoMail               neither a mail server is named nor a bot at work, so no letter can go
├── NothingWritten       a passage without words: to have the narrator's again one gives the person's up
├── ConsentNeeded        a photo is shown when somebody agreed to it, and it is said who
├── NoLongerTrue         a version is frozen when each fact in people's words is what the register says; `facts`
├── NotFrozen            a version is signed when all its files are there
├── SignedAlready        a version is signed once
├── NotHeld              a signature that was withdrawn, or never given, cannot be withdrawn
├── PlanClosed           a plan that was sent up or approved is not changed
├── PlanNotSent          only a plan that was sent up is approved or sent back
├── NothingPlanned       an empty plan is not sent up
├── HeldBefore           another activity stands for what was planned already
├── SheetTaken           the rows of the table are in the plan already
├── OtherCampaign        a table that was made for another campaign
├── NotInStock           more pieces than are there, and nobody says why; `held` is how many there are
├── RequestDecided       somebody has decided on it already, or it is not granted
├── NotBelow             pieces are passed on to organisations below
├── NamedAlready         a material of that kind and title is there
├── LastContact          no public page is without a help contact
├── NotReadyToPublish    a public file that is not made, or was taken down, is not shown
├── AskedAlready         the organisation has opened that wave of the survey before
├── SurveyClosed         it takes no answers, and was counted
├── SurveyLost           the pack has its questions no more, so it cannot be counted
├── UnsafeAddress        a webhook leads to no machine of the internet
└── SurveyFull           more answers than people could have sent
"""

from typing import Any


class Refused(Exception):  # noqa: N818 # the state of the register, not a fault of ours
    """A service's refusal. `code` names the message that a person sees."""

    code = "refused"

    def __init__(self, **details: Any) -> None:
        self.details = details
        super().__init__(self.code)


class Stale(Refused):
    code = "stale"


class Locked(Refused):
    code = "locked"


class NotInEvidence(Refused):
    code = "not_in_evidence"


class NotTaken(Refused):
    code = "not_taken"


class NoPhoto(Refused):
    code = "no_photo"


class TooManyPhotos(Refused):
    code = "too_many_photos"


class PhotoInReport(Refused):
    code = "photo_in_report"


class OutOfStep(Refused):
    code = "out_of_step"


class NotComplete(Refused):
    code = "not_complete"


class AlreadyReceived(Refused):
    code = "already_received"


class NoCampaign(Refused):
    code = "no_campaign"


class NotFetched(Refused):
    code = "not_fetched"


class OtherAnswers(Refused):
    code = "other_answers"


class TooManyAnswers(Refused):
    code = "too_many_answers"


class ChatCodeUnknown(Refused):
    code = "chat_code_unknown"


class NotReady(Refused):
    code = "not_ready"


class DraftsLeft(Refused):
    code = "drafts_left"


class ReasonNeeded(Refused):
    code = "reason_needed"


class NotSigned(Refused):
    code = "not_signed"


class CannotMerge(Refused):
    code = "cannot_merge"


class ToldAgain(Refused):
    code = "told_again"


class NoSuchPassage(Refused):
    code = "no_such_passage"


class CannotUndo(Refused):
    code = "cannot_undo"


class NothingToUndo(Refused):
    code = "nothing_to_undo"


class RoleTooHigh(Refused):
    code = "role_too_high"


class LastAdministrator(Refused):
    code = "last_administrator"


class InvitationClosed(Refused):
    code = "invitation_closed"


class WrongPlace(Refused):
    code = "wrong_place"


class NameTaken(Refused):
    code = "name_taken"


class HeldAlready(Refused):
    code = "held_already"


class CampaignHolds(Refused):
    code = "campaign_holds"


class FrozenAlready(Refused):
    code = "frozen_already"


class NoMail(Refused):
    code = "no_mail"


class NothingWritten(Refused):
    code = "nothing_written"


class ConsentNeeded(Refused):
    code = "consent_needed"


class NoLongerTrue(Refused):
    code = "no_longer_true"


class NotFrozen(Refused):
    code = "not_frozen"


class SignedAlready(Refused):
    code = "signed_already"


class NotHeld(Refused):
    code = "not_held"


class PlanClosed(Refused):
    code = "plan_closed"


class PlanNotSent(Refused):
    code = "plan_not_sent"


class NothingPlanned(Refused):
    code = "nothing_planned"


class HeldBefore(Refused):
    code = "held_before"


class SheetTaken(Refused):
    code = "sheet_taken"


class OtherCampaign(Refused):
    code = "other_campaign"


class NotInStock(Refused):
    code = "not_in_stock"


class RequestDecided(Refused):
    code = "request_decided"


class NotBelow(Refused):
    code = "not_below"


class NamedAlready(Refused):
    code = "named_already"


class NotReadyToPublish(Refused):
    code = "not_ready_to_publish"


class LastContact(Refused):
    code = "last_contact"


class AskedAlready(Refused):
    code = "asked_already"


class SurveyClosed(Refused):
    code = "survey_closed"


class SurveyLost(Refused):
    code = "survey_lost"


class SurveyFull(Refused):
    code = "survey_full"


class UnsafeAddress(Refused):
    code = "unsafe_address"
