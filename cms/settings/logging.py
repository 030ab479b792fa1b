"""What is logged, and where to? Standard error, one line per event, so that any supervisor can collect it."""

from typing import Any

from cms.settings.env import env

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["stderr"], "level": env.log_level},
    "loggers": {
        # Django's own handlers mail administrators and print only with DEBUG; ours is enough.
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
    },
}
