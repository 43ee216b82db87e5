"""A person's own webhooks, and what was sent by each."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from svod.api.hooks import setting
from svod.api.hooks.outbox import ping
from svod.api.models import Delivery, Webhook
from svod.api.pages.forms import NewWebhook
from svod.register.errors import Refused
from svod.register.permissions import needed_anywhere
from svod.web.base.doors import tell
from svod.web.base.pages import one_page


@never_cache
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The secret of a new one is shown in the answer, and never again."""
    needed_anywhere(request.user, "organise")
    form, made = NewWebhook(request.POST or None, person=request.user), None
    if request.method == "POST" and form.is_valid():
        told, base = form.cleaned_data, request.build_absolute_uri("/")
        try:
            made = setting.make_webhook(told["url"], told["events"], told["organisation"], request.user, base)
            form = NewWebhook(person=request.user)
        except Refused as refusal:
            tell(request, refusal)
    hooks = Webhook.objects.filter(person=request.user).select_related("organisation")
    return render(request, "pages/webhooks.html", {"form": form, "made": made, "hooks": hooks})


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The log of what was sent."""
    hook = _own(request, pk)
    rows = hook.deliveries.defer("body").order_by("-pk")
    return render(request, "pages/webhook.html", {"hook": hook, "page": one_page(request, rows)})


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What the pressed button says."""
    hook, deed = _own(request, pk), request.POST.get("deed", "")
    if deed in ("on", "off"):
        setting.switch_webhook(hook, request.user, on=deed == "on")
    elif deed == "ping":
        ping(hook)
        messages.success(request, _("A message is on its way. Look at this page again in a moment."))
    elif deed == "again":
        key = request.POST.get("delivery", "")
        setting.send_again(get_object_or_404(Delivery, hook=hook, pk=int(key) if key.isdecimal() else 0))
        messages.success(request, _("It is sent again."))
    elif deed == "remove":
        setting.remove_webhook(hook, request.user)
        messages.success(request, _("The webhook is removed."))
        return redirect("webhooks")
    return redirect("webhook", pk)


def _own(request: HttpRequest, pk: int) -> Webhook:
    needed_anywhere(request.user, "organise")
    return get_object_or_404(Webhook.objects.select_related("organisation"), pk=pk, person=request.user)
