"""What is kept by all processes (in a PostgreSQL table, or Redis with ``REDIS_URL``), and what by each?"""

from typing import Any

from cms.settings.env import env

# Never local memory: Wagtail keeps site root paths in the cache and clears them only in the process that
# wrote (measured: wagtail-localize-traps 19).
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.redis_url,
    }
    if env.redis_url
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        # Made by the first migration of the app ``cms``.
        "LOCATION": "cms_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# Answers that everybody gets, by each process of the web server (cms/kept_answers.py).
ANSWERS_AT_HAND_MB = env.answers_at_hand_mb
