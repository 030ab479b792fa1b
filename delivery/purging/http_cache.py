"""How is a cache told that knows PURGE (Varnish and others), without the worker ever waiting for it for long?

Wagtail's own backend has no timeout: a cache that accepts and says nothing would hold the worker, and with it
everything else that a change has to set going.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from wagtail.contrib.frontend_cache.backends.http import HTTPBackend, PurgeRequest

# Seconds for each step of one request: a cache stands close by.
PATIENCE = 5

logger = logging.getLogger("wagtail.frontendcache")


class HTTPCache(HTTPBackend):
    """A cache that is told address by address; one that cannot be reached is left alone until the next time.

    Nothing is lost by that for longer than seconds: what a cache keeps ends by itself (decision 8).
    """

    def purge(self, url: str) -> None:
        """Tell it to forget one address."""
        self.purge_batch([url])

    def purge_batch(self, urls: Sequence[str]) -> None:
        """Tell it to forget some addresses, up to the first that it does not take in time."""
        for number, url in enumerate(urls):
            try:
                with urlopen(self._request(url), timeout=PATIENCE):  # noqa: S310  the operator's own address
                    continue
            except HTTPError as error:
                error.close()
                logger.error("The cache does not forget %s: it answers %d.", url, error.code)
            except (OSError, HTTPException) as error:
                left = len(urls) - number
                logger.error("The cache is not there (%s): it was not told of %d addresses.", error, left)
                return

    def _request(self, url: str) -> PurgeRequest:
        parts = urlsplit(url)
        there = parts._replace(scheme=self.cache_scheme, netloc=self.cache_netloc)
        return PurgeRequest(url=there.geturl(), headers={"Host": parts.netloc})
