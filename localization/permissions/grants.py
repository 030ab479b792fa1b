"""How do the groups of the admin come to their rights? After every ``migrate``, each right once.

What an administrator takes away from a group stays away; the next version brings only what is new in it.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connection, transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)
from wagtail.snippets.models import create_extra_permissions

from localization.models import Grant, GroupLanguage
from localization.permissions.roles import MODERATORS, REVIEWERS, Right, roles, translators

ON_HOME_PAGES = ("change_page", "publish_page")


def set_up_groups(**kwargs: Any) -> None:
    """Make the groups of all roles and grant what was never granted before."""
    needed = (Grant, GroupLanguage, GroupApprovalTask, GroupPagePermission, GroupCollectionPermission)
    present = set(connection.introspection.table_names())
    if any(model._meta.db_table not in present for model in needed):
        return  # `migrate` was told to stop half-way, or to go back
    if Page.get_first_root_node() is None:
        return  # an emptied database (`flush`): there is no tree to grant anything in
    # Their turn comes after ours: each app makes its permissions, Wagtail's snippets those to publish.
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    create_extra_permissions(apps.get_app_config("wagtailsnippets"))
    with transaction.atomic():
        if _first_time(MODERATORS, "adapted"):
            _adapt_moderators()
        for name, rights in roles().items():
            _grant(name, rights)
        for code in dict(settings.LANGUAGES):
            _limit(translators(code), code)


def open_home(page: Page) -> None:
    """Let the translators of its language change and publish the new home page ``page`` and all below it."""
    for entry in GroupLanguage.objects.filter(language=page.locale.language_code):
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=ON_HOME_PAGES
        ):
            GroupPagePermission.objects.get_or_create(
                group_id=entry.group_id, page_id=page.pk, permission=permission
            )


def _first_time(name: str, right: str) -> bool:
    return Grant.objects.get_or_create(group=name, right=right)[1]


def _grant(name: str, rights: list[Right]) -> None:
    group = Group.objects.filter(name=name).first()
    if _first_time(name, "exists") and group is None:
        group = Group.objects.create(name=name)
    if group is None:
        return  # removed or renamed by an administrator
    granted = set(Grant.objects.filter(group=name).values_list("right", flat=True))
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for right in rights:
        # A type without drafts or locking has no permission to publish or lock.
        if right.permission in known and right.permission not in granted:
            _give(group, right, known[right.permission])
            Grant.objects.create(group=name, right=right.permission)


def _give(group: Group, right: Right, permission: Permission) -> None:
    if right.scope == "site":
        group.permissions.add(permission)
    elif right.scope == "pages":
        root = Page.get_first_root_node()
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    else:
        root = Collection.get_first_root_node()
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _limit(name: str, code: str) -> None:
    """Limit a new group of translators to its language, and open the pages that language has already."""
    group = Group.objects.filter(name=name).first()
    if group is not None and _first_time(name, f"language {code}"):
        GroupLanguage.objects.create(group=group, language=code)
        for page in Page.objects.filter(depth=2, locale__language_code=code):
            open_home(page)


def _adapt_moderators() -> None:
    """Take pages and files from Wagtail's moderators, and give their workflow to the reviewers."""
    group = Group.objects.filter(name=MODERATORS).first()
    if group is None:
        return
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    reviewers, _created = Group.objects.get_or_create(name=REVIEWERS)
    for task in GroupApprovalTask.objects.filter(groups=group):
        task.groups.set([reviewers])
        for workflow in task.workflows.filter(name=task.name):
            workflow.name = "Medical review"
            workflow.save()
        task.name = "Medical review"
        task.save()
