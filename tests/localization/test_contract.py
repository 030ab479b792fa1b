"""Does everything that editors write survive translation, and does every text of it reach translators?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import orjson
import pytest
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import StringSegment, Translation

from home.models import HomePage
from localization import checks
from localization.fields import SynchronizedField, get_translatable_fields
from localization.merge import has_text
from publishing.models import Document
from tests import factories
from tests.localization.specimens import specimen, stream_leaves

pytestmark = pytest.mark.django_db
TYPES = [pytest.param(model, id=model.__name__) for model in checks.own_translatable_models()]
# The types whose streams hold lists and items of many shapes.
LONG = [parameter for parameter in TYPES if parameter.id in {"TreatmentPage", "ConditionPage"}]
# When a language was published is a fact about that language; wagtail-localize copies it to new snippets.
LIFECYCLE = {"first_published_at", "go_live_at", "expire_at"}


def offered(instance: Any) -> set[str]:
    """Return the texts that translators of ``instance`` are given."""
    segments = StringSegment.objects.filter(source__object_id=instance.translation_key)
    return set(segments.values_list("string__data", flat=True))


def in_german(value: Any) -> Any:
    """Return what ``factories.translate`` makes of a text."""
    return value.replace("en·", "de·") if isinstance(value, str) else value


def live(row: Any) -> Any:
    """Return what is live of a page or snippet."""
    assert row.live_revision_id is not None
    return row.live_revision.as_object()


@pytest.mark.parametrize("model", TYPES)
def test_every_text_is_translated_and_everything_else_kept(model: type[Any]) -> None:
    english = specimen(model)
    german = live(factories.translate(english, "de"))
    original, translated = stream_leaves(english), stream_leaves(german)
    assert list(translated) == list(original)  # ids, order and presence
    texts = offered(english)
    for path, (block, value) in original.items():
        ours = translated[path][1]
        if is_translated(model, path, block):
            assert ours == in_german(value) != value, path
            assert any(text in value for text in texts), path
        else:
            assert_same_reference(block, ours, value, path)
    for declared in get_translatable_fields(model):
        if declared.field_name not in LIFECYCLE:
            assert_field_kept(declared, english, german, texts)


def is_translated(model: type[Any], path: str, block: blocks.Block) -> bool:
    """Say whether a leaf is text that each language has for itself."""
    kept = {
        declared.field_name
        for declared in get_translatable_fields(model)
        if isinstance(declared, SynchronizedField)
    }
    return has_text(block) and path.split(".")[0] not in kept


def assert_same_reference(block: blocks.Block, ours: Any, theirs: Any, path: str) -> None:
    """A choice of translatable content means the same content; everything else is equal."""
    chosen = getattr(block, "target_model", None)
    if chosen is not None and issubclass(chosen, TranslatableMixin) and not issubclass(chosen, Page):
        ours, theirs = (chosen.objects.get(pk=pk) for pk in (ours, theirs))
        assert (ours.translation_key, ours.locale.language_code) == (theirs.translation_key, "de"), path
    else:
        assert ours == theirs, path


def assert_field_kept(declared: Any, english: Any, german: Any, texts: set[str]) -> None:
    """A field outside the streams is translated, the same, or the same content in German."""
    name = declared.field_name
    field = type(english)._meta.get_field(name)
    ours, theirs = getattr(german, name), getattr(english, name)
    if isinstance(field, StreamField):
        return
    if isinstance(theirs, TranslatableMixin):
        assert (ours.translation_key, ours.locale.language_code) == (theirs.translation_key, "de"), name
    elif isinstance(english, HomePage) and name == "slug":
        assert ours == f"{theirs}-1", name  # home pages stand side by side
    elif isinstance(declared, SynchronizedField):
        assert ours == theirs, name
    else:
        assert ours == in_german(theirs), name
        assert not theirs or any(text in theirs for text in texts), name


@pytest.mark.parametrize("model", LONG)
def test_items_that_come_go_or_move_keep_the_translations_of_the_others(
    model: type[Any], run_tasks: Callable[[], None]
) -> None:
    english = specimen(model)
    factories.translate(english, "de")
    before = offered(english)
    for field in model._meta.get_fields():
        if isinstance(field, StreamField) and len(getattr(english, field.name)):
            raw = list(field.stream_block.get_prep_value(getattr(english, field.name)))
            setattr(english, field.name, field.stream_block.to_python(shuffled(field.stream_block, raw)))
    factories.publish(english)
    run_tasks()
    new = {text for text in offered(english) - before if "new" in text}
    assert new
    assert offered(english) - new < before
    translation = Translation.objects.get(source__object_id=english.translation_key)
    total, translated = translation.get_progress()
    assert total - translated == len(new)


def shuffled(block: blocks.Block, raw: Any) -> Any:
    """Return a raw value that runs backwards, lacks an item wherever it can, and has a new one."""
    if isinstance(block, blocks.BaseStructBlock):
        return {name: shuffled(child, raw[name]) for name, child in block.child_blocks.items()}
    if not isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        return raw
    definitions = [_definition(block, item) for item in raw]
    turned = [
        {**item, "value": shuffled(child, item["value"])}
        for child, item in zip(definitions, raw, strict=True)
    ][::-1]
    twice = [item for item in raw if [other["type"] for other in raw].count(item["type"]) == 2]
    if not twice:
        return turned
    gone = twice[-1]
    new = {**gone, "id": str(uuid4()), "value": renewed(_definition(block, gone), gone["value"])}
    return [new, *(item for item in turned if item["id"] != gone["id"])]


def renewed(block: blocks.Block, raw: Any) -> Any:
    """Return a raw value with other texts and other ids."""
    if isinstance(block, blocks.BaseStructBlock):
        return {name: renewed(child, raw[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        return [
            {**item, "id": str(uuid4()), "value": renewed(_definition(block, item), item["value"])}
            for item in raw
        ]
    return raw.replace("en·", "en·new") if has_text(block) else raw


def _definition(block: Any, item: dict[str, Any]) -> blocks.Block:
    return block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[item["type"]]


def test_a_stream_that_is_the_same_in_every_language_follows_its_source() -> None:
    english = factories.person()
    factories.translate(english, "de")
    raw = list(english.registrations.raw_data)
    raw[0]["value"]["body"] = "Another register"
    english.registrations = english.registrations.stream_block.to_python(raw)
    factories.publish(english)
    assert "Another register" in str(document(english, "de")["registrations"])


def test_a_translation_ends_when_it_or_its_source_ends() -> None:
    english = factories.category(expire_at=datetime(2099, 6, 1, tzinfo=UTC))
    german = factories.translate(english, "de")
    assert ends(english, "de") == datetime(2099, 6, 1, tzinfo=UTC)
    german.expire_at = datetime(2099, 3, 1, tzinfo=UTC)
    factories.publish(german)
    factories.publish(english)
    assert ends(english, "de") == datetime(2099, 3, 1, tzinfo=UTC)
    assert ends(english, "en") == datetime(2099, 6, 1, tzinfo=UTC)


def test_a_translated_page_ends_with_its_source() -> None:
    english, *_ = factories.standard_page_in("de")
    english.expire_at = datetime(2099, 6, 1, tzinfo=UTC)
    factories.publish(english)
    assert ends(english, "de") == datetime(2099, 6, 1, tzinfo=UTC)


def ends(instance: Any, code: str) -> datetime | None:
    """Return the instant at which a document stops being true."""
    return Document.objects.get(content_id=instance.translation_key, locale=code).valid_until


def document(instance: Any, code: str) -> dict[str, Any]:
    """Return the document of some content in a language as data."""
    body = Document.objects.get(content_id=instance.translation_key, locale=code).body
    return orjson.loads(bytes(body or b"null"))
