"""Behind HTTPS, under the host names of SVOD_HOSTS."""

import os

from django.core.exceptions import ImproperlyConfigured

from svod.settings.base import *  # noqa: F403

if not os.environ.get("SVOD_HOSTS"):
    raise ImproperlyConfigured("SVOD_HOSTS: name the hosts that people reach this server by, as svod.example.org")

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("SVOD_BEHIND_PROXY") else None
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
