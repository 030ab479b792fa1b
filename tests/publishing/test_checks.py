"""Does each system check of ``publishing`` refuse what it is for, and accept the project's own types?"""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from django.apps import apps
from wagtail.models import Page

from localization.sections import Section
from publishing import checks
from publishing.pages import PublishedPage
from publishing.published import Published

SECTIONS = (Section("overview", ("title",)),)


def faults(monkeypatch: pytest.MonkeyPatch, *types: type[Any]) -> list[str]:
    """Return the ids of what the checks find of these types, as if the project had no others."""
    monkeypatch.setattr(apps, "get_models", lambda: list(types))
    monkeypatch.setattr(
        checks, "get_page_models", lambda: [type_ for type_ in types if issubclass(type_, Page)]
    )
    return sorted(str(message.id) for message in checks.check_published_types())


def page_type(**attributes: Any) -> type[Any]:
    """Return a page type that editors can create (abstract, so that Wagtail does not register it)."""

    class Meta:
        abstract = True
        app_label = "publishing"

    good = {
        "document_type": "leaflet",
        "document_template": "home/standard_page.html",
        "SECTIONS": SECTIONS,
        "is_creatable": True,
    }
    body = {"__module__": __name__, "Meta": Meta, **good, **attributes}
    return type("Leaflet", (PublishedPage, Page), body)


class Note(Published):
    document_type: ClassVar[str] = "note"
    SECTIONS = SECTIONS


class SameNote(Note):
    """A second type with the same name."""


class NamelessNote(Published):
    SECTIONS = SECTIONS


class EmptyNote(Published):
    document_type: ClassVar[str] = "empty-note"


def test_the_projects_own_types_are_accepted() -> None:
    assert checks.check_published_types() == []


def test_good_types_are_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(monkeypatch, page_type(), Note) == []


def test_e001_a_type_needs_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(monkeypatch, NamelessNote) == ["publishing.E001"]
    assert faults(monkeypatch, Note, SameNote) == ["publishing.E001"] * 2


@pytest.mark.parametrize("template", [None, "leaflets/missing.html"])
def test_e002_a_page_type_needs_a_template(monkeypatch: pytest.MonkeyPatch, template: str | None) -> None:
    assert faults(monkeypatch, page_type(document_template=template)) == ["publishing.E002"]


def test_e003_a_type_needs_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(monkeypatch, EmptyNote) == ["publishing.E003"]
    assert faults(monkeypatch, page_type(SECTIONS=())) == ["publishing.E003"]


def test_e004_a_page_type_whose_pages_would_never_be_public_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Unpublishable(Page):
        is_creatable = True

        class Meta:
            abstract = True
            app_label = "publishing"

    class Base(Page):
        is_creatable = False

        class Meta:
            abstract = True
            app_label = "publishing"

    assert faults(monkeypatch, Unpublishable, Base) == ["publishing.E004"]
