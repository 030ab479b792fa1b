"""How is every publication made to pass the gate, and how does it become a document in the same transaction?

``Page.publish()`` is not a wall: the editor's own button, the admin API and copies go around it. All of them
end in ``PublishRevisionAction._publish_revision`` (and its twin for unpublishing), so these two are wrapped
(measured on Wagtail 8.0.1: wagtail-localize-traps, section 20). docs/upgrading.md says what to look at when
Wagtail moves.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

import wagtail
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.models import Revision

from localization.checklist.addresses import checklist_url
from localization.freshness import confirm
from localization.gate import Finding, gate, reasons, refuses
from localization.models import Refusal
from localization.source import is_live, is_source, siblings
from localization.tasks import sync_segments
from publishing.announce import announce_refusal, edit_url_of
from publishing.board.standing import restate
from publishing.published import Published
from publishing.recall.record import findings_of
from publishing.refresh import begin, hold, refresh_row
from publishing.verdicts import Verdict, tell

KNOWN_WAGTAIL = (8, 0)
logger = logging.getLogger("publishing")


def build() -> None:
    """Put the wall up. Called once, when the app is ready.

    Raises:
        ImproperlyConfigured: for a Wagtail that nobody has tried this on.
    """
    if wagtail.VERSION[:2] != KNOWN_WAGTAIL:
        raise ImproperlyConfigured(
            f"The publishing wall knows Wagtail {KNOWN_WAGTAIL[0]}.{KNOWN_WAGTAIL[1]}, and this is "
            f"{wagtail.__version__}. Read docs/upgrading.md, run the tests, then raise KNOWN_WAGTAIL."
        )
    PublishRevisionAction._publish_revision = _walled(PublishRevisionAction._publish_revision)
    UnpublishAction._unpublish_object = _followed(UnpublishAction._unpublish_object)


def _walled(publish: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap Wagtail's publishing step."""

    @functools.wraps(publish)
    def wrapper(action: Any, revision: Revision, object: Any, user: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(object, Published):
            return publish(action, revision, object, user, *args, **kwargs)
        with transaction.atomic():
            hold(object.translation_key)  # type: ignore[attr-defined]
            findings = findings_of(object.translation_key) or gate(revision)  # type: ignore[attr-defined]
            if not refuses(findings):
                findings += _try(lambda: _publish(publish, action, revision, object, user, *args, **kwargs))
            if refuses(findings):
                _refuse(revision, object, user, reasons(findings))
            else:
                tell(_verdict(object))
        return None

    return wrapper


def _publish(
    publish: Callable[..., Any],
    action: Any,
    revision: Revision,
    instance: Any,
    user: Any,
    *args: Any,
    **kwargs: Any,
) -> None:
    publish(action, revision, instance, user, *args, **kwargs)
    row = type(instance)._default_manager.get(pk=instance.pk)
    if row.live_revision_id == revision.pk:  # not so when it was only scheduled
        work = begin(row.translation_key, type(row))
        edition = work.editions[row.locale.language_code]
        confirm(edition, user)
        work.passed.add(revision.pk)
        work.finish(edition.code)
        if edition.is_source:
            sync_segments.enqueue(str(row.translation_key))


def _try(step: Callable[[], None]) -> list[Finding]:
    """Run ``step`` in a savepoint; a compile that fails is a refusal with a reason, not an error page."""
    try:
        with transaction.atomic():
            step()
    except Exception:
        logger.exception("A document could not be compiled; its publication was undone.")
        return [
            Finding(
                "",
                "",
                "compile_failed",
                _(
                    "The page could not be put together, so nothing was published. The cause is in the "
                    "server's log; tell whoever looks after this site."
                ),
            )
        ]
    return []


def _refuse(revision: Revision, instance: Any, user: Any, findings: list[Finding]) -> None:
    """Record the refusal, take the revision off the schedule, and tell whoever asked."""
    scheduled = revision.approved_go_live_at is not None
    if scheduled:
        # Stock Wagtail would try again at every run of publish_scheduled, for ever.
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
    Refusal.objects.create(
        content_id=instance.translation_key,
        locale=instance.locale.language_code,
        title=str(instance)[:255],
        revision=revision,
        findings=[finding.as_dict() for finding in findings],
        user=user or revision.user,
    )
    _take_back_live(instance)
    restate(instance.translation_key)
    announce_refusal(instance, revision, user, findings, scheduled=scheduled)
    tell(_verdict(instance, findings))


def _take_back_live(instance: Any) -> None:
    """Let the row of something that was never published not say that it is live.

    Wagtail's editor saves a new page as live before it asks for publication (views/pages/create.py).
    """
    if instance.live and instance.live_revision_id is None:
        instance.live, instance.has_unpublished_changes = False, True
        rows = type(instance)._default_manager.filter(pk=instance.pk)
        rows.update(live=False, has_unpublished_changes=True)


def _verdict(instance: Any, findings: list[Finding] | None = None) -> Verdict:
    return Verdict(
        str(instance),
        instance.locale.language_code,
        tuple(findings or ()),
        edit_url_of(instance),
        checklist_url(instance),
    )


def _followed(unpublish: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap Wagtail's unpublishing step: its document goes too, and a source takes its translations along."""

    @functools.wraps(unpublish)
    def wrapper(action: Any, object: Any, *args: Any, **kwargs: Any) -> Any:
        # ``publish_scheduled`` expires plain pages, whose own type is not loaded.
        if not isinstance(getattr(object, "specific", object), Published):
            return unpublish(action, object, *args, **kwargs)
        return _unpublish(unpublish, action, object, *args, **kwargs)

    return wrapper


def _unpublish(unpublish: Callable[..., Any], action: Any, asked: Any, *args: Any, **kwargs: Any) -> Any:
    instance = getattr(asked, "specific", asked)
    with transaction.atomic():
        hold(instance.translation_key)
        # Wagtail does nothing for what is not marked live; saving a draft of a snippet takes that mark away.
        asked.live = asked.live or is_live(instance)
        result = unpublish(action, asked, *args, **kwargs)
        if is_source(instance):
            for other in siblings(instance):
                if other.pk != instance.pk:
                    other.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
                    if is_live(other):
                        other.unpublish(user=kwargs.get("user"))
        refresh_row(instance)
    return result
