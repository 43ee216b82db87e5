"""The materials of a campaign: what there is, in which languages and versions, how many pieces are where."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from svod.register.errors import Refused
from svod.register.models import Organisation
from svod.register.permissions import may_anywhere, needed, needed_anywhere
from svod.register.services.supply import add_material, change_material
from svod.register.totals import part_of
from svod.register.totals.pieces import stock
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.pages import one_page
from svod.web.base.places import places
from svod.web.materials.doors import material_or_404, materials_of, supplies
from svod.web.materials.forms import Add, AddIssue, Describe

PLACES = 200  # organisations whose stock a page shows


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    rows = materials_of(campaign, request.user).prefetch_related("issues").order_by("kind", "title")
    context = {"page": one_page(request, rows), "may_add": may_anywhere(request.user, "supply")}
    return render(request, "materials/page.html", context)


def add(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "supply")
    known = {"pack": campaign.pack, "places": places(request.user, "supply", campaign)}
    form = Add(request.POST or None, **known)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        organisation = told.pop("organisation")
        needed(request.user, "supply", organisation)
        try:
            made = add_material(campaign, organisation, told, request.user)
            return redirect("material", slug, made.pk)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "materials/describe.html", {"form": form, "material": None})


def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    material = material_or_404(request, slug, pk, "supply")
    known = {name: getattr(material, name) for name in Describe.base_fields}
    form = Describe(request.POST or None, pack=material.campaign.pack, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            change_material(material, form.cleaned_data, request.user)
            messages.success(request, _("The material is changed."))
            return redirect("material", slug, pk)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "materials/describe.html", {"form": form, "material": material})


@require_safe
def one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Its versions, and the pieces of each that lie with the person's organisations."""
    material = material_or_404(request, slug, pk)
    issues = list(material.issues.all())
    own = Organisation.objects.filter(part_of(material.campaign, request.user).within(""))
    held = {key: pieces for key, pieces in stock(issues, own).items() if pieces}
    named = own.in_bulk({organisation for _issue, organisation in held})
    rows = [(issue, named[key], pieces) for issue in issues for (of, key), pieces in held.items() if of == issue.pk]
    rows.sort(key=lambda row: row[1].path)
    context = {
        "material": material,
        "issues": issues,
        "stock": rows[:PLACES],
        "supplies": supplies(request.user, material),
        "form": AddIssue(),
        "may_ask": may_anywhere(request.user, "hand_out"),
    }
    return render(request, "materials/one.html", context)
