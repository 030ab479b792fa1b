"""Does every block explain itself to editors, and does no text of it get lost?"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.test import Client
from wagtail import blocks
from wagtail.fields import StreamField

from localization.shapes import faults_of
from treatments.models import TreatmentPage

FIELDS = [
    pytest.param(field, id=f"{model.__name__}.{field.name}")
    for model in apps.get_models()
    if model._meta.app_label in {"treatments", "people", "home"}
    for field in model._meta.get_fields()
    if isinstance(field, StreamField)
]
TEXT = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


def leaves(block: blocks.Block) -> Iterator[blocks.Block]:
    if isinstance(block, blocks.ListBlock):
        yield from leaves(block.child_block)
    elif isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        for child in block.child_blocks.values():
            yield from leaves(child)
    else:
        yield block


@pytest.mark.parametrize("field", FIELDS)
def test_every_text_starts_empty_and_reaches_translators(field: StreamField) -> None:
    texts = [leaf for leaf in leaves(field.stream_block) if isinstance(leaf, TEXT)]
    assert [
        leaf.name for leaf in texts if str(leaf.get_default() or "") != "" or leaf.get_default() is None
    ] == []
    assert faults_of(field.stream_block, field.name) == []


@pytest.mark.parametrize("field", FIELDS)
def test_every_block_has_name_icon_group_description_and_example(field: StreamField) -> None:
    for name, block in field.stream_block.child_blocks.items():
        assert block.label, name
        assert block.meta.icon != "placeholder", name
        assert block.meta.group, name
        assert block.get_description(), name
        assert hasattr(block.meta, "preview_value"), name


@pytest.mark.django_db
@pytest.mark.parametrize("field", FIELDS)
def test_every_example_renders(field: StreamField) -> None:
    for block in field.stream_block.child_blocks.values():
        value = block.get_preview_value()
        rendered = str(block.render(value))
        example = block.meta.preview_value
        words = [text for text in (example.values() if isinstance(example, dict) else [example]) if text]
        shown = [text for text in words if isinstance(text, str) and not text.startswith("<")]
        assert all(text in rendered or text in str(value) for text in shown)


@pytest.mark.parametrize("field", FIELDS)
def test_rich_text_allows_only_what_survives_translation(field: StreamField) -> None:
    allowed = {"h3", "h4", "ol", "ul", "bold", "italic", "link", "document-link"}
    for leaf in leaves(field.stream_block):
        if isinstance(leaf, blocks.RichTextBlock):
            assert set(leaf.features) == allowed, leaf.name


@pytest.mark.django_db
def test_an_editor_sees_the_example_with_the_names_of_its_fields(admin_client: Client) -> None:
    risk = TreatmentPage._meta.get_field("risks").stream_block.child_blocks["risk"]
    shown = admin_client.get("/admin/block-preview/", {"id": risk.definition_prefix}).content.decode()
    for text in ("Name", "Bruising", "What to do", "On different skin tones"):
        assert text in shown
    assert "skin_tone_note" not in shown
