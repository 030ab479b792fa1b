"""What can each role do in the admin from beginning to end, and how do groups come to their rights?"""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import ResolverMatch, reverse
from wagtail.models import GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page, Workflow
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringTranslation, Translation

from localization.models import GroupLanguage
from localization.permissions.grants import set_up_groups
from localization.permissions.wall import rule_of
from tests import factories

GERMAN = "Translators (German)"


def user_in(*groups: str, **values: Any) -> Any:
    """Return somebody who belongs to these groups."""
    user = get_user_model().objects.create_user("-".join(groups) or "nobody", **values)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def client_for(user: Any) -> Client:
    """Return a browser in which ``user`` is logged in."""
    client = Client()
    client.force_login(user)
    return client


def translation_of(instance: Any, code: str) -> Translation:
    """Return the translation of a source into a language."""
    return Translation.objects.get(
        source__object_id=instance.translation_key, target_locale__language_code=code
    )


def policy_for(instance: Any) -> Any:
    """Return the permission policy of a snippet."""
    return policy_registry.get_by_type(type(instance))


@pytest.mark.django_db
@pytest.mark.parametrize("make", [factories.standard_page, factories.category])
def test_a_translator_translates_and_publishes_in_the_admin(
    make: Any, django_capture_on_commit_callbacks: Any
) -> None:
    source = make()
    target = factories.translate(source, "de", live=False)
    translation = translation_of(source, "de")
    segment = translation.source.stringsegment_set.order_by("pk").first()
    client = client_for(user_in(GERMAN))

    written = client.put(
        reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
        "value=Neuer+Text",
        content_type="application/x-www-form-urlencoded",
    )
    assert written.status_code == 200
    assert (
        StringTranslation.objects.get(
            context=segment.context, translation_of=segment.string, locale=target.locale
        ).data
        == "Neuer Text"
    )

    edit = (
        reverse("wagtailadmin_pages:edit", args=[target.pk])
        if isinstance(target, Page)
        else reverse(target.snippet_viewset.get_url_name("edit"), args=[target.pk])
    )
    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit, {"action": "publish"})
    target.refresh_from_db()
    assert target.live


@pytest.mark.django_db
def test_who_is_turned_away_hears_why_and_nothing_has_changed() -> None:
    english = factories.category()
    factories.translate(english, "de")
    client = client_for(user_in(GERMAN))
    response = client.post(
        reverse("wagtailsnippets_treatments_category:edit", args=[english.pk]),
        {"name": "Changed", "slug": "changed", "action-publish": "1"},
        follow=True,
    )
    assert response.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert "You may not do this in this language" in response.content.decode()
    english.refresh_from_db()
    assert english.name != "Changed"


@pytest.mark.django_db
def test_a_script_gets_403_and_no_redirect() -> None:
    english = factories.category()
    client = client_for(user_in(GERMAN))
    url = reverse("wagtailsnippets_treatments_category:edit", args=[english.pk])
    assert client.get(url, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403


@pytest.mark.django_db
def test_publishing_a_snippet_asks_for_the_right_to_publish_in_that_language() -> None:
    english = factories.category()
    german = factories.translate(english, "de", live=False)
    writer = Group.objects.create(name="Writers of German")
    writer.permissions.set(Permission.objects.filter(codename__in=["access_admin", "change_category"]))
    GroupLanguage.objects.create(group=writer, language="de")
    # Publishes in French, writes in German: together that is no right to publish in German.
    client = client_for(user_in("Writers of German", "Translators (French)"))
    url = reverse("wagtailsnippets_treatments_category:edit", args=[german.pk])
    assert client.get(url).status_code == 200
    refused = client.post(url, {"action": "publish"})
    assert refused["Location"] == reverse("wagtailadmin_home")
    german.refresh_from_db()
    assert not german.live


@pytest.mark.django_db
def test_rights_of_several_groups_add_up() -> None:
    english = factories.category()
    german = factories.translate(english, "de")
    arabic = factories.translate(english, "ar")
    both = user_in(GERMAN, "Translators (Arabic)")
    unlimited = user_in(GERMAN, "Editors")
    policy = policy_for(english)

    def may_change(user: Any) -> list[bool]:
        return [
            policy.user_has_permission_for_instance(user, "change", snippet)
            for snippet in (english, german, arabic)
        ]

    assert may_change(both) == [False, True, True]
    assert may_change(unlimited) == [True, True, True]
    assert set(policy.instances_user_has_any_permission_for(both, ["change"])) == {german, arabic}
    assert set(policy.users_with_permission_for_instance("change", english)) == {unlimited}


@pytest.mark.django_db
def test_a_translator_sees_the_snippets_of_their_language_in_lists() -> None:
    english = factories.category(key="one")
    factories.translate(english, "de")
    url = reverse("wagtailsnippets_treatments_category:list")
    seen = client_for(user_in(GERMAN)).get(url).content.decode()
    assert "Injections de·one" in seen
    assert "Injections en·one" not in seen
    assert "Injections en·one" in client_for(user_in("Editors")).get(url).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "namespaces",
    [["wagtail_localize"], ["wagtailsnippets_treatments_category"], ["wagtailadmin_api", "pages"]],
)
def test_a_view_that_nobody_has_judged_is_for_administrators(namespaces: list[str | None], rf: Any) -> None:
    from localization.permissions.rules import Refused, Visit

    unknown = ResolverMatch(lambda request: None, (), {"pk": 1}, "brand_new", namespaces=namespaces)
    rule = rule_of(unknown)
    assert rule is not None
    request = rf.get("/")
    request.user = user_in("Editors")
    with pytest.raises(Refused):
        rule(Visit(request, "brand_new", {"pk": 1}))


@pytest.mark.django_db
def test_a_new_home_page_is_open_to_the_translators_of_its_language() -> None:
    german = factories.home("de")
    opened = GroupPagePermission.objects.filter(page=german)
    assert {(entry.group.name, entry.permission.codename) for entry in opened} == {
        (GERMAN, "change_page"),
        (GERMAN, "publish_page"),
    }


@pytest.mark.django_db
def test_what_an_administrator_took_away_stays_away() -> None:
    group = Group.objects.get(name=GERMAN)
    publish = Permission.objects.get(codename="publish_category")
    assert group.permissions.filter(pk=publish.pk).exists()
    group.permissions.remove(publish)
    Group.objects.get(name="Translators (Polish)").delete()
    set_up_groups(sender=apps.get_app_config("localization"))
    assert not group.permissions.filter(pk=publish.pk).exists()
    assert not Group.objects.filter(name="Translators (Polish)").exists()


@pytest.mark.django_db
def test_a_new_language_brings_its_translators(settings: Any) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("it", "Italian")]
    set_up_groups(sender=apps.get_app_config("localization"))
    group = Group.objects.get(name="Translators (Italian)")
    assert list(GroupLanguage.objects.filter(group=group).values_list("language", flat=True)) == ["it"]
    assert group.permissions.filter(codename="change_category").exists()


@pytest.mark.django_db
def test_reviewers_approve_what_moderators_approved_in_stock_wagtail() -> None:
    task = GroupApprovalTask.objects.get()
    assert [group.name for group in task.groups.all()] == ["Medical reviewers"]
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Medical review"]
    moderators = Group.objects.get(name="Moderators")
    assert not GroupPagePermission.objects.filter(group=moderators).exists()
    assert not GroupCollectionPermission.objects.filter(group=moderators).exists()
