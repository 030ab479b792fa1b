"""Which doors does the admin have, and which rule stands at each of them?

Views are named as in Wagtail 8.0.1 and wagtail-localize 1.14.5. In the namespaces whose own checks ask for
the type of a thing only (translations, snippets, the admin API) a view that is not named here is for
administrators.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import unquote
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from localization.changes.links import row_of
from localization.permissions.rules import (
    ADMINISTRATORS,
    OTHER_LANGUAGE,
    STRUCTURE,
    Refused,
    Visit,
    administrators,
    anyone,
    require,
    require_language,
    send_again,
    send_page,
    send_snippet,
    translate,
)

Rule = Callable[[Visit], None]

TRANSLATION: dict[str, Rule] = {
    "javascript_catalog": anyone,
    "translations_report": anyone,
    "translations_report_results": anyone,
    "snippets_api_listing": anyone,
    "snippets_api_detail": anyone,
    "submit_page_translation": send_page,
    "submit_snippet_translation": send_snippet,
    "update_translations": send_again,
    "edit_string_translation": translate,
    "edit_override": translate,
    "download_pofile": translate,
    "upload_pofile": translate,
    "machine_translate": translate,
    "preview_translation": translate,
    # A page whose translation was stopped is edited by hand and overwritten by the next one (traps 3).
    "stop_translation": administrators,
    "convert_to_alias": administrators,
}

# What a user must be allowed to do with the very snippet that the address names.
SNIPPET = {
    "edit": "change",
    "usage": "change",
    "history": "change",
    "history_results": "change",
    "preview_on_edit": "change",
    "revisions_view": "change",
    "revisions_revert": "change",
    "revisions_compare": "change",
    "revisions_unschedule": "publish",
    "unpublish": "publish",
    "delete": "delete",
    "lock": "lock",
    "unlock": "unlock",
}
READING = {
    "wagtailadmin_api": {
        f"{kind}:{view}"
        for kind in ("pages", "images", "documents")
        for view in ("listing", "detail", "find")
    },
    "wagtailsnippetchoosers": {"choose", "choose_results", "chosen", "chosen_multiple"},
}


def translation_door(visit: Visit) -> None:
    """Judge a view of wagtail-localize."""
    TRANSLATION.get(visit.view, administrators)(visit)


def reading_door(namespace: str) -> Rule:
    """Return the rule of a namespace in which only reading is for everybody."""

    def rule(visit: Visit) -> None:
        if visit.view not in READING[namespace]:
            raise Refused

    return rule


def snippet_door(model: Any) -> Rule:
    """Return the rule of the views of one snippet type."""

    def rule(visit: Visit) -> None:
        user = visit.request.user
        if visit.view in ("list", "list_results"):
            return
        if visit.view in ("add", "preview_on_add", "copy"):
            require_language(visit, model, "add")
            if visit.publishes:
                require_language(visit, model, "publish")
            if visit.view != "copy":
                return
        action = "change" if visit.view == "copy" else SNIPPET.get(visit.view)
        if action is None:
            raise Refused
        instance = get_object_or_404(model, pk=unquote(str(visit.kwargs["pk"])))
        require(user, instance, action)
        if visit.publishes:
            require(user, instance, "publish")

    return rule


def changes_door(visit: Visit) -> None:
    """Judge the screen on which a translator confirms sections (``localization.changes``)."""
    row = row_of(visit.kwargs["label"], visit.kwargs["pk"])
    require(visit.request.user, row, "change")
    if visit.publishes:
        require(visit.request.user, row, "publish")


def page_door(visit: Visit) -> None:
    """Judge a view of pages: Wagtail asks for the page itself nearly everywhere."""
    if visit.view == "convert_alias" or (visit.view == "copy" and visit.request.POST.get("alias")):
        raise Refused(ADMINISTRATORS)
    pk = next(
        (visit.kwargs[name] for name in ("page_id", "page_to_move_id", "pk") if name in visit.kwargs), None
    )
    if pk is None:
        return
    tester = get_object_or_404(Page, pk=pk).permissions_for_user(visit.request.user)
    if visit.view in ("usage", "workflow_history", "workflow_history_detail") and not (
        tester.can_edit() or tester.can_publish()
    ):
        raise Refused(OTHER_LANGUAGE)
    if visit.view in (
        "delete",
        "move",
        "move_confirm",
        "set_page_position",
        "set_privacy",
        "copy",
    ) and not may_build(tester):
        raise Refused(STRUCTURE)


def may_build(tester: Any) -> bool:
    """Say whether somebody may change the tree around a page: whoever may add pages there."""
    return "add" in tester.permissions


def bulk_door(visit: Visit) -> None:
    """Judge an action on several pages or snippets: every one of them must be allowed.

    Images, documents and users have no language; Wagtail asks for each of them.
    """
    label, name, action = (visit.kwargs[key] for key in ("app_label", "model_name", "action"))
    if (label, name) == ("wagtailcore", "page"):
        for page in _chosen(visit, Page.objects.all()):
            _bulk_page(page.permissions_for_user(visit.request.user), action)
    for model in get_snippet_models():
        if (model._meta.app_label, model._meta.model_name) == (label, name):
            for instance in _chosen(visit, model._default_manager.all()):
                if action != "delete":
                    raise Refused
                require(visit.request.user, instance, action)


def _bulk_page(tester: Any, action: str) -> None:
    if action in ("publish", "unpublish"):
        if not tester.can_publish():
            raise Refused(OTHER_LANGUAGE)
    elif action not in ("delete", "move"):
        raise Refused
    elif not may_build(tester):
        raise Refused(STRUCTURE)


def _chosen(visit: Visit, everything: Any) -> Any:
    """Return what was ticked in the list, like Wagtail: ``id=all`` stands for all of it."""
    ids = visit.request.GET.getlist("id")
    if "all" not in ids:
        return everything.filter(pk__in=[pk for pk in ids if pk.isdigit()])
    parent = visit.request.GET.get("childOf")
    return everything.child_of(get_object_or_404(Page, pk=parent)) if parent else everything
