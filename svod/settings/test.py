"""Tests: quick passwords, files in a folder of their own; DATABASE_URL chooses PostgreSQL."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SVOD_DATA", tempfile.mkdtemp(prefix="svod-test-"))

from svod.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

if DATABASES["default"]["ENGINE"].endswith("sqlite"):
    # A file, not memory: the live server and the worker open it too. Nothing outlives the run, so nothing is synced.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["SVOD_DATA"], "test.sqlite3"))}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
DATABASES["default"]["CONN_MAX_AGE"] = 0
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
