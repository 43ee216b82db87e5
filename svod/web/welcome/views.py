from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import never_cache

from svod.register.services.first_start import Beginning, begin, is_first_start
from svod.web.welcome.forms import Welcome


@login_not_required
@never_cache
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    if not is_first_start(token):
        raise Http404
    form = Welcome(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "welcome/page.html", {"form": form})
    told = form.cleaned_data
    person = begin(
        token,
        Beginning(
            organisation=told["organisation"],
            pack=told["pack"],
            year=told["year"],
            username=told["username"],
            password=told["password"],
            email=told["email"],
            language=get_language() or "",
            regions=told["regions"],
            names={"first_name": told["first_name"], "last_name": told["last_name"]},
        ),
    )
    if person is None:
        raise Http404
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    messages.success(request, _("The register is ready. Next: invite the people who report and check."))
    return redirect("home")
