"""What a public page is drawn from: the published file and the pack, in one language. Nothing of the register."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, wraps
from typing import Any
from zlib import crc32

from babel.lists import format_list
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition, require_safe

from svod.language import LANGUAGES
from svod.packs import Pack
from svod.packs.pack import Names
from svod.publishing.names import PackNames
from svod.records import Bounds
from svod.register.models import Campaign, Publication
from svod.register.permissions import row_or_404
from svod.register.services.publish import shown

FRESH = 300  # seconds for which a page may be shown from a cache: so long a page that was taken down may linger
Told = dict[str, Any]
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Site:
    """The public side of a campaign. `preview` is for who publishes: the same pages before anybody else sees them."""

    campaign: Campaign
    publication: Publication
    content: Told
    language: str
    preview: bool = False
    origin: str = ""  # "https://svod.example.org": what leaves the page needs whole addresses
    tail: str = ""  # what of the page's address follows the language: the same page in another one ends alike

    @property
    def pack(self) -> Pack:
        return self.campaign.pack

    @property
    def names(self) -> PackNames:
        return PackNames(self.pack, self.language)

    @property
    def stamp(self) -> str:
        """Another one for each file and language; for each day, since what is over is no longer coming; and for each
        state of the pack and its help contacts, which are not in the file."""
        pack = crc32(f"{self.pack.fingerprint} {self.campaign.contacts_rung}".encode())
        return f'"{self.publication.pk}-{self.language}-{self.today():%m%d}-{pack:08x}-{settings.STARTED[:8]}"'

    @property
    def urgent(self) -> str:
        """Whom to call at once: "102 or 111"; "" where the pack names nobody."""
        return format_list([one.number for one in self.pack.contacts if one.urgent], "or", self.language)

    @property
    def made_on(self) -> date:
        """As of when it tells."""
        return timezone.localdate(datetime.fromisoformat(self.content["made_at"]))

    def said(self, names: Names) -> str:
        return names.get(self.language) or names.get("ru", "")

    def address(self, name: str, *more: object, language: str = "") -> str:
        start = (self.publication.pk,) if self.preview else (self.campaign.slug,)
        prefix = "preview" if self.preview else "public"
        return reverse(f"{prefix}:{name}", args=[*start, language or self.language, *more])

    def today(self) -> date:
        return timezone.localdate()

    def coming(self) -> list[Told]:
        """What is not over yet."""
        today = self.today().isoformat()
        return [one for one in self.content["coming"] if (one["last_day"] or date.max.isoformat()) >= today]


@lru_cache(maxsize=4)
def _content(key: int, made_at: datetime) -> Told:
    """A file never changes, so a process reads each once. The day tells it from one of a database put back in place."""
    content: Told = Publication.objects.values_list("content", flat=True).get(pk=key)
    return content


def site_of(publication: Publication, language: str, preview: bool = False) -> Site:
    return Site(publication.campaign, publication, _content(publication.pk, publication.made_at), language, preview)


class Gone(Exception):  # noqa: N818 # the state of a page, not a fault of ours
    """It was public and was taken down."""

    def __init__(self, campaign: Campaign) -> None:
        super().__init__(campaign.slug)
        self.campaign = campaign


def site_or_404(slug: str, language: str) -> Site:
    """Raises Http404 where nothing was ever shown, Gone where it was taken down."""
    campaign = get_object_or_404(Campaign.objects.select_related("organisation"), slug=slug)
    publication = shown(campaign)
    if publication is None:
        if Publication.objects.filter(campaign=campaign, taken_down_at__isnull=False).exists():
            raise Gone(campaign)
        raise Http404
    publication.campaign = campaign
    return site_of(publication, language)


def public(view: View) -> View:
    """A page for everybody: GET only, compressed, without cookies, kept by caches for a while. Its view is given the
    Site. There is no secret in it, so that compressing it tells none.

    At the address of a preview it is the same page for who publishes, of a file that nobody else sees yet.
    """

    @login_not_required
    @require_safe
    @wraps(view)
    def answer(
        request: HttpRequest, language: str, slug: str = "", publication: int | None = None, **named: Any
    ) -> HttpResponse:
        if language not in LANGUAGES:
            raise Http404
        try:
            site = (
                site_or_404(slug, language) if publication is None else preview_or_404(request, publication, language)
            )
        except Gone as gone:
            return nothing(language, gone.campaign.pack, 410)
        tail = request.get_full_path().partition(f"/{language}/")[2]
        site = replace(site, origin=request.build_absolute_uri("/").rstrip("/"), tail=tail)
        with override(language):
            found = gzip_page(_tagged(view, site))(request, **named)
        found["Content-Language"] = language
        if site.preview:
            found["X-Robots-Tag"] = "noindex"
            patch_cache_control(found, private=True, no_store=True)
        else:
            patch_cache_control(found, public=True, max_age=FRESH)
            found.same_for_all = True  # type: ignore[attr-defined]
        return found

    return answer


def _tagged(view: View, site: Site) -> View:
    """The view, which need not draw again what the reader has."""

    def drawn(request: HttpRequest, **named: Any) -> HttpResponse:
        return view(request, site, **named)

    return drawn if site.preview else condition(etag_func=lambda *_given, **_named: site.stamp)(drawn)


def preview_or_404(request: HttpRequest, key: int, language: str) -> Site:
    """For who publishes. Raises PermissionDenied, Http404."""
    rows = Publication.objects.select_related("campaign__organisation").filter(state=Publication.State.READY)
    if not request.user.is_authenticated:
        raise Http404
    return site_of(row_or_404(rows, request.user, "publish", "campaign__organisation", pk=key), language, preview=True)


def page(site: Site, template: str, **more: Any) -> HttpResponse:
    """Drawn without the request: no session is opened, so no cookie can be set."""
    return HttpResponse(render_to_string(f"public/{template}.html", {"site": site, "languages": LANGUAGES, **more}))


def nothing(language: str, pack: Pack | None, status: int, home: str = "") -> HttpResponse:
    """A page without a site: the way out and whom to call stand there as everywhere."""
    told = {"language": language, "pack": pack, "taken_down": status == 410, "home": home}
    with override(language):
        answer = HttpResponse(render_to_string("public/nothing.html", told), status=status)
    answer["Content-Language"] = language
    answer["X-Robots-Tag"] = "noindex"
    return answer


def bounds(pair: list[int | None]) -> Bounds:
    return Bounds(pair[0] or 0, pair[1])
