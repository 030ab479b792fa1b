"""Where do the clients find the site? In this process: nothing goes over a network."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from django.core.wsgi import get_wsgi_application
from pytest_django import Settings

# The same content as in the tests of the API.
from tests.delivery.conftest import _made, issued, library  # noqa: F401


@pytest.fixture
def http(kept_connection: None, settings: Settings) -> Iterator[httpx.Client]:
    """Yield a client whose requests are answered by the site as in production, by WSGI."""
    transport = httpx.WSGITransport(app=get_wsgi_application())
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "clinic.example"]
    with httpx.Client(transport=transport, base_url="http://testserver") as client:
        yield client
