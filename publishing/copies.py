"""How does a copied page become public, when the editor asked for that?

Stock Wagtail declares the copy's *latest* revision to be live, a draft that nobody has published, and shows
the row, which for a translation may hold text of the original (wagtail-localize-traps, section 20). Here the
copy starts as a draft; what was live of the page is then published on it through the wall.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from wagtail.actions.copy_page import CopyPageAction

from localization.provenance import inherit
from localization.source import own_live_revision
from publishing.published import Published


def build() -> None:
    """Wrap Wagtail's copying step. Called once, when the app is ready."""
    CopyPageAction._copy_page = _walled(CopyPageAction._copy_page)


def _walled(copy_page: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(copy_page)
    def wrapper(action: Any, page: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(page.specific, Published):
            return copy_page(action, page, *args, **kwargs)
        original: Any = page.specific
        # Kept on the action, because copying with everything below comes here again for each page below.
        action.asked_for_live = getattr(action, "asked_for_live", action.keep_live)
        action.keep_live = False
        made = copy_page(action, page, *args, **kwargs)
        inherit(original.latest_revision, made.latest_revision)
        if action.asked_for_live:
            _publish(original, made, kwargs.get("update_attrs") or {}, action.user)
        return type(made)._default_manager.get(pk=made.pk)

    return wrapper


def _publish(original: Any, made: Any, attributes: dict[str, Any], user: Any) -> None:
    """Publish on the copy what is live of the original; a newer draft stays the newest revision."""
    revision = own_live_revision(original)
    if revision is None:
        return
    draft = made.latest_revision
    live = made.with_content_json(revision.content)
    for name, value in {"slug": made.slug, **attributes}.items():
        setattr(live, name, value)
    published = live.save_revision(user=user, changed=False, clean=False)
    inherit(revision, published)
    published.publish(user=user)
    if revision.pk != original.latest_revision_id:
        newest = draft.as_object().save_revision(user=user, clean=False)
        inherit(draft, newest)
