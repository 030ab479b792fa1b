"""How does an editor say what kind of change they made to an original? The screen “Kind of change”.

A change counts as one of meaning until somebody says otherwise: then translations are behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin.compare import diff_text
from wagtail.models import Page
from wagtail.utils.text import text_from_html

from localization.history import last_change, say_kind
from localization.models import ChangeMark
from localization.permissions.rules import Refused, require
from localization.sections import section_label
from localization.source import is_source
from publishing.published_types import rows_of

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from localization.history import Change


def changes(request: HttpRequest, content_id: UUID) -> HttpResponse:
    """Show the last change of each section of an original, and take down what kind it was."""
    original = next((row for row in rows_of(content_id) if is_source(row)), None)
    if original is None:
        raise Http404
    try:
        require(request.user, original, "publish")
    except Refused as refused:
        raise PermissionDenied(str(refused.reason)) from None
    found = [
        (section_label(type(original), section.kind), change, _differences(change))
        for section in type(original).SECTIONS
        if (change := last_change(original, section)) is not None
    ]
    if request.method == "POST":
        for _label, change, _texts in found:
            _take_down(request, original, change)
        messages.success(
            request, _("What you said about the changes is taken down; all languages follow it.")
        )
        return redirect(request.path)
    context = {
        "page_title": _("Kind of the last change"),
        "page_subtitle": str(original),
        "header_icon": "history",
        "original": original,
        "changes": found,
        "kinds": ChangeMark.Kind.choices,
    }
    return render(request, "localization/admin/changes.html", context)


def _take_down(request: HttpRequest, original: Any, change: Change) -> None:
    kind = request.POST.get(change.section, "")
    if kind not in ChangeMark.Kind.values or kind == change.kind:
        return
    say_kind(original, change.section, ChangeMark.Kind(kind), request.user)


def _differences(change: Change) -> list[SafeString]:
    return [diff_text(_words(old), _words(new)).to_html() for old, new in change.texts]


def _words(fragment: str) -> str:
    return str(text_from_html(fragment))


def may_mark(user: Any, instance: Any) -> bool:
    """Say whether to offer the screen: the instance is an original that ``user`` may publish."""
    if not is_source(instance) or (isinstance(instance, Page) and instance.alias_of_id):
        return False
    try:
        require(user, instance, "publish")
    except Refused:
        return False
    return True
