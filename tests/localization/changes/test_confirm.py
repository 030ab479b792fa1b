"""Can a translator confirm a section in one act, and only who may, and only what is true?"""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.log_actions import registry
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation, Translation

from localization.changes.links import changes_url
from localization.models import ConfirmedSection
from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db
SUMMARY = "summary#0"


def client_of(*groups: str) -> Client:
    """Return a browser in which somebody of these groups is logged in."""
    user = get_user_model().objects.create_user("-".join(groups) or "nobody")
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def translator() -> Client:
    return client_of("Translators (German)")


@pytest.fixture
def page() -> Any:
    """A plain page in English and German."""
    made, *_ = factories.standard_page_in("de", key="one")
    return made


def german(page: Any) -> Any:
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="de")


def url_of(page: Any) -> str:
    return changes_url(type(page), german(page).pk)


def state(page: Any, kind: str = "overview") -> str:
    document = Document.objects.get(content_id=page.translation_key, locale="de")
    return str(orjson.loads(bytes(document.body or b""))["sections"][kind]["state"])


def send(client: Client, page: Any, kind: str = "overview", **posted: Any) -> Any:
    """Send the form of a section as it is on the screen, with what the translator changed in it."""
    screen = client.get(url_of(page))
    assert screen.status_code == 200
    section, lines = next((s, lines) for s, lines in screen.context["unfinished"] if s.kind == kind)
    form = {"section": kind, "digest": section.source_digest}
    form |= {f"text.{line.piece.key}": line.text for line in lines}
    form["confirm"] = [line.piece.key for line in lines if line.ticked]
    return client.post(url_of(page), form | posted, follow=True)


def change(page: Any, text: str = "Who we really are") -> None:
    page.summary = text
    page.save_revision().publish()


