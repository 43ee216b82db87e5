"""Where pupils get help: first of all without a voice that others may hear."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from svod.packs.pack import Contact
from svod.web.public.site import Site, page, public

# The ways of a contact, in the order in which they are offered.
WAYS = {
    "qr": _("by the QR code at school"),
    "text": _("by a message"),
    "web": _("on the network"),
    "phone": _("by phone"),
}


@public
def pupils(request: HttpRequest, site: Site) -> HttpResponse:
    if not site.pack.for_survivors:
        raise Http404
    contacts = sorted(site.pack.contacts, key=lambda one: _ranks(one)[:1] or [len(WAYS)])
    ways = list(WAYS.values())
    return page(site, "pupils", contacts=[(one, [ways[rank] for rank in _ranks(one)]) for one in contacts])


def _ranks(contact: Contact) -> list[int]:
    return sorted(list(WAYS).index(channel) for channel in contact.channels)
