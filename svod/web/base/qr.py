"""A QR code as SVG: no style attribute, so that the page's own rules let it pass."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_code(address: str) -> SafeString:
    """Black on white in either theme: cameras want it so. It takes the width that the page gives it."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(border=3, dark="#000", light="#fff", omitsize=True, svgclass="qr"))  # noqa: S308


def opens_here_only(address: str) -> bool:
    """Whether it names the very computer that opens it: a phone that reads such a code would ask itself."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
