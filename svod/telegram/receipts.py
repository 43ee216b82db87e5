"""What somebody is told of what they handed in: that it is received, who will look at it, and what was read."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _, ngettext

from svod.reading import message as problem_in_words
from svod.register.models import Organisation, Role, RoleAt, Submission
from svod.register.permissions import at_least
from svod.register.totals.coverage import STEP
from svod.telegram.reply import Reply


def received(submission: Submission, again: bool = False) -> str:
    """The receipt: its number, whose it is, who will look at it and until when."""
    told = {"number": submission.pk, "organisation": submission.organisation.called, "campaign": submission.campaign}
    if again:
        first = _("This was received before, as number %(number)s: %(organisation)s, %(campaign)s.") % told
    else:
        first = _("Received, number %(number)s: %(organisation)s, %(campaign)s.") % told
    return " ".join([first, looked_at(submission)])


def looked_at(submission: Submission) -> str:
    campaign, office = submission.campaign, _office(submission.organisation)
    until = campaign.report_by if campaign.report_by >= timezone.localdate() else None
    told = {"office": office, "day": date_format(until, "SHORT_DATE_FORMAT") if until else ""}
    if office and until:
        return _("%(office)s looks at it before reports are put together on %(day)s.") % told
    if office:
        return _("%(office)s looks at it next: reports are being put together.") % told
    return _("The office looks at it.")


def _office(organisation: Organisation) -> str:
    """The nearest organisation, from this one upwards, where somebody checks what comes in."""
    above = [organisation.path[:end] for end in range(STEP, len(organisation.path) + 1, STEP)]
    checks = RoleAt.objects.filter(organisation__path__in=above, role__in=at_least(Role.REVIEWER))
    nearest = checks.select_related("organisation").order_by("-organisation__path").first()
    return nearest.organisation.called if nearest else ""


def read(submission: Submission, number: int) -> str:
    """What became of it."""
    told = {"submission": submission.pk, "number": number}
    if submission.state == Submission.State.UNREADABLE:
        why = " ".join(problem_in_words(one, get_language() or "ru") for one in submission.trouble[:1])
        return _("Number %(submission)s could not be read. %(why)s") % {**told, "why": why}
    if submission.nothing_held:
        return _("Number %(submission)s is read: it says that nothing was held.") % told
    if not number:
        return _("Number %(submission)s is read, but no activity was found in it. The office looks at it.") % told
    found = ngettext(
        "Number %(submission)s is read: %(number)s activity.",
        "Number %(submission)s is read: %(number)s activities.",
        number,
    )
    return found % told


def put_beside(submission: Submission, number: int) -> Reply:
    found = ngettext(
        "%(number)s photo is put beside number %(submission)s.",
        "%(number)s photos are put beside number %(submission)s.",
        number,
    )
    page = _("If it is a page to be read, send it as a file.")
    return Reply(" ".join([found % {"number": number, "submission": submission.pk}, page]))


def not_a_report(why: str) -> Reply:
    return Reply(_("The office says that what you sent is no report: %(why)s") % {"why": why})
