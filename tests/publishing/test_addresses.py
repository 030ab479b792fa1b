"""Is a page kept off the addresses at which the site itself answers, at every door?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield
from wagtail_localize.models import OverridableSegment, SegmentOverride

from localization.gate import gate
from localization.models import Refusal
from localization.source import is_live
from publishing.addressing import is_the_sites_own
from publishing.blocks import RICH_TEXT_FEATURES
from publishing.models import Document
from tests import factories
from tests.remembered import remembered

pytestmark = pytest.mark.django_db

REFUSAL = "the site itself uses this address"


@pytest.fixture
@remembered
def pages(db: None) -> dict[str, Any]:
    """A page that may stand anywhere but below the home page, and what it may be put below."""
    shelf = factories.standard_page(slug="shelf")
    return {"shelf": shelf, "enquiry": factories.standard_page(shelf, slug="enquiry")}


def fresh(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


@pytest.mark.parametrize("slug", ["enquiry", "glossary", "search"])
def test_what_the_site_answers_at_home_is_refused(slug: str) -> None:
    assert is_the_sites_own(f"/en/{slug}/")
    assert is_the_sites_own(f"/zh-hans/{slug}/")
    assert not is_the_sites_own(f"/en/about/{slug}/")


def test_only_the_addresses_that_are_used_are_refused() -> None:
    """Nothing is read at /en/people/ itself, and below it only under the id of a content."""
    assert not is_the_sites_own("/en/people/")
    assert not is_the_sites_own("/en/people/dr-example/")
    assert is_the_sites_own("/en/people/00000000-0000-0000-0000-000000000005/")
    assert is_the_sites_own("/en/categories/skin/")
    assert is_the_sites_own("/en/enquiry/thanks/")
    assert not is_the_sites_own("/en/")


def new_page(admin_client: Client, parent: Any, slug: str) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk])
    html = admin_client.get(url).content.decode()
    fields = querydict_from_html(html, form_id="page-edit-form").dict()
    body = streamfield([("paragraph", rich_text("<p>Text.</p>", features=list(RICH_TEXT_FEATURES)))])
    return admin_client.post(
        url, {**fields, "title": "New", "slug": slug, **nested_form_data({"body": body})}
    )


def test_the_form_of_a_new_page_says_what_to_do(admin_client: Client, pages: dict[str, Any]) -> None:
    home = pages["shelf"].get_parent()
    response = new_page(admin_client, home, "enquiry")
    (fault,) = response.context["form"].errors["slug"]
    assert fault == (
        "Nobody could read a page at “/en/enquiry/”: the site itself uses this address. Choose another slug "
        "or another place."
    )
    assert home.get_children().count() == 1
    assert new_page(admin_client, home, "enquiries").status_code == 302


def test_the_form_of_a_page_looks_at_the_pages_below_it(admin_client: Client, pages: dict[str, Any]) -> None:
    """As “categories” the page itself could be read, but not the page below it."""
    url = reverse("wagtailadmin_pages:edit", args=[pages["shelf"].pk])
    html = admin_client.get(url).content.decode()
    body = streamfield([("paragraph", rich_text("<p>Text.</p>", features=list(RICH_TEXT_FEATURES)))])
    fields = querydict_from_html(html, form_id="page-edit-form").dict() | nested_form_data({"body": body})
    response = admin_client.post(url, {**fields, "slug": "categories"})
    assert "/en/categories/enquiry/" in response.context["form"].errors["slug"][0]


def test_a_script_cannot_publish_it(pages: dict[str, Any]) -> None:
    page = pages["shelf"]
    page.slug = "search"
    page.save_revision().publish()
    assert fresh(page).slug == "shelf"
    assert Document.objects.get(content_id=page.translation_key, locale="en").path == "/en/shelf/"
    (finding,) = Refusal.objects.get(content_id=page.translation_key).findings
    assert (finding["rule"], finding["field"]) == ("address_taken", "slug")


@pytest.mark.parametrize("door", ["one", "several", "script"])
def test_it_cannot_be_moved_there(admin_client: Client, pages: dict[str, Any], door: str) -> None:
    page, home = pages["enquiry"], pages["shelf"].get_parent()
    if door == "one":
        url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk])
        response = admin_client.post(url)
        assert response["Location"] == reverse("wagtailadmin_pages:move", args=[page.pk])
        assert REFUSAL in told(response)
    elif door == "several":
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={page.pk}"
        assert REFUSAL in told(admin_client.post(url, {"chooser": home.pk, "next": "/admin/"}))
    else:
        with pytest.raises(ValidationError, match=REFUSAL):
            page.move(home, "last-child")
    assert fresh(page).url_path == page.url_path


def test_it_cannot_be_copied_there(admin_client: Client, pages: dict[str, Any]) -> None:
    page, home = pages["enquiry"], pages["shelf"].get_parent()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    form = {"new_title": "Copied", "new_slug": "enquiry", "new_parent_page": home.pk}
    assert REFUSAL in admin_client.post(url, form).context["form"].errors["new_slug"][0]
    made = page.copy(to=home, keep_live=True)
    assert not is_live(made)
    assert not Document.objects.filter(content_id=made.translation_key).exists()


def test_a_translated_slug_is_refused_where_it_is_published(pages: dict[str, Any]) -> None:
    german = factories.translate(pages["shelf"], "de")
    SegmentOverride.objects.create(
        locale=german.locale,
        context=OverridableSegment.objects.get(
            source__object_id=german.translation_key, context__path="slug"
        ).context,
        data_json=json.dumps("glossary"),
    )
    revision = factories.translate_again(pages["shelf"], "de").latest_revision
    assert REFUSAL in {finding.rule: finding.message for finding in gate(revision)}["address_taken"]
    revision.publish()
    assert Document.objects.get(content_id=german.translation_key, locale="de").path == "/de/shelf/"


def test_a_translation_that_could_not_be_read_there_stays(
    admin_client: Client, pages: dict[str, Any]
) -> None:
    home, shelf = pages["shelf"].get_parent(), pages["shelf"]
    page = factories.standard_page(shelf, slug="questions")
    german = factories.translate(page, "de")
    type(german).objects.filter(pk=german.pk).update(
        slug="enquiry", url_path=german.url_path[:-10] + "enquiry/"
    )
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk])
    assert "the site itself uses the address" in admin_client.get(url).content.decode()
    admin_client.post(url)
    assert fresh(page).url_path.endswith("/questions/")
    assert fresh(page).get_parent().pk == home.pk
    assert fresh(german).get_parent().slug == "shelf"
