"""Where reports come from outside: how each way is, for who administers."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from svod.register.models import Incoming, Mailbox, Submission, TelegramBot, Update
from svod.register.permissions import may_everywhere, needed_anywhere
from svod.register.tasks import fetch_mail

LATELY = timedelta(days=30)


@require_safe
def collecting(request: HttpRequest) -> HttpResponse:
    needed_anywhere(request.user, "administer")
    shown = {
        "mailbox": mailbox(),
        "came": came(Submission.Channel.EMAIL),
        "bot": TelegramBot.objects.order_by("-heard_at").first(),
        "came_by_bot": came(Submission.Channel.TELEGRAM),
        "may_ask_model": may_everywhere(request.user, "administer"),
        "given_up": Update.objects.filter(state=Update.State.FAILED).count(),
    }
    return render(request, "collecting/page.html", shown)


@require_POST
def fetch_now(request: HttpRequest) -> HttpResponse:
    """A worker looks into the mailbox, besides the look each minute."""
    needed_anywhere(request.user, "administer")
    if settings.MAILBOX is not None:
        fetch_mail.enqueue()
        messages.success(request, _("The mailbox is being looked into. Open this page again in a moment."))
    return redirect("collecting")


def mailbox() -> Mailbox | None:
    """The one that is set, though nobody may have looked into it yet."""
    place = settings.MAILBOX
    return place and (Mailbox.objects.filter(address=place.name).first() or Mailbox(address=place.name))


def came(channel: str) -> dict[str, Any]:
    """How many messages came lately, and what became of them."""
    rows = Incoming.objects.filter(channel=channel, came_at__gt=timezone.now() - LATELY)
    states = {state: Count("pk", Q(state=state)) for state in Incoming.State.values}
    return rows.aggregate(all=Count("pk"), unanswered=Count("pk", Q(receipt=Incoming.Receipt.FAILED)), **states)
