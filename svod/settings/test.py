"""Tests: quick passwords, files in a folder of their own; DATABASE_URL chooses PostgreSQL."""

import os
import tempfile

os.environ.setdefault("SVOD_DATA", tempfile.mkdtemp(prefix="svod-test-"))

from svod.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
