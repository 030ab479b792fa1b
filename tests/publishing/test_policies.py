"""What do readers of a translation get of a section that is not current?"""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from localization.models import ChangeMark, ConfirmedSection, SectionPolicy
from publishing.models import Document, Status
from tests import factories
from tests.delivery.shapes import closed, committed, faults

pytestmark = pytest.mark.django_db

# Begins a point of the conclusion of every treatment that the factory makes.
POINT = "you have mild changes"
NEW = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def page() -> Any:
    """A treatment that is complete in German."""
    made, *_ = factories.treatment_in("de")
    return made


def german(page: Any) -> Any:
    """Return the German document as data."""
    row = Document.objects.get(content_id=page.translation_key, locale="de", status=Status.LIVE)
    return orjson.loads(bytes(row.body or b""))


def change_risk(page: Any, name: str, *, index: int = 0) -> str:
    """Give a risk of the original another name and publish it; return its id."""
    raw = list(page.risks.raw_data)
    risk = [item for item in raw if item["type"] == "risk"][index]
    changed = {**risk, "value": {**risk["value"], "name": name}}
    publish(page, "risks", [changed if item["id"] == risk["id"] else item for item in raw])
    return str(risk["id"])


def publish(page: Any, field: str, raw: list[Any]) -> None:
    """Publish the original with another stream."""
    setattr(page, field, getattr(page, field).stream_block.to_python(raw))
    page.save_revision().publish()


def foreign(items: list[dict[str, Any]]) -> dict[str, str]:
    """Return the language of each item that says that it has another one."""
    return {item["id"]: item["language"] for item in items if "language" in item}


def test_a_changed_risk_is_shown_in_its_original_language_beside_the_translated_ones(
    page: Any, client: Client
) -> None:
    changed = change_risk(page, "Nerve pain en·new")
    risks = german(page)["sections"]["risks"]
    assert foreign(risks["items"]) == {changed: "en"}
    assert (risks["language"], risks["state"]) == ("de", "behind")
    item = next(item for item in risks["items"] if item["id"] == changed)
    assert (item["name"], item["direction"]) == ("Nerve pain en·new", "ltr")
    assert item["frequency"]["display"].isascii()
    html = client.get(german(page)["path"]).content.decode()
    assert f'id="{changed}" lang="en" dir="ltr"' in html
    assert "(Englisch)" in html


@pytest.mark.parametrize("missing", ["Mesotherapy", "Many small injections"])
def test_a_title_or_summary_that_nobody_translated_is_never_shown(missing: str) -> None:
    SectionPolicy.objects.create(section="overview", policy="hold")
    made = factories.treatment()
    translated = factories.translate(made, "de", leave_out=missing)
    assert translated.live_revision is None
    assert not Document.objects.filter(content_id=made.translation_key, locale="de").exists()
    factories.translate(made, "de")
    assert german(made)["title"].startswith("Mesotherapy de·")


def test_a_mixed_document_has_the_promised_shape_and_nothing_else(page: Any) -> None:
    change_risk(page, "Nerve pain en·new")
    change_introduction(page)
    assert faults(closed(committed("schemas/treatment.json")), german(page)) == []


def test_its_words_are_not_told_to_machines_in_the_wrong_language(page: Any) -> None:
    change_risk(page, "Nerve pain en·new")
    assert "Nerve pain" not in str(german(page)["json_ld"])
    assert "Nerve pain" in str(german(page)["sections"]["risks"])


def test_reverting_the_original_brings_the_translation_back(page: Any) -> None:
    before = german(page)["sections"]
    original = next(item["value"]["name"] for item in page.risks.raw_data if item["type"] == "risk")
    change_risk(page, "Nerve pain")
    assert german(page)["sections"] != before
    change_risk(page, original)
    assert german(page)["sections"] == before


def test_a_moved_or_removed_risk_leaves_the_rest_current(page: Any) -> None:
    raw = list(page.risks.raw_data)
    risks = [item for item in raw if item["type"] == "risk"]
    others = [item for item in raw if item["type"] != "risk"]
    publish(page, "risks", [*others, *risks[::-1]])
    assert german(page)["sections"]["risks"]["state"] == "current"
    publish(page, "risks", [*others, *risks[1:]])
    section = german(page)["sections"]["risks"]
    assert (section["state"], section["notice"]) == ("current", None)
    assert [item["id"] for item in section["items"]] == [item["id"] for item in risks[1:]]


def test_a_copied_risk_keeps_its_translation(page: Any) -> None:
    raw = list(page.risks.raw_data)
    risk = next(item for item in raw if item["type"] == "risk")
    publish(page, "risks", [*raw, {**risk, "id": NEW}])
    section = german(page)["sections"]["risks"]
    names = {item["id"]: item["name"] for item in section["items"]}
    assert names[NEW] == names[risk["id"]]
    assert names[NEW].count("de·")
    assert (section["state"], foreign(section["items"])) == ("current", {})


def change_introduction(page: Any) -> None:
    """Publish the original with another introduction to its risks."""
    raw = [
        {**item, "value": "<p>Read this first en·new.</p>"} if item["type"] == "intro" else item
        for item in page.risks.raw_data
    ]
    publish(page, "risks", raw)


def test_a_changed_introduction_alone_is_marked(page: Any, client: Client) -> None:
    change_introduction(page)
    section = german(page)["sections"]["risks"]
    assert (section["intro"]["text"], section["intro"]["language"]) == ("Read this first en·new.", "en")
    assert section["language"] == "de"
    assert foreign(section["items"]) == {}
    html = client.get(german(page)["path"]).content.decode()
    assert '<div class="prose" lang="en" dir="ltr"><p>Read this first' in html


