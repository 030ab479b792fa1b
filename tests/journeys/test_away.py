"""While the application is away, does nginx tell readers so in their language?"""

from pathlib import Path

import httpx
import pytest
from django.core.management import call_command

from tests.journeys.proxy import proxy
from tests.journeys.running_site import free_port

pytestmark = pytest.mark.e2e


def test_nginx_gives_the_page_in_the_language_of_the_address_or_of_the_browser(tmp_path: Path) -> None:
    static = tmp_path / "static"
    call_command("write_maintenance_pages", str(static / "maintenance"))
    with proxy(f"http://127.0.0.1:{free_port()}", tmp_path, static, static) as site:
        for path, wanted, tag in (
            ("/ar/treatments/", "en", "ar"),
            ("/zh-hans/", "de", "zh-Hans"),
            ("/", "de-AT,de;q=0.9", "de"),
            ("/xx/", "nl", "en"),
        ):
            response = httpx.get(f"{site}{path}", headers={"accept-language": wanted})
            assert response.status_code == 503, path
            assert f'<html lang="{tag}"' in response.text, path
            assert response.headers["retry-after"]
            assert response.headers["cache-control"] == "no-store"
