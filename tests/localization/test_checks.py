"""Does each system check of ``localization`` refuse what it is for, and accept the project's own types?"""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from django.core.checks import CheckMessage
from django.db import models
from django.test.utils import isolate_apps
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import DraftStateMixin, Locale, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import TranslatableField
from wagtail_localize.models import LocaleSynchronization

from localization import checks
from localization.sections import Section
from localization.shapes import faults_of


def ids(messages: Any) -> list[str | None]:
    return [message.id for message in messages]


def test_the_projects_own_types_are_accepted() -> None:
    models_found = {model.__name__ for model in checks.own_translatable_models()}
    assert {"TreatmentPage", "ConditionPage", "HomePage", "Person", "Category"} <= models_found
    assert checks.check_translatable_types() == []


def sectioned(*sections: Section) -> type[Any]:
    """Return a translatable type with a title and a text, and these sections."""

    class Leaflet(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
        title = models.CharField(max_length=80)
        text = models.TextField()
        SECTIONS = sections

        class Meta(TranslatableMixin.Meta):
            app_label = "localization"

    return Leaflet


@pytest.mark.parametrize(
    ("sections", "faults"),
    [
        ([Section("overview", ("title",)), Section("body", ("text",))], 0),
        ([Section("overview", ("title",))], 1),
        ([Section("overview", ("title", "text")), Section("body", ("text",))], 1),
        ([Section("overview", ("title", "text", "summary"))], 1),
        ([], 2),
    ],
)
@isolate_apps("localization")
def test_e001_every_translated_field_belongs_to_one_section(sections: list[Section], faults: int) -> None:
    found = list(checks.check_sections(sectioned(*sections)))
    assert ids(found) == ["localization.E001"] * faults
    assert all(message.hint for message in found)


class Point(blocks.StructBlock):
    points = blocks.ListBlock(blocks.CharBlock(default=""))


class Good(blocks.StreamBlock):
    name = blocks.CharBlock(default="")
    prose = blocks.RichTextBlock(default="")
    point = Point()
    points = blocks.ListBlock(Point())
    figure = blocks.StructBlock([("image", ImageChooserBlock()), ("alt", blocks.CharBlock(default=""))])
    number = blocks.IntegerBlock()


# One shape that wagtail-localize loses or crashes on at a time (wagtail-localize-traps, section 5).
BAD: dict[str, blocks.Block] = {
    "list in a struct in a struct": blocks.StructBlock([("inner", Point())]),
    "image block": ImageBlock(),
    "image block in a struct": blocks.StructBlock([("picture", ImageBlock())]),
    "raw html": blocks.RawHTMLBlock(),
    "text without default": blocks.StructBlock([("note", blocks.CharBlock())]),
    "text area without default": blocks.StructBlock([("note", blocks.TextBlock())]),
}


def typed(block: blocks.Block) -> type[Any]:
    class Leaflet(models.Model):
        body = StreamField([("part", block)])

        class Meta:
            app_label = "localization"

    return Leaflet


@pytest.mark.parametrize("block", [pytest.param(block, id=name) for name, block in BAD.items()])
@isolate_apps("localization")
def test_e002_a_shape_that_loses_text_is_refused(block: blocks.Block) -> None:
    found = list(checks.check_blocks(typed(block)))
    assert set(ids(found)) == {"localization.E002"}
    assert "body.part" in str(found[0].msg)


def test_e002_the_shapes_that_keep_their_text_are_accepted() -> None:
    assert faults_of(Good(), "body") == []


@isolate_apps("localization")
def test_e003_a_snippet_without_drafts_or_with_two_rows_for_a_language_is_refused() -> None:
    class Always(TranslatableMixin, models.Model):
        class Meta(TranslatableMixin.Meta):
            app_label = "localization"

    class Twice(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
        class Meta:
            app_label = "localization"

    assert ids(checks.check_snippet(Always)) == ["localization.E003"]
    assert ids(checks.check_snippet(Twice)) == ["localization.E003"]
    assert ids(checks.check_snippet(sectioned())) == []


@isolate_apps("localization")
def test_e004_a_list_of_fields_that_new_fields_are_missing_from_is_refused() -> None:
    class Fixed(TranslatableMixin, models.Model):
        text = models.TextField()
        translatable_fields: ClassVar = [TranslatableField("text")]

        class Meta(TranslatableMixin.Meta):
            app_label = "localization"

    assert ids(checks.check_declaration(Fixed)) == ["localization.E004"]
    assert ids(checks.check_declaration(sectioned())) == []


@isolate_apps("localization")
def test_every_rule_is_asked_of_every_type(monkeypatch: pytest.MonkeyPatch) -> None:
    class Faulty(TranslatableMixin, models.Model):
        text = models.TextField()
        body = StreamField([("part", blocks.RawHTMLBlock())])
        translatable_fields: ClassVar = [TranslatableField("text")]
        SECTIONS: ClassVar[tuple[Section, ...]] = ()

        class Meta:
            app_label = "localization"

    monkeypatch.setattr(checks, "own_translatable_models", lambda: [Faulty])
    messages: list[CheckMessage] = checks.check_translatable_types()
    assert set(ids(messages)) == {f"localization.E00{number}" for number in (1, 2, 3, 4)}


@pytest.mark.django_db
def test_e005_a_language_that_copies_another_is_refused() -> None:
    assert checks.check_no_locale_synchronisation(databases=["default"]) == []
    english, _created = Locale.objects.get_or_create(language_code="en")
    german = Locale.objects.create(language_code="de")
    LocaleSynchronization.objects.create(locale=german, sync_from=english)
    assert ids(checks.check_no_locale_synchronisation(databases=["default"])) == ["localization.E005"]
    assert checks.check_no_locale_synchronisation(databases=None) == []
