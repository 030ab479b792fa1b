"""Which caches in front are told what to forget? Wagtail's backends, chosen by the environment."""

from importlib.util import find_spec
from typing import Any

from cms.settings.env import EnvironmentProblem, env

_BACKENDS = "wagtail.contrib.frontend_cache.backends"


def frontend_caches(
    http: tuple[str, ...] = (), zone: str = "", token: str = "", distribution: str = ""
) -> dict[str, dict[str, Any]]:
    """Return ``WAGTAILFRONTENDCACHE`` for caches that know PURGE, for Cloudflare and for CloudFront.

    Raises:
        EnvironmentProblem: boto3, which Wagtail needs for CloudFront, is not installed.
    """
    found: dict[str, dict[str, Any]] = {
        f"http-{number}": {"BACKEND": "delivery.purging.http_cache.HTTPCache", "LOCATION": location}
        for number, location in enumerate(http, start=1)
    }
    if zone:
        found["cloudflare"] = {
            "BACKEND": f"{_BACKENDS}.CloudflareBackend",
            "ZONEID": zone,
            "BEARER_TOKEN": token,
        }
    if distribution:
        if find_spec("boto3") is None:
            raise EnvironmentProblem(
                "PURGE_CLOUDFRONT_DISTRIBUTION is set, but boto3 is not installed. Run: pip install boto3"
            )
        found["cloudfront"] = {
            "BACKEND": f"{_BACKENDS}.CloudfrontBackend",
            "DISTRIBUTION_ID": distribution,
        }
    return found


WAGTAILFRONTENDCACHE = frontend_caches(
    env.purge_http,
    env.purge_cloudflare_zone,
    env.purge_cloudflare_token,
    env.purge_cloudfront_distribution,
)
# Wagtail would purge each address in all languages, whichever of them has changed.
WAGTAILFRONTENDCACHE_LANGUAGES: list[str] = []
