"""Who can give out links to a draft in the admin, and take them back?"""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import ModelLogEntry, PageLogEntry

from delivery.drafts.admin.entries import draft_links_url
from delivery.drafts.models import DraftLink
from tests import factories
from tests.delivery.drafts.conftest import address, somebody_in

pytestmark = pytest.mark.django_db


def links_on(page: str) -> list[str]:
    """Return the addresses that a screen offers to copy."""
    return [html.unescape(found) for found in re.findall(r'value="(http[^"]+)" data-w-clip', page)]


def test_a_link_from_the_editor_to_its_end(settings: Settings) -> None:
    settings.DRAFT_LINK_ADDRESS = "https://site.example/?c={collection}&i={id}&l={locale}&p={token}"
    page = factories.standard_page()
    screen = draft_links_url(page)
    admin = somebody_in("")
    assert screen in admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert links_on(admin.get(screen).content.decode()) == []

    shown = admin.post(screen, follow=True)
    assert "no-store" in shown["Cache-Control"]
    for_people, for_programs = links_on(shown.content.decode())
    token = for_programs.rpartition("=")[2]
    assert for_people == f"https://site.example/?c=pages&i={page.translation_key}&l=en&p={token}"
    assert for_programs == f"https://clinic.example{address(page)}?locale=en&preview={token}"
    asked = for_programs.removeprefix("https://clinic.example")
    assert Client().get(asked).json()["status"] == "draft"

    admin.post(screen)
    admin.post(screen)
    first, second, third = DraftLink.objects.order_by("pk")
    admin.post(screen, {"revoke": str(first.pk)})
    after = admin.get(screen).content.decode()
    assert token not in after
    assert "Revoked by admin" in after
    assert len(links_on(after)) == 4
    assert "2 links do not open" in admin.post(screen, {"revoke": "all"}, follow=True).content.decode()
    assert not DraftLink.objects.filter(revoked_at=None).exists()
    assert {second.pk, third.pk} < set(DraftLink.objects.values_list("pk", flat=True))
    actions = list(PageLogEntry.objects.filter(action__contains="draft").values_list("action", flat=True))
    assert sorted(actions) == ["delivery.revoke_draft"] * 2 + ["delivery.share_draft"] * 3
    history = admin.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "2 links to the draft revoked" in history
    assert "Link to the draft given out, until" in history


def test_only_who_may_edit_the_page_in_its_language_gives_out_links() -> None:
    page, german = factories.standard_page_in("de")
    term = factories.glossary_term()
    translator, editor = somebody_in("Translators (German)"), somebody_in("Editors")
    for row, status in ((page, 302), (term, 302), (german, 200)):
        screen = draft_links_url(row)
        assert translator.get(screen).status_code == status
        translator.post(screen)
        assert DraftLink.objects.filter(content_id=row.translation_key).count() == (status == 200)
        assert Client().post(screen).status_code == 302
        assert editor.get(screen).status_code == 200
    assert DraftLink.objects.count() == 1
    # One of another page cannot be taken back from here.
    editor.post(draft_links_url(page), {"revoke": str(DraftLink.objects.get().pk)})
    assert DraftLink.objects.get().revoked_at is None
    # The editor of a translation has no menu.
    edit = reverse("wagtailadmin_pages:edit", args=[german.pk])
    assert draft_links_url(german) in translator.get(edit).content.decode()


def test_snippets_have_the_link_in_their_menus_and_the_rest_of_the_site_has_none() -> None:
    admin = somebody_in("")
    term = factories.glossary_term()
    viewset = type(term).snippet_viewset
    for name, arguments in (("list", []), ("edit", [term.pk])):
        page = admin.get(reverse(viewset.get_url_name(name), args=arguments)).content.decode()
        assert draft_links_url(term) in page
    admin.post(draft_links_url(term))
    assert ModelLogEntry.objects.filter(action="delivery.share_draft").count() == 1
    navigation = factories.navigation()
    unknown = ("home/navigation", "home/nothing", "auth/user")
    for name in unknown:
        assert admin.get(f"/admin/draft-links/{name}/{navigation.pk}/").status_code == 404
