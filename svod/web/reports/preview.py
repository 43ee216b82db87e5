"""The report as the HTML file will be, before anything is frozen."""

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from svod.guard import Discretion, published
from svod.publishing.html import page
from svod.register.consolidated.byhand import by_hand
from svod.register.consolidated.rows import pack_of, register_of
from svod.register.consolidated.told import extent_of, told
from svod.register.consolidated.tree import tree_of
from svod.web.reports.doors import report_or_404


@require_safe
@csp_replace({"default-src": [NONE], "style-src": ["'unsafe-inline'"], "img-src": ["data:"], "script-src": [NONE]})
def preview(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A page of its own, with its own style and no script."""
    report = report_or_404(request, slug, pk)
    register = register_of(extent_of(report), texts=True)
    tree = tree_of(report, told(report), by_hand(report, pictures=True))
    pack = pack_of(report.campaign)
    return HttpResponse(page(tree, published(register, pack), Discretion(register, pack)))
