"""Send a letter: at most once, and only while its reason stands. Those by Telegram the bot sends (svod/telegram)."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from svod.register.models import Letter, Organisation, Submission
from svod.register.models.submission import STANDING
from svod.register.totals import Part, coverage

NAMED = 20  # organisations in one letter; more are counted


def post(key: int) -> None:
    """Send that letter, if it still waits. What fails is written down, for a person to see."""
    letter = taken(key, Letter.Way.MAIL) if settings.MAIL_WORKS else None  # without a mail server it waits for one
    subject = written(letter) if letter else ""
    if letter is None or not subject:
        return
    letter.address = letter.person.email
    try:
        EmailMessage(subject, letter.text, to=[letter.address]).send()
    except (SMTPException, OSError) as error:
        end(letter, Letter.State.FAILED, str(error))
    else:
        end(letter, Letter.State.SENT)


def taken(key: int, way: str) -> Letter | None:
    """The letter, if it goes that way and nobody else is sending it."""
    with transaction.atomic():
        waiting = Letter.objects.filter(pk=key, way=way, state=Letter.State.WAITING)
        if not waiting.update(state=Letter.State.SENDING):
            return None
    return Letter.objects.select_related("person", "campaign__organisation", "sent_by").get(pk=key)


def written(letter: Letter) -> str:
    """Its subject; its text is written into it. "" where its reason is gone, and with it the letter."""
    silent = still_silent(letter)
    if not silent:
        end(letter, Letter.State.NEEDLESS)
        return ""
    subject, letter.text = words(letter, silent)
    return subject


def still_silent(letter: Letter) -> list[Organisation]:
    cover = coverage(Part(letter.campaign, (letter.campaign.organisation.path,)))
    return [one for one in letter.organisations.order_by("path") if cover.overdue(one.path)]


def words(letter: Letter, silent: list[Organisation]) -> tuple[str, str]:
    """Subject and text, in the language of the person it goes to."""
    with translation.override(letter.person.language or "ru"):
        name = str(letter.campaign)
        parts = [_("Good day!"), _reason(letter, silent, name), letter.note, _ways(letter), _farewell(letter)]
        return _subject(letter, name), "\n\n".join(part for part in parts if part)


def _subject(letter: Letter, name: str) -> str:
    if letter.about == Letter.About.BELOW:
        return _("%(campaign)s: who has not reported yet") % {"campaign": name}
    return _("%(campaign)s: your report is awaited") % {"campaign": name}


def _reason(letter: Letter, silent: list[Organisation], campaign: str) -> str:
    unread = _unread(letter, silent)
    listed = [f"– {one.called}{unread.get(one.pk, '')}" for one in silent[:NAMED]]
    more = len(silent) - NAMED
    if more > 0:
        listed.append(ngettext("– and %(more)s more", "– and %(more)s more", more) % {"more": more})
    told = {"campaign": campaign, "day": date_format(letter.campaign.report_by, "SHORT_DATE_FORMAT")}
    if letter.about == Letter.About.BELOW:
        opening = _("These organisations have not reported on %(campaign)s yet:") % told
    else:
        opening = _("Reports on %(campaign)s are being put together. We have none yet from:") % told
    return "\n".join([opening, *listed])


def _unread(letter: Letter, silent: list[Organisation]) -> dict[int, str]:
    """What is said of those whose file came and could not be read: to who sent it, that it is to be sent again."""
    came = Submission.objects.filter(STANDING, campaign=letter.campaign, organisation__in=silent)
    again = letter.about == Letter.About.OWN
    words = _("what came could not be read; please send it once more") if again else _("what came could not be read")
    return dict.fromkeys(came.values_list("organisation", flat=True), f": {words}")


def _ways(letter: Letter) -> str:
    if letter.about == Letter.About.BELOW:
        return _("Who has reported and who has not: %(link)s") % {"link": letter.link}
    here = [_("Or send it right here, in this chat.")] if letter.way == Letter.Way.TELEGRAM else []
    return "\n".join(
        [
            _("A text, a file or a photo of the page is enough: %(link)s") % {"link": letter.link},
            *here,
            _("If nothing was held, one line saying so is an answer, too."),
            _("If your report is on its way, please take no notice of this letter."),
        ]
    )


def _farewell(letter: Letter) -> str:
    return str(letter.sent_by or letter.campaign.organisation.called)


def end(letter: Letter, state: str, why: str = "") -> None:
    letter.state, letter.failed_why, letter.ended_at = state, why[:500], timezone.now()
    letter.save(update_fields=["state", "failed_why", "ended_at", "text", "address"])
