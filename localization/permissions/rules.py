"""What does each rule at a door of the admin ask for? A rule returns, or raises ``Refused`` with the reason.

Administrators never come here: the wall lets them through.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation, TranslationSource

from localization.permissions.policy import LanguagePolicy
from localization.source import is_source

NOT_YOURS = _("You may not do this. Ask an administrator if it belongs to your work.")
OTHER_LANGUAGE = _("You may not do this in this language. Your role is limited to other languages or pages.")
ADMINISTRATORS = _("Only administrators may do this: it takes a page out of the translation workflow.")
FROM_SOURCE = _("Only the original can be sent to translation. Open it in the language it was written in.")
STRUCTURE = _("You may change the texts of this page, but not where it stands, who sees it, or delete it.")


class Refused(Exception):
    """Raised where the user may not go; ``reason`` is a sentence for them."""

    def __init__(self, reason: str | Promise = NOT_YOURS) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Visit:
    """Who stands at which door."""

    request: HttpRequest
    view: str
    kwargs: dict[str, Any]

    @property
    def publishes(self) -> bool:
        """Whether a button “Publish” was pressed: Wagtail's own or the translation editor's."""
        posted = self.request.POST
        return self.request.method == "POST" and (
            "action-publish" in posted or posted.get("action") == "publish"
        )


def anyone(visit: Visit) -> None:
    """Let everybody in who may use the admin; what is behind it only shows things, or asks for itself."""


def administrators(visit: Visit) -> None:
    """Let nobody in."""
    raise Refused(ADMINISTRATORS if "alias" in visit.view or "stop" in visit.view else NOT_YOURS)


def require(user: Any, instance: Any, action: str) -> None:
    """Require the right to ``action`` (``change``, ``publish``, ``delete`` …) on a page or snippet.

    Raises:
        Refused: without it.
    """
    if isinstance(instance, Page):
        tester = instance.permissions_for_user(user)
        allowed = tester.can_publish() if action == "publish" else tester.can_edit()
    else:
        policy = policy_registry.get_by_type(type(instance))
        allowed = policy.user_has_permission_for_instance(user, action, instance)
    if not allowed:
        raise Refused(OTHER_LANGUAGE)


def translate(visit: Visit) -> None:
    """Let in who may change the translation that the address names."""
    translation = get_object_or_404(Translation, pk=visit.kwargs["translation_id"])
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Refused from None
    require(visit.request.user, target, "change")


def send_page(visit: Visit) -> None:
    """Let in who may change the page, which must be the original."""
    _send(visit, get_object_or_404(Page, pk=visit.kwargs["page_id"]).specific)


def send_snippet(visit: Visit) -> None:
    """Let in who may change the snippet, which must be the original."""
    wanted = (visit.kwargs["app_label"], visit.kwargs["model_name"])
    for model in get_snippet_models():
        if (model._meta.app_label, model._meta.model_name) == wanted:
            _send(visit, get_object_or_404(model, pk=unquote(visit.kwargs["pk"])))
            return
    raise Refused


def send_again(visit: Visit) -> None:
    """Let in who may change the original whose changes are to be sent on."""
    source = get_object_or_404(TranslationSource, pk=visit.kwargs["translation_source_id"])
    try:
        instance = source.get_source_instance()
    except ObjectDoesNotExist:
        raise Refused from None
    _send(visit, instance)


def _send(visit: Visit, instance: Any) -> None:
    if not is_source(instance):
        raise Refused(FROM_SOURCE)
    require(visit.request.user, instance, "change")


def require_language(visit: Visit, model: Any, action: str) -> None:
    """Require the right to ``action`` in the language in which Wagtail will make the new snippet."""
    policy = policy_registry.get_by_type(model)
    if isinstance(policy, LanguagePolicy):
        code = visit.request.GET.get("locale") or Locale.get_default().language_code
        if not policy.allows_language(visit.request.user, action, code):
            raise Refused(OTHER_LANGUAGE)
