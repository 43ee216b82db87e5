"""What a person keeps of themselves, and what of allauth's pages depends on a mail server."""

from allauth.account import views as allauth
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as remember_in_cookie

from svod.register.models import Person
from svod.web.account.forms import Profile


def account(request: HttpRequest) -> HttpResponse:
    person = request.user
    form = Profile(request.POST or None, instance=person, initial={"language": person.language or get_language()})
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("account")
    factors = set(person.authenticator_set.values_list("type", flat=True))
    roles = person.roles.select_related("organisation").order_by("organisation__path")
    return render(request, "account/page.html", {"form": form, "factors": factors, "roles": roles})


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """In a cookie, and with the person where somebody is signed in."""
    language, person = request.POST.get("language", ""), request.user
    if person.is_authenticated and language in dict(settings.LANGUAGES) and person.language != language:
        Person.objects.filter(pk=person.pk).update(language=language)
    return remember_in_cookie(request)


@login_not_required
def password_reset(request: HttpRequest) -> HttpResponse:
    """By e-mail; where none can be sent, the page says whom to ask."""
    if not settings.MAIL_WORKS:
        return render(request, "account/ask_administrator.html")
    return allauth.password_reset(request)


def email(request: HttpRequest) -> HttpResponse:
    """A new address holds once it is confirmed, which takes a letter."""
    if not settings.MAIL_WORKS:
        return render(request, "account/no_mail.html")
    return allauth.email(request)
