"""What every installation shares. The environment sets what differs: SVOD_DATA, DATABASE_URL, SVOD_HOSTS."""

import os
from pathlib import Path
from uuid import uuid4

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from svod.register.logs import logging_settings
from svod.register.mailbox.place import place_of
from svod.settings.accounts import *  # noqa: F403
from svod.settings.database import database_settings
from svod.settings.files import files_settings
from svod.settings.mail import mail_settings
from svod.settings.messages import compiled
from svod.settings.secret import kept_secret
from svod.web.help.place import PICTURES

PACKAGE = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("SVOD_DATA", "data")).resolve()  # everything that must be backed up lies here
WEB, API = PACKAGE / "web", PACKAGE / "api"

os.environ.setdefault("SVOD_PACKS", str(DATA / "packs"))  # campaign packs of one's own
SECRET_KEY = os.environ.get("SVOD_SECRET_KEY") or kept_secret(DATA / "secret")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("SVOD_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "svod.register",
    "svod.web",
    "svod.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",  # its widgets' templates
    "treebeard",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "svod.web.watch.middleware.Watch",  # before all that asks for a host, a session or HTTPS
    "svod.api.plumbing.middleware.Problems",  # around all others: whatever they answer a program is told as a problem
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "svod.web.public.same.SameForAll",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "svod.web.errors.middleware.SignInFirst",  # a page that somebody forgot to close is closed
    "svod.web.account.middleware.PersonLanguage",
    "svod.web.account.middleware.IdleSignOut",
    "svod.web.base.keep_campaign.KeepCampaign",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "svod.web.errors.middleware.NoNul",
    "svod.web.errors.middleware.FormsOnly",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "svod.web.urls"
FORM_RENDERER = "svod.web.base.forms.Renderer"
WSGI_APPLICATION = "svod.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB, API],  # a template is "inbox/page.html", beside its view
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "svod.web.base.context.around",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "svod.web.base.tags"],
        },
    }
]

DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL", ""), DATA / "svod.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Counts attempts to sign in, over all processes: not in one process's memory.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "api": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "api"},  # counts a token's requests
}

STARTED = uuid4().hex  # what is remembered does not outlive the program: the next one may count otherwise

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# The API: how often a token may ask, of each process.
SVOD_API_RATE = os.environ.get("SVOD_API_RATE", "600/m")
# Whether webhooks may lead to machines of one's own network, and without encryption.
SVOD_WEBHOOKS_PRIVATE = bool(os.environ.get("SVOD_WEBHOOKS_PRIVATE"))

# smtp://user:password@host:587?tls=yes; without it no mail is sent.
MAIL = mail_settings(os.environ.get("SVOD_MAIL", ""))
MAIL_WORKS = bool(MAIL)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = MAIL.get("host", "localhost"), MAIL.get("port", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.get("user", ""), MAIL.get("password", "")
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.get("tls", False), MAIL.get("ssl", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("SVOD_MAIL_FROM", "svod@localhost")
ACCOUNT_EMAIL_VERIFICATION = "optional" if MAIL else "none"
ACCOUNT_EMAIL_NOTIFICATIONS = bool(MAIL)

MAILBOX = place_of(os.environ.get("SVOD_MAILBOX", ""))  # where reports come by e-mail: docs/collecting.md
MODEL_KEY = os.environ.get("SVOD_MODEL_KEY", "")  # of the language model that an administrator turned on: docs/model.md
LEARNED = os.environ.get("SVOD_LEARNED", "")  # the file that `svod learn` made, to read by: docs/learning.md
# The Telegram bot: what @BotFather gave, and where the Bot API is spoken.
TELEGRAM_TOKEN = os.environ.get("SVOD_TELEGRAM_TOKEN", "")
TELEGRAM_API = os.environ.get("SVOD_TELEGRAM_API", "https://api.telegram.org")

ALLAUTH_TRUSTED_PROXY_COUNT = 1 if os.environ.get("SVOD_BEHIND_PROXY") else 0
CSRF_FAILURE_VIEW = "svod.web.errors.views.stale_page"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# Only what the page's own host gives; no inline script or style anywhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Languages.
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", _("Russian")), ("kk", _("Kazakh")), ("en", _("English"))]
LOCALE_PATHS = [compiled(PACKAGE / "locale", DATA / "messages")]
FORMAT_MODULE_PATH = ["svod.settings.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("SVOD_TIME_ZONE", "Asia/Almaty")

# How many days after a campaign's last one are kept: files as they were handed in, photos, letters. 0: for ever.
SVOD_KEEP_FILES = int(os.environ.get("SVOD_KEEP_FILES", 3 * 365))
SVOD_KEEP_PHOTOS = int(os.environ.get("SVOD_KEEP_PHOTOS", 365))
SVOD_KEEP_LETTERS = int(os.environ.get("SVOD_KEEP_LETTERS", 365))
SVOD_KEEP_ANSWERS = int(os.environ.get("SVOD_KEEP_ANSWERS", 30))  # days after a survey is closed and counted

# The map's outlines: a GeoJSON of the operator's own, its regions by ISO 3166-2 codes. Without it the map is of tiles.
SVOD_OUTLINES = Path(os.environ["SVOD_OUTLINES"]) if os.environ.get("SVOD_OUTLINES") else None

# Files. What people hand in is never served by its address: a view looks first who asks.
STATIC_URL = "static/"
STATICFILES_DIRS = [WEB / "static", ("guide/pictures", PICTURES)]
STATIC_ROOT = DATA / "static"
STORED, MEDIA_ROOT = files_settings(os.environ.get("SVOD_FILES", ""), DATA / "files")
STORAGES = {
    "default": STORED,
    "staticfiles": {"BACKEND": "svod.web.base.statics.Statics"},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
FILE_UPLOAD_PERMISSIONS = 0o600

# What goes wrong is told where the program was started; never a text that somebody handed in.
LOGGING = logging_settings(os.environ.get("SVOD_LOG", "plain"))
SLOW_QUERY_MS = int(os.environ.get("SVOD_SLOW_QUERY_MS", "1000"))  # 0: none is told
# Numbers for Prometheus at /metrics: "local" for a program on this machine, else the token it has to send. Off without.
METRICS = os.environ.get("SVOD_METRICS", "")

SILENCED_SYSTEM_CHECKS: list[str] = []
