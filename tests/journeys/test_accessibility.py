"""Does axe-core find anything that keeps people out? https://github.com/dequelabs/axe-core"""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.e2e

PATHS = [
    "",
    "search/?q=injections",
    "treatments/",
    "treatments/mesotherapy/",
    "conditions/melasma/",
    "nowhere/",
]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_anybodys_way(
    open_window: Callable[..., Page], language: str, path: str, scheme: str
) -> None:
    page = open_window()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"/{language}/{path}")
    found = [
        f"{violation['id']}: {violation['help']}: {[node['html'] for node in violation['nodes'][:3]]}"
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]
    assert found == []
