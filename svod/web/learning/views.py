"""Reviews that are done, given out to learn from."""

import json
from collections.abc import Iterator, Mapping

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from svod.register.corrections import corrections, reviewed
from svod.register.history import operation
from svod.register.permissions import needed, visible
from svod.web.base.doors import campaign_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def learning(request: HttpRequest, slug: str) -> HttpResponseBase:
    """How many there are; by POST the file. It is written down who took it."""
    campaign = campaign_or_404(request, slug)
    needed(request.user, "report", campaign.organisation)
    documents = visible(reviewed(campaign), request.user, "report", "submission__organisation")
    if request.method != "POST":
        sources = documents.order_by().values("submission__organisation").distinct().count()
        shown = {"texts": documents.count(), "sources": sources, "learned": _learned()}
        return render(request, "learning/page.html", shown)
    with operation("take_corrections", request.user, campaign, campaign.organisation, note=str(documents.count())):
        lines: Iterator[str] = (json.dumps(one, ensure_ascii=False) + "\n" for one in corrections(documents, campaign))
        answer = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="corrections-{campaign.slug}.jsonl"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _learned() -> Mapping[str, int | float] | None:
    """What the file that reports are read by says of itself."""
    from svod.register.learned import second_look  # here, for it brings the extractor along

    look = second_look()
    return look.weights.about if look else None
