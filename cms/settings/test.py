"""How do the tests run? Like production in database, tasks and cache; cheaper where it does not matter."""

from cms.settings.base import *

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PUBLIC_BASE_URL = "https://clinic.example"
WAGTAILADMIN_BASE_URL = PUBLIC_BASE_URL

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# Inside a test's transaction no document ever gets a number, so nothing would seem to change.
ANSWERS_AT_HAND_MB = 0
# Tests need no data to outlive a crash.
DATABASES["default"]["OPTIONS"] |= {"options": "-c synchronous_commit=off"}
# Tests that are about limits set them; nothing runs behind a test's back.
API_ANONYMOUS_PER_MINUTE = 0
API_FLUSH_SECONDS = 0