def told(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_the_screen_marks_the_change_and_shows_the_old_translation(page: Any, translator: Client) -> None:
    change(page)
    html = translator.get(url_of(page)).content.decode()
    assert "Who we <ins>really </ins>are" in html
    assert "Who we are<del> en·one</del>" in html
    assert '<p lang="de" dir="ltr">Who we are de·one</p>' in html


def test_a_translation_that_is_still_right_is_confirmed_against_the_new_original(
    page: Any, translator: Client
) -> None:
    change(page)
    assert state(page) == "behind"
    response = send(translator, page, confirm=[SUMMARY])
    assert "“Overview” is confirmed." in told(response)
    assert state(page) == "behind"  # nothing is published yet
    response = send(translator, page, **{"action-publish": "1"})
    assert "is published" in told(response)
    assert state(page) == "current"
    confirmed = ConfirmedSection.objects.filter(locale="de", section="overview").order_by("id").last()
    assert confirmed is not None
    assert confirmed.confirmed_by is not None
    assert confirmed.confirmed_by.username == "Translators (German)"


def test_without_a_tick_an_old_translation_is_not_confirmed(page: Any, translator: Client) -> None:
    change(page)
    response = send(translator, page, **{"action-publish": "1"})
    assert "still to be done" in told(response) or "not translated" in told(response)
    assert not StringTranslation.objects.filter(translation_of__data="Who we really are").exists()
    assert state(page) == "behind"


def test_what_the_translator_writes_needs_no_tick(page: Any, translator: Client) -> None:
    change(page)
    send(translator, page, **{f"text.{SUMMARY}": "Wer wir sind", "action-publish": "1"})
    assert state(page) == "current"
    written = StringTranslation.objects.get(translation_of__data="Who we really are")
    assert (written.data, written.translation_type) == ("Wer wir sind", "manual")
    assert written.last_translated_by is not None


def test_suggestions_are_ticked_and_become_the_work_of_a_person(translator: Client) -> None:
    page = factories.standard_page(key="one")
    factories.translate(page, "de", live=False)
    StringTranslation.objects.filter(
        locale__language_code="de", context__object_id=page.translation_key
    ).update(translation_type="machine", tool_name="A machine")
    for kind in ("overview", "body"):
        send(translator, page, kind)
    mine = StringTranslation.objects.filter(context__object_id=page.translation_key)
    assert set(mine.values_list("translation_type", "tool_name")) == {("manual", "")}
    assert set(mine.values_list("last_translated_by__username", flat=True)) == {"Translators (German)"}
    german(page).get_latest_revision().publish()
    assert state(page) == "current"


def test_an_unticked_suggestion_stays_one(translator: Client) -> None:
    page = factories.standard_page(key="one")
    factories.translate(page, "de", live=False)
    StringTranslation.objects.filter(context__path="summary").update(translation_type="machine")
    response = send(translator, page, confirm=[])
    assert "1 text of “Overview” is still to be done." in told(response)
    assert StringTranslation.objects.get(context__path="summary").translation_type == "machine"


def test_one_section_leaves_the_others_as_they_are(page: Any, translator: Client) -> None:
    change(page)
    raw = list(page.body.raw_data)
    next(item for item in raw if item["type"] == "heading")["value"] = "How we work"
    page.body = page.body.stream_block.to_python(raw)
    page.save_revision().publish()
    send(translator, page, confirm=[SUMMARY])
    assert not StringTranslation.objects.filter(translation_of__data="How we work").exists()
    screen = translator.get(url_of(page))
    assert "body" in [section.kind for section, _lines in screen.context["unfinished"]]


def test_a_link_that_leads_elsewhere_is_confirmed_without_a_text(translator: Client) -> None:
    from tests.localization.changes.test_compare import linking_to

    one, other = factories.standard_page(), factories.standard_page()
    page = factories.standard_page(body=[linking_to(one)])
    factories.translate(page, "de")
    page.body = page.body.stream_block.to_python([linking_to(other)])
    page.save_revision().publish()
    assert state(page, "body") == "behind"
    send(translator, page, "body", **{"action-publish": "1"})
    assert state(page, "body") == "current"


def test_nothing_is_confirmed_against_an_original_that_nobody_has_seen(page: Any, translator: Client) -> None:
    change(page)
    screen = translator.get(url_of(page))
    section = screen.context["unfinished"][0][0]
    change(page, "Changed once more")
    form = {
        "section": "overview",
        "digest": section.source_digest,
        "confirm": [SUMMARY],
        f"text.{SUMMARY}": "x",
    }
    response = translator.post(url_of(page), form)
    assert "has been changed again" in told(response)
    assert not StringTranslation.objects.filter(data="x").exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Wer <script>wir</script> sind", "cannot be used"),
        ('Wer <a id="a1">wir</a> sind', "cannot be used"),
        ("x" * 600, "Shorten it"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason_and_not_lost(
    page: Any, translator: Client, text: str, reason: str
) -> None:
    change(page)
    response = send(translator, page, **{f"text.{SUMMARY}": text})
    assert reason in told(response)
    assert [line.text for _section, lines in response.context["unfinished"] for line in lines] == [text]
    assert not StringTranslation.objects.filter(data=text).exists()


def test_a_lost_link_is_refused(translator: Client) -> None:
    from tests.localization.changes.test_compare import linking_to

    page = factories.standard_page(body=[linking_to(factories.standard_page())])
    factories.translate(page, "de")
    raw = list(page.body.raw_data)
    raw[0]["value"] = raw[0]["value"].replace("first", "at once")
    page.body = page.body.stream_block.to_python(raw)
    page.save_revision().publish()
    path = f"body.{raw[0]['id']}"
    response = send(translator, page, "body", **{f"text.{path}#0": "Ohne Link"})
    assert "links" in told(response)
    assert not StringTranslation.objects.filter(data="Ohne Link").exists()


def test_a_stopped_translation_is_not_confirmed_behind_its_back(page: Any, translator: Client) -> None:
    change(page)
    Translation.objects.update(enabled=False)
    assert "was stopped" in told(send(translator, page, confirm=[SUMMARY]))


def test_the_audit_log_says_who_confirmed_what(page: Any, translator: Client) -> None:
    change(page)
    send(translator, page, confirm=[SUMMARY])
    entry = registry.get_logs_for_instance(german(page)).get(action="localization.confirm_section")
    assert entry.user.username == "Translators (German)"
    assert entry.data["section"] == "overview"
    assert (entry.data["still_right"], entry.data["written"], entry.data["suggestions"]) == (
        [SUMMARY],
        [],
        [],
    )
    assert entry.message == "Section “Overview” confirmed: 1 text (1 kept as it was)"


@pytest.mark.parametrize(
    ("group", "allowed"),
    [
        ("Translators (German)", True),
        ("Editors", True),
        ("Translators (Polish)", False),
        ("Medical reviewers", False),
        ("Moderators", False),
    ],
)
@pytest.mark.parametrize("make", [factories.standard_page, factories.category])
def test_who_may_come_in(make: Any, group: str, allowed: bool) -> None:
    page = make()
    factories.translate(page, "de")
    client = client_of(group)
    script = {"x-requested-with": "XMLHttpRequest"}
    for response in (
        client.get(url_of(page), headers=script),
        client.post(url_of(page), {"section": "x"}, headers=script),
    ):
        assert response.status_code == (200 if allowed else 403)


def test_who_is_not_let_in_hears_why(page: Any) -> None:
    response = client_of("Translators (Polish)").get(url_of(page), follow=True)
    assert "You may not do this in this language" in response.content.decode()


def test_who_may_not_publish_may_confirm(page: Any) -> None:
    granted = GroupPagePermission.objects.filter(permission__codename="publish_page")
    granted.filter(group__name="Translators (German)").delete()
    client = client_of("Translators (German)")
    change(page)
    assert "Confirm and publish" not in client.get(url_of(page)).content.decode()
    send(client, page, **{"action-publish": "1"}, confirm=[SUMMARY])
    assert not StringTranslation.objects.filter(translation_of__data="Who we really are").exists()
    send(client, page, confirm=[SUMMARY])
    assert StringTranslation.objects.filter(translation_of__data="Who we really are").exists()
    assert state(page) == "behind"


@pytest.mark.parametrize("address", ["home.standardpage/999999", "auth.user/1", "no.such/1", "nonsense/1"])
def test_what_is_no_translation_is_not_found(translator: Client, address: str) -> None:
    response = translator.get(
        f"/admin/translations/changes/{address}/", headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert response.status_code == 404


def test_an_original_says_that_there_is_nothing_to_compare() -> None:
    page = factories.standard_page()
    html = client_of("Editors").get(changes_url(type(page), page.pk)).content.decode()
    assert "nothing to compare" in html
