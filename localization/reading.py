"""What did a page or snippet say in one of its revisions? Read without asking what is known already."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from django.db.models import Field, ForeignKey
from wagtail.models import COMMENTS_RELATION_NAME, Page

# Of these a revision tells how they were before it was saved.
OF_THE_ROW = frozenset({"live_revision", "latest_revision"})


def read(row: Any, content: Mapping[str, Any]) -> Any:
    """Return ``row`` as ``content`` (of a revision) has it: like ``revision.as_object()``, but to read only.

    Wagtail looks up everything that the content refers to, lest it was deleted, and loads editors' comments
    (measured: seven statements for a treatment). What the row itself refers to is there: the database sees to
    that. And comments are of no use to a reader; so the result must not be saved.
    """
    kept = [field for field in _references(row) if _is_kept(row, field, content)]
    emptied = {**content, **dict.fromkeys((field.name for field in kept), None)}
    reader = copy.copy(row)
    if isinstance(row, Page):
        reader._cluster_related_objects = {COMMENTS_RELATION_NAME: []}
    found = reader.with_content_json(emptied)
    for field in kept:
        setattr(found, field.attname, getattr(row, field.attname))
        if field.is_cached(row):
            field.set_cached_value(found, field.get_cached_value(row))
    found.locale = row.locale
    return found


def _references(row: Any) -> list[ForeignKey[Any, Any]]:
    fields: list[Field[Any, Any]] = row._meta.concrete_fields
    return [field for field in fields if isinstance(field, ForeignKey) and not field.remote_field.parent_link]


def _is_kept(row: Any, field: ForeignKey[Any, Any], content: Mapping[str, Any]) -> bool:
    return field.name in OF_THE_ROW or str(content.get(field.name)) == str(getattr(row, field.attname))
