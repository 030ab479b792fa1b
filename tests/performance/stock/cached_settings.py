"""And behind Django's whole-site cache? In each worker's own memory: the fastest backend there is."""

from tests.performance.stock.settings import *

MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    *MIDDLEWARE,
    "django.middleware.cache.FetchFromCacheMiddleware",
]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Two entries for each page; the usual 300 would be thrown out before they are asked for again.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
CACHE_MIDDLEWARE_SECONDS = 3600
