"""Why a service does not do what it was asked. The words that a person sees are in `svod.web.base.refusals`."""

import re
from typing import Any

_NEXT_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class Refused(Exception):  # noqa: N818 # the state of the register, not a fault of ours
    """A service's refusal. `code` names its message, whose gaps `details` fill; it is made of the class's name:
    "not_in_evidence" for NotInEvidence.
    """

    code = "refused"

    def __init_subclass__(cls) -> None:
        cls.code = _NEXT_WORD.sub("_", cls.__name__).lower()

    def __init__(self, **details: Any) -> None:
        self.details = details
        super().__init__(self.code)


class Stale(Refused):
    """Somebody else changed the row since it was looked at."""


class Locked(Refused):
    """The organisation has signed: its part is reopened before anything in it is changed."""


class NotInEvidence(Refused):
    """A number that does not stand in its evidence, in digits or in words, needs a reason."""


class NotTaken(Refused):
    """Nobody could read the file; `problem` is what `svod.reading` says of it (empty, too large)."""


class NoPhoto(Refused):
    """What was sent as a photo cannot be shown; `why` says what is wrong with it."""


class TooManyPhotos(Refused):
    """A submission has as many photos as it may; `most` is how many."""


class NotReadYet(Refused):
    """What is still being read is neither moved nor withdrawn."""


class SameFileThere(Refused):
    """The organisation that a submission is moved to has handed in the same file; `organisation` is it."""


class Withdrawn(Refused):
    """The submission was withdrawn: nothing in it is changed."""


class PhotoInReport(Refused):
    """The photo was chosen for a report: it is taken out there before it is deleted."""


class OutOfStep(Refused):
    """A piece of an upload does not begin where the one before ended; `arrived` is where that is."""


class NotComplete(Refused):
    """An upload was ended before all of the file had arrived."""


class AlreadyReceived(Refused):
    """The same file was handed in before; `submission` is the earlier one."""


class NoCampaign(Refused):
    """A message came from outside, and no campaign is there that it could belong to."""


class NotFetched(Refused):
    """Of a message that was too large only the head was fetched."""


class OtherAnswers(Refused):
    """A form that was received before came again with other answers; `submission` is the earlier one."""


class TooManyAnswers(Refused):
    """A link for form apps has brought as many forms today as it may; `most` is how many."""


class ChatCodeUnknown(Refused):
    """The code that should link a chat was used, is too old, or was never given."""


class NotReady(Refused):
    """Organisations below have not signed yet; `below` names them."""


class DraftsLeft(Refused):
    """Drafts are left to check, or files to read; `drafts` and `unread` are how many."""


class ReasonNeeded(Refused):
    """This is not done without a reason."""


class NotSigned(Refused):
    """Nothing is signed that could be reopened."""


class CannotMerge(Refused):
    """The two are not different activities of one campaign, or one of them was rejected."""


class ToldAgain(Refused):
    """The activity is merged with others: they are separated first."""


class NoSuchPassage(Refused):
    """The words do not stand in the text."""


class CannotUndo(Refused):
    """Rows of the operation were changed since, or it was undone before."""


class NothingToUndo(Refused):
    """Nothing that the person did here still holds."""


class RoleTooHigh(Refused):
    """Nobody gives a role that may do more than their own."""


class LastAdministrator(Refused):
    """The last administrator is not removed: somebody must be left who may do everything."""


class InvitationClosed(Refused):
    """The invitation was used up or withdrawn, is too old, or who made it may no longer invite."""


class WrongPlace(Refused):
    """The invitation is not for that organisation."""


class NameTaken(Refused):
    """Another organisation below the same one has that name; `name` is it."""


class HeldAlready(Refused):
    """The organisation holds that campaign in that year already; `year` is it."""


class CampaignHolds(Refused):
    """Something is in the campaign already: only an empty one is removed."""


class FrozenAlready(Refused):
    """The list of who is to report is fixed already."""


class NoMail(Refused):
    """No letter can go: neither is a mail server named, nor a bot at work."""


class NothingWritten(Refused):
    """A passage without words: who wants the narrator's text again gives up their own."""


class ConsentNeeded(Refused):
    """A photo is shown when it is said who agreed to that."""


class NoLongerTrue(Refused):
    """People's words name facts that the register tells otherwise by now; `facts` names them."""


class NotFrozen(Refused):
    """A version is signed when all its files are there."""


class SignedAlready(Refused):
    """A version is signed once."""


class NotHeld(Refused):
    """The version is not signed, so no signature of it can be withdrawn."""


class PlanClosed(Refused):
    """A plan that was sent up or approved is not changed."""


class PlanNotSent(Refused):
    """Only a plan that was sent up can be approved or sent back."""


class NothingPlanned(Refused):
    """An empty plan is not sent up."""


class HeldBefore(Refused):
    """What was planned has another activity that stands for it."""


class SheetTaken(Refused):
    """The rows of the table are in the plan already."""


class OtherCampaign(Refused):
    """The table was made for another campaign."""


class NotInStock(Refused):
    """More pieces went than are there, and no reason is given; `held` is how many there are."""


class RequestDecided(Refused):
    """The request was decided on before, or it was not granted."""


class NotBelow(Refused):
    """Pieces are passed on only to organisations below."""


class NamedAlready(Refused):
    """A material of that kind and title is there."""


class NotReadyToPublish(Refused):
    """The public file is not made yet, or was taken down."""


class LastContact(Refused):
    """The last help contact stays: no public page is without one."""


class AskedAlready(Refused):
    """The organisation has opened that wave of the survey before."""


class SurveyClosed(Refused):
    """The survey takes no more answers: it was closed and counted."""


class SurveyLost(Refused):
    """The pack no longer has the survey's questions, so it cannot be counted."""


class SurveyFull(Refused):
    """More answers came than people could have sent."""


class UnsafeAddress(Refused):
    """The address of a webhook is none that may be called; `why` says what is wrong with it."""
