"""Settings that let in whom they should not, or nobody; mail that goes nowhere; a certificate that ends."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime

from django.conf import settings
from django.core.mail import get_connection
from django.utils.translation import gettext as _

from svod.web.doctor.finding import Finding, good, look, wrong

PATIENCE = 5.0  # seconds
SOON = 14  # days
SHORT = 40  # characters
LOCAL = {"localhost", "127.0.0.1", "[::1]"}


def django() -> Iterator[Finding]:
    if settings.DEBUG:
        todo = _("Run Svod with svod.settings.local or svod.settings.production, and no other settings.")
        yield wrong(_("DEBUG is on: every fault shows strangers what is in the register."), todo)
    if len(settings.SECRET_KEY) < SHORT:
        todo = _("Leave SVOD_SECRET_KEY out, then a key is drawn and kept; or give at least 50 random characters.")
        yield wrong(_("The key that signs sessions is short enough to be guessed."), todo)
    if "*" in settings.ALLOWED_HOSTS:
        todo = _("Name the hosts that people reach the server by: SVOD_HOSTS=svod.example.org")
        yield wrong(_("The server answers by any host name: a link in a letter could lead elsewhere."), todo)


def https() -> Iterator[Finding]:
    """Each name under which people come from outside."""
    names = [name.strip() for name in settings.ALLOWED_HOSTS if name.strip() not in LOCAL]
    if not settings.SESSION_COOKIE_SECURE:
        if names:
            todo = _("Put it behind HTTPS, with DJANGO_SETTINGS_MODULE=svod.settings.production.")
            yield look(_("Others may reach the server without encryption: passwords can be read on the way."), todo)
        return
    for name in names:
        yield _certificate(name)


def _certificate(name: str) -> Finding:
    try:
        with (
            socket.create_connection((name, 443), PATIENCE) as line,
            ssl.create_default_context().wrap_socket(line, server_hostname=name) as sealed,
        ):
            ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(sealed.getpeercert()["notAfter"]), UTC)
    except ssl.SSLError as error:
        todo = _("Renew the certificate at the proxy that answers for it.")
        told = {"host": name, "error": getattr(error, "verify_message", type(error).__name__)}
        return wrong(_("The certificate of %(host)s is not good: %(error)s") % told, todo)
    except OSError:
        todo = _("See that the name leads here and that the proxy runs. From inside some networks it cannot be asked.")
        return look(_("Nobody answers at https://%(host)s/.") % {"host": name}, todo)
    days = (ends - datetime.now(UTC)).days
    told = {"host": name, "days": days}
    if days < SOON:
        todo = _("See why it was not renewed by itself.")
        return look(_("The certificate of %(host)s ends in %(days)s days.") % told, todo)
    return good(_("The certificate of %(host)s is good for %(days)s days.") % told)


def mail() -> Iterator[Finding]:
    if not settings.MAIL_WORKS:
        todo = _("Name a mail server: SVOD_MAIL=smtp://user:password@host:587?tls=yes")
        yield look(_("No mail is sent: nobody is reminded, and a forgotten password needs an administrator."), todo)
        return
    try:
        line = get_connection(timeout=PATIENCE)
        line.open()
        line.close()
    except OSError as error:  # smtplib's errors are of that family
        todo = _("Look at SVOD_MAIL: the host, the port, the password, tls=yes.")
        yield wrong(_("The mail server does not take us: %(error)s") % {"error": type(error).__name__}, todo)
    else:
        yield good(_("The mail server answers."))