def test_a_held_section_keeps_its_last_confirmed_text(page: Any) -> None:
    before = german(page)["sections"]["conclusion"]
    row = page.get_translation(factories.locale("de"))
    row.conclusion = row.conclusion.stream_block.to_python(
        [
            {**item, "value": "<p>Von Hand</p>"} if item["type"] == "summary" else item
            for item in row.conclusion.raw_data
        ]
    )
    row.save_revision().publish()
    assert german(page)["sections"]["conclusion"] == before
    kept = ConfirmedSection.objects.filter(content_id=page.translation_key, locale="de", section="conclusion")
    assert kept.count() == 1


def test_what_was_never_confirmed_and_cannot_be_marked_is_wholly_in_the_original_language(
    client: Client,
) -> None:
    page = factories.treatment()
    row = factories.translate(page, "ar", leave_out=POINT)
    document = Document.objects.get(content_id=page.translation_key, locale="ar", status=Status.LIVE)
    section = orjson.loads(bytes(document.body or b""))["sections"]["conclusion"]
    assert (section["state"], section["language"], section["direction"]) == ("partial", "en", "ltr")
    assert section["heading"] == "Weighing it up"
    assert "ar·" not in str(section)
    html = client.get(row.url).content.decode()
    assert 'id="conclusion" lang="en" dir="ltr"' in html
    assert f'<span lang="en" dir="ltr">{section["heading"]}</span>' in html


def test_a_site_may_hold_risks_instead(page: Any, run_tasks: Any) -> None:
    changed = change_risk(page, "Nerve pain en·new")
    assert foreign(german(page)["sections"]["risks"]["items"]) == {changed: "en"}
    SectionPolicy.objects.create(section="risks", policy="hold")
    run_tasks()
    risks = german(page)["sections"]["risks"]
    assert foreign(risks["items"]) == {}
    assert risks["state"] == "behind"


def mark(page: Any, section: str, kind: str) -> None:
    """Say what kind of change the last one of a section was."""
    from localization.history import mark_change

    mark_change(page.translation_key, section, ChangeMark.Kind(kind), None)


def test_a_change_of_wording_only_keeps_translations_current(page: Any) -> None:
    change_risk(page, "Pain of a nerve")
    mark(page, "risks", "wording")
    assert german(page)["sections"]["risks"]["state"] == "current"
    assert foreign(german(page)["sections"]["risks"]["items"]) == {}
    # The next change counts again, and only for what it changed.
    other = change_risk(page, "Something else", index=1) if risks_of(page) > 1 else change_risk(page, "Other")
    assert foreign(german(page)["sections"]["risks"]["items"]) == {other: "en"}
    mark(page, "risks", "wording")
    assert german(page)["sections"]["risks"]["state"] == "current"
    mark(page, "risks", "meaning")
    assert german(page)["sections"]["risks"]["state"] == "behind"


def risks_of(page: Any) -> int:
    return sum(1 for item in page.risks.raw_data if item["type"] == "risk")


def test_what_was_taken_back_is_not_held(page: Any) -> None:
    raw = [
        {**item, "value": "<p>It does not help en·new.</p>"} if item["type"] == "summary" else item
        for item in page.conclusion.raw_data
    ]
    publish(page, "conclusion", raw)
    section = german(page)["sections"]["conclusion"]
    assert (section["language"], section["state"]) == ("de", "behind")
    mark(page, "conclusion", "retracted")
    section = german(page)["sections"]["conclusion"]
    # Its lists of points could not be marked one by one.
    assert (section["summary"]["text"], section["language"]) == ("It does not help en·new.", "en")
    assert "de·" not in str(section)


def test_an_editor_says_what_kind_of_change_it_was(page: Any, admin_client: Client) -> None:
    change_risk(page, "Pain of a nerve")
    url = reverse("kind_of_change", args=[page.translation_key])
    form = admin_client.get(url).content.decode()
    assert "Pain of a nerve" in form.replace('<span class="addition">', "").replace("</span>", "")
    admin_client.post(url, {"risks": "wording"})
    assert german(page)["sections"]["risks"]["state"] == "current"
    assert 'value="wording" checked' in admin_client.get(url).content.decode()
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "wording only" in history
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert url in edit


def test_a_translator_does_not_say_it(page: Any, client: Client) -> None:
    user = get_user_model().objects.create_user("translator")
    user.groups.set(Group.objects.filter(name="Translators (German)"))
    client.force_login(user)
    change_risk(page, "Pain of a nerve")
    url = reverse("kind_of_change", args=[page.translation_key])
    client.post(url, {"risks": "wording"})
    assert not ChangeMark.objects.exists()
    assert german(page)["sections"]["risks"]["state"] == "behind"


def test_administrators_choose_policies_and_cannot_mix_titles(admin_client: Client) -> None:
    url = reverse("section_policies:add")
    assert (
        "cannot be shown in two languages"
        in admin_client.post(url, {"section": "overview", "policy": "source"}).content.decode()
    )
    assert not SectionPolicy.objects.exists()
    admin_client.post(url, {"section": "risks", "policy": "hold"})
    assert [(row.section, row.policy) for row in SectionPolicy.objects.all()] == [("risks", "hold")]


@pytest.mark.parametrize("group", ["Editors", "Translators (German)", "Medical reviewers"])
def test_others_do_not(client: Client, group: str) -> None:
    user = get_user_model().objects.create_user("somebody")
    user.groups.set(Group.objects.filter(name=group))
    client.force_login(user)
    client.post(reverse("section_policies:add"), {"section": "risks", "policy": "hold"})
    assert not SectionPolicy.objects.exists()
