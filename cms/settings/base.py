"""What do all ways to run the project share? Apps, middleware, templates; a further file per concern."""

from cms.places import PROJECT_DIR, state_dir
from cms.settings.api import *
from cms.settings.cache import *
from cms.settings.database import *
from cms.settings.email import *
from cms.settings.engagement import *
from cms.settings.env import env
from cms.settings.files import *
from cms.settings.frontend_cache import *
from cms.settings.languages import *
from cms.settings.logging import *
from cms.settings.review import *
from cms.settings.tasks import *
from cms.settings.wagtail import *

BASE_DIR = PROJECT_DIR
STATE_DIR = state_dir(env.state_dir)

INSTALLED_APPS = [
    "cms",
    "delivery",
    "home",
    "treatments",
    "engagement",
    "people",
    "publishing",
    "localization",
    "wagtail_localize",
    # Wagtail's own: wagtail_localize.locales takes the same label and creates live English aliases.
    "wagtail.locales",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]

# No locale middleware: publishing takes the language from the path, Wagtail's admin from the user, the API
# from its parameter. Django's would turn an API 404 into a redirect (measured: wagtail-localize-traps 11).
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.policies.Policies",
    "cms.kept_answers.KeptAnswers",
    "cms.middleware.ApiShortcut",
    "cms.middleware.PublicPages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Right after the messages: it corrects those that a refused publication would make untrue.
    "publishing.middleware.TellVerdicts",
    # Who may do what in which language: before every view of the admin.
    "localization.permissions.wall.LanguageWall",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

USE_I18N = True
USE_TZ = True
# Wagtail's project template says America/Chicago; an API that prints -06:00 misleads (measured: traps 0).
TIME_ZONE = "UTC"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH: list[str] = []

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
