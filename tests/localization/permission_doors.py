"""Which doors of the admin are there, and who may pass each of them? The one table of the permission tests.

A row says how to knock (method, address, what is sent) and who may pass when the content behind it is in
German, and when it is in another language: ``t`` the translator of German, ``r`` the medical reviewer,
``m`` the moderator, ``e`` the editor. An administrator may pass everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Place:
    """A page and a snippet in one language and, but for English, the translations they are made from."""

    code: str
    page: Any
    snippet: Any
    page_translation: Any = None
    snippet_translation: Any = None
    string: Any = None
    override: Any = None
    source: Any = None
    image: Any = None


@dataclass(frozen=True)
class Door:
    """One door; see the module."""

    name: str
    method: str
    url: Callable[[Place], str]
    own: str
    other: str
    data: dict[str, Any] = field(default_factory=dict)
    translations_only: bool = False
    english: str | None = None

    def lets_in(self, role: str, code: str) -> bool:
        """Say whether somebody with this role may pass when the content is in the language ``code``."""
        if role == "a":
            return True
        if code == "en" and self.english is not None:
            return role in self.english
        return role in (self.own if code == "de" else self.other)


def page(name: str, *more: Any, query: str = "") -> Callable[[Place], str]:
    """Return the address of a view of a page."""
    return lambda place: reverse(f"wagtailadmin_pages:{name}", args=[place.page.pk, *more]) + query


def snippet(name: str, *, query: str = "") -> Callable[[Place], str]:
    """Return the address of a view of a snippet."""
    return lambda place: (
        reverse(f"wagtailsnippets_treatments_category:{name}", args=[place.snippet.pk]) + query
    )


def revision_of(kind: str, name: str) -> Callable[[Place], str]:
    """Return the address of a view of the latest revision of a ``page`` or ``snippet``."""
    namespace = {"page": "wagtailadmin_pages", "snippet": "wagtailsnippets_treatments_category"}[kind]

    def url(place: Place) -> str:
        thing = getattr(place, kind)
        return reverse(f"{namespace}:{name}", args=[thing.pk, thing.latest_revision_id])

    return url


def compare(kind: str) -> Callable[[Place], str]:
    """Return the address of the comparison of the revisions of a ``page`` or ``snippet``."""
    namespace = {"page": "wagtailadmin_pages", "snippet": "wagtailsnippets_treatments_category"}[kind]
    return lambda place: reverse(
        f"{namespace}:revisions_compare", args=[getattr(place, kind).pk, "earliest", "latest"]
    )


def localize(name: str, kind: str, *more: str) -> Callable[[Place], str]:
    """Return the address of a view of the translation of a ``page`` or ``snippet``."""

    def url(place: Place) -> str:
        translation = getattr(place, f"{kind}_translation")
        return reverse(
            f"wagtail_localize:{name}", args=[translation.pk, *(getattr(place, m).pk for m in more)]
        )

    return url


def bulk(kind: str, action: str) -> Callable[[Place], str]:
    """Return the address of an action on several pages or snippets, of which only one is ticked."""
    label, name = {"page": ("wagtailcore", "page"), "snippet": ("treatments", "category")}[kind]
    return lambda place: (
        reverse("wagtail_bulk_action", args=[label, name, action])
        + f"?next=/admin/pages/&id={getattr(place, kind).pk}"
    )


def at(name: str, *args: Any, query: str = "") -> Callable[[Place], str]:
    """Return an address that is the same whatever the content."""
    return lambda place: reverse(name, args=args) + query


def adding(place: Place) -> str:
    """Return the form for a new category in the language of the place."""
    return reverse("wagtailsnippets_treatments_category:add") + f"?locale={place.code}"


NEXT = {"next": "/admin/account/"}
# Wagtail's page form cannot be read without the length of its list; empty otherwise, it comes back.
PUBLISH = {"action": "publish", "action-publish": "action-publish", "body-count": "0"}

PAGES = [
    Door("page edit", "get", page("edit"), "te", "e"),
    Door("page edit", "post", page("edit"), "te", "e", PUBLISH),
    Door("page preview", "get", page("preview_on_edit"), "te", "e"),
    Door("page draft", "get", page("view_draft"), "tre", "re"),
    Door("page history", "get", page("history"), "te", "e"),
    Door("page usage", "get", page("usage"), "te", "e"),
    Door("page workflow history", "get", page("workflow_history"), "te", "e"),
    Door("page revision", "get", revision_of("page", "revisions_view"), "tre", "re"),
    Door("page revert", "get", revision_of("page", "revisions_revert"), "te", "e"),
    Door("page compare", "get", compare("page"), "tre", "re"),
    Door("page unpublish", "get", page("unpublish"), "tre", "re"),
    Door("page unpublish", "post", page("unpublish"), "tre", "re"),
    Door("page delete", "get", page("delete"), "e", "e"),
    Door("page delete", "post", page("delete"), "e", "e"),
    Door("page move", "get", page("move"), "e", "e"),
    Door("page copy", "get", page("copy"), "e", "e"),
    Door("page copy as alias", "post", page("copy"), "", "", {"alias": "on", "new_parent_page": "parent"}),
    Door("page alias to page", "post", page("convert_alias"), "", ""),
    Door("page privacy", "get", page("set_privacy"), "e", "e"),
    Door("page privacy", "post", page("set_privacy"), "e", "e", {"restriction_type": "none"}),
    Door("page lock", "post", page("lock"), "re", "re", NEXT),
    Door("page order", "post", page("set_page_position"), "e", "e"),
    Door(
        "page add",
        "get",
        lambda p: reverse("wagtailadmin_pages:add_subpage", args=[p.page.get_parent().pk]),
        "e",
        "e",
    ),
    Door(
        "page to alias",
        "get",
        lambda p: reverse("wagtail_localize:convert_to_alias", args=[p.page.pk]),
        "",
        "",
    ),
    Door(
        "page to alias",
        "post",
        lambda p: reverse("wagtail_localize:convert_to_alias", args=[p.page.pk]),
        "",
        "",
    ),
    Door(
        "page API", "get", lambda p: reverse("wagtailadmin_api:pages:detail", args=[p.page.pk]), "tre", "re"
    ),
    Door(
        "page API copy",
        "post",
        lambda p: reverse("wagtailadmin_api:pages:action", args=[p.page.pk, "copy"]),
        "",
        "",
    ),
    Door(
        "page API alias",
        "post",
        lambda p: reverse("wagtailadmin_api:pages:action", args=[p.page.pk, "create_alias"]),
        "",
        "",
    ),
    Door(
        "page recall",
        "get",
        lambda p: reverse("publishing_recall", args=[p.page.translation_key]),
        "re",
        "re",
    ),
    Door("recalls", "get", at("publishing_recalls"), "re", "re"),
    Door("pages publish", "post", bulk("page", "publish"), "tre", "re"),
    Door("pages unpublish", "post", bulk("page", "unpublish"), "tre", "re"),
    Door("pages delete", "get", bulk("page", "delete"), "e", "e"),
    Door("pages delete", "post", bulk("page", "delete"), "e", "e"),
    Door("pages move", "get", bulk("page", "move"), "e", "e"),
]
SNIPPETS = [
    Door("snippet edit", "get", snippet("edit"), "te", "e"),
    Door("snippet edit", "post", snippet("edit"), "te", "e", PUBLISH),
    Door("snippet add", "get", adding, "e", "e"),
    Door("snippet add", "post", adding, "e", "e", PUBLISH),
    Door("snippet copy", "get", snippet("copy"), "e", "e"),
    Door("snippet delete", "get", snippet("delete"), "e", "e"),
    Door("snippet delete", "post", snippet("delete"), "e", "e"),
    Door("snippet usage", "get", snippet("usage"), "te", "e"),
    Door("snippet history", "get", snippet("history"), "te", "e"),
    Door("snippet history", "get", snippet("history_results"), "te", "e"),
    Door("snippet preview", "get", snippet("preview_on_edit"), "te", "e"),
    Door("snippet revision", "get", revision_of("snippet", "revisions_view"), "te", "e"),
    Door("snippet revert", "get", revision_of("snippet", "revisions_revert"), "te", "e"),
    Door("snippet compare", "get", compare("snippet"), "te", "e"),
    Door("snippet unpublish", "get", snippet("unpublish"), "te", "e"),
    Door("snippet unpublish", "post", snippet("unpublish"), "te", "e"),
    Door("snippets delete", "get", bulk("snippet", "delete"), "e", "e"),
    Door("snippets delete", "post", bulk("snippet", "delete"), "e", "e"),
]
TRANSLATIONS = [
    Door(
        "page string",
        "put",
        localize("edit_string_translation", "page", "string"),
        "te",
        "e",
        {"value": "x"},
        True,
    ),
    Door("page string", "delete", localize("edit_string_translation", "page", "string"), "te", "e", {}, True),
    Door(
        "page override", "put", localize("edit_override", "page", "override"), "te", "e", {"value": "x"}, True
    ),
    Door("page override", "delete", localize("edit_override", "page", "override"), "te", "e", {}, True),
    Door("page translation preview", "get", localize("preview_translation", "page"), "te", "e", {}, True),
    *[
        door
        for kind in ("page", "snippet")
        for door in (
            Door(f"{kind} PO", "get", localize("download_pofile", kind), "te", "e", {}, True),
            Door(
                f"{kind} PO", "post", localize("upload_pofile", kind), "te", "e", {**NEXT, "file": "po"}, True
            ),
            Door(f"{kind} machine", "post", localize("machine_translate", kind), "te", "e", NEXT, True),
            Door(f"{kind} stop", "post", localize("stop_translation", kind), "", "", NEXT, True),
        )
    ],
]
# Sent to translation is the original only, which here is English.
SENDING = [
    Door(name, method, url, "", "", NEXT, english="e")
    for method in ("get", "post")
    for name, url in (
        ("send page", lambda p: reverse("wagtail_localize:submit_page_translation", args=[p.page.pk])),
        (
            "send snippet",
            lambda p: reverse(
                "wagtail_localize:submit_snippet_translation", args=["treatments", "category", p.snippet.pk]
            ),
        ),
    )
] + [
    Door(
        "send again",
        method,
        lambda p: reverse("wagtail_localize:update_translations", args=[p.source.pk]),
        "e",
        "e",
        NEXT,
    )
    for method in ("get", "post")
]
LIBRARY = [
    Door("image edit", "get", lambda p: reverse("wagtailimages:edit", args=[p.image.pk]), "e", "e"),
    Door("image delete", "post", lambda p: reverse("wagtailimages:delete", args=[p.image.pk]), "e", "e"),
    Door("image choose", "get", at("wagtailimages_chooser:choose"), "trme", "trme"),
    Door("image add", "get", at("wagtailimages:add"), "te", "te"),
    Door("document choose", "get", at("wagtaildocs_chooser:choose"), "trme", "trme"),
    Door("document add", "get", at("wagtaildocs:add"), "te", "te"),
    Door("snippet choose", "get", at("wagtailsnippetchoosers_treatments_category:choose"), "trme", "trme"),
    Door("snippet list", "get", at("wagtailsnippets_treatments_category:list"), "tre", "tre"),
    Door("source list", "get", at("wagtailsnippets_treatments_source:list"), "re", "re"),
    Door("source add", "get", at("wagtailsnippets_treatments_source:add"), "e", "e"),
    Door("translations", "get", at("wagtail_localize:translations_report"), "trme", "trme"),
]
INSTALLATION = [
    Door(name, "get", at(name), "", "")
    for name in (
        "wagtailusers_users:index",
        "wagtailusers_users:add",
        "wagtailusers_groups:index",
        "wagtailusers_groups:add",
        "wagtaillocales:index",
        "wagtaillocales:add",
        "wagtailsites:index",
        "wagtailsites:add",
        "wagtailadmin_workflows:index",
        "wagtailadmin_collections:index",
    )
]
DOORS = [*PAGES, *SNIPPETS, *TRANSLATIONS, *SENDING, *LIBRARY, *INSTALLATION]
# No snippet can be made in a chooser here; Wagtail's view for it has no form and fails for an administrator.
BLIND_DOOR = Door(
    "snippet choose and add", "post", at("wagtailsnippetchoosers_treatments_category:create"), "", ""
)
