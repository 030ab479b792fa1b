"""How do a thousand treatments come into a database in minutes, to measure with?

One treatment came in through the doors that editors use. The others are copies of its rows, inserted in bulk
with a live revision, a content id and an address of their own, and then compiled like any publication. Their
texts, title included, are the original's to the letter: what translators confirmed is confirmed of them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F, Model
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from cms.demo_content.library import content_id
from localization.models import RevisionProvenance
from publishing.images import rendition_specs
from publishing.models import Document
from publishing.refresh import refresh
from treatments.models import TreatmentPage

ORIGINAL = content_id("treatments/mesotherapy")
# Rows in one statement; a revision holds some ten thousand characters.
BATCH = 100


def copy_id(number: int) -> UUID:
    """Return the content id of the copy with this number, the same in every database."""
    return content_id(f"sample/{number:04}")


def make_pictures() -> None:
    """Make every size of every picture before pages are compiled that show them; no worker runs here."""
    for image in get_image_model().objects.all():
        image.get_renditions(*rendition_specs())


def insert(number: int, codes: list[str]) -> int:
    """Insert the copies that are missing, up to ``number``, in the given languages; return how many.

    Raises:
        TreatmentPage.DoesNotExist: the original is not there in one of the languages.
    """
    originals = [
        TreatmentPage.objects.get(translation_key=ORIGINAL, locale__language_code=code) for code in codes
    ]
    wanted = {copy_id(position): position for position in range(1, number + 1)}
    there = set(Page.objects.filter(translation_key__in=wanted).values_list("translation_key", flat=True))
    missing = [position for key, position in wanted.items() if key not in there]
    with transaction.atomic():
        _insert_sources(missing)
        for original in originals if missing else []:
            _insert_copies(original, missing)
    return len(missing)


def not_compiled(number: int) -> list[UUID]:
    """Return the content ids of the first ``number`` copies that have no document yet."""
    wanted = [copy_id(position) for position in range(1, number + 1)]
    there = set(Document.objects.filter(content_id__in=wanted).values_list("content_id", flat=True))
    return [key for key in wanted if key not in there]


def compile_each(keys: list[UUID]) -> Iterator[int]:
    """Compile the documents of each content id; yield how many are done.

    The tasks that each publication leaves are dropped: they would compile the same lists a thousand times.
    """
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    kept = list(waiting.values_list("pk", flat=True))
    for done, key in enumerate(keys, start=1):
        refresh(key, model=TreatmentPage)
        yield done
    waiting.exclude(pk__in=kept).delete()


def _insert_sources(numbers: list[int]) -> None:
    """Say of each copy that it is translated from where the original is; the gate asks for that."""
    # By name: only localization imports wagtail-localize.
    kept: type[Model] = apps.get_model("wagtail_localize", "TranslatableObject")
    source: Any = apps.get_model("wagtail_localize", "TranslationSource")
    original = source.objects.get(object_id=ORIGINAL)
    kind = original.object.content_type_id
    kept._default_manager.bulk_create(
        [kept(translation_key=copy_id(n), content_type_id=kind) for n in numbers]
    )
    source.objects.bulk_create(
        [source(**_values(source, original, object_id=copy_id(number))) for number in numbers], BATCH
    )


def _insert_copies(original: TreatmentPage, numbers: list[int]) -> None:
    """Insert one language of the copies."""
    parent = Page.objects.get(pk=original.get_parent().pk)
    pages = Page.objects.bulk_create(list(_pages(original.page_ptr, parent, numbers)), BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
    _copy_specific_rows(original, pages)
    revisions = Revision.objects.bulk_create([_revision(original, page) for page in pages], BATCH)
    for page, revision in zip(pages, revisions, strict=True):
        page.live_revision = page.latest_revision = revision
    Page.objects.bulk_update(pages, ["live_revision", "latest_revision"], BATCH)
    rows = list(RevisionProvenance.objects.filter(revision=original.live_revision_id))
    RevisionProvenance.objects.bulk_create(
        [
            RevisionProvenance(**_values(RevisionProvenance, row, revision_id=revision.pk))
            for revision in revisions
            for row in rows
        ],
        BATCH,
    )


def _pages(original: Page, parent: Page, numbers: list[int]) -> Iterator[Page]:
    last = Page._str2int(parent.get_last_child().path[-Page.steplen :])
    for step, number in enumerate(numbers, start=last + 1):
        slug = f"sample-{number:04}"
        changes: dict[str, Any] = {
            "path": Page._get_path(parent.path, original.depth, step),
            "slug": slug,
            "url_path": f"{parent.url_path}{slug}/",
            "translation_key": copy_id(number),
            "live_revision_id": None,
            "latest_revision_id": None,
        }
        yield Page(**_values(Page, original, **changes))


def _copy_specific_rows(original: TreatmentPage, pages: list[Page]) -> None:
    quote = connection.ops.quote_name
    columns = ", ".join(
        quote(str(field.column))
        for field in TreatmentPage._meta.local_concrete_fields
        if not field.primary_key
    )
    table, key = quote(TreatmentPage._meta.db_table), quote("page_ptr_id")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({key}, {columns}) "  # noqa: S608  names of our own model
            f"SELECT new.pk, {columns} FROM {table}, unnest(%s::integer[]) AS new(pk) WHERE {key} = %s",
            [[page.pk for page in pages], original.pk],
        )


def _revision(original: TreatmentPage, page: Page) -> Revision:
    revision = original.live_revision
    own = {name: getattr(page, name) for name in ("pk", "path", "slug", "url_path")}
    content = revision.content | own | {"translation_key": str(page.translation_key)}
    changes = {"object_id": str(page.pk), "object_str": page.title, "content": content}
    return Revision(**_values(Revision, revision, created_at=timezone.now(), **changes))


def _values(model: type[Model], row: Model, **changes: Any) -> dict[str, Any]:
    """Return the columns of a row but for its key, some of them changed."""
    fields = [field.attname for field in model._meta.local_concrete_fields if not field.primary_key]
    return {name: getattr(row, name) for name in fields} | changes
