"""Tests: quick passwords, files in a folder of their own; DATABASE_URL chooses PostgreSQL."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "SVOD_DATA" not in os.environ:
    os.environ["SVOD_DATA"] = tempfile.mkdtemp(prefix="svod-test-")
    atexit.register(shutil.rmtree, os.environ["SVOD_DATA"], ignore_errors=True)
# Tests run side by side: each process of theirs has its own files; what it starts has the same, or those it is told.
# The catalogues that the first has compiled serve all.
of_all, of_process = Path(os.environ["SVOD_DATA"]), os.environ.get("PYTEST_XDIST_WORKER", "")
if os.environ.get("SVOD_TESTS_OF", "") != of_process:
    Path(of_all, of_process).mkdir()
    Path(of_all, of_process, "messages").symlink_to(of_all / "messages")
    os.environ.update(SVOD_DATA=str(of_all / of_process), SVOD_TESTS_OF=of_process)

from svod.settings.base import *  # noqa: E402, F403

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
