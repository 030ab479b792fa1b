"""What does somebody get who was given a link to a draft, and what does nobody else get?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation

from delivery.drafts.links import revoke
from delivery.drafts.tokens import key_of, token_of
from localization.models import ConfirmedSection
from publishing.models import Dependency, Document, Recall
from tests import factories
from tests.delivery.drafts.conftest import address, ask, link_to, save
from tests.delivery.keys import Issue
from tests.delivery.shapes import committed, faults
from tests.delivery.test_problems import problem
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def test_a_draft_says_that_it_is_one_and_is_kept_nowhere() -> None:
    page, german = factories.standard_page_in("de")
    before = list(Document.objects.order_by("pk").values("pk", "etag", "changed_at", "sequence"))
    counts = [model.objects.count() for model in (Document, Dependency, ConfirmedSection)]
    row = save(page, title="A new name", summary="What nobody has published yet, in a long sentence.")
    link = link_to(row)

    answer = ask(link, row, locale="EN")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Content-Language"] == "en"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in answer.headers
    document = answer.json()
    assert (document["status"], document["title"], document["language"]) == ("draft", "A new name", "en")
    draft = document["draft"]
    assert (draft["is_published"], draft["refused_sections"], draft["findings"]) == (False, [], [])
    assert draft["saved_at"] == row.latest_revision.created_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    openapi = committed("docs/api/openapi.json")
    assert faults({"$ref": "#/components/schemas/Draft", "components": openapi["components"]}, document) == []

    # Without a language it is that of the link. The name of the revision changes with the draft alone.
    assert ask(link, row).json() == document
    save(row, title="A newer name")
    again = ask(link, row).json()
    assert again["title"] == "A newer name"
    assert again["draft"]["revision"] != draft["revision"]

    # Everybody else gets what is published.
    published = Client().get(address(page), {"locale": "en"}).json()
    assert (published["status"], published["title"]) == ("live", page.title)
    assert list(Document.objects.order_by("pk").values("pk", "etag", "changed_at", "sequence")) == before
    assert [model.objects.count() for model in (Document, Dependency, ConfirmedSection)] == counts

    # A link to what is live as it is says so.
    assert ask(link_to(german), german).json()["draft"]["is_published"] is True


def test_a_translation_is_shown_as_readers_would_get_it_with_what_would_be_refused() -> None:
    page, german = factories.standard_page_in("de")
    assert StringTranslation.objects.filter(data__startswith="With sources.").delete()[0] == 1
    assert StringTranslation.objects.filter(data__startswith="Who we are").delete()[0] == 1
    row = factories.translate_again(page, "de")
    document = ask(link_to(row), row).json()
    # The first is refused, so the draft's own words are there; the other is held, as it would be for readers.
    assert document["draft"]["refused_sections"] == ["overview"]
    assert {(one["section"], one["severity"]) for one in document["draft"]["findings"]} == {
        ("overview", "refuse"),
        ("body", "warn"),
    }
    assert document["sections"]["overview"]["state"] == "partial"
    assert document["summary"].endswith(page.summary[-8:])
    live = Client().get(address(german), {"locale": "de"}).json()
    assert document["sections"]["body"]["items"] == live["sections"]["body"]["items"]

    # A number of the original that is not published yet does not come with it: the live original does.
    page.unpublish()
    row.refresh_from_db()
    told = ask(link_to(row), row).json()
    assert told["sections"].keys() == document["sections"].keys()
    assert {"section": None, "rule": "source_not_live", "severity": "refuse"} in told["draft"]["findings"]


def test_what_was_never_published_and_what_is_behind_a_log_in_is_shown_by_a_link_only() -> None:
    parent = factories.home()
    page = factories.standard_page(parent, live=False)
    page = save(page)
    problem(Client().get(address(page), {"locale": "en"}), 404, "not_found")
    document = ask(link_to(page), page).json()
    assert document["path"] == f"/en/{page.slug}/"
    assert document["dates"]["first_published"] is None
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    page.get_latest_revision().publish()
    problem(Client().get(address(page), {"locale": "en"}), 404, "not_found")
    assert ask(link_to(page), page).json()["draft"]["is_published"] is True


def test_a_draft_may_be_as_unfinished_as_editors_may_save_it() -> None:
    parent = factories.treatment_index()
    page = TreatmentPage(title="Only a title", slug="only", locale=parent.locale, live=False)
    parent.add_child(instance=page)
    page.save_revision(clean=False)
    document = ask(link_to(page), page).json()
    assert document["title"] == "Only a title"
    assert document["draft"]["refused_sections"] == [
        *("overview", "conditions", "process", "risks", "conclusion", "sources")
    ]


def test_pictures_of_a_draft_can_be_fetched(run_tasks: Callable[[], None], settings: Settings) -> None:
    page = factories.standard_page()
    picture = factories.image()
    run_tasks()
    m = factories.marker()
    figure = {"image": picture.pk, "alt": m("An arm"), "decorative": False, "caption": ""}
    body = [*page.body.raw_data, m.block("figure", figure)]
    row = save(page, body=page.body.stream_block.to_python(body))
    found = ask(link_to(row), row).json()["sections"]["body"]["items"][-1]
    figure = found.get("image", found)
    assert figure["alt"].startswith("An arm")
    for rendition in figure["renditions"]:
        file = rendition["url"].removeprefix(f"https://clinic.example{settings.MEDIA_URL}")
        assert (settings.MEDIA_ROOT / file).is_file()
    assert len(figure["renditions"]) > 0


def test_snippets_have_drafts_too() -> None:
    term = factories.glossary_term()
    row = save(term, term="A draft of a term")
    document = ask(link_to(row), row).json()
    assert (document["status"], document["title"], document["path"]) == ("draft", "A draft of a term", None)


def test_a_token_opens_one_content_in_one_language() -> None:
    page, german = factories.standard_page_in("de")
    term = factories.glossary_term()
    link = link_to(page)
    problem(ask(link, german, locale="de"), 403, "preview_refused")
    problem(ask(link, term), 403, "preview_refused")
    # Of another type, and by way of another address of the same content.
    elsewhere = f"/api/v1/treatments/{page.translation_key}/"
    problem(Client().get(elsewhere, {"preview": token_of(link.key)}), 403, "preview_refused")
    token = token_of(link.key)
    forged = [token[:-1] + ("A" if token[-1] != "A" else "B"), token[:22], "", "é", f"{token}A", "=" * 43]
    for text in forged:
        assert key_of(text) is None
        problem(Client().get(address(page), {"preview": text}), 403, "preview_refused")
    link.delete()
    problem(ask(link, page), 403, "preview_refused")


def test_a_preview_takes_no_other_parameters() -> None:
    page = factories.standard_page()
    link = link_to(page)
    found = problem(ask(link, page, fields="title"), 400, "unknown_parameter")
    assert (found["parameter"], found["allowed"]) == ("fields", "locale, preview")
    token = token_of(link.key)
    for below in ("sections/body/", "translations/"):
        answer = Client().get(f"{address(page)}{below}", {"preview": token})
        problem(answer, 400, "unknown_parameter")


def test_a_link_ends_and_says_why() -> None:
    page = factories.standard_page()
    link = link_to(page)
    recall = Recall.objects.create(
        content_id=page.translation_key,
        kind="gone",
        title="About us",
        source_locale="en",
        explanations={},
        recalled_at=timezone.now(),
    )
    assert problem(ask(link, page), 410, "preview_ended")["reason"] == "recalled"
    recall.delete()
    with time_machine.travel(link.expires_at - dt.timedelta(seconds=1), tick=False):
        assert ask(link, page).status_code == 200
    with time_machine.travel(link.expires_at, tick=False):
        told = problem(ask(link, page), 410, "preview_ended")
        assert told["reason"] == "expired"
        assert dt.datetime.fromisoformat(told["at"]) == link.expires_at.replace(microsecond=0)
        assert revoke(page, None) == 0
    other = link_to(page)
    assert revoke(page, None, link.pk) == 1
    assert problem(ask(link, page), 410, "preview_ended")["reason"] == "revoked"
    assert ask(other, page).status_code == 200
    page.delete()
    assert problem(ask(other, page), 410, "preview_ended")["reason"] == "deleted"


def test_nothing_of_a_withdrawn_original_breaks_the_draft_of_its_translation() -> None:
    page, german = factories.standard_page_in("de")
    kept: dict[str, Any] = ask(link_to(german), german).json()["sections"]
    type(page).objects.get(pk=page.pk).delete()
    rest = type(page).objects.filter(pk=german.pk).first()
    if rest is not None:
        assert ask(link_to(rest), rest).json()["sections"].keys() == kept.keys()


def test_a_key_opens_drafts_only_where_its_scope_says_so(issued: Issue) -> None:
    page, _german = factories.standard_page_in("de")
    link = link_to(save(page, title="A new name"))
    assert ask(link, page).status_code == 200

    def with_key(**scope: Any) -> Any:
        query = {"preview": token_of(link.key)}
        return Client().get(address(page), query, headers=issued(**scope).headers)

    assert with_key(drafts=True, languages=["en"], types=["page"]).json()["title"] == "A new name"
    refused = problem(with_key(), 403, "outside_scope")
    assert refused["allowed_drafts"] is False
    for scope in ({"languages": ["de"]}, {"types": ["treatment"]}):
        refused = problem(with_key(drafts=True, **scope), 403, "outside_scope")
        assert refused["allowed_drafts"] is True
    # What is published is open to it all the same.
    headers = issued().headers
    assert Client().get(address(page), {"locale": "en"}, headers=headers).json()["title"] == page.title
