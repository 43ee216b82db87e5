"""What makes the page an app on the phone: a manifest, a service worker, and who is signed in for the queue."""

import hashlib
import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from svod.web.base.doors import campaign_or_404

MODULES = ("page", "care", "draft", "photos-field", "photos", "queue", "sending", "store")
KEPT = (
    "svod/svod.css",
    "svod/svod.js",
    "svod/htmx.min.js",
    "svod/icon.svg",
    "tell/tell.css",
    *(f"tell/{name}.js" for name in MODULES),
)
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))


@never_cache
@require_safe
def state(request: HttpRequest, slug: str) -> JsonResponse:
    """Who is signed in, and the token that their forms carry: the queue asks before it sends."""
    campaign_or_404(request, slug)
    return JsonResponse({"person": request.user.pk, "token": get_token(request)})


@login_not_required  # browsers ask for a worker that is a module without cookies; it holds addresses and nothing else
@never_cache
@require_safe
def worker(request: HttpRequest, slug: str) -> HttpResponse:
    """The service worker of this page alone: it lies where its scope begins."""
    kept = [static(name) for name in KEPT]
    told = {
        "page": reverse("tell", args=[slug]),
        "state": reverse("tell_state", args=[slug]),
        "kept": kept,
        "version": hashlib.sha256("\n".join(kept).encode()).hexdigest()[:12],
    }
    script = f'import {{ serve }} from "{static("tell/worker.js")}";\nserve({json.dumps(told)});\n'
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_safe
def manifest(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    page = reverse("tell", args=[slug])
    told = {
        "id": page,
        "start_url": page,
        "scope": page,
        "name": f"{_('Tell what was held')}: {campaign}",
        "short_name": _("Svod"),
        "lang": get_language(),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b5f62",
        "icons": [
            {
                "src": static(f"tell/icon-{size}{'-maskable' if purpose == 'maskable' else ''}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in ICONS
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")
