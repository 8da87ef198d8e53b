"""Every setting of an installation. Each variable stands in the first block with its type and default."""

from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from crm.environment import (
    env_bool,
    env_choice,
    env_database,
    env_list,
    env_number,
    env_text,
    env_time_zone,
    origins_of,
    secret_key,
    without_port,
)
from crm.security_lines import line_handler

BASE_DIR = Path(__file__).resolve().parent.parent

SQLITE_NAME = "wanglai.sqlite3"
DATA_DIR = Path(env_text("WANGLAI_DATA_DIR", str(BASE_DIR / "var"))).resolve()  # database, files, key, fonts
DATABASES = {"default": env_database("DATABASE_URL", f"sqlite:///{DATA_DIR / SQLITE_NAME}")}
HOSTS = env_list("WANGLAI_HOSTS", "127.0.0.1,localhost,[::1]")  # host or host:port
HTTPS = env_bool("WANGLAI_HTTPS", False)  # secure cookies, redirect to https
HSTS = env_choice("WANGLAI_HSTS", "no", "host", "subdomains")  # for what browsers insist on https, for a year
PROXY = env_text("WANGLAI_PROXY", "127.0.0.1" if HTTPS else "")  # whose X-Forwarded-… is believed; * is everybody's
DEBUG = env_bool("WANGLAI_DEBUG", False)
TIME_ZONE = env_time_zone("WANGLAI_TIME_ZONE", "Asia/Shanghai")
UPLOAD_MEGABYTES = env_number("WANGLAI_UPLOAD_MEGABYTES", 20)
SECURITY_LOG = env_text("WANGLAI_SECURITY_LOG", "")  # a file, syslog, or syslog://host:port; empty: the database only
JOB_HOURS = env_number("WANGLAI_JOB_HOURS", 24)  # that a job's result lies ready

# The one file that is used of django-tomselect; as an app it would bring a model of its own.
TOM_SELECT = Path(find_spec("django_tomselect").origin).parent / "static" / "django_tomselect" / "js"

SECRET_KEY = secret_key(DATA_DIR / "secret_key")

INSTALLED_APPS = [
    "correspondence",
    "crm",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "auditlog",
    "axes",
    "bootstrap",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # first, so that static files, redirects to https and refusals have it too
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "crm.middleware.CompressedPages",
    "crm.middleware.health",
    "crm.middleware.readable_address",
    "crm.middleware.keep_out_of_caches",
    "crm.moved.moved_addresses",
    "crm.request_log.log_requests",  # outside sessions, so that refusals of forms and files of all pages pass it
    "crm.middleware.SessionMiddleware",
    "crm.middleware.PreferredLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "crm.middleware.SignInRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "crm.middleware.read_office_once",
    "crm.composed_letters.ComposedLetters",  # behind sign-in: of a stranger's request nothing is read
    "crm.middleware.SaveOnce",  # last: whom the others refuse has sent nothing
]

ROOT_URLCONF = "crm.urls"
WSGI_APPLICATION = "crm.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "crm.context_processors.office",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # some boxes have templates of ours

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        # recursive_triggers: else INSERT OR REPLACE deletes a row without asking the triggers that guard it
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "crm.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "login"
SESSION_ENGINE = "crm.sessions"  # which ends a session after the idle time the office sets
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name")},
    },
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
]

# Guessing is slowed by account and address together; crm/guessing.py says how.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_HANDLER = "crm.guessing.GuessingHandler"
AXES_LOCKOUT_PARAMETERS = "crm.guessing.counted_by"
AXES_CLIENT_IP_CALLABLE = "crm.guessing.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # else whoever goes on guessing locks out for good
AXES_DISABLE_ACCESS_LOG = True
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # no middleware of theirs: our sign-in page says itself what is the matter

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # long work, done by bin/manage work_jobs

# Two interface languages; the letters' languages never go through gettext.
USE_TZ = True
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LETTER_LANGUAGES_FROM = "correspondence.languages"  # asked by crm/languages.py, which never imports upward

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [("tom-select", TOM_SELECT)]
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "crm.storage.WholeFiles"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("map", "png", "jpg", "woff2", "gz", "br")  # source maps cost half a minute
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
REQUEST_MEGABYTES = UPLOAD_MEGABYTES + 5  # a form has one scan; one somewhat too large is read, so that it can say so
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "crm.uploads.SpoolUpload"]
FIXTURES_DIR = BASE_DIR / "fixtures"
FONTS_DIR = DATA_DIR / "fonts"

# What crm/backup asks of the floor above, and what is of the moment only: a waiting job restored would run again.
KEPT_FILES_FROM = "correspondence.paper.vault.kept_files"
LAST_NUMBERS_FROM = "correspondence.models.numbering.last_numbers"
SEARCH_KINDS_FROM = ["crm.search.kinds.KINDS", "correspondence.search.KINDS"]  # what the index holds, here and above
NOUNS_EXCHANGED_FROM = ["crm.exchange.nouns.NOUNS", "correspondence.exchange.NOUNS"]  # what leaves in files
LISTS_PRINTED_BY = "correspondence.paper.records.print_records"  # crm/exchange/printed.py
NOT_IN_BACKUP = ["sessions", "axes", "django_tasks_database"]  # apps, here or to come; a model says in_backup = False

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "generic/_table.html"

# Nothing is loaded from outside, and nothing inline: a page is its own files.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HTTPS and HSTS != "no" else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HSTS == "subdomains"
ALLOWED_HOSTS = [without_port(host) for host in HOSTS]
CSRF_TRUSTED_ORIGINS = origins_of(HOSTS, "https" if HTTPS else "http")  # for a proxy that leaves the port out of Host

AUDITLOG_DISABLE_REMOTE_ADDR = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        "bare": {"format": "%(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "security": {**line_handler("WANGLAI_SECURITY_LOG", SECURITY_LOG), "formatter": "bare"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},  # a reader's 403 and a mistyped address are no news
        "axes": {"level": "ERROR"},  # each wrong password would be a line
        "fontTools": {"level": "ERROR"},
        "waitress.queue": {"level": "ERROR"},  # a line for every request that waits for a thread
        "wanglai.security": {"handlers": ["security"], "level": "INFO", "propagate": False},
    },
}
