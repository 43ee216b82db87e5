"""Files of the public page: open data, the printed diary, the picture that a shared link shows."""

import json

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from svod.register.published.tables import PARQUET, as_csv, as_json, package
from svod.standards.figures import figures_of
from svod.standards.formats import FORMATS
from svod.web.public.site import Site, public

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@public
def table(request: HttpRequest, site: Site) -> HttpResponse:
    return _file(as_csv(site.content), "text/csv; charset=utf-8", "activities.csv")


@public
def plain_json(request: HttpRequest, site: Site) -> HttpResponse:
    return _file(as_json(site.content), "application/json", "activities.json")


@public
def tagged(request: HttpRequest, site: Site, form: str) -> HttpResponse:
    """For humanitarian programs: with a row of HXL tags under the head."""
    told = figures_of(site.content, site.pack, site.campaign.slug, site.campaign.organisation.name)
    wanted = FORMATS[form]
    return _file(wanted.write(told, site.language), wanted.kind, wanted.name)


@public
def parquet(request: HttpRequest, site: Site) -> HttpResponse | FileResponse:
    """As it was made with the file."""
    return _kept(site, PARQUET, "application/vnd.apache.parquet")


@public
def descriptor(request: HttpRequest, site: Site) -> HttpResponse:
    told = package(site.content, site.pack, site.campaign.year)
    return _file(json.dumps(told, ensure_ascii=False, indent=1), "application/json", "datapackage.json")


@public
def album(request: HttpRequest, site: Site) -> HttpResponse | FileResponse:
    """The diary as a PDF, as it was made with the file."""
    return _kept(site, f"diary-{site.language}.pdf", "application/pdf")


@public
def release(request: HttpRequest, site: Site) -> HttpResponse | FileResponse:
    """The press release, to be worked on."""
    return _kept(site, f"press-{site.language}.docx", DOCX)


@public
def share(request: HttpRequest, site: Site) -> HttpResponse | FileResponse:
    return _kept(site, f"share-{site.language}.png", "image/png")


@public
def photo(request: HttpRequest, site: Site, name: str) -> HttpResponse | FileResponse:
    """One that stands in the file, and no other."""
    if name not in {one["name"] for one in site.content["photos"]}:
        raise Http404
    return _kept(site, name, "image/jpeg")


@public
def material(request: HttpRequest, site: Site, name: str) -> HttpResponse | FileResponse:
    """A file that stands in the published file, to be kept: nothing of it is shown by the browser."""
    told = {one["file"] for offered in site.content.get("materials", ()) for one in offered["versions"]}
    if name not in told - {""}:
        raise Http404
    answer = _kept(site, name, "application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _kept(site: Site, name: str, kind: str) -> FileResponse:
    place = site.publication.files.get(name)
    if place is None or not default_storage.exists(place):
        raise Http404
    return FileResponse(default_storage.open(place), content_type=kind, filename=name)


def _file(text: str | bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
