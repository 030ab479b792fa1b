"""Do the front door, plain pages and menus become what readers need?"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import Navigation
from tests import factories
from tests.factories import Marker
from tests.treatments.test_treatment_document import document

pytestmark = pytest.mark.django_db

M = Marker("en", "khom")


def test_the_home_page_shows_only_what_is_public() -> None:
    public, draft = factories.condition(), factories.condition(live=False)
    featured = [M.block("condition", public.pk), M.block("condition", draft.pk, "2")]
    home: Any = factories.home()
    home.featured = featured
    sections = document(factories.publish(home))["sections"]
    assert list(sections) == ["overview", "hero", "featured", "promise"]
    assert [card["id"] for card in sections["featured"]["conditions"]] == [str(public.translation_key)]
    assert sections["featured"]["treatments"] == []
    assert sections["promise"]["items"][0]["text"]["html"].startswith("<p>Every risk has a number.")


def test_the_home_page_leads_to_the_categories_that_have_treatments(
    client: Client, run_tasks: Callable[[], None]
) -> None:
    home: Any = factories.home()
    empty: Any = factories.category()
    first: Any = factories.treatment()
    run_tasks()

    def shown() -> list[str]:
        return [card["title"] for card in document(home)["categories"]]

    assert shown() == [first.category.name]
    assert f'href="/en/categories/{first.category.slug}/"' in client.get(home.url).content.decode()
    first.category = empty
    factories.publish(first)
    run_tasks()
    assert shown() == [empty.name]
    # However many categories there are, one statement says which are in use.
    with CaptureQueriesContext(connection) as captured:
        factories.publish(home)
    assert len([query for query in captured.captured_queries if "unnest" in query["sql"]]) == 1


def test_a_language_has_one_home_page(admin_client: Client) -> None:
    factories.home()
    form = {"title": "Second", "slug": "second", "hero_figure-count": "0", "featured-count": "0"}
    form |= {"promises-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    answer = admin_client.post("/admin/pages/add/home/homepage/1/", form).content.decode()
    assert "There is already a home page in this language. Edit that one instead." in answer


def test_a_picture_on_any_page_needs_words() -> None:
    figure = {"image": factories.image().pk, "alt": "", "decorative": False, "caption": "A clinic"}
    page = factories.standard_page(live=False, body=[M.block("figure", figure)])
    (finding,) = page.findings()
    assert (finding.section, finding.rule) == ("body", "alt_missing")
    assert finding.field == f"body.{page.body[0].id}.alt"


def test_a_plain_page_is_a_list_of_items() -> None:
    items = document(factories.standard_page(key="kpln"))["sections"]["body"]["items"]
    assert [item["type"] for item in items] == ["heading", "paragraph", "callout"]
    assert items[0]["text"] == "How we write en·kpln"
    assert items[1]["html"] == "<p>With sources. en·kpln</p>"
    assert items[2]["tone"] == {"code": "important", "display": "Important"}
    assert len({item["id"] for item in items}) == 3


def test_menus_leave_out_what_is_not_public(run_tasks: Callable[[], None]) -> None:
    page, draft = factories.standard_page(), factories.standard_page(live=False)
    links = [
        {"label": "Public", "page": page.pk, "url": ""},
        {"label": "Draft", "page": draft.pk, "url": ""},
        {"label": "Elsewhere", "page": None, "url": "https://x.example/"},
    ]
    navigation = factories.navigation(
        header=[M.block("link", link, str(n)) for n, link in enumerate(links)],
        footer=[M.block("column", {"heading": "About", "links": M.items("links", *links)})],
    )
    menus = document(navigation)["sections"]["menus"]
    shown = [(link["label"], (link["link"] or {}).get("path"), link["url"]) for link in menus["header"]]
    assert shown == [("Public", f"/en/{page.slug}/", None), ("Elsewhere", None, "https://x.example/")]
    assert [link["label"] for link in menus["footer"][0]["links"]] == ["Public", "Elsewhere"]
    draft.save_revision().publish()
    run_tasks()
    assert [link["label"] for link in document(navigation)["sections"]["menus"]["header"]] == [
        *("Public", "Draft", "Elsewhere")
    ]


def test_a_language_has_one_set_of_menus(admin_client: Client) -> None:
    factories.navigation(live=False)
    form = {"header-count": "0", "footer-count": "0"}
    answer = admin_client.post("/admin/snippets/home/navigation/add/", form).content.decode()
    assert "There are already menus in this language. Edit those instead." in answer
    assert Navigation.objects.count() == 1


@pytest.mark.parametrize(
    ("sentence", "page", "url"),
    [
        ("The link leads nowhere. Choose a page or give an address.", "", ""),
        ("Choose a page or give an address, not both.", "home", "https://x.example/"),
    ],
)
def test_a_link_leads_to_one_place(admin_client: Client, sentence: str, page: str, url: str) -> None:
    target = str(factories.home().pk) if page else ""
    form = {
        "header-count": "1",
        "header-0-type": "link",
        "header-0-order": "0",
        "header-0-deleted": "",
        "header-0-value-label": "Home",
        "header-0-value-page": target,
        "header-0-value-url": url,
        "footer-count": "0",
        "action-publish": "1",
    }
    answer = admin_client.post("/admin/snippets/home/navigation/add/", form).content.decode()
    assert sentence in answer
    assert not Navigation.objects.exists()
