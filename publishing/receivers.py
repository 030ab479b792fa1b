"""Which events outside the publishing wall change what is public?

The wall covers publishing and unpublishing. What is left: copies that keep live, moves, changed addresses,
deletion, restrictions, pictures and sources, the site's root. Receivers only call ``refresh``, which looks
at what is live; none of them trusts what the signal says. ``manage.py reconcile`` finds what fired no signal
at all (``queryset.update()``).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, post_page_move, published, unpublished

from localization.history import change_marked
from localization.models import SectionPolicy
from localization.review.signals import review_changed
from localization.source import is_live, is_source, siblings
from publishing.cascade.follow import mirror_restriction
from publishing.cascade.plans import translations_of
from publishing.context import object_key
from publishing.models import Dependency
from publishing.published import Published
from publishing.refresh import refresh, refresh_row
from publishing.tasks import (
    make_renditions,
    refresh_dependents,
    refresh_everything,
    refresh_tree,
    restate_content,
)


@receiver([page_published, published, unpublished], dispatch_uid="publishing.published")
def follow_publication(sender: type, instance: Any, **kwargs: Any) -> None:
    """Cover copies that keep live, which send the signal without any publishing action.

    Inside the wall this finds the row not saved or already compiled, and changes nothing twice.
    """
    if isinstance(instance, Published) and kwargs.get("revision") is None:
        refresh_row(type(instance)._default_manager.get(pk=instance.pk))  # type: ignore[attr-defined]


@receiver(post_save, dispatch_uid="publishing.draft")
def follow_draft(
    sender: type[Model], instance: Any, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """Let the board know of a draft. By a task, so that writing does not wait for whoever is publishing."""
    if isinstance(instance, Published) and "latest_revision" in (update_fields or ()):
        restate_content.enqueue(str(instance.translation_key))  # type: ignore[attr-defined]


@receiver(post_save, dispatch_uid="publishing.alias")
def follow_alias(
    sender: type[Model], instance: Any, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """Take a translation down that was turned into an alias: it would show the original as this language."""
    if isinstance(instance, Published) and "alias_of_id" in (update_fields or ()):
        refresh_row(instance)


@receiver(page_slug_changed, dispatch_uid="publishing.slug")
def follow_slug(sender: type, instance: Page, **kwargs: Any) -> None:
    """Give the pages below a renamed page their new addresses."""
    refresh_tree.enqueue(instance.pk)


@receiver(post_page_move, dispatch_uid="publishing.move")
def follow_move(sender: type, instance: Page, **kwargs: Any) -> None:
    """Give a moved page and all below it their new addresses, at once for the page itself."""
    refresh_row(instance.specific)
    refresh_tree.enqueue(instance.pk)


@receiver(post_delete, dispatch_uid="publishing.delete")
def follow_deletion(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Take deleted content down in its language, and with a source in all of them.

    A page sends this twice: for its specific table first, while its row in Wagtail's is still there.
    """
    if not (sender is Page or (isinstance(instance, Published) and not isinstance(instance, Page))):
        return
    refresh(instance.translation_key, instance.locale.language_code)
    if is_source(instance):
        for other in siblings(getattr(instance, "specific_deferred", instance)):
            if is_live(other):
                other.unpublish()


@receiver([post_save, post_delete], sender=PageViewRestriction, dispatch_uid="publishing.restriction")
def follow_restriction(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    """Hide or show a page, its translations and everything below them when its privacy changes."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is None or kwargs.get("raw"):
        return
    mirror_restriction(page)
    for tree in [page, *translations_of(page)]:
        for row in tree.get_descendants(inclusive=True).specific():
            refresh_row(row)


@receiver(
    m2m_changed, sender=PageViewRestriction.groups.through, dispatch_uid="publishing.restriction.groups"
)
def follow_groups(sender: type, instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Let the translations of a page be read by the same groups; they are saved after the restriction."""
    if not reverse and action in ("post_add", "post_remove", "post_clear"):
        page = Page.objects.filter(pk=instance.page_id).first()
        if page is not None:
            mirror_restriction(page)


@receiver(post_save, sender=Site, dispatch_uid="publishing.site")
def follow_site(sender: type, instance: Site, **kwargs: Any) -> None:
    """Work all addresses out again when the site's root page changes."""
    if kwargs.get("raw"):
        return  # a fixture, whose pages may not be there yet
    for tree in siblings(instance.root_page):
        refresh_tree.enqueue(tree.pk)


@receiver(post_save, sender=get_image_model(), dispatch_uid="publishing.image")
def follow_image(sender: type, instance: Any, **kwargs: Any) -> None:
    """Make a picture's sizes when it is uploaded or changed, and show them where it is used."""
    make_renditions.enqueue(instance.pk)


@receiver(review_changed, dispatch_uid="publishing.review")
def follow_review(sender: type, content_id: UUID, locale: str, **kwargs: Any) -> None:
    """Show a signature, or a section that is let through without one, where its content is public."""
    refresh(content_id, locale, sender)


@receiver([post_save, post_delete], dispatch_uid="publishing.object")
def follow_object(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Compile what shows a plain row again when the row changes.

    Plain rows are pictures, files, and models that say ``shown_in_documents = True``.
    """
    if raw or not (getattr(sender, "shown_in_documents", False) or sender in PLAIN):
        return
    key = object_key(sender, instance.pk)
    if Dependency.objects.filter(key=key).exists():
        refresh_dependents.enqueue([key])


@receiver(change_marked, dispatch_uid="publishing.change_marked")
def follow_mark(sender: type, content_id: UUID, **kwargs: Any) -> None:
    """Judge all languages again when somebody has said what kind of change one was."""
    refresh(content_id)


@receiver([post_save, post_delete], sender=SectionPolicy, dispatch_uid="publishing.policy")
def follow_policy(sender: type, **kwargs: Any) -> None:
    """Compile everything again when a policy changes."""
    refresh_everything.enqueue()


PLAIN = (get_image_model(), get_document_model())
