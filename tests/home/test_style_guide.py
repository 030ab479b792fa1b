"""Does staff, and nobody else, see every piece of the site on one page?"""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db


def test_it_is_for_staff(client: Client) -> None:
    response = client.get("/styleguide/")
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_every_piece_is_there_from_the_sites_own_templates(admin_client: Client) -> None:
    factories.treatment()
    factories.condition()
    response = admin_client.get("/styleguide/")
    page = BeautifulSoup(response.content, "html.parser")
    assert response["Cache-Control"] == "private, no-store"
    pieces = (".quick-facts", ".use", ".risk", ".contraindication", ".care", ".step", ".question", ".sources")
    for piece in (*pieces, ".card", ".notice-behind", ".notice-withdrawn", ".call-to-action", ".swatches li"):
        assert page.select(piece), piece
    assert "--ink-soft" in page.get_text()


def test_it_speaks_every_language_with_nothing_published(admin_client: Client) -> None:
    page = BeautifulSoup(admin_client.get("/styleguide/?language=ar").content, "html.parser")
    assert page.html is not None
    assert page.html["dir"] == "rtl"
    assert admin_client.get("/styleguide/?language=xx").status_code == 200
