"""Does everybody get through their own doors of the admin, and through no other? Over HTTP, door by door."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail_localize.models import SegmentOverride, Translation, TranslationSource

from tests import factories
from tests.localization.permission_doors import BLIND_DOOR, DOORS, Door, Place

GROUPS = {
    "t": "Translators (German)",
    "r": "Medical reviewers",
    "m": "Moderators",
    "e": "Editors",
}


def client_of(role: str) -> Client:
    """Return a browser in which somebody with this role is logged in; ``a`` is an administrator."""
    user = get_user_model().objects.create_user(f"user-{role}", is_superuser=role == "a")
    if role in GROUPS:
        user.groups.add(Group.objects.get(name=GROUPS[role]))
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


@pytest.fixture
def places(db: None) -> list[Place]:
    """Return the same content in German, English and Arabic."""
    page, *pages = factories.standard_page_in("de", "ar", key="page")
    image, snippet = factories.image(), factories.category(key="snippet")
    found = []
    for code, translated_page in zip(("de", "ar"), pages, strict=True):
        translated = translated_page, factories.translate(snippet, code)
        source = TranslationSource.objects.get_for_instance(page)
        override = source.overridablesegment_set.first()
        SegmentOverride.objects.create(locale=translated[0].locale, context=override.context, data_json='"x"')
        found.append(
            Place(
                code,
                *translated,
                page_translation=translation_of(page, code),
                snippet_translation=translation_of(snippet, code),
                string=source.stringsegment_set.first(),
                override=override,
                source=source,
                image=image,
            )
        )
    return [*found, Place("en", page, snippet, source=found[0].source, image=image)]


def translation_of(instance: Any, code: str) -> Translation:
    """Return the translation of a source into a language."""
    return Translation.objects.get(
        source__object_id=instance.translation_key, target_locale__language_code=code
    )


def knock(client: Client, door: Door, place: Place) -> Any:
    """Knock at a door and undo what happened behind it."""
    data = dict(door.data)
    if "file" in data:
        data["file"] = SimpleUploadedFile("x.po", str(place.page_translation.export_po()).encode())
    if "new_parent_page" in data:
        data["new_parent_page"] = place.page.get_parent().pk
    with transaction.atomic():
        if door.method in ("put", "delete"):
            body = "&".join(f"{name}={value}" for name, value in data.items())
            response = getattr(client, door.method)(
                door.url(place), body, content_type="application/x-www-form-urlencoded"
            )
        else:
            response = getattr(client, door.method)(door.url(place), data)
        transaction.set_rollback(True)
    return response


def is_shut(response: Any) -> bool:
    """Say whether the answer is “permission denied”: as a status, or as Wagtail's way home with a message."""
    return response.status_code in (403, 404) or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


def is_heard(response: Any) -> bool:
    """Say whether the view behind the door has judged the request."""
    return response.status_code in (400, 404) or is_open(response)


def is_open(response: Any) -> bool:
    """Say whether the view behind the door has answered, and not with an error."""
    return response.status_code < 400 and not is_shut(response)


@pytest.mark.parametrize("role", ["t", "r", "m", "e", "a"])
def test_every_door_is_open_to_those_who_may_pass_and_to_nobody_else(
    role: str, places: list[Place], settings: Settings
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    client = client_of(role)
    wrong = []
    doors = [*DOORS, BLIND_DOOR]
    if role == "a":
        doors, places = DOORS, places[:1]
    for door in doors:
        for place in places:
            if door.translations_only and place.page_translation is None:
                continue
            # To those whose role has no language, one other language is like the next.
            if place.code == "ar" and role != "t" and not door.translations_only:
                continue
            response = knock(client, door, place)
            # An administrator is heard also where the request makes no sense: a page that is no alias.
            expected = is_heard if role == "a" else is_open if door.lets_in(role, place.code) else is_shut
            if not expected(response):
                wrong.append(f"{door.method} {door.name} {place.code}: {response.status_code}")
    assert not wrong, "\n".join(wrong)
