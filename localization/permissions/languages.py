"""In which languages may somebody do something?

A group that has languages (``GroupLanguage``) grants what it grants in those languages only; a group that has
none grants it in all. Whoever is in several groups may do what any one of them grants.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.postgres.aggregates import ArrayAgg

from localization.languages import all_languages
from localization.models import GroupLanguage


def languages_for(user: Any, permission: str) -> frozenset[str] | None:
    """Return the codes of the languages in which ``user`` has ``permission``; ``None`` stands for all.

    Args:
        user: as it comes with a request; the answer is kept with it.
        permission: like ``treatments.change_category``.
    """
    if not user.has_perm(permission):
        return frozenset()
    if user.is_superuser:
        return None
    kept: dict[str, frozenset[str] | None] = user.__dict__.setdefault("_languages_for", {})
    if permission not in kept:
        kept[permission] = _granted(user, permission)
    return kept[permission]


def own_languages(user: Any) -> list[str]:
    """Return the codes of the languages that groups of ``user`` are limited to, in the setting's order.

    Empty for somebody who works in all languages, or in none.
    """
    limited = GroupLanguage.objects.filter(group__user=user.pk).values_list("language", flat=True)
    known = [language.code for language in all_languages()]
    return sorted((code for code in set(limited) if code in known), key=known.index)


def _granted(user: Any, permission: str) -> frozenset[str] | None:
    label, codename = permission.split(".", 1)
    granted = Permission.objects.filter(content_type__app_label=label, codename=codename)
    if granted.filter(user=user.pk).exists():
        return None
    codes: set[str] = set()
    groups = Group.objects.filter(user=user.pk, permissions__in=granted)
    for own in groups.annotate(own=ArrayAgg("languages__language")).values_list("own", flat=True):
        if own == [None]:
            return None
        codes.update(own)
    return frozenset(codes)
