"""How does mail leave? By the SMTP server of ``EMAIL_URL``; without it, mail is printed to the log."""

from urllib.parse import unquote, urlsplit

from cms.settings.env import env

_smtp = urlsplit(env.email_url)

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if env.email_url else 'console'}.EmailBackend"
EMAIL_HOST = _smtp.hostname or "localhost"
EMAIL_PORT = _smtp.port or 25
EMAIL_HOST_USER = unquote(_smtp.username or "")
EMAIL_HOST_PASSWORD = unquote(_smtp.password or "")
EMAIL_USE_TLS = _smtp.scheme == "smtp+tls"
EMAIL_USE_SSL = _smtp.scheme == "smtps"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.default_from_email or "polyclinic@localhost"
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# From which hour of the day, and where, translators are told what there is to do.
TRANSLATION_MAIL_HOUR = env.translation_mail_hour
TRANSLATION_MAIL_TIME_ZONE = env.translation_mail_time_zone
