"""The language model that is asked: on or off, on which terms, and what was sent to whom. For the whole federation."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Page
from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_http_methods

from svod.register.errors import Refused
from svod.register.models import Consultation
from svod.register.permissions import needed_everywhere
from svod.register.services.set_assistant import assistant_set, set_assistant
from svod.web.assistant.forms import NAMES, Setting
from svod.web.base.doors import tell
from svod.web.base.pages import one_page


@require_http_methods(["GET", "HEAD", "POST"])
def assistant(request: HttpRequest) -> HttpResponse:
    needed_everywhere(request.user, "administer")
    row = assistant_set()
    form = Setting(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            set_assistant({name: told[name] for name in NAMES}, request.user, told["version"])
            messages.success(request, _("The setting is changed. It holds for what is read from now on."))
        except Refused as refusal:
            tell(request, refusal)
        return redirect("assistant")
    shown = {"form": form, "row": row, "has_key": bool(settings.MODEL_KEY), "sent": _sent(request), "costs": _costs()}
    return render(request, "assistant/page.html", shown)


def _sent(request: HttpRequest) -> Page:
    """What was sent, the last first, with what came of it in words."""
    from svod.assistant import failure_in_words  # here, for it brings the extractor along

    page = one_page(request, Consultation.objects.select_related("submission__campaign"))
    for one in page:
        one.told = failure_in_words(one.outcome, get_language() or "ru")
    return page


def _costs() -> list[dict[str, object]]:
    """What all of it cost, by currency."""
    sums = Consultation.objects.order_by().values("currency")
    return list(sums.annotate(parts=Count("pk"), cost=Sum("cost"), tokens=Sum("tokens_in") + Sum("tokens_out")))
