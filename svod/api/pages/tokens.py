"""A person's own tokens: made, shown once, revoked; and those of services, for who administers."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from svod.api.models import Token
from svod.api.pages.forms import NewService, NewToken
from svod.api.scopes import NAMES
from svod.api.tokens import add_service, make_token, revoke_token
from svod.register.errors import Refused
from svod.register.models import Person
from svod.register.permissions import visible
from svod.web.base.doors import tell


@never_cache
@reauthentication_required  # who finds a session open makes no key that outlives it
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The tokens, and a form for a new one. What is made is shown in the answer, and never again."""
    services = services_of(request.user)
    what = request.POST.get("what", "")
    token = NewToken(request.POST if what == "token" else None, person=request.user, services=services)
    service = NewService(request.POST if what == "service" else None, person=request.user, prefix="service")
    around = {"secret": "", "made": None}
    if what == "token" and token.is_valid():
        around = _made(request, token)
    elif what == "service" and service.is_valid() and _added(request, service):
        return redirect("tokens")
    people = [request.user.pk, *services.values_list("pk", flat=True)]
    rows = Token.objects.filter(person__in=people).select_related("person", "organisation")
    listed = [(row, [(scope, NAMES[scope]) for scope in row.scopes]) for row in rows]
    context = {"token": token, "service": service, "may_add": service.may_add, "rows": listed, **around}
    return render(request, "pages/tokens.html", context)


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    people = [request.user.pk, *services_of(request.user).values_list("pk", flat=True)]
    revoke_token(get_object_or_404(Token, pk=pk, person__in=people), request.user)
    messages.success(request, _("The token is revoked: it opens nothing any more."))
    return redirect("tokens")


def services_of(person: Person) -> QuerySet[Person]:
    """Accounts of services below where the person administers."""
    return visible(Person.objects.filter(service__isnull=False), person, "administer", "service__organisation")


def _made(request: HttpRequest, form: NewToken) -> dict[str, object]:
    told = form.cleaned_data
    whose = told["whose"] or request.user
    made, secret = make_token(whose, told["name"], told["scopes"], told["organisation"], told["days"], request.user)
    return {"secret": secret, "made": made, "token": NewToken(person=request.user, services=services_of(request.user))}


def _added(request: HttpRequest, form: NewService) -> bool:
    told = form.cleaned_data
    try:
        add_service(told["name"], told["role"], told["organisation"], request.user)
    except Refused as refusal:
        tell(request, refusal)
        return False
    messages.success(request, _("The service is added. Make a token for it."))
    return True
