"""What search engines may look at: what is public and the guide, nothing of the application."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

ALLOWED = ("/p/", "/help/", "/static/")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A page that is not published yet, or no more, answers 404 or 410 there: whoever asks finds nothing to keep."""
    lines = ("User-agent: *", *(f"Allow: {place}" for place in ALLOWED), "Disallow: /", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
