"""Do pages look right when the real pipeline serves them, from publishing to the browser?"""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client

from publishing.images import rendition_specs
from tests import factories

pytestmark = pytest.mark.django_db


def picture_with_a_size() -> Any:
    """Return a picture in the library of which one size has been made."""
    image = factories.image()
    with image.file.open() as file:
        content = file.read()
    image.renditions.create(
        filter_spec=rendition_specs()[0],
        file=ContentFile(content, name="arm.small.png"),
        width=8,
        height=6,
    )
    return image


def test_every_type_of_page_is_served_with_pictures_from_this_host(client: Client) -> None:
    m = factories.marker()
    figure = {"image": picture_with_a_size().pk, "alt": m("A clean forearm"), "decorative": False}
    home = factories.home()
    treatment = factories.treatment(factories.treatment_index(home), hero=[m.block("figure", figure)])
    condition = factories.condition(factories.condition_index(home))
    about = factories.standard_page(home)
    listing = treatment.get_parent().specific
    for row in (home, treatment, condition, listing, condition.get_parent().specific, about):
        response = client.get(row.url)
        assert response.status_code == 200, row.url
        assert b"base.invalid" not in response.content
        assert len(BeautifulSoup(response.content, "html.parser").find_all("h1")) == 1
    image = BeautifulSoup(client.get(listing.url).content, "html.parser").select_one(".card img")
    assert image is not None
    assert str(image["src"]).startswith("/media/")


def test_a_page_missing_in_a_language_names_those_that_have_it(client: Client) -> None:
    treatment = factories.treatment(factories.treatment_index(factories.home()))
    response = client.get(treatment.url.replace("/en/", "/tr/", 1))
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert [link["href"] for link in page.select(".available-languages a")] == [treatment.url]
