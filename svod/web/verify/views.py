"""Who signed a version, when, and whether a file is one of its files. It says nothing else of the register.

A file that somebody checks is hashed and forgotten. Nothing changes here, so that the form needs no session.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from svod.register.models import Edition, EditionFile
from svod.register.services.keep import digest

FOUR = 4  # letters between the dashes of a code
LARGEST = 100 * 1024 * 1024  # bytes of a request; no file of a version is near it


@login_not_required
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """For whoever has the code on paper."""
    code = as_printed(request.GET.get("code", ""))
    if code and Edition.objects.filter(code=code).exists():
        return HttpResponseRedirect(reverse("verify", args=(code,)))
    return render(request, "verify/ask.html", {"code": code}, status=404 if code else 200)


@login_not_required
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, version: str) -> HttpResponse:
    edition = edition_with(version)
    if edition is None:
        return render(request, "verify/ask.html", {"code": version}, status=404)
    if request.method == "POST" and int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        raise RequestDataTooBig
    checked = request.FILES.get("file") if request.method == "POST" else None
    around = {
        "edition": edition,
        "files": edition.files.all(),
        "later": _signed_later(edition),
        "is_asked": request.method == "POST",
        "checked": checked.name if checked else "",
        "same": _same(edition, digest(checked)[0]) if checked else None,
    }
    return render(request, "verify/page.html", around)


def as_printed(typed: str) -> str:
    """A code as people type it from paper, with spaces or without its dashes: in fours again."""
    letters = "".join(one for one in typed.upper() if one.isalnum())
    return "-".join(letters[at : at + FOUR] for at in range(0, len(letters), FOUR))


def edition_with(code: str) -> Edition | None:
    known = Edition.objects.filter(code=code.upper(), state=Edition.State.READY)
    return known.select_related("report__organisation", "signed_by", "withdrawn_by").first()


def _signed_later(edition: Edition) -> Edition | None:
    """The last version of the same report that is signed, where that is a later one."""
    later = Edition.objects.filter(report=edition.report, number__gt=edition.number)
    return later.filter(signed_at__isnull=False, withdrawn_at__isnull=True).order_by("-number").first()


def _same(edition: Edition, sha256: str) -> EditionFile | None:
    return edition.files.filter(sha256=sha256).first()
