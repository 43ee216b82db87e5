"""The versions of a material: added, printed, downloaded."""

from pathlib import PurePosixPath

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from svod.register.services.supply import add_issue, print_pieces
from svod.web.materials.doors import issue_or_404, material_or_404
from svod.web.materials.forms import AddIssue, Printed


@require_POST
def add(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    material = material_or_404(request, slug, pk, "supply")
    form = AddIssue(request.POST, request.FILES)
    if form.is_valid():
        told = form.cleaned_data
        add_issue(material, told["language"], request.user, told["file"], told["link"])
        messages.success(request, _("The version is added."))
        return redirect("material", slug, pk)
    context = {"material": material, "issues": material.issues.all(), "supplies": True, "form": form}
    return render(request, "materials/one.html", context)


def printed(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    issue = issue_or_404(request, slug, pk, "supply")
    form = Printed(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pieces = form.cleaned_data["pieces"]
        print_pieces(issue, pieces, form.cleaned_data["day"], request.user)
        words = ngettext("%(number)s piece is in stock now.", "%(number)s pieces more are in stock now.", pieces)
        messages.success(request, words % {"number": pieces})
        return redirect("material", slug, issue.material_id)
    return render(request, "materials/printed.html", {"form": form, "issue": issue})


@require_safe
def file(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """Given to be kept, never shown, whatever it claims to be."""
    issue = issue_or_404(request, slug, pk)
    if not issue.file:
        raise Http404(_("This version has no file."))
    name = PurePosixPath(issue.name).name or "material"
    answer = FileResponse(
        issue.file.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
