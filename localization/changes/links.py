"""Where does a translator see what has changed, and where is something sent to translation?"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.models import Page, TranslatableMixin


def changes_url(model: type[Model], pk: int) -> str:
    """Return where the changes of the original are shown to the translator of a page or snippet."""
    return reverse("translation_changes", args=[model._meta.label_lower, pk])


def submit_url(model: type[Model], pk: int) -> str:
    """Return where an original is sent to translation."""
    if issubclass(model, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[pk])
    meta = model._meta
    return reverse("wagtail_localize:submit_snippet_translation", args=[meta.app_label, meta.model_name, pk])


def row_of(label: str, pk: int) -> Any:
    """Return the page or snippet that an address names, like ``treatments.treatmentpage``.

    Raises:
        Http404: when there is none, or it is nothing that has sections.
    """
    try:
        model: Any = apps.get_model(label)
    except (LookupError, ValueError) as error:
        raise Http404 from error
    if not issubclass(model, TranslatableMixin) or not getattr(model, "SECTIONS", ()):
        raise Http404
    return get_object_or_404(model.objects.select_related("locale"), pk=pk)
