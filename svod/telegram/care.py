"""Texts that tell of somebody who was hurt, or name somebody: whoever sent them is told how to write instead, and where
help is. It stops nothing: a report that was sent is received."""

from django.utils.translation import gettext as _

from svod.packs import Pack
from svod.register.care import CASES, care_for
from svod.register.models import Submission
from svod.telegram.reply import Reply
from svod.telegram.words import help_contacts


def warning(text: str, pack: Pack) -> Reply | None:
    """What the sender is told; None where nothing needs thought. It repeats no word: others may read along."""
    care = care_for(text, pack)
    if care is None:
        return None
    return of_cases(pack) if care.cases else of_names()


def warning_once_read(submission: Submission) -> Reply | None:
    """The same of a file, whose words are known only then: for a case alone, its names the reviewer sees."""
    found = submission.documents.values_list("found", flat=True)
    kinds = {kind for places in found for kind, *_place in places}
    return of_cases(submission.campaign.pack) if kinds & CASES else None


def of_names() -> Reply:
    return Reply(
        _("What you sent seems to name people. For a report numbers are enough: please leave names out next time.")
    )


def of_cases(pack: Pack) -> Reply:
    lines = [
        _("What you sent seems to tell what happened to somebody. Those alone who check your report see it."),
        _("For a report a number is enough: please write no names and nothing by which a person can be recognised."),
        _("Where help is:"),
        help_contacts(pack.contacts),
    ]
    return Reply("\n".join(lines))
