"""What an administrator changes about a person: roles, the account itself, a link for a new password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.history import operation
from svod.register.services.appoint import appoint, dismiss, switch
from svod.web.base.doors import tell
from svod.web.base.qr import qr_code
from svod.web.people.forms import ChangeRole, roles_up_to
from svod.web.people.views import managed_or_404, role_or_404


@require_POST
def change_role(request: HttpRequest, pk: int) -> HttpResponse:
    held = role_or_404(request, pk)
    form = ChangeRole(request.POST, choices=roles_up_to(request.user, held.organisation))
    if form.is_valid():
        try:
            appoint(held, form.cleaned_data["role"], request.user)
            messages.success(request, _("The role is changed."))
        except Refused as refusal:
            tell(request, refusal)
    else:
        messages.error(request, _("Choose one of the roles."))
    return redirect("person", held.person_id)


@require_POST
def remove_role(request: HttpRequest, pk: int) -> HttpResponse:
    held = role_or_404(request, pk)
    try:
        dismiss(held, request.user)
        messages.success(request, _("The role is taken away. The account stays."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("people")


@require_POST
def switch_account(request: HttpRequest, pk: int) -> HttpResponse:
    other = managed_or_404(request, pk)
    try:
        switch(other, request.user, on="on" in request.POST)
        messages.success(request, _("The account is switched on.") if other.is_active else _("It is switched off."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("person", other.pk)


@require_POST
@never_cache
def password_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Shown once, to the administrator, who hands it over; it works once, for a day."""
    other = managed_or_404(request, pk)
    key = f"{user_pk_to_url_str(other)}-{default_token_generator.make_token(other)}"
    uidb36, _dash, token = key.partition("-")
    link = request.build_absolute_uri(reverse("account_reset_password_from_key", args=(uidb36, token)))
    with operation("password_link", request.user, note=str(other)):
        pass
    return render(request, "people/link.html", {"other": other, "link": link, "qr": qr_code(link)})


@require_POST
def forget_second_step(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who lost the phone and the recovery codes."""
    other = managed_or_404(request, pk)
    with operation("forget_second_step", request.user, note=str(other)):
        other.authenticator_set.all().delete()
    messages.success(request, _("The second step is switched off. The password alone lets in until it is set up anew."))
    return redirect("person", other.pk)
