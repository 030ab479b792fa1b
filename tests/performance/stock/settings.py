"""How would the same content be served by Wagtail alone? The middleware of Wagtail's multilingual setup."""

from tests.performance.settings import *

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2", "tests.performance.stock.apps.StockConfig"]
ROOT_URLCONF = "tests.performance.stock.urls"
# Wagtail's project template with LocaleMiddleware, as Wagtail's documentation on several languages has it.
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
]
